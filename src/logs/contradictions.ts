/**
 * Contradictions within single rows, whatever the plan says: what a check for them is, and what those of several kinds
 * share. What a rule of the plan reports is not said here again.
 */
import { type InputCheck, inputCheck } from '../input-check.js';
import type { Limits } from '../plan/limits.js';
import type { Wording } from '../types.js';
import type { LogKind, LogRow } from './kind.js';
import type { RaiseAtRow } from './read/options.js';

/**
 * Looks at one row. It must say nothing of a row of a streamed kind whose cells are all ordinary one by one, since such
 * rows are not shown to it (see read/ordinary.ts), except where that file lets the pair of cells through.
 */
export type Judge<Kind extends LogKind> = (row: LogRow<Kind>, raise: RaiseAtRow, limits: Limits) => void;

type ColumnOf<Kind extends LogKind> = Kind['columns'][number]['en'];

/** Declares what contradicts itself in a row; the words name columns, never what stands in them. */
export function contradictions<Message extends string>(
  messages: Readonly<Record<Message, Wording>>,
): InputCheck<Message> {
  return inputCheck({ id: 'input/contradiction', severity: 'warning', messages });
}

/** Declares what a row says something of, and too little. */
export function missingDetails<Message extends string>(
  messages: Readonly<Record<Message, Wording>>,
): InputCheck<Message> {
  return inputCheck({ id: 'input/detail-missing', severity: 'warning', messages });
}

/** Two columns of which the second is before the first. */
export const ORDER = inputCheck({
  id: 'input/order',
  severity: 'error',
  messages: {
    before: { zh: '“{later}”早于“{earlier}”', en: '"{later}" is before "{earlier}"' },
  },
});

/** Returns the header of a column, for the words of a finding. */
export function titleOf<Kind extends LogKind>({ columns }: Kind, column: ColumnOf<Kind>): Wording {
  const { zh, en } = columns.find((each) => each.en === column) ?? { zh: column, en: column };
  return { zh, en };
}

/** Returns a check that the second column is not before the first: days, times of a day, or both. */
export function inOrder<Kind extends LogKind>(kind: Kind, first: ColumnOf<Kind>, second: ColumnOf<Kind>): Judge<Kind> {
  const params = { earlier: titleOf(kind, first), later: titleOf(kind, second) };
  return (row, raise) => {
    const values = row as unknown as Readonly<Record<string, string | number | undefined>>;
    const [from, to] = [values[first], values[second]];
    if (from !== undefined && to !== undefined && isBefore(to, from)) {
      raise(ORDER, 'before', { column: second, params });
    }
  };
}

/** Days compare with days, also where one of the two has a time too. */
function isBefore(one: string | number, other: string | number): boolean {
  if (typeof one === 'number' || typeof other === 'number') return one < other;
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

/** Entries of a text or list that say that there is nothing. */
const NOTHING = /^(?:无|没有|否|正常|未见异常|无症状|无异常|健康|良好|暂无|0)$/;

/** Returns whether the text says that there is nothing, or nothing at all. */
export function saysNothing(text: string | undefined): boolean {
  return text === undefined || NOTHING.test(text.trim());
}

/** Returns the entries of a list that say something. */
export function given(list: readonly string[] | undefined): readonly string[] {
  return (list ?? []).filter((each) => !saysNothing(each));
}

/** Returns whether one of the entries is fever. */
export function namesFever(list: readonly string[] | undefined): boolean {
  return (list ?? []).some((each) => /^(?:发|高|低)(?:热|烧)$|^发[高低]烧$/.test(each));
}
