/** The county's monthly list of the institutions that have resumed (八·流程（四）), from the report of an audit. */
import { addMonths, lastDayOf } from '../plan/days.js';
import type { LeftOut, Roster, RosterRow, Wording } from '../types.js';
import type { ListedReport } from './listed.js';

const REASONS = {
  unknown: {
    zh: '没有可读的概况，是否恢复不知道',
    en: 'no readable profile, whether it has resumed is not known',
  },
  notPassed: {
    zh: '填了恢复日期，没有检查合格的日期',
    en: 'a day of resumption is given, but no day of a passed inspection',
  },
  tooEarly: { zh: '恢复日期早于检查合格', en: 'it resumed before it passed the inspection' },
  noDay: { zh: '检查合格，没有填恢复日期', en: 'it passed the inspection, but gives no day of resumption' },
} as const satisfies Record<string, Wording>;

/** Returns the month before that of a day. */
export function monthBefore(day: string): string {
  return addMonths(day.slice(0, 7), -1);
}

/** Returns the list of a month: those that passed the inspection and resumed, in that month or before. */
export function rosterOf({ institutions, asOf }: ListedReport, month: string): Roster {
  const end = lastDayOf(month);
  const until = asOf <= end ? asOf : end;
  const rows: RosterRow[] = [];
  const leftOut: LeftOut[] = [];
  let others = 0;
  for (const { id, name = id, facts } of institutions) {
    const { resumedOn, inspectedOn, result } = facts ?? {};
    const passedOn = result === 'pass' ? inspectedOn : undefined;
    const leave = (reason: Wording): unknown => leftOut.push({ name, reason });
    if (!facts) leave(REASONS.unknown);
    else if (resumedOn === undefined && result === 'pass' && (passedOn ?? '') <= until) leave(REASONS.noDay);
    else if (resumedOn === undefined || resumedOn > until) others++;
    else if (passedOn === undefined) leave(REASONS.notPassed);
    else if (resumedOn < passedOn) leave(REASONS.tooEarly);
    else rows.push({ name, facts, isNew: resumedOn.startsWith(month) });
  }
  rows.sort((a, b) => compare(a.facts.resumedOn ?? '', b.facts.resumedOn ?? '') || compare(a.name, b.name));
  return { month, until, isWhole: asOf > end, rows, leftOut, others };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
