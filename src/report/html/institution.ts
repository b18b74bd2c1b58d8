/** The folded section of one institution in an audit: what is open by chapter, and the rest in short. */

import { headingOf, type Plan } from '../../plan/plan.js';
import type { InstitutionReport, Outcome, RuleResult } from '../../types.js';
import { toGet } from '../to-do.js';
import { REPORT_WORDS, SEVERITY_WORDS, STAGE_WORDS } from '../words.js';
import { type Numbered, verdictBadge } from './audit.js';
import { inputFindings, inputListed } from './findings.js';
import { both, citation, citations, html, type Markup, NONE } from './markup.js';
import { fileNames, notChecked } from './parts.js';
import { briefRequirements, outcomeBadge } from './requirement.js';
import { shoppingList, verdictOfOne } from './verdict.js';
import { anchor, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** What is told requirement by requirement, and what only in short. */
const TOLD: readonly Outcome[] = ['fail', 'not-evidenced', 'warn', 'waived'];
const IN_SHORT: readonly Outcome[] = ['pass', 'not-yet', 'not-applicable'];

/** The section of an institution before and after the place of its pictures, with the findings that a view lists. */
export type InstitutionSection = (view: View) => readonly [before: Markup, after: Markup];

/** Returns the section of an institution. What has no findings in it is written once, whatever views list. */
export function institutionSection({ one, number, verdict }: Numbered, base: View): InstitutionSection {
  const { summary } = one;
  const isBare = one.rules.length === 0;
  const head = html`<details class="inst"${anchor(`i${number}`, base)} data-id="i${number}"><summary><h3>${one.name ?? one.id}</h3>${one.name !== undefined && html`<code>${one.id}</code>`}<span class="score">${verdictBadge(verdict)}${
    summary.findings.error > 0 && html`<span>${both(SEVERITY_WORDS.error)} <b>${summary.findings.error}</b></span>`
  }${summary.findings.warning > 0 && html`<span>${both(SEVERITY_WORDS.warning)} <b>${summary.findings.warning}</b></span>`}</span></summary>
<div class="inside">${!isBare && verdictOfOne(one, base, false)}
<p class="facts"><span>${both(REPORT_WORDS.stage)} <b>${both(STAGE_WORDS[one.stage])}</b></span> <span>${both(PAGE_WORDS.filesCount, filesAndRows(one))}</span></p>`;
  const told = toldByChapter(one, base);
  const foot = html`${shoppingList(toGet(one.findings))}
${notChecked(one, base)}${inShort(one, base)}`;
  const after = html`${fileNames(one)}</div></details>
`;
  return (view) => {
    const form = inputListed(one, view);
    const before = html`${head}
${form.length > 0 && html`<h4>${both(REPORT_WORDS.inputHeading)}</h4>${inputFindings(one, view)}`}
${told.map(([chapter, results]) => chapterOf(chapter, results, one, number, view))}
${foot}`;
    return [before, after];
  };
}

/** Returns how many files and rows of logs were read. */
export function filesAndRows({ inputs }: InstitutionReport): { files: number; rows: number } {
  return { files: inputs.length, rows: inputs.reduce((sum, { rows = 0 }) => sum + rows, 0) };
}

type Chapter = Plan['headings'][number];

/** The chapters with something to tell, each with the requirements that are told, what needs work first. */
function toldByChapter(one: InstitutionReport, { plan }: View): [Chapter, RuleResult[]][] {
  return plan.headings.flatMap((chapter): [Chapter, RuleResult[]][] => {
    const own = one.rules.filter((result) => headingOf(plan, result) === chapter.key);
    const told = TOLD.flatMap((outcome) => own.filter((result) => result.outcome === outcome));
    return told.length === 0 ? [] : [[chapter, told]];
  });
}

function chapterOf(
  { key, citation: cited, title }: Chapter,
  results: readonly RuleResult[],
  one: InstitutionReport,
  number: number,
  view: View,
): Markup {
  return html`<div class="part"${anchor(`i${number}-${key}`, view)}><h4>${citation(cited)} ${both(title)}</h4>${briefRequirements(results, one, view)}</div>
`;
}

/** The headings with nothing to be done, each with how many of its requirements. */
function inShort(one: InstitutionReport, { plan }: View): Markup {
  const lines = IN_SHORT.map((outcome) => {
    const results = one.rules.filter((result) => result.outcome === outcome);
    const cites = plan.headings.flatMap(({ key, citation: cited }) => {
      const own = results.filter((result) => headingOf(plan, result) === key).length;
      return own > 0 ? [own > 1 ? `${cited}×${own}` : cited] : [];
    });
    return (
      results.length > 0 &&
      html`<li>${outcomeBadge(outcome)} <b>${results.length}</b> <span class="titles">${citations(cites)}</span></li>`
    );
  });
  return one.rules.length === 0 ? NONE : html`<ul class="groups">${lines}</ul>`;
}
