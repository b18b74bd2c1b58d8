/** Compares the 14-day survey with the list of arrivals and returns. */

import { folded } from '../../logs/fold.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { Returnee } from '../../profile/profile.types.js';

type Row = RowOf<'history14'>;

/** Where the two do not agree. */
export interface ReturneeDifferences {
  /** Rows that show a stay in a key area or abroad, of people who are not in the list. */
  readonly notListed: readonly Row[];
  /** Positions in the list of people of whom the survey shows no such stay. */
  readonly notFlagged: readonly number[];
}

/** Compares by identity number where both give one, else by name. Who gives neither is left out. */
export function compareReturnees(rows: readonly Row[], list: readonly Returnee[]): ReturneeDifferences {
  const flagged = rows.filter(({ area_type: type }) => type === '国内重点地区' || type === '境外');
  // a row without a readable answer may be about someone in the list
  const isPossible = finder(rows.filter(({ area_type: type }) => type !== '无').map(identityOf));
  const isListed = finder(list.map(identityOf));
  return {
    notListed: flagged.filter((row) => !isListed(identityOf(row))),
    notFlagged: list.flatMap((each, i) => (isPossible(identityOf(each)) ? [] : [i])),
  };
}

interface Identity {
  readonly name: string;
  readonly id: string;
}

function identityOf(one: Row | Returnee): Identity {
  const id = 'at' in one ? one.id_no : one.idNumber;
  return { name: folded(one.name ?? ''), id: (id ?? '').toUpperCase() };
}

/** Returns a function that tells whether someone is, or could be, one of these people. */
function finder(people: readonly Identity[]): (one: Identity) => boolean {
  const ids = new Set(people.map(({ id }) => id));
  const names = new Set(people.map(({ name }) => name));
  const withoutId = new Set(people.filter(({ id }) => id === '').map(({ name }) => name));
  return ({ name, id }) => {
    if (name === '' && id === '') return true;
    if (id === '') return names.has(name);
    return ids.has(id) || withoutId.has(name);
  };
}
