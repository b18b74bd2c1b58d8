/** How a check ends: its report is written in each of the formats, and makes the exit code. */
import { distinct } from '../../check/fingerprint.js';
import { addUp } from '../../check/summary.js';
import type { PART_FORMATS, ReportFormat } from '../../command-line/formats.js';
import type { OptionsOf } from '../../command-line/options.js';
import type { Contents } from '../../io/publish.js';
import type { Session } from '../../io/session.js';
import type { Run } from '../../run/run.js';
import type { InstitutionReport, Report } from '../../types.js';
import { exitCodeOf } from './exit-code.js';
import { type Output, writeOutputs } from './outputs.js';
import { renderReport } from './render-report.js';
import type { Excerpt } from './shown-rows.js';

/** A format of reports, or of the parts that make one. */
export type AuditFormat = ReportFormat | (typeof PART_FORMATS)[number];

/** The options that say how a check ends, and what they can't say. */
export interface Ending
  extends Pick<OptionsOf<'merge'>, 'failOn' | 'maxWarnings' | 'maxFindings' | 'exitZero' | 'quiet'> {
  readonly showValues?: OptionsOf<'lint'>['showValues'];
  /** Whether the text is the overview of many institutions. */
  readonly isAudit?: boolean;
  /** Returns what gives the lines that the text shows. `draw` draws it, to learn which they are. */
  readonly excerpts?: (draw: (excerpt: Excerpt) => Promise<unknown>) => Promise<Excerpt>;
  /** Returns the part from which the report was made, for the format of that name. */
  readonly partial?: () => string;
  /** Files that are written with the report, or not at all. */
  readonly besides?: Contents;
}

/** Returns the report on institutions that were judged without their county. */
export function reportOn(judged: readonly InstitutionReport[], run: Run): Report {
  const institutions = distinct(judged, run.digest);
  const files = institutions.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const counts = addUp(institutions.map(({ summary }) => summary));
  const summary = { institutions: institutions.length, files, ...counts };
  return { formatVersion: 1, ...run.identity, institutions, summary };
}

/** Writes the report, and returns the exit code that it makes. */
export async function finish(
  report: Report,
  run: Run,
  outputs: readonly Output<AuditFormat>[],
  ending: Ending,
  session: Session,
): Promise<0 | 1 | 3> {
  const { quiet = false, maxFindings, showValues, isAudit = false, excerpts, partial, besides } = ending;
  const { rules, plan } = run;
  const context = {
    rules,
    plan,
    quiet,
    isAudit,
    ...(maxFindings === undefined ? {} : { maxFindings }),
  };
  await writeOutputs(
    outputs,
    async (format, toFile) => {
      if (format === 'partial') return partial?.() ?? '';
      const draw = (excerpt?: Excerpt): Promise<string> =>
        renderReport(format, report, { ...context, toFile, ...(excerpt ? { excerpt } : {}) }, session);
      return draw(format === 'text' ? await excerpts?.(draw) : undefined);
    },
    session,
    { shows: (format) => format === 'text' && showValues === 'full', besides },
  );
  return exitCodeOf(report, ending);
}
