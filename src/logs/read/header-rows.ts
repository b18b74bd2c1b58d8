/** The rows that may be the header of a file: one record, or two where cells are merged. */
import type { LogKind } from '../kind.js';
import { normaliseHeader } from './header-names.js';

/** A cell of a header. */
export interface HeaderCell {
  readonly index: number;
  /** The record in which it stands. */
  readonly row: number;
  /** The normalised texts that may be its name, the likeliest first. */
  readonly texts: readonly string[];
  /** True if it looks like a number, a date or a tick: unless its name is known, the lower record is one of data. */
  readonly valueLike?: true;
}

/** One way to read a header. */
export interface HeaderForm {
  /** The last record of it. */
  readonly row: number;
  /** Number of records. */
  readonly rows: number;
  readonly width: number;
  /** True if nothing but names below merged cells stands in the lower record: it is no row of data, known or not. */
  readonly certain?: boolean;
  /** The cells that are filled, in order. */
  readonly cells: readonly HeaderCell[];
}

/** What values begin with, or are. */
const VALUE = /^(?:[+-]?\d|[√×✓✔✗/\\—-]|[是否有无]$)/;

/** Returns the record, its cells normalised, as a header. */
export function oneRow(texts: readonly string[], row: number): HeaderForm {
  const cells = texts.map((text, index) => ({ index, row, texts: [text] }));
  return { row, rows: 1, width: texts.length, cells: cells.filter((cell) => cell.texts[0] !== '') };
}

/**
 * Returns the two records, their cells normalised, as one header: `体温` merged over `早` and `晚` becomes 早体温 and
 * 晚体温. `undefined` if the upper one has no merged cells.
 */
export function twoRows(upper: readonly string[], lower: readonly string[], row: number): HeaderForm | undefined {
  const width = Math.max(upper.length, lower.length);
  const cells: HeaderCell[] = [];
  let group = '';
  let merged = false;
  let certain = true;
  for (let index = 0; index < width; index++) {
    const above = upper[index] ?? '';
    const below = lower[index] ?? '';
    const carried = above === '' || above === group;
    if (above !== '') group = above;
    if (below === '') {
      if (above !== '') cells.push({ index, row: row - 1, texts: [above] });
      // an empty column ends the merged cell
      else group = '';
      continue;
    }
    if (group !== '' && carried) merged = true;
    // the upper text alone is not the name of one of several columns below it
    const next = upper[index + 1] ?? '';
    const single = !carried && ((next !== '' && next !== group) || (lower[index + 1] ?? '') === '');
    if (single || group === '' || VALUE.test(below)) certain = false;
    const texts = group === '' ? [below] : [below + group, group + below, below];
    if (VALUE.test(below)) cells.push({ index, row, texts, valueLike: true });
    else cells.push({ index, row, texts: single ? [...texts, group] : texts });
  }
  return merged ? { row, rows: 2, width, certain, cells } : undefined;
}

/** What stands in a row of units or of instructions below a header, besides the units of the kind. */
const UNITS = [
  '℃ ° 度 摄氏度 人 人次 次 岁 元 % mg/L 1:n m 米 ㎡ 平方米 单位 必填 选填 是/否 有/无',
  '分 分钟 min 小时 h 时:分 时分 hh:mm 年-月-日 年/月/日 年月日 yyyy-mm-dd yyyy/mm/dd',
  '只 个 袋 包 盒 瓶 桶 支 把 台 套 箱 升 L ml 毫升 克 g kg 千克',
].flatMap((line) => line.split(' '));

const unitsOf = new WeakMap<LogKind, ReadonlySet<string>>();

/** Returns whether the cells are units only, such as ℃ and 人, or all that may be written (绿/黄/红), and at least one of them is filled. */
export function isUnitRow(cells: readonly string[], kind: LogKind): boolean {
  const units =
    unitsOf.get(kind) ??
    new Set([...UNITS, ...kind.columns.flatMap(({ unit }) => unit?.split(',') ?? [])].map(normaliseHeader));
  unitsOf.set(kind, units);
  // one value stands in a row of data, two may be 晨/午 of one row for both; all of more are what may be written there
  const choices = kind.columns.flatMap(({ values = [] }) => (values.length > 2 ? [values.map(normaliseHeader)] : []));
  const isChoice = (parts: readonly string[]): boolean =>
    choices.some((values) => values.length === parts.length && values.every((value) => parts.includes(value)));
  const isUnit = (text: string): boolean => {
    const parts = text.split(/[/、,]/);
    return units.has(text) || parts.every((part) => units.has(part)) || isChoice(parts);
  };
  const filled = cells.map(normaliseHeader).filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => isUnit(text));
}
