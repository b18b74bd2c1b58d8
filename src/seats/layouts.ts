/**
 * Ways to put seats into a room: square and staggered rows, turned lattices, rows fitted one by one between what stands
 * there, and seats put one after the other. Each gives seats that are far enough apart, in whole millimetres; none is
 * always best, so propose.ts compares them.
 */
import { isInside, type Rectangle, type Room, type Seat, standsOn } from './room.js';

/** What a layout has to keep to. */
export interface Task {
  readonly room: Room;
  /** The place that a seat takes; places don't overlap. */
  readonly place: Pick<Rectangle, 'width' | 'length'>;
  /** The least distance between two centres. */
  readonly apart: number;
  /** The most seats that are wanted. */
  readonly most: number;
}

/** Where the centres of seats can be: within the walls by half a place. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Counts points that were looked at, so that the search ends in bounded time, the same on every machine. */
export class Budget {
  private spent = 0;

  constructor(private readonly most: number) {}

  /** Returns whether there is something left, after taking so much. */
  take(points: number): boolean {
    this.spent += points;
    return this.spent <= this.most;
  }
}

const rangeOf = (side: number, place: number): Range => ({
  from: Math.ceil(place / 2),
  to: side - Math.ceil(place / 2),
});

/** Returns where seats can be across the room and along it; empty where `from` is beyond `to`. */
export function rangesOf({ room, place }: Task): { readonly x: Range; readonly y: Range } {
  return { x: rangeOf(room.width, place.width), y: rangeOf(room.length, place.length) };
}

/** Returns whether a seat can stand there as far as the room is concerned. */
export function isFree(seat: Seat, { room, place }: Task): boolean {
  return isInside(seat, room, place) && !room.fixtures.some((fixture) => standsOn(seat, fixture, place));
}

/** Returns whether two seats are far enough apart and their places don't overlap. */
export function areApart(a: Seat, b: Seat, { apart, place }: Task): boolean {
  const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  return dx * dx + dy * dy >= apart * apart && (dx >= place.width || dy >= place.length);
}

/** The least distances of seats in one row and in one column. */
const stepsOf = ({ apart, place }: Task) => ({ x: Math.max(apart, place.width), y: Math.max(apart, place.length) });

/** Returns the square grid from the front left corner, as one would set it out without thinking. */
export function plainGrid(task: Task): Seat[] {
  const { x, y } = rangesOf(task);
  const steps = stepsOf(task);
  return gridOf(task, x.from, y.from, steps.x, steps.y);
}

/** Tries square grids beginning at different places. */
export function* squareGrids(task: Task, budget: Budget): Generator<Seat[]> {
  const steps = stepsOf(task);
  for (const y of beginnings(task, 'y', steps.y)) {
    for (const x of beginnings(task, 'x', steps.x)) {
      if (!budget.take(costOf(task, steps.x, steps.y))) return;
      yield gridOf(task, x, y, steps.x, steps.y);
    }
  }
}

/** Tries square grids spread out evenly in the room, up to this distance; the most spread out last. */
export function* spreadGrids(task: Task, widest: number, budget: Budget): Generator<Seat[]> {
  const { x, y } = rangesOf(task);
  const steps = stepsOf(task);
  const [wide, deep] = [x.to - x.from, y.to - y.from];
  if (wide < 0 || deep < 0) return;
  const counts = (range: number, step: number): number => Math.min(task.most, Math.floor(range / step) + 1);
  const spread = (range: number, count: number, step: number): number =>
    count > 1 ? Math.min(Math.max(widest, step), Math.floor(range / (count - 1))) : step;
  const sizes = [];
  for (let columns = 1; columns <= counts(wide, steps.x); columns++) {
    for (let rows = 1; rows <= counts(deep, steps.y); rows++) {
      const [across, along] = [spread(wide, columns, steps.x), spread(deep, rows, steps.y)];
      sizes.push({ columns, rows, across, along, least: Math.min(across, along) });
    }
  }
  sizes.sort((a, b) => a.least - b.least || b.rows * b.columns - a.rows * a.columns);
  for (const { columns, rows, across, along } of sizes) {
    if (columns * rows > 4 * task.most || !budget.take(columns * rows * (1 + task.room.fixtures.length))) continue;
    const left = x.from + Math.floor((wide - (columns - 1) * across) / 2);
    const front = y.from + Math.floor((deep - (rows - 1) * along) / 2);
    const seats = Array.from({ length: rows * columns }, (_, i) => ({
      x: left + (i % columns) * across,
      y: front + Math.floor(i / columns) * along,
    }));
    yield seats.filter((seat) => isFree(seat, task)).slice(0, task.most);
  }
}

/** Tries rows whose seats stand before the gaps of the row in front, of different widths, beginning at different places. */
export function* staggeredRows(task: Task, budget: Budget): Generator<Seat[]> {
  yield* staggered(task, budget);
  for (const seats of staggered(transposed(task), budget)) yield inOrder(seats.map(swapped));
}

function* staggered(task: Task, budget: Budget): Generator<Seat[]> {
  const { apart, place } = task;
  const { x, y } = rangesOf(task);
  if (x.to < x.from || y.to < y.from) return;
  for (const half of halfSteps(task, x.to - x.from)) {
    // what lacks to the distance sideways is made up for from row to row
    let row = Math.max(1, Math.ceil(Math.sqrt(Math.max(0, apart * apart - half * half))));
    if (half < place.width) row = Math.max(row, place.length);
    row = Math.max(row, Math.ceil(Math.max(apart, place.length) / 2));
    for (const top of beginnings(task, 'y', row)) {
      for (const left of beginnings(task, 'x', 2 * half)) {
        for (const phase of [0, 1]) {
          if (!budget.take(costOf(task, 2 * half, row))) return;
          const seats: Seat[] = [];
          for (let at = top, i = phase; at <= y.to && seats.length < task.most; at += row, i++) {
            const first = x.from + ((((left + (i % 2) * half - x.from) % (2 * half)) + 2 * half) % (2 * half));
            for (let across = first; across <= x.to && seats.length < task.most; across += 2 * half) {
              const seat = { x: across, y: at };
              if (isFree(seat, task)) seats.push(seat);
            }
          }
          yield seats;
        }
      }
    }
  }
}

/** Half the distances of the seats in staggered rows that are worth trying: the least, and those that fill the width. */
function halfSteps(task: Task, width: number): number[] {
  const least = Math.ceil(stepsOf(task).x / 2);
  const widest = Math.ceil(task.apart * Math.sqrt(3));
  const halves = new Set([least]);
  for (let gaps = 1; gaps <= Math.min(2 * task.most, width / least); gaps++) {
    const half = Math.floor(width / gaps);
    if (half >= least && 2 * half <= widest) halves.add(half);
  }
  return [...halves].sort((a, b) => a - b);
}

/** Tries square and staggered lattices turned by other angles. */
export function* turnedLattices(task: Task, budget: Budget): Generator<Seat[]> {
  const { x, y } = rangesOf(task);
  if (x.to < x.from || y.to < y.from) return;
  // rounded to millimetres, two seats may come nearer by 1.42
  const step = task.apart + 2;
  for (const [between, turns] of [
    [60, 60],
    [90, 90],
  ] as const) {
    for (let angle = 5; angle < turns; angle += 5) {
      const [u, v] = [vector(step, angle), vector(step, angle + between)];
      const differences = [u, v, { x: u.x + v.x, y: u.y + v.y }, { x: u.x - v.x, y: u.y - v.y }];
      const clear = differences.every(
        (each) => Math.abs(each.x) >= task.place.width + 2 || Math.abs(each.y) >= task.place.length + 2,
      );
      if (!clear) continue;
      for (const shift of [0, 0.25, 0.5, 0.75]) {
        for (const other of [0, 0.25, 0.5, 0.75]) {
          if (!budget.take((2 * reachOf(task) + 1) ** 2)) return;
          yield latticeIn(task, u, v, shift, other);
        }
      }
    }
  }
}

const vector = (length: number, degrees: number): Seat => ({
  x: length * Math.cos((degrees * Math.PI) / 180),
  y: length * Math.sin((degrees * Math.PI) / 180),
});

/** How many steps of a turned lattice lead from one corner of the room to any other. */
function reachOf(task: Task): number {
  const { x, y } = rangesOf(task);
  return Math.ceil((x.to - x.from + y.to - y.from) / task.apart) + 2;
}

function latticeIn(task: Task, u: Seat, v: Seat, shift: number, other: number): Seat[] {
  const { x, y } = rangesOf(task);
  const reach = reachOf(task);
  const seats: Seat[] = [];
  for (let j = -reach; j <= reach; j++) {
    for (let i = -reach; i <= reach; i++) {
      const [a, b] = [i + shift, j + other];
      const seat = { x: Math.round(x.from + a * u.x + b * v.x), y: Math.round(y.from + a * u.y + b * v.y) };
      if (isFree(seat, task)) seats.push(seat);
    }
  }
  return inOrder(seats).slice(0, task.most);
}

/**
 * Tries rows, and columns, each fitted by itself between what stands in the room: the best choice of rows is found by
 * dynamic programming over where a row can be.
 */
export function* fittedRows(task: Task): Generator<Seat[]> {
  yield fitted(task);
  yield inOrder(fitted(transposed(task)).map(swapped)).slice(0, task.most);
}

/** How far apart two places are at which a row, or a single seat, is tried, at the least, in millimetres. */
const ROW_STEP = 25;
const ADD_STEP = 50;

function fitted(task: Task): Seat[] {
  const { y } = rangesOf(task);
  const steps = stepsOf(task);
  if (y.to < y.from) return [];
  const places = new Set<number>();
  const step = Math.max(ROW_STEP, Math.ceil((y.to - y.from) / 2000));
  for (let at = y.from; at <= y.to; at += step) places.add(at);
  for (const edge of edgesOf(task, 'y')) {
    // beside what stands at the wall there may be no place
    const first = edge + Math.max(0, Math.ceil((y.from - edge) / steps.y)) * steps.y;
    for (let at = first; at <= y.to && at < first + 60 * steps.y; at += steps.y) places.add(at);
  }
  const rows = [...places].sort((a, b) => a - b);
  const seats = rows.map((at) => rowAt(task, at, steps.x));
  const best: number[] = [];
  const before: number[] = [];
  for (let i = 0, fits = -1; i < rows.length; i++) {
    while ((rows[fits + 1] ?? Infinity) <= (rows[i] ?? 0) - steps.y) fits++;
    before.push(fits);
    const taken = (seats[i]?.length ?? 0) + (fits >= 0 ? (best[fits] ?? 0) : 0);
    best.push(Math.max(taken, best[i - 1] ?? 0));
  }
  const chosen: Seat[][] = [];
  for (let i = rows.length - 1; i >= 0; ) {
    if ((best[i] ?? 0) === (best[i - 1] ?? 0)) {
      i--;
      continue;
    }
    chosen.unshift(seats[i] ?? []);
    i = before[i] ?? -1;
  }
  return chosen.flat().slice(0, task.most);
}

/** As many seats as a row at this place holds, from the left in each gap between what stands in the room. */
function rowAt(task: Task, y: number, step: number): Seat[] {
  const { x } = rangesOf(task);
  const half = Math.ceil(task.place.width / 2);
  const inTheWay = task.room.fixtures
    .filter((fixture) => standsOn({ x: fixture.x, y }, { ...fixture, x: fixture.x - 1, width: 2 }, task.place))
    .map((fixture) => ({ from: fixture.x - half, to: fixture.x + fixture.width + half }))
    .sort((a, b) => a.from - b.from);
  const seats: Seat[] = [];
  let at = x.from;
  for (const { from, to } of [...inTheWay, { from: x.to, to: Infinity }]) {
    for (; at <= Math.min(from, x.to) && seats.length < task.most; at += step) seats.push({ x: at, y });
    at = Math.max(at, to);
  }
  return seats;
}

/** Tries seats put one after the other, each at the first place that is left, from the front and from the left. */
export function* oneByOne(task: Task, budget: Budget): Generator<Seat[]> {
  yield added([], task, budget);
  yield inOrder(added([], transposed(task), budget).map(swapped));
}

/** Returns the seats with as many more as still find a place between them. */
export function added(seats: readonly Seat[], task: Task, budget: Budget): Seat[] {
  const { x, y } = rangesOf(task);
  const all = [...seats];
  const step = Math.max(ADD_STEP, Math.ceil(Math.max(x.to - x.from, y.to - y.from) / 250));
  for (let at = y.from; at <= y.to && all.length < task.most; at += step) {
    if (!budget.take(Math.ceil((x.to - x.from) / step) * (2 + all.length))) break;
    for (let across = x.from; across <= x.to && all.length < task.most; across += step) {
      const seat = { x: across, y: at };
      if (all.every((other) => areApart(seat, other, task)) && isFree(seat, task)) all.push(seat);
    }
  }
  return all;
}

/** Returns the seats in the order of their numbers: row by row from the front, each from the left. */
export function inOrder(seats: readonly Seat[]): Seat[] {
  return [...seats].sort((a, b) => a.y - b.y || a.x - b.x);
}

function gridOf(task: Task, left: number, front: number, across: number, along: number): Seat[] {
  const { x, y } = rangesOf(task);
  const seats: Seat[] = [];
  for (let at = front; at <= y.to; at += along) {
    for (let from = left; from <= x.to; from += across) {
      if (seats.length >= task.most) return seats;
      const seat = { x: from, y: at };
      if (isFree(seat, task)) seats.push(seat);
    }
  }
  return seats;
}

/** How many points a lattice looks at, with what stands in the room. */
function costOf(task: Task, across: number, along: number): number {
  const { x, y } = rangesOf(task);
  const points = ((x.to - x.from) / across + 1) * ((y.to - y.from) / along + 1);
  return Math.ceil(points) * (1 + task.room.fixtures.length);
}

/** Where a lattice with this step can begin: at the wall, and so that it touches what stands in the room. */
function beginnings(task: Task, axis: 'x' | 'y', step: number): number[] {
  const { from, to } = rangesOf(task)[axis];
  const starts = new Set([from]);
  for (const edge of edgesOf(task, axis)) starts.add(from + ((((edge - from) % step) + step) % step));
  // the far wall
  if (task.room.fixtures.length > 0) starts.add(from + ((to - from) % step));
  return [...starts].filter((start) => start <= to).slice(0, MOST_BEGINNINGS);
}

const MOST_BEGINNINGS = 24;

/** Where the centre of a seat is that touches something in the room. */
function edgesOf({ room, place }: Task, axis: 'x' | 'y'): number[] {
  const [size, half] =
    axis === 'x'
      ? (['width', Math.ceil(place.width / 2)] as const)
      : (['length', Math.ceil(place.length / 2)] as const);
  return room.fixtures.flatMap((fixture) => [fixture[axis] + fixture[size] + half, fixture[axis] - half]);
}

const swapped = ({ x, y }: Seat): Seat => ({ x: y, y: x });

/** The same task with the room turned on its side. */
function transposed(task: Task): Task {
  const { room, place } = task;
  return {
    ...task,
    place: { width: place.length, length: place.width },
    room: {
      width: room.length,
      length: room.width,
      fixtures: room.fixtures.map((each) => ({
        ...each,
        x: each.y,
        y: each.x,
        width: each.length,
        length: each.width,
      })),
    },
  };
}
