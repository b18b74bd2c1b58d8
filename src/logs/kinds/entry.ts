/** L1 出入登记: who came in and went out, with temperature and health code. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge, namesFever } from '../contradictions.js';
import type { LogKind, LogRow } from '../kind.js';
import { FLAG, isFever, type Streamed } from '../streamed.js';
import { CATEGORY, CELSIUS, HEALTH_CODE, WORN } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L1',
  name: 'entry',
  title: { zh: '出入登记', en: 'Entry and exit register' },
  purpose: {
    zh: '每个人的进入和离开、体温和健康码',
    en: 'who comes in and goes out, with temperature and health code',
  },
  strangersByRule: true,
  due: { on: 'openDays', rule: 'entry-monitoring-continuous' },
  dated: 'date',
  key: ['time_in', 'entrance'],
  person: { name: 'name', number: 'person_id', group: 'group', category: 'category' },
  recorder: 'recorder',
  // not the times: with 离开日期, a stay can end on another day
  ordered: [
    ['date', 'date_out'],
    ['time_in', 'time_out', 'date_out'],
  ],
  columns: [
    {
      en: 'date',
      zh: '日期',
      aliases: ['检查日期', '检测日期', '登记日期', '进入日期', '入校日期'],
      type: 'date',
      required: true,
    },
    {
      en: 'time_in',
      zh: '进入时间',
      aliases: ['入校时间', '进校时间', '到校时间', '登记时间', '时间', '进入', '进'],
      type: 'time',
      required: true,
    },
    {
      en: 'time_out',
      zh: '离开时间',
      aliases: ['离校时间', '出校时间', '出门时间', '离开', '出'],
      type: 'time',
      rule: 'entry-exit-statistics',
    },
    { en: 'date_out', zh: '离开日期', aliases: ['离校日期', '出校日期'], type: 'date' },
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
      en: 'person_id',
      zh: '编号',
      aliases: ['学号/工号', '学号', '工号', '学员编号', '员工编号', '人员编号'],
      type: 'text',
      says: 'who',
      personal: true,
    },
    { ...CATEGORY, required: true },
    {
      en: 'group',
      zh: '班级/部门',
      aliases: ['班级', '部门', '所属班级', '所属部门', '年级班级', '班级部门', '班别'],
      type: 'text',
      says: 'what',
    },
    {
      en: 'id_checked',
      zh: '身份核验',
      aliases: ['证件核验', '身份证核验', '核验身份', '是否核验身份'],
      type: 'bool',
      rule: 'entry-identity-temp-register',
    },
    {
      en: 'phone',
      zh: '联系电话',
      aliases: ['电话', '手机', '手机号', '手机号码', '电话号码', '联系方式'],
      type: 'phone',
      says: 'what',
      personal: true,
    },
    {
      en: 'temperature_c',
      zh: '体温',
      aliases: ['体温℃', '检测体温', '检测体温℃', '测量体温', '当天体温', '入校体温'],
      ...CELSIUS,
      rule: 'entry-code-and-temperature',
    },
    {
      en: 'site',
      zh: '测温部位',
      aliases: ['测温方式'],
      type: 'enum',
      values: ['额温', '腕温', '腋温', '耳温'],
      synonyms: {
        额头: '额温',
        额部: '额温',
        前额: '额温',
        额温枪: '额温',
        手腕: '腕温',
        腕部: '腕温',
        腋下: '腋温',
        腋窝: '腋温',
        耳: '耳温',
        耳部: '耳温',
        耳道: '耳温',
        耳温枪: '耳温',
      },
    },
    { en: 'retest_c', zh: '复测体温', aliases: ['复检体温', '复测', '二次体温'], ...CELSIUS },
    { ...HEALTH_CODE, rule: 'entry-code-and-temperature' },
    { en: 'admitted', zh: '放行', aliases: ['是否放行', '准入', '是否准入', '允许进入'], type: 'bool' },
    {
      en: 'mask',
      zh: '口罩',
      aliases: ['是否戴口罩', '戴口罩', '佩戴口罩', '是否佩戴口罩'],
      type: 'bool',
      synonyms: WORN,
    },
    {
      en: 'symptoms',
      zh: '症状',
      aliases: ['有无症状', '是否有症状', '主要症状'],
      type: 'list',
      says: 'whether',
      personal: true,
    },
    {
      en: 'entrance',
      zh: '出入口',
      aliases: ['检测点', '入口', '校门', '大门'],
      type: 'ref',
      says: 'what',
      refersTo: 'entrance',
    },
    {
      en: 'recorder',
      zh: '登记人',
      aliases: [
        '检查人员签名',
        '检查人员',
        '检测人员',
        '测温员',
        '测温人',
        '登记员',
        '登记人员',
        '登记人签名',
        '值班人员',
      ],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'remark', zh: '备注', aliases: ['备注说明'], type: 'text', says: 'whether', personal: true },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  feverButNormal: {
    zh: '写了发热，体温却低于 {limit} ℃（工具默认值，非预案规定）。复测，或在处理措施里写明',
    en: 'fever is stated, yet the temperature is below {limit} ℃ (toolkit default); measure again, or say why under measures',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of the register. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ symptoms, temperature_c: reading, retest_c: retest }, raise, limits) => {
    if (reading === undefined || !namesFever(symptoms)) return;
    if (isFever(reading, limits) || isFever(retest, limits)) return;
    const params = { limit: limits.fever.value };
    raise(CONTRADICTION, 'feverButNormal', { column: 'temperature_c', params });
  },
];

/** What of its rows is kept. */
export const STREAMED: Streamed<LogRow<typeof KIND>> = {
  flags: (row) => (row.admitted === false ? 0 : FLAG.present) | (row.time_out === undefined ? FLAG.open : FLAG.left),
  flagged: ['admitted', 'time_out'],
  remembered: ['temperature_c', 'retest_c', 'symptoms', 'admitted', 'date_out'],
  remember: (row, limits) =>
    isFever(row.temperature_c, limits) ||
    row.retest_c !== undefined ||
    (row.symptoms?.length ?? 0) > 0 ||
    row.admitted === false ||
    row.date_out !== undefined,
  readings: { temperature_c: 0 },
};
