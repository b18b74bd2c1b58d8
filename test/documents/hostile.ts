/** The papers of a school whose profile has a hostile text wherever one is free. */
import { checkProfile } from '../../src/check/check.js';
import { DOCUMENTS } from '../../src/documents/papers.js';
import { renderPapers } from '../../src/documents/render.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import type { Profile } from '../../src/profile/profile.types.js';
import { readProfile } from '../../src/profile/read.js';
import { PROFILE_SCHEMA, type SchemaNode } from '../../src/profile/schema.js';
import { RULES } from '../../src/rules/index.js';
import { COMPLETE, DOCUMENT_NAMES, templatesWith } from './papers.js';

/** A script that shows that it ran. */
export const SCRIPT = '<script>document.title="run"</script>';

/** Replaces every free text of the profile and adds those that it lacks; what refers to something stays. */
function poisoned(value: unknown, schema: SchemaNode, text: string): unknown {
  if (schema.properties) {
    const given = (value ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(schema.properties).flatMap(([key, child]) => {
        const old = given[key];
        if (old === undefined && (child.properties || child.type !== 'string' || child.enum || child.format)) return [];
        return [[key, key === 'id' || child['x-ref'] ? old : poisoned(old, child, text)]];
      }),
    );
  }
  if (schema.items && Array.isArray(value)) {
    const { items } = schema;
    return value.map((item) => (items['x-ref'] ? item : poisoned(item, items, text)));
  }
  if (schema.type === 'string' && !schema.enum && (!schema.format || schema.format === 'phone')) return text;
  return value;
}

/** Returns the complete example with the text in every free text of it. */
export function poisonedExample(text: string): Profile {
  return poisoned(readProfile(COMPLETE, 'profile.yaml').profile, PROFILE_SCHEMA, text) as Profile;
}

/** Returns all papers of the complete example with the text in every free text of it. */
export function papersOf(text: string) {
  const source = readProfile(COMPLETE, 'profile.yaml');
  const options = { plan: LIUZHOU_2020, rules: RULES, asOf: '2020-05-11', encoding: 'utf-8' } as const;
  const report = checkProfile(source, { ...options, digest: (whole: string) => whole });
  return renderPapers(
    DOCUMENT_NAMES.flatMap((name) => DOCUMENTS[name] ?? []),
    {
      profile: poisonedExample(text),
      report,
      rules: RULES,
      plan: LIUZHOU_2020,
      asOf: '2020-05-11',
      draft: true,
      source: templatesWith(),
    },
  ).papers;
}
