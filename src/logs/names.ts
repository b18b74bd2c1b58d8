/** What the logs call rooms, classes and bins, brought to the ids of the profile. */
import { type Folding, foldingOf, plain } from './fold.js';
import type { Known, Spellings } from './known.js';

/** Returns for a name as it stands in a log the id of the profile, else the name itself. */
export interface Names {
  space(name: string): string;
  /**
   * Returns the ids of the spaces in a cell that names several: 101、102. A name that the profile has, and a cell of whose
   * parts it doesn't have all, is one.
   */
  spaces(text: string): string[];
  class(name: string): string;
  bin(name: string): string;
  entrance(name: string): string;
  /** Whether the profile has something of this id. True of everything where there is no profile, or it lists none. */
  knows(what: 'space' | 'class' | 'bin' | 'entrance', id: string): boolean;
  /** Whether the profile has something of this name or id. */
  has(name: string): boolean;
}

/** Returns the names by what is known of the institution. Without that every name stands for itself. */
export function namesOf(known: Pick<Known, 'spaces' | 'classes' | 'bins' | 'entrances' | 'things'> | undefined): Names {
  const tables = {
    space: table(known?.spaces),
    class: table(known?.classes),
    bin: table(known?.bins),
    entrance: table(known?.entrances),
  };
  const idOf =
    (what: keyof typeof tables) =>
    (name: string): string =>
      tables[what]?.get(name) ?? name;
  const space = idOf('space');
  return {
    space,
    spaces: (text) => {
      const { space: known } = tables;
      // where no list tells, 和 and / may belong to a name: 和平楼101
      const parts = known ? partsOf(text) : text.split(/\s*[、，,;；]\s*/).filter((part) => part !== '');
      const isOne = known?.has(text) ?? parts.length < 2;
      const areKnown = parts.every((part) => known?.has(part) ?? true);
      return isOne || parts.length === 0 || !areKnown ? [space(text)] : [...new Set(parts.map(space))];
    },
    class: idOf('class'),
    bin: idOf('bin'),
    entrance: idOf('entrance'),
    has: (name) => Object.values(tables).some((each) => each?.has(name)) || (known?.things?.has(plain(name)) ?? false),
    knows: (what, id) => tables[what]?.has(id) ?? true,
  };
}

/** Returns the parts of a cell that names several places: 走廊、厕所. */
export function partsOf(text: string): string[] {
  return text.split(/[、，,;；/／+＋\s和及与]+/).filter((part) => part !== '');
}

/** Every way to write something → its id. */
interface Table {
  get(name: string): string | undefined;
  has(name: string): boolean;
}

/** A name that two have is the first one's. */
function table(entries: readonly Spellings[] | undefined): Table | undefined {
  if (!entries) return undefined;
  const folding = spellingsFolded(entries);
  const ids = new Map<string, string>();
  for (const names of entries) {
    const given = givenOf(names);
    const [id] = given;
    for (const name of given) if (id !== undefined && !ids.has(folding.of(name))) ids.set(folding.of(name), id);
  }
  return { get: (name) => ids.get(folding.of(name)), has: (name) => ids.has(folding.of(name)) };
}

/** How the names and ids of a list of the profile are compared with those of the logs. */
export function spellingsFolded(entries: readonly Spellings[]): Folding {
  return foldingOf(entries.flatMap((names, i) => givenOf(names).map((name) => [name, i] as const)));
}

function givenOf(names: Spellings): string[] {
  return names.filter((name) => name !== undefined && name !== '') as string[];
}
