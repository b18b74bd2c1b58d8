/** Tells cells that hold something unreadable from empty ones: of both, a row has no value. */
import type { RowPlace } from '../../logs/kind.js';
import { kindByName } from '../../logs/kinds/index.js';
import { splitRecord } from '../../logs/read/cells.js';
import { readCell } from '../../logs/read/values.js';

/** Returns whether a cell holds something that could not be read. It was reported then, and is no empty cell. */
export function isUnreadable({ at }: { readonly at: RowPlace }, name: string): boolean {
  const index = at.log.positions.get(name);
  const column = kindByName(at.log.kind)?.columns.find(({ en }) => en === name);
  if (index === undefined || !column) return false;
  const cells = splitRecord(at.record, at.log.delimiter, at.record.includes('"'));
  return cells !== 'bad-quote' && readCell(cells[index] ?? '', column, {}).unreadable !== undefined;
}
