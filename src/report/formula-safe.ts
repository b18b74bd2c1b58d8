/** Keeps spreadsheets from taking a cell of a CSV file for a formula. */

/** What begins a formula, in full width too, behind blanks and invisible characters, or in a later line of the cell. */
const FORMULA = /^[\t\r\n]|(?:^|[\r\n])[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const PLAIN_NUMBER = /^ *[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)? *$/i;

/** Returns the cell, with an apostrophe before it if Excel or WPS could run it as a formula. Numbers stay as they are. */
export function formulaSafe(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}
