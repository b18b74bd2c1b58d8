/** Which trainees are to be monitored on which days. */
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import type { Profile } from '../../profile/profile.types.js';
import { listings } from './listings.js';
import { uncertainPeople } from './uncertain-people.js';

/** A trainee, and from when to when: both days included. */
export interface MonitoredTrainee {
  /** The trainee, once for each place in the lists. */
  readonly people: readonly Person[];
  readonly from: string;
  readonly to: string;
}

/** Returns the trainees of all classes. Those whose rows could mean others too are left out. */
export function monitoredTrainees(logs: Logs, profile: Profile): MonitoredTrainee[] {
  const find = listings(logs.people);
  const uncertain = uncertainPeople(logs, ['health-daily', 'entry', 'check']);
  const [first = ''] = logs.calendarDays;
  return (profile.classes ?? []).flatMap(({ startDate, endDate, trainees }, c) =>
    (trainees ?? []).flatMap(({ enrolledOn, firstDay }, t) => {
      const people = find(`classes[${c}].trainees[${t}]`);
      if (people.length === 0 || people.some((person) => uncertain.has(person))) return [];
      return [{ people, from: enrolledOn ?? firstDay ?? startDate ?? first, to: endDate ?? '9999-12-31' }];
    }),
  );
}
