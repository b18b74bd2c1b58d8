/** The profile schema as the reader and the reports use it: labels, personal marks, which paths exist. */
import schemaJson from '../../schemas/profile.schema.json' with { type: 'json' };
import type { Language, Wording } from '../types.js';

type ValueType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';

/** The parts of a JSON Schema node that this project uses. */
export interface SchemaNode {
  readonly title: string;
  readonly description?: string;
  readonly 'x-en': { readonly title: string; readonly description?: string };
  readonly 'x-personal'?: boolean;
  /** Whether a personal id yet tells its item from others in fingerprints, as far as nobody can be called so. */
  readonly 'x-key'?: boolean;
  /** The list of the profile whose ids or names this text refers to. */
  readonly 'x-ref'?: string;
  /**
   * What a date is: of an `act`, which is evidence once it has happened; until when something is valid; of someone's
   * `service`; or part of a `plan`, which may lie ahead.
   */
  readonly 'x-date'?: 'act' | 'validity' | 'service' | 'plan';
  /** Whether the act that the date is of is all that stands beside it. */
  readonly 'x-whole'?: boolean;
  /** How grave it is to give a date of an act that has not happened, where no rule asks for it: a warning if absent. */
  readonly 'x-planned'?: 'error';
  /** Whether the text names who, what or where, so that a word such as 待定 is no answer. */
  readonly 'x-name'?: boolean;
  /** Whether the reference is to whoever does it now; the name of a date: until then. */
  readonly 'x-present'?: boolean | string;
  /** The kind of list that may stand in a CSV file, of which the profile then gives the path. */
  readonly 'x-file'?: string;
  /** Several where the same may be said in a short form: a text in place of a map, a map in place of a list of one. */
  readonly type: ValueType | readonly ValueType[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly examples?: readonly unknown[];
}

/** The schema as it is published. A list that may stand in a file of its own is there of two types: list and text. */
export const PUBLISHED_SCHEMA: unknown = schemaJson;

/**
 * Returns the schema for editors, in a language. They know no `x-en`, and in the list of keys they show descriptions only:
 * the title stands at the head of each.
 */
export function publishedSchema(language: Language): unknown {
  const root = schemaJson as unknown as SchemaNode;
  return { ...described(root, language), title: (language === 'zh' ? root : root['x-en']).title };
}

function described(node: SchemaNode, language: Language): object {
  const { title: _, description: __, properties, items, ...rest } = node;
  const { title, description } = language === 'zh' ? node : node['x-en'];
  const all = Object.entries(properties ?? {}).map(([key, each]) => [key, described(each, language)] as const);
  return {
    description: description === undefined ? title : `${title}${language === 'zh' ? '：' : ': '}${description}`,
    ...rest,
    ...(items ? { items: described(items, language) } : {}),
    ...(properties ? { properties: Object.fromEntries(all) } : {}),
  };
}

/** The schema of the whole profile as it is when the files of its lists are read. */
export const PROFILE_SCHEMA = withListsRead(schemaJson as unknown as SchemaNode);

function withListsRead(node: SchemaNode): SchemaNode {
  const { properties, items } = node;
  if (!properties && !items) return node;
  return {
    ...node,
    ...(node['x-file'] === undefined ? {} : { type: 'array' }),
    ...(items ? { items: withListsRead(items) } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, withListsRead(each)])) }
      : {}),
  };
}

/** A step into a profile: a key of a map or an index of a list. */
export type Step = string | number;

/** Splits `spaces[2].seats.rows` into its steps. */
export function steps(path: string): Step[] {
  if (path === '') return [];
  return path.split(/\.|(?=\[)/).map((part) => (part.startsWith('[') ? Number(part.slice(1, -1)) : part));
}

/** Joins steps into a path as findings show it. */
export function pathOf(parts: readonly Step[]): string {
  return parts.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}

/** Returns whether a node may be a text. */
export function mayBeText({ type }: SchemaNode): boolean {
  return type === 'string' || (Array.isArray(type) && type.includes('string'));
}

/** Returns the property of a schema node, never one inherited from Object.prototype. */
export function property(node: SchemaNode, key: string): SchemaNode | undefined {
  return node.properties && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
}

/** Returns the schema at a path, or `undefined` where the schema has no such node. */
export function schemaAt(path: string): SchemaNode | undefined {
  let node: SchemaNode | undefined = PROFILE_SCHEMA;
  for (const step of steps(path)) {
    node = typeof step === 'number' ? node?.items : node && property(node, step);
    if (!node) return undefined;
  }
  return node;
}

/** Returns the label of the node at a path in both languages. */
export function labelAt(path: string): Wording {
  const node = schemaAt(path);
  if (!node) throw new Error(`the profile schema has no node at ${path}`);
  return { zh: node.title, en: node['x-en'].title };
}
