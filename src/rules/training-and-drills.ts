/** 四（四）人员培训及应急演练: who was trained in what, whether there was a drill, and what of it is on file. */

import { folded, plain } from '../logs/fold.js';
import type { RowOf } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { keeps } from '../plan/limit.js';
import type { Wording } from '../types.js';
import { type Rule, rule, type Unless } from './rule.js';
import { amount, counted, share, UNITS } from './shared/measure.js';
import { missingFrom } from './shared/missing.js';
import { activeStaff, type ListedMember, refersTo } from './shared/people.js';

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

const TRAININGS = { what: { zh: '培训', en: 'trainings' }, unit: UNITS.time };
const TOPICS_COVERED = { what: { zh: '主题', en: 'topics covered' }, unit: UNITS.point };
const TRAINED = { what: { zh: '已参训', en: 'trained' }, unit: UNITS.person };
const DRILLS = { what: { zh: '演练', en: 'drills' }, unit: UNITS.time };
const FILED = { what: { zh: '已存档', en: 'on file' }, unit: UNITS.time };

const staffEpidemicTraining = rule({
  id: 'staff-epidemic-training',
  clauses: ['四（四）'],
  ground: '二',
  groundPart: 'etc',
  phase: 'prep',
  class: 'log',
  also: ['document', 'profile'],
  checklist: true,
  needs: { profile: ['training.records', 'staff'], logs: ['L16'] },
  title: { zh: '全员防控培训', en: 'Training of all staff' },
  demand: {
    zh: '对全体人员开展防控方案、制度、个人防护与消毒知识的培训',
    en: 'Everyone is trained in plans, systems, personal protection and disinfection',
  },
  advice: {
    zh: '给没参加的人补训，补上缺的主题，填入 training.records',
    en: 'Train whoever did not attend, cover the missing topics, and enter both in training.records',
  },
  reading: {
    zh: `全体人员指教职工；主题按字词认定，可分几次培训，概况里的和日志里的合起来算；条款举例的法规文件没有学习记录，只作说明。${listed('zh')}`,
    en: `everyone means the staff; topics are recognised by these words and may be spread over several trainings, those of profile and log together; where the study of the documents that the clause gives as examples is not on record, that is only remarked. ${listed('en')}`,
  },
  messages: {
    none: { zh: '没有培训记录', en: 'no training is on record' },
    topicLacking: { zh: '培训主题里没有“{topic}”', en: 'no training covers {topic}' },
    notTrained: { zh: '这名教职工没有参加过培训', en: 'this member of staff has attended no training' },
    unnamed: {
      zh: '没有逐一写明参加人员，看不出是否人人受训',
      en: 'the attendees are not named, so whether everyone was trained does not show',
    },
    noStudy: {
      zh: '没有学习传染病防治法、突发公共卫生事件应急条例或自治区文件的记录',
      en: 'no study of the law on infectious diseases, the regulation on emergencies or documents of the region is on record',
    },
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
    yield counted(TRAININGS, records.length, 'training.records');
    yield* missingFrom(records, 'training.records', ['topics', 'attendees']);
    if (records.every((record) => record.topics !== undefined)) {
      const topics = records.flatMap((record) => record.topics ?? []).map(plain);
      const isCovered = ({ words }: (typeof TOPICS)[number]): boolean =>
        topics.some((topic) => words.some((word) => topic.includes(word)));
      yield* share(TOPICS_COVERED, TOPICS, isCovered, 'training.records');
      for (const topic of TOPICS) {
        const { name } = topic;
        if (isCovered(topic)) continue;
        yield { at: 'training.records', message: 'topicLacking', params: { topic: name } };
      }
    }
    if (records.every((record) => record.attendees !== undefined)) {
      const attendees = records.flatMap((record) => record.attendees ?? []);
      const isTrained = ({ member }: ListedMember): boolean =>
        attendees.some((reference) => refersTo(reference, member));
      yield* share(TRAINED, staff, isTrained, 'training.records');
      for (const each of staff) {
        if (isTrained(each)) continue;
        yield { at: `staff[${each.index}]`, message: 'notTrained', related: ['training.records'] };
      }
    }
  },
  logsDecide: true,
  *logs({ logs, profile, asOf }) {
    const rows = trainingsOf(logs, '培训', asOf);
    const records = profile?.training?.records ?? [];
    if (rows.length === 0 && records.length === 0) {
      yield { log: 'training', message: 'none' };
      return;
    }
    const ofLog = rows.flatMap(({ topic = '', subjects = [] }) => [topic, ...subjects]);
    const topics = [...ofLog, ...records.flatMap((record) => record.topics ?? [])].map(plain);
    for (const { name, words } of TOPICS) {
      if (topics.some((topic) => words.some((word) => topic.includes(word)))) continue;
      yield { log: 'training', message: 'topicLacking', params: { topic: name }, key: name.en, unless: ANY_ROW };
    }
    const ofRecords = records.flatMap((record) => record.attendees ?? []);
    const attendees = new Set([...rows.flatMap((row) => row.attendees ?? []), ...ofRecords].map(folded));
    const absent = (profile ? activeStaff(profile, asOf) : []).filter(
      ({ member: { id = '', name = '' } }) => !attendees.has(folded(id)) && !attendees.has(folded(name)),
    );
    const unnamed = rows.filter(({ attendees: named = [] }) => named.every((each) => EVERYONE.test(each)));
    if (absent.length > 0)
      for (const row of unnamed) yield { row, column: 'attendees', message: 'unnamed', unless: ANY_ROW };
    if (unnamed.length === 0)
      for (const { index } of absent) yield { at: `staff[${index}]`, message: 'notTrained', unless: ANY_ROW };
    const studied = trainingsOf(logs, '学习文件', asOf).length > 0 || topics.some((topic) => STUDY.test(topic));
    if (!studied) yield { log: 'training', message: 'noStudy', severity: 'info', key: 'study' };
  },
});

/** A training that could not be read may be on anything, and for everyone. */
const ANY_ROW = { anyDay: true, whole: true } as const satisfies Unless;

/** Trainings of a log that were held by that day. */
function trainingsOf(logs: Logs, type: RowOf<'training'>['type'], asOf: string): RowOf<'training'>[] {
  return logs.rows('training').filter((row) => row.type === type && row.date !== undefined && row.date <= asOf);
}

/** Attendees that are no names: everyone, all teachers. */
const EVERYONE = /^(?:全体|全部|全校|所有)/;
/** What the clause gives as examples for the documents to be studied. */
const STUDY = /防治法|应急(?:管理)?条例|自治区|文件/;

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
  demand: { zh: '有条件的，组织防治新冠肺炎的应急演练', en: 'Where possible, an emergency drill is held' },
  advice: {
    zh: '按应急预案演练一次，桌面推演也可以',
    en: 'Rehearse the emergency plan once; a table-top drill will do',
  },
  messages: {
    none: { zh: '还没有应急演练', en: 'there has been no emergency drill yet' },
  },
  *profile({ profile, limits }) {
    const drills = amount(DRILLS, profile.training?.drills?.length, limits.drills, 'training.drills');
    yield { measured: drills };
    if (drills.have === undefined) yield { missing: drills.path };
    else if (!drills.met) yield { at: drills.path, message: 'none' };
  },
  logsDecide: true,
  *logs({ logs, profile, limits, asOf }) {
    const logged = trainingsOf(logs, '演练', asOf);
    const days = new Set(logged.map(({ date }) => date));
    // one that stands in both counts once
    const others = (profile?.training?.drills ?? []).filter(({ on }) => !days.has(on));
    if (!keeps(limits.drills, logged.length + others.length)) yield { log: 'training', message: 'none' };
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
  demand: { zh: '培训、演练的材料存档备案', en: 'The material of trainings and drills is on file' },
  advice: {
    zh: '把签到表、课件、照片归档，档号填入 archiveNo',
    en: 'File the attendance sheet, slides and photos, and enter the archive number as archiveNo',
  },
  reading: {
    zh: '每次培训、每次演练以填写存档号为存档的凭据',
    en: 'for each training and each drill the archive number shows it',
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
    const isFiled = ({ archiveNo }: { readonly archiveNo?: string }): boolean => archiveNo !== undefined;
    yield* share(FILED, [...(records ?? []), ...drills], isFiled, 'training.records');
    yield* missingFrom(records ?? [], 'training.records', ['archiveNo']);
    yield* missingFrom(drills, 'training.drills', ['archiveNo']);
  },
  logsDecide: true,
  *logs({ logs, profile, asOf }) {
    const rows = logs.rows('training');
    const { records = [], drills = [] } = profile?.training ?? {};
    if (rows.length + records.length + drills.length === 0) yield { log: 'training', message: 'nothing' };
    for (const row of rows) {
      // what was held on the day itself may still be on its way to the files
      if (row.date === undefined || row.date >= asOf) continue;
      if (row.archive_no === undefined || row.archive_no === '未存档')
        yield { row, column: 'archive_no', message: 'missing' };
    }
    // a training that stands in the log too is filed by its row
    const logged = new Set(rows.map(({ date, type }) => `${date} ${type === '演练'}`));
    for (const [i, { on, archiveNo }] of records.entries())
      if (archiveNo === undefined && !logged.has(`${on} false`)) yield { missing: `training.records[${i}].archiveNo` };
    for (const [i, { on, archiveNo }] of drills.entries())
      if (archiveNo === undefined && !logged.has(`${on} true`)) yield { missing: `training.drills[${i}].archiveNo` };
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [staffEpidemicTraining, emergencyDrill, trainingDrillArchived];
