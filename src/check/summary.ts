/** Counts of outcomes and findings. */
import {
  type Finding,
  OUTCOMES,
  type Outcome,
  type RuleResult,
  SEVERITIES,
  type Severity,
  type Summary,
} from '../types.js';

/** Returns how many rules had each outcome and how many findings each severity. */
export function summarise(rules: readonly RuleResult[], findings: readonly Finding[]): Summary {
  const byOutcome = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const rule of rules) byOutcome[rule.outcome]++;
  const bySeverity = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const finding of findings) bySeverity[finding.severity]++;
  return { rules: byOutcome, findings: bySeverity };
}

/** Returns the sum of several summaries. */
export function addUp(summaries: readonly Summary[]): Summary {
  const total = summarise([], []);
  const rules = { ...total.rules };
  const findings = { ...total.findings };
  for (const summary of summaries) {
    for (const outcome of OUTCOMES) rules[outcome] += summary.rules[outcome];
    for (const severity of SEVERITIES) findings[severity] += summary.findings[severity];
  }
  return { rules, findings };
}
