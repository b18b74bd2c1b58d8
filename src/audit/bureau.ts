/** The county's own list of institutions: `--bureau`, a log of the kind L22. */

import { fingerprints } from '../check/fingerprint.js';
import { inputDrafts } from '../check/input-findings.js';
import type { CountyList } from '../check/judge-county.js';
import { locationOf } from '../check/judge-logs.js';
import { joinRuns } from '../check/runs.js';
import type { CheckOptions } from '../check/subject.js';
import { UnusableError } from '../errors.js';
import { isFile, shownPath } from '../io/files.js';
import { giveLogs, inputsOf, readOneLog } from '../load/logs.js';
import { ORDER } from '../logs/contradictions.js';
import type { RowOf } from '../logs/kinds/index.js';
import type { LogReading } from '../logs/summary.js';
import type { RosterEntry } from '../rules/rule.js';
import { type Asked, runOf } from '../run/run.js';
import { startOf } from './finding.js';

/** What stands for the institution in the row of a month without any. */
const NOBODY = '无';
const RESULTS: Readonly<Record<string, NonNullable<RosterEntry['result']>>> = {
  合格: 'pass',
  限期整改: 'rectify',
  不合格: 'fail',
};

/**
 * Reads the list.
 *
 * @throws {UnusableError} if it is not there, or cannot be read as a list of that kind.
 */
export function readBureau(path: string, asked: Pick<Asked, 'asOf' | 'strict' | 'mostOfASort'>): CountyList {
  const file = shownPath(path);
  const refuse = (zh: string, en: string): never => {
    throw new UnusableError('input/bureau', { zh, en }, {}, startOf(file));
  };
  if (!isFile(path)) return refuse('找不到县（区）的恢复名单', "there is no such file for the county's list");
  // nothing in the list depends on a number that a configuration may change
  const run = runOf({ ...asked, hints: false });
  const reading = readOneLog({ path, options: { keepAll: false, kind: 'bureau-roster' } }, run);
  return (
    countyListOf(reading, run) ??
    refuse(
      '不是恢复名单（县区）：要有“月份、机构名称、申请日期”等列，用 lint --kind bureau-roster 看哪里不对',
      'this is no list of resumed institutions: it needs columns such as 月份, 机构名称, 申请日期; lint --kind bureau-roster tells what is wrong',
    )
  );
}

/** Returns the list that was read, or `undefined` if it could not be read as one. */
export function countyListOf(reading: LogReading, run: CheckOptions): CountyList | undefined {
  const [input] = inputsOf([reading]);
  const { summary } = reading;
  if (!summary || !input) return undefined;
  const given = giveLogs([reading], undefined, run.asOf);
  const subject = { id: 'county', logs: given, judge: 'logs', inputs: [input] } as const;
  const { drafts, unlisted } = inputDrafts(subject, run);
  // resuming before the inspection breaks a rule of the plan, which says so itself
  const isJudged = ({ rule, params: { later } }: (typeof drafts)[number]): boolean =>
    rule === ORDER.id && typeof later === 'object' && later.en === 'restored_on';
  return {
    input,
    positions: Object.fromEntries(summary.log.positions),
    entries: given.logs.rows('bureau-roster').map(entryOf),
    findings: fingerprints(
      joinRuns(drafts.filter((draft) => !isJudged(draft))),
      { institution: 'county', profile: undefined },
      run.digest,
    ),
    unlisted,
  };
}

function entryOf(row: RowOf<'bureau-roster'>): RosterEntry {
  const entry = {
    location: locationOf(row.at),
    month: row.month,
    institution: row.institution === NOBODY ? undefined : row.institution,
    appliedOn: row.applied_on,
    inspectedOn: row.inspected_on,
    result: RESULTS[row.result ?? ''],
    restoredOn: row.restored_on,
    submittedOn: row.submitted_on,
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as RosterEntry;
}
