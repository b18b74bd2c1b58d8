/** Cells with words that are known: yes or no, one of the column's values, a list of them. */
import type { Column } from '../kind.js';
import { isSerial } from './dates.js';
import { isMissing, isName } from './missing.js';
import { type CellReading, type Leniency, unreadable, valued } from './reading.js';
import { narrow, unwrap } from './widths.js';

const YES = new Set(['有', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1', '已', '对', '通过']);
const NO = new Set(['无', '×', '✗', '✘', '☒', 'x', 'n', 'no', 'false', '0', '未', '没有', '未通过', '不通过', '不是']);

/**
 * Words for the state of a thing, and the columns that ask for one. Under 发热 (fever) the same word would say the
 * opposite of yes.
 */
const STATE_COLUMN = /正常|畅通|完好|合格|标志|示意图/;
const GOOD = new Set(['正常', '完好', '畅通', '合格']);
const BAD = new Set(['异常', '不正常', '损坏', '不畅通', '不合格']);

/** A list that says that there is nothing. */
const NOTHING = new Set(['无', '没有', '正常', '否', '无症状', '无异常', '未见异常']);

/** The full stop is one of them: 发热、咳嗽。 */
const SEPARATORS = /[、，,；;／/。\s]+/;

/** Returns yes or no, where it is not written 是 or 否. */
export function readBool(text: string, column: Column): CellReading {
  const synonym = synonymOf(text, column);
  if (synonym === '是' || synonym === '否') return valued(synonym === '是', ['yes-no']);
  const word = text.toLowerCase();
  const state = STATE_COLUMN.test(column.zh);
  if (YES.has(word) || (state && GOOD.has(word))) return valued(true, ['yes-no']);
  if (NO.has(word) || (state && BAD.has(word))) return valued(false, ['yes-no']);
  return unreadable(isSerial(text) ? 'shifted-date' : 'bool');
}

/** Returns one of the column's values, where it is written in another way. */
export function readEnum(text: string, column: Column): CellReading {
  const value = knownAs(text, column);
  if (value !== undefined) return valued(value, ['synonym']);
  if (column.values === undefined) return { value: text };
  return unreadable(isSerial(narrow(text)) ? 'shifted-date' : 'enum');
}

/** Returns the value that a synonym stands for. */
export function synonymOf(text: string, { synonyms }: Column): string | undefined {
  // a cell may say `constructor`
  return synonyms !== undefined && Object.hasOwn(synonyms, text) ? synonyms[text] : undefined;
}

/** Returns the value that a text stands for: itself, by a synonym, or written with other widths, case or spaces. */
function knownAs(text: string, column: Column): string | undefined {
  const { values = [], synonyms = {} } = column;
  if (values.includes(text)) return text;
  const synonym = synonymOf(text, column);
  if (synonym !== undefined) return synonym;
  const same = fold(text);
  const key = Object.keys(synonyms).find((each) => fold(each) === same);
  return values.find((each) => fold(each) === same) ?? (key === undefined ? undefined : synonyms[key]);
}

function fold(text: string): string {
  return narrow(text).replace(/\s/g, '').toLowerCase();
}

/** Returns the entries of a list, known ones by their value, others as they are; nothing is an empty list. */
export function readList(text: string, written: string, column: Column): CellReading {
  const own = text.split(SEPARATORS).map((entry) => unwrap(entry, false));
  const entries = own.filter((entry) => entry !== '');
  const [first = ''] = entries;
  if (entries.some((entry) => entry.startsWith('='))) return unreadable('formula');
  if (first === '') return {};
  if (entries.length === 1 && isMissing(first, column)) return { lenient: ['missing-word'] };
  const lenient = new Set<Leniency>();
  const letters = written.replace(/[，；／\s]/g, '');
  if (letters !== letters.normalize('NFKC')) lenient.add('full-width');
  if (/[，,；;／/。\s]/.test(text)) lenient.add('separator');
  if (entries.every((entry) => NOTHING.has(entry))) {
    if (isName(column)) return { lenient: ['missing-word'] };
    if (entries.some((entry) => entry !== '无')) lenient.add('synonym');
    return valued([], [...lenient]);
  }
  const values = entries.map((entry) => {
    const value = knownAs(entry, column);
    if (value !== undefined && value !== entry) lenient.add('synonym');
    return value ?? entry;
  });
  return valued(values, [...lenient]);
}
