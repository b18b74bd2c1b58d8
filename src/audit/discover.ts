/** Finds the institutions that paths name: a folder with a profile is one, else each of the folders in it is. */
import { basename, dirname, join, resolve } from 'node:path';
import { isWorded, UnusableError } from '../errors.js';
import { isFile, isFolder, realPath, shownPath } from '../io/files.js';
import { expandGlobs, folderName, foldersIn } from '../io/folders.js';
import { isConfigName } from '../load/config.js';
import { isInstitution, looksLikeInstitution } from '../load/institution-files.js';
import { loadText } from '../load/text.js';
import type { Location, Wording } from '../types.js';

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
const MEANT: Wording = {
  zh: '{folder} 里没有机构，没有可核对的。要核对的是不是 {meant}？',
  en: 'there is no institution in {folder}, nothing to check; did you mean {meant}?',
};
const NOT_A_FOLDER: Wording = {
  zh: '{file} 不是文件夹；audit 要机构的文件夹，名单写作 @{file}',
  en: '{file} is not a folder; audit takes the folders of institutions, and a list of them is written @{file}',
};
const MISSING: Wording = { zh: '找不到文件夹 {file}', en: 'there is no folder {file}' };
/** What a list holds is never quoted: any file can be named as one. */
const NOT_LISTED: Wording = {
  zh: '名单的这一行写的不是机构的文件夹，也不是放着各机构的文件夹；没有核对任何机构',
  en: 'this line of the list is neither the folder of an institution nor one of such folders; nothing was audited',
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
  /** The folders in which the county keeps them: where its configuration may lie. */
  readonly counties: readonly string[];
}

/**
 * Returns the institutions. `@list` names a file with one path a line.
 *
 * @throws {UnusableError} if a path names none: an audit of nothing is never green.
 */
export function findInstitutions(patterns: readonly string[]): Discovered {
  const seen = new Set<string>();
  const found: Found[] = [];
  const skipped: string[] = [];
  const counties = new Set<string>();
  const add = (folder: string): void => {
    const real = realPath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    found.push({ folder, id: folderName(folder) });
  };
  for (const { pattern, at } of patterns.flatMap(named)) {
    for (const root of unquoted(() => expandGlobs([pattern]).map(rootAt), at)) {
      for (const folder of root.institutions) add(folder);
      skipped.push(...root.passedOver);
      counties.add(root.county);
    }
  }
  if (found.length === 0) throw new UnusableError('input/no-institutions', NONE);
  const isGiven = (folder: string): boolean => seen.has(realPath(folder));
  const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return {
    found: found.sort((a, b) => order(a.id, b.id) || order(shownPath(a.folder), shownPath(b.folder))),
    passedOver: skipped.filter((folder) => !isGiven(folder)).map(shownPath),
    counties: [...counties],
  };
}

/** A folder that was named: an institution, or the county's folder of them. */
interface Root {
  readonly institutions: readonly string[];
  readonly passedOver: readonly string[];
  readonly county: string;
}

function rootAt(path: string): Root {
  // where the shell wrote out a pattern: it is read as what it is
  if (isConfigName(basename(path))) return { institutions: [], passedOver: [], county: dirname(resolve(path)) };
  if (isFile(path)) throw new UnusableError('usage/not-folder', NOT_A_FOLDER, { file: shownPath(path) });
  if (!isFolder(path)) throw new UnusableError('input/missing', MISSING, { file: shownPath(path) });
  const alone = { institutions: [path], passedOver: [], county: dirname(resolve(path)) };
  if (isInstitution(path)) return alone;
  const { folders, passedOver } = foldersIn(path);
  if (folders.some(looksLikeInstitution)) return { institutions: folders, passedOver, county: resolve(path) };
  if (looksLikeInstitution(path)) return alone;
  const folder = shownPath(path);
  const meant = meantBy(path).map(shownPath);
  throw meant.length > 0
    ? new UnusableError('input/no-institutions', MEANT, { folder, meant: meant.join(', ') })
    : new UnusableError('input/no-institutions', NONE_IN, { folder });
}

/** So many folders are looked into, and so many named, for one that has no institutions. */
const MOST_LOOKED_INTO = 200;
const MOST_NAMED = 5;

/** The folders that may have been meant instead of one: those in it, the one that it is in, those beside it. */
function meantBy(path: string): string[] {
  const above = join(path, '..');
  const holds = (folder: string): boolean => below(folder).some(looksLikeInstitution);
  const inside = below(path).filter(holds);
  if (inside.length > 0) return inside.slice(0, MOST_NAMED);
  if (isInstitution(above) || holds(above)) return [above];
  return below(above).filter(holds).slice(0, MOST_NAMED);
}

/** The folders in a folder, not too many of them; none where they can't be listed. */
function below(folder: string): readonly string[] {
  try {
    return foldersIn(folder).folders.slice(0, MOST_LOOKED_INTO);
  } catch (error) {
    if (isWorded(error)) return [];
    throw error;
  }
}

/** A pattern, and in a list of them its line. */
interface Named {
  readonly pattern: string;
  readonly at?: Location;
}

/** What an argument names: itself, or the lines of a list, without blank ones and those that begin with #. */
function named(argument: string): Named[] {
  if (!argument.startsWith('@')) return [{ pattern: argument }];
  const file = argument.slice(1);
  return loadText(file, MOST_LIST_BYTES, NO_TEXT)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ pattern: line.trim(), at: lineOf(shownPath(file), i + 1) }))
    .filter(({ pattern }) => pattern !== '' && !pattern.startsWith('#'));
}

function lineOf(file: string, line: number): Location {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

/** Does something with a line of a list; what is wrong with it is said of the line, which is not quoted. */
function unquoted<Value>(act: () => Value, at: Location | undefined): Value {
  try {
    return act();
  } catch (error) {
    if (at === undefined || !isWorded(error)) throw error;
    throw new UnusableError('input/list-line', NOT_LISTED, {}, at);
  }
}
