/** Small tables that are at hand as text are cut as logs are. */
import { textRecords } from '../../src/logs/read/text-records.js';

const cut = (text: string): unknown[] => textRecords(text).records.map(({ cells, line }) => [line, ...cells]);

test.each([
  [
    'commas',
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'semicolons as Excel names them',
    'sep=;\na;b\n1,5;2\n',
    [
      [2, 'a', 'b'],
      [3, '1,5', '2'],
    ],
  ],
  [
    'a byte order mark and blank lines',
    '\ufeff\n  \na,b\n\n1,2',
    [
      [3, 'a', 'b'],
      [5, '1', '2'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'CR',
    'a,b\r1,2\r',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'quotes with delimiters, quotes and line breaks',
    'a,b\n"1,""x""\r\ny",2\n3,4',
    [
      [1, 'a', 'b'],
      [2, '1,"x"\r\ny', '2'],
      [4, '3', '4'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, expected) => {
  expect(cut(text)).toEqual(expected);
  expect(textRecords(text).badQuote).toBeUndefined();
});

test.each([
  ['a quote that is never closed', 'a,b\n1,2\n"3,4\n5,6\n', 3],
  ['text behind a quote', 'a,b\n1,2\n"3"x,4\n5,6\n', 3],
])('%s ends the records', (_, text, line) => {
  expect(textRecords(text)).toMatchObject({ badQuote: line });
  expect(cut(text)).toHaveLength(2);
});

test('the length is that of the first line', () => {
  expect(textRecords('a,"b\nccc"\n').records.map(({ length }) => length)).toEqual([4]);
});
