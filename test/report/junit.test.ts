/** JUnit XML: by the published schema, with every rule in its place, whatever texts hold. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { toJunit } from '../../src/report/junit.js';
import { RULES } from '../../src/rules/index.js';
import { forXml } from '../../src/text/escape.js';
import { OUTCOMES, type Report } from '../../src/types.js';
import { withPrograms } from '../programs.js';
import { commandsIn } from './runner.js';
import { expectGolden, finding, hostile, institution, many, mistakes, PAYLOADS, reportOf, result } from './sample.js';

const reading = withPrograms('xmllint');
const SCHEMA = fileURLToPath(new URL('../schemas/jenkins-junit.xsd', import.meta.url));
const xmllint = (xml: string): { status: number | null; stderr: string } =>
  spawnSync('xmllint', ['--noout', '--schema', SCHEMA, '-'], { input: xml, encoding: 'utf8' });
const textOf = (report: Report): string => toJunit(report, { language: 'zh', rules: RULES });

/** Returns what an XPath finds, as a text. */
const found = (xml: string, path: string): string =>
  execFileSync('xmllint', ['--xpath', path, '-'], { input: xml, encoding: 'utf8' }).replace(/\n$/, '');

test('of examples/mistakes is as it was read', () => {
  expectGolden('mistakes.zh.junit.xml', textOf(mistakes()));
});

const REPORTS: readonly (readonly [string, Report])[] = [
  ['examples/mistakes', mistakes()],
  ['nothing found', reportOf(institution())],
  ['no institution', reportOf()],
  [
    '10,000 findings',
    reportOf(institution({ findings: many(10_000), rules: [result({ count: 12_000 })], omitted: 2_000 })),
  ],
  ...PAYLOADS.map((text) => [JSON.stringify(text), hostile(text)] as const),
];
reading.test.each(REPORTS)('%s: keeps to the published schema', (_, report) => {
  const { status, stderr } = xmllint(textOf(report));
  expect([status, stderr]).toEqual([0, expect.stringContaining('validates')]);
});

reading.test('the schema refuses what is none', () => {
  expect(xmllint('<testsuites><testsuite/></testsuites>').status).not.toBe(0);
  expect(xmllint('<testsuites>').status).not.toBe(0);
});

test.each(PAYLOADS)('%j in every text commands no runner, adds no element and hides nothing', (text) => {
  const xml = textOf(hostile(text));
  expect(commandsIn(xml)).toEqual([]);
  expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/u);
  const elements = (each: string): string[] => each.match(/<\/?[\w-]+/g) ?? [];
  expect(elements(xml)).toEqual(elements(textOf(hostile('x'))));
});

/** What a reader makes of an escaped text. */
function textIn(escaped: string): string {
  const [node] = parse(`<!doctype html><p>${escaped}</p>`).childNodes.slice(1);
  const texts: string[] = [];
  const visit = (each: unknown): void => {
    const { value, childNodes = [] } = each as { value?: string; childNodes?: readonly unknown[] };
    if (value !== undefined) texts.push(value);
    childNodes.forEach(visit);
  };
  visit(node);
  return texts.join('');
}

test.each(['<a b="c">&amp;\'', '::a::::b', '##[x]', '####[x]', ']]>', '口罩'])(
  '%s is read as it was written',
  (text) => {
    expect(textIn(forXml(text))).toBe(text);
  },
);

test('what XML can not hold is made visible', () => {
  expect(forXml('a\u0000b\uffffc\ud800d')).toBe('a\\u{0}b\\u{ffff}c\\u{d800}d');
});

reading.describe('a case', () => {
  const xml = textOf(
    reportOf(
      institution({
        findings: [
          finding({ text: '口罩 60 只', remedy: { text: { zh: '补足口罩', en: 'Get masks' } } }),
          finding({ text: '体温枪不足', rule: 'thermometer-guns', severity: 'warning' }),
        ],
        rules: OUTCOMES.map((outcome) =>
          result({
            id: outcome,
            outcome,
            count: outcome === 'fail' ? 3 : 0,
            ...(outcome === 'not-run' ? { reason: { zh: '没有给日志', en: 'no logs' } } : {}),
          }),
        ).map((each) => (each.outcome === 'fail' ? { ...each, id: 'mask-stock' } : each)),
      }),
    ),
  );

  test('stands for each rule, and one for the form of the files', () => {
    expect(found(xml, 'count(//testcase)')).toBe(String(OUTCOMES.length + 1));
    expect(found(xml, 'string(//testsuite/@tests)')).toBe(String(OUTCOMES.length + 1));
    expect(found(xml, 'string(//testsuite/@failures)')).toBe('2');
    expect(found(xml, 'string(//testsuite/@skipped)')).toBe('5');
  });

  test.each([
    ['(input)', 0, 0],
    ['(pass)', 0, 0],
    ['(warn)', 0, 0],
    ['(mask-stock)', 1, 0],
    ['(not-evidenced)', 1, 0],
    ['(not-applicable)', 0, 1],
    ['(not-yet)', 0, 1],
    ['(not-run)', 0, 1],
    ['(on-site)', 0, 1],
    ['(waived)', 0, 1],
  ])('%s: failures %d, skipped %d', (name, failures, skipped) => {
    const path = `//testcase[contains(@name, "${name}")]`;
    expect(found(xml, `concat(count(${path}), count(${path}/failure), count(${path}/skipped))`)).toBe(
      `1${failures}${skipped}`,
    );
  });

  test('that failed says what, where, what to do and how many more', () => {
    expect(found(xml, 'string(//testcase[contains(@name, "(mask-stock)")]/failure)')).toBe(
      'profile.yaml:3:5 口罩 60 只\n  → 补足口罩\n另有 2 处',
    );
  });

  test('that was skipped says why', () => {
    expect(found(xml, 'string(//testcase[contains(@name, "(not-run)")]/skipped)')).toBe('未核对：没有给日志');
  });

  test('leaves warnings to the output of the suite', () => {
    expect(found(xml, 'string(//system-out)')).toBe('警告 profile.yaml:3:5 体温枪不足');
  });

  test('fails for input that is not well formed', () => {
    const input = finding({ rule: 'input/unknown-key', kind: 'input', text: '没有这个键' });
    const wrong = textOf(reportOf(institution({ findings: [input] })));
    expect(found(wrong, 'string(//testcase[contains(@name, "(input)")]/failure/@message)')).toBe('没有这个键');
  });
});

test('of a waived rule gives the waiver', () => {
  const waiver = { justification: '正在采购', approver: '县人社局', expires: '2020-06-30' };
  const xml = textOf(
    reportOf(institution({ findings: [finding({ waiver })], rules: [result({ outcome: 'waived' })] })),
  );
  expect(xml).toContain('<skipped>豁免：正在采购（县人社局 批准，2020-06-30 止）</skipped>');
});

test('two institutions of one id have cases of their own names, and titles that tell them apart', () => {
  const inputs = (file: string) => [{ file, kind: 'profile', encoding: 'utf-8' }];
  const one = (own: Parameters<typeof institution>[0]) =>
    institution({ rules: [result()], findings: [finding()], ...own });
  const xml = textOf(
    reportOf(
      one({ inputs: inputs('county/a/profile.yaml') }),
      one({ inputs: inputs('county/b/profile.yaml') }),
      one({}),
      one({}),
      one({ id: 'X2' }),
    ),
  );
  const names = [...xml.matchAll(/<testcase (classname="[^"]*" name="[^"]*")/g)].map(([, name]) => name);
  expect(names).toHaveLength(10);
  expect(new Set(names).size).toBe(10);
  const titles = [...xml.matchAll(/<testsuite [^>]*? name="([^"]*)"/g)].map(([, title]) => title);
  expect(titles).toEqual(['X1 (county/a)', 'X1 (county/b)', 'X1', 'X1 2', 'X2']);
});
