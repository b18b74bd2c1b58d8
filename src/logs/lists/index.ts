/** The lists of the profile that can be files of their own, by the names that the schema of the profile gives them. */
import { COMMITMENT_LIST } from './commitments.js';
import type { ListKind } from './kind.js';
import { RETURNEE_LIST } from './returnees.js';
import { STAFF_LIST } from './staff.js';
import { SURVEY_LIST } from './survey.js';
import { TRAINEE_LIST } from './trainees.js';

/** All of them. */
export const LISTS: readonly ListKind[] = [STAFF_LIST, TRAINEE_LIST, COMMITMENT_LIST, SURVEY_LIST, RETURNEE_LIST];

/**
 * Returns the list of that name.
 *
 * @throws {Error} if there is none: an error in the schema.
 */
export function listOf(name: string): ListKind {
  const found = LISTS.find((each) => each.name === name);
  if (!found) throw new Error(`there is no list ${name}`);
  return found;
}
