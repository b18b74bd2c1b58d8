/** The list of institutions that should be there: `--expect`, a CSV with their ids or names. */
import { NOT_SUBMITTED } from '../check/handed-in.js';
import { UnusableError } from '../errors.js';
import { shownPath } from '../io/files.js';
import { loadText } from '../load/text.js';
import { foldingOf, plain } from '../logs/fold.js';
import { isDestroyed } from '../logs/read/destroyed.js';
import { isFooter } from '../logs/read/footer.js';
import { textRecords } from '../logs/read/text-records.js';
import type { InstitutionReport, Wording } from '../types.js';
import { findingOf, startOf } from './finding.js';
import { unreported } from './institution.js';

/** An institution that should be there. */
export interface Expected {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

const ID_HEADERS = ['编号', '机构编号', '机构id', 'id', '文件夹'];
const NAME_HEADERS = ['机构名称', '名称', '机构', 'name', 'institution'];
const NO_TEXT = {
  code: 'input/roster',
  words: { zh: '名单不是文本，请另存为 CSV', en: 'the list is not text; save it as CSV' },
} as const;
const NO_HEADER: Wording = {
  zh: '名单里找不到“编号”或“机构名称”一列',
  en: 'the list has no column 编号 (id) or 机构名称 (name)',
};
const BAD_QUOTE: Wording = {
  zh: '名单这一行的引号没有配对，请改正',
  en: 'a quote in this row of the list is never closed; correct it',
};
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Reads the list.
 *
 * @throws {UnusableError} if it is no text, has a quote that is never closed, or no column of ids or names.
 */
export function readExpected(path: string): Expected[] {
  const file = shownPath(path);
  const { records: rows, badQuote } = textRecords(loadText(path, MOST_BYTES, NO_TEXT));
  // whoever stands below it would be missing without a word
  if (badQuote !== undefined) {
    throw new UnusableError('input/roster', BAD_QUOTE, {}, { ...startOf(file), line: badQuote, endLine: badQuote });
  }
  const columnOf = (row: readonly string[], names: readonly string[]): number =>
    row.findIndex((cell) => names.includes(plain(cell)));
  const at = rows.findIndex(({ cells }) => columnOf(cells, ID_HEADERS) >= 0 || columnOf(cells, NAME_HEADERS) >= 0);
  const header = rows[at]?.cells;
  if (!header) throw new UnusableError('input/roster', NO_HEADER, {}, startOf(file));
  const [idAt, nameAt] = [columnOf(header, ID_HEADERS), columnOf(header, NAME_HEADERS)];
  return rows.slice(at + 1).flatMap(({ cells, line }) => {
    // a line break in a cell is one of its layout
    const [id = '', name = ''] = [idAt, nameAt].map((index) =>
      (cells[index] ?? '').replace(/\s*[\r\n]+\s*/g, '').trim(),
    );
    const saysNothing = (id === '' && name === '') || isFooter(cells) || [id, name].some(isDestroyed);
    return saysNothing ? [] : [{ id, name, file, line }];
  });
}

/** Returns a report for each institution of the list that is not among those given, by its id, its name or its folder. */
export function notSubmitted(
  expected: readonly Expected[],
  given: readonly InstitutionReport[],
  folders: readonly string[],
): InstitutionReport[] {
  const listed = expected.flatMap(({ id, name }, i) =>
    [id, name].filter((each) => each !== '').map((each) => [each, i] as const),
  );
  const { of } = foldingOf(listed);
  const ids = new Set([...folders, ...given.flatMap(({ id, name }) => [id, name ?? id])].map(of));
  return expected
    .filter(({ id, name }) => !(id !== '' && ids.has(of(id))) && !(name !== '' && ids.has(of(name))))
    .map(({ id, name, file, line }) => {
      const location = { ...startOf(file), line, endLine: line };
      const shown = id === '' ? name : id;
      const finding = findingOf(shown, NOT_SUBMITTED, 'notSubmitted', { location });
      return unreported(shown, name === '' ? undefined : name, 'run', finding);
    });
}
