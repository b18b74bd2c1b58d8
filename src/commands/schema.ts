/** `schema`: prints a JSON Schema. */
import diffSchema from '../../schemas/diff.schema.json' with { type: 'json' };
import reportSchema from '../../schemas/report.schema.json' with { type: 'json' };
import { configSchema } from '../config/schema.js';
import { UnusableError } from '../errors.js';
import type { Session } from '../io/session.js';
import { LIUZHOU_2020 } from '../plan/plan.js';
import { publishedSchema } from '../profile/schema.js';
import { RULES } from '../rules/index.js';
import type { Language } from '../types.js';

const schemasIn = (language: Language): Readonly<Record<string, unknown>> => ({
  profile: publishedSchema(language),
  report: reportSchema,
  config: configSchema(LIUZHOU_2020, RULES),
  diff: diffSchema,
});

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
