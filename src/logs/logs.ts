/** All logs of an institution, joined: what rules that look at more than one row read. */
import { addDays } from '../plan/days.js';
import { type Copies, copiesIn } from './copies.js';
import type { LogRow } from './kind.js';
import type { KindName, RowOf } from './kinds/index.js';
import type { Known } from './known.js';
import { type Names, namesOf } from './names.js';
import { joinPeople, type People, type Person } from './people.js';
import { FLAG } from './streamed.js';
import {
  flagsOfMark,
  type LogSummary,
  lineOfMark,
  mentionOfReading,
  type ReadingTime,
  timeOfReading,
} from './summary.js';
import { type LostFile, Unread } from './unread.js';

/** A person's mark of a day: what is known of the rows that are not kept. */
export interface PersonDay {
  readonly day: string;
  readonly file: string;
  readonly line: number;
  /** See `FLAG`. */
  readonly flags: number;
}

/** Is given a person, the flags of the day and, for who asks, the mark itself. */
export type Visit = (person: Person, flags: number, mark: () => PersonDay) => void;

/** The logs of one institution. Days are `YYYY-MM-DD`. */
export interface Logs {
  readonly files: readonly LogSummary[];
  /** The rows that several files have, which count once. */
  readonly copies: Copies;
  /** Returns whether a file of the kind was given, even one without rows. */
  has(kind: KindName): boolean;
  /** Returns the rows of a kind in the order of the files, copies left out; of streamed kinds only those worth remembering. */
  rows<Kind extends KindName>(kind: Kind): readonly RowOf<Kind>[];
  /** Returns the days on which a kind has rows, in order. */
  days(kind: KindName): readonly string[];
  /** Returns the number of rows of a kind on a day. */
  rowsOn(kind: KindName, day: string): number;
  /**
   * Returns where the first row of a kind on a day stands; where there is none the last row of the latest day before it,
   * or the header.
   */
  placeOf(kind: KindName, day?: string): { readonly file: string; readonly line: number } | undefined;
  /** Returns the person's mark in a streamed kind on a day. */
  personDay(kind: KindName, person: Person, day: string): PersonDay | undefined;
  /**
   * Calls back for everyone with a mark in a streamed kind on a day, once for each mention. Mentions that could be
   * several people are left out. No iterator: a register has millions of person-days, and an object for each took as
   * long as reading it.
   */
  eachOn(kind: KindName, day: string, visit: Visit): void;
  /** Calls back for the normal readings of these people in a streamed kind on a day, whatever rows are kept. */
  eachNormal(
    kind: KindName,
    day: string,
    people: { has(person: Person): boolean },
    visit: (person: Person, time: ReadingTime) => void,
  ): void;
  readonly people: People;
  /** Rooms, classes and bins by the ids of the profile. */
  readonly names: Names;
  /** The days to judge, from the first to the last: see `judgedDays`. Empty if there is none. */
  readonly calendarDays: readonly string[];
  /** Of these, the open days. */
  readonly openDays: readonly string[];
  /** What could not be read. */
  readonly unread: Unread;
}

/**
 * Joins the summaries of an institution's logs. `known` is absent where only logs were given; `lost` are the files that
 * could not be read as logs.
 */
export function joinLogs(
  files: readonly LogSummary[],
  known: Known | undefined,
  asOf: string,
  lost: readonly LostFile[] = [],
): Logs {
  const unread = new Unread(files, lost);
  const ofKind = new Map<string, number[]>();
  for (const [i, { log }] of files.entries()) ofKind.set(log.kind, [...(ofKind.get(log.kind) ?? []), i]);
  const indexes = (kind: string): readonly number[] => ofKind.get(kind) ?? [];
  const summaries = (kind: string): LogSummary[] => indexes(kind).map((i) => files[i] as LogSummary);
  const people = joinPeople(files, known?.people ?? []);
  const markOn = (file: number, mention: number, day: string): PersonDay | undefined => {
    const summary = files[file];
    const mark = summary?.days.get(day)?.marks[mention] ?? 0;
    return mark === 0 || !summary
      ? undefined
      : { day, file: summary.log.file, line: lineOfMark(mark), flags: flagsOfMark(mark) };
  };
  const copies = copiesIn(files);
  const rows = new Map<string, readonly unknown[]>();
  const calendarDays = judgedDays(files, known?.start, asOf);
  const trainingDays = new Set(daysWithTraining(files, known));
  const openDays = calendarDays.filter((day) => trainingDays.has(day) || (known?.isOpen(day) ?? false));
  return {
    files,
    copies,
    has: (kind) => ofKind.has(kind),
    rows: <Kind extends KindName>(kind: Kind) => {
      unread.askRows(kind);
      const known =
        rows.get(kind) ??
        indexes(kind).flatMap((i) => {
          const summary = files[i] as LogSummary;
          const copied = copies.of[i]?.rows;
          return unread.rows(summary).filter((_, r) => !copied?.has(summary.rows[r] as LogRow));
        });
      rows.set(kind, known);
      return known as readonly RowOf<Kind>[];
    },
    days: (kind) => {
      unread.askMarks(kind);
      return [...new Set(summaries(kind).flatMap((each) => [...each.days.keys()]))].sort();
    },
    rowsOn: (kind, day) => {
      unread.askMarks(kind, day);
      return indexes(kind)
        .filter((i) => !copies.of[i]?.days.has(day))
        .reduce((sum, i) => sum + (files[i]?.days.get(day)?.rows ?? 0), 0);
    },
    placeOf: (kind, day) => {
      const found = summaries(kind);
      const on = day === undefined ? undefined : (firstOn(found, day) ?? lastBefore(found, day));
      return on ?? (found[0] && { file: found[0].log.file, line: found[0].log.headerLine });
    },
    personDay: (kind, person, day) => {
      unread.askMarks(kind, day);
      // a person may be written in several ways, or stand in several files: the first row, and all flags
      let joined: PersonDay | undefined;
      for (const { file, mention } of person.mentions) {
        const mark = files[file]?.log.kind === kind ? markOn(file, mention, day) : undefined;
        if (mark) joined = joined ? { ...joined, flags: joined.flags | mark.flags } : mark;
      }
      return joined;
    },
    eachOn: (kind, day, visit) => {
      unread.askMarks(kind, day);
      for (const file of indexes(kind)) {
        const { log, days } = files[file] as LogSummary;
        const marks = days.get(day)?.marks;
        if (!marks) continue;
        const meant = people.in(file);
        let packed = 0;
        const mark = (): PersonDay => ({ day, file: log.file, line: lineOfMark(packed), flags: flagsOfMark(packed) });
        for (let mention = 0; mention < marks.length; mention++) {
          packed = marks[mention] as number;
          const person = packed === 0 ? undefined : meant[mention];
          if (person) visit(person, flagsOfMark(packed), mark);
        }
      }
    },
    eachNormal: (kind, day, asked, visit) => {
      for (const file of indexes(kind)) {
        const { readings = [], normals = 0 } = files[file]?.days.get(day) ?? {};
        const meant = people.in(file);
        for (let i = 0; i < normals; i++) {
          const packed = readings[i] as number;
          const person = meant[mentionOfReading(packed)];
          if (person && asked.has(person)) visit(person, timeOfReading(packed));
        }
      }
    },
    people,
    names: namesOf(known),
    get calendarDays() {
      // with the first day of operation the logs do not tell which days there are
      if (known?.start === undefined) unread.askDays(DAILY);
      return calendarDays;
    },
    get openDays() {
      unread.askDays(known?.start === undefined ? DAILY : TRAINING);
      return openDays;
    },
    unread,
  };
}

/** The first row of a day. */
function firstOn(files: readonly LogSummary[], day: string): { file: string; line: number } | undefined {
  for (const { log, days } of files) {
    const found = days.get(day);
    if (found) return { file: log.file, line: found.line };
  }
  return undefined;
}

/** The last row of the latest day before. */
function lastBefore(files: readonly LogSummary[], day: string): { file: string; line: number } | undefined {
  let latest = '';
  let found: { file: string; line: number } | undefined;
  for (const { log, days } of files) {
    for (const [each, { lastLine }] of days) {
      if (each >= day || each < latest) continue;
      latest = each;
      found = { file: log.file, line: lastLine };
    }
  }
  return found;
}

/**
 * Returns the days that are judged for completeness: from the first to the last date of the logs; where the first day of
 * operation is known, from there to the day before `asOf`. The as-of day itself is not over yet.
 */
function judgedDays(files: readonly LogSummary[], start: string | undefined, asOf: string): string[] {
  const dated = files
    .filter(({ log }) => (DAILY as readonly string[]).includes(log.kind))
    .flatMap(({ days }) => [...days.keys()]);
  const dates = [...new Set(dated)].sort();
  const yesterday = addDays(asOf, -1);
  const first = start ?? dates[0];
  const last = start ? yesterday : dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const days: string[] = [];
  for (let day = first; day <= last && day <= yesterday && days.length < MOST_DAYS; day = addDays(day, 1))
    days.push(day);
  return days;
}

/** Ten years. A date of the year 1020 must not make half a million missing days. */
const MOST_DAYS = 3660;

/** The kinds that are written day by day, whose dates tell which period the logs cover. */
const DAILY: readonly KindName[] = [
  'entry',
  'check',
  'check-summary',
  'health-daily',
  'daily-report',
  'disinfection',
  'ventilation',
  'mask-bin',
  'session',
];

/** The kinds that tell on which days there was training. */
const TRAINING: readonly KindName[] = ['session', 'entry'];

/** The days with a session on the premises, or with a trainee in the register. */
function* daysWithTraining(files: readonly LogSummary[], known: Known | undefined): Generator<string> {
  for (const { log, rows, days, mentions } of files) {
    if (log.kind === 'session') {
      const sessions = rows as unknown as readonly RowOf<'session'>[];
      const here = new Set(sessions.flatMap((row) => (known?.isOffsite(row) ? [] : row.date)));
      const away = new Set(sessions.flatMap(({ date }) => (here.has(date) ? [] : date)));
      for (const day of days.keys()) if (!away.has(day)) yield day;
    }
    if (log.kind !== 'entry') continue;
    for (const [day, { marks }] of days) {
      if (marks.some((mark, i) => (flagsOfMark(mark) & FLAG.present) !== 0 && mentions[i]?.category === '学员'))
        yield day;
    }
  }
}
