/** Escapes text from the input for each kind of output. */

/**
 * Control characters (C0, DEL, C1), format characters (zero-width, bidirectional, tags), lone surrogates and the line
 * separators: whatever could move the cursor, hide text or reorder it. `util.stripVTControlCharacters` leaves most.
 */
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** How commands to the runners of GitHub, Azure and TeamCity begin, wherever in a line they stand. */
const RUNNER_COMMAND = /##(?=(?:vso|teamcity)?\[)/gi;

/** Returns the text safe for a terminal or a CI log: dangerous characters are made visible, workflow commands broken. */
export function forTerminal(text: string): string {
  return breakCommands(text.replace(DANGEROUS, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`));
}

/** Returns the text without commands to a CI runner, also such as come about where safe pieces are joined. */
export function breakCommands(text: string): string {
  return text.replace(/:(?=:)/g, ':\\').replace(RUNNER_COMMAND, '#\\#');
}

/** Returns JSON whose strings hold none of these raw; JSON.stringify leaves DEL, C1 and all format characters. */
export function forJson(json: string): string {
  const units = (found: string): string[] => Array.from({ length: found.length }, (_, i) => hexOf(found.charCodeAt(i)));
  return json
    .replace(DANGEROUS, (found) => (found === '\n' ? found : units(found).join('')))
    .replace(RUNNER_COMMAND, '#\\u0023');
}

function hexOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** Returns the text safe inside a Markdown table cell or paragraph. */
export function forMarkdown(text: string): string {
  return text.replace(DANGEROUS, ' ').replace(/([\\|*_`[\]<>])/g, '\\$1');
}
