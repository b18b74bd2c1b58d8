/** Layouts that are proposed: never too close, never outside or on something, never worse than the plain grid. */
import fc from 'fast-check';
import { leastWhole } from '../../src/plan/limit.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { mostSeats } from '../../src/seats/bound.js';
import { densest } from '../../src/seats/densest.js';
import {
  Budget,
  fittedRows,
  oneByOne,
  plainGrid,
  rangesOf,
  spreadGrids,
  squareGrids,
  staggeredRows,
  type Task,
  turnedLattices,
} from '../../src/seats/layouts.js';
import { type Proposal, propose } from '../../src/seats/propose.js';
import { DEFAULT_PLACE, type Fixture, NO_PLACE, type Room, type Seat } from '../../src/seats/room.js';
import { runs } from '../deep.js';

const { limits } = LIUZHOU_2020;
const APART = leastWhole(limits.seatSpacing);
const MOST = limits.classSize.value;
type Place = { readonly width: number; readonly length: number };

/** Written anew here, in the plainest way, and not taken from the code under test. */
const squareOf = (a: Seat, b: Seat): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
function faultsOf(seats: readonly Seat[], room: Room, place: Place): string[] {
  const faults: string[] = [];
  const [halfWidth, halfLength] = [place.width / 2, place.length / 2];
  for (const [i, seat] of seats.entries()) {
    if (!Number.isInteger(seat.x) || !Number.isInteger(seat.y)) faults.push(`${i} is not in whole millimetres`);
    const [left, right, front, back] = [
      seat.x - halfWidth,
      seat.x + halfWidth,
      seat.y - halfLength,
      seat.y + halfLength,
    ];
    if (left < 0 || front < 0 || right > room.width || back > room.length) faults.push(`${i} is outside`);
    for (const { kind, x, y, width, length } of room.fixtures) {
      if (left < x + width && right > x && front < y + length && back > y) faults.push(`${i} is on a ${kind}`);
    }
    for (const [j, other] of seats.slice(0, i).entries()) {
      if (squareOf(seat, other) < APART ** 2) faults.push(`${j} and ${i} are too close`);
      const apart = Math.abs(seat.x - other.x) >= place.width || Math.abs(seat.y - other.y) >= place.length;
      if (!apart) faults.push(`the places of ${j} and ${i} overlap`);
    }
  }
  return faults;
}

const side = fc.integer({ min: 1, max: 14_000 });
const position = fc.integer({ min: 0, max: 9000 });
const fixture: fc.Arbitrary<Fixture> = fc.record({
  kind: fc.constantFrom('podium', 'door', 'pillar', 'aisle'),
  x: position,
  y: position,
  width: fc.integer({ min: 0, max: 3000 }),
  length: fc.integer({ min: 0, max: 6000 }),
});
const room: fc.Arbitrary<Room> = fc.record({
  width: side,
  length: side,
  fixtures: fc.array(fixture, { maxLength: 5 }),
});
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant(DEFAULT_PLACE),
  fc.record({ width: fc.integer({ min: 0, max: 1500 }), length: fc.integer({ min: 0, max: 1500 }) }),
);

test('of any room: legal, not worse than the plain grid, within the bound and the size of a class', () => {
  fc.assert(
    fc.property(room, place, (each, taken) => {
      const { seats, denser = seats, bound } = propose(each, taken, limits);
      const plain = plainGrid({ room: each, place: taken, apart: APART, most: MOST });
      expect(faultsOf(seats, each, taken)).toEqual([]);
      expect(faultsOf(plain, each, taken)).toEqual([]);
      expect(faultsOf(denser, each, taken)).toEqual([]);
      expect(seats.length).toBeGreaterThanOrEqual(plain.length);
      expect(denser.length).toBeGreaterThanOrEqual(seats.length);
      expect(denser.length).toBeLessThanOrEqual(Math.min(bound, MOST));
    }),
    { numRuns: runs(60) },
  );
});

test('every layout that is compared is legal and within the bound, not only the one that is proposed', () => {
  fc.assert(
    fc.property(room, place, (each, taken) => {
      const task = { room: each, place: taken, apart: APART, most: MOST };
      const { x, y } = rangesOf(task);
      fc.pre(x.to >= x.from && y.to >= y.from);
      const budget = () => new Budget(20_000);
      const all = [squareGrids, spreadGridsOf, staggeredRows, turnedLattices, oneByOne].flatMap((lay) => [
        ...lay(task, budget()),
      ]);
      // not told how many are enough
      const more = densest(plainGrid(task), task, MOST, new Budget(200_000));
      const bound = mostSeats(each, taken, APART);
      for (const seats of [...fittedRows(task), ...all, more]) {
        expect(faultsOf(seats, each, taken)).toEqual([]);
        expect(seats.length).toBeLessThanOrEqual(bound);
      }
    }),
    { numRuns: runs(20) },
  );
});

const spreadGridsOf = (task: Task, budget: Budget) => spreadGrids(task, 1500, budget);

test('the bound holds for any seats that are far enough apart and off what stands in the room', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 })), {
    maxLength: 200,
  });
  const things = fc.array(
    fc.record({
      kind: fc.constantFrom('podium', 'door', 'aisle'),
      x: fc.constantFrom(0, 500, 1500, 2500),
      y: fc.constantFrom(0, 500, 1500, 2500),
      width: fc.constantFrom(0, 500, 1000, 2500, 4000),
      length: fc.constantFrom(0, 500, 1000, 2500, 4000),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(points, things, (list, fixtures) => {
      const each: Room = { width: 4000, length: 4000, fixtures };
      const kept: Seat[] = [];
      for (const [x, y] of list) {
        const next = [...kept, { x, y }];
        if (faultsOf(next, each, NO_PLACE).length === 0) kept.push({ x, y });
      }
      expect(kept.length).toBeLessThanOrEqual(mostSeats(each, NO_PLACE, APART));
    }),
    { numRuns: runs(100) },
  );
});

test.each([
  // on a line, in one row of two, and the corners of a square: all are reached
  [5000, 0, 6],
  [1000, 0, 2],
  [0, 0, 1],
  [999, 0, 1],
])('the bound of a strip of %d × %d mm is %d', (width, length, expected) => {
  expect(mostSeats({ width, length, fixtures: [] }, { width: 0, length: 0 }, APART)).toBe(expected);
});

const pillar = (x: number, y: number, width: number, length: number): Fixture => ({
  kind: 'pillar',
  x,
  y,
  width,
  length,
});

describe('the bound counts as taken', () => {
  const boundOf = (...fixtures: readonly Fixture[]): number =>
    mostSeats({ width: 6000, length: 5000, fixtures }, DEFAULT_PLACE, APART);
  test.each<[string, Fixture[], number]>([
    // 2/√3 · 5.4 · 4.2 + 5.4 + 4.2 + 1 = 36.8
    ['nothing in an empty room', [], 36],
    ['a podium on which one more could sit at the wall', [pillar(2000, 0, 2000, 1200)], 35],
    ['a podium on which two more could sit', [pillar(1500, 0, 3000, 1000)], 34],
    ['not a podium that is too small for one', [pillar(2000, 0, 2000, 900)], 36],
    // the hull of the room without its corner: 1.3² / 2 less of area, 2.6 − 1.3 · √2 of perimeter
    ['a door in a corner', [pillar(0, 0, 1300, 1300)], 35],
    ['a podium and a door', [pillar(2000, 0, 2000, 1200), pillar(0, 3800, 1200, 1200)], 34],
    // 2/√3 · 5.4 · 3 + 5.4 + 3 + 1 = 28.1
    ['a podium as wide as the room', [pillar(0, 0, 6000, 1200)], 28],
    // two sides of 1.9 × 4.2: 2/√3 · 1.9 · 4.2 + 1.9 + 4.2 + 1 = 16.3
    ['an aisle from wall to wall', [pillar(2500, 0, 1000, 5000)], 32],
    ['an aisle from the podium to the wall', [pillar(2000, 0, 2000, 1200), pillar(2500, 1200, 1000, 3800)], 30],
    ['the same thing once if it is entered twice', [pillar(2000, 0, 2000, 1200), pillar(1900, 0, 2000, 1200)], 35],
    ['all of a room that is full', [pillar(0, 0, 6000, 5000)], 0],
  ])('%s', (_, fixtures, expected) => expect(boundOf(...fixtures)).toBe(expected));
});

const found = (width: number, length: number, fixtures: readonly Fixture[] = []): Proposal =>
  propose({ width, length, fixtures }, DEFAULT_PLACE, limits);

describe('the kinds of layout', () => {
  test('staggered rows win where square ones leave a gap at the wall', () => {
    const { seats, kind, compared } = found(4300, 4300);
    expect([seats.length, kind]).toEqual([20, 'staggered']);
    expect(compared.find((each) => each.kind === 'square')?.count).toBe(16);
  });

  test('square rows are taken where nothing has more, spread out in the room', () => {
    const { seats, kind } = found(2600, 2800);
    expect(kind).toBe('square');
    expect(seats).toHaveLength(9);
    expect(seats[0]).toEqual({ x: 300, y: 400 });
    expect(seats.at(-1)).toEqual({ x: 2300, y: 2400 });
  });

  test('rows are fitted one by one where something stands in the way of a grid', () => {
    const { seats, compared } = found(5000, 5000, [pillar(1700, 0, 500, 2600), pillar(2900, 2600, 500, 2400)]);
    const count = (kind: string): number => compared.find((each) => each.kind === kind)?.count ?? 0;
    expect(count('fitted')).toBeGreaterThan(count('square'));
    expect(seats.length).toBeGreaterThanOrEqual(count('fitted'));
  });

  test('rows are fitted beside a door and a podium at the walls', () => {
    const door: Fixture = { kind: 'door', x: 0, y: 0, width: 900, length: 900 };
    const podium: Fixture = { kind: 'podium', x: 1000, y: 0, width: 2000, length: 700 };
    const { compared } = found(5200, 6000, [door, podium, pillar(2400, 3000, 400, 400)]);
    const count = (kind: string): number => compared.find((each) => each.kind === kind)?.count ?? 0;
    expect(count('fitted')).toBeGreaterThanOrEqual(count('square'));
  });

  test.each([
    // rows, and what a search of some seconds finds beside them
    [4000, 6000, [], 25, 27],
    [3500, 3500, [], 12, 13],
    [4500, 4500, [], 20, 22],
    [2512, 3200, [], 8, 9],
    [3024, 2692, [], 8, 9],
    [3549, 4986, [pillar(874, 1989, 345, 1143), pillar(2884, 3340, 593, 1157)], 15, 17],
    [4362, 2984, [pillar(1735, 294, 600, 903)], 12, 13],
  ] as const)(
    'where more seats have a place without rows they are beside: %d × %d',
    (width, length, things, rows, more) => {
      const { seats, kind, denser = [], compared } = found(width, length, things);
      expect([seats.length, denser.length]).toEqual([rows, more]);
      expect(kind).not.toBe('free');
      expect(compared.at(-1)).toEqual({ kind: 'free', count: more });
      expect(faultsOf(denser, { width, length, fixtures: things }, DEFAULT_PLACE)).toEqual([]);
    },
  );

  test.each([
    ['the bound is reached', 1600, 1800],
    ['the size of a class is', 12_000, 15_000],
    ['no more are found', 3000, 3000],
  ])('nothing is beside the rows where %s', (_, width, length) =>
    expect(found(width, length)).not.toHaveProperty('denser'),
  );

  test('a desk that is longer than the least distance keeps its place also without rows', () => {
    const place = { width: 700, length: 1300 };
    const task: Task = { room: { width: 4300, length: 4700, fixtures: [] }, place, apart: APART, most: MOST };
    const seats = densest([{ x: 350, y: 650 }], task, MOST, new Budget(4_000_000));
    expect(seats.length).toBeGreaterThan(9);
    expect(faultsOf(seats, task.room, place)).toEqual([]);
  });

  test('more than a class may have are not laid out, and it says that the class ends it', () => {
    const { seats, classSize, bound } = found(12_000, 15_000);
    expect([seats.length, classSize]).toEqual([MOST, true]);
    expect(bound).toBeGreaterThan(MOST);
  });

  test('a small room is not ended by the size of a class', () => expect(found(4000, 4000).classSize).toBe(false));

  test('the same room gives the same seats', () => {
    const things = [pillar(2000, 2000, 700, 700)];
    expect(found(6100, 5300, things)).toEqual(found(6100, 5300, things));
  });
});

describe('rooms that hold nobody or are very large come to an end', () => {
  test.each([
    ['half a metre wide and 200 m long', 500, 200_000, []],
    ['narrower than a desk', 599, 9000, []],
    ['full of a pillar', 9000, 9000, [pillar(0, 0, 9000, 9000)]],
    ['as large as can be and full of a pillar', 300_000, 300_000, [pillar(0, 0, 300_000, 300_000)]],
  ] as const)('%s: no seat', (_, width, length, things) => expect(found(width, length, things).seats).toEqual([]));

  test('a corridor of 200 m with a place for one row has 50 in it', () => {
    const { seats } = found(700, 200_000);
    expect(seats).toHaveLength(MOST);
    expect(new Set(seats.map(({ x }) => x)).size).toBe(1);
  });

  test('200 pillars in a hall', () => {
    const things = Array.from({ length: 200 }, (_, i) =>
      pillar((i % 20) * 1000 + 350, Math.floor(i / 20) * 1000, 300, 300),
    );
    const { seats } = found(20_000, 10_000, things);
    expect(seats).toHaveLength(MOST);
    expect(faultsOf(seats, { width: 20_000, length: 10_000, fixtures: things }, DEFAULT_PLACE)).toEqual([]);
  });
});
