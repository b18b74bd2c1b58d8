/** The words about headers. They name columns of ours and letters of columns, never the text of the file's header. */
import type { Wording } from '../../types.js';
import type { HeaderFinding } from './header.js';

/**
 * Words by situation. `{column}` and `{near}` are names of a column of the kind, `{letter}` is that of a column of the
 * file, `{candidates}` the titles of kinds with their names, `{count}` a number of rows.
 */
export const HEADER_WORDS: Readonly<
  Record<
    | HeaderFinding['rule']
    | 'header-unknown-near'
    | 'no-header'
    | 'ambiguous'
    | 'title-rows'
    | 'header-repeated'
    | 'other-table',
    Wording
  >
> = {
  'header-empty': {
    zh: '{letter} 列有数据，但没有列名，没有核对。请在表头补上列名',
    en: 'column {letter} holds data but has no header, and was not checked; give it one',
  },
  'header-unknown': {
    zh: '不认识 {letter} 列的列名，没有核对。要核对就改用标准列名，或加 --map 说明，例如 --map 名簿=姓名',
    en: 'the header of column {letter} is not known, and was not checked; to have it checked, use a known header or --map, such as --map 名簿=姓名',
  },
  'header-unknown-near': {
    zh: '不认识 {letter} 列的列名，没有核对。是不是“{near}”？是就改正列名，或加 --map 说明，例如 --map 名簿=姓名',
    en: 'the header of column {letter} is not known, and was not checked; did you mean "{near}"? If so, correct it or use --map, such as --map 名簿=姓名',
  },
  'header-duplicate': {
    zh: '{letter} 列和前面一列都是“{column}”，只核对前面那列。请删去一列，或改正列名',
    en: 'column {letter} is "{column}" like one before it, and only that one was checked; delete one or correct its header',
  },
  'header-missing': {
    zh: '缺少“{column}”列。请补上；表里用的是别的列名就加 --map 说明，例如 --map 名簿={column}',
    en: 'column "{column}" is missing; add it, or if it goes by another header use --map, such as --map 名簿={column}',
  },
  'no-header': {
    zh: '前 10 行里找不到日志的表头，没有核对。请在表头写上标准列名，或用 --kind 指明是哪种日志，用 --map 说明列名，例如 --map 名簿=姓名',
    en: 'no header of a log in the first 10 rows, nothing was checked; use known headers, or say the kind of log with --kind and the columns with --map, such as --map 名簿=姓名',
  },
  ambiguous: {
    zh: '从表头看不出是哪种日志，没有核对。可能是：{candidates}。请用 --kind 指明',
    en: 'the header fits several kinds of log, nothing was checked; it may be {candidates}: say which with --kind',
  },
  'title-rows': {
    zh: '表头上面有 {count} 行（标题等），已跳过，不用处理',
    en: '{count} {count:row|rows} above the header, such as a title, passed over; nothing to do',
  },
  'other-table': {
    zh: '从这一行起是另一张表（列名不同），没有核对。请把它另存为单独的 CSV 文件',
    en: 'another table, with other columns, begins here and was not checked; save it as a CSV file of its own',
  },
  'header-repeated': {
    zh: '表头在表中间又出现 {count} 次（几张表上下拼在一起），已跳过，不当作数据',
    en: 'the header stands among the rows again (times: {count}), as where tables were pasted one below the other; passed over',
  },
};
