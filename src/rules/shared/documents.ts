/** Finds the plans and systems that the profile lists, and what it does not say of them. */
import type { Profile, ProfileDocument } from '../../profile/profile.types.js';
import type { Missing } from '../rule.js';

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

/** Yields the owner of every one of these documents that names none. */
export function* withoutOwner(documents: readonly ListedDocument[]): Iterable<Missing> {
  for (const { document, path } of documents) {
    if (document.owner === undefined) yield { missing: `${path}.owner` };
  }
}
