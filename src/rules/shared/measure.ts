/** What checks measure. Verdict, message and remedy of a rule, the report and the papers all read the same measure. */
import { ITEMS, type ItemId } from '../../plan/items.js';
import { type Bound, keeps, leastWhole } from '../../plan/limit.js';
import type { Measure, Params, Wording } from '../../types.js';
import type { Breach, Measured, Missing } from '../rule.js';

/** In what things are counted that are on no shopping list. */
export const UNITS = {
  one: { zh: '个', en: '' },
  person: { zh: '人', en: 'people' },
  copy: { zh: '份', en: 'copies' },
  point: { zh: '项', en: 'points' },
  place: { zh: '处', en: 'places' },
  room: { zh: '间', en: 'rooms' },
  kind: { zh: '类', en: 'kinds' },
  time: { zh: '次', en: 'times' },
  metre: { zh: '米', en: 'm' },
} as const satisfies Record<string, Wording>;

/** Something that is counted or measured, and in what. */
export interface Quantity {
  readonly what: Wording;
  readonly unit: Wording;
  readonly item?: ItemId;
}

/** A number beside what it is compared with. */
export interface Amount extends Measure {
  readonly item?: ItemId;
  readonly have?: number;
  readonly need: number;
  readonly operator: Bound['operator'];
}

/** At least one: for what must be there, in whatever number. */
export const ONE: Bound = { value: 1, operator: '>=' };

/** Returns an amount, of a thing of the shopping list or of something else. It is not met where it is not given. */
export function amount(of: ItemId | Quantity, have: number | undefined, bound: Bound, path: string): Amount {
  const { what, unit, item } = typeof of === 'string' ? article(of) : of;
  return {
    what,
    ...(item === undefined ? {} : { item }),
    ...(have === undefined ? {} : { have }),
    need: bound.value,
    operator: bound.operator,
    unit,
    met: have !== undefined && keeps(bound, have),
    path,
  };
}

/** Returns a thing of the shopping list as something to be counted, under another name if it is given one. */
export function article(item: ItemId, what: Wording = ITEMS[item].name): Quantity {
  return { what, unit: ITEMS[item].unit, item };
}

/** Returns what was seen, in few words, such as a day. */
export function seen(what: Wording, have: Wording | string, path: string, met = true): Measured {
  return { measured: { what, have: typeof have === 'string' ? { zh: have, en: have } : have, met, path } };
}

/** Returns a number with which nothing is compared. */
export function counted({ what, unit }: Quantity, have: number, path: string): Measured {
  return { measured: { what, have, unit, met: true, path } };
}

/** Yields how many of a list are as they should be; of an empty list there is nothing to say. */
export function* share<Item>(
  { what, unit }: Quantity,
  list: readonly Item[],
  isRight: (item: Item, index: number) => boolean,
  path: string,
): Iterable<Measured> {
  const have = list.filter(isRight).length;
  if (list.length > 0) yield { measured: { what, have, of: list.length, unit, met: have === list.length, path } };
}

/** Returns what is wrong where an amount is too small: the numbers of its message, and what is to be got. */
export function tooFew<Message extends string>(
  { have = 0, need, operator, item, path }: Amount,
  message: Message,
  params: Params = {},
): Breach<Message> {
  const least = leastWhole({ value: need, operator });
  return {
    at: path,
    message,
    params: { have, least, ...params },
    ...(item === undefined ? {} : { get: { item, quantity: least - have } }),
  };
}

/** Yields an amount, and what is wrong with it: that it is not given, or too small. */
export function* enough<Message extends string>(
  measured: Amount,
  message: Message,
  params: Params = {},
): Iterable<Measured | Missing | Breach<Message>> {
  yield { measured };
  if (measured.have === undefined) yield { missing: measured.path };
  else if (!measured.met) yield tooFew(measured, message, params);
}
