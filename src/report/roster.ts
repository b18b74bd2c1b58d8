/** The county's monthly list as a table for WPS and Excel, and for a terminal. */
import { KIND as BUREAU_ROSTER } from '../logs/kinds/bureau-roster.js';
import { forTerminal } from '../text/escape.js';
import { fill } from '../text/fill.js';
import type { Language, Roster, Wording } from '../types.js';
import { spreadsheet } from './spreadsheet.js';
import type { drawTable } from './table.js';

/** A column of the list (L22). */
type Column = (typeof BUREAU_ROSTER.columns)[number]['en'];

/**
 * Returns the list with the headers of the log L22, which `lint` and `audit --bureau` read. A month without any
 * institution is one row that says so.
 */
export function toRosterCsv({ month, rows }: Roster, submittedOn: string | undefined): string {
  const always = { month, submitted_on: submittedOn };
  const lines: Partial<Record<Column, string | undefined>>[] = rows.map(({ name, facts, isNew }) => ({
    ...always,
    institution: name,
    address: facts.address,
    permit_no: facts.permitNo,
    applied_on: facts.appliedOn,
    inspected_on: facts.inspectedOn,
    result: '合格',
    restored_on: facts.resumedOn,
    remark: isNew ? '本月恢复' : undefined,
  }));
  if (lines.length === 0) lines.push({ ...always, institution: '无', remark: '没有恢复的机构' });
  const cells = lines.map((line) => BUREAU_ROSTER.columns.map(({ en }) => line[en] ?? ''));
  return spreadsheet([BUREAU_ROSTER.columns.map(({ zh }) => zh), ...cells]);
}

/** What the text is drawn with. */
export interface RosterTextOptions {
  readonly language: Language;
  readonly columns: number;
  readonly notes: readonly string[];
  readonly drawTable: typeof drawTable;
}

const WORDS = {
  title: { zh: '{month} 恢复职业技能培训鉴定机构名单', en: 'Institutions that have resumed, list for {month}' },
  none: { zh: '无', en: 'none' },
  institution: { zh: '机构名称', en: 'Institution' },
  applied: { zh: '申请', en: 'Applied' },
  inspected: { zh: '检查合格', en: 'Passed' },
  resumed: { zh: '恢复', en: 'Resumed' },
  isNew: { zh: '本月', en: 'New' },
  total: {
    zh: '截至 {until}：已恢复 {count} 家，其中本月恢复 {isNew} 家；没有恢复 {others} 家，不能确定 {leftOut} 家',
    en: 'Until {until}: resumed {count}, of them in this month {isNew}; not resumed {others}, not certain {leftOut}',
  },
} as const satisfies Record<string, Wording>;

/** Returns the list as people read it in a terminal. */
export function toRosterText(roster: Roster, { language, columns, notes, drawTable }: RosterTextOptions): string {
  const say = (words: Wording, params = {}): string => fill(words, params, language);
  const { month, until, rows, others, leftOut } = roster;
  const lines = [say(WORDS.title, { month }), ''];
  if (rows.length === 0) lines.push(`  ${say(WORDS.none)}`);
  else {
    const head = [WORDS.institution, WORDS.applied, WORDS.inspected, WORDS.resumed, WORDS.isNew].map((each) =>
      say(each),
    );
    const cells = rows.map(({ name, facts, isNew }) => [
      forTerminal(name),
      facts.appliedOn ?? '-',
      facts.inspectedOn ?? '-',
      facts.resumedOn ?? '-',
      isNew ? '*' : '',
    ]);
    for (const line of drawTable(head, cells, columns - 2)) lines.push(`  ${line}`);
  }
  const isNew = rows.filter((each) => each.isNew).length;
  const counts = { until, count: rows.length, isNew, others, leftOut: leftOut.length };
  lines.push('', say(WORDS.total, counts), ...notes.map((note) => `  ${forTerminal(note)}`));
  return `${lines.join('\n')}\n`;
}
