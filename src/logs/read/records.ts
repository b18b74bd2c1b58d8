/** Bytes → records with the physical lines they begin on. No string is made: what a record says is for others. */
import { type Encoding, slices } from './encoding.js';

/** Records that are whole. The arrays belong to the reader: they change with the next block. */
export interface RecordBlock {
  readonly bytes: Uint8Array;
  /** Where the whole records end. */
  readonly length: number;
  /** Where each record begins and, without its line break, ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The physical line on which each record begins, from 1. */
  readonly lines: Int32Array;
  /** 1 where the record holds a quote. */
  readonly quoted: Uint8Array;
  readonly count: number;
}

/** What is known once all was read, or reading stopped at a quote that doesn't close or a record without end. */
export interface RecordEnd {
  /** Physical lines; where reading stopped, up to the record that stopped it. */
  readonly lines: number;
  /** Lines without any byte, which are no records. */
  readonly blank: number;
  /** What ends the records. */
  readonly newlines: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
  /** Where the quote stands, its column from 1 in UTF-16 units. */
  readonly unclosedQuote?: { readonly line: number; readonly column: number };
  /** The line on which the record begins. */
  readonly tooLong?: { readonly line: number };
}

export interface RecordOptions {
  readonly delimiter: string;
  /** Of the file; UTF-16 has become UTF-8 by now. */
  readonly encoding: Encoding;
  /** A longer record ends the reading, so that a quote that doesn't close never fills the memory. */
  readonly maxRecordBytes: number;
  /**
   * Asked at the beginning of every record, for those that need not be cut: returns where the record that begins at
   * `start` ends, before its line break, which must stand before `limit`; -1 where it has to be cut. Such records are
   * not given. All records before it were.
   */
  readonly accepts?: (bytes: Uint8Array, start: number, limit: number, line: number) => number;
}

const SLICE = 64 * 1024;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;

/**
 * The records of a file, in blocks. A record ends with LF, CRLF or CR outside quotes; a quote opens only where a cell
 * begins, spaces aside, else it is a character like others. Records before the place where reading stops are given.
 */
export function* records(blocks: Iterable<Uint8Array>, options: RecordOptions): Generator<RecordBlock, RecordEnd> {
  const { maxRecordBytes: max, accepts } = options;
  const delimiter = delimiterBytes(options);
  // At most every second byte begins a record.
  const starts = new Int32Array(SLICE / 2 + 2);
  const ends = new Int32Array(starts.length);
  const lines = new Int32Array(starts.length);
  const quoted = new Uint8Array(starts.length);
  let bytes = new Uint8Array(2 * SLICE + 1);
  let filled = 0;
  let before = 0; // The byte before the buffer: a CR may be the first half of a CRLF.
  let at = 0;
  let start = 0; // Of the record at hand.
  let startLine = 1;
  let line = 1;
  let isQuoted = 0;
  let inQuotes = false;
  let isAccepted = false;
  let closed = -2; // The last closing quote: right after it, another one stands for one inside.
  let blank = 0;
  let lf = 0;
  let cr = 0;
  let crlf = 0;
  const end = (lines: number): RecordEnd => ({ lines, blank, newlines: newlinesOf(lf, cr - crlf, crlf) });

  for (const slice of slices(blocks)) {
    if (filled + slice.length >= bytes.length) bytes = grown(bytes, filled + slice.length);
    bytes.set(slice, filled);
    filled += slice.length;
    bytes[filled] = LF; // Stops the loop below, which looks for nothing else.
    let count = 0;
    let isTooLong = false;
    for (; ; at++) {
      if (accepts && at === start && at < filled && !inQuotes) {
        // in the order of the file: what was cut so far is read first
        if (count > 0) {
          yield { bytes, length: start, starts, ends, lines, quoted, count };
          count = 0;
        }
        const end = accepts(bytes, start, filled, startLine);
        if (end >= 0) {
          at = end;
          isAccepted = true;
        }
      }
      while ((bytes[at] as number) > QUOTE) at++;
      if (at >= filled) break;
      const byte = bytes[at] as number;
      if (byte === LF || byte === CR) {
        if (byte === LF && (at > 0 ? bytes[at - 1] : before) === CR) {
          if (inQuotes) continue;
          crlf++;
          start = at + 1;
          continue;
        }
        line++;
        if (inQuotes) continue;
        if (at - start > max) {
          isTooLong = true;
          break;
        }
        if (isAccepted) isAccepted = false;
        else if (at === start) blank++;
        else {
          starts[count] = start;
          ends[count] = at;
          lines[count] = startLine;
          quoted[count] = isQuoted;
          count++;
        }
        if (byte === LF) lf++;
        else cr++;
        start = at + 1;
        startLine = line;
        isQuoted = 0;
      } else if (byte === QUOTE) {
        isQuoted = 1;
        if (inQuotes) {
          inQuotes = false;
          closed = at;
        } else inQuotes = closed === at - 1 || opens(bytes, start, at, delimiter);
      }
    }
    if (count > 0) yield { bytes, length: start, starts, ends, lines, quoted, count };
    if (isTooLong || filled - start > max) {
      return { ...end(startLine), ...stopped(bytes, start, start + max, startLine, options) };
    }
    if (start > 0) {
      before = bytes[start - 1] as number;
      bytes.copyWithin(0, start, filled);
      filled -= start;
      at -= start;
      closed -= start;
      start = 0;
    }
  }

  if (inQuotes) return { ...end(line), ...stopped(bytes, start, filled, startLine, options) };
  if (filled === 0) return end(line - 1);
  starts[0] = 0;
  ends[0] = filled;
  lines[0] = startLine;
  quoted[0] = isQuoted;
  yield { bytes, length: filled, starts, ends, lines, quoted, count: 1 };
  return end(line);
}

/** Full-width commas have several bytes, and others in each encoding. */
function delimiterBytes(options: RecordOptions): Uint8Array {
  if (options.delimiter === '，' && options.encoding === 'gb18030') return new Uint8Array([0xa3, 0xac]);
  return new TextEncoder().encode(options.delimiter);
}

/** Whether a quote stands where a cell begins. In GB18030, what ends a full-width comma before a quote is one. */
function opens(bytes: Uint8Array, start: number, at: number, delimiter: Uint8Array): boolean {
  let before = at - 1;
  while (before >= start && bytes[before] === SPACE) before--;
  if (before < start) return true;
  for (let index = delimiter.length - 1; index >= 0; index--, before--) {
    if (before < start || bytes[before] !== delimiter[index]) return false;
  }
  return true;
}

/** Why a record that begins at `start` has no end before `end`. */
function stopped(
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  options: RecordOptions,
): Pick<RecordEnd, 'unclosedQuote' | 'tooLong'> {
  const delimiter = delimiterBytes(options);
  let opened = -1;
  let closed = -2;
  let inQuotes = false;
  for (let at = bytes.indexOf(QUOTE, start); at >= 0 && at < end; at = bytes.indexOf(QUOTE, at + 1)) {
    if (inQuotes) {
      inQuotes = false;
      closed = at;
    } else if (closed === at - 1) inQuotes = true;
    else if (opens(bytes, start, at, delimiter)) {
      inQuotes = true;
      opened = at;
    }
  }
  if (!inQuotes) return { tooLong: { line } };
  const decoder = new TextDecoder(options.encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes.subarray(start, opened)).split(/\r\n|\r|\n/);
  return { unclosedQuote: { line: line + text.length - 1, column: (text.at(-1) ?? '').length + 1 } };
}

function grown(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * bytes.length, needed + 1));
  larger.set(bytes);
  return larger;
}

function newlinesOf(lf: number, cr: number, crlf: number): RecordEnd['newlines'] {
  if (lf > 0 && cr + crlf === 0) return 'lf';
  if (crlf > 0 && lf + cr === 0) return 'crlf';
  if (cr > 0 && lf + crlf === 0) return 'cr';
  return lf + cr + crlf === 0 ? 'none' : 'mixed';
}
