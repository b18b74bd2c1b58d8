/** A pattern where a command takes one file. */
import { UnusableError } from '../errors.js';

/**
 * Returns the file that is named, or the only one that a pattern matches.
 *
 * @throws {UnusableError} for a pattern that matches none or several.
 */
export async function oneFile(path: string): Promise<string> {
  // what expands patterns is loaded only for one: it would double the code that `diff` starts with
  if (!/[*?[\]{}()!]/.test(path)) return path;
  const { expandGlobs } = await import('./folders.js');
  const [file = path, ...others] = expandGlobs([path]);
  if (others.length === 0) return file;
  throw new UnusableError(
    'usage/one-file',
    { zh: '{path} 与 {count} 个文件相符，这里只能给一个', en: '{path} matches {count} files; give one of them' },
    { path, count: others.length + 1 },
  );
}
