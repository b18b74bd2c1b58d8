/** Which cell of a row holds which column, when the header is read as that of a given kind. */
import type { LogKind } from '../kind.js';
import { rowsOf } from '../kinds/index.js';
import { type Half, sharedBy } from './halves.js';
import { namesOf, type WideName } from './header-names.js';
import type { HeaderForm } from './header-rows.js';

/** Where columns stand. */
export interface Places {
  /** Column → position of its cell, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns that share a cell with another → the part of it that they are read from. */
  readonly halves: ReadonlyMap<string, Half>;
}

/** Where the columns of a kind stand in a file. */
export interface Layout extends Places {
  /** One entry for each wide row of the kind that has a header in the file. */
  readonly wide: readonly (Places & { readonly sets: Readonly<Record<string, string | number>> })[];
  /** Columns of ticks: where they stand, and the entry that they add to a list. */
  readonly ticks: readonly { readonly index: number; readonly entry: string }[];
  /** Number of cells of the header. */
  readonly width: number;
}

const NO_HALVES: ReadonlyMap<string, Half> = new Map();

/** A header read as that of one kind. */
export interface Placed {
  readonly kind: LogKind;
  readonly layout: Layout;
  /** Columns that the file has: in a cell of their own, in a wide form, or given by it. */
  readonly covered: ReadonlySet<string>;
  /** How many cells have a name of the kind that no cell before them has, and these names. */
  readonly explained: number;
  readonly names: readonly string[];
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
  const known = (text: string): boolean => names.plain.has(text) || names.wide.has(text) || names.ticks.has(text);
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
  const wide = (kind.wide ?? []).map(({ sets }) => ({ sets, positions: new Map<string, number>(), halves: NO_HALVES }));
  const duplicates = new Map<number, string>();
  // a name of one column goes first: one that may be that of several is of those that are left
  const isOfSeveral = (text: string): boolean => (names.plain.get(text)?.length ?? 0) > 1;
  const inTurn = [...found.filter(({ text }) => !isOfSeveral(text)), ...found.filter(({ text }) => isOfSeveral(text))];
  const ticks: { readonly index: number; readonly entry: string }[] = [];
  for (const { index, text } of inTurn) {
    const entry = names.plain.has(text) || names.wide.has(text) ? undefined : names.ticks.get(text);
    if (entry !== undefined) {
      ticks.push({ index, entry });
      continue;
    }
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
  if (kind.ticks && ticks.length > 0) covered.add(kind.ticks.column);
  for (const row of present)
    for (const column of [...row.positions.keys(), ...Object.keys(row.sets)]) covered.add(column);
  // where there is a row for each person and day, a column that a rule asks for is missing once, not once in every row
  const isStreamed = rowsOf(kind.name).streamed !== undefined;
  const asked = kind.columns.filter(({ required, rule, ruleWith }) => {
    return required || (isStreamed && rule !== undefined && (ruleWith === undefined || covered.has(ruleWith)));
  });
  const missing = asked.flatMap(({ en }) => (covered.has(en) ? [] : [en]));
  return {
    kind,
    layout: { positions, halves: NO_HALVES, wide: present, ticks, width: form.width },
    covered,
    explained: found.length - duplicates.size,
    names: found.flatMap(({ index, text }) => (duplicates.has(index) ? [] : [text])),
    required: names.required.filter((column) => covered.has(column)).length,
    missing,
    duplicates,
    unknown,
  };
}

/**
 * Returns the header with the columns that share a cell: by a header that names both, or where a column without a header
 * of its own is seen in the cells of another.
 *
 * @param rows - the first rows below the header
 */
export function withShared(placed: Placed, rows: readonly (readonly string[])[]): Placed {
  const { kind, layout } = placed;
  const covered = new Set(placed.covered);
  const share = <Place extends Places>(all: readonly Place[]): readonly Place[] => {
    let places = all;
    for (const { columns, cut, byHeader } of sharedBy(kind)) {
      const [first, second] = columns;
      const isBoth = ({ positions }: Places): boolean => {
        const [at, other] = [positions.get(first), positions.get(second)];
        if (at === undefined) return false;
        if (other !== undefined || byHeader) return other === at;
        return rows.some((cells) => cut(cells[at] ?? '')[1] !== undefined);
      };
      // what is blank in one turn of a wide form is seen in another
      const seen = places.filter(isBoth);
      if (seen.length === 0) continue;
      covered.add(second);
      places = places.map((place) => {
        const at = place.positions.get(first);
        if (at === undefined || (place.positions.get(second) ?? at) !== at) return place;
        const positions = new Map(place.positions).set(second, at);
        const halves = new Map(place.halves).set(first, { cut, at: 0 }).set(second, { cut, at: 1 });
        return { ...place, positions, halves };
      });
    }
    return places;
  };
  const [whole] = share([{ positions: layout.positions, halves: layout.halves }]);
  const wide = share(layout.wide);
  return {
    ...placed,
    layout: { ...layout, ...whole, wide },
    covered,
    missing: placed.missing.filter((column) => !covered.has(column)),
  };
}
