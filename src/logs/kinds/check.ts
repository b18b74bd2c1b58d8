/** L3 晨午检: the check of every person in the morning and at noon. */
import type { LogKind } from '../kind.js';
import { CATEGORY, CELSIUS, SLOT_SYNONYMS } from './columns.js';

/** The columns of this kind. */
export const CHECK = {
  number: 'L3',
  name: 'check',
  title: { zh: '晨午检', en: 'Morning and noon checks' },
  purpose: {
    zh: '每人每天晨检、午检的出勤、体温和症状',
    en: 'attendance, temperature and symptoms of each person, morning and noon',
  },
  due: { on: 'openDays', rule: 'morning-noon-check-run' },
  dated: 'date',
  key: ['slot', 'group'],
  person: { name: 'name', number: 'person_id', group: 'group', category: 'category' },
  recorder: 'recorder',
  columns: [
    { en: 'date', zh: '日期', aliases: ['检查日期', '晨检日期', '应填报时间'], type: 'date', required: true },
    {
      en: 'slot',
      zh: '时段',
      aliases: ['填报时段', '检查时段', '检测类型', '晨/午/晚', '晨午检'],
      type: 'enum',
      values: ['晨', '午', '晚'],
      synonyms: SLOT_SYNONYMS,
      required: true,
    },
    { en: 'time', zh: '检查时间', aliases: ['检测时间', '测温时间'], type: 'time' },
    {
      en: 'group',
      zh: '班级/部门',
      aliases: ['班级', '部门', '所属班级', '所属部门', '年级班级', '班级部门', '班别'],
      type: 'text',
      required: true,
    },
    { ...CATEGORY },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['学生姓名', '学员姓名', '教师姓名', '员工姓名', '人员姓名', '名字'],
      type: 'text',
      required: true,
      personal: true,
    },
    {
      en: 'person_id',
      zh: '编号',
      aliases: ['学号/工号', '学号', '工号', '学员编号', '员工编号', '人员编号'],
      type: 'text',
      personal: true,
    },
    {
      en: 'present',
      zh: '是否出勤',
      aliases: ['出勤', '是否到校', '学生是否到校', '学员是否到校'],
      type: 'bool',
      required: true,
    },
    {
      en: 'temperature_c',
      zh: '体温',
      aliases: ['体温℃', '检测体温', '检测体温℃', '测量体温', '当天体温'],
      ...CELSIUS,
    },
    { en: 'fever', zh: '发热', aliases: ['是否发热', '有无发热'], type: 'bool', personal: true },
    { en: 'dry_cough', zh: '干咳', aliases: ['是否干咳', '有无干咳'], type: 'bool', personal: true },
    { en: 'fatigue', zh: '乏力', aliases: ['是否乏力', '有无乏力'], type: 'bool', personal: true },
    {
      en: 'other_symptoms',
      zh: '其他症状',
      aliases: ['症状', '其它症状', '有无症状', '主要症状'],
      type: 'list',
      personal: true,
    },
    {
      en: 'absence_reason',
      zh: '缺勤原因',
      aliases: ['未到校原因', '缺课原因', '缺席原因', '未到原因'],
      type: 'text',
      personal: true,
    },
    { en: 'action', zh: '处理措施', aliases: ['处理情况', '处置措施', '采取措施'], type: 'text', personal: true },
    {
      en: 'recorder',
      zh: '检查人',
      aliases: ['检查人员', '检查人员签名', '检查人签名', '晨检人', '测温员', '测温人', '班主任', '班主任签字'],
      type: 'text',
      required: true,
      personal: true,
    },
  ],
  wide: [
    {
      sets: { slot: '晨' },
      headers: { time: ['晨检时间'], temperature_c: ['晨检体温', '晨体温', '早体温', '早上体温', '上午体温'] },
    },
    {
      sets: { slot: '午' },
      headers: { time: ['午检时间'], temperature_c: ['午检体温', '午体温', '中午体温', '下午体温'] },
    },
    { sets: { slot: '晚' }, headers: { time: ['晚检时间'], temperature_c: ['晚检体温', '晚体温', '晚上体温'] } },
  ],
} as const satisfies LogKind;
