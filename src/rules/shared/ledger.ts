/** The supplies ledger in the order of time, and which of its rows are about the same stock. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import { chained } from './chain.js';

/** A row of the ledger with its day. */
export interface Entry {
  readonly row: RowOf<'supplies'>;
  readonly day: string;
}

/** Returns the rows by their day, those of one day and stock so that they chain. A row without a date belongs to the day before it. */
export function entriesInOrder(logs: Logs): readonly Entry[] {
  let day = '';
  const entries = logs.rows('supplies').map((row) => {
    day = row.date ?? day;
    return { row, day };
  });
  return inChains(entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));
}

/** Puts the rows of each day and stock in the order in which they chain, in the places that they have among the others. */
function inChains(entries: readonly Entry[]): readonly Entry[] {
  const groups = new Map<string, { readonly stock: string; readonly places: number[] }>();
  for (const [i, { row, day }] of entries.entries()) {
    const stock = stockOf(row);
    if (stock === undefined) continue;
    const known = groups.get(`${day} ${stock}`);
    if (known) known.places.push(i);
    else groups.set(`${day} ${stock}`, { stock, places: [i] });
  }
  const ordered = [...entries];
  const left = new Map<string, number | undefined>();
  for (const { stock, places } of groups.values()) {
    const rows = chained(
      places.map((i) => (entries[i] as Entry).row),
      left.get(stock),
    );
    for (const [i, place] of places.entries())
      ordered[place] = { row: rows[i] as Entry['row'], day: (entries[place] as Entry).day };
    left.set(stock, rows.at(-1)?.balance);
  }
  return ordered;
}

/** Returns what rows about the same thing in the same store share; undefined where the thing or the store is not given. */
export function stockOf({ item, spec, unit, storage }: RowOf<'supplies'>): string | undefined {
  if (item === undefined || storage === undefined) return undefined;
  return [item, spec ?? '', unit ?? '', storage].map(dense).join('\t');
}

/** What there is of a thing at the end of a day, in all stores together. `row` is the last of the day. */
export interface StockLevel {
  readonly day: string;
  readonly row: RowOf<'supplies'>;
  readonly have: number;
}

/** Yields what there is after each day on which the ledger has rows of a thing. They must be of that thing alone. */
export function* stockLevels(entries: readonly Entry[]): Generator<StockLevel> {
  const balances = new Map<string, number>();
  for (const [i, { row, day }] of entries.entries()) {
    balances.set(stockOf(row) ?? '', row.balance ?? 0);
    if (entries[i + 1]?.day === day) continue;
    yield { day, row, have: exact([...balances.values()].reduce((sum, balance) => sum + balance, 0)) };
  }
}

/** Returns a text without spaces and differences of width and case, for comparing names of stores. */
export function dense(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Returns a sum of quantities without the traces of binary fractions. */
export function exact(sum: number): number {
  return Number(sum.toFixed(6));
}
