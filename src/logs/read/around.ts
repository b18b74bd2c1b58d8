/** What stands around a table and not in it: the day in a title or in the name of the file, labels with their values above. */
import { inputCheck, type RaisedFinding, raised } from '../../input-check.js';
import type { CellType, Column, LogKind } from '../kind.js';
import { nameOf } from './cell-checks.js';
import { daysNamed } from './dates.js';
import { namesOf, normaliseHeader } from './header-names.js';
import type { YearSource } from './year.js';

/** Values that were taken from around the table, as it has no column for them. */
export const FROM_AROUND = inputCheck({
  id: 'input/from-around',
  severity: 'info',
  messages: {
    day: {
      zh: '表里没有“{column}”列，{from}写的是 {day}，已按这一天读',
      en: 'the table has no column {column}; read as of {day}, {from}',
    },
    label: {
      zh: '表里没有“{column}”列，已按表头上面写的读',
      en: 'the table has no column {column}; read as written above the header',
    },
  },
});

/** Several days around a table without a column for them. */
export const DAYS_DIFFER = inputCheck({
  id: 'input/days-differ',
  severity: 'error',
  messages: {
    differ: {
      zh: '表里没有“{column}”列，而{from}写的不是同一天（{days}），看不出是哪一天的。请改成一致，或补上“{column}”列',
      en: 'the table has no column {column}, and what is written around it does not agree ({days}; {from}): make it one day, or add the column',
    },
  },
});

const TITLE = { zh: '表头上面', en: 'above the header' };
const NAME = { zh: '文件名', en: 'in the name of the file' };
/** A label and its value; several may be in one cell, with spaces between them. */
const LABELLED = /([^\s:：]{1,12})\s*[:：]\s*([^\s:：]+)(?=\s|$)/gu;
const LABEL_ALONE = /^([^\s:：]{1,12})\s*[:：]$/u;
/** Never taken from above a table: it is of one row only. */
const OF_A_ROW: ReadonlySet<CellType> = new Set(['time', 'datetime', 'decimal', 'id', 'phone', 'int', 'bool']);

/** What is said above a table. */
export interface Above {
  readonly texts: readonly string[];
  /** By label, as headers are compared. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Returns what the records above a header say. */
export function aboveOf(records: readonly (readonly string[])[]): Above {
  const labels = new Map<string, string>();
  for (const record of records) {
    const filled = record.map((cell) => cell.trim()).filter((cell) => cell !== '');
    for (const [i, cell] of filled.entries()) {
      for (const [, label = '', value = ''] of cell.matchAll(LABELLED)) labels.set(normaliseHeader(label), value);
      const alone = LABEL_ALONE.exec(cell)?.[1];
      if (alone !== undefined && filled[i + 1] !== undefined)
        labels.set(normaliseHeader(alone), filled[i + 1] as string);
    }
  }
  return { texts: records.map((record) => record.filter((cell) => cell.trim() !== '').join(' ')), labels };
}

/** Returns whether a record has labels with their values only, which name something that the kind has a column for. */
export function isLabels(record: readonly string[], kind: LogKind): boolean {
  // nearly every row of data has a cell without a colon
  for (const cell of record) if (cell.trim() !== '' && !/[:：]/.test(cell)) return false;
  const { plain } = namesOf(kind);
  return [...aboveOf([record]).labels.keys()].some((label) => plain.has(label));
}

/** The values of columns that a table does not have, and what is to be said of them. */
export interface Given {
  /** Column → text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly said: readonly RaisedFinding[];
}

/**
 * Returns the values for columns that a table does not have.
 *
 * @param has - whether the table has a column of its own
 * @param year - the year of days without one
 */
export function givenAround(
  file: string,
  above: Above,
  kind: LogKind,
  { has, year }: { readonly has: (column: string) => boolean; readonly year: () => number | undefined },
): Given {
  const texts = new Map<string, string>();
  const said: RaisedFinding[] = [];
  const { plain } = namesOf(kind);
  const columns = kind.columns.filter(({ en, type }) => !has(en) && !OF_A_ROW.has(type));
  for (const column of columns.filter(({ en }) => en !== kind.dated)) {
    const label = [...above.labels].find(([name]) => plain.get(name)?.includes(column.en));
    if (!label) continue;
    texts.set(column.en, label[1]);
    said.push(raised(FROM_AROUND, 'label', { params: { column: nameOf(column) }, key: column.en }));
  }
  const dated = columns.find(({ en, type }) => en === kind.dated && type === 'date');
  const day = dated && dayAround(file, above, dated, year);
  if (day?.text !== undefined) texts.set(dated?.en as string, day.text);
  if (day) said.push(day.said);
  return { texts, said };
}

function dayAround(
  file: string,
  { texts }: Above,
  column: Column,
  year: () => number | undefined,
): { readonly text?: string; readonly said: RaisedFinding } | undefined {
  const whole = (day: string): string | undefined => {
    if (day.length === 10) return day;
    const known = year();
    return known === undefined ? undefined : `${known}-${day}`;
  };
  const daysIn = (text: string): readonly string[] => daysNamed(text).days.flatMap((day) => whole(day) ?? []);
  const places = [
    { from: TITLE, days: texts.flatMap(daysIn) },
    { from: NAME, days: daysIn(stemOf(file)) },
  ].filter(({ days }) => days.length > 0);
  const days = [...new Set(places.flatMap((place) => place.days))];
  const [day, ...others] = days;
  if (day === undefined) return undefined;
  const from = {
    zh: places.map((place) => place.from.zh).join('、'),
    en: places.map((place) => place.from.en).join(', '),
  };
  const params = { column: nameOf(column), from };
  if (others.length === 0)
    return { text: day, said: raised(FROM_AROUND, 'day', { params: { ...params, day }, key: column.en }) };
  const found = { params: { ...params, days: days.sort().join('、') }, key: column.en };
  return { said: raised(DAYS_DIFFER, 'differ', found) };
}

/** Yields the years that are named above a table, and in the name of its file. */
export function* yearsAround(file: string, { texts }: Above): Generator<readonly [YearSource, number]> {
  for (const text of texts) for (const year of daysNamed(text).years) yield ['title', year];
  for (const year of daysNamed(stemOf(file)).years) yield ['name', year];
}

/** The name of a file without its folders and ending. */
function stemOf(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/\.[^.]{1,5}$/, '');
}
