/** The titles of kinds of logs, as reports name them. */
import { kindByName } from '../logs/kinds/index.js';
import type { Wording } from '../types.js';

/** Returns the title of a kind of log by its name. */
export function kindTitle(name: string): Wording {
  return kindByName(name)?.title ?? { zh: '无法识别', en: 'not recognised' };
}
