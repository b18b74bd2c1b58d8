/** Which cell of a row holds which column, when the header is read as that of a given kind. */
import type { LogKind } from '../kind.js';
import { namesOf, type WideName } from './header-names.js';
import type { HeaderForm } from './header-rows.js';

/** Where the columns of a kind stand in a file. */
export interface Layout {
  /** Column → position of its cell, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** One entry for each wide row of the kind that has a header in the file. */
  readonly wide: readonly {
    readonly sets: Readonly<Record<string, string | number>>;
    readonly positions: ReadonlyMap<string, number>;
  }[];
  /** Number of cells of the header. */
  readonly width: number;
}

/** A header read as that of one kind. */
export interface Placed {
  readonly kind: LogKind;
  readonly layout: Layout;
  /** Columns that the file has: in a cell of their own, in a wide form, or given by it. */
  readonly covered: ReadonlySet<string>;
  /** How many cells have a name of the kind that no cell before them has. */
  readonly explained: number;
  /** How many required columns are covered. */
  readonly required: number;
  /** Columns that the kind requires, or that a header seems to mean, and the file does not have. */
  readonly missing: readonly string[];
  /** Cells with a name that a cell before them has: position → column. */
  readonly duplicates: ReadonlyMap<number, string>;
  /** Positions of cells that have no name of the kind. */
  readonly unknown: readonly number[];
}

/**
 * Returns the header read as that of the kind.
 *
 * @param map - normalised header → normalised name of a column, goes before the names of the kind
 */
export function place(kind: LogKind, form: HeaderForm, map: ReadonlyMap<string, string>): Placed {
  const names = namesOf(kind);
  const known = (text: string): boolean => names.plain.has(text) || names.wide.has(text);
  const found: { readonly index: number; readonly text: string }[] = [];
  const unknown: number[] = [];
  for (const { index, texts } of form.cells) {
    const text = texts.map((each) => map.get(each) ?? '').find(known) ?? texts.find(known);
    if (text === undefined) unknown.push(index);
    else found.push({ index, text });
  }

  // a name that is both that of a column and of a wide form is the latter only beside one that is nothing else
  const isWide = found.some(({ text }) => names.wide.has(text) && !names.plain.has(text));
  const positions = new Map<string, number>();
  const wide = (kind.wide ?? []).map(({ sets }) => ({ sets, positions: new Map<string, number>() }));
  const duplicates = new Map<number, string>();
  for (const { index, text } of found) {
    const inWide: readonly WideName[] = (isWide || !names.plain.has(text) ? names.wide.get(text) : undefined) ?? [];
    const plain = inWide.length > 0 ? [] : (names.plain.get(text) ?? []);
    const targets = [
      ...plain.map((column) => ({ column, at: positions })),
      ...inWide.map(({ row, column }) => ({ column, at: wide[row]?.positions ?? positions })),
    ];
    const free = targets.filter(({ column, at }) => !at.has(column));
    for (const { column, at } of free) at.set(column, index);
    if (free.length === 0) duplicates.set(index, targets[0]?.column ?? '');
  }

  const present = wide.filter((row) => row.positions.size > 0);
  const covered = new Set(positions.keys());
  for (const row of present)
    for (const column of [...row.positions.keys(), ...Object.keys(row.sets)]) covered.add(column);
  const missing = names.required.filter((column) => !covered.has(column));
  return {
    kind,
    layout: { positions, wide: present, width: form.width },
    covered,
    explained: found.length - duplicates.size,
    required: names.required.filter((column) => covered.has(column)).length,
    missing,
    duplicates,
    unknown,
  };
}
