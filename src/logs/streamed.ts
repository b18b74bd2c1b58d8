/**
 * The kinds with a row for each person and day. Their rows are not kept: of each person-day a few flags remain, and the
 * rows that some rule looks at again.
 */
import { keeps } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { RowOf } from './kinds/index.js';

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
  /** Whether rules look at the row itself again. */
  remember(row: Row, limits: Limits): boolean;
  /** Whether a reading is fever: when the person is measured again that day, in the same slot, that is remembered too. */
  isFeverish(row: Row, limits: Limits): boolean;
}

const SLOT_FLAGS: Readonly<Record<string, number>> = { 晨: FLAG.morning, 午: FLAG.noon, 晚: FLAG.evening };

/** Returns whether the reading counts as fever. */
export function isFever(reading: number | undefined, limits: Limits): boolean {
  return reading !== undefined && keeps(limits.fever, reading);
}

/** The streamed kinds. */
export const STREAMED: {
  readonly entry: Streamed<RowOf<'entry'>>;
  readonly check: Streamed<RowOf<'check'>>;
  readonly 'health-daily': Streamed<RowOf<'health-daily'>>;
} = {
  entry: {
    flags: (row) => (row.admitted === false ? 0 : FLAG.present) | (row.time_out === undefined ? FLAG.open : FLAG.left),
    remember: (row, limits) =>
      isFever(row.temperature_c, limits) ||
      row.retest_c !== undefined ||
      (row.symptoms?.length ?? 0) > 0 ||
      row.admitted === false ||
      row.date_out !== undefined,
    isFeverish: (row, limits) => isFever(row.temperature_c, limits),
  },
  check: {
    flags: (row) => (row.present === true ? FLAG.present : 0) | (SLOT_FLAGS[row.slot ?? ''] ?? 0),
    remember: (row, limits) =>
      isFever(row.temperature_c, limits) ||
      row.present === false ||
      row.fever === true ||
      row.dry_cough === true ||
      row.fatigue === true ||
      (row.other_symptoms?.length ?? 0) > 0 ||
      row.action !== undefined,
    isFeverish: (row, limits) => isFever(row.temperature_c, limits),
  },
  'health-daily': {
    flags: () => FLAG.present,
    remember: (row, limits) =>
      isFever(row.temp_am_c, limits) ||
      isFever(row.temp_pm_c, limits) ||
      (row.symptoms?.length ?? 0) > 0 ||
      row.transport === '公共交通',
    isFeverish: (row, limits) => isFever(row.temp_am_c, limits) || isFever(row.temp_pm_c, limits),
  },
};
