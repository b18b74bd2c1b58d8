/**
 * The report as one HTML page that needs nothing else. Functions instead of Handlebars templates: the compiler checks
 * their values, nothing is unescaped by mistake, and the size of each part is known, which decides what fits.
 */

import type { Plan } from '../../plan/plan.js';
import type { Rule } from '../../rules/rule.js';
import { fill } from '../../text/fill.js';
import { type InstitutionReport, type Language, type Report, SEVERITIES, type Wording } from '../../types.js';
import { howToListAll } from '../exact.js';
import { FORMAT_WORDS } from '../format-words.js';
import { judgedOf } from '../judged.js';
import { byId } from '../rule-text.js';
import { REPORT_WORDS, STAGE_WORDS } from '../words.js';
import { alone, type Body, bytesOf, type Measured, several } from './body.js';
import { iconSheet } from './icons.js';
import { filesAndRows } from './institution.js';
import { listing } from './listing.js';
import { both, html, Markup, NONE } from './markup.js';
import type { View } from './view.js';
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
  /** Whether nothing is left out, however large the page becomes. No if absent. */
  readonly all?: boolean;
  /** Findings that are listed at most, and bytes of the page. */
  readonly mostFindings?: number;
  readonly mostBytes?: number;
}

const MOST_FINDINGS = 5000;
const MOST_BYTES = 5_000_000;
/** Kept for the contents and for the sentences that say what is left out, besides the rest of the frame. */
const RESERVE = 10_000;
/** How often the lists of findings are written anew to find how many fit. */
const MOST_TRIES = 4;
/** The share of the room at which a page is full enough, and the one that is aimed at. */
const FULL = 0.9;
const AIM = 0.95;

/** Returns the report as a page. What does not fit is left out and counted: pictures first, then findings, then sections. */
export function toHtml(report: Report, options: HtmlOptions): string {
  const { language, plan, kindTitle, assets, all = false } = options;
  const [mostFindings, mostBytes] = all
    ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [options.mostFindings ?? MOST_FINDINGS, options.mostBytes ?? MOST_BYTES];
  const { institutions } = report;
  const isMany = institutions.length > 1;
  const judged = judgedOf(report);
  const rules = byId(options.rules);
  const viewOf = (most: number): View => {
    const shown = listing(judged, most);
    return { report, language, rules, plan, kindTitle, isMany, all, listing: shown, anchors: new Set() };
  };
  const none = viewOf(0);
  const frame = framed({ main: NONE, listed: 0 }, none, assets);
  const room = mostBytes - RESERVE - bytesOf(frame);
  const bodyOf = isMany ? several(none, room) : (view: View): Measured => alone(view, room);
  const write = (most: number): { most: number; body: Measured; view: View } => {
    const view = most === 0 ? none : viewOf(most);
    return { most, body: bodyOf(view), view };
  };
  const known = judged.reduce((sum, one) => sum + one.findings.length, 0);
  let tooMany = write(Math.min(mostFindings, known));
  if (tooMany.body.wanted <= room || tooMany.most === 0) return framed(tooMany.body.written(), tooMany.view, assets);
  let fitting = write(0);
  for (let tries = 0; tries < MOST_TRIES && fitting.body.wanted < room * FULL; tries++) {
    const [least, wanted] = [fitting.body.wanted, tooMany.body.wanted];
    const share = Math.min(0.9, Math.max(0.1, (AIM * room - least) / (wanted - least)));
    const most = Math.floor(fitting.most + share * (tooMany.most - fitting.most));
    if (most === fitting.most) break;
    const tried = write(most);
    if (tried.body.wanted > room) tooMany = tried;
    else fitting = tried;
  }
  return framed(fitting.body.written(), fitting.view, assets);
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
${listed < total && notice(total, listed, view)}
${main}</main></div>
<footer><h2>${both(PAGE_WORDS.about)}</h2><p>${both(PAGE_WORDS.aboutText, { version: report.tool.version, plan: report.plan.id, asOf: report.asOf })}</p>
<p><small>${both(PAGE_WORDS.digest)} <code>${report.plan.digest.slice(0, 12)}</code></small></p>
<p><small># <span id="link-words">${both(PAGE_WORDS.link)}</span></small></p></footer>
`;
  return `${head}${body.text}<script>${assets.script}</script>\n</body>\n</html>\n`;
}

/** Says how many findings are not listed, and how to have them all. */
function notice(total: number, listed: number, { report, all }: View): Markup {
  const how = howToListAll(report, { all }, true);
  return html`<p class="notice">${both(PAGE_WORDS.unlisted, { total, listed })}${how && html` ${both(how)}`}</p>`;
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
