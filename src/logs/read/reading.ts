/** What reading one cell gives: its value, the leniencies that it took, or why it has none. No word quotes the cell. */
import { inputChecks } from '../../input-check.js';

/** Each way in which a cell was not written plainly and was understood all the same, said once per file and column. */
export const LENIENT = inputChecks('input/lenient-', 'info', {
  'full-width': {
    zh: '“{column}”列有 {count} 处用了全角字符，已按半角理解',
    en: 'column {column}: {count} {count:cell uses|cells use} full-width characters, read as plain ones',
  },
  'decimal-sign': {
    zh: '“{column}”列有 {count} 处小数点写成了句号、逗号等，已按小数点理解',
    en: 'column {column}: {count} {count:cell uses|cells use} another sign for the decimal point, read as a point',
  },
  unit: {
    zh: '“{column}”列有 {count} 处在数字旁写了单位或千位逗号，已去掉',
    en: 'column {column}: {count} {count:cell has|cells have} a unit or thousands commas beside the number, left out',
  },
  rounded: {
    zh: '“{column}”列有 {count} 处小数位数过多，已四舍五入',
    en: 'column {column}: {count} {count:cell has|cells have} more decimals than count, rounded half up',
  },
  'date-form': {
    zh: '“{column}”列有 {count} 处日期没有写成 2020-05-01 的样子，已换算',
    en: 'column {column}: {count} {count:date is|dates are} not written like 2020-05-01, converted',
  },
  'date-serial': {
    zh: '“{column}”列有 {count} 处是 Excel 的日期序号，已换算成日期',
    en: 'column {column}: {count} {count:cell holds|cells hold} the number by which Excel keeps a date, converted',
  },
  'year-added': {
    zh: '“{column}”列有 {count} 处日期没有年份，已按 {year} 年读（{from}）',
    en: 'column {column}: {count} {count:date has|dates have} no year, read as of {year} ({from})',
  },
  'date-added': {
    zh: '“{column}”列有 {count} 处只写了时间，按本行的日期算',
    en: 'column {column}: {count} {count:cell gives|cells give} a time only, taken as of the date of the row',
  },
  'time-form': {
    zh: '“{column}”列有 {count} 处时间没有写成 08:30 的样子，已换算',
    en: 'column {column}: {count} {count:time is|times are} not written like 08:30, converted',
  },
  'time-dated': {
    zh: '“{column}”列有 {count} 处连日期一起写了，与本行的日期相符，只取时间',
    en: 'column {column}: {count} {count:cell has|cells have} the date of the row before the time, which was left out',
  },
  approximate: {
    zh: '“{column}”列有 {count} 处写了“约”“左右”，按所写的数或时间算',
    en: 'column {column}: {count} {count:cell says|cells say} "about", taken as what is written',
  },
  shared: {
    zh: '“{column}”列有 {count} 处把两项写在一格里，已分开',
    en: 'column {column}: {count} {count:cell holds|cells hold} two columns at once, taken apart',
  },
  'yes-no': {
    zh: '“{column}”列有 {count} 处没有写“是”或“否”，已按其意思理解',
    en: 'column {column}: {count} {count:cell says|cells say} yes or no in another way than 是 or 否, read as such',
  },
  synonym: {
    zh: '“{column}”列有 {count} 处用了别的说法，已换成规定的写法',
    en: 'column {column}: {count} {count:cell uses|cells use} another word for a known value, read as that value',
  },
  wrapped: {
    zh: '“{column}”列有 {count} 处带有多余的撇号、引号、空格或看不见的字符，已去掉',
    en: 'column {column}: {count} {count:cell has|cells have} apostrophes, quotes, spaces or unseen characters too many, left out',
  },
  'missing-word': {
    zh: '“{column}”列有 {count} 处写了“未测”“/”之类，已当作没有填',
    en: 'column {column}: {count} {count:cell holds|cells hold} a word or sign for "not given", read as empty',
  },
  merged: {
    zh: '{lines}“{column}”有 {count} 格空着，像是合并单元格，已按上一行读',
    en: 'column {column}: {count} {count:cell is|cells are} blank ({lines}), as merged cells are saved; read as the row above',
  },
  ditto: {
    zh: '“{column}”列有 {count} 处写了“同上”之类，已按上一行读',
    en: 'column {column}: {count} {count:cell says|cells say} "同上" (the same), read as the row above',
  },
  'no-reading': {
    zh: '“{column}”列有 {count} 处写了“正常”“√”之类，没有读数，当作没有填',
    en: 'column {column}: {count} {count:cell says|cells say} "normal" and give no reading, taken as empty',
  },
  separator: {
    zh: '“{column}”列有 {count} 处没有用顿号分隔，已分开',
    en: 'column {column}: {count} {count:list is|lists are} not separated by 、, split all the same',
  },
});

/** A way in which a cell was not written plainly, and was understood all the same. */
export type Leniency = keyof typeof LENIENT;

/** Each reason why a cell could not be read. */
export const UNREADABLE = inputChecks('input/cell-', 'error', {
  date: {
    zh: '“{column}”不是日期，应写作 2020-05-01 这样',
    en: '{column} is not a date; write it like 2020-05-01',
  },
  month: {
    zh: '“{column}”不是月份，应写作 2020-05 这样',
    en: '{column} is not a month; write it like 2020-05',
  },
  time: {
    zh: '“{column}”不是时间，应写作 08:30 这样（24 小时制）；半夜 12 点写 24:00，过了半夜写“次日01:30”',
    en: '{column} is not a time; write it like 08:30 (24 hours), midnight at the end of the day as 24:00, half past one after it as 次日01:30',
  },
  period: {
    zh: '“{column}”要有起止两个时间，如 8:00-8:30',
    en: '{column} needs two times, from and to, like 8:00-8:30',
  },
  half: {
    zh: '“{column}”和别的内容写在一格里，没有认出来；请单独写一列',
    en: '{column} shares its cell with something else and was not found there; give it a column of its own',
  },
  'other-day': {
    zh: '“{column}”写的日期不是本行的日期，也不是第二天；请核对是哪一天',
    en: '{column} has a date that is neither that of its row nor the next; check which day it was',
  },
  datetime: {
    zh: '“{column}”应同时写日期和时间，如 2020-05-01 08:30',
    en: '{column} needs a date and a time, like 2020-05-01 08:30',
  },
  enum: {
    zh: '“{column}”不是规定的选项',
    en: '{column} is not one of the values for this column',
  },
  bool: {
    zh: '“{column}”应写“是”或“否”',
    en: '{column} must be 是 (yes) or 否 (no)',
  },
  phone: {
    zh: '“{column}”应是 11 位手机号，或带区号的固定电话，只写一个',
    en: '{column} must be one mobile number of 11 digits, or a landline with its area code',
  },
  id: {
    zh: '“{column}”位数或校验码不对，请对照证件核对',
    en: '{column} has a wrong length or check digit; compare it with the document',
  },
  'id-scientific': {
    zh: '“{column}”成了科学计数法，Excel 已丢失后几位，无法恢复；请把该列设为文本后重新录入',
    en: '{column} is in scientific notation: Excel lost its last digits, which can not be restored; set the column to text and type it again',
  },
  'id-digits-lost': {
    zh: '“{column}”的后几位成了 0，Excel 已丢失后几位，无法恢复；请把该列设为文本后重新录入',
    en: '{column} ends in zeros: Excel lost its last digits, which can not be restored; set the column to text and type it again',
  },
  ditto: {
    zh: '“{column}”写了“同上”，看不出指的是谁或什么；请每一行都写全',
    en: '{column} says "as above", which does not tell who or what is meant; write it out in every row',
  },
  decimal: {
    zh: '“{column}”应只写数字，如 12 或 36.5',
    en: '{column} must be a number only, like 12 or 36.5',
  },
  int: {
    zh: '“{column}”应写作整数，没有的写 0',
    en: '{column} must be a whole number; write 0 for none',
  },
  negative: {
    zh: '“{column}”不能是负数',
    en: '{column} can not be negative',
  },
  'date-without-year': {
    zh: '“{column}”没有写年份，应写作 2020-05-01 这样，或用 --year 指定年份',
    en: '{column} has no year; write it like 2020-05-01, or give the year with --year',
  },
  'years-differ': {
    zh: '“{column}”没有写年份，而这张表里有几个年份（{years}），看不出是哪一年。请写上年份，或用 --year 指定',
    en: '{column} has no year, and there are several in this table ({years}): write the year, or give it with --year',
  },
  'date-two-digit-year': {
    zh: '“{column}”的年份要写四位，如 2020-05-01',
    en: '{column} needs a year of four digits, like 2020-05-01',
  },
  'date-order': {
    zh: '“{column}”看不出哪个是月、哪个是日，应写作 2020-05-06 这样',
    en: '{column} does not tell which number is the month; write it like 2020-05-06',
  },
  'shifted-date': {
    zh: '“{column}”里像是 Excel 的日期序号，列可能错位了',
    en: '{column} looks like a date as Excel keeps it; the columns may have shifted',
  },
  'decimal-point-lost': {
    zh: '“{column}”像是漏了小数点，应写作 36.5 这样',
    en: 'the decimal point of {column} seems to be missing; write it like 36.5',
  },
  fahrenheit: {
    zh: '“{column}”像是华氏度，应填摄氏度，如 36.5',
    en: '{column} looks like degrees Fahrenheit; give degrees Celsius, like 36.5',
  },
  destroyed: {
    zh: '“{column}”里的字已经损坏（如 #REF!、####、??、乱码），看不出原来写了什么；请对照原始记录重新填写',
    en: 'what {column} held is destroyed (#REF!, ####, ?? or broken characters stand there); fill it in again from the original record',
  },
  formula: {
    zh: '“{column}”是公式而不是值，请在 Excel 中粘贴为数值后再导出',
    en: '{column} is a formula, not a value; paste it as a value before exporting',
  },
});

/** Why a cell could not be read. */
export type Unreadable = keyof typeof UNREADABLE;

/** A cell that was read. Without `value` and `unreadable` it is empty, or holds a word for "not given". */
export interface CellReading {
  readonly value?: string | number | boolean | readonly string[];
  readonly lenient?: readonly Leniency[];
  readonly unreadable?: Unreadable;
  /** Of a time that can't be read as such: the date and time that it is, which the row may turn into a time of its day. */
  readonly moment?: string;
}

/** Returns the reading of a value, with the leniencies that it took. */
export function valued(
  value: string | number | boolean | readonly string[],
  lenient: readonly Leniency[],
): CellReading {
  return lenient.length === 0 ? { value } : { value, lenient };
}

/** Returns the reading of a cell that can't be understood. */
export function unreadable(why: Unreadable): CellReading {
  return { unreadable: why };
}

/** Returns the reading with one more leniency, unless it has it already or could not be read anyway. */
export function withLeniency(reading: CellReading, leniency: Leniency): CellReading {
  const already = reading.lenient ?? [];
  if (reading.unreadable !== undefined || already.includes(leniency)) return reading;
  return { ...reading, lenient: [leniency, ...already] };
}

/** What people write around a number or a time that is not exact. */
export const ABOUT = /^(?:大约|约|大概)\s*|\s*(?:左右|上下)$/g;
