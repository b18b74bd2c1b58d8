/** The findings as a table for WPS and Excel. */
import { fill } from '../text/fill.js';
import type { Finding, Language, Report } from '../types.js';
import { fileOf, messageOf, remedyOf } from './finding-text.js';
import { FORMAT_WORDS } from './format-words.js';
import { Identities } from './identity.js';
import { judgedOf } from './judged.js';
import { spreadsheet } from './spreadsheet.js';
import { SEVERITY_WORDS } from './words.js';

/** What the table needs besides the report. */
export interface CsvOptions {
  readonly language: Language;
}

const COLUMNS = [
  'institution',
  'rule',
  'clause',
  'severity',
  'file',
  'line',
  'column',
  'message',
  'remedy',
  'fingerprint',
] as const satisfies readonly (keyof typeof FORMAT_WORDS)[];

/**
 * Returns a header and a row for each finding listed.
 */
export function toCsv(report: Report, { language }: CsvOptions): string {
  const institutions = judgedOf(report);
  const identities = new Identities(institutions);
  const rows = institutions.flatMap((one) =>
    one.findings.map((finding) => row(identities.titleOf(one), finding, language)),
  );
  return spreadsheet([COLUMNS.map((column) => FORMAT_WORDS[column][language]), ...rows]);
}

function row(institution: string, finding: Finding, language: Language): string[] {
  const { rule, clause = '', severity, location, fingerprint, waiver } = finding;
  const what = SEVERITY_WORDS[severity];
  return [
    institution,
    rule,
    clause,
    waiver ? fill(FORMAT_WORDS.waived, { what }, language) : what[language],
    fileOf(finding),
    String(location.line),
    String(location.column),
    messageOf(finding, language),
    remedyOf(finding, language),
    fingerprint,
  ];
}
