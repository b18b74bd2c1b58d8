/** 七、善后恢复: what is done after training was stopped. */

import { type Rule, rule } from './rule.js';
import { outbreaks } from './shared/outbreaks.js';

const suspensionDeepClean = rule({
  id: 'suspension-deep-clean',
  clauses: ['七'],
  phase: 'recover',
  class: 'log',
  checklist: false,
  needs: { logs: ['L8', 'L20'] },
  title: { zh: '停训后彻底消毒', en: 'Thorough disinfection after a stop' },
  demand: {
    zh: '因疫情停过训的，复训之前把有关场所彻底打扫、消毒好',
    en: 'After an epidemic stop, the premises are thoroughly cleaned and disinfected before training resumes',
  },
  advice: {
    zh: '完成终末消毒，在停复训台账里写明完成日期，再复训',
    en: 'Complete the terminal disinfection, enter its date in the suspension log, then resume',
  },
  reading: { zh: '还没有复训的不查', en: 'a stop that still lasts is not judged' },
  messages: {},
});

const resumeAfterAssessment = rule({
  id: 'resume-after-assessment',
  clauses: ['七'],
  phase: 'recover',
  class: 'log',
  checklist: false,
  needs: { logs: ['L17', 'L20'] },
  title: { zh: '研判后复训', en: 'Assessment before resuming' },
  demand: {
    zh: '停训期间不上课，研判过形势才复训',
    en: 'No lessons during a stop; training resumes once the situation has been assessed',
  },
  advice: {
    zh: '先研判、写明研判日期，再定复训日期',
    en: 'Assess first and enter the date, then set the day of resumption',
  },
  messages: {},
});

const returnClearance = rule({
  id: 'return-clearance',
  clauses: ['七'],
  phase: 'recover',
  class: 'log',
  also: ['document'],
  checklist: false,
  needs: { logs: ['L1', 'L3', 'L14', 'L17'] },
  title: { zh: '返岗返训证明', en: 'Clearance to return' },
  demand: {
    zh: '有过发热、干咳、乏力或因疫情住院的人，康复且卫健部门认定不传染，才回来',
    en: 'Whoever had fever, dry cough or fatigue, or was in hospital for it, comes back only recovered and found non-infectious by the health department',
  },
  advice: {
    zh: '没有证明的先不回来；请卫健部门或疾控机构出具结论后登记',
    en: 'Without proof the person stays away; obtain the finding of the health department or CDC and log it',
  },
  reading: {
    zh: '疾控机构出具的也算；只有医院证明的提醒（工具默认值，非预案规定）',
    en: 'proof of the CDC will do; proof of a hospital alone warns (toolkit default)',
  },
  messages: {},
});

const rectifyIssues = rule({
  id: 'rectify-issues',
  clauses: ['七', '八·追责（五）'],
  ground: '五',
  phase: 'recover',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['rectifications'], logs: ['L21'] },
  title: { zh: '按期整改', en: 'Rectification in time' },
  demand: {
    zh: '发现的问题、隐患和部门提的意见，按期限改好',
    en: 'Problems, hazards and what the departments object to are put right by the date set',
  },
  advice: {
    zh: '尽快改好并填完成日期；部门没有写明期限的，问清后填上',
    en: 'Put it right soon and enter the date; where a department set no date, ask for one and enter it',
  },
  reading: {
    zh: '期限当天完成算按期；人社、卫健部门提的没有期限只提醒；自己发现的没有期限不比',
    en: 'done on the due date is in time; no date from a department only warns; what the institution found itself needs none',
  },
  messages: {
    nothing: { zh: '没有整改事项', en: 'there is nothing to rectify' },
    late: { zh: '{closed} 完成，期限是 {due}', en: 'completed on {closed}; it was due on {due}' },
    overdue: { zh: '期限 {due} 已过，还没有完成', en: 'due on {due} and still open' },
    noDate: { zh: '部门提出的整改没有写期限', en: 'what a department demands has no due date' },
  },
  *profile({ profile, asOf }) {
    const items = profile.rectifications ?? [];
    if (items.length === 0) yield { notApplicable: 'nothing' };
    for (const [i, { source, dueOn, closedOn }] of items.entries()) {
      const at = `rectifications[${i}]`;
      if (dueOn === undefined) {
        if (source === undefined) yield { missing: `${at}.dueOn` };
        else if (source === '人社' || source === '卫健') yield { at, message: 'noDate', severity: 'warning' };
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
    zh: '每起突发疫情结案后写出总结',
    en: 'A summary of what was learnt is written once an outbreak is closed',
  },
  advice: {
    zh: '写一份总结，列入 documents（kind: lessons），incident 写这起疫情的编号',
    en: 'Write a summary and list it in documents (kind: lessons) with the id of the incident',
  },
  reading: {
    zh: '只结案一起时，任何一份总结都算它的；“及时”没有数字，不比日期',
    en: 'with a single closed outbreak any summary is taken as its own; "timely" has no number, so no date is compared',
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
