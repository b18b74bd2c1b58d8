/** Finds the plans and systems that the profile lists, and what it does not say of them. */
import type { Profile, ProfileDocument } from '../../profile/profile.types.js';
import type { Wording } from '../../types.js';
import type { Measured, Missing } from '../rule.js';
import { amount, ONE, UNITS } from './measure.js';

const DOCUMENTS = { what: { zh: '文本', en: 'documents' }, unit: UNITS.copy };

/** A document of the profile with its path. */
export interface ListedDocument {
  readonly document: ProfileDocument;
  readonly path: string;
}

/** Returns the listed documents of a kind. */
export function documentsOf(profile: Profile, kind: ProfileDocument['kind']): ListedDocument[] {
  return (profile.documents ?? [])
    .map((document, i) => ({ document, path: `documents[${i}]` }))
    .filter(({ document }) => document.kind === kind);
}

/** Returns how many documents of a kind there are. */
export function measuredDocuments(documents: readonly ListedDocument[]): Measured {
  return { measured: amount(DOCUMENTS, documents.length, ONE, 'documents') };
}

/** What is read into the clauses that ask for a system. */
export const OWNED: Wording = {
  zh: '制度要有责任人（四（一）1的“责任到人”）',
  en: 'a system has an owner (a person for each duty, 四（一）1)',
};

/** Yields the owner of every one of these documents that names none. */
export function* withoutOwner(documents: readonly ListedDocument[]): Iterable<Missing> {
  for (const { document, path } of documents) {
    if (document.owner === undefined) yield { missing: `${path}.owner` };
  }
}
