/** Joins the places at which the profile lists one person: a trainee of two classes stands there twice. */
import type { People, Person } from '../../logs/people.js';

/**
 * Returns a function that finds everyone in the lists who is, or could be, the person at the path: by number, identity
 * number, or a name where nothing else tells two people apart. The first is the same whichever of them is asked for.
 */
export function listings(people: People): (path: string) => readonly Person[] {
  const known = new Map<string, Person[]>();
  const keysOf = ({ enrolled }: Person): string[] => {
    if (!enrolled) return [];
    const { kind, name, number, idNumber } = enrolled;
    const keys = { number, idNumber, name };
    return Object.entries(keys).flatMap(([key, value]) => (value === '' ? [] : `${kind} ${key} ${value}`));
  };
  for (const person of people.all) {
    for (const key of keysOf(person)) {
      const others = known.get(key);
      if (others) others.push(person);
      else known.set(key, [person]);
    }
  }
  return (path) => {
    const person = people.enrolled(path);
    if (!person) return [];
    const alike = keysOf(person).flatMap((key) => known.get(key) ?? []);
    return inOrder([...new Set(alike)].filter((other) => couldBeOne(person, other)));
  };
}

/** Whether nothing tells them apart. */
function couldBeOne(one: Person, other: Person): boolean {
  const [a, b] = [one.enrolled, other.enrolled];
  if (!a || !b || one === other) return one === other;
  const differ = (x: string, y: string): boolean => x !== '' && y !== '' && x !== y;
  return !differ(a.number, b.number) && !differ(a.idNumber, b.idNumber);
}

function inOrder(people: readonly Person[]): Person[] {
  const pathOf = ({ enrolled }: Person): string => enrolled?.path ?? '';
  return [...people].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}
