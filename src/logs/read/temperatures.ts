/** Counts the temperatures that were read on each day, of all people together, where pictures of them are asked for. */
import type { Limits } from '../../plan/limits.js';
import type { Column, LogKind } from '../kind.js';
import type { TemperatureCounts } from '../summary.js';

/** Days that are counted. More are no log of one institution. */
const MOST_DAYS = 4000;

/** Returns whether the column holds the temperature of a person. */
export function isTemperature({ unit, digits }: Pick<Column, 'unit' | 'digits'>): boolean {
  return unit === '℃' && digits === 1;
}

/** Returns the columns of a kind that hold temperatures of people. */
export function temperatureColumns({ columns }: LogKind): readonly string[] {
  return columns.filter(isTemperature).map(({ en }) => en);
}

/** The temperatures of one file: how often each tenth of a degree was read on a day. Implausible ones are left out. */
export class TemperatureTally {
  private readonly days = new Map<string, Int32Array>();
  private readonly first: number;
  private readonly width: number;
  private last: Int32Array | undefined;
  private lastDate = '';

  constructor({ plausibleLow, plausibleHigh }: Limits) {
    this.first = Math.round(plausibleLow.value * 10);
    this.width = Math.max(1, Math.round(plausibleHigh.value * 10) - this.first + 1);
  }

  /** Counts a reading, in tenths of a degree. */
  add(date: string, tenths: number): void {
    const at = tenths - this.first;
    if (at < 0 || at >= this.width) return;
    if (date !== this.lastDate || !this.last) this.open(date);
    if (this.last) this.last[at] = (this.last[at] as number) + 1;
  }

  /** What was counted. */
  result(): TemperatureCounts {
    return { first: this.first, days: this.days };
  }

  private open(date: string): void {
    this.lastDate = date;
    this.last = this.days.get(date);
    if (this.last || this.days.size >= MOST_DAYS) return;
    this.last = new Int32Array(this.width);
    this.days.set(date, this.last);
  }
}
