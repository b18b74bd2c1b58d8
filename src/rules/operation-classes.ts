/** 五（五）, 五（六）: how large a class is, and what it begins with. */
import { keeps } from '../plan/limit.js';
import type { Session, TrainingClass } from '../profile/profile.types.js';
import { type Rule, rule } from './rule.js';
import { missingFrom } from './shared/missing.js';

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
  demand: { zh: '一个班最多50人', en: 'At most 50 people in a class' },
  advice: { zh: '把人数多的班分成两个班或两场', en: 'Split the class or the assessment in two' },
  reading: {
    zh: '只数学员，不数教师；名单人数和计划人数取大的；一场鉴定也当作一个班（工具的理解）',
    en: 'trainees are counted, not the teacher; the larger of roster and plan counts; an assessment is a class too (toolkit reading)',
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
    for (const [i, each] of (classes ?? []).entries()) {
      const { at, have } = largest(each);
      if (have === undefined) {
        yield { missing: `classes[${i}].plannedSize` };
      } else if (!keeps(limit, have)) {
        const params = { class: each.id ?? i + 1, have, limit: limit.value };
        yield { at: `classes[${i}].${at}`, message: 'classTooLarge', params };
      }
    }
    for (const [i, appraisal] of appraisals.entries()) {
      const have = appraisal.people?.length;
      if (have === undefined) {
        yield { missing: `appraisals[${i}].people` };
      } else if (!keeps(limit, have)) {
        const params = { appraisal: appraisal.id ?? i + 1, have, limit: limit.value };
        yield { at: `appraisals[${i}].people`, message: 'appraisalTooLarge', params };
      }
    }
  },
});

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
  phase: 'run',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['classes', 'operation.resumedOn'], logs: ['L17'] },
  title: { zh: '开学第一课', en: 'First lesson' },
  demand: { zh: '每个班的第一课都讲防控知识', en: 'The first lesson of every class deals with epidemic knowledge' },
  advice: {
    zh: '第一课安排防控知识；已经上过的，尽快补一课并如实登记',
    en: 'Put epidemic knowledge into the first lesson; if it is over, make up for it soon and record it as it was',
  },
  reading: {
    zh: '第一课指恢复培训当天或以后最早的一次课；写了恢复日期的，以前的课不算',
    en: 'the first lesson is the earliest on or after the day of resumption; earlier ones do not count',
  },
  messages: {
    without: {
      zh: '班级 {class} 的第一课（{date}）没有防控知识',
      en: 'the first lesson of class {class} ({date}) has no epidemic knowledge',
    },
  },
  *profile({ profile }) {
    const resumedOn = profile.operation?.resumedOn ?? '';
    for (const [i, each] of (profile.classes ?? []).entries()) {
      const sessions = each.sessions ?? [];
      yield* missingFrom(sessions, `classes[${i}].sessions`, ['date']);
      const counted = sessions.filter(({ date }) => date !== undefined && date >= resumedOn);
      const first = counted.reduce<Session | undefined>((a, b) => (a && !isEarlier(b, a) ? a : b), undefined);
      if (!first) continue;
      const at = `classes[${i}].sessions[${sessions.indexOf(first)}].epidemic`;
      if (first.epidemic === undefined) yield { missing: at };
      else if (!first.epidemic)
        yield { at, message: 'without', params: { class: each.id ?? i + 1, date: first.date ?? '' } };
    }
  },
});

/** Compares by date, then by time, then by number, each where both give it. */
function isEarlier(a: Session, b: Session): boolean {
  if (a.date !== b.date) return (a.date ?? '') < (b.date ?? '');
  if (a.start !== undefined && b.start !== undefined && a.start !== b.start) return a.start < b.start;
  return a.no !== undefined && b.no !== undefined && a.no < b.no;
}

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [classSize, firstLessonEpidemic];
