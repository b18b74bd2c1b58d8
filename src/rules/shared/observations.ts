/** What each row says of a person's health: readings with their times, and symptoms. */
import type { RowPlace } from '../../logs/kind.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import { FLAG, SLOTS } from '../../logs/streamed.js';
import { namedIn } from './symptoms.js';

/** The kinds that hold readings or symptoms. */
export const OBSERVING = ['health-daily', 'absence', 'entry', 'check', 'incident', 'isolation'] as const;

/** One of these kinds. */
export type ObservingKind = (typeof OBSERVING)[number];

/** A row, for a finding to stand at. */
export interface PlacedRow {
  readonly at: RowPlace;
}

/** A temperature that was taken. */
export interface Reading {
  readonly celsius: number;
  /** Minutes after midnight, where the log says so. */
  readonly minute: number | undefined;
  /** The slots, as their flags, in which it may have been taken. */
  readonly slots: number;
  /** What 复测 of the same row has. */
  readonly again?: Reading;
  /** Whether its place in the row says that it was taken after another one there. */
  readonly isLater?: true;
}

/** What one row says of a person on a day. */
export interface Observation {
  readonly kind: ObservingKind;
  readonly day: string;
  readonly row: PlacedRow;
  readonly readings: readonly Reading[];
  readonly symptoms: readonly string[];
  /** When the row was written, for what it says without a reading. */
  readonly minute?: number | undefined;
  readonly slots?: number;
  /** Of a check: the person was not there. */
  readonly absent?: boolean;
}

const SLOT_FLAGS: Readonly<Record<string, number>> = { 晨: FLAG.morning, 午: FLAG.noon, 晚: FLAG.evening };

/** Returns the slots in which a reading may have been taken: by its time, else by what the row says, else any. */
export function slotsOf(minute: number | undefined, said: number): number {
  if (minute === undefined) return said === 0 ? SLOTS : said;
  const within = HOURS.filter(({ from, to }) => from <= minute && minute < to);
  return within.reduce((flags, { flag }) => flags | flag, 0);
}

/** The hours of the slots, in minutes (toolkit default). Between 11:30 and 12:00 a check may be either. */
const HOURS = [
  { flag: FLAG.morning, from: 0, to: 12 * 60 },
  { flag: FLAG.noon, from: 11 * 60 + 30, to: 17 * 60 },
  { flag: FLAG.evening, from: 17 * 60, to: Number.POSITIVE_INFINITY },
];

function* ofHealthDaily(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('health-daily')) {
    const { date: day, symptoms = [], temp_am_c: morning, temp_pm_c: evening } = row;
    if (day === undefined) continue;
    const readings = [...taken(morning, undefined, FLAG.morning), ...taken(evening, undefined, FLAG.evening)];
    yield { kind: 'health-daily', day, row, readings, symptoms };
  }
}

/** Only the readings: the symptoms are those of the onset, and follow-ups repeat them. */
function* ofAbsence(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('absence')) {
    if (row.date === undefined || row.type === '事假') continue;
    yield { kind: 'absence', day: row.date, row, readings: taken(row.temperature_c, undefined), symptoms: [] };
  }
}

function* ofEntry(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('entry')) {
    const { date: day, time_in: minute, symptoms = [], temperature_c, retest_c } = row;
    if (day === undefined) continue;
    yield { kind: 'entry', day, row, readings: withRetest(temperature_c, minute, retest_c, minute), symptoms, minute };
  }
}

function* ofCheck(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('check')) {
    const { date: day, time: minute, temperature_c } = row;
    if (day === undefined) continue;
    const slots = SLOT_FLAGS[row.slot ?? ''] ?? 0;
    const readings = taken(temperature_c, minute, slots);
    const absent = row.present === false;
    yield { kind: 'check', day, row, readings, symptoms: symptomsOfCheck(row), minute, slots, absent };
  }
}

/** The symptoms that a check ticks, and those that it names. */
function symptomsOfCheck({ fever, dry_cough, fatigue, other_symptoms = [] }: RowOf<'check'>): readonly string[] {
  const ticked = [fever === true && '发热', dry_cough === true && '干咳', fatigue === true && '乏力'];
  return [...ticked.filter((each) => each !== false), ...namedIn(other_symptoms)];
}

function* ofIncident(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('incident')) {
    const { found_at, symptoms = [], temperature_c } = row;
    if (found_at === undefined) continue;
    const minute = Number(found_at.slice(11, 13)) * 60 + Number(found_at.slice(14, 16));
    const readings = taken(temperature_c, minute);
    yield { kind: 'incident', day: found_at.slice(0, 10), row, readings, symptoms, minute };
  }
}

function* ofIsolation(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('isolation')) {
    const { date: day, symptoms = [], time_in: minute, retest_at = minute, time_out } = row;
    if (day === undefined) continue;
    const readings = [
      ...withRetest(row.temp_in_c, minute, row.retest_c, retest_at),
      ...taken(row.temp_out_c, time_out).map((reading) => ({ ...reading, isLater: true as const })),
    ];
    yield { kind: 'isolation', day, row, readings, symptoms, minute };
  }
}

function taken(celsius: number | undefined, minute: number | undefined, said = 0): Reading[] {
  return celsius === undefined ? [] : [{ celsius, minute, slots: slotsOf(minute, said) }];
}

/** A reading, and the one that 复测 of the row has. */
function withRetest(
  celsius: number | undefined,
  minute: number | undefined,
  retest: number | undefined,
  at: number | undefined,
): Reading[] {
  const [again] = taken(retest, at).map((reading) => ({ ...reading, isLater: true as const }));
  const first = taken(celsius, minute).map((reading) => (again ? { ...reading, again } : reading));
  return again ? [...first, again] : first;
}

/** Yields what the rows of each kind say; of streamed kinds only those that are kept. */
export const observationsOf: Readonly<Record<ObservingKind, (logs: Logs) => Iterable<Observation>>> = {
  'health-daily': ofHealthDaily,
  absence: ofAbsence,
  entry: ofEntry,
  check: ofCheck,
  incident: ofIncident,
  isolation: ofIsolation,
};
