/** Full-width and other compatible forms of characters, and what people and Excel put around a value. */

/** Full-width digits, letters and signs but the full stop, and the wide space. */
const WIDE = /[\uFF01-\uFF0D\uFF0F-\uFF5E\u3000]/;

/** ASCII and the usual Chinese characters, which have no other form. */
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/;

/** Superscripts, circled digits and fractions: NFKC would make 36² into 362. */
const NUMBER_SIGNS = /\p{No}/u;

/** White space, byte order marks and other characters that nobody sees. */
const UNSEEN = /[\s\p{Cf}]/u;

/** Returns whether a text holds full-width characters. */
export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/**
 * Returns the text with compatible forms as plain ones (NFKC): `３６：５` as `36:5`, `℃` as `°C`. The wide full stop
 * stays: it is one of the signs for a decimal point.
 */
export function narrow(text: string): string {
  if (PLAIN.test(text) || NUMBER_SIGNS.test(text)) return text;
  return text
    .split('．')
    .map((part) => part.normalize('NFKC'))
    .join('．');
}

/**
 * Returns the text without what is unseen at its ends, without leading apostrophes (and Chinese ones, if `curly`), and
 * without `="…"`: Excel's ways to keep a number as text.
 */
export function unwrap(text: string, curly: boolean): string {
  let rest = text;
  let before: string;
  // one wrapping may stand in another; what comes out must stay as it is when it is read again
  do {
    before = rest;
    rest = withoutFormulaQuotes(withoutEnds(rest, curly));
  } while (rest !== before);
  return rest;
}

function withoutEnds(text: string, curly: boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && (UNSEEN.test(text.charAt(start)) || isApostrophe(text.charAt(start), curly))) start += 1;
  while (end > start && UNSEEN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isApostrophe(char: string, curly: boolean): boolean {
  return char === "'" || (curly && (char === '‘' || char === '’'));
}

function withoutFormulaQuotes(text: string): string {
  if (!text.startsWith('="') || !text.endsWith('"') || text.length < 3) return text;
  const parts = text.slice(2, -1).split('""');
  // a quote that is not doubled ends the string: this is a real formula
  return parts.some((part) => part.includes('"')) ? text : parts.join('"');
}
