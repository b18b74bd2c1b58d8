/** Who was on the premises by the register of entries: by a row of the day, or by a stay that began earlier and lasts. */
import type { Logs, PersonDay } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG } from '../../logs/streamed.js';
import type { LogSummary } from '../../logs/summary.js';
import { addDays } from '../../plan/days.js';

/** The register of entries, day by day. */
export interface Register {
  /** Returns everyone who was let in on the day. */
  entered(day: string): ReadonlySet<Person>;
  /** Returns whether a stay that began on an earlier day still lasts: the person stays overnight. */
  stays(person: Person, day: string): boolean;
  /** Returns how many people stay so. */
  staying(day: string): number;
}

/** The days between, without these two themselves. */
interface Stay {
  readonly after: string;
  readonly before: string;
}

const NEVER = '9999-12-31';

/**
 * Reads the register. A row without 离开时间, or with a later 离开日期, covers the days after it until the person's next
 * row, or the day of leaving.
 */
export function registerOf(logs: Logs): Register {
  const leaving = daysOfLeaving(logs);
  const isOpen = openStays(logs);
  const stays = new Map<Person, Stay[]>();
  const lasting = new Map<Person, Stay & { readonly next: string }>();
  const end = (person: Person, day: string): void => {
    const stay = lasting.get(person);
    if (!stay || stay.after === day) return;
    lasting.delete(person);
    const { after, next } = stay;
    const before = stay.before < day ? stay.before : day;
    if (before <= next) return;
    const others = stays.get(person);
    if (others) others.push({ after, before });
    else stays.set(person, [{ after, before }]);
  };
  for (const day of logs.days('entry')) {
    const next = addDays(day, 1);
    logs.eachOn('entry', day, (person, flags, mark) => {
      if (lasting.size > 0) end(person, day);
      const left = leaving.size > 0 ? leaving.get(person)?.get(day) : undefined;
      if (left !== undefined) lasting.set(person, { after: day, next, before: addDays(left, 1) });
      else if (isOpen(flags, mark)) lasting.set(person, { after: day, next, before: NEVER });
    });
  }
  for (const person of [...lasting.keys()]) end(person, NEVER);
  const covers = (list: readonly Stay[] | undefined, day: string): boolean =>
    list?.some(({ after, before }) => after < day && day < before) ?? false;
  let last: { readonly day: string; readonly people: ReadonlySet<Person> } | undefined;
  return {
    entered: (day) => {
      if (last?.day !== day) {
        const people = new Set<Person>();
        logs.eachOn('entry', day, (person, flags) => {
          if ((flags & FLAG.present) !== 0) people.add(person);
        });
        last = { day, people };
      }
      return last.people;
    },
    stays: (person, day) => covers(stays.get(person), day),
    staying: (day) => [...stays.values()].filter((list) => covers(list, day)).length,
  };
}

/**
 * Returns a function that tells whether a mark shows a stay without an end. A register without a column for the time of
 * leaving shows none: there everyone would stay for ever.
 */
export function openStays(logs: Logs): (flags: number, mark: () => PersonDay) => boolean {
  const files = new Set(registers(logs).flatMap(({ log }) => (log.positions.has('time_out') ? [log.file] : [])));
  return (flags, mark) => (flags & FLAG.open) !== 0 && files.has(mark().file);
}

/** Returns whether every register has a column for the time of leaving. */
export function isLeavingKept(logs: Logs): boolean {
  return registers(logs).every(({ log }) => log.positions.has('time_out'));
}

function registers(logs: Logs): readonly LogSummary[] {
  return logs.files.filter(({ log }) => log.kind === 'entry');
}

/** The last 离开日期 of each person's rows of a day, where they give one. */
function daysOfLeaving(logs: Logs): Map<Person, Map<string, string>> {
  const leaving = new Map<Person, Map<string, string>>();
  for (const { date, date_out: left, at } of logs.rows('entry')) {
    const person = left === undefined ? undefined : logs.people.of(at);
    if (!person || date === undefined || left === undefined) continue;
    const days = leaving.get(person) ?? new Map<string, string>();
    if ((days.get(date) ?? '') < left) days.set(date, left);
    leaving.set(person, days);
  }
  return leaving;
}
