/** L11 废弃口罩处置: how used masks were disinfected and taken away. */
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L11',
  name: 'mask-bin',
  title: { zh: '废弃口罩处置', en: 'Used masks' },
  purpose: { zh: '废弃口罩的消毒和收运', en: 'how used masks were disinfected and taken away' },
  due: { on: 'openDays', rule: 'mask-bin-daily' },
  dated: 'date',
  key: ['bin'],
  recorder: 'operator',
  ordered: [['date', 'collected_on']],
  columns: [
    { en: 'date', zh: '日期', aliases: ['处置日期', '收集日期'], type: 'date', required: true },
    {
      en: 'bin',
      zh: '收集点',
      aliases: ['桶号', '收集点/桶号', '收集桶', '收集桶编号', '口罩桶', '收集地点', '地点'],
      type: 'ref',
      says: 'what',
      refersTo: 'bin',
      required: true,
    },
    { en: 'qty', zh: '数量', aliases: ['收集数量', '袋数'], type: 'decimal', unit: '只/袋' },
    { en: 'disinfected_at', zh: '消毒时间', aliases: ['消毒'], type: 'time', required: true },
    {
      en: 'agent',
      zh: '消毒剂及浓度',
      aliases: ['消毒剂', '消毒剂/浓度', '消毒剂名称及浓度'],
      type: 'text',
      says: 'what',
    },
    { en: 'collected_on', zh: '收运日期', aliases: ['清运日期'], type: 'date' },
    { en: 'collected_at', zh: '收运时间', aliases: ['清运时间', '收集时间'], type: 'time', required: true },
    {
      en: 'destination',
      zh: '去向',
      aliases: ['处理去向', '处置去向', '处理方式', '处置方式'],
      type: 'text',
      says: 'what',
      required: true,
    },
    {
      en: 'operator',
      zh: '操作人',
      aliases: ['操作人员', '处置人', '处理人', '消毒人'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    {
      en: 'receiver',
      zh: '接收人',
      aliases: ['交接人', '接收/交接人', '收运人'],
      type: 'text',
      says: 'who',
      personal: true,
    },
  ],
} as const satisfies LogKind;
