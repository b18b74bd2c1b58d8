/** L15 防疫物资台账: what came into stock and went out of it. */
import type { InputCheck } from '../../input-check.js';
import { contradictions, type Judge } from '../contradictions.js';
import type { LogKind } from '../kind.js';

/** The kind. */
export const KIND = {
  number: 'L15',
  name: 'supplies',
  title: { zh: '防疫物资台账', en: 'Supplies ledger' },
  purpose: { zh: '防疫物资的入库、出库和结存', en: 'what came into stock, went out, and is left' },
  event: true,
  dated: 'date',
  key: ['item', 'storage'],
  recorder: 'handler',
  columns: [
    { en: 'date', zh: '日期', aliases: ['登记日期', '出入库日期'], type: 'date', required: true },
    {
      en: 'item',
      zh: '品名',
      aliases: ['名称', '物资', '物资名称', '物品名称', '物品'],
      type: 'text',
      says: 'what',
      refersTo: 'item',
      required: true,
    },
    { en: 'spec', zh: '规格', aliases: ['型号', '规格型号'], type: 'text', says: 'anything', required: true },
    { en: 'unit', zh: '单位', aliases: ['计量单位'], type: 'text', says: 'anything', required: true },
    { en: 'opening', zh: '期初', aliases: ['期初数', '期初数量', '期初库存', '上期结存'], type: 'decimal' },
    { en: 'in', zh: '入库', aliases: ['入库数', '入库数量', '收入'], type: 'decimal' },
    { en: 'out', zh: '出库', aliases: ['出库数', '出库数量', '发出', '领用', '领用数量', '发放数量'], type: 'decimal' },
    {
      en: 'balance',
      zh: '结存',
      aliases: ['结余', '库存', '库存数量', '结存数', '结存数量'],
      type: 'decimal',
      required: true,
    },
    {
      en: 'source',
      zh: '来源',
      aliases: ['物资来源'],
      type: 'enum',
      says: 'what',
      values: ['自购', '下拨', '捐赠', '领用'],
      synonyms: {
        采购: '自购',
        购买: '自购',
        购入: '自购',
        自行采购: '自购',
        调拨: '下拨',
        拨付: '下拨',
        上级下拨: '下拨',
        政府下拨: '下拨',
        捐: '捐赠',
        受赠: '捐赠',
        社会捐赠: '捐赠',
      },
    },
    { en: 'expires', zh: '有效期至', aliases: ['有效期', '失效日期', '到期日期'], type: 'date' },
    { en: 'storage', zh: '存放位置', aliases: ['存放地点', '存放处'], type: 'text', says: 'what', required: true },
    { en: 'taken_by', zh: '领用人', aliases: ['领取人', '领用人签字'], type: 'text', says: 'who', personal: true },
    { en: 'purpose', zh: '用途', aliases: ['领用用途'], type: 'text', says: 'anything', personal: true },
    {
      en: 'handler',
      zh: '经办人',
      aliases: ['经手人', '经办人签字'],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    { en: 'keeper', zh: '保管员', aliases: ['保管人', '仓管员', '库管员'], type: 'text', says: 'who', personal: true },
  ],
} as const satisfies LogKind;

const CONTRADICTION = contradictions({
  receivedExpired: { zh: '入库时已过有效期', en: 'it had expired when it came into stock' },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION];

/** Checks of the supplies ledger. What does not add up is said by the rule about the ledger. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [
  ({ date, expires, in: received }, raise) => {
    if (date !== undefined && expires !== undefined && (received ?? 0) > 0 && expires < date)
      raise(CONTRADICTION, 'receivedExpired', { column: 'expires' });
  },
];
