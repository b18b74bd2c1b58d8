/** `schema`: prints a JSON Schema. */
import reportSchema from '../../schemas/report.schema.json' with { type: 'json' };
import { UnusableError } from '../errors.js';
import type { Session } from '../io/session.js';
import { PROFILE_SCHEMA } from '../profile/schema.js';

const SCHEMAS: Readonly<Record<string, unknown>> = { profile: PROFILE_SCHEMA, report: reportSchema };

/** Prints the schema of that name, or of the profile. */
export async function schema(name: string | undefined, session: Session): Promise<number> {
  const found = Object.hasOwn(SCHEMAS, name ?? 'profile') ? SCHEMAS[name ?? 'profile'] : undefined;
  if (found === undefined) {
    throw new UnusableError(
      'usage/schema',
      { zh: '没有这个 schema；可用：{known}', en: 'no such schema; possible: {known}' },
      { known: Object.keys(SCHEMAS).join(', ') },
    );
  }
  await session.out(`${JSON.stringify(found, null, 2)}\n`);
  return 0;
}
