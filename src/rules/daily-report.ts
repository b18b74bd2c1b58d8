/** 四（二）2 日报告、零报告: the system, the recipients, and what a daily report must not be. */

import { type Rule, rule } from './rule.js';
import { documentsOf, withoutOwner } from './shared/documents.js';

const systemDailyZeroReport = rule({
  id: 'system-daily-zero-report',
  clauses: ['四（二）2'],
  ground: '二',
  phase: 'prep',
  class: 'document',
  checklist: true,
  needs: { profile: ['documents'] },
  title: { zh: '日报告零报告制度', en: 'System of daily and nil reports' },
  demand: {
    zh: '有日报告、零报告制度，有责任人',
    en: 'A system of daily and nil reports, with an owner',
  },
  advice: {
    zh: '制定日报告零报告制度，列入 documents（kind: system-daily-zero-report），填责任人',
    en: 'Lay down daily and nil reports; list the system in documents (kind: system-daily-zero-report) with its owner',
  },
  messages: {
    none: {
      zh: '方案和制度里没有日报告零报告制度',
      en: 'no system of daily and nil reports among the documents',
    },
  },
  *profile({ profile }) {
    if (profile.documents === undefined) {
      yield { missing: 'documents' };
      return;
    }
    const listed = documentsOf(profile, 'system-daily-zero-report');
    if (listed.length === 0) yield { at: 'documents', message: 'none' };
    yield* withoutOwner(listed);
  },
});

const dailyZeroReport = rule({
  id: 'daily-zero-report',
  clauses: ['四（二）2'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7'] },
  title: { zh: '每日一报', en: 'One report a day' },
  demand: {
    zh: '每天都有日报告，周末和没有情况的日子也报',
    en: 'There is a report for every day, also at weekends and when there is nothing to report',
  },
  advice: {
    zh: '补报所缺的日子；没有情况的各栏填 0',
    en: 'Send the report of the day that lacks; enter 0 where there is nothing to report',
  },
  reading: {
    zh: '更正的报告要写更正说明，以最后一次为准；空格不等于 0',
    en: 'a corrected report states its correction, the latest counts; blank is not 0',
  },
  messages: {},
});

const reportRecipients = rule({
  id: 'report-recipients',
  clauses: ['四（二）2'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['reporting.recipients'], logs: ['L7'] },
  title: { zh: '日报告的报送单位', en: 'Recipients of the daily report' },
  demand: {
    zh: '明确日报告报给哪些单位，每次都报到',
    en: 'It is settled who receives the daily report, and each report reaches them all',
  },
  advice: {
    zh: '向属地人社部门问清报送单位，填入 reporting.recipients',
    en: 'Ask the local HR&SS department who must receive the reports, and enter them in reporting.recipients',
  },
  reading: {
    zh: '条款没有列出是哪些单位，以机构填的为准',
    en: 'the clause does not name the recipients: those that the institution enters count',
  },
  messages: {
    none: { zh: '没有一个报送单位', en: 'there are no recipients' },
  },
  *profile({ profile }) {
    const recipients = profile.reporting?.recipients;
    if (recipients === undefined) yield { missing: 'reporting.recipients' };
    else if (recipients.length === 0) yield { at: 'reporting.recipients', message: 'none' };
  },
});

const reportNotLate = rule({
  id: 'report-not-late',
  clauses: ['四（二）2'],
  ground: '三',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7'] },
  title: { zh: '不迟报', en: 'No late reports' },
  demand: { zh: '日报告按时报送', en: 'The daily report is sent in time' },
  advice: {
    zh: '当天填报；另有规定的截止时刻填入 reporting.deadline',
    en: 'Report on the day itself; where another deadline is set, enter it as reporting.deadline',
  },
  reading: {
    zh: '没有规定时刻：不填截止时刻的，当天之内为按时（工具默认值，非预案规定）',
    en: 'no hour is given: without a deadline, any time of that day is in time (toolkit default)',
  },
  messages: {},
});

const reportNotOmittedOrUnder = rule({
  id: 'report-not-omitted-or-under',
  clauses: ['四（二）2'],
  ground: '三',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7'] },
  title: { zh: '不漏报、不少报', en: 'Nothing left out, no numbers too low' },
  demand: {
    zh: '日报告的人数不少于其他日志里的人数',
    en: 'The numbers of the daily report are not below those of the other logs',
  },
  advice: {
    zh: '对照当天的其他日志核实人数，需要时报更正',
    en: 'Check the numbers against the other logs of that day and send a correction where needed',
  },
  reading: {
    zh: '只与给出的日志比；复测的以最后一次有效读数为准',
    en: 'compared only with the logs given; after a retest the last valid reading counts',
  },
  messages: {},
});

const reportNotConcealedOrFalse = rule({
  id: 'report-not-concealed-or-false',
  clauses: ['四（二）2'],
  ground: '三',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7'] },
  title: { zh: '不瞒报、不谎报', en: 'Nothing concealed, nothing false' },
  demand: {
    zh: '日报告的人数与其他日志一致，改数要写更正说明',
    en: 'The numbers of the daily report agree with the other logs, and a change of numbers is explained',
  },
  advice: {
    zh: '查明不一致的原因，更正日报告或日志并写明',
    en: 'Find out why they differ, correct the report or the log, and say so',
  },
  reading: {
    zh: '工具只指出数目不一致，是不是瞒报、谎报由主管部门认定',
    en: 'the toolkit only points out numbers that differ; what they amount to is for the authorities to decide',
  },
  messages: {},
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  systemDailyZeroReport,
  dailyZeroReport,
  reportRecipients,
  reportNotLate,
  reportNotOmittedOrUnder,
  reportNotConcealedOrFalse,
];
