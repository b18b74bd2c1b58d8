/** What the columns of several lists have in common. */
import type { Column } from '../kind.js';
import { HEALTH_CODE as OF_LOGS } from '../kinds/columns.js';

export const GENDER = {
  en: 'gender',
  zh: '性别',
  type: 'enum',
  values: ['男', '女'],
  synonyms: { 男性: '男', 女性: '女', 男士: '男', 女士: '女' },
  personal: true,
} as const satisfies Column;

/** Other headers of the number of an identity card. */
export const ID_NUMBER_ALIASES = [
  '身份证',
  '身份证号码',
  '身份证件号码',
  '公民身份号码',
  '证件号',
  '证件号码',
] as const;

/** Other headers of someone's own phone number. */
export const PHONE_ALIASES = ['电话', '手机', '手机号', '手机号码', '电话号码', '联系方式', '本人电话'] as const;

export const HEALTH_CODE = { ...OF_LOGS, en: 'healthCode' } as const satisfies Column;

export const REMARK = {
  en: 'remark',
  zh: '备注',
  aliases: ['说明'],
  type: 'text',
  personal: true,
} as const satisfies Column;
