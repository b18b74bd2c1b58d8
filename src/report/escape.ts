/** Escapes text from the input for each kind of output. */

/**
 * Control characters (C0, DEL, C1), format characters (zero-width, bidirectional, tags), lone surrogates and the line
 * separators: whatever could move the cursor, hide text or reorder it. `util.stripVTControlCharacters` leaves most.
 */
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Returns the text safe for a terminal or a CI log: dangerous characters are made visible, workflow commands broken. */
export function forTerminal(text: string): string {
  return text
    .replace(DANGEROUS, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/:(?=:)/g, ':\\')
    .replace(/##(?=\[)/g, '#\\#');
}

/** Returns JSON whose strings hold none of these raw; JSON.stringify leaves DEL, C1 and all format characters. */
export function forJson(json: string): string {
  const units = (found: string): string[] => Array.from({ length: found.length }, (_, i) => hexOf(found.charCodeAt(i)));
  return json.replace(DANGEROUS, (found) => (found === '\n' ? found : units(found).join('')));
}

function hexOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** Returns the text safe inside a Markdown table cell or paragraph. */
export function forMarkdown(text: string): string {
  return text.replace(DANGEROUS, ' ').replace(/([\\|*_`[\]<>])/g, '\\$1');
}
