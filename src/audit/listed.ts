/** Reads a report back from its JSON, as far as reports are compared. */
import { UnusableError } from '../errors.js';
import { type ListedFinding, OUTCOMES, type Outcome, SEVERITIES, type Wording } from '../types.js';
import { startOf } from './finding.js';

/** An institution as a JSON report lists it. */
export interface ListedInstitution {
  readonly id: string;
  readonly name?: string;
  readonly inputs: readonly { readonly file: string }[];
  readonly rules: readonly { readonly id: string; readonly outcome: Outcome }[];
  readonly findings: readonly ListedFinding[];
  readonly omitted: number;
}

/** A JSON report. */
export interface ListedReport {
  readonly tool: { readonly version: string };
  readonly plan: { readonly id: string; readonly digest: string };
  readonly asOf: string;
  readonly institutions: readonly ListedInstitution[];
}

/** What is said of a file that is none. */
export const NO_REPORT: { readonly code: string; readonly words: Wording } = {
  code: 'input/report',
  words: {
    zh: '这不是 -f json 写出的报告，或不完整',
    en: 'this is no report written by -f json, or not a whole one',
  },
};

/** What is not as a report has it. */
class Astray extends Error {}

/**
 * Reads a report. What it holds besides is left out.
 *
 * @throws {UnusableError} if the text is no report of `-f json`.
 */
export function readReport(text: string, file: string): ListedReport {
  try {
    const report = record(JSON.parse(text));
    if (report.formatVersion !== 1) throw new Astray();
    const { tool, plan } = { tool: record(report.tool), plan: record(report.plan) };
    return {
      tool: { version: string(tool.version) },
      plan: { id: string(plan.id), digest: string(plan.digest) },
      asOf: string(report.asOf),
      institutions: list(report.institutions).map(institution),
    };
  } catch (error) {
    if (!(error instanceof Astray || error instanceof SyntaxError)) throw error;
    throw new UnusableError(NO_REPORT.code, NO_REPORT.words, {}, startOf(file));
  }
}

function institution(value: unknown): ListedInstitution {
  const { id, name, inputs, rules, findings, omitted } = record(value);
  return {
    id: string(id),
    ...(name === undefined ? {} : { name: string(name) }),
    inputs: list(inputs).map((input) => ({ file: string(record(input).file) })),
    rules: list(rules).map((rule) => ({ id: string(record(rule).id), outcome: oneOf(OUTCOMES, record(rule).outcome) })),
    findings: list(findings).map(finding),
    omitted: number(omitted),
  };
}

function finding(value: unknown): ListedFinding {
  const { rule, clause, severity, file, line, column, path, message, waiver, fingerprint } = record(value);
  const { zh, en } = record(message);
  return {
    rule: string(rule),
    ...(clause === undefined ? {} : { clause: string(clause) }),
    severity: oneOf(SEVERITIES, severity),
    file: string(file),
    line: number(line),
    column: number(column),
    ...(path === undefined ? {} : { path: string(path) }),
    message: { zh: string(zh), en: string(en) },
    ...(waiver === undefined ? {} : { waived: true }),
    fingerprint: string(fingerprint),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Astray();
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Astray();
}

function string(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Astray();
}

function number(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new Astray();
}

function oneOf<Value extends string>(known: readonly Value[], value: unknown): Value {
  if ((known as readonly unknown[]).includes(value)) return value as Value;
  throw new Astray();
}
