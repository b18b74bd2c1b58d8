/** Compares two reports by the fingerprints of their findings: what is new, what was mended, what stays. */
import { cellsOf } from '../counts.js';
import { type InstitutionDiff, type ListedFinding, type ReportDiff, SEVERITIES, type Severity } from '../types.js';
import type { ListedInstitution, ListedReport, MendableFinding } from './listed.js';

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

/** A finding as a comparison lists it. */
function listed({ remedy: _, cell: __, ...finding }: MendableFinding): ListedFinding {
  return finding;
}

function diffOne(
  id: string,
  before: readonly ListedInstitution[],
  after: readonly ListedInstitution[],
): InstitutionDiff {
  const name = [...after, ...before].find((one) => one.name !== undefined)?.name;
  const [olds, news] = [findingsOf(before), findingsOf(after)];
  const left = new Map<string, number>();
  for (const { fingerprint } of olds) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  const stays = new Map<string, number>();
  const persisting = news.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    if (count === 0) return false;
    left.set(fingerprint, count - 1);
    stays.set(fingerprint, (stays.get(fingerprint) ?? 0) + 1);
    return true;
  });
  const stayed = olds.filter(({ fingerprint }) => {
    const count = stays.get(fingerprint) ?? 0;
    stays.set(fingerprint, count - 1);
    return count > 0;
  });
  const come = roomIn(before, after, persisting);
  const gone = roomIn(after, before, stayed);
  const [isOld, isStayed] = [new Set(persisting), new Set(stayed)];
  const fresh = news.filter((finding) => !isOld.has(finding) && !come.among(finding) && !come.unlisted(finding));
  const rest = olds.filter((finding) => !isStayed.has(finding) && !gone.among(finding));
  const isFixed = new Set(rest.filter((finding) => !gone.unlisted(finding) && wasJudged(finding, before, after)));
  const isNew = new Set(fresh);
  const lists = {
    new: fresh.map(listed),
    fixed: rest.filter((finding) => isFixed.has(finding)).map(listed),
    unchecked: rest.filter((finding) => !isFixed.has(finding)).map(listed),
    persisting: news.filter((finding) => !isNew.has(finding)).map(listed),
  };
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

type Found = readonly MendableFinding[];

function findingsOf(ones: readonly ListedInstitution[]): Found {
  return ones.flatMap(({ findings }) => findings);
}

/**
 * Returns how much room a report has for findings of the other that it does not list by their fingerprints: among cells
 * of the same column, where one is about several (one that is cut in two, or grows together with another, is neither new
 * nor fixed), and among what it only counts.
 */
function roomIn(
  ones: readonly ListedInstitution[],
  others: readonly ListedInstitution[],
  matched: Found,
): { readonly among: (finding: MendableFinding) => boolean; readonly unlisted: (finding: MendableFinding) => boolean } {
  const cells = new Map<string, number>();
  const add = (room: Map<string, number>, key: string, count: number): unknown =>
    room.set(key, (room.get(key) ?? 0) + count);
  const findings = findingsOf(ones);
  const all = [...findings, ...findingsOf(others)];
  const runs = new Set(all.filter((finding) => finding.cells !== undefined).map(columnOf));
  for (const finding of findings) if (runs.has(columnOf(finding))) add(cells, columnOf(finding), cellsOf(finding));
  for (const finding of matched) add(cells, columnOf(finding), -cellsOf(finding));
  const counted = new Map<string, number>();
  for (const { unlisted = [] } of ones) for (const each of unlisted) add(counted, sortOf(each), each.count);
  for (const { unlisted = [] } of others) for (const each of unlisted) add(counted, sortOf(each), -each.count);
  const takes = (room: Map<string, number>, key: string, count: number): boolean => {
    const isThere = (room.get(key) ?? 0) >= count;
    if (isThere) add(room, key, -count);
    return isThere;
  };
  return {
    among: (finding) => takes(cells, columnOf(finding), cellsOf(finding)),
    unlisted: (finding) => takes(counted, sortOf(finding), cellsOf(finding)),
  };
}

function columnOf({ rule, file, cell }: MendableFinding): string {
  return [rule, file.split('/').at(-1), cell?.header?.zh ?? cell?.letter].join('\n');
}

function sortOf({ rule, severity }: { readonly rule: string; readonly severity: Severity }): string {
  return `${rule} ${severity}`;
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
