/** The last defence against personal data in output: identity numbers and mobile phone numbers, wherever they stand. */

/** 18 characters with a plausible birth date: six of the place, the date, three of order, one of checksum. */
const ID_NUMBER =
  /(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;
/** 11 digits that begin with 13 to 19, also in groups of three, four and four. */
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86)?1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])/g;

/** Digits and signs as Chinese input methods write them, one character each like their plain forms. */
const WIDE = /[\uff01-\uff5e]/g;

/** Returns the text with identity numbers and mobile phone numbers, also in full-width digits, replaced by asterisks. */
export function redact(text: string): string {
  const plain = text.replace(WIDE, (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0));
  const masked = plain.replace(ID_NUMBER, asterisks).replace(MOBILE, asterisks);
  if (masked === plain) return text;
  if (plain === text) return masked;
  return Array.from(text.split(''), (unit, i) => (masked[i] === plain[i] ? unit : '*')).join('');
}

function asterisks(found: string): string {
  return '*'.repeat(found.length);
}
