/** Sums up the rows of each day while a file is read: how many, and for streamed kinds a mark for each person. */
import type { DaySummary } from '../summary.js';
import { flagsOfMark, markOf, normalAt } from '../summary.js';

/** The days of one file. */
export class DayBook {
  readonly days = new Map<string, DaySummary>();
  private last: DaySummary | undefined;
  private lastDate = '';

  /** Returns what is known of a day, if anything. */
  find(date: string): DaySummary | undefined {
    if (date !== this.lastDate || !this.last) {
      this.lastDate = date;
      this.last = this.days.get(date);
    }
    return this.last;
  }

  /** Counts a row of a day. */
  row(date: string, line: number): DaySummary {
    let day = this.find(date);
    if (!day) {
      day = { rows: 0, line, lastLine: line, marks: NO_MARKS, readings: NO_MARKS, normals: 0 };
      this.days.set(date, day);
      this.last = day;
    }
    day.rows++;
    day.lastLine = line;
    return day;
  }
}

const NO_MARKS = new Uint32Array(0);
const LEAST_MARKS = 64;

/**
 * Adds flags to a person's mark of a day and returns the flags that were there before, or -1 if there was no mark.
 * `people` is how many were met in the file so far: most come again on the next day.
 */
export function addMark(day: DaySummary, mention: number, line: number, flags: number, people: number): number {
  if (mention >= day.marks.length) day.marks = grown(day.marks, mention, people);
  const before = day.marks[mention] ?? 0;
  if (before === 0) {
    day.marks[mention] = markOf(line, flags);
    return -1;
  }
  const old = flagsOfMark(before);
  day.marks[mention] = before - old + (old | flags);
  return old;
}

/** Keeps when someone's reading was normal. Packed, in the order of the rows: a register has millions. */
export function addNormal(day: DaySummary, mention: number, minute: number, slots: number, people: number): void {
  if (day.normals >= day.readings.length) day.readings = grown(day.readings, day.normals, people);
  day.readings[day.normals++] = normalAt(mention, minute, slots);
}

/** Room for everyone who was met so far, and for more where the one at hand is new. */
function grown(values: Uint32Array, mention: number, people: number): Uint32Array {
  const length = mention + 1 < people ? people : Math.ceil((mention + 1) * 1.25);
  const larger = new Uint32Array(Math.max(LEAST_MARKS, length));
  larger.set(values);
  return larger;
}

/** Days whose stays are at hand. Registers come in the order of days; older days are compared no more, which is said. */
const MOST_DAYS = 64;
const MINUTES = 4096;
/** Stays of a person and day that are at hand, after the first. Nobody has so many: each is compared with all. */
const MOST_STAYS = 64;
const NO_STAYS: readonly number[] = [];

/** The stays of people in the register of each day, to find those that overlap. */
export class StayBook {
  private readonly days = new Map<string, DayOfStays>();
  private readonly closed = new Set<string>();
  private last: DayOfStays | undefined;
  private lastDate = '';

  /**
   * Adds a stay, in minutes after midnight, and returns how it fits with those before. `people` is how many were met so
   * far.
   */
  add(date: string, mention: number, from: number, to: number, people: number): Fit {
    const fit = this.fit(date, mention, from, to);
    if (fit === 'unknown') return fit;
    let day = this.find(date);
    if (!day) {
      day = { first: NO_MARKS, more: new Map() };
      this.days.set(date, day);
      this.last = day;
      if (this.days.size > MOST_DAYS) {
        const [oldest = ''] = this.days.keys();
        // taken over: left to the garbage, those of a long file would come to as much as all marks
        day.first = this.days.get(oldest)?.first.fill(0) ?? NO_MARKS;
        this.days.delete(oldest);
        this.closed.add(oldest);
      }
    }
    if (mention >= day.first.length) day.first = grown(day.first, mention, people);
    const stay = packed(from, to);
    if (fit === 'new') day.first[mention] = stay;
    else if (fit !== 'same') {
      const more = day.more.get(mention);
      if (!more) day.more.set(mention, [stay]);
      else if (more.length < MOST_STAYS) more.push(stay);
    }
    return fit;
  }

  /** Returns how a stay fits with those before: `unknown` where the day is too far back, or has too many to tell. */
  fit(date: string, mention: number, from: number, to: number): Fit {
    const day = this.find(date);
    if (!day) return this.closed.has(date) ? 'unknown' : 'new';
    const first = day.first[mention] ?? 0;
    if (first === 0) return 'new';
    const stay = packed(from, to);
    if (first === stay) return 'same';
    const more = day.more.get(mention) ?? NO_STAYS;
    if (more.includes(stay)) return 'same';
    if (overlap(first, from, to) || more.some((other) => overlap(other, from, to))) return 'overlaps';
    return more.length < MOST_STAYS ? 'apart' : 'unknown';
  }

  private find(date: string): DayOfStays | undefined {
    if (date !== this.lastDate || !this.last) {
      this.lastDate = date;
      this.last = this.days.get(date);
    }
    return this.last;
  }
}

/** The first stay of each person, and those after it. */
interface DayOfStays {
  first: Uint32Array;
  readonly more: Map<number, number[]>;
}

/** How a stay fits with the person's others of the day. */
type Fit = 'new' | 'apart' | 'overlaps' | 'same' | 'unknown';

function overlap(stay: number, from: number, to: number): boolean {
  return from < (stay % MINUTES) - 1 && Math.floor(stay / MINUTES) - 1 < to;
}

/** A stay as one number. 0 stands for none, so minutes are counted from 1. */
function packed(from: number, to: number): number {
  return (from + 1) * MINUTES + Math.min(to, MINUTES - 2) + 1;
}
