/** When the ledger falls below the numbers of 四（六）. */
import { itemOf, type SupplyId, type SupplyUnit, unitOf } from '../../logs/items.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { ItemId } from '../../plan/items.js';
import { keeps, type Limit, times } from '../../plan/limit.js';
import type { Limits } from '../../plan/limits.js';
import type { Profile } from '../../profile/profile.types.js';
import { classroomsOf } from './classrooms.js';
import { type Entry, stockLevels } from './ledger.js';

/** What must be there, and in which unit it is counted; undefined where the profile does not say how much is needed. */
const NEEDED: readonly {
  readonly item: SupplyId & ItemId;
  readonly unit: SupplyUnit;
  readonly least: (limits: Limits, classrooms: number) => Limit | undefined;
}[] = [
  {
    item: 'mask',
    unit: 'piece',
    least: ({ masksPerClassroom }, classrooms) => (classrooms > 0 ? times(masksPerClassroom, classrooms) : undefined),
  },
  { item: 'bleach84', unit: 'bottle', least: ({ bleachBottles }) => bleachBottles },
  { item: 'sprayer', unit: 'piece', least: ({ sprayers }) => sprayers },
  { item: 'thermometerGun', unit: 'piece', least: ({ thermometerGuns }) => thermometerGuns },
];

/** Returns what must be there, as far as the profile says how much. */
export function neededStocks(
  profile: Profile | undefined,
  limits: Limits,
): readonly { readonly item: SupplyId & ItemId; readonly unit: SupplyUnit; readonly limit: Limit }[] {
  const classrooms = classroomsOf(profile).length;
  return NEEDED.flatMap(({ item, unit, least }) => {
    const limit = least(limits, classrooms);
    return limit ? [{ item, unit, limit }] : [];
  });
}

/** A thing of which too little is left. `row` is the first after which it is. */
interface LowStock {
  readonly item: ItemId;
  readonly row: RowOf<'supplies'>;
  readonly have: number;
  readonly limit: Limit;
}

/** Yields each thing of which the ledger has too little at the end of some day, once. */
export function* lowStocks(entries: readonly Entry[], profile: Profile, limits: Limits): Generator<LowStock> {
  for (const { item, unit, limit } of neededStocks(profile, limits)) {
    const own = entries.filter(({ row }) => itemOf(row.item ?? '') === item);
    // how many are in a pack is not known
    if (own.some(({ row }) => row.balance === undefined || unitOf(row.unit ?? '') !== unit)) continue;
    for (const { row, have } of stockLevels(own)) {
      if (keeps(limit, have)) continue;
      yield { item, row, have, limit };
      break;
    }
  }
}
