/** Writing results: a set of files is written whole, or none of it. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UnfinishedError, UnusableError } from '../errors.js';
import type { Wording } from '../types.js';
import { type Claim, claim, release } from './claims.js';
import { shownPath } from './files.js';
import { cleanedUp, letSignalsIn } from './interrupts.js';
import { isNullDevice } from './null-device.js';

/** Files by their paths. */
export type Contents = ReadonlyMap<string, string | Uint8Array>;

/** Files that exist already and are named in a message; there may be as many as logs. */
const MOST_NAMED = 5;

/**
 * Makes sure that nothing is written over.
 *
 * @throws {UnusableError} naming what is there.
 */
export function refuseExisting(paths: readonly string[]): void {
  const taken = paths.filter((path) => existsSync(path));
  if (taken.length === 0) return;
  const rest = taken.length - MOST_NAMED;
  throw new UnusableError(
    'usage/exists',
    {
      zh: '已经有 {files}{more}，没有写任何文件；要覆盖请加 --force',
      en: '{files}{more} exist already, nothing was written; --force overwrites',
    },
    {
      files: taken.slice(0, MOST_NAMED).map(shownPath).join(', '),
      more: rest > 0 ? { zh: ` 等 ${taken.length} 个文件`, en: ` and ${rest} more` } : { zh: '', en: '' },
    },
  );
}

/**
 * Writes files whole or not at all: each is made in a hidden folder beside its place, synced, its size verified; when all
 * are there they are renamed to their places, and if one can't be, those before it are put back. Libraries for this
 * publish truncated files on a full disk (write-file-atomic 7 and 8 don't check the size), and know single files only.
 *
 * What is no file, such as /dev/null or a pipe, is written to as it is: a rename would replace it. NUL keeps nothing.
 *
 * @param mayReplace - whether a file that is there already is replaced, rather than none written
 * @throws {UnfinishedError} if anything fails, or another run writes one of them; the old files are then as they were, or
 * named where that could not be done, and no temporary file is left. {UnusableError} for a file that must not be replaced.
 */
export async function writeAll(
  contents: Contents,
  mayReplace: boolean,
  platform: string = process.platform,
): Promise<void> {
  const kept = [...contents].filter(([path]) => !isNullDevice(path, platform));
  // in the same order everywhere: of two runs that write several files the same one gets all
  const sorted = kept.sort(([one], [other]) => (resolve(one) < resolve(other) ? -1 : 1));
  const isFile = ([path]: (typeof sorted)[number]): boolean =>
    attempt(path, () => statSync(path, { throwIfNoEntry: false })?.isFile() ?? true);
  const files = sorted.filter(isFile);
  // outside of what signals wait for: nobody may be reading
  for (const [path, content] of sorted.filter((each) => !files.includes(each)))
    attempt(path, () => writeFileSync(path, content));
  const claims: Claim[] = [];
  const discard = (): void => claims.toReversed().forEach(release);
  await cleanedUp(discard, async () => {
    try {
      for (const [path] of files) claims.push(attempt(path, () => claim(path)));
      if (!mayReplace) refuseExisting(files.map(([path]) => path));
      for (const [i, [path, content]] of files.entries()) {
        attempt(path, () => make(claims[i] as Claim, content));
        await letSignalsIn();
      }
      publish(claims);
    } finally {
      discard();
    }
  });
}

/** Makes the new file. Only its owner may read it, since papers are about people; who else may read an old one stays. */
function make({ path, made }: Claim, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const handle = openSync(made, 'wx', 0o600);
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
    if (fstatSync(handle).size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
  } finally {
    closeSync(handle);
  }
  const replaced = lstatSync(path, { throwIfNoEntry: false });
  if (replaced?.isFile()) chmodSync(made, replaced.mode & 0o777);
}

/** Puts all new files in their places, or none where that is possible. */
function publish(claims: readonly Claim[]): void {
  // what is put back if a later one fails
  const replacing = new Set(claims.slice(0, -1).filter(keep));
  for (const [i, { path, made }] of claims.entries()) {
    try {
      rename(made, path);
    } catch (error) {
      const stay = claims.slice(0, i).filter((each) => !putBack(each, replacing.has(each)));
      throw notWritten(
        error,
        path,
        stay,
        claims.filter((each) => !stay.includes(each)),
      );
    }
  }
  for (const folder of new Set(claims.map(({ path }) => dirname(path)))) syncFolder(folder);
}

/** Keeps the file that is replaced, as well as the file system can; returns whether there is one. */
function keep({ path, kept }: Claim): boolean {
  const replaced = lstatSync(path, { throwIfNoEntry: false });
  if (!replaced) return false;
  try {
    if (replaced.isSymbolicLink()) symlinkSync(readlinkSync(path), kept);
    else linkSync(path, kept);
  } catch {
    copy(path, kept);
  }
  return true;
}

/** Copies a file where there are no links. Where there is no room either, the file is named if it comes to that. */
function copy(path: string, kept: string): void {
  try {
    copyFileSync(path, kept);
  } catch {
    rmSync(kept, { force: true });
  }
}

/** Puts the old file back, or removes the new one where there was none; returns whether that could be done. */
function putBack({ path, kept }: Claim, wasThere: boolean): boolean {
  try {
    if (wasThere) rename(kept, path);
    else rmSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Renames; Windows refuses for a moment while a scanner or an office program holds the target. */
function rename(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt === 3 || !isOpenElsewhere(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function isOpenElsewhere(error: unknown): boolean {
  return process.platform === 'win32' && ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** So that a rename survives a loss of power. Some systems can't sync a folder, and none must. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // the files are in their places
  }
}

/** Does a step for a file, and words what keeps it from being done. */
function attempt<Result>(path: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw error instanceof UnfinishedError ? error : notWritten(error, path);
  }
}

const CANNOT: Wording = { zh: '写不了 {file}（{code}）', en: 'cannot write {file} ({code})' };
const OPEN: Wording = {
  zh: '写不了 {file}：文件正被 Excel 或 WPS 打开，请关闭后重试',
  en: 'cannot write {file}: it is open in another program; close it and try again',
};

/** Says that a file can't be written, and what became of the others where some are new for good. */
function notWritten(
  error: unknown,
  path: string,
  stay: readonly Claim[] = [],
  others: readonly Claim[] = [],
): UnfinishedError {
  const words = isOpenElsewhere(error) ? OPEN : CANNOT;
  const params = { file: shownPath(path), code: codeOf(error) };
  if (stay.length === 0) return new UnfinishedError('io/write', words, params);
  const named = (claims: readonly Claim[]): string => claims.map((each) => shownPath(each.path)).join(', ');
  return new UnfinishedError(
    'io/partly',
    {
      zh: `${words.zh}。已经换成新的、换不回来的：{written}；没有换的：{unwritten}`,
      en: `${words.en}. Written, and could not be undone: {written}; not written: {unwritten}`,
    },
    { ...params, written: named(stay), unwritten: named(others) },
  );
}
