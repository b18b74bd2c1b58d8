/** Who entered without being in the lists of the profile, among the visitors, or part of an assessment. */

import { folded } from '../../logs/fold.js';
import type { Logs, PersonDay } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG } from '../../logs/streamed.js';
import type { Profile } from '../../profile/profile.types.js';
import { namesOf, uncertainPeople } from './uncertain-people.js';

/** How many such people entered on a day, and the first of their rows. */
export interface UnrelatedEntries {
  readonly day: string;
  readonly count: number;
  readonly mark: PersonDay;
}

/** Returns them for each day before `asOf`. Visitors may still be registered on the day itself. */
export function* unrelatedPeople(logs: Logs, profile: Profile | undefined, asOf: string): Generator<UnrelatedEntries> {
  const strangers = strangersOf(logs, profile);
  if (strangers.size === 0) return;
  const visits = new Map<string, Set<Person>>();
  for (const { date, at } of logs.rows('visitor')) {
    const person = logs.people.of(at);
    if (!person || date === undefined) continue;
    const others = visits.get(date);
    if (others) others.add(person);
    else visits.set(date, new Set([person]));
  }
  const appraisalDays = new Set((profile?.appraisals ?? []).map(({ date }) => date));
  for (const day of logs.days('entry')) {
    if (day >= asOf) continue;
    const visitors = visits.get(day);
    const hasSession = !logs.has('session') || logs.rowsOn('session', day) > 0 || appraisalDays.has(day);
    const found = new Map<Person, PersonDay>();
    logs.eachOn('entry', day, (person, flags, mark) => {
      const groups = strangers.get(person);
      if (!groups || (flags & FLAG.present) === 0 || visitors?.has(person)) return;
      if (hasSession && groups.some((group) => CANDIDATES.includes(group))) return;
      if (!found.has(person)) found.set(person, mark());
    });
    const [mark] = found.values();
    if (mark) yield { day, count: found.size, mark };
  }
}

const CANDIDATES = ['考生', '考评员'];
const OUTSIDERS = ['外来', '督导'];

/**
 * Those in none of the lists, with the groups that the register puts them in; where the lists are not complete, only
 * those whom the register itself calls outsiders.
 */
function strangersOf(logs: Logs, profile: Profile | undefined): ReadonlyMap<Person, readonly string[]> {
  const { staff, classes } = profile ?? {};
  const isListed = staff !== undefined && classes?.every(({ trainees }) => trainees !== undefined) === true;
  const uncertain = uncertainPeople(logs, ['entry', 'visitor']);
  const appraised = new Set((profile?.appraisals ?? []).flatMap(({ people }) => people ?? []).map(folded));
  const strangers = new Map<Person, readonly string[]>();
  for (const person of logs.people.all) {
    if (person.enrolled || uncertain.has(person)) continue;
    const groups = person.mentions.flatMap(({ file, mention }) => logs.files[file]?.mentions[mention]?.category ?? []);
    if (!isListed && !groups.some((group) => OUTSIDERS.includes(group))) continue;
    if (appraised.size > 0 && namesOf(person, logs).some((name) => appraised.has(folded(name)))) continue;
    strangers.set(person, groups);
  }
  return strangers;
}
