/** Who stays overnight, and so has no time of leaving on every day. */
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG } from '../../logs/streamed.js';
import type { Profile } from '../../profile/profile.types.js';
import { openStays } from './register.js';

/**
 * Returns a function that tells whether a person who came in on the day stayed overnight: has a bed in the beds of the
 * log or the profile, gave a later 离开日期, or was present at a check on a later day before coming in again. Where
 * lodging is provided and no list says to whom, every trainee counts.
 */
export function boarders(logs: Logs, profile: Profile | undefined): (person: Person, day: string) => boolean {
  const inBed = withBed(logs, profile);
  const stayed = staysShown(logs);
  const everyTrainee = profile?.lodging?.provided === true && inBed.size === 0;
  return (person, day) =>
    inBed.has(person) || stayed.get(person)?.has(day) === true || (everyTrainee && person.category === '学员');
}

function withBed(logs: Logs, profile: Profile | undefined): ReadonlySet<Person> {
  const people = new Set<Person>();
  for (const { at } of logs.rows('beds')) {
    const person = logs.people.of(at);
    if (person) people.add(person);
  }
  const occupants = new Set(
    (profile?.lodging?.rooms ?? []).flatMap(({ beds }) => (beds ?? []).flatMap(({ occupant }) => occupant ?? [])),
  );
  if (occupants.size === 0) return people;
  for (const person of logs.people.all) {
    const { enrolled } = person;
    if (enrolled && (occupants.has(enrolled.number) || occupants.has(enrolled.name))) people.add(person);
  }
  return people;
}

/** The days on which people came in to stay, as the register and the checks show. */
function staysShown(logs: Logs): ReadonlyMap<Person, ReadonlySet<string>> {
  const stays = new Map<Person, Set<string>>();
  const add = (person: Person, day: string): void => {
    const days = stays.get(person);
    if (days) days.add(day);
    else stays.set(person, new Set([day]));
  };
  for (const { date, date_out: left, at } of logs.rows('entry')) {
    const person = left === undefined ? undefined : logs.people.of(at);
    if (person && date !== undefined && left !== undefined && left > date) add(person, date);
  }
  const isOpen = openStays(logs);
  const inside = new Map<Person, string>();
  for (const day of [...new Set([...logs.days('entry'), ...logs.days('check')])].sort()) {
    logs.eachOn('entry', day, (person, flags, mark) => {
      if (isOpen(flags, mark)) inside.set(person, day);
      else if (inside.size > 0 && inside.get(person) !== day) inside.delete(person);
    });
    if (inside.size === 0) continue;
    logs.eachOn('check', day, (person, flags) => {
      const since = inside.get(person);
      if (since !== undefined && since !== day && (flags & FLAG.present) !== 0) add(person, since);
    });
  }
  return stays;
}
