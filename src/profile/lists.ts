/** Lists of the profile that stand in CSV files: their items, the places of the cells, and what is wrong with them. */
import { beyond } from '../counts.js';
import { type InputCheck, inputCheck } from '../input-check.js';
import { wordsOf } from '../logs/input-checks.js';
import type { LogRow } from '../logs/kind.js';
import type { ListKind } from '../logs/lists/kind.js';
import type { ListRead, ListReading } from '../logs/lists/read.js';
import { CELL_EMPTY } from '../logs/read/cell-checks.js';
import { cellPlace } from '../logs/read/cells.js';
import { QUOTE, RECORD_TOO_LONG } from '../logs/read/log.js';
import { UNREADABLE } from '../logs/read/reading.js';
import { ROW_DUPLICATE, ROW_LONG, TOO_MANY_ROWS } from '../logs/read/rows.js';
import type { LogFinding } from '../logs/summary.js';
import type { Location, Unlisted, Wording } from '../types.js';
import type { InputFinding } from './input-finding.js';
import { pathOf, type Step } from './schema.js';

/** A list whose file is not there. `{label}` is that of the list. */
export const LIST_MISSING = inputCheck({
  id: 'input/list-missing',
  severity: 'error',
  messages: {
    missing: {
      zh: '找不到{label}的文件。路径从概况所在的文件夹写起，如 名单/教职工.csv',
      en: '{label}: no such file; its path begins at the folder of the profile, such as lists/staff.csv',
    },
    outside: {
      zh: '{label}的文件要放在概况所在的文件夹里：路径用 / 分隔，不写盘符、.. 和开头的 /',
      en: '{label}: the file must be in the folder of the profile; separate with /, without a drive, .. or a leading /',
    },
  },
});

/** A list whose file is not used. */
export const LIST_UNREADABLE = inputCheck({
  id: 'input/list-unreadable',
  severity: 'error',
  messages: {
    'is-folder': { zh: '{label}写的是文件夹，应写 CSV 文件', en: '{label}: this is a folder; name a CSV file' },
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
  },
});

/** Words about lists where those about logs name options that other commands don't have, by the messages of their checks. */
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

/** Largest file of a list that is read, in bytes. */
export const MAX_LIST_BYTES = 8 * 1024 * 1024;
/** Most rows that are read of all lists together: each may have findings by many rules. */
export const MAX_LIST_ROWS = 50_000;

/** Reads the file at a path, relative to the folder of the profile, as a list. */
export type ReadList = (path: string, list: ListKind) => ListReading;

/** A list that stands in a file of its own. */
export interface ListFile {
  /** As they would stand in the profile. */
  readonly items: readonly unknown[];
  readonly findings: readonly InputFinding[];
  /** Paths of values that could not be read, and so are absent. */
  readonly unread: ReadonlySet<string>;
  /** Findings that were counted and not kept. */
  readonly unlisted: readonly Unlisted[];
  /** Where rows were lost: what is there is not the whole list. */
  readonly incomplete?: Location;
  /** Returns the place of an item (`[3]`) or of a value in it, or `undefined` if the file does not have it. */
  locate(steps: readonly Step[]): Location | undefined;
}

/** A text that is meant as the path of a file, also of one that must be saved as CSV first. */
const FILE = /\.(?:csv|tsv|txt|xlsx?|et)$/i;
/** The findings that say that rows were lost. */
const LOSSES = new Set<string>([QUOTE, RECORD_TOO_LONG, TOO_MANY_ROWS].map(({ id }) => id));
/** Those about a row as a whole. */
const OF_ROWS = new Set<string>([ROW_LONG, ROW_DUPLICATE].map(({ id }) => id));
/** Those that say that a value could not be read, or is not there. */
const UNREAD = new Set<string>([CELL_EMPTY, ...Object.values(UNREADABLE)].map(({ id }) => id));

/** Returns whether a text that stands in place of a list is meant as the path of a file. */
export function isListPath(text: string): boolean {
  return FILE.test(text);
}

/** Returns whether a path can't leave the folder from which it is taken, on any system. */
export function staysInside(path: string): boolean {
  return !/[\\:\p{Cc}]/u.test(path) && path.split('/').every((part) => part !== '' && part !== '..');
}

/** Returns the list as a part of the profile; `path` is its place there. */
export function listFile({ log, rows, findings, counts }: ListRead, list: ListKind, path: readonly Step[]): ListFile {
  const found = rows
    .map((row) => ({ row, value: itemOf(row, list) }))
    .filter(({ value }) => list.item === undefined || value[list.item] !== undefined);

  /** A row is placed as a whole, up to the end of its first line. */
  const placeOfRow = ({ at }: LogRow): Location => {
    const end = /[\r\n]/.exec(at.record)?.index ?? at.record.length;
    return { file: log.file, line: at.line, column: 1, endLine: at.line, endColumn: end + 1 };
  };
  const placeOfCell = ({ at }: LogRow, index: number): Location => {
    const { line, column, endLine, endColumn } = cellPlace(at.record, log.delimiter, index);
    return { file: log.file, line: at.line + line, column, endLine: at.line + endLine, endColumn };
  };
  const locate = ([number, key = list.item]: readonly Step[]): Location | undefined => {
    const item = typeof number === 'number' ? found[number] : undefined;
    if (!item || key === undefined) return item && placeOfRow(item.row);
    if (typeof key !== 'string' || item.value[key] === undefined) return undefined;
    const index = log.positions.get(columnOf(item.row, key, list));
    return index === undefined ? placeOfRow(item.row) : placeOfCell(item.row, index);
  };

  /** The path of what stands on a line of the file: of the value in that column, of the item, else of the list. */
  const pathAt = (line: number, column: string | undefined): string => {
    // the last item that begins on the line or before: a record may have several lines
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle]?.row.at.line ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return pathOf(path);
    const isValue = column !== undefined && list.item === undefined;
    return pathOf([...path, low - 1, ...(isValue ? [column] : [])]);
  };

  /** The lines of the rows that a finding is about. */
  const linesOf = ({ line, endLine, cells }: LogFinding): number[] => {
    if (cells === undefined) return [line];
    const below = found.flatMap(({ row: { at } }) => (at.line > line && at.line <= endLine ? [at.line] : []));
    return [line, ...below];
  };
  const unread = new Set<string>();
  const own = findings.map((each): InputFinding => {
    const { rule, message, severity, file, line, column, endLine, endColumn, cell, cells, params } = each;
    const inRow = cell?.column !== undefined || OF_ROWS.has(rule);
    const paths = inRow ? linesOf(each).map((row) => pathAt(row, cell?.column)) : [];
    if (UNREAD.has(rule)) for (const each of paths) unread.add(each);
    const [first = pathOf(path), ...others] = paths;
    const at = others.length > 0 ? pathOf(path) : first;
    const header = params.column;
    return {
      rule: rule as InputCheck['id'],
      severity,
      path: at,
      location: { file, line, column, endLine, endColumn },
      ...(cell ? { cell: { index: cell.index, ...(typeof header === 'object' ? { header } : {}) } } : {}),
      ...(cells === undefined ? {} : { cells }),
      message: LIST_WORDS[message] ?? wordsOf(each),
      params,
    };
  });
  const lost = own.find(({ rule }) => LOSSES.has(rule));
  return {
    items: found.map(({ value }) => (list.item === undefined ? value : value[list.item])),
    findings: own,
    unread,
    unlisted: beyond(counts, findings),
    ...(lost ? { incomplete: lost.location } : {}),
    locate,
  };
}

/** The column that holds a value of the profile: its own, or the one that stands in for it. */
function columnOf(row: LogRow, key: string, { standIns }: ListKind): string {
  const standIn = standIns?.[key];
  return standIn !== undefined && cellOf(row, key) === undefined ? standIn : key;
}

function cellOf(row: LogRow, column: string): unknown {
  return (row as unknown as Readonly<Record<string, unknown>>)[column];
}

/** The values of a row as the profile has them; what is not given is left out. */
function itemOf(row: LogRow, list: ListKind): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const standIns = Object.values(list.standIns ?? {});
  for (const { en } of list.columns) {
    if (standIns.includes(en)) continue;
    const cell = cellOf(row, columnOf(row, en, list));
    if (cell !== undefined) value[en] = list.meanings?.[en]?.[String(cell)] ?? cell;
  }
  return value;
}
