/** L2 外来人员登记: people from outside, whom they see and who let them in. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';
import { CELSIUS, HEALTH_CODE } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L2',
  name: 'visitor',
  title: { zh: '外来人员登记', en: 'Visitors' },
  purpose: {
    zh: '外来人员的来访事由、受访人和批准人',
    en: 'people from outside: why they came, whom they saw, who let them in',
  },
  event: true,
  strangersByRule: true,
  dated: 'date',
  key: ['time_in'],
  person: { name: 'name', idNumber: 'id_no' },
  recorder: 'recorder',
  ordered: [['time_in', 'time_out']],
  columns: [
    { en: 'date', zh: '日期', aliases: ['来访日期', '登记日期'], type: 'date', required: true },
    {
      en: 'name',
      zh: '姓名',
      aliases: ['来访人', '来访者', '来访人员', '来访人姓名', '访客', '访客姓名'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    {
      en: 'org',
      zh: '单位',
      aliases: ['来访单位', '工作单位', '所在单位'],
      type: 'text',
      says: 'what',
      personal: true,
    },
    {
      en: 'id_no',
      zh: '证件号',
      aliases: ['证件号码', '身份证', '身份证号', '身份证号码', '身份证件号'],
      type: 'id',
      says: 'who',
      personal: true,
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
      en: 'purpose',
      zh: '来访事由',
      aliases: ['事由', '来访原因', '来访目的'],
      type: 'text',
      says: 'what',
      rule: 'no-unrelated-entry',
      personal: true,
    },
    {
      en: 'host',
      zh: '受访人',
      aliases: ['受访人/部门', '受访部门', '被访人', '接待人'],
      type: 'ref',
      says: 'who',
      refersTo: 'host',
      personal: true,
    },
    { en: 'approved_by', zh: '批准人', aliases: ['审批人', '批准人签字'], type: 'ref', says: 'who', personal: true },
    {
      en: 'temperature_c',
      zh: '体温',
      aliases: ['体温℃', '检测体温', '检测体温℃', '测量体温', '当天体温'],
      ...CELSIUS,
      required: true,
    },
    { ...HEALTH_CODE, required: true },
    {
      en: 'stay_14d',
      zh: '近14天旅居',
      aliases: ['近14天旅居史', '14天旅居史', '14天内旅居史', '旅居史', '近14天行程'],
      type: 'text',
      says: 'whether',
      personal: true,
    },
    {
      en: 'time_in',
      zh: '进入时间',
      aliases: ['来访时间', '到访时间', '入校时间', '进校时间', '登记时间', '进入', '进'],
      type: 'time',
      required: true,
    },
    {
      en: 'time_out',
      zh: '离开时间',
      aliases: ['离校时间', '出校时间', '出门时间', '离开', '出'],
      type: 'time',
      required: true,
    },
    {
      en: 'recorder',
      zh: '登记人',
      aliases: ['门卫', '门卫签字', '值班门卫', '值班人员', '登记员', '登记人员', '登记人签名'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  ownApproval: { zh: '批准人就是来访人自己', en: 'the visitor is the one who approved' },
  ownHost: { zh: '受访人就是来访人自己', en: 'the visitor is the one who is visited' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of the visitors. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ name, host, approved_by: approver }, raise) => {
    if (name === undefined) return;
    if (approver === name) raise(CONTRADICTION, 'ownApproval', { column: 'approved_by' });
    if (host === name) raise(CONTRADICTION, 'ownHost', { column: 'host' });
  },
];
