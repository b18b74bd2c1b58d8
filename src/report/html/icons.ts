/** The small signs beside words, so that nothing is told apart by colour alone. */
import type { Outcome, Severity } from '../../types.js';
import { html, Markup } from './markup.js';

/** A tone: what a colour means. */
export type Tone = 'good' | 'bad' | 'warn' | 'mute';

/** The tone of each outcome. */
export const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  pass: 'good',
  fail: 'bad',
  'not-evidenced': 'bad',
  warn: 'warn',
  waived: 'warn',
  'not-run': 'mute',
  'not-yet': 'mute',
  'not-applicable': 'mute',
  'on-site': 'mute',
};

/** The tone of each severity. */
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'mute' };

/** Strokes in a square of 16. */
const SHAPES = {
  pass: 'M3 8.5l3.2 3.2L13 4.8',
  fail: 'M4 4l8 8M12 4l-8 8',
  'not-evidenced': 'M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1 .8-1 1.6M8 12.4v.2',
  warn: 'M8 3.2v6M8 12.3v.2',
  waived: 'M8 2.5l4.8 1.8v3.4c0 3-2 4.8-4.8 5.8-2.8-1-4.8-2.8-4.8-5.8V4.3z',
  'not-run': 'M3.5 8h.2M8 8h.2M12.5 8h.2',
  'not-yet': 'M8 4.2V8l2.6 1.6M8 2a6 6 0 1 0 .01 0',
  'not-applicable': 'M4 8h8',
  'on-site': 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 6.5a1.5 1.5 0 1 0 .01 0',
} as const satisfies Record<Outcome, string>;

/** Returns the definitions of all signs, to stand once in the page. */
export function iconSheet(): Markup {
  const symbols = Object.entries(SHAPES).map(
    ([name, path]) => `<symbol id="s-${name}" viewBox="0 0 16 16"><path d="${path}"/></symbol>`,
  );
  return new Markup(`<svg class="sheet" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`);
}

/** Returns a sign. It says nothing by itself: words stand beside it. */
export function icon(name: Outcome): Markup {
  return new Markup(`<svg class="i" aria-hidden="true"><use href="#s-${name}"/></svg>`);
}

/** Returns a word with its sign in the colour of a tone. */
export function badge(tone: Tone, sign: Outcome, word: Markup): Markup {
  return html`<span class="badge ${tone}">${icon(sign)}${word}</span>`;
}
