/** What each row says of a person's health: readings in their order, and symptoms. */
import type { RowPlace } from '../../logs/kind.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import { FLAG } from '../../logs/streamed.js';
import { namedIn } from './symptoms.js';

/** The kinds that hold readings or symptoms. Of two readings of one time, that of the later in this list counts. */
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
  /** Minutes after midnight before which it was not taken, where the log does not say more. */
  readonly notBefore: number;
  /** Orders the readings of one log. */
  readonly order: number;
}

/** What one row says of a person on a day. */
export interface Observation {
  readonly kind: ObservingKind;
  readonly day: string;
  readonly row: PlacedRow;
  readonly readings: readonly Reading[];
  readonly symptoms: readonly string[];
  /** Of a check: its slot, one of the flags of `FLAG`, 0 if it is not known. */
  readonly slot?: number;
  /** Of a check: the person was not there. */
  readonly absent?: boolean;
}

/** Where readings of a slot begin that have no time. Half days are all that matters: before or after isolation. */
const SLOTS: Readonly<Record<string, { readonly flag: number; readonly notBefore: number }>> = {
  晨: { flag: FLAG.morning, notBefore: 0 },
  午: { flag: FLAG.noon, notBefore: 11 * 60 },
  晚: { flag: FLAG.evening, notBefore: 17 * 60 },
};
const NO_SLOT = { flag: 0, notBefore: 0 };
const EVENING = 17 * 60;

/** More than the minutes of a day and of the night after it. */
const LATEST = 10_000;

function* ofHealthDaily(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('health-daily')) {
    const { date: day, symptoms = [], temp_am_c: morning, temp_pm_c: evening } = row;
    if (day === undefined) continue;
    const readings = [...taken(morning, { order: 0 }), ...taken(evening, { notBefore: EVENING, order: 1 })];
    yield { kind: 'health-daily', day, row, readings, symptoms };
  }
}

/** Only the readings: the symptoms are those of the onset, and follow-ups repeat them. */
function* ofAbsence(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('absence')) {
    if (row.date === undefined || row.type === '事假') continue;
    const readings = taken(row.temperature_c, { order: 0 });
    yield { kind: 'absence', day: row.date, row, readings, symptoms: [] };
  }
}

function* ofEntry(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('entry')) {
    const { date: day, time_in: minute, symptoms = [], temperature_c, retest_c } = row;
    if (day === undefined) continue;
    const readings = [...taken(temperature_c, { minute }), ...taken(retest_c, { minute })];
    yield { kind: 'entry', day, row, readings, symptoms };
  }
}

function* ofCheck(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('check')) {
    const { date: day, time: minute, temperature_c } = row;
    if (day === undefined) continue;
    const { flag: slot, notBefore } = SLOTS[row.slot ?? ''] ?? NO_SLOT;
    const readings = taken(temperature_c, { minute, notBefore, order: slot * LATEST + (minute ?? 0) });
    const absent = row.present === false;
    yield { kind: 'check', day, row, readings, symptoms: symptomsOfCheck(row), slot, absent };
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
    yield { kind: 'incident', day: found_at.slice(0, 10), row, readings: taken(temperature_c, { minute }), symptoms };
  }
}

function* ofIsolation(logs: Logs): Generator<Observation> {
  for (const row of logs.rows('isolation')) {
    const { date: day, symptoms = [], time_in, retest_at = time_in, time_out = retest_at } = row;
    if (day === undefined) continue;
    const readings = [
      ...taken(row.temp_in_c, { minute: time_in }),
      ...taken(row.retest_c, { minute: retest_at }),
      ...taken(row.temp_out_c, { minute: time_out }),
    ];
    yield { kind: 'isolation', day, row, readings, symptoms };
  }
}

function taken(
  celsius: number | undefined,
  { minute, notBefore = 0, order = minute ?? 0 }: { minute?: number | undefined; notBefore?: number; order?: number },
): Reading[] {
  return celsius === undefined ? [] : [{ celsius, minute, notBefore, order }];
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
