/** Findings of the audit itself: about an institution's files as such, or that there are none. */
import { sha256 } from '../io/hash.js';
import type { Finding, InstitutionReport, Location, Params, Wording } from '../types.js';

/** Returns a finding about an institution's files. */
export function findingOf(
  institution: string,
  rule: string,
  message: Wording,
  params: Params,
  location: Location,
  severity: Finding['severity'] = 'error',
): Finding {
  const fingerprint = sha256([institution, rule, location.file.split('/').at(-1) ?? ''].join('\n')).slice(0, 32);
  return { rule, severity, location, message, params, related: [], fingerprint };
}

/** Returns the beginning of a file. */
export function startOf(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Returns the first file of an institution, where what concerns it as a whole stands. */
export function firstFileOf({ inputs, findings }: InstitutionReport): string {
  return inputs[0]?.file ?? findings[0]?.location.file ?? '';
}

/** Returns a report with findings besides its own, which make it not compliant where they are errors. */
export function withFindings(report: InstitutionReport, more: readonly Finding[]): InstitutionReport {
  const findings = { ...report.summary.findings };
  for (const { severity } of more) findings[severity]++;
  const failed = more.some(({ severity }) => severity === 'error');
  return {
    ...report,
    findings: [...more, ...report.findings],
    summary: { ...report.summary, findings },
    compliant: failed ? false : report.compliant,
    compliantWithWaivers: failed ? false : report.compliantWithWaivers,
  };
}
