/** L22 恢复名单（县区）: the county's monthly list of institutions. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L22',
  name: 'bureau-roster',
  title: { zh: '恢复名单（县区）', en: 'Resumption roster (county)' },
  purpose: { zh: '县（区）每月报送的恢复机构名单', en: 'the monthly list of institutions that a county submits' },
  key: ['month', 'institution'],
  ordered: [
    ['applied_on', 'inspected_on'],
    ['inspected_on', 'restored_on'],
  ],
  columns: [
    { en: 'month', zh: '月份', aliases: ['报送月份'], type: 'month', required: true },
    {
      en: 'institution',
      zh: '机构名称',
      aliases: ['机构', '培训机构', '单位名称'],
      type: 'text',
      says: 'whether',
      required: true,
    },
    { en: 'address', zh: '地址', aliases: ['机构地址', '办学地址'], type: 'text', says: 'what' },
    { en: 'legal_rep', zh: '法定代表人', aliases: ['法人', '法人代表'], type: 'text', says: 'who', personal: true },
    { en: 'phone', zh: '电话', aliases: ['联系电话', '联系方式'], type: 'phone', says: 'what', personal: true },
    { en: 'permit_no', zh: '许可证号', aliases: ['办学许可证号', '许可证编号'], type: 'text', says: 'what' },
    {
      en: 'applied_on',
      zh: '申请日期',
      aliases: ['申请时间'],
      type: 'date',
      required: true,
      // a month without any institution is filed as one row
      requiredUnless: { column: 'institution', is: '无' },
    },
    { en: 'inspected_on', zh: '检查日期', aliases: ['实地检查日期'], type: 'date', requiredWith: 'result' },
    {
      en: 'result',
      zh: '检查结果',
      aliases: ['结果'],
      type: 'enum',
      values: ['合格', '限期整改', '不合格'],
      synonyms: { 通过: '合格', 整改: '限期整改', 未通过: '不合格' },
    },
    { en: 'restored_on', zh: '恢复日期', aliases: ['恢复时间', '恢复培训日期'], type: 'date' },
    { en: 'submitted_on', zh: '报送日期', aliases: ['上报日期'], type: 'date' },
    { en: 'remark', zh: '备注', aliases: ['备注说明'], type: 'text', says: 'whether', personal: true },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  restoredWithoutPass: { zh: '检查没有合格，却有恢复日期', en: 'the inspection was not passed, yet it resumed' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of the county's roster. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ result, restored_on: restored }, raise) => {
    if (restored !== undefined && (result === '不合格' || result === '限期整改'))
      raise(CONTRADICTION, 'restoredWithoutPass', { column: 'restored_on' });
  },
];
