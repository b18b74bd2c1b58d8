/** The exit code that a report makes. */
import { CRASHED } from '../../check/handed-in.js';
import type { OptionsOf } from '../../command-line/options.js';
import { type Report, SEVERITIES, type Severity } from '../../types.js';

/**
 * Returns 3 if an institution could not be checked to the end, 1 if there are findings, not counting waived ones, at or above a
 * severity, or more warnings than allowed, else 0.
 */
export function exitCodeOf(
  { summary, institutions }: Report,
  { failOn, maxWarnings, exitZero }: Pick<OptionsOf<'validate'>, 'failOn' | 'maxWarnings' | 'exitZero'>,
): 0 | 1 | 3 {
  if (institutions.some(({ findings }) => findings.some(({ rule }) => rule === CRASHED.id))) return 3;
  if (exitZero) return 0;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const open = (severity: Severity): number => summary.findings[severity] - (summary.waived?.[severity] ?? 0);
  const failed = grave.some((severity) => open(severity) > 0);
  const tooManyWarnings = maxWarnings !== undefined && open('warning') > maxWarnings;
  return failed || tooManyWarnings ? 1 : 0;
}
