/** Who teaches a session of the log. */

import { foldingOf } from '../../logs/fold.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import type { Profile } from '../../profile/profile.types.js';

/** Returns a function that finds who teaches a session, where the profile lists exactly one member of staff so named. */
export function teachersOf(logs: Logs, profile: Profile | undefined): (row: RowOf<'session'>) => Person | undefined {
  const staff = (profile?.staff ?? []).map(({ id, name }, i) => ({
    path: `staff[${i}]`,
    names: [...new Set([id, name])],
  }));
  const listed = staff.flatMap(({ path, names }) =>
    names.flatMap((each) => (each === undefined ? [] : [[each, path] as const])),
  );
  const { of } = foldingOf(listed);
  const paths = new Map<string, string | undefined>();
  for (const [reference, path] of listed) {
    const key = of(reference);
    const known = paths.get(key);
    paths.set(key, paths.has(key) && known !== path ? undefined : path);
  }
  return ({ teacher }) => {
    const path = teacher === undefined ? undefined : paths.get(of(teacher));
    return path === undefined ? undefined : logs.people.enrolled(path);
  };
}
