/** How many people the other logs show for a day, by the columns of the daily report. */
import type { KindName, RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import type { Limits } from '../../plan/limits.js';
import { reasonOf } from './absence-reasons.js';
import { OBSERVING, type PlacedRow } from './observations.js';
import { oncePerLogs } from './once.js';
import { signsIn } from './signs.js';

/**
 * The columns that other logs can be compared with. No log counts close contacts (of an incident, those traced may be
 * anyone), and the numbers expected and present are no cases: neither is compared here.
 */
export const COMPARED = [
  'sick_absent',
  'fever',
  'symptomatic',
  'isolated',
  'referred',
  'key_area',
  'suspected',
  'confirmed',
] as const;

/** A column that is compared. */
export type ComparedColumn = (typeof COMPARED)[number];

/** The kinds from which each column is derived. */
export const SOURCES: Readonly<Record<ComparedColumn, readonly KindName[]>> = {
  sick_absent: ['check', 'check-summary', 'absence'],
  fever: OBSERVING,
  symptomatic: ['entry', 'check', 'health-daily', 'isolation', 'incident'],
  isolated: ['isolation'],
  referred: ['incident', 'isolation'],
  key_area: ['history14'],
  suspected: ['incident'],
  confirmed: ['incident'],
};

/**
 * What is often known later than the day on which it is dated: how an incident is classified in the end, where someone
 * had been before the survey. The report of that day or of any later day may give it.
 */
export const KNOWN_LATER: readonly ComparedColumn[] = ['key_area', 'suspected', 'confirmed'];

/** People counted in one column of a day. */
export interface DayCount {
  /** Distinct people who certainly belong there. */
  readonly least: number;
  /** How many more there are if those of whom nothing tells whether their fever stands had fever. */
  readonly undecided: number;
  /** Rows that show them: not all where they are many. */
  readonly rows: readonly PlacedRow[];
}

/** Counts of days. */
export interface DayCounts {
  /** Returns who certainly belongs in the column on the day. */
  of(column: ComparedColumn, day: string): DayCount;
  /** Returns the greatest number that the logs allow: with everyone whose case is doubtful, or still open. */
  most(column: ComparedColumn, day: string): number;
}

interface Tally {
  readonly certain: Map<Person, PlacedRow>;
  readonly possible: Set<Person>;
  readonly undecided: Set<Person>;
  /** Rows whose person is not known for certain. */
  unknown: number;
  /** Counts of logs that name nobody: by class, one for each slot. */
  readonly unnamed: Map<string, { row: PlacedRow; counts: number[] }>;
}

const MOST_ROWS = 5;

/** Counts the people whom the logs show, each once for a day and column. */
export const dayCounts = oncePerLogs((logs, limits: Limits): DayCounts => {
  const tallies = new Map<string, Tally>();
  const tallyOf = (column: ComparedColumn, day: string): Tally => {
    const key = `${column} ${day}`;
    const tally = tallies.get(key) ?? {
      certain: new Map(),
      possible: new Set(),
      undecided: new Set(),
      unknown: 0,
      unnamed: new Map(),
    };
    tallies.set(key, tally);
    return tally;
  };
  for (const { column, day, person, row, isCertain, isUndecided } of shown(logs, limits)) {
    const tally = tallyOf(column, day);
    if (person && isUndecided) tally.undecided.add(person);
    if (!person) tally.unknown++;
    else if (!isCertain) tally.possible.add(person);
    else if (!tally.certain.has(person)) tally.certain.set(person, row);
  }
  for (const row of logs.rows('check-summary')) {
    if (row.date === undefined || row.sick_absent === undefined) continue;
    const { unnamed } = tallyOf('sick_absent', row.date);
    const name = logs.names.class(row.class ?? '');
    const known = unnamed.get(name);
    if (known) known.counts.push(row.sick_absent);
    else unnamed.set(name, { row, counts: [row.sick_absent] });
  }
  return {
    of: (column, day) => {
      const tally = tallies.get(`${column} ${day}`);
      if (!tally) return { least: 0, undecided: 0, rows: [] };
      const classes = [...tally.unnamed.values()].filter(({ counts }) => Math.max(...counts) > 0);
      const unnamed = classes.reduce((sum, { counts }) => sum + Math.max(...counts), 0);
      return {
        // a class may be in both sorts of log: nobody is counted twice
        least: Math.max(tally.certain.size, unnamed),
        undecided: tally.undecided.size,
        rows: [...tally.certain.values(), ...classes.map(({ row }) => row)].slice(0, MOST_ROWS),
      };
    },
    most: (column, day) => {
      const tally = tallies.get(`${column} ${day}`);
      const people = new Set([...(tally?.certain.keys() ?? []), ...(tally?.possible ?? [])]);
      let unknown = tally?.unknown ?? 0;
      for (const row of stillOpen(logs, column, day)) {
        const person = logs.people.of(row.at);
        if (person) people.add(person);
        else unknown++;
      }
      const unnamed = [...(tally?.unnamed.values() ?? [])].flatMap(({ counts }) => counts);
      return people.size + unknown + unnamed.reduce((sum, count) => sum + count, 0);
    },
  };
});

interface Shown {
  readonly column: ComparedColumn;
  readonly day: string;
  readonly person: Person | undefined;
  readonly row: PlacedRow;
  readonly isCertain: boolean;
  readonly isUndecided?: boolean;
}

/** Yields whom each row shows in which column. */
function* shown(logs: Logs, limits: Limits): Generator<Shown> {
  const inColumn = (column: ComparedColumn, day: string, row: PlacedRow, isCertain = true): Shown => ({
    ...{ column, day, row, isCertain },
    person: logs.people.of(row.at),
  });
  for (const signs of signsIn(logs, limits, { kinds: OBSERVING })) {
    const { day, person, fever, undecided, feverOnce, named, other, rows } = signs;
    const [row] = rows;
    if (feverOnce) yield { column: 'fever', day, person, row, isCertain: fever, isUndecided: undecided };
    // who has fever too may be reported under fever only
    if (named || other) yield { column: 'symptomatic', day, person, row, isCertain: named && !feverOnce };
  }
  for (const row of logs.rows('isolation')) {
    if (row.date === undefined) continue;
    yield inColumn('isolated', row.date, row);
    if (row.destination === '发热门诊') yield inColumn('referred', row.date, row);
  }
  for (const row of logs.rows('incident')) {
    if (row.referred_at !== undefined) yield inColumn('referred', row.referred_at.slice(0, 10), row);
    if (row.found_at === undefined) continue;
    const day = row.found_at.slice(0, 10);
    if (row.classification === '疑似') yield inColumn('suspected', day, row);
    if (row.classification === '确诊') yield inColumn('confirmed', day, row);
  }
  for (const row of logs.rows('history14')) {
    const { returned_on: day, area_type: area = '无' } = row;
    if (day !== undefined && area !== '无') yield inColumn('key_area', day, row);
  }
  for (const row of logs.rows('check')) {
    const { date: day, present, absence_reason } = row;
    const reason = reasonOf(absence_reason);
    if (day === undefined || present !== false || reason === 'other') continue;
    yield inColumn('sick_absent', day, row, reason === 'sick');
  }
  const open = new Set(logs.openDays);
  for (const row of logs.rows('absence')) {
    const { date: day, type, outcome = '', return_date: back } = row;
    if (day === undefined || type !== '病假') continue;
    // a follow-up on a closed day, or one that tells of the return, does not say that someone was missed
    const isMissed =
      (open.size === 0 || open.has(day)) && (back === undefined || back > day) && !OVER.includes(outcome);
    yield inColumn('sick_absent', day, row, isMissed);
  }
}

const OVER = ['治愈', '排除'];

/** Rows of earlier days whose matter was not closed by the day, so that a report may still count it. */
function stillOpen(logs: Logs, column: ComparedColumn, day: string): readonly PlacedRow[] {
  if (column === 'sick_absent') {
    return logs
      .rows('absence')
      .filter(({ date, type, return_date: back }) => type === '病假' && spans(date, back, day));
  }
  if (column === 'suspected' || column === 'confirmed') return logs.rows('incident').filter((row) => isCase(row, day));
  if (column === 'key_area') return logs.rows('history14').filter(({ area_type: area = '无' }) => area !== '无');
  return [];
}

function isCase({ found_at, closed_on, classification = '症状' }: RowOf<'incident'>, day: string): boolean {
  return classification !== '症状' && spans(found_at?.slice(0, 10), closed_on, day);
}

function spans(from: string | undefined, to: string | undefined, day: string): boolean {
  return from !== undefined && from <= day && (to === undefined || to >= day);
}
