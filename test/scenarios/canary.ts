/** A canary: a name and numbers that nobody has, and how to find them in an output. */
import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';

/** Invented: a place that there is not, and a name and a number that nobody has. */
export const ID = '999999194912310025';
export const NAME = '卡娜丽';
export const PHONE = '13899990001';
/** A name in Latin letters, which has full-width forms. */
export const LATIN = 'Kanarivogel';

/** The identity number in groups, one of 15 digits as there were until 1999, and a landline. */
export const GROUPED = '999999 19491231 0025';
export const OLD_ID = '999999491231002';
export const LANDLINE = '0772-2899001';
/** A name that looks like a building, as a shifted column has it in place of one. */
export const HOUSE = '卡娜楼';

/** ASCII as people type it with a Chinese input method. NFKC, by which cells are compared, undoes it. */
export const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Every way in which the canary could be in an output. */
const TRACES: readonly string[] = [
  NAME,
  LATIN,
  HOUSE,
  ID,
  PHONE,
  GROUPED,
  OLD_ID,
  LANDLINE,
  ...[LATIN, ID, PHONE].map(wide),
].flatMap((value) => [
  value,
  encodeURIComponent(value),
  Buffer.from(value).toString('base64').replace(/=+$/, ''),
  Buffer.from(value).toString('hex'),
  [...value].join('\0'),
  iconv.encode(value, 'gbk').toString('latin1'),
  [...value].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  createHash('sha256').update(value).digest('hex').slice(0, 32),
]);

/** Returns the ways in which the canary is in an output. */
export function tracesIn(text: string): string[] {
  return TRACES.filter((trace) => text.includes(trace));
}
