/** What key was meant by one that the schema does not have. */
import { nearest } from '../text/nearest.js';
import { PROFILE_SCHEMA, property, type SchemaNode } from './schema.js';

/** Labels of the schema, in both languages, with the keys that bear them anywhere. */
let keysByLabel: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/**
 * Returns the key of the map that an unknown key most likely stands for: one spelt alike (`nmae`, `id_number`), or the
 * one whose label it is (`名称`, `身份证`).
 */
export function suggestKey(unknown: string, map: SchemaNode): string | undefined {
  const known = Object.keys(map.properties ?? {});
  const bare = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');
  const wanted = bare(unknown);
  if (known.length === 0 || wanted === '') return undefined;
  const meant = known.find((key) => bare(key) === wanted) ?? labelled(known, unknown.trim(), map);
  if (meant !== undefined) return meant;
  const near = nearest(wanted, known.map(bare));
  return known.find((key) => bare(key) === near);
}

/** The key that bears the label: here, else elsewhere in the schema, else one whose label holds or is held by it. */
function labelled(known: readonly string[], label: string, map: SchemaNode): string | undefined {
  const labelsOf = (key: string): string[] => {
    const node = property(map, key);
    return node ? [node.title, node['x-en'].title.toLowerCase()] : [];
  };
  const wanted = label.toLowerCase();
  const here = known.find((key) => labelsOf(key).includes(wanted));
  if (here !== undefined) return here;
  keysByLabel ??= index(PROFILE_SCHEMA);
  const elsewhere = keysByLabel.get(wanted);
  const same = known.find((key) => elsewhere?.has(key));
  if (same !== undefined || !/\p{Script=Han}/u.test(label) || label.length < 2) return same;
  const alike = known.filter((key) => labelsOf(key).some((each) => each.includes(label)));
  if (alike.length === 1) return alike[0];
  const inside = [...keysByLabel]
    .filter(([each]) => each.length > 1 && label.includes(each))
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([, keys]) => known.filter((key) => keys.has(key)));
  return inside[0];
}

function index(schema: SchemaNode): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  const visit = (node: SchemaNode): void => {
    for (const [key, child] of Object.entries(node.properties ?? {})) {
      for (const label of [child.title, child['x-en'].title.toLowerCase()]) {
        keys.set(label, (keys.get(label) ?? new Set()).add(key));
      }
      visit(child);
    }
    if (node.items) visit(node.items);
  };
  visit(schema);
  return keys;
}
