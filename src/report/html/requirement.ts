/** One requirement of the plan: its outcome, and folded below it what it asks, its numbers and what was found. */

import type { Finding, InstitutionReport, Outcome, RuleResult } from '../../types.js';
import { limitSource, limitText } from '../catalogue.js';
import { titleOf } from '../rule-text.js';
import { OUTCOME_WORDS } from '../words.js';
import { findingList, inBoth } from './findings.js';
import { badge, OUTCOME_TONES } from './icons.js';
import { both, citation, html, listed, type Markup } from './markup.js';
import { anchor, CLAUSE_TEXTS, findingsByRule, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** What needs work. */
export const OPEN_OUTCOMES: readonly Outcome[] = ['fail', 'not-evidenced', 'warn'];
/** Findings of one requirement that stand open from the start. */
const MOST_OPEN = 5;

/** Returns the outcomes' badge. */
export function outcomeBadge(outcome: Outcome): Markup {
  return badge(OUTCOME_TONES[outcome], outcome, both(OUTCOME_WORDS[outcome]));
}

/** Returns the requirements of an institution, what needs work first. */
export function requirements(
  results: readonly RuleResult[],
  one: InstitutionReport,
  view: View,
  prefix: string,
): Markup {
  const byRule = findingsByRule(one, view);
  return html`${results.map((result) => requirement(result, byRule.get(result.id) ?? [], view, prefix))}`;
}

function requirement(result: RuleResult, findings: readonly Finding[], view: View, prefix: string): Markup {
  const { id, outcome, count, reason, clauses } = result;
  const open = OPEN_OUTCOMES.includes(outcome) && findings.length > 0 && findings.length <= MOST_OPEN;
  const unlisted = Math.max(0, count - findings.length);
  return html`<details class="req ${OUTCOME_TONES[outcome]}"${anchor(`${prefix}${id}`, view)} data-outcome="${outcome}"${open && html` open`}><summary>${outcomeBadge(outcome)}<span class="title">${both(titleOf(result, view.rules))}</span>${count > 1 && html`<span class="count">×${count}</span>`}<span class="cites">${listed(clauses.map(citation))}</span></summary>
<div class="body">${findingList(findings, unlisted, view)}${
    reason && html`<p class="reason"><b>${both(PAGE_WORDS.reason)}</b> ${both(reason)}</p>`
  }${view.isMany ? html`<p class="full"><a href="#req-${id}">${both(PAGE_WORDS.demand)}</a></p>` : demand(id, clauses, view)}</div></details>
`;
}

/** Returns what a rule asks, its clauses in the project's own words, and its numbers with where they come from. */
export function demand(id: string, clauses: readonly string[], { rules, plan }: View): Markup {
  const rule = rules.get(id);
  const limits = (rule?.limits ?? []).map((name) => plan.limits[name]);
  const texts = clauses.map((each) => [each, CLAUSE_TEXTS.get(each)] as const);
  return html`<dl class="demand">${rule && html`<div><dt>${both(PAGE_WORDS.demand)}</dt><dd>${both(rule.demand)}</dd></div>`}${
    limits.length > 0 &&
    html`<div><dt>${both(PAGE_WORDS.numbers)}</dt>${limits.map(
      (limit) =>
        html`<dd>${both(inBoth((language) => `${limit.title[language]} ${limitText(limit, language)}`))} <small>${both(inBoth((language) => limitSource(limit, language)))}</small></dd>`,
    )}</div>`
  }<div><dt>${both(PAGE_WORDS.clause)}</dt>${texts.map(([each, text]) => html`<dd>${citation(each)} ${text && both(text)}</dd>`)}</div><div><dt>${both(PAGE_WORDS.rule)}</dt><dd><code>${id}</code></dd></div></dl>`;
}
