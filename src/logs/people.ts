/** Who is who: joins the ways in which files name people, by number first, identity number second, name last. */
import { folded, foldingOf, plain } from './fold.js';
import type { RowPlace } from './kind.js';
import type { LogSummary, Mention } from './summary.js';

/** A person of the institution's own lists. */
export interface Enrolled {
  readonly kind: 'staff' | 'trainee';
  readonly name: string;
  readonly number: string;
  readonly idNumber: string;
  /** The names by which a log may give the person's group: id and name of the class, or role and post. */
  readonly groups: readonly string[];
  /** The path in the profile: `staff[3]`, `classes[0].trainees[4]`. */
  readonly path: string;
}

/** Someone whom logs or lists name. */
export interface Person {
  /** The place in the institution's lists, if there is one. */
  readonly enrolled?: Enrolled;
  /** 教职工, 学员, 外来 … as the logs say, or by the lists. */
  readonly category: string;
  /** Where the person is mentioned: the position of the file and of the mention in it. */
  readonly mentions: readonly { readonly file: number; readonly mention: number }[];
}

/** Everyone, and who is meant by each mention. */
export interface People {
  readonly all: readonly Person[];
  /** Returns who is meant; `undefined` where no name is given, or a name that several people have. */
  of(place: RowPlace): Person | undefined;
  /** Returns who is meant by a mention of a file. */
  at(file: number, mention: number): Person | undefined;
  /** Returns who is meant by each mention of a file. */
  in(file: number): readonly (Person | undefined)[];
  /** Returns the person of the institution's lists at the path. */
  enrolled(path: string): Person | undefined;
  /** Mentions that could be several people, which are left out of every comparison. */
  readonly ambiguous: readonly { readonly file: number; readonly mention: Mention }[];
}

interface Entry {
  enrolled?: Enrolled;
  number: string;
  category: string;
  groups: Set<string>;
  mentions: { file: number; mention: number }[];
}

/** Joins the mentions of all files with the institution's lists. */
export function joinPeople(files: readonly LogSummary[], lists: readonly Enrolled[]): People {
  const entries: Entry[] = [];
  const byNumber = new Map<string, Entry>();
  const byBareNumber = new Map<string, Entry>();
  const byIdNumber = new Map<string, Entry>();
  const byName = new Map<string, Entry[]>();
  const byPath = new Map<string, Entry>();
  const { name: nameOf, number: numberOf, bareNumber: bareNumberOf } = foldingsOf(lists);
  const add = (name: string, entry: Entry): Entry => {
    entries.push(entry);
    const key = nameOf.of(name);
    const same = byName.get(key);
    if (same) same.push(entry);
    else byName.set(key, [entry]);
    return entry;
  };
  const addNumber = (number: string, entry: Entry): void => {
    if (number === '') return;
    const [key, bare] = [numberOf.of(number), bareNumberOf.of(number)];
    if (!byNumber.has(key)) byNumber.set(key, entry);
    if (!byBareNumber.has(bare)) byBareNumber.set(bare, entry);
  };
  const namesakes = ({ name }: Mention): Entry[] => byName.get(nameOf.of(name)) ?? [];
  for (const each of lists) {
    const entry = add(each.name, {
      enrolled: each,
      number: each.number,
      category: each.kind === 'staff' ? '教职工' : '学员',
      groups: new Set(each.groups.map(folded)),
      mentions: [],
    });
    addNumber(each.number, entry);
    if (each.idNumber !== '') byIdNumber.set(each.idNumber, entry);
    byPath.set(each.path, entry);
  }
  const meant = files.map((file) => new Array<Entry | undefined>(file.mentions.length));
  const ambiguous: { file: number; mention: Mention }[] = [];
  const settle = (file: number, mention: number, entry: Entry): void => {
    entry.mentions.push({ file, mention });
    const row = meant[file];
    if (row) row[mention] = entry;
  };
  // those with a number first: they tell apart people of the same name
  for (const [file, { mentions }] of files.entries()) {
    for (const [i, mention] of mentions.entries()) {
      if (mention.number === '' && mention.idNumber === '') continue;
      const sameName = namesakes(mention);
      const bare = byBareNumber.get(bareNumberOf.of(mention.number));
      const known =
        byNumber.get(numberOf.of(mention.number)) ??
        // zeros at the front may be lost, but two people may also be numbered so: the name must agree
        (bare && sameName.includes(bare) ? bare : byIdNumber.get(mention.idNumber));
      // a number of another person's is a slip of the pen or another numbering: the name decides then
      const entry =
        known && sameName.includes(known)
          ? known
          : (sameName.find((each) => each.enrolled && fits(each, mention)) ??
            known ??
            add(mention.name, entryOf(mention)));
      addNumber(mention.number, entry);
      if (mention.idNumber !== '' && !byIdNumber.has(mention.idNumber)) byIdNumber.set(mention.idNumber, entry);
      if (mention.group !== '') entry.groups.add(folded(mention.group));
      settle(file, i, entry);
    }
  }
  for (const [file, { mentions }] of files.entries()) {
    for (const [i, mention] of mentions.entries()) {
      if (mention.number !== '' || mention.idNumber !== '') continue;
      const same = namesakes(mention);
      const fitting = same.length > 1 ? same.filter((each) => fits(each, mention)) : same;
      if (fitting.length > 1) ambiguous.push({ file, mention });
      else settle(file, i, fitting[0] ?? add(mention.name, entryOf(mention)));
    }
  }
  const at = (file: number, mention: number): Entry | undefined => meant[file]?.[mention];
  const fileOf = new Map(files.map((file, i) => [file.log, i]));
  return {
    all: entries,
    at,
    in: (file) => meant[file] ?? [],
    of: ({ log, mention }) => at(fileOf.get(log) ?? -1, mention),
    enrolled: (path) => byPath.get(path),
    ambiguous,
  };
}

/** How the names and numbers of the institution's lists are compared with those of the logs. */
export function foldingsOf(lists: readonly Enrolled[]) {
  const numbers = lists.map(({ number, path }) => [number, path] as const).filter(([number]) => number !== '');
  return {
    name: foldingOf(lists.map(({ name, path }) => [name, path])),
    number: foldingOf(numbers, plain),
    bareNumber: foldingOf(numbers),
  };
}

function entryOf({ number, category, group }: Mention): Entry {
  return { number, category, groups: new Set(group === '' ? [] : [folded(group)]), mentions: [] };
}

/** Whether what a mention says besides the name agrees with the person. */
function fits(entry: Entry, { group, category }: Mention): boolean {
  if (category !== '' && entry.category !== '' && category !== entry.category) return false;
  return group === '' || entry.groups.size === 0 || entry.groups.has(folded(group));
}
