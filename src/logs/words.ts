/** The words of findings about logs as files: encoding, records, headers, cells, rows. None quotes the file. */
import type { Wording } from '../types.js';
import { CONTRADICTION_WORDS } from './contradiction-words.js';
import { HEADER_WORDS } from './read/header-words.js';
import { LENIENCY_WORDS, UNREADABLE_WORDS } from './read/value-words.js';

type Words = Readonly<Record<string, Readonly<Record<string, Wording>>>>;

/** Each entry of a table of words as a rule of its own, whose only message has the name of the entry. */
function each(prefix: string, words: Readonly<Record<string, Wording>>): Words {
  return Object.fromEntries(Object.entries(words).map(([name, wording]) => [prefix + name, { [name]: wording }]));
}

const { 'header-unknown-near': unknownNear, 'no-header': noHeader, ambiguous, ...headers } = HEADER_WORDS;

/** The words of every finding about a log as a file: rule → message → words. */
export const LOG_INPUT_WORDS: Words = {
  ...CONTRADICTION_WORDS,
  ...each('input/', headers),
  'input/header-unknown': { 'header-unknown': HEADER_WORDS['header-unknown'], 'header-unknown-near': unknownNear },
  'input/kind-unknown': { 'no-header': noHeader },
  'input/kind-ambiguous': { ambiguous },
  ...each('input/lenient-', LENIENCY_WORDS),
  ...each('input/cell-', UNREADABLE_WORDS),
  'input/encoding': {
    mixed: {
      zh: '编码混用：第 {line} 行（第 {offset} 字节）起与前面不同，整个文件没有核对。用 WPS 或记事本另存为 UTF-8',
      en: 'mixed encodings: from line {line} (byte {offset}) on it differs, nothing was checked; save the file as UTF-8',
    },
    broken: {
      zh: '第 {line} 行（第 {offset} 字节）有坏字节，不是 UTF-8 也不是 GBK，整个文件没有核对。重新导出，或另存为 UTF-8',
      en: 'broken bytes on line {line} (byte {offset}): neither UTF-8 nor GBK, nothing was checked; export it again, or save it as UTF-8',
    },
    'utf-16-without-bom': {
      zh: '文件像是没有标记的 UTF-16，没有核对。请另存为 UTF-8',
      en: 'the file looks like UTF-16 without a mark, nothing was checked; save it as UTF-8',
    },
    binary: {
      zh: '文件不是文本，没有核对。日志要另存为 CSV',
      en: 'the file is not text, nothing was checked; save the log as CSV',
    },
    spreadsheet: {
      zh: '这是 Excel 工作簿，不是 CSV，没有核对。在 Excel 或 WPS 里选“另存为 CSV”，只改扩展名不行',
      en: 'this is a workbook, not CSV, nothing was checked; use "save as CSV", renaming is not enough',
    },
    nul: {
      zh: '第 {line} 行（第 {offset} 字节）有空字符，文件可能已损坏，没有核对。请重新导出',
      en: 'a NUL character on line {line} (byte {offset}): the file may be damaged, nothing was checked; export it again',
    },
  },
  'input/quote': {
    'bad-quote': {
      zh: '这一行的引号写法不对，没有核对这一行。单元格里的引号要写两个',
      en: 'the quotes of this record are not well formed, and it was not checked; double the quotes inside a cell',
    },
    unclosed: {
      zh: '这里的引号没有结束，此后的行没有核对。补上结束的引号',
      en: 'the quote that opens here is never closed, and the rows after it were not checked; close it',
    },
  },
  'input/record-too-long': {
    tooLong: {
      zh: '这一行超过 1 MiB，此后没有核对。检查引号和换行',
      en: 'this record is longer than 1 MiB, and nothing after it was checked; look at its quotes and line breaks',
    },
  },
  'input/newlines': {
    mixed: { zh: '换行符不一致，已照常读', en: 'line breaks of several sorts; read all the same' },
  },
  'input/empty': {
    empty: { zh: '文件是空的，没有可核对的', en: 'the file is empty, there is nothing to check' },
  },
  'input/no-rows': {
    none: {
      zh: '只有表头，没有一行记录。每天的日志要逐日填写；没有情况也要记',
      en: 'there is a header and no row; a daily log is filled in every day, also when there is nothing to record',
    },
  },
  'input/footer': {
    footer: { zh: '合计、签字等行已跳过', en: 'rows of totals or signatures were passed over' },
  },
  'input/row-long': {
    long: {
      zh: '这一行有 {have} 格，比表头的 {width} 格多，可能少了引号或错了列',
      en: 'this row has {have} {have:cell|cells}, the header {width}; a quote may be missing, or the cells shifted',
    },
  },
  'input/wide-comma': {
    'in-file': {
      zh: '整个文件用中文逗号分隔，已按英文逗号理解',
      en: 'Chinese commas stand between the cells of this file, read as plain ones',
    },
    'in-row': {
      zh: '这里用了中文逗号，后面的格都错了位，这一行没有核对。请改成英文逗号',
      en: 'a Chinese comma here shifts the cells after it, and the row was not checked; make it a plain one',
    },
  },
  'input/row-duplicate': {
    duplicate: { zh: '与前面的一行重复', en: 'the same as a row before' },
    twice: { zh: '同一人同一天（同一时段）已有一行', en: 'this person already has a row for this day and slot' },
  },
  'input/stays-overlap': {
    overlap: { zh: '与同一人当天的另一次进出时间重叠', en: "overlaps another stay of the same person's on that day" },
  },
  'input/days-unordered': {
    unordered: {
      zh: '有 {count} 行没有核对进出时间是否重叠：日期次序相差很远（按日期排序后再核对），或同一人一天的进出太多',
      en: 'the stays of {count} {count:row|rows} were not compared: their dates are far out of order (sort the file by date), or a person has too many on one day',
    },
  },
  'input/too-many-rows': {
    tooMany: {
      zh: '超过 {most} 行，此后的没有核对。请按月分成几个文件',
      en: 'more than {most} rows, and those after it were not checked; split the file by month',
    },
  },
  'input/cell-empty': {
    empty: { zh: '没有填写“{column}”', en: '"{column}" is empty' },
  },
  'input/temperature': {
    impossible: {
      zh: '“{column}”不可能是体温（低于 {low} 或高于 {high}，工具默认值，非预案规定），请核实改正',
      en: '"{column}" can be no body temperature (below {low} or above {high}, toolkit default); check and correct it',
    },
    implausible: {
      zh: '“{column}”不大可能（低于 {low} 或高于 {high}，工具默认值，非预案规定），请复测',
      en: '"{column}" is hardly possible (below {low} or above {high}, toolkit default); measure again',
    },
  },
  'input/date-future': {
    future: { zh: '“{column}”在核对日 {asOf} 之后', en: '"{column}" is after {asOf}, the day of the check' },
  },
  'input/date-early': {
    early: { zh: '“{column}”早于 2019-12-01，请核实', en: '"{column}" is before 2019-12-01; check it' },
  },
  'input/order': {
    before: { zh: '“{later}”早于“{earlier}”', en: '"{later}" is before "{earlier}"' },
  },
};
