/** Lists of the profile that stand in CSV files: their items, the places of the cells, and what is wrong with them. */
import type { LogRow } from '../logs/kind.js';
import type { ListKind } from '../logs/lists/kind.js';
import type { ListRead, ListReading } from '../logs/lists/read.js';
import { cellPlace } from '../logs/read/cells.js';
import { LOG_INPUT_WORDS } from '../logs/words.js';
import type { Location, Severity } from '../types.js';
import type { InputFinding } from './input-finding.js';
import { pathOf, type Step } from './schema.js';
import { LIST_WORDS } from './words.js';

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
  readonly unlisted: ReadonlyMap<Severity, number>;
  /** Where rows were lost: what is there is not the whole list. */
  readonly incomplete?: Location;
  /** Returns the place of an item (`[3]`) or of a value in it, or `undefined` if the file does not have it. */
  locate(steps: readonly Step[]): Location | undefined;
}

/** A text that is meant as the path of a file, also of one that must be saved as CSV first. */
const FILE = /\.(?:csv|tsv|txt|xlsx?|et)$/i;
/** The findings that say that rows were lost. */
const LOSSES = new Set(['input/quote', 'input/record-too-long', 'input/too-many-rows']);

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

  const unread = new Set<string>();
  const unlisted = new Map<Severity, number>();
  const own = findings.map((each): InputFinding => {
    const { rule, message, severity, file, line, column, endLine, endColumn, cell, params } = each;
    const words = LIST_WORDS[message] ?? LOG_INPUT_WORDS[rule]?.[message];
    if (!words) throw new Error(`there are no words for ${rule} ${message}`);
    const inRow = cell?.column !== undefined || rule.startsWith('input/row-');
    const at = inRow ? pathAt(line, cell?.column) : pathOf(path);
    if (rule.startsWith('input/cell-')) unread.add(at);
    const header = params.column;
    return {
      rule,
      severity,
      path: at,
      location: { file, line, column, endLine, endColumn },
      ...(cell ? { cell: { index: cell.index, ...(typeof header === 'object' ? { header } : {}) } } : {}),
      message: words,
      params,
    };
  });
  for (const [rule, bySeverity] of counts) {
    for (const [severity, count] of bySeverity) {
      const kept = own.filter((each) => each.rule === rule && each.severity === severity).length;
      if (count > kept) unlisted.set(severity, (unlisted.get(severity) ?? 0) + count - kept);
    }
  }
  const lost = own.find(({ rule }) => LOSSES.has(rule));
  return {
    items: found.map(({ value }) => (list.item === undefined ? value : value[list.item])),
    findings: own,
    unread,
    unlisted,
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
