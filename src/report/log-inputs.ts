/** Tells logs from what else was read. */
import { LISTS } from '../logs/lists/index.js';
import type { Input } from '../types.js';

const OF_PROFILE: ReadonlySet<string> = new Set(['profile', ...LISTS.map(({ name }) => name)]);

/** Returns the logs among the files that were read. */
export function logInputs(inputs: readonly Input[]): Input[] {
  return inputs.filter(({ kind }) => !OF_PROFILE.has(kind));
}
