/** Cells and their places follow the same quotes; the delimiter is told from the first lines. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cellPlace, splitRecord } from '../../src/logs/read/cells.js';
import { firstLines, sniffDelimiter } from '../../src/logs/read/delimiter.js';
import { runs } from '../deep.js';

const split = (record: string, delimiter = ','): string[] | 'bad-quote' =>
  splitRecord(record, delimiter, record.includes('"'));

test.each<[string, string[] | 'bad-quote']>([
  ['a,b', ['a', 'b']],
  ['', ['']],
  [',,', ['', '', '']],
  ['"a",b', ['a', 'b']],
  ['"a,b","c ""d"" e",""', ['a,b', 'c "d" e', '']],
  ['"a\r\nb",c', ['a\r\nb', 'c']],
  ['1,x"y"', ['1', 'x"y"']],
  ['5",6"', ['5"', '6"']],
  ['a, "b,c" ,d', ['a', 'b,c', 'd']],
  ['"a"\t,b', ['a', 'b']],
  [' a ,"b"', [' a ', 'b']],
  ['"a"b,c', 'bad-quote'],
  ['a,"b', 'bad-quote'],
  ['a,"', 'bad-quote'],
  ['"a""', 'bad-quote'],
  ['"a" "b"', 'bad-quote'],
])('%j', (record, cells) => {
  expect(split(record)).toEqual(cells);
});

test.each([';', '\t', '，'])('cells are separated by %j', (delimiter) => {
  const record = ['日期', `"a${delimiter}b"`, '36,5', '', 'x'].join(delimiter);
  expect(split(record, delimiter)).toEqual(['日期', `a${delimiter}b`, '36,5', '', 'x']);
});

test('a hundred thousand cells are split, with quotes and without', () => {
  expect(split(Array(100_000).fill('a').join(','))).toHaveLength(100_000);
  expect(split(Array(100_000).fill('"a"').join(','))).toHaveLength(100_000);
});

test('a cell of many quotes is read', () => {
  expect(split(`"${'""'.repeat(500_000)}"`)).toEqual(['"'.repeat(500_000)]);
});

test('the place of a cell is counted in UTF-16 units, with its quotes', () => {
  const record = '2020-05-01,𠮷示例,"36.5"';
  expect(cellPlace(record, ',', 0)).toEqual({ line: 0, column: 1, endLine: 0, endColumn: 11 });
  expect(cellPlace(record, ',', 1)).toEqual({ line: 0, column: 12, endLine: 0, endColumn: 16 });
  expect(cellPlace(record, ',', 2)).toEqual({ line: 0, column: 17, endLine: 0, endColumn: 23 });
});

test('the place of a cell after or across line breaks names the line', () => {
  const record = '"a\r\nb\rc",d,"e\nf"';
  expect(cellPlace(record, ',', 0)).toEqual({ line: 0, column: 1, endLine: 2, endColumn: 3 });
  expect(cellPlace(record, ',', 1)).toEqual({ line: 2, column: 4, endLine: 2, endColumn: 5 });
  expect(cellPlace(record, ',', 2)).toEqual({ line: 2, column: 6, endLine: 3, endColumn: 3 });
});

test('a cell that the record lacks stands at its end', () => {
  for (const index of [2, 3, 99]) {
    expect(cellPlace('a,b', ',', index)).toEqual({ line: 0, column: 4, endLine: 0, endColumn: 4 });
  }
  expect(cellPlace('a,', ',', 1)).toEqual({ line: 0, column: 3, endLine: 0, endColumn: 3 });
});

/** The text between two places. */
function between(record: string, place: ReturnType<typeof cellPlace>): string {
  const lines = record.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]*$/g) ?? [];
  const offset = (line: number, column: number) => lines.slice(0, line).join('').length + column - 1;
  return record.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn));
}

const plain = fc.string({ unit: fc.constantFrom('a', '张', '𠮷', ' ', '1'), maxLength: 4 });
const literal = plain.map((text) => `x${text}"${text}`);
const quoted = fc
  .string({ unit: fc.constantFrom('a', '示', '"', ',', '，', ';', '\n', '\r\n', ' '), maxLength: 5 })
  .map((text) => `"${text.replaceAll('"', '""')}"`);
const sources = fc.array(fc.oneof(plain, literal, quoted), { minLength: 1, maxLength: 6 });
const delimiters = fc.constantFrom(',', ';', '\t', '，');

test('every cell is found at its place and read from its source', () => {
  fc.assert(
    fc.property(sources, delimiters, (cells, delimiter) => {
      const record = cells.join(delimiter);
      const values = cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
      expect(splitRecord(record, delimiter, true)).toEqual(values);
      expect(cells.map((_, index) => between(record, cellPlace(record, delimiter, index)))).toEqual(cells);
    }),
  );
});

test('cells are those of csv-parse, wherever it reads the record', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '张', '\n'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, (record) => {
      let expected: string[][];
      try {
        expected = parse(record, { relax_column_count: true });
      } catch {
        return;
      }
      fc.pre(expected.length === 1 && !record.endsWith('\n') && !record.startsWith('\n'));
      expect(split(record)).toEqual(expected[0]);
    }),
    { numRuns: runs(100) },
  );
});

test('text of any kind is split or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\n', '\t') }), (record) => {
      const cells = splitRecord(record, ',', true);
      expect(cells === 'bad-quote' || cells.length > 0).toBe(true);
    }),
  );
});

test.each<[string, string[], string]>([
  ['commas', ['日期,姓名,体温', '2020-05-01,张示例,36.5'], ','],
  ['semicolons with decimal commas', ['日期;体温', '2020-05-01;36,5', '2020-05-02;36,6', '2020-05-03;36,4'], ';'],
  ['semicolons, most cells decimal commas', ['早;午;晚', ...Array(9).fill('36,5;36,6;36,7')], ';'],
  ['tabs', ['日期\t备注', '2020-05-01\t咳嗽, 头痛', '2020-05-02\t'], '\t'],
  ['full-width commas', ['日期，姓名，体温', '2020-05-01，张示例，36.5'], '，'],
  ['commas below a title', ['示例学校，晨午检登记表,,', '日期,姓名,体温', '2020-05-01,张示例,36.5'], ','],
  ['commas, lists with semicolons', ['日期,教室,部位', ...Array(9).fill('2020-05-01,一班,门把手;扶手;开关')], ','],
  ['commas, quoted semicolons', ['a,b', '"x;y;z;w",1', '"x;y;z;w",2'], ','],
  ['numbers only', ['1,2,3', '4,5,6'], ','],
  ['one column', ['姓名', '张示例'], ','],
  ['nothing', [], ','],
])('the delimiter of %s', (_, lines, delimiter) => {
  expect(sniffDelimiter(lines)).toEqual({ delimiter, sepLine: false });
});

test("Excel's own line names the delimiter and is no record", () => {
  expect(sniffDelimiter(['sep=;', 'a,b,c;d'])).toEqual({ delimiter: ';', sepLine: true });
  expect(sniffDelimiter(['SEP=\t', 'a,b'])).toEqual({ delimiter: '\t', sepLine: true });
  expect(sniffDelimiter(['"sep=,"', 'a;b'])).toEqual({ delimiter: ',', sepLine: true });
  expect(sniffDelimiter(['a,b', 'sep=;'])).toEqual({ delimiter: ',', sepLine: false });
});

test('the first lines of a file are read in any encoding, blank ones left out', () => {
  const text = `\ufeff日期,姓名\r\n\r\n${'2020-05-01,张示例\r\n'.repeat(20)}`;
  const bytes = new TextEncoder().encode(text);
  const lines = firstLines([bytes.subarray(0, 5), bytes.subarray(5)], 'utf-8', 3);
  expect(lines).toHaveLength(10);
  expect(lines.slice(0, 2)).toEqual(['日期,姓名', '2020-05-01,张示例']);
  expect(firstLines([new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb])], 'gb18030', 0)).toEqual(['姓名']);
});
