/**
 * Which fevers stand. One is set aside by 复测 of its own row, or by a normal reading of that person soon after it, in
 * whatever log, without another fever in between or at that minute. Whatever is read later sets nothing aside.
 */
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { isFever, isPossible } from '../../logs/streamed.js';
import type { ReadingTime } from '../../logs/summary.js';
import { keeps } from '../../plan/limit.js';
import type { Limits } from '../../plan/limits.js';
import {
  OBSERVING,
  type Observation,
  type ObservingKind,
  observationsOf,
  type Reading,
  slotsOf,
} from './observations.js';
import { oncePerLogs } from './once.js';
import { planSymptoms } from './symptoms.js';

/** What became of a fever. `untimed`: set aside by a check of the same half-day that does not give its time. */
export type Verdict = 'stands' | 'set-aside' | 'untimed' | 'undecided';

/** A fever in a row: a reading, or the word where the row has none. */
export interface Fever extends Observation {
  readonly person: Person | undefined;
  readonly verdict: Verdict;
}

/** Where a person goes from one log to the next: of readings there, the nature of the logs tells the order, not the time. */
const NEXT: Readonly<Record<ObservingKind, readonly ObservingKind[]>> = {
  'health-daily': ['health-daily'],
  absence: ['absence'],
  entry: ['entry', 'check', 'isolation'],
  check: ['check', 'isolation'],
  incident: ['incident'],
  isolation: ['isolation'],
};

const STREAMED = ['health-daily', 'entry', 'check'] as const;

type FeverReading = Omit<Reading, 'celsius'>;

/** The normal readings of a person on a day. */
interface Normals {
  /** Sorted. */
  readonly minutes: number[];
  /** The slots of those with a time and of those without, by kind. */
  readonly timed: Map<ObservingKind, number>;
  readonly untimed: Map<ObservingKind, number>;
}

/** Returns the verdicts about the fevers of each row. A row without fever has none. */
export const feversIn = oncePerLogs((logs, limits: Limits): ReadonlyMap<Observation['row'], readonly Fever[]> => {
  const days = new Map<string, Map<Person | undefined, Observation[]>>();
  for (const observed of everyObservation(logs)) {
    const ofDay = days.get(observed.day) ?? new Map<Person | undefined, Observation[]>();
    days.set(observed.day, ofDay);
    const person = logs.people.of(observed.row.at);
    const known = ofDay.get(person);
    if (known) known.push(observed);
    else ofDay.set(person, [observed]);
  }
  const found = new Map<Observation['row'], Fever[]>();
  for (const [day, ofDay] of days) {
    const ill = new Map([...ofDay].filter(([, rows]) => rows.some((row) => feversOf(row, limits).length > 0)));
    const normals = normalsOf(logs, day, ill, limits);
    for (const [person, rows] of ill) {
      const judge = judgeOf(rows, person && normals.get(person), limits);
      for (const observed of rows) {
        const fevers = feversOf(observed, limits).map((fever) => ({
          ...observed,
          person,
          verdict: judge(observed, fever),
        }));
        if (fevers.length > 0) found.set(observed.row, fevers);
      }
    }
  }
  return found;
});

function* everyObservation(logs: Logs): Generator<Observation> {
  for (const kind of OBSERVING) yield* observationsOf[kind](logs);
}

/** The fevers of a row: its high readings; where it has no reading at all, what it says. */
function feversOf(observed: Observation, limits: Limits): readonly FeverReading[] {
  const valid = observed.readings.filter(({ celsius }) => isPossible(celsius, limits));
  if (valid.length > 0) return valid.filter(({ celsius }) => isFever(celsius, limits));
  const { minute, slots = 0 } = observed;
  return planSymptoms(observed.symptoms).includes('发热') ? [{ minute, slots: slotsOf(minute, slots) }] : [];
}

/** Whether 复测 of the row is normal, and not so late that it says nothing of the first reading. */
function isSetAsideByOwn({ minute, again }: FeverReading, limits: Limits): boolean {
  if (!again || !isPossible(again.celsius, limits) || isFever(again.celsius, limits)) return false;
  return minute === undefined || again.minute === undefined || keeps(limits.retestMinutes, again.minute - minute);
}

function normalsOf(
  logs: Logs,
  day: string,
  ill: ReadonlyMap<Person | undefined, readonly Observation[]>,
  limits: Limits,
): ReadonlyMap<Person, Normals> {
  const found = new Map<Person, Normals>();
  const add = (person: Person, kind: ObservingKind, { minute, slots }: ReadingTime): void => {
    const normals: Normals = found.get(person) ?? { minutes: [], timed: new Map(), untimed: new Map() };
    found.set(person, normals);
    if (minute !== undefined) normals.minutes.push(minute);
    const slotsOfKind = minute === undefined ? normals.untimed : normals.timed;
    slotsOfKind.set(kind, (slotsOfKind.get(kind) ?? 0) | slotsOf(minute, slots));
  };
  for (const kind of STREAMED) logs.eachNormal(kind, day, ill, (person, time) => add(person, kind, time));
  for (const [person, rows] of ill) {
    for (const { kind, readings } of person ? rows : []) {
      for (const reading of readings) {
        // those of streamed kinds are there already, but for 复测
        const isNew = reading.isLater || !(STREAMED as readonly string[]).includes(kind);
        if (isNew && person && isPossible(reading.celsius, limits) && !isFever(reading.celsius, limits))
          add(person, kind, reading);
      }
    }
  }
  for (const { minutes } of found.values()) minutes.sort((a, b) => a - b);
  return found;
}

/** Returns a function that judges the fevers of a person on a day. A person who is not known has only the row itself. */
function judgeOf(rows: readonly Observation[], normals: Normals | undefined, limits: Limits) {
  const isOpen = (fever: FeverReading): boolean => !isSetAsideByOwn(fever, limits);
  // an incident tells of a reading that was taken elsewhere: it is no second one
  const between = rows.filter(({ kind }) => kind !== 'incident');
  const open = normals
    ? between.flatMap((each) =>
        feversOf(each, limits)
          .filter(isOpen)
          .map((fever) => ({ ...fever, kind: each.kind })),
      )
    : [];
  const minutes = open.flatMap(({ minute }) => minute ?? []).sort((a, b) => a - b);
  const untimedChecks = open.reduce(
    (flags, { kind, minute, slots }) => flags | (kind === 'check' && minute === undefined ? slots : 0),
    0,
  );
  return ({ kind }: Observation, fever: FeverReading): Verdict => {
    if (!isOpen(fever)) return 'set-aside';
    if (!normals) return 'stands';
    const { minute, slots } = fever;
    const next = minute === undefined ? undefined : firstAfter(minutes, minute);
    if (minute !== undefined) {
      const normal = firstAfter(normals.minutes, minute);
      if (
        normal !== undefined &&
        keeps(limits.retestMinutes, normal - minute) &&
        !(next !== undefined && next <= normal)
      )
        return 'set-aside';
      const later = next === undefined ? 0 : slotsOf(next, 0);
      const checked = slots & (normals.untimed.get('check') ?? 0) & ~untimedChecks & ~later;
      if (kind === 'entry' && checked !== 0) return 'untimed';
    }
    if (fever.isLater) return 'stands';
    if (minute !== undefined && has(normals.minutes, minute)) return 'undecided';
    const seen = (each: ObservingKind): number =>
      (normals.untimed.get(each) ?? 0) | (minute === undefined ? (normals.timed.get(each) ?? 0) : 0);
    // a check of which the time is known, and that is no retest of the gate by it, is none either
    const others = NEXT[kind].filter((each) => !(kind === 'entry' && minute !== undefined && each === 'check'));
    return others.some((each) => (seen(each) & slots) !== 0) ? 'undecided' : 'stands';
  };
}

/** The first of sorted numbers that is greater. */
function firstAfter(sorted: readonly number[], number: number): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= number) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

function has(sorted: readonly number[], number: number): boolean {
  return firstAfter(sorted, number - 1) === number;
}
