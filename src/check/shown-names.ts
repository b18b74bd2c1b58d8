/** Names of rooms and classes in messages: a log whose columns have shifted has people's names there. */
import type { Names } from '../logs/names.js';
import type { Params, Wording } from '../types.js';

const WITHHELD: Wording = { zh: '（名称见该处）', en: '(named there)' };

/** Numbers, dates, times, and ids such as `C1` or `2020-3`. No person is called so. */
const ID = /^[A-Za-z0-9][A-Za-z0-9 .:#/_-]{0,15}$/;
/** What ends as only names of classes and things do. */
const THING = /(?:班|室|厅|楼|层|区|号|间|库|桶|棚|栋|房|场|宿舍|食堂|车间|场地|大门|楼梯|通道|走廊|厕所|操场|门口)$/;
/** A floor, a building or a number at the beginning. */
const FLOOR = /^[一二三四五六七八九十\d]+(?:楼|层|号)/;
/** The plan's own words for reports that don't agree, which are params too. */
const PLAN_WORDS = ['少报', '瞒报', '谎报'];
const MOST = 24; // longer ones are remarks

/**
 * Returns the params with what stands for a room, class or thing of the log only where the profile has it, or nobody
 * could be called so.
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
  const plain = text.normalize('NFKC').trim();
  const isThing = plain.length <= MOST && (THING.test(plain) || FLOOR.test(plain));
  return names.has(text) || PLAN_WORDS.includes(text) || ID.test(plain) || isThing;
}
