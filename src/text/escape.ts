/**
 * Escapes text from the input for each kind of output. What is written as a whole goes through a door (doors.ts), which
 * holds whether or not its pieces were escaped; pieces are escaped before where their width or their markup depends on it.
 */

import { redact } from './redact.js';

/**
 * Control characters (C0, DEL, C1), format characters (zero-width, bidirectional, tags), lone surrogates, the line
 * separators and what XML can't hold: whatever could move the cursor, hide text or reorder it. `util.stripVTControlCharacters` leaves most.
 */
export const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

/** How commands to the runners of GitHub, Azure and TeamCity begin, wherever in a line they stand. */
export const RUNNER_COMMAND = /##(?=(?:vso|teamcity)?\[)/gi;

/** Returns the text with dangerous characters written as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(DANGEROUS, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Returns the text safe for a terminal or a CI log: dangerous characters are made visible, workflow commands broken. */
export function forTerminal(text: string): string {
  return breakCommands(visible(text));
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

/** Returns a value as JSON without numbers of people: behind an escape such as \n they would not be recognised. */
export function jsonOf(value: unknown, indent?: number): string {
  const redacted = (_: string, each: unknown): unknown => (typeof each === 'string' ? redact(each) : each);
  return forJson(JSON.stringify(value, redacted, indent));
}

function hexOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** What would be a mention, a reference to an issue or a link in Markdown without any sign around it. */
const AUTOMATIC_LINK = /@(?=\w)|#(?=\d)|:(?=\/\/)|\bwww(?=\.)/g;

/** Returns the text safe inside a Markdown table cell or paragraph. */
export function forMarkdown(text: string): string {
  return text
    .replace(DANGEROUS, ' ')
    .replace(/[\\|*_~`[\]<>]|&(?=#?\w+;)/g, '\\$&')
    .replace(AUTOMATIC_LINK, '$&<!-- -->');
}

/** Returns the text as code in a Markdown table. */
export function forMarkdownCode(text: string): string {
  const code = forTerminal(text).replace(/\|/g, '\\|');
  const fence = '`'.repeat(1 + Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length)));
  return fence.length === 1 ? `\`${code}\`` : `${fence} ${code} ${fence}`;
}

/** Returns the text safe in an element or a double-quoted attribute of XML 1.0 and HTML, and in the log of a CI. */
export function forXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return visible(text)
    .replace(/[&<>"']/g, (found) => entities[found] ?? found)
    .replace(/:(?=:)/g, '&#58;')
    .replace(RUNNER_COMMAND, '#&#35;');
}

/** Returns the text safe as the message of a workflow command of GitHub. */
export function forGithubData(text: string): string {
  return forTerminal(text).replace(/%/g, '%25');
}

/** Returns the text safe as a property of a workflow command of GitHub, which a colon or comma would end. */
export function forGithubProperty(text: string): string {
  return visible(text).replace(RUNNER_COMMAND, '#\\#').replace(/%/g, '%25').replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** Returns the URI of a file: relative where the path is, percent-encoded. */
export function uriOf(path: string): string {
  const encoded = path
    .replace(/^(?:\.\/)+(?=.)/, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
