/** A record → its cells, and the place of a cell in it. Quotes mean here what they mean where records are cut. */
import { parse } from 'csv-parse/sync';

/** Lines are counted from the record's first, which is 0; columns from 1 in UTF-16 units, the end exclusive. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * The texts of a record's cells, without the quotes around them. `quoted` is whether the record holds a quote at all.
 * A quote inside an unquoted cell stays as it is; text after a closing quote, or one that is missing, is `bad-quote`.
 */
export function splitRecord(record: string, delimiter: string, quoted: boolean): string[] | 'bad-quote' {
  if (!quoted) return record.split(delimiter);
  const cells: string[] = [];
  for (let from = 0; from <= record.length; ) {
    const end = cellEnd(record, from, delimiter);
    const cell = unquoted(record.slice(from, end), delimiter);
    if (cell === undefined) return 'bad-quote';
    cells.push(cell);
    from = end + delimiter.length;
  }
  return cells;
}

/**
 * Where the cell of that index stands, its quotes and spaces included. A cell that a short record lacks stands, empty,
 * at the record's end.
 */
export function cellPlace(record: string, delimiter: string, index: number): CellPlace {
  let from = 0;
  for (let cell = 0; cell < index && from <= record.length; cell++) {
    from = cellEnd(record, from, delimiter) + delimiter.length;
  }
  const start = position(record, Math.min(from, record.length));
  const end = position(record, from > record.length ? record.length : cellEnd(record, from, delimiter));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Where each cell of a record begins and ends, its quotes and spaces included, the end exclusive. */
export function cellBounds(record: string, delimiter: string): { readonly start: number; readonly end: number }[] {
  const bounds: { start: number; end: number }[] = [];
  for (let start = 0; start <= record.length; ) {
    const end = cellEnd(record, start, delimiter);
    bounds.push({ start, end });
    start = end + delimiter.length;
  }
  return bounds;
}

/** Where the cell that begins at `from` ends: at the next delimiter outside quotes, or with the record. */
function cellEnd(record: string, from: number, delimiter: string): number {
  let at = from;
  while (record[at] === ' ') at++;
  if (record[at] === '"') {
    at = closingQuote(record, at);
    if (at < 0) return record.length;
  }
  const end = record.indexOf(delimiter, at);
  return end < 0 ? record.length : end;
}

/** The quote that closes the one at `open`, or -1. Two together stand for one inside. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The text of a cell, undefined if its quotes make no sense. */
function unquoted(cell: string, delimiter: string): string | undefined {
  const open = cell.search(/[^ ]/);
  if (cell[open] !== '"') return cell;
  // A call of csv-parse takes 10 µs: too long where every cell of a file has quotes.
  const close = closingQuote(cell, open);
  if (close > 0 && /^ *$/.test(cell.slice(close + 1))) return cell.slice(open + 1, close).replaceAll('""', '"');
  try {
    return parse(cell, { delimiter, ltrim: true, rtrim: true, relax_column_count: true })[0]?.[0];
  } catch {
    return undefined; // Its message quotes the cell.
  }
}

/** Line and column of an offset. A CRLF is one line break. */
function position(record: string, offset: number): { line: number; column: number } {
  const lines = record.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
}
