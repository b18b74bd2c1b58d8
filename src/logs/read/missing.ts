/** Words for "not given", which stand for an empty cell. */
import type { Column } from '../kind.js';
import { narrow } from './widths.js';

/** In lower case and plain characters. */
const MISSING = new Set([
  ...['未测', '未填', '未填写', '缺', '无记录', 'n/a', 'na', '#n/a'],
  ...['-', '--', '–', '—', '——', '―', '/', '//'],
]);
const LONGEST = 4;

/** Not given as well, but where they say something: a list of nothing, no, or in a count perhaps zero. */
const NONE = new Set(['无', '没有', '暂无']);
const NONE_SAYS_SOMETHING = new Set(['list', 'text', 'bool', 'int']);

/** Returns whether a cell says that its value is not given. */
export function isMissing(text: string, column: Column): boolean {
  if (text.length > LONGEST) return false;
  const word = narrow(text).toLowerCase();
  return MISSING.has(word) || (NONE.has(word) && !NONE_SAYS_SOMETHING.has(column.type));
}
