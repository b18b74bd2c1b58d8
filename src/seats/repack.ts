/**
 * A search that takes some seats away where it begins, and puts as many or more back into the gap: it finds layouts that
 * no rows make, in rooms where a pillar or an odd side leaves a little room in many places.
 */
import { areApart, type Budget, isFree, rangesOf, type Task } from './layouts.js';
import type { Seat } from './room.js';

/** Points that are tried, at the most: the larger the room, the further they are apart. */
const MOST_POINTS = 4000;
const LEAST_STEP = 50;

/** Returns the seats, or a layout with more of them, as far as the budget goes; the same room gives the same seats. */
export function repacked(seats: readonly Seat[], task: Task, enough: number, budget: Budget): readonly Seat[] {
  const points = pointsOf(task);
  const random = generator();
  let kept: readonly Seat[] = seats;
  while (kept.length < enough && points.length > 0) {
    const middle = points[Math.floor(random() * points.length)] as Seat;
    const reach = task.apart * (1 + 1.2 * random());
    const [turn, noise] = [2 * Math.PI * random(), (task.apart / 5) * random()];
    const rest = kept.filter((seat) => distance(seat, middle) > reach);
    const near = points.filter((point) => distance(point, middle) <= reach + task.apart);
    if (!budget.take(points.length + near.length * kept.length)) break;
    // in the order of a line that moves over the gap, so that the seats come to stand close to one another
    const order = near
      .filter((point) => rest.every((seat) => areApart(seat, point, task)))
      .map((seat) => ({ seat, rank: seat.x * Math.cos(turn) + seat.y * Math.sin(turn) + noise * random() }))
      .sort((a, b) => a.rank - b.rank);
    const next = [...rest];
    for (const { seat } of order) {
      if (next.length < task.most && next.slice(rest.length).every((other) => areApart(seat, other, task)))
        next.push(seat);
    }
    if (next.length >= kept.length) kept = next;
  }
  return kept.length > seats.length ? kept : seats;
}

/** The free points of a grid with the far walls, and along what stands in the room. */
function pointsOf(task: Task): Seat[] {
  const { x, y } = rangesOf(task);
  const area = (x.to - x.from) * (y.to - y.from);
  const step = Math.max(
    LEAST_STEP,
    Math.ceil(Math.sqrt(area / MOST_POINTS)),
    Math.ceil((x.to - x.from + y.to - y.from) / MOST_POINTS),
  );
  const along = ({ from, to }: { from: number; to: number }): number[] => {
    const places = new Set([to]);
    for (let at = from; at <= to; at += step) places.add(at);
    return [...places];
  };
  return along(y).flatMap((at) =>
    along(x).flatMap((across) => (isFree({ x: across, y: at }, task) ? [{ x: across, y: at }] : [])),
  );
}

function distance(a: Seat, b: Seat): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Numbers from 0 to 1 that are the same on every machine: a linear congruential generator of Numerical Recipes. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
