/** Comparing with a limit: at it and beside it, with each operator. */
import { keeps, type Limit, leastServing, leastWhole, originOf, times } from '../../src/plan/limit.js';
import type { Operator } from '../../src/types.js';

function limit(operator: Operator, value: number): Limit {
  const words = { zh: '口罩', en: 'masks' };
  return { title: words, value, operator, unit: { zh: '只', en: '' }, source: { clause: '四（六）4' } };
}

describe('a measured value keeps a limit', () => {
  test.each<[Operator, boolean, boolean, boolean]>([
    ['>', false, false, true],
    ['>=', false, true, true],
    ['<=', true, true, false],
    ['<', true, false, false],
  ])('%s 5: 4 %s, 5 %s, 6 %s', (operator, below, at, above) => {
    expect([4, 5, 6].map((measured) => keeps(limit(operator, 5), measured))).toEqual([below, at, above]);
  });

  test.each<[Operator, boolean, boolean, boolean]>([
    ['>', false, false, true],
    ['>=', false, true, true],
    ['<=', true, true, false],
    ['<', true, false, false],
  ])('%s 0.5, compared without rounding', (operator, below, at, above) => {
    expect([0.499, 0.5, 0.501].map((measured) => keeps(limit(operator, 0.5), measured))).toEqual([below, at, above]);
  });

  test('by a number only: what is not a number keeps none', () => {
    for (const operator of ['>', '>=', '<=', '<'] as const) expect(keeps(limit(operator, 5), Number.NaN)).toBe(false);
  });
});

describe('the least whole number that keeps a lower limit', () => {
  test.each<[Operator, number, number]>([
    ['>=', 5, 5],
    ['>', 60, 61],
    ['>', 0, 1],
    ['>=', 0, 0],
    ['>=', 4.5, 5],
    ['>', 4.5, 5],
    ['>', 4, 5],
  ])('of %s %d is %d', (operator, value, least) => {
    expect(leastWhole(limit(operator, value))).toBe(least);
    expect(keeps(limit(operator, value), least)).toBe(true);
    expect(keeps(limit(operator, value), least - 1)).toBe(false);
  });
});

describe('a limit for several', () => {
  test.each<Operator>(['>', '>=', '<=', '<'])(
    'has the same operator, %s, and the number times the count',
    (operator) => {
      const several = times(limit(operator, 15), 4);
      expect([several.operator, several.value]).toEqual([operator, 60]);
      expect([several.title, several.unit, several.source]).toEqual([
        { zh: '口罩', en: 'masks' },
        { zh: '只', en: '' },
        { clause: '四（六）4' },
      ]);
    },
  );

  test('> 15 each for four is not kept by 60, but by 61', () => {
    expect([60, 61].map((pieces) => keeps(times(limit('>', 15), 4), pieces))).toEqual([false, true]);
  });

  test('leaves the limit of one as it is', () => {
    const one = limit('>', 15);
    times(one, 4);
    expect(one.value).toBe(15);
  });
});

test.each([
  ['<=', 3, [0, 1, 1, 2]],
  ['<', 3, [1, 1, 2, 2]],
] as const)('each serving %s %s, so many must serve 0, 1, 3 and 4', (operator, value, least) => {
  expect([0, 1, 3, 4].map((count) => leastServing(limit(operator, value), count))).toEqual(least);
});

describe('the origin of a number', () => {
  const why = { zh: '量取误差', en: 'measuring error' };

  test('is not mentioned where the plan prints it', () => {
    expect(originOf({ clause: '四（六）4' })).toBeUndefined();
  });

  test('is the toolkit where the plan has none, with the reason', () => {
    expect(originOf({ default: why })).toEqual({
      zh: '工具默认值，非预案规定：量取误差',
      en: 'toolkit default, not from the plan: measuring error',
    });
  });

  test('is the toolkit’s reading of a clause without a number, with the clause and the reason', () => {
    expect(originOf({ clause: '四（七）', reading: why })).toEqual({
      zh: '四（七），工具的理解，非预案原文：量取误差',
      en: "四（七）, toolkit reading, not the plan's own words: measuring error",
    });
  });
});
