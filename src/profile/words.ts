/** The words of findings and errors about the form of a profile. */
import type { Wording } from '../types.js';

/** The ids of findings about the form of the input. */
export type InputRule = 'input/schema' | 'input/unknown-key' | 'input/unknown-reference' | 'input/duplicate-id';

/** Words by situation. Placeholders never hold a value of the file. */
export const INPUT_WORDS = {
  'input/empty': {
    zh: '文件是空的。用 resume-check init 生成一份带说明的概况',
    en: 'the file is empty; resume-check init writes a commented profile',
  },
  'input/not-a-map': {
    zh: '这不是机构概况：最外层应是“键: 值”，例如 institution:',
    en: 'this is no profile: the outermost level must be "key: value", such as institution:',
  },
  'input/unknown-key': {
    zh: '不认识的键{key}；这里可以写：{known}',
    en: 'unknown key{key}; possible here: {known}',
  },
  'input/unknown-key-near': {
    zh: '不认识的键{key}，是不是 {suggestion}？',
    en: 'unknown key{key}; did you mean {suggestion}?',
  },
  'input/merge-key': {
    zh: '不支持 << 合并，请把内容直接写出',
    en: 'merge keys (<<) are not supported; write the content out',
  },
  'input/wrong-type': { zh: '{label}应是{expected}{suffix}', en: '{label} must be {expected}{suffix}' },
  'input/wrong-form': { zh: '{label}应是{expected}{suffix}', en: '{label} must be {expected}{suffix}' },
  'input/not-in-list': { zh: '{label}应是其中之一：{values}', en: '{label} must be one of: {values}' },
  'input/lacks-key': { zh: '{label}缺少 {key}', en: '{label} lacks {key}' },
  'input/too-small': { zh: '{label}不能小于 {least}', en: '{label} must not be less than {least}' },
  'input/wrong-value': { zh: '{label}写法不对{suffix}', en: '{label} is not well formed{suffix}' },
  'input/unknown-reference': {
    zh: '{label}在 {list} 里找不到对应的编号或姓名',
    en: '{label} names nobody and nothing in {list}',
  },
  'input/duplicate-id': { zh: '{label}与第 {other} 行的重复', en: '{label} repeats that of line {other}' },
} as const satisfies Record<string, Wording>;

/** What the schema wants, in words. */
export const TYPE_WORDS: Readonly<Record<string, Wording>> = {
  object: { zh: '下一层的“键: 值”', en: 'a nested map of keys and values' },
  array: { zh: '列表（每项以“- ”开头）', en: 'a list (each item begins with "- ")' },
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字（不加引号、不带单位）', en: 'a number (no quotes, no unit)' },
  integer: { zh: '整数（不加引号、不带单位）', en: 'a whole number (no quotes, no unit)' },
  boolean: { zh: 'true（是）或 false（否）', en: 'true or false' },
  date: { zh: '真实的日期，写作 年-月-日', en: 'a real date, year-month-day' },
  'date-or-range': { zh: '日期，或用“..”连起止日期', en: 'a date, or two dates joined by ".."' },
  time: { zh: '24 小时制时刻', en: 'a time of day, 24-hour' },
  identifier: {
    zh: '不含空格的号码；科学计数法已丢失数字，请加引号重新填写',
    en: 'a number without blanks; one in scientific notation has lost its digits, enter it again in quotes',
  },
  phone: { zh: '电话号码', en: 'a phone number' },
};
