/** Reads a report back from its JSON, as far as reports are compared and papers are made from them. */
import validate from '../../build/report-validator.js';
import { UnusableError } from '../errors.js';
import type { Finding, InstitutionFacts, ListedFinding, Outcome, Remedy, Unlisted, Wording } from '../types.js';
import { startOf } from './finding.js';

/** A finding with what would mend it. */
export interface MendableFinding extends ListedFinding {
  readonly remedy?: Remedy;
  readonly cell?: Finding['cell'];
}

/** An institution as a JSON report lists it. */
export interface ListedInstitution {
  readonly id: string;
  readonly name?: string;
  readonly inputs: readonly { readonly file: string }[];
  readonly rules: readonly { readonly id: string; readonly outcome: Outcome }[];
  readonly findings: readonly MendableFinding[];
  readonly omitted: number;
  readonly unlisted?: readonly Unlisted[];
  readonly facts?: InstitutionFacts;
}

/** A JSON report. */
export interface ListedReport {
  readonly tool: { readonly version: string };
  readonly plan: { readonly id: string; readonly digest: string };
  readonly asOf: string;
  readonly institutions: readonly ListedInstitution[];
  /** The county itself: in the reports of audits only. */
  readonly county?: ListedInstitution;
}

/** What is said of a file that is none. */
export const NO_REPORT: { readonly code: string; readonly words: Wording } = {
  code: 'input/report',
  words: {
    zh: '这不是 -f json 写出的报告，或不完整',
    en: 'this is no report written by -f json, or not a whole one',
  },
};

/** A finding as a JSON report has it, as far as it is read: the advice stands beside what to get. */
interface JsonFinding extends Omit<ListedFinding, 'waived'> {
  readonly waiver?: object;
  readonly cell?: Finding['cell'];
  readonly remedy?: Wording & Omit<Remedy, 'text'>;
}

/**
 * Reads a report. What it holds besides is left out.
 *
 * @throws {UnusableError} if the text is no report of `-f json`.
 */
export function readReport(text: string, file: string): ListedReport {
  const report = parsed(text);
  if (!validate(report)) throw new UnusableError(NO_REPORT.code, NO_REPORT.words, {}, startOf(file));
  const { tool, plan, asOf, institutions, county } = report as ListedReport;
  return {
    tool,
    plan,
    asOf,
    institutions: institutions.map(institution),
    ...(county ? { county: institution(county) } : {}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An institution by itself, so that the rest of a report of thousands need not be kept. */
function institution(one: ListedInstitution): ListedInstitution {
  const { id, name, inputs, rules, findings, omitted, unlisted, facts } = one;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    inputs: inputs.map(({ file }) => ({ file })),
    rules: rules.map(({ id, outcome }) => ({ id, outcome })),
    findings: (findings as readonly unknown[] as readonly JsonFinding[]).map(finding),
    omitted,
    ...(unlisted ? { unlisted } : {}),
    ...(facts ? { facts } : {}),
  };
}

function finding(one: JsonFinding): MendableFinding {
  const { rule, clause, severity, file, line, column, path, cell, cells, message, waiver, fingerprint, remedy } = one;
  return {
    rule,
    ...(clause === undefined ? {} : { clause }),
    severity,
    file,
    line,
    column,
    ...(path === undefined ? {} : { path }),
    ...(cell ? { cell } : {}),
    ...(cells === undefined ? {} : { cells }),
    message,
    ...(waiver === undefined ? {} : { waived: true }),
    fingerprint,
    ...(remedy ? { remedy: remedyOf(remedy) } : {}),
  };
}

function remedyOf({ zh, en, ...rest }: NonNullable<JsonFinding['remedy']>): Remedy {
  return { text: { zh, en }, ...rest };
}
