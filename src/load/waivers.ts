/** Reads waivers from disk. */
import type { Config } from '../config/config.js';
import { UnusableError } from '../errors.js';
import { readInput, shownPath } from '../io/files.js';
import { RULES } from '../rules/index.js';
import { decode } from '../text/decode.js';
import { readWaivers } from '../waivers/read.js';
import type { Waiver } from '../waivers/waiver.js';
import { waiversFile } from './config.js';

const MOST_BYTES = 1024 * 1024;

/**
 * Reads a file of waivers, YAML or CSV.
 *
 * @throws {UnusableError} if it is missing, not text, or holds what is no waiver.
 */
export function loadWaivers(path: string): Waiver[] {
  const file = shownPath(path);
  const decoded = decode(readInput(path, MOST_BYTES));
  if (decoded.ok)
    return readWaivers(
      decoded.text,
      file,
      RULES.map(({ id }) => id),
    );
  throw new UnusableError(
    'input/encoding',
    { zh: '豁免文件不是文本，请另存为 UTF-8', en: 'the file of waivers is not text; save it as UTF-8' },
    {},
    { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
  );
}

/** Returns the waivers that a configuration names, none if it names none. */
export function ownWaivers(config: Config | undefined): Waiver[] {
  const path = waiversFile(config);
  return path === undefined ? [] : loadWaivers(path);
}
