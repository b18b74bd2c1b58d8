/** Where an institution keeps its profile, its logs and its waivers: all inside its folder, or they are not read. */
import { isAbsolute, join, normalize, relative } from 'node:path';
import { NO_LOGS, NOT_LOOKED_INTO, OUTSIDE } from '../check/handed-in.js';
import type { Config } from '../config/config.js';
import { isWorded, type UnfinishedError, UnusableError } from '../errors.js';
import { isFolder, isLink, isThere, leadsOutOf, shownPath } from '../io/files.js';
import { filesIn, foldersIn, holdsFile } from '../io/folders.js';
import type { Location, Params, Wording } from '../types.js';
import { configIn, readConfigFile } from './config.js';

/** Files of a folder that are logs by their name. Workbooks are taken too, to say that they must be saved as CSV. */
const LOG_FILE = /\.(?:csv|tsv|txt|xlsx?|et)$/i;
/** So many logs of one folder are read: twenty kinds, a file for every day of a year. */
const MOST_LOGS = 10_000;

/** Returns whether a folder is that of an institution: it has a profile, or a configuration that says where things lie. */
export function isInstitution(folder: string): boolean {
  if (isThere(join(folder, 'profile.yaml'))) return true;
  const path = configIn(folder).first;
  if (path === undefined || leadsOutOf(folder, path)) return false;
  try {
    const { profile, logs } = readConfigFile(path);
    return profile !== undefined || logs !== undefined;
  } catch (error) {
    // whoever uses it says what is wrong
    if (isWorded(error)) return false;
    throw error;
  }
}

/** Returns whether a folder is meant as that of an institution, be it one whose profile is missing. */
export function looksLikeInstitution(folder: string): boolean {
  const logs = join(folder, 'logs');
  return isInstitution(folder) || (isFolder(logs) && mayHoldLogs(logs));
}

/** What of an institution is not read. */
export interface Refused {
  readonly path: string;
  /** `all`: the configuration, without which nobody knows where the rest is. */
  readonly holds: 'all' | 'profile' | 'logs' | 'waivers';
  readonly why: UnusableError | UnfinishedError;
}

/** The files of an institution. */
export interface InstitutionFiles {
  /** Absent where it is refused. */
  readonly profile?: string;
  readonly logs: readonly string[];
  readonly refused: readonly Refused[];
  /** Its own configuration, where it has one. */
  readonly config?: Config;
  readonly ownWaivers?: string;
}

/** Returns what is not read and may be, or hold, logs of any kind. */
export function unreadLogsOf({ refused }: Pick<InstitutionFiles, 'refused'>): string[] {
  return refused.filter(({ holds }) => holds === 'logs' || holds === 'all').map(({ path }) => path);
}

/** Returns where an institution keeps its files, by its own configuration or as `init` writes them. */
export function institutionFiles(folder: string): InstitutionFiles {
  const refused: Refused[] = [];
  const refuse = (path: string, holds: Refused['holds'], why: Refused['why']): undefined => {
    refused.push({ path, holds, why });
  };
  const path = configIn(folder).first;
  let config: Config | undefined;
  try {
    if (path !== undefined && leadsOutOf(folder, path)) throw refusal(OUTSIDE, 'link', path, nameIn(folder, path));
    config = path === undefined ? undefined : readConfigFile(path);
  } catch (error) {
    if (!isWorded(error)) throw error;
    refuse(path ?? folder, 'all', error);
    return { logs: [], refused };
  }
  const inside = (named: string, holds: Refused['holds']): string | undefined => {
    const own = join(folder, named);
    if (leadsOut(named)) return refuse(own, holds, refusal(OUTSIDE, 'config', config?.file ?? folder));
    return leadsOutOf(folder, own) ? refuse(own, holds, refusal(OUTSIDE, 'link', own, nameIn(folder, own))) : own;
  };
  const profile = inside(config?.profile ?? 'profile.yaml', 'profile');
  const logs = inside(config?.logs ?? 'logs', 'logs');
  const ownWaivers = config?.waivers === undefined ? undefined : inside(config.waivers, 'waivers');
  const found = logs === undefined ? { logs: [], refused: [] } : folderOfLogs(folder, logs, config?.logs !== undefined);
  return {
    ...(profile === undefined ? {} : { profile }),
    logs: found.logs,
    refused: [...refused, ...found.refused],
    ...(config ? { config } : {}),
    ...(ownWaivers === undefined ? {} : { ownWaivers }),
  };
}

/** The folder of logs as an institution has it; `isNamed`: by its configuration, so that it must be there. */
function folderOfLogs(home: string, folder: string, isNamed: boolean): Pick<InstitutionFiles, 'logs' | 'refused'> {
  if (isFolder(folder)) return logsOf(home, folder);
  const why = isNamed ? 'noFolder' : isThere(folder) ? 'notAFolder' : undefined;
  return {
    logs: [],
    refused: why === undefined ? [] : [{ path: folder, holds: 'logs', why: refusal(NO_LOGS, why, folder) }],
  };
}

/** Returns the logs in a folder, and what in it is not read: what leads out of `home`, lies deeper, or is too much. */
export function logsOf(home: string, folder: string): Pick<InstitutionFiles, 'logs' | 'refused'> {
  const refused = (path: string, why: Refused['why']): Refused => ({ path, holds: 'logs', why });
  try {
    const all = filesIn(folder).filter((path) => LOG_FILE.test(path));
    const beyond = all[MOST_LOGS];
    const own = all.slice(0, MOST_LOGS);
    const outside = own.filter((path) => isLink(path) && leadsOutOf(home, path));
    const deeper = home === folder ? [] : foldersBelow(folder);
    const more = { most: MOST_LOGS, all: all.length };
    return {
      logs: outside.length === 0 ? own : own.filter((path) => !outside.includes(path)),
      refused: [
        ...outside.map((path) => refused(path, refusal(OUTSIDE, 'link', path, nameIn(home, path)))),
        ...deeper.map((path) => refused(path, refusal(NOT_LOOKED_INTO, 'deeper', path, nameIn(home, path)))),
        ...(beyond === undefined
          ? []
          : [refused(beyond, refusal(NOT_LOOKED_INTO, 'more', beyond, { ...nameIn(home, beyond), ...more }))]),
      ],
    };
  } catch (error) {
    if (isWorded(error)) return { logs: [], refused: [refused(folder, error)] };
    throw error;
  }
}

/** The folders in the folder of logs that may hold more of them. */
function foldersBelow(folder: string): string[] {
  const { folders, passedOver } = foldersIn(folder);
  return [...folders, ...passedOver].filter((path) => isFolder(path) && mayHoldLogs(path));
}

/** Whether there are logs in a folder, or more in it than can be said. Links are not followed. */
function mayHoldLogs(folder: string): boolean {
  try {
    return isLink(folder) || holdsFile(folder, LOG_FILE) !== false;
  } catch (error) {
    if (isWorded(error)) return true;
    throw error;
  }
}

/** The path inside the folder of an institution, as its people know it. */
function nameIn(home: string, path: string): { readonly name: string } {
  return { name: relative(home, path).replace(/\\/g, '/') };
}

/** Returns what is said of something that is not read. */
function refusal<Message extends string>(
  { id, messages }: { readonly id: string; readonly messages: Readonly<Record<Message, Wording>> },
  message: NoInfer<Message>,
  path: string,
  params: Params = {},
): UnusableError {
  const file = shownPath(path);
  const location: Location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return new UnusableError(id, messages[message], params, location);
}

/** Whether a path leads out of the folder that it is relative to: to the files of others, say. */
function leadsOut(path: string): boolean {
  return isAbsolute(path) || /^\.\.(?:[\\/]|$)/.test(normalize(path));
}
