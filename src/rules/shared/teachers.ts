/** Who teaches a session of the log. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import type { Profile } from '../../profile/profile.types.js';

/** Returns a function that finds who teaches a session, where the profile lists exactly one member of staff so named. */
export function teachersOf(logs: Logs, profile: Profile | undefined): (row: RowOf<'session'>) => Person | undefined {
  const paths = new Map<string, string | undefined>();
  for (const [i, { id, name }] of (profile?.staff ?? []).entries()) {
    for (const reference of new Set([id, name])) {
      if (reference !== undefined) paths.set(reference, paths.has(reference) ? undefined : `staff[${i}]`);
    }
  }
  return ({ teacher }) => {
    const path = teacher === undefined ? undefined : paths.get(teacher);
    return path === undefined ? undefined : logs.people.enrolled(path);
  };
}
