/**
 * The same rows in several files of a kind, as when a month is exported twice: a row that is equal in all cells counts as
 * often as in the file that has it most often. Of streamed kinds, whose rows are not kept, whole days are compared.
 */
import type { LogKind, LogRow, RowPlace } from './kind.js';
import { kindByName } from './kinds/index.js';
import { splitRecord } from './read/cells.js';
import type { LogSummary } from './summary.js';

/** What a file repeats of those before it. */
export interface Copied {
  readonly rows: ReadonlySet<LogRow>;
  /** Of streamed kinds: the days on which it has the same rows as another, and no others. */
  readonly days: ReadonlySet<string>;
}

/** Two files, by their positions, of which the second has rows of the first. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly count: number;
  /** The line of the first of these rows in the second file. */
  readonly line: number;
}

/** Two rows of one key whose other cells differ. */
export interface Disagreement {
  readonly row: RowPlace;
  readonly other: RowPlace;
}

/** The same rows in several files. */
export interface Copies {
  /** By file. */
  readonly of: readonly Copied[];
  readonly pairs: readonly Pair[];
  readonly disagreements: readonly Disagreement[];
}

/** Finds the rows that several files of a kind have. */
export function copiesIn(files: readonly LogSummary[]): Copies {
  const ofKind = new Map<string, number[]>();
  for (const [i, { log }] of files.entries()) ofKind.set(log.kind, [...(ofKind.get(log.kind) ?? []), i]);
  const of = files.map(() => ({ rows: new Set<LogRow>(), days: new Set<string>() }));
  const pairs: Pair[] = [];
  const disagreements: Disagreement[] = [];
  for (const [name, indexes] of ofKind) {
    const kind = kindByName(name);
    if (indexes.length < 2 || !kind) continue;
    const given = indexes.map((index) => contentOf(files[index] as LogSummary, index, kind));
    const most = new Map<string, number>();
    for (const { index, rows, days } of given) {
      for (const [content, own] of rows) {
        for (const row of own.slice(0, most.get(content) ?? 0)) of[index]?.rows.add(row);
        most.set(content, Math.max(most.get(content) ?? 0, own.length));
      }
      for (const [content, { date }] of days) {
        if (most.has(content)) of[index]?.days.add(date);
        most.set(content, 1);
      }
    }
    for (const [j, second] of given.entries()) {
      for (const first of given.slice(0, j)) {
        const pair = shared(first, second);
        if (pair) pairs.push(pair);
        // one by one: several hundred thousand arguments are more than a call can have
        for (const each of disagreeing(first, second)) disagreements.push(each);
      }
    }
  }
  return { of, pairs, disagreements };
}

/** Rows and days of a file by their content. */
interface Content {
  readonly index: number;
  readonly rows: ReadonlyMap<string, readonly LogRow[]>;
  readonly days: ReadonlyMap<string, { readonly date: string; readonly line: number; readonly count: number }>;
  /** The rows by what identifies them; those of a key that the file has twice are left out. */
  readonly keys: ReadonlyMap<string, readonly [content: string, row: LogRow]>;
}

function contentOf({ rows, tally }: LogSummary, index: number, kind: LogKind): Content {
  const byContent = new Map<string, LogRow[]>();
  const keys = new Map<string, readonly [string, LogRow]>();
  const twice = new Set<string>();
  for (const row of rows) {
    const content = JSON.stringify(cellsOf(row, kind));
    const alike = byContent.get(content);
    if (alike) alike.push(row);
    else byContent.set(content, [row]);
    const key = keyOf(row, kind);
    if (key === undefined) continue;
    if (keys.has(key)) twice.add(key);
    keys.set(key, [content, row]);
  }
  for (const key of twice) keys.delete(key);
  const days = (tally?.days ?? []).map(
    ({ date, line, rows: count, content }) => [`day ${date} ${count} ${content}`, { date, line, count }] as const,
  );
  return { index, rows: byContent, days: new Map(days), keys };
}

/** The cells of a row: their values, and as they stand where they have none. */
function cellsOf(row: LogRow, { columns }: LogKind): unknown[] {
  const { log, record } = row.at;
  let cells: ReturnType<typeof splitRecord> | undefined;
  return columns.map(({ en }) => {
    const at = log.positions.get(en);
    const value = valuesOf(row)[en];
    if (value !== undefined || at === undefined) return value ?? null;
    cells ??= splitRecord(record, log.delimiter, record.includes('"'));
    return cells === 'bad-quote' ? record : (cells[at] ?? '').trim();
  });
}

/** What identifies a row: its day, times and key, and the person. Undefined where a part of it is not given. */
function keyOf(row: LogRow, { dated, key = [], person, columns }: LogKind): string | undefined {
  if (key.length === 0 || dated === undefined) return undefined;
  const times = columns.filter(({ type }) => type === 'time' || type === 'datetime').map(({ en }) => en);
  const given = [dated, ...key, ...(person ? [person.name] : [])].map((column) => valuesOf(row)[column]);
  if (given.includes(undefined)) return undefined;
  const number = person?.number ?? person?.idNumber ?? '';
  return JSON.stringify([...given, valuesOf(row)[number] ?? null, ...times.map((each) => valuesOf(row)[each] ?? null)]);
}

function shared(first: Content, second: Content): Pair | undefined {
  let count = 0;
  let line = Number.POSITIVE_INFINITY;
  const add = (rows: number, at: number): void => {
    count += rows;
    line = Math.min(line, at);
  };
  const days = new Set<string>();
  for (const [content, day] of second.days) {
    if (!first.days.has(content)) continue;
    days.add(day.date);
    add(day.count, day.line);
  }
  for (const [content, rows] of second.rows) {
    const alike = rows.slice(0, first.rows.get(content)?.length ?? 0).filter((row) => !days.has(dayOf(row)));
    if (alike[0]) add(alike.length, alike[0].at.line);
  }
  return count === 0 ? undefined : { first: first.index, second: second.index, count, line };
}

function* disagreeing(first: Content, second: Content): Generator<Disagreement> {
  for (const [key, [content, row]] of second.keys) {
    const other = first.keys.get(key);
    if (other && other[0] !== content) yield { row: row.at, other: other[1].at };
  }
}

function dayOf(row: LogRow): string {
  const { dated = '' } = kindByName(row.at.log.kind) ?? {};
  return String(valuesOf(row)[dated] ?? '').slice(0, 10);
}

function valuesOf(row: LogRow): Readonly<Record<string, unknown>> {
  return row as unknown as Readonly<Record<string, unknown>>;
}
