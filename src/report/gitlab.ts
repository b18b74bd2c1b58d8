/** The report as GitLab's code quality report. */

import { jsonOf, visible } from '../text/escape.js';
import type { Finding, Language, Report, Severity } from '../types.js';
import { fileOf, sentenceOf } from './finding-text.js';
import { judgedOf } from './judged.js';

/** What a code quality report needs besides the report. */
export interface GitlabOptions {
  readonly language: Language;
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** Returns the report as JSON for `artifacts:reports:codequality`. Waived findings are `info`. */
export function toGitlab(report: Report, { language }: GitlabOptions): string {
  const entries = judgedOf(report).flatMap(({ findings }) => findings.map((finding) => entry(finding, language)));
  return `${jsonOf(entries, 1)}\n`;
}

function entry(finding: Finding, language: Language): unknown {
  const { rule, clause, severity, location, fingerprint, waiver } = finding;
  return {
    type: 'issue',
    check_name: rule,
    description: visible(`${clause === undefined ? '' : `${clause} `}${sentenceOf(finding, language)}`),
    fingerprint,
    severity: waiver ? 'info' : SEVERITIES[severity],
    location: {
      path: fileOf(finding),
      lines: { begin: location.line, end: location.endLine },
    },
  };
}
