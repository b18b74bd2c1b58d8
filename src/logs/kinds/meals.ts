/** L19a 用餐批次: who ate in which batch. */
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L19a',
  name: 'meals',
  title: { zh: '用餐批次', en: 'Meal batches' },
  purpose: { zh: '每餐各批次的班级和时间', en: 'which classes ate in which batch, and when' },
  dated: 'date',
  key: ['meal', 'batch'],
  ordered: [['start', 'end']],
  columns: [
    { en: 'date', zh: '日期', aliases: ['用餐日期'], type: 'date', required: true },
    {
      en: 'meal',
      zh: '餐次',
      aliases: ['餐别'],
      type: 'enum',
      values: ['早', '中', '晚'],
      synonyms: {
        早餐: '早',
        早饭: '早',
        早上: '早',
        午: '中',
        午餐: '中',
        午饭: '中',
        中餐: '中',
        中午: '中',
        晚餐: '晚',
        晚饭: '晚',
        晚上: '晚',
      },
      required: true,
    },
    { en: 'batch', zh: '批次', aliases: ['批', '用餐批次'], type: 'int', required: true },
    {
      en: 'start',
      zh: '开始时间',
      aliases: ['开始', '用餐开始时间', '用餐时间', '就餐时间', '时间'],
      type: 'time',
      required: true,
    },
    { en: 'end', zh: '结束时间', aliases: ['结束', '用餐结束时间'], type: 'time', required: true },
    {
      en: 'class',
      zh: '班级',
      aliases: ['用餐班级', '就餐班级', '班别'],
      type: 'list',
      says: 'what',
      refersTo: 'class',
      required: true,
    },
    { en: 'people', zh: '人数', aliases: ['用餐人数', '就餐人数'], type: 'int', unit: '人', required: true },
    { en: 'individual', zh: '分餐', aliases: ['是否分餐', '分餐制'], type: 'bool', required: true },
  ],
} as const satisfies LogKind;
