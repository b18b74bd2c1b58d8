/**
 * The hidden folder beside a file while a run writes it. It keeps other runs from the file, names the run that has it, and
 * holds the new file until it is whole, so that nothing of a run that was ended is lost from sight.
 *
 * It comes into being by a rename, with the name of its run in it, and only what has that name is ever removed from it:
 * of two runs exactly one gets it, and none takes away what is another's. No file could be all of this on a file system
 * without links.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UnfinishedError } from '../errors.js';
import { shownPath } from './files.js';
import { randomName } from './hash.js';
import { hasEnded, nameOfThisRun, runNamed } from './runs.js';

const FOLDER = /^\.(.+)\.resume-check(?:-[0-9a-f]{8})?$/;
const NEW = 'new';
/** Another run may come in between, several times over. */
const MOST_ATTEMPTS = 5;

/** A file that is this run's to write. */
export interface Claim {
  readonly path: string;
  /** Where the new file is made. */
  readonly made: string;
  /** Where the one that it replaces is kept. */
  readonly kept: string;
  /** The uppermost folder that had to be made. */
  readonly top?: string;
}

/** What a run that was ended left beside a file. */
export interface Leftover {
  readonly path: string;
  /** Whether the new file was still to be put in its place; else it was there already, or not yet begun. */
  readonly isUnwritten: boolean;
}

/**
 * Takes a file for this run.
 *
 * @throws {UnfinishedError} if another run has it; whatever else keeps the hidden folder from being made.
 */
export function claim(path: string): Claim {
  const folder = folderFor(path);
  const run = nameOfThisRun();
  const top = mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const unseen = `${folder}-${randomName()}`;
    try {
      for (const made of [unseen, join(unseen, run)]) mkdirSync(made, 0o700);
      renameSync(unseen, folder);
      return { path, made: join(folder, run, NEW), kept: join(folder, run, 'old'), ...(top ? { top } : {}) };
    } catch (error) {
      remove(unseen, run);
      const holder = holderOf(folder);
      if (holder === undefined && attempt < MOST_ATTEMPTS) continue;
      removeMade(path, top);
      throw holder === undefined ? error : taken(path, folder, holder);
    }
  }
}

/** Gives a file up, and removes all that was made for it. */
export function release({ path, made, top }: Claim): void {
  const own = dirname(made);
  remove(dirname(own), basename(own));
  removeMade(path, top);
}

/** Removes the folders that were made for a file. Those with files in them stay. */
function removeMade(path: string, top: string | undefined): void {
  if (top === undefined) return;
  for (let folder = resolve(dirname(path)); folder.startsWith(resolve(top)); folder = dirname(folder))
    attempt(() => rmdirSync(folder));
}

/** Removes what runs that have ended left in folders, and returns beside which files that was. */
export function removeLeftovers(folders: Iterable<string>): Leftover[] {
  return [...new Set(folders)].flatMap((folder) =>
    namesIn(folder).flatMap((name): Leftover[] => {
      const [, file] = FOLDER.exec(name) ?? [];
      if (file === undefined) return [];
      const left = join(folder, name);
      const runs = namesIn(left);
      const isUnwritten = runs.some((run) => existsSync(join(left, run, NEW)));
      if (holderOf(left) !== undefined) return [];
      return runs.length > 0 && !existsSync(left) ? [{ path: join(folder, file), isUnwritten }] : [];
    }),
  );
}

function folderFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.resume-check`);
}

/** Returns which run has a folder. What those that have ended left is removed. */
function holderOf(folder: string): string | undefined {
  const names = namesIn(folder);
  for (const name of names) {
    const run = runNamed(name);
    if (!run || !hasEnded(run, join(folder, name))) return name;
    remove(folder, name);
  }
  attempt(() => rmdirSync(folder));
  return undefined;
}

function remove(folder: string, run: string): void {
  attempt(() => rmSync(join(folder, run), { recursive: true, force: true, maxRetries: 3 }));
  // not while another run has it
  attempt(() => rmdirSync(folder));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // the next run removes it
  }
}

function taken(path: string, folder: string, name: string): UnfinishedError {
  const { pid = '', host = '' } = runNamed(name) ?? {};
  return new UnfinishedError(
    'io/taken',
    {
      zh: '{file} 正由另一次运行（{host} 上的进程 {pid}）写入，这次没有写任何文件；等它结束后再运行。如果并没有，请删除文件夹 {folder}',
      en: '{file} is being written by another run (process {pid} on {host}), so this one wrote nothing; run it again when the other has ended. If there is no such run, remove the folder {folder}',
    },
    { file: shownPath(path), folder: shownPath(folder), pid, host },
  );
}
