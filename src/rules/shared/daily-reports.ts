/** The daily reports of each day: the first one, its corrections, and the one that counts. */
import { KIND as DAILY_REPORT } from '../../logs/kinds/daily-report.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import { isUnreadable } from './unreadable.js';

/** A daily report. */
export type Report = RowOf<'daily-report'>;

type CountColumnOf<Column> = Column extends { readonly en: infer Name; readonly type: 'int' } ? Name : never;

/** A column with a number of people. */
export type CountColumn = CountColumnOf<(typeof DAILY_REPORT)['columns'][number]>;

/** The columns with a number of people. */
export const COUNT_COLUMNS = DAILY_REPORT.columns.flatMap(({ en, type }) =>
  type === 'int' ? [en as CountColumn] : [],
);

/** The reports of a day. */
export interface ReportsOfDay {
  readonly day: string;
  /** In the order in which they were sent. */
  readonly all: readonly [Report, ...Report[]];
  /** The one that counts: the last. */
  readonly effective: Report;
}

/** Returns the reports of each day, by day. A row that stands in two files is one report. */
export function reportsByDay(logs: Logs): ReadonlyMap<string, ReportsOfDay> {
  const days = new Map<string, Report[]>();
  for (const row of logs.rows('daily-report')) {
    if (row.date === undefined) continue;
    const known = days.get(row.date);
    if (!known) days.set(row.date, [row]);
    else if (!known.some((each) => isSameRow(each, row))) known.push(row);
  }
  const found = new Map<string, ReportsOfDay>();
  for (const day of [...days.keys()].sort()) {
    const rows = days.get(day) as [Report, ...Report[]];
    // one without its time could have been sent at any time: then the order of the rows stands
    if (rows.every(({ submitted_at }) => submitted_at !== undefined)) {
      rows.sort((a, b) => compare(a.submitted_at as string, b.submitted_at as string) || compareTied(a, b));
    }
    found.set(day, { day, all: rows, effective: rows.at(-1) as Report });
  }
  return found;
}

/** Returns whether two reports give the same numbers, or may: what could not be read of one may be what the other says. */
export function sameCounts(one: Report, other: Report): boolean {
  const isOpen = (column: CountColumn): boolean => isUnreadable(one, column) || isUnreadable(other, column);
  return COUNT_COLUMNS.every((column) => one[column] === other[column] || isOpen(column));
}

function isSameRow(one: Report, other: Report): boolean {
  if (one.at.record === other.at.record) return true;
  // both times are asked for before anything is decided: one that could not be read leaves the rule open
  const [time, otherTime] = [one.submitted_at, other.submitted_at];
  const isOpen = isUnreadable(one, 'submitted_at') || isUnreadable(other, 'submitted_at');
  const isSameTime = time !== undefined && time === otherTime;
  return (isOpen || isSameTime) && sameCounts(one, other);
}

/** Of two of one time the one that states what it corrects is the later; else the order is the same however they stand. */
function compareTied(a: Report, b: Report): number {
  return Number(a.correction !== undefined) - Number(b.correction !== undefined) || compare(a.at.record, b.at.record);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
