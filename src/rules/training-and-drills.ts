/** 四（四）人员培训及应急演练: who was trained in what, whether there was a drill, and what of it is on file. */
import { keeps } from '../plan/limit.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { missingFrom } from './shared/missing.js';
import { activeStaff, refersTo } from './shared/people.js';

/** The topics of the plan. A topic is covered by a text that contains one of its words. */
const TOPICS: readonly { readonly name: Wording; readonly words: readonly string[] }[] = [
  { name: { zh: '方案', en: 'plans' }, words: ['方案', '预案', '二案'] },
  { name: { zh: '制度', en: 'systems' }, words: ['制度', '七制'] },
  {
    name: { zh: '个人防护', en: 'personal protection' },
    words: ['个人防护', '自我防护', '防护知识', '防护用品', '口罩', '洗手', '手卫生'],
  },
  { name: { zh: '消毒', en: 'disinfection' }, words: ['消毒', '消杀'] },
];

const listed = (language: keyof Wording): string => {
  const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  return TOPICS.map(({ name, words }) => `${name[language]}${colon}${words.join('、')}`).join(semicolon);
};

const staffEpidemicTraining = rule({
  id: 'staff-epidemic-training',
  clauses: ['四（四）'],
  ground: '二',
  phase: 'prep',
  class: 'log',
  also: ['document', 'profile'],
  checklist: true,
  needs: { profile: ['training.records', 'staff'], logs: ['L16'] },
  title: { zh: '全员防控培训', en: 'Training of all staff' },
  demand: {
    zh: '全体教职工都受过培训，内容有方案、制度、个人防护和消毒四项',
    en: 'All staff have been trained; the topics are plans, systems, personal protection and disinfection',
  },
  advice: {
    zh: '给没参加的人补训，补上缺的主题，填入 training.records',
    en: 'Train whoever did not attend, cover the lacking topics, and enter both in training.records',
  },
  reading: {
    zh: `主题按字词认定，可分几次培训（工具的理解）。${listed('zh')}`,
    en: `topics are recognised by these words and may be spread over several trainings (toolkit reading). ${listed('en')}`,
  },
  messages: {
    none: { zh: '没有培训记录', en: 'no training is on record' },
    topicLacking: { zh: '培训主题里没有“{topic}”', en: 'no training covers {topic}' },
    notTrained: { zh: '这名教职工没有参加过培训', en: 'this member of staff has attended no training' },
  },
  *profile({ profile, asOf }) {
    const records = profile.training?.records;
    const staff = activeStaff(profile, asOf);
    if (staff.length === 0) yield { missing: 'staff' };
    if (records === undefined) {
      yield { missing: 'training.records' };
      return;
    }
    if (records.length === 0) {
      yield { at: 'training.records', message: 'none' };
      return;
    }
    yield* missingFrom(records, 'training.records', ['topics', 'attendees']);
    if (records.every((record) => record.topics !== undefined)) {
      const topics = records.flatMap((record) => record.topics ?? []).map(plain);
      for (const { name, words } of TOPICS) {
        if (topics.some((topic) => words.some((word) => topic.includes(word)))) continue;
        yield { at: 'training.records', message: 'topicLacking', params: { topic: name } };
      }
    }
    if (records.every((record) => record.attendees !== undefined)) {
      const attendees = records.flatMap((record) => record.attendees ?? []);
      for (const { member, index } of staff) {
        if (attendees.some((reference) => refersTo(reference, member))) continue;
        yield { at: `staff[${index}]`, message: 'notTrained', related: ['training.records'] };
      }
    }
  },
});

/** A topic as it is compared: full-width and half-width forms and spaces make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

const emergencyDrill = rule({
  id: 'emergency-drill',
  clauses: ['四（四）'],
  severity: 'warning',
  phase: 'prep',
  class: 'log',
  also: ['profile'],
  checklist: true,
  needs: { profile: ['training.drills'], logs: ['L16'] },
  limits: ['drills'],
  title: { zh: '应急演练', en: 'Emergency drill' },
  demand: { zh: '有条件的，组织一次应急演练', en: 'Where possible, an emergency drill is held' },
  advice: {
    zh: '按应急预案演练一次，桌面推演也可以',
    en: 'Rehearse the emergency plan once; a table-top drill will do',
  },
  messages: {
    none: { zh: '还没有应急演练', en: 'there has been no emergency drill yet' },
  },
  *profile({ profile, limits }) {
    const drills = profile.training?.drills;
    if (drills === undefined) yield { missing: 'training.drills' };
    else if (!keeps(limits.drills, drills.length)) yield { at: 'training.drills', message: 'none' };
  },
});

const trainingDrillArchived = rule({
  id: 'training-drill-archived',
  clauses: ['四（四）'],
  phase: 'prep',
  class: 'document',
  also: ['log'],
  checklist: true,
  needs: { profile: ['training.records', 'training.drills'], logs: ['L16'] },
  title: { zh: '培训演练存档', en: 'Training and drills on file' },
  demand: {
    zh: '每次培训、每次演练的材料都存档',
    en: 'The material of every training and every drill is on file',
  },
  advice: {
    zh: '把签到表、课件、照片归档，档号填入 archiveNo',
    en: 'File the attendance sheet, slides and photos, and enter the archive number as archiveNo',
  },
  messages: {
    nothing: {
      zh: '没有培训也没有演练记录，无材料可存',
      en: 'neither a training nor a drill is on record, so nothing is on file',
    },
  },
  *profile({ profile }) {
    const records = profile.training?.records;
    const drills = profile.training?.drills ?? [];
    if (records === undefined) yield { missing: 'training.records' };
    else if (records.length === 0 && drills.length === 0) yield { at: 'training.records', message: 'nothing' };
    yield* missingFrom(records ?? [], 'training.records', ['archiveNo']);
    yield* missingFrom(drills, 'training.drills', ['archiveNo']);
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [staffEpidemicTraining, emergencyDrill, trainingDrillArchived];
