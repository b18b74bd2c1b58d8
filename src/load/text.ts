/** Reads files that must be text: configurations, waivers, lists, reports. */
import { UnusableError } from '../errors.js';
import { readInput, shownPath } from '../io/files.js';
import { decode } from '../text/decode.js';
import type { Wording } from '../types.js';

/**
 * Reads a text of at most `most` bytes in UTF-8, GB18030, or UTF-16 with a byte order mark.
 *
 * @param refusal - what is said of a file that is no text, with the code of the error
 * @throws {UnusableError} if it is missing, a folder, larger, or no text.
 */
export function loadText(
  path: string,
  most: number,
  refusal: { readonly code: string; readonly words: Wording },
): string {
  const decoded = decode(readInput(path, most));
  if (decoded.ok) return decoded.text;
  const location = { file: shownPath(path), line: 1, column: 1, endLine: 1, endColumn: 1 };
  throw new UnusableError(refusal.code, refusal.words, {}, location);
}
