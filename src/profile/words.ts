/** The words of findings and errors about the form of a profile. */
import type { ListRefusal } from '../logs/lists/read.js';
import type { Wording } from '../types.js';

/** The ids of findings about the form of the input. */
export type InputRule =
  | 'input/schema'
  | 'input/unknown-key'
  | 'input/unknown-reference'
  | 'input/duplicate-id'
  | 'input/list-missing'
  | 'input/list-unreadable';

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

/** What the schema wants where a file can stand in place of a list. */
export const LIST_OR_FILE: Wording = {
  zh: '列表（每项以“- ”开头），或 CSV 文件的路径（如 名单/教职工.csv）',
  en: 'a list (each item begins with "- "), or the path of a CSV file (such as lists/staff.csv)',
};

/** Why the file of a list is not used. Placeholders: `{label}` is that of the list. */
export const REFUSAL_WORDS: Readonly<Record<ListRefusal, Wording>> = {
  missing: {
    zh: '找不到{label}的文件。路径从概况所在的文件夹写起，如 名单/教职工.csv',
    en: '{label}: no such file; its path begins at the folder of the profile, such as lists/staff.csv',
  },
  'is-folder': { zh: '{label}写的是文件夹，应写 CSV 文件', en: '{label}: this is a folder; name a CSV file' },
  outside: {
    zh: '{label}的文件要放在概况所在的文件夹里：路径用 / 分隔，不写盘符、.. 和开头的 /',
    en: '{label}: the file must be in the folder of the profile; separate with /, without a drive, .. or a leading /',
  },
  'too-large': {
    zh: '{label}的文件超过上限 {most} 字节，没有读',
    en: '{label}: the file has more than {most} bytes, the limit, and was not read',
  },
  'too-many': {
    zh: '连同{label}，各名单文件共超过 {most} 行，这一个没有读',
    en: '{label}: with it the files of lists have more than {most} rows, and it was not read',
  },
  empty: {
    zh: '{label}的文件是空的。没有人也要写表头',
    en: '{label}: the file is empty; write the header even where there is nobody',
  },
  'not-text': {
    zh: '{label}的文件不是文本，没有读。请另存为 CSV（UTF-8）',
    en: '{label}: the file is not text and was not read; save it as CSV (UTF-8)',
  },
  'broken-text': {
    zh: '{label}的文件第 {line} 行（第 {offset} 字节）起不是 UTF-8 也不是 GBK，没有读。请重新导出，或另存为 UTF-8',
    en: '{label}: from line {line} (byte {offset}) on the file is neither UTF-8 nor GBK, and was not read; export it again, or save it as UTF-8',
  },
  spreadsheet: {
    zh: '{label}的文件是 Excel 工作簿，没有读。在 Excel 或 WPS 里选“另存为 CSV”，只改扩展名不行',
    en: '{label}: the file is a workbook and was not read; use "save as CSV", renaming is not enough',
  },
  'other-list': {
    zh: '{label}的文件看表头是“{other}”，没有读',
    en: '{label}: by its header the file is the {other}, and was not read',
  },
  'no-header': {
    zh: '{label}的文件前 10 行里找不到表头，没有读。至少要有的列名：{columns}（有其中一列即可）',
    en: '{label}: no known header in the first 10 rows of the file, which was not read; at least one of these columns is needed: {columns}',
  },
};

/** Words about lists where those about logs name options that other commands don't have. */
export const LIST_WORDS: Readonly<Record<string, Wording>> = {
  'header-unknown': {
    zh: '不认识 {letter} 列的列名，没有读。要用就改成标准列名（见 docs/profile.md）',
    en: 'the header of column {letter} is not known, and was not read; to have it read, use a known header (see docs/profile.md)',
  },
  'header-unknown-near': {
    zh: '不认识 {letter} 列的列名，没有读。是不是“{near}”？是就改正列名',
    en: 'the header of column {letter} is not known, and was not read; did you mean "{near}"? If so, correct it',
  },
  'date-without-year': {
    zh: '“{column}”没有写年份，应写作 2020-05-01 这样',
    en: '{column} has no year; write it like 2020-05-01',
  },
  tooMany: {
    zh: '超过 {most} 行，此后的没有读',
    en: 'more than {most} rows, and those after it were not read',
  },
};
