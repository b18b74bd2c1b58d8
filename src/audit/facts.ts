/** What a county reads of an institution besides its findings: dates, results and places, nothing of people. */
import type { Logs } from '../logs/logs.js';
import { addDays } from '../plan/days.js';
import type { Profile } from '../profile/profile.types.js';
import { ifReadable, ofReadableItems } from '../profile/read.js';
import type { InstitutionFacts, OffsiteFacts } from '../types.js';

/** Returns the facts of a profile and the logs beside it. What is not given or not readable is left out. */
export function factsOf(profile: Profile, logs: Logs): InstitutionFacts {
  const given = <Value>(read: () => Value): Value | undefined => ifReadable(read);
  const institution = given(() => profile.institution);
  return defined({
    district: given(() => institution?.district),
    address: given(() => institution?.address),
    authority: given(() => institution?.approval?.authority),
    permitNo: given(() => institution?.approval?.permitNo),
    appliedOn: given(() => profile.application?.date),
    inspectedOn: given(() => profile.inspection?.date),
    result: given(() => profile.inspection?.result),
    resumedOn: given(() => profile.operation?.resumedOn),
    trades: [
      ...new Set(
        ofReadableItems(
          () => profile.classes,
          ({ trade }) => trade,
        ),
      ),
    ],
    offsite: ofReadableItems(() => profile.offsite, offsiteFacts),
    reportedDays: runs(logs.days('daily-report')),
  });
}

/** A class held elsewhere, if it was applied for: without an application there is nothing to inspect. */
function offsiteFacts(each: NonNullable<Profile['offsite']>[number], i: number): OffsiteFacts | undefined {
  const { venue, application, inspection } = each;
  if (!application) return undefined;
  return defined({
    path: `offsite[${i}]`,
    area: application.to ?? venue?.area,
    appliedOn: application.date,
    inspectedOn: inspection?.date,
    result: inspection?.result,
  });
}

/** Days in their order, as runs of days that follow each other. */
function runs(days: readonly string[]): (readonly [first: string, last: string])[] {
  const found: [string, string][] = [];
  for (const day of days) {
    const run = found.at(-1);
    if (run && addDays(run[1], 1) === day) run[1] = day;
    else found.push([day, day]);
  }
  return found;
}

/** The same without keys that hold nothing: a report read back from JSON has none either. */
function defined<Value extends object>(value: { [Key in keyof Value]: Value[Key] | undefined }): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
}
