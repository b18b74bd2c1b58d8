/** L19b 床位表: who sleeps in which bed. */
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L19b',
  name: 'beds',
  title: { zh: '床位表', en: 'Beds' },
  purpose: { zh: '宿舍每个床位住着谁', en: 'who sleeps in which bed' },
  key: ['room', 'row', 'pos', 'level'],
  person: { name: 'name' },
  ordered: [['from', 'to']],
  columns: [
    {
      en: 'room',
      zh: '房号',
      aliases: ['宿舍', '宿舍号', '房间', '房间号', '寝室'],
      type: 'ref',
      says: 'what',
      required: true,
    },
    { en: 'row', zh: '排', aliases: ['排号'], type: 'int', required: true },
    { en: 'pos', zh: '床号', aliases: ['床位', '床位号'], type: 'int', required: true },
    {
      en: 'level',
      zh: '层',
      aliases: ['铺位', '上下铺'],
      type: 'enum',
      values: ['上', '下', '单'],
      synonyms: { 上铺: '上', 上层: '上', 下铺: '下', 下层: '下', 单层: '单', 单人床: '单' },
      required: true,
    },
    { en: 'name', zh: '姓名', aliases: ['入住人', '住宿人', '学员姓名'], type: 'text', says: 'who', personal: true },
    { en: 'from', zh: '入住日期', aliases: ['入住', '入住时间'], type: 'date' },
    { en: 'to', zh: '退宿日期', aliases: ['退宿', '退宿时间'], type: 'date' },
  ],
} as const satisfies LogKind;
