/** What the page says of one institution at its head: the verdict, the counts, what is to be got and done. */
import { type InstitutionReport, OUTCOMES, type Outcome, SEVERITIES } from '../../types.js';
import { counted, groundsOf, type Needed, toDo, toGet } from '../to-do.js';
import { errorsOfForm, isInScope, verdictSentences, verdictWord } from '../verdict.js';
import { NEXT_STEPS, OUTCOME_WORDS, REPORT_WORDS, SEVERITY_WORDS } from '../words.js';
import { bar, legend, type Part } from './bar.js';
import { badge, icon, OUTCOME_TONES, SEVERITY_TONES, type Tone } from './icons.js';
import { both, citation, citations, html, listed, type Markup, NONE } from './markup.js';
import type { View } from './view.js';
import { PAGE_WORDS } from './words.js';

const TONE_OF = { good: 'good', bad: 'bad', unsure: 'warn' } as const;
const SIGN_OF: Readonly<Record<Tone, Outcome>> = { good: 'pass', bad: 'fail', warn: 'warn', mute: 'not-run' };

/** Returns the verdict in a word and in sentences, what comes next, and the grounds of 八·追责 that failures match. */
export function verdictOfOne(one: InstitutionReport, { rules }: View, withWord: boolean): Markup {
  const zh = verdictSentences(one, rules, 'zh');
  const en = verdictSentences(one, rules, 'en');
  const sentences = zh.map(({ tone, text }, i) => ({
    tone: TONE_OF[tone],
    words: { zh: text, en: en[i]?.text ?? '' },
  }));
  const tone = sentences.some((each) => each.tone === 'bad') ? 'bad' : (sentences[0]?.tone ?? 'warn');
  const isDone = isInScope(one) && one.compliant !== false && errorsOfForm(one).length === 0;
  const grounds = groundsOf(one);
  return html`${withWord && html`<p class="word ${tone}">${icon(SIGN_OF[tone])}${both(verdictWord(one))}</p>`}
<ul class="said">${sentences.map((each) => html`<li class="${each.tone}">${icon(SIGN_OF[each.tone])}<span>${both(each.words)}</span></li>`)}</ul>
${isDone && html`<p class="next">${both(NEXT_STEPS[one.stage])}</p>`}${
  grounds.length > 0 &&
  html`<p class="grounds">${both(REPORT_WORDS.grounds, { grounds: '' })}${listed(
    grounds.map(([ground, times]) => html`<span class="ground">${citation(ground)} ${times}</span>`),
  )}</p>`
}`;
}

/**
 * Returns how many rules had each outcome, as a bar and in numbers, and how many findings of each severity there are. What
 * is to be looked at on site is no rule: it is counted beside them.
 */
export function counts({ rules: results, summary }: InstitutionReport): Markup {
  const parts = OUTCOMES.map(
    (outcome): Part => ({
      words: OUTCOME_WORDS[outcome],
      sign: outcome,
      tone: OUTCOME_TONES[outcome],
      count: summary.rules[outcome],
    }),
  );
  const total = SEVERITIES.reduce((sum, severity) => sum + summary.findings[severity], 0);
  const checked = parts.filter(({ sign }) => sign !== 'on-site');
  const count = results.length - summary.rules['on-site'];
  return html`<div class="counts"><h3>${both(PAGE_WORDS.rules, { count })}</h3>${bar(checked)}${legend(parts)}
<h3>${both(PAGE_WORDS.findings, { count: total })}</h3><ul class="legend">${SEVERITIES.map(
    (severity) =>
      html`<li>${badge(SEVERITY_TONES[severity], SIGN_OF[SEVERITY_TONES[severity]], both(SEVERITY_WORDS[severity]))} <b>${summary.findings[severity]}</b></li>`,
  )}</ul></div>`;
}

/** Returns what is to be got, as a table, or nothing. */
export function shoppingList(items: readonly Needed[]): Markup {
  if (items.length === 0) return NONE;
  return html`<table class="plain"><caption>${both(REPORT_WORDS.shoppingList)}</caption><thead><tr><th scope="col">${both(REPORT_WORDS.item)}</th><th scope="col" class="num">${both(REPORT_WORDS.lacking)}</th><th scope="col">${both(REPORT_WORDS.clause)}</th></tr></thead><tbody>${items.map(
    ({ name, unit, quantity, clauses }) =>
      html`<tr><th scope="row">${both(name)}</th><td class="num">${both(counted(quantity, unit))}</td><td>${citations(clauses)}</td></tr>`,
  )}</tbody></table>`;
}

/** Returns what is to be got and done, or nothing. */
export function work(one: InstitutionReport, { rules }: View): Markup {
  const items = toGet(one.findings);
  const tasks = toDo(one, rules);
  if (items.length + tasks.length === 0) return NONE;
  return html`<div class="work">${shoppingList(items)}${
    tasks.length > 0 &&
    html`<div><h3>${both(REPORT_WORDS.taskList)}</h3><ul class="ticks">${tasks.map(
      ({ advice, clause, rule }) => html`<li>${both(advice)} <a href="#r-${rule}">${citation(clause)}</a></li>`,
    )}</ul></div>`
  }</div>`;
}
