/** Finds the files that patterns and folders name. Globs are expanded here too: cmd does not. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { UnfinishedError } from '../errors.js';
import { isBrokenLink, isFile, shownPath } from './files.js';

/** Files that office programs and systems leave beside the real ones. */
const LEFTOVER = /^(?:~\$|\.~|\.~lock\.|\._|\.#)|^(?:Thumbs\.db|desktop\.ini|\.DS_Store)$/i;

/** Returns the paths that the patterns match, sorted; what is no pattern, or is a file by that very name, as it is. */
export function expandGlobs(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => {
    if (!isDynamicPattern(pattern) || statSync(pattern, { throwIfNoEntry: false })) return [pattern];
    return globSync(pattern.replace(/\\/g, '/'), { onlyFiles: false, expandDirectories: false })
      .map((path) => path.replace(/\/$/, ''))
      .sort();
  });
}

/**
 * Returns the files of a folder, sorted by name; not those of folders in it, and none that an office program left. A link
 * that leads nowhere is among them: whoever reads it says so, where leaving it out would hide that a file is lost.
 *
 * @throws {UnfinishedError} if the folder can't be read.
 */
export function filesIn(folder: string): string[] {
  return entriesOf(folder)
    .filter(({ name }) => !LEFTOVER.test(name))
    .map((entry) => ({ path: join(folder, entry.name), isLink: entry.isSymbolicLink() }))
    .filter(({ path, isLink }) => isFile(path) || (isLink && isBrokenLink(path)))
    .map(({ path }) => path)
    .sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UnfinishedError(
      'io/read',
      { zh: '读不了文件夹 {file}（{code}）', en: 'cannot read the folder {file} ({code})' },
      { file: shownPath(folder), code },
    );
  }
}

/** Returns the first file of that name in the folder or the one above it. */
export function fileBeside(folder: string, name: string): string | undefined {
  return [join(folder, name), join(dirname(folder), name)].find(isFile);
}

/** Returns the last part of the path of a folder, also of `.`. */
export function folderName(folder: string): string {
  return basename(shownPath(folder) === '.' ? process.cwd() : folder);
}

/**
 * Returns the folders in a folder, sorted by name: none that is hidden, and no link, which could lead outside or round in
 * a circle.
 *
 * @throws {UnfinishedError} if the folder can't be read.
 */
export function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
}
