/** 三、工作原则: what the principles ask of an institution, and of the bureaus, that can be verified. */

import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { addDays, daysBetween } from '../plan/days.js';
import { keeps, type Limit } from '../plan/limit.js';
import { type LogRaised, type Rule, rule } from './rule.js';
import { documentsOf, measuredDocuments } from './shared/documents.js';
import { minutesBetween } from './shared/minutes.js';

const outbreakReportUpward = rule({
  id: 'outbreak-report-upward',
  clauses: ['三（二）'],
  ground: '三',
  phase: 'incident',
  class: 'log',
  also: ['county'],
  checklist: false,
  needs: { logs: ['L13'] },
  limits: ['outbreakReportHours'],
  title: { zh: '突发疫情上报自治区', en: 'Outbreaks reported to the autonomous region' },
  demand: {
    zh: '机构发生突发疫情，第一时间报自治区疫情防控指挥部和自治区人社厅',
    en: 'An outbreak at the institution is reported at first instance to the headquarters and the HR&SS department of the autonomous region',
  },
  advice: {
    zh: '第一时间上报，在疑似症状处置记录里填报指挥部和报人社厅的时间',
    en: 'Report at first instance and log the times of both reports with the incident',
  },
  reading: {
    zh: '“区”指自治区；只看分类为突发疫情的处置记录；“第一时间”没有时限：早于发现的为不符合，超过工具的时限只提醒',
    en: 'the region is the autonomous region; only incidents classified as an outbreak are looked at; "at first instance" has no time limit: a report before the finding fails, more than the toolkit\'s limit only warns',
  },
  messages: {
    beforeFound: { zh: '“{column}”早于发现时间', en: '{column} is before the outbreak was found' },
    slow: {
      zh: '“{column}”比发现时间晚了超过 {limit} 小时（工具默认值，非预案规定）',
      en: '{column} is more than {limit} hours (toolkit default) after the outbreak was found',
    },
    noOutbreak: { zh: '没有分类为突发疫情的处置记录', en: 'no incident is classified as an outbreak' },
  },
  *logs({ logs, limits }) {
    yield* afterOutbreaks(logs, ['region_hq_reported_at', 'region_hrss_reported_at'], limits.outbreakReportHours);
  },
});

const headOnSite = rule({
  id: 'head-on-site',
  clauses: ['三（三）'],
  phase: 'incident',
  class: 'log',
  checklist: false,
  needs: { logs: ['L13'] },
  limits: ['headOnSiteHours'],
  title: { zh: '负责人到一线', en: 'The head on site' },
  demand: {
    zh: '机构突发疫情时，负责人立即到一线掌握情况，迅速联系属地疫情防控指挥部门，启动联防联控',
    en: 'On an outbreak the head goes on site at once to take charge, quickly contacts the local headquarters and starts joint prevention',
  },
  advice: {
    zh: '立即到场、联系指挥部门、启动联防联控，在疑似症状处置记录里填三个时间',
    en: 'Go on site at once, contact the headquarters, start joint prevention, and log the three times with the incident',
  },
  reading: {
    zh: '只看分类为突发疫情的处置记录；报属地指挥部的时间就是联系的时间；“立即”“迅速”没有时限：早于发现的为不符合，超过工具的时限只提醒',
    en: 'only incidents classified as an outbreak are looked at; the report to the local headquarters is the contact; "at once" and "quickly" have no time limit: a time before the finding fails, more than the toolkit\'s limit only warns',
  },
  messages: {
    beforeFound: { zh: '“{column}”早于发现时间', en: '{column} is before the outbreak was found' },
    slow: {
      zh: '“{column}”比发现时间晚了超过 {limit} 小时（工具默认值，非预案规定）',
      en: '{column} is more than {limit} hours (toolkit default) after the outbreak was found',
    },
    noOutbreak: { zh: '没有分类为突发疫情的处置记录', en: 'no incident is classified as an outbreak' },
  },
  *logs({ logs, limits }) {
    yield* afterOutbreaks(logs, ['head_on_site_at', 'hq_reported_at', 'joint_started_at'], limits.headOnSiteHours);
  },
});

type TimeColumn =
  | 'head_on_site_at'
  | 'hq_reported_at'
  | 'region_hq_reported_at'
  | 'region_hrss_reported_at'
  | 'joint_started_at';

const MINUTES_OF_AN_HOUR = 60;

/** Judges when something was done after each outbreak was found: not done, done before, or done late. */
function* afterOutbreaks(
  logs: Logs,
  columns: readonly TimeColumn[],
  hours: Limit,
): Generator<LogRaised<'beforeFound' | 'slow' | 'noOutbreak'>> {
  const outbreaks: readonly RowOf<'incident'>[] = logs
    .rows('incident')
    .filter(({ classification }) => classification === '突发疫情');
  if (outbreaks.length === 0) yield { notApplicable: 'noOutbreak' };
  for (const row of outbreaks) {
    for (const column of columns) {
      const minutes = minutesBetween(row.found_at, row[column]);
      if (row[column] === undefined) yield { row, column, message: 'missing' };
      else if (minutes === undefined) continue;
      else if (minutes < 0) yield { row, column, message: 'beforeFound' };
      else if (!keeps(hours, minutes / MINUTES_OF_AN_HOUR))
        yield { row, column, message: 'slow', severity: 'warning', params: { limit: hours.value } };
    }
  }
}

const instantMonitoringSystem = rule({
  id: 'instant-monitoring-system',
  clauses: ['三（四）'],
  ground: '二',
  groundPart: 'etc',
  phase: 'prep',
  class: 'document',
  checklist: true,
  needs: { profile: ['documents'] },
  title: { zh: '即时监测制度', en: 'Instant-monitoring system' },
  demand: { zh: '机构有即时监测制度', en: 'The institution has an instant-monitoring system' },
  advice: {
    zh: '制定即时监测制度，列入 documents（kind: instant-monitoring）',
    en: 'Draw up an instant-monitoring system and list it in documents (kind: instant-monitoring)',
  },
  messages: {
    none: { zh: '方案和制度里没有即时监测制度', en: 'no instant-monitoring system among the documents' },
  },
  *profile({ profile }) {
    if (profile.documents === undefined) {
      yield { missing: 'documents' };
      return;
    }
    const listed = documentsOf(profile, 'instant-monitoring');
    yield measuredDocuments(listed);
    if (listed.length === 0) yield { at: 'documents', message: 'none' };
  },
});

const bureauTerritorialResponse = rule({
  id: 'bureau-territorial-response',
  clauses: ['三（二）'],
  phase: 'incident',
  class: 'county',
  verification: 'on-site',
  checklist: false,
  needs: {},
  title: { zh: '人社部门属地响应', en: 'Territorial response of the bureaus' },
  demand: {
    zh: '市县人社部门在当地党委政府统一领导下及时响应，第一时间上报',
    en: 'City and county departments respond promptly under the unified lead of the local authorities and report upward at first instance',
  },
  advice: {
    zh: '由市县人社部门核对自己响应和上报的记录',
    en: 'The city and county departments check their records of response and report',
  },
  messages: {},
});

const bureauInstantMonitoring = rule({
  id: 'bureau-instant-monitoring',
  clauses: ['三（四）'],
  phase: 'run',
  class: 'county',
  checklist: false,
  needs: { logs: ['L7'] },
  title: { zh: '人社部门即时监测', en: 'Instant monitoring by the bureaus' },
  demand: {
    zh: '市县人社部门建立即时监测制度，全面掌握各机构的防控情况',
    en: 'City and county departments set up instant monitoring and know the state of every institution',
  },
  advice: { zh: '向没有日报告的机构催报', en: 'Ask for the daily report of every institution that has not sent it' },
  reading: {
    zh: '每家已恢复的机构每天都有日报告，即为掌握',
    en: 'known means a daily report of every day from every institution that has resumed',
  },
  messages: {
    noReports: {
      zh: '{institution} 从 {since} 恢复起有 {count} 天没有日报告，第一天是 {day}',
      en: 'no daily report of {institution} for {count} of the days since it resumed on {since}, the first is {day}',
    },
    nothingKnown: {
      zh: '{institution} 在恢复名单里（{since} 恢复），没有它可读的材料',
      en: '{institution} is on the list as resumed on {since}, but nothing of it was handed in that can be read',
    },
    noneResumed: { zh: '还没有机构恢复', en: 'no institution has resumed' },
  },
  *county({ institutions, strangers, asOf }) {
    let resumed = false;
    for (const at of [...institutions, ...strangers]) {
      const since = [...at.entries.map(({ restoredOn }) => restoredOn), at.facts?.resumedOn]
        .filter((day) => day !== undefined && day < asOf)
        .sort()[0];
      if (since === undefined) continue;
      resumed = true;
      const params = { institution: at.name, since };
      if (!at.facts) {
        const entry = at.entries.find(({ restoredOn }) => restoredOn !== undefined);
        yield { at: entry ? { entry, column: 'institution' } : at, message: 'nothingKnown', params, key: at.id };
        continue;
      }
      const { first, count } = unreported(at.facts.reportedDays, since, asOf);
      if (first !== undefined) yield { at, message: 'noReports', params: { ...params, count, day: first }, key: at.id };
    }
    if (!resumed) yield { notApplicable: 'noneResumed' };
  },
});

/** The days from one day to the day before another that are in no run: how many, and the first. */
function unreported(
  reported: readonly (readonly [first: string, last: string])[],
  since: string,
  until: string,
): { first: string | undefined; count: number } {
  let [day, count] = [since, 0];
  let first: string | undefined;
  const gapTo = (end: string): void => {
    if (day >= end) return;
    first ??= day;
    count += daysBetween(day, end);
  };
  for (const [from, to] of reported) {
    if (to < day || from >= until) continue;
    gapTo(from);
    day = addDays(to, 1);
  }
  gapTo(until);
  return { first, count };
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  outbreakReportUpward,
  headOnSite,
  instantMonitoringSystem,
  bureauTerritorialResponse,
  bureauInstantMonitoring,
];
