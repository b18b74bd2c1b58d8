/**
 * How many seats a room can hold at the very most.
 *
 * Points of a convex region of area A and perimeter P, any two of them at least d apart, are at most
 * 2/√3 · A/d² + P/(2d) + 1: H. Groemer, Über die Einlagerung von Kreisen in einen konvexen Bereich, Math. Z. 73 (1960);
 * N. Oler, An inequality in the geometry of numbers, Acta Math. 105 (1961). The inequality is false of regions with
 * notches, so that what stands in the room can't simply be taken off their area. It counts in three ways, each of which
 * leaves the bound true:
 *
 * - All seats lie in the convex hull of the places where a centre can be: a door in a corner cuts it off.
 * - Where something is so large that points inside of it are at least d from every place where a centre can be, they could
 *   be added to any layout, and the hull of all would still hold no more points than the inequality says. So a layout has
 *   as many seats fewer. Points inside of two things are apart if the things don't overlap: each is outside of the other.
 * - What reaches from wall to wall, as an aisle does, parts the room: a layout is one of each side.
 */
import type { Rectangle, Room } from './room.js';

/** A part of the room, or what is taken, by its edges in millimetres. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly front: number;
  readonly back: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Things that are counted as taken, the largest first; to leave one out only makes the bound higher. */
const MOST_TAKEN = 30;

/** Returns a number of seats that no layout of the room can exceed; lengths are in millimetres. */
export function mostSeats(room: Room, place: Pick<Rectangle, 'width' | 'length'>, apart: number): number {
  const [halfWidth, halfLength] = [place.width / 2, place.length / 2];
  const region = {
    left: halfWidth,
    right: room.width - halfWidth,
    front: halfLength,
    back: room.length - halfLength,
  };
  const taken = [...room.fixtures]
    .sort((a, b) => b.width * b.length - a.width * a.length)
    .slice(0, MOST_TAKEN)
    .map(({ x, y, width, length }) => ({
      left: x - halfWidth,
      right: x + width + halfWidth,
      front: y - halfLength,
      back: y + length + halfLength,
    }));
  return mostIn(region, taken, apart);
}

function mostIn(region: Area, taken: readonly Area[], apart: number): number {
  const free = freeCells(region, taken);
  if (free.length === 0) return 0;
  const whole = mostAround(free.flatMap(cornersOf), region, taken, apart);
  const gap = gapBetween(free);
  if (!gap) return whole;
  return Math.min(
    whole,
    gap.reduce((all, side) => all + mostIn({ ...region, ...side }, taken, apart), 0),
  );
}

/** The bound of all seats together, with the points that could be added inside of what is taken. */
function mostAround(corners: readonly Point[], region: Area, taken: readonly Area[], apart: number): number {
  let [points, added] = [corners, 0];
  let most = byHull(points, apart);
  const used: Area[] = [];
  for (const area of taken) {
    const inner = innerOf(area, region, apart);
    if (!inner || used.some((other) => overlap(area, other))) continue;
    const more =
      (Math.floor((inner.right - inner.left) / apart) + 1) * (Math.floor((inner.back - inner.front) / apart) + 1);
    const next = [...points, ...cornersOf(inner)];
    const fewer = byHull(next, apart) - added - more;
    if (fewer >= most) continue;
    [points, added, most] = [next, added + more, fewer];
    used.push(area);
  }
  // a bound that is a whole number in truth must not become the one below it by the last bit
  return Math.floor(most + 1e-9);
}

/** The inequality for the convex hull of the points. */
function byHull(points: readonly Point[], apart: number): number {
  const hull = hullOf(points);
  let [area, perimeter] = [0, 0];
  for (const [i, a] of hull.entries()) {
    const b = hull[(i + 1) % hull.length] ?? a;
    area += (a.x * b.y - b.x * a.y) / 2;
    perimeter += Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
  }
  return ((2 / Math.sqrt(3)) * area) / apart ** 2 + perimeter / (2 * apart) + 1;
}

/** The corners of the convex hull, in order round it (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (all: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of all) {
      for (let [a, b] = chain.slice(-2); a && b; [a, b] = chain.slice(-2)) {
        if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/**
 * The rectangles between the edges of what is taken where a centre can be. What is taken is made smaller by a millimetre:
 * its edge, where a centre can be, so lies in one of them.
 */
function freeCells(region: Area, taken: readonly Area[]): Area[] {
  const smaller = taken.map(({ left, right, front, back }) => ({
    left: left + 1,
    right: right - 1,
    front: front + 1,
    back: back - 1,
  }));
  const between = (from: number, to: number, edges: readonly number[]): (readonly [number, number])[] => {
    if (to < from) return [];
    const inside = [...new Set(edges)].filter((edge) => edge > from && edge < to).sort((a, b) => a - b);
    const all = [from, ...inside, to];
    return all.slice(1).map((end, i) => [all[i] ?? from, end] as const);
  };
  const columns = between(
    region.left,
    region.right,
    smaller.flatMap(({ left, right }) => [left, right]),
  );
  const rows = between(
    region.front,
    region.back,
    smaller.flatMap(({ front, back }) => [front, back]),
  );
  return columns.flatMap(([left, right]) =>
    rows.flatMap(([front, back]) => {
      const inOne = smaller.some(
        (area) => area.left <= left && right <= area.right && area.front <= front && back <= area.back,
      );
      return inOne ? [] : [{ left, right, front, back }];
    }),
  );
}

/** The two sides of a strip through all of the region where no centre can be, if there is one. */
function gapBetween(free: readonly Area[]): readonly [Partial<Area>, Partial<Area>] | undefined {
  for (const [low, high] of [
    ['left', 'right'],
    ['front', 'back'],
  ] as const) {
    const sorted = [...free].sort((a, b) => a[low] - b[low]);
    let end = sorted[0]?.[high] ?? 0;
    for (const cell of sorted) {
      if (cell[low] > end) return [{ [high]: end }, { [low]: cell[low] }];
      end = Math.max(end, cell[high]);
    }
  }
  return undefined;
}

/** Where points inside of what is taken are far enough from every centre: no centre is beyond a wall. */
function innerOf(area: Area, region: Area, apart: number): Area | undefined {
  const inner = {
    left: area.left <= region.left ? region.left : area.left + apart,
    right: area.right >= region.right ? region.right : area.right - apart,
    front: area.front <= region.front ? region.front : area.front + apart,
    back: area.back >= region.back ? region.back : area.back - apart,
  };
  return inner.left <= inner.right && inner.front <= inner.back ? inner : undefined;
}

const overlap = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.front < b.back && b.front < a.back;

const cornersOf = ({ left, right, front, back }: Area): Point[] => [
  { x: left, y: front },
  { x: right, y: front },
  { x: right, y: back },
  { x: left, y: back },
];
