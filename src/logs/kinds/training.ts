/** L16 培训演练教育: trainings, drills and health education of the staff and trainees. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L16',
  name: 'training',
  title: { zh: '培训演练教育', en: 'Trainings, drills, health education' },
  purpose: { zh: '防疫培训、演练和健康教育', en: 'trainings, drills and health education' },
  dated: 'date',
  key: ['type', 'start'],
  recorder: 'recorder',
  ordered: [['start', 'end']],
  columns: [
    { en: 'date', zh: '日期', aliases: ['培训日期', '演练日期', '活动日期'], type: 'date', required: true },
    {
      en: 'type',
      zh: '类型',
      aliases: ['类别', '活动类型'],
      type: 'enum',
      values: ['培训', '演练', '健康教育', '学习文件'],
      synonyms: {
        防疫培训: '培训',
        防控培训: '培训',
        教职工培训: '培训',
        演习: '演练',
        应急演练: '演练',
        防控演练: '演练',
        宣教: '健康教育',
        健康宣教: '健康教育',
        文件学习: '学习文件',
      },
      required: true,
    },
    {
      en: 'topic',
      zh: '主题',
      aliases: ['培训主题', '预案名称'],
      type: 'text',
      says: 'what',
      personal: true,
      required: true,
    },
    {
      en: 'subjects',
      zh: '科目',
      aliases: ['内容', '内容/科目', '培训内容', '培训科目'],
      type: 'list',
      says: 'anything',
      required: true,
    },
    {
      en: 'leader',
      zh: '主讲',
      aliases: ['主讲人', '授课人', '总指挥', '主讲/总指挥'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'place', zh: '地点', aliases: ['培训地点', '演练地点', '活动地点'], type: 'text', says: 'what' },
    { en: 'start', zh: '开始时间', aliases: ['开始', '培训时间', '演练时间', '活动时间', '时间'], type: 'time' },
    { en: 'end', zh: '结束时间', aliases: ['结束'], type: 'time' },
    { en: 'expected', zh: '应到', aliases: ['应到人数', '应参加人数'], type: 'int', unit: '人' },
    {
      en: 'attended',
      zh: '实到',
      aliases: ['实到人数', '参加人数', '实际参加人数'],
      type: 'int',
      unit: '人',
      required: true,
    },
    {
      en: 'attendees',
      zh: '参加人员',
      aliases: ['签到名单', '签到人员', '参加部门人员', '参训人员', '参加人员名单'],
      type: 'list',
      says: 'who',
      personal: true,
    },
    {
      en: 'drill_kind',
      zh: '演练类别',
      aliases: ['演练方式', '演练形式'],
      type: 'enum',
      values: ['实战', '桌面'],
      synonyms: { 实战演练: '实战', 推演: '桌面', 桌面推演: '桌面', 桌面演练: '桌面' },
    },
    { en: 'issues', zh: '问题', aliases: ['存在问题'], type: 'text', says: 'whether', personal: true },
    { en: 'actions', zh: '改进', aliases: ['改进措施', '整改措施'], type: 'text', says: 'whether', personal: true },
    {
      en: 'archive_no',
      zh: '存档号',
      aliases: ['档案号', '归档号', '存档编号', '材料存档号'],
      type: 'text',
      says: 'what',
      rule: 'training-drill-archived',
    },
    { en: 'recorder', zh: '记录人', aliases: ['记录员'], type: 'text', says: 'who', required: true, personal: true },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  moreThanExpected: { zh: '“{column}”比应到的多', en: '"{column}" is more than were expected' },
  namesAndCount: {
    zh: '参加人员有 {names} 个名字，实到写了 {attended} 人',
    en: '{names} attendees are named, and {attended} are counted',
  },
  drillKindOfNoDrill: { zh: '不是演练，却写了演练类别', en: 'a sort of drill is stated, and it is no drill' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** A Chinese name, and no word for all or the rest. */
const NAME = /^(?!.*(?:全体|全员|所有|其他|其余|等|人员|教师|职工|学员))[\p{Script=Han}·]{2,5}$/u;

/** Checks of trainings, drills and health education. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ expected, attended }, raise) => {
    if (expected !== undefined && (attended ?? 0) > expected)
      raise(CONTRADICTION, 'moreThanExpected', { column: 'attended' });
  },
  ({ attended, attendees }, raise) => {
    const names = attendees ?? [];
    if (attended === undefined || names.length < 2 || !names.every((name) => NAME.test(name))) return;
    if (names.length !== attended) {
      const params = { names: names.length, attended };
      raise(CONTRADICTION, 'namesAndCount', { column: 'attendees', params });
    }
  },
  ({ type, drill_kind: kind }, raise) => {
    if (kind !== undefined && type !== undefined && type !== '演练')
      raise(CONTRADICTION, 'drillKindOfNoDrill', { column: 'drill_kind' });
  },
];
