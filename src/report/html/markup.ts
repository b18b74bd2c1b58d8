/** Pieces of HTML: a template that escapes every text put into it, so that only what the page itself wrote is markup. */
import { fillBoth } from '../../text/fill.js';
import { redact } from '../../text/redact.js';
import type { Params, Wording } from '../../types.js';
import { forXml } from '../escape.js';

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
  if (typeof piece === 'string') return forXml(redact(piece));
  if (typeof piece === 'number') return String(piece);
  if (piece === false || piece === undefined) return '';
  return piece.map(written).join('');
}

/** Returns the wording in both languages, filled if there are values for it; the style shows the one that is chosen. */
export function both(words: Wording, params?: Params): Markup {
  const { zh, en } = params ? fillBoth(words, params) : words;
  return zh === en ? html`${zh}` : html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;
}

/** Returns a citation, which is Chinese in both languages. */
export function citation(text: string): Markup {
  return html`<span class="cite" lang="zh-Hans">${text}</span>`;
}

/** Returns pieces with a comma of either language between them. */
export function listed(pieces: readonly Piece[]): Markup {
  return html`${pieces.map((piece, i) => (i === 0 ? piece : [both(COMMA), piece]))}`;
}

const COMMA: Wording = { zh: '、', en: ', ' };
