/**
 * The data that templates see: the whole profile by its own keys, every key of the schema present, values worded as
 * papers need them. A field that the profile does not give reports itself when a template reads it.
 */

import Handlebars from 'handlebars';
import { LABELS } from '../plan/limit.js';
import type { Profile } from '../profile/profile.types.js';
import { PROFILE_SCHEMA, type SchemaNode } from '../profile/schema.js';
import { officialDate } from './date.js';

/** A line to fill in by hand, where a field is not given. */
export const BLANK = new Handlebars.SafeString('<span class="blank"></span>');

/** A node of the view: plain objects, lists and values without prototypes that templates could reach. */
export type View = Record<string, unknown>;

/** Which keys of a node the profile does not give. */
const absent = new WeakMap<object, Set<string>>();

/** Returns whether the profile gives this key of a view node. */
export function isGiven(node: unknown, key: string): boolean {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false;
  return !absent.get(node)?.has(key);
}

/** Lets the package name a node in its error about a missing field; no template can reach a symbol. */
const NODE: object = Object.freeze(Object.create(null, { [Symbol.toPrimitive]: { value: () => '' } }));

/** Makes a view node without prototype that templates could reach. */
export function viewNode(entries: Readonly<Record<string, unknown>>): View {
  return Object.assign(Object.create(NODE) as View, entries);
}

/** Returns a copy of a view node, the reports of its absent fields included. */
export function copyOf(node: View): View {
  return Object.create(NODE, Object.getOwnPropertyDescriptors(node)) as View;
}

/** Adds to a view node a key that is not given: reading it reports the path and yields a line to fill in. */
export function addAbsent(node: View, key: string, value: unknown, report: () => void): void {
  const keys = absent.get(node) ?? new Set();
  keys.add(key);
  absent.set(node, keys);
  Object.defineProperty(node, key, {
    enumerable: true,
    configurable: true,
    get() {
      report();
      return value;
    },
  });
}

/** Adds to a view node a value of the profile, or, where it is not given, a line to fill in that reports `path`. */
export function put(node: View, key: string, value: unknown, path: string, report: (path: string) => void): void {
  if (value === undefined || value === '') addAbsent(node, key, BLANK, () => report(path));
  else node[key] = value;
}

/** Returns the view of a profile; `report` is told the YAML path of each absent field that is read. */
export function viewOf(profile: Profile, report: (path: string) => void): View {
  const names = new Map(['staff', 'spaces', 'classes'].map((list) => [list, namesIn(profile, list)]));

  function wrap(value: unknown, schema: SchemaNode, path: string): unknown {
    if (schema.items && value !== undefined) {
      const { items } = schema;
      const list = Array.isArray(value) ? value : [value];
      return list.map((item, i) => wrap(item, items, `${path}[${i}]`));
    }
    const list = schema['x-ref'];
    if (list) return nameOf(value, schema, list);
    if (schema.properties) {
      const node = viewNode({});
      for (const [key, child] of Object.entries(schema.properties)) {
        const inner = (value as Record<string, unknown> | undefined)?.[key];
        const at = path === '' ? key : `${path}.${key}`;
        if (inner !== undefined || (child.properties && !child.items)) node[key] = wrap(inner, child, at);
        else addAbsent(node, key, child.items ? [] : BLANK, () => report(at));
      }
      return node;
    }
    return schema.format === 'date' && typeof value === 'string' ? officialDate(value) : value;
  }

  /** Whom or what a reference means, also one that stands in a map with more. */
  function nameOf(value: unknown, { properties }: SchemaNode, list: string): unknown {
    if (typeof value === 'string') return names.get(list)?.get(value) ?? value;
    const key = Object.keys(properties ?? {}).find((each) => properties?.[each]?.['x-ref'] === list);
    const inner = key === undefined ? undefined : (value as Record<string, unknown>)[key];
    return typeof inner === 'string' ? nameOf(inner, {} as SchemaNode, list) : '';
  }
  return wrap(profile, PROFILE_SCHEMA, '') as View;
}

/** The names of the items of a list, by id and by name itself. */
function namesIn(profile: Profile, list: string): Map<string, string> {
  const items = (profile[list as keyof Profile] ?? []) as readonly { id?: string; name?: string }[];
  const names = new Map<string, string>();
  for (const { id, name } of items) {
    if (id !== undefined) names.set(id, name ?? id);
  }
  return names;
}

/** The labels of what the plan does not say itself, as papers print them. */
export function labelsView(): View {
  return viewNode({ reading: LABELS.reading.zh, default: LABELS.default.zh });
}
