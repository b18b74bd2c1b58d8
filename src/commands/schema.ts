/** `schema`: prints a JSON Schema. */
import config from '../../schemas/config.schema.json' with { type: 'json' };
import diff from '../../schemas/diff.schema.json' with { type: 'json' };
import partial from '../../schemas/partial.schema.json' with { type: 'json' };
import report from '../../schemas/report.schema.json' with { type: 'json' };
import waivers from '../../schemas/waivers.schema.json' with { type: 'json' };
import { SCHEMA_NAMES } from '../command-line/commands.js';
import type { Session } from '../io/session.js';
import { publishedSchema } from '../profile/schema.js';
import type { Language } from '../types.js';
import { ownWords } from './parts/own-words.js';

type SchemaName = (typeof SCHEMA_NAMES)[number];

const schemasIn = (language: Language): Readonly<Record<SchemaName, unknown>> => ({
  profile: publishedSchema(language),
  report,
  config,
  diff,
  waivers,
  partial,
});

/** Prints the schema of that name. */
export async function schema(name: SchemaName = SCHEMA_NAMES[0], session: Session): Promise<number> {
  await session.out(ownWords(`${JSON.stringify(schemasIn(session.language)[name], null, 2)}\n`));
  return 0;
}
