/** 八·流程: from the self-check to the inspection. The papers handed in stand in application-papers.ts. */

import type { RowOf } from '../logs/kinds/index.js';
import type { Logs, PersonDay } from '../logs/logs.js';
import { FLAG } from '../logs/streamed.js';
import { sameArea } from '../plan/areas.js';
import { EPIDEMIC_FROM } from '../plan/epidemic.js';
import type { Profile, TrainingClass } from '../profile/profile.types.js';
import { type Measured, type Rule, rule } from './rule.js';
import { byItself, byNobody, byOther, inspectedBy } from './shared/inspector.js';
import { seen, share, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';
import { activeStaff, refersTo } from './shared/people.js';

const SELF_CHECKED = { zh: '自查', en: 'self-check on' };
const ANSWERED = { what: { zh: '有结果', en: 'answered' }, unit: UNITS.point };

const selfCheckDone = rule({
  id: 'self-check-done',
  clauses: ['八·流程（一）', '附件6'],
  phase: 'apply',
  class: 'document',
  also: ['profile'],
  checklist: true,
  needs: { profile: ['selfCheck.date', 'selfCheck.items', 'application', 'rectifications'] },
  title: { zh: '自查', en: 'Self-check' },
  demand: {
    zh: '按要求备好物资、搞好环境卫生，并作自查',
    en: 'Supplies and cleaning are made ready as required, and a self-check is made',
  },
  advice: {
    zh: '对照检查表逐项填是、否或不适用，写明自查日期',
    en: 'Answer every item of the checklist with 是, 否 or 不适用 and enter the date',
  },
  reading: {
    zh: '自查以写明日期、每一项都有结果为凭',
    en: 'the self-check is shown by its date and a result for every item',
  },
  messages: {
    noItems: { zh: '自查没有列出任何项目', en: 'the self-check lists no items' },
    unmet: {
      zh: '自查第 {n} 项结果是“否”，已经申请恢复，整改记录里却没有自查的问题',
      en: 'item {n} of the self-check is not met, yet the application is made and no rectification from the self-check is on record',
    },
  },
  *profile({ profile }) {
    const { date, items } = profile.selfCheck ?? {};
    if (date === undefined) yield { missing: 'selfCheck.date' };
    else yield seen(SELF_CHECKED, date, 'selfCheck.date');
    yield* share(ANSWERED, items ?? [], ({ result }) => result !== undefined, 'selfCheck.items');
    if (items === undefined) yield { missing: 'selfCheck.items' };
    else if (items.length === 0) yield { at: 'selfCheck.items', message: 'noItems' };
    else yield* missingFrom(items, 'selfCheck.items', ['result']);
    const isRectified = (profile.rectifications ?? []).some(({ source = '自查' }) => source === '自查');
    if (profile.application === undefined || isRectified) return;
    for (const [i, { result }] of (items ?? []).entries()) {
      if (result === '否') yield { at: `selfCheck.items[${i}].result`, message: 'unmet', params: { n: i + 1 } };
    }
  },
});

const SIGNED_AFTER = { what: { zh: '自查后签', en: 'signed after it' }, unit: UNITS.copy };

const selfCheckBeforeCommitments = rule({
  id: 'self-check-before-commitments',
  clauses: ['八·流程（一）'],
  phase: 'apply',
  class: 'document',
  also: ['profile'],
  checklist: true,
  needs: { profile: ['selfCheck.date', 'commitments', 'staff'] },
  title: { zh: '先自查后承诺', en: 'Self-check before commitments' },
  demand: { zh: '自查后与全体职工签承诺书', en: 'The commitments of all staff are signed after the self-check' },
  advice: {
    zh: '核对两个日期；确实先签后自查的，自查以后重新签',
    en: 'Check both dates; where the commitment really came first, sign again after the self-check',
  },
  reading: {
    zh: '同一天也可以；离职人员和不在名单上的人签的不比',
    en: 'the same day is in order; commitments of people who left or are not on the staff do not count',
  },
  messages: {
    signedBefore: {
      zh: '上岗承诺书 {signed} 签，自查 {selfCheck} 才做',
      en: 'the commitment was signed on {signed}, the self-check done on {selfCheck}',
    },
  },
  *profile({ profile, asOf }) {
    const selfCheck = profile.selfCheck?.date;
    if (selfCheck === undefined) yield { missing: 'selfCheck.date' };
    const staff = activeStaff(profile, asOf);
    const counts = (person = ''): boolean => staff.length === 0 || staff.some(({ member }) => refersTo(person, member));
    const signed = (profile.commitments ?? []).flatMap(({ kind, person, signedOn }, index) =>
      kind === 'staff' && counts(person) ? [{ signedOn, index }] : [],
    );
    if (signed.length === 0) yield { missing: 'commitments' };
    if (selfCheck !== undefined) {
      const isAfter = ({ signedOn = '' }: { readonly signedOn: string | undefined }): boolean => signedOn >= selfCheck;
      yield seen(SELF_CHECKED, selfCheck, 'selfCheck.date');
      yield* share(SIGNED_AFTER, signed, isAfter, 'commitments');
    }
    for (const { signedOn, index } of signed) {
      const at = `commitments[${index}].signedOn`;
      if (signedOn === undefined) yield { missing: at };
      else if (selfCheck !== undefined && signedOn < selfCheck) {
        yield { at, message: 'signedBefore', params: { signed: signedOn, selfCheck }, related: ['selfCheck.date'] };
      }
    }
  },
});

const APPLIED_TO = { zh: '递交', en: 'applied to' };

const applicationRecipient = rule({
  id: 'application-recipient',
  clauses: ['八·流程（二）'],
  phase: 'apply',
  class: 'document',
  checklist: true,
  needs: { profile: ['application.to', 'institution.district'] },
  title: { zh: '向谁申请', en: 'Where to apply' },
  demand: {
    zh: '申请向机构所在县（区）人社部门提出',
    en: "The application goes to the HR&SS department of the institution's own county or district",
  },
  advice: {
    zh: '改向机构所在县（区）人社部门申请',
    en: 'Apply to the department of the county or district where the institution is',
  },
  reading: {
    zh: '县（区）名前有没有市名都一样；县的简称、旧称算同一处',
    en: 'area names are the same with or without the name of the city; short and former names of a county are the same place',
  },
  messages: {
    otherLevel: {
      zh: '申请递交的是市级部门，应为县或区',
      en: 'the application goes to the city; it must go to a county or district',
    },
    otherArea: {
      zh: '申请递交到 {to}，机构在 {district}',
      en: 'the application goes to {to}, but the institution is in {district}',
    },
  },
  *profile({ profile, plan }) {
    const to = profile.application?.to;
    const district = profile.institution?.district;
    if (district === undefined) yield { missing: 'institution.district' };
    if (to === undefined) {
      yield { missing: 'application.to' };
      return;
    }
    if (to.level === undefined) yield { missing: 'application.to.level' };
    else if (to.level === '市') yield { at: 'application.to.level', message: 'otherLevel' };
    if (to.area === undefined) {
      yield { missing: 'application.to.area' };
    } else {
      const isOther = district !== undefined && !sameArea(plan.area, to.area, district);
      yield seen(APPLIED_TO, to.area, 'application.to.area', !isOther && to.level !== '市');
      if (isOther) {
        const params = { to: to.area, district };
        yield { at: 'application.to.area', message: 'otherArea', params, related: ['institution.district'] };
      }
    }
  },
});

const INSPECTED = { zh: '实地检查', en: 'inspection passed' };
const NOT_PASSED = { zh: '还没有通过', en: 'not yet' };
const BEGUN = { zh: '培训', en: 'training began' };
const NOT_BEGUN = { zh: '还没有开始', en: 'not yet' };

const noResumeBeforePass = rule({
  id: 'no-resume-before-pass',
  clauses: ['八·流程（三）'],
  phase: 'apply',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['inspection', 'application.date', 'operation', 'classes'], logs: ['L17', 'L1'] },
  title: { zh: '检查合格再恢复', en: 'Resume once passed' },
  demand: {
    zh: '县（区）人社部门实地检查，合格一家，恢复一家',
    en: 'The county or district department inspects on site; each institution resumes once it has passed',
  },
  advice: {
    zh: '没有通过检查的先停下来；日期填错的改正，写明由哪个人社部门检查',
    en: 'Stop until the inspection is passed; where a date is wrong, correct it, and enter which HR&SS department inspected',
  },
  reading: {
    zh: '通过当天可以恢复；没有检查也没有开课的，没有可指出的；通过以前，核对日期之后的课算计划；概况里防控工作开始之前的课不算；每个班只指出最早的一处，出入登记只指出最早到训的学员',
    en: 'resuming on the day of the pass is in order; without inspection and start there is nothing to object to; before a pass, days after the check count as planned; in the profile what was before prevention work began does not count; only the earliest place of each class is shown, and of the register the first trainee',
  },
  default: { zh: '日志里的课从 2020-01-24 起都算', en: 'in the logs every row from 2020-01-24 on counts' },
  messages: {
    beforePass: { zh: '{on} 已开始，检查 {passed} 才通过', en: 'began on {on}; the inspection was passed on {passed}' },
    beforeApplying: {
      zh: '{inspected} 就检查了，{applied} 才申请，请核实日期',
      en: 'inspected on {inspected}, before the application of {applied}; check the dates',
    },
    byItself,
    byOther,
    byNobody,
    withoutPass: { zh: '{on} 已开始，检查还没有通过', en: 'began on {on}; the inspection has not been passed' },
  },
  *profile({ profile, asOf }) {
    const inspection = profile.inspection;
    const starts = startsOf(profile);
    yield* inspectedAndBegun(inspection, starts, asOf);
    if (inspection?.result === 'pass') {
      yield* inspectedBy(inspection.by, 'inspection', profile);
      const passed = inspection.date;
      const applied = profile.application?.date;
      if (passed !== undefined && applied !== undefined && passed < applied) {
        const params = { inspected: passed, applied };
        yield { at: 'inspection.date', message: 'beforeApplying', params, related: ['application.date'] };
      }
      if (passed === undefined) yield { missing: 'inspection.date' };
      for (const { at, on } of starts) {
        if (passed === undefined || on >= passed) continue;
        yield { at, message: 'beforePass', params: { on, passed }, related: ['inspection.date'] };
      }
      return;
    }
    const begun = starts.filter(({ on }) => on <= asOf);
    if (begun.length === 0) return;
    if (inspection && inspection.result === undefined) {
      yield { missing: 'inspection.result' };
      return;
    }
    for (const { at, on } of begun) yield { at, message: 'withoutPass', params: { on } };
  },
  *logs({ logs, profile, asOf }) {
    if (!profile) {
      yield { notGiven: ['profile'] };
      return;
    }
    const { result, date: passed } = profile.inspection ?? {};
    if (result === 'pass' && passed === undefined) return;
    const isBefore = (on: string): boolean =>
      on >= EPIDEMIC_FROM && (result === 'pass' && passed !== undefined ? on < passed : on <= asOf);
    let found = false;
    const said = (on: string) =>
      result === 'pass' && passed !== undefined
        ? ({ message: 'beforePass', params: { on, passed } } as const)
        : ({ message: 'withoutPass', params: { on } } as const);
    for (const { row, on, name } of firstLessons(logs, isBefore)) {
      found = true;
      yield { row, column: 'date', ...said(on), key: name };
    }
    const entered = firstTrainee(logs, isBefore);
    if (entered) yield { mark: entered.mark, ...said(entered.on), key: 'entry', unless: false };
    else if (!found && !logs.has('session')) yield { notGiven: ['session'] };
  },
});

/** When the inspection was passed, and when training began. */
function* inspectedAndBegun(
  { result, date }: NonNullable<Profile['inspection']> = {},
  starts: readonly Start[],
  asOf: string,
): Iterable<Measured> {
  const [first] = starts.flatMap(({ on }) => (on <= asOf ? [on] : [])).sort();
  const passed = result === 'pass' ? date : undefined;
  const inspected = passed === undefined ? NOT_PASSED : { zh: `${passed}通过`, en: passed };
  const begun = first === undefined ? NOT_BEGUN : { zh: `${first}开始`, en: first };
  const isInOrder = first === undefined || (passed !== undefined && first >= passed);
  yield seen(INSPECTED, inspected, 'inspection', isInOrder);
  yield seen(BEGUN, begun, 'operation', isInOrder);
}

/** Of each class the earliest row on a day that counts. */
function firstLessons(logs: Logs, counts: (day: string) => boolean) {
  const firsts = new Map<string, { row: RowOf<'session'>; on: string; name: string }>();
  for (const row of logs.rows('session')) {
    const { date: on } = row;
    if (on === undefined || !counts(on)) continue;
    const name = logs.names.class(row.class ?? '');
    const known = firsts.get(name);
    if (!known || on < known.on) firsts.set(name, { row, on, name });
  }
  return firsts.values();
}

/** The first trainee let in on a day that counts. */
function firstTrainee(logs: Logs, counts: (day: string) => boolean): { mark: PersonDay; on: string } | undefined {
  for (const on of logs.days('entry').filter(counts)) {
    let first: PersonDay | undefined;
    logs.eachOn('entry', on, (person, flags, mark) => {
      if (person.category === '学员' && (flags & FLAG.present) !== 0) first ??= mark();
    });
    if (first) return { mark: first, on };
  }
  return undefined;
}

interface Start {
  readonly at: string;
  readonly on: string;
}

/** The day of resumption, and of each class the earliest day on which it met. */
function startsOf(profile: Profile): Start[] {
  const { start = '', resumedOn } = profile.operation ?? {};
  const ofClasses = (profile.classes ?? []).flatMap((each, i) => {
    const days = daysOf(each, `classes[${i}]`).filter(({ on }) => on >= start);
    const [first] = days;
    return first ? [days.reduce((a, b) => (b.on < a.on ? b : a), first)] : [];
  });
  return resumedOn === undefined ? ofClasses : [{ at: 'operation.resumedOn', on: resumedOn }, ...ofClasses];
}

function daysOf({ trainees = [], sessions = [] }: TrainingClass, at: string): Start[] {
  return [
    ...trainees.map(({ firstDay }, j) => ({ at: `${at}.trainees[${j}].firstDay`, on: firstDay })),
    ...sessions.map(({ date }, j) => ({ at: `${at}.sessions[${j}].date`, on: date })),
  ].flatMap(({ at, on }) => (on === undefined ? [] : [{ at, on }]));
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  selfCheckDone,
  selfCheckBeforeCommitments,
  applicationRecipient,
  noResumeBeforePass,
];
