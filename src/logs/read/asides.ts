/** Rows below a header that are no records: a remark, a date that was printed in advance, a day without work, nothing that day. */
import { inputCheck } from '../../input-check.js';
import type { Column, LogKind } from '../kind.js';
import { isDestroyed } from './destroyed.js';
import { readCell } from './values.js';

/** Rows that are no records, by sort, and why. */
export const NO_RECORD = inputCheck({
  id: 'input/no-record',
  severity: 'info',
  messages: {
    remark: {
      zh: '有 {count} 行只有一段文字，像是备注，没有当作记录',
      en: '{count} {count:row has|rows have} a text only, as a remark does, and {count:was|were} not taken for {count:a record|records}',
    },
    unfilled: {
      zh: '有 {count} 行只有日期，其他都没有填，没有当作记录；这些天仍按没有记录算',
      en: '{count} {count:row has|rows have} a date only, and {count:was|were} not taken for {count:a record|records}; these days count as not recorded',
    },
    'day-off': {
      zh: '有 {count} 行只写了休息、停课之类，没有当作记录；停课的日子以概况为准，概况里没有停的仍要有记录',
      en: '{count} {count:row says|rows say} only that there was no work, and {count:was|were} not taken for {count:a record|records}; a day that the profile has open is to be recorded all the same',
    },
    nil: {
      zh: '有 {count} 行只写了“无”，按当天没有这类情况理解',
      en: '{count} {count:row says|rows say} only "无" (nothing), read as nothing of the kind on that day',
    },
    'not-nil': {
      zh: '有 {count} 行只写了“无”，没有当作记录；这种日志每天要有实际记录，这些天仍按没有记录算',
      en: '{count} {count:row says|rows say} only "无" (nothing), and {count:was|were} not taken for {count:a record|records}; this log is filled in every day, and these days count as not recorded',
    },
  },
});

/** Why a row is no record. */
export type Aside = keyof typeof NO_RECORD.messages;

const DAY_OFF =
  /^(?:[本当今][日天])?(?:(?:周|星期|礼拜)[一二三四五六日天末]|双休日?|(?:法定)?节?假日|劳动节|五一|清明节?|端午节?)?,?(?:休息日?|放假|停课|停训|调休|(?:没有?|未|不|无)(?:上|开)?课)$/;
const WEEKEND = /^(?:(?:周|星期|礼拜)末|双休日?|(?:法定)?节?假日|休)$/;
const NIL =
  /^(?:[本当今][日天周月])?(?:无|没有|暂无|零)(?:(?:外来|来访|异常|缺勤|因病缺勤|发热|隔离|疑似)*(?:人员?|者|访客|情况|记录|登记|症状)?)$/;
/** A date, a number, a text, and who wrote it. Nearly all rows of data have more, and are told by that. */
const MOST_FILLED = 4;
/** What begins a remark, or is in one and in no name. */
const REMARK = /^(?:以上|上述|备注|附注|注|说明|本表|※|\*)|[，。；：,;:!！]|.{12}/u;

/**
 * Returns why a row is no record, or `undefined` where it is one. A row is none where besides its date, its number and
 * who wrote it there is nothing, or one text that says so.
 *
 * @param at - where the columns of the kind are, and that which only numbers the rows
 */
export function asideOf(
  cells: readonly string[],
  kind: LogKind,
  at: { readonly positions: ReadonlyMap<string, number>; readonly numbering: number },
): Aside | undefined {
  if (!hasAtMost(cells, MOST_FILLED)) return undefined;
  const { dated, recorder } = kind;
  const day = dated === undefined ? undefined : at.positions.get(dated);
  const filled = cells.flatMap((cell, i) => (cell.trim() === '' || isRowNumber(cell, i, at.numbering) ? [] : [i]));
  const isDated = day !== undefined && filled.includes(day) && isDate(cells[day] ?? '', kind);
  const others = filled.filter((i) => !(i === day && isDated));
  const [first, ...more] = others;
  if (first === undefined) return isDated ? 'unfilled' : undefined;
  const text = (cells[first] ?? '').normalize('NFKC').replace(/\s+/gu, '');
  const isSigned = more.every((i) => recorder !== undefined && i === at.positions.get(recorder));
  if (!isSigned || isDestroyed(text)) return undefined;
  if (DAY_OFF.test(text) || (isDated && WEEKEND.test(text))) return 'day-off';
  if (isDated && NIL.test(text)) return kind.event ? 'nil' : 'not-nil';
  if (more.length > 0 || isDated || first !== 0) return undefined;
  // in the column of the day a text that is none is no value either
  const isOfDay = first === day && /\p{L}{3}/u.test(text);
  return isOfDay || REMARK.test(text) ? 'remark' : undefined;
}

/** Returns whether a cell is the number of its row. A title or a remark may be in that column too. */
export function isRowNumber(cell: string, at: number, numbering: number): boolean {
  return at === numbering && /^[\s(（]*\d{1,6}[\s)）.、]*$/.test(cell);
}

/** Returns whether no more than so many cells are filled. */
export function hasAtMost(cells: readonly string[], most: number): boolean {
  let filled = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '' && ++filled > most) return false;
  return true;
}

/** Whether a cell of the column of the day has one, of whatever year. */
function isDate(text: string, { columns, dated }: LogKind): boolean {
  const column = columns.find(({ en }) => en === dated) as Column;
  return readCell(text, { ...column, type: 'date' }, { year: 2020 }).value !== undefined;
}
