/** Fingerprints: the same finding in the next version of a file has the same one, whatever lines moved. */
import type { Profile } from '../profile/profile.types.js';
import { PROFILE_SCHEMA, pathOf, property, type SchemaNode, type Step, steps } from '../profile/schema.js';
import { HARMLESS } from '../text/mask.js';
import type { Finding, InstitutionReport } from '../types.js';
import type { Draft } from './draft.js';

/** A cryptographic digest of a text, as lower-case hexadecimal. Handed in: this part knows no Node module. */
export type Digest = (text: string) => string;

/** Characters of a digest that are a fingerprint. */
const LENGTH = 32;

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
  return drafts.map(({ key, runKey: _, about: __, ...finding }) => {
    const name = finding.location.file.split('/').at(-1) ?? '';
    const path = context.profile ? stablePath(context.profile, finding.path ?? '') : (finding.path ?? '');
    const base = [context.institution, finding.rule, name, key, path].join('\n');
    const occurrence = seen.get(base) ?? 0;
    seen.set(base, occurrence + 1);
    return { ...finding, fingerprint: digest(`${base}\n${occurrence}`).slice(0, LENGTH) };
  });
}

/** Returns the fingerprint of what is said of an institution's files as such, besides what its check finds. */
export function fingerprintOfFile(institution: string, check: string, file: string, digest: Digest): string {
  return digest([institution, check, file.split('/').at(-1) ?? ''].join('\n')).slice(0, LENGTH);
}

/**
 * Returns the reports with fingerprints that each is of one finding only: two institutions may give the same id by
 * mistake. The first in the order of the reports keeps its own.
 */
export function distinct(reports: readonly InstitutionReport[], digest: Digest): InstitutionReport[] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    let isChanged = false;
    const findings = report.findings.map((finding): Finding => {
      const { fingerprint } = finding;
      const times = (seen.get(fingerprint) ?? 0) + 1;
      seen.set(fingerprint, times);
      if (times === 1) return finding;
      isChanged = true;
      return { ...finding, fingerprint: digest(`${fingerprint}\n${times}`).slice(0, LENGTH) };
    });
    return isChanged ? { ...report, findings } : report;
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
    if (!child || typeof descriptor?.value !== 'string') continue;
    const { value } = descriptor;
    if (child['x-personal'] !== true || (child['x-key'] === true && HARMLESS.test(value))) return `{${value}}`;
  }
  return undefined;
}
