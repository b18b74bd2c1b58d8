/** The overview of an audit: who may resume, the matrix of institutions and chapters, what is missed most. */

import { headingOf, type Plan } from '../../plan/plan.js';
import { groupedBy } from '../../rules/shared/grouped-by.js';
import { type InstitutionReport, type Outcome, type RuleResult, SEVERITIES, type Wording } from '../../types.js';
import { AUDIT_VERDICT_WORDS, AUDIT_VERDICTS, type AuditVerdict } from '../audit-verdict.js';
import { messageOf } from '../finding-text.js';
import { titleOf } from '../rule-text.js';
import { errorsOfForm } from '../verdict.js';
import { OUTCOME_WORDS, SEVERITY_WORDS } from '../words.js';
import { bar, legend } from './bar.js';
import { option, shownCount, textField } from './filter.js';
import { inBoth } from './findings.js';
import { badge, icon, OUTCOME_TONES, SEVERITY_TONES, type Tone } from './icons.js';
import { both, citation, citations, html, listed, type Markup, NONE } from './markup.js';
import { onSite } from './parts.js';
import { demand } from './requirement.js';
import { anchor, section, type View } from './view.js';
import { PAGE_WORDS } from './words.js';

/** The tone and the sign of each verdict. */
export const VERDICT_LOOKS: Readonly<Record<AuditVerdict, { tone: Tone; sign: Parameters<typeof badge>[1] }>> = {
  passes: { tone: 'good', sign: 'pass' },
  waived: { tone: 'good', sign: 'waived' },
  fails: { tone: 'bad', sign: 'fail' },
  undecided: { tone: 'warn', sign: 'not-evidenced' },
  absent: { tone: 'bad', sign: 'not-applicable' },
};

/** Reasons shown for an institution that may not resume, and requirements that are missed most. */
const REASONS_SHOWN = 3;
const RULES_SHOWN = 10;
/** Names of one list that stand open from the start. */
const MOST_OPEN = 12;

/** Rows of the matrix below which its heads stay in sight by themselves. */
const MOST_BELOW = 25;

/** An institution with its number in the report, from which its anchors are made. */
export interface Numbered {
  readonly one: InstitutionReport;
  readonly number: number;
  readonly verdict: AuditVerdict;
  /** Whether the page has a section of it. */
  readonly unfolds: boolean;
}

/** Returns the name of an institution, linked to its section where there is one. */
export function nameOf({ one, number, unfolds }: Numbered): Markup {
  const name = one.name ?? one.id;
  return unfolds ? html`<a href="#i${number}">${name}</a>` : html`${name}`;
}

/** Returns a verdict with its sign. */
export function verdictBadge(verdict: AuditVerdict): Markup {
  const { tone, sign } = VERDICT_LOOKS[verdict];
  return badge(tone, sign, both(AUDIT_VERDICT_WORDS[verdict]));
}

/** Returns the sections of the overview. */
export function overview(all: readonly Numbered[], view: View): Markup {
  const { summary } = view.report;
  const parts = AUDIT_VERDICTS.map((verdict) => ({
    ...VERDICT_LOOKS[verdict],
    words: AUDIT_VERDICT_WORDS[verdict],
    count: all.filter((each) => each.verdict === verdict).length,
  }));
  const total = SEVERITIES.reduce((sum, severity) => sum + summary.findings[severity], 0);
  const severities = SEVERITIES.map((severity) => ({
    words: SEVERITY_WORDS[severity],
    tone: SEVERITY_TONES[severity],
    sign: ({ error: 'fail', warning: 'warn', info: 'not-run' } as const)[severity],
    count: summary.findings[severity],
  }));
  return html`${section(
    'verdict',
    both(PAGE_WORDS.verdict),
    html`<div class="head"><div class="counts"><h3>${both(PAGE_WORDS.institutionCount, { count: all.length })}</h3>${bar(parts)}${legend(parts)}</div><div class="counts"><h3>${both(PAGE_WORDS.findings, { count: total })}</h3>${bar(severities)}${legend(severities)}</div></div>`,
    who(all, view),
  )}
${section('matrix', both(PAGE_WORDS.matrix), html`<p>${both(PAGE_WORDS.matrixNote)}</p>`, matrix(all, view))}
${most(all, view)}`;
}

const open = (one: InstitutionReport): RuleResult[] =>
  one.rules.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-evidenced');

/** Who may resume, and who may not and why. */
function who(all: readonly Numbered[], view: View): Markup {
  const of = (...verdicts: AuditVerdict[]): Numbered[] => all.filter(({ verdict }) => verdicts.includes(verdict));
  const names = (those: readonly Numbered[]): Markup =>
    html`<ul class="names">${those.map(
      (each) => html`<li>${nameOf(each)}${each.verdict === 'waived' && html` ${verdictBadge('waived')}`}</li>`,
    )}</ul>`;
  const reasons = (those: readonly Numbered[]): Markup =>
    html`<ul class="reasons">${[...those]
      .sort((a, b) => b.one.summary.findings.error - a.one.summary.findings.error)
      .map(
        (each) =>
          html`<li>${each.verdict !== 'fails' && verdictBadge(each.verdict)} ${nameOf(each)}<span class="why">${why(each, view)}</span></li>`,
      )}</ul>`;
  const group = (words: Wording, tone: Tone, those: readonly Numbered[], list: typeof names): Markup =>
    html`<details class="who ${tone}"${those.length <= MOST_OPEN && html` open`}><summary><h3>${both(words)}</h3> <b>${those.length}</b></summary>${
      those.length > 0 ? list(those) : html`<p>${both(PAGE_WORDS.nobody)}</p>`
    }</details>`;
  const undecided = of('undecided');
  return html`<div class="whos">${group(PAGE_WORDS.mayNot, 'bad', of('fails', 'absent'), reasons)}${
    undecided.length > 0 && group(PAGE_WORDS.open, 'warn', undecided, reasons)
  }${group(PAGE_WORDS.mayResume, 'good', of('passes', 'waived'), names)}</div>`;
}

/** The first reasons why an institution may not resume. */
function why({ one }: Numbered, view: View): Markup {
  const demands = open(one);
  const inputs = errorsOfForm(one);
  const count = demands.length + inputs.length;
  if (count === 0) {
    const results = one.rules.filter(({ outcome }) => outcome === 'not-run');
    const [first] = results;
    return html`${both(OUTCOME_WORDS['not-run'])} ${results.length} ${first?.reason && both(first.reason)}`;
  }
  const shown = [
    ...demands
      .slice(0, REASONS_SHOWN)
      .map((result) => html`<a href="#req-${result.id}">${both(titleOf(result, view.rules))}</a>`),
    ...inputs.slice(0, REASONS_SHOWN).map((finding) => both(inBoth((language) => messageOf(finding, language)))),
  ].slice(0, REASONS_SHOWN);
  return html`${listed(shown)}${count > REASONS_SHOWN && html` ${both(PAGE_WORDS.more, { count })}`}`;
}

function matrix(all: readonly Numbered[], view: View): Markup {
  const { plan } = view;
  const chapters = plan.headings.filter(({ key }) =>
    all.some(({ one }) => one.rules.some((result) => headingOf(plan, result) === key && result.outcome !== 'on-site')),
  );
  const head = (label: Markup, kind: string): Markup =>
    html`<th scope="col" class="${kind}"><span class="label">${label}</span></th>`;
  const rows = all.map((each) => {
    const { verdict } = each;
    const byChapter = groupedBy(each.one.rules, (result) => headingOf(plan, result) ?? '');
    const cells = chapters.map(({ key }) => cell(byChapter.get(key) ?? [], each, key));
    const missed = chapters.filter(({ key }) => (byChapter.get(key) ?? []).some(isOpen)).map(({ key }) => key);
    return html`<tr data-verdict="${verdict}" data-chapters="${missed.join(' ')}" data-of="i${each.number}"><th scope="row">${nameOf(each)}</th><td data-v="${AUDIT_VERDICTS.indexOf(verdict)}">${verdictBadge(verdict)}</td>${SEVERITIES.slice(
      0,
      2,
    ).map((severity) => html`<td class="num">${each.one.summary.findings[severity]}</td>`)}${cells}</tr>
`;
  });
  return html`${filter(all, chapters, view)}<div class="wide${all.length > MOST_BELOW && ' tall'}" tabindex="0" role="group" aria-labelledby="matrix-h"><table class="matrix"><caption class="vh">${both(PAGE_WORDS.matrix)}</caption><thead><tr>${head(both(PAGE_WORDS.institution), 'text')}${head(both(PAGE_WORDS.verdict), 'rank')}${SEVERITIES.slice(
    0,
    2,
  ).map((severity) =>
    head(both(SEVERITY_WORDS[severity]), 'number'),
  )}${chapters.map(({ citation: cited, title }) => head(html`${citation(cited)} ${both(title)}`, 'upright'))}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

const isOpen = ({ outcome }: RuleResult): boolean => outcome === 'fail' || outcome === 'not-evidenced';

function cell(results: readonly RuleResult[], { number, unfolds }: Numbered, key: string): Markup {
  const count = results.filter(isOpen).length;
  if (count > 0) {
    const said = html`${count}<span class="vh"> ${both(PAGE_WORDS.cellFailed, { count: '' })}</span>`;
    return html`<td class="cell bad">${unfolds ? html`<a href="#i${number}-${key}">${said}</a>` : said}</td>`;
  }
  const [tone, sign, value, words] = results.some(({ outcome }) => outcome === 'warn')
    ? (['warn', '!', 0.5, PAGE_WORDS.cellWarned] as const)
    : results.some(({ outcome }) => outcome === 'pass' || outcome === 'waived')
      ? (['good', '✓', 0, PAGE_WORDS.cellPassed] as const)
      : (['mute', '·', -1, PAGE_WORDS.cellNone] as const);
  return html`<td class="cell ${tone}" data-v="${value}"><span aria-hidden="true">${sign}</span><span class="vh">${both(words)}</span></td>`;
}

/** Narrows the institutions. The script shows it; without it all are there. */
function filter(all: readonly Numbered[], chapters: readonly Plan['headings'][number][], { language }: View): Markup {
  const there = AUDIT_VERDICTS.filter((verdict) => all.some((each) => each.verdict === verdict));
  return html`<form class="filter" data-filter="tbody tr" hidden>${textField(language)}<label><span>${both(PAGE_WORDS.verdict)}</span><select name="verdict">${option('', PAGE_WORDS.all, language)}${there.map(
    (verdict) => option(verdict, AUDIT_VERDICT_WORDS[verdict], language),
  )}</select></label><label><span>${both(PAGE_WORDS.chapter)}</span><select name="chapters">${option('', PAGE_WORDS.all, language)}${chapters.map(
    ({ key, citation: cited, title }) =>
      option(key, { zh: `${cited} ${title.zh}`, en: `${cited} ${title.en}` }, language),
  )}</select></label>${shownCount()}</form>`;
}

/** The requirements that most institutions do not meet. */
function most(all: readonly Numbered[], view: View): Markup {
  const missed = groupedBy(
    all.flatMap(({ one }) => open(one)),
    ({ id }) => id,
  );
  const ranked = [...missed].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).slice(0, RULES_SHOWN);
  if (ranked.length === 0) return NONE;
  return section(
    'most',
    both(PAGE_WORDS.most),
    html`<table class="plain"><caption class="vh">${both(PAGE_WORDS.most)}</caption><thead><tr><th scope="col">${both(PAGE_WORDS.demand)}</th><th scope="col">${both(PAGE_WORDS.clause)}</th><th scope="col" class="num">${both(PAGE_WORDS.who)}</th><td class="share"></td></tr></thead><tbody>${ranked.map(
      ([id, [first, ...rest]]) =>
        first &&
        html`<tr><th scope="row"><a href="#req-${id}">${both(titleOf(first, view.rules))}</a></th><td>${citations(first.clauses)}</td><td class="num">${rest.length + 1}</td><td class="share">${bar(
          [
            { words: PAGE_WORDS.who, sign: 'fail', tone: 'bad', count: rest.length + 1 },
            { words: PAGE_WORDS.who, sign: 'not-applicable', tone: 'mute', count: all.length - rest.length - 1 },
          ],
        )}</td></tr>`,
    )}</tbody></table>`,
  );
}

/** The outcomes of a requirement, the one first that stands for all institutions together. */
const FIRST_TOLD: readonly Outcome[] = ['fail', 'not-evidenced', 'warn', 'waived', 'not-run', 'pass', 'not-yet'];

/** Returns every requirement once: what it asks, and who does not meet it. */
export function catalogue(all: readonly Numbered[], view: View): Markup {
  const { plan } = view;
  const results = new Map<string, RuleResult>();
  const outcomes = new Map<string, Set<Outcome>>();
  for (const result of all.flatMap(({ one }) => one.rules)) {
    results.set(result.id, result);
    outcomes.set(result.id, (outcomes.get(result.id) ?? new Set()).add(result.outcome));
  }
  const signOf = (id: string): Outcome =>
    FIRST_TOLD.find((outcome) => outcomes.get(id)?.has(outcome)) ?? 'not-applicable';
  const missing = new Map<string, Numbered[]>();
  for (const each of all) {
    for (const { id } of open(each.one)) missing.set(id, [...(missing.get(id) ?? []), each]);
  }
  const byChapter = groupedBy(
    [...results.values()].filter(({ outcome }) => outcome !== 'on-site'),
    (result) => headingOf(plan, result) ?? '',
  );
  const chapters = plan.headings.map(({ key, citation: cited, title }) => {
    const own = byChapter.get(key) ?? [];
    if (own.length === 0) return NONE;
    return html`<details class="chapter"><summary><h3>${citation(cited)} ${both(title)}</h3><span class="score">${own.length}</span></summary>${own.map(
      (result) => {
        const those = missing.get(result.id) ?? [];
        const sign = signOf(result.id);
        return html`<details class="req asked ${OUTCOME_TONES[sign]}"${anchor(`req-${result.id}`, view)}><summary>${icon(sign)}<span class="title">${both(titleOf(result, view.rules))}${
          those.length > 0 && html` <span class="count">×${those.length}</span>`
        }</span><span class="cites">${citations(result.clauses)}</span></summary><div class="body">${
          those.length > 0 &&
          html`<p>${both(PAGE_WORDS.notMetBy)}</p><ul class="inline">${those.map((each) => html`<li>${nameOf(each)}</li>`)}</ul>`
        }${demand(result.id, result.clauses, view)}</div></details>
`;
      },
    )}</details>
`;
  });
  if (results.size === 0) return NONE;
  const looks = onSite([...results.values()]);
  return html`${section('requirements', both(PAGE_WORDS.requirements), html`<p>${both(PAGE_WORDS.requirementsNote)}</p>`, chapters)}${
    looks !== NONE && section('on-site', both(PAGE_WORDS.onSite), looks)
  }`;
}
