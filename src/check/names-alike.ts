/** Says which names and numbers of the profile are compared with the logs as they stand, since folding makes them equal. */
import { inputCheck } from '../input-check.js';
import type { Known, Spellings } from '../logs/known.js';
import { spellingsFolded } from '../logs/names.js';
import { foldingsOf } from '../logs/people.js';
import type { ProfileSource } from '../profile/read.js';
import { type Draft, ofCheck } from './draft.js';

/** Names or numbers that are not told apart by what is folded. */
export const NAMES_ALIKE = inputCheck({
  id: 'input/names-alike',
  severity: 'info',
  messages: {
    alike: {
      zh: '概况里有 {count} 处名称或编号只差空格、间隔号、大小写或前面的 0，与日志比对时按原样区分',
      en: '{count} {count:name or number|names or numbers} of the profile {count:differs from another|differ from others} only in blanks, middle dots, case or leading zeros; with the logs they are compared as they stand',
    },
  },
});

/** Returns one finding, at the first of them. */
export function* namesAlikeDrafts(source: ProfileSource, known: Known): Generator<Draft> {
  const { name, number, bareNumber } = foldingsOf(known.people);
  const paths = new Set([name, number, bareNumber].flatMap(({ alike }) => alike.map(([, path]) => String(path))));
  for (const [path, entries] of listsOf(known))
    for (const [, i] of spellingsFolded(entries ?? []).alike) paths.add(`${path}[${i}]`);
  const [first] = paths;
  if (first === undefined) return;
  const location = source.locateNearest(first);
  yield ofCheck(NAMES_ALIKE, 'alike', { location, path: first, params: { count: paths.size } });
}

function listsOf({ spaces, classes, bins, entrances }: Known): (readonly [string, readonly Spellings[] | undefined])[] {
  return [
    ['spaces', spaces],
    ['classes', classes],
    ['hygiene.maskBins', bins],
    ['entrances', entrances],
  ];
}
