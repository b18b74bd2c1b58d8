/** The rooms of a profile with their seats, to be drawn. */
import { keeps, leastWhole } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Space } from '../profile/profile.types.js';
import { ifReadable } from '../profile/unreadable.js';
import type { RoomFixture, SeatMap } from '../types.js';
import { MOST_SEATS, placeGrid } from './grid.js';
import { type Room, roomOf, type Seat } from './room.js';
import { millimetres } from './spacing.js';

/** Pairs of seats that a map lists. */
const MOST_PAIRS = 200;

/**
 * Returns the map of each classroom of which sides and seats are known. Where coordinates are given they are drawn, else
 * the grid; rooms of more than 500 seats are left out, as is what can't be read.
 */
export function seatMaps(spaces: readonly Space[], limits: Limits): SeatMap[] {
  return [...spaces.keys()].flatMap((i) => ifReadable(() => seatMap(spaces[i] as Space, limits, i)) ?? []);
}

/** Returns the map of a space, or `undefined` where it has none; `index` names a room without a name. */
export function seatMap(space: Space, limits: Limits, index = 0): SeatMap | undefined {
  const room = roomOf(space);
  if (space.kind !== 'classroom' || !room) return undefined;
  const { points = [], minSpacing: _, ...grid } = space.seats ?? {};
  if (points.length > MOST_SEATS) return undefined;
  const seats =
    points.length > 0
      ? points.map(([x, y]) => ({ x: millimetres(x), y: millimetres(y) }))
      : placeGrid(grid, room)?.seats;
  if (!seats || seats.length === 0) return undefined;
  return mapOf(room, seats, limits, space.name ?? space.id ?? String(index + 1), space.desk);
}

/** Returns the map of a room with these seats; `desk` is the place that each takes, where the profile says it. */
export function mapOf(
  room: Room,
  seats: readonly Seat[],
  limits: Limits,
  name: string,
  desk?: SeatMap['desk'],
): SeatMap {
  return {
    room: name,
    width: room.width / 1000,
    length: room.length / 1000,
    seats: seats.map(({ x, y }) => [x / 1000, y / 1000]),
    tooClose: tooClose(seats, limits),
    spacing: leastWhole(limits.seatSpacing) / 1000,
    fixtures: room.fixtures.map(
      ({ kind, x, y, width, length }): RoomFixture => ({
        kind,
        x: x / 1000,
        y: y / 1000,
        width: width / 1000,
        length: length / 1000,
      }),
    ),
    ...(desk ? { desk } : {}),
  };
}

/** The pairs that are nearer to each other than the limit allows; distances are rounded down to the millimetre. */
function tooClose(seats: readonly Seat[], limits: Limits): SeatMap['tooClose'] {
  const pairs: [number, number, number][] = [];
  const sorted = seats.map((seat, index) => ({ ...seat, index })).sort((a, b) => a.x - b.x);
  const reach = leastWhole(limits.seatSpacing);
  for (const [i, seat] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j++) {
      const other = sorted[j];
      // in order of x: all further ones are at least as far away
      if (!other || other.x - seat.x >= reach) break;
      const distance = Math.floor(Math.sqrt((other.x - seat.x) ** 2 + (other.y - seat.y) ** 2));
      if (keeps(limits.seatSpacing, distance)) continue;
      pairs.push([Math.min(seat.index, other.index), Math.max(seat.index, other.index), distance / 1000]);
    }
  }
  return pairs.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]).slice(0, MOST_PAIRS);
}
