/**
 * What a profile shows on a day. An act dated later has not happened, someone who is not in service holds no office, and
 * a word such as 待定 names nobody: each is left out, so that every rule judges as if it were not there.
 */
import { namesNobody } from '../text/placeholder.js';
import type { Profile, StaffMember } from './profile.types.js';
import type { ProfileSource } from './read.js';
import { PROFILE_SCHEMA, pathOf, property, type SchemaNode, type Step, steps } from './schema.js';
import { ifReadable } from './unreadable.js';

/** Why something is left out. */
export type Doubt = 'to-come' | 'not-in-service' | 'no-name';

/** Something that a profile says and that is no evidence on the day. */
export interface LeftOut {
  /** What is left out: an act as a whole, or a value. */
  readonly path: string;
  /** Where the reason stands: the date, the reference, the word. */
  readonly at: string;
  readonly doubt: Doubt;
  /** The day of an act to come, `YYYY-MM-DD`. */
  readonly day?: string;
}

/** What a profile shows on a day. */
export interface Evidence {
  /** The profile without what is left out. Its paths are turned into those of the file when something is located. */
  readonly source: ProfileSource;
  /** The profile as it stands in the file. */
  readonly file: ProfileSource;
  readonly leftOut: readonly LeftOut[];
}

/** Returns whether something has happened by a day: the day itself counts. Both `YYYY-MM-DD`. */
export function hasHappened(date: string, asOf: string): boolean {
  return date <= asOf;
}

/** Returns whether a member of staff is in service on a day. The day of leaving is the last in service. */
export function isInService({ hiredOn, leftOn }: StaffMember, day: string): boolean {
  return (hiredOn === undefined || hiredOn <= day) && (leftOn === undefined || day <= leftOn);
}

/** The staff with what can be read of each. Whose days can't be read is taken to be there: that is an error by itself. */
function readableStaff(profile: Profile): StaffMember[] {
  const list = ifReadable(() => profile.staff) ?? [];
  return Object.values(Object.getOwnPropertyDescriptors(list)).flatMap(({ value }) => {
    if (typeof value !== 'object' || value === null) return [];
    const own = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, { get }]) => !get);
    return [Object.fromEntries(own.map(([key, each]) => [key, each.value])) as StaffMember];
  });
}

/** Returns what a profile shows on the day, `YYYY-MM-DD`. What `kept` names is not left out. */
export function evidenceOf(source: ProfileSource, asOf: string, kept: ReadonlySet<string> = new Set()): Evidence {
  const leftOut: LeftOut[] = [];
  /** Of each list from which items are left out, by its path: the places that the others have in the file. */
  const places = new Map<string, readonly number[]>();
  const staff = readableStaff(source.profile);
  const memberOf = (reference: string): StaffMember | undefined =>
    staff.find(({ id }) => id === reference) ?? staff.find(({ name }) => name === reference);

  /** Why a value is no evidence, if it is none. */
  function doubtOf(value: unknown, schema: SchemaNode, holder: object): Doubt | undefined {
    if (typeof value !== 'string') return undefined;
    if (schema['x-ref'] === 'staff') {
      const member = memberOf(value);
      if (member) return isForPresent(schema, holder) && !isInService(member, asOf) ? 'not-in-service' : undefined;
    }
    if (schema['x-date'] === 'act' && !schema['x-whole'] && !hasHappened(value, asOf)) return 'to-come';
    return (schema['x-name'] || schema['x-ref']) && namesNobody(value) ? 'no-name' : undefined;
  }

  /** Whether a reference is to whoever does something now: that of a class is not once the class has ended. */
  function isForPresent(schema: SchemaNode, holder: object): boolean {
    const until = schema['x-present'];
    if (typeof until !== 'string') return until === true;
    const end: unknown = Object.getOwnPropertyDescriptor(holder, until)?.value;
    return typeof end !== 'string' || asOf <= end;
  }

  /** The day of an act that has not happened, where the node is one. */
  function dayToCome(value: object, schema: SchemaNode, path: readonly Step[]): LeftOut | undefined {
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      if (child['x-date'] !== 'act' || !child['x-whole']) continue;
      const day: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
      if (typeof day === 'string' && !hasHappened(day, asOf))
        return { path: pathOf(path), at: pathOf([...path, key]), doubt: 'to-come', day };
    }
    return undefined;
  }

  function drop(found: LeftOut): boolean {
    if (kept.has(found.path)) return false;
    leftOut.push(found);
    return true;
  }

  /** A copy without what is left out; `undefined` where that is the node itself. */
  function copy(value: unknown, schema: SchemaNode | undefined, path: readonly Step[], holder: object): unknown {
    if (!schema) return value;
    if (typeof value !== 'object' || value === null) {
      const doubt = doubtOf(value, schema, holder);
      const at = pathOf(path);
      const day = doubt === 'to-come' ? { day: value as string } : {};
      return doubt && drop({ path: at, at, doubt, ...day }) ? undefined : value;
    }
    if (Array.isArray(value)) return copyOfList(value, schema, path);
    const toCome = dayToCome(value, schema, path);
    if (toCome && drop(toCome)) return undefined;
    const result = {};
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      if (!descriptor.get) {
        const inner = copy(descriptor.value, property(schema, key), [...path, key], value);
        if (inner === undefined) continue;
        descriptor.value = inner;
      }
      Object.defineProperty(result, key, descriptor);
    }
    return result;
  }

  function copyOfList(list: readonly unknown[], schema: SchemaNode, path: readonly Step[]): unknown[] {
    const result: unknown[] = [];
    const stayed: number[] = [];
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(list))) {
      if (key === 'length') continue;
      if (!descriptor.get && descriptor.value !== undefined) {
        const inner = copy(descriptor.value, schema.items, [...path, Number(key)], list);
        if (inner === undefined) continue;
        descriptor.value = inner;
      }
      Object.defineProperty(result, stayed.length, { ...descriptor, configurable: true });
      stayed.push(Number(key));
    }
    if (stayed.length < list.length) places.set(pathOf(path), stayed);
    return result;
  }

  const profile = copy(source.profile, PROFILE_SCHEMA, [], {}) as Profile;
  if (leftOut.length === 0) return { source, file: source, leftOut };

  const origin = (path: string): string => {
    const parts: Step[] = [];
    for (const step of steps(path)) {
      const stayed = typeof step === 'number' ? places.get(pathOf(parts)) : undefined;
      parts.push(stayed && typeof step === 'number' ? (stayed[step] ?? step) : step);
    }
    return pathOf(parts);
  };
  return {
    source: {
      ...source,
      profile,
      origin,
      locate: (path) => source.locate(origin(path)),
      locateNearest: (path) => source.locateNearest(origin(path)),
    },
    file: source,
    leftOut,
  };
}
