/** Reading inputs and writing results: whole or not at all. */
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UnfinishedError, UnusableError } from '../errors.js';
import type { Location, Wording } from '../types.js';
import { randomName } from './hash.js';
import { isNullDevice } from './null-device.js';

/** How a path is shown and stored in reports: relative to the working directory, with `/`. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), resolve(path)).replace(/\\/g, '/');
  return shown === '' ? '.' : shown;
}

const whole = (file: string): Location => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 });
const refuse = (code: string, words: Wording, path: string, params = {}): UnusableError =>
  new UnusableError(code, words, { file: shownPath(path), ...params }, whole(shownPath(path)));

const MISSING: Wording = { zh: '找不到文件', en: 'no such file' };

/**
 * Reads a file of at most `maxBytes`.
 *
 * @param missing - what is said where there is none
 * @throws {UnusableError} if it is missing, a folder or larger; {UnfinishedError} if it can't be read.
 */
export function readInput(path: string, maxBytes: number, missing: Wording = MISSING): Uint8Array {
  let bytes: Uint8Array;
  try {
    if (statSync(path).isDirectory())
      throw refuse('input/is-folder', { zh: '这是一个文件夹，应给出文件', en: 'this is a folder; name a file' }, path);
    bytes = readAtMost(path, maxBytes + 1);
  } catch (error) {
    if (error instanceof UnusableError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) {
      throw refuse('input/missing', missing, path);
    }
    throw new UnfinishedError(
      'io/read',
      { zh: '读不了文件 {file}（{code}）', en: 'cannot read {file} ({code})' },
      { file: shownPath(path), code },
    );
  }
  if (bytes.length > maxBytes) {
    throw refuse(
      'input/too-large',
      { zh: '文件超过上限 {most} 字节', en: 'the file has more than {most} bytes, the limit' },
      path,
      { most: maxBytes },
    );
  }
  return bytes;
}

/** Size of the blocks in which logs are read, in bytes: larger ones were slower everywhere. */
const BLOCK_BYTES = 65_536;

/**
 * Reads a file block by block. The blocks share one buffer: each is gone when the next is asked for.
 *
 * @throws {UnfinishedError} if it can't be read.
 */
export function* readBlocks(path: string): Generator<Uint8Array> {
  // no Buffer, whose slice() shares the memory where a Uint8Array's copies it
  const buffer = new Uint8Array(BLOCK_BYTES);
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    for (;;) {
      const length = readSync(handle, buffer, 0, BLOCK_BYTES, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UnfinishedError(
      'io/read',
      { zh: '读不了文件 {file}（{code}）', en: 'cannot read {file} ({code})' },
      { file: shownPath(path), code },
    );
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Reads the beginning of a file. Not by its size, which pipes and devices don't tell. */
function readAtMost(path: string, most: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(most);
  const handle = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < most; length += read)
      read = readSync(handle, bytes, length, most - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/** Writes one file whole or not at all; see `writeAll`. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeAll(new Map([[path, content]]));
}

/**
 * Writes files whole or not at all: each into a temporary file beside it, synced, its size verified; when all are there
 * they are renamed over their targets. Libraries for this publish truncated files on a full disk (write-file-atomic 7
 * and 8 don't check the size).
 *
 * What is no file, such as /dev/null or a pipe, is written to as it is: a rename would replace it. NUL keeps nothing.
 *
 * @throws {UnfinishedError} if anything fails; the old files are then untouched and no temporary file is left.
 */
export function writeAll(
  contents: ReadonlyMap<string, string | Uint8Array>,
  platform: string = process.platform,
): void {
  const temporaries = new Map<string, string>();
  let at = '';
  try {
    for (const [path, content] of contents) {
      if (isNullDevice(path, platform)) continue;
      at = path;
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      const old = statSync(path, { throwIfNoEntry: false });
      if (old && !old.isFile()) {
        writeFileSync(path, bytes);
        continue;
      }
      mkdirSync(dirname(path), { recursive: true });
      const temporary = join(dirname(path), `.${basename(path)}.tmp-${process.pid}-${randomName()}`);
      temporaries.set(path, temporary);
      writeSynced(temporary, bytes);
      // a new file is for its owner alone, since papers are about people; who else may read an old one stays
      const replaced = lstatSync(path, { throwIfNoEntry: false });
      if (replaced?.isFile()) chmodSync(temporary, replaced.mode & 0o777);
    }
    for (const [path, temporary] of temporaries) {
      at = path;
      rename(temporary, path);
    }
  } catch (error) {
    for (const temporary of temporaries.values()) rmSync(temporary, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const open = process.platform === 'win32' && ['EBUSY', 'EPERM', 'EACCES'].includes(code);
    throw new UnfinishedError(
      'io/write',
      open
        ? {
            zh: '写不了 {file}：文件正被 Excel 或 WPS 打开，请关闭后重试',
            en: 'cannot write {file}: it is open in another program; close it and try again',
          }
        : { zh: '写不了 {file}（{code}）', en: 'cannot write {file} ({code})' },
      { file: shownPath(at), code },
    );
  }
}

/**
 * Adds text at the end of a file that others write to as well.
 *
 * @throws {UnfinishedError} if it can't be written.
 */
export function appendTo(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UnfinishedError(
      'io/write',
      { zh: '写不了 {file}（{code}）', en: 'cannot write {file} ({code})' },
      { file: shownPath(path), code },
    );
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
    if (fstatSync(handle).size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
  } finally {
    closeSync(handle);
  }
}

/** Renames; Windows refuses for a moment while a scanner or an office program holds the target. */
function rename(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (process.platform !== 'win32' || attempt === 3 || !['EBUSY', 'EPERM', 'EACCES'].includes(code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

/** Returns whether two paths name the same file, also by links. */
export function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  try {
    const [a, b] = [one, other].map((path) => statSync(path, { bigint: true }));
    return a !== undefined && b !== undefined && a.isFile() && a.ino === b.ino && a.dev === b.dev;
  } catch {
    // one of them does not exist yet
    return false;
  }
}

/** Returns those of the paths that exist already. */
export function existing(paths: readonly string[]): string[] {
  return paths.filter((path) => existsSync(path));
}

/** Returns the size of a file in bytes, 0 if there is none. */
export function sizeOf(path: string): number {
  return statusOf(path)?.size ?? 0;
}

/** What there is at a path; nothing too where it can't be reached: links in a circle, a folder that is locked. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Returns whether there is a file at the path. */
export function isFile(path: string): boolean {
  return statusOf(path)?.isFile() ?? false;
}

/** Returns the path with all links resolved, the path itself where there is nothing. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Returns whether a link leads nowhere or in a circle. */
export function isBrokenLink(path: string): boolean {
  return statusOf(path) === undefined;
}

/** Returns whether there is a folder at the path. */
export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}
