/** Reports for the tests of the formats: a real one, hostile ones, and as many findings as a test asks for. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { checkProfile } from '../../src/check/check.js';
import { distinct } from '../../src/check/fingerprint.js';
import { addUp, summarise } from '../../src/check/summary.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES } from '../../src/rules/index.js';
import type { Finding, InstitutionReport, Report, RuleResult, Severity } from '../../src/types.js';

const root = new URL('../../', import.meta.url);
export const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Returns the report of some institutions. */
export function reportOf(...given: readonly InstitutionReport[]): Report {
  const institutions = distinct(given, sha256);
  return {
    formatVersion: 1,
    tool: { name: 'resume-check', version: '0.0.0' },
    plan: { id: LIUZHOU_2020.id, digest: sha256('rules') },
    asOf: '2020-05-06',
    institutions,
    summary: {
      institutions: institutions.length,
      files: institutions.length,
      ...addUp(institutions.map(({ summary }) => summary)),
    },
  };
}

/** Returns an institution as a profile makes it, on the day that the profile gives. */
export function checked(text: string, file: string): InstitutionReport {
  const source = readProfile(text, file);
  const asOf = source.profile.asOf ?? '2020-05-06';
  return checkProfile(source, { plan: LIUZHOU_2020, rules: RULES, asOf, digest: sha256, encoding: 'utf-8' });
}

/** The report of examples/mistakes. */
export function mistakes(): Report {
  const file = 'examples/mistakes/profile.yaml';
  return reportOf(checked(read(file), file));
}

/** Returns an institution of which only what the test names is its own. */
export function institution(own: Partial<InstitutionReport> = {}): InstitutionReport {
  const { findings = [], rules = [] } = own;
  return {
    id: 'X1',
    stage: 'run',
    inputs: [],
    rules,
    findings,
    omitted: 0,
    summary: summarise(rules, findings),
    compliant: findings.length === 0,
    compliantWithWaivers: findings.length === 0,
    ...own,
  };
}

/** Returns a finding of which only what the test names is its own. */
export function finding(own: Partial<Finding> & { readonly text?: string } = {}): Finding {
  const { text = '口罩不足', ...rest } = own;
  return {
    rule: 'mask-stock',
    kind: 'rule',
    clause: '四（六）4',
    severity: 'error',
    location: { file: 'profile.yaml', line: 3, column: 5, endLine: 3, endColumn: 7 },
    message: { zh: '{text}', en: '{text}' },
    params: { text },
    related: [],
    fingerprint: sha256(JSON.stringify(rest)).slice(0, 32),
    ...rest,
  };
}

/** Returns the result of a rule. */
export function result(own: Partial<RuleResult> = {}): RuleResult {
  return { id: 'mask-stock', clauses: ['四（六）4'], outcome: 'fail', count: 1, ...own };
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** Returns so many findings with fingerprints of their own, each severity in turn, the mildest first. */
export function many(count: number): Finding[] {
  return Array.from({ length: count }, (_, i) =>
    finding({
      severity: SEVERITIES[i % 3] ?? 'error',
      location: { file: `第${i % 7}间/日志 ${i % 3}.csv`, line: i + 1, column: 1, endLine: i + 1, endColumn: 2 },
      fingerprint: sha256(String(i)).slice(0, 32),
    }),
  );
}

/** What must command nothing, hide nothing and break no format. */
export const PAYLOADS: readonly string[] = [
  '::error::x',
  '\n::stop-commands::t\n',
  '\r\n::set-env name=A::b',
  '\u3000::error::x',
  '\u0085::add-mask::x',
  'x ##[add-mask]1',
  '###[group]x',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='x']",
  '%0A::error::x',
  '%25,title=x::y',
  'a:b,c%d',
  '\u001b[31m\u009b31m\u0000',
  '\u202eevil\u2066\u200b\ufeff\u{e0041}',
  '\ud800 \udc00 \uffff \ufffe',
  ']]><![CDATA[ &amp; <script>alert(1)</script> " \' -->',
  '| a | b |\n## x\n*_[](javascript:1)`~~',
  '[text](https://example.com) {0} {1}',
  'a ``` b ` c',
  '@someone #1 https://example.com www.example.com a@example.com',
  '=1+1',
  ' ＝cmd|x',
  '-2+3',
  '@SUM(A1)',
  'C:\\x\\..\\y',
];

/** Returns a report with the text wherever a report can hold one from outside. */
export function hostile(text: string): Report {
  const one = finding({
    text,
    location: { file: `${text}/日志.csv`, line: 1, column: 1, endLine: 1, endColumn: 1 },
    related: [{ file: `${text}.yaml`, line: 2, column: 1, endLine: 3, endColumn: 1 }],
    path: `spaces[0].${text}`,
    cell: { letter: 'B', header: { zh: text, en: text } },
    remedy: { text: { zh: text, en: text }, item: { zh: text, en: text }, quantity: 2, unit: { zh: text, en: text } },
    note: { zh: text, en: text },
    waiver: { justification: text, approver: text, expires: '2020-06-30' },
  });
  const { waiver: _, ...open } = one;
  const findings = [
    open,
    one,
    { ...open, rule: 'input/unknown-key', kind: 'input' as const },
    { ...open, rule: 'hint/copied', kind: 'hint' as const },
  ].map((each, i) => {
    const { clause, ...without } = { ...each, fingerprint: sha256(text + i).slice(0, 32) };
    return each.rule.includes('/') ? without : { ...without, ...(clause === undefined ? {} : { clause }) };
  });
  const rules = [
    result({ count: 2 }),
    result({ id: 'soap', outcome: 'waived' }),
    result({ id: 'statement', outcome: 'on-site', reason: { zh: text, en: text }, count: 0 }),
    result({ id: 'logs', outcome: 'not-run', reason: { zh: text, en: text }, count: 0 }),
  ];
  return reportOf(
    institution({ id: text, name: text, findings, rules }),
    institution({ id: text, name: text, findings, rules }),
  );
}

/** Compares with a golden output; with RESUME_CHECK_GOLDEN=write it is written anew, to be read before it is committed. */
export function expectGolden(name: string, text: string): void {
  const golden = new URL(`test/golden/${name}`, root);
  if (process.env.RESUME_CHECK_GOLDEN === 'write') {
    // an output that was written by the same run would prove nothing
    expect(process.env.CI).toBeUndefined();
    writeFileSync(golden, text);
  }
  expect(text).toBe(readFileSync(golden, 'utf8'));
}
