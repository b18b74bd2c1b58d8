/** Two reports compared, as people read it: in a terminal, and as Markdown. */
import { Chalk } from 'chalk';
import { forMarkdown, forTerminal } from '../text/escape.js';
import { fill } from '../text/fill.js';
import { redact } from '../text/redact.js';
import { widthOf, wrap } from '../text/wrap.js';
import {
  type InstitutionDiff,
  type Language,
  type ListedFinding,
  type Params,
  type ReportDiff,
  SEVERITIES,
  type Wording,
} from '../types.js';
import type { drawTable } from './table.js';
import { SEVERITY_WORDS } from './words.js';

/** The groups of findings, in the order in which they are shown. */
const GROUPS = ['new', 'unchecked', 'fixed', 'persisting'] as const;
/** Those whose findings are listed; what stays is in both reports anyhow. */
const LISTED = ['new', 'unchecked', 'fixed'] as const;

const WORDS = {
  title: { zh: '前后对比：截至 {before} 与截至 {after}', en: 'Compared: as of {before} and as of {after}' },
  new: { zh: '新增', en: 'New' },
  fixed: { zh: '已改正', en: 'Fixed' },
  unchecked: { zh: '未再核对', en: 'Not checked again' },
  persisting: { zh: '仍存在', en: 'Persisting' },
  institution: { zh: '机构', en: 'Institution' },
  appeared: { zh: '新出现', en: 'appeared' },
  vanished: { zh: '不再出现', en: 'vanished' },
  both: { zh: '', en: '' },
  state: { zh: '说明', en: 'Remark' },
  totals: {
    zh: '机构 {institutions}（新出现 {appeared}，不再出现 {vanished}）：{groups}',
    en: 'Institutions {institutions} (appeared {appeared}, vanished {vanished}): {groups}',
  },
  more: { zh: '另有 {count} 条，见 -f json', en: '{count} more, see -f json' },
  otherPlan: {
    zh: '注意：两份报告用的预案或规则不同（摘要 {before} 和 {after}），差别可能出自规则',
    en: 'note: the reports were judged by different plans or rules (digests {before} and {after}); differences may come from the rules',
  },
  otherVersion: {
    zh: '注意：两份报告是不同版本的程序写的（{before} 和 {after}）',
    en: 'note: the reports are from different versions of the program ({before} and {after})',
  },
  backwards: {
    zh: '注意：前一份报告的日子（{before}）晚于后一份（{after}），是不是放反了？',
    en: 'note: the first report is of a later day ({before}) than the second ({after}); are they the wrong way round?',
  },
  cut: {
    zh: '注意：有 {count} 条发现只计数、没有列出，没有参加对比',
    en: 'note: {count} {count:finding was|findings were} counted and not listed, and not compared',
  },
} as const satisfies Record<string, Wording>;

/** Findings of one group that are listed for one institution. */
const MOST_LISTED = 20;
const MOST_COLUMNS = 140;
const LEAST_COLUMNS = 60;

/** What a reader must know before trusting the comparison. */
function notesOf({ before, after, samePlan, summary }: ReportDiff, language: Language): string[] {
  const notes: string[] = [];
  const note = (words: Wording, params: Params): void => {
    notes.push(fill(words, params, language));
  };
  const short = (digest: string): string => digest.slice(0, 12);
  if (!samePlan) note(WORDS.otherPlan, { before: short(before.plan.digest), after: short(after.plan.digest) });
  if (before.version !== after.version) note(WORDS.otherVersion, { before: before.version, after: after.version });
  if (before.asOf > after.asOf) note(WORDS.backwards, { before: before.asOf, after: after.asOf });
  if (summary.omitted > 0) note(WORDS.cut, { count: summary.omitted });
  return notes;
}

/** How the text is drawn. */
export interface DiffTextOptions {
  readonly language: Language;
  readonly columns: number;
  readonly colour: boolean;
  readonly drawTable: typeof drawTable;
}

/** Returns the comparison as text. */
export function toDiffText(compared: ReportDiff, { language, columns, colour, drawTable }: DiffTextOptions): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const width = Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, columns));
  const lines: string[] = [];
  const safe = (text: string): string => forTerminal(redact(text));
  const add = (text: string, indent = ''): void => {
    const [first = '', ...rest] = wrap(text, width - widthOf(indent) - 2);
    lines.push(indent + first, ...rest.map((line) => `${indent}  ${line}`));
  };
  add(chalk.bold(titleOf(compared, language)));
  for (const note of notesOf(compared, language)) add(safe(note));
  const rows = rowsOf(compared, language);
  if (rows.length > 0) {
    lines.push('');
    const shown = rows.map((row) => row.map(safe));
    for (const line of drawTable(headOf(language), shown, width - 2)) lines.push(`  ${line}`);
  }
  for (const group of LISTED) {
    const open = compared.institutions.filter((one) => one[group].length > 0);
    if (open.length === 0) continue;
    lines.push('', chalk.bold.underline(WORDS[group][language]));
    for (const one of open) {
      add(chalk.bold(safe(nameOf(one))), '  ');
      for (const finding of one[group].slice(0, MOST_LISTED)) {
        const { severity } = finding;
        const colour = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[severity];
        const source = chalk.dim(safe(sourceOf(finding)));
        add(`${colour(SEVERITY_WORDS[severity][language])} ${safe(sentenceOf(finding, language))} ${source}`, '    ');
      }
      const more = one[group].length - MOST_LISTED;
      if (more > 0) add(fill(WORDS.more, { count: more }, language), '    ');
    }
  }
  lines.push('');
  add(totalsOf(compared, language));
  return `${lines.join('\n')}\n`;
}

/** Returns the comparison as Markdown. */
export function toDiffMarkdown(compared: ReportDiff, { language }: { readonly language: Language }): string {
  const safe = (text: string): string => forMarkdown(redact(text));
  const row = (cells: readonly string[]): string => `| ${cells.map(safe).join(' | ')} |`;
  const lines = [`# ${safe(titleOf(compared, language))}`, ''];
  for (const note of notesOf(compared, language)) lines.push(`> ${safe(note)}`, '');
  lines.push(safe(totalsOf(compared, language)));
  const rows = rowsOf(compared, language);
  if (rows.length > 0) {
    const head = headOf(language);
    lines.push(
      '',
      row(head),
      `|${head.map((_, i) => (i === 0 || i === head.length - 1 ? ' --- |' : ' ---: |')).join('')}`,
    );
    lines.push(...rows.map(row));
  }
  for (const group of LISTED) {
    const open = compared.institutions.filter((one) => one[group].length > 0);
    if (open.length === 0) continue;
    lines.push('', `## ${safe(WORDS[group][language])}`);
    for (const one of open) {
      lines.push('', `### ${safe(nameOf(one))}`, '');
      for (const finding of one[group].slice(0, MOST_LISTED)) {
        const severity = SEVERITY_WORDS[finding.severity][language];
        lines.push(`- ${safe(`${severity} ${sentenceOf(finding, language)} ${sourceOf(finding)}`)}`);
      }
      const more = one[group].length - MOST_LISTED;
      if (more > 0) lines.push(`- ${safe(fill(WORDS.more, { count: more }, language))}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function titleOf({ before, after }: ReportDiff, language: Language): string {
  return fill(WORDS.title, { before: before.asOf, after: after.asOf }, language);
}

function headOf(language: Language): string[] {
  return [WORDS.institution, ...GROUPS.map((group) => WORDS[group]), WORDS.state].map((words) => words[language]);
}

/** A row for each institution of which there is anything to say. */
function rowsOf({ institutions }: ReportDiff, language: Language): string[][] {
  return institutions
    .filter((one) => one.state !== 'both' || GROUPS.some((group) => one[group].length > 0))
    .map((one) => [
      nameOf(one),
      ...GROUPS.map((group) => String(one[group].length || '.')),
      WORDS[one.state][language],
    ]);
}

function totalsOf({ summary }: ReportDiff, language: Language): string {
  const comma = language === 'zh' ? '，' : ', ';
  const groups = GROUPS.map((group) => {
    const total = SEVERITIES.reduce((sum, severity) => sum + summary[group][severity], 0);
    return `${WORDS[group][language]} ${total}`;
  });
  const { institutions, appeared, vanished } = summary;
  return fill(WORDS.totals, { institutions, appeared, vanished, groups: groups.join(comma) }, language);
}

function nameOf({ id, name }: InstitutionDiff): string {
  return name === undefined || name === id ? id : `${name} (${id})`;
}

function sentenceOf({ file, line, column, message }: ListedFinding, language: Language): string {
  return `${file}:${line}:${column} ${message[language]}`;
}

/** The clause that a finding is about, and the rule that found it. */
function sourceOf({ clause, rule }: ListedFinding): string {
  return clause === undefined ? `(${rule})` : `${clause} (${rule})`;
}
