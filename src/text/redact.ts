/** The last defence against personal data in output: identity numbers and mobile phone numbers, wherever they stand. */

/** 18 characters with a plausible birth date: six of the place, the date, three of order, one of checksum. */
const ID_NUMBER =
  /(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;
/** 11 digits that begin with 13 to 19, also in groups of three, four and four. */
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86)?1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])/g;

/** Returns the text with identity numbers and mobile phone numbers replaced by asterisks. */
export function redact(text: string): string {
  return text
    .replace(ID_NUMBER, (found) => '*'.repeat(found.length))
    .replace(MOBILE, (found) => '*'.repeat(found.length));
}
