/** Counting days and years on the calendar. */
import fc from 'fast-check';
import { addDays, addYears, daysFrom, yearsBetween } from '../../src/plan/days.js';

test.each([
  ['2020-05-06', -14, '2020-04-22'],
  ['2020-05-06', -1, '2020-05-05'],
  ['2020-05-06', 0, '2020-05-06'],
  ['2020-03-01', -1, '2020-02-29'],
  ['2019-03-01', -1, '2019-02-28'],
  ['2020-12-31', 1, '2021-01-01'],
  ['2020-02-28', 2, '2020-03-01'],
])('%s and %d days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

test('days are added as the calendar has them, and follow one another', () => {
  const at = (n: number): string => new Date(Date.UTC(1999, 0, 1 + n)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: -1000, max: 1000 }), (n, days) => {
      expect(addDays(at(n), days)).toBe(at(n + days));
    }),
  );
  expect(daysFrom('1999-01-01', 20_000)).toEqual(Array.from({ length: 20_000 }, (_, n) => at(n)));
  expect(daysFrom('2020-05-06', 0)).toEqual([]);
});

test.each([
  ['2014-05-06', 6, '2020-05-06'],
  ['2016-02-29', 4, '2020-02-29'],
  ['2016-02-29', 6, '2022-02-28'],
  ['2016-02-28', 4, '2020-02-28'],
  ['2020-12-31', 1, '2021-12-31'],
  ['2020-05-31', -1, '2019-05-31'],
])('%s and %d years is %s', (date, years, expected) => {
  expect(addYears(date, years)).toBe(expected);
});

describe('the years from one day to another', () => {
  test.each([
    ['2014-05-06', '2020-05-06', 6],
    ['2016-02-29', '2022-02-28', 6],
    ['2020-05-06', '2020-05-06', 0],
    ['2019-12-31', '2020-12-31', 1],
  ])('are whole on the anniversary: %s to %s is %d', (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });

  test.each([
    ['2014-05-06', '2020-05-05', 5],
    ['2014-05-06', '2020-05-07', 6],
    ['2016-02-29', '2022-02-27', 5],
    ['2016-02-29', '2022-03-01', 6],
    ['2019-12-31', '2020-01-01', 0],
    ['2019-01-01', '2019-12-31', 0],
    // the day before the anniversary, in a leap year
    ['2019-03-01', '2020-02-29', 0],
  ])(
    'lie between two whole numbers on the days beside it: %s to %s is more than %d and less than one more',
    (from, to, whole) => {
      const years = yearsBetween(from, to);
      expect(years).toBeGreaterThan(whole);
      expect(years).toBeLessThan(whole + 1);
    },
  );

  test('grow from each day to the next', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(day, fc.nat(8_000), (from, later) => {
        const to = addDays(from, later);
        expect(yearsBetween(from, addDays(to, 1))).toBeGreaterThan(yearsBetween(from, to));
      }),
      { seed: 20200506, numRuns: 500 },
    );
  });
});
