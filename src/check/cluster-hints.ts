/** Hints at clusters: several people of a class with similar symptoms on a day, or within three days. */
import { hint } from '../input-check.js';
import type { RowPlace } from '../logs/kind.js';
import type { Logs } from '../logs/logs.js';
import { isFever } from '../logs/streamed.js';
import { addDays } from '../plan/days.js';
import { keeps } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import { namedIn } from '../rules/shared/symptoms.js';
import type { Wording } from '../types.js';
import type { Draft } from './draft.js';
import { atRow } from './log-drafts.js';

/** Several people of a class with similar symptoms. */
export const CLUSTER = hint({
  id: 'hint/cluster',
  messages: {
    day: {
      zh: '一个班这一天有 {people} 人有同类症状（{symptoms}），达到聚集的提示数 {limit}（工具默认值，非预案规定）。核实，需要时上报',
      en: '{people} people of a class had similar symptoms ({symptoms}) on this day; {limit} are the mark of a cluster (toolkit default); check, and report where needed',
    },
    threeDays: {
      zh: '一个班到这一天为止的三天里有 {people} 人有同类症状（{symptoms}），达到聚集的提示数 {limit}（工具默认值，非预案规定）。核实，需要时上报',
      en: '{people} people of a class had similar symptoms ({symptoms}) in the three days up to this one; {limit} are the mark of a cluster (toolkit default); check, and report where needed',
    },
  },
});

/** Symptoms that are alike, as sorts. A symptom of no sort is like none. */
const SORTS: readonly (readonly [RegExp, Wording])[] = [
  [
    /发热|发烧|高热|低热|干咳|咳|乏力|疲乏|无力|咽|喉|流涕|鼻塞|头痛/,
    { zh: '发热或呼吸道症状', en: 'fever or of the airways' },
  ],
  [/呕|吐|腹泻|拉肚|腹痛|恶心/, { zh: '呕吐腹泻', en: 'vomiting or diarrhoea' }],
  [/皮疹|疱疹|出疹|红疹/, { zh: '皮疹', en: 'rash' }],
  [/腮/, { zh: '腮腺肿痛', en: 'swollen parotids' }],
  [/结膜|红眼|眼红/, { zh: '眼结膜充血', en: 'red eyes' }],
];

interface Case {
  readonly person: unknown;
  readonly day: string;
  readonly at: RowPlace;
}

/** Returns the hints about clusters in the checks, the daily health log and the register of absences. */
export function* clusterDrafts(logs: Logs, limits: Limits): Generator<Draft> {
  for (const [sort, cases] of casesByClass(logs, limits)) yield* clusters(sort, cases, limits);
}

/** The cases of each class and sort of symptoms. */
function casesByClass(logs: Logs, limits: Limits): readonly (readonly [Wording, readonly Case[]])[] {
  const found = new Map<string, readonly [Wording, Case[]]>();
  const add = (group: string | undefined, day: string | undefined, symptoms: readonly string[], at: RowPlace): void => {
    const person = logs.people.of(at);
    if (group === undefined || day === undefined || !person) return;
    for (const [i, [pattern, sort]] of SORTS.entries()) {
      if (!symptoms.some((each) => pattern.test(each))) continue;
      const key = `${logs.names.class(group)}\t${i}`;
      const cases = found.get(key) ?? ([sort, []] as const);
      cases[1].push({ person, day, at });
      found.set(key, cases);
    }
  };
  for (const row of logs.rows('check')) {
    const { fever, dry_cough: cough, fatigue, other_symptoms: others = [], temperature_c: reading } = row;
    const symptoms = [...namedIn(others)];
    if (fever || isFever(reading, limits)) symptoms.push('发热');
    if (cough) symptoms.push('干咳');
    if (fatigue) symptoms.push('乏力');
    add(row.group, row.date, symptoms, row.at);
  }
  for (const row of logs.rows('health-daily')) {
    const isHot = isFever(row.temp_am_c, limits) || isFever(row.temp_pm_c, limits);
    add(row.class, row.date, [...namedIn(row.symptoms), ...(isHot ? ['发热'] : [])], row.at);
  }
  for (const row of logs.rows('absence')) {
    // later rows follow up on the same case
    add(row.group, row.onset?.slice(0, 10) ?? row.date, namedIn(row.symptoms), row.at);
  }
  return [...found.values()];
}

function* clusters(symptoms: Wording, cases: readonly Case[], limits: Limits): Generator<Draft> {
  const byDay = new Map<string, Case[]>();
  for (const each of cases) {
    const others = byDay.get(each.day);
    if (others) others.push(each);
    else byDay.set(each.day, [each]);
  }
  let told = '';
  for (const day of [...byDay.keys()].sort()) {
    const ofDay = byDay.get(day) ?? [];
    const at = ofDay[0]?.at;
    if (!at) continue;
    const onDay = new Set(ofDay.map(({ person }) => person)).size;
    const within = [addDays(day, -2), addDays(day, -1), day].flatMap((each) => byDay.get(each) ?? []);
    const inThree = new Set(within.map(({ person }) => person)).size;
    const found = !keeps(limits.clusterDay, onDay)
      ? ({ message: 'day', people: onDay, limit: limits.clusterDay.value } as const)
      : !keeps(limits.clusterThreeDays, inThree)
        ? ({ message: 'threeDays', people: inThree, limit: limits.clusterThreeDays.value } as const)
        : undefined;
    // the days that follow belong to the same cluster
    if (found && (told === '' || addDays(told, 2) < day)) {
      told = day;
      const { message, ...params } = found;
      yield atRow(CLUSTER, message, { params: { ...params, symptoms }, key: day, day }, at);
    }
  }
}
