/** The letters of columns are those that a spreadsheet shows. */
import { columnLetter } from '../../src/text/column-letter.js';

test.each([
  [0, 'A'],
  [5, 'F'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('%i is %s', (index, letters) => {
  expect(columnLetter(index)).toBe(letters);
});
