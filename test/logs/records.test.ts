/** Records are cut the same whatever the blocks, with the physical lines an editor shows. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { Encoding } from '../../src/logs/read/encoding.js';
import { type RecordEnd, type RecordOptions, records } from '../../src/logs/read/records.js';

interface Cut {
  readonly records: { readonly text: string; readonly line: number; readonly quoted: boolean }[];
  readonly end: RecordEnd;
}

const OPTIONS: RecordOptions = { delimiter: ',', encoding: 'utf-8', maxRecordBytes: 1024 * 1024 };

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.slice(from, from + size);
}

function cut(text: string, size = 65536, options: Partial<RecordOptions> = {}): Cut {
  const all = { ...OPTIONS, ...options };
  const bytes = new Uint8Array(iconv.encode(text, all.encoding));
  const decoder = new TextDecoder(all.encoding);
  const found: Cut['records'] = [];
  const reader = records(pieces(bytes, size), all);
  for (;;) {
    const next = reader.next();
    if (next.done) return { records: found, end: next.value };
    const { starts, ends, lines, quoted, count, length, bytes } = next.value;
    expect(ends[count - 1]).toBeLessThanOrEqual(length);
    for (let index = 0; index < count; index++) {
      const text = decoder.decode(bytes.subarray(starts[index], ends[index]));
      found.push({ text, line: lines[index] ?? 0, quoted: quoted[index] === 1 });
    }
  }
}

const brief = (text: string, options: Partial<RecordOptions> = {}): (string | number)[][] =>
  cut(text, 1, options).records.map((record) => [record.line, record.text]);

test.each([
  ['LF', '\n', 'lf'],
  ['CRLF', '\r\n', 'crlf'],
  ['CR', '\r', 'cr'],
])('records end with %s, the last one with or without', (_, newline, newlines) => {
  for (const last of ['', newline]) {
    const { records, end } = cut(`a,b${newline}1,2${newline}3,4${last}`, 1);
    expect(records.map((record) => [record.line, record.text])).toEqual([
      [1, 'a,b'],
      [2, '1,2'],
      [3, '3,4'],
    ]);
    expect(end).toEqual({ lines: 3, blank: 0, newlines });
  }
});

test('newlines of several kinds are told, but not for those inside quotes', () => {
  expect(cut('a\r\nb\nc\rd').end).toEqual({ lines: 4, blank: 0, newlines: 'mixed' });
  expect(cut('a\r\n"b\nc\rd"\r\n').end).toEqual({ lines: 4, blank: 0, newlines: 'crlf' });
  expect(cut('a').end).toEqual({ lines: 1, blank: 0, newlines: 'none' });
  expect(cut('').end).toEqual({ lines: 0, blank: 0, newlines: 'none' });
});

test('blank lines are counted, and are no records', () => {
  expect(brief('\n\na\r\n\r\nb\r\rc\n\n')).toEqual([
    [3, 'a'],
    [5, 'b'],
    [7, 'c'],
  ]);
  expect(cut('\n\na\r\n\r\nb\r\rc\n\n').end).toEqual({ lines: 8, blank: 5, newlines: 'mixed' });
  expect(cut('\r\n\r\n').end).toEqual({ lines: 2, blank: 2, newlines: 'crlf' });
});

test('a line break inside quotes counts as one line, whatever its kind', () => {
  for (const newline of ['\n', '\r\n', '\r']) {
    const rows = ['"a', 'b",c', '1,"x', '', 'y"', '3,4'].join(newline);
    expect(brief(rows)).toEqual([
      [1, `"a${newline}b",c`],
      [3, `1,"x${newline}${newline}y"`],
      [6, '3,4'],
    ]);
  }
});

test('a quote opens only where a cell begins', () => {
  expect(brief('1,x"y"\n2,5"\n3, "a\nb"\n"c""\nd",4\n"e"f"\n')).toEqual([
    [1, '1,x"y"'],
    [2, '2,5"'],
    [3, '3, "a\nb"'],
    [5, '"c""\nd",4'],
    [7, '"e"f"'],
  ]);
  expect(cut('a\nx"y\n').records.map((record) => record.quoted)).toEqual([false, true]);
});

test.each(['utf-8', 'gb18030'] as const)('a full-width comma in %s separates cells as well', (encoding) => {
  const delimiter = '，';
  expect(brief('日期，"备\n注"\n张，x"y\n', { encoding, delimiter })).toEqual([
    [1, '日期，"备\n注"'],
    [3, '张，x"y'],
  ]);
  expect(brief('1;"a\nb"\n', { encoding, delimiter: ';' })).toEqual([[1, '1;"a\nb"']]);
  expect(brief('1\t"a\nb"\n', { encoding, delimiter: '\t' })).toEqual([[1, '1\t"a\nb"']]);
});

test('an unclosed quote is told where it opens, after the records before it', () => {
  const { records, end } = cut('a,b\n1,"x\n2,y\n3,z\n', 1);
  expect(records).toEqual([{ text: 'a,b', line: 1, quoted: false }]);
  expect(end).toMatchObject({ unclosedQuote: { line: 2, column: 3 } });
});

test.each<[string, Encoding]>([
  ['UTF-8', 'utf-8'],
  ['GB18030', 'gb18030'],
])('the place of an unclosed quote is counted in characters, past the lines of its record (%s)', (_, encoding) => {
  const { end } = cut('日期\n"张\r\n示例",𠮷,"未关\n闭\n', 3, { encoding });
  expect(end.unclosedQuote).toEqual({ line: 3, column: 8 });
});

test('a quote without end stops the reading at the limit, with bounded memory', () => {
  let given = 0;
  const blocks = function* () {
    yield new TextEncoder().encode('a,b\n1,2\n3,"x\n');
    for (; given < 3000; given++) yield new Uint8Array(65536).fill(0x78);
  };
  const reader = records(blocks(), OPTIONS);
  expect(reader.next().value).toMatchObject({ count: 2 });
  const next = reader.next();
  expect(next).toMatchObject({ done: true, value: { lines: 3, unclosedQuote: { line: 3, column: 3 } } });
  expect(given).toBeLessThan(20);
});

test('a record without end stops the reading at the limit', () => {
  const options = { maxRecordBytes: 100 };
  for (const size of [1, 60, 1000]) {
    const { records, end } = cut(`a\n${'x'.repeat(100)}\n${'x'.repeat(101)}\nb\n`, size, options);
    expect(records.map((record) => record.line)).toEqual([1, 2]);
    expect(end).toEqual({ lines: 3, blank: 0, newlines: 'lf', tooLong: { line: 3 } });
    const quoted = cut(`a\n1,"${'x'.repeat(101)}"\nb\n`, size, options);
    expect(quoted.end).toEqual({ lines: 2, blank: 0, newlines: 'lf', unclosedQuote: { line: 2, column: 3 } });
  }
});

test('a hundred thousand columns are one record', () => {
  const wide = Array.from({ length: 100_000 }, (_, index) => index).join(',');
  const { records, end } = cut(`${wide}\n${wide}\n`);
  expect(records.map((record) => record.text.length)).toEqual([wide.length, wide.length]);
  expect(end).toEqual({ lines: 2, blank: 0, newlines: 'lf' });
});

test('a file of blocks far larger than the buffer is cut as well', () => {
  const text = 'a\n'.repeat(300_000);
  const { records, end } = cut(text, text.length);
  expect(records).toHaveLength(300_000);
  expect(records.at(-1)).toEqual({ text: 'a', line: 300_000, quoted: false });
  expect(end.lines).toBe(300_000);
});

/** The same by plain means, on the whole text: pieces between line breaks, put together while a quote is open. */
function reference(text: string): Cut['records'] {
  const found: Cut['records'] = [];
  let held = '';
  let line = 1;
  let start = 1;
  for (const part of text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []) {
    held += part;
    line++;
    const whole = held.replace(/(?:\r\n|\r|\n)$/, '');
    if (isOpen(whole)) continue;
    if (whole !== '') found.push({ text: whole, line: start, quoted: whole.includes('"') });
    held = '';
    start = line;
  }
  return found;
}

/** Whether a record's last cell has an opening quote and no closing one. */
function isOpen(record: string): boolean {
  let rest = record;
  for (;;) {
    const quoted = /^ *"(?:[^"]|"")*/.exec(rest);
    if (quoted && rest[quoted[0].length] !== '"') return true;
    const comma = rest.indexOf(',', quoted ? quoted[0].length : 0);
    if (comma < 0) return false;
    rest = rest.slice(comma + 1);
  }
}

const cell = fc.string({ unit: fc.constantFrom('a', '张', '𠮷', '"', ' ', '1', ';'), maxLength: 4 });
const quotedCell = fc
  .string({ unit: fc.constantFrom('a', '示', '"', ',', '\n', '\r', '\r\n'), maxLength: 5 })
  .map((text) => `"${text.replaceAll('"', '""')}"`);
const line = fc.array(fc.oneof(cell, quotedCell), { maxLength: 4 }).map((cells) => cells.join(','));
const file = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 12 })
  .map((lines) => lines.flat().join(''));

test('records and their lines are those of a plain splitter, whatever the blocks', () => {
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 9 }), fc.constantFrom<Encoding>('utf-8', 'gb18030'), (...given) => {
      const [text, size, encoding] = given;
      const expected = reference(text);
      const whole = cut(text, 65536, { encoding });
      expect(whole.records).toEqual(expected);
      expect(cut(text, size, { encoding })).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});
