/** When training begins again, by the profile. */
import type { Profile } from '../../profile/profile.types.js';

/**
 * Returns the first day of class, `YYYY-MM-DD`: the earliest session, first day of a trainee or of a class from the day
 * of the inspection that was passed, else from the start of prevention work; where there is none, the day of resumption.
 * A class that had ended by then is left out. `undefined` where none is known.
 */
export function firstClassDay(profile: Profile): string | undefined {
  const { inspection, operation } = profile;
  const from = (inspection?.result === 'pass' ? inspection.date : undefined) ?? operation?.start ?? '';
  const days = (profile.classes ?? [])
    .filter(({ endDate }) => endDate === undefined || endDate >= from)
    .flatMap(({ startDate, sessions = [], trainees = [] }) => [
      startDate,
      ...sessions.map(({ date }) => date),
      ...trainees.map(({ firstDay }) => firstDay),
    ])
    .filter((day) => day !== undefined && day >= from);
  return days.sort()[0] ?? operation?.resumedOn;
}
