/** 四（九）消防安全: evacuation routes, signs, extinguishers, and the self-check of hazards. */
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { yearsBetween } from '../plan/days.js';
import { ITEMS } from '../plan/items.js';
import { keeps } from '../plan/limit.js';
import type { LimitId } from '../plan/limits.js';
import type { Extinguisher } from '../profile/profile.types.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { share, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';

const FLOOR = { zh: '层', en: 'floors' };
const CLEAR = { what: { zh: '畅通', en: 'clear' }, unit: { zh: '条', en: 'routes' } };
const SIGNS = { what: { zh: '标志齐全', en: 'signs complete' }, unit: FLOOR };
const MAPS = { what: { zh: '示意图齐全', en: 'maps complete' }, unit: FLOOR };
const IN_DATE = { what: { zh: '在期限内', en: 'in date' }, unit: ITEMS.extinguisher.unit };
const WITHOUT_HAZARD = { what: { zh: '无隐患', en: 'without hazard' }, unit: UNITS.point };

const evacuationRoutesClear = rule({
  id: 'evacuation-routes-clear',
  clauses: ['四（九）'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['fire.routes'], logs: ['L18'] },
  title: { zh: '疏散通道畅通', en: 'Evacuation routes clear' },
  demand: { zh: '逃生疏散通道畅通', en: 'The evacuation routes are unobstructed' },
  advice: {
    zh: '清走通道里的杂物，打开锁着的门，再查一次',
    en: 'Remove what stands in the way, unlock the doors, and check again',
  },
  reading: {
    zh: '每条通道都看；日志里每个部位看最近一天的检查',
    en: 'each route is looked at; in the log each place goes by its latest day of inspection',
  },
  messages: {
    none: { zh: '没有列出疏散通道', en: 'no evacuation route is listed' },
    notInspected: { zh: '没有一次检查写明通道是否畅通', en: 'no inspection says whether the routes are clear' },
    both: {
      zh: '疏散通道 {route} 同一天既写畅通又写不畅通，看不出哪一次在后，请核实',
      en: 'evacuation route {route} is clear and blocked on one day; which was later does not show, check it',
    },
    blocked: { zh: '疏散通道 {route} 不畅通', en: 'evacuation route {route} is not clear' },
  },
  *profile({ profile }) {
    const routes = profile.fire?.routes;
    if (routes === undefined) {
      yield { missing: 'fire.routes' };
      return;
    }
    if (routes.length === 0) yield { at: 'fire.routes', message: 'none' };
    yield* share(CLEAR, routes, ({ clear }) => clear === true, 'fire.routes');
    yield* missingFrom(routes, 'fire.routes', ['clear']);
    for (const [i, route] of routes.entries()) {
      if (route.clear !== false) continue;
      yield { at: `fire.routes[${i}].clear`, message: 'blocked', params: { route: route.id ?? i + 1 } };
    }
  },
  *logs({ logs, asOf }) {
    const last = lastInspections(logs, asOf);
    if (last.length === 0) yield { log: 'fire', message: 'notInspected' };
    for (const [row, isSettled] of last) {
      if (row.route_clear !== false) continue;
      const [route, key] = [row.place ?? '', `${row.date} ${row.place ?? ''}`];
      const found = { row, column: 'route_clear', params: { route }, key, unless: { anyDay: true } } as const;
      if (isSettled) yield { ...found, message: 'blocked' };
      else yield { ...found, message: 'both', severity: 'warning' };
    }
  },
});

/**
 * Of each place and extinguisher there the rows of the latest day about its routes, those that say blocked first, and
 * whether they agree: the log has no times that would tell which was the last.
 */
function lastInspections(logs: Logs, asOf: string): (readonly [row: RowOf<'fire'>, isSettled: boolean])[] {
  const byPlace = new Map<string, { day: string; rows: Map<string, RowOf<'fire'>[]> }>();
  for (const row of logs.rows('fire')) {
    const { date: day, place, route_clear: clear, ext_no: extinguisher = '' } = row;
    if (day === undefined || day > asOf || place === undefined || clear === undefined) continue;
    const known = byPlace.get(place);
    if (known && day < known.day) continue;
    const latest = known?.day === day ? known : { day, rows: new Map<string, RowOf<'fire'>[]>() };
    latest.rows.set(extinguisher, [...(latest.rows.get(extinguisher) ?? []), row]);
    byPlace.set(place, latest);
  }
  return [...byPlace.values()].flatMap(({ rows }) =>
    [...rows.values()].map((own) => {
      const blocked = own.filter(({ route_clear: clear }) => clear === false);
      return [(blocked[0] ?? own[0]) as RowOf<'fire'>, blocked.length === 0 || blocked.length === own.length] as const;
    }),
  );
}

const evacuationSignsComplete = rule({
  id: 'evacuation-signs-complete',
  clauses: ['四（九）'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['fire.floors'] },
  title: { zh: '疏散标志和示意图', en: 'Exit signs and evacuation maps' },
  demand: { zh: '疏散指示标志和疏散示意图完整清晰', en: 'The exit signs and evacuation maps are complete and legible' },
  advice: { zh: '补齐或更换标志和示意图', en: 'Complete or replace the signs and maps' },
  reading: { zh: '每层都看', en: 'each floor is looked at' },
  messages: {
    none: { zh: '没有列出楼层', en: 'no floor is listed' },
    signs: {
      zh: '楼层 {floor} 的疏散指示标志不完整或不清晰',
      en: 'exit signs on floor {floor} are incomplete or illegible',
    },
    maps: {
      zh: '楼层 {floor} 的疏散示意图不完整或不清晰',
      en: 'evacuation maps on floor {floor} are incomplete or illegible',
    },
  },
  *profile({ profile }) {
    const floors = profile.fire?.floors;
    if (floors === undefined) {
      yield { missing: 'fire.floors' };
      return;
    }
    if (floors.length === 0) yield { at: 'fire.floors', message: 'none' };
    yield* share(SIGNS, floors, ({ signs }) => signs === true, 'fire.floors');
    yield* share(MAPS, floors, ({ maps }) => maps === true, 'fire.floors');
    yield* missingFrom(floors, 'fire.floors', ['signs', 'maps']);
    for (const [i, each] of floors.entries()) {
      const params = { floor: each.floor ?? i + 1 };
      if (each.signs === false) yield { at: `fire.floors[${i}].signs`, message: 'signs', params };
      if (each.maps === false) yield { at: `fire.floors[${i}].maps`, message: 'maps', params };
    }
  },
});

/** How long an extinguisher of each type may be used. */
const SERVICE_LIFE: Readonly<
  Record<NonNullable<Extinguisher['type']>, { readonly limit: LimitId; readonly name: Wording }>
> = {
  水基: { limit: 'extinguisherYearsWater', name: { zh: '水基型', en: 'a water-based one' } },
  干粉: { limit: 'extinguisherYearsPowder', name: { zh: '干粉型', en: 'a dry-powder one' } },
  洁净气体: { limit: 'extinguisherYearsCleanGas', name: { zh: '洁净气体型', en: 'a clean-gas one' } },
  二氧化碳: { limit: 'extinguisherYearsCarbonDioxide', name: { zh: '二氧化碳型', en: 'a carbon-dioxide one' } },
};

const extinguishersInDate = rule({
  id: 'extinguishers-in-date',
  clauses: ['四（九）'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['fire.extinguishers'] },
  limits: [
    'extinguisherYearsWater',
    'extinguisherYearsPowder',
    'extinguisherYearsCleanGas',
    'extinguisherYearsCarbonDioxide',
  ],
  title: { zh: '灭火器在使用期限内', en: 'Extinguishers in date' },
  demand: { zh: '灭火器在使用期限内', en: 'The extinguishers are within their service life' },
  advice: {
    zh: '过期的换新；看标牌填写使用期限',
    en: 'Replace what has expired; read the service life off the label',
  },
  reading: { zh: '期限当天不算过期', en: 'the last day still counts' },
  default: {
    zh: '只填出厂日期的按类型推算年限，超过的只提醒',
    en: 'with only the date of manufacture the life is estimated by type and only warns',
  },
  messages: {
    none: { zh: '没有灭火器', en: 'there is no extinguisher' },
    expired: {
      zh: '灭火器 {extinguisher} 的使用期限到 {expiresOn}，已过',
      en: 'extinguisher {extinguisher} was in service until {expiresOn}, which is past',
    },
    old: {
      zh: '灭火器 {extinguisher} 于 {madeOn} 出厂，{type}按 {years} 年（工具默认值，非预案规定）推算已过使用期限',
      en: 'extinguisher {extinguisher} was made on {madeOn}; {type} is estimated to last {years} years (toolkit default), which are over',
    },
  },
  *profile({ profile, limits, asOf }) {
    const extinguishers = profile.fire?.extinguishers;
    if (extinguishers === undefined) {
      yield { missing: 'fire.extinguishers' };
      return;
    }
    if (extinguishers.length === 0) yield { at: 'fire.extinguishers', message: 'none' };
    const isInDate = ({ type, madeOn, expiresOn }: Extinguisher): boolean =>
      expiresOn !== undefined
        ? expiresOn >= asOf
        : type !== undefined &&
          madeOn !== undefined &&
          keeps(limits[SERVICE_LIFE[type].limit], yearsBetween(madeOn, asOf));
    yield* share(IN_DATE, extinguishers, isInDate, 'fire.extinguishers');
    for (const [i, each] of extinguishers.entries()) {
      if (isInDate(each)) continue;
      const { id, type, madeOn, expiresOn } = each;
      const at = `fire.extinguishers[${i}]`;
      const extinguisher = id ?? i + 1;
      if (expiresOn !== undefined) {
        yield {
          at: `${at}.expiresOn`,
          message: 'expired',
          params: { extinguisher, expiresOn },
          get: { item: 'extinguisher', quantity: 1 },
        };
      } else if (madeOn === undefined) {
        yield { missing: `${at}.expiresOn` };
      } else if (type === undefined) {
        yield { missing: `${at}.type` };
      } else {
        const { limit, name } = SERVICE_LIFE[type];
        yield {
          at: `${at}.madeOn`,
          message: 'old',
          severity: 'warning',
          params: { extinguisher, madeOn, type: name, years: limits[limit].value },
        };
      }
    }
  },
});

const tenHazardsSelfcheck = rule({
  id: 'ten-hazards-selfcheck',
  clauses: ['四（九）'],
  phase: 'prep',
  class: 'profile',
  also: ['document'],
  checklist: true,
  needs: { profile: ['fire.hazards'] },
  title: { zh: '10个方面隐患自查', en: 'Self-check of the ten hazards' },
  demand: {
    zh: '消防安全重点包括柳安委办〔2019〕26号提到的10个方面风险隐患',
    en: 'Fire safety covers above all the ten aspects of hazard in notice 柳安委办〔2019〕26号',
  },
  advice: {
    zh: '向当地人社或应急部门要这份通知，逐项填入 fire.hazards；有隐患的先消除',
    en: 'Ask the local HR&SS or emergency department for the notice, answer it aspect by aspect in fire.hazards, and remove what hazards there are',
  },
  reading: {
    zh: '以逐项自查、没有隐患为凭；工具没有这份通知，项目由机构自列，没有列出只提醒',
    en: 'an own check of each aspect without a hazard shows it; the toolkit does not have the notice, so the institution lists the aspects; no list only warns',
  },
  messages: {
    noList: { zh: '没有列出隐患自查项目（fire.hazards）', en: 'no self-check of hazards is given (fire.hazards)' },
    present: { zh: '第 {n} 项隐患存在', en: 'hazard no. {n} is present' },
  },
  *profile({ profile }) {
    const hazards = profile.fire?.hazards ?? [];
    if (hazards.length === 0) {
      // Not as missing, which would weigh as much as the rule; '' is the profile itself.
      const at = profile.fire?.hazards ? 'fire.hazards' : profile.fire ? 'fire' : '';
      yield { at, message: 'noList', severity: 'warning' };
    }
    yield* share(WITHOUT_HAZARD, hazards, ({ present }) => present === false, 'fire.hazards');
    yield* missingFrom(hazards, 'fire.hazards', ['item', 'present']);
    for (const [i, hazard] of hazards.entries()) {
      if (hazard.present) yield { at: `fire.hazards[${i}].present`, message: 'present', params: { n: i + 1 } };
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  evacuationRoutesClear,
  evacuationSignsComplete,
  extinguishersInDate,
  tenHazardsSelfcheck,
];
