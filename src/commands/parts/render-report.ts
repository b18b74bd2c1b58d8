/** Renders a report in the format that was asked for. Each format is loaded only when it is. */
import type { ReportFormat } from '../../command-line/formats.js';
import { appendTo } from '../../io/files.js';
import type { Session } from '../../io/session.js';
import { gravest } from '../../report/finding-text.js';
import { toJson } from '../../report/json.js';
import { judgedOf } from '../../report/judged.js';
import type { Run } from '../../run/run.js';
import { through } from '../../text/doors.js';
import { redact } from '../../text/redact.js';
import type { Finding, Report } from '../../types.js';
import { kindTitle } from './kind-title.js';
import type { Excerpt } from './shown-rows.js';

/** Returns whether pictures are drawn in one of the formats. */
export function drawsFigures(outputs: readonly { readonly format: string }[]): boolean {
  return outputs.some(({ format }) => format === 'html');
}

/** Returns how many findings of a sort are listed, by what was asked for: all of them, or as many as usual. */
export function mostOfASort({ maxFindings }: { readonly maxFindings?: number }): number | undefined {
  return maxFindings === Number.POSITIVE_INFINITY ? maxFindings : undefined;
}

/** What rendering needs besides the report. */
export interface RenderContext extends Pick<Run, 'plan' | 'rules'> {
  readonly quiet: boolean;
  readonly toFile: boolean;
  /** How many findings formats for people show, the gravest; infinity lifts the limits of every format. */
  readonly maxFindings?: number;
  /** Whether the text is the overview of many institutions. */
  readonly isAudit?: boolean;
  /** Returns a line of an input with personal values masked, or `undefined` if it is not at hand. */
  readonly excerpt?: Excerpt | undefined;
}

/** Returns the report in a format. */
export async function renderReport(
  format: ReportFormat,
  report: Report,
  context: RenderContext,
  session: Session,
): Promise<string> {
  const { language } = session;
  const { rules, plan, quiet, toFile, isAudit = false, excerpt = () => undefined, maxFindings } = context;
  const all = maxFindings === Number.POSITIVE_INFINITY;
  const shown = all || maxFindings === undefined ? undefined : gravestOf(report, maxFindings);
  switch (format) {
    case 'json':
      return toJson(report);
    case 'sarif':
      return (await import('../../report/sarif.js')).toSarif(report, { language, rules, all });
    case 'junit':
      return (await import('../../report/junit.js')).toJunit(report, { language, rules, all });
    case 'gitlab':
      return (await import('../../report/gitlab.js')).toGitlab(report, { language });
    case 'csv':
      return (await import('../../report/csv.js')).toCsv(report, { language });
    case 'markdown':
      return (await import('../../report/markdown.js')).toMarkdown(report, { language, rules, shown, all });
    case 'html':
      return (await import('./report-page.js')).reportPage(report, { language, rules, plan, all });
    case 'github': {
      const { annotations, summary } = (await import('../../report/github.js')).toGithub(report, {
        language,
        rules,
        shown,
        all,
      });
      if (session.stepSummary !== undefined) appendTo(session.stepSummary, through('text', redact(summary)));
      return annotations;
    }
    case 'text': {
      // the table library is loaded only when there is something to get
      const anything =
        isAudit || report.institutions.some((each) => each.findings.some((finding) => finding.remedy?.item));
      const drawTable = anything ? (await import('../../report/table.js')).drawTable : () => [];
      const drawing = {
        language,
        ...session.terminal,
        colour: session.terminal.colour && !toFile,
        quiet,
        rules,
        plan,
        drawTable,
        all,
      };
      if (isAudit) return (await import('../../report/audit-text.js')).toAuditText(report, drawing);
      const { toText } = await import('../../report/text.js');
      return toText(report, { ...drawing, kindTitle, excerpt, shown });
    }
  }
}

/** The findings that are shown where not all are. */
function gravestOf(report: Report, most: number): ReadonlySet<Finding> {
  const every = judgedOf(report).flatMap((institution) =>
    institution.findings.map((finding) => ({ institution, finding })),
  );
  return new Set(gravest(every, most).map(({ finding }) => finding));
}
