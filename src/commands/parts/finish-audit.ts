/** How an audit ends, whether it was made in one run or merged of its parts. */
import { whole } from '../../audit/merge.js';
import { type Partial, writePartial } from '../../audit/partial.js';
import { reportOf } from '../../audit/report.js';
import type { Session } from '../../io/session.js';
import type { Run } from '../../run/run.js';
import { type AuditFormat, type Ending, finish } from './finish.js';
import { noteUnused } from './left-aside.js';
import type { Output } from './outputs.js';

/**
 * Tells of the waivers that nobody needs, writes the report, and returns the exit code.
 *
 * @throws {UnfinishedError} if a part is missing.
 */
export async function finishAudit(
  merged: Partial,
  run: Run,
  outputs: readonly Output<AuditFormat>[],
  ending: Ending,
  session: Session,
): Promise<0 | 1 | 3> {
  const report = reportOf(whole(merged), run);
  const { waivers, found } = merged;
  if (waivers && !ending.quiet) await noteUnused(waivers, report.institutions, found, session);
  const partial = (): string => writePartial(merged);
  return finish(report, run, outputs, { ...ending, isAudit: true, partial }, session);
}
