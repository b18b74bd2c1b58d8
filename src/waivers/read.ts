/** Reads waivers from YAML or CSV. */
import { closest, distance } from 'fastest-levenshtein';
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { UnusableError } from '../errors.js';
import { readDate } from '../logs/read/dates.js';
import { textRecords } from '../logs/read/text-records.js';
import { isDate } from '../profile/formats.js';
import { keyOf, parseYaml } from '../profile/parse.js';
import type { Location, Params, Wording } from '../types.js';
import { FIELD_NAMES, FIELDS, type Field, REQUIRED, type Waiver } from './waiver.js';

const WORDS = {
  list: {
    zh: '豁免文件应是 waivers: 下面的一张列表',
    en: 'a file of waivers is a list under waivers:',
  },
  text: { zh: '这里应写文字', en: 'a text is needed here' },
  unknown: { zh: '豁免里没有这一项；可用：{known}', en: 'no such entry in a waiver; possible: {known}' },
  needed: { zh: '这条豁免缺少 {field}', en: 'this waiver lacks {field}' },
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

type Values = Partial<Record<Field, { readonly text: string; readonly location: Location }>>;

/**
 * Reads waivers. A file whose name ends in `.csv` is CSV, any other YAML.
 *
 * @throws {UnusableError} with the place, for whatever is no waiver: a waiver that is misread would let something pass.
 */
export function readWaivers(text: string, file: string, ruleIds: readonly string[]): Waiver[] {
  const read = /\.(?:csv|tsv)$/i.test(file) ? fromCsv : fromYaml;
  return read(text.replace(/^\ufeff/, ''), file).map(({ values, location }) => waiverOf(values, location, ruleIds));
}

function waiverOf(values: Values, location: Location, ruleIds: readonly string[]): Waiver {
  for (const field of REQUIRED) if (!values[field]) refuse(WORDS.needed, location, { field });
  const { rule, expires, justification, approver, institution, path } = values;
  if (rule && !ruleIds.includes(rule.text)) {
    const near = closest(rule.text, [...ruleIds]);
    const isNear = distance(rule.text, near) <= Math.max(2, Math.floor(near.length / 3));
    refuse(isNear ? WORDS.near : WORDS.noRule, rule.location, isNear ? { near } : {});
  }
  if (expires && !isDate(expires.text)) refuse(WORDS.date, expires.location);
  return {
    rule: rule?.text ?? '',
    justification: justification?.text ?? '',
    approver: approver?.text ?? '',
    expires: expires?.text ?? '',
    ...(institution ? { institution: institution.text } : {}),
    ...(path ? { path: path.text } : {}),
    location,
  };
}

function fromYaml(text: string, file: string): { values: Values; location: Location }[] {
  const yaml = parseYaml(text, file, { empty: WORDS.list, notAMap: WORDS.list });
  const placeOf = (node: Node | null | undefined): Location => {
    const [start, end] = node?.range ?? [0, 0];
    return yaml.at(start, end);
  };
  const [pair, second] = yaml.root.items as Pair<Node, Node>[];
  if (!pair || keyOf(pair) !== 'waivers' || second) return refuse(WORDS.list, placeOf((second ?? pair)?.key));
  if (!isSeq(pair.value)) return refuse(WORDS.list, placeOf(pair.value ?? pair.key));
  return (pair.value.items as Node[]).map((item) => {
    if (!isMap(item)) return refuse(WORDS.list, placeOf(item));
    const values: Values = {};
    for (const entry of (item as YAMLMap<Node, Node>).items) {
      const key = keyOf(entry) as Field;
      if (!FIELD_NAMES.includes(key)) refuse(WORDS.unknown, placeOf(entry.key), { known: FIELD_NAMES.join(', ') });
      // the text as it is written: an id of digits alone is no number
      const value = isScalar(entry.value) ? String(entry.value.source ?? entry.value.value ?? '').trim() : '';
      if (value === '') refuse(WORDS.text, placeOf(entry.value ?? entry.key));
      values[key] = { text: value, location: placeOf(entry.value) };
    }
    return { values, location: placeOf(item) };
  });
}

function fromCsv(text: string, file: string): { values: Values; location: Location }[] {
  const { records, badQuote } = textRecords(text);
  const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const at = (line: number, length = 0): Location => ({ file, line, column: 1, endLine: line, endColumn: length + 1 });
  if (badQuote !== undefined) refuse(WORDS.quote, at(badQuote));
  let columns: (Field | undefined)[] | undefined;
  const found: { values: Values; location: Location }[] = [];
  for (const { cells, line, length } of records) {
    const location = at(line, length);
    if (!columns) {
      columns = cells.map((cell) =>
        FIELD_NAMES.find((field) => (FIELDS[field] as readonly string[]).includes(plain(cell))),
      );
      const header = columns;
      if (REQUIRED.some((field) => !header.includes(field))) refuse(WORDS.header, location);
      continue;
    }
    const values: Values = {};
    for (const [i, field] of columns.entries()) {
      const cell = (cells[i] ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim();
      if (field && cell !== '') values[field] = { text: field === 'expires' ? plainDate(cell) : cell, location };
    }
    if (Object.keys(values).length > 0) found.push({ values, location });
  }
  if (!columns) refuse(WORDS.header, at(1));
  return found;
}

/** A date as WPS and Excel write it back, `2020/6/30`, as it was meant; any other text as it is. */
function plainDate(cell: string): string {
  const read = readDate(cell.normalize('NFKC'), undefined);
  return 'value' in read && !read.lenient?.includes('date-serial') ? String(read.value) : cell;
}

function refuse(words: Wording, location: Location, params: Params = {}): never {
  throw new UnusableError('input/waivers', words, params, location);
}
