/** Cells with numbers: temperatures and amounts, rounded by their written digits, and counts. */
import type { Column } from '../kind.js';
import { isSerial } from './dates.js';
import { ABOUT, type CellReading, type Leniency, unreadable, valued } from './reading.js';

/** Up to nine digits before the point: with the decimals, still exact. */
const NUMBER = /^(-?)(\d{1,9})(?:\.(\d{1,40}))?\s*(\D{0,12})$/;

const THOUSANDS = /^-?[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/;

/** Other ways to write the units of the logs, in lower case. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  '℃': ['°c', '°', 'ºc', 'oc', 'c', '度', '摄氏度'],
  min: ['分钟', '分', 'min', 'mins', 'minute', 'minutes'],
  人: ['人', '名', '位', '个'],
  '只/袋': ['只', '袋', '个'],
};

/** What may follow a count in a column that has no unit: 第3排, 2次, 5人. */
const COUNTERS: readonly string[] = ['次', '批', '节', '排', '号', '床', '人', '名', '位', '个'];

const FAHRENHEIT: readonly string[] = ['°f', '℉', 'f', '华氏度'];

/** The decimals of a column that names none. */
const MOST_DIGITS = 6;

/** Excel keeps 15 digits; those after them come from binary arithmetic (37.149999999999999 was 37.15). */
const EXCEL_DIGITS = 15;

/** Returns the number of a decimal cell. */
export function readDecimal(text: string, column: Column): CellReading {
  const celsius = column.unit === '℃';
  const lenient: Leniency[] = [];
  let number = bareOf(text, celsius, lenient);
  if (!celsius && THOUSANDS.test(number)) {
    number = number.replaceAll(',', '');
    lenient.push('unit');
  }
  const pointed = number.replace(/(\d)\s*[.。．,·]\s*(?=\d)/, '$1.');
  if (pointed !== number) lenient.push('decimal-sign');
  if (celsius) number = pointed.replace(/^(\d\d)度(\d)$/, '$1.$2度');
  else number = pointed;

  const [, sign = '', whole = '', decimals = '', unitText = ''] = NUMBER.exec(number) ?? [];
  if (whole === '') return unreadable('decimal');
  const unit = unitText.replace(/\s/g, '').toLowerCase();
  if (celsius && FAHRENHEIT.includes(unit)) return unreadable('fahrenheit');
  if (unit !== '') {
    if (!unitsOf(column).includes(unit)) return unreadable('decimal');
    lenient.push('unit');
  }
  const digits = column.digits ?? MOST_DIGITS;
  if (decimals.length > digits) lenient.push('rounded');
  const size = roundHalfUp(whole, decimals, digits);
  if (celsius && sign === '') {
    if (isSerial(text)) return unreadable('shifted-date');
    if (digits === 1 && Number.isInteger(size) && size >= 340 && size <= 429) return unreadable('decimal-point-lost');
    if (size >= 90 && size <= 110) return unreadable('fahrenheit');
  }
  // 0 - 0 is 0, where -0 would not be
  return valued(sign === '' ? size : 0 - size, [...new Set(lenient)]);
}

/** Returns the number of a cell that counts something. */
export function readInt(text: string, column: Column): CellReading {
  const lenient: Leniency[] = [];
  let number = bareOf(text, false, lenient);
  if (THOUSANDS.test(number)) {
    number = number.replaceAll(',', '');
    lenient.push('unit');
  }
  const ordinal = column.unit === undefined && number.startsWith('第');
  const [, sign = '', whole = '', decimals = '', unitText = ''] = NUMBER.exec(ordinal ? number.slice(1) : number) ?? [];
  if (whole === '' || /[1-9]/.test(decimals)) return unreadable('int');
  const unit = unitText.replace(/\s/g, '').toLowerCase();
  if (unit !== '' && !(column.unit === undefined ? COUNTERS : unitsOf(column)).includes(unit)) return unreadable('int');
  if (sign !== '') return unreadable('negative');
  if (unit !== '' || ordinal) lenient.push('unit');
  if (decimals !== '') lenient.push('rounded');
  return valued(Number(whole), [...new Set(lenient)]);
}

/** Returns the number without what people write before or after it: T36.5 of a temperature, 约20 of an amount. */
function bareOf(text: string, celsius: boolean, lenient: Leniency[]): string {
  const number = text.replace('−', '-');
  const bare = celsius ? number.replace(/^(?:T|体温)\s*[:=]?\s*(?=\d)/i, '') : number.replace(ABOUT, '');
  if (bare !== number) lenient.push(celsius ? 'unit' : 'approximate');
  return bare;
}

function unitsOf({ unit }: Column): readonly string[] {
  if (unit === undefined) return [];
  return UNITS[unit] ?? [unit.toLowerCase()];
}

/** Returns the number with so many decimals, rounded half up by its digits, never by its binary value. */
function roundHalfUp(whole: string, decimals: string, digits: number): number {
  const kept = EXCEL_DIGITS - whole.length;
  if (decimals.length > kept && kept > digits) {
    const asExcel = scaled(whole, decimals, kept).padStart(kept + 1, '0');
    return Number(scaled(asExcel.slice(0, -kept), asExcel.slice(-kept), digits)) / 10 ** digits;
  }
  return Number(scaled(whole, decimals, digits)) / 10 ** digits;
}

/** Returns the number times a power of ten, rounded half up to a whole one. */
function scaled(whole: string, decimals: string, digits: number): string {
  const number = Number(whole + decimals.slice(0, digits).padEnd(digits, '0'));
  return String(decimals.charAt(digits) >= '5' ? number + 1 : number);
}
