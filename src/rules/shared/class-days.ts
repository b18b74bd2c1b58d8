/** When training began again, by the profile. */
import type { Profile } from '../../profile/profile.types.js';

/** Returns the day of resumption, else the earliest first day of a class; `undefined` where neither is given. */
export function firstClassDay(profile: Profile): string | undefined {
  const starts = (profile.classes ?? []).flatMap((each) => each.startDate ?? []);
  return profile.operation?.resumedOn ?? starts.sort()[0];
}
