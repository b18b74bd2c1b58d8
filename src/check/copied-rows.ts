/** Says of files of one kind that they have the same rows, and which rows of one key do not agree. */
import { inputCheck } from '../input-check.js';
import type { Logs } from '../logs/logs.js';
import { type Draft, ofCheck } from './draft.js';
import { locationOf } from './judge-logs.js';

/** Rows that stand in two files. */
export const ROWS_COPIED = inputCheck({
  id: 'input/rows-copied',
  severity: 'warning',
  messages: {
    copied: {
      zh: '这个文件有 {count} 行与 {other} 完全相同，只算一次。同一份记录导出了两次的，去掉一份',
      en: '{count} {count:row|rows} of this file are the very same as in {other} and count once; where a record was exported twice, remove one',
    },
  },
});

/** Rows of one key that differ. */
export const ROWS_DISAGREE = inputCheck({
  id: 'input/rows-disagree',
  severity: 'warning',
  messages: {
    disagree: {
      zh: '与 {other} 第 {line} 行是同一条记录，内容却不一致，两行都算。核实，删去或改正写错的一行',
      en: 'the same record as line {line} of {other}, with other contents; both count; check, and remove or correct the one that is wrong',
    },
  },
});

/** Returns the findings: one for each pair of files, and one for each pair of rows that disagree. */
export function* copiedRowDrafts({ files, copies }: Logs): Generator<Draft> {
  for (const { first, second, count, line } of copies.pairs) {
    const [other, file] = [files[first]?.log, files[second]?.log];
    if (!other || !file) continue;
    const at = (name: string, on: number) => ({ file: name, line: on, column: 1, endLine: on, endColumn: 1 });
    const params = { count, other: other.file };
    const related = [at(other.file, other.headerLine)];
    yield ofCheck(ROWS_COPIED, 'copied', { location: at(file.file, line), params, related, key: other.file });
  }
  for (const { row, other } of copies.disagreements) {
    const params = { other: other.log.file, line: other.line };
    const related = [locationOf(other)];
    yield ofCheck(ROWS_DISAGREE, 'disagree', { location: locationOf(row), params, related, key: other.log.file });
  }
}
