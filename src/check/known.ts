/** What a profile says that logs are compared with. */
import type { Known } from '../logs/known.js';
import { namesOf } from '../logs/names.js';
import type { Enrolled } from '../logs/people.js';
import type { ReadOptions } from '../logs/read/options.js';
import type { Profile } from '../profile/profile.types.js';
import { ifReadable, ifWhole, whereReadable } from '../profile/read.js';
import { offsiteSessions } from '../rules/shared/offsite.js';
import { namesNobody } from '../text/placeholder.js';
import { thingsOf } from './things.js';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** Returns what is known of an institution by its profile. What can't be read counts as not given. */
export function knownOf(profile: Profile): Known {
  const { start, closed = [], weeklyClosed = [] } = ifWhole(() => profile.operation) ?? {};
  const lists = {
    spaces: ifReadable(() => profile.spaces?.map(({ id, name }) => [id, name])),
    classes: ifReadable(() => profile.classes?.map(({ id, name }) => [id, name])),
    bins: ifReadable(() => profile.hygiene?.maskBins?.map(({ id, place }) => [id, place])),
    entrances: ifReadable(() => profile.entrances?.map(({ id }) => [id])),
  };
  return {
    people: ifReadable(() => [...peopleOf(profile)]) ?? [],
    ...lists,
    things: thingsOf(profile),
    start,
    isOpen: (day) => {
      if (start === undefined || day < start || closed.some((each) => isWithin(day, each))) return false;
      const weekday = WEEKDAYS[new Date(day).getUTCDay()] as (typeof WEEKDAYS)[number];
      return !weeklyClosed.includes(weekday);
    },
    isOffsite: whereReadable(() => offsiteSessions(profile, namesOf(lists)), false),
  };
}

/** Whether a day is that of an entry `day`, or among those of `from..to`. */
function isWithin(day: string, entry: string): boolean {
  const [from = '', to = from] = entry.split('..');
  return from <= day && day <= to;
}

/** Returns the names and numbers of people of the lists that otherwise name nobody: someone may be called 无. */
export function peopleCalledSo(profile: Profile): ReadonlySet<string> {
  const people = ifReadable(() => [...peopleOf(profile)]) ?? [];
  return new Set(people.flatMap(({ name, number }) => [name, number]).filter(namesNobody));
}

/** Returns what the profile tells those who read the logs. */
export function toldToReaders(profile: Profile): Pick<ReadOptions, 'people' | 'operationYear'> {
  const { start } = ifWhole(() => profile.operation) ?? {};
  return {
    people: peopleCalledSo(profile),
    ...(start === undefined ? {} : { operationYear: Number(start.slice(0, 4)) }),
  };
}

/** The institution's own lists of people. */
function* peopleOf(profile: Profile): Generator<Enrolled> {
  for (const [i, one] of (profile.staff ?? []).entries()) {
    const { name = '', id = '', idNumber = '', role, position } = one;
    if (name === '' && id === '') continue;
    const groups = [role, position].filter((each) => each !== undefined);
    yield { kind: 'staff', name, number: id, idNumber, groups, path: `staff[${i}]` };
  }
  for (const [c, each] of (profile.classes ?? []).entries()) {
    const groups = [each.id, each.name].filter((name) => name !== undefined);
    for (const [i, { name = '', id = '', idNumber = '' }] of (each.trainees ?? []).entries()) {
      if (name === '' && id === '') continue;
      yield { kind: 'trainee', name, number: id, idNumber, groups, path: `classes[${c}].trainees[${i}]` };
    }
  }
}
