/** Finds the institutions that paths name: a folder with a profile is one, else each of the folders in it is. */

import { UnusableError } from '../errors.js';
import { isFile, isFolder, realPath, shownPath } from '../io/files.js';
import { expandGlobs, folderName, foldersIn } from '../io/folders.js';
import { isInstitution } from '../load/institution-files.js';
import { loadText } from '../load/text.js';
import type { Wording } from '../types.js';

/** An institution's folder. */
export interface Found {
  readonly folder: string;
  /** The name of the folder: the id where the profile gives none, and what shards go by. */
  readonly id: string;
}

const NONE: Wording = {
  zh: '没有找到机构，没有可核对的。每家机构一个文件夹，里面有 profile.yaml 和 logs',
  en: 'no institution was found, there is nothing to check; each has a folder of its own with profile.yaml and logs',
};
const NONE_IN: Wording = {
  zh: '{folder} 里没有机构，没有可核对的。每家机构一个文件夹，里面有 profile.yaml 和 logs',
  en: 'there is no institution in {folder}, nothing to check; each has a folder of its own with profile.yaml and logs',
};
const MOST_LIST_BYTES = 8 * 1024 * 1024;
const NO_TEXT = {
  code: 'input/encoding',
  words: { zh: '名单不是文本，请另存为 UTF-8', en: 'the list is not text; save it as UTF-8' },
} as const;

/** The institutions that paths name. */
export interface Discovered {
  /** Sorted by id and folder, each once. */
  readonly found: readonly Found[];
  /** Folders, as they are shown, that may be institutions and were not looked into. */
  readonly passedOver: readonly string[];
}

/**
 * Returns the institutions. `@list` names a file with one path a line.
 *
 * @throws {UnusableError} if a path names none: an audit of nothing is never green.
 */
export function findInstitutions(patterns: readonly string[]): Discovered {
  const paths = expandGlobs(
    patterns.flatMap((pattern) => (pattern.startsWith('@') ? listed(pattern.slice(1)) : [pattern])),
  );
  const seen = new Set<string>();
  const found: Found[] = [];
  const skipped: string[] = [];
  const add = (folder: string): void => {
    const real = realPath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    found.push({ folder, id: folderName(folder) });
  };
  for (const path of paths) {
    if (isFile(path)) {
      throw new UnusableError(
        'usage/not-folder',
        {
          zh: '{file} 不是文件夹；audit 要机构的文件夹，名单写作 @{file}',
          en: '{file} is no folder; audit wants folders of institutions, a list of them is written @{file}',
        },
        { file: shownPath(path) },
      );
    }
    if (!isFolder(path)) {
      throw new UnusableError(
        'input/missing',
        { zh: '找不到文件夹 {file}', en: 'there is no folder {file}' },
        { file: shownPath(path) },
      );
    }
    if (isInstitution(path)) {
      add(path);
      continue;
    }
    const { folders, passedOver } = foldersIn(path);
    if (folders.length === 0) throw new UnusableError('input/no-institutions', NONE_IN, { folder: shownPath(path) });
    for (const folder of folders) add(folder);
    skipped.push(...passedOver);
  }
  if (found.length === 0) throw new UnusableError('input/no-institutions', NONE);
  const isGiven = (folder: string): boolean => seen.has(realPath(folder));
  const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return {
    found: found.sort((a, b) => order(a.id, b.id) || order(shownPath(a.folder), shownPath(b.folder))),
    passedOver: skipped.filter((folder) => !isGiven(folder)).map(shownPath),
  };
}

/** The paths in a list, without blank lines and those that begin with #. */
function listed(file: string): string[] {
  return loadText(file, MOST_LIST_BYTES, NO_TEXT)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
