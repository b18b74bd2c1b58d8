/** Fingerprints: the same finding in the next version of a file has the same one, whatever lines moved. */
import type { Profile } from '../profile/profile.types.js';
import { PROFILE_SCHEMA, pathOf, property, type SchemaNode, type Step, steps } from '../profile/schema.js';
import type { Finding } from '../types.js';
import type { Draft } from './draft.js';

/** A cryptographic digest of a text, as lower-case hexadecimal. Handed in: this part knows no Node module. */
export type Digest = (text: string) => string;

/**
 * Adds the fingerprint to each finding: a digest of institution, rule, file name, message and stable path. Never of a
 * person's value (ID numbers can be enumerated, so their digests would not be anonymous) and never of a line number.
 */
export function fingerprints(
  drafts: readonly Draft[],
  context: { readonly institution: string; readonly profile: Profile | undefined },
  digest: Digest,
): Finding[] {
  const seen = new Map<string, number>();
  return drafts.map(({ key, about: _, ...finding }) => {
    const name = finding.location.file.split('/').at(-1) ?? '';
    const path = context.profile ? stablePath(context.profile, finding.path ?? '') : (finding.path ?? '');
    const base = [context.institution, finding.rule, name, key, path].join('\n');
    const occurrence = seen.get(base) ?? 0;
    seen.set(base, occurrence + 1);
    return { ...finding, fingerprint: digest(`${base}\n${occurrence}`).slice(0, 32) };
  });
}

/** The path with indexes replaced by the item's id or kind, where the schema says that it is not personal. */
function stablePath(profile: Profile, path: string): string {
  let value: unknown = profile;
  let schema: SchemaNode | undefined = PROFILE_SCHEMA;
  const stable: Step[] = [];
  for (const step of steps(path)) {
    schema = typeof step === 'number' ? schema?.items : schema && property(schema, step);
    const descriptor: PropertyDescriptor | undefined =
      typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, step) : undefined;
    value = descriptor?.get ? undefined : descriptor?.value;
    stable.push(typeof step === 'number' ? (nameOf(value, schema) ?? step) : step);
  }
  return pathOf(stable);
}

function nameOf(item: unknown, schema: SchemaNode | undefined): string | undefined {
  if (typeof item !== 'object' || item === null || !schema) return undefined;
  for (const key of ['id', 'kind']) {
    const child = property(schema, key);
    const descriptor = Object.getOwnPropertyDescriptor(item, key);
    if (child && child['x-personal'] !== true && typeof descriptor?.value === 'string') return `{${descriptor.value}}`;
  }
  return undefined;
}
