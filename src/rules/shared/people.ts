/** Finds the people of the profile: who works there on a day, and whom a reference means. */
import { isInService } from '../../profile/evidence.js';
import type { Profile, StaffMember } from '../../profile/profile.types.js';

/** A member of staff with the place in the list, for paths such as `staff[3]`. */
export interface ListedMember {
  readonly member: StaffMember;
  readonly index: number;
}

/** Returns the staff in service on that day. */
export function activeStaff(profile: Profile, asOf: string): ListedMember[] {
  return (profile.staff ?? [])
    .map((member, index) => ({ member, index }))
    .filter(({ member }) => isInService(member, asOf));
}

/** Returns whether a reference, which holds an id or a name, means this person. */
export function refersTo(reference: string, person: { readonly id?: string; readonly name?: string }): boolean {
  return reference === person.id || reference === person.name;
}

/** Returns the member of staff whom a reference means: the one with that id, else the first of that name. */
export function memberOf(profile: Profile, reference: string): StaffMember | undefined {
  const staff = profile.staff ?? [];
  return staff.find((member) => member.id === reference) ?? staff.find((member) => member.name === reference);
}

/** Returns whether two references mean one person, also where one is the id and the other the name. */
export function samePerson(profile: Profile, one: string, other: string): boolean {
  if (one === other) return true;
  const member = memberOf(profile, one);
  return member !== undefined && member === memberOf(profile, other);
}
