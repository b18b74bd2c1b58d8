/** Cells that hold two columns, as `8:00-8:30` or `84 1:100`: each column is read from its part of the cell. */
import type { Column, LogKind, SharedCell } from '../kind.js';
import { readTime } from './times.js';
import { type CellContext, type CellReading, readCell, unreadable, withLeniency } from './values.js';
import { narrow } from './widths.js';

/** The part of a cell that a column is read from. */
export interface Half {
  readonly cut: SharedCell['cut'];
  readonly at: 0 | 1;
}

/** Longer cells are no period, and may be as long as a file. */
const LONGEST_PERIOD = 64;
/** What people write between two times. */
const BETWEEN = /\s*(?:[-~‐-―−〜]+|至|到)\s*/;
/** A word for a part of the day at the beginning of the first time, which is meant for the second as well. */
const PART_OF_DAY = /^(?:大?约)?\s*(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里)/;

const periods = new WeakMap<LogKind, readonly SharedCell[]>();

/** Returns which columns of a kind may share a cell: those that it says, and two times of which one is not before the other. */
export function sharedBy(kind: LogKind): readonly SharedCell[] {
  const isTime = (name: string): boolean => kind.columns.find(({ en }) => en === name)?.type === 'time';
  // of several times after one, a period ends with the last: coming, measuring again, leaving
  const lasts = new Map((kind.ordered ?? []).map(([first, second]) => [first, second]));
  const shared = periods.get(kind) ?? [
    ...[...lasts].flatMap(([first, second]): SharedCell[] =>
      isTime(first) && isTime(second) ? [{ columns: [first, second], cut: cutPeriod }] : [],
    ),
    ...(kind.shared ?? []),
  ];
  periods.set(kind, shared);
  return shared;
}

/** Returns the two times of a period, as they are written; without the second where there is only one. */
export function cutPeriod(text: string): readonly string[] {
  if (text.length > LONGEST_PERIOD) return [];
  const [first = '', second, ...more] = narrow(text.trim()).split(BETWEEN);
  // 8-9点
  const from = /^\d{1,2}$/.test(first) && /[点时]/.test(second ?? '') ? `${first}点` : first;
  if (more.length > 0 || !isTime(from)) return [];
  if (second === undefined) return [from];
  const part = PART_OF_DAY.exec(from)?.[1];
  // 上午11:30-12:30: the second says itself when it is
  const to = part !== undefined && isTime(part + second) ? part + second : second;
  return isTime(to) ? [from, to] : [from];
}

function isTime(text: string): boolean {
  return readTime(text).value !== undefined;
}

/** Returns the value of a column that shares its cell with another. Its part may be missing, or not be understood. */
export function readHalf(text: string, column: Column, { cut, at }: Half, context: CellContext): CellReading {
  const part = cut(text)[at];
  if (part !== undefined) {
    const reading = readCell(part, column, context);
    return at === 0 ? withLeniency(reading, 'shared') : reading;
  }
  const whole = readCell(text, column, context);
  const saysNothing = whole.value === undefined && whole.unreadable !== column.type;
  return saysNothing ? whole : unreadable(column.type === 'time' ? 'period' : 'half');
}
