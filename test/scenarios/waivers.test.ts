/** Waivers by the built program: a school's own with validate and lint, the county's with audit. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { projectFile, run, runAll } from './run.js';

const LACKING = projectFile('examples/complete/profile.yaml').replace(/^ {2}sprayers:\n.*\n/m, '');
const RULE = 'backpack-electric-sprayer';
const CONFIG = 'waivers: waivers.yaml\n';
const schema = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  JSON.parse(projectFile('schemas/report.schema.json')) as object,
);

function waiver(change: Readonly<Record<string, string>> = {}): string {
  const values = { rule: RULE, justification: '已订购', approver: '县人社局', expires: '2020-05-31', ...change };
  const entries = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
  return `  - { ${entries.join(', ')} }\n`;
}

const list = (...waivers: string[]): string => `waivers:\n${waivers.join('')}`;

interface Json {
  readonly institutions: readonly {
    readonly id: string;
    readonly compliant: boolean | null;
    readonly compliantWithWaivers: boolean | null;
    readonly rules: readonly { readonly id: string; readonly outcome: string }[];
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly waiver?: unknown }[];
    readonly summary: { readonly waived?: unknown };
  }[];
}

/** What validating or auditing the school comes to. */
async function judged(argv: readonly string[], files: Readonly<Record<string, string>>, told = '') {
  const { code, stdout, stderr } = await run([...argv, '-f', 'json'], {
    files: { 'school/profile.yaml': LACKING, ...files },
  });
  const isFound = files['school/resume-check.yaml'] !== undefined && argv[0] !== 'audit';
  expect(stderr).toBe((isFound ? '按配置 school/resume-check.yaml 核对\n' : '') + told);
  const report = JSON.parse(stdout) as Json;
  expect([schema(report), schema.errors]).toEqual([true, null]);
  const [one] = report.institutions as [Json['institutions'][number]];
  return {
    code,
    outcome: one.rules.find(({ id }) => id === RULE)?.outcome,
    compliant: [one.compliant, one.compliantWithWaivers],
    waivers: one.findings.filter(({ rule }) => rule === RULE).map((each) => each.waiver),
    about: one.findings.filter(({ rule }) => /waiver/.test(rule)).map(({ rule, severity }) => `${rule} ${severity}`),
    waived: one.summary.waived,
  };
}

const HELD = { justification: '已订购', approver: '县人社局', expires: '2020-05-31' };
const validate = (waivers: string, day = '2020-05-11') =>
  judged(['validate', 'school/profile.yaml', '--as-of', day, '--stage', 'prep'], {
    'school/resume-check.yaml': CONFIG,
    'school/waivers.yaml': waivers,
  });

test('without a waiver the rule fails', async () => {
  expect(
    await judged(['validate', 'school/profile.yaml', '--as-of', '2020-05-11', '--stage', 'prep'], {}),
  ).toMatchObject({
    code: 1,
    outcome: 'not-evidenced',
    compliant: [false, false],
    waivers: [undefined],
    waived: undefined,
  });
});

test.each(['2020-05-11', '2020-05-31'])(
  'on %s the waiver holds: the finding stays, and does not count',
  async (day) => {
    expect(await validate(list(waiver()), day)).toEqual({
      code: 0,
      outcome: 'waived',
      compliant: [false, true],
      waivers: [HELD],
      about: [],
      waived: { error: 1, warning: 0, info: 0 },
    });
  },
);

test('the day after its last day it has expired: the rule fails again, and it is said', async () => {
  expect(await validate(list(waiver()), '2020-06-01')).toMatchObject({
    code: 1,
    outcome: 'not-evidenced',
    compliant: [false, false],
    waivers: [undefined],
    about: ['input/waiver-expired warning'],
  });
});

test.each([
  ['the place itself', 'supplies.sprayers', 'waived'],
  ['a place above', 'supplies', 'waived'],
  ['another place', 'supplies.masks', 'not-evidenced'],
  ['a place that only begins alike', 'supplies.spray', 'not-evidenced'],
])('for %s', async (_, path, outcome) => {
  expect((await validate(list(waiver({ path })))).outcome).toBe(outcome);
});

test.each([
  ['the id of the school', 'example-complete', 'waived', []],
  ['its name', '柳州示例职业培训学校', 'waived', []],
  ['its folder', 'school', 'waived', []],
  ['another school', 'other', 'not-evidenced', []],
])('for %s', async (_, institution, outcome, about) => {
  expect(await validate(list(waiver({ institution })))).toMatchObject({ outcome, about });
});

test('one that is not used is told, unless its rule was not judged', async () => {
  expect((await validate(list(waiver(), waiver({ rule: 'mask-stock' })))).about).toEqual([
    'input/waiver-unused warning',
  ]);
  expect((await validate(list(waiver(), waiver({ rule: 'daily-zero-report' })))).about).toEqual([]);
});

test('one that has expired does not spoil one that holds', async () => {
  const { outcome, waivers, about } = await validate(list(waiver({ expires: '2020-05-01' }), waiver()));
  expect({ outcome, waivers, about }).toEqual({
    outcome: 'waived',
    waivers: [HELD],
    about: ['input/waiver-expired warning'],
  });
});

test('an audit shows that a school has waivers of its own, and does not apply them', async () => {
  const own = { 'school/resume-check.yaml': CONFIG, 'school/waivers.yaml': list(waiver()) };
  const argv = ['audit', '.', '--as-of', '2020-05-11', '--stage', 'prep'];
  expect(await judged(argv, own)).toMatchObject({
    code: 1,
    outcome: 'not-evidenced',
    waivers: [undefined],
    about: ['input/own-waivers info'],
  });
});

test.each([
  ['county.yaml', list(waiver(), waiver({ rule: 'mask-stock' }))],
  ['county.csv', `规则,理由,批准人,到期日\n${RULE},已订购,县人社局,2020-05-31\nmask-stock,x,y,2020-05-31\n`],
])("an audit applies the county's, from %s", async (file, text) => {
  const argv = ['audit', '.', '--as-of', '2020-05-11', '--stage', 'prep', '--waivers', file];
  const told = `${file}:3 规则 mask-stock 的豁免没有一家用得上，可以删去\n`;
  const expected = { outcome: 'waived', waivers: [HELD], about: [] };
  expect(await judged(argv, { [file]: text }, told)).toMatchObject(expected);
  expect(await judged([...argv, '--quiet'], { [file]: text })).toMatchObject(expected);
});

test("the county's waiver for an institution that is not there is told", async () => {
  const argv = ['audit', '.', '--as-of', '2020-05-11', '--stage', 'prep', '--waivers', 'w.yaml'];
  const told = `w.yaml:2 规则 ${RULE} 的豁免写的机构 LZ99 不在这次核对之中，请核对编号或名称\n`;
  const outcome = await judged(argv, { 'w.yaml': list(waiver({ institution: 'LZ99' })) }, told);
  expect(outcome).toMatchObject({ outcome: 'not-evidenced', waivers: [undefined], about: [] });
  // known by its folder, its id or its name
  for (const institution of ['school', 'example-complete', '柳州示例职业培训学校'])
    expect((await judged(argv, { 'w.yaml': list(waiver({ institution })) })).outcome).toBe('waived');
});

test('the waivers that nobody needs are told of parts too, when they are merged', async () => {
  // LZ98 handed in nothing: it is known all the same
  const given = [{}, { rule: 'mask-stock' }, { institution: 'LZ99' }, { institution: 'LZ98' }];
  const lists = { 'w.yaml': list(...given.map(waiver)), 'e.csv': '编号\nLZ98\n' };
  const files = { 'a/profile.yaml': LACKING, 'b/profile.yaml': LACKING, ...lists };
  const audit = 'audit . --as-of 2020-05-11 --stage prep --waivers w.yaml --expect e.csv';
  const calls = [
    ...[1, 2].map((i) => `${audit} --shard ${i}/2 -o p${i}.ndjson`),
    `${audit} -f json -o one.json --exit-zero --quiet`,
    'merge p1.ndjson p2.ndjson -f json -o merged.json --exit-zero',
  ];
  const { code, stderr, files: after } = await runAll(calls, { files });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      'w.yaml:3 规则 mask-stock 的豁免没有一家用得上，可以删去\n' +
      `w.yaml:4 规则 ${RULE} 的豁免写的机构 LZ99 不在这次核对之中，请核对编号或名称\n`,
  });
  expect(after['merged.json']).toBe(after['one.json']);
});

test('parts with other waivers are not merged', async () => {
  const files = { 'a/profile.yaml': LACKING, 'b/profile.yaml': LACKING, 'w.yaml': list(waiver()), 'v.yaml': list() };
  const part = async (i: number, waivers: string): Promise<string> => {
    const argv = ['audit', '.', '--as-of', '2020-05-11', '--shard', `${i}/2`, '--waivers', waivers];
    return (await run(argv, { files: { ...files, 'v.yaml': 'waivers: []\n' } })).stdout;
  };
  const merge = { p1: await part(1, 'w.yaml'), p2: await part(2, 'v.yaml') };
  expect((await run(['merge', 'p1', 'p2'], { files: merge })).code).toBe(3);
});

test.each([
  ['no such file', 'nowhere.yaml', ''],
  ['an unknown rule', 'w.yaml', list(waiver({ rule: 'nothing' }))],
  ['no expiry', 'w.yaml', list(waiver()).replace(/, expires: [\d-]+/, '')],
])('%s: exit code 2, one line with the place', async (_, name, text) => {
  const files = { 'school/profile.yaml': LACKING, 'w.yaml': text };
  const { code, stdout, stderr } = await run(['audit', '.', '--waivers', name], { files });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^(?:nowhere|w)\.yaml:\d+:\d+: .*\n$/);
  // which writes profiles, no waivers
  expect(stderr).not.toContain('init');
});

test('the text names who granted it', async () => {
  const files = {
    'school/profile.yaml': LACKING,
    'school/resume-check.yaml': CONFIG,
    'school/waivers.yaml': list(waiver()),
  };
  const { code, stdout } = await run(['validate', 'school/profile.yaml', '--lang', 'zh', '--as-of', '2020-05-11'], {
    files,
  });
  expect(code).toBe(0);
  expect(stdout).toContain('豁免：已订购（县人社局 批准，2020-05-31 止）');
});

test('lint reads the waivers that the configuration beside the logs names', async () => {
  const log =
    '日期,时段,班级/部门,姓名,编号,是否出勤,缺勤原因,检查人\n2020-05-06,晨,焊工1班,张示例,T001,否,病假,李示例\n';
  const absence = '日期,姓名,班级/部门,缺勤类型,主要症状,返训日期,追踪人\n';
  const files = { 'school/logs/check.csv': log, 'school/logs/absence.csv': absence };
  const granted = list(waiver({ rule: 'absence-registered' }));
  const outcome = async (more: Readonly<Record<string, string>>): Promise<string | undefined> => {
    const argv = ['lint', 'school/logs', '--as-of', '2020-05-11', '-f', 'json', '--exit-zero'];
    const { stdout, stderr } = await run(argv, { files: { ...files, ...more } });
    expect(stderr).toBe('school/resume-check.yaml' in more ? '按配置 school/resume-check.yaml 核对\n' : '');
    const [one] = (JSON.parse(stdout) as Json).institutions;
    return one?.rules.find(({ id }) => id === 'absence-registered')?.outcome;
  };
  expect(await outcome({})).toBe('fail');
  expect(await outcome({ 'school/resume-check.yaml': CONFIG, 'school/waivers.yaml': granted })).toBe('waived');
});
