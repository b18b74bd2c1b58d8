/** Parts of an institution that its own page and its section in an audit share. */

import { groupedBy } from '../../rules/shared/grouped-by.js';
import type { InstitutionReport, RuleResult } from '../../types.js';
import { titleOf } from '../rule-text.js';
import { both, citations, enumerated, html, type Markup, NONE } from './markup.js';
import { outcomeBadge } from './requirement.js';
import type { View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** Returns what was not checked, by reason; nothing where all was. */
export function notChecked(one: InstitutionReport, { rules }: View): Markup {
  const results = one.rules.filter(({ outcome }) => outcome === 'not-run');
  if (results.length === 0) return NONE;
  const groups = groupedBy(results, ({ reason }) => reason?.zh ?? '');
  return html`<p>${both(PAGE_WORDS.notCheckedNote)}</p><ul class="groups">${[...groups.values()].map(
    (group) =>
      html`<li>${outcomeBadge('not-run')} <b>${group[0]?.reason && both(group[0].reason)}</b> <span class="titles">${enumerated(group.map((each) => titleOf(each, rules)))}</span></li>`,
  )}</ul>`;
}

/** Returns what a person must look at, each with a box to tick; nothing where there is nothing. */
export function onSite(results: readonly RuleResult[]): Markup {
  const looks = results.filter(({ outcome }) => outcome === 'on-site');
  if (looks.length === 0) return NONE;
  return html`<p>${both(PAGE_WORDS.onSiteNote)}</p><ul class="ticks">${looks.map(
    ({ id, reason, clauses }) => html`<li>${reason ? both(reason) : id} ${citations(clauses)}</li>`,
  )}</ul>`;
}

/** Returns the files that were read, in short: with the rows of each. */
export function fileNames({ inputs }: InstitutionReport): Markup {
  if (inputs.length === 0) return NONE;
  return html`<details class="more"><summary>${both(PAGE_WORDS.filesShort)}</summary><ul class="inline">${inputs.map(
    ({ file, rows }) => html`<li><code>${file}</code>${rows !== undefined && html` ${rows}`}</li>`,
  )}</ul></details>`;
}

/** Returns the files that were read, as a table. */
export function files({ inputs }: InstitutionReport, { kindTitle }: View): Markup {
  if (inputs.length === 0) return NONE;
  return html`<div class="wide" tabindex="0"><table class="plain"><caption class="vh">${both(PAGE_WORDS.files)}</caption><thead><tr><th scope="col">${both(PAGE_WORDS.file)}</th><th scope="col">${both(PAGE_WORDS.kind)}</th><th scope="col">${both(PAGE_WORDS.encoding)}</th><th scope="col" class="num">${both(PAGE_WORDS.rows)}</th></tr></thead><tbody>${inputs.map(
    ({ file, kind, encoding, rows }) =>
      html`<tr><th scope="row"><code>${file}</code></th><td>${both(kind === 'profile' ? PAGE_WORDS.profile : kindTitle(kind))}</td><td>${encoding}</td><td class="num">${rows}</td></tr>`,
  )}</tbody></table></div>`;
}
