/**
 * A search for more seats than any rows have: one more is put in anywhere, and all give way to one another until everybody
 * is far enough apart. Where they don't come to rest, one of them is put elsewhere, and they try again.
 *
 * It uses only what is computed alike on every machine: sums, products, quotients and square roots.
 */
import { areApart, type Budget, inOrder, isFree, rangesOf, type Task } from './layouts.js';
import type { Seat } from './room.js';

/** A seat on its way, in millimetres that are not whole yet. */
interface Moving {
  x: number;
  y: number;
}

/** Where no centre of a seat can be: between the edges, not on them. */
interface Barrier {
  readonly left: number;
  readonly right: number;
  readonly front: number;
  readonly back: number;
}

/** How often all give way to one another before a layout is judged; after how many rounds it is given up if hopeless. */
const ROUNDS = 200;
const TRIAL = 50;
/** What is missing between two seats that won't come to rest soon, in millimetres. */
const HOPELESS = 80;
/** How far two give way, as a multiple of what is missing between them: a little too far comes to rest sooner. */
const ZEAL = 1.8;
/** What two seats can come nearer to each other when both are rounded to whole millimetres, and a little. */
const ROUNDING = 1.5;
/** What may be missing when seats are at rest, in millimetres. */
const REST = 0.05;
/** Layouts in a row that were no better, before one that is worse is gone on with. */
const PATIENCE = 60;

/** Returns the seats, or a layout with more of them, as far as the budget goes; the same room gives the same seats. */
export function densest(seats: readonly Seat[], task: Task, enough: number, budget: Budget): readonly Seat[] {
  if (seats.length === 0) return seats;
  const random = generator();
  const room = surroundingsOf(task);
  let best = seats;
  while (best.length < enough) {
    let kept = [...best, room.anywhere(random)];
    let pressure = Infinity;
    for (let vain = 0; ; ) {
      const next = kept.map(({ x, y }) => ({ x, y }));
      if (pressure < Infinity) disturb(next, room, random);
      if (!budget.take(ROUNDS * next.length * (next.length / 2 + room.barriers.length))) return best;
      const missing = giveWay(next, room);
      const whole = next.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
      if (missing < ROUNDING && isLegal(whole, task)) {
        best = inOrder(whole);
        break;
      }
      const now = sum(pressures(next, room));
      if (now < pressure || vain === PATIENCE) {
        kept = next;
        pressure = now;
        vain = 0;
      } else vain++;
    }
  }
  return best;
}

/** Returns whether all seats stand free and far enough apart. */
export function isLegal(seats: readonly Seat[], task: Task): boolean {
  return seats.every(
    (seat, i) => isFree(seat, task) && seats.slice(0, i).every((other) => areApart(seat, other, task)),
  );
}

type Surroundings = ReturnType<typeof surroundingsOf>;

function surroundingsOf(task: Task) {
  const { x, y } = rangesOf(task);
  const { place } = task;
  return {
    x,
    y,
    place,
    apart: task.apart + ROUNDING,
    /** Seats that are further behind one another never press. */
    reach: Math.max(task.apart, place.length) + ROUNDING,
    barriers: task.room.fixtures.map(
      (fixture): Barrier => ({
        left: Math.floor(fixture.x - place.width / 2),
        right: Math.ceil(fixture.x + fixture.width + place.width / 2),
        front: Math.floor(fixture.y - place.length / 2),
        back: Math.ceil(fixture.y + fixture.length + place.length / 2),
      }),
    ),
    anywhere: (random: () => number): Moving => ({
      x: x.from + random() * (x.to - x.from),
      y: y.from + random() * (y.to - y.from),
    }),
  };
}

/** Puts one seat elsewhere, the one that is pressed most or any, or moves all of them a little. */
function disturb(seats: Moving[], room: Surroundings, random: () => number): void {
  const way = random();
  if (way < 0.8) {
    const pressed = pressures(seats, room);
    const i = way < 0.5 ? pressed.indexOf(Math.max(...pressed)) : Math.floor(random() * seats.length);
    seats[i] = room.anywhere(random);
    return;
  }
  for (const seat of seats) {
    seat.x += (random() - 0.5) * 0.6 * room.apart;
    seat.y += (random() - 0.5) * 0.6 * room.apart;
  }
}

/**
 * Moves seats that are too close away from each other, off what stands in the room, and within the walls, until they rest
 * or won't soon; returns how much was missing at the worst place.
 */
function giveWay(seats: readonly Moving[], room: Surroundings): number {
  let worst = 0;
  for (let round = 0; round < ROUNDS; round++) {
    worst = 0;
    for (let i = 1; i < seats.length; i++) {
      const a = seats[i] as Moving;
      for (let j = 0; j < i; j++) {
        const b = seats[j] as Moving;
        const dy = a.y - b.y;
        if (dy >= room.reach || dy <= -room.reach) continue;
        const missing = part(a, b, room);
        if (missing > worst) worst = missing;
      }
    }
    for (const seat of seats) {
      for (const barrier of room.barriers) worst = Math.max(worst, stepOff(seat, barrier, room));
      seat.x = Math.min(Math.max(seat.x, room.x.from), room.x.to);
      seat.y = Math.min(Math.max(seat.y, room.y.from), room.y.to);
    }
    if (worst < REST || (round === TRIAL && worst > HOPELESS)) break;
  }
  return worst;
}

/** Moves two seats apart; returns what was missing between them. */
function part(a: Moving, b: Moving, { apart, place }: Surroundings): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  const square = dx * dx + dy * dy;
  if (square < apart * apart) {
    const distance = Math.sqrt(square);
    const missing = apart - distance;
    if (distance === 0) {
      // of two in the same place one steps aside
      a.x += missing;
      return missing;
    }
    const share = (ZEAL * missing) / 2 / distance;
    a.x += share * dx;
    a.y += share * dy;
    b.x -= share * dx;
    b.y -= share * dy;
    return missing;
  }
  const wide = place.width + ROUNDING - Math.abs(dx);
  const deep = place.length + ROUNDING - Math.abs(dy);
  const missing = Math.min(wide, deep);
  if (missing <= 0) return 0;
  const step = (ZEAL * missing) / 2;
  if (wide < deep) {
    a.x += dx < 0 ? -step : step;
    b.x -= dx < 0 ? -step : step;
  } else {
    a.y += dy < 0 ? -step : step;
    b.y -= dy < 0 ? -step : step;
  }
  return missing;
}

/** Moves a seat out of a barrier by the nearest edge within the walls; returns how deep it was in. */
function stepOff(seat: Moving, { left, right, front, back }: Barrier, { x, y }: Surroundings): number {
  if (seat.x <= left || seat.x >= right || seat.y <= front || seat.y >= back) return 0;
  const ways = [
    { by: seat.x - left, x: left, y: seat.y },
    { by: right - seat.x, x: right, y: seat.y },
    { by: seat.y - front, x: seat.x, y: front },
    { by: back - seat.y, x: seat.x, y: back },
  ].filter((way) => way.x >= x.from && way.x <= x.to && way.y >= y.from && way.y <= y.to);
  const [nearest] = ways.sort((a, b) => a.by - b.by);
  if (!nearest) return Infinity;
  seat.x = nearest.x;
  seat.y = nearest.y;
  return nearest.by;
}

/** How much each seat is pressed by the others: the squares of what is missing. */
function pressures(seats: readonly Moving[], { apart }: Surroundings): number[] {
  const pressed = seats.map(() => 0);
  for (const [i, a] of seats.entries()) {
    for (let j = 0; j < i; j++) {
      const b = seats[j] as Moving;
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      const square = dx * dx + dy * dy;
      if (square >= apart * apart) continue;
      const missing = apart - Math.sqrt(square);
      pressed[i] = (pressed[i] ?? 0) + missing * missing;
      pressed[j] = (pressed[j] ?? 0) + missing * missing;
    }
  }
  return pressed;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Numbers from 0 to 1 that are the same on every machine: a linear congruential generator of Numerical Recipes. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
