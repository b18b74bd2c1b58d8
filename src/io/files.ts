/** Reading inputs and writing results: whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UnfinishedError, UnusableError } from '../errors.js';
import type { Location, Wording } from '../types.js';

/** How a path is shown and stored in reports: relative to the working directory, with `/`. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), resolve(path)).replace(/\\/g, '/');
  return shown === '' ? '.' : shown;
}

const whole = (file: string): Location => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 });
const refuse = (code: string, words: Wording, path: string, params = {}): UnusableError =>
  new UnusableError(code, words, { file: shownPath(path), ...params }, whole(shownPath(path)));

/**
 * Reads a file of at most `maxBytes`.
 *
 * @throws {UnusableError} if it is missing, a folder, empty or larger; {UnfinishedError} if it can't be read.
 */
export function readInput(path: string, maxBytes: number): Uint8Array {
  let size: number;
  try {
    const stat = statSync(path);
    if (stat.isDirectory())
      throw refuse('input/is-folder', { zh: '这是一个文件夹，应给出文件', en: 'this is a folder; name a file' }, path);
    size = stat.size;
  } catch (error) {
    if (error instanceof UnusableError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw refuse(
        'input/missing',
        { zh: '找不到文件。用 resume-check init 生成一份', en: 'no such file; resume-check init writes one' },
        path,
      );
    }
    throw new UnfinishedError(
      'io/read',
      { zh: '读不了文件 {file}（{code}）', en: 'cannot read {file} ({code})' },
      { file: shownPath(path), code: code ?? '' },
    );
  }
  if (size > maxBytes) {
    throw refuse(
      'input/too-large',
      {
        zh: '文件有 {size} 字节，超过上限 {most} 字节',
        en: 'the file has {size} bytes, more than the limit of {most}',
      },
      path,
      { size, most: maxBytes },
    );
  }
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UnfinishedError(
      'io/read',
      { zh: '读不了文件 {file}（{code}）', en: 'cannot read {file} ({code})' },
      { file: shownPath(path), code },
    );
  }
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, synced, its size verified, then renamed over the
 * target. Libraries for this publish truncated files on a full disk (write-file-atomic 7 and 8 don't check the size).
 *
 * @throws {UnfinishedError} if anything fails; an old file is then untouched and no temporary file is left.
 */
export function writeWhole(path: string, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  const temporary = join(dirname(path), `.${basename(path)}.tmp-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
      if (fstatSync(handle).size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
    } finally {
      closeSync(handle);
    }
    rename(temporary, path);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // it was never made, or is already gone
    }
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
      { file: shownPath(path), code },
    );
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

/** Returns those of the paths that exist already. */
export function existing(paths: readonly string[]): string[] {
  return paths.filter((path) => existsSync(path));
}
