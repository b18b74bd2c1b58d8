/** The text of one cell becomes a typed value, as people write values. Runs on every cell: plain forms come first. */
import { addDays } from '../../plan/days.js';
import type { CellType, Column } from '../kind.js';
import { isDitto } from './carry.js';
import { readBool, readEnum, readList, synonymOf } from './choices.js';
import { isPlainDate, isPlainDatetime, joined, readDate, readDatetime, readMonth } from './dates.js';
import { BROKEN_START, isDestroyed } from './destroyed.js';
import { isMobile, isScientific, readId, readPhone } from './identity.js';
import { isMissing, isName, isNoReading } from './missing.js';
import { readDecimal, readInt } from './numbers.js';
import { type CellReading, unreadable, valued, withLeniency } from './reading.js';
import { DAY_MINUTES, plainTime, readTime, timeAt } from './times.js';
import { isWide, narrow, unwrap } from './widths.js';

export type { CellReading, Leniency, Unreadable } from './reading.js';
export { unreadable, withLeniency } from './reading.js';

const NOT_GIVEN: CellReading = {};
const YES: CellReading = { value: true };
const NO: CellReading = { value: false };

/** Longer cells are no number, date or word of a list of values. */
const LONGEST_TYPED = 64;
/** The first characters of what is not simply text: words for "not given", and for nobody and nothing. */
const UNUSUAL_STARTS = new Set([...'未缺无暂没待空不某同NnTtUuXx'].map((char) => char.charCodeAt(0)));
/** In the plain signs, what a number in scientific notation has and few texts have besides. */
const PLUS = 0x2b;

/**
 * Returns the value of a cell in its column, with every leniency that reading it took; `{}` for an empty cell; the
 * reason where it can't be read. Never throws.
 *
 * @param context - `year`: the year of dates that are written without one, if it is known; `people`: those who are called
 *   by a word that otherwise names nobody
 */
export function readCell(text: string, column: Column, context: CellContext): CellReading {
  if (text === '') return NOT_GIVEN;
  return readPlain(text, column) ?? readWritten(text, column, context);
}

/** What is known besides the cell. */
export interface CellContext {
  readonly year?: number;
  readonly people?: ReadonlySet<string>;
}

/**
 * Returns the value of a cell for a date and a time that holds only one of them: the time is taken as of the day, a date
 * where the column says that it will do. `undefined` where it is neither.
 */
export function readMoment(
  text: string,
  column: Column,
  context: CellContext & { readonly day: string },
): CellReading | undefined {
  const time = context.day === '' ? NOT_GIVEN : readCell(text, { ...column, type: 'time' }, context);
  if (typeof time.value === 'number')
    return valued(joined(context.day, time.value), ['date-added', ...(time.lenient ?? [])]);
  const date = column.timeless ? readCell(text, { ...column, type: 'date' }, context) : NOT_GIVEN;
  return date.value === undefined ? undefined : date;
}

/**
 * Returns the reading of a time that was written with a date, once the day of its row is known: that day's time, or that
 * of the next as where 次日 is written. Another day is not chosen.
 */
export function timeOfDay({ moment = '', ...reading }: CellReading, day: string): CellReading {
  if (day === '') return reading;
  const minutes = timeAt(moment, 11);
  if (moment.startsWith(day)) return valued(minutes, ['time-dated']);
  if (moment.startsWith(addDays(day, 1))) return valued(minutes + DAY_MINUTES, ['time-dated']);
  return unreadable('other-day');
}

/** Returns the value of a cell in the plain form of its type. */
function readPlain(text: string, column: Column): CellReading | undefined {
  switch (column.type) {
    case 'date':
      return isPlainDate(text) ? { value: text } : undefined;
    case 'time': {
      const minutes = plainTime(text);
      return minutes >= 0 ? { value: minutes } : undefined;
    }
    case 'datetime':
      return isPlainDatetime(text)
        ? { value: text.charCodeAt(10) === 0x54 ? text : text.replace(' ', 'T') }
        : undefined;
    case 'decimal':
      return plainDecimal(text, column);
    case 'int':
      return plainInt(text);
    case 'bool':
      return text === '是' ? YES : text === '否' ? NO : undefined;
    case 'enum': {
      if (column.values?.includes(text)) return { value: text };
      const synonym = synonymOf(text, column);
      return synonym === undefined ? undefined : valued(synonym, ['synonym']);
    }
    case 'list':
      if (text === '无') return isName(column) ? undefined : { value: [] };
      return column.values?.includes(text) ? { value: [text] } : undefined;
    case 'phone':
      return isMobile(text) ? { value: text } : undefined;
    case 'text':
    case 'ref':
      return isPlainText(text) ? { value: text } : undefined;
    default:
      return undefined;
  }
}

/** Reads `dd.d`, but for 9d.d, which may be Fahrenheit. */
function plainDecimal(text: string, column: Column): CellReading | undefined {
  if (text.length !== 4 || text.charCodeAt(2) !== 0x2e || column.digits === 0) return undefined;
  const tens = text.charCodeAt(0) - 0x30;
  const ones = text.charCodeAt(1) - 0x30;
  const tenths = text.charCodeAt(3) - 0x30;
  if (tens < 0 || tens > 8 || ones < 0 || ones > 9 || tenths < 0 || tenths > 9) return undefined;
  return { value: (tens * 100 + ones * 10 + tenths) / 10 };
}

function plainInt(text: string): CellReading | undefined {
  if (text.length > 6) return undefined;
  let number = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return { value: number };
}

/** Whether a text has Chinese characters, letters, digits and inner ASCII signs only, and begins as usual. */
function isPlainText(text: string): boolean {
  const last = text.length - 1;
  if (UNUSUAL_STARTS.has(text.charCodeAt(0))) return false;
  for (let i = 0; i <= last; i += 1) {
    const code = text.charCodeAt(i);
    const usual =
      (code >= 0x4e00 && code <= 0x9fff && code !== BROKEN_START) ||
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a) ||
      (i > 0 && i < last && code >= 0x20 && code <= 0x7e && code !== PLUS);
    if (!usual) return false;
  }
  return true;
}

/** Reads a cell that is not in its plain form. */
function readWritten(text: string, column: Column, { year, people }: CellContext): CellReading {
  const written = text.trim();
  const { type } = column;
  const plain = plainCharacters(written, type).trim();
  const free = type === 'text' || type === 'ref' || type === 'list';
  const bare = unwrap(plain, !free);
  if (bare === '') return NOT_GIVEN;
  if (bare.startsWith('=')) return unreadable('formula');
  if (isDestroyed(bare)) return unreadable('destroyed');
  if (!free && bare.length > LONGEST_TYPED) return unreadable(type);

  let reading = type === 'list' ? undefined : readPlain(bare, column);
  if (isUntold(bare, column)) return unreadable('ditto');
  if (reading === undefined && isMissing(bare, column, people)) return { lenient: ['missing-word'] };
  if (isNoReading(bare, column)) return { lenient: ['no-reading'] };
  reading ??= readBare(bare, written, column, year);
  if (type === 'ref' ? plain !== written : type !== 'list' && type !== 'text' && type !== 'enum' && isWide(written)) {
    reading = withLeniency(reading, 'full-width');
  }
  return bare !== plain || text.startsWith('\t') || text.endsWith('\t') ? withLeniency(reading, 'wrapped') : reading;
}

/** Text stays as it is written, and a value of an `enum` says itself whether it had to be narrowed. */
function plainCharacters(text: string, type: CellType): string {
  if (type === 'text' || type === 'enum') return text;
  return type === 'ref' || type === 'list' ? text.normalize('NFKC') : narrow(text);
}

function readBare(text: string, written: string, column: Column, year: number | undefined): CellReading {
  switch (column.type) {
    case 'date':
      return readDate(text, year);
    case 'month':
      return readMonth(text, year);
    case 'time':
      return readTimeOrMoment(text, year);
    case 'datetime':
      return readDatetime(text, year);
    case 'enum':
      return readEnum(text, column);
    case 'bool':
      return readBool(text, column);
    case 'list':
      return readList(text, written, column);
    case 'phone':
      return readPhone(text);
    case 'id':
      return readId(text);
    case 'decimal':
      return readDecimal(text, column);
    case 'int':
      return readInt(text, column);
    case 'text':
    case 'ref':
      return readText(text);
  }
}

/** Reads a time; of one with a date before it only the row tells what it is. */
function readTimeOrMoment(text: string, year: number | undefined): CellReading {
  const time = readTime(text);
  if (time.unreadable === undefined) return time;
  const { value } = readDatetime(text, year);
  return typeof value === 'string' ? { ...time, moment: value } : time;
}

/** Reads a text. A number of a person that Excel has cut is the same for many. */
function readText(text: string): CellReading {
  return isScientific(text) ? unreadable('id-scientific') : { value: text };
}

/**
 * Whether a cell says "the same" where nothing above or beside it is: it is refused where rows are told apart by the cell.
 */
function isUntold(text: string, { type, required }: Column): boolean {
  return (type === 'ref' || (type === 'text' && required === true)) && (isDitto(text) || text === '同左');
}
