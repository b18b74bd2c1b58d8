/** A number for what the cells of a row say, the same for the same cells in any file, whatever the order of the columns. */
import type { Column, LogKind } from '../kind.js';

const PRIME = 0x01000193;

/** Returns the number of a value in a column; 0 where there is none, or the column has no seed. All are of 32 bits: larger ones are slow. */
export function contentOfCell(seed: number, value: unknown): number {
  if (value === undefined || seed === 0) return 0;
  if (typeof value === 'number') return contentOfTenths(seed, Math.round(value * 10));
  let hash = seed;
  const text = String(value);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** The same of a number, in tenths. */
export function contentOfTenths(seed: number, tenths: number): number {
  return Math.imul((tenths + 1) ^ seed, PRIME);
}

/** Returns the columns of which the cells are compared, with a seed for each. Of people only the name is, apart; phones are not. */
export function seedsOf({ columns, person }: LogKind): ReadonlyMap<string, number> {
  const named: readonly string[] = Object.values(person ?? {});
  const isCompared = ({ en, type }: Column): boolean => type !== 'phone' && !named.includes(en);
  return new Map(
    columns.flatMap((column, i) => (isCompared(column) ? [[column.en, Math.imul(i + 1, 0x9e3779b1)]] : [])),
  );
}

/** Returns the number of a row: a sum over its cells. */
export function contentOfRow(values: Readonly<Record<string, unknown>>, seeds: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [column, seed] of seeds) sum = (sum + contentOfCell(seed, values[column])) | 0;
  return sum;
}
