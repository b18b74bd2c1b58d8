/** L17 教学日志: every lesson and appraisal: class, room, teacher, numbers. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L17',
  name: 'session',
  title: { zh: '教学日志', en: 'Class sessions' },
  purpose: {
    zh: '每次上课或鉴定的班级、教室、教师和人数',
    en: 'every lesson or appraisal: class, room, teacher, numbers',
  },
  dated: 'date',
  key: ['class', 'no', 'start'],
  ordered: [['start', 'end']],
  columns: [
    { en: 'date', zh: '日期', aliases: ['上课日期', '授课日期'], type: 'date', required: true },
    {
      en: 'class',
      zh: '班级',
      aliases: ['班级名称', '所属班级', '班别', '培训班'],
      type: 'ref',
      says: 'what',
      refersTo: 'class',
      required: true,
    },
    {
      en: 'no',
      zh: '课次',
      aliases: ['节次', '第几次课'],
      type: 'int',
      requiredUnless: { column: 'appraisal', is: true },
    },
    {
      en: 'start',
      zh: '开始时间',
      aliases: ['上课时间', '开始', '时间', '授课时间', '培训时间'],
      type: 'time',
      required: true,
    },
    { en: 'end', zh: '结束时间', aliases: ['下课时间', '结束'], type: 'time', required: true },
    {
      en: 'room',
      zh: '教室',
      aliases: ['地点', '上课地点', '上课教室', '培训地点'],
      type: 'ref',
      says: 'what',
      refersTo: 'space',
      required: true,
    },
    {
      en: 'teacher',
      zh: '教师',
      aliases: ['老师', '讲师', '任课教师', '授课教师', '主讲教师', '教师姓名'],
      type: 'ref',
      says: 'who',
      refersTo: 'teacher',
      requiredUnless: { column: 'appraisal', is: true },
      personal: true,
    },
    {
      en: 'content',
      zh: '内容',
      aliases: ['课程', '课程内容', '教学内容', '授课内容'],
      type: 'text',
      says: 'anything',
      personal: true,
      required: true,
    },
    {
      en: 'epidemic',
      zh: '防控知识',
      aliases: ['防控知识教育', '是否含防控知识', '是否讲防控知识'],
      type: 'bool',
      requiredUnless: { column: 'appraisal', is: true },
    },
    { en: 'expected', zh: '应到', aliases: ['应到人数'], type: 'int', unit: '人', required: true },
    { en: 'attended', zh: '实到', aliases: ['实到人数', '出勤人数'], type: 'int', unit: '人', required: true },
    { en: 'appraisal', zh: '鉴定', aliases: ['是否鉴定', '鉴定考试'], type: 'bool' },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  moreThanExpected: { zh: '“{column}”比应到的多', en: '"{column}" is more than were expected' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of the sessions. Guests from another class are possible, hence a warning. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ expected, attended }, raise) => {
    if (expected !== undefined && (attended ?? 0) > expected)
      raise(CONTRADICTION, 'moreThanExpected', { column: 'attended' });
  },
];
