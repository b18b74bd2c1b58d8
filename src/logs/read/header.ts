/** Finds the header of a log, the kind of log that it belongs to, and the column of each cell. */
import { distance } from 'fastest-levenshtein';
import type { LogKind } from '../kind.js';
import { rowsOf } from '../kinds/index.js';
import { isDestroyed } from './destroyed.js';
import type { HeaderFinding, Refusal } from './header-findings.js';
import { type Layout, type Placed, place, withShared } from './header-layout.js';
import { allNames, namesOf, normaliseHeader, onlyKindOf, tellingNames } from './header-names.js';
import { type HeaderForm, isUnitRow, oneRow, twoRows } from './header-rows.js';

export type { Layout } from './header-layout.js';

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
  | Refusal;

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
  const least = options.kind === undefined ? LEAST_KNOWN : 1;
  const readings = header?.readings ?? [];
  const titled = header ? titledKind(records.slice(0, header.form.row - header.form.rows + 1), possible) : undefined;
  const told = readings.filter((each) => options.kind !== undefined || each.kind === titled || isTold(each, possible));
  const enough = told.filter(({ explained, kind }) => explained >= (kind === titled ? 1 : least));
  const [best, ...others] = enough.length > 0 ? enough : readings;
  if (!header || !best) return { ok: false, reason: 'no-header', candidates: [] };

  const equal = [best, ...others.filter((other) => compare(other, best) === 0)];
  const candidates = possible.filter((kind) => equal.some((each) => each.kind === kind)).map(({ name }) => name);
  if (best.explained < least || !told.includes(best) || !isHalfThere(best)) {
    if (best.explained === 0) return { ok: false, reason: 'no-header', candidates: [] };
    const { kind, covered, missing } = best;
    const known = kind.columns.flatMap(({ en }) => (covered.has(en) ? [en] : []));
    const nearest = { kind, known, missing, isTold: enough.includes(best) };
    return { ok: false, reason: 'no-header', candidates, nearest };
  }
  if (equal.length > 1) return { ok: false, reason: 'ambiguous', candidates };

  const { form } = header;
  const units = isUnitRow(records[form.row + 1] ?? [], best.kind) ? 1 : 0;
  const row = form.row + units;
  const chosen = withShared(place(best.kind, form, map), records.slice(row + 1));
  const findings = findingsOf(form, chosen, records, row + 1, kinds);
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

/** Whether a header says what is recorded, in words that few kinds have, or has all columns that its kind requires. */
function isTold(placed: Placed, kinds: readonly LogKind[]): boolean {
  const telling = tellingNames(kinds).get(placed.kind);
  return placed.required === needed(placed) || placed.names.some((name) => telling?.has(name));
}

/** The kind whose title stands above the header, the longest where there are several: 晨午检汇总 is not 晨午检. */
function titledKind(above: readonly (readonly string[])[], kinds: readonly LogKind[]): LogKind | undefined {
  const text = above.flatMap((cells) => cells.map(normaliseHeader)).join('\n');
  const named = kinds.filter(({ title }) => title.zh !== '' && text.includes(title.zh));
  return named.reduce<LogKind | undefined>(
    (longest, kind) => (longest && longest.title.zh.length >= kind.title.zh.length ? longest : kind),
    undefined,
  );
}

/** Whether half of the required columns are there, at least without the date, which may stand elsewhere. */
function isHalfThere({ kind, covered, required }: Placed): boolean {
  const all = namesOf(kind).required;
  const undated = all.filter((column) => column !== kind.dated);
  return required * 2 >= all.length || undated.filter((column) => covered.has(column)).length * 2 >= undated.length;
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
  // whoever goes by person-days sees that their file has no such column
  const flagged: readonly string[] = rowsOf(kind.name).streamed?.flagged ?? [];
  const absent = missing.filter((column) => namesOf(kind).required.includes(column) || !flagged.includes(column));
  return [...new Set([...absent, ...meant, ...lost])];
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
  kinds: readonly LogKind[],
): HeaderFinding[] {
  const first = form.row - form.rows + 1;
  const unknown = new Set(placed.unknown);
  const named = new Map(form.cells.map((cell) => [cell.index, cell]));
  const used = usedPositions(records.slice(data));
  const lower = records[form.row]?.length ?? 0;
  const nearest = nearNames(placed);
  const numbering = numberingOf(form, placed);
  const others = columnsOfOthers(form, placed, kinds);
  const ofOthers = new Set(others.flatMap(({ at }) => at));
  const findings: HeaderFinding[] = missingFindings(placed, first);
  for (const other of others) {
    const [index = 0] = other.at;
    findings.push({ check: 'header-other-log', row: named.get(index)?.row ?? first, index, other });
  }
  for (let index = 0; index < form.width; index++) {
    const cell = named.get(index);
    const repeated = placed.duplicates.get(index);
    if (!cell) {
      if (used.has(index)) findings.push({ check: 'header-empty', row: index < lower ? form.row : first, index });
    } else if (repeated !== undefined) {
      findings.push({ check: 'header-duplicate', row: cell.row, index, column: repeated });
    } else if (unknown.has(index) && isDestroyed(records[cell.row]?.[index] ?? '')) {
      findings.push({ check: 'header-destroyed', row: cell.row, index });
    } else if (unknown.has(index) && index !== numbering && !ofOthers.has(index)) {
      const column = nearest(cell.texts);
      findings.push({ check: 'header-unknown', row: cell.row, index, ...(column === undefined ? {} : { column }) });
    }
  }
  return findings;
}

/** What is said of the columns that are missing: one by its name, several with what was recognised. */
function missingFindings({ kind, missing, covered }: Placed, row: number): HeaderFinding[] {
  const [column, ...more] = missing;
  if (column === undefined) return [];
  if (more.length === 0) return [{ check: 'header-missing', row, index: 0, column }];
  const known = kind.columns.flatMap(({ en }) => (covered.has(en) ? [en] : []));
  return [{ check: 'header-missing', row, index: 0, column, missing, known }];
}

/** The columns that are unknown here and belong to one other kind, where there are several of it: two logs side by side. */
function columnsOfOthers(
  { cells }: HeaderForm,
  { kind, unknown }: Placed,
  kinds: readonly LogKind[],
): { readonly kind: LogKind; readonly at: readonly number[] }[] {
  const isUnknown = new Set(unknown);
  const only = onlyKindOf(kinds);
  const ofKind = new Map<LogKind, number[]>();
  for (const { index, texts } of cells) {
    const other = isUnknown.has(index) ? texts.flatMap((text) => only.get(text) ?? [])[0] : undefined;
    if (other && other !== kind) ofKind.set(other, [...(ofKind.get(other) ?? []), index]);
  }
  return [...ofKind].flatMap(([other, at]) => (at.length > 1 ? [{ kind: other, at }] : []));
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
