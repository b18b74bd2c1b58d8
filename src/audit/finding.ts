/** Findings of the audit itself: about an institution's files as such, or that there are none. */
import { type Found, ofCheck } from '../check/draft.js';
import { fingerprintOfFile } from '../check/fingerprint.js';
import { unusable } from '../check/handed-in.js';
import type { UnfinishedError, UnusableError } from '../errors.js';
import type { InputCheck } from '../input-check.js';
import { shownPath } from '../io/files.js';
import { sha256 } from '../io/hash.js';
import type { Finding, InstitutionReport, Location } from '../types.js';

/** Returns a finding about an institution's files, by the name of its message. */
export function findingOf<Message extends string>(
  institution: string,
  check: InputCheck<Message>,
  message: NoInfer<Message>,
  found: Pick<Found, 'location' | 'params' | 'related'>,
): Finding {
  const { key: _, runKey: __, about: ___, ...finding } = ofCheck(check, message, found);
  return { ...finding, fingerprint: fingerprintOfFile(institution, check.id, found.location.file, sha256) };
}

/** Returns the finding of a file that can't be used, in the words of the error that says why. */
export function unusableFile(institution: string, error: UnusableError | UnfinishedError, path: string): Finding {
  const location = 'location' in error && error.location ? error.location : startOf(shownPath(path));
  return findingOf(institution, unusable(error), 'unusable', { location, params: error.params });
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
