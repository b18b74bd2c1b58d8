/** The report of a whole audit. */
import { distinct } from '../check/fingerprint.js';
import { judgeCounty } from '../check/judge-county.js';
import { addUp } from '../check/summary.js';
import type { Run } from '../run/run.js';
import type { Report } from '../types.js';
import { notSubmitted } from './expected.js';
import { inOrder } from './merge.js';
import type { Partial } from './partial.js';
import { withSameIds } from './same-id.js';

/** Returns the report of an audit whose parts are all together, with those that are missing from it. */
export function reportOf({ expected, found, bureau, institutions: given }: Partial, run: Run): Report {
  const all = [...withSameIds(given), ...notSubmitted(expected, given, found)];
  const institutions = distinct(all.sort(inOrder), run.digest);
  const county = judgeCounty(institutions, bureau, run);
  const judged = [...institutions, county];
  const files = judged.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const summary = { institutions: institutions.length, files, ...addUp(judged.map((each) => each.summary)) };
  return { formatVersion: 1, ...run.identity, institutions, county, summary };
}
