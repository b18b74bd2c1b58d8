/** 四（二）2 日报告、零报告: the system, the recipients, and what a daily report must not be. */

import type { KindName } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { fullName } from '../plan/areas.js';
import { addDays } from '../plan/days.js';
import type { Plan } from '../plan/plan.js';
import type { Profile } from '../profile/profile.types.js';
import { type Rule, rule, type Unless } from './rule.js';
import { COUNT_COLUMNS, type Report, type ReportsOfDay, reportsByDay, sameCounts } from './shared/daily-reports.js';
import { COMPARED, type ComparedColumn, type DayCounts, dayCounts, KNOWN_LATER, SOURCES } from './shared/day-counts.js';
import { documentsOf, measuredDocuments, OWNED, withoutOwner } from './shared/documents.js';
import { amount, ONE, UNITS } from './shared/measure.js';
import type { PlacedRow } from './shared/observations.js';
import { UNDECIDED } from './shared/signs.js';
import { isUnreadable } from './shared/unreadable.js';
import { listOf } from './shared/wording-list.js';

const systemDailyZeroReport = rule({
  id: 'system-daily-zero-report',
  clauses: ['四（二）2'],
  ground: '二',
  groundPart: 'etc',
  phase: 'prep',
  class: 'document',
  checklist: true,
  needs: { profile: ['documents'] },
  title: { zh: '日报告零报告制度', en: 'System of daily and nil reports' },
  demand: { zh: '有日报告、零报告制度', en: 'There is a system of daily and nil reports' },
  advice: {
    zh: '制定日报告零报告制度，列入 documents（kind: system-daily-zero-report），填责任人',
    en: 'Lay down daily and nil reports; list the system in documents (kind: system-daily-zero-report) with its owner',
  },
  reading: OWNED,
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
    yield measuredDocuments(listed);
    if (listed.length === 0) yield { at: 'documents', message: 'none' };
    yield* withoutOwner(listed);
  },
});

const dailyZeroReport = rule({
  id: 'daily-zero-report',
  clauses: ['四（二）2'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7'] },
  title: { zh: '每日一报', en: 'One report a day' },
  demand: {
    zh: '每天都有日报告，没有情况也作零报告',
    en: 'There is a report for every day, a nil report where there is nothing to report',
  },
  advice: {
    zh: '补报所缺的日子；没有情况的各栏填 0',
    en: 'Send the report of the day that is missing; enter 0 where there is nothing to report',
  },
  reading: {
    zh: '周末、停课的日子也报；更正的报告要写更正说明，以最后一次为准；空格不等于 0',
    en: 'weekends and days without class have a report too; a corrected report states its correction, the latest counts; blank is not 0',
  },
  messages: {
    noReport: { zh: '{day} 没有日报告', en: 'there is no daily report for {day}' },
    blank: {
      zh: '{day} 的日报告有 {count} 栏没有可用的人数',
      en: 'the report for {day} has {count} {count:column|columns} without a usable number',
    },
    notExplained: {
      zh: '{day} 的日报告报了不止一次，这一次没有写更正说明',
      en: 'there are several reports for {day}, and this one does not state what it corrects',
    },
  },
  *logs({ logs }) {
    const reports = reportsByDay(logs);
    if (!logs.has('daily-report') || (reports.size === 0 && logs.calendarDays.length === 0)) {
      yield { notGiven: ['daily-report'] };
      return;
    }
    let before: Report | undefined;
    const judged = new Set(logs.calendarDays);
    for (const day of [...new Set([...reports.keys(), ...judged])].sort()) {
      const ofDay = reports.get(day);
      if (ofDay) {
        const { effective } = ofDay;
        before = effective;
        const count = COUNT_COLUMNS.filter((each) => isBlank(effective, each)).length;
        if (count > 0) yield { row: effective, message: 'blank', params: { day, count }, unless: ANOTHER_REPORT };
        for (const row of unexplained(ofDay)) {
          yield {
            row,
            column: 'correction',
            message: 'notExplained',
            params: { day },
            key: `${day} ${row.submitted_at ?? ''}`,
            unless: ANOTHER_REPORT,
          };
        }
      } else if (judged.has(day)) {
        const place = before ? { row: before } : { log: 'daily-report' as const };
        yield { ...place, message: 'noReport', params: { day }, key: day, day };
      }
    }
  },
});

/** Reports that could not be read may be the first of the day, or the one that counts. */
const ANOTHER_REPORT = { kinds: ['daily-report'], others: true } as const satisfies Unless;

/** Of the report itself only the column counts at which a difference is. */
const OTHER_ROWS = { anyDay: true, others: true } as const satisfies Unless;

/** Whether the file has the column and this report no number in it. That a column is lacking is said once, of the file. */
function isBlank(report: Report, column: keyof Report & string): boolean {
  return report[column] === undefined && report.at.log.positions.has(column) && !isUnreadable(report, column);
}

/** The reports of a day after the first that do not say what they correct. */
function unexplained({ all }: ReportsOfDay): readonly Report[] {
  return all.slice(1).filter(({ correction }) => correction === undefined || /^[无否]$/.test(correction));
}

const RECIPIENTS = { what: { zh: '报送单位', en: 'recipients' }, unit: UNITS.one };

const reportRecipients = rule({
  id: 'report-recipients',
  clauses: ['四（二）2'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['reporting.recipients'], logs: ['L7'] },
  title: { zh: '日报告的报送单位', en: 'Recipients of the daily report' },
  demand: { zh: '日报告按要求报给有关单位', en: 'The daily report goes to the bodies concerned, as required' },
  advice: {
    zh: '向属地人社部门问清报送单位，填入 reporting.recipients',
    en: 'Ask the local HR&SS department who must receive the reports, and enter them in reporting.recipients',
  },
  reading: {
    zh: '条款没有列出是哪些单位：由机构填明，以所填的为准，每次都报到；简称、不带市名的也认',
    en: 'the clause does not name the bodies: the institution enters them, those count, and each report reaches them all; short names are known too',
  },
  messages: {
    none: { zh: '没有一个报送单位', en: 'there are no recipients' },
    notReached: {
      zh: '{day} 的日报告没有报到：{units}',
      en: 'the report for {day} did not reach: {units}',
    },
    noneGiven: {
      zh: '没有概况，或概况里没有填报送单位',
      en: 'there is no profile, or it gives no recipients',
    },
  },
  *profile({ profile }) {
    const recipients = amount(RECIPIENTS, profile.reporting?.recipients?.length, ONE, 'reporting.recipients');
    yield { measured: recipients };
    if (recipients.have === undefined) yield { missing: recipients.path };
    else if (!recipients.met) yield { at: recipients.path, message: 'none' };
  },
  *logs({ logs, profile, plan }) {
    const recipients = profile?.reporting?.recipients ?? [];
    if (recipients.length === 0) {
      yield { notApplicable: 'noneGiven' };
      return;
    }
    for (const { day, all } of reportsByDay(logs).values()) {
      for (const row of all) {
        // an empty cell was reported when the log was read
        if (row.recipients === undefined) continue;
        const named = row.recipients.map((unit) => plainUnit(plan, unit));
        const lacking = recipients.filter((each) => !named.some((other) => sameUnit(plainUnit(plan, each), other)));
        if (lacking.length === 0) continue;
        const params = { day, units: listOf(lacking.map((unit) => ({ zh: unit, en: unit }))) };
        const key = `${day} ${row.submitted_at ?? ''}`;
        yield { row, column: 'recipients', message: 'notReached', params, key };
      }
    }
  },
});

/** The name of an authority without what people leave out or shorten. */
function plainUnit({ area }: Plan, name: string): string {
  return fullName(area, name)
    .replace(/人力资源(?:和|与)?社会保障/g, '人社')
    .replace(/新(?:型冠状病毒|冠)(?:感染的?)?(?:肺炎)?(?=疫情)/g, '')
    .replace(/(?<=人社)部门/g, '局');
}

/** Whether one name is the other, or its end: 人社局 is 城中区人社局. */
function sameUnit(one: string, other: string): boolean {
  return (
    one === other ||
    (other.length >= SHORTEST && one.endsWith(other)) ||
    (one.length >= SHORTEST && other.endsWith(one))
  );
}

const SHORTEST = 3;

const reportNotLate = rule({
  id: 'report-not-late',
  clauses: ['四（二）2'],
  ground: '三',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7'] },
  title: { zh: '不迟报', en: 'No late reports' },
  demand: { zh: '日报告及时报送，不迟报', en: 'The daily report is prompt and never late' },
  advice: {
    zh: '当天填报；另有规定的截止时刻填入 reporting.deadline',
    en: 'Report on the day itself; where another deadline is set, enter it as reporting.deadline',
  },
  default: {
    zh: '条款没有写时刻：不填截止时刻的，当天之内为按时',
    en: 'the clause gives no hour: without a deadline, any time of that day is in time',
  },
  messages: {
    late: {
      zh: '{day} 的日报告报送晚了，截止 {deadline}',
      en: 'the report for {day} came late; it was due by {deadline}',
    },
    early: {
      zh: '{day} 的日报告在这一天之前就报了',
      en: 'the report for {day} was sent before that day',
    },
  },
  *logs({ logs, profile }) {
    for (const { day, all } of reportsByDay(logs).values()) {
      // corrections may come later
      const [row] = all;
      const sent = row.submitted_at;
      if (sent === undefined || all.some(({ submitted_at }) => submitted_at === undefined)) continue;
      const deadline = deadlineOf(day, profile);
      const params = { day, deadline: deadline.replace('T', ' ') };
      const found = { row, column: 'submitted_at', unless: ANOTHER_REPORT } as const;
      if (sent > deadline) yield { ...found, message: 'late', params };
      else if (sent < day) yield { ...found, message: 'early', severity: 'warning', params: { day } };
    }
  },
});

/** When the report of a day is due, `YYYY-MM-DDTHH:MM`: by the end of that day unless the profile says otherwise. */
function deadlineOf(day: string, profile: Profile | undefined): string {
  const { deadline, deadlineNextDay = false } = profile?.reporting ?? {};
  if (deadline === undefined) return `${day}T23:59`;
  return `${deadlineNextDay ? addDays(day, 1) : day}T${deadline.padStart(5, '0')}`;
}

const reportNotOmittedOrUnder = rule({
  id: 'report-not-omitted-or-under',
  clauses: ['四（二）2'],
  ground: '三',
  groundPart: 'omission',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7', 'L1', 'L3', 'L3s', 'L4', 'L5', 'L6', 'L12', 'L13'] },
  limits: ['fever', 'retestMinutes'],
  title: { zh: '不漏报、不少报', en: 'Nothing left out, no numbers too low' },
  demand: { zh: '日报告不漏报、不少报', en: 'The daily report leaves nothing out and gives no number too low' },
  advice: {
    zh: '对照当天的其他日志核实人数，需要时报更正',
    en: 'Check the numbers against the other logs of that day and send a correction where needed',
  },
  reading: {
    zh: '人数不少于其他日志里的人数；只与给出的日志比，重名分不清的不算；本行复测或 60 分钟内（可配置）再测正常的不算发热；疑似、确诊、返柳人员在当天或以后的报告里报了即可',
    en: 'the numbers must not be below those of the other logs; compared only with the logs given, without names that could be several people; fever counts unless it was taken again and normal, in the same row or within 60 minutes (configurable); suspected and confirmed cases and returnees may be in the report of that day or a later one',
  },
  messages: {
    undecided: UNDECIDED,
    tooFew: {
      zh: '{day} 的日报告“{column}”{reported} 人，与当天其他日志（至少 {found} 人）不一致；查实的，预案称为{sin}',
      en: 'the report for {day} gives {reported} in column {column}, which does not agree with the other logs of that day ({found} at least); if confirmed, the plan calls it {sin} (under-reporting)',
    },
  },
  *logs({ logs, limits }) {
    if (!logs.has('daily-report') || !OTHER_LOGS.some((kind) => logs.has(kind))) {
      yield { notGiven: logs.has('daily-report') ? OTHER_LOGS : ['daily-report'] };
      return;
    }
    const counts = dayCounts(logs, limits);
    if (isLeftOpen(logs, counts, (reported) => reported > 0)) yield { notRun: 'undecided' };
    for (const { report, day, column, reported, found, rows } of shortfalls(logs, counts)) {
      if (reported === 0) continue;
      const params = { day, reported, found, sin: '少报' };
      yield { row: report, column, message: 'tooFew', params, related: rows, key: day, unless: OTHER_ROWS };
    }
  },
});

const reportNotConcealedOrFalse = rule({
  id: 'report-not-concealed-or-false',
  clauses: ['四（二）2'],
  ground: '三',
  groundPart: 'concealment',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L7', 'L1', 'L3', 'L3s', 'L4', 'L5', 'L6', 'L12', 'L13'] },
  limits: ['fever', 'retestMinutes'],
  title: { zh: '不瞒报、不谎报', en: 'Nothing concealed, nothing false' },
  demand: { zh: '日报告不瞒报、不谎报', en: 'The daily report conceals nothing and states nothing false' },
  advice: {
    zh: '查明不一致的原因，更正日报告或日志并写明',
    en: 'Find out why they differ, correct the report or the log, and say so',
  },
  reading: {
    zh: '人数与其他日志一致，改数写更正说明；工具只指出数目不一致，是不是瞒报、谎报由主管部门认定；报多了只在出入登记、晨午检、健康监测当天都给出时提醒',
    en: 'the numbers agree with the other logs, and a change is explained; the toolkit only points out numbers that differ, what they amount to is for the authorities to decide; numbers too high only warn, on days with entry register, checks and health monitoring',
  },
  messages: {
    zero: {
      zh: '{day} 的日报告“{column}”为 0，与当天其他日志（至少 {found} 人）不一致；查实的，预案称为{sin}',
      en: 'the report for {day} gives 0 in column {column}, which does not agree with the other logs of that day ({found} at least); if confirmed, the plan calls it {sin} (concealment)',
    },
    undecided: UNDECIDED,
    tooMany: {
      zh: '{day} 的日报告“{column}”{reported} 人，与当天其他日志（至多 {found} 人）不一致；查实的，预案称为{sin}',
      en: 'the report for {day} gives {reported} in column {column}, which does not agree with the other logs of that day ({found} at most); if confirmed, the plan calls it {sin} (false reporting)',
    },
    changed: {
      zh: '{day} 两次日报告的人数不一致，没有写更正说明',
      en: 'two reports for {day} do not agree with each other, and no correction is stated',
    },
  },
  *logs({ logs, limits }) {
    if (!logs.has('daily-report')) {
      yield { notGiven: ['daily-report'] };
      return;
    }
    const reports = reportsByDay(logs);
    for (const ofDay of reports.values()) {
      for (const row of unexplained(ofDay)) {
        const before = ofDay.all[ofDay.all.indexOf(row) - 1];
        if (!before || sameCounts(before, row)) continue;
        const [params, key] = [{ day: ofDay.day }, `${ofDay.day} ${row.submitted_at ?? ''}`];
        yield {
          row,
          column: 'correction',
          message: 'changed',
          params,
          related: [before],
          key,
          unless: ANOTHER_REPORT,
        };
      }
    }
    if (!OTHER_LOGS.some((kind) => logs.has(kind))) {
      yield { notGiven: OTHER_LOGS };
      return;
    }
    const counts = dayCounts(logs, limits);
    if (isLeftOpen(logs, counts, (reported) => reported === 0)) yield { notRun: 'undecided' };
    for (const { report, day, column, reported, found, rows } of shortfalls(logs, counts)) {
      if (reported > 0) continue;
      const params = { day, found, sin: '瞒报' };
      yield { row: report, column, message: 'zero', params, related: rows, key: day, unless: OTHER_ROWS };
    }
    for (const { report, day, column, reported, found } of surpluses(logs, counts)) {
      const params = { day, reported, found, sin: '谎报' };
      yield { row: report, column, message: 'tooMany', severity: 'warning', params, key: day, unless: OTHER_ROWS };
    }
  },
});

/** The kinds with which the report is compared. */
const OTHER_LOGS: readonly [KindName, ...KindName[]] = [
  'entry',
  'check',
  'check-summary',
  'health-daily',
  'history14',
  'absence',
  'isolation',
  'incident',
];

/** A number of a report that does not agree with the other logs. */
interface Difference {
  readonly report: Report;
  readonly day: string;
  readonly column: ComparedColumn;
  readonly reported: number;
  readonly found: number;
  readonly rows: readonly PlacedRow[];
}

/** Whether a report of these is too low if those had fever of whom nothing tells whether it stands. */
function isLeftOpen(logs: Logs, counts: DayCounts, concerns: (reported: number) => boolean): boolean {
  return [...reportsByDay(logs).values()].some(({ day, effective: { fever } }) => {
    if (fever === undefined || !concerns(fever)) return false;
    const { least, undecided } = counts.of('fever', day);
    return undecided > 0 && fever < least + undecided;
  });
}

/** Yields where a report gives less than the other logs show. */
function* shortfalls(logs: Logs, counts: DayCounts): Generator<Difference> {
  const reports = [...reportsByDay(logs).values()];
  for (const { day, effective: report } of reports) {
    for (const column of COMPARED) {
      const { least: found, rows } = counts.of(column, day);
      const reported = found === 0 ? 0 : report[column];
      if (reported === undefined || reported >= found) continue;
      if (
        KNOWN_LATER.includes(column) &&
        reports.some((each) => each.day >= day && shows(each.effective, column, found))
      )
        continue;
      yield { report, day, column, reported, found, rows };
    }
  }
}

/** Whether a report gives that many. Someone suspected may since be confirmed. */
function shows(report: Report, column: ComparedColumn, count: number): boolean {
  if (isUnreadable(report, column) || (column === 'suspected' && isUnreadable(report, 'confirmed'))) return true;
  const also = column === 'suspected' ? (report.confirmed ?? 0) : 0;
  return (report[column] ?? 0) + also >= count;
}

/** The logs without which a case may have been written nowhere but in the report. */
const COMPLETE = ['entry', 'check', 'health-daily'] as const satisfies readonly KindName[];

/** Yields where a report gives more than the other logs allow, on days of which all are there. */
function* surpluses(logs: Logs, counts: DayCounts): Generator<Difference> {
  for (const { day, effective: report } of reportsByDay(logs).values()) {
    if (!COMPLETE.every((kind) => logs.rowsOn(kind, day) > 0)) continue;
    for (const column of COMPARED) {
      // that the record has fewer in isolation is said by the rule about it
      if (column === 'isolated') continue;
      const reported = report[column] ?? 0;
      if (reported <= counts.of(column, day).least || !SOURCES[column].some((kind) => logs.has(kind))) continue;
      const found = counts.most(column, day);
      if (reported > found) yield { report, day, column, reported, found, rows: [] };
    }
  }
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  systemDailyZeroReport,
  dailyZeroReport,
  reportRecipients,
  reportNotLate,
  reportNotOmittedOrUnder,
  reportNotConcealedOrFalse,
];
