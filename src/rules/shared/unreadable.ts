/** Tells cells that hold something unreadable from empty ones: of both, a row has no value. */
import type { RowPlace } from '../../logs/kind.js';

/**
 * Returns whether a cell holds something that could not be read, or the file lacks the column. It was reported then, and is
 * no empty cell.
 */
export function isUnreadable({ at }: { readonly at: RowPlace }, name: string): boolean {
  return (at.unread?.includes(name) ?? false) || at.log.missing.includes(name);
}
