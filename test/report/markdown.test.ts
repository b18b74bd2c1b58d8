/** Markdown: readable, and texts from outside stay in their cells as plain text. */
import { toMarkdown } from '../../src/report/markdown.js';
import { RULES } from '../../src/rules/index.js';
import { OUTCOMES, type Report } from '../../src/types.js';
import { commandsIn } from './runner.js';
import {
  checked,
  expectGolden,
  finding,
  hostile,
  institution,
  many,
  mistakes,
  PAYLOADS,
  read,
  reportOf,
  result,
} from './sample.js';

const textOf = (report: Report, mostBytes?: number): string =>
  toMarkdown(report, { language: 'zh', rules: RULES, ...(mostBytes === undefined ? {} : { mostBytes }) });

test('of examples/mistakes is as it was read', () => {
  expectGolden('mistakes.zh.md', textOf(mistakes()));
});

/** What is left of a row outside code, without the signs that are escaped, cut into cells. */
const cellsOf = (row: string): string[] =>
  row
    .replace(/\\[\\|*_~`[\]<>&]/g, '')
    .split('|')
    .slice(1, -1);

test.each(PAYLOADS)('%j stays in its cell, and is no heading, link, tag or command', (text) => {
  const markdown = textOf(hostile(text));
  const plain = textOf(hostile('x'));
  expect(commandsIn(markdown)).toEqual([]);
  expect(markdown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  const lines = markdown.split('\n');
  expect(lines.map((line) => line.slice(0, 2))).toEqual(plain.split('\n').map((line) => line.slice(0, 2)));
  const rows = (each: string): number[] =>
    each
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => cellsOf(line).length);
  expect(rows(markdown)).toEqual(rows(plain));
  // what is escaped first, so that an escaped backtick opens no code
  const outside = markdown.replace(/\\[\\|*_~`[\]<>&]|(`+)(?!`).*?[^`]\1(?!`)/g, '');
  expect(outside.replaceAll('<br>', '').replaceAll('<!-- -->', '')).not.toMatch(/[<>]/);
  expect(outside).not.toMatch(/@\w|#\d|:\/\/|www\.|\]\(/);
});

test('names the institutions and their verdicts where there are several', () => {
  const complete = checked(read('examples/complete/profile.yaml'), 'complete/profile.yaml');
  const wrong = institution({
    id: 'X2',
    compliant: false,
    compliantWithWaivers: true,
    rules: [result({ outcome: 'waived' })],
  });
  const markdown = textOf(reportOf(complete, wrong));
  expect(markdown).toContain('| 机构 | 阶段 | 结论 |');
  expect(markdown).toContain('| X2 | 运行 | 有豁免 |');
  expect(markdown).toContain('| **2** |');
});

test('lists what is open with its places, five of a rule, and how many more', () => {
  const findings = many(12);
  const rules = [...OUTCOMES.map((outcome) => result({ id: outcome, outcome, count: 0 })), result({ count: 15 })];
  const markdown = textOf(reportOf(institution({ findings, rules })));
  const row = markdown.split('\n').find((line) => line.includes('`第0间/日志 0.csv:1:1`')) ?? '';
  expect(row.match(/日志/g)).toHaveLength(5);
  expect(row).toContain('另有 10 处');
  for (const outcome of ['pass', 'not-applicable', 'on-site']) expect(markdown).not.toContain(`| ${outcome} |`);
});

test('gives the waiver beside what is waived', () => {
  const waiver = { justification: '正在采购', approver: '县人社局', expires: '2020-06-30' };
  const report = reportOf(institution({ findings: [finding({ waiver })], rules: [result({ outcome: 'waived' })] }));
  expect(textOf(report)).toContain('<br>豁免：正在采购（县人社局 批准，2020-06-30 止）');
});

test('says that nothing is open', () => {
  expect(textOf(reportOf(institution({ rules: [result({ outcome: 'pass', count: 0 })] })))).toContain('没有待办。');
});

test.each([5_000, 20_000, 100_000])('cut to %d bytes says what is left out', (mostBytes) => {
  const findings = many(100);
  const rules = Array.from({ length: 40 }, () => result({ count: 100 }));
  const markdown = textOf(
    reportOf(...Array.from({ length: 50 }, (_, i) => institution({ id: `X${i}`, findings, rules }))),
    mostBytes,
  );
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(mostBytes);
  expect(markdown).toMatch(/还有 \d+ 家机构没有列出/);
});
