/** A finding in words, the same in every format; each escapes them in its own way. */
import { fill } from '../text/fill.js';
import { redact } from '../text/redact.js';
import { type Finding, type Language, SEVERITIES } from '../types.js';
import { FORMAT_WORDS } from './format-words.js';
import { counted } from './to-do.js';

// escaping can put a letter before a number, and redact() would no longer see where the number begins: it comes first

/** Returns what is wrong, and in which rows where it is so in several. */
export function messageOf(finding: Finding, language: Language): string {
  return withRows(saidOf(finding, language), finding, language);
}

/** Returns what is said of a finding with its rows, where it is about several. */
export function withRows(said: string, finding: Finding, language: Language): string {
  const rows = rowsOf(finding, language);
  return rows === '' ? said : fill(FORMAT_WORDS.saidOfRows, { said, rows }, language);
}

/** Returns what is wrong, whatever the rows. */
export function saidOf({ message, params }: Finding, language: Language): string {
  return redact(fill(message, params, language));
}

/** Returns the rows of a finding about several cells, and how many they are; empty of any other. */
export function rowsOf({ location, cells }: Finding, language: Language): string {
  if (cells === undefined) return '';
  return fill(FORMAT_WORDS.rows, { first: location.line, last: location.endLine, cells }, language);
}

/** Returns what to do, with what to get and how many; empty where nothing is advised. */
export function remedyOf({ remedy }: Finding, language: Language): string {
  if (!remedy) return '';
  const { text, item, quantity, unit = { zh: '', en: '' } } = remedy;
  if (!item || quantity === undefined) return text[language];
  return fill(FORMAT_WORDS.get, { text, item, count: counted(quantity, unit) }, language);
}

/** Returns what is wrong and what to do, in one line. */
export function sentenceOf(finding: Finding, language: Language): string {
  const parts = [messageOf(finding, language), remedyOf(finding, language)];
  if (finding.waiver) parts.push(waiverOf(finding.waiver, language));
  return parts.filter((part) => part !== '').join(' → ');
}

/** Returns the file without a leading `./`, which CI services do not know, and with personal numbers masked. */
export function fileOf({ location }: Finding): string {
  return redact(location.file).replace(/^(?:\.\/)+(?=.)/, '');
}

/** Returns `file:line:column`, in a log with the letter and the header of the cell. */
export function placeOf(finding: Finding, language: Language): string {
  return `${fileOf(finding)}:${spotOf(finding, language)}`;
}

/** Returns the place in a file that is named already. */
export function spotOf({ location, cell }: Finding, language: Language): string {
  const place = `${location.line}:${location.column}`;
  if (!cell) return place;
  const letter = fill(FORMAT_WORDS.columnLetter, { letter: cell.letter }, language);
  return `${place} ${letter}${cell.header ? ` ${cell.header[language]}` : ''}`;
}

/** Returns who accepts the finding until when, and why. */
export function waiverOf(waiver: NonNullable<Finding['waiver']>, language: Language): string {
  return redact(fill(FORMAT_WORDS.waiver, waiver, language));
}

/** Places of every rule that are listed before more of any other: a limit cuts those beyond them first. */
export const LEAST_OF_A_RULE = 20;

/**
 * Returns at most so many findings: the first of every rule of every institution, then the rest; of these the gravest,
 * waived ones last, of one severity the first of every rule before the second of any.
 */
export function gravest<Item extends { readonly finding: Finding; readonly institution?: unknown }>(
  items: readonly Item[],
  most: number,
): Item[] {
  const seen = new Map<unknown, Map<string, number>>();
  const ranked = items.map((item) => {
    const { rule, severity, waiver } = item.finding;
    const ofRule = seen.get(item.institution) ?? new Map<string, number>();
    seen.set(item.institution, ofRule);
    const times = ofRule.get(`${rule} ${severity}`) ?? 0;
    ofRule.set(`${rule} ${severity}`, times + 1);
    const isFirst = times < LEAST_OF_A_RULE;
    return { item, rank: [waiver ? 1 : 0, isFirst ? 0 : 1, SEVERITIES.indexOf(severity), times] as const };
  });
  // sort() keeps the order of equals
  ranked.sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  return ranked.slice(0, most).map(({ item }) => item);
}
