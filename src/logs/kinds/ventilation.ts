/** L9 通风记录: when the windows of each room were open. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L9',
  name: 'ventilation',
  title: { zh: '通风记录', en: 'Ventilation' },
  purpose: { zh: '每个场所每次开窗通风的时间', en: 'when the windows of each room were open' },
  due: { on: 'openDays', rule: 'ventilation-3x30' },
  dated: 'date',
  key: ['space', 'open'],
  recorder: 'operator',
  ordered: [['open', 'close']],
  columns: [
    { en: 'date', zh: '日期', aliases: ['通风日期'], type: 'date', required: true },
    {
      en: 'space',
      zh: '场所',
      aliases: ['教室', '房间', '地点', '通风场所', '通风部位'],
      type: 'ref',
      says: 'what',
      refersTo: 'space',
      required: true,
    },
    { en: 'seq', zh: '次序', aliases: ['第几次', '序次'], type: 'int' },
    { en: 'open', zh: '开窗时间', aliases: ['开窗', '开始时间', '通风开始时间'], type: 'time', required: true },
    { en: 'close', zh: '关窗时间', aliases: ['关窗', '结束时间', '通风结束时间'], type: 'time', required: true },
    { en: 'minutes', zh: '时长', aliases: ['通风时长'], type: 'int', unit: 'min' },
    {
      en: 'method',
      zh: '通风方式',
      aliases: ['方式'],
      type: 'enum',
      values: ['自然', '机械', '空调'],
      synonyms: {
        自然通风: '自然',
        开窗: '自然',
        开窗通风: '自然',
        机械通风: '机械',
        排风扇: '机械',
        换气扇: '机械',
        排气扇: '机械',
        新风: '机械',
        中央空调: '空调',
        空调通风: '空调',
      },
    },
    {
      en: 'operator',
      zh: '责任人',
      aliases: ['负责人', '通风负责人', '通风负责人签字', '通风人', '操作人'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'remark', zh: '备注', aliases: ['备注说明'], type: 'text', says: 'whether', personal: true },
  ],
  wide: [
    {
      sets: { seq: 1 },
      headers: {
        open: ['开窗1', '开窗时间1', '第一次开窗', '第1次开窗', '第一次开窗时间', '第1次开窗时间'],
        close: ['关窗1', '关窗时间1', '第一次关窗', '第1次关窗', '第一次关窗时间', '第1次关窗时间'],
        minutes: ['时长1', '第一次时长', '第1次时长'],
      },
    },
    {
      sets: { seq: 2 },
      headers: {
        open: ['开窗2', '开窗时间2', '第二次开窗', '第2次开窗', '第二次开窗时间', '第2次开窗时间'],
        close: ['关窗2', '关窗时间2', '第二次关窗', '第2次关窗', '第二次关窗时间', '第2次关窗时间'],
        minutes: ['时长2', '第二次时长', '第2次时长'],
      },
    },
    {
      sets: { seq: 3 },
      headers: {
        open: ['开窗3', '开窗时间3', '第三次开窗', '第3次开窗', '第三次开窗时间', '第3次开窗时间'],
        close: ['关窗3', '关窗时间3', '第三次关窗', '第3次关窗', '第三次关窗时间', '第3次关窗时间'],
        minutes: ['时长3', '第三次时长', '第3次时长'],
      },
    },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  minutesAndTimes: {
    zh: '时长与开窗、关窗时间不符，按时间是 {between} 分钟',
    en: 'the length does not agree with the times, between which there are {between} minutes',
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** By how many minutes a written length may differ from the times (toolkit default). */
const MINUTES_OFF = 1;

/** Checks of airing. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ open, close, minutes }, raise) => {
    if (open === undefined || close === undefined || minutes === undefined || close < open) return;
    if (Math.abs(minutes - (close - open)) > MINUTES_OFF) {
      const params = { between: close - open };
      raise(CONTRADICTION, 'minutesAndTimes', { column: 'minutes', params, severity: 'error' });
    }
  },
];
