/** Which trainees come only after training has resumed, and on which day. */
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { FLAG } from '../../logs/streamed.js';
import type { Profile, Trainee, TrainingClass } from '../../profile/profile.types.js';
import { firstClassDay } from './class-days.js';
import { listings } from './listings.js';

/** A trainee who is new. */
export interface NewTrainee {
  /** The trainee, once for each place in the lists. */
  readonly people: readonly Person[];
  /** The place in the profile. */
  readonly path: string;
  readonly class: string;
  /** The first day present, or that it is to be; `undefined` where neither the profile nor a register tells. */
  readonly first: string | undefined;
}

/**
 * Returns the trainees whose first day is on or after the resumption, also one after `asOf`, and those of whom it is not
 * known. Whoever stands in the lists of two classes counts for the one begun first.
 */
export function newTrainees(logs: Logs, profile: Profile, asOf: string): NewTrainee[] {
  const resumed = profile.operation?.resumedOn ?? firstClassDay(profile) ?? '';
  const find = listings(logs.people);
  const entries = firstEntries(logs);
  const [registerBegins] = logs.days('entry');
  const found = new Map<Person, NewTrainee>();
  for (const [c, each] of (profile.classes ?? []).entries()) {
    for (const [t, trainee] of (each.trainees ?? []).entries()) {
      const path = `classes[${c}].trainees[${t}]`;
      const people = find(path);
      const [one] = people;
      if (!one) continue;
      const entered = people.flatMap((person) => entries.get(person) ?? []).sort()[0];
      const first = firstDay(trainee, each, { resumed, entered, registerBegins, asOf });
      const known = found.get(one);
      if (!known || (first ?? NEVER) < (known.first ?? NEVER)) {
        found.set(one, { people, path, class: each.id ?? each.name ?? String(c + 1), first });
      }
    }
  }
  const registered = logs.has('entry');
  return [...found.values()].filter(({ first }) => (first === undefined ? !registered : first >= resumed));
}

const NEVER = '9999-12-31';

/** Days that help to tell when a trainee first came. */
interface Known {
  readonly resumed: string;
  readonly entered: string | undefined;
  readonly registerBegins: string | undefined;
  readonly asOf: string;
}

/** The first day in the profile, else in the register, unless that begins only after the class, else that of a class to come. */
function firstDay(
  { firstDay: given, enrolledOn }: Trainee,
  { startDate }: TrainingClass,
  { resumed, entered, registerBegins, asOf }: Known,
): string | undefined {
  if (given !== undefined) return given;
  const begun = (enrolledOn ?? '') > (startDate ?? '') ? enrolledOn : startDate;
  // in a class since before the stop: not new, whenever the register begins
  if (begun !== undefined && begun < resumed) return begun;
  if (begun !== undefined && registerBegins !== undefined && registerBegins > begun) return begun;
  return entered ?? (begun !== undefined && begun > asOf ? begun : undefined);
}

function firstEntries(logs: Logs): ReadonlyMap<Person, string> {
  const first = new Map<Person, string>();
  for (const day of logs.days('entry')) {
    logs.eachOn('entry', day, (person, flags) => {
      if ((flags & FLAG.present) !== 0 && !first.has(person)) first.set(person, day);
    });
  }
  return first;
}
