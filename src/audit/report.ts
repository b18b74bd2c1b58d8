/** The report of a whole audit. */
import { addUp } from '../check/summary.js';
import type { Report } from '../types.js';
import { notSubmitted } from './expected.js';
import { inOrder } from './merge.js';
import type { Partial } from './partial.js';

/** Returns the report of an audit whose parts are all together, with those that are missing from it. */
export function reportOf({ tool, plan, asOf, expected, found, institutions: given }: Partial): Report {
  const institutions = [...given, ...notSubmitted(expected, given, found)].sort(inOrder);
  const files = institutions.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const summary = { institutions: institutions.length, files, ...addUp(institutions.map((each) => each.summary)) };
  return { formatVersion: 1, tool, plan, asOf, institutions, summary };
}
