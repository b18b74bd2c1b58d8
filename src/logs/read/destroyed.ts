/** Recognises what a spreadsheet or a wrong encoding has left where a text once stood. */

const DESTROYED = /^(?:#(?:REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|#+)|\?{2,}|？{2,})$|[\ufffd]|锟斤拷/i;

/** Returns whether the text of a cell is destroyed: nobody knows any more what it said. */
export function isDestroyed(cell: string): boolean {
  return DESTROYED.test(cell.trim());
}
