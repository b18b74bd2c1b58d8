/** People who return after illness: whom the plan asks for proof, who issued it, and whether they were there without. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs, PersonDay } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG, isFever } from '../../logs/streamed.js';
import type { Limits } from '../../plan/limits.js';
import type { Profile } from '../../profile/profile.types.js';
import type { PlacedRow } from './observations.js';
import { signsIn } from './signs.js';
import { planSymptoms } from './symptoms.js';
import { teachersOf } from './teachers.js';
import { uncertainPeople } from './uncertain-people.js';

type Clearance = RowOf<'clearance'>;

/** Returns whether the plan asks for proof: for fever, dry cough or fatigue, or a stay in a hospital. */
export function needsClearance({ illness = '', admitted, discharged }: Clearance): boolean {
  if (admitted !== undefined || discharged !== undefined) return true;
  return planSymptoms(illness.split(/[、，,;；/\s]+/)).length > 0;
}

const AUTHORITY = /卫健|卫生健康|卫生和健康|卫计|卫生局|卫生监督|疾控|疾病预防/;
const HOSPITAL = /医院|卫生院|卫生服务|卫生室|保健院|诊所|门诊|医疗/;

/** Returns what kind of body issued a proof; of several the strongest. */
export function authorityOf(issuer: string): 'authority' | 'hospital' | 'other' {
  if (AUTHORITY.test(issuer)) return 'authority';
  return HOSPITAL.test(issuer) ? 'hospital' : 'other';
}

/** Someone's illness that asks for proof, as the other logs show it. */
export interface Illness {
  readonly person: Person;
  /** The first day on which it shows. */
  readonly since: string;
  readonly row: PlacedRow;
  /** The return that was cleared first after that day. */
  readonly until: string;
}

const NEVER = '9999-12-31';

/**
 * Returns who was found with fever, dry cough or fatigue on site, or stayed away with them. What shows before a person
 * is cleared to return belongs to the same illness. People of whom a clearance can't be read or ascribed are left out.
 * Those of whose fever nothing tells whether it stands are there only where `undecided` asks for them.
 */
export function illnessesIn(logs: Logs, limits: Limits, { undecided = false } = {}): Illness[] {
  const returns = new Map<Person, (string | undefined)[]>();
  for (const { at, returned_on: returned } of logs.rows('clearance')) {
    const person = logs.people.of(at);
    const others = person && returns.get(person);
    if (others) others.push(returned);
    else if (person) returns.set(person, [returned]);
  }
  const uncertain = uncertainPeople(logs, ['clearance']);
  const known = new Map<Person, Illness>();
  const found: Illness[] = [];
  for (const { person, since, row } of shownIn(logs, limits, undecided)) {
    const cleared = returns.get(person) ?? [];
    if (since < (known.get(person)?.until ?? '') || uncertain.has(person) || cleared.includes(undefined)) continue;
    const until = cleared.flatMap((day) => (day !== undefined && day > since ? day : [])).sort()[0] ?? NEVER;
    known.set(person, { person, since, row, until });
    found.push({ person, since, row, until });
  }
  return found;
}

/** The days on which people show what asks for proof, in their order. */
function shownIn(
  logs: Logs,
  limits: Limits,
  withUndecided: boolean,
): { person: Person; since: string; row: PlacedRow }[] {
  const signs = signsIn(logs, limits, { kinds: ['entry', 'check', 'incident', 'isolation'], onSite: true });
  const shown = signs.flatMap(({ person, day, fever, undecided, named, rows }) =>
    person && (fever || named || (withUndecided && undecided)) ? [{ person, since: day, row: rows[0] }] : [],
  );
  const add = (row: PlacedRow, day: string | undefined): void => {
    const person = logs.people.of(row.at);
    if (person && day !== undefined) shown.push({ person, since: day, row });
  };
  for (const row of logs.rows('incident')) {
    const { classification = '症状', symptoms, temperature_c: reading, referred_at: referred } = row;
    const hasSymptoms = planSymptoms(symptoms).length > 0 || isFever(reading, limits);
    // who was taken to the clinic was ill, whatever was read later that day
    if (classification !== '症状' || (referred !== undefined && hasSymptoms)) add(row, row.found_at?.slice(0, 10));
  }
  for (const row of logs.rows('absence')) {
    const { type, symptoms, temperature_c: reading } = row;
    if (type === '病假' && (planSymptoms(symptoms).length > 0 || isFever(reading, limits))) add(row, row.date);
  }
  return shown.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** Someone who was present and should not have been. */
export interface Presence {
  /** On how many days. */
  readonly count: number;
  readonly first: string;
  /** Where the first of them is shown. */
  readonly at: { readonly mark: PersonDay } | { readonly row: RowOf<'session'> };
}

/** Returns a function that finds the presence of a person between two days, neither of them included. */
export function presenceIn(
  logs: Logs,
  profile: Profile | undefined,
): (person: Person, after: string, before: string) => Presence | undefined {
  const days = [...new Set([...logs.days('entry'), ...logs.days('check'), ...logs.days('session')])].sort();
  const teacherOf = teachersOf(logs, profile);
  const taught = new Map(
    logs.rows('session').map((row) => [`${row.date} ${teacherOf(row)?.enrolled?.path ?? '-'}`, row]),
  );
  return (person, after, before) => {
    const found: { day: string; at: Presence['at'] }[] = [];
    for (const day of days) {
      if (day <= after || day >= before) continue;
      const mark = (['entry', 'check'] as const)
        .map((kind) => logs.personDay(kind, person, day))
        .find((each) => each !== undefined && (each.flags & FLAG.present) !== 0);
      const lesson = taught.get(`${day} ${person.enrolled?.path}`);
      if (mark) found.push({ day, at: { mark } });
      else if (lesson) found.push({ day, at: { row: lesson } });
    }
    const [first] = found;
    return first && { count: found.length, first: first.day, at: first.at };
  };
}
