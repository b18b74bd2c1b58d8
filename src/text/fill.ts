/**
 * Puts values into a wording: `{count}` is the value, and `{count:cell|cells}` the first word where it is 1, else the
 * second, for English.
 */
import type { Language, Params, Wording } from '../types.js';

const PLACEHOLDER = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * Returns the wording in the language with its placeholders filled.
 *
 * @throws {Error} if a placeholder has no value: a message must never show a bare `{name}` or `undefined`.
 */
export function fill(wording: Wording, params: Params, language: Language): string {
  return wording[language].replace(PLACEHOLDER, (_, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) throw new Error(`no value for {${name}} in "${wording.en}"`);
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** Whether two wordings that are the same say the same with these values. */
export function isSaidAlike(one: Params, other: Params): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}

function isSame(one: Params[string] | undefined, other: Params[string] | undefined): boolean {
  if (one === other) return true;
  return typeof one === 'object' && typeof other === 'object' && one.zh === other.zh && one.en === other.en;
}

/** Returns the wording in both languages with its placeholders filled. */
export function fillBoth(wording: Wording, params: Params): Wording {
  return { zh: fill(wording, params, 'zh'), en: fill(wording, params, 'en') };
}
