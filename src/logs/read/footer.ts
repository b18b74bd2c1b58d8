/** Recognises the rows below the data of a log: totals, signatures, notes, numbers of pages. */
import { inputCheck } from '../../input-check.js';

/** Rows below the data. */
export const FOOTER = inputCheck({
  id: 'input/footer',
  severity: 'info',
  messages: {
    footer: { zh: '合计、签字等行已跳过', en: 'rows of totals or signatures were passed over' },
  },
});

const TOTAL = /^(?:[总合小共累]计|(?:grand|sub)?total)/;
const SIGNED = /^.{0,8}(?:签字|签名|签章|盖章)/;
const PAGE = /^(?:[第共][\d一二三四五六七八九十]+页|page\d)/;
/** Whole words only: 注射器 is an item of a supplies ledger, 说明会 the topic of a training. */
const LABEL =
  /^(?:负责人?|经办人?|校长|制表人?|填[表报]人?|填[表报]日期|制表日期|[审复]核人?|审批人?|批准人?|[备附]?注\d*|(?:填[表写])?说明|notes?|remarks?|signed(?:by)?|signature|(?:prepared|filledin|reviewed|approved|checked)by)(?:$|[:;])/;
const NUMBER = /^[+-]?[\d.,]*\d%?$/;

/**
 * Returns whether the row is one of totals, signatures or notes and not of data: its first filled cell begins so, and
 * at most half of the cells, or three, are filled besides it; beside a total any number of numbers.
 */
export function isFooter(cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => cell.trim() !== '');
  if (first < 0) return false;
  const text = dense(cells[first] ?? '').replace(/^[*※]/, '');
  const others = cells.slice(first + 1).filter((cell) => cell.trim() !== '');
  if (TOTAL.test(text) && others.every((cell) => NUMBER.test(dense(cell)))) return true;
  const isKnown = [TOTAL, SIGNED, PAGE, LABEL].some((pattern) => pattern.test(text));
  return isKnown && others.length <= Math.max(3, cells.length / 2);
}

function dense(text: string): string {
  // what is looked for stands at the beginning, and a cell can be as long as a file
  return text.trim().slice(0, 40).normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
