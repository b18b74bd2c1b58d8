/** When the ledger falls below the numbers of 四（六）. */
import { itemOf, type SupplyId, type SupplyUnit, unitOf } from '../../logs/items.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { ItemId } from '../../plan/items.js';
import { keeps, type Limit, times } from '../../plan/limit.js';
import type { Limits } from '../../plan/limits.js';
import type { Profile } from '../../profile/profile.types.js';
import { type Entry, exact, stockOf } from './ledger.js';

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

/** A thing of which too little is left. `row` is the first after which it is. */
interface LowStock {
  readonly item: ItemId;
  readonly row: RowOf<'supplies'>;
  readonly have: number;
  readonly limit: Limit;
}

/** Yields each thing of which the ledger has too little at the end of some day, once. */
export function* lowStocks(entries: readonly Entry[], profile: Profile, limits: Limits): Generator<LowStock> {
  const classrooms = (profile.spaces ?? []).filter(({ kind }) => kind === 'classroom').length;
  for (const { item, unit, least } of NEEDED) {
    const limit = least(limits, classrooms);
    const own = entries.filter(({ row }) => itemOf(row.item ?? '') === item);
    // how many are in a pack is not known
    if (!limit || own.some(({ row }) => row.balance === undefined || unitOf(row.unit ?? '') !== unit)) continue;
    const balances = new Map<string, number>();
    for (const [i, { row, day }] of own.entries()) {
      balances.set(stockOf(row) ?? '', row.balance ?? 0);
      if (own[i + 1]?.day === day) continue;
      const have = exact([...balances.values()].reduce((sum, balance) => sum + balance, 0));
      if (keeps(limit, have)) continue;
      yield { item, row, have, limit };
      break;
    }
  }
}
