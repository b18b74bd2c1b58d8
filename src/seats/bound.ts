/**
 * How many seats a room can hold at the very most.
 *
 * Points of a convex region of area A and perimeter P, any two of them at least d apart, are at most
 * 2/√3 · A/d² + P/(2d) + 1: H. Groemer, Über die Einlagerung von Kreisen in einen konvexen Bereich, Math. Z. 73 (1960);
 * N. Oler, An inequality in the geometry of numbers, Acta Math. 105 (1961). What stands in the room is left out, and so is
 * the shape of the places: both only take seats away, so that the bound holds all the same.
 */
import type { Rectangle, Room } from './room.js';

/** Returns a number of seats that no layout of the room can exceed; lengths are in millimetres. */
export function mostSeats(room: Room, place: Pick<Rectangle, 'width' | 'length'>, apart: number): number {
  const [width, length] = [room.width - place.width, room.length - place.length];
  if (width < 0 || length < 0) return 0;
  const most = ((2 / Math.sqrt(3)) * width * length) / apart ** 2 + (width + length) / apart + 1;
  // a bound that is a whole number in truth must not become the one below it by the last bit
  return Math.floor(most + 1e-9);
}
