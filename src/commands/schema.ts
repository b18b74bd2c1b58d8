/** `schema`: prints a JSON Schema. */
import config from '../../schemas/config.schema.json' with { type: 'json' };
import diff from '../../schemas/diff.schema.json' with { type: 'json' };
import partial from '../../schemas/partial.schema.json' with { type: 'json' };
import report from '../../schemas/report.schema.json' with { type: 'json' };
import waivers from '../../schemas/waivers.schema.json' with { type: 'json' };
import { UnusableError } from '../errors.js';
import type { Session } from '../io/session.js';
import { publishedSchema } from '../profile/schema.js';
import type { Language } from '../types.js';

const schemasIn = (language: Language): Readonly<Record<string, unknown>> => ({
  profile: publishedSchema(language),
  report,
  config,
  diff,
  waivers,
  partial,
});
/** The names of the schemas. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(schemasIn('zh'));

/** Prints the schema of that name, or of the profile. */
export async function schema(name: string | undefined, session: Session): Promise<number> {
  const schemas = schemasIn(session.language);
  const found = Object.hasOwn(schemas, name ?? 'profile') ? schemas[name ?? 'profile'] : undefined;
  if (found === undefined) {
    throw new UnusableError(
      'usage/schema',
      { zh: '没有这个 schema；可用：{known}', en: 'no such schema; possible: {known}' },
      { known: Object.keys(schemas).join(', ') },
    );
  }
  await session.out(`${JSON.stringify(found, null, 2)}\n`);
  return 0;
}
