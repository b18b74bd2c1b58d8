/** The page of one institution: the verdict, what to do, the chapters of the plan with all their requirements. */
import { headingOf } from '../../plan/plan.js';
import { type InstitutionReport, OUTCOMES, type Outcome, type RuleResult } from '../../types.js';
import { OUTCOME_WORDS, REPORT_WORDS } from '../words.js';
import { bar, type Part } from './bar.js';
import { option, shownCount, textField } from './filter.js';
import { inputFindings, inputListed } from './findings.js';
import { OUTCOME_TONES } from './icons.js';
import { both, citation, html, type Markup, NONE } from './markup.js';
import { files, notChecked, onSite } from './parts.js';
import { OPEN_OUTCOMES, outcomeBadge, requirements } from './requirement.js';
import { counts, verdictOfOne, work } from './verdict.js';
import { anchor, section, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** The order of requirements in a chapter: what needs work first. What is to be looked at stands in a list of its own. */
const ORDER: readonly Outcome[] = [
  'fail',
  'not-evidenced',
  'warn',
  'waived',
  'not-run',
  'pass',
  'not-yet',
  'not-applicable',
];
/** What has been judged. */
const JUDGED: readonly Outcome[] = ['pass', 'fail', 'warn', 'not-evidenced', 'waived'];

/** Returns the sections of the page; each that has nothing to say is left out. */
export function single(one: InstitutionReport, view: View, drawn: Markup): Markup {
  const toDo = work(one, view);
  const form = inputListed(one, view);
  const unchecked = notChecked(one, view);
  const looks = onSite(one.rules);
  return html`${section('verdict', both(PAGE_WORDS.verdict), html`<div class="head"><div>${verdictOfOne(one, view, true)}</div>${counts(one)}</div>`)}
${toDo !== NONE && section('work', both(PAGE_WORDS.next), toDo)}
${form.length > 0 && section('form', both(REPORT_WORDS.inputHeading), inputFindings(one, view))}
${one.rules.length > 0 && section('chapters', both(PAGE_WORDS.chapters), html`<p>${both(PAGE_WORDS.chaptersNote)}</p>`, filter(one, view), chapters(one, view))}
${drawn !== NONE && section('pictures', both(PAGE_WORDS.pictures), drawn)}
${unchecked !== NONE && section('not-checked', both(PAGE_WORDS.notChecked), unchecked)}
${looks !== NONE && section('on-site', both(PAGE_WORDS.onSite), looks)}
${section('files', both(PAGE_WORDS.files), files(one, view))}`;
}

function chapters(one: InstitutionReport, view: View): Markup {
  const { plan } = view;
  return html`${plan.headings.map(({ key, citation: cited, title }) => {
    const own = one.rules.filter((result) => headingOf(plan, result) === key);
    const results = ORDER.flatMap((outcome) => own.filter((result) => result.outcome === outcome));
    if (results.length === 0) return NONE;
    const open = results.some(({ outcome }) => ['fail', 'not-evidenced', 'warn'].includes(outcome));
    return html`<details class="chapter"${anchor(`c-${key}`, view)} data-chapter="${key}"${open && html` open`}><summary><h3>${citation(cited)} ${both(title)}</h3>${score(results)}</summary>
${requirements(results, one, view, 'r-')}</details>
`;
  })}`;
}

/** How much of a chapter is met, as a bar and in words, and what is not. */
function score(results: readonly RuleResult[]): Markup {
  const parts = OUTCOMES.map(
    (outcome): Part => ({
      words: OUTCOME_WORDS[outcome],
      sign: outcome,
      tone: OUTCOME_TONES[outcome],
      count: results.filter((result) => result.outcome === outcome).length,
    }),
  );
  const judged = results.filter(({ outcome }) => JUDGED.includes(outcome)).length;
  const met = results.filter(({ outcome }) => outcome === 'pass').length;
  const open = parts.filter(({ sign, count }) => count > 0 && sign !== 'pass' && JUDGED.includes(sign));
  return html`<span class="score">${open.map(({ sign, count }) => html`${outcomeBadge(sign)}<b>${count}</b> `)}${
    judged > 0
      ? html`<span class="met">${both(PAGE_WORDS.met, { met, judged })}</span>`
      : outcomeBadge(results[0]?.outcome ?? 'not-run')
  }${bar(parts.filter(({ sign }) => JUDGED.includes(sign) || sign === 'not-run'))}</span>`;
}

/** Narrows the requirements. The script shows it; without it all are there. */
function filter(one: InstitutionReport, { language }: View): Markup {
  const there = ORDER.filter((outcome) => one.summary.rules[outcome] > 0);
  return html`<form class="filter" data-filter=".req" hidden>${textField(language)}<label><span>${both(PAGE_WORDS.outcome)}</span><select name="outcome">${option('', PAGE_WORDS.all, language)}${option(OPEN_OUTCOMES.join(' '), PAGE_WORDS.openOnly, language)}${there.map((outcome) => option(outcome, OUTCOME_WORDS[outcome], language))}</select></label><button type="button" data-fold="open">${both(PAGE_WORDS.unfold)}</button><button type="button" data-fold="">${both(PAGE_WORDS.fold)}</button>${shownCount()}</form>`;
}
