/** Finds the header of a log, the kind of log that it belongs to, and the column of each cell. */
import { distance } from 'fastest-levenshtein';
import { inputCheck, inputChecks } from '../../input-check.js';
import type { LogKind } from '../kind.js';
import { isDestroyed } from './destroyed.js';
import { type Layout, type Placed, place } from './header-layout.js';
import { allNames, namesOf, normaliseHeader } from './header-names.js';
import { type HeaderForm, isUnitRow, oneRow, twoRows } from './header-rows.js';

export type { Layout } from './header-layout.js';

/**
 * Cells of a header. `{column}` and `{near}` are names of a column of the kind, `{letter}` is that of a column of the
 * file, whose text is never quoted.
 */
export const HEADER = {
  ...inputChecks('input/', 'error', {
    'header-duplicate': {
      zh: '{letter} 列和前面一列都是“{column}”，只核对前面那列。请删去一列，或改正列名',
      en: 'column {letter} is "{column}" like one before it, and only that one was checked; delete one or correct its header',
    },
    'header-missing': {
      zh: '缺少“{column}”列。请补上；表里用的是别的列名就加 --map 说明，例如 --map 名簿={column}',
      en: 'column "{column}" is missing; add it, or if it goes by another header use --map, such as --map 名簿={column}',
    },
  }),
  ...inputChecks('input/', 'error', {
    'header-destroyed': {
      zh: '{letter} 列的列名已经损坏，看不出是哪一列，没有核对。请照原表填上列名',
      en: 'the header of column {letter} is destroyed: which column it is can not be told, and it was not checked; fill it in again',
    },
  }),
  ...inputChecks('input/', 'info', {
    'header-empty': {
      zh: '{letter} 列有数据，但没有列名，没有核对。请在表头补上列名',
      en: 'column {letter} holds data but has no header, and was not checked; give it one',
    },
  }),
  'header-unknown': inputCheck({
    id: 'input/header-unknown',
    severity: 'info',
    messages: {
      'header-unknown': {
        zh: '不认识 {letter} 列的列名，没有核对。要核对就改用标准列名，或加 --map 说明，例如 --map 名簿=姓名',
        en: 'the header of column {letter} is not known, and was not checked; to have it checked, use a known header or --map, such as --map 名簿=姓名',
      },
      'header-unknown-near': {
        zh: '不认识 {letter} 列的列名，没有核对。是不是“{near}”？是就改正列名，或加 --map 说明，例如 --map 名簿=姓名',
        en: 'the header of column {letter} is not known, and was not checked; did you mean "{near}"? If so, correct it or use --map, such as --map 名簿=姓名',
      },
    },
  }),
};

/** No header of a log. */
export const KIND_UNKNOWN = inputCheck({
  id: 'input/kind-unknown',
  severity: 'error',
  messages: {
    'no-header': {
      zh: '前 10 行里找不到日志的表头，没有核对。请在表头写上标准列名，或用 --kind 指明是哪种日志，用 --map 说明列名，例如 --map 名簿=姓名',
      en: 'no header of a log in the first 10 rows, nothing was checked; use known headers, or say the kind of log with --kind and the columns with --map, such as --map 名簿=姓名',
    },
  },
});

/** A header that several kinds of log have. */
export const KIND_AMBIGUOUS = inputCheck({
  id: 'input/kind-ambiguous',
  severity: 'error',
  messages: {
    ambiguous: {
      zh: '从表头看不出是哪种日志，没有核对。可能是：{candidates}。请用 --kind 指明',
      en: 'the header fits several kinds of log, nothing was checked; it may be {candidates}: say which with --kind',
    },
  },
});

/** Rows above a header. */
export const TITLE = inputCheck({
  id: 'input/title-rows',
  severity: 'info',
  messages: {
    'title-rows': {
      zh: '表头上面有 {count} 行（标题等），已跳过，不用处理',
      en: '{count} {count:row|rows} above the header, such as a title, passed over; nothing to do',
    },
  },
});

/** Something wrong with a header. */
export interface HeaderFinding {
  readonly check: keyof typeof HEADER;
  /** The record in which the cell stands, as index of the records given. */
  readonly row: number;
  /** The cell, from 0. */
  readonly index: number;
  /** English name of the column that is missing, that is there twice, or that an unknown header probably means. */
  readonly column?: string;
}

/** What was found. */
export type HeaderResult =
  | {
      readonly ok: true;
      readonly kind: LogKind;
      /** The last record of the header, as index of the records given: data begin with the next one. */
      readonly row: number;
      /** Number of records of the header: one or two of names, and one of units. */
      readonly rows: number;
      readonly layout: Layout;
      /** Columns that the kind requires, or that a header seems to mean, and the file does not have. */
      readonly missing: readonly string[];
      /** The position of a column that only numbers the rows, which nobody reads; -1 if there is none. */
      readonly numbering: number;
      readonly findings: readonly HeaderFinding[];
    }
  | {
      readonly ok: false;
      readonly reason: 'no-header' | 'ambiguous';
      /** The names of the kinds that fit equally well; of no-header, those that come nearest, if any. */
      readonly candidates: readonly string[];
    };

/** How many records are searched for the header. */
const SEARCHED = 10;
/** How many names must be known where the kind is not given: a list may have one column only. */
const LEAST_KNOWN = 3;
/** Headers of columns that number the rows, normalised. */
const NUMBERING = new Set(['序号', '序', '行号', 'no', 'no.', '#']);
/** The shortest header for which a near name is given, and the longest. */
const NEAR_LENGTHS = { least: 3, most: 20 };

/**
 * Returns the header among the first ten records, and the kind whose header it is.
 *
 * @param records - the first records of the file; those after the header tell whether a column without a name is used
 * @param options.kind - the name of the only kind to consider
 * @param options.map - header as it stands in the file → name of a column, goes before known names
 */
export function findHeader(
  records: readonly (readonly string[])[],
  kinds: readonly LogKind[],
  options: { readonly kind?: string; readonly map?: ReadonlyMap<string, string> },
): HeaderResult {
  const possible = options.kind === undefined ? kinds : kinds.filter(({ name }) => name === options.kind);
  const map = new Map([...(options.map ?? [])].map(([from, to]) => [normaliseHeader(from), normaliseHeader(to)]));
  const header = firstTable(records, possible, map);
  const [best, ...others] = header?.readings ?? [];
  if (!header || !best) return { ok: false, reason: 'no-header', candidates: [] };

  const equal = [best, ...others.filter((other) => compare(other, best) === 0)];
  const candidates = possible.filter((kind) => equal.some((each) => each.kind === kind)).map(({ name }) => name);
  const least = options.kind === undefined ? LEAST_KNOWN : 1;
  if (best.explained < least || best.required * 2 < namesOf(best.kind).required.length) {
    return { ok: false, reason: 'no-header', candidates: best.explained > 0 ? candidates : [] };
  }
  if (equal.length > 1) return { ok: false, reason: 'ambiguous', candidates };

  const { form } = header;
  const chosen = place(best.kind, form, map);
  const units = isUnitRow(records[form.row + 1] ?? [], best.kind) ? 1 : 0;
  const row = form.row + units;
  const findings = findingsOf(form, chosen, records, row + 1);
  return {
    ok: true,
    kind: best.kind,
    row,
    rows: form.rows + units,
    layout: chosen.layout,
    missing: missingColumns(form, chosen, records, findings),
    numbering: numberingOf(form, chosen),
    findings,
  };
}

/**
 * The columns that the file should have and does not, with those that a header seems to mean. What a destroyed header
 * meant nobody knows: then all that there are not.
 */
function missingColumns(
  { row, rows }: HeaderForm,
  { kind, covered, missing }: Placed,
  records: readonly (readonly string[])[],
  findings: readonly HeaderFinding[],
): readonly string[] {
  const cells = records.slice(row - rows + 1, row + 1).flat();
  const isAnyDestroyed = cells.some((cell) => isDestroyed(cell.trim()));
  const lost = isAnyDestroyed ? kind.columns.map(({ en }) => en).filter((column) => !covered.has(column)) : [];
  const meant = findings.flatMap(({ check, column }) => (check === 'header-unknown' && column ? [column] : []));
  return [...new Set([...missing, ...meant, ...lost])];
}

/**
 * The header of the first table: that which knows most names, unless one stands above it, with rows of its own between
 * them, that is without doubt a header too. What is above a header is not read.
 */
function firstTable(
  records: readonly (readonly string[])[],
  kinds: readonly LogKind[],
  map: ReadonlyMap<string, string>,
): FormFound | undefined {
  const header = bestForm(records, kinds, map);
  const rows = header ? header.form.row - header.form.rows : 0;
  for (let row = 0; row < rows; row++) {
    const above = bestForm([records[row] ?? []], kinds, map);
    const [best] = above?.readings ?? [];
    if (!above || !best || best.explained < LEAST_KNOWN) continue;
    const isHeader = best.required * 2 >= needed(best) && best.explained * 2 > above.form.cells.length;
    if (isHeader) return bestForm(records.slice(0, row + 1), kinds, map);
  }
  return header;
}

/** A way to read a header, with its readings by kind, the best first. */
interface FormFound {
  readonly form: HeaderForm;
  readonly readings: readonly Placed[];
}

/** The way to read a header that knows most names as those of one kind, with its readings by kind, the best first. */
function bestForm(
  records: readonly (readonly string[])[],
  kinds: readonly LogKind[],
  map: ReadonlyMap<string, string>,
): FormFound | undefined {
  const texts = records.slice(0, SEARCHED).map((record) => record.map(normaliseHeader));
  const single = texts.map(oneRow);
  const double = texts.flatMap((lower, row) => twoRows(texts[row - 1] ?? [], lower, row) ?? []);
  const names = allNames(kinds);
  const known = (text: string): boolean => names.has(text) || map.has(text);
  let best: { readonly form: HeaderForm; readonly readings: readonly Placed[]; readonly most: number } | undefined;
  for (const form of [...single, ...double]) {
    // what no kind knows is left out: a row of data can have a hundred thousand cells
    const cells = form.cells.filter((cell) => cell.texts.some(known));
    const values = form.cells.filter(({ valueLike }) => valueLike).length;
    if (values > cells.filter(({ valueLike }) => valueLike).length) continue;
    const isRest = form.certain && best?.form.rows === 1 && best.form.row === form.row - 1;
    // no kind can explain more cells than have a name: nearly all rows below the header end here
    if (!isRest && cells.length <= (best?.most ?? 0)) continue;
    const readings = kinds.map((kind) => place(kind, { ...form, cells }, map));
    const most = Math.max(0, ...readings.map(({ explained }) => explained));
    if (isRest || most > (best?.most ?? 0)) best = { form, readings: readings.sort(compare), most };
  }
  return best;
}

/**
 * Orders readings by share of required columns × number of cells explained, the best first. In whole numbers, so that
 * kinds that fit equally well are seen to be equal.
 */
function compare(a: Placed, b: Placed): number {
  return b.required * b.explained * needed(a) - a.required * a.explained * needed(b);
}

function needed({ kind }: Placed): number {
  return namesOf(kind).required.length;
}

function findingsOf(
  form: HeaderForm,
  placed: Placed,
  records: readonly (readonly string[])[],
  data: number,
): HeaderFinding[] {
  const first = form.row - form.rows + 1;
  const unknown = new Set(placed.unknown);
  const named = new Map(form.cells.map((cell) => [cell.index, cell]));
  const used = usedPositions(records.slice(data));
  const lower = records[form.row]?.length ?? 0;
  const nearest = nearNames(placed);
  const numbering = numberingOf(form, placed);
  const findings: HeaderFinding[] = placed.missing.map((column) => ({
    check: 'header-missing',
    row: first,
    index: 0,
    column,
  }));
  for (let index = 0; index < form.width; index++) {
    const cell = named.get(index);
    const repeated = placed.duplicates.get(index);
    if (!cell) {
      if (used.has(index)) findings.push({ check: 'header-empty', row: index < lower ? form.row : first, index });
    } else if (repeated !== undefined) {
      findings.push({ check: 'header-duplicate', row: cell.row, index, column: repeated });
    } else if (unknown.has(index) && isDestroyed(records[cell.row]?.[index] ?? '')) {
      findings.push({ check: 'header-destroyed', row: cell.row, index });
    } else if (unknown.has(index) && index !== numbering) {
      const column = nearest(cell.texts);
      findings.push({ check: 'header-unknown', row: cell.row, index, ...(column === undefined ? {} : { column }) });
    }
  }
  return findings;
}

/** The position of the column that numbers the rows, or -1. */
function numberingOf({ cells }: HeaderForm, { unknown }: Placed): number {
  const named = cells.find(({ texts }) => texts.some((text) => NUMBERING.has(text)));
  return named && unknown.includes(named.index) ? named.index : -1;
}

/** The positions at which a record has something. */
function usedPositions(records: readonly (readonly string[])[]): Set<number> {
  const used = new Set<number>();
  for (const record of records) {
    for (let index = 0; index < record.length; index++) if (record[index]?.trim()) used.add(index);
  }
  return used;
}

/** Returns a function that finds the column that the file lacks and whose name differs from a text by one letter. */
function nearNames({ kind, covered }: Placed): (texts: readonly string[]) => string | undefined {
  const { least, most } = NEAR_LENGTHS;
  const names = [...namesOf(kind).plain].filter(([name]) => name.length >= least && name.length <= most + 1);
  const lacking = names.filter(([, columns]) => columns.every((column) => !covered.has(column)));
  return (texts) => {
    const short = texts.filter((text) => text.length >= least && text.length <= most);
    const near = lacking.filter(([name]) =>
      short.some((text) => Math.abs(name.length - text.length) <= 1 && distance(name, text) === 1),
    );
    const columns = new Set(near.flatMap(([, each]) => each));
    return columns.size === 1 ? [...columns][0] : undefined;
  };
}
