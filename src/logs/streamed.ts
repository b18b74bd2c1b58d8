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
  /** Whether a reading is fever: when the person is measured again that day, in the same slot, that is remembered too. */
  isFeverish(row: Row, limits: Limits): boolean;
}

/** Returns whether the reading counts as fever. */
export function isFever(reading: number | undefined, limits: Limits): boolean {
  return reading !== undefined && keeps(limits.fever, reading);
}
