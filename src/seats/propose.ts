/**
 * The largest layout in rows of a room that keeps to the limits, found by comparing several kinds; and, where more seats
 * have a place without rows, those beside it.
 */
import { keeps, leastWhole } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Wording } from '../types.js';
import { mostSeats } from './bound.js';
import { densest, isLegal } from './densest.js';
import {
  Budget,
  fittedRows,
  isFree,
  oneByOne,
  plainGrid,
  rangesOf,
  spreadGrids,
  squareGrids,
  staggeredRows,
  type Task,
  turnedLattices,
} from './layouts.js';
import type { Rectangle, Room, Seat } from './room.js';

/** A kind of layout, from what is easiest to set out to what is hardest. */
export type LayoutKind = 'square' | 'fitted' | 'staggered' | 'turned' | 'free';

/** What the kinds are called. */
export const LAYOUT_WORDS: Readonly<Record<LayoutKind, Wording>> = {
  square: { zh: '横竖成行', en: 'square rows' },
  fitted: { zh: '逐排避开障碍', en: 'rows fitted one by one' },
  staggered: { zh: '前后错开', en: 'staggered rows' },
  turned: { zh: '斜排', en: 'turned rows' },
  free: { zh: '见缝安排', en: 'seats without rows' },
};

/** What a layout without rows is called, and what is to be said of it: the clause asks for ways out. */
export const DENSER = {
  clause: '四（九）',
  name: { zh: '更密的摆法', en: 'denser' },
  note: {
    zh: '没有直的走道，疏散通道须按四（九）现场查看',
    en: 'no straight ways out: it must be looked at under 四（九）',
  },
} as const satisfies { readonly clause: string; readonly name: Wording; readonly note: Wording };

/** A layout that is proposed, with those that it was compared with. */
export interface Proposal {
  readonly seats: readonly Seat[];
  /** Without rows only where no row has a place. */
  readonly kind: LayoutKind;
  /** More seats, without rows and so without straight ways out; absent where none were found. */
  readonly denser?: readonly Seat[];
  /** How many seats the best layout of each kind has. */
  readonly compared: readonly { readonly kind: LayoutKind; readonly count: number }[];
  /** No layout of the room has more seats than this, whatever stands in it. */
  readonly bound: number;
  /** Whether the size of a class ends it: the room may hold more. */
  readonly classSize: boolean;
}

/** Most things in a room for which seats are laid out. */
export const MOST_FIXTURES = 200;

/** The widest distance to which rows are spread, as a multiple of the least. */
const SPREAD = 1.5;
/** Points that a search of rows looks at. */
const MOST_POINTS = 4_000_000;
/** Pairs of seats that the search without rows looks at: about a tenth of a second. */
const MOST_PAIRS = 20_000_000;

/** Returns the largest layout found; it has no seats where none finds a place. */
export function propose(room: Room, place: Pick<Rectangle, 'width' | 'length'>, limits: Limits): Proposal {
  const apart = leastWhole(limits.seatSpacing);
  const most = mostOf(limits);
  const task: Task = { room, place, apart, most };
  const bound = mostSeats(room, place, apart);
  const { x, y } = rangesOf(task);
  if (x.to < x.from || y.to < y.from) return { seats: [], kind: 'square', compared: [], bound: 0, classSize: false };
  const budget = new Budget(MOST_POINTS);
  const kinds: readonly (readonly [LayoutKind, () => Iterable<Seat[]>])[] = [
    ['square', () => squareLayouts(task, budget)],
    ['fitted', () => fittedRows(task)],
    ['staggered', () => staggeredRows(task, budget)],
    ['turned', () => turnedLattices(task, budget)],
  ];
  const enough = Math.min(most, bound);
  let best: { kind: LayoutKind; seats: readonly Seat[] } = { kind: 'square', seats: [] };
  const compared: { kind: LayoutKind; count: number }[] = [];
  for (const [kind, layouts] of kinds) {
    const seats = largest(layouts(), task);
    compared.push({ kind, count: seats.length });
    if (seats.length > best.seats.length) best = { kind, seats };
    // nothing harder to set out can have more
    if (best.seats.length >= enough) break;
  }
  let denser: readonly Seat[] = [];
  if (best.seats.length < enough) {
    const begun = largest([[...best.seats], ...oneByOne(task, budget)], task);
    denser = densest(begun, task, enough, new Budget(MOST_PAIRS));
    compared.push({ kind: 'free', count: denser.length });
    if (best.seats.length === 0) best = { kind: 'free', seats: denser };
  }
  return {
    seats: centred(best.seats, task),
    kind: best.kind,
    ...(denser.length > best.seats.length ? { denser: centred(denser, task) } : {}),
    compared,
    bound,
    classSize: best.seats.length === most && bound > most,
  };
}

/** The most people of a class. */
function mostOf({ classSize }: Limits): number {
  const most = Math.floor(classSize.value);
  return keeps(classSize, most) ? most : most - 1;
}

/** Square grids, the plain one first; of as many seats those that are most spread out. */
function* squareLayouts(task: Task, budget: Budget): Generator<Seat[]> {
  yield plainGrid(task);
  yield* squareGrids(task, budget);
  yield* spreadGrids(task, Math.round(task.apart * SPREAD), budget);
}

/** The last of the layouts with the most seats; each is checked, so that an error of a layout can't become a plan. */
function largest(layouts: Iterable<Seat[]>, task: Task): readonly Seat[] {
  let best: readonly Seat[] = [];
  for (const seats of layouts) if (seats.length >= best.length && isLegal(seats, task)) best = seats;
  return best;
}

/** The seats in the middle of the room, as far as all stay free. */
function centred(seats: readonly Seat[], task: Task): readonly Seat[] {
  if (seats.length === 0) return seats;
  const { x, y } = rangesOf(task);
  const shift = (range: { from: number; to: number }, values: readonly number[]): number =>
    Math.round((range.from + range.to - Math.min(...values) - Math.max(...values)) / 2);
  const dx = shift(
    x,
    seats.map((seat) => seat.x),
  );
  const dy = shift(
    y,
    seats.map((seat) => seat.y),
  );
  let moved = seats;
  for (const by of [
    { x: dx, y: 0 },
    { x: 0, y: dy },
  ]) {
    const next = moved.map((seat) => ({ x: seat.x + by.x, y: seat.y + by.y }));
    if (next.every((seat) => isFree(seat, task))) moved = next;
  }
  return moved;
}
