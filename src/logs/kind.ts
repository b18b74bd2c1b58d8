/** What a kind of daily log is: its columns as data, and the types of its rows that follow from them. */
import type { Wording } from '../types.js';

/** The number of a kind in the list of logs, by which rules and clauses name it. */
export type LogNumber = `L${number}` | 'L3s' | 'L19a' | 'L19b';

/**
 * What the cells of each type become: dates `YYYY-MM-DD`, months `YYYY-MM`, times in minutes after midnight of the
 * row's date (24:00 is 1440, the next day's 01:30 is 1530), datetimes `YYYY-MM-DDTHH:MM` in the time of China.
 */
export interface CellValues {
  date: string;
  month: string;
  time: number;
  datetime: string;
  text: string;
  /** One of the column's values. */
  enum: string;
  bool: boolean;
  phone: string;
  /** An identity number. */
  id: string;
  decimal: number;
  int: number;
  list: readonly string[];
  /** The id or name of something in the profile: a room, a class, a bin, an entrance, a person. */
  ref: string;
}

/** The type of the cells of a column. */
export type CellType = keyof CellValues;

/** What a cell may name. A host may also be named by the post. */
export type Reference = 'space' | 'class' | 'bin' | 'entrance' | 'item' | 'teacher' | 'host';

/** One column of a log. */
export interface Column {
  /** The name in English, also the key of the value in a row. */
  readonly en: string;
  readonly zh: string;
  /** Other headers that mean the same. Compared without whitespace, notes in brackets, and case. */
  readonly aliases?: readonly string[];
  readonly type: CellType;
  /** Of `enum`: the only ones. Of `list` and `text`: those that are known; others stay. */
  readonly values?: readonly string[];
  /** Other ways to write a value: synonym → value. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Of `datetime`: a date alone will do, and is the value then. */
  readonly timeless?: true;
  /** Printed after numbers. */
  readonly unit?: string;
  /** Decimals that count: readings are rounded half up to them before any comparison. */
  readonly digits?: number;
  readonly required?: true;
  /** Not required where another column has this value. */
  readonly requiredUnless?: { readonly column: string; readonly is: string | boolean };
  /** Required where another column is filled in. */
  readonly requiredWith?: string;
  /** The plan's rule that reports the cell when it is empty; nothing else does then. */
  readonly rule?: string;
  /** The column where that rule asks for this one: a file without it needs neither. */
  readonly ruleWith?: string;
  /** What the cell names: something of a list of the profile, one of its staff, or a thing of the plan. */
  readonly refersTo?: Reference;
  /**
   * What a word in the cell says. Of text, lists and names every column has been decided about: `who` and `what` (a thing,
   * a place, an organisation) are not said by a word such as 待定; 无 answers `whether` there was any.
   */
  readonly says?: 'who' | 'what' | 'whether' | 'anything';
  /** Values tied to a person: never shown unless asked for. */
  readonly personal?: true;
}

/** A form of a log where one line holds several rows, as morning and noon side by side. */
export interface WideRow {
  /** What the row's other columns are when it comes from these headers. */
  readonly sets: Readonly<Record<string, string | number>>;
  /** Column → headers that hold it for this row. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

/** Columns of ticks, each of which adds to a list what it is called, as 皮疹 and 腹泻 side by side. */
export interface TickColumns {
  /** The list. */
  readonly column: string;
  /** Headers, which are also the entries. */
  readonly headers: readonly string[];
}

/** Two columns that people write into one cell. */
export interface SharedCell {
  readonly columns: readonly [string, string];
  /** Returns the part of the text that each of them is, as it is written; nothing for one that is not there. */
  readonly cut: (text: string) => readonly (string | undefined)[];
  /** Only where one header names both; else also where the first has one and its cells hold the second. */
  readonly byHeader?: true;
}

/** Which columns tell who a row is about. */
export interface PersonColumns {
  readonly name: string;
  readonly number?: string;
  readonly idNumber?: string;
  readonly group?: string;
  readonly category?: string;
}

/** One kind of log. */
export interface LogKind {
  readonly number: LogNumber;
  readonly name: string;
  readonly title: Wording;
  /** What it records, in a few words. */
  readonly purpose: Wording;
  /** A file with a header only says that nothing happened; a daily log without rows says nothing. */
  readonly event?: true;
  /**
   * The days on which there must be rows, and the rule that judges it. Where it can't, for want of the log or of what to
   * compare it with, rows are due on all of those days.
   */
  readonly due?: { readonly on: 'openDays' | 'calendarDays'; readonly rule: string };
  /** Whether a rule of the plan says which of its people do not belong. */
  readonly strangersByRule?: true;
  /** The column that dates a row. Kinds without one are not tied to days. */
  readonly dated?: string;
  /** Columns that, with the date, identify a row in a fingerprint. Never personal. */
  readonly key?: readonly string[];
  readonly person?: PersonColumns;
  /** The column of who wrote the row. */
  readonly recorder?: string;
  /** Pairs of columns of the same type of which the second is not before the first, unless a third is filled in. */
  readonly ordered?: readonly (readonly [string, string, unless?: string])[];
  readonly columns: readonly Column[];
  readonly wide?: readonly WideRow[];
  readonly ticks?: TickColumns;
  /** Besides two times that are `ordered`. */
  readonly shared?: readonly SharedCell[];
}

/** Where a row stands. */
export interface RowPlace {
  readonly log: LogSource;
  /** The physical line on which its record begins, from 1. */
  readonly line: number;
  /** The record as it stands in the file, without its line break. */
  readonly record: string;
  /** The place of the person in `LogSource.mentions`, -1 where the kind names none or the name is empty. */
  readonly mention: number;
  /** The columns whose cells could not be read. Absent where there are none. */
  readonly unread?: readonly string[];
}

/** A file that was recognised as a log. */
export interface LogSource {
  /** As it is shown, relative, with `/`. */
  readonly file: string;
  readonly kind: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** The physical line of the header. */
  readonly headerLine: number;
  /** Column → position of its cell, from 0. A column that the file lacks has no entry. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns that the kind requires, or that a header seems to mean, and the file does not have. */
  readonly missing: readonly string[];
}

/** The values of a row of a kind, by the English names of its columns; a cell that is empty or unreadable is undefined. */
export type LogRow<Kind extends LogKind = LogKind> = {
  readonly [C in Kind['columns'][number] as C['en']]: CellValues[C['type']] | undefined;
} & { readonly at: RowPlace };
