/** The door of all tables for Excel and WPS: no cell is a formula, hides anything, or is a command in the log of a CI. */
import { stringify } from 'csv-stringify/sync';
import { breakCommands, visible } from '../text/escape.js';

/** What begins a formula, in full width too, behind blanks and invisible characters, or in a later line of the cell. */
const FORMULA = /^[\t\r\n]|(?:^|[\r\n])[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const PLAIN_NUMBER = /^ *[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)? *$/i;

/**
 * Returns rows as CSV: UTF-8 with a mark, lines ended by CR LF.
 *
 * @param asWrittenFrom - the column from which on cells keep their line breaks and tabs
 */
export function spreadsheet(rows: readonly (readonly string[])[], asWrittenFrom = Number.POSITIVE_INFINITY): string {
  const safe = (cell: string, column: number): string => {
    const text = formulaSafe(cell);
    return breakCommands(column < asWrittenFrom ? visible(text) : text.replace(/[^\t\r\n]+/g, visible));
  };
  const cells = rows.map((row) => row.map(safe));
  // csv-stringify quotes its own line break only, and both CR and LF end a row elsewhere
  return stringify(cells, { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** Returns the cell, with an apostrophe before it if Excel or WPS could run it as a formula. Numbers stay as they are. */
export function formulaSafe(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}
