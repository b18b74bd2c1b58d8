/** A broken profile: one line on stderr with file, line and column, nothing on stdout, nothing written, exit code 2. */
import { run } from './run.js';

const CASES: readonly (readonly [title: string, text: string, place: string, zh: string, en: string])[] = [
  ['a tab', 'institution:\n\tname: 甲\n', '2:1', '制表符', 'a tab is used'],
  ['a full-width colon', '名称：测试\n', '1:3', '中文冒号', 'full-width colon'],
  [
    'a full-width colon inside a section',
    'institution:\n  id: a\n  名称：测试\n',
    '3:5',
    '中文冒号',
    'full-width colon',
  ],
  ['a key twice', 'institution:\n  id: a\n  id: b\n', '3:3', '写了两次', 'occurs twice'],
  ['two documents', 'institution:\n---\nstaff: []\n', '2:1', '多个 YAML 文档', 'several YAML documents'],
  ['an unknown tag', 'institution: !x {}\n', '1:14', '! 标签', 'tags (!)'],
  ['binary data', 'institution: { name: !!binary aGk= }\n', '1:22', '! 标签', 'tags (!)'],
  ['a timestamp', 'asOf: !!timestamp 2020-05-06\n', '1:7', '! 标签', 'tags (!)'],
  ['an anchor and an alias', 'a: &a [x]\nb: [*a, *a]\n', '1:7', '* 别名', 'aliases (*)'],
  ['20,000 brackets', `staff: ${'['.repeat(20_000)}\n`, '1:72', '嵌套太深', 'nested too deeply'],
  ['a million brackets', `staff: ${'['.repeat(1_000_000)}\n`, '1:72', '嵌套太深', 'nested too deeply'],
  ['half a million items', `staff: [${'1,'.repeat(500_000)}]\n`, '1:466672', '内容太多', 'too much content'],
  ['an open quote', 'institution: { name: "甲 }\n', '1:22', '引号没有配对', 'quote is never closed'],
  ['an open bracket', 'institution: { name: 甲\n', '1:14', '括号没有配对', 'bracket is never closed'],
  ['a list', '- institution\n', '1:1', '不是机构概况', 'no profile'],
  ['a comment only', '# 甲\n', '1:1', '文件是空的', 'the file is empty'],
];

describe.each(CASES)('%s', (_, text, place, zh, en) => {
  test.each([
    ['zh', '错误：', zh],
    ['en', 'error: ', en],
  ])('in %s', async (language, label, words) => {
    const argv = [
      'validate',
      'school/profile.yaml',
      '--lang',
      language,
      '-f',
      'text',
      '-f',
      'json',
      '-o',
      'a.txt',
      '-o',
      'a.json',
    ];
    const files = { 'school/profile.yaml': text };
    const { code, stdout, stderr, files: after } = await run(argv, { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const lines = stderr.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.startsWith(`school/profile.yaml:${place}: ${label}`)).toBe(true);
    expect(lines[0]).toContain(words);
    expect(lines[0]?.length).toBeLessThan(200);
    expect(Object.keys(after)).toEqual(['school/profile.yaml']);
  });
});

test('what the packages say is never passed on', async () => {
  const results = await Promise.all(
    CASES.map(([, text]) => run(['validate', '--lang', 'en'], { files: { 'profile.yaml': text } })),
  );
  for (const { stderr } of results) {
    expect(stderr).not.toMatch(
      /YAML(?:Parse)?Error|implicit keys|flow (?:map|sequence)|block collection|Unresolved|Map keys|must have|additionalProperties|should be/i,
    );
  }
});

test('of several profiles, one that is broken stops all', async () => {
  const files = { 'a.yaml': 'asOf: 2020-05-06\n', 'b.yaml': '[]\n' };
  const { code, stdout, stderr } = await run(['validate', 'a.yaml', 'b.yaml', '--lang', 'en'], { files });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^b\.yaml:1:1: error: /);
});

describe('a file with more mistakes than anybody reads is told, cut to two hundred of a sort', () => {
  test.each([
    ['unknown keys', Array.from({ length: 22_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['items of the wrong kind', `staff:\n${'- 1\n'.repeat(22_000)}`],
    ['items without what they need, in one line', `spaces: [${'{},'.repeat(22_000)}]`],
    ['an id over and over', `spaces:\n${'- {id: a, kind: office}\n'.repeat(22_000)}`],
  ])('%s', async (_, text) => {
    const argv = ['validate', '-f', 'text', '-o', 'page.txt', '-f', 'json'];
    const { code, stdout, files } = await run(argv, { files: { 'profile.yaml': `${text}\n` } });
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as { institutions: { findings: { rule: string }[]; omitted: number }[] };
    const rules = report.institutions[0]?.findings.map(({ rule }) => rule) ?? [];
    const counts = [...new Set(rules)].map((rule) => rules.filter((each) => each === rule).length);
    expect(Math.max(...counts)).toBe(200);
    expect(report.institutions[0]?.omitted).toBeGreaterThan(20_000);
    expect(stdout.length).toBeLessThan(4_000_000);
    expect(files['page.txt']?.length).toBeGreaterThan(1000);
    expect(files['page.txt']?.length).toBeLessThan(1_000_000);
  });
});
