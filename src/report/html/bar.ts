/** A bar of parts, each as long as its number, and the numbers in words beside it. */

import type { Outcome, Wording } from '../../types.js';
import { badge, type Tone } from './icons.js';
import { both, html, type Markup, NONE } from './markup.js';

/** A part of a bar. */
export interface Part {
  readonly words: Wording;
  readonly sign: Outcome;
  readonly tone: Tone;
  readonly count: number;
}

/** Length of the whole bar in its own units. */
const LENGTH = 1000;

/** Returns the bar. It is no text alternative: the numbers must stand beside it. */
export function bar(parts: readonly Part[]): Markup {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return NONE;
  let before = 0;
  const pieces = parts.map(({ tone, sign, count }) => {
    const x = Math.round((before / total) * LENGTH);
    before += count;
    const width = Math.round((before / total) * LENGTH) - x;
    return width > 0 && html`<rect class="${tone} o-${sign}" x="${x}" width="${width}" height="8"/>`;
  });
  return html`<svg class="bar" viewBox="0 0 ${LENGTH} 8" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

/** Returns the numbers of the parts that there are, in words. */
export function legend(parts: readonly Part[]): Markup {
  const shown = parts.filter(({ count }) => count > 0);
  return html`<ul class="legend">${shown.map(
    ({ words, sign, tone, count }) => html`<li>${badge(tone, sign, both(words))} <b>${count}</b></li>`,
  )}</ul>`;
}
