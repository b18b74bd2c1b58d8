/** Lines of a log as they may be shown: what is, or could be, about a person is masked. */
import { HARMLESS, maskValue, type ShowValues } from '../text/mask.js';
import type { Column, LogKind, LogSource } from './kind.js';
import { kindByName } from './kinds/index.js';
import { cellBounds, splitRecord } from './read/cells.js';
import { asBytes, type Encoding, markOf } from './read/encoding.js';
import { isFooter } from './read/footer.js';
import { namesOf, normaliseHeader } from './read/header-names.js';
import { MAX_RECORD_BYTES } from './read/log.js';
import { records } from './read/records.js';
import { readCell } from './read/values.js';

/** Longest record that is shown, in UTF-16 units: a report with many findings holds many of them. */
const MOST_CHARACTERS = 16_384;
/** Headers, dates and words of lists are shorter; a cell can be as long as a file. */
const LONGEST_KNOWN = 64;

/**
 * Returns some lines of a log, by their number. The file is read block by block and no further than the last of them;
 * what can't be cut into records has no lines.
 *
 * @param open - starts reading the file anew
 * @param wanted - physical lines, from 1
 */
export function excerptLines(
  open: () => Iterable<Uint8Array>,
  log: LogSource,
  wanted: ReadonlySet<number>,
  show: ShowValues,
): ReadonlyMap<number, string> {
  const encoding = log.encoding as Encoding;
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true });
  const bytes = asBytes(open(), encoding, markOf(open, encoding));
  const shown = new Map<number, string>();
  const rest = [...wanted].sort((a, b) => b - a);
  for (const block of records(bytes, { delimiter: log.delimiter, encoding, maxRecordBytes: MAX_RECORD_BYTES })) {
    for (let i = 0; i < block.count; i++) {
      const line = block.lines[i] as number;
      while (rest.length > 0 && (rest.at(-1) as number) < line) rest.pop();
      const next = rest.at(-1);
      if (next === undefined) return shown;
      // only a record with quotes has lines besides its first
      if (next >= (i + 1 < block.count ? (block.lines[i + 1] as number) : Number.POSITIVE_INFINITY)) continue;
      if (block.quoted[i] === 0 && next !== line) continue;
      const record = decoder.decode(block.bytes.subarray(block.starts[i], block.ends[i]));
      if (record.length > MOST_CHARACTERS) continue;
      for (const [at, text] of excerpt(record, line, log, show)
        .split(/\r\n|\r|\n/)
        .entries()) {
        if (wanted.has(line + at)) shown.set(line + at, text);
      }
    }
  }
  return shown;
}

/** Returns a record that begins on a line as it may be shown, with its line breaks; it keeps its columns. */
export function excerpt(record: string, line: number, log: LogSource, show: ShowValues): string {
  const text = show === 'full' ? record : masked(record, line, log, show);
  // a control character in a terminal, written in six characters otherwise
  return log.delimiter === '\t' ? text.replaceAll('\t', ' ') : text;
}

function masked(record: string, line: number, log: LogSource, show: Exclude<ShowValues, 'full'>): string {
  const kind = kindByName(log.kind);
  const cells = splitRecord(record, log.delimiter, record.includes('"'));
  const isRow = cells !== 'bad-quote' && line > log.headerLine && !isFooter(cells);
  const columns = new Map(kind && isRow ? kind.columns.map((column) => [log.positions.get(column.en), column]) : []);
  const textAt = (at: number): string => (cells === 'bad-quote' ? '' : (cells[at] ?? ''));
  // text goes with any column: where cells have slipped it may be somebody's name
  const isStraight = [...columns].every(
    ([at = -1, column]) => readCell(textAt(at), column, {}).unreadable === undefined,
  );
  return cellBounds(record, log.delimiter)
    .map(({ start, end }, at) => {
      const source = record.slice(start, end);
      const cell = textAt(at);
      const known = kind && cell.length <= LONGEST_KNOWN && isHeader(cell, kind);
      return known || mayBeShown(cell, columns.get(at), isStraight) ? source : maskValue(source, show);
    })
    .join(log.delimiter);
}

function isHeader(cell: string, kind: LogKind): boolean {
  const { plain, wide } = namesOf(kind);
  const name = normaliseHeader(cell);
  return plain.has(name) || wide.has(name);
}

/** Whether a cell is not personal: by its column, and because it is what the column wants there. */
function mayBeShown(cell: string, column: Column | undefined, isStraight: boolean): boolean {
  if (!column || column.personal) return false;
  if (HARMLESS.test(cell)) return true;
  const { value, unreadable } = readCell(cell, column, {});
  if (unreadable !== undefined || column.type === 'ref') return false;
  if (Array.isArray(value)) return value.every((each) => column.values?.includes(each));
  return column.type !== 'text' || isStraight;
}
