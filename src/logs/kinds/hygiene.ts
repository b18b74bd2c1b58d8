/** L10 环境卫生检查通报: inspections of hygiene and what was announced about them. */
import { type InputCheck, inputCheck } from '../../input-check.js';
import { type Judge, missingDetails, saysNothing } from '../contradictions.js';
import type { LogKind } from '../kind.js';
import { RESULT_SYNONYMS } from './columns.js';

/** The kind. */
export const KIND = {
  number: 'L10',
  name: 'hygiene',
  title: { zh: '环境卫生检查通报', en: 'Hygiene inspections' },
  purpose: {
    zh: '环境卫生检查的结果、整改和通报',
    en: 'inspections of hygiene, what was wrong, and what was announced',
  },
  dated: 'date',
  key: ['area', 'item'],
  recorder: 'inspector',
  ordered: [
    ['date', 'due_on'],
    ['date', 'closed_on'],
    ['date', 'notified_on'],
  ],
  columns: [
    { en: 'date', zh: '日期', aliases: ['检查日期'], type: 'date', required: true },
    {
      en: 'area',
      zh: '检查区域',
      aliases: ['区域', '检查部位', '检查地点'],
      type: 'text',
      says: 'what',
      required: true,
    },
    {
      en: 'item',
      zh: '检查项目',
      aliases: ['项目', '检查内容'],
      type: 'enum',
      values: ['卫生死角', '孳生地', '灭鼠', '灭蚊', '垃圾', '厕所', '教室', '其他'],
      synonyms: {
        死角: '卫生死角',
        滋生地: '孳生地',
        蚊虫孳生地: '孳生地',
        蚊虫滋生地: '孳生地',
        除鼠: '灭鼠',
        除蚊: '灭蚊',
        垃圾清运: '垃圾',
        卫生间: '厕所',
        洗手间: '厕所',
        课室: '教室',
        其它: '其他',
      },
      required: true,
    },
    {
      en: 'result',
      zh: '结果',
      aliases: ['检查结果'],
      type: 'enum',
      values: ['合格', '不合格'],
      synonyms: RESULT_SYNONYMS,
      required: true,
    },
    { en: 'issue', zh: '问题', aliases: ['存在问题'], type: 'text', says: 'whether', personal: true },
    { en: 'owner', zh: '责任人', aliases: ['整改责任人', '负责人'], type: 'text', says: 'who', personal: true },
    { en: 'due_on', zh: '整改期限', aliases: ['整改时限'], type: 'date' },
    { en: 'closed_on', zh: '整改完成日期', aliases: ['完成日期', '整改日期'], type: 'date' },
    { en: 'notified_on', zh: '通报日期', aliases: ['通报时间'], type: 'date' },
    { en: 'notified_to', zh: '通报范围', type: 'text', says: 'what', personal: true },
    {
      en: 'inspector',
      zh: '检查人',
      aliases: ['检查人员', '检查人签名'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
  ],
} as const satisfies LogKind;

const DETAIL_MISSING = missingDetails({
  issue: { zh: '不合格，没有写是什么问题', en: 'it was not in order, and what was wrong is not stated' },
  due: { zh: '要整改，没有写期限', en: 'it has to be put right, and by when is not stated' },
});

/** What was put right too late. */
const CLOSED_LATE = inputCheck({
  id: 'input/closed-late',
  severity: 'warning',
  messages: {
    late: { zh: '完成日期在整改期限之后', en: 'completed after the date by which it was due' },
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [DETAIL_MISSING, CLOSED_LATE];

/** Checks of hygiene inspections. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ result, issue }, raise) => {
    if (result === '不合格' && saysNothing(issue)) raise(DETAIL_MISSING, 'issue', { column: 'issue' });
  },
  ({ result, due_on: due, closed_on: closed }, raise) => {
    if (result === '不合格' && due === undefined && closed === undefined)
      raise(DETAIL_MISSING, 'due', { column: 'due_on' });
    if (due !== undefined && closed !== undefined && closed > due) raise(CLOSED_LATE, 'late', { column: 'closed_on' });
  },
];
