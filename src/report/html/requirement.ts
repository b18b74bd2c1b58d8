/** One requirement of the plan: its outcome, and folded below it what it asks, its numbers and what was found. */

import { countOf } from '../../counts.js';
import { readingOf } from '../../rules/assumptions.js';
import type { Finding, InstitutionReport, Outcome, RuleResult } from '../../types.js';
import { limitSource, limitText } from '../catalogue.js';
import { titleOf } from '../rule-text.js';
import { OUTCOME_WORDS } from '../words.js';
import { briefList, findingList, inBoth, MOST_OPEN } from './findings.js';
import { badge, OUTCOME_TONES } from './icons.js';
import { both, citation, citations, html, type Markup } from './markup.js';
import { anchor, findingsByRule, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** What needs work. */
export const OPEN_OUTCOMES: readonly Outcome[] = ['fail', 'not-evidenced', 'warn'];

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

/** Returns the requirements of one institution among many, with what was found: what they ask stands once in the page. */
export function briefRequirements(results: readonly RuleResult[], one: InstitutionReport, view: View): Markup {
  const byRule = findingsByRule(one, view);
  return html`${results.map((result) => brief(result, byRule.get(result.id) ?? [], view))}`;
}

function brief(result: RuleResult, findings: readonly Finding[], view: View): Markup {
  const { id, outcome, count, reason, clauses } = result;
  const unlisted = Math.max(0, count - countOf(findings));
  const title = both(titleOf(result, view.rules));
  return html`<div class="brief ${OUTCOME_TONES[outcome]}"><p>${outcomeBadge(outcome)} <a href="#req-${id}">${title}</a>${
    count > 1 && html` <span class="count">×${count}</span>`
  } <span class="cites">${citations(clauses)}</span></p>${briefList(findings, unlisted, view)}${
    reason && html`<p class="reason"><b>${both(PAGE_WORDS.reason)}</b> ${both(reason)}</p>`
  }</div>
`;
}

function requirement(result: RuleResult, findings: readonly Finding[], view: View, prefix: string): Markup {
  const { id, outcome, count, reason, clauses } = result;
  const open = OPEN_OUTCOMES.includes(outcome) && findings.length > 0 && findings.length <= MOST_OPEN;
  const unlisted = Math.max(0, count - countOf(findings));
  return html`<details class="req ${OUTCOME_TONES[outcome]}"${anchor(`${prefix}${id}`, view)} data-outcome="${outcome}"${open && html` open`}><summary>${outcomeBadge(outcome)}<span class="title">${both(titleOf(result, view.rules))}${count > 1 && html` <span class="count">×${count}</span>`}</span><span class="cites">${citations(clauses)}</span></summary>
<div class="body">${findingList(findings, unlisted, view)}${
    reason && html`<p class="reason"><b>${both(PAGE_WORDS.reason)}</b> ${both(reason)}</p>`
  }${demand(id, clauses, view)}</div></details>
`;
}

/** Returns what a rule asks, its clauses in the project's own words, and its numbers with where they come from. */
export function demand(id: string, clauses: readonly string[], { rules, plan }: View): Markup {
  const rule = rules.get(id);
  const limits = (rule?.limits ?? []).map((name) => plan.limits[name]);
  const note = rule && readingOf(rule);
  const texts = clauses.map((each) => [each, plan.clauseOf.get(each)?.text] as const);
  return html`<dl class="demand">${rule && html`<div><dt>${both(PAGE_WORDS.demand)}</dt><dd>${both(rule.demand)}</dd></div>`}${
    limits.length > 0 &&
    html`<div><dt>${both(PAGE_WORDS.numbers)}</dt>${limits.map(
      (limit) =>
        html`<dd>${both(inBoth((language) => `${limit.title[language]} ${limitText(limit, language)}`))} <small>${both(inBoth((language) => limitSource(limit, language)))}</small></dd>`,
    )}</div>`
  }<div><dt>${both(PAGE_WORDS.clause)}</dt>${texts.map(([each, text]) => html`<dd>${citation(each)} ${text && both(text)}</dd>`)}</div>${
    note && html`<div><dt>${both(PAGE_WORDS.note)}</dt><dd>${both(note)}</dd></div>`
  }<div><dt>${both(PAGE_WORDS.rule)}</dt><dd><code>${id}</code></dd></div></dl>`;
}
