/**
 * Random profiles that the schema accepts. They are made from the schema itself, so that a new field is in them at once;
 * values are those of the schema's examples and of the example profiles, or near them, so that rules pass and fail.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { addDays } from '../../src/plan/days.js';
import { namesOf } from '../../src/profile/names.js';
import type { Profile } from '../../src/profile/profile.types.js';
import { readProfile } from '../../src/profile/read.js';
import { type SchemaNode as KnownNode, PROFILE_SCHEMA } from '../../src/profile/schema.js';

/** A node of the schema, with what the product itself does not look at. */
interface SchemaNode extends KnownNode {
  readonly required?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}
type Fields = Record<string, unknown>;

const ROOT: SchemaNode = PROFILE_SCHEMA;
const MOST_ITEMS = 6;
/** One optional part in so many is not there. */
const LEFT_OUT = 9;
/** Nobody and nothing of a profile is called so. */
const STRANGER = 'X99';
/** Of each format, a value for fields without an example. */
const TYPICAL: Readonly<Record<string, string>> = {
  date: '2020-05-06',
  'date-or-range': '2020-05-01..2020-05-05',
  time: '08:30',
  phone: '13800000000',
  identifier: 'A1',
};
/** Texts that are valid anywhere, and that a careless reader or writer takes for something else. */
const ODD_TEXTS = ['无', '其他', '001', 'null', '2020-05-06', '=1+1', '<b>"甲"&</b>', '甲、乙'];

const read = (name: string): Profile =>
  readProfile(readFileSync(new URL(`../../examples/${name}/profile.yaml`, import.meta.url), 'utf8'), name).profile;
/** A school that has applied, and the same a month on. */
export const EXAMPLES = { complete: read('complete'), running: read('running') };

/** The values of each leaf of the schema, in the schema's own examples and in whole profiles. */
const KNOWN = new Map<SchemaNode, unknown[]>();
function learn(value: unknown, node: SchemaNode): void {
  if (Array.isArray(value)) for (const item of value) learn(item, node.items as SchemaNode);
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value)) learn(child, node.properties?.[key] as SchemaNode);
  else KNOWN.set(node, [...(KNOWN.get(node) ?? node.examples ?? []), value]);
}
for (const profile of Object.values(EXAMPLES)) learn(profile, ROOT);

/** The known values of a leaf, each once. */
function known<Value>(node: SchemaNode, otherwise: Value): readonly [Value, ...Value[]] {
  const values = [...new Set(KNOWN.get(node) ?? node.examples ?? [])] as Value[];
  return values.length > 0 ? (values as [Value, ...Value[]]) : [otherwise];
}

const weighted = (weight: number, arbitrary: fc.Arbitrary<unknown>) => ({ weight, arbitrary });

function numbers(node: SchemaNode): fc.Arbitrary<number> {
  const step = node.type === 'integer' ? 1 : 0.1;
  const near = fc.constantFrom(...known(node, 1));
  return fc
    .tuple(near, fc.constantFrom(1, 1, 1, 0, 2, 0.5), fc.constantFrom(0, 0, 1, -1))
    .map(([value, times, steps]) => Math.round((value * times + steps * step) / step) * step)
    .map((value) => Math.max(node.minimum ?? Number.NEGATIVE_INFINITY, Number(value.toFixed(1))));
}

function texts(node: SchemaNode): fc.Arbitrary<unknown> {
  const near = fc.constantFrom(...known(node, TYPICAL[node.format ?? ''] ?? node.title));
  const time = fc.nat(287).map((n) => new Date(n * 300_000).toISOString().slice(11, 16));
  const date = fc
    .tuple(near, fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 20 })))
    .map(([day, by]) => addDays(day.slice(0, 10), by));
  if (node.enum) return fc.constantFrom(...node.enum);
  // which of the list it is, is known when the list is there
  if (node['x-ref']) return fc.oneof(weighted(12, fc.nat(99)), weighted(1, fc.constant(STRANGER)));
  switch (node.format ?? (node.pattern === undefined ? 'text' : 'pattern')) {
    case 'date':
      return date;
    case 'date-or-range':
      return fc.oneof(
        date,
        fc.tuple(date, fc.nat(9)).map(([day, days]) => `${day}..${addDays(day, days)}`),
      );
    case 'time':
      return fc.oneof(near, time);
    case 'phone':
      return fc.oneof(
        near,
        fc.nat(9999).map((n) => `1380000${String(n).padStart(4, '0')}`),
      );
    case 'text':
      return fc.oneof(weighted(8, near), weighted(1, fc.constantFrom(...ODD_TEXTS)));
    default:
      return near;
  }
}

/** The values of a node of the schema; a reference to an item of a list is a number. */
function valuesOf(node: SchemaNode): fc.Arbitrary<unknown> {
  if (Array.isArray(node.type)) return fc.oneof(...node.type.map((type) => valuesOf({ ...node, type })));
  switch (node.type) {
    case 'object': {
      const entries = Object.entries(node.properties ?? {}).map(([key, child]) => {
        const value = valuesOf(child);
        const isRequired = node.required?.includes(key) ?? false;
        return (isRequired ? value : fc.option(value, { nil: undefined, freq: LEFT_OUT - 1 })).map(
          (each) => [key, each] as const,
        );
      });
      return fc.tuple(...entries).map((each) => Object.fromEntries(each.filter(([, value]) => value !== undefined)));
    }
    case 'array': {
      const { items, minItems = 0, maxItems = MOST_ITEMS } = node;
      return fc.array(valuesOf(items as SchemaNode), { minLength: minItems, maxLength: maxItems });
    }
    case 'boolean':
      return fc.boolean();
    case 'string':
      return texts(node);
    default:
      return numbers(node);
  }
}

/** Gives the items of each list ids that differ. */
function tellApart(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const seen = new Set<unknown>();
  for (const [key, child] of Object.entries(value)) {
    tellApart(child);
    if (!Array.isArray(value) || typeof child?.id !== 'string') continue;
    if (seen.has(child.id)) child.id = `${child.id}-${key}`;
    seen.add(child.id);
  }
}

/** Puts, in place of each number that stands for a reference, what it refers to. */
function referring(value: unknown, node: SchemaNode, names: (list: string) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => referring(item, node.items as SchemaNode, names));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, child]) => {
      return [key, referring(child, node.properties?.[key] as SchemaNode, names)] as const;
    });
    return Object.fromEntries(entries);
  }
  if (node['x-ref'] === undefined || typeof value !== 'number') return value;
  const all = names(node['x-ref']);
  return all[value % all.length] ?? STRANGER;
}

function settled(raw: unknown): Profile {
  const value = structuredClone(raw) as object;
  tellApart(value);
  return referring(value, ROOT, (list) => [...(namesOf(value, list) ?? [])]) as Profile;
}

/** Profiles of which every section is random. */
export const profiles: fc.Arbitrary<Profile> = valuesOf(ROOT).map(settled);

/** One change of a profile. The path goes by keys, `[]` is an item of a list; without `to`, what is there goes. */
interface Edit {
  readonly path: readonly string[];
  /** Which of the maps or lists that the path leads to, and which item of a list; the one behind the last is a new one. */
  readonly nth: readonly [number, number];
  readonly to?: unknown;
}

/** What can be done below a node of the schema. */
interface Edits {
  readonly setLeaf: fc.Arbitrary<Edit>[];
  readonly setPart: fc.Arbitrary<Edit>[];
  readonly drop: fc.Arbitrary<Edit>[];
}

function editsBelow(node: SchemaNode, path: readonly string[], edits: Edits): Edits {
  const nth = fc.tuple(fc.nat(99), fc.nat(99));
  // a list of so many items exactly is changed as a whole
  const items = node.items && node.maxItems === undefined ? [['[]', node.items] as const] : [];
  for (const [step, child] of [...Object.entries(node.properties ?? {}), ...items]) {
    const at = fc.constant([...path, step]);
    const isLeaf = !child.properties && !child.items;
    edits[isLeaf ? 'setLeaf' : 'setPart'].push(fc.record({ path: at, nth, to: valuesOf(child) }));
    if (!node.required?.includes(step)) edits.drop.push(fc.record({ path: at, nth }));
    editsBelow(child, [...path, step], edits);
  }
  return edits;
}

/** Changes a profile in place; an edit of what it does not have changes nothing. */
function apply(profile: unknown, { path, nth: [first, second], to }: Edit): void {
  let holders = [profile];
  for (const step of path.slice(0, -1)) {
    holders = holders.filter((each) => Array.isArray(each) === (step === '[]'));
    holders = holders.flatMap((each) => (Array.isArray(each) ? each : [(each as Fields)[step]]));
    holders = holders.filter((each) => typeof each === 'object' && each !== null);
  }
  const key = path.at(-1) as string;
  // what may be written in several ways is led to by the steps of each
  holders = holders.filter((each) => Array.isArray(each) === (key === '[]'));
  const holder = holders[first % holders.length];
  if (Array.isArray(holder)) {
    if (to !== undefined) holder[second % (holder.length + 1)] = to;
    else if (holder.length > 0) holder.splice(second % holder.length, 1);
  } else if (holder !== undefined) {
    if (to === undefined) delete (holder as Fields)[key];
    else (holder as Fields)[key] = to;
  }
}

const EDITS = editsBelow(ROOT, [], { setLeaf: [], setPart: [], drop: [] });
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(...EDITS.setLeaf) },
  { weight: 1, arbitrary: fc.oneof(...EDITS.setPart) },
  { weight: 3, arbitrary: fc.oneof(...EDITS.drop) },
);

/** An example with random edits: most rules pass as they do for the example, some fail. */
export function edited(example: keyof typeof EXAMPLES): fc.Arbitrary<Profile> {
  return fc.array(edit, { maxLength: 40, size: 'max' }).map((edits) => {
    const profile = structuredClone(EXAMPLES[example]);
    for (const each of edits) apply(profile, each);
    return settled(profile);
  });
}

/** Returns a profile as it stands in a file. */
export function yamlOf(profile: Profile): string {
  return stringify(profile, { aliasDuplicateObjects: false });
}
