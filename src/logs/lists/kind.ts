/** What a list of the profile is that stands in a CSV file: columns like those of a log, named as in the profile. */
import type { LogKind } from '../kind.js';

/** One kind of list. Its number is none of the daily logs'; a file with a header only is an empty list. */
export interface ListKind extends LogKind {
  readonly number: 'L0';
  readonly event: true;
  /** The columns of which a file must have one: without them nobody could tell whom or what a row is about. */
  readonly either: readonly string[];
  /** Column → another one, not in the profile, that is taken where the first is empty. */
  readonly standIns?: Readonly<Record<string, string>>;
  /** Column → what its values are in the profile, where that is not the word itself. */
  readonly meanings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The column that is the item, where the items are texts. */
  readonly item?: string;
}
