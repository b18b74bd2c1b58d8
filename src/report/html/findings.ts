/** Findings as the page lists them: the words, the place, and once for those that share it what to do and the note. */

import { countOf, unlistedCount } from '../../counts.js';
import { groupedBy } from '../../rules/shared/grouped-by.js';
import type { Finding, InstitutionReport, Wording } from '../../types.js';
import { fileOf, messageOf, remedyOf, rowsOf, saidOf, spotOf, waiverOf } from '../finding-text.js';
import { SEVERITY_WORDS } from '../words.js';
import { badge, SEVERITY_TONES } from './icons.js';
import { both, html, type Markup, NONE } from './markup.js';
import { anchor, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** The sign of each severity. */
const SIGNS = { error: 'fail', warning: 'warn', info: 'not-run' } as const;

/** Findings that stand open from the start in one fold. */
export const MOST_OPEN = 5;

/** Returns the findings of one rule, and how many more there are that the page does not list. */
export function findingList(findings: readonly Finding[], unlisted: number, view: View): Markup {
  const mixed = new Set(findings.map(({ severity }) => severity)).size > 1;
  return html`${findings.length > 0 && html`<ol class="found">${findings.map((each) => item(each, mixed, view))}</ol>`}${
    unlisted > 0 && html`<p class="unlisted">${both(PAGE_WORDS.unlistedHere, { count: unlisted })}</p>`
  }${advice(findings, view)}`;
}

/** Returns the findings of one rule in short, for a section among many: the notes stand with what the rule asks. */
export function briefList(findings: readonly Finding[], unlisted: number, view: View): Markup {
  const list = html`<ol class="found">${findings.map((each) => item(each, false, view))}</ol>`;
  const { length } = findings;
  return html`${length > 0 && (length <= MOST_OPEN ? list : html`<details class="more"><summary>${both(PAGE_WORDS.findings, { count: countOf(findings) })}</summary>${list}</details>`)}${
    unlisted > 0 && html`<p class="unlisted">${both(PAGE_WORDS.unlistedHere, { count: unlisted })}</p>`
  }${remedies(findings).map((each) => html`<p class="advice">${both(each)}</p>`)}`;
}

/**
 * Returns the listed findings about how the files of an institution are written, and hints: those of a file that say the
 * same in one fold.
 */
export function inputFindings(one: InstitutionReport, view: View): Markup {
  const findings = inputListed(one, view);
  const all = countOf(one.findings.filter(isOfInput)) + unlistedCount((one.unlisted ?? []).filter(isOfInput));
  const left = all - countOf(findings);
  const groups = groupedBy(findings, (each) => `${each.severity} ${saidOf(each, 'zh')} ${each.location.file}`);
  return html`<div class="part form">${[...groups.values()].map((alike) => fold(alike, view))}${
    left > 0 && html`<p class="unlisted">${both(PAGE_WORDS.unlistedHere, { count: left })}</p>`
  }</div>`;
}

/** Returns those that are listed. */
export function inputListed(one: InstitutionReport, { listing }: View): readonly Finding[] {
  return (listing.get(one) ?? []).filter(isOfInput);
}

function isOfInput({ rule }: { readonly rule: string }): boolean {
  return rule.includes('/');
}

function fold(alike: readonly Finding[], view: View): Markup {
  const [first] = alike;
  if (!first) return NONE;
  // remarks about how a file is written ask for nothing
  const open = alike.length <= MOST_OPEN && first.severity !== 'info';
  const count = countOf(alike);
  return html`<details class="req ${SEVERITY_TONES[first.severity]}"${open && html` open`}><summary>${severityBadge(first)}<span class="title">${both(inBoth((language) => saidOf(first, language)))}${
    count > 1 && html` <span class="count">×${count}</span>`
  }</span><code class="cites">${fileOf(first)}</code></summary>
<div class="body"><ol class="found spots">${alike.map((each) => spot(each, view))}</ol>${advice(alike, view)}</div></details>
`;
}

/** What to do, and what to know of findings that no requirement explains, once for all that share it. */
function advice(findings: readonly Finding[], { rules }: View): Markup {
  const notes = distinct(findings.map(({ rule, note }) => (rules.has(rule) ? undefined : note)));
  const all = remedies(findings);
  return html`${all.length > 0 && html`<div class="remedy"><b>${both(PAGE_WORDS.remedy)}</b>${paragraphs(all)}</div>`}${
    notes.length > 0 && html`<div class="note"><b>${both(PAGE_WORDS.note)}</b>${paragraphs(notes)}</div>`
  }`;
}

function remedies(findings: readonly Finding[]): Wording[] {
  const byRemedy = new Map(
    findings.map((each) => [`${each.remedy?.text.zh} ${each.remedy?.item?.zh} ${each.remedy?.quantity}`, each]),
  );
  return distinct([...byRemedy.values()].map((finding) => inBoth((language) => remedyOf(finding, language))));
}

function item(finding: Finding, withSeverity: boolean, view: View): Markup {
  return linked(finding, html`${withSeverity && severityBadge(finding)}${said(finding)}`, view);
}

/** What was said of findings, since a page that does not fit is written again with fewer of the same. */
const known = new WeakMap<Finding, Markup>();

function said(finding: Finding): Markup {
  const markup =
    known.get(finding) ??
    html`${message(finding)} <code>${fileOf(finding)}:${both(inBoth((language) => spotOf(finding, language)))}</code>`;
  known.set(finding, markup);
  return markup;
}

/** A finding in a fold that says already what was found and in which file. */
function spot(finding: Finding, view: View): Markup {
  const rows = finding.cells !== undefined && html` ${both(inBoth((language) => rowsOf(finding, language)))}`;
  return linked(finding, html`<code>${both(inBoth((language) => spotOf(finding, language)))}</code>${rows}`, view);
}

function linked({ fingerprint, waiver }: Finding, content: Markup, view: View): Markup {
  const name = `f-${fingerprint}`;
  const id = anchor(name, view);
  // the no-break space keeps the link on the line of what it links to
  const link = id.text !== '' && html`\u00a0<a class="self" href="#${name}" aria-labelledby="link-words">#</a>`;
  const accepted =
    waiver && html`<span class="waiver">${both(inBoth((language) => waiverOf(waiver, language)))}</span>`;
  return html`<li${id}>${content}${link}${accepted}</li>`;
}

function severityBadge({ severity }: Finding): Markup {
  return badge(SEVERITY_TONES[severity], SIGNS[severity], both(SEVERITY_WORDS[severity]));
}

function message(finding: Finding): Markup {
  return both(inBoth((language) => messageOf(finding, language)));
}

/** Returns what a function says in both languages. */
export function inBoth(say: (language: 'zh' | 'en') => string): Wording {
  return { zh: say('zh'), en: say('en') };
}

function paragraphs(words: readonly Wording[]): Markup {
  return html`${words.map((each) => html`<p>${both(each)}</p>`)}`;
}

/** The wordings that say something, each once. */
function distinct(words: readonly (Wording | undefined)[]): Wording[] {
  return [...new Map(words.flatMap((each) => (each && each.zh !== '' ? [[each.zh, each] as const] : []))).values()];
}
