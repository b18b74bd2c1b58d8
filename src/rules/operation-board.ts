/** 五（四）: meals and lodging. */
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { keeps, leastWhole } from '../plan/limit.js';
import type { Bed, MealBatch, Profile } from '../profile/profile.types.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { clock } from './shared/clock.js';
import { amount, enough, seen, share } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';
import { isUnreadable } from './shared/unreadable.js';

/** Whether meals are provided. Without a canteen they may be brought: it must be answered. */
function mealsProvided({ meals }: Profile): boolean | undefined {
  return meals?.provided;
}

/** Whether lodging is provided; with no dormitory and nothing said of lodging, none is. */
function lodgingProvided({ lodging, premises }: Profile): boolean | undefined {
  return lodging?.provided ?? (premises?.absent?.includes('dormitory') ? false : undefined);
}

const noMeals = { zh: '不供餐', en: 'no meals are provided' };

const SERVED = { zh: '供餐方式', en: 'meals' };
const MODES = { 分餐: { zh: '分餐', en: 'separate portions' }, 合餐: { zh: '合餐', en: 'shared' } };

const individualPortions = rule({
  id: 'individual-portions',
  clauses: ['五（四）'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['meals.provided', 'meals.mode'] },
  title: { zh: '分餐', en: 'Separate portions' },
  demand: { zh: '实行分餐制', en: 'Meals are served in separate portions' },
  advice: { zh: '改为分餐，一人一份', en: 'Serve one separate portion to each person' },
  reading: { zh: '机构供餐的才查', en: 'only where the institution provides meals' },
  messages: {
    noMeals,
    shared: { zh: '供餐方式是合餐，须为分餐', en: 'meals are shared; they must be served in separate portions' },
  },
  *profile({ profile }) {
    const provided = mealsProvided(profile);
    if (provided === undefined) yield { missing: 'meals.provided' };
    else if (!provided) yield { notApplicable: 'noMeals' };
    if (!provided) return;
    const mode = profile.meals?.mode;
    if (mode === undefined) {
      yield { missing: 'meals.mode' };
      return;
    }
    yield seen(SERVED, MODES[mode], 'meals.mode', mode === '分餐');
    if (mode !== '分餐') yield { at: 'meals.mode', message: 'shared' };
  },
});

type Meal = NonNullable<MealBatch['meal']>;
const MEALS: Readonly<Record<Meal, Wording>> = {
  早餐: { zh: '早餐', en: 'breakfast' },
  午餐: { zh: '午餐', en: 'lunch' },
  晚餐: { zh: '晚餐', en: 'dinner' },
};

const BATCH = { zh: '批', en: 'batches' };

const staggeredMeals = rule({
  id: 'staggered-meals',
  clauses: ['五（四）'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['meals.provided', 'meals.batches'], logs: ['L19'] },
  limits: ['mealBatches'],
  title: { zh: '分批用餐', en: 'Meals in batches' },
  demand: { zh: '分批用餐', en: 'Meals are taken in batches' },
  advice: {
    zh: '每餐至少排两批，前一批结束后一批才开始',
    en: 'Plan at least two batches for each meal, the next beginning once the one before has ended',
  },
  reading: {
    zh: '机构供餐的才查；每餐的各批时间错开，前一批结束的时刻后一批可以开始',
    en: 'only where the institution provides meals; the batches of a meal do not overlap, the next may begin at the minute in which the one before ends',
  },
  messages: {
    noMeals,
    none: { zh: '供餐但没有排批次', en: 'meals are provided but no batches are planned' },
    tooFew: {
      zh: '{meal}只有 {have} 批，至少 {least} 批',
      en: '{meal}: {have} {have:batch|batches}; at least {least} are needed',
    },
    backwards: {
      zh: '这一批 {start} 开始，{end} 结束：结束须晚于开始',
      en: 'this batch begins at {start} and ends at {end}; it must end later than it begins',
    },
    overlaps: {
      zh: '{meal}这一批 {start} 开始，另一批 {end} 才结束',
      en: '{meal}: this batch begins at {start}, another one ends only at {end}',
    },
  },
  *profile({ profile, limits }) {
    const provided = mealsProvided(profile);
    if (provided === undefined) yield { missing: 'meals.provided' };
    else if (!provided) yield { notApplicable: 'noMeals' };
    if (!provided) return;
    const batches = profile.meals?.batches;
    if (batches === undefined) {
      yield { missing: 'meals.batches' };
      return;
    }
    if (batches.length === 0) yield { at: 'meals.batches', message: 'none' };
    yield* missingFrom(batches, 'meals.batches', ['meal', 'start', 'end']);
    for (const [meal, name] of Object.entries(MEALS)) {
      const ofMeal = batches.flatMap((batch, i) =>
        batch.meal === meal ? [{ ...batch, at: `meals.batches[${i}]` }] : [],
      );
      const [first] = ofMeal;
      if (first) {
        const number = amount({ what: name, unit: BATCH }, ofMeal.length, limits.mealBatches, first.at);
        yield* enough(number, 'tooFew', { meal: name });
      }
      let latest: { at: string; end: string } | undefined;
      for (const { at, start, end } of ofMeal.sort(byStart)) {
        if (start === undefined || end === undefined) continue;
        if (end <= start) {
          yield { at: `${at}.end`, message: 'backwards', params: { start, end } };
          continue;
        }
        if (latest && start < latest.end) {
          const params = { meal: name, start, end: latest.end };
          yield { at: `${at}.start`, message: 'overlaps', params, related: [`${latest.at}.end`] };
        }
        if (!latest || end > latest.end) latest = { at, end };
      }
    }
  },
  *logs({ logs, profile, limits, asOf }) {
    if (!logs.has('meals')) {
      if (profile && mealsProvided(profile) === false) yield { notApplicable: 'noMeals' };
      else yield { notGiven: ['meals'] };
      return;
    }
    const start = profile?.operation?.start ?? '';
    for (const { day, meal, rows } of mealsOf(logs)) {
      if (day < start) continue;
      const name = MEALS[MEAL_OF_LOG[meal]];
      const [first] = rows;
      const have = new Set(rows.map(({ batch }) => batch)).size;
      // the batches of the day itself may not all be over
      if (first && day < asOf && !keeps(limits.mealBatches, have)) {
        const params = { meal: name, have, least: leastWhole(limits.mealBatches) };
        yield { row: first, column: 'batch', message: 'tooFew', params, key: `${day} ${meal}`, unless: {} };
      }
      let latest: RowOf<'meals'> | undefined;
      for (const row of rows.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
        const { start: from, end: to } = row;
        if (from === undefined || to === undefined || to < from) continue;
        if (to === from) {
          const params = { start: clock(from), end: clock(to) };
          yield { row, column: 'end', message: 'backwards', params };
          continue;
        }
        if (latest?.end !== undefined && row.batch !== latest.batch && from < latest.end) {
          const params = { meal: name, start: clock(from), end: clock(latest.end) };
          yield { row, column: 'start', message: 'overlaps', params, related: [latest], unless: {} };
        }
        if (latest?.end === undefined || to > latest.end) latest = row;
      }
    }
  },
});

const MEAL_OF_LOG = { 早: '早餐', 中: '午餐', 晚: '晚餐' } as const;
type MealOfLog = keyof typeof MEAL_OF_LOG;

/** The meals of each day with their rows that name the batch. */
function mealsOf(logs: Logs): readonly { day: string; meal: MealOfLog; rows: RowOf<'meals'>[] }[] {
  const meals = new Map<string, { day: string; meal: MealOfLog; rows: RowOf<'meals'>[] }>();
  for (const row of logs.rows('meals')) {
    const { date: day, batch } = row;
    const meal = row.meal as MealOfLog | undefined;
    if (day === undefined || meal === undefined || batch === undefined) continue;
    const known = meals.get(`${day} ${meal}`) ?? { day, meal, rows: [] };
    known.rows.push(row);
    meals.set(`${day} ${meal}`, known);
  }
  return [...meals.values()];
}

function byStart({ start: a = '' }: MealBatch, { start: b = '' }: MealBatch): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const APART = { what: { zh: '隔床住人', en: 'beds apart' }, unit: { zh: '张', en: 'beds' } };

const alternateBeds = rule({
  id: 'alternate-beds',
  clauses: ['五（四）'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['lodging', 'premises.absent'], logs: ['L19'] },
  limits: ['bedGap'],
  title: { zh: '隔床住宿', en: 'Alternate beds' },
  demand: { zh: '需要安排住宿的，必须隔床住宿', en: 'Where lodging is needed, beds must alternate' },
  advice: { zh: '让其中一人换到隔开的床位', en: 'Move one of the two to a bed with an empty one between' },
  reading: {
    zh: '相邻指同一房间同一排位置相差1；床位表按同一晚比，退宿当晚不算',
    en: 'adjacent means one position apart in the same row of a room; the log of beds is compared night by night, without that of the day of leaving',
  },
  default: { zh: '同一床架的上铺和下铺也算相邻', en: 'the upper and lower bed of one frame are adjacent too' },
  messages: {
    noLodging: { zh: '不安排住宿', en: 'no lodging is provided' },
    occupied: {
      zh: '填的是不安排住宿，床位却有人住',
      en: 'no lodging is said to be provided, but this bed is in use',
    },
    adjacent: {
      zh: '房间 {room} 第 {row} 排第 {first} 位和第 {second} 位同时住人，须隔开一张床',
      en: 'room {room}, row {row}: positions {first} and {second} are both in use; a bed must be left between them',
    },
    sameFrame: {
      zh: '房间 {room} 第 {row} 排第 {position} 位住了不止一人，上下铺也算相邻',
      en: 'room {room}, row {row}: more than one person at position {position}; upper and lower beds are adjacent too',
    },
  },
  *profile({ profile, limits }) {
    const provided = lodgingProvided(profile);
    if (provided === undefined) yield { missing: 'lodging.provided' };
    const rooms = profile.lodging?.rooms ?? [];
    if (provided === false) {
      const slept = rooms.flatMap(({ beds = [] }, i) =>
        beds.flatMap(({ occupant }, j) => (occupant === undefined ? [] : [`lodging.rooms[${i}].beds[${j}].occupant`])),
      );
      if (slept.length === 0) yield { notApplicable: 'noLodging' };
      const related = profile.lodging?.provided === undefined ? ['premises.absent'] : ['lodging.provided'];
      for (const at of slept) yield { at, message: 'occupied', related };
    }
    if (!provided) return;
    if (rooms.length === 0) yield { missing: 'lodging.rooms' };
    const occupied: string[] = [];
    const near = new Set<string>();
    for (const [i, room] of rooms.entries()) {
      const beds = room.beds ?? [];
      if (beds.length === 0) yield { missing: `lodging.rooms[${i}].beds` };
      const inUse = beds.flatMap((bed, j) =>
        bed.occupant === undefined ? [] : [{ bed, at: `lodging.rooms[${i}].beds[${j}]` }],
      );
      occupied.push(...inUse.map(({ at }) => at));
      for (const { bed, at } of inUse) {
        if (bed.row === undefined) yield { missing: `${at}.row` };
        if (bed.position === undefined) yield { missing: `${at}.position` };
      }
      let before: { row: number; position: number; at: string } | undefined;
      for (const { at, row, position } of inUse
        .flatMap(placed)
        .sort((a, b) => a.row - b.row || a.position - b.position)) {
        if (before?.row === row && !keeps(limits.bedGap, position - before.position)) {
          near.add(at);
          const place = { room: room.id ?? i + 1, row };
          const related = [before.at];
          yield position === before.position
            ? { at, message: 'sameFrame', params: { ...place, position }, related }
            : { at, message: 'adjacent', params: { ...place, first: before.position, second: position }, related };
        }
        before = { row, position, at };
      }
    }
    yield* share(APART, occupied, (at) => !near.has(at), 'lodging.rooms');
  },
  *logs({ logs, profile, limits }) {
    if (!logs.has('beds')) {
      if (profile && lodgingProvided(profile) === false) yield { notApplicable: 'noLodging' };
      else yield { notGiven: ['beds'] };
      return;
    }
    // nights before prevention work began don't count
    const start = profile?.operation?.start ?? logs.calendarDays[0] ?? '';
    const apart = leastWhole(limits.bedGap);
    const inUse = new Map<string, Map<number, Stay>>();
    for (const stay of staysOf(logs, start)) {
      const { row, room, from } = stay;
      const [line, position] = [row.row as number, row.pos as number];
      const occupied = inUse.get(`${line} ${room}`) ?? new Map<number, Stay>();
      inUse.set(`${line} ${room}`, occupied);
      for (let other = position - apart + 1; other < position + apart; other++) {
        const near = occupied.get(other);
        if (!near || near.to <= from || (near.person !== undefined && near.person === stay.person)) continue;
        const place = { room, row: line };
        const key = `${room} ${line} ${position} ${other}`;
        const found = { row, column: 'pos', related: [near.row], key, unless: { anyDay: true } } as const;
        const [first, second] = [Math.min(position, other), Math.max(position, other)];
        yield other === position
          ? { ...found, message: 'sameFrame', params: { ...place, position } }
          : { ...found, message: 'adjacent', params: { ...place, first, second } };
      }
      const before = occupied.get(position);
      if (!before || before.to < stay.to) occupied.set(position, stay);
    }
  },
});

/** Someone's stay in a bed: the nights from `from` to the one before `to`. */
interface Stay {
  readonly row: RowOf<'beds'>;
  readonly room: string;
  readonly person: Person | undefined;
  readonly from: string;
  readonly to: string;
}

const EVER = '9999-12-31';
/** What stands in place of a name where nobody has the bed. */
const NOBODY = /^(?:空|空床|空床位|空铺|空位|空置|无|无人|未住|未入住|未安排|未分配|不住人|禁用|停用|隔离|预留)$/;

/** The stays that last beyond the day, in the order in which they begin. */
function staysOf(logs: Logs, start: string): Stay[] {
  const stays = logs.rows('beds').flatMap((row) => {
    const { name, from = start, to = EVER } = row;
    if (
      name === undefined ||
      NOBODY.test(name.trim()) ||
      row.room === undefined ||
      row.row === undefined ||
      row.pos === undefined
    )
      return [];
    if (isUnreadable(row, 'from') || isUnreadable(row, 'to') || to <= from || to <= start) return [];
    return [
      { row, room: logs.names.space(row.room), person: logs.people.of(row.at), from: from < start ? start : from, to },
    ];
  });
  // those that begin on one day by their place: what is found doesn't depend on how they stand
  const placeOf = ({ row: { pos = 0 } }: Stay): number => pos;
  return stays.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : placeOf(a) - placeOf(b)));
}

function placed({ bed: { row, position }, at }: { bed: Bed; at: string }) {
  return row === undefined || position === undefined ? [] : [{ at, row, position }];
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [individualPortions, staggeredMeals, alternateBeds];
