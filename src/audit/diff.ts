/** Compares two reports by the fingerprints of their findings: what is new, what was mended, what stays. */
import { type InstitutionDiff, type ListedFinding, type ReportDiff, SEVERITIES, type Severity } from '../types.js';
import type { ListedInstitution, ListedReport } from './listed.js';

/**
 * Compares two reports. A finding that is gone counts as fixed only if its rule was judged again: an institution that
 * handed in less has mended nothing by it.
 */
export function diff(before: ListedReport, after: ListedReport): ReportDiff {
  const [olds, news] = [byId(before), byId(after)];
  const ids = [...new Set([...olds.keys(), ...news.keys()])].sort();
  const institutions = ids.map((id) => diffOne(id, olds.get(id) ?? [], news.get(id) ?? []));
  const count = (key: 'new' | 'fixed' | 'unchecked' | 'persisting') =>
    Object.fromEntries(
      SEVERITIES.map((severity) => [
        severity,
        institutions.reduce((sum, one) => sum + one[key].filter((each) => each.severity === severity).length, 0),
      ]),
    ) as Record<Severity, number>;
  const ofState = (state: InstitutionDiff['state']): number => institutions.filter((one) => one.state === state).length;
  return {
    formatVersion: 1,
    before: sourceOf(before),
    after: sourceOf(after),
    samePlan: before.plan.id === after.plan.id && before.plan.digest === after.plan.digest,
    institutions,
    summary: {
      institutions: institutions.length,
      appeared: ofState('appeared'),
      vanished: ofState('vanished'),
      new: count('new'),
      fixed: count('fixed'),
      unchecked: count('unchecked'),
      persisting: count('persisting'),
      omitted: institutions.reduce((sum, one) => sum + one.omitted, 0),
      unlisted: institutions.reduce((sum, one) => sum + one.unlisted, 0),
    },
  };
}

function sourceOf({ tool, plan, asOf }: ListedReport): ReportDiff['before'] {
  return { version: tool.version, plan, asOf };
}

/** The institutions of a report by id, which two may share by mistake. */
function byId({ institutions, county }: ListedReport): Map<string, ListedInstitution[]> {
  const found = new Map<string, ListedInstitution[]>();
  const judged = county && county.inputs.length > 0 ? [...institutions, county] : institutions;
  for (const one of judged) found.set(one.id, [...(found.get(one.id) ?? []), one]);
  return found;
}

/** The findings as a comparison lists them. */
function findingsOf(ones: readonly ListedInstitution[]): ListedFinding[] {
  return ones.flatMap(({ findings }) => findings.map(({ remedy: _, ...finding }) => finding));
}

function diffOne(
  id: string,
  before: readonly ListedInstitution[],
  after: readonly ListedInstitution[],
): InstitutionDiff {
  const name = [...after, ...before].find((one) => one.name !== undefined)?.name;
  const left = new Map<string, number>();
  for (const { fingerprint } of findingsOf(before)) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  const lists: Record<'new' | 'fixed' | 'unchecked' | 'persisting', ListedFinding[]> = {
    new: [],
    fixed: [],
    unchecked: [],
    persisting: [],
  };
  const stays = new Map<string, number>();
  for (const finding of findingsOf(after)) {
    const { fingerprint } = finding;
    const count = left.get(fingerprint) ?? 0;
    lists[count > 0 ? 'persisting' : 'new'].push(finding);
    if (count === 0) continue;
    left.set(fingerprint, count - 1);
    stays.set(fingerprint, (stays.get(fingerprint) ?? 0) + 1);
  }
  for (const finding of findingsOf(before)) {
    const count = stays.get(finding.fingerprint) ?? 0;
    if (count > 0) stays.set(finding.fingerprint, count - 1);
    else lists[wasJudged(finding, before, after) ? 'fixed' : 'unchecked'].push(finding);
  }
  const omitted = (ones: readonly ListedInstitution[]): number => ones.reduce((sum, one) => sum + one.omitted, 0);
  return {
    id,
    ...(name === undefined ? {} : { name }),
    state: before.length === 0 ? 'appeared' : after.length === 0 ? 'vanished' : 'both',
    ...lists,
    omitted: omitted(before) + omitted(after),
    unlisted: Math.max(0, omitted(after) - omitted(before)),
  };
}

const JUDGED: ReadonlySet<string> = new Set(['pass', 'fail', 'warn', 'not-evidenced', 'not-applicable', 'waived']);

/** Whether the later report looked again at what a finding was about. */
function wasJudged(
  { rule, file }: ListedFinding,
  before: readonly ListedInstitution[],
  after: readonly ListedInstitution[],
): boolean {
  if (!/^(?:input|hint)\//.test(rule))
    return after.some(({ rules }) => rules.some(({ id, outcome }) => id === rule && JUDGED.has(outcome)));
  const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
  const has = (ones: readonly ListedInstitution[]): boolean =>
    ones.some(({ inputs }) => inputs.some((input) => nameOf(input.file) === nameOf(file)));
  return after.some(({ inputs }) => inputs.length > 0) && (has(after) || !has(before));
}
