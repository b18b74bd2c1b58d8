/**
 * Random logs of every kind, made from the columns of the kind: whole rows of valid cells. People, classes and rooms are
 * those of the example profile, other texts those of the example logs, so that rows of several logs are about the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { knownOf } from '../../src/check/known.js';
import type { Column, LogKind } from '../../src/logs/kind.js';
import { KINDS, KINDS_BY_NAME, type KindName } from '../../src/logs/kinds/index.js';
import { readLog } from '../../src/logs/read/log.js';
import { addDays } from '../../src/plan/days.js';
import { LIMITS } from '../../src/plan/limits.js';
import { EXAMPLES } from './profile.js';

/** A log as a table of texts. */
export interface LogTable {
  readonly kind: KindName;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What more is wanted of a table than that it is valid. */
export interface LogOptions {
  /** Every cell is filled; else those that may be empty are so now and then. */
  readonly filled?: boolean;
  /** No time of day stands in the table twice, so that nobody's rows are of the same time. */
  readonly distinctTimes?: boolean;
}

/** The day after the last that a row is about. */
export const AS_OF = '2020-06-01';
const FIRST_DAY = '2020-05-11';
const DAYS = 20;
const MOST_ROWS = 12;
/** Different texts of a column: few, so that they occur again. */
const MOST_TEXTS = 8;
const SYMPTOMS = ['无', '无', '干咳', '发热、乏力', '腹泻'];
const STARTS_OF_5_MINUTES = 144;
const SIX_O_CLOCK = 360;

type Cells = Record<string, string>;

/** A person as logs write one. */
interface Person {
  readonly name: string;
  readonly number: string;
  readonly idNumber: string;
  readonly group: string;
  readonly category: string;
}
const PEOPLE: readonly Person[] = [
  ...knownOf(EXAMPLES.complete).people.map(({ kind, name, number, idNumber, groups }) => {
    return { name, number, idNumber, group: groups.at(-1) ?? '', category: kind === 'staff' ? '教职工' : '学员' };
  }),
  { name: '张访客', number: 'W01', idNumber: 'E12345678', group: '外来', category: '外来' },
];

/** The texts of the example logs, by kind and column. */
const TEXTS = new Map<string, Set<string>>();
for (const folder of ['running/logs', 'mistakes/logs', 'county']) {
  const url = new URL(`../../examples/${folder}/`, import.meta.url);
  for (const name of readdirSync(url).sort()) {
    if (!name.endsWith('.csv')) continue;
    readLog(name, () => [readFileSync(new URL(name, url))], {
      kinds: KINDS,
      strict: false,
      asOf: AS_OF,
      limits: LIMITS,
      keepAll: false,
      fastPath: false,
      onRow: (kind, row) => {
        for (const [column, value] of Object.entries(row)) {
          const text = Array.isArray(value) ? value.join('、') || '无' : value;
          // 无 as the name of an institution says that there is none
          if (typeof text !== 'string' || (column === 'institution' && text === '无')) continue;
          const key = `${kind} ${column}`;
          const known = TEXTS.get(key) ?? new Set();
          if (known.size < MOST_TEXTS) TEXTS.set(key, known.add(text));
        }
      },
    });
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const timeOf = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`;
const minutesOf = (time: string): number => Number(time.slice(-5, -3)) * 60 + Number(time.slice(-2));

const day = fc.nat(DAYS - 1).map((n) => addDays(FIRST_DAY, n));
const time = fc.nat(STARTS_OF_5_MINUTES - 1).map((n) => timeOf(SIX_O_CLOCK + 5 * n));
const tenths = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => (n / 10).toFixed(1));
/** A fever now and then. */
const celsius = fc.oneof({ weight: 9, arbitrary: tenths(360, 372) }, { weight: 1, arbitrary: tenths(373, 395) });
const count = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(60)).map(String);

/** The cells of a column, none of them empty. */
function cellsOf(kind: KindName, column: Column): fc.Arbitrary<string> {
  const { en, zh, type, values = [] } = column;
  const known = en.includes('symptoms') ? SYMPTOMS : TEXTS.get(`${kind} ${en}`);
  const texts = [...(known ?? [`${zh}甲`, `${zh}乙`])];
  switch (type) {
    case 'date':
      return day;
    case 'month':
      return day.map((each) => each.slice(0, 7));
    case 'time':
      return time;
    case 'datetime':
      return fc.tuple(day, time).map((parts) => parts.join(' '));
    case 'bool':
      return fc.constantFrom('是', '否');
    case 'enum':
      return fc.constantFrom(...values);
    case 'phone':
      return fc.nat(9).map((n) => `1380000000${n}`);
    case 'id':
      return fc.constantFrom(...PEOPLE.map(({ idNumber }) => idNumber));
    case 'decimal':
      return column.unit === '℃' ? celsius : count;
    case 'int':
      return count;
    case 'list':
      return values.length === 0
        ? fc.constantFrom(...texts)
        : fc.subarray([...values], { minLength: 1, maxLength: 3 }).map((each) => each.join('、'));
    case 'text':
    case 'ref':
      return fc.constantFrom(...texts, ...values);
  }
}

/** Of two columns the second is not less than the first, besides those that the kind itself says. */
const NOT_LESS: { readonly [Kind in KindName]?: readonly (readonly [string, string])[] } = {
  absence: [['onset', 'follow_date']],
  'check-summary': [
    ['sick_absent', 'absent'],
    ['abnormal', 'checked'],
  ],
  clearance: [['discharged', 'returned_on']],
  'daily-report': [
    ['staff_present', 'staff_expected'],
    ['trainee_present', 'trainee_expected'],
  ],
  history14: [['returned_on', 'verified_on']],
  incident: [
    ['found_at', 'head_on_site_at'],
    ['found_at', 'region_hq_reported_at'],
    ['found_at', 'region_hrss_reported_at'],
    ['found_at', 'joint_started_at'],
    ['found_at', 'closed_on'],
  ],
  isolation: [['retest_at', 'time_out']],
  suspension: [['suspended_on', 'assessed_on']],
};

/** What a nil report counts. */
const COUNTED: { readonly [Kind in KindName]?: readonly string[] } = {
  'check-summary': ['sick_absent', 'abnormal'],
  'daily-report': [
    ...['sick_absent', 'fever', 'symptomatic', 'isolated', 'referred'],
    ...['key_area', 'contacts', 'suspected', 'confirmed'],
  ],
};

/** Swaps cells of a row, or changes one for another, until none contradicts another. */
function agree(kind: KindName, cells: Cells): Cells {
  if (cells.nil === '是') for (const column of COUNTED[kind] ?? []) cells[column] = '0';
  const { ordered = [] }: LogKind = KINDS_BY_NAME[kind];
  const pairs = [...ordered, ...(NOT_LESS[kind] ?? [])];
  const isLess = (one: string, other: string): boolean =>
    /^\d+$/.test(one) ? Number(one) < Number(other) : one.slice(0, other.length) < other.slice(0, one.length);
  const wrong = (): (typeof pairs)[number] | undefined =>
    pairs.find(([first, second]) => cells[first] && cells[second] && isLess(cells[second], cells[first]));
  for (let pair = wrong(); pair; pair = wrong()) {
    const [first, second] = [cells[pair[0]] as string, cells[pair[1]] as string];
    const isSwap = first.length === second.length || /^\d+$/.test(first);
    cells[pair[1]] = isSwap ? first : first.slice(0, second.length);
    if (isSwap) cells[pair[0]] = second;
  }
  if (kind === 'check' && cells.fever && Number(cells.temperature_c) >= LIMITS.fever.value) cells.fever = '是';
  if (kind === 'ventilation' && cells.minutes)
    cells.minutes = String(minutesOf(cells.close ?? '') - minutesOf(cells.open ?? ''));
  if (kind === 'isolation' && cells.onset) cells.onset = `${addDays(cells.date ?? '', -1)} ${cells.onset.slice(-5)}`;
  return cells;
}

/** The rows of a kind, each of one person where the kind is about people. */
function rowsOf(kind: KindName, { filled = false }: LogOptions): fc.Arbitrary<Cells> {
  const { columns, person: who }: LogKind = KINDS_BY_NAME[kind];
  const cells = columns.map((column) => {
    const may = !(filled || column.required || column.requiredUnless || column.requiredWith);
    const text = cellsOf(kind, column);
    return may ? fc.option(text, { nil: '', freq: 3 }) : text;
  });
  return fc.tuple(fc.constantFrom(...PEOPLE), ...cells).map(([person, ...texts]) => {
    const row: Cells = Object.fromEntries(columns.map(({ en }, i) => [en, texts[i] as string]));
    for (const [part, column] of Object.entries(who ?? {})) if (row[column]) row[column] = person[part as keyof Person];
    return row;
  });
}

/** Tables of a kind that are read without an error; where nothing need have happened, also a header alone. */
export function logTables(kind: KindName, options: LogOptions = {}): fc.Arbitrary<LogTable> {
  const { columns, event }: LogKind = KINDS_BY_NAME[kind];
  const timed = columns.filter(({ type }) => type === 'time' || type === 'datetime').map(({ en }) => en);
  return fc.array(rowsOf(kind, options), { minLength: event ? 0 : 1, maxLength: MOST_ROWS }).map((rows) => {
    const taken = new Set<string>();
    const settled = rows.map((drawn) => {
      const row = { ...drawn };
      for (const column of options.distinctTimes ? timed.filter((each) => row[each]) : []) {
        let at = minutesOf(row[column] ?? '');
        while (taken.has(timeOf(at))) at++;
        taken.add(timeOf(at));
        row[column] = (row[column] ?? '').slice(0, -5) + timeOf(at);
      }
      return agree(kind, row);
    });
    return {
      kind,
      header: columns.map(({ zh }) => zh),
      rows: settled.map((row) => columns.map(({ en }) => row[en] ?? '')),
    };
  });
}

/** Returns a table as it stands in a file. */
export function csvOf({ header, rows }: LogTable): string {
  return stringify([header, ...rows] as string[][]);
}
