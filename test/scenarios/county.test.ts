/** The county's own part, by the built program: its duties, its monthly list, and its notices. */

import { copyFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { projectFile, run, runAll, type Surroundings } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const DAY = '2020-06-20';
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(projectFile('schemas/report.schema.json')) as object);

const REPORT_HEAD =
  '日期,单位,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,其他症状,隔离观察,送诊,重点地区及境外返柳,密切接触,疑似,确诊,零报告,情况说明,报送单位,填报人,审核人,填报时间';

/** A school that has resumed, with daily reports of all days but one that may lack. */
function school(id: string, { lacking = '', resumedOn = '2020-05-25' } = {}): Record<string, string> {
  const profile = COMPLETE.replace('id: example-complete', `id: ${id}`)
    .replace(/^ {2}name: .*$/m, `  name: 示例学校${id}`)
    .replace('start: 2020-04-27', `start: 2020-05-25\n  resumedOn: ${resumedOn}`)
    .replace(/^ {4}application: .*$/m, '$&\n    inspection: { date: 2020-05-12, result: pass }')
    .concat('\ninspection: { date: 2020-05-24, result: pass, by: 城中区人力资源和社会保障局 }\n');
  const days = Array.from({ length: 26 }, (_, i) => new Date(Date.UTC(2020, 4, 25 + i)).toISOString().slice(0, 10));
  const rows = days
    .filter((day) => day !== lacking)
    .map((day) => `${day},示例学校${id},5,5,4,4,0,0,0,0,0,0,0,0,0,是,,城中区人社局,张示例,李示例,${day} 16:00`);
  return {
    [`county/${id}/profile.yaml`]: profile,
    [`county/${id}/logs/疫情日报告.csv`]: `${REPORT_HEAD}\n${rows.join('\n')}\n`,
  };
}

const HEAD = '月份,机构名称,申请日期,检查日期,检查结果,恢复日期,报送日期';
const entry = (id: string, submitted: string): string =>
  `2020-05,示例学校${id},2020-05-06,2020-05-24,合格,2020-05-25,${submitted}`;
const bureau = (submitted: string): string => `${HEAD}\n${entry('a', submitted)}\n${entry('b', submitted)}\n`;
const FILES = { ...school('a'), ...school('b', { lacking: '2020-06-03' }) };
const given = (more: Record<string, string> = {}): Surroundings => ({
  files: { ...FILES, 'bureau.csv': bureau('2020-06-09'), ...more },
});

interface Json {
  readonly county: {
    readonly rules: readonly {
      readonly id: string;
      readonly outcome: string;
      readonly reason?: { readonly zh: string };
    }[];
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly file: string;
      readonly line: number;
    }[];
    readonly compliant: boolean | null;
  };
  readonly summary: { readonly files: number; readonly findings: Record<string, number> };
}

async function audited(argv: readonly string[], surroundings: Surroundings): Promise<Json> {
  const { stdout, stderr } = await run(['audit', 'county', '--as-of', DAY, '-f', 'json', ...argv], surroundings);
  expect(stderr).toBe('');
  const report: unknown = JSON.parse(stdout);
  validate(report);
  expect(validate.errors).toBeNull();
  return report as Json;
}

const outcomes = ({ county }: Json): Record<string, string> =>
  Object.fromEntries(county.rules.map(({ id, outcome }) => [id, outcome]));

describe('the duties of the county', () => {
  test('are not judged without its list, and say so', async () => {
    const report = await audited([], given());
    expect(outcomes(report)).toEqual({
      'bureau-territorial-response': 'on-site',
      'bureau-instant-monitoring': 'not-run',
      'bureau-receive-survey': 'on-site',
      'bureau-offsite-inspection': 'not-run',
      'bureau-onsite-inspection': 'not-run',
      'bureau-monthly-roster': 'not-run',
      'bureau-accountability': 'on-site',
    });
    expect(report.county.rules.find(({ outcome }) => outcome === 'not-run')?.reason?.zh).toContain('--bureau');
    expect(report.county.findings).toEqual([]);
    expect(report.county.compliant).toBeNull();
  });

  test('are judged with it: who did not report is found, the list is in time', async () => {
    const report = await audited(['--bureau', 'bureau.csv'], given());
    expect(outcomes(report)).toMatchObject({
      'bureau-instant-monitoring': 'fail',
      'bureau-onsite-inspection': 'pass',
      'bureau-monthly-roster': 'pass',
    });
    expect(report.county.findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`)).toEqual([
      'bureau-instant-monitoring county/b/profile.yaml:1',
    ]);
  });

  test.each([
    ['2020-06-09', 'pass'],
    ['2020-06-10', 'warn'],
    ['2020-06-11', 'fail'],
  ])('the list filed on %s: %s', async (day, outcome) => {
    const report = await audited(['--bureau', 'bureau.csv'], given({ 'bureau.csv': bureau(day) }));
    expect(outcomes(report)['bureau-monthly-roster']).toBe(outcome);
  });

  test('count for the exit code', async () => {
    const files = (day: string): Surroundings => given({ 'bureau.csv': bureau(day) });
    const only = ['audit', 'county', '--as-of', DAY, '--bureau', 'bureau.csv', '-f', 'json'];
    const [good, late] = await Promise.all(['2020-06-09', '2020-06-11'].map((day) => run(only, files(day))));
    const errors = (text = '{}'): number => (JSON.parse(text) as Json).summary.findings.error ?? 0;
    expect(errors(late?.stdout)).toBe(errors(good?.stdout) + 1);
    expect(late?.code).toBe(1);
  });

  test('stand in every format', async () => {
    const formats = ['text', 'markdown', 'csv', 'sarif', 'junit', 'gitlab', 'json'];
    const outputs = formats.flatMap((format) => ['-f', format, '-o', `out.${format}`]);
    const { stdout, files } = await run(
      ['audit', 'county', '--as-of', DAY, '--bureau', 'bureau.csv', '--lang', 'zh', ...outputs, '-f', 'github'],
      given({ 'bureau.csv': bureau('2020-06-11') }),
    );
    const silent = formats.filter((format) => !files[`out.${format}`]?.includes('2020-05 的名单 2020-06-11 才报'));
    expect(silent).toEqual([]);
    expect(stdout).toContain('2020-05 的名单 2020-06-11 才报');
  });

  test('are the same from parts, and parts with different lists do not belong together', async () => {
    const audit = `audit county --as-of ${DAY} --bureau bureau.csv`;
    const steps = [
      `${audit} -f json -o whole.json --exit-zero`,
      `${audit} --shard 1/2 -o one.ndjson`,
      `${audit} --shard 2/2 -o two.ndjson`,
      'merge two.ndjson one.ndjson -f json -o merged.json --exit-zero',
      () => copyFileSync('other.csv', 'bureau.csv'),
      `${audit} --shard 2/2 -o other.ndjson`,
      'merge one.ndjson other.ndjson -f json -o never.json',
    ];
    const { code, stderr, files } = await runAll(steps, given({ 'other.csv': bureau('2020-06-08') }));
    expect(files['merged.json']).toBe(files['whole.json']);
    expect(files['whole.json']).toContain('bureau.csv');
    expect({ code, never: files['never.json'] }).toEqual({ code: 3, never: undefined });
    expect(stderr).toContain('--bureau');
  });

  test.each([
    ['none.csv', 'no such file'],
    ['county/a/profile.yaml', 'no list of resumed institutions'],
  ])('a list that is none is refused: %s', async (file, words) => {
    const { code, stdout, stderr } = await run(['audit', 'county', '--bureau', file, '--lang', 'en'], given());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe('the monthly list', () => {
  const make = (options: string): string[] => [
    `audit county --as-of ${DAY} -f json -o a.json --exit-zero`,
    `roster a.json ${options}`,
  ];

  test('as CSV is read back by lint without a finding, and by audit as the list of the county', async () => {
    const steps = [
      ...make('-f csv -o list.csv --submitted 2020-06-09'),
      `lint list.csv --kind bureau-roster --no-profile --as-of ${DAY} -f json -o lint.json`,
      `audit county --as-of ${DAY} --bureau list.csv -f json -o again.json --exit-zero`,
    ];
    const { code, files } = await runAll(steps, given());
    expect(code).toBe(0);
    expect(files['list.csv']).toMatch(
      /^\ufeff月份,机构名称,地址,.*\r\n2020-05,示例学校a,.*\r\n2020-05,示例学校b,.*\r\n$/,
    );
    const lint = JSON.parse(files['lint.json'] ?? '') as { institutions: { findings: unknown[] }[] };
    expect(lint.institutions.map(({ findings }) => findings)).toEqual([[]]);
    expect(outcomes(JSON.parse(files['again.json'] ?? '') as Json)['bureau-monthly-roster']).toBe('pass');
  });

  test('of a month without anybody says so, is read back too, and exits with 0', async () => {
    const steps = [
      ...make('--month 2020-04 -f csv -o nil.csv -f text -o nil.txt'),
      `lint nil.csv --no-profile --as-of ${DAY} -f json -o lint.json`,
    ];
    const { code, files } = await runAll(steps, { ...given(), env: { LANG: 'zh_CN.UTF-8' } });
    expect(code).toBe(0);
    expect(files['nil.txt']).toContain('  无\n');
    expect(files['nil.csv']).toContain('\r\n2020-04,无,');
    const lint = JSON.parse(files['lint.json'] ?? '') as { institutions: { findings: unknown[] }[] };
    expect(lint.institutions.map(({ findings }) => findings)).toEqual([[]]);
  });

  test.each([
    ['2020-06-09', 0, /^no --month: the month before the report, 2020-05\n$/],
    ['2020-06-10', 0, /warning: filed on 2020-06-10; "before" may not include day 10/],
    ['2020-06-11', 1, /late: filed on 2020-06-11/],
    ['2020-04-09', 1, /early: filed on 2020-04-09, before 2020-05/],
  ])('filed on %s exits with %d', async (day, code, words) => {
    const result = await runAll(make(`--lang en -f csv --submitted ${day}`), given());
    expect(result.code).toBe(code);
    expect(result.stdout).toContain(`,${day},`);
    expect(result.stderr).toMatch(words);
  });

  test('says when it is due, and who is left out and why', async () => {
    const files = given({ ...school('c', { resumedOn: '2020-05-23' }), 'county/d/profile.yaml': 'institution: [\n' });
    const { stderr } = await runAll(make('--lang zh -f html -o list.html'), files);
    expect(stderr).toContain('应在 2020-06-10 之前');
    expect(stderr).toContain('没有列入：示例学校c，恢复日期早于检查合格');
    expect(stderr).toContain('没有列入：d，没有可读的概况，是否恢复不知道');
    const html = (await runAll(make('--lang zh -f html'), files)).stdout;
    expect(html).toContain('没有列入：示例学校c，恢复日期早于检查合格');
    expect(html).toContain('已恢复2家，其中本月恢复2家');
  });

  test('names that look like formulas stay texts', async () => {
    const files = given();
    const { stdout } = await runAll(make('-f csv'), {
      files: {
        ...files.files,
        'county/a/profile.yaml': (FILES['county/a/profile.yaml'] ?? '').replace('name: 示例学校a', 'name: "=1+1"'),
      },
    });
    expect(stdout).toContain("2020-05,'=1+1,");
  });

  test.each([
    ['--month 2020-13', 'usage', '--month is year-month'],
    ['-f docx', 'needs a file', 'docx needs a file'],
  ])('%s is refused', async (argv, _, words) => {
    const { code, stdout, stderr } = await runAll(make(`--lang en ${argv}`), given());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('is made from the report of an audit only', async () => {
    const steps = ['validate county/a/profile.yaml -f json -o v.json --exit-zero', 'roster v.json --lang en'];
    const { code, stderr } = await runAll(steps, given());
    expect(code).toBe(2);
    expect(stderr).toContain('no report written by audit');
  });
});

describe('notices', () => {
  const files = given({
    'county/e/profile.yaml': (FILES['county/a/profile.yaml'] ?? '')
      .replace('id: a', 'id: e')
      .replace('name: 示例学校a', 'name: 示例学校B'),
    'roster.csv': '编号,机构名称\na,\nz,缺席/学校\n',
  });
  const make = `audit county --expect roster.csv --as-of ${DAY} -f json -o a.json --exit-zero --stage prep`;

  test('are written for all that have something to mend, with safe and different names', async () => {
    const notices = 'generate notice --report a.json -o out -f html --lang zh';
    const { code, stdout, stderr, files: written } = await runAll([make, notices], files);
    expect(code).toBe(0);
    const made = Object.keys(written).filter((path) => path.startsWith('out/'));
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(made.length);
    for (const path of made) expect(stdout).toContain(path);
    expect(made).toContain('out/整改通知书-缺席_学校.html');
    expect(new Set(made.map((path) => path.toLowerCase())).size).toBe(made.length);
    expect(lines.find((line) => line.startsWith('z  '))).toContain('未报送');
    expect(written['out/整改通知书-缺席_学校.html']).toContain('没有收到你单位的机构概况和每日记录');
    expect(stderr).toContain(`写了 ${made.length} 份`);
  });

  test('hold each finding with its clause and remedy', async () => {
    const mistakes = { files: { 'county/m/profile.yaml': projectFile('examples/mistakes/profile.yaml') } };
    const steps = [
      `audit county --as-of ${DAY} -f json -o a.json --exit-zero`,
      'generate notice --report a.json -o out -f html',
    ];
    const { files: written } = await runAll(steps, mistakes);
    const [html = ''] = Object.entries(written).flatMap(([path, text]) => (path.startsWith('out/') ? [text] : []));
    expect(html).toContain('四（六）4');
    expect(html).toContain('supplies.masks.pieces');
    expect(html).not.toMatch(/999999\d{12}|1380000\d{4}/);
  });

  test('overwrite nothing unless told to', async () => {
    const own = { files: { ...files.files, 'out/整改通知书-缺席_学校.html': 'mine\n' } };
    const { code, files: written } = await runAll([make, 'generate notice --report a.json -o out -f html'], own);
    expect(code).toBe(2);
    expect(Object.keys(written).filter((path) => path.startsWith('out/'))).toHaveLength(1);
  });

  test('are the only papers that come from a report', async () => {
    const { code, stderr } = await run(['generate', 'checklist', '--report', 'a.json', '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('--report is for notices only');
  });
});
