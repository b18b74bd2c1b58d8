/** The fields by which a page is narrowed. The script shows them; without it everything is there. */
import type { Language, Wording } from '../../types.js';
import { both, html, type Markup } from './markup.js';
import { PAGE_WORDS } from './words.js';

/** Returns the field for the words to look for. */
export function textField(language: Language): Markup {
  const { zh, en } = PAGE_WORDS.textHint;
  return html`<label><span>${both(PAGE_WORDS.text)}</span><input type="search" name="text" autocomplete="off" placeholder="${PAGE_WORDS.textHint[language]}" data-placeholder-zh="${zh}" data-placeholder-en="${en}"></label>`;
}

/** Returns a choice, in the language of the page; the script puts it into the other. */
export function option(value: string, words: Wording, language: Language): Markup {
  return html`<option value="${value}" data-zh="${words.zh}" data-en="${words.en}">${words[language]}</option>`;
}

/** Returns where the script says how many are shown. */
export function shownCount(): Markup {
  return html`<output data-zh="${PAGE_WORDS.shown.zh}" data-en="${PAGE_WORDS.shown.en}"></output>`;
}
