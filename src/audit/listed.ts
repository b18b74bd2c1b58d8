/** Reads a report back from its JSON, as far as reports are compared and papers are made from them. */
import { UnusableError } from '../errors.js';
import {
  type InstitutionFacts,
  type ListedFinding,
  type OffsiteFacts,
  OUTCOMES,
  type Outcome,
  type Remedy,
  SEVERITIES,
  type Wording,
} from '../types.js';
import { startOf } from './finding.js';

/** A finding with what would mend it. */
export interface MendableFinding extends ListedFinding {
  readonly remedy?: Remedy;
}

/** An institution as a JSON report lists it. */
export interface ListedInstitution {
  readonly id: string;
  readonly name?: string;
  readonly inputs: readonly { readonly file: string }[];
  readonly rules: readonly { readonly id: string; readonly outcome: Outcome }[];
  readonly findings: readonly MendableFinding[];
  readonly omitted: number;
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
      ...(report.county === undefined ? {} : { county: institution(report.county) }),
    };
  } catch (error) {
    if (!(error instanceof Astray || error instanceof SyntaxError)) throw error;
    throw new UnusableError(NO_REPORT.code, NO_REPORT.words, {}, startOf(file));
  }
}

function institution(value: unknown): ListedInstitution {
  const { id, name, inputs, rules, findings, omitted, facts } = record(value);
  return {
    id: string(id),
    ...(name === undefined ? {} : { name: string(name) }),
    inputs: list(inputs).map((input) => ({ file: string(record(input).file) })),
    rules: list(rules).map((rule) => ({ id: string(record(rule).id), outcome: oneOf(OUTCOMES, record(rule).outcome) })),
    findings: list(findings).map(finding),
    omitted: number(omitted),
    ...(facts === undefined ? {} : { facts: factsOf(facts) }),
  };
}

function factsOf(value: unknown): InstitutionFacts {
  const { trades, offsite, reportedDays, ...rest } = record(value);
  return {
    ...texts(rest, ['district', 'address', 'authority', 'permitNo']),
    ...days(rest, ['appliedOn', 'inspectedOn', 'resumedOn']),
    ...resultOf(rest),
    trades: list(trades).map(string),
    offsite: list(offsite).map((each): OffsiteFacts => {
      const { path, ...own } = record(each);
      return {
        path: string(path),
        ...texts(own, ['area']),
        ...days(own, ['appliedOn', 'inspectedOn']),
        ...resultOf(own),
      };
    }),
    reportedDays: list(reportedDays).map((run) => {
      const [first, last] = list(run);
      return [day(first), day(last)];
    }),
  };
}

/** Those of the keys that are given, each read in the same way. */
function given<Key extends string>(
  from: Readonly<Record<string, unknown>>,
  keys: readonly Key[],
  read: (value: unknown) => string,
): { [Name in Key]?: string } {
  const found = keys.flatMap((key) => (from[key] === undefined ? [] : [[key, read(from[key])] as const]));
  return Object.fromEntries(found) as { [Name in Key]?: string };
}

const texts = <Key extends string>(from: Readonly<Record<string, unknown>>, keys: readonly Key[]) =>
  given(from, keys, string);
const days = <Key extends string>(from: Readonly<Record<string, unknown>>, keys: readonly Key[]) =>
  given(from, keys, day);

function resultOf({ result }: Readonly<Record<string, unknown>>): Pick<InstitutionFacts, 'result'> {
  return result === undefined ? {} : { result: oneOf(['pass', 'rectify', 'fail'], result) };
}

function day(value: unknown): string {
  const text = string(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new Astray();
}

/** In a report the advice stands beside what to get. */
function remedyOf(value: unknown): Remedy {
  const { zh, en, item, quantity, unit } = record(value);
  return {
    text: wording({ zh, en }),
    ...(item === undefined ? {} : { item: wording(item) }),
    ...(quantity === undefined ? {} : { quantity: number(quantity) }),
    ...(unit === undefined ? {} : { unit: wording(unit) }),
  };
}

function wording(value: unknown): Wording {
  const { zh, en } = record(value);
  return { zh: string(zh), en: string(en) };
}

function finding(value: unknown): MendableFinding {
  const { rule, clause, severity, file, line, column, path, message, waiver, fingerprint, remedy } = record(value);
  return {
    rule: string(rule),
    ...(clause === undefined ? {} : { clause: string(clause) }),
    severity: oneOf(SEVERITIES, severity),
    file: string(file),
    line: number(line),
    column: number(column),
    ...(path === undefined ? {} : { path: string(path) }),
    message: wording(message),
    ...(waiver === undefined ? {} : { waived: true }),
    fingerprint: string(fingerprint),
    ...(remedy === undefined ? {} : { remedy: remedyOf(remedy) }),
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
