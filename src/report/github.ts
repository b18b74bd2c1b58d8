/** The report as annotations of a GitHub workflow, and as the summary of its step. */

import { countOf } from '../counts.js';
import type { Rule } from '../rules/rule.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import { forGithubData, forGithubProperty } from '../text/escape.js';
import { fill } from '../text/fill.js';
import type { Finding, Language, Report, Severity } from '../types.js';
import { countsByRule, howToListAll } from './exact.js';
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
  /** Whether all are annotated. No if absent. */
  readonly all?: boolean;
}

/** GitHub shows no more of a severity in a step; the rest stands in its log. */
const MOST_SHOWN = 10;
/** GitHub takes 1 MiB of summary from a step; something is left for other tools. */
const MOST_SUMMARY_BYTES = 1_000_000;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Returns the annotations, the ten gravest and the first of every rule that fails or warns, to be printed; and the whole
 * report as Markdown, to be added to the file that `GITHUB_STEP_SUMMARY` names.
 */
export function toGithub(report: Report, options: GithubOptions): { annotations: string; summary: string } {
  const { language, all = false } = options;
  const rules = byId(options.rules);
  const institutions = judgedOf(report);
  const items = institutions.flatMap(({ findings }, institution) =>
    findings.map((finding): Item => ({ institution, finding })),
  );
  const unwaived = items.filter(({ finding }) => !finding.waiver);
  const open = unwaived.filter(({ finding }) => options.shown?.has(finding) ?? true);
  const chosen = all ? open : [...gravest(open, MOST_SHOWN), ...firstOfEveryRule(open)];
  const annotated = gravest([...new Set(chosen)], Number.POSITIVE_INFINITY).map(({ finding }) => finding);
  const byRule = groupedBy(annotated, ({ rule }) => rule);
  const counts = countsByRule(institutions);
  // the first of a rule says how many more there are
  const left = new Map([...byRule].map(([rule, ofRule]) => [ofRule[0], (counts.get(rule) ?? 0) - countOf(ofRule)]));
  const count = institutions.reduce((sum, { findings, omitted }) => sum + countOf(findings) + omitted, 0);
  const shown = countOf(annotated);
  const total = count === 0 ? FORMAT_WORDS.nothingFound : FORMAT_WORDS.annotated;
  const last = [fill(shown === count ? total : FORMAT_WORDS.annotatedSome, { count, shown }, language)];
  const how = howToListAll(report, options, shown < countOf(unwaived.map(({ finding }) => finding)));
  if (how) last.push(how[language]);
  return {
    annotations: `${[...annotated.map((finding) => annotation(finding, left.get(finding) ?? 0, rules, language)), ...last].join('\n')}\n`,
    summary: toMarkdown(report, { ...options, mostBytes: MOST_SUMMARY_BYTES }),
  };
}

interface Item {
  readonly institution: number;
  readonly finding: Finding;
}

/** The gravest finding of every rule or check that fails or warns. */
function firstOfEveryRule(open: readonly Item[]): Item[] {
  const worded = open.filter(({ finding }) => finding.severity !== 'info');
  return [...groupedBy(worded, ({ finding }) => finding.rule).values()].flatMap((ofRule) => gravest(ofRule, 1));
}

function annotation(finding: Finding, more: number, rules: RulesById, language: Language): string {
  const { line, column, endLine, endColumn } = finding.location;
  const title = withClause(finding.clause, findingTitle(finding, rules), language);
  const properties = [
    `file=${forGithubProperty(fileOf(finding))}`,
    `line=${line}`,
    // GitHub refuses columns of a place in several lines
    ...(endLine === line ? [`col=${column}`, `endColumn=${endColumn}`] : [`endLine=${endLine}`]),
    `title=${forGithubProperty(title)}`,
  ];
  const said = sentenceOf(finding, language);
  const text = more > 0 ? fill(FORMAT_WORDS.saidOfMore, { said, count: more }, language) : said;
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${forGithubData(text)}`;
}
