/** 五（三）: how far apart people sit. */
import { keeps, leastWhole } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Space } from '../profile/profile.types.js';
import { gridFits, gridSpacing, lackingOf, millimetres, nearestSeats, type SeatPair } from '../seats/spacing.js';
import { type Raised, type Rule, rule } from './rule.js';
import { classroomsOf } from './shared/classrooms.js';
import { amount, UNITS } from './shared/measure.js';

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
  demand: { zh: '教室里任何两个座位相隔1米或更远', en: 'Any two seats of a classroom are 1 m or more apart' },
  advice: {
    zh: '拉开排距、列距，或减少座位，再量一次',
    en: 'Move the rows and columns apart or take seats out, then measure again',
  },
  reading: {
    zh: '按座位中心到中心量，先取整到毫米；网格、坐标、量得的最小间隔都填了的，按最小的判断；网格放不下只看座位中心（工具默认值，非预案规定）',
    en: 'measured from centre to centre in whole millimetres; of grid, coordinates and measured spacing the smallest counts; whether a grid fits is judged by seat centres (toolkit default)',
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
    const distances = classrooms.flatMap(({ space, i }) => distancesOf(space, i, limits));
    const [smallest] = distances.sort((a, b) => a.have - b.have);
    if (smallest) yield { measured: smallest };
    for (const { space, i } of classrooms) yield* seatsOf(space, i, limits);
  },
});

const pathOfPair = (at: string, { second }: SeatPair): string => `${at}.points[${second}]`;

/** The distances that a room gives: of the nearest seats drawn, of its rows and columns, and as measured. */
function distancesOf({ seats = {} }: Space, i: number, limits: Limits) {
  const { points = [], minSpacing, ...grid } = seats;
  const at = `spaces[${i}].seats`;
  const bound = { ...limits.seatSpacing, value: limits.seatSpacing.value / 1000 };
  const distance = (have: number, path: string) => ({ ...amount(SMALLEST, have, bound, path), have });
  const [spacing, pair] = [gridSpacing(grid), nearestSeats(points)];
  return [
    ...(pair ? [distance(pair.distance / 1000, pathOfPair(at, pair))] : []),
    ...(spacing ? [distance(spacing.distance / 1000, `${at}.${spacing.key}`)] : []),
    ...(minSpacing === undefined ? [] : [distance(millimetres(minSpacing) / 1000, `${at}.minSpacing`)]),
  ];
}

function* seatsOf(space: Space, i: number, limits: Limits): Iterable<Raised<Message>> {
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
  const [spacing, pair] = [gridSpacing(grid), nearestSeats(points)];
  const [smallest] = distancesOf(space, i, limits).sort((a, b) => a.have - b.have);
  if (smallest && !smallest.met) {
    const params = { room, have: smallest.have, least: leastWhole(limits.seatSpacing) / 1000 };
    const { path } = smallest;
    yield pair && path === pathOfPair(at, pair)
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
