/** Finds the commitments that a person has signed. */
import type { Commitment, Profile } from '../../profile/profile.types.js';

/** A commitment with its place in the list, for paths such as `commitments[3]`. */
export interface ListedCommitment {
  readonly commitment: Commitment;
  readonly index: number;
}

/** Returns a function that finds the commitments of that kind which name a person by id or by name. */
export function commitmentsOf(
  profile: Profile,
  kind: Commitment['kind'],
): (person: { readonly id?: string; readonly name?: string }) => readonly ListedCommitment[] {
  // an index, because classes and commitments may both be long
  const signed = new Map<string, ListedCommitment[]>();
  for (const [index, commitment] of (profile.commitments ?? []).entries()) {
    if (commitment.kind !== kind || commitment.person === undefined) continue;
    const others = signed.get(commitment.person);
    if (others) others.push({ commitment, index });
    else signed.set(commitment.person, [{ commitment, index }]);
  }
  return ({ id = '', name = '' }) => [...(signed.get(id) ?? []), ...(id === name ? [] : (signed.get(name) ?? []))];
}
