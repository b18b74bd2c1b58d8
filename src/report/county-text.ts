/** The county's own duties as an audit tells of them in a terminal. */
import { countOf } from '../counts.js';
import type { Rule } from '../rules/rule.js';
import { fill } from '../text/fill.js';
import type { InstitutionReport, Language, Outcome, Wording } from '../types.js';
import { groupsOfForm } from './exact.js';
import { messageOf, placeOf } from './finding-text.js';
import { FORMAT_WORDS } from './format-words.js';
import { byId, titleOf, withClause } from './rule-text.js';
import { OUTCOME_WORDS } from './words.js';

/** The heading of what the county itself must do. */
export const COUNTY_TITLE: Wording = { zh: '县（区）自己的职责', en: "The county's own duties" };

const WORDS = {
  reason: { zh: '{title}：{reason}', en: '{title}: {reason}' },
} as const satisfies Record<string, Wording>;

/** Findings of a rule that are listed. */
const MOST_ALIKE = 3;
/** Outcomes that need no further word. */
const QUIET: readonly Outcome[] = ['pass', 'on-site'];
/** Outcomes of which nothing is to be done. */
const FINE: readonly Outcome[] = ['pass', 'not-applicable'];

/** A line of the part about the county: of a rule, or of a finding below it. */
export interface CountyLine {
  readonly outcome: Outcome | undefined;
  readonly text: string;
  /** Whether there is nothing to do about it. */
  readonly isFine: boolean;
}

/** Returns the heading and the lines, of findings those that are listed first. */
export function countyLines(
  county: InstitutionReport,
  rules: readonly Rule[],
  language: Language,
  most: number = MOST_ALIKE,
): { readonly title: string; readonly lines: readonly CountyLine[] } {
  const known = byId(rules);
  const lines = county.rules.flatMap((result): CountyLine[] => {
    const { id, outcome, reason, clauses, count } = result;
    const title = withClause(clauses[0], titleOf(result, known), language);
    const text = reason && !QUIET.includes(outcome) ? fill(WORDS.reason, { title, reason }, language) : title;
    const listed = county.findings.filter(({ rule }) => rule === id).slice(0, most);
    const lines = listed.map((finding) => `${placeOf(finding, language)} ${messageOf(finding, language)}`);
    const more = count - countOf(listed);
    if (more > 0) lines.push(fill(FORMAT_WORDS.alike, { count: more }, language));
    return [
      { outcome, text: `${OUTCOME_WORDS[outcome][language]} ${text}`, isFine: FINE.includes(outcome) },
      ...lines.map(below),
    ];
  });
  const form = county.findings.filter(({ kind }) => kind === 'input');
  const wrong = groupsOfForm(county, form).flatMap(([alike, count]) => {
    const listed = alike.slice(0, most);
    const lines = listed.map((finding) => `${placeOf(finding, language)} ${messageOf(finding, language)}`);
    const more = count - countOf(listed);
    return more > 0 ? [...lines, fill(FORMAT_WORDS.alike, { count: more }, language)] : lines;
  });
  return { title: COUNTY_TITLE[language], lines: [...lines, ...wrong.map(below)] };
}

function below(text: string): CountyLine {
  return { outcome: undefined, text, isFine: false };
}
