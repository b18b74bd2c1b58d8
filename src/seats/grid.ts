/**
 * Where a grid of seats stands in a room. A grid tells its spacings only: its rows run along the width of the room, or
 * along the length where they don't fit otherwise; an aisle parts columns or rows; it stands as near to the middle of the
 * space behind the podium as leaves all seats clear of what stands in the room.
 */
import { type Fixture, NO_PLACE, type Room, type Seat, standsOn } from './room.js';
import { lackingOf, millimetres, type SeatGrid } from './spacing.js';

/** Places tried along each side of a room. */
const TRIALS = 40;

/** Most seats of a room that is drawn; a grid may have billions. */
export const MOST_SEATS = 500;

/** A grid in a room: its seats row by row, and whether all of them stand free within the walls. */
export interface PlacedGrid {
  readonly seats: readonly Seat[];
  readonly fits: boolean;
}

/** Returns where the seats of a grid stand, or `undefined` where it does not say enough or has too many seats. */
export function placeGrid(grid: SeatGrid, room: Room): PlacedGrid | undefined {
  const { rows = 0, columns = 0 } = grid;
  if (lackingOf(grid).length > 0 || rows * columns === 0 || rows * columns > MOST_SEATS) return undefined;
  const [across, along] = [millimetres(grid.columnSpacing ?? 0), millimetres(grid.rowSpacing ?? 0)];
  const upright = placeLines(columns, across, rows, along, room);
  if (upright.fits) return upright;
  const turned = placeLines(rows, along, columns, across, room);
  if (!turned.fits) return upright;
  // still numbered row by row: the rows now run from the front to the back
  const seats = Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return turned.seats[column * rows + row] as Seat;
  });
  return { seats, fits: true };
}

/** Places `columns` lines of seats across the room and `rows` along it. */
function placeLines(columns: number, across: number, rows: number, along: number, room: Room): PlacedGrid {
  const aisles = room.fixtures.filter(({ kind }) => kind === 'aisle');
  const podium = Math.max(
    0,
    ...room.fixtures.filter(({ kind }) => kind === 'podium').map((each) => each.y + each.length),
  );
  const lengthwise = aisles
    .filter(({ width, length }) => length >= width)
    .map(({ x, width }) => [x, x + width] as const);
  const crosswise = aisles
    .filter(({ width, length }) => length < width)
    .map(({ y, length }) => [y, y + length] as const);
  const xs = lines(columns, across, room.width, 0, lengthwise);
  const ys = lines(rows, along, room.length, podium < room.length ? podium : 0, crosswise);
  let best: { seats: Seat[]; off: number } | undefined;
  // both lists begin with the place nearest to the middle
  for (let sum = 0; sum < xs.length + ys.length - 1; sum++) {
    for (let i = Math.max(0, sum - ys.length + 1); i <= Math.min(sum, xs.length - 1); i++) {
      const seats = (ys[sum - i] ?? []).flatMap((y) => (xs[i] ?? []).map((x) => ({ x, y })));
      const off = seats.filter((seat) => !isFree(seat, room)).length;
      if (!best || off < best.off) best = { seats, off };
      if (off === 0) return { seats, fits: true };
    }
  }
  return { seats: best?.seats ?? [], fits: false };
}

function isFree(seat: Seat, room: Room): boolean {
  const { x, y } = seat;
  if (x < 0 || y < 0 || x > room.width || y > room.length) return false;
  return !room.fixtures.some((fixture: Fixture) => standsOn(seat, fixture, NO_PLACE));
}

/** The places that lines of seats can have along a side, those nearest to the middle of what is behind `from` first. */
function lines(
  count: number,
  spacing: number,
  side: number,
  from: number,
  aisles: readonly (readonly [number, number])[],
): number[][] {
  const extent = (count - 1) * spacing;
  const middle = Math.round((from + side - extent) / 2);
  const slack = Math.max(0, side - extent);
  const step = Math.max(1, Math.ceil(slack / TRIALS));
  const starts = [middle];
  for (let start = 0; start <= slack; start += step) starts.push(start);
  const placed = starts.map((start) => {
    const line: number[] = [];
    let at = start;
    for (let i = 0; i < count; i++) {
      const aisle = aisles.find(([begin, end]) => at > begin && at < end);
      if (aisle) at = aisle[1];
      line.push(at);
      at += spacing;
    }
    return line;
  });
  const off = (line: readonly number[]): number =>
    Math.abs((line[0] ?? 0) + (line.at(-1) ?? 0) - from - side) + ((line.at(-1) ?? 0) > side ? 4 * side : 0);
  return placed.sort((a, b) => off(a) - off(b));
}
