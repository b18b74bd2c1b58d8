/**
 * Contradictions within single rows, whatever the plan says. What a rule of the plan reports is not said here again.
 */
import type { Limits } from '../plan/limits.js';
import * as cases from './contradictions/cases.js';
import * as counts from './contradictions/counts.js';
import type { Judge } from './contradictions/judge.js';
import * as people from './contradictions/people.js';
import * as places from './contradictions/places.js';
import type { LogRow } from './kind.js';
import type { KindName } from './kinds/index.js';
import type { RaiseAtRow } from './read/options.js';

const JUDGES: { readonly [Kind in KindName]?: readonly Judge<Kind>[] } = {
  entry: people.ENTRY,
  visitor: people.VISITOR,
  check: people.CHECK,
  'check-summary': counts.CHECK_SUMMARY,
  'health-daily': people.HEALTH_DAILY,
  history14: people.HISTORY14,
  absence: cases.ABSENCE,
  'daily-report': counts.DAILY_REPORT,
  disinfection: places.DISINFECTION,
  ventilation: places.VENTILATION,
  hygiene: places.HYGIENE,
  isolation: cases.ISOLATION,
  incident: cases.INCIDENT,
  clearance: cases.CLEARANCE,
  supplies: places.SUPPLIES,
  training: counts.TRAINING,
  session: counts.SESSION,
  fire: places.FIRE,
  suspension: cases.SUSPENSION,
  rectification: cases.RECTIFICATION,
  'bureau-roster': cases.BUREAU_ROSTER,
};

type AnyJudge = (row: LogRow, raise: RaiseAtRow, limits: Limits) => void;

/** Raises what contradicts itself in a row of the kind. */
export function judgeRow(kind: string, row: LogRow, raise: RaiseAtRow, limits: Limits): void {
  // the table is typed kind by kind, and a row of that kind is what is handed in
  const judges = (JUDGES as unknown as Readonly<Record<string, readonly AnyJudge[] | undefined>>)[kind];
  for (const judge of judges ?? []) judge(row, raise, limits);
}
