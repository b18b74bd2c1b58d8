/** Finds the configuration, and reads it from disk. */
import { dirname, join, resolve } from 'node:path';
import { type Config, readConfig } from '../config/config.js';
import { isThere, shownPath } from '../io/files.js';
import { RULES } from '../rules/index.js';
import { PLAN } from '../run/plan.js';
import { loadText } from './text.js';

const MOST_BYTES = 256 * 1024;
const NAMES = ['resume-check.yaml', 'resume-check.yml'] as const;

/** The configuration by which is judged, and those that were found and are not used. */
export interface FoundConfig {
  readonly config?: Config;
  /** Whether it was found, not named. */
  readonly isFound: boolean;
  /** As they are shown. */
  readonly unused: readonly string[];
}

/**
 * Returns the configuration that was named, else the first one in the folders. Where one is named, none is looked for.
 *
 * @throws {UnusableError} if it is missing, not text, or says what it may not.
 */
export function loadConfig(named: string | undefined, folders: readonly string[]): FoundConfig {
  if (named !== undefined) return { config: readConfigFile(named), isFound: false, unused: [] };
  const [first, ...others] = folders.flatMap((folder) => {
    const { first, others } = configIn(folder);
    return first === undefined ? [] : [first, ...others];
  });
  return {
    ...(first === undefined ? {} : { config: readConfigFile(first) }),
    isFound: first !== undefined,
    unused: others.map(shownPath),
  };
}

/**
 * Returns the folder and those above it where a configuration may lie: up to the root of the repository, outside a
 * repository only the one above.
 */
export function upwards(folder: string): string[] {
  const all = [resolve(folder)];
  for (let last = all[0] as string; dirname(last) !== last; last = all.at(-1) as string) all.push(dirname(last));
  const root = all.findIndex((each) => isThere(join(each, '.git')));
  return all.slice(0, root < 0 ? 2 : root + 1);
}

/** Returns whether a file is a configuration by its name. */
export function isConfigName(name: string): boolean {
  return (NAMES as readonly string[]).includes(name);
}

/** Returns the configurations in a folder: the one that counts, and the other where it is written both ways. */
export function configIn(folder: string): { readonly first?: string; readonly others: readonly string[] } {
  const [first, ...others] = NAMES.map((name) => join(folder, name)).filter(isThere);
  return { ...(first === undefined ? {} : { first }), others };
}

/** Returns the files of a configuration, the waivers that it names among them; none without one. */
export function filesOfConfig(config: Config | undefined): string[] {
  const waivers = waiversFile(config);
  return config === undefined ? [] : [config.file, ...(waivers === undefined ? [] : [waivers])];
}

/** Returns the file of waivers that a configuration names, if any. Its paths are relative to its folder. */
export function waiversFile(config: Config | undefined): string | undefined {
  return config?.waivers === undefined ? undefined : join(dirname(config.file), config.waivers);
}

/**
 * Reads a configuration.
 *
 * @throws {UnusableError} if it is missing, not text, or says what it may not.
 */
export function readConfigFile(path: string): Config {
  return readConfig(loadText(path, MOST_BYTES, NO_TEXT), shownPath(path), PLAN, RULES);
}

const NO_TEXT = {
  code: 'input/encoding',
  words: { zh: '配置文件不是文本，请另存为 UTF-8', en: 'the configuration is not text; save it as UTF-8' },
} as const;
