/** Reads a profile from disk, with the files of its lists. */
import { dirname, join } from 'node:path';
import type { LoadedProfile } from '../check/check.js';
import { UnusableError } from '../errors.js';
import { leadsOutOf, readInput, shownPath } from '../io/files.js';
import { takeRoom } from '../io/room.js';
import { type ListRefusal, readList } from '../logs/lists/read.js';
import { MAX_LIST_BYTES, type ReadList } from '../profile/lists.js';
import { MAX_PROFILE_BYTES, readProfile } from '../profile/read.js';
import { PLAN } from '../run/plan.js';
import { decode } from '../text/decode.js';
import type { Wording } from '../types.js';

const NO_PROFILE: Wording = {
  zh: '找不到文件。用 resume-check init 生成一份',
  en: 'no such file; resume-check init writes one',
};

/**
 * Reads one profile from disk, in UTF-8, GB18030, or UTF-16 with a byte order mark.
 *
 * @throws {UnusableError} if it is missing, too large, not text, or no profile.
 */
export function loadProfile(path: string): LoadedProfile {
  const file = shownPath(path);
  const bytes = readInput(path, MAX_PROFILE_BYTES, NO_PROFILE);
  takeRoom(bytes.length, 'yaml');
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const words =
      decoded.reason === 'utf-16-without-bom'
        ? {
            zh: '文件像是没有标记的 UTF-16，请另存为 UTF-8',
            en: 'the file looks like UTF-16 without a mark; save it as UTF-8',
          }
        : {
            zh: '文件不是文本：既不是 UTF-8 也不是 GBK，请另存为 UTF-8',
            en: 'the file is not text: neither UTF-8 nor GBK; save it as UTF-8',
          };
    throw new UnusableError('input/encoding', words, {}, { file, line: 1, column: 1, endLine: 1, endColumn: 1 });
  }
  return { source: readProfile(decoded.text, file, listsIn(dirname(path))), encoding: decoded.encoding };
}

/** Reads lists from files in the folder. */
function listsIn(folder: string): ReadList {
  return (name, list) => {
    const path = join(folder, name);
    if (leadsOutOf(folder, path)) return { ok: false, reason: 'outside', params: {} };
    let bytes: Uint8Array;
    try {
      bytes = readInput(path, MAX_LIST_BYTES);
      takeRoom(bytes.length, 'log');
    } catch (error) {
      if (!(error instanceof UnusableError)) throw error;
      const reason = error.code.replace('input/', '') as ListRefusal;
      return { ok: false, reason, params: { most: MAX_LIST_BYTES } };
    }
    return readList(shownPath(path), () => [bytes], list, PLAN.limits);
  };
}
