/** The order of the rows of one day about one stock: the one in which each begins with what the row before it left. */
import type { RowOf } from '../../logs/kinds/index.js';

type Row = RowOf<'supplies'>;

/**
 * Returns rows of one stock and day in an order that chains, from what was left before where that is known; the same order
 * however they stand. Where no order chains, in pieces that do. Rows that lack a number stay as they stand.
 */
export function chained(rows: readonly Row[], left: number | undefined): readonly Row[] {
  if (rows.length < 2 || rows.some(({ opening, balance }) => opening === undefined || balance === undefined))
    return rows;
  const sorted = [...rows].sort((a, b) => compare(a.at.record, b.at.record));
  const whole = trail(sorted, startOf(sorted, left));
  return whole.length === rows.length && whole.every((row, i) => i === 0 || row.opening === whole[i - 1]?.balance)
    ? whole
    : pieces(sorted, left);
}

/** Where a chain of all rows would begin: at what more rows begin with than end with, else at what was left, or anywhere. */
function startOf(rows: readonly Row[], left: number | undefined): number | undefined {
  const surplus = new Map<number, number>();
  for (const { opening = 0, balance = 0 } of rows) {
    surplus.set(opening, (surplus.get(opening) ?? 0) + 1);
    surplus.set(balance, (surplus.get(balance) ?? 0) - 1);
  }
  for (const [amount, count] of surplus) if (count > 0) return amount;
  return rows.some(({ opening }) => opening === left) ? left : rows[0]?.opening;
}

/** Rows by what they begin with, to be taken one after the other. */
function byOpening(rows: readonly Row[]): Map<number, Row[]> {
  const from = new Map<number, Row[]>();
  for (const row of [...rows].reverse()) {
    const others = from.get(row.opening ?? 0);
    if (others) others.push(row);
    else from.set(row.opening ?? 0, [row]);
  }
  return from;
}

/** All rows that can be reached from an amount, as a chain if there is one (Hierholzer: what leads nowhere comes last). */
function trail(rows: readonly Row[], start: number | undefined): readonly Row[] {
  const from = byOpening(rows);
  const path: (Row | undefined)[] = [undefined];
  const order: Row[] = [];
  while (path.length > 0) {
    const last = path.at(-1);
    const next = from.get(last ? (last.balance ?? 0) : (start ?? 0))?.pop();
    if (next) path.push(next);
    else {
      path.pop();
      if (last) order.push(last);
    }
  }
  return order.reverse();
}

/** Chains one after the other: from what was left, then from rows that follow no other, then from the rest. */
function pieces(rows: readonly Row[], left: number | undefined): readonly Row[] {
  const from = byOpening(rows);
  const ends = new Set(rows.map(({ balance }) => balance));
  const begins = [
    ...rows.filter(({ opening }) => !ends.has(opening)),
    ...rows.filter(({ opening }) => ends.has(opening)),
  ].map(({ opening }) => opening);
  const order: Row[] = [];
  for (const begin of [left, ...begins]) {
    for (let have = begin; ; ) {
      const next = from.get(have ?? Number.NaN)?.pop();
      if (!next) break;
      order.push(next);
      have = next.balance;
    }
  }
  return order;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
