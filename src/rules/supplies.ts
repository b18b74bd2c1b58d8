/** 四（六）物资储备: what must be in stock, and how much of it. */
import { itemOf } from '../logs/items.js';
import type { RowOf } from '../logs/kinds/index.js';
import type { ItemId } from '../plan/items.js';
import { type Bound, keeps, leastServing, leastWhole, times } from '../plan/limit.js';
import type { Measure } from '../types.js';
import { type Missing, type Rule, rule } from './rule.js';
import { classroomsOf } from './shared/classrooms.js';
import { dense, entriesInOrder, stockOf } from './shared/ledger.js';
import { type Amount, amount, article, enough, seen, tooFew, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';

const IN_CLASSROOMS = article('alcohol', { zh: '酒精消毒液（教室）', en: 'alcohol for classrooms' });
const IN_OFFICES = article('alcohol', { zh: '酒精消毒液（办公室）', en: 'alcohol for offices' });
const SETS = { what: { zh: '成套防护用品', en: 'protective sets' }, unit: { zh: '套', en: 'sets' } };

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const alcoholPerClassroom = rule({
  id: 'alcohol-per-classroom',
  clauses: ['四（六）1'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['spaces', 'supplies.alcohol.classroomBottles'] },
  limits: ['alcoholPerClassroom'],
  title: { zh: '教室酒精消毒液', en: 'Alcohol for classrooms' },
  demand: { zh: '每间教室配一瓶酒精消毒液', en: 'One bottle of alcohol disinfectant per classroom' },
  advice: { zh: '每间教室放一瓶酒精消毒液', en: 'Put one bottle of alcohol disinfectant into each classroom' },
  reading: {
    zh: '用来上课的其他房间也算教室；条款没有写“至少”，多于1瓶也可以',
    en: 'other rooms in which a class is held are classrooms too; the clause does not say "at least", more than one bottle will do',
  },
  messages: {
    roomTooFew: {
      zh: '教室 {room} 有酒精消毒液 {have} 瓶，每间须 {least} 瓶',
      en: 'classroom {room} has {have} {have:bottle|bottles} of alcohol; each needs {least}',
    },
    totalTooFew: {
      zh: '教室用酒精消毒液 {have} 瓶，{classrooms} 间教室须 {least} 瓶',
      en: '{have} {have:bottle|bottles} of alcohol for classrooms; {classrooms} classrooms need {least}',
    },
  },
  *profile({ profile, limits }) {
    const limit = limits.alcoholPerClassroom;
    const classrooms = classroomsOf(profile);
    const needed = times(limit, classrooms.length);
    if (classrooms.length === 0) {
      yield* enough(amount(IN_CLASSROOMS, undefined, needed, 'spaces'), 'totalTooFew');
      return;
    }
    const unstated = classrooms.filter(({ space }) => space.alcoholBottles === undefined);
    const have =
      unstated.length === 0
        ? sum(classrooms.map(({ space }) => space.alcoholBottles ?? 0))
        : profile.supplies?.alcohol?.classroomBottles;
    const all = amount(IN_CLASSROOMS, have, needed, 'supplies.alcohol.classroomBottles');
    const short = classrooms
      .map(({ space, i }) => ({
        room: space.id ?? i + 1,
        bottles: amount('alcohol', space.alcoholBottles, limit, `spaces[${i}].alcoholBottles`),
      }))
      .filter(({ bottles }) => bottles.have !== undefined && !bottles.met);
    yield { measured: all.met && short.length > 0 ? unevenly(all, short.length) : all };
    if (unstated.length > 0) {
      if (all.have === undefined) {
        for (const { i } of unstated) yield { missing: `spaces[${i}].alcoholBottles` };
      } else if (!all.met) {
        yield tooFew(all, 'totalTooFew', { classrooms: classrooms.length });
        return;
      }
    }
    for (const { room, bottles } of short) yield tooFew(bottles, 'roomTooFew', { room });
  },
});

/** Enough bottles in all, but not in each classroom. */
function unevenly(all: Amount, short: number): Measure {
  const have = { zh: `${all.have}瓶，${short}间不足`, en: `${all.have} bottles, too few in ${short} classrooms` };
  return { ...all, have, met: false };
}

const alcoholPerOffices = rule({
  id: 'alcohol-per-2-3-offices',
  clauses: ['四（六）1'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['spaces', 'supplies.alcohol.officeBottles'] },
  limits: ['officesPerAlcoholBottle', 'officesPerAlcoholBottleStrict'],
  title: { zh: '办公室酒精消毒液', en: 'Alcohol for offices' },
  demand: {
    zh: '每2至3间办公室配一瓶酒精消毒液',
    en: 'One bottle of alcohol disinfectant for every two or three offices',
  },
  advice: {
    zh: '办公室数除以3（宽）或2（严），向上取整，备足瓶数',
    en: 'Divide the offices by 3 (wide) or 2 (strict), round up, and have that many bottles',
  },
  reading: {
    zh: '“2-3个”是一个范围：少于办公室数÷3为不符合，少于÷2为提醒；只有一间办公室而没有酒精也只提醒',
    en: '"2-3" is a range: fewer than offices ÷ 3 fails, fewer than ÷ 2 warns; a single office without any only warns',
  },
  messages: {
    noOffices: { zh: '没有办公室', en: 'there are no offices' },
    tooFew: {
      zh: '办公室用酒精消毒液 {have} 瓶，{offices} 间办公室至少须 {least} 瓶',
      en: '{have} {have:bottle|bottles} of alcohol for offices; {offices} offices need at least {least}',
    },
    wideEnd: {
      zh: '办公室用酒精消毒液 {have} 瓶；按每 {each} 间一瓶，{offices} 间办公室须 {least} 瓶',
      en: '{have} {have:bottle|bottles} of alcohol for offices; at one for every {each}, {offices} offices need {least}',
    },
  },
  *profile({ profile, limits }) {
    const bottles = (have: number | undefined, least: number, path: string) =>
      amount(IN_OFFICES, have, { value: least, operator: '>=' }, path);
    if (profile.spaces === undefined) {
      yield* enough(bottles(undefined, 0, 'spaces'), 'tooFew');
      return;
    }
    const offices = profile.spaces.filter((space) => space.kind === 'office').length;
    if (offices === 0) {
      yield { notApplicable: 'noOffices' };
      return;
    }
    const have = profile.supplies?.alcohol?.officeBottles;
    const at = 'supplies.alcohol.officeBottles';
    const { officesPerAlcoholBottle: wide, officesPerAlcoholBottleStrict: strict } = limits;
    // a single office is less than what the clause counts in
    const required = bottles(have, offices < strict.value ? 0 : leastServing(wide, offices), at);
    yield* enough(required, 'tooFew', { offices });
    const better = bottles(have, leastServing(strict, offices), at);
    if (required.met && !better.met) {
      yield { ...tooFew(better, 'wideEnd', { offices, each: strict.value }), severity: 'warning' };
    }
  },
});

const bleach84 = rule({
  id: 'bleach-84-5x500g',
  clauses: ['四（六）2'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['supplies.bleach84.lots'] },
  limits: ['bleachBottles', 'bleachBottleGrams'],
  title: { zh: '84消毒液', en: '84 bleach' },
  demand: { zh: '每个机构至少5瓶500克的84消毒液', en: 'At least five 500 g bottles of 84 bleach per institution' },
  advice: {
    zh: '按500克一瓶补足84消毒液，过期的换新',
    en: 'Stock up on 500 g bottles of 84 bleach; replace what has expired',
  },
  reading: {
    zh: '大于500克的一瓶算一瓶；瓶数不够但总量够的只提醒',
    en: 'a larger bottle counts as one; too few bottles with enough in total only warn',
  },
  default: { zh: '过期的不算', en: 'expired bottles do not count' },
  messages: {
    tooFew: {
      zh: '未过期、每瓶 {size} 克以上的84消毒液 {have} 瓶，至少 {least} 瓶',
      en: '{have} unexpired {have:bottle|bottles} of 84 bleach of {size} g or more; at least {least} are needed',
    },
    otherSizes: {
      zh: '未过期、每瓶 {size} 克以上的84消毒液 {have} 瓶（至少 {least} 瓶），但总量 {grams} 克够数',
      en: '{have} unexpired {have:bottle|bottles} of {size} g or more (at least {least}), though {grams} g in total are enough',
    },
  },
  *profile({ profile, limits, asOf }) {
    const at = 'supplies.bleach84.lots';
    const lots = profile.supplies?.bleach84?.lots;
    const usable = (lots ?? []).filter((lot) => lot.expiresOn === undefined || lot.expiresOn >= asOf);
    const large = usable.filter((lot) => keeps(limits.bleachBottleGrams, lot.sizeGrams ?? 0));
    const bottles = amount('bleach84', sum(large.map((lot) => lot.count ?? 0)), limits.bleachBottles, at);
    const unstated = bottles.met ? [] : unstatedOf(lots, at, ['count', 'sizeGrams']);
    const [first] = unstated;
    if (first) {
      yield { measured: amount('bleach84', undefined, limits.bleachBottles, first.missing) };
      yield* unstated;
      return;
    }
    const size = limits.bleachBottleGrams.value;
    const grams = sum(usable.map((lot) => (lot.count ?? 0) * (lot.sizeGrams ?? 0)));
    const isEnough = !bottles.met && keeps(times(limits.bleachBottles, size), grams);
    const inGrams = { zh: `${bottles.have}瓶，共${grams}克`, en: `${bottles.have} bottles, ${grams} g in total` };
    yield { measured: isEnough ? { ...bottles, have: inGrams, met: true } : bottles };
    if (isEnough) yield { ...tooFew(bottles, 'otherSizes', { size, grams }), severity: 'warning' };
    else if (!bottles.met) yield tooFew(bottles, 'tooFew', { size, grams });
  },
});

const backpackSprayer = rule({
  id: 'backpack-electric-sprayer',
  clauses: ['四（六）3'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['supplies.sprayers'] },
  limits: ['sprayers'],
  title: { zh: '喷雾器', en: 'Sprayer' },
  demand: { zh: '一台背负式电动喷雾器', en: 'One electric backpack sprayer' },
  advice: { zh: '备一台背负式、电动的喷雾器', en: 'Get a sprayer that is both electric and worn on the back' },
  reading: { zh: '条款没有写“至少”，多于一台也可以', en: 'the clause does not say "at least", more than one will do' },
  messages: {
    tooFew: {
      zh: '背负式电动喷雾器 {have} 台，须 {least} 台（手动的、手提的不算）',
      en: '{have} electric backpack {have:sprayer|sprayers}; {least} needed (manual or hand-held ones do not count)',
    },
  },
  *profile({ profile, limits }) {
    const at = 'supplies.sprayers';
    const sprayers = profile.supplies?.sprayers;
    const right = (sprayers ?? []).filter(({ type, power }) => type === '背负式' && power === '电动');
    const have = sum(right.map(({ count }) => count ?? 0));
    const unstated = keeps(limits.sprayers, have) ? [] : unstatedOf(sprayers, at, ['type', 'power', 'count']);
    const [first] = unstated;
    if (first) {
      yield { measured: amount('sprayer', undefined, limits.sprayers, first.missing) };
      yield* unstated;
    } else yield* enough(amount('sprayer', have, limits.sprayers, at), 'tooFew');
  },
});

const maskStock = rule({
  id: 'mask-stock',
  clauses: ['四（六）4'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['supplies.masks.pieces', 'spaces'] },
  limits: ['masksPerClassroom'],
  title: { zh: '口罩', en: 'Masks' },
  demand: { zh: '口罩数大于教室数的15倍', en: 'There are more masks than 15 times the number of classrooms' },
  advice: {
    zh: '补足口罩；成套防护用品里的口罩另算',
    en: 'Stock up on masks; those of the protective sets are not counted',
  },
  reading: {
    zh: '用来上课的其他房间也算教室；成套防护用品里的口罩另算',
    en: 'other rooms in which a class is held are classrooms too; masks of the protective sets are counted apart',
  },
  messages: {
    tooFew: {
      zh: '口罩 {have} 只，须多于 {limit} 只（{classrooms} 间教室 × {each}）',
      en: '{have} {have:mask|masks}; more than {limit} are needed ({classrooms} classrooms × {each})',
    },
  },
  *profile({ profile, limits }) {
    const classrooms = classroomsOf(profile).length;
    const limit = times(limits.masksPerClassroom, classrooms);
    const have = profile.supplies?.masks?.pieces;
    const masks =
      classrooms === 0
        ? amount('mask', undefined, limit, 'spaces')
        : amount('mask', have, limit, 'supplies.masks.pieces');
    yield { measured: masks };
    if (masks.have === undefined) yield { missing: masks.path };
    else if (!masks.met) {
      const params = { have: masks.have, limit: masks.need, classrooms, each: limits.masksPerClassroom.value };
      yield { ...tooFew(masks, 'tooFew'), params };
    }
  },
});

const thermometerGuns = rule({
  id: 'thermometer-guns',
  clauses: ['四（六）5'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['supplies.thermometerGuns'] },
  limits: ['thermometerGuns'],
  title: { zh: '体温枪', en: 'Thermometer guns' },
  demand: { zh: '至少3个体温枪', en: 'At least three thermometer guns' },
  advice: { zh: '补足体温枪', en: 'Get more thermometer guns' },
  messages: {
    tooFew: {
      zh: '体温枪 {have} 把，至少 {least} 把',
      en: '{have} thermometer {have:gun|guns}; at least {least} are needed',
    },
  },
  *profile({ profile, limits }) {
    const have = profile.supplies?.thermometerGuns;
    yield* enough(amount('thermometerGun', have, limits.thermometerGuns, 'supplies.thermometerGuns'), 'tooFew');
  },
});

const PPE: readonly { key: 'masks' | 'caps' | 'gloves' | 'shoeCovers' | 'clinicalThermometers'; item: ItemId }[] = [
  { key: 'masks', item: 'ppeMask' },
  { key: 'caps', item: 'ppeCap' },
  { key: 'gloves', item: 'ppeGloves' },
  { key: 'shoeCovers', item: 'ppeShoeCovers' },
  { key: 'clinicalThermometers', item: 'clinicalThermometer' },
];

const ppeSets = rule({
  id: 'ppe-sets',
  clauses: ['四（六）6'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['supplies.ppe'] },
  limits: ['ppeSets'],
  title: { zh: '成套防护用品', en: 'Protective sets' },
  demand: {
    zh: '至少2套：一次性口罩、一次性帽子、医用手套、鞋套、体温针',
    en: 'At least two sets of disposable mask, cap, medical gloves, shoe covers and clinical thermometer',
  },
  advice: { zh: '五样各备够套数', en: 'Have enough of each of the five articles' },
  reading: {
    zh: '五样中最少的一样决定套数；手套、鞋套按双计；这里的口罩不计入口罩储备',
    en: 'the scarcest of the five decides; gloves and shoe covers count in pairs; these masks are not part of the mask stock',
  },
  messages: {
    tooFew: { zh: '{item} {have}，凑够 {least} 套还差 {short}', en: '{item}: {have}; {short} short of {least} sets' },
  },
  *profile({ profile, limits }) {
    const ppe = profile.supplies?.ppe;
    const limit = limits.ppeSets;
    if (ppe === undefined) {
      yield* enough(amount(SETS, undefined, limit, 'supplies.ppe'), 'tooFew');
      return;
    }
    const articles = PPE.map(({ key, item }) => amount(item, ppe[key], limit, `supplies.ppe.${key}`));
    const unstated = articles.find(({ have }) => have === undefined);
    const fewest = Math.min(...articles.flatMap(({ have }) => have ?? []));
    // what is not given may be the scarcest, but does not make up for what is too few
    const isKnown = !unstated || !keeps(limit, fewest);
    yield { measured: amount(SETS, isKnown ? fewest : undefined, limit, unstated?.path ?? 'supplies.ppe') };
    for (const each of articles) {
      if (each.have === undefined) yield { missing: each.path };
      else if (!each.met) yield tooFew(each, 'tooFew', { item: each.what, short: leastWhole(limit) - each.have });
    }
  },
});

const coldMedicine = rule({
  id: 'cold-medicine',
  clauses: ['四（六）7'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['supplies.coldMedicine'] },
  limits: ['coldMedicine'],
  title: { zh: '感冒药', en: 'Cold medicine' },
  demand: { zh: '备有一定数量的感冒药', en: 'Some cold medicine in stock' },
  advice: { zh: '备一些未过期的感冒药', en: 'Have some cold medicine that has not expired' },
  default: { zh: '过期的不算', en: 'expired packs do not count' },
  messages: {
    none: { zh: '没有未过期的感冒药', en: 'no unexpired cold medicine' },
  },
  *profile({ profile, limits, asOf }) {
    const at = 'supplies.coldMedicine';
    const medicines = profile.supplies?.coldMedicine;
    const usable = (medicines ?? []).filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= asOf);
    const packs = amount('coldMedicine', sum(usable.map(({ count }) => count ?? 0)), limits.coldMedicine, at);
    const unstated = packs.met ? [] : unstatedOf(medicines, at, ['count']);
    const [first] = unstated;
    yield { measured: first ? amount('coldMedicine', undefined, limits.coldMedicine, first.missing) : packs };
    yield* unstated;
    if (!first && !packs.met) yield { ...tooFew(packs, 'none'), params: {} };
  },
});

/** What a list of stocks does not say: the list itself, or the keys that its items do not give. */
function unstatedOf<Item extends object>(
  stocks: readonly Item[] | undefined,
  at: string,
  keys: readonly (keyof Item & string)[],
): readonly Missing[] {
  return stocks === undefined ? [{ missing: at }] : [...missingFrom(stocks, at, keys)];
}

/** What is left of a stock of alcohol or bleach. */
interface Stored {
  readonly row: RowOf<'supplies'>;
  readonly item: 'alcohol' | 'bleach84';
}

const STORES = { zh: '存放', en: 'stored in' };
const APART = { what: { zh: '相距', en: 'distance' }, unit: UNITS.metre };
const ABOVE_ZERO: Bound = { value: 0, operator: '>' };

const alcoholBleachSeparated = rule({
  id: 'alcohol-bleach-separated',
  clauses: ['四（六）8'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['supplies.alcohol.storage', 'supplies.bleach84.storage', 'supplies.separation'], logs: ['L15'] },
  title: { zh: '84与酒精分开存放', en: 'Bleach and alcohol apart' },
  demand: {
    zh: '84消毒液与酒精不混放，保持安全距离',
    en: '84 bleach and alcohol are not stored together and stay a safe distance apart',
  },
  advice: {
    zh: '分两处存放，量出两处的距离填入 separation',
    en: 'Store them in two places and enter the distance between them as separation',
  },
  reading: {
    zh: '条款没有距离数字：工具只查两处不同且填了距离，够不够安全须现场看；台账按每天最后的结存看',
    en: 'the clause has no distance: the toolkit checks for two places and a stated distance, whether it is safe a person must see; in the ledger it looks at what is left at the end of each day',
  },
  messages: {
    samePlace: { zh: '84消毒液与酒精存放在同一处', en: '84 bleach and alcohol are stored in the same place' },
    noDistance: { zh: '两处存放点的距离填的是 0', en: 'the distance between the two places is given as 0' },
  },
  *profile({ profile }) {
    const alcohol = profile.supplies?.alcohol?.storage;
    const bleach = profile.supplies?.bleach84?.storage;
    const distance = profile.supplies?.separation;
    if (alcohol === undefined) yield { missing: 'supplies.alcohol.storage' };
    if (bleach === undefined) yield { missing: 'supplies.bleach84.storage' };
    if (alcohol === undefined || bleach === undefined) return;
    if (dense(alcohol) === dense(bleach)) {
      yield seen(STORES, { zh: '同一处', en: 'one place' }, 'supplies.bleach84.storage', false);
      yield { at: 'supplies.bleach84.storage', message: 'samePlace', related: ['supplies.alcohol.storage'] };
      return;
    }
    yield seen(STORES, { zh: '两处', en: 'two places' }, 'supplies.bleach84.storage');
    const apart = amount(APART, distance, ABOVE_ZERO, 'supplies.separation');
    yield { measured: apart };
    if (distance === undefined) yield { missing: 'supplies.separation' };
    else if (!apart.met) yield { at: 'supplies.separation', message: 'noDistance' };
  },
  *logs({ logs }) {
    // store → stock → its last row with anything left
    const stores = new Map<string, Map<string, Stored>>();
    const found = new Set<string>();
    const entries = entriesInOrder(logs);
    for (const [i, { row, day }] of entries.entries()) {
      const stock = stockOf(row);
      const item = itemOf(row.item ?? '');
      if (stock !== undefined && row.balance !== undefined && (item === 'alcohol' || item === 'bleach84')) {
        const store = dense(row.storage ?? '');
        const kept = stores.get(store) ?? new Map<string, Stored>();
        stores.set(store, kept);
        // deleted first, so that the last row stands last
        kept.delete(stock);
        if (row.balance > 0) kept.set(stock, { row, item });
      }
      if (entries[i + 1]?.day === day) continue;
      for (const [store, kept] of stores) {
        if (found.has(store)) continue;
        const all = [...kept.values()];
        const alcohol = all.findLast((each) => each.item === 'alcohol');
        const bleach = all.findLast((each) => each.item === 'bleach84');
        if (!alcohol || !bleach) continue;
        found.add(store);
        const [earlier, later] = all.indexOf(alcohol) < all.indexOf(bleach) ? [alcohol, bleach] : [bleach, alcohol];
        yield {
          row: later.row,
          column: 'storage',
          message: 'samePlace',
          related: [earlier.row],
          key: day,
          unless: { anyDay: true },
        };
      }
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  alcoholPerClassroom,
  alcoholPerOffices,
  bleach84,
  backpackSprayer,
  maskStock,
  thermometerGuns,
  ppeSets,
  coldMedicine,
  alcoholBleachSeparated,
];
