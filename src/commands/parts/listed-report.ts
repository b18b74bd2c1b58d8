/** Reads the report that `-f json` wrote. */
import { type ListedReport, NO_REPORT, readReport } from '../../audit/listed.js';
import { UnusableError } from '../../errors.js';
import { shownPath } from '../../io/files.js';
import { loadText } from '../../load/text.js';

/** Largest report that is read. A string holds no more. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Returns the report of a file.
 *
 * @throws {UnusableError} if it is none.
 */
export function loadReport(path: string): ListedReport {
  return readReport(loadText(path, MOST_BYTES, NO_REPORT), shownPath(path));
}

/**
 * Returns the report of an audit.
 *
 * @throws {UnusableError} if it is none: others do not tell what a county needs.
 */
export function loadAudit(path: string): ListedReport {
  const report = loadReport(path);
  if (report.county) return report;
  throw new UnusableError(
    'input/no-audit',
    {
      zh: '{file} 不是 audit 或 merge 写出的报告（-f json）',
      en: '{file} is no report written by audit or merge (-f json)',
    },
    { file: shownPath(path) },
  );
}
