/**
 * The rows that have to be mended, as CSV for WPS and Excel: where each stands, what is wrong, what to do, and its cells
 * as they are. The only report that holds what people wrote: it is made when it is asked for, beside the others.
 */
import { withWord, wordsOf } from '../check/draft.js';
import { wordsOf as inputWordsOf } from '../logs/input-checks.js';
import type { Column, LogSource } from '../logs/kind.js';
import { kindByName } from '../logs/kinds/index.js';
import { splitRecord } from '../logs/read/cells.js';
import type { LogFinding, LogReading } from '../logs/summary.js';
import type { Rule } from '../rules/rule.js';
import { columnLetter } from '../text/column-letter.js';
import { fill } from '../text/fill.js';
import type { Language, Wording } from '../types.js';
import { spreadsheet } from './spreadsheet.js';

const HEADERS: readonly Wording[] = [
  { zh: '文件', en: 'file' },
  { zh: '行', en: 'line' },
  { zh: '列', en: 'column' },
  { zh: '规则', en: 'rule' },
  { zh: '条款', en: 'clause' },
  { zh: '说明', en: 'message' },
  { zh: '建议', en: 'advice' },
];
const MEND: Wording = { zh: '在原文件里改正后重新核对', en: 'fix it in the file itself and check again' };

/**
 * Returns the rejects as CSV with a byte order mark and CRLF: a row for each error and warning about a row. `readings`
 * must have been made with `keepAll`.
 */
export function toRejects(readings: readonly LogReading[], rules: readonly Rule[], language: Language): string {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const lines: string[][] = [];
  const logs: LogSource[] = [];
  let width = 0;
  for (const { rejects, summary } of readings) {
    if (!summary) continue;
    const { log } = summary;
    const before = lines.length;
    for (const finding of rejects) {
      if (finding.severity === 'info') continue;
      const cells = cellsOf(finding.record ?? '', log.delimiter);
      width = Math.max(width, cells.length);
      lines.push([...about(finding, byId.get(finding.rule), language), ...cells]);
    }
    if (lines.length > before) logs.push(log);
  }
  const header = [
    ...HEADERS.map((each) => each[language]),
    ...Array.from({ length: width }, (_, i) => headerOf(i, logs, language)),
  ];
  const rows = [header, ...lines].map((line) => Array.from({ length: header.length }, (_, i) => line[i] ?? ''));
  return spreadsheet(rows, HEADERS.length);
}

function about(finding: LogFinding, rule: Rule | undefined, language: Language): string[] {
  const { file, line, cell, word } = finding;
  const params = { ...finding.params, ...(cell ? { letter: columnLetter(cell.index) } : {}) };
  const said = withWord(rule ? wordsOf(rule, finding.message) : inputWordsOf(finding), params, word);
  return [
    file,
    String(line),
    cell ? columnLetter(cell.index) : '',
    finding.rule,
    rule?.clauses[0] ?? '',
    fill(said.message, said.params, language),
    (rule?.advice ?? MEND)[language],
  ];
}

/** A record with broken quotes stays in one piece. */
function cellsOf(record: string, delimiter: string): string[] {
  const cells = splitRecord(record, delimiter, record.includes('"'));
  return cells === 'bad-quote' ? [record] : cells;
}

/** The name of the column where all logs with rejects agree on it, else its letter. */
function headerOf(index: number, logs: readonly LogSource[], language: Language): string {
  const names = new Set(
    logs.map(({ kind, positions }) => {
      const column = [...positions].find(([, at]) => at === index)?.[0];
      const columns: readonly Column[] = kindByName(kind)?.columns ?? [];
      return columns.find(({ en }) => en === column)?.[language];
    }),
  );
  const [name] = names;
  if (names.size === 1 && name !== undefined) return name;
  return language === 'zh' ? `${columnLetter(index)}列` : `column ${columnLetter(index)}`;
}
