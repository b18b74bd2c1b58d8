/** The last defence against personal data in output: numbers of people, wherever they stand. */

/** A blank that people put between the groups of a number, also one that does not break. */
const GAP = '[ \\u00a0\\u2007\\u2009\\u202f\\u3000]?';
const spaced = (digits: readonly string[]): string => digits.join(GAP);
const times = (count: number): string[] => Array.from({ length: count }, () => '\\d');
const YEAR = `(?:1${GAP}[89]|2${GAP}0)${GAP}${spaced(times(2))}`;
const MONTH_AND_DAY = `(?:0${GAP}[1-9]|1${GAP}[0-2])${GAP}(?:0${GAP}[1-9]|[12]${GAP}\\d|3${GAP}[01])`;

/**
 * 18 characters with a plausible birth date: six of the place, the date, three of order, one of checksum; with letters
 * beside them and blanks between them. One digit more before or after makes another number.
 */
const ID_NUMBER = new RegExp(
  `(?<!\\d)${[spaced(times(6)), YEAR, MONTH_AND_DAY, spaced([...times(3), '[\\dXx]'])].join(GAP)}(?!\\d)`,
  'g',
);
/** The same in the groups that people write with hyphens: 450200-19990101-0012. */
const ID_IN_GROUPS = /(?<![\dA-Za-z])\d{6}-(?:18|19|20)\d{6}-\d{3}[\dXx](?![\dA-Za-z])/g;
/** 15 digits, as identity numbers were until 1999: the year has two. */
const OLD_ID_NUMBER = /(?<![\dA-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/g;
/** 11 digits that begin with 13 to 19, also in groups, and behind the code of the country. */
const MOBILE =
  /(?<![\dA-Za-z])(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}[ -]?\d{4}|\d[ -]\d{3}[ -]\d{4}|\d[ -]\d{4}[ -]\d{3}|\d{2}[ -]\d{6}|[ -]\d{8})(?![\dA-Za-z])/g;
/** A landline: the code of an area, in brackets or not, and seven or eight digits, perhaps with an extension. */
const LANDLINE =
  /(?<![\dA-Za-z.])(?:(?:\+|00)?86[ -]?)?\(?(?:010|02\d|0[3-9]\d{2})(?:\)[ -]?|[ -])?[2-8]\d{2,3}[ -]?\d{4}(?:[-*#转]\d{1,6})?(?![\dA-Za-z.])/g;

/** A digest, in which any digits may follow one another. */
const DIGEST = /^(?=.*[a-f])[\da-f]{32,}$/;

/** Digits and signs as Chinese input methods write them, one character each like their plain forms. */
const WIDE = /[\uff01-\uff5e]/g;

/** What any of them holds at least, tried first: most texts have nothing of the kind. */
const MAY_BE = /\d(?:[^\d]{0,2}\d){9}/;

/** Returns the text with numbers of people, also in full-width digits, replaced by asterisks. */
export function redact(text: string): string {
  const plain = text.replace(WIDE, (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0));
  if (!MAY_BE.test(plain)) return text;
  const masked = [ID_IN_GROUPS, OLD_ID_NUMBER, MOBILE, LANDLINE].reduce(
    (masked, number) => masked.replace(number, asterisks),
    plain.replace(ID_NUMBER, (found, at: number, all: string) =>
      isOfDigest(all, at, found.length) ? found : asterisks(found),
    ),
  );
  if (masked === plain) return text;
  if (plain === text) return masked;
  return Array.from(text.split(''), (unit, i) => (masked[i] === plain[i] ? unit : '*')).join('');
}

/** Whether what was found is a piece of a digest: a word of nothing but its digits and letters. */
function isOfDigest(all: string, at: number, length: number): boolean {
  const before = /[\dA-Za-z]*$/.exec(all.slice(Math.max(0, at - 128), at))?.[0] ?? '';
  const after = /^[\dA-Za-z]*/.exec(all.slice(at + length, at + length + 128))?.[0] ?? '';
  return DIGEST.test(before + all.slice(at, at + length) + after);
}

function asterisks(found: string): string {
  return '*'.repeat(found.length);
}
