/** L14 返岗返训查验: the proofs with which people come back after illness. */
import type { InputCheck } from '../../input-check.js';
import { inOrder, type Judge, missingDetails } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L14',
  name: 'clearance',
  title: { zh: '返岗返训查验', en: 'Clearance to return' },
  purpose: { zh: '病愈返岗返训时查验的证明', en: 'proof of recovery, checked before a person returns' },
  event: true,
  dated: 'returned_on',
  key: ['group'],
  person: { name: 'name', group: 'group' },
  recorder: 'checked_by',
  ordered: [
    ['onset', 'recovered_on'],
    ['admitted', 'discharged'],
    ['recovered_on', 'issued_on'],
  ],
  columns: [
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
    },
    {
      en: 'illness',
      zh: '疾病或症状',
      aliases: ['疾病', '症状', '疾病/症状', '症状/疾病', '病名'],
      type: 'text',
      says: 'whether',
      required: true,
      personal: true,
    },
    { en: 'onset', zh: '发病日期', aliases: ['发病时间'], type: 'date', required: true },
    { en: 'admitted', zh: '住院起', aliases: ['住院日期', '入院日期'], type: 'date' },
    { en: 'discharged', zh: '住院止', aliases: ['出院日期'], type: 'date' },
    { en: 'recovered_on', zh: '康复日期', aliases: ['治愈日期', '痊愈日期'], type: 'date', required: true },
    {
      en: 'issuer',
      zh: '出具单位',
      aliases: ['开具单位', '证明单位', '证明出具单位'],
      type: 'text',
      says: 'what',
      required: true,
    },
    {
      en: 'issued_on',
      zh: '出具日期',
      aliases: ['开具日期', '证明日期', '证明出具日期'],
      type: 'date',
      required: true,
    },
    {
      en: 'conclusion',
      zh: '结论',
      aliases: ['证明结论'],
      type: 'enum',
      values: ['无传染性', '其他'],
      synonyms: {
        无传染: '无传染性',
        没有传染性: '无传染性',
        不具传染性: '无传染性',
        不具有传染性: '无传染性',
        其它: '其他',
      },
      required: true,
      personal: true,
    },
    {
      en: 'checked_by',
      zh: '查验人',
      aliases: ['核验人', '审核人'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'approved_by', zh: '批准人', aliases: ['审批人'], type: 'text', says: 'who', personal: true },
    {
      en: 'returned_on',
      zh: '返回日期',
      aliases: ['返岗日期', '返训日期', '返校日期', '返岗/返训日期', '返岗返训日期'],
      type: 'date',
      required: true,
    },
  ],
} as const satisfies LogKind;

const DETAIL_MISSING = missingDetails({
  admitted: { zh: '有出院日期，没有住院日期', en: 'a date of discharge, and none of admission' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [DETAIL_MISSING];

/** Checks of clearance. That the proof is later than the return is said by the rule about returning. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  inOrder(KIND, 'discharged', 'returned_on'),
  ({ admitted, discharged }, raise) => {
    if (admitted === undefined && discharged !== undefined) raise(DETAIL_MISSING, 'admitted', { column: 'admitted' });
  },
];
