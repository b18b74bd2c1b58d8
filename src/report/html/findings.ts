/** Findings as the page lists them: the words, the place, and once for those that share it what to do and the note. */

import { groupedBy } from '../../rules/shared/grouped-by.js';
import type { Finding, Wording } from '../../types.js';
import { messageOf, placeOf, remedyOf, waiverOf } from '../finding-text.js';
import { SEVERITY_WORDS } from '../words.js';
import { badge, SEVERITY_TONES } from './icons.js';
import { both, html, type Markup, NONE } from './markup.js';
import { anchor, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** The sign of each severity. */
const SIGNS = { error: 'fail', warning: 'warn', info: 'not-run' } as const;

/** Returns the findings of one rule, and how many more there are that the page does not list. */
export function findingList(findings: readonly Finding[], unlisted: number, view: View): Markup {
  const byRemedy = new Map(
    findings.map((each) => [`${each.remedy?.text.zh} ${each.remedy?.item?.zh} ${each.remedy?.quantity}`, each]),
  );
  const remedies = distinct([...byRemedy.values()].map((finding) => inBoth((language) => remedyOf(finding, language))));
  const notes = distinct(findings.flatMap(({ note }) => (note ? [note] : [])));
  const mixed = new Set(findings.map(({ severity }) => severity)).size > 1;
  return html`${findings.length > 0 && html`<ol class="found">${findings.map((each) => item(each, mixed, view))}</ol>`}${
    unlisted > 0 && html`<p class="unlisted">${both(PAGE_WORDS.unlistedHere, { count: unlisted })}</p>`
  }${remedies.length > 0 && html`<div class="remedy"><b>${both(PAGE_WORDS.remedy)}</b>${paragraphs(remedies)}</div>`}${
    notes.length > 0 && html`<div class="note"><b>${both(PAGE_WORDS.note)}</b>${paragraphs(notes)}</div>`
  }`;
}

/** Returns findings about how the files are written, or hints, by sort and file. */
export function inputFindings(findings: readonly Finding[], view: View): Markup {
  const groups = groupedBy(findings, ({ severity, rule, location }) => `${severity} ${rule} ${location.file}`);
  return html`${[...groups.values()].map((alike) => html`<div class="loose">${findingList(alike, 0, view)}</div>`)}`;
}

function item(finding: Finding, withSeverity: boolean, view: View): Markup {
  const { severity, waiver, fingerprint, rule } = finding;
  const name = `f-${fingerprint}`;
  const id = anchor(name, view);
  const marked = withSeverity || rule.includes('/');
  return html`<li${id}>${marked ? badge(SEVERITY_TONES[severity], SIGNS[severity], both(SEVERITY_WORDS[severity])) : NONE}<span class="msg">${both(inBoth((language) => messageOf(finding, language)))}</span> <code>${both(inBoth((language) => placeOf(finding, language)))}</code>${
    waiver && html`<span class="waiver">${both(inBoth((language) => waiverOf(waiver, language)))}</span>`
  }${id.text !== '' && html` <a class="self" href="#${name}"><span class="vh">${both(PAGE_WORDS.link)}</span></a>`}</li>`;
}

/** Returns what a function says in both languages. */
export function inBoth(say: (language: 'zh' | 'en') => string): Wording {
  return { zh: say('zh'), en: say('en') };
}

function paragraphs(words: readonly Wording[]): Markup {
  return html`${words.map((each) => html`<p>${both(each)}</p>`)}`;
}

/** The wordings that say something, each once. */
function distinct(words: readonly Wording[]): Wording[] {
  return [...new Map(words.filter(({ zh }) => zh !== '').map((each) => [each.zh, each])).values()];
}
