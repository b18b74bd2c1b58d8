/**
 * Pieces of the charts: SVG as text, everything put into it escaped. Charts carry both languages and no colours: the page
 * shows one language by the classes `zh` and `en`, and gives colours to classes.
 */

import { forXml } from '../../text/escape.js';
import { fillBoth } from '../../text/fill.js';
import type { Params, Wording } from '../../types.js';

/** What a chart is, for those who can't see it, and how large. Lengths are pixels at its natural size. */
export interface Frame {
  /** Unlike that of any other chart of the page. */
  readonly id: string;
  readonly sort: string;
  readonly width: number;
  readonly height: number;
  readonly title: Wording;
  /** What can be seen in it. */
  readonly description: Wording;
}

/** A chart as rows, for screen readers and whoever wants the numbers. */
export interface ChartTable {
  readonly columns: readonly Wording[];
  readonly rows: readonly (readonly (string | number | Wording)[])[];
}

/** Returns a whole chart. */
export function chart({ id, sort, width, height, title, description }: Frame, content: readonly string[]): string {
  const name = forXml(id);
  return [
    `<svg class="chart ${sort}" id="${name}" role="img" aria-labelledby="${name}-t ${name}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${name}-t">${inOne(title)}</title><desc id="${name}-d">${inOne(description)}</desc>`,
    ...content,
    '</svg>',
  ].join('');
}

/** Where a text stands: its anchor, on the base line. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'middle' | 'end';
  readonly class?: string;
}

/** Returns a text of the chart, in both languages where they differ. */
export function text(words: Wording | string | number, { x, y, anchor, class: sort }: TextPlace): string {
  const attributes = [
    ` x="${short(x)}" y="${short(y)}"`,
    anchor ? ` text-anchor="${anchor}"` : '',
    sort === undefined ? '' : ` class="${sort}"`,
  ].join('');
  return `<text${attributes}>${spans(words)}</text>`;
}

function spans(words: Wording | string | number): string {
  if (typeof words !== 'object') return forXml(String(words));
  if (words.zh === words.en) return forXml(words.zh);
  return `<tspan class="zh" lang="zh-CN">${forXml(words.zh)}</tspan><tspan class="en" lang="en">${forXml(words.en)}</tspan>`;
}

/** Returns what is shown when the pointer rests on a shape. No markup can stand in it, so both languages do. */
export function tip(words: Wording, params: Params = {}): string {
  return `<title>${inOne(fillBoth(words, params))}</title>`;
}

function inOne({ zh, en }: Wording): string {
  return forXml(zh === en ? zh : `${zh} / ${en}`);
}

/** Returns a length with one decimal at most. */
export function short(length: number): string {
  return String(Math.round(length * 10) / 10);
}
