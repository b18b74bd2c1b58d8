/** Counts of outcomes and findings. */
import { cellsOf } from '../counts.js';
import {
  type Finding,
  OUTCOMES,
  type Outcome,
  type RuleResult,
  SEVERITIES,
  type Severity,
  type Summary,
  type Unlisted,
} from '../types.js';

/**
 * Returns how many rules had each outcome and how many findings each severity; `unlisted` are counted besides,
 * of which `unlistedWaived` are waived.
 */
export function summarise(
  rules: readonly RuleResult[],
  findings: readonly Finding[],
  unlisted: readonly Unlisted[] = [],
  unlistedWaived: readonly Unlisted[] = [],
): Summary {
  const byOutcome = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const rule of rules) byOutcome[rule.outcome]++;
  const bySeverity = countBySeverity(findings, unlisted);
  const waived = countBySeverity(
    findings.filter(({ waiver }) => waiver),
    unlistedWaived,
  );
  const anyWaived = SEVERITIES.some((severity) => waived[severity] > 0);
  return { rules: byOutcome, findings: bySeverity, ...(anyWaived ? { waived } : {}) };
}

function countBySeverity(findings: readonly Finding[], unlisted: readonly Unlisted[]): Record<Severity, number> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const finding of findings) counts[finding.severity] += cellsOf(finding);
  for (const { severity, count } of unlisted) counts[severity] += count;
  return counts;
}

/** Returns the sum of several summaries. */
export function addUp(summaries: readonly Summary[]): Summary {
  const total = summarise([], []);
  const rules = { ...total.rules };
  const findings = { ...total.findings };
  const waived = { ...total.findings };
  for (const summary of summaries) {
    for (const outcome of OUTCOMES) rules[outcome] += summary.rules[outcome];
    for (const severity of SEVERITIES) findings[severity] += summary.findings[severity];
    for (const severity of SEVERITIES) waived[severity] += summary.waived?.[severity] ?? 0;
  }
  const anyWaived = summaries.some((summary) => summary.waived);
  return { rules, findings, ...(anyWaived ? { waived } : {}) };
}
