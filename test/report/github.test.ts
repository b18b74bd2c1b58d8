/** GitHub: the runner finds the annotations that are meant and no other command, and the summary fits. */
import { toGithub } from '../../src/report/github.js';
import { RULES } from '../../src/rules/index.js';
import type { Report } from '../../src/types.js';
import { commandsIn } from './runner.js';
import { expectGolden, finding, hostile, institution, many, mistakes, PAYLOADS, reportOf } from './sample.js';

const github = (report: Report): { annotations: string; summary: string } =>
  toGithub(report, { language: 'zh', rules: RULES });

test('of examples/mistakes is as it was read', () => {
  expectGolden('mistakes.zh.github.txt', github(mistakes()).annotations);
});

describe('the parsers of this test find what the runner would', () => {
  test.each([
    ['::error::x', ['error']],
    ['  ::error file=a,line=1::x', ['error']],
    ['\u3000::warning::x', ['warning']],
    ['\u0085::add-mask::x', ['add-mask']],
    ['a\r::stop-commands::t', ['stop-commands']],
    ['text ##[add-mask]x', ['add-mask']],
    ['text ::error::x', []],
    ['::nothing::x', []],
    [':\\:error:\\:x', []],
    ['#\\#[error]x', []],
  ])('%j', (output, names) => {
    expect(commandsIn(output).map(({ name }) => name)).toEqual(names);
  });
});

test.each(PAYLOADS)('%j in every text makes no command but the annotations', (text) => {
  const { annotations, summary } = github(hostile(text));
  const commands = commandsIn(annotations);
  // of each of the two institutions three findings are not waived
  expect(commands.map(({ name }) => name)).toEqual(Array(6).fill('error'));
  for (const { properties } of commands) {
    expect(Object.keys(properties)).toEqual(['file', 'line', 'col', 'endColumn', 'title']);
  }
  expect(annotations.split('\n')).toHaveLength(8);
  expect(annotations.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(commandsIn(summary)).toEqual([]);
});

test('an annotation names file, place, title and text as they are', () => {
  const location = { file: './机构,甲/a:b%3A.csv', line: 3, column: 5, endLine: 3, endColumn: 9 };
  const one = finding({ text: '100%，共 2 处', location, remedy: { text: { zh: '补足', en: 'Get more' } } });
  const [command] = commandsIn(github(reportOf(institution({ findings: [one] }))).annotations);
  expect(command).toEqual({
    name: 'error',
    properties: {
      file: '机构,甲/a:b%3A.csv',
      line: '3',
      col: '5',
      endColumn: '9',
      title: expect.stringMatching(/^四（六）4 /),
    },
    data: '100%，共 2 处 → 补足',
  });
});

test('a place in several lines has no columns', () => {
  const location = { file: 'a.yaml', line: 3, column: 5, endLine: 4, endColumn: 2 };
  const [command] = commandsIn(github(reportOf(institution({ findings: [finding({ location })] }))).annotations);
  expect(Object.keys(command?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
});

test('of many findings the ten gravest are annotated, of each rule the first before the second of any', () => {
  const findings = [...many(30), finding({ rule: 'soap', text: '洗手液不足' })];
  const { annotations } = github(reportOf(institution({ findings, omitted: 4 })));
  const commands = commandsIn(annotations);
  expect(commands.map(({ name }) => name)).toEqual(Array(10).fill('error'));
  expect(commands[0]?.properties.line).toBe('3');
  expect(commands.map(({ data }) => data)).toContain('洗手液不足');
  expect(annotations.split('\n').slice(-3, -1)).toEqual([
    '发现 35 条，标注了最重的 10 条，每条规则至少一条',
    expect.stringContaining('--max-findings all'),
  ]);
});

test('severities have the commands of their own; waived findings none', () => {
  const waiver = { justification: '正在采购', approver: '县人社局', expires: '2020-06-30' };
  const findings = [...many(3), finding({ rule: 'soap', waiver })];
  const names = commandsIn(github(reportOf(institution({ findings }))).annotations).map(({ name }) => name);
  expect(names).toEqual(['error', 'warning', 'notice']);
});

test('nothing found is said', () => {
  expect(github(reportOf(institution())).annotations).toBe('没有发现问题\n');
});

test('the summary of 3,000 institutions stays below 1 MiB and says what is left out', () => {
  const findings = many(100);
  const { summary } = github(
    reportOf(...Array.from({ length: 3_000 }, (_, i) => institution({ id: `X${i}`, findings }))),
  );
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toMatch(/还有 \d+ 家机构没有列出/);
});
