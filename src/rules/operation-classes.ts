/** 五（五）, 五（六）: how large a class is, and what it begins with. */
import type { RowOf } from '../logs/kinds/index.js';
import { EPIDEMIC_FROM } from '../plan/epidemic.js';
import { keeps } from '../plan/limit.js';
import type { Appraisal, Profile, Session, TrainingClass } from '../profile/profile.types.js';
import { type Rule, rule } from './rule.js';
import { amount, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';
import { memberOf, refersTo } from './shared/people.js';
import { isUnreadable } from './shared/unreadable.js';

const LARGEST = { what: { zh: '最多的班', en: 'largest class' }, unit: UNITS.person };

const classSize = rule({
  id: 'class-size',
  clauses: ['五（五）'],
  phase: 'prep',
  class: 'profile',
  also: ['log'],
  checklist: true,
  needs: { profile: ['classes', 'appraisals'], logs: ['L17'] },
  limits: ['classSize'],
  title: { zh: '每班人数', en: 'Class size' },
  demand: { zh: '每个班最多50人', en: 'At most 50 people in a class' },
  advice: { zh: '把人数多的班分成两个班或两场', en: 'Split the class or the assessment in two' },
  reading: {
    zh: '只数学员，不数教师和考评员；名单人数和计划人数取大的；一场鉴定也当作一个班，没有填考评员的，人员里不是学员的教职工算考评员',
    en: 'trainees are counted, not the teacher or examiners; the larger of roster and plan counts; an assessment is a class too; where its examiners are not given, members of staff among its people who are no trainees examine',
  },
  messages: {
    noClasses: { zh: '没有班级，也没有鉴定', en: 'there are no classes and no assessments' },
    classTooLarge: {
      zh: '班级 {class} 有 {have} 人，最多 {limit} 人',
      en: 'class {class} has {have} people; at most {limit} are allowed',
    },
    appraisalTooLarge: {
      zh: '鉴定 {appraisal} 有 {have} 人，最多 {limit} 人',
      en: 'assessment {appraisal} has {have} people; at most {limit} are allowed',
    },
  },
  *profile({ profile, limits }) {
    const { classes, appraisals = [] } = profile;
    const limit = limits.classSize;
    if (appraisals.length === 0 && !classes?.length) {
      if (classes) yield { notApplicable: 'noClasses' };
      else yield { missing: 'classes' };
      return;
    }
    const ofClasses = (classes ?? []).map((each, i) => {
      const { at, have } = largest(each);
      return { size: amount(LARGEST, have, limit, `classes[${i}].${at}`), class: each.id ?? i + 1 };
    });
    const ofAppraisals = appraisals.map((each, i) => {
      const candidates = candidatesOf(each, profile)?.length;
      return { size: amount(LARGEST, candidates, limit, `appraisals[${i}].people`), appraisal: each.id ?? i + 1 };
    });
    const sizes = [...ofClasses, ...ofAppraisals].map(({ size }) => size);
    const [first, ...others] = sizes.filter(({ have }) => have !== undefined);
    if (first) yield { measured: others.reduce((a, b) => ((b.have ?? 0) > (a.have ?? 0) ? b : a), first) };
    for (const { size, ...name } of [...ofClasses, ...ofAppraisals]) {
      if (size.have === undefined) yield { missing: size.path };
      else if (!size.met) {
        const message = 'class' in name ? 'classTooLarge' : 'appraisalTooLarge';
        yield { at: size.path, message, params: { ...name, have: size.have, limit: size.need } };
      }
    }
  },
  *logs({ logs, limits }) {
    const limit = limits.classSize;
    for (const row of logs.rows('session')) {
      const { date, attended: have } = row;
      if (date === undefined || date < EPIDEMIC_FROM || have === undefined || keeps(limit, have)) continue;
      const { appraisal } = row;
      if (isUnreadable(row, 'appraisal')) continue;
      const name = row.class === undefined ? UNNAMED : logs.names.class(row.class);
      const params = { have, limit: limit.value };
      yield appraisal
        ? { row, column: 'attended', message: 'appraisalTooLarge', params: { appraisal: name, ...params } }
        : { row, column: 'attended', message: 'classTooLarge', params: { class: name, ...params } };
    }
  },
});

/**
 * The people of an appraisal who are examined: not its examiners, or where those are not given, not members of staff who
 * are trainees of no class.
 */
function candidatesOf({ people, examiners }: Appraisal, profile: Profile): readonly string[] | undefined {
  const trainees = (profile.classes ?? []).flatMap((each) => each.trainees ?? []);
  const isTrainee = (name: string): boolean => trainees.some((trainee) => refersTo(name, trainee));
  const examines = (name: string): boolean =>
    examiners ? examiners.includes(name) : memberOf(profile, name) !== undefined && !isTrainee(name);
  return people?.filter((name) => !examines(name));
}

const UNNAMED = { zh: '（没有写班级）', en: '(not named)' };

/** The larger of the two numbers that a class gives, and where it stands. */
function largest({ trainees, plannedSize }: TrainingClass): { at: string; have: number | undefined } {
  const listed = trainees?.length;
  return listed === undefined || (plannedSize ?? 0) > listed
    ? { at: 'plannedSize', have: plannedSize }
    : { at: 'trainees', have: listed };
}

const firstLessonEpidemic = rule({
  id: 'first-lesson-epidemic',
  clauses: ['五（六）'],
  ground: '二',
  groundPart: 'health-education',
  phase: 'run',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['classes', 'operation.resumedOn'], logs: ['L17'] },
  title: { zh: '开学第一课', en: 'First lesson' },
  demand: {
    zh: '每个培训班的开学第一课都有疫情防控知识',
    en: 'The first lesson of every class deals with epidemic knowledge',
  },
  advice: {
    zh: '第一课安排防控知识；已经上过的，尽快补一课并如实登记',
    en: 'Put epidemic knowledge into the first lesson; if it is over, make up for it soon and record it as it was',
  },
  reading: {
    zh: '第一课指恢复培训当天或以后最早的一次课；概况里写了恢复日期的，以前的课不算',
    en: 'the first lesson is the earliest on or after the day of resumption; in the profile earlier ones do not count',
  },
  default: {
    zh: '日志里看 2020-01-24 起最早的一次',
    en: 'in the log the first lesson is the earliest from 2020-01-24 on',
  },
  messages: {
    noLesson: { zh: '日志里没有开班第一课', en: 'the log has no first lesson of a class' },
    unsaid: {
      zh: '第一课没有写有没有防控知识',
      en: 'whether the first lesson deals with epidemic knowledge is not stated',
    },
    noColumn: {
      zh: '教学日志没有“防控知识”这一列，看不出第一课讲了没有',
      en: 'the log of sessions has no column "epidemic", so that nobody can see what the first lesson dealt with',
    },
    without: {
      zh: '班级 {class} 的第一课（{date}）没有防控知识',
      en: 'the first lesson of class {class} ({date}) has no epidemic knowledge',
    },
  },
  *profile({ profile, asOf }) {
    const resumedOn = profile.operation?.resumedOn ?? '';
    const toCome: string[] = [];
    let judged = 0;
    for (const [i, each] of (profile.classes ?? []).entries()) {
      const sessions = each.sessions ?? [];
      yield* missingFrom(sessions, `classes[${i}].sessions`, ['date']);
      const counted = sessions.filter(({ date }) => date !== undefined && date >= resumedOn);
      const first = counted.reduce<Session | undefined>((a, b) => (a && !isEarlier(b, a) ? a : b), undefined);
      if (!first) continue;
      if (first.date !== undefined && asOf < first.date) {
        toCome.push(first.date);
        continue;
      }
      judged++;
      const at = `classes[${i}].sessions[${sessions.indexOf(first)}].epidemic`;
      if (first.epidemic === undefined) yield { missing: at };
      else if (!first.epidemic)
        yield { at, message: 'without', params: { class: each.id ?? i + 1, date: first.date ?? '' } };
    }
    const [next] = toCome.sort();
    if (next !== undefined && judged === 0) yield { notYet: next };
  },
  *logs({ logs, profile }) {
    const resumedOn = profile?.operation?.resumedOn ?? '';
    const firsts = new Map<string, Lesson>();
    for (const row of logs.rows('session')) {
      const { date, appraisal, start, no } = row;
      if (date === undefined || row.class === undefined || appraisal === true || date < EPIDEMIC_FROM) continue;
      const name = logs.names.class(row.class);
      const known = firsts.get(name);
      const session = { date, start, no };
      if (!known || isEarlier(session, known.session)) firsts.set(name, { row, session });
    }
    const begun = logs.days('session')[0] ?? '';
    let judged = 0;
    let untold = 0;
    for (const [name, { row, session }] of firsts) {
      const each = profile?.classes?.find(({ id, name: called }) => logs.names.class(id ?? called ?? '') === name);
      // the log begins later than the class: its first lesson is in none of these rows
      const earlier = [each?.startDate, ...(each?.sessions ?? []).map(({ date }) => date)];
      if (earlier.some((day) => day !== undefined && day >= resumedOn && day < begun)) continue;
      judged++;
      // the first of all may be one that could not be read
      const found = { row, column: 'epidemic', key: name, unless: { anyDay: true } } as const;
      if (row.epidemic === undefined && !row.at.log.positions.has('epidemic')) untold++;
      else if (row.epidemic === undefined) yield { ...found, message: 'unsaid' };
      else if (!row.epidemic) yield { ...found, message: 'without', params: { class: name, date: session.date } };
    }
    if (untold > 0) yield { notRun: 'noColumn' };
    if (judged === 0) yield { notApplicable: 'noLesson' };
  },
});

/** The earliest lesson of a class in the log. */
interface Lesson {
  readonly row: RowOf<'session'>;
  readonly session: Timed & { readonly date: string };
}

/** What tells which of two lessons is the earlier. */
interface Timed {
  readonly date?: string | undefined;
  readonly start?: string | number | undefined;
  readonly no?: number | undefined;
}

/** Compares by date, then by time, then by number, each where both give it. */
function isEarlier(a: Timed, b: Timed): boolean {
  if (a.date !== b.date) return (a.date ?? '') < (b.date ?? '');
  if (a.start !== undefined && b.start !== undefined && a.start !== b.start) return a.start < b.start;
  return a.no !== undefined && b.no !== undefined && a.no < b.no;
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [classSize, firstLessonEpidemic];
