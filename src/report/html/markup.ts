/** Pieces of HTML: a template that escapes every text put into it, so that only what the page itself wrote is markup. */

import { forXml } from '../../text/escape.js';
import { fillBoth } from '../../text/fill.js';
import { redact } from '../../text/redact.js';
import type { Params, Wording } from '../../types.js';

/** Markup that was made here, and so is safe to put into other markup. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What can be put into a template: texts and numbers, which are escaped, markup, and nothing. */
export type Piece = string | number | Markup | false | undefined | readonly Piece[];

/** Nothing. */
export const NONE = new Markup('');

/** Returns the template with its values escaped. Attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = strings[0] ?? '';
  pieces.forEach((piece, i) => {
    text += written(piece) + (strings[i + 1] ?? '');
  });
  return new Markup(text);
}

function written(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if (piece === false || piece === undefined) return '';
  return piece.map(written).join('');
}

/** Whether something may have to be escaped; most texts have nothing of the kind, and they are many. */
const SPECIAL = /[&<>"'\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]|::|##/u;

function escaped(text: string): string {
  const masked = redact(text);
  return SPECIAL.test(masked) ? forXml(masked) : masked;
}

/** What words became, since those of the page and of the rules come again and again. */
const known = new WeakMap<Wording, Markup>();

/** Returns the wording in both languages, filled if there are values for it; the style shows the one that is chosen. */
export function both(words: Wording, params?: Params): Markup {
  if (params) return spans(fillBoth(words, params));
  const markup = known.get(words) ?? spans(words);
  known.set(words, markup);
  return markup;
}

function spans({ zh, en }: Wording): Markup {
  return zh === en ? html`${zh}` : html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;
}

/** Returns a citation, which is Chinese in both languages. */
export function citation(text: string): Markup {
  return html`<span class="cite" lang="zh-Hans">${text}</span>`;
}

/** Returns citations beside one another, with a comma of their own language, which is half the size of one of either. */
export function citations(texts: readonly string[]): Markup {
  return html`${texts.map((text, i) => [i > 0 && '、', citation(text)])}`;
}

/** Returns pieces with a comma of either language between them. */
export function listed(pieces: readonly Piece[]): Markup {
  return html`${pieces.map((piece, i) => [i > 0 && both(COMMA), piece])}`;
}

/** Returns many wordings as one with commas. */
export function enumerated(words: readonly Wording[]): Markup {
  const joined = (language: 'zh' | 'en'): string => words.map((each) => each[language]).join(COMMA[language]);
  return both({ zh: joined('zh'), en: joined('en') });
}

const COMMA: Wording = { zh: '、', en: ', ' };
