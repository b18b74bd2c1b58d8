/** Finds the files that patterns and folders name. Globs are expanded here too: cmd does not. */
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { UnfinishedError, UnusableError } from '../errors.js';
import type { Wording } from '../types.js';
import { isBrokenLink, isFile, isFolder, shownPath } from './files.js';

/** Files that office programs and systems leave beside the real ones. */
const LEFTOVER = /^(?:~\$|\.~|\.~lock\.|\._|\.#)|^(?:Thumbs\.db|desktop\.ini|\.DS_Store)$/i;

/**
 * Returns the paths that the patterns match, sorted; what is no pattern, or is a file by that very name, as it is. `\\`
 * stands between folders, as on Windows, and never before a sign that is meant as itself.
 *
 * @throws {UnusableError} for a pattern that matches nothing: what it was meant for would be left out without a word.
 */
export function expandGlobs(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => {
    if (pattern === '') throw new UnusableError('usage/empty-path', EMPTY_PATH);
    if (existsSync(pattern)) return [pattern];
    const path = pattern.replace(/\\/g, '/');
    if (!isDynamicPattern(path)) return [existsSync(path) ? path : pattern];
    const matches = globSync(path, { onlyFiles: false, expandDirectories: false });
    if (matches.length === 0) throw new UnusableError('input/no-match', NO_MATCH, { pattern });
    return matches.map((each) => each.replace(/\/$/, '')).sort();
  });
}

const EMPTY_PATH: Wording = { zh: '路径是空的', en: 'a path is empty' };
const NO_MATCH: Wording = {
  zh: '没有文件或文件夹与 {pattern} 相符',
  en: 'no file or folder matches {pattern}',
};

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

/**
 * Returns whether a folder, or one in it at any depth, holds a file of such a name; `undefined` where more entries than
 * are looked at would have to tell. Links to folders are not followed, and count as if they held one.
 */
export function holdsFile(folder: string, name: RegExp): boolean | undefined {
  for (const each of entriesBelow(folder)) {
    if (!each) return undefined;
    const { entry, path } = each;
    if (!entry.isDirectory() && (name.test(entry.name) || (entry.isSymbolicLink() && isFolder(path)))) return true;
  }
  return false;
}

/**
 * Returns the files of such a name in a folder and those in it at any depth, sorted. Links to folders are not followed.
 *
 * @throws {UnusableError} if there is more in it than is looked through; {UnfinishedError} if it can't be read.
 */
export function filesBelow(folder: string, name: RegExp): string[] {
  const files: string[] = [];
  for (const each of entriesBelow(folder)) {
    if (!each)
      throw new UnusableError('input/too-many-files', TOO_MANY, { folder: shownPath(folder), most: MOST_ENTRIES });
    if (!each.entry.isDirectory() && name.test(each.entry.name)) files.push(each.path);
  }
  return files.sort();
}

const TOO_MANY: Wording = {
  zh: '{folder} 里有 {most} 个以上的文件和文件夹，没有看完；写出放着它们的文件夹',
  en: '{folder} holds more than {most} files and folders, which were not all looked at; name the folder they are in',
};

/** What is in a folder and those in it, but for what office programs leave; `undefined` at the end if there is more. */
function* entriesBelow(folder: string): Generator<{ readonly path: string; readonly entry: Dirent } | undefined> {
  const open = [folder];
  let left = MOST_ENTRIES;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of entriesOf(next)) {
      if (left-- === 0) return yield undefined;
      if (LEFTOVER.test(entry.name)) continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) open.push(path);
      yield { path, entry };
    }
  }
}

/** So many entries of a tree are looked at. */
const MOST_ENTRIES = 10_000;

/** Returns the last part of the path of a folder, also of `.`. */
export function folderName(folder: string): string {
  return basename(shownPath(folder) === '.' ? process.cwd() : folder);
}

/** The folders in a folder, sorted by name, without those that are hidden. */
export interface Folders {
  readonly folders: readonly string[];
  /** Those that are set apart by a name that begins with `_`, and links, which could lead outside or round in a circle. */
  readonly passedOver: readonly string[];
}

/**
 * Returns the folders in a folder.
 *
 * @throws {UnfinishedError} if the folder can't be read.
 */
export function foldersIn(folder: string): Folders {
  const entries = entriesOf(folder)
    .map((entry) => ({ entry, path: join(folder, entry.name) }))
    .filter(({ entry, path }) => !entry.name.startsWith('.') && (entry.isDirectory() || leadsToFolder(entry, path)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const isOwn = ({ entry }: (typeof entries)[number]): boolean => entry.isDirectory() && !entry.name.startsWith('_');
  const pathsOf = (ones: typeof entries): string[] => ones.map(({ path }) => path);
  return { folders: pathsOf(entries.filter(isOwn)), passedOver: pathsOf(entries.filter((each) => !isOwn(each))) };
}

/** Whether it is a link to a folder, or to nowhere. */
function leadsToFolder(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() && (isFolder(path) || isBrokenLink(path));
}
