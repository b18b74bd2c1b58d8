/** Reads and judges logs as people hand them in: nobody says of which kind they are. */
import { check } from '../../src/check/check.js';
import { rowChecks } from '../../src/check/row-checks.js';
import type { LogRow } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { RULES } from '../../src/rules/index.js';
import { fillBoth } from '../../src/text/fill.js';

/** What became of logs. */
export interface Read {
  /** The kind of each file, where it was told. */
  readonly kinds: readonly (string | undefined)[];
  /** Every row that was read, in order. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The outcome of each rule. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Findings but leniencies and titles, as `line rule: words`. */
  readonly findings: readonly string[];
  /** What was read leniently, as `leniency column`. */
  readonly lenient: readonly string[];
}

/** Reads files, given as texts, and judges them by all rules. */
export function readAsWritten(...texts: readonly string[]): Read {
  const rows: LogRow[] = [];
  const checks = rowChecks(RULES, LIMITS);
  const readings = texts.map((text, i) =>
    readLog(`file${i}`, () => [new TextEncoder().encode(text)], {
      kinds: KINDS,
      strict: false,
      asOf: '2020-05-31',
      limits: LIMITS,
      keepAll: false,
      onRow: (kind, row, raise) => {
        rows.push(row);
        checks(kind, row, raise);
      },
    }),
  );
  const logs = joinLogs(
    readings.flatMap(({ summary }) => summary ?? []),
    undefined,
    '2020-05-31',
  );
  const report = check(
    { id: 'case', logs: { readings, logs }, judge: 'logs', inputs: [] },
    { plan: LIUZHOU_2020, rules: RULES, asOf: '2020-05-31', stage: 'run', hints: false, digest: (text) => text },
  );
  const isOfForm = (rule: string): boolean => /^input\/(?:lenient-|title-rows|footer)/.test(rule);
  return {
    kinds: readings.map(({ summary }) => summary?.log.kind),
    rows: rows.map(({ at: _, ...values }) => values),
    outcomes: Object.fromEntries(report.rules.map(({ id, outcome }) => [id, outcome])),
    findings: report.findings
      .filter(({ rule }) => !isOfForm(rule))
      .map(({ location, rule, message, params }) => `${location.line} ${rule}: ${fillBoth(message, params).zh}`),
    lenient: report.findings
      .filter(({ rule }) => rule.startsWith('input/lenient-'))
      .map(({ rule, params }) => `${rule.slice('input/lenient-'.length)} ${(params.column as { zh: string }).zh}`),
  };
}
