/** `diff`: what changed from one JSON report to a later one, institution by institution. */
import { diff as compare } from '../audit/diff.js';
import { LIST_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { UnusableError } from '../errors.js';
import { isSameFile } from '../io/files.js';
import { oneFile } from '../io/one-file.js';
import type { Session } from '../io/session.js';
import { toDiffMarkdown, toDiffText } from '../report/diff.js';
import { drawTable } from '../report/table.js';
import { jsonOf } from '../text/escape.js';
import { type ReportDiff, SEVERITIES, type Severity } from '../types.js';
import { loadReport } from './parts/listed-report.js';
import { keepInputs, pairOutputs, writeOutputs } from './parts/outputs.js';

/** Compares the reports, writes what changed, and returns the exit code. */
export async function diff(
  older: string,
  later: string,
  options: OptionsOf<'diff'>,
  session: Session,
): Promise<number> {
  const outputs = pairOutputs(LIST_FORMATS, options.format, options.output);
  const before = await oneFile(older);
  const after = await oneFile(later);
  keepInputs(outputs, [before, after]);
  if (isSameFile(before, after)) {
    throw new UnusableError('usage/report-twice', {
      zh: '两份报告是同一个文件，没有可对比的',
      en: 'both reports are the same file, there is nothing to compare',
    });
  }
  const compared = compare(loadReport(before), loadReport(after));
  const { language, terminal } = session;
  const render = (format: (typeof LIST_FORMATS)[number], toFile: boolean): string => {
    if (format === 'json') return `${jsonOf(compared, 2)}\n`;
    if (format === 'markdown') return toDiffMarkdown(compared, { language });
    return toDiffText(compared, { language, ...terminal, colour: terminal.colour && !toFile, drawTable });
  };
  await writeOutputs(outputs, render, session);
  return options.failOnNew && hasNew(compared, options.failOn) ? 1 : 0;
}

/** Whether there is anything new of a severity or a graver one. What a report did not list may be of any. */
function hasNew({ institutions, summary }: ReportDiff, failOn: Severity): boolean {
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const counts = institutions.some((one) =>
    one.new.some(({ severity, waived }) => !waived && grave.includes(severity)),
  );
  return counts || summary.unlisted > 0;
}
