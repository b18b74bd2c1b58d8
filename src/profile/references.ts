/** Findings about references inside a profile: an id that occurs twice, a name that nobody in the list has. */
import { namesOf } from './names.js';
import type { InputFinding, ProfileSource } from './read.js';
import { PROFILE_SCHEMA, pathOf, property, type SchemaNode, type Step } from './schema.js';
import { INPUT_WORDS } from './words.js';

type Visit = (value: unknown, schema: SchemaNode, path: readonly Step[]) => void;

/** Visits every readable node of the profile with its schema. */
function visit(value: unknown, schema: SchemaNode, path: readonly Step[], each: Visit): void {
  each(value, schema, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (descriptor.get || (Array.isArray(value) && key === 'length')) continue;
    const step = Array.isArray(value) ? Number(key) : key;
    const child = Array.isArray(value) ? schema.items : property(schema, key);
    if (child) visit(descriptor.value, child, [...path, step], each);
  }
}

/** The readable items of a list: reading a refused one would throw. */
function itemsOf(list: unknown): (object | undefined)[] {
  if (!Array.isArray(list)) return [];
  return Object.values(Object.getOwnPropertyDescriptors(list))
    .slice(0, list.length)
    .map(({ value }) => (typeof value === 'object' && value !== null ? value : undefined));
}

/** Returns the findings about ids and references. A list that is not given is not held against its references. */
export function referenceFindings(source: ProfileSource): InputFinding[] {
  const findings: InputFinding[] = [];
  const lists = new Map<string, Set<string> | undefined>();
  visit(source.profile, PROFILE_SCHEMA, [], (value, schema, path) => {
    const at = pathOf(path);
    const list = schema['x-ref'];
    if (list && typeof value === 'string') {
      if (!lists.has(list)) lists.set(list, namesOf(source.profile, list));
      const names = lists.get(list);
      if (!names || names.size === 0 || names.has(value)) return;
      findings.push({
        rule: 'input/unknown-reference',
        path: at,
        location: source.locateNearest(at),
        message: INPUT_WORDS['input/unknown-reference'],
        params: { label: { zh: schema.title, en: schema['x-en'].title }, list },
      });
    }
    const idSchema = schema.type === 'array' && schema.items ? property(schema.items, 'id') : undefined;
    if (!idSchema || !Array.isArray(value)) return;
    const first = new Map<string, number>();
    itemsOf(value).forEach((item, i) => {
      const id = item && Object.getOwnPropertyDescriptor(item, 'id')?.value;
      if (typeof id !== 'string') return;
      const location = source.locateNearest(`${at}[${i}].id`);
      const other = first.get(id);
      if (other === undefined) first.set(id, location.line);
      else {
        findings.push({
          rule: 'input/duplicate-id',
          path: `${at}[${i}].id`,
          location,
          message: INPUT_WORDS['input/duplicate-id'],
          params: { label: { zh: idSchema.title, en: idSchema['x-en'].title }, other },
        });
      }
    });
  });
  return findings;
}
