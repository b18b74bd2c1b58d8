/** An audit as people read it in a terminal: who passes, the matrix of institutions and chapters, what fails most. */
import { Chalk } from 'chalk';
import { CLAUSES, HEADINGS, type HeadingKey } from '../plan/clauses.js';
import type { Rule } from '../rules/rule.js';
import { fill } from '../text/fill.js';
import { widthOf, wrap } from '../text/wrap.js';
import { type InstitutionReport, type Language, type Report, SEVERITIES, type Wording } from '../types.js';
import { AUDIT_VERDICT_WORDS, AUDIT_VERDICTS, type AuditVerdict, verdictOf } from './audit-verdict.js';
import { countyLines } from './county-text.js';
import { breakCommands, forTerminal } from './escape.js';
import type { drawTable } from './table.js';
import { SEVERITY_WORDS } from './words.js';

/** How the text is drawn. */
export interface AuditTextOptions {
  readonly language: Language;
  readonly columns: number;
  readonly colour: boolean;
  /** Only those that do not pass. */
  readonly quiet: boolean;
  readonly rules: readonly Rule[];
  readonly planTitle: Wording;
  readonly drawTable: typeof drawTable;
}

const WORDS = {
  title: { zh: '审核 {count} 家机构，截至 {asOf}', en: 'Audit as of {asOf}, institutions: {count}' },
  institution: { zh: '机构', en: 'Institution' },
  verdict: { zh: '结论', en: 'Verdict' },
  matrix: { zh: '各章不符合和未填写的条数', en: 'Requirements not met or not evidenced, by chapter' },
  why: { zh: '为什么', en: 'Why' },
  most: { zh: '最多机构没有达到的要求', en: 'Requirements that most institutions do not meet' },
  times: { zh: '家', en: 'institutions' },
  more: { zh: '等 {count} 项', en: 'and {count} more' },
  notRun: { zh: '{count} 项没有核对：{reason}', en: '{count} not checked: {reason}' },
  totals: { zh: '机构 {count}：{verdicts}', en: 'Institutions {count}: {verdicts}' },
  counts: { zh: '文件 {files}，发现 {findings}：{severities}', en: 'Files {files}, findings {findings}: {severities}' },
} as const satisfies Record<string, Wording>;

/** Widest and narrowest page. */
const MOST_COLUMNS = 140;
const LEAST_COLUMNS = 60;
/** Columns for names of institutions, at most. */
const NAME_COLUMNS = 30;
const REASONS_SHOWN = 3;
const RULES_SHOWN = 10;

const headingOf = new Map<string, HeadingKey>(CLAUSES.map((clause) => [clause.citation, clause.heading]));

/** Returns the audit as text. */
export function toAuditText(report: Report, options: AuditTextOptions): string {
  const { language, quiet } = options;
  const width = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, options.columns));
  const chalk = new Chalk({ level: options.colour ? 1 : 0 });
  const say = (words: Wording, params: Parameters<typeof fill>[1] = {}): string => fill(words, params, language);
  const rules = new Map(options.rules.map((rule) => [rule.id, rule]));
  const titleOf = (id: string): string => rules.get(id)?.title[language] ?? id;
  const lines: string[] = [];
  const add = (text: string, indent = ''): void => {
    const [first = '', ...rest] = wrap(text, width - widthOf(indent));
    lines.push(indent + first, ...rest.map((line) => `${indent}  ${line}`));
  };
  const heading = (words: Wording): void => {
    lines.push('', chalk.bold.underline(say(words)));
  };
  const nameOf = (one: InstitutionReport): string => forTerminal(one.name ?? one.id);
  const colourOf = (verdict: AuditVerdict, text: string): string =>
    ({ passes: chalk.green, waived: chalk.green, fails: chalk.red, undecided: chalk.yellow, absent: chalk.red })[
      verdict
    ](text);

  add(chalk.bold(say(WORDS.title, { count: report.institutions.length, asOf: report.asOf })));
  add(options.planTitle[language]);

  const shown = report.institutions.filter((one) => !quiet || !['passes', 'waived'].includes(verdictOf(one)));
  const failing = (one: InstitutionReport) =>
    one.rules.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-evidenced');
  const countIn = (one: InstitutionReport, key: HeadingKey): number =>
    failing(one).filter(({ clauses }) => headingOf.get(clauses[0] ?? '') === key).length;
  const chapters = HEADINGS.filter(({ key }) => shown.some((one) => countIn(one, key) > 0));
  if (shown.length > 0) {
    heading(WORDS.matrix);
    const columns: { head: string; cell: (one: InstitutionReport) => string }[] = [
      { head: say(WORDS.verdict), cell: (one) => say(AUDIT_VERDICT_WORDS[verdictOf(one)]) },
      ...SEVERITIES.slice(0, 2).map((severity) => ({
        head: say(SEVERITY_WORDS[severity]),
        cell: (one: InstitutionReport) => String(one.summary.findings[severity]),
      })),
      ...chapters.map(({ key, citation }) => ({
        head: citation.replace(/[（）]/g, '').replace('八·', '八'),
        cell: (one: InstitutionReport) => String(countIn(one, key) || '.'),
      })),
    ];
    // as many columns as fit beside the names; the rest in further tables below
    const room = width - 2 - Math.min(NAME_COLUMNS, Math.max(...shown.map((one) => widthOf(nameOf(one)))));
    const widthIn = ({ head, cell }: (typeof columns)[number]): number =>
      2 + Math.max(widthOf(head), ...shown.map((one) => widthOf(cell(one))));
    const tables: (typeof columns)[] = [[]];
    let used = 0;
    for (const column of columns) {
      if (used + widthIn(column) > room && used > 0) {
        tables.push([]);
        used = 0;
      }
      used += widthIn(column);
      tables.at(-1)?.push(column);
    }
    for (const [i, table] of tables.entries()) {
      if (i > 0) lines.push('');
      const head = [say(WORDS.institution), ...table.map((column) => column.head)];
      // further tables leave out those of whom they have nothing to say
      const told = shown.filter((one) => i === 0 || table.some(({ cell }) => cell(one) !== '.'));
      const rows = told.map((one) => [nameOf(one), ...table.map(({ cell }) => cell(one))]);
      for (const line of options.drawTable(head, rows, width - 2)) lines.push(`  ${line}`);
    }
  }

  const open = shown.filter((one) => !['passes', 'waived'].includes(verdictOf(one)));
  if (open.length > 0) {
    heading(WORDS.why);
    const ranked = [...open].sort((a, b) => b.summary.findings.error - a.summary.findings.error);
    for (const one of ranked) {
      const verdict = verdictOf(one);
      const reasons = failing(one).map(({ id }) => titleOf(id));
      const inputs = one.findings.filter(({ rule, severity }) => rule.startsWith('input/') && severity === 'error');
      const said = [...new Set([...reasons, ...inputs.map(({ message, params }) => say(message, params))])];
      const notRun = one.rules.filter(({ outcome }) => outcome === 'not-run');
      if (said.length === 0 && notRun.length > 0) {
        const reason = notRun[0]?.reason?.[language] ?? '';
        said.push(say(WORDS.notRun, { count: notRun.length, reason }));
      }
      const list = said
        .slice(0, REASONS_SHOWN)
        .map(forTerminal)
        .join(language === 'zh' ? '；' : '; ');
      const more = said.length > REASONS_SHOWN ? ` ${say(WORDS.more, { count: said.length })}` : '';
      add(`${colourOf(verdict, say(AUDIT_VERDICT_WORDS[verdict]))} ${chalk.bold(nameOf(one))}  ${list}${more}`, '  ');
    }
  }

  const byRule = new Map<string, number>();
  for (const one of report.institutions) for (const { id } of failing(one)) byRule.set(id, (byRule.get(id) ?? 0) + 1);
  const most = [...byRule].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, RULES_SHOWN);
  if (most.length > 0 && report.institutions.length > 1) {
    heading(WORDS.most);
    for (const [id, count] of most)
      add(
        `${String(count).padStart(4)} ${say(WORDS.times)}  ${titleOf(id)}  ${chalk.dim(rules.get(id)?.clauses[0] ?? '')}`,
        '  ',
      );
  }

  if (report.county && report.county.inputs.length > 0) {
    const { title, lines: told } = countyLines(report.county, options.rules, language);
    lines.push('', chalk.bold.underline(title));
    const wanted = told.filter(({ isFine }) => !(quiet && isFine));
    for (const { outcome, text } of wanted) add(forTerminal(text), outcome === undefined ? '      ' : '  ');
  }

  lines.push('');
  const verdicts = AUDIT_VERDICTS.map((verdict): [AuditVerdict, number] => [
    verdict,
    report.institutions.filter((one) => verdictOf(one) === verdict).length,
  ]);
  const comma = language === 'zh' ? '，' : ', ';
  const listed = verdicts
    .filter(([verdict, count]) => count > 0 || verdict === 'passes')
    .map(([verdict, count]) => `${say(AUDIT_VERDICT_WORDS[verdict])} ${count}`);
  add(say(WORDS.totals, { count: report.institutions.length, verdicts: listed.join(comma) }));
  const { findings } = report.summary;
  const total = SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0);
  const severities = SEVERITIES.map((severity) => `${say(SEVERITY_WORDS[severity])} ${findings[severity]}`).join(comma);
  add(say(WORDS.counts, { files: report.summary.files, findings: total, severities }));
  return `${lines.map(breakCommands).join('\n')}\n`;
}
