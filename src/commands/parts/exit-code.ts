/** The exit code that a report makes. */
import type { OptionsOf } from '../../command-line/options.js';
import { type Report, SEVERITIES, type Severity } from '../../types.js';

/** Returns 1 if there are findings, not counting waived ones, at or above a severity, or more warnings than allowed, else 0. */
export function exitCodeOf(
  { summary }: Report,
  { failOn, maxWarnings, exitZero }: Pick<OptionsOf<'validate'>, 'failOn' | 'maxWarnings' | 'exitZero'>,
): 0 | 1 {
  if (exitZero) return 0;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const open = (severity: Severity): number => summary.findings[severity] - (summary.waived?.[severity] ?? 0);
  const failed = grave.some((severity) => open(severity) > 0);
  const tooManyWarnings = maxWarnings !== undefined && open('warning') > maxWarnings;
  return failed || tooManyWarnings ? 1 : 0;
}
