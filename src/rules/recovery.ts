/** 七、善后恢复: what is done after training was stopped. */
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { daysBetween } from '../plan/days.js';
import { keeps } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { authorityOf, type Illness, illnessesIn, needsClearance, presenceIn } from './shared/clearances.js';
import { outbreaks } from './shared/outbreaks.js';
import { UNDECIDED } from './shared/signs.js';
import { isUnreadable } from './shared/unreadable.js';

const NO_STOP: Wording = { zh: '没有因疫情停训', en: 'there was no stop of training' };

const suspensionDeepClean = rule({
  id: 'suspension-deep-clean',
  clauses: ['七'],
  phase: 'recover',
  class: 'log',
  checklist: false,
  needs: { logs: ['L8', 'L20'] },
  title: { zh: '停训后彻底消毒', en: 'Thorough disinfection after a stop' },
  demand: {
    zh: '因突发疫情暂停培训鉴定的，有关场所彻底清扫、消毒',
    en: 'After a stop because of an outbreak, the premises concerned are thoroughly cleaned and disinfected',
  },
  advice: {
    zh: '完成终末消毒，在停复训台账里写明完成日期，再复训',
    en: 'Complete the terminal disinfection, enter its date in the suspension log, then resume',
  },
  reading: {
    zh: '复训之前完成；原因写明是停电、台风之类的不算；还没有复训的不查；停训当天和复训当天完成都可以；消毒记录里没有终末或全面消毒的只提醒',
    en: 'it is done before training resumes; a stop whose reason is a power cut, a storm or the like is left out; one that still lasts is not judged; the day of the stop and the day of resuming will do; no terminal or full disinfection in the disinfection log only warns',
  },
  messages: {
    noStop: NO_STOP,
    stillStopped: { zh: '还没有复训', en: 'training has not resumed yet' },
    notCleaned: {
      zh: '{resumed} 复训，没有清扫消毒完成日期',
      en: 'resumed on {resumed} without a day on which cleaning was completed',
    },
    beforeStop: {
      zh: '{cleaned} 清扫消毒，早于停训日期 {stopped}',
      en: 'cleaned on {cleaned}, before the stop of {stopped}',
    },
    afterResuming: {
      zh: '{cleaned} 才完成清扫消毒，{resumed} 已复训',
      en: 'cleaned only on {cleaned}, though training resumed on {resumed}',
    },
    noRecord: {
      zh: '消毒记录里 {stopped} 至 {resumed} 没有终末或全面消毒',
      en: 'the disinfection log has no terminal or full disinfection from {stopped} to {resumed}',
    },
  },
  *logs({ logs, asOf }) {
    if (!logs.has('suspension')) {
      yield { notGiven: ['suspension'] };
      return;
    }
    const stops = epidemicStops(logs);
    const ended = stops.filter(({ resumed_on: resumed }) => resumed !== undefined && resumed <= asOf);
    if (ended.length === 0) yield { notApplicable: stops.length === 0 ? 'noStop' : 'stillStopped' };
    const disinfected = logs.days('disinfection');
    for (const row of ended) {
      const { suspended_on: stopped, deep_cleaned_on: cleaned, resumed_on: resumed = '' } = row;
      if (cleaned === undefined) {
        if (isUnreadable(row, 'deep_cleaned_on')) continue;
        yield { row, column: 'deep_cleaned_on', message: 'notCleaned', params: { resumed } };
      } else if (stopped !== undefined && cleaned < stopped) {
        yield { row, column: 'deep_cleaned_on', message: 'beforeStop', params: { cleaned, stopped } };
      } else if (cleaned > resumed) {
        yield { row, column: 'deep_cleaned_on', message: 'afterResuming', params: { cleaned, resumed } };
      } else if (
        stopped !== undefined &&
        (disinfected[0] ?? '9999') <= cleaned &&
        cleaned <= (disinfected.at(-1) ?? '')
      ) {
        const isRecorded = logs.rows('disinfection').some((each) => isThorough(each, stopped, resumed));
        if (isRecorded) continue;
        yield {
          row,
          column: 'deep_cleaned_on',
          message: 'noRecord',
          severity: 'warning',
          params: { stopped, resumed },
          unless: { anyDay: true },
        };
      }
    }
  },
});

/** Reasons that are no epidemic, and words by which one is meant all the same. */
const OTHER_REASON =
  /停电|停水|断电|断水|检修|维修|装修|施工|搬迁|台风|暴雨|洪水|内涝|高温|天气|放假|假期|节假|高考|中考|考试/;
const EPIDEMIC = /疫|新冠|肺炎|确诊|疑似|密接|密切接触|阳性|感染|传染|发热|病例/;

/** The stops because of the epidemic: all that do not give another reason. */
function epidemicStops(logs: Logs): readonly RowOf<'suspension'>[] {
  return logs.rows('suspension').filter((row) => {
    const { reason = '' } = row;
    return !isUnreadable(row, 'reason') && (!OTHER_REASON.test(reason) || EPIDEMIC.test(reason));
  });
}

/** Whether a row shows a terminal or full disinfection in these days. */
function isThorough({ date, object }: RowOf<'disinfection'>, from: string, to: string): boolean {
  const isInside = date !== undefined && from <= date && date <= to;
  return isInside && (object ?? []).some((each) => each === '终末' || each === '全面');
}

const resumeAfterAssessment = rule({
  id: 'resume-after-assessment',
  clauses: ['七'],
  phase: 'recover',
  class: 'log',
  checklist: false,
  needs: { logs: ['L17', 'L20'] },
  title: { zh: '研判后复训', en: 'Assessment before resuming' },
  demand: {
    zh: '根据疫情形势科学研判后，有序恢复',
    en: 'Training resumes in order, once the situation has been assessed scientifically',
  },
  advice: {
    zh: '先研判、写明研判日期，再定复训日期',
    en: 'Assess first and enter the date, then set the day of resumption',
  },
  reading: {
    zh: '停训期间不上课；复训当天研判可以；停训当天和复训当天的课不算停训期间',
    en: 'no lessons are held during a stop; an assessment on the day of resuming will do; lessons on the day of the stop or of resuming are not during the stop',
  },
  messages: {
    noStop: NO_STOP,
    notAssessed: {
      zh: '{resumed} 复训，没有评估日期',
      en: 'resumed on {resumed} without a day of assessment',
    },
    assessedLate: {
      zh: '{assessed} 才评估，{resumed} 已复训',
      en: 'assessed only on {assessed}, though training resumed on {resumed}',
    },
    lessonInStop: {
      zh: '{stopped} 至 {resumed} 停训，{day} 有课',
      en: 'a lesson on {day}, though training was stopped from {stopped} to {resumed}',
    },
    lessonSinceStop: {
      zh: '{stopped} 起停训、没有复训日期，{day} 有课',
      en: 'a lesson on {day}, though training has been stopped since {stopped} and no day of resuming is given',
    },
  },
  *logs({ logs }) {
    if (!logs.has('suspension')) {
      yield { notGiven: ['suspension'] };
      return;
    }
    const stops = epidemicStops(logs);
    if (stops.length === 0) {
      yield { notApplicable: 'noStop' };
      return;
    }
    for (const row of stops) {
      const { assessed_on: assessed, resumed_on: resumed } = row;
      if (resumed === undefined) continue;
      if (assessed === undefined) {
        if (isUnreadable(row, 'assessed_on')) continue;
        yield { row, column: 'assessed_on', message: 'notAssessed', params: { resumed } };
      } else if (assessed > resumed) {
        yield { row, column: 'assessed_on', message: 'assessedLate', params: { assessed, resumed } };
      }
    }
    if (!logs.has('session')) {
      yield { notGiven: ['session'] };
      return;
    }
    const known = stops
      .filter((row) => row.resumed_on !== undefined || !isUnreadable(row, 'resumed_on'))
      // of several that cover a lesson the first one is named, in whatever order they stand
      .sort((a, b) => (spanOf(a) < spanOf(b) ? -1 : spanOf(a) > spanOf(b) ? 1 : 0));
    for (const row of logs.rows('session')) {
      const { date: day } = row;
      if (day === undefined) continue;
      const stop = known.find(
        ({ suspended_on: stopped, resumed_on: resumed = '9999-12-31' }) =>
          stopped !== undefined && stopped < day && day < resumed,
      );
      if (!stop) continue;
      const { suspended_on: stopped = '', resumed_on: resumed } = stop;
      const related = [stop];
      if (resumed === undefined) {
        yield { row, column: 'date', message: 'lessonSinceStop', params: { stopped, day }, related };
      } else {
        yield { row, column: 'date', message: 'lessonInStop', params: { stopped, resumed, day }, related };
      }
    }
  },
});

const returnClearance = rule({
  id: 'return-clearance',
  clauses: ['七'],
  phase: 'recover',
  class: 'log',
  also: ['document'],
  checklist: false,
  needs: { logs: ['L1', 'L3', 'L6', 'L12', 'L13', 'L14', 'L17'] },
  limits: ['fever', 'retestMinutes'],
  title: { zh: '返岗返训证明', en: 'Clearance to return' },
  demand: {
    zh: '有过发热、干咳、乏力等症状或因疫情住院治疗的职工、学员，恢复健康并经卫健部门确定无传染性后才返回',
    en: 'Staff and trainees who had fever, dry cough, fatigue or the like, or were in hospital because of the epidemic, come back only recovered and found non-infectious by the health department',
  },
  advice: {
    zh: '没有证明的先不回来；请卫健部门或疾控机构出具结论后登记',
    en: 'Without proof the person stays away; obtain the finding of the health department or CDC and log it',
  },
  reading: {
    zh: '只查点名的三种症状，“等”里的其他不查；疾控机构出具的也算，只有医院证明的提醒；发病当天和返回当天到场的不算；在门口、晨午检、隔离室或处置记录里出现这些症状，或因此病假的，返回前都要有查验记录',
    en: 'only the three symptoms that are named are looked for; proof of the CDC will do, proof of a hospital alone warns; being there on the day of onset or of return is in order; whoever had these symptoms at the gate, at a check, in isolation or by the incident log, or was on sick leave with them, needs a clearance before the return',
  },
  messages: {
    undecided: UNDECIDED,
    noCase: {
      zh: '没有发热、干咳、乏力或住院的人返回',
      en: 'nobody with fever, dry cough or fatigue, or from a hospital, has returned',
    },
    presentBefore: {
      zh: '登记 {returned} 返回，之前有 {count} 天到场，最早 {first}',
      en: 'to return on {returned}, but present on {count} {count:day|days} before, first on {first}',
    },
    withoutProof: {
      zh: '{since} 有症状，从 {first} 起有 {count} 天到场，没有返岗返训查验记录',
      en: 'had symptoms on {since} and was present on {count} {count:day|days}, first on {first}, without a clearance on record',
    },
    issuedLate: {
      zh: '{issued} 出具的证明，{returned} 已返回',
      en: 'proof issued on {issued}, after the return on {returned}',
    },
    hospitalOnly: {
      zh: '只有医院的证明，没有卫健部门或疾控机构的',
      en: 'proof of a hospital only, none of the health department or CDC',
    },
    otherIssuer: {
      zh: '证明不是卫健部门、疾控机构或医院出具的',
      en: 'the proof is not from the health department, the CDC or a hospital',
    },
    notCleared: { zh: '结论不是“无传染性”', en: 'the conclusion is not that the person is non-infectious' },
  },
  *logs({ logs, profile, limits }) {
    if (!logs.has('clearance')) {
      yield { notGiven: ['clearance'] };
      return;
    }
    const illnesses = illnessesIn(logs, limits);
    const cases = logs.rows('clearance').filter((row) => needsClearance(row) || endsIllness(row, illnesses, logs));
    const presence = presenceIn(logs, profile);
    const isKnown = ({ person, since }: Illness): boolean =>
      illnesses.some((each) => each.person === person && each.since === since);
    const doubtful = illnessesIn(logs, limits, { undecided: true }).filter((each) => !isKnown(each));
    if (doubtful.some(({ person, since, until }) => presence(person, since, until))) yield { notRun: 'undecided' };
    if (cases.length === 0 && illnesses.length === 0) {
      yield { notApplicable: 'noCase' };
      return;
    }
    for (const row of cases) {
      const { issued_on: issued, returned_on: returned, issuer, conclusion } = row;
      if (issued !== undefined && returned !== undefined && issued > returned) {
        yield { row, column: 'issued_on', message: 'issuedLate', params: { issued, returned } };
      }
      const authority = issuer === undefined ? undefined : authorityOf(issuer);
      if (authority === 'hospital') yield { row, column: 'issuer', message: 'hospitalOnly', severity: 'warning' };
      if (authority === 'other') yield { row, column: 'issuer', message: 'otherIssuer' };
      if (conclusion === '其他') yield { row, column: 'conclusion', message: 'notCleared' };
    }
    for (const row of cases) {
      const { onset, returned_on: returned } = row;
      const person = logs.people.of(row.at);
      const seen =
        person && onset !== undefined && returned !== undefined ? presence(person, onset, returned) : undefined;
      if (!person || !seen || returned === undefined) continue;
      const { at, first, count } = seen;
      const params = { returned, count, first };
      yield {
        ...at,
        message: 'presentBefore',
        params,
        related: [row],
        key: `${first} ${returned}`,
        unless: { anyDay: true },
      };
    }
    for (const { person, since, row, until } of illnesses) {
      const seen = presence(person, since, until);
      if (!seen) continue;
      const { at, first, count } = seen;
      // that someone came before the return that was cleared is said once
      if (cases.some((each) => endsIllness(each, [{ person, until }], logs) && (each.onset ?? first) < first)) continue;
      yield {
        ...at,
        message: 'withoutProof',
        params: { since, first, count },
        related: [row],
        key: `${since} ${first}`,
        unless: { anyDay: true },
      };
    }
    if (!logs.has('entry') && !logs.has('check') && !logs.has('session')) {
      yield { notGiven: ['entry', 'check', 'session'] };
    }
  },
});

function spanOf({ suspended_on: from = '', resumed_on: to = '' }: RowOf<'suspension'>): string {
  return `${from} ${to}`;
}

/** Whether a clearance is the one with which an illness ended that other logs show, whatever it calls it. */
function endsIllness(
  { at, returned_on: returned }: RowOf<'clearance'>,
  illnesses: readonly Pick<Illness, 'person' | 'until'>[],
  logs: Logs,
): boolean {
  const person = logs.people.of(at);
  return person !== undefined && illnesses.some((each) => each.person === person && each.until === returned);
}

/** Whether something without a due date has been open for long. */
function isLongOpen(raised: string, asOf: string, limits: Limits): boolean {
  return !keeps(limits.rectificationDays, daysBetween(raised, asOf));
}

const rectifyIssues = rule({
  id: 'rectify-issues',
  clauses: ['七', '八·追责（五）'],
  ground: '五',
  groundPart: 'departments',
  phase: 'recover',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['rectifications'], logs: ['L21'] },
  limits: ['rectificationDays'],
  title: { zh: '立即整改', en: 'Rectification at once' },
  demand: {
    zh: '处置中发现的问题、卫生隐患和有关部门提出的整改意见，立即整改；部门有时间要求的，按时间完成',
    en: 'Problems, hygiene hazards and what the departments object to are put right at once, and by the date where a department sets one',
  },
  advice: {
    zh: '立即整改并填完成日期；部门没有写明期限的，问清后填上',
    en: 'Put it right at once and enter the date; where a department set no date, ask for one and enter it',
  },
  reading: {
    zh: '“立即”没有天数：有期限的按期限看，期限当天完成算按期；人社、卫健部门提的没有期限只提醒；自查发现的问题也在内',
    en: '"at once" has no number of days: where there is a due date it counts, done on that day is in time; no date from a department only warns; what a self-check found is included',
  },
  default: {
    zh: '自己发现的没有期限，拖过几天才提醒',
    en: 'what the institution found itself without a date warns once it has been open for some days',
  },
  messages: {
    nothing: { zh: '没有整改事项', en: 'there is nothing to rectify' },
    late: { zh: '{closed} 完成，期限是 {due}', en: 'completed on {closed}; it was due on {due}' },
    overdue: { zh: '期限 {due} 已过，还没有完成', en: 'due on {due} and still open' },
    noDate: { zh: '部门提出的整改没有写期限', en: 'what a department demands has no due date' },
    stillOpen: {
      zh: '{raised} 提出，没有写期限，到 {asOf} 还没有完成',
      en: 'raised on {raised} without a due date, and still open on {asOf}',
    },
  },
  *profile({ profile, limits, asOf }) {
    const items = profile.rectifications ?? [];
    if (items.length === 0) yield { notApplicable: 'nothing' };
    for (const [i, { source, raisedOn, dueOn, closedOn }] of items.entries()) {
      const at = `rectifications[${i}]`;
      if (dueOn === undefined) {
        if (source === undefined) yield { missing: `${at}.dueOn` };
        else if (source === '人社' || source === '卫健') yield { at, message: 'noDate', severity: 'warning' };
        else if (raisedOn !== undefined && closedOn === undefined && isLongOpen(raisedOn, asOf, limits))
          yield { at, message: 'stillOpen', severity: 'warning', params: { raised: raisedOn, asOf } };
      } else if (closedOn !== undefined && closedOn > dueOn) {
        yield {
          at: `${at}.closedOn`,
          message: 'late',
          params: { closed: closedOn, due: dueOn },
          related: [`${at}.dueOn`],
        };
      } else if (closedOn === undefined && dueOn < asOf) {
        yield { at: `${at}.dueOn`, message: 'overdue', params: { due: dueOn } };
      }
    }
  },
  *logs({ logs, limits, asOf }) {
    const rows = logs.rows('rectification');
    if (rows.length === 0) yield { notApplicable: 'nothing' };
    for (const row of rows) {
      const { source, due_on: due, closed_on: closed } = row;
      if (due === undefined) {
        if ((source === '人社' || source === '卫健') && !isUnreadable(row, 'due_on')) {
          yield { row, column: 'due_on', message: 'noDate', severity: 'warning' };
        } else if (row.raised_on !== undefined && closed === undefined && isLongOpen(row.raised_on, asOf, limits)) {
          const params = { raised: row.raised_on, asOf };
          yield { row, column: 'due_on', message: 'stillOpen', severity: 'warning', params };
        }
      } else if (closed !== undefined && closed > due) {
        yield { row, column: 'closed_on', message: 'late', params: { closed, due } };
      } else if (closed === undefined && due < asOf && !isUnreadable(row, 'closed_on')) {
        yield { row, column: 'due_on', message: 'overdue', params: { due } };
      }
    }
  },
});

const lessonsSummary = rule({
  id: 'lessons-summary',
  clauses: ['七'],
  phase: 'recover',
  class: 'document',
  checklist: false,
  needs: { profile: ['incidents', 'documents'] },
  title: { zh: '疫情处置总结', en: 'Summary of an outbreak' },
  demand: {
    zh: '及时总结疫情与应急处置的经验',
    en: 'What was learnt from an outbreak and its handling is summed up promptly',
  },
  advice: {
    zh: '写一份总结，列入 documents（kind: lessons），incident 写这起疫情的编号',
    en: 'Write a summary and list it in documents (kind: lessons) with the id of the incident',
  },
  reading: {
    zh: '每起突发疫情结案后有一份总结；只结案一起时，任何一份总结都算它的；“及时”没有数字，不比日期',
    en: 'there is a summary of each outbreak once it is closed; with a single closed outbreak any summary is taken as its own; "promptly" has no number, so no date is compared',
  },
  messages: {
    noOutbreak: { zh: '没有突发疫情', en: 'there was no outbreak' },
    notClosed: { zh: '突发疫情还没有结案', en: 'the outbreak is not closed yet' },
    noSummary: { zh: '这起突发疫情已结案，没有总结', en: 'this outbreak is closed but has no summary' },
  },
  *profile({ profile }) {
    const all = outbreaks(profile);
    const closed = all.filter(({ incident }) => incident.closedOn !== undefined);
    if (closed.length === 0) {
      yield { notApplicable: all.length === 0 ? 'noOutbreak' : 'notClosed' };
      return;
    }
    if (profile.documents === undefined) {
      yield { missing: 'documents' };
      return;
    }
    const lessons = profile.documents.filter(({ kind }) => kind === 'lessons');
    if (closed.length === 1 && lessons.length > 0) return;
    for (const { incident, index } of closed) {
      if (incident.id === undefined && lessons.length > 0) yield { missing: `incidents[${index}].id` };
      else if (!lessons.some((document) => document.incident === incident.id)) {
        yield { at: `incidents[${index}]`, message: 'noSummary' };
      }
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  suspensionDeepClean,
  resumeAfterAssessment,
  returnClearance,
  rectifyIssues,
  lessonsSummary,
];
