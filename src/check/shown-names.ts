/** Names of rooms and classes in messages: a log whose columns have shifted has people's names there. */
import { KINDS } from '../logs/kinds/index.js';
import type { Names } from '../logs/names.js';
import { HARMLESS } from '../text/mask.js';
import type { Params, Wording } from '../types.js';

const WITHHELD: Wording = { zh: '（名称见该处）', en: '(named there)' };

/** The plan's own words for reports that don't agree, which are params too, and those that the columns of logs may hold. */
const WORDS: ReadonlySet<string> = new Set([
  ...['少报', '瞒报', '谎报'],
  ...KINDS.flatMap(({ columns }) => columns.flatMap(({ values = [] }) => values)),
]);

/**
 * Returns the params with what stands for a room, class or thing of the log only where the profile has that very thing:
 * by its looks none can be told from a person. Numbers, dates and words of the forms are nobody's.
 */
export function shownNames(params: Params, names: Names): Params {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value !== 'string' || isShown(value, names) ? value : WITHHELD,
    ]),
  );
}

function isShown(text: string, names: Names): boolean {
  const isNobodys = (part: string): boolean =>
    names.has(part) || WORDS.has(part) || HARMLESS.test(part.normalize('NFKC').trim());
  return isNobodys(text) || text.split(/[、\s]+/).every(isNobodys);
}
