/** How many findings an institution has of a rule, listed or only counted, and how to see them all. */
import { cellsOf, countOf } from '../counts.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import type { Finding, InstitutionReport, Report, Severity, Wording } from '../types.js';
import { FORMAT_WORDS } from './format-words.js';
import { judgedOf } from './judged.js';

/** Returns how many findings of a rule and severity are counted and not listed. */
function leftOf({ unlisted = [] }: InstitutionReport, rule: string, severity: Severity): number {
  return unlisted.find((each) => each.rule === rule && each.severity === severity)?.count ?? 0;
}

/** Returns how many findings of each rule there are in all institutions, listed or not; waived ones count too. */
export function countsByRule(institutions: readonly InstitutionReport[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (rule: string, count: number): unknown => counts.set(rule, (counts.get(rule) ?? 0) + count);
  for (const { findings, unlisted = [] } of institutions) {
    for (const finding of findings) add(finding.rule, cellsOf(finding));
    for (const { rule, count } of unlisted) add(rule, count);
  }
  return counts;
}

/** Returns how many findings there are like some that are listed, all of one rule and severity. */
export function exactCount(one: InstitutionReport, alike: readonly Finding[]): number {
  const [first] = alike;
  return first ? countOf(alike) + leftOf(one, first.rule, first.severity) : 0;
}

/**
 * Returns findings about the input as they are told together, those of a check in one file, each with how many there are.
 * What is only counted may be in any of the files, and counts with the last.
 */
export function groupsOfForm(
  one: InstitutionReport,
  findings: readonly Finding[],
): (readonly [alike: readonly Finding[], count: number])[] {
  const groups = groupedBy(findings, ({ rule, severity, location }) => `${severity} ${rule} ${location.file}`);
  const last = new Map([...groups.values()].map((alike) => [sortOf(alike), alike]));
  return [...groups.values()].map((alike) => {
    return [alike, last.get(sortOf(alike)) === alike ? exactCount(one, alike) : countOf(alike)];
  });
}

function sortOf([first]: readonly Finding[]): string {
  return `${first?.rule} ${first?.severity}`;
}

/**
 * Returns how to see all findings, or nothing where all are there. `isCut` says that the format leaves some out which the
 * report has.
 */
export function howToListAll(
  report: Report,
  { all = false }: { readonly all?: boolean },
  isCut: boolean,
): Wording | undefined {
  const isWhole = judgedOf(report).every(({ omitted }) => omitted === 0);
  if (isWhole && !isCut) return undefined;
  return all && !isWhole ? FORMAT_WORDS.notAllOfParts : FORMAT_WORDS.notAll;
}
