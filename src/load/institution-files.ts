/** Where an institution keeps its profile, its logs and its waivers. */
import { isAbsolute, join, normalize } from 'node:path';
import { UnusableError } from '../errors.js';
import { isFile, isFolder, shownPath } from '../io/files.js';
import { filesIn } from '../io/folders.js';
import type { Wording } from '../types.js';
import { loadOwnConfig } from './config.js';

/** Files of a folder that are logs by their name. Workbooks are taken too, to say that they must be saved as CSV. */
const LOG_FILE = /\.(?:csv|tsv|txt|xlsx?|et)$/i;

/** Returns the files of a folder that are logs by their name. */
export function logsIn(folder: string): string[] {
  return filesIn(folder).filter((path) => LOG_FILE.test(path));
}

/** Returns whether a folder is that of an institution. */
export function isInstitution(folder: string): boolean {
  return isFile(join(folder, 'profile.yaml')) || isFile(join(folder, 'resume-check.yaml'));
}

/** The files of an institution. */
export interface InstitutionFiles {
  readonly profile: string;
  readonly logs: readonly string[];
  /** The folder of logs that its configuration names, where that is none. */
  readonly lacking?: string;
  readonly ownWaivers?: string;
}

/**
 * Returns where an institution keeps its files, by its own `resume-check.yaml` or as `init` writes them.
 *
 * @throws {UnusableError} if the configuration can't be read, or names a path outside the folder.
 */
export function institutionFiles(folder: string): InstitutionFiles {
  const own = loadOwnConfig(folder);
  const within = (path: string): string => {
    if (!leadsOut(path)) return join(folder, path);
    throw new UnusableError(
      'input/outside',
      OUTSIDE,
      {},
      { file: own?.file ?? shownPath(folder), line: 1, column: 1, endLine: 1, endColumn: 1 },
    );
  };
  const logs = within(own?.logs ?? 'logs');
  return {
    profile: within(own?.profile ?? 'profile.yaml'),
    logs: isFolder(logs) ? logsIn(logs) : [],
    ...(own?.logs === undefined || isFolder(logs) ? {} : { lacking: logs }),
    ...(own?.waivers === undefined ? {} : { ownWaivers: join(folder, own.waivers) }),
  };
}

const OUTSIDE: Wording = {
  zh: '配置里的路径指到了机构文件夹之外，没有采用',
  en: "the configuration names a path outside the institution's folder, which was not read",
};

/** Whether a path leads out of the folder that it is relative to: to the files of others, say. */
function leadsOut(path: string): boolean {
  return isAbsolute(path) || /^\.\.(?:[\\/]|$)/.test(normalize(path));
}
