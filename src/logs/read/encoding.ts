/** Bytes → their encoding, decided on the whole file, for files as Excel and WPS write them. Never replaces bytes. */
import { inputCheck } from '../../input-check.js';

/** The encodings that are read. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;

/** An encoding that is read. */
export type Encoding = (typeof ENCODINGS)[number];

/** A file that is no text in one encoding. */
export const ENCODING = inputCheck({
  id: 'input/encoding',
  severity: 'error',
  messages: {
    mixed: {
      zh: '编码混用：第 {line} 行（第 {offset} 字节）起与前面不同，整个文件没有核对。用 WPS 或记事本另存为 UTF-8',
      en: 'mixed encodings: from line {line} (byte {offset}) on it differs, nothing was checked; save the file as UTF-8',
    },
    broken: {
      zh: '第 {line} 行（第 {offset} 字节）有坏字节，不是 UTF-8 也不是 GBK，整个文件没有核对。重新导出，或另存为 UTF-8',
      en: 'broken bytes on line {line} (byte {offset}): neither UTF-8 nor GBK, nothing was checked; export it again, or save it as UTF-8',
    },
    'utf-16-without-bom': {
      zh: '文件像是没有标记的 UTF-16，没有核对。请另存为 UTF-8',
      en: 'the file looks like UTF-16 without a mark, nothing was checked; save it as UTF-8',
    },
    binary: {
      zh: '文件不是文本，没有核对。日志要另存为 CSV',
      en: 'the file is not text, nothing was checked; save the log as CSV',
    },
    spreadsheet: {
      zh: '这是 Excel 工作簿，不是 CSV，没有核对。在 Excel 或 WPS 里选“另存为 CSV”，只改扩展名不行',
      en: 'this is a workbook, not CSV, nothing was checked; use "save as CSV", renaming is not enough',
    },
    nul: {
      zh: '第 {line} 行（第 {offset} 字节）有空字符，文件可能已损坏，没有核对。请重新导出',
      en: 'a NUL character on line {line} (byte {offset}): the file may be damaged, nothing was checked; export it again',
    },
  },
});

/** Why a file is no text in one encoding. */
export type EncodingProblem = keyof (typeof ENCODING)['messages'];

export type EncodingResult =
  | {
      readonly ok: true;
      readonly encoding: Encoding;
      /** Bytes to skip at the beginning. */
      readonly bom: number;
    }
  | {
      readonly ok: false;
      readonly reason: EncodingProblem;
      /** Physical line of the first bad byte, from 1. */
      readonly line: number;
      /** First bad byte, from 0. */
      readonly offset: number;
    };

export interface EncodingOptions {
  /** The encoding that the user named: nothing else is tried. */
  readonly forced?: Encoding | undefined;
  /** Whether whole characters are UTF-8 without NUL, where the platform knows it faster than a TextDecoder. */
  readonly isText?: (bytes: Uint8Array) => boolean;
}

/** The file from its beginning, each time it is called. */
type Blocks = () => Iterable<Uint8Array>;

type Decoder = InstanceType<typeof TextDecoder>;

/** Where bytes stop being text in an encoding. */
interface Bad {
  readonly offset: number;
  /** A NUL, which every encoding has but no text. */
  readonly nul: boolean;
  /** The last character lacks its end. */
  readonly cut: boolean;
}

const SLICE = 64 * 1024;
const HEAD = 4096;
const LF = 0x0a;
const CR = 0x0d;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** How .xlsx (a ZIP) and .xls (an OLE file) begin. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Characters of three bytes in UTF-8, Chinese among them. GBK text that happens to be UTF-8 has those of two. */
const WIDE = /[\u0800-\ufffc]/g;

/**
 * The encoding of a file: by its byte order mark, else strict UTF-8, else strict GB18030 (which includes GBK). An
 * ordinary UTF-8 file is read once; others are read again to be judged or to find the place.
 */
export function detectEncoding(blocks: Blocks, options: EncodingOptions = {}): EncodingResult {
  const head = bytesFrom(blocks, 0, HEAD);
  if (SPREADSHEETS.some((bytes) => begins(head, bytes, 0))) return refuse(blocks, 'spreadsheet', 0);
  const [marked, mark] = MARKS.find(([, bytes]) => begins(head, bytes, 0)) ?? [];
  const only = options.forced ?? (marked === 'utf-8' ? undefined : marked);
  const bom = mark && marked === (only ?? marked) ? markLength(head, mark) : 0;

  if (only) {
    const bad = firstBad(blocks, only);
    return bad ? refuse(blocks, bad.nul ? 'nul' : 'broken', bad.offset, only) : { ok: true, encoding: only, bom };
  }
  const nulls = nullsIn(head);
  if (nulls) return refuse(blocks, nulls, head.indexOf(0));
  if (options.isText && isUtf8(blocks, options.isText)) return { ok: true, encoding: 'utf-8', bom };
  const bad = firstBad(blocks, 'utf-8');
  if (!bad) return { ok: true, encoding: 'utf-8', bom };
  if (bad.nul) return refuse(blocks, 'nul', bad.offset);
  return notUtf8(blocks, bad, marked === 'utf-8');
}

/** Returns how many bytes of byte order marks stand at the beginning of a file whose encoding is known. */
export function markOf(blocks: Blocks, encoding: Encoding): number {
  const head = bytesFrom(blocks, 0, HEAD);
  const [, mark = []] = MARKS.find(([name]) => name === encoding) ?? [];
  return begins(head, mark, 0) ? markLength(head, mark) : 0;
}

/** UTF-8 up to a place, or GB18030, or some of each: the latter decodes without an error, but into other characters. */
function notUtf8(blocks: Blocks, bad: Bad, marked: boolean): EncodingResult {
  if (marked || isWideBefore(blocks, bad.offset)) {
    const mixed = !bad.cut && isGb18030(lineAround(blocks, bad.offset));
    return refuse(blocks, mixed ? 'mixed' : 'broken', bad.offset);
  }
  const other = firstBad(blocks, 'gb18030');
  if (other?.nul) return refuse(blocks, 'nul', other.offset);
  const foreign = utf8Line(blocks);
  if (foreign !== undefined) return refuse(blocks, 'mixed', foreign);
  if (!other) return { ok: true, encoding: 'gb18030', bom: 0 };
  return refuse(blocks, 'broken', Math.max(other.offset, bad.offset));
}

/**
 * The bytes that rows are cut from: without the byte order mark, UTF-16 turned into UTF-8, else as they are.
 * `encoding` and `bom` are what `detectEncoding` said, so nothing is replaced on the way.
 */
export function* asBytes(blocks: Iterable<Uint8Array>, encoding: Encoding, bom: number): Generator<Uint8Array> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const decoder = strict(encoding);
  const encoder = new TextEncoder();
  let skip = bom;
  for (const block of blocks) {
    const bytes = skip > 0 ? block.subarray(skip) : block;
    skip = Math.max(0, skip - block.length);
    if (bytes.length > 0) yield wide ? encoder.encode(decoder.decode(bytes, { stream: true })) : bytes;
  }
}

/** Blocks in pieces of at most 64 KiB, so that what is kept of one never depends on who reads the file. */
export function* slices(blocks: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const block of blocks) {
    for (let from = 0; from < block.length; from += SLICE) yield block.subarray(from, from + SLICE);
  }
}

const strict = (encoding: Encoding): Decoder => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });

const begins = (bytes: Uint8Array, start: readonly number[], at: number): boolean =>
  start.every((byte, index) => bytes[at + index] === byte);

/** Some programs put a second mark before a file that has one. */
const markLength = (head: Uint8Array, mark: readonly number[]): number =>
  begins(head, mark, mark.length) ? 2 * mark.length : mark.length;

function refuse(blocks: Blocks, reason: EncodingProblem, offset: number, encoding?: Encoding): EncodingResult {
  return { ok: false, reason, line: lineOf(blocks, offset, encoding), offset };
}

/** What a beginning with NULs is. A single one may be a slip in a text, whose place is then looked for. */
function nullsIn(head: Uint8Array): 'utf-16-without-bom' | 'binary' | undefined {
  let nulls = 0;
  let odd = 0;
  let controls = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] as number;
    if (byte === 0) {
      nulls++;
      odd += at % 2;
    }
    if (byte < 0x09 || (byte > 0x0d && byte < 0x1a)) controls++;
  }
  // In UTF-16 commas and digits have a NUL on the same side, even where all else is Chinese.
  const aligned = Math.max(odd, nulls - odd) >= nulls * 0.9;
  if (nulls > 1 && aligned && nulls * 16 >= head.length) return 'utf-16-without-bom';
  return nulls > 0 && controls > 3 && controls * 50 >= head.length ? 'binary' : undefined;
}

function isUtf8(blocks: Blocks, isText: (bytes: Uint8Array) => boolean): boolean {
  let rest = new Uint8Array();
  for (const block of blocks()) {
    const bytes = rest.length === 0 ? block : join(rest, block);
    const end = wholeCharacters(bytes);
    if (!isText(bytes.subarray(0, end))) return false;
    rest = bytes.slice(end);
  }
  return rest.length === 0;
}

/** How many bytes come before a last UTF-8 character that lacks its end. */
function wholeCharacters(bytes: Uint8Array): number {
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && lead > 0 && ((bytes[lead] as number) & 0xc0) === 0x80) lead--;
  const byte = bytes[lead] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return lead + length > bytes.length ? lead : bytes.length;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function firstBad(blocks: Blocks, encoding: Encoding): Bad | undefined {
  const decoder = strict(encoding);
  let read = 0;
  for (const slice of slices(blocks())) {
    const text = decoded(decoder, slice);
    if (text === undefined || text.includes('\0')) return exactly(blocks, encoding, read);
    read += slice.length;
  }
  return decoded(decoder) === undefined ? exactly(blocks, encoding, read) : undefined;
}

/** A decoder doesn't say where it failed: the bytes around are fed to another one by one. */
function exactly(blocks: Blocks, encoding: Encoding, near: number): Bad {
  const decoder = strict(encoding);
  const from = Math.max(0, near - 8); // A character begun before the slice has at most four bytes.
  let read = 0;
  let whole = from;
  for (const slice of slices(blocks())) {
    const skip = Math.min(slice.length, Math.max(0, from - read));
    decoder.decode(slice.subarray(0, skip), { stream: true });
    for (let at = skip; at < slice.length; at++) {
      const text = decoded(decoder, slice.subarray(at, at + 1));
      if (text === undefined) return { offset: whole, nul: false, cut: false };
      if (text === '\0') return { offset: whole, nul: true, cut: false };
      if (text !== '') whole = read + at + 1;
    }
    read += slice.length;
  }
  return { offset: whole, nul: false, cut: true };
}

/** The text of the next bytes, or of what is left when there are none; undefined if they are not in the encoding. */
function decoded(decoder: Decoder, bytes?: Uint8Array): string | undefined {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    return undefined;
  }
}

/** Whether UTF-8 up to a place has characters that GBK text would not have there by chance. */
function isWideBefore(blocks: Blocks, end: number): boolean {
  const decoder = strict('utf-8');
  let read = 0;
  let wide = 0;
  for (const slice of slices(blocks())) {
    wide += count(decoder.decode(slice.subarray(0, end - read), { stream: true }), WIDE);
    read += slice.length;
    if (wide > 1 || read >= end) break;
  }
  return wide > 1;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether a line is written in GB18030, not in UTF-8 with a damaged character. */
function isGb18030(line: Uint8Array): boolean {
  const text = new TextDecoder().decode(line);
  return decoded(strict('gb18030'), line) !== undefined && count(text, /\ufffd/g) > count(text, WIDE);
}

/** The first line that is UTF-8 in a file that as a whole is not: where its first character beyond ASCII stands. */
function utf8Line(blocks: Blocks): number | undefined {
  let read = 0;
  let first = -1;
  let wide = 0;
  let missing = 0;
  let isValid = true;
  for (const slice of slices(blocks())) {
    for (let at = 0; at < slice.length; at++) {
      if (!isValid) while (at < slice.length && (slice[at] as number) > CR) at++; // On to the next line.
      const byte = slice[at];
      if (byte === undefined) break;
      if (byte < 0x80) {
        if (missing > 0) isValid = false;
        if (byte !== LF && byte !== CR) continue;
        if (isValid && wide > 1) return first;
        first = -1;
        wide = 0;
        missing = 0;
        isValid = true;
        continue;
      }
      if (first < 0) first = read + at;
      if (missing > 0) {
        missing--;
        isValid = byte < 0xc0;
      } else if (byte >= 0xe1 && byte <= 0xef) {
        missing = 2;
        wide++;
      } else {
        missing = 1;
        isValid = byte >= 0xc2 && byte < 0xe0;
      }
    }
    read += slice.length;
  }
  return isValid && missing === 0 && wide > 1 ? first : undefined;
}

/** Up to `length` bytes from a place on. */
function bytesFrom(blocks: Blocks, from: number, length: number): Uint8Array {
  let bytes: Uint8Array = new Uint8Array();
  let read = 0;
  for (const slice of slices(blocks())) {
    const part = slice.subarray(Math.max(0, from - read), Math.max(0, from + length - read));
    if (part.length > 0) bytes = join(bytes, part);
    read += slice.length;
    if (read >= from + length) break;
  }
  return bytes;
}

/** The line that holds a place, or what is near it where the line is very long. */
function lineAround(blocks: Blocks, offset: number): Uint8Array {
  const from = Math.max(0, offset - HEAD / 2);
  const bytes = bytesFrom(blocks, from, HEAD);
  const isBreak = (at: number) => bytes[at] === LF || bytes[at] === CR;
  let start = offset - from;
  while (start > 0 && !isBreak(start - 1)) start--;
  let end = offset - from;
  while (end < bytes.length && !isBreak(end)) end++;
  return bytes.subarray(start, end);
}

/** The physical line of a place. All before it is valid. */
function lineOf(blocks: Blocks, offset: number, encoding: Encoding = 'utf-8'): number {
  // In UTF-8 and GB18030 a line break is never part of a character, so any reading of the bytes as ASCII will do.
  const decoder = new TextDecoder(encoding === 'gb18030' || encoding === 'utf-8' ? 'latin1' : encoding);
  let line = 1;
  let read = 0;
  let previous = 0;
  for (const slice of slices(blocks())) {
    if (read >= offset) break;
    const text = decoder.decode(slice.subarray(0, offset - read), { stream: true });
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === CR || (code === LF && previous !== CR)) line++;
      previous = code;
    }
    read += slice.length;
  }
  return line;
}
