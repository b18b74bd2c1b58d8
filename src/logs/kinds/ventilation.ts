/** L9 通风记录: when the windows of each room were open. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind, WideRow } from '../kind.js';

/** An airing that stands beside the others of its day; a header that only says which it is holds its period. */
function turn(seq: number, word: string): WideRow {
  const ordinals = [`第${word}次`, `第${seq}次`];
  const named = (suffix: string): string[] => ordinals.map((ordinal) => ordinal + suffix);
  const period = ['', '通风', '通风时间', '时间', '通风时段'].flatMap(named);
  return {
    sets: { seq },
    headers: {
      open: [`开窗${seq}`, `开窗时间${seq}`, ...named('开窗'), ...named('开窗时间'), `通风时间${seq}`, ...period],
      close: [`关窗${seq}`, `关窗时间${seq}`, ...named('关窗'), ...named('关窗时间')],
      minutes: [`时长${seq}`, ...named('时长')],
    },
  };
}

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
      aliases: ['教室', '房间', '地点', '通风场所', '通风部位', '通风地点'],
      type: 'ref',
      says: 'what',
      refersTo: 'space',
      required: true,
    },
    { en: 'seq', zh: '次序', aliases: ['第几次', '序次'], type: 'int' },
    {
      en: 'open',
      zh: '开窗时间',
      aliases: ['开窗', '开始时间', '通风开始时间', '通风时间', '通风时段', '时间'],
      type: 'time',
      required: true,
    },
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
  wide: [turn(1, '一'), turn(2, '二'), turn(3, '三')],
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
