/**
 * Counts, of the streamed kinds, what hints look at: how alike the rows of a recorder, of a block of a day and recorder,
 * and of two days are. A few numbers for each, whatever the number of rows; nothing else of a row is kept.
 */
import type { LogKind } from '../kind.js';
import type { RowBlock, RowTally } from '../summary.js';
import { isTemperature } from './temperatures.js';

/** Beyond these, what comes is not counted: such a file is no log of one institution. */
const MOST_RECORDERS = 64;
const MOST_BLOCKS = 20_000;
const MOST_DAYS = 4000;
/** So many different values are told apart; the rest is "more". */
const MOST_DISTINCT = 3;
const SEVERAL = -2;

interface Recorder {
  readonly recorder: string;
  readonly line: number;
  rows: number;
  readonly readings: number[];
  readonly blocks: Map<string, Block>;
  /** The block of each slot that was met last. */
  readonly open: (Block | undefined)[];
}

type Block = { -readonly [Key in keyof RowBlock]: RowBlock[Key] };

interface Day {
  readonly date: string;
  readonly line: number;
  rows: number;
  sum: number;
  content: number;
  readonly readings: number[];
  readonly times: number[];
}

/** Returns the columns of the time and of the reading that are counted: the first of each in the kind. */
export function countedColumns({ columns }: LogKind): { readonly time?: string; readonly reading?: string } {
  const time = columns.find(({ type }) => type === 'time')?.en;
  const reading = columns.find(isTemperature)?.en;
  return { ...(time === undefined ? {} : { time }), ...(reading === undefined ? {} : { reading }) };
}

/** The tally of one file. */
export class Tally {
  private readonly days = new Map<string, Day>();
  private readonly recorders = new Map<string, Recorder>();
  private blocks = 0;
  private day: Day | undefined;
  private date = '';
  private who: Recorder | undefined;
  private recorder: string | undefined;
  private readonly people: number[] = [];

  /** @param nameOf the name of a mention: the same person has the same name in other files. */
  constructor(private readonly nameOf: (mention: number) => string) {}

  /**
   * Counts a row. Times are in minutes, readings in tenths of a degree, both -1 where there is none; `slot` is a small
   * number, the same for the same slot, `content` one for the other cells.
   */
  row(
    date: string,
    slot: number,
    recorder: string,
    mention: number,
    time: number,
    reading: number,
    line: number,
    content: number,
  ): void {
    const day = date === this.date ? this.day : this.openDay(date, line);
    if (day) {
      day.rows++;
      const person = mention < 0 ? 0 : (this.people[mention] ?? this.hashPerson(mention));
      day.sum += hashOf(person, slot, time, reading);
      const hash = Math.imul(person ^ content, 0x7feb352d);
      day.content = (day.content + (hash ^ (hash >>> 15))) | 0;
      distinct(day.readings, reading);
      distinct(day.times, time);
    }
    const who = recorder === this.recorder ? this.who : this.openRecorder(recorder, line);
    if (!who || reading < 0) return;
    who.rows++;
    distinct(who.readings, reading);
    let block = who.open[slot];
    if (!block || block.date !== date) block = this.openBlock(who, slot, date, line, time, reading);
    if (!block) return;
    block.rows++;
    if (block.reading !== reading) block.reading = SEVERAL;
    if (block.time !== time) block.time = SEVERAL;
  }

  /** What was counted. Of the blocks only those whose rows are all alike. */
  result(): RowTally {
    return {
      blocks: [...this.recorders.values()].flatMap(({ blocks }) =>
        [...blocks.values()].filter(({ reading, time }) => reading !== SEVERAL && time !== SEVERAL),
      ),
      recorders: [...this.recorders.values()].map(({ recorder, line, rows, readings }) => ({
        recorder,
        line,
        rows,
        readings: readings.length,
      })),
      days: [...this.days.values()].map(({ date, line, rows, sum, content, readings, times }) => ({
        date,
        line,
        rows,
        sum,
        content,
        varied: readings.length === MOST_DISTINCT || times.length === MOST_DISTINCT,
      })),
    };
  }

  private openDay(date: string, line: number): Day | undefined {
    let day = this.days.get(date);
    if (!day && this.days.size < MOST_DAYS) {
      day = { date, line, rows: 0, sum: 0, content: 0, readings: [], times: [] };
      this.days.set(date, day);
    }
    this.date = date;
    this.day = day;
    return day;
  }

  private openRecorder(recorder: string, line: number): Recorder | undefined {
    let who = this.recorders.get(recorder);
    if (!who && this.recorders.size < MOST_RECORDERS) {
      who = { recorder, line, rows: 0, readings: [], blocks: new Map(), open: [] };
      this.recorders.set(recorder, who);
    }
    this.recorder = recorder;
    this.who = who;
    return who;
  }

  private openBlock(
    who: Recorder,
    slot: number,
    date: string,
    line: number,
    time: number,
    reading: number,
  ): Block | undefined {
    const key = `${date} ${slot}`;
    let block = who.blocks.get(key);
    if (!block && this.blocks < MOST_BLOCKS) {
      block = { date, recorder: who.recorder, line, rows: 0, time, reading };
      who.blocks.set(key, block);
      this.blocks++;
    }
    who.open[slot] = block;
    return block;
  }

  private hashPerson(mention: number): number {
    let hash = 0x811c9dc5;
    const name = this.nameOf(mention);
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    this.people[mention] = hash;
    return hash;
  }
}

/** A number for person, slot, time and reading. Their sum tells days apart whatever the order of the rows. */
function hashOf(person: number, slot: number, time: number, reading: number): number {
  let hash = person ^ Math.imul(time + 2, 0x9e3779b1) ^ Math.imul(reading + 2, 0x85ebca6b) ^ (slot << 28);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function distinct(values: number[], value: number): void {
  if (values.length < MOST_DISTINCT && !values.includes(value)) values.push(value);
}
