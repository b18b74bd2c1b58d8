/** Cells whose text a spreadsheet, a narrow column or a wrong encoding has destroyed. */

/** What stands there instead, as the whole cell. */
const INSTEAD = /^(?:#(?:REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)|#{2,}|[?？]{2,})$/i;
/** What a wrong encoding leaves: the sign for a broken character, and that sign read as GBK. */
const BROKEN = /\uFFFD|锟斤拷/;

/** The first character of what a wrong encoding leaves, which no other text is known to hold. */
export const BROKEN_START = '锟'.charCodeAt(0);

/** Returns whether nothing of what was written in a cell can be known any more, or not all of it. */
export function isDestroyed(text: string): boolean {
  return INSTEAD.test(text.trim()) || BROKEN.test(text);
}
