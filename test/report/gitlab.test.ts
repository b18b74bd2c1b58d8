/** GitLab's code quality report: the fields that GitLab reads, and fingerprints that it does not drop. */
import { toGitlab } from '../../src/report/gitlab.js';
import type { Report } from '../../src/types.js';
import { commandsIn } from './runner.js';
import { expectGolden, finding, hostile, institution, many, mistakes, PAYLOADS, reportOf } from './sample.js';

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}
const textOf = (report: Report): string => toGitlab(report, { language: 'zh' });
const entriesOf = (report: Report): readonly Entry[] => JSON.parse(textOf(report));

test('of examples/mistakes is as it was read', () => {
  expectGolden('mistakes.zh.gitlab.json', textOf(mistakes()));
});

const REPORTS: readonly (readonly [string, Report])[] = [
  ['examples/mistakes', mistakes()],
  ['30,000 findings', reportOf(institution({ findings: many(30_000) }))],
  ['two institutions with one id', reportOf(institution({ findings: many(9) }), institution({ findings: many(9) }))],
  ...PAYLOADS.map((text) => [JSON.stringify(text), hostile(text)] as const),
];
test.each(REPORTS)('%s: every finding has what GitLab asks for, and a fingerprint of its own', (_, report) => {
  const entries = entriesOf(report);
  expect(entries).toHaveLength(report.institutions.reduce((sum, { findings }) => sum + findings.length, 0));
  for (const { description, check_name, severity, location } of entries) {
    expect([description, check_name, location.path].every((text) => typeof text === 'string' && text !== '')).toBe(
      true,
    );
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
    expect(Number.isInteger(location.lines.begin) && location.lines.begin >= 1).toBe(true);
    expect(location.lines.end).toBeGreaterThanOrEqual(location.lines.begin);
  }
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
});

test.each(PAYLOADS)('%j in every text commands no runner and hides nothing', (text) => {
  const json = textOf(hostile(text));
  expect(commandsIn(json)).toEqual([]);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});

test('errors are major, warnings minor; what is waived is info', () => {
  const waiver = { justification: '正在采购', approver: '县人社局', expires: '2020-06-30' };
  const entries = entriesOf(reportOf(institution({ findings: [...many(3), finding({ waiver })] })));
  expect(entries.map(({ severity }) => severity)).toEqual(['info', 'minor', 'major', 'info']);
  expect(entries[3]?.description).toBe('四（六）4 口罩不足 → 豁免：正在采购（县人社局 批准，2020-06-30 止）');
});

test('a Chinese path stays as it is', () => {
  const location = { file: './机构甲/日志 1.csv', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const [entry] = entriesOf(reportOf(institution({ findings: [finding({ location })] })));
  expect(entry?.location.path).toBe('机构甲/日志 1.csv');
});

test('nothing found is an empty list', () => {
  expect(textOf(reportOf(institution()))).toBe('[]\n');
});
