/** People of whom it can't be said that a log lacks them: rows that could mean them could mean others too. */

import { folded } from '../../logs/fold.js';
import type { KindName } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';

/** Returns those who have the name of a mention, in logs of these kinds, that could be several people. */
export function uncertainPeople(logs: Logs, kinds: readonly KindName[]): ReadonlySet<Person> {
  logs.unread.askPeople(kinds);
  const names = new Set<string>();
  for (const { file, mention } of logs.people.ambiguous) {
    if ((kinds as readonly string[]).includes(logs.files[file]?.log.kind ?? '')) names.add(folded(mention.name));
  }
  const people = new Set<Person>();
  // whom a row names that could not be read could be any of those of one name
  const shared = logs.unread.isSomeoneUnnamed(kinds) ? sharedNames(logs) : [];
  for (const name of shared) names.add(name);
  if (names.size === 0) return people;
  for (const person of logs.people.all) {
    if (namesOf(person, logs).some((name) => names.has(folded(name)))) people.add(person);
  }
  return people;
}

/** The names that several people of the lists have. */
function sharedNames({ people }: Logs): readonly string[] {
  const names = people.all.flatMap(({ enrolled }) => (enrolled ? [enrolled.name] : []));
  return names.filter((name, i) => names.indexOf(name) < i);
}

/** Returns the names by which logs and lists call a person. */
export function namesOf({ enrolled, mentions }: Person, logs: Logs): string[] {
  const names = mentions.flatMap(({ file, mention }) => logs.files[file]?.mentions[mention]?.name ?? []);
  return enrolled ? [enrolled.name, ...names] : names;
}
