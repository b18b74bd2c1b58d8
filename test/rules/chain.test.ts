/** A day's rows of one stock pass if some order chains, and are in the same order however they stand. */
import fc from 'fast-check';
import type { RowOf } from '../../src/logs/kinds/index.js';
import { chained } from '../../src/rules/shared/chain.js';

type Row = RowOf<'supplies'>;

const row = (opening: number | undefined, balance: number | undefined): Row =>
  ({ opening, balance, at: { record: `${opening},${balance}` } }) as unknown as Row;
const shown = (rows: readonly Row[]): string => rows.map(({ at }) => at.record).join(' ');
const chains = (rows: readonly Row[]): boolean =>
  rows.every(({ opening }, i) => i === 0 || opening === rows[i - 1]?.balance);

test.each<[string, number | undefined, [number | undefined, number | undefined][], string]>([
  [
    'a chain in reverse',
    10,
    [
      [5, 3],
      [8, 5],
      [10, 8],
    ],
    '10,8 8,5 5,3',
  ],
  [
    'a way there and back',
    10,
    [
      [10, 5],
      [5, 10],
      [10, 3],
    ],
    '10,5 5,10 10,3',
  ],
  [
    'a circle begins at what was left',
    8,
    [
      [5, 10],
      [10, 8],
      [8, 5],
    ],
    '8,5 5,10 10,8',
  ],
  [
    'nothing known before',
    undefined,
    [
      [5, 3],
      [8, 5],
    ],
    '8,5 5,3',
  ],
  [
    'another stock than before',
    20,
    [
      [5, 3],
      [8, 5],
    ],
    '8,5 5,3',
  ],
  [
    'no chain: pieces, that of what was left first',
    10,
    [
      [7, 6],
      [8, 7],
      [4, 3],
      [10, 9],
    ],
    '10,9 4,3 8,7 7,6',
  ],
  [
    'a number that is not given',
    10,
    [
      [5, undefined],
      [10, 5],
    ],
    '5,undefined 10,5',
  ],
  ['one row', 10, [[5, 3]], '5,3'],
])('%s', (_, left, rows, expected) =>
  expect(
    shown(
      chained(
        rows.map((each) => row(...each)),
        left,
      ),
    ),
  ).toBe(expected),
);

test('rows that chain in some order chain in the one that is found, the same for any order', () => {
  const walk = fc.array(fc.nat(4), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(
      walk.chain((amounts) =>
        fc.tuple(
          fc.constant(amounts),
          fc.shuffledSubarray(
            amounts.slice(1).map((_, i) => i),
            { minLength: amounts.length - 1 },
          ),
        ),
      ),
      ([amounts, order]) => {
        const rows = amounts.slice(1).map((balance, i) => row(amounts[i], balance));
        const found = chained(rows, amounts[0]);
        expect([found.length, chains(found)]).toEqual([rows.length, true]);
        expect(found.length < 2 || found[0]?.opening === amounts[0]).toBe(true);
        expect(
          shown(
            chained(
              order.map((i) => rows[i] as Row),
              amounts[0],
            ),
          ),
        ).toBe(shown(found));
      },
    ),
  );
});

test('rows of which no order chains are in the same order however they stand', () => {
  const rows = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 12 });
  fc.assert(
    fc.property(
      rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([one, other]) => {
        const of = (each: readonly (readonly [number, number])[]): string =>
          shown(
            chained(
              each.map(([a, b]) => row(a, b)),
              3,
            ),
          );
        expect(
          of(other)
            .split(' ')
            .filter((each) => each !== '')
            .sort(),
        ).toEqual(one.map((each) => each.join(',')).sort());
        if (one.length > 1) expect(of(other)).toBe(of(one));
      },
    ),
  );
});
