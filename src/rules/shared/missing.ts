/** What a list of the profile does not say of its items. */
import type { Missing } from '../rule.js';

/** Yields every one of the keys that an item of the list, which stands at the path `at`, does not give. */
export function* missingFrom<Item extends object>(
  items: readonly Item[],
  at: string,
  keys: readonly (keyof Item & string)[],
): Iterable<Missing> {
  for (const [i, item] of items.entries()) {
    for (const key of keys) {
      if (item[key] === undefined) yield { missing: `${at}[${i}].${key}` };
    }
  }
}
