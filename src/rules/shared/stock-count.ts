/** Compares the stock that the profile counts with what the ledger has left on that day. */
import { itemOf, type SupplyId, type SupplyUnit, unitOf } from '../../logs/items.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { ItemId } from '../../plan/items.js';
import type { Profile } from '../../profile/profile.types.js';
import { type Entry, exact, stockOf } from './ledger.js';

type Supplies = NonNullable<Profile['supplies']>;

/**
 * What the profile says of a stock as it is counted, and in which unit. Alcohol is not compared: the profile counts the
 * bottles that stand in the rooms.
 */
const COUNTED: readonly {
  readonly item: SupplyId & ItemId;
  readonly unit: SupplyUnit;
  readonly stated: (supplies: Supplies) => number | undefined;
}[] = [
  { item: 'mask', unit: 'piece', stated: ({ masks }) => masks?.pieces },
  { item: 'bleach84', unit: 'bottle', stated: ({ bleach84 }) => sumOf(bleach84?.lots) },
  { item: 'sprayer', unit: 'piece', stated: ({ sprayers }) => sumOf(sprayers) },
  { item: 'thermometerGun', unit: 'piece', stated: ({ thermometerGuns }) => thermometerGuns },
  { item: 'ppeCap', unit: 'piece', stated: ({ ppe }) => ppe?.caps },
  { item: 'ppeGloves', unit: 'pair', stated: ({ ppe }) => ppe?.gloves },
  { item: 'ppeShoeCovers', unit: 'pair', stated: ({ ppe }) => ppe?.shoeCovers },
  { item: 'clinicalThermometer', unit: 'piece', stated: ({ ppe }) => ppe?.clinicalThermometers },
  { item: 'coldMedicine', unit: 'pack', stated: ({ coldMedicine }) => sumOf(coldMedicine) },
];

/** The sum of a list's counts, undefined where one is not given. */
function sumOf(list: readonly { readonly count?: number }[] | undefined): number | undefined {
  return list?.reduce<number | undefined>(
    (sum, { count }) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}

/** A thing of which ledger and profile have different numbers. `row` is the last of it. */
interface Difference {
  readonly item: ItemId;
  readonly row: RowOf<'supplies'>;
  readonly have: number;
  readonly stated: number;
}

/** Yields the things of which the ledger has at the end of the day another number than the profile. */
export function* differences(entries: readonly Entry[], on: string, supplies: Supplies): Generator<Difference> {
  const left = new Map<string, RowOf<'supplies'>>();
  for (const { row, day } of entries) {
    const stock = stockOf(row);
    if (stock === undefined || day > on) continue;
    // deleted first, so that the last row stands last
    left.delete(stock);
    left.set(stock, row);
  }
  const rowsOf = new Map<SupplyId | undefined, RowOf<'supplies'>[]>();
  for (const row of left.values()) {
    const item = itemOf(row.item ?? '');
    const others = rowsOf.get(item);
    if (others) others.push(row);
    else rowsOf.set(item, [row]);
  }
  for (const { item, unit, stated: statedIn } of COUNTED) {
    const stated = statedIn(supplies);
    const rows = rowsOf.get(item) ?? [];
    const last = rows.at(-1);
    if (stated === undefined || !last) continue;
    // how many are in a pack is not known
    if (rows.some((row) => row.balance === undefined || unitOf(row.unit ?? '') !== unit)) continue;
    const have = exact(rows.reduce((sum, { balance = 0 }) => sum + balance, 0));
    // the masks of the protective sets are kept with the others, or apart
    const withSets = item === 'mask' ? stated + (supplies.ppe?.masks ?? 0) : stated;
    if (have !== stated && have !== withSets) yield { item, row: last, have, stated };
  }
}
