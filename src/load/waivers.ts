/** Reads waivers from disk. */
import type { Waivers } from '../check/waive.js';
import type { Config } from '../config/config.js';
import { shownPath } from '../io/files.js';
import { readWaivers } from '../waivers/read.js';
import type { Waiver } from '../waivers/waiver.js';
import { waiversFile } from './config.js';
import { loadText } from './text.js';

const MOST_BYTES = 1024 * 1024;
const NO_TEXT = {
  code: 'input/encoding',
  words: { zh: '豁免文件不是文本，请另存为 UTF-8', en: 'the file of waivers is not text; save it as UTF-8' },
} as const;

/**
 * Reads a file of waivers, YAML or CSV.
 *
 * @throws {UnusableError} if it is missing, not text, or holds what is no waiver.
 */
export function loadWaivers(path: string): Waiver[] {
  return readWaivers(loadText(path, MOST_BYTES, NO_TEXT), shownPath(path));
}

/** Returns the waivers that a configuration names, if it names any. */
export function ownWaivers(config: Config | undefined): Waivers | undefined {
  const path = waiversFile(config);
  const list = path === undefined ? [] : loadWaivers(path);
  return list.length > 0 ? { list, shared: false } : undefined;
}
