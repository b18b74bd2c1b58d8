/** SARIF: by its published schema, within GitHub's limits, with paths and texts that no reader takes for anything else. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { toSarif } from '../../src/report/sarif.js';
import { RULES } from '../../src/rules/index.js';
import type { Report } from '../../src/types.js';
import { commandsIn } from './runner.js';
import { expectGolden, finding, hostile, institution, many, mistakes, PAYLOADS, reportOf } from './sample.js';

// draft-04: only its name and its way to name itself differ from what ajv reads
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
const formats = {
  uri: (text: string): boolean => URL.canParse(text),
  'uri-reference': (text: string): boolean =>
    /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && !/%(?![0-9A-F]{2})/i.test(text),
  'date-time': true as const,
};
const isSarif = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);

interface Place {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string } };
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly [{ readonly toolExecutionNotifications?: readonly { message: { text: string } }[] }];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly properties: { readonly institution: string };
    readonly message: { readonly text: string };
    readonly locations: readonly [Place];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly suppressions?: readonly { readonly justification: string }[];
  }[];
}
const textOf = (report: Report): string => toSarif(report, { language: 'zh', rules: RULES });
const runsOf = (report: Report): readonly Run[] => JSON.parse(textOf(report)).runs;
const uriOf = (file: string): string | undefined => {
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const [run] = runsOf(reportOf(institution({ findings: [finding({ location })] })));
  return run?.results[0]?.locations[0].physicalLocation.artifactLocation.uri;
};

test('of examples/mistakes is as it was read', () => {
  expectGolden('mistakes.zh.sarif', textOf(mistakes()));
});

const REPORTS: readonly (readonly [string, Report])[] = [
  ['examples/mistakes', mistakes()],
  ['nothing found', reportOf(institution())],
  ['no institution', reportOf()],
  ['findings that are not listed', reportOf(institution({ omitted: 5 }))],
  ...PAYLOADS.map((text) => [JSON.stringify(text), hostile(text)] as const),
];
test.each(REPORTS)('%s: keeps to the published schema', (_, report) => {
  isSarif(JSON.parse(textOf(report)));
  expect(isSarif.errors ?? []).toEqual([]);
});

test('the schema refuses what is none', () => {
  expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
});

test.each(REPORTS)('%s: every result has its rule, and its own file as seen from the root', (_, report) => {
  for (const run of runsOf(report)) {
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(locations[0].physicalLocation.artifactLocation.uriBaseId).toBe('%SRCROOT%');
    }
  }
});

test.each(PAYLOADS)('%j in every text commands no runner and is no link or placeholder', (text) => {
  const json = textOf(hostile(text));
  expect(commandsIn(json)).toEqual([]);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  for (const { results } of JSON.parse(json).runs as readonly Run[]) {
    for (const { message } of results) {
      expect(message.text).not.toContain('](');
      expect(message.text.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
    }
  }
});

test.each([
  ['机构/日志 1.csv', '%E6%9C%BA%E6%9E%84/%E6%97%A5%E5%BF%97%201.csv'],
  ['./a/b.csv', 'a/b.csv'],
  ['../a.csv', '../a.csv'],
  ['%2e%2e/x.csv', '%252e%252e/x.csv'],
  ['a:b#c?d.csv', 'a%3Ab%23c%3Fd.csv'],
  ['a\\b.csv', 'a%5Cb.csv'],
  ['/data/a.csv', 'file:///data/a.csv'],
  ['C:/data/中.csv', 'file:///C:/data/%E4%B8%AD.csv'],
  ['张13800000001.csv', '%E5%BC%A0***********.csv'],
])('the file %s is named %s', (file, uri) => {
  expect(uriOf(file)).toBe(uri);
});

test.each(['机构/日志 1.csv', '𠮷/é.csv', "it's (1)!.csv"])('the path %s survives', (file) => {
  expect(decodeURIComponent(uriOf(file) ?? '')).toBe(file);
});

test('30,000 findings: the 25,000 gravest are there, in the order of the report, and how many are not', () => {
  const all = many(30_000);
  const [run, ...others] = runsOf(reportOf(institution({ findings: all, omitted: 7 })));
  expect(others).toEqual([]);
  const results = run?.results ?? [];
  expect(results).toHaveLength(25_000);
  const count = (level: string): number => results.filter((each) => each.level === level).length;
  expect([count('error'), count('warning'), count('note')]).toEqual([10_000, 10_000, 5_000]);
  const listed = new Set(results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash));
  expect([...listed]).toEqual(all.map(({ fingerprint }) => fingerprint).filter((each) => listed.has(each)));
  expect(run?.invocations[0].toolExecutionNotifications?.[0]?.message.text).toBe('另有 5007 条发现没有列出');
});

test('100 institutions with 6,000 findings each: at most 20 runs of categories of their own, below 10 MB', () => {
  const findings = many(6_000);
  const text = textOf(reportOf(...Array.from({ length: 100 }, (_, i) => institution({ id: `X${i}`, findings }))));
  const runs: readonly Run[] = JSON.parse(text).runs;
  expect(runs).toHaveLength(20);
  expect(new Set(runs.map(({ automationDetails }) => automationDetails.id)).size).toBe(20);
  expect(Math.max(...runs.map(({ results }) => results.length))).toBeLessThanOrEqual(25_000);
  expect(runs.every(({ results }) => results.some(({ level }) => level === 'error'))).toBe(true);
  expect(gzipSync(text).length).toBeLessThan(10_000_000);
});

test('institutions have a run each, and categories of their own even with one id', () => {
  const runs = runsOf(reportOf(institution({ id: 'A' }), institution({ id: 'B' }), institution({ id: 'A' })));
  expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
    'resume-check/A/',
    'resume-check/B/',
    'resume-check/A 2/',
  ]);
});

test('the category of an institution of an audit is its own, whichever others there are', () => {
  const audit = (count: number): ReadonlyMap<string, string> => {
    const all = Array.from({ length: count }, (_, i) => institution({ id: `X${i}`, findings: [finding()] }));
    const runs = runsOf({ ...reportOf(...all), county: institution({ id: 'county' }) });
    expect(runs.length).toBeLessThanOrEqual(20);
    expect(new Set(runs.map(({ automationDetails }) => automationDetails.id)).size).toBe(runs.length);
    return new Map(
      runs.flatMap(({ automationDetails, results }) =>
        results.map(({ properties }) => [properties.institution, automationDetails.id] as const),
      ),
    );
  };
  const all = audit(60);
  expect(all.size).toBe(60);
  for (const count of [1, 2, 20, 21, 59])
    for (const [id, category] of audit(count)) expect([id, category]).toEqual([id, all.get(id)]);
});

test('waived findings are suppressed, with the reason; the others then say that they are not', () => {
  const waiver = { justification: '正在采购', approver: '县人社局', expires: '2020-06-30' };
  const [run] = runsOf(reportOf(institution({ findings: [finding({ waiver }), finding({ rule: 'soap' })] })));
  expect(run?.results.map(({ level }) => level)).toEqual(['error', 'error']);
  expect(run?.results.map(({ suppressions }) => suppressions?.map(({ justification }) => justification))).toEqual([
    ['豁免：正在采购（县人社局 批准，2020-06-30 止）'],
    [],
  ]);
  const [without] = runsOf(reportOf(institution({ findings: [finding()] })));
  expect(without?.results[0]).not.toHaveProperty('suppressions');
});

test('rules are worded in both languages, results in the one that was asked for', () => {
  const english = toSarif(mistakes(), { language: 'en', rules: RULES });
  const [run] = JSON.parse(english).runs;
  for (const { help } of run.tool.driver.rules) expect(help.text).toMatch(/\p{Script=Han}/u);
  const texts: readonly string[] = run.results.map((each: Run['results'][number]) => each.message.text);
  expect(texts.filter((text) => /\p{Script=Han}{9}/u.test(text))).toEqual([]);
  expect(english).not.toContain('snippet');
});
