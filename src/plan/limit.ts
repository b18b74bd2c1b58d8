/** A number of the plan (or a default of this toolkit where the plan gives none), and how to compare with it. */
import type { Operator, Wording } from '../types.js';

/**
 * Where a limit comes from: a number printed in the plan (`clause`), a number that is this toolkit's reading of a
 * clause without one (`reading`), or a number that the plan does not have at all (`default`), each with its reason.
 */
export type LimitSource =
  | { readonly clause: string }
  | { readonly clause: string; readonly reading: Wording }
  | { readonly default: Wording };

/** One limit. `value` is in `unit`. */
export interface Limit {
  readonly title: Wording;
  readonly value: number;
  readonly operator: Operator;
  readonly unit: Wording;
  readonly source: LimitSource;
}

/** A number and how to compare with it, which is all that a comparison needs of a limit. */
export type Bound = Pick<Limit, 'value' | 'operator'>;

/** Returns whether a measured value keeps the limit. */
export function keeps(limit: Bound, measured: number): boolean {
  switch (limit.operator) {
    case '>':
      return measured > limit.value;
    case '>=':
      return measured >= limit.value;
    case '<=':
      return measured <= limit.value;
    case '<':
      return measured < limit.value;
  }
}

/** Returns the smallest whole number that keeps a lower limit: 5 for `>= 5`, 61 for `> 60`. */
export function leastWhole(limit: Bound): number {
  return limit.operator === '>' ? Math.floor(limit.value) + 1 : Math.ceil(limit.value);
}

/** Returns how many must serve a count where each may serve as many as the limit: 2 bottles for 4 offices at `<= 3`. */
export function leastServing({ value, operator }: Bound, count: number): number {
  return operator === '<' ? Math.floor(count / value) + 1 : Math.ceil(count / value);
}

/** Returns the limit multiplied by a count, with the same operator: `> 15` for 4 classrooms is `> 60`. */
export function times(limit: Limit, count: number): Limit {
  return { ...limit, value: limit.value * count };
}

/** What stands before anything that the plan does not say itself: what the toolkit reads into it, or adds to it. */
export const LABELS = {
  reading: { zh: '工具的理解，非预案原文', en: "toolkit reading, not the plan's own words" },
  default: { zh: '工具默认值，非预案规定', en: 'toolkit default, not from the plan' },
} as const satisfies Record<string, Wording>;

/** Returns words behind the label of what they are. */
export function labelled(label: keyof typeof LABELS, words: Wording): Wording {
  return { zh: `${LABELS[label].zh}：${words.zh}`, en: `${LABELS[label].en}: ${words.en}` };
}

/** Returns how a message shows the origin of a limit, or `undefined` where the plan itself prints the number. */
export function originOf(source: LimitSource): Wording | undefined {
  if ('default' in source) return labelled('default', source.default);
  if (!('reading' in source)) return undefined;
  const { zh, en } = labelled('reading', source.reading);
  return { zh: `${source.clause}，${zh}`, en: `${source.clause}, ${en}` };
}
