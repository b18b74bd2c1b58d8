/** Recognises the header of another table among the rows of a log, as where all logs of a month stand in one sheet. */
import { inputCheck } from '../../input-check.js';
import type { LogKind } from '../kind.js';
import { allNames, LONGEST_NAME, namesOf, normaliseHeader } from './header-names.js';

/** The header of another table among the rows. */
export const OTHER_TABLE = inputCheck({
  id: 'input/other-table',
  severity: 'error',
  messages: {
    'other-table': {
      zh: '从这一行起是另一张表（列名不同），没有核对。请把它另存为单独的 CSV 文件',
      en: 'another table, with other columns, begins here and was not checked; save it as a CSV file of its own',
    },
  },
});

/** How many names must be known. */
const LEAST_KNOWN = 3;

/**
 * Returns whether a row is the header of another table: half of its cells, and three, have names of columns, and most of
 * these don't stand where the log has those columns. Rows of data begin with a date, a number or a name.
 *
 * @param log - the kind of the log, and where its columns stand
 */
export function isOtherHeader(
  cells: readonly string[],
  kinds: readonly LogKind[],
  log: { readonly kind: LogKind; readonly positions: ReadonlyMap<string, number> },
): boolean {
  // nearly every row of data ends here
  if (/^\d/.test(cells[0] ?? '')) return false;
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const names = allNames(kinds);
  const nameAt = (at: number): string => {
    const cell = cells[at] ?? '';
    return cell.length > LONGEST_NAME ? '' : normaliseHeader(cell);
  };
  if (filled.length < LEAST_KNOWN || !names.has(nameAt(filled[0] ?? 0))) return false;
  const known = filled.filter((at) => names.has(nameAt(at)));
  if (known.length < LEAST_KNOWN || known.length * 2 < filled.length) return false;
  const { plain } = namesOf(log.kind);
  const inPlace = known.filter((at) => plain.get(nameAt(at))?.some((column) => log.positions.get(column) === at));
  return inPlace.length * 2 < known.length;
}
