import type { Plan } from '../../plan/plan.js';
import type { Rule } from '../../rules/rule.js';
import { fill } from '../../text/fill.js';
import { type InstitutionReport, type Language, type Report, SEVERITIES, type Wording } from '../../types.js';
import { verdictOf } from '../audit-verdict.js';
import { FORMAT_WORDS } from '../format-words.js';
import { byId } from '../rule-text.js';
import { REPORT_WORDS, STAGE_WORDS } from '../words.js';
import { catalogue, type Numbered, overview } from './audit.js';
import { iconSheet } from './icons.js';
import { filesAndRows, institutionSection } from './institution.js';
import { listing } from './listing.js';
import { both, html, Markup, NONE } from './markup.js';
import { pictures } from './pictures.js';
import { single } from './single.js';
import { section, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** The style and the script of the page, each with its SHA-256 in Base64: by these the page admits nothing else. */
export interface PageAssets {
  readonly style: string;
  readonly styleHash: string;
  readonly script: string;
  readonly scriptHash: string;
}

/** What the page needs besides the report. */
export interface HtmlOptions {
  readonly language: Language;
  readonly rules: readonly Rule[];
  readonly plan: Plan;
  /** Returns the title of a kind of log by its name. */
  readonly kindTitle: (name: string) => Wording;
  readonly assets: PageAssets;
  /** Findings that are listed at most, and bytes of the page. */
  readonly mostFindings?: number;
  readonly mostBytes?: number;
}

const MOST_FINDINGS = 5000;
const MOST_BYTES = 5_000_000;
/** Kept for the sentences that say what was left out. */
const RESERVE = 20_000;

/** Returns the report as a page. */
export function toHtml(report: Report, options: HtmlOptions): string {
  const { mostFindings = MOST_FINDINGS, mostBytes = MOST_BYTES } = options;
  let most = Math.min(
    mostFindings,
    report.institutions.reduce((sum, one) => sum + one.findings.length, 0),
  );
  // fewer findings until the page without pictures fits; what can't be left out is then all that is there
  for (;;) {
    const { text, bytes } = page(report, options, most, mostBytes - RESERVE);
    if (bytes <= mostBytes || most === 0) return text;
    most = Math.min(Math.floor((most * mostBytes * 0.95) / bytes), most - 1);
  }
}

function page(report: Report, options: HtmlOptions, most: number, room: number): { text: string; bytes: number } {
  const { language, plan, kindTitle } = options;
  const { institutions } = report;
  const isMany = institutions.length > 1;
  const rules = byId(options.rules);
  const view: View = {
    ...{ report, language, rules, plan, kindTitle, isMany },
    listing: listing(institutions, most),
    anchors: new Set(),
  };
  const body = isMany ? many(view, room) : one(view, room);
  const text = framed(body, view, options.assets);
  return { text, bytes: bytesOf(text) };
}

/** The body of the page, and how many of the findings it lists. */
interface Body {
  readonly main: Markup;
  readonly listed: number;
}

function one(view: View, room: number): Body {
  const [institution] = view.report.institutions;
  if (!institution) return { main: NONE, listed: 0 };
  const without = single(institution, view, NONE);
  const drawn = pictures(institution, view, '', 3);
  const fits = bytesOf(without.text) + bytesOf(drawn.text) <= room;
  view.anchors.clear();
  const main = single(institution, view, fits ? drawn : html`<p class="notice">${both(PAGE_WORDS.noPictures)}</p>`);
  return { main, listed: view.listing.get(institution)?.length ?? 0 };
}

/** Sections and pictures of those who need most come first; what no longer fits is said. */
function many(view: View, room: number): Body {
  const { institutions } = view.report;
  const numbered = institutions.map((institution, i): Numbered => ({ one: institution, number: i + 1, unfolds: true }));
  const urgency = ({ one: each }: Numbered): number =>
    (['fails', 'absent', 'undecided', 'waived', 'passes'].indexOf(verdictOf(each)) + 1) * 1e9 -
    each.summary.findings.error;
  const ranked = [...numbered].sort((a, b) => urgency(a) - urgency(b));
  const overviewOf = (all: readonly Numbered[]): Markup => html`${overview(all, view)}`;
  let left = room - bytesOf(overviewOf(numbered).text) - bytesOf(catalogue(numbered, view).text);
  view.anchors.clear();
  const sections = new Map<number, readonly [Markup, Markup]>();
  for (const each of ranked) {
    const parts = institutionSection(each, view);
    const bytes = parts.reduce((sum, { text }) => sum + bytesOf(text), 0);
    if (bytes > left) break;
    left -= bytes;
    sections.set(each.number, parts);
  }
  const drawings = new Map<number, Markup>();
  for (const { one: institution, number } of ranked) {
    if (!sections.has(number) || !institution.figures) continue;
    const note = html`<p class="notice">${both(PAGE_WORDS.noPictures)}</p>`;
    const own = pictures(institution, view, `i${number}-`, 4);
    const drawn =
      own === NONE ? NONE : html`<details class="more"><summary>${both(PAGE_WORDS.pictures)}</summary>${own}</details>`;
    const fits = bytesOf(drawn.text) <= left;
    drawings.set(number, fits ? drawn : note);
    left -= bytesOf((fits ? drawn : note).text);
  }
  const all = numbered.map((each) => ({ ...each, unfolds: sections.has(each.number) }));
  const missing = all.filter(({ unfolds }) => !unfolds).length;
  const body = all.map(({ number }) => {
    const parts = sections.get(number);
    return parts && [parts[0], drawings.get(number), parts[1]];
  });
  const main = html`${overviewOf(all)}
${section('institutions', both(PAGE_WORDS.institutions), missing > 0 && html`<p class="notice">${both(PAGE_WORDS.noSection, { count: missing })}</p>`, body)}
${catalogue(all, view)}`;
  const listed = all.reduce(
    (sum, { one: each, unfolds }) => sum + (unfolds ? (view.listing.get(each)?.length ?? 0) : 0),
    0,
  );
  return { main, listed };
}

function framed({ main, listed }: Body, view: View, assets: PageAssets): string {
  const { report, language, plan, isMany } = view;
  const [first] = report.institutions;
  const name = first?.name ?? first?.id ?? '';
  const title =
    isMany || !first ? inWords(PAGE_WORDS.audit, { count: report.institutions.length }) : { zh: name, en: name };
  const titles = { zh: `${title.zh} · ${FORMAT_WORDS.title.zh}`, en: `${title.en} · ${FORMAT_WORDS.title.en}` };
  const total = SEVERITIES.reduce((sum, severity) => sum + report.summary.findings[severity], 0);
  const csp = `default-src 'none'; style-src 'sha256-${assets.styleHash}'; script-src 'sha256-${assets.scriptHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const head = `<!doctype html>
<html lang="${LANG[language]}" data-lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${html`<title data-zh="${titles.zh}" data-en="${titles.en}">${titles[language]}</title>`.text}
<style>${assets.style}</style>
</head>
`;
  const body = html`<body>
${iconSheet()}
<a class="skip" href="#main">${both(PAGE_WORDS.skip)}</a>
<header><div class="top"><p class="kicker">${both(FORMAT_WORDS.title)}</p>${switches(language)}</div>
<h1>${both(title)}</h1>
<p class="plan">${both(plan.title)}</p>
${facts(report, first, isMany)}</header>
<div class="frame">${contents(main)}
<main id="main" tabindex="-1">
${listed < total && html`<p class="notice">${both(PAGE_WORDS.unlisted, { total, listed, count: total - listed })}</p>`}
${main}</main></div>
<footer><h2>${both(PAGE_WORDS.about)}</h2><p>${both(PAGE_WORDS.aboutText, { version: report.tool.version, plan: report.plan.id, asOf: report.asOf })}</p>
<p><small>${both(PAGE_WORDS.digest)} <code>${report.plan.digest.slice(0, 12)}</code></small></p></footer>
`;
  return `${head}${body.text}<script>${assets.script}</script>\n</body>\n</html>\n`;
}

const LANG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

function inWords(words: Wording, params: Parameters<typeof fill>[1]): Wording {
  return { zh: fill(words, params, 'zh'), en: fill(words, params, 'en') };
}

function facts(report: Report, first: InstitutionReport | undefined, isMany: boolean): Markup {
  const rows = report.institutions.reduce((sum, each) => sum + filesAndRows(each).rows, 0);
  const { asOf, summary } = report;
  return html`<p class="facts"><span>${both(REPORT_WORDS.asOf)} <b>${asOf}</b></span>${
    !isMany &&
    first &&
    html`<span>${both(REPORT_WORDS.stage)} <b>${both(STAGE_WORDS[first.stage])}</b></span><span><code>${first.id}</code></span>`
  }<span>${both(PAGE_WORDS.filesCount, { files: summary.files, rows })}</span></p>`;
}

/** The switches of language and appearance, which the script shows. */
function switches(language: Language): Markup {
  const button = (name: string, value: string, words: Markup, pressed: boolean): Markup =>
    html`<button type="button" data-${new Markup(name)}="${value}" aria-pressed="${pressed ? 'true' : 'false'}">${words}</button>`;
  return html`<div class="switches" hidden><div role="group" aria-labelledby="switch-lang"><span class="vh" id="switch-lang">${both(PAGE_WORDS.language)}</span>${button('set-lang', 'zh', html`<span lang="zh-Hans">中文</span>`, language === 'zh')}${button('set-lang', 'en', html`<span lang="en-GB">English</span>`, language === 'en')}</div><div role="group" aria-labelledby="switch-theme"><span class="vh" id="switch-theme">${both(PAGE_WORDS.theme)}</span>${button('set-theme', '', both(PAGE_WORDS.auto), true)}${button('set-theme', 'light', both(PAGE_WORDS.light), false)}${button('set-theme', 'dark', both(PAGE_WORDS.dark), false)}</div></div>`;
}

/** The contents, read from the sections that were written. */
function contents({ text }: Markup): Markup {
  const heads = [...text.matchAll(/<h2 id="([a-z-]+)-h">(.*?)<\/h2>/g)];
  return html`<nav aria-labelledby="contents-h"><h2 class="vh" id="contents-h">${both(PAGE_WORDS.contents)}</h2><ul>${heads.map(
    ([, id = '', title = '']) => html`<li><a href="#${id}">${new Markup(title)}</a></li>`,
  )}</ul></nav>`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
