/**
 * Reports that version 0.1.0 wrote, kept as they are: what reads reports still reads them, and what is found today as then
 * has the same fingerprint. They are of four institutions of `examples/county` and of `examples/mistakes`.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFinding, ReportDiff } from '../../src/types.js';
import { projectFile, ROOT, runAll, type Step } from './run.js';

const INSTITUTIONS = ['LZ05', 'LZ14', 'LZ16', 'LZ18'].map((id) => `examples/county/${id}`);
const AUDIT = `audit ${INSTITUTIONS.join(' ')} --as-of 2020-06-01`;
const VALIDATE = 'validate examples/mistakes/profile.yaml --as-of 2020-06-15';
const FILES = Object.fromEntries(
  ['audit', 'validate'].map((name) => [`${name}-0.1.0.json`, projectFile(`test/reports/${name}-0.1.0.json`)]),
);

/** Brings an example into the folder. */
const bring =
  (path: string): Step =>
  () =>
    cpSync(join(ROOT, path), path, { recursive: true });

interface Case {
  readonly name: string;
  readonly make: string;
  readonly inputs: readonly string[];
  readonly persisting: number;
  /** What is found now and was not: of checks that were added since. */
  readonly added: readonly string[];
  /** What was found and is left open now. */
  readonly unchecked: readonly string[];
}

test.each<Case>([
  {
    name: 'audit',
    make: AUDIT,
    inputs: INSTITUTIONS,
    persisting: 12,
    // seats are counted against the trainees of the classes in the room
    added: ['input/seats examples/county/LZ16/profile.yaml'],
    // the register is cut off: who is not in what can be read of it may be in the rest
    unchecked: new Array(4)
      .fill(['entry-identity-temp-register', 'entry-monitoring-continuous'])
      .flat()
      .map((rule) => `${rule} examples/county/LZ18/logs/晨午检.csv`),
  },
  {
    name: 'validate',
    make: VALIDATE,
    inputs: ['examples/mistakes/profile.yaml'],
    persisting: 26,
    added: [],
    unchecked: [],
  },
])(
  'diff of $name: every finding is there still, by its fingerprint',
  async ({ name, make, inputs, persisting, added, unchecked }) => {
    const steps = [
      ...inputs.map(bring),
      `${make} -f json -o now.json --exit-zero`,
      `diff ${name}-0.1.0.json now.json -f json`,
    ];
    const { code, stdout } = await runAll(steps, { files: FILES });
    expect(code).toBe(0);
    const compared = JSON.parse(stdout) as ReportDiff;
    expect(compared.before.version).toBe('0.1.0');
    const told = (kind: 'new' | 'fixed' | 'unchecked' | 'persisting'): string[] =>
      compared.institutions.flatMap((one) => one[kind].map(({ rule, file }) => `${rule} ${file}`));
    expect({ new: told('new'), fixed: told('fixed'), unchecked: told('unchecked') }).toEqual({
      new: added,
      fixed: [],
      unchecked,
    });
    expect(told('persisting')).toHaveLength(persisting);
  },
);

test.each(['text', 'csv', 'html'])('roster: the list is that of a report of today, as %s', async (format) => {
  const roster = (report: string): string => `roster ${report} --month 2020-05 -f ${format} -o ${report}.list`;
  const steps = [
    ...INSTITUTIONS.map(bring),
    `${AUDIT} -f json -o now.json --exit-zero`,
    roster('now.json'),
    roster('audit-0.1.0.json'),
  ];
  const { code, files } = await runAll(steps, { files: FILES });
  expect(code).toBe(0);
  expect(files['audit-0.1.0.json.list']).toContain('柳州示例05职业培训学校');
  expect(files['audit-0.1.0.json.list']).toBe(files['now.json.list']);
});

test('generate notice: each institution gets one, with what its report says in its own words', async () => {
  const notices = 'generate notice --report audit-0.1.0.json -f html -o notices --lang zh';
  const { code, files } = await runAll([notices], { files: FILES });
  expect(code).toBe(0);
  const report = JSON.parse(FILES['audit-0.1.0.json'] ?? '') as ReportJson;
  expect(Object.keys(files).filter((path) => path.startsWith('notices/'))).toHaveLength(INSTITUTIONS.length);
  for (const { name, findings } of report.institutions) {
    const notice = files[`notices/整改通知书-${name}.html`];
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(notice).toContain(message.zh);
  }
});

interface ReportJson {
  readonly institutions: readonly { readonly name: string; readonly findings: readonly ListedFinding[] }[];
}
