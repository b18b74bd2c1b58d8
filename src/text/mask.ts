/** How values about people appear in lines that are shown: the one place that turns them into asterisks. */

/** How personal values appear: as asterisks, with their first character, or as they are. */
export const SHOW_VALUES = ['none', 'masked', 'full'] as const;

/** One of the ways in which personal values appear. */
export type ShowValues = (typeof SHOW_VALUES)[number];

/** A value that can be of no person even where it does not belong: a date, an amount, a time, the id of a room. */
export const HARMLESS = /^(?:[A-Za-z]{0,3}(?=\D*\d)[\d.:/-]{1,10}|true|false|yes|no|null|~)$/i;

/** Returns the value as asterisks of the same length, line breaks kept; `masked` leaves its first character. */
export function maskValue(value: string, show: Exclude<ShowValues, 'full'>): string {
  const shown = show === 'masked' ? firstCharacter(value) : 0;
  return value.slice(0, shown) + value.slice(shown).replace(/[^\r\n]/g, '*');
}

/** The offset behind the first character of a value; spaces and a quote may stand before it. */
function firstCharacter(value: string): number {
  const first = /^ *["']?/.exec(value)?.[0].length ?? 0;
  return Math.min(value.length, first + String.fromCodePoint(value.codePointAt(first) ?? 0).length);
}
