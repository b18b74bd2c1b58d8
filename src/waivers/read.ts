/** Reads waivers from YAML or CSV. */
import validate from '../../build/waivers-validator.js';
import { UnusableError } from '../errors.js';
import { readDate } from '../logs/read/dates.js';
import { textRecords } from '../logs/read/text-records.js';
import { firstMistake, type Mistake, placeOf, readValue, stepsOf } from '../profile/mistakes.js';
import { parseYaml } from '../profile/parse.js';
import { nearest } from '../text/nearest.js';
import type { Location, Params, Wording } from '../types.js';
import { FIELD_NAMES, FIELDS, type Field, REQUIRED, type Waiver } from './waiver.js';

const WORDS = {
  list: {
    zh: '豁免文件应是 waivers: 下面的一张列表',
    en: 'a file of waivers is a list under waivers:',
  },
  text: { zh: '这里应写文字', en: 'a text is needed here' },
  unknown: { zh: '豁免里没有这一项；可用：{known}', en: 'no such entry in a waiver; possible: {known}' },
  needed: { zh: '这条豁免缺少 {field}', en: '{field} is missing from this waiver' },
  noRule: { zh: '没有这条规则', en: 'there is no such rule' },
  near: { zh: '没有这条规则，是不是 {near}？', en: 'there is no such rule; did you mean {near}?' },
  date: {
    zh: '到期日应是真实的日期，写作 年-月-日，例如 2020-06-30',
    en: 'the expiry must be a real date, year-month-day, such as 2020-06-30',
  },
  header: {
    zh: '豁免表的表头要有：规则、理由、批准人、到期日',
    en: 'the header of a table of waivers needs: rule, justification, approver, expires',
  },
  quote: { zh: '这一行的引号没有配对', en: 'a quote in this row is never closed' },
} as const satisfies Record<string, Wording>;

type Values = Partial<Record<Field, string>>;

/**
 * Reads waivers. A file whose name ends in `.csv` is CSV, any other YAML.
 *
 * @throws {UnusableError} with the place, for whatever is no waiver: a waiver that is misread would let something pass.
 */
export function readWaivers(text: string, file: string): Waiver[] {
  const read = /\.(?:csv|tsv)$/i.test(file) ? fromCsv : fromYaml;
  return read(text.replace(/^\ufeff/, ''), file);
}

function fromYaml(text: string, file: string): Waiver[] {
  const yaml = parseYaml(text, file, { empty: WORDS.list, notAMap: WORDS.list });
  // the text as it is written: an id of digits alone is no number
  const value = readValue(yaml.root, ({ source, value }) => String(source ?? value ?? '').trim());
  const mistake = firstMistake(yaml, value, validate);
  if (mistake) throw unusable(mistake.location, ...wordsOf(mistake, value));
  const { waivers } = value as { waivers: Waiver[] };
  return waivers.map((values, i) => ({ ...inOrder(values), location: placeOf(yaml, ['waivers', i]) }));
}

/** The entries always in the same order, that of the file aside. */
function inOrder(values: Values): Omit<Waiver, 'location'> {
  const given = FIELD_NAMES.filter((field) => values[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, values[field]])) as unknown as Omit<Waiver, 'location'>;
}

function fromCsv(text: string, file: string): Waiver[] {
  const { records, badQuote } = textRecords(text);
  const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const at = (line: number, length = 0): Location => ({ file, line, column: 1, endLine: line, endColumn: length + 1 });
  if (badQuote !== undefined) throw unusable(at(badQuote), WORDS.quote);
  let columns: (Field | undefined)[] | undefined;
  const found: { values: Values; location: Location }[] = [];
  for (const { cells, line, length } of records) {
    const location = at(line, length);
    if (!columns) {
      columns = cells.map((cell) =>
        FIELD_NAMES.find((field) => (FIELDS[field] as readonly string[]).includes(plain(cell))),
      );
      const header = columns;
      if (REQUIRED.some((field) => !header.includes(field))) throw unusable(location, WORDS.header);
      continue;
    }
    const values: Values = {};
    for (const [i, field] of columns.entries()) {
      const cell = (cells[i] ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim();
      if (field && cell !== '') values[field] = field === 'expires' ? plainDate(cell) : cell;
    }
    if (Object.keys(values).length > 0) found.push({ values, location });
  }
  if (!columns) throw unusable(at(1), WORDS.header);
  const value = { waivers: found.map(({ values }) => values) };
  const [error] = validate(value) ? [] : (validate.errors ?? []);
  if (!error) return found.map(({ values, location }) => ({ ...inOrder(values), location }));
  const steps = stepsOf(error.instancePath);
  throw unusable(found[Number(steps[1])]?.location ?? at(1), ...wordsOf({ ...error, steps }, value));
}

/** A date as WPS and Excel write it back, `2020/6/30`, as it was meant; any other text as it is. */
function plainDate(cell: string): string {
  const read = readDate(cell.normalize('NFKC'), undefined);
  return 'value' in read && !read.lenient?.includes('date-serial') ? String(read.value) : cell;
}

/** Returns what is said of a mistake. */
function wordsOf({ keyword, params, steps }: Omit<Mistake, 'location'>, value: unknown): [Wording, Params?] {
  const [, i, field] = steps;
  if (field === undefined)
    return i !== undefined && keyword === 'required'
      ? [WORDS.needed, { field: String(params.missingProperty) }]
      : [WORDS.list];
  if (keyword === 'unknown') return [WORDS.unknown, { known: FIELD_NAMES.join(', ') }];
  const text = (value as { waivers: Values[] }).waivers[Number(i)]?.[field as Field];
  if (typeof text !== 'string' || text === '') return [WORDS.text];
  if (keyword === 'format') return [WORDS.date];
  const near = nearest(text, params.allowedValues as readonly string[]);
  return near === undefined ? [WORDS.noRule] : [WORDS.near, { near }];
}

function unusable(location: Location, words: Wording, params: Params = {}): UnusableError {
  return new UnusableError('input/waivers', words, params, location);
}
