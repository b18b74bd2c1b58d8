/** Did-you-mean: the known name that an unknown one most likely stands for. */
import { closest, distance } from 'fastest-levenshtein';

/** Returns the name that is spelt most alike, if few enough of its letters differ. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  // of several as near, the one that begins alike: people mix up letters inside a word
  const alike = known.filter((each) => each[0] === name[0]);
  const [near = '', other = ''] = [closest(name, known), closest(name, alike)];
  const found = other !== '' && distance(name, other) === distance(name, near) ? other : near;
  const most = Math.min(Math.floor(found.length / 2), Math.max(2, Math.floor(found.length / 3)));
  return found !== '' && distance(name, found) <= most ? found : undefined;
}
