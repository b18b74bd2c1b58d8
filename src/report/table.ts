/** Tables for a terminal: columns under a ruled head, without boxes. */
import Table from 'cli-table3';
import { widthOf, withoutColours, wrap } from '../text/wrap.js';

const BORDERS = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
  [side, `${side}-mid`, `${side}-left`, `${side}-right`].map((part) => [part, ''] as const),
);
/** Box-drawing characters are two columns wide in Chinese console fonts, so there are none. */
const PLAIN = { ...Object.fromEntries(BORDERS), middle: '  ' };

/** What a cell of a column of numbers holds: a number, or a dot for none. */
const NUMBER = /^(?:\d+(?:\.\d+)?|\.)$/;

/**
 * Returns the lines of a table of at most `columns` columns; its first column takes what the others leave, columns of
 * numbers are aligned to the right.
 */
export function drawTable(head: readonly string[], rows: readonly (readonly string[])[], columns: number): string[] {
  const widths = head.map((title, i) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? ''))));
  const others = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  const first = Math.min(widths[0] ?? 0, columns - others);
  const colAligns = head.map((_, i) =>
    rows.length > 0 && rows.every((row) => NUMBER.test(withoutColours(row[i] ?? '')))
      ? ('right' as const)
      : ('left' as const),
  );
  const style = { 'padding-left': 0, 'padding-right': 0, head: [], border: [] };
  const table = new Table({ chars: PLAIN, style, colAligns });
  table.push(
    [...head],
    [first, ...widths.slice(1)].map((width) => '-'.repeat(width)),
  );
  for (const [cell = '', ...rest] of rows) table.push([wrap(cell, first).join('\n'), ...rest]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
