/** What a web page would do with the pure folders: validate a profile and lint a log, with nothing of Node's. */
import { check, checkProfile } from '../../src/check/check.js';
import { rowChecks } from '../../src/check/row-checks.js';
import { addUp } from '../../src/check/summary.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { toCsv } from '../../src/report/csv.js';
import { toJson } from '../../src/report/json.js';
import { drawTable } from '../../src/report/table.js';
import { toText } from '../../src/report/text.js';
import { RULES } from '../../src/rules/index.js';
import type { InstitutionReport, Report } from '../../src/types.js';

/** What the page hands in, since it is not everywhere the same: how bytes are hashed. */
interface Surroundings {
  readonly digest: (text: string) => string;
}

/** The report on a profile as JSON, as CSV, and as text without colours. */
export function validate(
  text: string,
  asOf: string,
  { digest }: Surroundings,
): Record<'json' | 'csv' | 'text', string> {
  const source = readProfile(text, 'profile.yaml', () => ({ ok: false, reason: 'missing', params: {} }));
  const options = { plan: LIUZHOU_2020, rules: RULES, asOf, digest, encoding: 'utf-8' };
  return written(checkProfile(source, options), asOf);
}

/** The report on one log, read from its bytes. */
export function lint(
  bytes: Uint8Array,
  asOf: string,
  { digest }: Surroundings,
): Record<'json' | 'csv' | 'text', string> {
  const reading = readLog('log.csv', () => [bytes], {
    kinds: KINDS,
    limits: LIUZHOU_2020.limits,
    onRow: rowChecks(RULES, LIUZHOU_2020.limits),
    isText: isUtf8,
    asOf,
    strict: false,
    keepAll: false,
  });
  const { summary, encoding = 'unknown', rowCount, file } = reading;
  const institution = check(
    {
      id: 'page',
      logs: { readings: [reading], logs: joinLogs(summary ? [summary] : [], undefined, asOf) },
      judge: 'logs',
      inputs: [{ file, kind: summary?.log.kind ?? 'unknown', encoding, rows: rowCount }],
    },
    { plan: LIUZHOU_2020, rules: RULES, asOf, digest },
  );
  return written(institution, asOf);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !bytes.includes(0);
  } catch {
    return false;
  }
}

function written(institution: InstitutionReport, asOf: string): Record<'json' | 'csv' | 'text', string> {
  const report: Report = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: '0' },
    plan: { id: LIUZHOU_2020.id, digest: '' },
    asOf,
    institutions: [institution],
    summary: { institutions: 1, files: institution.inputs.length, ...addUp([institution.summary]) },
  };
  const text = toText(report, {
    language: 'zh',
    columns: 80,
    colour: false,
    quiet: false,
    rules: RULES,
    plan: LIUZHOU_2020,
    drawTable,
    excerpt: () => undefined,
  } as Parameters<typeof toText>[1]);
  return { json: toJson(report), csv: toCsv(report, { language: 'zh' }), text };
}
