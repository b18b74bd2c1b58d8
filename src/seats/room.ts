/** A room as the geometry of seats sees it: whole millimetres, x from the left wall, y from the front wall backwards. */
import type { Space } from '../profile/profile.types.js';
import type { RoomFixture } from '../types.js';
import { millimetres } from './spacing.js';

/** A rectangle, in whole millimetres. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly length: number;
}

/** The centre of a seat, in whole millimetres. */
export interface Seat {
  readonly x: number;
  readonly y: number;
}

/** What stands in a room. */
export interface Fixture extends Rectangle {
  readonly kind: RoomFixture['kind'];
}

/** A room without its seats. */
export interface Room {
  readonly width: number;
  readonly length: number;
  readonly fixtures: readonly Fixture[];
}

/** The longest side of a room that is looked at, in millimetres: what is longer was mistyped. */
export const LONGEST_SIDE = 300_000;

/** Returns the room of a space, or `undefined` where its sides are not given or can't be those of a room. */
export function roomOf(space: Pick<Space, 'width' | 'length' | 'fixtures'>): Room | undefined {
  const [width, length] = [millimetres(space.width ?? 0), millimetres(space.length ?? 0)];
  const isSide = (side: number): boolean => side > 0 && side <= LONGEST_SIDE;
  if (!isSide(width) || !isSide(length)) return undefined;
  return { width, length, fixtures: (space.fixtures ?? []).map(fixtureOf) };
}

/** Returns a fixture of a profile in millimetres. */
export function fixtureOf({ kind, x, y, width, length }: RoomFixture): Fixture {
  return {
    kind,
    x: millimetres(x),
    y: millimetres(y),
    width: millimetres(width),
    length: millimetres(length),
  };
}

/** Returns whether a seat that takes a place of this size would stand on the rectangle; touching it does not count. */
export function standsOn({ x, y }: Seat, taken: Rectangle, place: Pick<Rectangle, 'width' | 'length'>): boolean {
  // doubled, so that half of an odd size stays whole
  return (
    2 * x + place.width > 2 * taken.x &&
    2 * x - place.width < 2 * (taken.x + taken.width) &&
    2 * y + place.length > 2 * taken.y &&
    2 * y - place.length < 2 * (taken.y + taken.length)
  );
}

/** Returns whether a seat that takes a place of this size lies within the walls. */
export function isInside({ x, y }: Seat, room: Room, place: Pick<Rectangle, 'width' | 'length'>): boolean {
  return (
    2 * x >= place.width &&
    2 * x <= 2 * room.width - place.width &&
    2 * y >= place.length &&
    2 * y <= 2 * room.length - place.length
  );
}

/**
 * The place that a seat takes where the profile does not say: a single desk of 0.6 × 0.4 m with its chair, in millimetres.
 * A toolkit default, not from the plan.
 */
export const DEFAULT_PLACE = { width: 600, length: 800 };

/** The place of a seat of which only the centre counts. */
export const NO_PLACE = { width: 0, length: 0 };
