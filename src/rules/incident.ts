/** 六、疫情处置: what is done with people who show symptoms. */
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { isFever } from '../logs/streamed.js';
import { EPIDEMIC_FROM } from '../plan/epidemic.js';
import { keeps } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Severity } from '../types.js';
import { type Rule, rule } from './rule.js';
import { attended } from './shared/attendance.js';
import { minutesBetween } from './shared/minutes.js';
import { oncePerLogs } from './shared/once.js';
import { type Signs, signsIn, UNDECIDED } from './shared/signs.js';
import { planSymptoms } from './shared/symptoms.js';
import { isUnreadable } from './shared/unreadable.js';

const symptomaticToFeverClinic = rule({
  id: 'symptomatic-to-fever-clinic',
  clauses: ['六'],
  phase: 'incident',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1', 'L3', 'L12', 'L13'] },
  limits: ['fever', 'retestMinutes', 'referralHours'],
  title: { zh: '送发热门诊', en: 'To the fever clinic' },
  demand: {
    zh: '培训鉴定期间发现师生有发热、干咳、乏力等症状的，立即送附近发热门诊就诊',
    en: 'Whoever is found with fever, a dry cough, fatigue or the like during training or assessment is taken to a nearby fever clinic at once',
  },
  advice: {
    zh: '马上送诊，在处置记录里写明医疗机构和送诊时间',
    en: 'Take the person there at once; enter clinic and time in the incident log',
  },
  reading: {
    zh: '“立即”没有时限：按当天有没有送诊记录看，送诊过慢只提醒；“等”里的其他症状只提醒；本行复测或 60 分钟内（可配置）再测正常的不算发热；在家的以当天到场为限；没有给处置记录时照样提出并说明',
    en: '"at once" has no time limit: a referral on record that day is looked for, a slow one only warns; other symptoms ("and the like") only warn; fever counts unless it was taken again and normal, in the same row or within 60 minutes (configurable); readings at home count on days when the person came; without an incident log the finding is raised and says so',
  },
  messages: {
    notReferred: {
      zh: '{day} 有症状的人，当天没有疑似症状处置记录',
      en: 'someone with symptoms on {day} is not in the incident log of that day',
    },
    noLog: {
      zh: '{day} 有症状的人，没有给疑似症状处置日志，看不出是否送诊',
      en: 'someone had symptoms on {day}; no incident log was given that shows the referral',
    },
    beforeFound: { zh: '送诊时间早于发现时间', en: 'the referral is before the symptoms were found' },
    slow: {
      zh: '从发现到送诊超过 {limit} 小时（工具默认值，非预案规定）',
      en: 'more than {limit} hours (toolkit default) from finding the symptoms to the referral',
    },
    undecided: UNDECIDED,
    nobody: { zh: '日志里没有有症状的人', en: 'the logs show nobody with symptoms' },
  },
  *logs({ logs, limits }) {
    const signs = signsOnSite(logs, limits);
    const incidents = incidentsOf(logs);
    const lasting = signs.filter(({ fever, named, other }) => fever || named || other);
    if (isLeftOpen(logs, signs)) yield { notRun: 'undecided' };
    else if (lasting.length === 0 && incidents.length === 0) yield { notApplicable: 'nobody' };
    for (const { day, fever, named, rows } of notInIncidents(logs, lasting)) {
      const [row, ...related] = rows;
      const severity = fever || named ? 'error' : 'warning';
      yield {
        row,
        message: logs.has('incident') ? 'notReferred' : 'noLog',
        severity,
        params: { day },
        related,
        key: day,
      };
    }
    const gravity = gravityOf(logs, limits, signs);
    for (const row of incidents) {
      const severity = gravity(row);
      for (const column of ['referred_at', 'clinic'] as const) {
        if (row[column] === undefined) yield { row, column, message: 'missing', severity };
      }
      const minutes = minutesBetween(row.found_at, row.referred_at);
      if (minutes === undefined) continue;
      const { value: limit } = limits.referralHours;
      if (minutes < 0) yield { row, column: 'referred_at', message: 'beforeFound', severity };
      else if (!keeps(limits.referralHours, minutes / MINUTES_OF_AN_HOUR))
        yield { row, column: 'referred_at', message: 'slow', severity: 'warning', params: { limit } };
    }
  },
});

const symptomaticReported = rule({
  id: 'symptomatic-reported',
  clauses: ['六'],
  ground: '三',
  phase: 'incident',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1', 'L3', 'L12', 'L13'] },
  limits: ['fever', 'retestMinutes'],
  title: { zh: '疑似症状报告', en: 'Reporting symptoms' },
  demand: {
    zh: '培训鉴定期间发现师生有这些症状的，报属地人社部门和疫情防控指挥部',
    en: 'Such symptoms during training or assessment are reported to the local HR&SS department and the local headquarters',
  },
  advice: {
    zh: '补报没有报的一处，在处置记录里写明报告时间',
    en: 'Report to the one that was left out and enter the time in the incident log',
  },
  reading: {
    zh: '六列出的症状以外的只提醒；没有给处置记录时照样提出并说明',
    en: 'symptoms beyond those that 六 names only warn; without an incident log the finding is raised and says so',
  },
  messages: {
    notReported: {
      zh: '{day} 有症状的人没有处置记录，看不出报了两处',
      en: 'someone with symptoms on {day} is not in the incident log, which would show both reports',
    },
    noLog: {
      zh: '{day} 有症状的人，没有给疑似症状处置日志，看不出报了两处',
      en: 'someone had symptoms on {day}; no incident log was given that shows both reports',
    },
    beforeFound: { zh: '“{column}”早于发现时间', en: '{column} is before the symptoms were found' },
    undecided: UNDECIDED,
    nobody: { zh: '日志里没有有症状的人', en: 'the logs show nobody with symptoms' },
  },
  *logs({ logs, limits }) {
    const signs = signsOnSite(logs, limits);
    const grave = signs.filter(({ fever, named }) => fever || named);
    const incidents = incidentsOf(logs);
    if (isLeftOpen(logs, signs)) yield { notRun: 'undecided' };
    else if (grave.length === 0 && incidents.length === 0) yield { notApplicable: 'nobody' };
    for (const { day, rows } of notInIncidents(logs, grave)) {
      const [row, ...related] = rows;
      const message = logs.has('incident') ? 'notReported' : 'noLog';
      yield { row, message, params: { day }, related, key: day, day, about: 'incident' };
    }
    const gravity = gravityOf(logs, limits, signs);
    for (const row of incidents) {
      const severity = gravity(row);
      for (const column of ['hrss_reported_at', 'hq_reported_at'] as const) {
        const minutes = minutesBetween(row.found_at, row[column]);
        if (row[column] === undefined) yield { row, column, message: 'missing', severity };
        else if (minutes !== undefined && minutes < 0) yield { row, column, message: 'beforeFound', severity };
      }
    }
  },
});

const MINUTES_OF_AN_HOUR = 60;

/** Whether someone may have had fever, and is not in the incident log. */
function isLeftOpen(logs: Logs, signs: readonly Signs[]): boolean {
  const [first] = notInIncidents(
    logs,
    signs.filter(({ undecided, named }) => undecided && !named),
  );
  return first !== undefined;
}

/** The signs of people who were there, also of a fever that did not last. */
const signsOnSite = oncePerLogs((logs, limits: Limits): readonly Signs[] => {
  const kinds = ['health-daily', 'entry', 'check', 'isolation'] as const;
  return signsIn(logs, limits, { kinds, onSite: true });
});

/** The incidents of the epidemic. */
function incidentsOf(logs: Logs): readonly RowOf<'incident'>[] {
  return logs.rows('incident').filter((row) => {
    const { found_at: found } = row;
    return found === undefined ? !isUnreadable(row, 'found_at') : found >= EPIDEMIC_FROM;
  });
}

/** Yields the signs of people who are known and not in the incident log of that day. */
function* notInIncidents(logs: Logs, signs: readonly Signs[]): Generator<Signs> {
  const known = new Map<Person, Set<string>>();
  for (const row of logs.rows('incident')) {
    const person = logs.people.of(row.at);
    if (!person) continue;
    const days = known.get(person) ?? new Set();
    known.set(person, days);
    for (const time of [row.found_at, row.referred_at]) if (time !== undefined) days.add(time.slice(0, 10));
  }
  for (const each of signs) {
    if (each.person && !known.get(each.person)?.has(each.day)) yield each;
  }
}

/** Returns a function that tells how grave an incident is that lacks something: see the symptoms that 六 names. */
function gravityOf(logs: Logs, limits: Limits, signs: readonly Signs[]): (row: RowOf<'incident'>) => Severity {
  const signsOf = new Map<Person, Map<string, Signs>>();
  for (const each of signs) {
    if (!each.person) continue;
    const days = signsOf.get(each.person) ?? new Map<string, Signs>();
    signsOf.set(each.person, days.set(each.day, each));
  }
  return (row) => {
    if ((row.classification ?? '症状') !== '症状') return 'error';
    const person = logs.people.of(row.at);
    const day = row.found_at?.slice(0, 10);
    const seen = person && day !== undefined ? signsOf.get(person)?.get(day) : undefined;
    if (seen && (seen.fever || seen.named)) return 'error';
    const named = planSymptoms(row.symptoms);
    if (named.some((each) => each !== '发热')) return 'error';
    if (named.length === 0 && !isFever(row.temperature_c, limits)) return 'warning';
    // fever that a later reading did not bear out, or at home
    if (seen?.feverOnce) return 'warning';
    return person && day !== undefined && attended(logs, person, day) === false ? 'warning' : 'error';
  };
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [symptomaticToFeverClinic, symptomaticReported];
