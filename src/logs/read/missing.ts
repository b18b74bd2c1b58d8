/** Words for "not given", which stand for an empty cell, and words that are no answer to what a column asks. */
import { isUnanswered, namesNobody } from '../../text/placeholder.js';
import type { Column } from '../kind.js';
import { narrow } from './widths.js';

/** In lower case and plain characters. */
const MISSING = new Set(['未测', '未填', '未填写', '缺', '无记录', 'n/a', 'na', '#n/a']);
const LONGEST = 4;

/** Not given as well, but where they say something: a list of nothing, no, or in a count perhaps zero. */
const NONE = new Set(['无', '没有', '暂无']);
const NONE_SAYS_SOMETHING = new Set(['list', 'text', 'bool', 'int']);

/** Returns whether a cell says that its value is not given. `people` are those who are called by such a word. */
export function isMissing(text: string, column: Column, people?: ReadonlySet<string>): boolean {
  if (isUnanswered(text) || isPlaceholder(text, column, people)) return true;
  if (text.length > LONGEST) return false;
  const word = narrow(text).toLowerCase();
  return MISSING.has(word) || (NONE.has(word) && !NONE_SAYS_SOMETHING.has(column.type));
}

/** What people write of a temperature who have not measured it, or not written it down. */
const NO_READING = new Set([
  ...['正常', '体温正常', '正常体温', '合格', '√', '✓', '✔'],
  ...['未发热', '不发热', '无发热', '未发烧', '不发烧'],
]);

/** Returns whether a cell that asks for a temperature says how somebody is, and no number. */
export function isNoReading(text: string, { unit }: Column): boolean {
  return unit === '℃' && NO_READING.has(text);
}

/** Returns whether a column asks for a name: who, or what or where. */
export function isName({ says }: Column): boolean {
  return says === 'who' || says === 'what';
}

/** Returns whether a cell holds a word that names nobody and nothing where its column asks for a name. */
export function isPlaceholder(text: string, column: Column, people?: ReadonlySet<string>): boolean {
  return isName(column) && namesNobody(text) && !(column.says === 'who' && people?.has(text));
}

/** Returns the word in a cell without a value that is no answer, where there is one: no name, or no reading. */
export function wordIn(cell: string | undefined, column: Column): { readonly word?: string } {
  const word = cell?.trim() ?? '';
  return isPlaceholder(word, column) || isNoReading(word, column) ? { word } : {};
}
