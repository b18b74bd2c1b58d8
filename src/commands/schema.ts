/** `schema`: prints a JSON Schema. */
import diffSchema from '../../schemas/diff.schema.json' with { type: 'json' };
import reportSchema from '../../schemas/report.schema.json' with { type: 'json' };
import { SCHEMA_NAMES } from '../command-line/commands.js';
import { configSchema } from '../config/schema.js';
import type { Session } from '../io/session.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import { publishedSchema } from '../profile/schema.js';
import { RULES } from '../rules/index.js';
import type { Language } from '../types.js';

type SchemaName = (typeof SCHEMA_NAMES)[number];

const SCHEMAS: Readonly<Record<SchemaName, (language: Language) => unknown>> = {
  profile: publishedSchema,
  report: () => reportSchema,
  config: () => configSchema(LIUZHOU_2020, RULES),
  diff: () => diffSchema,
};

/** Prints the schema of that name. */
export async function schema(name: SchemaName = SCHEMA_NAMES[0], session: Session): Promise<number> {
  await session.out(`${JSON.stringify(SCHEMAS[name](session.language), null, 2)}\n`);
  return 0;
}
