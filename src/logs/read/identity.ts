/** Cells that identify or reach a person: identity numbers and phone numbers. */
import { type CellReading, unreadable, valued } from './reading.js';

/** GB 11643: the weights of the first seventeen digits, and the check character for each remainder by eleven. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

const SCIENTIFIC = /^\d(?:\.\d*E\+?|E\+)\d+$/;

/** Returns whether a text is a long number as Excel shows it, without its last digits: 4.50201E+17. */
export function isScientific(text: string): boolean {
  return text.length <= 24 && SCIENTIFIC.test(text.toUpperCase());
}

/** Returns an identity number; of other papers, such as passports, whatever number they have. */
export function readId(text: string): CellReading {
  const number = text.replace(/\s/g, '').toUpperCase();
  if (isScientific(number)) return unreadable('id-scientific');
  if (/^\d{16,18}\.0+$/.test(number)) return unreadable('id-digits-lost');
  if (/^\d{17}[\dX]$/.test(number)) {
    if (checkOf(number) !== number.charAt(17)) return unreadable(number.endsWith('000') ? 'id-digits-lost' : 'id');
  } else if (!/^[A-Z\d]{5,17}$/.test(number) || /^\d{16,17}$/.test(number)) {
    // no paper has 16 or 17 digits: it is an identity number that lacks some
    return unreadable('id');
  }
  return valued(number, number.length === text.length ? [] : ['wrapped']);
}

function checkOf(number: string): string {
  let sum = 0;
  WEIGHTS.forEach((weight, i) => {
    sum += weight * Number(number.charAt(i));
  });
  return CHECKS.charAt(sum % 11);
}

/** Returns whether the text is a mobile number in its plain form. */
export function isMobile(text: string): boolean {
  if (text.length !== 11 || text.charCodeAt(0) !== 0x31) return false;
  for (let i = 1; i < 11; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text.charCodeAt(1) >= 0x33;
}

/** Returns a phone number as digits only, an extension after a dash. */
export function readPhone(text: string): CellReading {
  const number = text.replace(/[‐-―−]/g, '-');
  const [, line, extension] = /^([^转]+\d)(?:-|转)(\d{1,6})$/.exec(number) ?? [];
  const [digits, extended] = [onlyDigits(number), onlyDigits(line ?? '')];
  const mobile = /^(?:\+?86|0086|0)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  if (mobile !== undefined) return { value: mobile };
  if (isLandline(digits)) return { value: digits };
  if (isLandline(extended)) return { value: `${extended}-${extension}` };
  return unreadable('phone');
}

function onlyDigits(number: string): string {
  return number.replace(/[\s()-]/g, '');
}

/** With its area code, or a service number (400, 800). */
function isLandline(digits: string): boolean {
  return /^(?:0[1-9]\d{8,10}|[48]00\d{7})$/.test(digits);
}
