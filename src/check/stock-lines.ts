/** How much there was of each thing in the ledger, day by day, beside what 四（六） asks for. */
import { itemOf, type SupplyUnit, unitOf } from '../logs/items.js';
import type { Logs } from '../logs/logs.js';
import type { ItemId } from '../plan/items.js';
import { type Limit, leastWhole } from '../plan/limit.js';
import type { Plan } from '../plan/plan.js';
import type { Profile } from '../profile/profile.types.js';
import { ifReadable } from '../profile/read.js';
import { type Entry, entriesInOrder, stockLevels } from '../rules/shared/ledger.js';
import { neededStocks } from '../rules/shared/low-stock.js';
import type { Figures, StockLine } from '../types.js';

/** Returns a line for each of the plan's things of which the ledger has rows, all in one unit. */
export function stockLines(
  logs: Logs,
  profile: Profile | undefined,
  { items, limits }: Plan,
  period: NonNullable<Figures['period']>,
): StockLine[] {
  const needed = ifReadable(() => neededStocks(profile, limits)) ?? neededStocks(undefined, limits);
  const entries = entriesInOrder(logs);
  return (Object.keys(items) as ItemId[]).flatMap((item) => {
    const own = entries.filter(({ row }) => itemOf(row.item ?? '') === item);
    const { unit, limit } = needed.find((each) => each.item === item) ?? {};
    const days = isComparable(own, unit) ? levelsWithin(own, period) : [];
    if (days.length === 0) return [];
    const minimum = limit && minimumOf(limit);
    return [{ item: items[item].name, unit: items[item].unit, ...(minimum ? { minimum } : {}), days }];
  });
}

/** Whether all rows have a balance in the same unit: how many are in a pack is not known. */
function isComparable(own: readonly Entry[], unit: SupplyUnit | undefined): boolean {
  const wanted = unit ?? unitOf(own[0]?.row.unit ?? '');
  return wanted !== undefined && own.every(({ row }) => row.balance !== undefined && unitOf(row.unit ?? '') === wanted);
}

/** The levels of the period. What there was before stands on its first day. */
function levelsWithin(own: readonly Entry[], { from, to }: NonNullable<Figures['period']>): StockLine['days'] {
  const days = new Map<string, number>();
  for (const { day, have } of stockLevels(own)) if (day <= to) days.set(day < from ? from : day, have);
  return [...days];
}

function minimumOf(limit: Limit): StockLine['minimum'] {
  return 'clause' in limit.source ? { quantity: leastWhole(limit), clause: limit.source.clause } : undefined;
}
