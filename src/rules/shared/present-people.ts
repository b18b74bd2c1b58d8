/** Who was present on a day by the checks and the sessions, and which of them the register of entries does not have. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs, PersonDay } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG } from '../../logs/streamed.js';
import type { Profile } from '../../profile/profile.types.js';
import type { Unless } from '../rule.js';
import { offsiteSessions } from './offsite.js';
import { oncePerLogs } from './once.js';
import { type Register, registerOf } from './register.js';
import { teachersOf } from './teachers.js';
import { uncertainPeople } from './uncertain-people.js';

/** A day of which other logs show people. */
export interface DayWithPeople {
  readonly day: string;
  /** How many of them, at least, have neither a row in the register nor a stay that lasts. */
  readonly missing: number;
  /** Whether stays that last are why none is missing. */
  readonly allStay: boolean;
  /** Whether there were sessions, and all of them off site. */
  readonly offsiteOnly: boolean;
  /** The first row that shows someone who is missing, else anyone. */
  readonly at: { readonly mark: PersonDay } | { readonly row: RowOf<'session'> } | undefined;
}

/** A stay that could not be read may last for days; a session that could not be read in full may be one off site. */
export const NOT_ENTERED = {
  kinds: ['entry'],
  reasons: ['session'],
  anyDay: true,
  each: 'count',
} as const satisfies Unless;

/** Returns for each day that is judged who is shown by the checks and the sessions. Off-site sessions are left out. */
export const daysWithPeople = oncePerLogs((logs, profile: Profile | undefined): readonly DayWithPeople[] => [
  ...eachDayWithPeople(logs, profile),
]);

function* eachDayWithPeople(logs: Logs, profile: Profile | undefined): Generator<DayWithPeople> {
  const register = registerOf(logs);
  const uncertain = uncertainPeople(logs, ['entry', 'check']);
  const isOffsite = offsiteSessions(profile, logs.names);
  const sessionsOf = new Map<string, RowOf<'session'>[]>();
  for (const row of logs.rows('session')) {
    const others = sessionsOf.get(row.date ?? '');
    if (others) others.push(row);
    else sessionsOf.set(row.date ?? '', [row]);
  }
  const teacherOf = teachersOf(logs, profile);
  for (const day of logs.calendarDays) {
    const away: RowOf<'session'>[] = [];
    const sessions: RowOf<'session'>[] = [];
    for (const row of sessionsOf.get(day) ?? []) (isOffsite(row) ? away : sessions).push(row);
    const isIn = (person: Person): boolean =>
      register.entered(day).has(person) || uncertain.has(person) || register.stays(person, day);
    const awayPeople = new Set(away.flatMap((row) => teacherOf(row) ?? []));
    const awayClasses = classesOnlyIn(away, sessions, logs);
    const missing = new Map<Person, DayWithPeople['at']>();
    let first: DayWithPeople['at'];
    logs.eachOn('check', day, (person, flags, mark) => {
      if ((flags & FLAG.present) === 0) return;
      first ??= { mark: mark() };
      if (missing.has(person) || isIn(person)) return;
      if (away.length === 0 || !(awayPeople.has(person) || isOf(person, awayClasses, logs)))
        missing.set(person, { mark: mark() });
    });
    for (const row of sessions) {
      first ??= { row };
      const teacher = teacherOf(row);
      if (teacher && !missing.has(teacher) && !isIn(teacher)) missing.set(teacher, { row });
    }
    const short = shortOf(sessions, register, logs, day);
    const [atMissing] = missing.values();
    yield {
      day,
      missing: Math.max(missing.size, short?.count ?? 0),
      allStay: first !== undefined && missing.size === 0 && !short && register.staying(day) > 0,
      offsiteOnly: away.length > 0 && sessions.length === 0,
      at: atMissing ?? (short && { row: short.row }) ?? first ?? (away[0] && { row: away[0] }),
    };
  }
}

/** The largest session, if more people attended it than the register can hold besides the staff. */
function shortOf(
  sessions: readonly RowOf<'session'>[],
  register: Register,
  logs: Logs,
  day: string,
): { readonly row: RowOf<'session'>; readonly count: number } | undefined {
  const row = sessions.reduce<RowOf<'session'> | undefined>(
    (a, b) => ((b.attended ?? 0) > (a?.attended ?? 0) ? b : a),
    undefined,
  );
  if (!row) return undefined;
  const staff = [...register.entered(day)].filter(({ category }) => category === '教职工').length;
  // rows, not people: two of one name can't be told apart without a number
  const count = (row.attended ?? 0) - (logs.rowsOn('entry', day) - staff);
  return count > 0 && count > register.staying(day) ? { row, count: count - register.staying(day) } : undefined;
}

/** The classes that had sessions off site that day and no other. */
function classesOnlyIn(
  away: readonly RowOf<'session'>[],
  others: readonly RowOf<'session'>[],
  logs: Logs,
): ReadonlySet<string> {
  const idOf = (row: RowOf<'session'>): string => logs.names.class(row.class ?? '');
  const here = new Set(others.map(idOf));
  return new Set(away.map(idOf).filter((id) => !here.has(id)));
}

/** Whether the person is of one of these classes, or may be: of no known class. */
function isOf({ enrolled, mentions }: Person, classes: ReadonlySet<string>, logs: Logs): boolean {
  const groups = mentions.flatMap(({ file, mention }) => logs.files[file]?.mentions[mention]?.group ?? []);
  const known = [...(enrolled?.groups ?? []), ...groups].filter((group) => group !== '');
  return known.length === 0 || known.some((group) => classes.has(logs.names.class(group)));
}
