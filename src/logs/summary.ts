/** What reading one file leaves behind: plain data, so that a worker can hand it over. */
import type { RaisedFinding } from '../input-check.js';
import type { Params, Severity } from '../types.js';
import type { LogRow, LogSource } from './kind.js';

/** A finding in a log, by a rule or a check of the input, before it is worded and fingerprinted. */
export interface LogFinding extends RaisedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The position of the cell, from 0, and the English name of its column, where it is about one. */
  readonly cell?: { readonly index: number; readonly column?: string };
  /** How many cells it is about where it is about several, in rows that follow each other. */
  readonly cells?: number;
  readonly params: Params;
  readonly key: string;
  /** Among rejects: the record as it stands in the file. */
  readonly record?: string;
}

/** How a person is named in a file. Distinct combinations only; who they are is decided when all files are read. */
export interface Mention {
  readonly name: string;
  readonly number: string;
  readonly idNumber: string;
  readonly group: string;
  readonly category: string;
  /** The line on which the combination first stands, and its date. */
  readonly line: number;
  readonly date: string;
}

/** What the rows of a day add up to. */
export interface DaySummary {
  rows: number;
  /** The lines of the first and the last row. */
  readonly line: number;
  lastLine: number;
  /**
   * Of streamed kinds: the marks of each person, by the position of the mention; see `markOf`. Grows as needed, so it
   * may be shorter than the list of mentions.
   */
  marks: Uint32Array;
  /** Of streamed kinds: who had a normal reading, and when; see `normalAt`. Only the first `normals` are filled. */
  readings: Uint32Array;
  normals: number;
}

/** How many findings there were, by rule and severity, whatever was kept. */
export type FindingCounts = ReadonlyMap<string, ReadonlyMap<Severity, number>>;

/** Rows of a day, slot and recorder. Times are in minutes, readings in tenths of a degree, -1 where there is none. */
export interface RowBlock {
  readonly date: string;
  readonly recorder: string;
  /** The line of the first row. */
  readonly line: number;
  readonly rows: number;
  readonly time: number;
  readonly reading: number;
}

/** What hints about a streamed kind need of its rows, which are not kept. */
export interface RowTally {
  /** Blocks in which every row has the same time and reading. */
  readonly blocks: readonly RowBlock[];
  /** Of each recorder the rows with a reading, and how many different readings: 3 stands for more. */
  readonly recorders: readonly {
    readonly recorder: string;
    readonly line: number;
    readonly rows: number;
    readonly readings: number;
  }[];
  /**
   * Of each day a sum over person, slot, time and reading of its rows, the same for the same rows in any file; and
   * whether there are more than two different times or readings.
   */
  readonly days: readonly {
    readonly date: string;
    readonly line: number;
    readonly rows: number;
    readonly sum: number;
    /** The same over the names of people and all other cells but phones. */
    readonly content: number;
    readonly varied: boolean;
  }[];
}

/** How often each temperature was read on a day, of all people together. */
export interface TemperatureCounts {
  /** The temperature of the first count, in tenths of a degree; each that follows is a tenth higher. */
  readonly first: number;
  readonly days: ReadonlyMap<string, Int32Array>;
}

/** A record that was not read as a row. */
export interface LostRow {
  readonly line: number;
  /** Whether nobody knows how many rows follow that were not read either. */
  readonly endless?: true;
}

/** A log that was read, for the rules. */
export interface LogSummary {
  readonly log: LogSource;
  /** All rows below the header, also those that are not kept or were not read. */
  readonly rowCount: number;
  readonly lost: readonly LostRow[];
  /** All rows; of streamed kinds only those worth remembering. */
  readonly rows: readonly LogRow[];
  readonly mentions: readonly Mention[];
  readonly days: ReadonlyMap<string, DaySummary>;
  /** Who wrote the log, with the first line. */
  readonly recorders: ReadonlyMap<string, number>;
  /** Of streamed kinds. */
  readonly tally?: RowTally;
  /** Where it was asked for. */
  readonly temperatures?: TemperatureCounts;
}

/** The worst finding that each rule has on a day, whatever was kept: rule → day → severity. */
export type WorstByDay = ReadonlyMap<string, ReadonlyMap<string, Severity>>;

/** What came of reading one file. */
export interface LogReading {
  readonly file: string;
  readonly encoding?: string;
  /** Rows below the header, without blank lines and footers. */
  readonly rowCount: number;
  readonly findings: readonly LogFinding[];
  /** Every finding about a row with its record, where they were asked for. */
  readonly rejects: readonly LogFinding[];
  readonly counts: FindingCounts;
  readonly worst: WorstByDay;
  /** Absent if the file could not be read as a log. */
  readonly summary?: LogSummary;
  /** Where it could not: the kinds of which it may be. */
  readonly candidates?: readonly string[];
}

/** A time in minutes, or the slots of a reading without one, is below this; the mention is above. */
const TIMES = 4096;
const UNTIMED = TIMES - 32;
/** Mentions that fit. Rows of those beyond are kept. */
export const MOST_READ = 2 ** 32 / TIMES;

/** When a reading was taken: in minutes after midnight, or in which slots, as their flags. */
export interface ReadingTime {
  readonly minute: number | undefined;
  readonly slots: number;
}

/** Packs who was read, and when. Without a time the slots count. */
export function normalAt(mention: number, minute: number, slots: number): number {
  return mention * TIMES + (minute < 0 ? UNTIMED + slots : Math.min(minute, UNTIMED - 1));
}

/** Returns the mention of a packed reading. */
export function mentionOfReading(packed: number): number {
  return Math.floor(packed / TIMES);
}

/** Returns when a packed reading was taken. */
export function timeOfReading(packed: number): ReadingTime {
  const time = packed % TIMES;
  return time < UNTIMED ? { minute: time, slots: 0 } : { minute: undefined, slots: time - UNTIMED };
}

/** Flags of a mark are below this; the line is above. 2^26 lines fit, those beyond share the last. */
const FLAGS = 64;
const MOST_LINES = 2 ** 26 - 1;

/** Packs the line of a person's first row of a day with flags, below 64. */
export function markOf(line: number, flags: number): number {
  return Math.min(line, MOST_LINES) * FLAGS + flags;
}

/** Returns the line of a mark. */
export function lineOfMark(mark: number): number {
  return Math.floor(mark / FLAGS);
}

/** Returns the flags of a mark. */
export function flagsOfMark(mark: number): number {
  return mark % FLAGS;
}
