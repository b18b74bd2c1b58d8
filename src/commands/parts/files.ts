/** Writes a set of files, and tells what a run that was ended left beside them. */
import { dirname } from 'node:path';
import { type Leftover, removeLeftovers } from '../../io/claims.js';
import { shownPath } from '../../io/files.js';
import { type Contents, refuseExisting } from '../../io/publish.js';
import { removeScratch } from '../../io/scratch.js';
import type { Session } from '../../io/session.js';
import { visible } from '../../text/escape.js';
import { fill } from '../../text/fill.js';
import { redact } from '../../text/redact.js';
import type { Wording } from '../../types.js';

const UNWRITTEN: Wording = {
  zh: '上次运行中断，没有写成 {files}，留下的临时文件已删除；同一次要写的其他文件可能已是新的，请重新运行那条命令',
  en: 'an earlier run was ended before it had written {files}; its temporary files were removed. Other files of that run may be new already: run that command again',
};
/** Of one that had not begun to make the new file, or had moved it: which of these can't be told. */
const UNKNOWN: Wording = {
  zh: '上次运行在写 {files} 时中断，留下的临时文件已删除；请重新运行那条命令',
  en: 'an earlier run was ended while it was writing {files}; its temporary files were removed. Run that command again',
};
const SCRATCH: Wording = {
  zh: '上次运行中断，留下的临时文件夹 {files} 已删除',
  en: 'an earlier run was ended; its temporary folder was removed: {files}',
};

/**
 * Writes files whole or not at all.
 *
 * @param mayReplace - whether a file that is there already is replaced, rather than none written
 */
export async function writeFiles(contents: Contents, session: Session, mayReplace: boolean): Promise<void> {
  if (contents.size === 0) return;
  await tellLeftovers([...contents.keys()], session);
  await session.write(contents, mayReplace);
}

/**
 * Makes sure, before any work is done, that nothing will be written over.
 *
 * @throws {UnusableError} naming what is there.
 */
export async function keepExisting(paths: readonly string[], session: Session): Promise<void> {
  await tellLeftovers(paths, session);
  refuseExisting(paths);
}

async function tellLeftovers(paths: readonly string[], { language, note }: Session): Promise<void> {
  const left = removeLeftovers(paths.map((path) => dirname(path)));
  const tell = async (words: Wording, some: readonly string[]): Promise<void> => {
    if (some.length === 0) return;
    const files = some.map(shownPath).join(', ');
    await note(`${redact(visible(fill(words, { files }, language)))}\n`);
  };
  const pathsOf = (some: readonly Leftover[]): string[] => some.map(({ path }) => path);
  await tell(UNWRITTEN, pathsOf(left.filter(({ isUnwritten }) => isUnwritten)));
  await tell(UNKNOWN, pathsOf(left.filter(({ isUnwritten }) => !isUnwritten)));
  await tell(SCRATCH, removeScratch());
}
