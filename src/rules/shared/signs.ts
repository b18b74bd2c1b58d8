/** What the logs show of a person on a day: fever that no retest set aside, and symptoms. */
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { EPIDEMIC_FROM } from '../../plan/epidemic.js';
import type { Limits } from '../../plan/limits.js';
import type { Wording } from '../../types.js';
import { attended } from './attendance.js';
import { OBSERVING, type Observation, type ObservingKind, observationsOf, type PlacedRow } from './observations.js';
import { feversIn } from './retests.js';
import { hasOtherSymptom, planSymptoms } from './symptoms.js';

/** What the logs show of a person on a day. At least one of the signs is there. */
export interface Signs {
  readonly day: string;
  /** Undefined where the name could mean several people. */
  readonly person: Person | undefined;
  /** A fever stands. */
  readonly fever: boolean;
  /** None is known to stand, and of one nothing tells whether a normal reading came after it. */
  readonly undecided: boolean;
  /** Some reading or remark said fever, whatever came later. */
  readonly feverOnce: boolean;
  /** Dry cough or fatigue, which no reading sets aside. */
  readonly named: boolean;
  /** Another symptom than those that the plan names. */
  readonly other: boolean;
  /** The rows with a sign: those of the site first, then those from home. */
  readonly rows: readonly [PlacedRow, ...PlacedRow[]];
}

/** Why a rule is not judged of them. */
export const UNDECIDED: Wording = {
  zh: '有人当天的发热读数和正常读数分不清先后（没有时间，也没有复测），没有核对；请补写时间',
  en: "of someone's fever and normal reading of a day nothing tells which came first (no time, no retest); these were not judged; enter the times",
};

/** Which signs are asked for. */
export interface Asked {
  readonly kinds: readonly ObservingKind[];
  /** Only those of people who were there: not at home, not absent from the check. */
  readonly onSite?: boolean;
}

/** Returns the signs of each person and day of the epidemic. Rows of people who are not known for certain stand for themselves. */
export function signsIn(logs: Logs, limits: Limits, { kinds, onSite = false }: Asked): Signs[] {
  const ofDays = new Map<string, Map<Person, Observation[]>>();
  const signs: Signs[] = [];
  for (const kind of OBSERVING.filter((each) => kinds.includes(each))) {
    for (const observed of observationsOf[kind](logs)) {
      const person = logs.people.of(observed.row.at);
      const { day } = observed;
      const away = observed.absent ?? (kind === 'health-daily' && !(person && attended(logs, person, day)));
      if (day < EPIDEMIC_FROM || (onSite && away)) continue;
      if (!person) {
        signs.push(...signsOf(logs, limits, day, undefined, [observed]));
        continue;
      }
      const ofDay = ofDays.get(day) ?? new Map<Person, Observation[]>();
      ofDays.set(day, ofDay);
      const known = ofDay.get(person);
      if (known) known.push(observed);
      else ofDay.set(person, [observed]);
    }
  }
  for (const [day, ofDay] of ofDays) {
    for (const [person, observed] of ofDay) signs.push(...signsOf(logs, limits, day, person, observed));
  }
  return signs;
}

/** The signs of a person on a day: one, or none. */
function signsOf(
  logs: Logs,
  limits: Limits,
  day: string,
  person: Person | undefined,
  observed: readonly Observation[],
): Signs[] {
  const fevers = feversIn(logs, limits);
  const verdicts = observed.flatMap(({ row }) => fevers.get(row) ?? []).map(({ verdict }) => verdict);
  const showing = observed.filter(({ row, symptoms }) => fevers.has(row) || symptoms.length > 0);
  const said = showing.flatMap(({ symptoms }) => planSymptoms(symptoms));
  const named = said.some((each) => each !== '发热');
  const other = showing.some(({ symptoms }) => hasOtherSymptom(symptoms));
  const feverOnce = verdicts.length > 0 || said.includes('发热');
  const [first, ...rest] = [...showing]
    .sort((a, b) => Number(isFromHome(a)) - Number(isFromHome(b)))
    .map(({ row }) => row);
  if (!first || !(named || other || feverOnce)) return [];
  const fever = verdicts.includes('stands');
  const undecided = !fever && verdicts.includes('undecided');
  return [{ day, person, fever, undecided, feverOnce, named, other, rows: [first, ...rest] }];
}

function isFromHome({ kind }: Observation): boolean {
  return kind === 'health-daily' || kind === 'absence';
}
