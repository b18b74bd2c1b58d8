/** 五（三）: how far apart people sit. */
import { keeps, leastWhole } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Space } from '../profile/profile.types.js';
import { gridFits, gridSpacing, lackingOf, millimetres, nearestSeats } from '../seats/spacing.js';
import { type Raised, type Rule, rule } from './rule.js';
import { classroomsOf } from './shared/classrooms.js';
import { type Amount, amount, UNITS } from './shared/measure.js';

type Message = 'tooClose' | 'pairTooClose' | 'differs' | 'doesNotFit';

const SMALLEST = { what: { zh: '最小间隔', en: 'smallest distance' }, unit: UNITS.metre };

const seatSpacing = rule<Message>({
  id: 'seat-spacing',
  clauses: ['五（三）'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['spaces'] },
  limits: ['seatSpacing', 'seatSpacingTolerance'],
  title: { zh: '座位间隔', en: 'Distance between seats' },
  demand: { zh: '教室里人与人相隔1米或更远', en: 'People in a classroom are 1 m or more apart' },
  advice: {
    zh: '拉开排距、列距，或减少座位，再量一次',
    en: 'Move the rows and columns apart or take seats out, then measure again',
  },
  reading: {
    zh: '用来上课的其他房间也算教室；按座位中心到中心量，先取整到毫米；网格、坐标、量得的最小间隔都填了的，按最小的判断；网格放不下只看座位中心',
    en: 'other rooms in which a class is held are classrooms too; measured from centre to centre of the seats in whole millimetres; of grid, coordinates and measured spacing the smallest counts; whether a grid fits is judged by seat centres',
  },
  messages: {
    tooClose: {
      zh: '教室 {room} 座位间隔 {have} 米，至少 {least} 米',
      en: 'seats of classroom {room} are {have} m apart; at least {least} m are needed',
    },
    pairTooClose: {
      zh: '教室 {room} 第 {first} 个和第 {second} 个座位相隔 {have} 米，至少 {least} 米',
      en: 'seats {first} and {second} of classroom {room} are {have} m apart; at least {least} m are needed',
    },
    differs: {
      zh: '教室 {room} 填的最小间隔 {declared} 米，算出来是 {computed} 米',
      en: 'the smallest distance of classroom {room} is given as {declared} m but computes to {computed} m',
    },
    doesNotFit: {
      zh: '教室 {room} 长 {length} 米、宽 {width} 米，放不下所填的排数、列数和间距',
      en: 'classroom {room}, {length} m by {width} m, cannot hold the rows and columns at these spacings',
    },
  },
  *profile({ profile, limits }) {
    const classrooms = classroomsOf(profile);
    if (classrooms.length === 0) yield { missing: 'spaces' };
    const rooms = classrooms.map((each) => ({ ...each, distances: distancesOf(each.space, each.i, limits) }));
    const [smallest] = rooms.flatMap(({ distances }) => distances.all).sort(bySize);
    if (smallest) yield { measured: smallest };
    for (const { space, i, distances } of rooms) yield* seatsOf(space, i, distances, limits);
  },
});

type Distance = Amount & { readonly have: number };

const bySize = (a: Distance, b: Distance): number => a.have - b.have;

/** The distances that a room gives: of the nearest seats drawn, of its rows and columns, and as measured. */
function distancesOf({ seats = {} }: Space, i: number, limits: Limits) {
  const { points = [], minSpacing, ...grid } = seats;
  const bound = { ...limits.seatSpacing, value: limits.seatSpacing.value / 1000 };
  const distance = (millimetres: number, at: string): Distance => {
    const have = millimetres / 1000;
    return { ...amount(SMALLEST, have, bound, `spaces[${i}].seats.${at}`), have };
  };
  const [pair, spacing] = [nearestSeats(points), gridSpacing(grid)];
  const ofPair = pair && distance(pair.distance, `points[${pair.second}]`);
  const all = [
    ofPair ?? [],
    spacing ? distance(spacing.distance, spacing.key) : [],
    minSpacing === undefined ? [] : distance(millimetres(minSpacing), 'minSpacing'),
  ].flat();
  return { pair, spacing, ofPair, all };
}

function* seatsOf(
  space: Space,
  i: number,
  { pair, spacing, ofPair, all }: ReturnType<typeof distancesOf>,
  limits: Limits,
): Iterable<Raised<Message>> {
  const at = `spaces[${i}].seats`;
  const room = space.id ?? i + 1;
  const { points = [], minSpacing, ...grid } = space.seats ?? {};
  const gridGiven = Object.keys(grid).length > 0;
  if (!gridGiven && points.length === 0 && minSpacing === undefined) {
    yield { missing: at };
    return;
  }
  const lacking = gridGiven ? lackingOf(grid) : [];
  if (points.length === 0 && minSpacing === undefined) {
    for (const key of lacking) yield { missing: `${at}.${key}` };
  }
  const [smallest] = [...all].sort(bySize);
  if (smallest && !smallest.met) {
    const params = { room, have: smallest.have, least: leastWhole(limits.seatSpacing) / 1000 };
    const { path } = smallest;
    yield pair && smallest === ofPair
      ? {
          at: path,
          message: 'pairTooClose',
          params: { ...params, first: pair.first + 1, second: pair.second + 1 },
          related: [`${at}.points[${pair.first}]`],
        }
      : { at: path, message: 'tooClose', params };
  }
  const computed = Math.min(
    pair?.distance ?? Infinity,
    lacking.length > 0 ? Infinity : (spacing?.distance ?? Infinity),
  );
  if (minSpacing !== undefined && computed < Infinity) {
    const declared = millimetres(minSpacing);
    if (!keeps(limits.seatSpacingTolerance, Math.abs(declared - computed))) {
      const params = { room, declared: declared / 1000, computed: computed / 1000 };
      yield { at: `${at}.minSpacing`, message: 'differs', severity: 'warning', params };
    }
  }
  const { length, width } = space;
  if (length !== undefined && width !== undefined && !gridFits(grid, length, width)) {
    yield { at, message: 'doesNotFit', severity: 'warning', params: { room, length, width } };
  }
}

/** The rules of these items, in the order of the plan. */
export const RULES: readonly Rule[] = [seatSpacing];
