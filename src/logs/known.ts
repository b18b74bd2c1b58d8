/** What is known of an institution besides its logs, for joining them: its people, rooms, classes, and days. */
import type { RowOf } from './kinds/index.js';
import type { Enrolled } from './people.js';

/** The ways to write something, its id first. */
export type Spellings = readonly (string | undefined)[];

/** What the profile says that logs are compared with. Lists that it does not give are undefined. */
export interface Known {
  readonly people: readonly Enrolled[];
  readonly spaces: readonly Spellings[] | undefined;
  readonly classes: readonly Spellings[] | undefined;
  readonly bins: readonly Spellings[] | undefined;
  readonly entrances: readonly Spellings[] | undefined;
  /** Whatever the profile calls a room, a class or a thing, folded. */
  readonly things?: ReadonlySet<string>;
  /** The first day of operation, `YYYY-MM-DD`. */
  readonly start: string | undefined;
  /** Whether it is open on a day by its own calendar. */
  isOpen(day: string): boolean;
  /** Whether a session was held away from its premises. */
  isOffsite(row: RowOf<'session'>): boolean;
}
