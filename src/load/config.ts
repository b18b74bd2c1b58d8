/** Reads the configuration from disk. */
import { dirname, join } from 'node:path';
import { type Config, readConfig } from '../config/config.js';
import { isFile, shownPath } from '../io/files.js';
import { fileBeside } from '../io/folders.js';
import { RULES } from '../rules/index.js';
import { PLAN } from '../run/plan.js';
import { loadText } from './text.js';

const MOST_BYTES = 256 * 1024;

/**
 * Reads the configuration that was named, else `resume-check.yaml` in the folder or the one above, if there is one.
 *
 * @throws {UnusableError} if it is missing, not text, or says what it may not.
 */
export function loadConfig(named: string | undefined, folder: string): Config | undefined {
  const path = named ?? fileBeside(folder, 'resume-check.yaml');
  return path === undefined ? undefined : read(path);
}

/** Reads the `resume-check.yaml` in a folder, if there is one. */
export function loadOwnConfig(folder: string): Config | undefined {
  const path = join(folder, 'resume-check.yaml');
  return isFile(path) ? read(path) : undefined;
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

function read(path: string): Config {
  return readConfig(loadText(path, MOST_BYTES, NO_TEXT), shownPath(path), PLAN, RULES);
}

const NO_TEXT = {
  code: 'input/encoding',
  words: { zh: '配置文件不是文本，请另存为 UTF-8', en: 'the configuration is not text; save it as UTF-8' },
} as const;
