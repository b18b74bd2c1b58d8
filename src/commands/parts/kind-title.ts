/** The titles of kinds of files, as reports name them. */
import { kindByName } from '../../logs/kinds/index.js';
import { LISTS } from '../../logs/lists/index.js';
import type { Wording } from '../../types.js';

/** Returns the title of a kind of log, or of a list of the profile, by its name. */
export function kindTitle(name: string): Wording {
  return (
    (kindByName(name) ?? LISTS.find((list) => list.name === name))?.title ?? { zh: '无法识别', en: 'not recognised' }
  );
}
