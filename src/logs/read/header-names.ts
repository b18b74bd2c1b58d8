/** The headers by which the columns of each kind are known. */
import type { LogKind } from '../kind.js';

/** The place of a header in a wide form: which of the kind's wide rows, and the column there. */
export interface WideName {
  readonly row: number;
  readonly column: string;
}

/** The known headers of a kind, normalised. */
export interface KindNames {
  /** Header → English names of the columns; more than one where a merged header fills several. */
  readonly plain: ReadonlyMap<string, readonly string[]>;
  readonly wide: ReadonlyMap<string, readonly WideName[]>;
  /** Header of a column of ticks → the entry that it adds. */
  readonly ticks: ReadonlyMap<string, string>;
  /** English names of the columns that a file must have. */
  readonly required: readonly string[];
}

/** Of this many kinds, one may have a name in common with two others before it tells nothing any more. */
const KINDS_OF_A_NAME = 8;

/** Longer cells are no header, and may be as long as a file. */
export const LONGEST_NAME = 64;

const OPENING = '([【〔';
const CLOSING = ')]】〕';
const AROUND = ':*';

/**
 * Returns the header as it is compared: without whitespace, underscores, notes in brackets, and `:` or `*` around it,
 * in half width and lower case. A header that is all in brackets loses only the brackets. Takes time in proportion to
 * the length, whatever the text.
 */
export function normaliseHeader(text: string): string {
  const dense = text
    .normalize('NFKC')
    .replace(/[\s_\p{Cc}\p{Cf}]+/gu, '')
    .toLowerCase();
  return trimmed(withoutNotes(dense)) || trimmed(withoutBrackets(dense));
}

/** A note that is never closed goes on to the end. */
function withoutNotes(text: string): string {
  let depth = 0;
  let kept = '';
  for (const char of text) {
    if (OPENING.includes(char)) depth++;
    else if (depth > 0 && CLOSING.includes(char)) depth--;
    else if (depth === 0) kept += char;
  }
  return kept;
}

function withoutBrackets(text: string): string {
  return [...text].filter((char) => !OPENING.includes(char) && !CLOSING.includes(char)).join('');
}

/** By index: a pattern such as `[:*]+$` takes quadratic time on a row of colons. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && AROUND.includes(text.charAt(start))) start++;
  while (end > start && AROUND.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const known = new WeakMap<LogKind, KindNames>();

/** Returns the known headers of the kind. */
export function namesOf(kind: LogKind): KindNames {
  const names = known.get(kind) ?? collect(kind);
  known.set(kind, names);
  return names;
}

const knownOfAny = new WeakMap<readonly LogKind[], ReadonlySet<string>>();

/** Returns every known header of the kinds. */
export function allNames(kinds: readonly LogKind[]): ReadonlySet<string> {
  const names =
    knownOfAny.get(kinds) ??
    new Set(kinds.map(namesOf).flatMap(({ plain, wide, ticks }) => [...plain.keys(), ...wide.keys(), ...ticks.keys()]));
  knownOfAny.set(kinds, names);
  return names;
}

const onlyKinds = new WeakMap<readonly LogKind[], ReadonlyMap<string, LogKind>>();

/** Returns the names of columns that only one of the kinds has, each with that kind; symptoms are counted in many. */
export function onlyKindOf(kinds: readonly LogKind[]): ReadonlyMap<string, LogKind> {
  const known = onlyKinds.get(kinds);
  if (known) return known;
  const owners = new Map<string, LogKind | undefined>();
  for (const kind of kinds) {
    const { plain, wide } = namesOf(kind);
    for (const name of new Set([...plain.keys(), ...wide.keys()]))
      owners.set(name, owners.has(name) ? undefined : kind);
  }
  const only = new Map([...owners].flatMap(([name, kind]) => (kind ? [[name, kind] as const] : [])));
  onlyKinds.set(kinds, only);
  return only;
}

const telling = new WeakMap<readonly LogKind[], ReadonlyMap<LogKind, ReadonlySet<string>>>();

/**
 * Returns the headers of each kind by which it is told from others: few kinds have them, and they say what is recorded.
 * Who, when and by whom stands in every log.
 */
export function tellingNames(kinds: readonly LogKind[]): ReadonlyMap<LogKind, ReadonlySet<string>> {
  const known = telling.get(kinds);
  if (known) return known;
  const most = Math.max(1, Math.floor(kinds.length / KINDS_OF_A_NAME));
  const namesOfEach = kinds.map((kind) => [kind, namesOf(kind)] as const);
  const kindsOf = new Map<string, number>();
  for (const [, { plain, wide, ticks }] of namesOfEach) {
    for (const name of new Set([...plain.keys(), ...wide.keys(), ...ticks.keys()]))
      kindsOf.set(name, (kindsOf.get(name) ?? 0) + 1);
  }
  const names = new Map(
    namesOfEach.map(([kind, { plain, wide, ticks }]) => {
      const everywhere = new Set([kind.dated, kind.recorder, ...Object.values(kind.person ?? {})]);
      const own = [...plain].filter(([, columns]) => columns.some((column) => !everywhere.has(column)));
      const few = [...own.map(([name]) => name), ...wide.keys(), ...ticks.keys()].filter(
        (name) => (kindsOf.get(name) ?? 0) <= most,
      );
      return [kind, new Set(few)] as const;
    }),
  );
  telling.set(kinds, names);
  return names;
}

function collect(kind: LogKind): KindNames {
  const own = new Map<string, string[]>();
  for (const { zh, en } of kind.columns) for (const name of [zh, en]) add(own, normaliseHeader(name), en);
  const others = new Map<string, string[]>();
  for (const { en, aliases } of kind.columns) {
    for (const name of aliases ?? []) add(others, normaliseHeader(name), en);
  }
  const wide = new Map<string, WideName[]>();
  kind.wide?.forEach(({ headers }, row) => {
    for (const [column, names] of Object.entries(headers)) {
      for (const text of new Set(names.map(normaliseHeader)))
        wide.set(text, [...(wide.get(text) ?? []), { row, column }]);
    }
  });
  return {
    // a column's own name never also means another column of which it is an alias
    plain: new Map([...others, ...own]),
    wide,
    ticks: new Map((kind.ticks?.headers ?? []).map((header) => [normaliseHeader(header), header])),
    required: kind.columns.filter(({ required }) => required).map(({ en }) => en),
  };
}

function add(names: Map<string, string[]>, text: string, column: string): void {
  const columns = names.get(text) ?? [];
  if (!columns.includes(column)) columns.push(column);
  names.set(text, columns);
}
