/** Reads a profile from disk. */
import { UnusableError } from '../errors.js';
import { readInput, shownPath } from '../io/files.js';
import { MAX_PROFILE_BYTES, type ProfileSource, readProfile } from '../profile/read.js';
import { decode } from '../text/decode.js';

/**
 * Reads one profile from disk, in UTF-8, GB18030, or UTF-16 with a byte order mark.
 *
 * @throws {UnusableError} if it is missing, too large, not text, or no profile.
 */
export function loadProfile(path: string): { source: ProfileSource; encoding: string } {
  const file = shownPath(path);
  const decoded = decode(readInput(path, MAX_PROFILE_BYTES));
  if (!decoded.ok) {
    const words =
      decoded.reason === 'utf-16-without-bom'
        ? {
            zh: '文件像是没有标记的 UTF-16，请另存为 UTF-8',
            en: 'the file looks like UTF-16 without a mark; save it as UTF-8',
          }
        : {
            zh: '文件不是文本：既不是 UTF-8 也不是 GBK，请另存为 UTF-8',
            en: 'the file is not text: neither UTF-8 nor GBK; save it as UTF-8',
          };
    throw new UnusableError('input/encoding', words, {}, { file, line: 1, column: 1, endLine: 1, endColumn: 1 });
  }
  return { source: readProfile(decoded.text, file), encoding: decoded.encoding };
}
