/** What the pictures of an institution are drawn from: its days, temperatures and stocks, as counts without anyone's name. */
import { LOG_CHECKS } from '../logs/input-checks.js';
import { KINDS, type KindName } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { addDays, daysBetween, daysFrom } from '../plan/days.js';
import { ifReadable } from '../profile/read.js';
import { seatMaps } from '../seats/map.js';
import {
  type CalendarMark,
  type DayTemperatures,
  type Figures,
  type LogCalendar,
  type Outcome,
  type RuleResult,
  SEVERITIES,
  type Severity,
} from '../types.js';
import type { Draft } from './draft.js';
import type { LogsGiven } from './judge-logs.js';
import { stockLines } from './stock-lines.js';
import type { CheckOptions, Subject } from './subject.js';

/** Days that are drawn: the latest year. */
const MOST_DAYS = 366;
/** Readings of a day below which it is not drawn: they could be known to be someone's (toolkit default). */
export const LEAST_READINGS = 5;

/** What an institution's figures are taken from: what was checked, and what was found. */
export interface Checked {
  readonly subject: Subject;
  readonly options: Pick<CheckOptions, 'plan' | 'asOf'>;
  readonly drafts: readonly Draft[];
  readonly results: readonly RuleResult[];
}

type Period = NonNullable<Figures['period']>;

/** Returns what the pictures of an institution are drawn from. */
export function figuresOf(checked: Checked): Figures {
  const { profile, logs: given, judge } = checked.subject;
  const { plan, asOf } = checked.options;
  const spaces = profile && judge !== 'logs' ? (ifReadable(() => profile.profile.spaces) ?? []) : [];
  const rooms = seatMaps(spaces, plan.limits);
  const period = given && periodOf(given.logs, asOf);
  if (!given || !period) return { calendars: [], temperatures: [], stock: [], rooms };
  return {
    period,
    calendars: calendarsOf(given, period, checked),
    temperatures: temperaturesOf(given.logs, period),
    stock: stockLines(given.logs, profile?.profile, plan, period),
    rooms,
  };
}

/** The days that are judged, and the day of the check where something was recorded on it; else all that have rows. */
function periodOf(logs: Logs, asOf: string): Period | undefined {
  const recorded = KINDS.flatMap(({ name, dated }) => (dated === undefined ? [] : logs.days(name as KindName)));
  const past = recorded.filter((day) => day <= asOf).sort();
  const from = logs.calendarDays[0] ?? past[0];
  const to = past.at(-1) === asOf ? asOf : (logs.calendarDays.at(-1) ?? past.at(-1));
  if (from === undefined || to === undefined) return undefined;
  const earliest = addDays(to, 1 - MOST_DAYS);
  const isLong = from < earliest;
  return { from: isLong ? earliest : from, to };
}

/** A calendar of each kind that was given, or that is due. */
function calendarsOf(given: LogsGiven, { from, to }: Period, { subject, drafts, results }: Checked): LogCalendar[] {
  const { logs } = given;
  // where the logs alone are looked at, one that was not given may be elsewhere; a file that can't be read may be any
  const isWhole = subject.judge === 'both' && given.readings.every(({ summary }) => summary);
  const worst = worstByDay(given, drafts, results);
  const days = daysFrom(from, daysBetween(from, to) + 1);
  const notRun = new Set(results.flatMap(({ id, outcome }) => (outcome === 'not-run' ? [id] : [])));
  return KINDS.flatMap(({ name, dated, due }): LogCalendar[] => {
    const kind = name as KindName;
    if (dated === undefined) return [];
    const dueOn = new Set(due && notRun.has(due.rule) ? logs[due.on] : []);
    const found = worst.get(kind);
    if (!logs.has(kind) && !(isWhole && (dueOn.size > 0 || found))) return [];
    return [
      { kind, days: days.map((day) => markOf(logs.rowsOn(kind, day), found?.get(day), dueOn.has(day))).join('') },
    ];
  });
}

function markOf(rows: number, worst: Severity | undefined, isDue: boolean): CalendarMark {
  if (rows === 0) return isDue || worst === 'error' || worst === 'warning' ? 'g' : '-';
  if (worst === undefined) return 'o';
  return worst === 'error' ? 'f' : 'w';
}

/** Outcomes of rules whose findings stand in the report. */
const FOUND: ReadonlySet<Outcome> = new Set(['fail', 'warn', 'not-evidenced', 'waived']);

/** The worst finding of each kind of log on each day, also among those that were only counted. */
function worstByDay(
  { logs, readings }: LogsGiven,
  drafts: readonly Draft[],
  results: readonly RuleResult[],
): ReadonlyMap<string, ReadonlyMap<string, Severity>> {
  const worst = new Map<string, Map<string, Severity>>();
  const add = (kind: string, day: string, severity: Severity): void => {
    const days = worst.get(kind) ?? new Map<string, Severity>();
    const before = days.get(day);
    if (before === undefined || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(before)) days.set(day, severity);
    worst.set(kind, days);
  };
  const kindOf = new Map(logs.files.map(({ log }) => [log.file, log.kind]));
  for (const { about, day, location, severity } of drafts) {
    const kind = about ?? kindOf.get(location.file);
    if (kind !== undefined && day !== undefined) add(kind, day, severity);
  }
  const found = new Set(results.flatMap(({ id, outcome }) => (FOUND.has(outcome) ? [id] : [])));
  for (const { summary, worst: byRule } of readings) {
    for (const [rule, days] of summary ? byRule : []) {
      if (!LOG_CHECKS.has(rule) && !found.has(rule)) continue;
      for (const [day, severity] of days) add(summary?.log.kind ?? '', day, severity);
    }
  }
  return worst;
}

function temperaturesOf(logs: Logs, { from, to }: Period): DayTemperatures[] {
  const days = new Map<string, Map<number, number>>();
  for (const { temperatures } of logs.files) {
    for (const [day, counts] of temperatures?.days ?? []) {
      if (day < from || day > to) continue;
      const sums = days.get(day) ?? new Map<number, number>();
      days.set(day, sums);
      for (const [i, count] of counts.entries()) {
        const tenths = (temperatures?.first ?? 0) + i;
        if (count > 0) sums.set(tenths, (sums.get(tenths) ?? 0) + count);
      }
    }
  }
  return [...days.keys()].sort().flatMap((day) => {
    const counts = [...(days.get(day) ?? [])].sort(([a], [b]) => a - b);
    return counts.reduce((sum, [, count]) => sum + count, 0) < LEAST_READINGS ? [] : [{ day, counts }];
  });
}
