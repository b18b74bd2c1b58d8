/** L6 因病缺勤追踪: who is absent for sickness, and what came of it. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, given, inOrder, type Judge, saysNothing } from '../contradictions.js';
import type { LogKind } from '../kind.js';
import { CATEGORY, CELSIUS } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L6',
  name: 'absence',
  title: { zh: '因病缺勤追踪', en: 'Absence for sickness' },
  purpose: { zh: '因病缺勤的登记和病因追踪', en: 'absence for sickness, its cause and its course' },
  event: true,
  dated: 'date',
  key: ['group'],
  person: { name: 'name', group: 'group', category: 'category' },
  recorder: 'tracer',
  ordered: [
    ['onset', 'date'],
    ['onset', 'return_date'],
  ],
  columns: [
    { en: 'date', zh: '日期', aliases: ['登记日期', '缺勤日期'], type: 'date', required: true },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['学生姓名', '学员姓名', '教师姓名', '员工姓名', '人员姓名', '名字'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    {
      en: 'group',
      zh: '班级/部门',
      aliases: ['班级', '部门', '所属班级', '所属部门', '年级班级', '班级部门', '班别'],
      type: 'text',
      says: 'what',
      required: true,
    },
    { ...CATEGORY },
    {
      en: 'type',
      zh: '缺勤类型',
      aliases: ['登记类型', '请假类型', '缺课类型', '假别'],
      type: 'enum',
      values: ['病假', '事假', '其他'],
      synonyms: {
        因病: '病假',
        生病: '病假',
        因病缺课: '病假',
        因病缺勤: '病假',
        因事: '事假',
        有事: '事假',
        其它: '其他',
      },
      required: true,
      personal: true,
    },
    { en: 'onset', zh: '发病日期', aliases: ['发病时间'], type: 'date' },
    { en: 'symptoms', zh: '主要症状', aliases: ['症状'], type: 'list', says: 'whether', personal: true },
    {
      en: 'temperature_c',
      zh: '体温',
      aliases: ['体温℃', '检测体温', '检测体温℃', '测量体温', '当天体温'],
      ...CELSIUS,
    },
    { en: 'visited', zh: '是否就诊', aliases: ['就诊', '有无就诊'], type: 'bool', personal: true },
    {
      en: 'hospital',
      zh: '就诊医院',
      aliases: ['医院', '医疗机构', '就诊医疗机构'],
      type: 'text',
      says: 'what',
      personal: true,
    },
    { en: 'diagnosis', zh: '诊断', aliases: ['诊断结果', '初步诊断'], type: 'text', says: 'whether', personal: true },
    { en: 'cause', zh: '病因', aliases: ['缺勤病因', '生病原因'], type: 'text', says: 'whether', personal: true },
    { en: 'follow_date', zh: '追踪日期', aliases: ['跟踪日期', '随访日期'], type: 'date' },
    {
      en: 'follow_note',
      zh: '追踪情况',
      aliases: ['跟踪情况', '随访情况', '追踪结果'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    {
      en: 'outcome',
      zh: '转归',
      aliases: ['转归情况'],
      type: 'enum',
      values: ['在治', '治愈', '排除', '确诊', '其他'],
      synonyms: {
        治疗中: '在治',
        在治疗: '在治',
        痊愈: '治愈',
        已治愈: '治愈',
        康复: '治愈',
        已康复: '治愈',
        已排除: '排除',
        已确诊: '确诊',
        其它: '其他',
      },
      personal: true,
    },
    {
      en: 'return_date',
      zh: '返训日期',
      aliases: ['返训时间', '返岗日期', '返校日期', '返校时间', '复课日期', '返岗/返训日期', '返岗返训日期'],
      type: 'date',
    },
    {
      en: 'tracer',
      zh: '追踪人',
      aliases: ['跟踪人', '随访人', '追踪人签名'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  hospitalWithoutVisit: { zh: '写了没有就诊，却有就诊医院', en: 'no visit to a doctor, yet a hospital is named' },
  leaveWithSymptoms: {
    zh: '写了事假，却有发病日期或症状。生病的应登记为病假',
    en: 'stated as personal leave, yet there is an onset or a symptom; sickness is registered as sick leave',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of absence for sickness. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ visited, hospital }, raise) => {
    if (visited === false && !saysNothing(hospital))
      raise(CONTRADICTION, 'hospitalWithoutVisit', { column: 'visited' });
  },
  ({ type, onset, symptoms }, raise) => {
    if (type === '事假' && (onset !== undefined || given(symptoms).length > 0))
      raise(CONTRADICTION, 'leaveWithSymptoms', { column: 'type' });
  },
  inOrder(KIND, 'onset', 'follow_date'),
];
