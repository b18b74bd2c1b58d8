/**
 * Distances between the seats of a room, centre to centre, in whole millimetres.
 *
 * Every length is rounded to millimetres before anything is computed, so that no seat passes or fails by the last bit
 * of a decimal fraction.
 */

/** Seats in rows and columns, with the spacings in metres. */
export interface SeatGrid {
  readonly rows?: number;
  readonly columns?: number;
  readonly rowSpacing?: number;
  readonly columnSpacing?: number;
}

/** The two seats nearest to each other: their indexes in the list, the lower first, and their distance. */
export interface SeatPair {
  readonly first: number;
  readonly second: number;
  readonly distance: number;
}

/** Returns a length in metres as whole millimetres. */
export function millimetres(metres: number): number {
  return Math.round(metres * 1000);
}

/** Returns what a grid does not say of itself. The spacing across a single row or column does not matter. */
export function lackingOf(grid: SeatGrid): (keyof SeatGrid)[] {
  const needed: (keyof SeatGrid)[] = ['rows', 'columns'];
  if (grid.rows === undefined || grid.rows > 1) needed.push('rowSpacing');
  if (grid.columns === undefined || grid.columns > 1) needed.push('columnSpacing');
  return needed.filter((key) => grid[key] === undefined);
}

/** Returns the smaller of the two spacings of a grid, or `undefined` where no spacing separates two seats. */
export function gridSpacing(
  grid: SeatGrid,
): { readonly key: 'rowSpacing' | 'columnSpacing'; readonly distance: number } | undefined {
  const { rows = 0, columns = 0, rowSpacing, columnSpacing } = grid;
  const across = rows > 1 && columns > 0 && rowSpacing !== undefined ? millimetres(rowSpacing) : Infinity;
  const along = columns > 1 && rows > 0 && columnSpacing !== undefined ? millimetres(columnSpacing) : Infinity;
  if (across === Infinity && along === Infinity) return undefined;
  return across <= along ? { key: 'rowSpacing', distance: across } : { key: 'columnSpacing', distance: along };
}

/** Returns whether the seat centres of a grid fit into a room, its rows along the length or along the width. */
export function gridFits(grid: SeatGrid, length: number, width: number): boolean {
  const extent = (count = 0, spacing = 0): number => Math.max(0, count - 1) * millimetres(spacing);
  const deep = extent(grid.rows, grid.rowSpacing);
  const wide = extent(grid.columns, grid.columnSpacing);
  const fits = (a: number, b: number): boolean => deep <= a && wide <= b;
  return fits(millimetres(length), millimetres(width)) || fits(millimetres(width), millimetres(length));
}

/** Returns the nearest two of seats given by coordinates in metres; their distance is rounded down. */
export function nearestSeats(points: readonly (readonly [number, number])[]): SeatPair | undefined {
  const seats = points
    .map(([x, y], index) => ({ x: millimetres(x), y: millimetres(y), index }))
    .sort((a, b) => a.x - b.x || a.y - b.y);
  let nearest: SeatPair | undefined;
  let leastSquare = Infinity;
  for (const [i, seat] of seats.entries()) {
    for (let j = i + 1; j < seats.length; j++) {
      const other = seats[j];
      // the seats are in order of x: all further ones are at least as far away
      if (!other || (other.x - seat.x) ** 2 >= leastSquare) break;
      const square = (other.x - seat.x) ** 2 + (other.y - seat.y) ** 2;
      if (square >= leastSquare) continue;
      leastSquare = square;
      nearest = {
        first: Math.min(seat.index, other.index),
        second: Math.max(seat.index, other.index),
        distance: Math.floor(Math.sqrt(square)),
      };
    }
  }
  return nearest;
}
