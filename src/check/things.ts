/** What a profile calls its rooms, classes and things: every text of it that the schema does not mark personal. */
import { plain } from '../logs/fold.js';
import type { Profile } from '../profile/profile.types.js';
import { ifReadable } from '../profile/read.js';
import { PROFILE_SCHEMA, property, type SchemaNode } from '../profile/schema.js';

/** Returns the texts, folded. What can't be read counts as not given. */
export function thingsOf(profile: Profile): ReadonlySet<string> {
  return new Set([...textsOf(profile, PROFILE_SCHEMA)].map(plain));
}

function* textsOf(value: unknown, schema: SchemaNode | undefined): Generator<string> {
  if (!schema || schema['x-personal'] === true || schema['x-ref'] !== undefined) return;
  if (typeof value === 'string') {
    yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      const child = Array.isArray(value) ? schema.items : property(schema, key);
      yield* textsOf(
        ifReadable(() => (value as Readonly<Record<string, unknown>>)[key]),
        child,
      );
    }
  }
}
