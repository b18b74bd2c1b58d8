/** Who needs which of the day's checks: the classes of every training day, by their hours, and the staff. */

import { folded } from '../../logs/fold.js';
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs, PersonDay } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG } from '../../logs/streamed.js';
import { flagsOfMark } from '../../logs/summary.js';
import type { Profile } from '../../profile/profile.types.js';

/** The checks that the plan asks for. */
export const SLOTS = ['晨', '午'] as const;
export type Slot = (typeof SLOTS)[number];

/** Which checks are needed. */
export type Needs = Readonly<Record<Slot, boolean>>;

/** Someone with a row in the log of checks on the day. */
export interface CheckedPerson {
  readonly mark: PersonDay;
  /** The flags of all of the person's rows of the day. */
  readonly flags: number;
  /** What the person needs beyond what a summary shows as done. */
  readonly needs: Needs;
}

/** A class on a training day, or the staff. */
export interface CheckGroup {
  /** `undefined`: the staff. */
  readonly class: string | undefined;
  /** What the group needs beyond what a summary shows as done. */
  readonly needs: Needs;
  /** Lessons of the day, without appraisals: candidates of other schools are in no class's checks. */
  readonly lessons: readonly RowOf<'session'>[];
  /** Where the profile has a session of the day, if there is no log of sessions. */
  readonly planned?: string;
  readonly people: readonly CheckedPerson[];
  readonly summaries: Readonly<Record<Slot, readonly RowOf<'check-summary'>[]>>;
}

/** Rows of a day that can't be ascribed to one person of one class. */
export interface Unplaced {
  /** Absent where it may be any. */
  readonly class?: string;
  readonly flags: number;
}

/** A day and its groups. */
export interface CheckDay {
  readonly day: string;
  readonly groups: readonly CheckGroup[];
  /** Whether it is an open day after the resumption, where nothing says on which days there are lessons. */
  readonly isOpen: boolean;
  /** Rows that may be about someone of the class: no class is stated, or the name is that of several people. */
  readonly unplaced: readonly Unplaced[];
  /** Rows beyond one for each person and check: two people of one name can't be told apart without a number. */
  readonly repeated: number;
}

const NOON = 12 * 60;
const NONE: Needs = { 晨: false, 午: false };
const BOTH: Needs = { 晨: true, 午: true };
/** What summaries call the staff. */
const STAFF = '教职工';
/** Who belongs to no class and no department. */
const GUESTS = new Set(['外来', '考生', '考评员', '督导']);

/** Returns the checks that a session needs: one that begins before noon, and one that ends after it; unknown: both. */
export function needsOf({
  start,
  end,
}: {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}): Needs {
  return { 晨: start === undefined || start < NOON, 午: end === undefined || end > NOON };
}

/** Returns how many a summary should have as checked: those expected less those absent; `undefined` if it does not say. */
export function dueOf({ expected, absent }: RowOf<'check-summary'>): number | undefined {
  return expected === undefined || absent === undefined ? undefined : expected - absent;
}

/** Yields the days that are judged, each with what is known of its classes. */
export function* checkDays(logs: Logs, profile: Profile | undefined): Generator<CheckDay> {
  const known = knownClasses(logs, profile);
  const isClass = (name: string): boolean => known.size === 0 || known.has(name);
  const sessions = sessionsByDay(logs);
  const plans = plansByDay(logs, profile);
  const summaries = summariesByDay(logs);
  const ambiguousOn = ambiguousRows(logs);
  const places = new Map<Person, Place>();
  const placeOf = (person: Person): Place => {
    const place = places.get(person) ?? placed(person, logs, isClass);
    places.set(person, place);
    return place;
  };
  const lessonsUnknown = !logs.has('session') && plans.size === 0;
  const { start, resumedOn } = profile?.operation ?? {};
  // before the resumption only the staff is there
  const from = start === undefined ? '' : (resumedOn ?? '9999-12-31');
  const open = new Set(lessonsUnknown ? logs.openDays.filter((day) => day >= from) : []);
  for (const day of logs.calendarDays) {
    const classes = new Map<string, Draft>();
    const draftOf = (name: string, needs: Needs): Draft => {
      const draft = classes.get(name) ?? { needs: NONE, lessons: [], people: [] };
      draft.needs = either(draft.needs, needs);
      classes.set(name, draft);
      return draft;
    };
    const teachers = new Map<string, Needs>();
    for (const row of sessions.get(day) ?? []) {
      const draft = draftOf(logs.names.class(row.class ?? ''), needsOf(row));
      if (row.appraisal !== true) draft.lessons.push(row);
      if (row.teacher !== undefined) {
        const teacher = folded(row.teacher);
        teachers.set(teacher, either(teachers.get(teacher) ?? NONE, needsOf(row)));
      }
    }
    const logged = new Set(classes.keys());
    for (const { name, needs, at } of plans.get(day) ?? []) {
      if (logged.has(name)) continue;
      const draft = draftOf(name, needs);
      if (!logs.has('session')) draft.planned ??= at;
    }
    const ofDay = summaries.get(day) ?? new Map<string, RowOf<'check-summary'>[]>();
    for (const name of ofDay.keys()) if (isClass(name) && !classes.has(name)) draftOf(name, BOTH);
    const staff: { place: Place; mark: PersonDay; flags: number }[] = [];
    const unplaced = [...ambiguousOn(day)];
    for (const [person, { mark, flags }] of marked(logs, day)) {
      const place = placeOf(person);
      if (GUESTS.has(person.category)) continue;
      if (place.isStaff) staff.push({ place, mark, flags });
      else if (place.classes.length === 0) unplaced.push({ flags });
      else {
        const meeting = place.classes.filter((name) => classes.has(name));
        const meant = meeting.length > 0 ? meeting : place.classes.slice(0, 1);
        for (const name of meant) (classes.get(name) ?? draftOf(name, BOTH)).people.push({ mark, flags });
      }
    }
    const done = (names: readonly string[], slot: Slot): boolean =>
      names.some((name) =>
        ofDay.get(name)?.some((row) => row.slot === slot && row.checked !== undefined && row.checked === dueOf(row)),
      );
    const left = (needs: Needs, names: readonly string[]): Needs => ({
      晨: needs.晨 && !done(names, '晨'),
      午: needs.午 && !done(names, '午'),
    });
    const groups = [...classes].map(([name, { needs, people, ...rest }]): CheckGroup => {
      const own = left(needs, [name]);
      return {
        ...rest,
        class: name,
        needs: own,
        people: people.map(({ mark, flags }) => ({ mark, flags, needs: own })),
        summaries: bySlot(ofDay.get(name)),
      };
    });
    const anyClass = [...classes.values()].reduce<Needs>((all, { needs }) => either(all, needs), NONE);
    const members = staff.map(({ place, mark, flags }): CheckedPerson => {
      const teaching = place.names.map((name) => teachers.get(folded(name))).find((needs) => needs !== undefined);
      return { mark, flags, needs: left(teaching ?? anyClass, [STAFF, ...place.groups]) };
    });
    if (members.length > 0) {
      groups.push({ class: undefined, needs: NONE, lessons: [], people: members, summaries: bySlot(undefined) });
    }
    yield { day, groups, isOpen: open.has(day), unplaced, repeated: repeatedRows(logs, day) };
  }
}

interface Draft {
  needs: Needs;
  readonly lessons: RowOf<'session'>[];
  planned?: string;
  readonly people: { mark: PersonDay; flags: number }[];
}

/** Where a person belongs. */
interface Place {
  readonly isStaff: boolean;
  readonly classes: readonly string[];
  readonly groups: readonly string[];
  /** Names and numbers by which the log of sessions may call the person. */
  readonly names: readonly string[];
}

function placed(person: Person, logs: Logs, isClass: (name: string) => boolean): Place {
  const { enrolled } = person;
  const mentions = person.mentions.flatMap(({ file, mention }) =>
    logs.files[file]?.log.kind === 'check' ? (logs.files[file]?.mentions[mention] ?? []) : [],
  );
  const groups = [...new Set(mentions.flatMap(({ group }) => (group === '' ? [] : [logs.names.class(group)])))];
  const names = [enrolled, ...mentions]
    .flatMap((each) => (each ? [each.name, each.number] : []))
    .filter((name) => name !== '');
  const own = enrolled?.kind === 'trainee' ? enrolled.groups.slice(0, 1) : [];
  const classes = [...new Set([...groups.filter(isClass), ...own])];
  const isStaff =
    person.category === STAFF || (person.category !== '学员' && classes.length === 0 && groups.length > 0);
  return { isStaff, classes: isStaff ? [] : classes, groups, names };
}

/** The classes of the profile and of the log of sessions. With neither, every group may be one. */
function knownClasses(logs: Logs, profile: Profile | undefined): ReadonlySet<string> {
  const known = new Set<string>();
  for (const row of logs.rows('session')) if (row.class !== undefined) known.add(logs.names.class(row.class));
  for (const { id, name } of profile?.classes ?? []) {
    const called = id ?? name;
    if (called !== undefined) known.add(logs.names.class(called));
  }
  return known;
}

function sessionsByDay(logs: Logs): ReadonlyMap<string, RowOf<'session'>[]> {
  const byDay = new Map<string, RowOf<'session'>[]>();
  for (const row of logs.rows('session')) {
    if (row.date !== undefined && row.class !== undefined) listIn(byDay, row.date).push(row);
  }
  return byDay;
}

/** The sessions of the profile. */
function plansByDay(logs: Logs, profile: Profile | undefined) {
  const byDay = new Map<string, { name: string; needs: Needs; at: string }[]>();
  for (const [i, { id, name, sessions }] of (profile?.classes ?? []).entries()) {
    const called = logs.names.class(id ?? name ?? '');
    if (called === '') continue;
    for (const [j, { date, start, end }] of (sessions ?? []).entries()) {
      if (date === undefined) continue;
      const needs = needsOf({ start: minutes(start), end: minutes(end) });
      listIn(byDay, date).push({ name: called, needs, at: `classes[${i}].sessions[${j}]` });
    }
  }
  return byDay;
}

function summariesByDay(logs: Logs): ReadonlyMap<string, ReadonlyMap<string, RowOf<'check-summary'>[]>> {
  const byDay = new Map<string, Map<string, RowOf<'check-summary'>[]>>();
  for (const row of logs.rows('check-summary')) {
    if (row.date === undefined || row.class === undefined) continue;
    const ofDay = byDay.get(row.date) ?? new Map<string, RowOf<'check-summary'>[]>();
    byDay.set(row.date, ofDay);
    listIn(ofDay, logs.names.class(row.class)).push(row);
  }
  return byDay;
}

/** Everyone with rows of the day, in one file or several. */
function marked(logs: Logs, day: string): ReadonlyMap<Person, { mark: PersonDay; flags: number }> {
  const all = new Map<Person, { mark: PersonDay; flags: number }>();
  logs.eachOn('check', day, (person, flags, mark) => {
    const before = all.get(person);
    if (before) before.flags |= flags;
    else all.set(person, { mark: mark(), flags });
  });
  return all;
}

/** Returns how many rows of checks a day has beyond one for each name and slot. */
function repeatedRows(logs: Logs, day: string): number {
  let repeated = logs.rowsOn('check', day);
  for (const [i, { log, days }] of logs.files.entries()) {
    if (log.kind !== 'check' || logs.copies.of[i]?.days.has(day)) continue;
    for (const mark of days.get(day)?.marks ?? []) {
      const flags = flagsOfMark(mark);
      for (const slot of [FLAG.morning, FLAG.noon, FLAG.evening]) if ((flags & slot) !== 0) repeated--;
    }
  }
  return Math.max(0, repeated);
}

/** Returns a function that yields the rows of a day whose name several people have. */
function ambiguousRows(logs: Logs): (day: string) => Generator<Unplaced> {
  const ambiguous = logs.files.flatMap(({ log, mentions, days }, file) =>
    log.kind !== 'check'
      ? []
      : mentions.flatMap(({ group }, i) =>
          logs.people.at(file, i) ? [] : [{ days, i, name: logs.names.class(group) }],
        ),
  );
  return function* (day) {
    for (const { days, i, name } of ambiguous) {
      const mark = days.get(day)?.marks[i] ?? 0;
      if (mark !== 0) yield { flags: flagsOfMark(mark), ...(name === '' ? {} : { class: name }) };
    }
  };
}

function bySlot(rows: readonly RowOf<'check-summary'>[] = []) {
  return { 晨: rows.filter(({ slot }) => slot === '晨'), 午: rows.filter(({ slot }) => slot === '午') };
}

function either(a: Needs, b: Needs): Needs {
  return { 晨: a.晨 || b.晨, 午: a.午 || b.午 };
}

function minutes(time: string | undefined): number | undefined {
  if (time === undefined) return undefined;
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}

function listIn<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
}
