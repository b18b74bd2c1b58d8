/**
 * How findings are counted, and how many of a sort are listed. Limits are those of a sort, so that none crowds out
 * another; counts are exact. A finding about several cells counts as so many.
 */
import type { Finding, Severity, Unlisted } from './types.js';

/** Findings that are listed of one sort (toolkit default). */
export const MOST_OF_A_SORT = 200;

/** Admits so many of each sort. */
export class Places {
  private readonly taken = new Map<string, number>();

  constructor(private readonly most: number = MOST_OF_A_SORT) {}

  /** Whether there is a place left for one more of the sort, which is then taken. */
  admits(sort: string): boolean {
    const before = this.taken.get(sort) ?? 0;
    if (before >= this.most) return false;
    this.taken.set(sort, before + 1);
    return true;
  }
}

/** Returns as how many a finding counts. */
export function cellsOf({ cells = 1 }: Pick<Finding, 'cells'>): number {
  return cells;
}

/** Returns how many findings there are. */
export function countOf(findings: readonly Pick<Finding, 'cells'>[]): number {
  return findings.reduce((sum, finding) => sum + cellsOf(finding), 0);
}

/** Returns how many findings are counted and not listed. */
export function unlistedCount(unlisted: readonly Unlisted[]): number {
  return unlisted.reduce((sum, { count }) => sum + count, 0);
}

/** How many findings there are, by rule and severity. */
export class Counts {
  private readonly byRule = new Map<string, Map<Severity, number>>();

  /** Counts so many more. */
  add(rule: string, severity: Severity, count: number): void {
    const bySeverity = this.byRule.get(rule) ?? new Map<Severity, number>();
    this.byRule.set(rule, bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + count));
  }

  /** Counts those of a list. */
  addAll(unlisted: readonly Unlisted[]): void {
    for (const { rule, severity, count } of unlisted) this.add(rule, severity, count);
  }

  /** Returns those that are more than none, by the order in which their rules were counted first. */
  list(): Unlisted[] {
    return [...this.byRule].flatMap(([rule, bySeverity]) =>
      [...bySeverity].flatMap(([severity, count]) => (count > 0 ? [{ rule, severity, count }] : [])),
    );
  }
}

/** Returns how many of those counted are not among those that were kept. */
export function beyond(
  counted: ReadonlyMap<string, ReadonlyMap<Severity, number>>,
  kept: readonly Pick<Finding, 'rule' | 'severity' | 'cells'>[],
): Unlisted[] {
  const left = new Counts();
  for (const [rule, bySeverity] of counted) for (const [severity, count] of bySeverity) left.add(rule, severity, count);
  for (const finding of kept) left.add(finding.rule, finding.severity, -cellsOf(finding));
  return left.list();
}
