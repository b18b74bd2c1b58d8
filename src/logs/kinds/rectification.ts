/** L21 整改: what has to be put right, by whom and by when. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';
import { RESULT_SYNONYMS } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L21',
  name: 'rectification',
  title: { zh: '整改', en: 'Rectification' },
  purpose: { zh: '问题的整改、期限和复查', en: 'what has to be fixed, by whom and by when' },
  event: true,
  dated: 'raised_on',
  key: ['no'],
  ordered: [
    ['raised_on', 'due_on'],
    ['raised_on', 'closed_on'],
  ],
  columns: [
    { en: 'no', zh: '编号', aliases: ['序号', '问题编号'], type: 'text', says: 'what', required: true },
    {
      en: 'source',
      zh: '来源',
      aliases: ['问题来源'],
      type: 'enum',
      says: 'what',
      values: ['自查', '人社', '卫健', '应急处置', '其他'],
      synonyms: {
        自检: '自查',
        机构自查: '自查',
        人社局: '人社',
        人社部门: '人社',
        卫健局: '卫健',
        卫健委: '卫健',
        卫健部门: '卫健',
        应急: '应急处置',
        疫情处置: '应急处置',
        其它: '其他',
      },
      required: true,
    },
    {
      en: 'issue',
      zh: '问题',
      aliases: ['存在问题', '问题描述', '隐患', '问题隐患'],
      type: 'text',
      says: 'whether',
      personal: true,
      required: true,
    },
    { en: 'raised_on', zh: '提出日期', aliases: ['发现日期', '提出时间'], type: 'date', required: true },
    { en: 'due_on', zh: '整改期限', aliases: ['期限', '整改时限'], type: 'date' },
    {
      en: 'owner',
      zh: '责任人',
      aliases: ['负责人', '整改责任人'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'closed_on', zh: '完成日期', aliases: ['完成时间', '整改完成日期'], type: 'date' },
    {
      en: 'recheck',
      zh: '复查结果',
      aliases: ['复查', '复查情况'],
      type: 'enum',
      values: ['合格', '不合格'],
      synonyms: RESULT_SYNONYMS,
    },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  recheckedButOpen: {
    zh: '复查写了合格，却没有完成日期',
    en: 'passed the recheck, yet there is no date of completion',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of rectification. Dates by which it is due are judged by the rule about it. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ recheck, closed_on: closed }, raise) => {
    if (recheck === '合格' && closed === undefined) raise(CONTRADICTION, 'recheckedButOpen', { column: 'closed_on' });
  },
];
