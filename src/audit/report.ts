/** The report of a whole audit. */
import { distinct } from '../check/fingerprint.js';
import { judgeCounty } from '../check/judge-county.js';
import { addUp } from '../check/summary.js';
import { sha256 } from '../io/hash.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import { RULES } from '../rules/index.js';
import type { Report } from '../types.js';
import { notSubmitted } from './expected.js';
import { inOrder } from './merge.js';
import type { Partial } from './partial.js';
import { withSameIds } from './same-id.js';

/** Returns the report of an audit whose parts are all together, with those that are missing from it. */
export function reportOf({ tool, plan, asOf, expected, found, bureau, institutions: given }: Partial): Report {
  const all = [...withSameIds(given), ...notSubmitted(expected, given, found)];
  const institutions = distinct(all.sort(inOrder), sha256);
  const county = judgeCounty(institutions, bureau, { plan: LIUZHOU_2020, rules: RULES, asOf, digest: sha256 });
  const judged = [...institutions, county];
  const files = judged.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const summary = { institutions: institutions.length, files, ...addUp(judged.map((each) => each.summary)) };
  return { formatVersion: 1, tool, plan, asOf, institutions, county, summary };
}
