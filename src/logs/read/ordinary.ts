/**
 * The fast path of the streamed kinds: certifies a row as ordinary by its bytes, without making a string of it.
 *
 * What is ordinary is learned: whenever the plain path finds nothing at all in a row, the bytes of its cells are kept,
 * and a row made of such cells is clean too, because the checks of single rows look at cells one by one. Times, readings
 * and phones have too many values for that and are read as characters; persons are looked up as a whole. Any other row
 * goes the plain path. Both ways give the same findings: a property test says so.
 */
import { keeps } from '../../plan/limit.js';
import type { Limits } from '../../plan/limits.js';
import type { Column, LogRow } from '../kind.js';
import { contentOfCell, contentOfTenths } from './content.js';
import type { HeaderResult } from './header.js';
import type { RowReader } from './rows.js';
import { countedColumns } from './tally.js';
import { isTemperature, type TemperatureTally } from './temperatures.js';

const ZERO = 0x30;
const COLON = 0x3a;
const POINT = 0x2e;
/** Cells kept of a column. Columns with more values are not what this is for. */
const MOST_CELLS = 16;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** How a cell is certified. */
const By = {
  /** Nobody reads the column. */
  nothing: 0,
  /** One of the cells that were clean before. */
  memory: 1,
  time: 2,
  reading: 3,
  phone: 4,
  /** A part of what tells who the row is about. */
  person: 5,
} as const;
type By = (typeof By)[keyof typeof By];

interface Cell {
  readonly by: By;
  readonly column: Column | undefined;
  /** Of times: where its minutes are put. Of readings: the slot that they are of. */
  readonly slot: number;
  readonly known: { readonly bytes: Uint8Array; readonly value: unknown; readonly content: number }[];
  /** Of columns whose cells are compared with those of other files; else 0. */
  readonly seed: number;
  /** The one that was met last, and what it adds to the content of the row. */
  last: number;
  content: number;
}

/** Certifies ordinary rows of one file. */
export class OrdinaryRows {
  private readonly cells: readonly Cell[];
  private readonly minutes: number[] = [];
  private readonly ordered: readonly (readonly [number, number])[];
  private readonly dateCell: number;
  private readonly timeIn: number;
  private readonly timeOut: number;
  /** The position of the reading that is counted, and its tenths in the row at hand. */
  private readonly readingCell: number;
  private readonly readingCells: readonly number[];
  private tenths = -1;
  /** The slots of the readings of the row at hand, -1 where there is none. */
  private slots = -1;
  /** What its cells say, those by memory apart: they change little from row to row. */
  private content = 0;
  private remembered = 0;
  /** Whether the row at hand is about the person who is expected. */
  private isExpected = false;
  /** Where each cell of the row at hand begins; the end of the last stands behind it. */
  private readonly bounds: Int32Array;
  private readonly readings: readonly boolean[];
  private readonly people = new PersonTable();
  private readonly personCells: readonly number[];
  /** The columns that were kept of the last row, for the flags of a person-day. */
  private readonly row: Record<string, unknown> = {};

  private constructor(
    private readonly reader: RowReader,
    private readonly delimiter: number,
    header: HeaderResult & { ok: true },
    limits: Limits,
  ) {
    const { kind, layout } = header;
    const byPosition = new Map([...layout.positions].map(([name, at]) => [at, name]));
    const { name, number, idNumber, group, category } = kind.person ?? { name: '' };
    const person = [name, number, idNumber, group, category].filter((each) => each !== undefined && each !== '');
    const times: string[] = [];
    this.cells = Array.from({ length: layout.width }, (_, at): Cell => {
      const column = kind.columns.find(({ en }) => en === byPosition.get(at));
      const cell = (by: By, slot = 0): Cell => ({
        by,
        column,
        slot,
        known: [],
        last: 0,
        content: 0,
        seed: reader.seeds.get(column?.en ?? '') ?? 0,
      });
      if (!column) return cell(By.nothing);
      if (person.includes(column.en)) return cell(By.person);
      if (column.type === 'time') return cell(By.time, times.push(column.en) - 1);
      // a row with a second measurement is looked at again, however ordinary it is
      if (isTemperature(column) && column.en !== 'retest_c') return cell(By.reading, reader.slotOf(column.en));
      return cell(column.type === 'phone' ? By.phone : By.memory);
    });
    this.personCells = this.cells.flatMap(({ by }, at) => (by === By.person ? [at] : []));
    this.readingCells = this.cells.flatMap(({ by }, at) => (by === By.reading ? [at] : []));
    this.bounds = new Int32Array(layout.width + 1);
    this.dateCell = layout.positions.get(kind.dated ?? '') ?? -1;
    const counted = countedColumns(kind);
    this.timeIn = times.indexOf(counted.time ?? '');
    this.readingCell = layout.positions.get(counted.reading ?? '') ?? -1;
    this.timeOut = times.indexOf('time_out');
    this.ordered = (kind.ordered ?? []).flatMap(([from, to]) => {
      const pair = [times.indexOf(from), times.indexOf(to)] as const;
      return pair[0] < 0 || pair[1] < 0 ? [] : [pair];
    });
    this.readings = Array.from({ length: 1000 }, (_, tenths) => {
      const value = tenths / 10;
      return keeps(limits.plausibleLow, value) && keeps(limits.plausibleHigh, value) && !keeps(limits.fever, value);
    });
  }

  /** Returns the fast path of a file, or `undefined` where there is none for its kind or form. */
  static of(
    reader: RowReader,
    delimiter: string,
    header: HeaderResult & { ok: true },
    limits: Limits,
  ): OrdinaryRows | undefined {
    const code = delimiter.charCodeAt(0);
    const { kind, layout } = header;
    const usable =
      reader.isStreamed &&
      layout.wide.length === 0 &&
      layout.ticks.length === 0 &&
      code < 0x80 &&
      layout.positions.has(kind.dated ?? '');
    const once = new Set(layout.positions.values()).size === layout.positions.size;
    return usable && once ? new OrdinaryRows(reader, code, header, limits) : undefined;
  }

  /** Counts the row and returns true if it is ordinary; else does nothing. */
  accepts(bytes: Uint8Array, start: number, end: number, line: number): boolean {
    return this.match(bytes, start, end) === end && this.count(bytes, line);
  }

  /**
   * Counts the row that begins at `start` and returns where it ends, if it is ordinary and its line break stands before
   * `limit`; else returns -1 and does nothing.
   */
  acceptsNext(bytes: Uint8Array, start: number, limit: number, line: number): number {
    const end = this.match(bytes, start, limit);
    return end >= 0 && end < limit && this.count(bytes, line) ? end : -1;
  }

  /** Returns where the row that begins at `start` ends, at the latest at `end`; -1 if one of its cells is not ordinary. */
  private match(bytes: Uint8Array, start: number, end: number): number {
    const { cells, bounds, delimiter, minutes, people } = this;
    const width = cells.length;
    const { keys } = people;
    this.slots = -1;
    let content = 0;
    // what is left of the key of the person who is expected; -1 where it is someone else
    let key = people.expectedKey();
    let at = start;
    for (let i = 0; i < width; i++) {
      const cell = cells[i] as Cell;
      bounds[i] = at;
      switch (cell.by) {
        case By.time: {
          const time = minutesOf(bytes, at);
          if (time < 0) return -1;
          minutes[cell.slot] = time;
          content = (content + contentOfTenths(cell.seed, time * 10)) | 0;
          at += 5;
          break;
        }
        case By.reading:
          if (this.isOrdinaryReading(bytes, at)) {
            const tenths = twoDigits(bytes, at) * 10 + (bytes[at + 3] as number) - ZERO;
            content = (content + contentOfTenths(cell.seed, tenths)) | 0;
            if (i === this.readingCell) this.tenths = tenths;
            this.slots = this.slots < 0 ? cell.slot : this.slots | cell.slot;
            at += 4;
          } else if (this.isBlank(cell, bytes, at, end)) {
            if (i === this.readingCell) this.tenths = -1;
          } else return -1;
          break;
        case By.phone:
          if (isMobile(bytes, at)) at += 11;
          else if (!this.isBlank(cell, bytes, at, end)) return -1;
          break;
        case By.memory: {
          const last = cell.known[cell.last]?.bytes;
          if (last && isSame(last, bytes, at) && this.endsCell(bytes, at + last.length, end)) {
            at += last.length;
            break;
          }
          const from = at;
          at = this.cellEnd(bytes, at, end);
          if (!this.knows(cell, bytes, from, at)) return -1;
          break;
        }
        case By.person:
          if (key >= 0) {
            let here = at;
            while (keys[key] !== 0 && keys[key] === bytes[here]) {
              key++;
              here++;
            }
            if (keys[key] === 0 && this.endsCell(bytes, here, end)) {
              key++;
              at = here;
              break;
            }
            key = -1;
          }
          at = this.cellEnd(bytes, at, end);
          break;
        default:
          at = this.cellEnd(bytes, at, end);
      }
      // what was taken may have run into the next row: nothing ends there then
      if (i === width - 1 ? !isRowEnd(bytes, at, end) : at >= end || bytes[at] !== delimiter) return -1;
      at++;
    }
    bounds[width] = at;
    for (const [from, to] of this.ordered) {
      if ((minutes[to] as number) < (minutes[from] as number)) return -1;
    }
    this.isExpected = key >= 0;
    this.content = content;
    return at - 1;
  }

  /** Counts the row that was matched; returns false, and does nothing, if the person's day makes it less than ordinary. */
  private count(bytes: Uint8Array, line: number): boolean {
    const { minutes, people } = this;
    const mention = this.isExpected ? people.takeExpected() : people.find(bytes, this.bounds, this.personCells);
    if (mention < 0) return false;
    const date = this.cells[this.dateCell] as Cell;
    const day = date.known[date.last]?.value as string;
    const [from, to] = [minutes[this.timeIn] ?? -1, minutes[this.timeOut] ?? -1];
    return this.reader.ordinary(
      day,
      mention,
      line,
      this.row as unknown as LogRow,
      from,
      to,
      this.tenths,
      this.slots,
      (this.content + this.remembered) | 0,
    );
  }

  /** Counts the temperatures of the row that was accepted last. */
  countTemperatures(bytes: Uint8Array, temperatures: TemperatureTally): void {
    const { cells, bounds } = this;
    const date = cells[this.dateCell] as Cell;
    const day = date.known[date.last]?.value as string;
    for (const cell of this.readingCells) {
      const at = bounds[cell] as number;
      if ((bounds[cell + 1] as number) - 1 > at)
        temperatures.add(day, twoDigits(bytes, at) * 10 + (bytes[at + 3] as number) - ZERO);
    }
  }

  /** Keeps the cells of a row in which the plain path found nothing. */
  learn(bytes: Uint8Array, start: number, end: number, row: LogRow): void {
    const { cells, bounds, delimiter } = this;
    let at = start;
    let count = 0;
    for (; count < cells.length; count++) {
      bounds[count] = at;
      while (at < end && bytes[at] !== delimiter) at++;
      at++;
    }
    if (at - 1 !== end || row.at.mention < 0) return;
    bounds[cells.length] = end + 1;
    const values = row as unknown as Readonly<Record<string, unknown>>;
    for (const [i, cell] of cells.entries()) {
      const from = bounds[i] as number;
      const to = (bounds[i + 1] as number) - 1;
      const isKept = cell.by === By.memory || (to === from && (cell.by === By.phone || cell.by === By.reading));
      if (!isKept || this.knows(cell, bytes, from, to)) continue;
      if (cell.known.length === MOST_CELLS) cell.known.shift();
      const value = cell.column ? values[cell.column.en] : undefined;
      const content = contentOfCell(cell.seed, value);
      cell.known.push({ bytes: bytes.slice(from, to), value, content });
      cell.last = cell.known.length - 1;
      this.remembered = (this.remembered + content - cell.content) | 0;
      cell.content = content;
      if (cell.column) this.row[cell.column.en] = values[cell.column.en];
    }
    this.people.add(bytes, bounds, this.personCells, row.at.mention);
  }

  /** Where the cell ends that begins at a place: with the row, at the next delimiter, or at a quote. */
  private cellEnd(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end && bytes[at] !== this.delimiter && !BREAKS[bytes[at] as number]) at++;
    return at;
  }

  private endsCell(bytes: Uint8Array, at: number, end: number): boolean {
    return bytes[at] === this.delimiter || isRowEnd(bytes, at, end);
  }

  private isOrdinaryReading(bytes: Uint8Array, at: number): boolean {
    if (bytes[at + 2] !== POINT) return false;
    const last = (bytes[at + 3] as number) - ZERO;
    return last >= 0 && last <= 9 && this.readings[twoDigits(bytes, at) * 10 + last] === true;
  }

  /** Whether there is nothing in a cell that was clean with nothing before. */
  private isBlank(cell: Cell, bytes: Uint8Array, at: number, end: number): boolean {
    return this.endsCell(bytes, at, end) && this.knows(cell, bytes, at, at);
  }

  /** Whether the bytes are a cell that was clean before; its value becomes that of the row at hand. */
  private knows(cell: Cell, bytes: Uint8Array, from: number, to: number): boolean {
    const { known } = cell;
    for (let i = 0; i < known.length; i++) {
      const each = known[i] as Cell['known'][number];
      if (to - from !== each.bytes.length || !isSame(each.bytes, bytes, from)) continue;
      this.remembered = (this.remembered + each.content - cell.content) | 0;
      cell.content = each.content;
      cell.last = i;
      if (cell.column) this.row[cell.column.en] = each.value;
      return true;
    }
    return false;
  }
}

/** What no unquoted cell holds: line breaks and the quote. */
const BREAKS = Uint8Array.from({ length: 256 }, (_, byte) => (byte === LF || byte === CR || byte === QUOTE ? 1 : 0));

function isRowEnd(bytes: Uint8Array, at: number, end: number): boolean {
  return at === end || (at < end && (bytes[at] === LF || bytes[at] === CR));
}

/** The mentions of people by the bytes of the cells that name them. */
class PersonTable {
  /** The cells of each entry, one after the other, a NUL after each, which no text holds. */
  keys = new Uint8Array(4096);
  private filled = 0;
  private readonly slots = new Map<number, number[]>();
  /** Where the key of each entry begins. */
  private readonly starts: number[] = [];
  private readonly mentions: number[] = [];
  /** The entry that followed this one the last time: registers keep their order. */
  private readonly next: number[] = [];
  private last = 0;

  /** Returns where the key begins of the person who followed the last one before, or -1. */
  expectedKey(): number {
    const expected = this.next[this.last];
    return expected === undefined ? -1 : (this.starts[expected] as number);
  }

  takeExpected(): number {
    return this.take(this.next[this.last] as number);
  }

  /** Returns the mention of the cells, or -1. */
  find(bytes: Uint8Array, bounds: Int32Array, cells: readonly number[]): number {
    for (const entry of this.slots.get(hashOf(bytes, bounds, cells)) ?? []) {
      if (this.is(entry, bytes, bounds, cells)) return this.take(entry);
    }
    return -1;
  }

  add(bytes: Uint8Array, bounds: Int32Array, cells: readonly number[], mention: number): void {
    if (this.find(bytes, bounds, cells) >= 0) return;
    const entry = this.starts.push(this.filled) - 1;
    for (const cell of cells) {
      const [from, to] = [bounds[cell] as number, (bounds[cell + 1] as number) - 1];
      const end = this.filled + to - from;
      if (end >= this.keys.length) {
        const larger = new Uint8Array(2 * end + 1);
        larger.set(this.keys);
        this.keys = larger;
      }
      this.keys.set(bytes.subarray(from, to), this.filled);
      this.keys[end] = 0;
      this.filled = end + 1;
    }
    this.mentions.push(mention);
    const hash = hashOf(bytes, bounds, cells);
    const same = this.slots.get(hash);
    if (same) same.push(entry);
    else this.slots.set(hash, [entry]);
    this.take(entry);
  }

  private take(entry: number): number {
    this.next[this.last] = entry;
    this.last = entry;
    return this.mentions[entry] as number;
  }

  private is(entry: number, bytes: Uint8Array, bounds: Int32Array, cells: readonly number[]): boolean {
    const { keys } = this;
    let i = this.starts[entry] as number;
    for (const cell of cells) {
      const end = (bounds[cell + 1] as number) - 1;
      for (let at = bounds[cell] as number; at < end; at++) if (keys[i++] !== bytes[at]) return false;
      if (keys[i++] !== 0) return false;
    }
    return true;
  }
}

/** FNV-1a over the cells. */
function hashOf(bytes: Uint8Array, bounds: Int32Array, cells: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const cell of cells) {
    const end = (bounds[cell + 1] as number) - 1;
    for (let at = bounds[cell] as number; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash;
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
  return true;
}

/** Two digits as a number, else a negative one. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1000;
}

/** HH:MM as minutes after midnight, else a negative number. */
function minutesOf(bytes: Uint8Array, at: number): number {
  const hours = twoDigits(bytes, at);
  const past = twoDigits(bytes, at + 3);
  return bytes[at + 2] === COLON && hours >= 0 && hours <= 23 && past >= 0 && past <= 59 ? hours * 60 + past : -1;
}

function isMobile(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== ZERO + 1 || !((bytes[at + 1] as number) >= ZERO + 3)) return false;
  for (let i = at + 1; i < at + 11; i++) {
    const digit = (bytes[i] as number) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return false;
  }
  return true;
}
