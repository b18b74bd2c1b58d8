/**
 * What is wrong with the seats of a room as drawn, besides their spacing, which the rule of 五（三） judges: forms that don't
 * agree, seats outside of the walls or where something stands, more seats than a class may have people.
 */
import { inputCheck } from '../input-check.js';
import { keeps } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Profile, Space } from '../profile/profile.types.js';
import type { Params, Severity, Wording } from '../types.js';
import { FIXTURE_WORDS } from './drawing.js';
import { placeGrid } from './grid.js';
import { isInside, NO_PLACE, type Room, roomOf, type Seat, standsOn } from './room.js';
import { gridFits, gridSpacing, lackingOf, millimetres, nearestSeats } from './spacing.js';

type Message = keyof (typeof SEATS)['messages'];

/** Something about the seats of a room; paths are those of the profile. */
export interface SeatFinding {
  readonly path: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly params: Params;
  readonly related: readonly string[];
  /** Of a number of the plan. */
  readonly clause?: string;
}

type Class = NonNullable<Profile['classes']>[number];

/** Seats that a message names. */
const MOST_NAMED = 12;

/** Seats that can't be where they are drawn. */
export const SEATS = inputCheck({
  id: 'input/seats',
  severity: 'error',
  messages: {
    unit: {
      zh: '教室 {room} 的{what}填的是 {have} 米，不大可能，请核实单位是不是米（{low} 到 {high} 米之间才算合理，工具默认值，非预案规定）',
      en: '{what} of classroom {room} is given as {have} m, which is hardly possible; check that it is in metres ({low} to {high} m is plausible, toolkit default)',
    },
    count: {
      zh: '教室 {room} 填了 {points} 个坐标，{rows} 排 {columns} 列却是 {seats} 个座位',
      en: 'classroom {room} has {points} coordinates, but {rows} rows of {columns} are {seats} seats',
    },
    spacing: {
      zh: '教室 {room} 按坐标最近的是第 {first} 个和第 {second} 个座位，相隔 {have} 米；按排距、列距是 {grid} 米',
      en: 'by the coordinates of classroom {room} seats {first} and {second} are nearest, {have} m apart; by its rows and columns it is {grid} m',
    },
    outside: {
      zh: '教室 {room} 宽 {width} 米、长 {length} 米，座位 {seats} 在墙外{hint}',
      en: 'classroom {room} is {width} m wide and {length} m long; outside of it: seats {seats}{hint}',
    },
    onFixture: {
      zh: '教室 {room} 座位 {seats} 占了{thing}（{at}）',
      en: 'in classroom {room} seats {seats} stand on the {thing} ({at})',
    },
    noWay: {
      zh: '教室 {room} 放得下这些排和列，但怎么放都有座位占了讲台、门、柱子或过道',
      en: 'classroom {room} could hold these rows and columns, but wherever they stand a seat is on the podium, door, a pillar or an aisle',
    },
    overlap: {
      zh: '教室 {room} 第 {first} 个和第 {second} 个座位的桌椅重叠（每个占 {width} × {length} 米）',
      en: 'in classroom {room} the desks of seats {first} and {second} overlap (each takes {width} × {length} m)',
    },
    fixtureOutside: {
      zh: '教室 {room} 的{thing}超出了墙（宽 {width} 米、长 {length} 米）',
      en: 'the {thing} of classroom {room} reaches beyond its walls ({width} m wide, {length} m long)',
    },
    classTooLarge: {
      zh: '班级 {class} 有 {have} 人，教室 {room} 只有 {seats} 个座位',
      en: 'class {class} has {have} people, but classroom {room} has {seats} seats',
    },
    many: {
      zh: '教室 {room} 有 {have} 个座位，一个班最多 {limit} 人',
      en: 'classroom {room} has {have} seats; a class has at most {limit} people',
    },
  },
});

/** What a side of a room, and the space between seats, can be, in metres. Toolkit defaults: what is outside was mistyped. */
const SIDE = { low: 1, high: 100 };
const SPACE = { low: 0, high: 20 };

/** The sizes of a room and its seats that can't be in metres. */
function implausible({
  width,
  length,
  seats,
}: Space): { path: string; what: Wording; have: number; low: number; high: number }[] {
  const sizes = [
    { path: '.length', what: { zh: '长', en: 'the length' }, have: length, ...SIDE },
    { path: '.width', what: { zh: '宽', en: 'the width' }, have: width, ...SIDE },
    {
      path: '.seats.rowSpacing',
      what: { zh: '排距', en: 'the space between rows' },
      have: seats?.rowSpacing,
      ...SPACE,
    },
    {
      path: '.seats.columnSpacing',
      what: { zh: '列距', en: 'the space between columns' },
      have: seats?.columnSpacing,
      ...SPACE,
    },
    {
      path: '.seats.minSpacing',
      what: { zh: '最小间隔', en: 'the smallest distance' },
      have: seats?.minSpacing,
      ...SPACE,
    },
    ...(seats?.points ?? [])
      .flatMap((point, i) => {
        const have = Math.max(...point);
        return have > SIDE.high && (width === undefined || length === undefined)
          ? [
              {
                path: `.seats.points[${i}]`,
                what: { zh: `第 ${i + 1} 个座位的坐标`, en: `the place of seat ${i + 1}` },
                have,
                low: 0,
                high: SIDE.high,
              },
            ]
          : [];
      })
      .slice(0, 1),
  ];
  return sizes.flatMap(({ have, ...size }) =>
    have !== undefined && (have < size.low || have > size.high) ? [{ ...size, have }] : [],
  );
}

/** Returns the findings about a classroom; `at` is its path in the profile, such as `spaces[2]`. */
export function* checkSeats(space: Space, at: string, limits: Limits): Generator<SeatFinding> {
  const room = roomOf(space);
  const { points = [], minSpacing: _, ...grid } = space.seats ?? {};
  const name = space.id ?? space.name ?? at;
  const gridIsWhole = Object.keys(grid).length > 0 && lackingOf(grid).length === 0;
  const seats = points.map(([x, y]) => ({ x: millimetres(x), y: millimetres(y) }));
  const found = (
    path: string,
    message: Message,
    params: Params,
    more: Partial<Pick<SeatFinding, 'severity' | 'related' | 'clause'>> = {},
  ): SeatFinding => ({
    path: at + path,
    severity: 'error',
    message,
    params: { room: name, ...params },
    related: [],
    ...more,
  });

  yield* implausible(space).map(({ path, ...params }) => found(path, 'unit', params));
  const { rows = 0, columns = 0 } = grid;
  if (points.length > 0 && gridIsWhole) {
    if (points.length !== rows * columns) {
      const params = { points: points.length, rows, columns, seats: rows * columns };
      yield found('.seats.points', 'count', params, { related: [`${at}.seats.rows`, `${at}.seats.columns`] });
    }
    const [nearest, spacing] = [nearestSeats(points), gridSpacing(grid)];
    if (nearest && spacing && !keeps(limits.seatSpacingTolerance, Math.abs(nearest.distance - spacing.distance))) {
      const params = {
        first: nearest.first + 1,
        second: nearest.second + 1,
        have: nearest.distance / 1000,
        grid: spacing.distance / 1000,
      };
      const related = [`${at}.seats.points[${nearest.first}]`, `${at}.seats.${spacing.key}`];
      yield found(`.seats.points[${nearest.second}]`, 'spacing', params, { related });
    }
  }

  const count = points.length > 0 ? points.length : gridIsWhole ? rows * columns : 0;
  if (!keeps(limits.classSize, count)) {
    const { source, value } = limits.classSize;
    const clause = 'clause' in source ? { clause: source.clause } : {};
    yield found('.seats', 'many', { have: count, limit: value }, { severity: 'warning', ...clause });
  }
  if (!room) return;

  const sides = { width: room.width / 1000, length: room.length / 1000 };
  for (const [j, fixture] of room.fixtures.entries()) {
    const reaches = fixture.x + fixture.width > room.width || fixture.y + fixture.length > room.length;
    const params = { ...sides, thing: FIXTURE_WORDS[fixture.kind] };
    if (reaches) yield found(`.fixtures[${j}]`, 'fixtureOutside', params, { severity: 'warning' });
  }
  const place = space.desk
    ? { width: millimetres(space.desk.width), length: millimetres(space.desk.length) }
    : NO_PLACE;
  const placed = seats.length > 0 ? undefined : placeGrid(grid, room);
  if (placed && !placed.fits && gridFits(grid, sides.length, sides.width)) {
    const related = room.fixtures.slice(0, MOST_NAMED).map((_, j) => `${at}.fixtures[${j}]`);
    yield found('.seats', 'noWay', {}, { related });
  }
  const drawn = placed?.seats ?? seats;
  const seatPath = (i: number): string => (placed ? '.seats' : `.seats.points[${i}]`);
  const overlap = overlapping(drawn, place);
  if (overlap) {
    const [first, second] = overlap;
    const params = { first: first + 1, second: second + 1, width: place.width / 1000, length: place.length / 1000 };
    const related = placed ? [`${at}.desk`] : [`${at}${seatPath(first)}`, `${at}.desk`];
    yield found(seatPath(second), 'overlap', params, { related });
  }
  if (placed) return;
  const outside = indexes(seats, (seat) => !isInside(seat, room, place));
  if (outside.length > 0) {
    const turned = seats.every(({ x, y }) => isInside({ x: y, y: x }, room, place));
    const hint = turned ? { zh: '；x、y 像是写反了', en: '; x and y seem to be swapped' } : { zh: '', en: '' };
    const related = outside.slice(1, MOST_NAMED).map((i) => `${at}${seatPath(i)}`);
    yield found(seatPath(outside[0] ?? 0), 'outside', { ...sides, seats: listed(outside), hint }, { related });
  }
  yield* onFixtures(room, seats, place).map(({ taken, j }) => {
    const thing = FIXTURE_WORDS[room.fixtures[j]?.kind ?? 'pillar'];
    const related = [`${at}.fixtures[${j}]`, ...taken.slice(1, MOST_NAMED).map((i) => `${at}${seatPath(i)}`)];
    const params = { seats: listed(taken), thing, at: `fixtures[${j}]` };
    return found(seatPath(taken[0] ?? 0), 'onFixture', params, { related });
  });
}

/** Returns the findings about classes that have more people than their room has seats. */
export function* checkClasses(classes: readonly Class[], spaces: readonly Space[]): Generator<SeatFinding> {
  for (const [k, { id, name, room, plannedSize = 0, trainees = [] }] of classes.entries()) {
    const i = spaces.findIndex((space) => room !== undefined && (space.id === room || space.name === room));
    const { points = [], rows = 0, columns = 0 } = spaces[i]?.seats ?? {};
    const seats = points.length > 0 ? points.length : rows * columns;
    const have = Math.max(plannedSize, trainees.length);
    if (seats === 0 || have <= seats) continue;
    const params = { class: id ?? name ?? k + 1, have, room: room ?? '', seats };
    const related = [`spaces[${i}].seats`];
    yield { path: `classes[${k}].room`, severity: 'warning', message: 'classTooLarge', params, related };
  }
}

function onFixtures(room: Room, seats: readonly Seat[], place: { width: number; length: number }) {
  return room.fixtures.flatMap((fixture, j) => {
    const taken = indexes(seats, (seat) => standsOn(seat, fixture, place));
    return taken.length > 0 ? [{ taken, j }] : [];
  });
}

function overlapping(seats: readonly Seat[], place: { width: number; length: number }): [number, number] | undefined {
  if (place.width === 0 || place.length === 0) return undefined;
  const sorted = seats.map((seat, i) => ({ ...seat, i })).sort((a, b) => a.x - b.x || a.i - b.i);
  for (const [k, seat] of sorted.entries()) {
    for (let l = k + 1; l < sorted.length; l++) {
      const other = sorted[l];
      // in order of x: all further ones are at least as far away
      if (!other || other.x - seat.x >= place.width) break;
      if (Math.abs(other.y - seat.y) < place.length) return [Math.min(seat.i, other.i), Math.max(seat.i, other.i)];
    }
  }
  return undefined;
}

function indexes(seats: readonly Seat[], wrong: (seat: Seat) => boolean): number[] {
  return seats.flatMap((seat, i) => (wrong(seat) ? [i] : []));
}

/** Numbers of seats, as messages name them. */
function listed(taken: readonly number[]): Wording {
  const named = taken.slice(0, MOST_NAMED).map((i) => i + 1);
  const rest = taken.length - named.length;
  return {
    zh: `${named.join('、')}${rest > 0 ? ` 等 ${taken.length} 个` : ''}`,
    en: `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  };
}
