/** What the logs show of a person on a day: fever by the last valid readings, and symptoms. */
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG, isFever } from '../../logs/streamed.js';
import { keeps } from '../../plan/limit.js';
import type { Limits } from '../../plan/limits.js';
import { attended } from './attendance.js';
import {
  OBSERVING,
  type Observation,
  type ObservingKind,
  observationsOf,
  type PlacedRow,
  type Reading,
} from './observations.js';
import { hasOtherSymptom, planSymptoms } from './symptoms.js';

/** What the logs show of a person on a day. At least one of the signs is there. */
export interface Signs {
  readonly day: string;
  /** Undefined where the name could mean several people. */
  readonly person: Person | undefined;
  /** By the last valid reading of each log; where a log has none, by what is ticked or written there. */
  readonly fever: boolean;
  /** Some reading or remark said fever, whatever came later. */
  readonly feverOnce: boolean;
  /** Dry cough or fatigue. */
  readonly named: boolean;
  /** Another symptom than those that the plan names. */
  readonly other: boolean;
  /** The rows with a sign: those of the site first, then those from home. */
  readonly rows: readonly [PlacedRow, ...PlacedRow[]];
}

/** Which signs are asked for. */
export interface Asked {
  readonly kinds: readonly ObservingKind[];
  /** Only those of people who were there: not at home, not absent from the check. */
  readonly onSite?: boolean;
}

/**
 * Returns the signs of each person and day. A reading is replaced by a later one of that day in the same log, or in
 * another log where both give their time; readings in isolation come after what led there. Rows of people who are not
 * known for certain stand for themselves.
 */
export function signsIn(logs: Logs, limits: Limits, { kinds, onSite = false }: Asked): Signs[] {
  const ofDays = new Map<string, Map<Person, Observation[]>>();
  const signs: Signs[] = [];
  const judge = judgeOf(logs, limits);
  for (const kind of OBSERVING.filter((each) => kinds.includes(each))) {
    for (const observed of observationsOf[kind](logs)) {
      const person = logs.people.of(observed.row.at);
      const { day } = observed;
      const away = observed.absent ?? (kind === 'health-daily' && onSite && !(person && attended(logs, person, day)));
      const seen = onSite && away ? { ...observed, readings: [], symptoms: [] } : observed;
      if (!person) {
        const own = judge(day, undefined, [seen]);
        if (own) signs.push(own);
        continue;
      }
      const ofDay = ofDays.get(day) ?? new Map<Person, Observation[]>();
      ofDays.set(day, ofDay);
      const known = ofDay.get(person);
      if (known) known.push(seen);
      else ofDay.set(person, [seen]);
    }
  }
  for (const [day, ofDay] of ofDays) {
    for (const [person, observed] of ofDay) {
      const own = judge(day, person, observed);
      if (own) signs.push(own);
    }
  }
  return signs;
}

type Judge = (day: string, person: Person | undefined, observed: readonly Observation[]) => Signs | undefined;

/** Returns a function that draws the signs from all that was observed of a person on a day. */
function judgeOf(logs: Logs, limits: Limits): Judge {
  const slotsOf = slotsSeen(logs);
  const isValid = ({ celsius }: Reading): boolean =>
    keeps(limits.possibleLow, celsius) && keeps(limits.possibleHigh, celsius);
  const isHigh = (reading: Reading): boolean => isValid(reading) && isFever(reading.celsius, limits);

  const hasFever = (day: string, person: Person | undefined, observed: readonly Observation[]): boolean => {
    const lasts: { kind: ObservingKind; reading: Reading }[] = [];
    for (const kind of OBSERVING) {
      const own = observed.filter((each) => each.kind === kind);
      const [first, ...rest] = own.flatMap(({ readings }) => readings.filter(isValid));
      if (!first) {
        if (own.some(saysFever)) return true;
        continue;
      }
      const reading = rest.reduce((last, each) => (each.order >= last.order ? each : last), first);
      if (kind !== 'check' || !person || !seenAfter(reading, own, slotsOf(person, day))) lasts.push({ kind, reading });
    }
    const latest = Math.max(...lasts.map(({ reading }) => reading.minute ?? -1));
    const lastTimed = lasts.findLast(({ reading }) => reading.minute === latest)?.reading;
    const apart = lasts.find(({ kind }) => kind === 'isolation')?.reading;
    return lasts.some(({ reading }) => {
      if (!isHigh(reading)) return false;
      if (reading.minute !== undefined) return reading === lastTimed;
      return !apart || isHigh(apart) || (apart.minute ?? 0) < reading.notBefore;
    });
  };

  return (day, person, observed) => {
    const showing = observed.filter(({ readings, symptoms }) => readings.some(isHigh) || symptoms.length > 0);
    const named = showing.some(({ symptoms }) => planSymptoms(symptoms).some((each) => each !== '发热'));
    const other = showing.some(({ symptoms }) => hasOtherSymptom(symptoms));
    const feverOnce = showing.some((each) => saysFever(each) || each.readings.some(isHigh));
    const [first, ...rest] = [...showing]
      .sort((a, b) => Number(isFromHome(a)) - Number(isFromHome(b)))
      .map(({ row }) => row);
    if (!first || !(named || other || feverOnce)) return undefined;
    const fever = feverOnce && hasFever(day, person, observed);
    return { day, person, fever, feverOnce, named, other, rows: [first, ...rest] };
  };
}

function isFromHome({ kind }: Observation): boolean {
  return kind === 'health-daily' || kind === 'absence';
}

function saysFever({ symptoms }: Observation): boolean {
  return planSymptoms(symptoms).includes('发热');
}

/**
 * Whether the person was checked again in a later slot, in a row that is not kept because nothing was found. Such a row
 * may lack its reading; that it shows no fever is taken from it all the same.
 */
function seenAfter({ order }: Reading, kept: readonly Observation[], slots: number): boolean {
  const own = kept.find(({ readings }) => readings.some((each) => each.order === order))?.slot ?? 0;
  const keptSlots = kept.reduce((flags, { slot = 0 }) => flags | slot, 0);
  const later = own === 0 ? 0 : ALL_SLOTS & ~(2 * own - 1);
  return (slots & later & ~keptSlots) !== 0;
}

const ALL_SLOTS = FLAG.morning | FLAG.noon | FLAG.evening;

/** Returns a function for the slots in which a person was checked on a day, in whatever files. */
function slotsSeen(logs: Logs): (person: Person, day: string) => number {
  const days = new Map<string, Map<Person, number>>();
  return (person, day) => {
    const known = days.get(day);
    if (known) return known.get(person) ?? 0;
    const ofDay = new Map<Person, number>();
    logs.eachOn('check', day, (each, flags) => ofDay.set(each, (ofDay.get(each) ?? 0) | flags));
    days.set(day, ofDay);
    return ofDay.get(person) ?? 0;
  };
}
