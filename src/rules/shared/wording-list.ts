/** Several words as a list, in both languages. */
import type { Wording } from '../../types.js';

/** Returns the words joined as each language does it: 桌椅、门把手 and "desks and chairs, door handles". */
export function listOf(words: readonly Wording[]): Wording {
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}
