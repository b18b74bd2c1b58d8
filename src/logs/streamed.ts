/**
 * The kinds with a row for each person and day. Their rows are not kept: of each person-day a few flags remain, and the
 * rows that some rule looks at again.
 */
import { keeps } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';

/** The flags of a person-day. */
export const FLAG = {
  /** entry: came in. check: was present. health-daily: reported. */
  present: 1,
  /** entry: no time of leaving. */
  open: 2,
  /** check: seen in the morning, at noon, in the evening. */
  morning: 4,
  noon: 8,
  evening: 16,
  /** entry: gave a time of leaving. */
  left: 32,
} as const;

/** A kind whose rows are summed up while they are read. */
export interface Streamed<Row> {
  /** The flags that the row adds to its person-day. */
  flags(row: Row): number;
  /** The columns from which they are drawn. */
  readonly flagged: readonly (keyof Row & string)[];
  /** The columns that decide whether rules look at the row itself again. */
  readonly remembered: readonly (keyof Row & string)[];
  /** Whether they do. */
  remember(row: Row, limits: Limits): boolean;
  /** The columns of readings, with the slot that each is of; 0 where the row itself says it. */
  readonly readings: Readonly<Record<string, number>>;
}

/** The flags of slots. */
export const SLOTS = FLAG.morning | FLAG.noon | FLAG.evening;

/** Returns whether the reading is possible at all. */
export function isPossible(reading: number, limits: Limits): boolean {
  return keeps(limits.possibleLow, reading) && keeps(limits.possibleHigh, reading);
}

/** Returns whether the reading counts as fever. */
export function isFever(reading: number | undefined, limits: Limits): boolean {
  return reading !== undefined && keeps(limits.fever, reading);
}
