/** Which sessions were held away from the institution, where they use none of its rooms. */

import { folded } from '../../logs/fold.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { Names } from '../../logs/names.js';
import type { Profile, Session } from '../../profile/profile.types.js';

/**
 * Returns a function that tells whether a session of the log was held off site: the profile says so of all its sessions
 * of that class, day and number, or the room is the venue of an off-site class.
 */
export function offsiteSessions(profile: Profile | undefined, names: Names): (row: RowOf<'session'>) => boolean {
  const planned = new Map<string, Session[]>();
  for (const { id, name, sessions } of profile?.classes ?? []) {
    for (const session of sessions ?? []) {
      const key = `${session.date ?? ''} ${id ?? name ?? ''}`;
      const others = planned.get(key);
      if (others) others.push(session);
      else planned.set(key, [session]);
    }
  }
  const venues = new Set((profile?.offsite ?? []).flatMap(({ venue }) => venue?.name ?? []).map(folded));
  return (row) => {
    if (row.room !== undefined && venues.has(folded(row.room))) return true;
    const ofDay = planned.get(`${row.date ?? ''} ${names.class(row.class ?? '')}`) ?? [];
    const meant = ofDay.filter(({ no }) => no === undefined || row.no === undefined || no === row.no);
    return meant.length > 0 && meant.every(({ offsite }) => offsite === true);
  };
}
