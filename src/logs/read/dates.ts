/** Cells with dates, months, and dates with a time, as people and Excel write them. */
import { addDays } from '../../plan/days.js';
import { type CellReading, type Leniency, type Unreadable, unreadable, valued } from './reading.js';
import { readTime, secondsOf, timeAt } from './times.js';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const DATE = /^(\d{4}|\d{1,2})\s*[-/.。．年‐-―−]\s*(\d{1,2})\s*[-/.。．月‐-―−]\s*(\d{1,2})(?:\s*([日号])|(?!\d))/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const YEARLESS = /^(\d{1,2})\s*([-/.。．月‐-―−])\s*(\d{1,2})(?:\s*([日号])|(?!\d))/;
const WEEKDAY = /^\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/;
/** After a dot, 1 may be what Excel left of 10. */
const MONTH = /^(\d{4}|\d{2})\s*(?:[-/年‐-―−]\s*(\d{1,2})|[.。．](0\d|1[012]|[2-9]))\s*(?:月份?)?$/;

/** A date somewhere in a text, with what follows it where that makes it the first of several days. */
const INSIDE =
  /(?<!\d)(?:(\d{4})\s*[-/.年_]\s*(\d{1,2})\s*[-/.月_]|(\d{1,2})\s*月)\s*(\d{1,2})\s*[日号]?(?!\d)(\s*(?:[-~—]|至|到))?/g;
const COMPACT_INSIDE = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/;
const YEAR_INSIDE = /(?<!\d)(20\d{2})(?=\s*(?:年|[-/.．_]\s*\d|\d{4}(?!\d)|$))/g;

/** Days as Excel counts them: 2009-07-06 to 2036-11-21. */
const SERIAL = /^(\d{5})(\.\d{1,20})?$/;
const [FIRST_SERIAL, LAST_SERIAL] = [40_000, 50_000];
/** Excel takes 1900 for a leap year: its first day is not 1899-12-31. */
const SERIAL_EPOCH = '1899-12-30';

/** Returns whether a text is a number that Excel may mean as a date. */
export function isSerial(text: string): boolean {
  const days = Number(SERIAL.exec(text)?.[1] ?? NaN);
  return days >= FIRST_SERIAL && days <= LAST_SERIAL;
}

/** Returns whether the text, up to that length, is a date of the calendar written `YYYY-MM-DD`. */
export function isPlainDate(text: string, length = text.length): boolean {
  if (length !== 10 || text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return false;
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  // NaN, where a character is not a digit, is no day
  return isDay(year, digitsAt(text, 5), digitsAt(text, 8));
}

/** Returns the number that two digits make, or NaN. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  if (month !== 2 || day < 29) return day <= (MONTH_DAYS[month - 1] ?? 0);
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** A date with the year at its end, as American programs write it. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;

/** Returns the text with its year first, where only one order of day and month can be meant; undefined where both can. */
function withYearFirst(text: string): string | undefined {
  const [whole = '', first = '', , second = '', year] = YEAR_LAST.exec(text) ?? [];
  if (whole === '') return text;
  const [one, other] = [Number(first), Number(second)];
  if (one !== other && one <= 12 && other <= 12) return undefined;
  const [month, day] = one > 12 ? [other, one] : [one, other];
  return `${year}/${month}/${day}${text.slice(whole.length)}`;
}

/** A date at the beginning of a text, and the time behind it if there is anything. */
type Head =
  | { readonly date: string; readonly lenient: readonly Leniency[]; readonly time?: CellReading }
  | { readonly why: Unreadable };

function headOf(written: string, yearGiven: number | undefined): Head {
  const text = withYearFirst(written);
  if (text === undefined) return { why: 'date-order' };
  const full = DATE.exec(text) ?? COMPACT.exec(text);
  const yearless = full ? null : YEARLESS.exec(text);
  const match = full ?? yearless;
  if (!match) return { why: 'date' };
  const [month, day] = full ? [Number(full[2]), Number(full[3])] : [Number(yearless?.[1]), Number(yearless?.[3])];
  const tail = text.slice(match[0].length);
  const afterWeekday = tail.replace(WEEKDAY, '');
  // 5月1日8:30 needs no space, 2020-5-18:30 does
  const apart =
    afterWeekday === '' || match[4] !== undefined || afterWeekday !== tail || /^(?:T|\s)/.test(afterWeekday);
  if (!apart) return { why: 'date' };
  const rest = afterWeekday.replace(/^T/, '').trim();
  const time = rest === '' ? {} : { time: readTime(rest) };
  if (time.time?.unreadable !== undefined) return { why: 'date' };

  if (full) {
    if (full[1]?.length !== 4) return { why: 'date-two-digit-year' };
    if (!isDay(Number(full[1]), month, day)) return { why: 'date' };
    const date = format(Number(full[1]), month, day);
    return { date, lenient: match[0] === date && tail === afterWeekday ? [] : ['date-form'], ...time };
  }
  // 4.1 may be what Excel left of 4.10
  const cut = /[.。．]/.test(yearless?.[2] ?? '') && /^[123]$/.test(yearless?.[3] ?? '');
  if (cut || !isDay(yearGiven ?? 2000, month, day)) return { why: 'date' };
  if (yearGiven === undefined) return { why: 'date-without-year' };
  return { date: format(yearGiven, month, day), lenient: ['year-added'], ...time };
}

function format(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dateOfSerial(text: string): string {
  return addDays(SERIAL_EPOCH, Number(text.slice(0, 5)));
}

/** The days and years that are named in a text such as a title or the name of a file. */
export interface NamedDays {
  /** Each `YYYY-MM-DD`, or `MM-DD` where no year is written beside it. None of a text about several days. */
  readonly days: readonly string[];
  readonly years: readonly number[];
}

/** Returns the days and years that a text names. */
export function daysNamed(text: string): NamedDays {
  const plain = text.normalize('NFKC');
  const years = [...plain.matchAll(YEAR_INSIDE)].map(([, year]) => Number(year));
  const compact = COMPACT_INSIDE.exec(plain);
  const found = compact
    ? [{ year: compact[1], month: compact[2], day: compact[3], span: undefined }]
    : [...plain.matchAll(INSIDE)].map(([, year, month, alone, day, span]) => ({
        year,
        month: month ?? alone,
        day,
        span,
      }));
  const isSpan = found.some(({ span }) => span !== undefined);
  const days = found.flatMap(({ year, month, day }) =>
    isDay(Number(year ?? 2000), Number(month), Number(day))
      ? [`${year === undefined ? '' : `${year}-`}${format(2000, Number(month), Number(day)).slice(5)}`]
      : [],
  );
  return { days: isSpan ? [] : [...new Set(days)], years: [...new Set(years)] };
}

/** Returns the date of a cell; a time behind it is left out. */
export function readDate(text: string, year: number | undefined): CellReading {
  if (isPlainDate(text)) return { value: text };
  if (isSerial(text)) return valued(dateOfSerial(text), ['date-serial']);
  const head = headOf(text, year);
  if ('why' in head) return unreadable(head.why);
  if (head.time === undefined) return valued(head.date, head.lenient);
  return valued(head.date, [...new Set([...head.lenient, 'date-form' as const])]);
}

/** Returns the month of a cell, also of a date: Excel makes one of `2020-05`. */
export function readMonth(text: string, year: number | undefined): CellReading {
  const [, years, dashed, dotted] = MONTH.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text) ?? [];
  if (years !== undefined) {
    const month = Number(dashed ?? dotted);
    if (month < 1 || month > 12) return unreadable('month');
    if (years.length === 2) return unreadable('date-two-digit-year');
    if (Number(years) < 1900) return unreadable('month');
    const value = `${years}-${String(month).padStart(2, '0')}`;
    return valued(value, value === text ? [] : ['date-form']);
  }
  const alone = Number(/^(\d{1,2})月份?$/.exec(text)?.[1] ?? 0);
  if (alone >= 1 && alone <= 12) {
    if (year === undefined) return unreadable('date-without-year');
    return valued(`${year}-${String(alone).padStart(2, '0')}`, ['year-added']);
  }
  const date = readDate(text, undefined);
  if (typeof date.value !== 'string')
    return unreadable(date.unreadable === 'date-two-digit-year' ? date.unreadable : 'month');
  return valued(date.value.slice(0, 7), date.lenient ?? ['date-form']);
}

/** Returns whether the text is a date and a time in their plain forms, with a `T` or a space between them. */
export function isPlainDatetime(text: string): boolean {
  const between = text.charCodeAt(10);
  return text.length === 16 && (between === 0x54 || between === 0x20) && isPlainDate(text, 10) && timeAt(text, 11) >= 0;
}

/** Returns the date and time of a cell that is not written plainly. Times of the next day, and 24:00, move the date. */
export function readDatetime(text: string, year: number | undefined): CellReading {
  if (isSerial(text)) {
    if (text.length === 5) return unreadable('datetime');
    return valued(joined(dateOfSerial(text), Math.floor(secondsOf(Number(text.slice(5))) / 60)), ['date-serial']);
  }
  const head = headOf(text, year);
  if ('why' in head) return unreadable(head.why === 'date' ? 'datetime' : head.why);
  if (typeof head.time?.value !== 'number') return unreadable('datetime');
  return valued(joined(head.date, head.time.value), [...head.lenient, ...(head.time.lenient ?? [])]);
}

/** Returns minutes after midnight of a day as a datetime, which is of the next day from 1440 on. */
export function joined(date: string, minutes: number): string {
  const day = minutes < 1440 ? date : addDays(date, 1);
  const [hours, rest] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  return `${day}T${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
