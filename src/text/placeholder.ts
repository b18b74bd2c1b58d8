/** Words that stand where an answer should be and say nothing. The whole text counts, never a part of it. */

/** Words that name nobody, nothing and no place, as they are after folding. */
const NAMES_NOBODY = new Set([
  ...['无', '暂无', '没有', '待定', '未定', '空缺', '不详', '未知', '某某', '同上'],
  ...['none', 'nil', 'n/a', 'tbd', 'unknown'],
]);

const LONGEST = 10;

/** Blanks, slashes and dashes of every width, written out: folding each cell first takes a tenth of the time of a log. */
const NO_ANSWER = /^[\s/／\\＼﹨\-－﹣‐-―﹘︱︲−⁻₋ー─ｰ_＿︳︴﹍-﹏]*$/;

/** Returns whether a text is only a mark for "no answer": blank, a slash, dashes. */
export function isUnanswered(text: string): boolean {
  return NO_ANSWER.test(text);
}

/** Returns whether a text stands where a name, a thing or a place should and names none: 待定, ×××, n/a. */
export function namesNobody(text: string): boolean {
  if (text.length > LONGEST) return false;
  const word = folded(text);
  return NAMES_NOBODY.has(word) || /^(?:[×x*]{2,}|某+)$/.test(word);
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
