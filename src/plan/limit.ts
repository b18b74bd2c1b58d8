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

/** Returns how a message shows the origin of a limit, or `undefined` where the plan itself prints the number. */
export function originOf(source: LimitSource): Wording | undefined {
  if ('default' in source) {
    return {
      zh: `工具默认值，非预案规定：${source.default.zh}`,
      en: `toolkit default, not from the plan: ${source.default.en}`,
    };
  }
  if ('reading' in source) {
    return {
      zh: `工具对${source.clause}的理解：${source.reading.zh}`,
      en: `toolkit reading of ${source.clause}: ${source.reading.en}`,
    };
  }
  return undefined;
}
