/** What the temperatures of a day, or of a week, come to: range, middle half, median. */
import { addDays, weekdayOf } from '../../plan/days.js';
import { keeps, type Limit } from '../../plan/limit.js';
import type { DayTemperatures } from '../../types.js';

/** What a day's readings come to, in degrees. */
export interface Box {
  readonly day: string;
  readonly count: number;
  readonly low: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly high: number;
  /** Readings that are fever. */
  readonly above: number;
}

/** Returns what the readings of a day come to. */
export function boxOf({ day, counts }: DayTemperatures, fever: Limit): Box {
  const count = counts.reduce((sum, [, each]) => sum + each, 0);
  const last = counts.at(-1)?.[0] ?? 0;
  /** The reading that has that part of all at or below it. */
  const quantile = (part: number): number => {
    let left = Math.ceil(part * count);
    const found = counts.find(([, each]) => {
      left -= each;
      return left <= 0;
    });
    return (found?.[0] ?? last) / 10;
  };
  return {
    day,
    count,
    low: (counts[0]?.[0] ?? 0) / 10,
    lower: quantile(0.25),
    median: quantile(0.5),
    upper: quantile(0.75),
    high: last / 10,
    above: counts.reduce((sum, [tenths, each]) => (keeps(fever, tenths / 10) ? sum + each : sum), 0),
  };
}

/** Returns the Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day));
}

/** Returns the readings of each week together, by its Monday. */
export function byWeek(days: readonly DayTemperatures[]): DayTemperatures[] {
  const weeks = new Map<string, Map<number, number>>();
  for (const { day, counts } of days) {
    const monday = mondayOf(day);
    const sums = weeks.get(monday) ?? new Map<number, number>();
    weeks.set(monday, sums);
    for (const [tenths, count] of counts) sums.set(tenths, (sums.get(tenths) ?? 0) + count);
  }
  return [...weeks].map(([day, sums]) => ({ day, counts: [...sums].sort(([a], [b]) => a - b) }));
}
