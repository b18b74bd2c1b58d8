/** The report as annotations of a GitHub workflow, and as the summary of its step. */

import type { Rule } from '../rules/rule.js';
import { fill } from '../text/fill.js';
import type { Finding, Language, Report, Severity } from '../types.js';
import { forGithubData, forGithubProperty } from './escape.js';
import { fileOf, gravest, sentenceOf } from './finding-text.js';
import { FORMAT_WORDS } from './format-words.js';
import { judgedOf } from './judged.js';
import { toMarkdown } from './markdown.js';
import { byId, findingTitle, type RulesById, withClause } from './rule-text.js';

/** What annotations and summary need besides the report. */
export interface GithubOptions {
  readonly language: Language;
  readonly rules: readonly Rule[];
  /** The findings to show, where not all are. */
  readonly shown?: ReadonlySet<Finding> | undefined;
  /** Whether there is a file for the summary. */
  readonly hasSummary: boolean;
}

/** GitHub shows no more in a step. */
const MOST_SHOWN = 10;
/** GitHub takes 1 MiB of summary from a step; something is left for other tools. */
const MOST_SUMMARY_BYTES = 1_000_000;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Returns the annotations, the ten gravest, to be printed; and the whole report as Markdown, to be added to the file
 * that `GITHUB_STEP_SUMMARY` names.
 */
export function toGithub(report: Report, options: GithubOptions): { annotations: string; summary: string } {
  const { language } = options;
  const rules = byId(options.rules);
  const items = judgedOf(report).flatMap(({ findings }) => findings.map((finding) => ({ finding })));
  const open = items.filter(({ finding }) => !finding.waiver && (options.shown?.has(finding) ?? true));
  const shown = gravest(open, MOST_SHOWN);
  const count = judgedOf(report).reduce((sum, { findings, omitted }) => sum + findings.length + omitted, 0);
  const all = count === 0 ? FORMAT_WORDS.nothingFound : FORMAT_WORDS.annotated;
  const some = options.hasSummary ? FORMAT_WORDS.annotatedSome : FORMAT_WORDS.annotatedNoMore;
  const words = shown.length === count ? all : some;
  const lines = shown.map(({ finding }) => annotation(finding, rules, language));
  lines.push(fill(words, { count, shown: shown.length }, language));
  return {
    annotations: `${lines.join('\n')}\n`,
    summary: toMarkdown(report, { ...options, mostBytes: MOST_SUMMARY_BYTES }),
  };
}

function annotation(finding: Finding, rules: RulesById, language: Language): string {
  const { line, column, endLine, endColumn } = finding.location;
  const title = withClause(finding.clause, findingTitle(finding, rules), language);
  const properties = [
    `file=${forGithubProperty(fileOf(finding))}`,
    `line=${line}`,
    // GitHub refuses columns of a place in several lines
    ...(endLine === line ? [`col=${column}`, `endColumn=${endColumn}`] : [`endLine=${endLine}`]),
    `title=${forGithubProperty(title)}`,
  ];
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${forGithubData(sentenceOf(finding, language))}`;
}
