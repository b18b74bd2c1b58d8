/** Findings about references inside a profile: an id that occurs twice, a name that nobody in the list has. */
import { inputCheck } from '../input-check.js';
import { namesNobody } from '../text/placeholder.js';
import { inputFinding } from './input-finding.js';
import { namesOf } from './names.js';
import type { InputFinding, ProfileSource } from './read.js';
import { PROFILE_SCHEMA, pathOf, property, type SchemaNode, type Step } from './schema.js';

/** A name that nothing in its list has. */
export const UNKNOWN_REFERENCE = inputCheck({
  id: 'input/unknown-reference',
  severity: 'error',
  messages: {
    unknown: {
      zh: '{label}在 {list} 里找不到对应的编号或姓名',
      en: '{label} names nobody and nothing in {list}',
    },
  },
});

/** An id that two have. */
export const DUPLICATE_ID = inputCheck({
  id: 'input/duplicate-id',
  severity: 'error',
  messages: {
    duplicate: { zh: '{label}与第 {other} 行的重复', en: '{label} repeats that of line {other}' },
  },
});

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
      // a word for nobody leads nowhere on purpose: it is no answer
      if (!names || names.size === 0 || names.has(value) || namesNobody(value)) return;
      findings.push(
        inputFinding(UNKNOWN_REFERENCE, 'unknown', {
          path: at,
          location: source.locateNearest(at),
          params: { label: { zh: schema.title, en: schema['x-en'].title }, list },
        }),
      );
    }
    const idSchema = schema.items && property(schema.items, 'id');
    if (!idSchema || !Array.isArray(value)) return;
    const first = new Map<string, number>();
    itemsOf(value).forEach((item, i) => {
      const id = item && Object.getOwnPropertyDescriptor(item, 'id')?.value;
      if (typeof id !== 'string') return;
      const location = source.locateNearest(`${at}[${i}].id`);
      const other = first.get(id);
      if (other === undefined) first.set(id, location.line);
      else {
        findings.push(
          inputFinding(DUPLICATE_ID, 'duplicate', {
            path: `${at}[${i}].id`,
            location,
            params: { label: { zh: idSchema.title, en: idSchema['x-en'].title }, other },
          }),
        );
      }
    });
  });
  return findings;
}
