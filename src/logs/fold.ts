/** The one way in which names and numbers of lists and logs are compared, whatever spreadsheets and hands do to them. */

const DOTS = /[·•・‧∙⋅●․]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;

/** Texts in which there is nothing to fold but case. */
const USUAL = /^[\da-z\u4e00-\u9fff]*$/i;

/** Returns a name or number without differences of width, case, blanks and middle dots. */
export function plain(text: string): string {
  // a register names thousands
  if (USUAL.test(text)) return text.toLowerCase();
  return text.replaceAll('․', '·').normalize('NFKC').replace(/\s+/gu, '').replace(DOTS, '·').toLowerCase();
}

/** Returns it also without the zeros that a spreadsheet takes from the front of a number. */
export function folded(text: string): string {
  const without = plain(text);
  return without.startsWith('0') ? without.replace(/^0+(?=\d+$)/, '') : without;
}

/** A text of a list, and whose it is. */
export type Listed = readonly [text: string, owner: unknown];

/** How texts are compared with those of a list. */
export interface Folding {
  /** Returns what equal texts share: what is folded, but the text as it is where two of the list would become equal. */
  of(text: string): string;
  /** Those of whom it is said that they would. */
  readonly alike: readonly Listed[];
}

/** Returns how to compare with the texts of a list: folded, as far as that makes no two of different owners equal. */
export function foldingOf(listed: readonly Listed[], fold: (text: string) => string = folded): Folding {
  const first = new Map<string, Listed>();
  const alike = new Map<string, Listed>();
  for (const each of listed) {
    const key = fold(each[0]);
    const known = first.get(key);
    if (!known) first.set(key, each);
    else if (known[0] !== each[0] && known[1] !== each[1]) alike.set(key, each);
  }
  return {
    of: (text) => {
      const key = fold(text);
      return alike.has(key) ? text : key;
    },
    alike: [...alike.values()],
  };
}
