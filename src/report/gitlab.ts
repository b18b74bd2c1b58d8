/** The report as GitLab's code quality report. */
import type { Finding, Language, Report, Severity } from '../types.js';
import { forJson, visible } from './escape.js';
import { fileOf, sentenceOf } from './finding-text.js';
import { judgedOf } from './judged.js';

/** What a code quality report needs besides the report. */
export interface GitlabOptions {
  readonly language: Language;
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** Returns the report as JSON for `artifacts:reports:codequality`. Waived findings are `info`. */
export function toGitlab(report: Report, { language }: GitlabOptions): string {
  const seen = new Map<string, number>();
  const entries = judgedOf(report).flatMap(({ findings }) => findings.map((finding) => entry(finding, seen, language)));
  return forJson(`${JSON.stringify(entries, null, 1)}\n`);
}

function entry(finding: Finding, seen: Map<string, number>, language: Language): unknown {
  const { rule, clause, severity, location, fingerprint, waiver } = finding;
  // GitLab drops a fingerprint that it has seen; two institutions with one id have the same ones
  const times = seen.get(fingerprint) ?? 0;
  seen.set(fingerprint, times + 1);
  return {
    type: 'issue',
    check_name: rule,
    description: visible(`${clause === undefined ? '' : `${clause} `}${sentenceOf(finding, language)}`),
    fingerprint: times === 0 ? fingerprint : `${fingerprint}-${times + 1}`,
    severity: waiver ? 'info' : SEVERITIES[severity],
    location: {
      path: fileOf(finding),
      lines: { begin: location.line, end: location.endLine },
    },
  };
}
