/** Finds the plans and systems that the profile lists, and what it does not say of them. */
import type { Profile, ProfileDocument } from '../../profile/profile.types.js';
import type { Measured, Missing } from '../rule.js';
import { amount, ONE, seen, UNITS } from './measure.js';

const DOCUMENTS = { what: { zh: '文本', en: 'documents' }, unit: UNITS.copy };
const ADOPTED = { zh: '制定日期', en: 'adopted on' };

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

/** Yields how many documents of a kind there are, and when the first of them was adopted. */
export function* measuredDocuments(documents: readonly ListedDocument[]): Iterable<Measured> {
  yield { measured: amount(DOCUMENTS, documents.length, ONE, 'documents') };
  for (const { document, path } of documents.slice(0, 1)) {
    if (document.adoptedOn !== undefined) yield seen(ADOPTED, document.adoptedOn, `${path}.adoptedOn`);
  }
}

/** Yields the owner of every one of these documents that names none. */
export function* withoutOwner(documents: readonly ListedDocument[]): Iterable<Missing> {
  for (const { document, path } of documents) {
    if (document.owner === undefined) yield { missing: `${path}.owner` };
  }
}
