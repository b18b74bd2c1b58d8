/** The distances between seats: whole millimetres, the nearest pair, what fits. */
import fc from 'fast-check';
import { gridFits, gridSpacing, lackingOf, millimetres, nearestSeats } from '../../src/seats/spacing.js';

type Point = [number, number];

/** The same by comparing every seat with every other one. */
function slowly(points: readonly Point[]): number | undefined {
  const squares = points.flatMap(([x, y], i) =>
    points
      .slice(i + 1)
      .map(([a, b]) => (millimetres(x) - millimetres(a)) ** 2 + (millimetres(y) - millimetres(b)) ** 2),
  );
  return squares.length === 0 ? undefined : Math.floor(Math.sqrt(Math.min(...squares)));
}

const point = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }))
  .map(([x, y]): Point => [x / 16, y / 16]);

test('finds the nearest pair among any seats', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const pair = nearestSeats(points);
      expect(pair?.distance).toBe(slowly(points));
      if (!pair) return;
      expect(pair.first).toBeLessThan(pair.second);
      expect(slowly([points[pair.first], points[pair.second]] as Point[])).toBe(pair.distance);
    }),
  );
});

test('agrees with the grid that the points come from', () => {
  const spacing = fc.integer({ min: 1, max: 3000 }).map((mm) => mm / 1000);
  const count = fc.integer({ min: 1, max: 8 });
  fc.assert(
    fc.property(count, count, spacing, spacing, (rows, columns, rowSpacing, columnSpacing) => {
      const points = Array.from(
        { length: rows * columns },
        (_, i): Point => [(i % columns) * columnSpacing, Math.floor(i / columns) * rowSpacing],
      );
      expect(nearestSeats(points)?.distance).toBe(gridSpacing({ rows, columns, rowSpacing, columnSpacing })?.distance);
    }),
  );
});

test('is not moved by the last bit of a fraction', () => {
  expect(
    nearestSeats([
      [0.1, 0],
      [1.1, 0],
    ])?.distance,
  ).toBe(1000);
  expect(
    nearestSeats([
      [0.3, 0],
      [0.1 + 0.2 + 0.9, 0],
    ])?.distance,
  ).toBe(900);
  expect(
    nearestSeats([
      [0, 0],
      [0.9000000001, 0],
    ])?.distance,
  ).toBe(900);
});

test('takes two thousand seats in a row, in a column or in one place', () => {
  const seats = Array.from({ length: 2000 }, (_, i) => i);
  expect(nearestSeats(seats.map((i): Point => [i, 0]))?.distance).toBe(1000);
  expect(nearestSeats(seats.map((i): Point => [0, i]))?.distance).toBe(1000);
  expect(nearestSeats(seats.map((): Point => [1, 1]))?.distance).toBe(0);
});

test('says what a grid lacks', () => {
  expect(lackingOf({ rows: 5, columns: 6 })).toEqual(['rowSpacing', 'columnSpacing']);
  expect(lackingOf({ rows: 1, columns: 6, columnSpacing: 1 })).toEqual([]);
  expect(lackingOf({ rowSpacing: 1 })).toEqual(['rows', 'columns', 'columnSpacing']);
});

test('fits a grid along either side of the room', () => {
  const grid = { rows: 8, columns: 6, rowSpacing: 1, columnSpacing: 1 };
  expect(gridFits(grid, 7, 5)).toBe(true);
  expect(gridFits(grid, 5, 7)).toBe(true);
  expect(gridFits(grid, 6.999, 6)).toBe(false);
});
