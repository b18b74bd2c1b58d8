/** The list of institutions that should be there: `--expect`, a CSV with their ids or names. */
import { UnusableError } from '../errors.js';
import { readInput, shownPath } from '../io/files.js';
import { splitRecord } from '../logs/read/cells.js';
import { sniffDelimiter } from '../logs/read/delimiter.js';
import { decode } from '../text/decode.js';
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
const NOT_SUBMITTED: Wording = {
  zh: '未报送：名单里有这家机构，没有收到它的文件夹',
  en: 'not submitted: the institution is on the list, but no folder of it was given',
};
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Reads the list.
 *
 * @throws {UnusableError} if it is no text, or has no column of ids or names.
 */
export function readExpected(path: string): Expected[] {
  const file = shownPath(path);
  const decoded = decode(readInput(path, MOST_BYTES));
  const refuse = (zh: string, en: string): never => {
    throw new UnusableError('input/roster', { zh, en }, {}, startOf(file));
  };
  if (!decoded.ok) return refuse('名单不是文本，请另存为 CSV', 'the list is not text; save it as CSV');
  const lines = decoded.text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const { delimiter } = sniffDelimiter(lines.filter((line) => line.trim() !== '').slice(0, 10));
  const rows = lines.map((line) => splitRecord(line, delimiter, line.includes('"')));
  const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const columnOf = (row: readonly string[], names: readonly string[]): number =>
    row.findIndex((cell) => names.includes(plain(cell)));
  const at = rows.findIndex(
    (row) => row !== 'bad-quote' && (columnOf(row, ID_HEADERS) >= 0 || columnOf(row, NAME_HEADERS) >= 0),
  );
  const header = rows[at];
  if (!header || header === 'bad-quote') {
    return refuse('名单里找不到“编号”或“机构名称”一列', 'the list has no column 编号 (id) or 机构名称 (name)');
  }
  const [idAt, nameAt] = [columnOf(header, ID_HEADERS), columnOf(header, NAME_HEADERS)];
  return rows.flatMap((row, i) => {
    if (i <= at || row === 'bad-quote') return [];
    const [id, name] = [(row[idAt] ?? '').trim(), (row[nameAt] ?? '').trim()];
    return id === '' && name === '' ? [] : [{ id, name, file, line: i + 1 }];
  });
}

/** Returns a report for each institution of the list that is not among those given, by its id, its name or its folder. */
export function notSubmitted(
  expected: readonly Expected[],
  given: readonly InstitutionReport[],
  folders: readonly string[],
): InstitutionReport[] {
  const ids = new Set([...folders, ...given.flatMap(({ id, name }) => [id, name ?? id])]);
  return expected
    .filter(({ id, name }) => !ids.has(id) && !ids.has(name))
    .map(({ id, name, file, line }) => {
      const location = { ...startOf(file), line, endLine: line };
      const shown = id === '' ? name : id;
      const finding = findingOf(shown, 'input/not-submitted', NOT_SUBMITTED, {}, location);
      return unreported(shown, name === '' ? undefined : name, 'run', finding);
    });
}
