/** `fix` by the built program: what is written where, what is said, what is refused; the cleaned logs say what the others said. */
import { run, runAll, type Surroundings } from './run.js';

type Files = NonNullable<Surroundings['files']>;

const HEADER = '日期,时段,班级,姓名,是否出勤,体温,发热,检查人';
const UNTIDY = [
  '晨午检登记表（2020年5月）,,,,,,,',
  HEADER,
  '5月11日,晨,焊工1班,张示例,√,36.5℃,无,李示例',
  ',午,,张示例,√,３６．６,无,',
  ',晨,,赵示例,√,38.9,有,',
  '以上人员已登记完毕，特此说明,,,,,,,',
].join('\n');
const FILES = { 'school/logs/晨午检.csv': UNTIDY };
const AS_OF = ['--as-of', '2020-05-12', '--no-profile', '--exit-zero', '-f', 'json'];

interface Report {
  readonly institutions: readonly {
    readonly rules: readonly { readonly id: string; readonly outcome: string }[];
    readonly findings: readonly { readonly rule: string; readonly message: { readonly zh: string } }[];
  }[];
}

test('writes plain logs, and what is no record beside them; the same is found in them', async () => {
  const { code, stdout, files } = await run(['fix', 'school/logs', '-o', 'plain'], { files: FILES });
  expect(code).toBe(0);
  expect(files['plain/晨午检.csv']).toBe(
    [
      `\ufeff${HEADER}`,
      '2020-05-11,晨,焊工1班,张示例,是,36.5,否,李示例',
      '2020-05-11,午,焊工1班,张示例,是,36.6,否,李示例',
      '2020-05-11,晨,焊工1班,赵示例,是,38.9,是,李示例',
      '',
    ].join('\r\n'),
  );
  expect(files['plain/晨午检.非记录行.csv']).toContain('特此说明');
  expect(files['school/logs/晨午检.csv']).toBe(UNTIDY);
  expect(stdout).toContain('第4–5行“日期”有 2 格空着，像是合并单元格，已按上一行读');
  expect(stdout).toContain('整理了 1 个文件，写在 plain');

  const lint = async (folder: string, given: Files): Promise<Report> =>
    JSON.parse((await run(['lint', folder, ...AS_OF], { files: given })).stdout) as Report;
  const before = await lint('school/logs', FILES);
  const after = await lint('plain', files);
  const rules = ({ institutions }: Report) =>
    institutions.map((one) => one.rules.map(({ id, outcome }) => [id, outcome]));
  const found = ({ institutions }: Report) =>
    institutions.flatMap(({ findings }) =>
      findings.filter(({ rule }) => !rule.startsWith('input/')).map(({ rule, message }) => `${rule} ${message.zh}`),
    );
  expect(rules(after)).toEqual(rules(before));
  expect(found(after)).toEqual(found(before));
  expect(found(after)).not.toEqual([]);
  const input = after.institutions.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  expect(input.filter((rule) => /^input\/(?:lenient|set-aside|cell)/.test(rule))).toEqual(['input/set-aside']);
});

test('once more changes nothing; the lines that were set aside are no log', async () => {
  const { files, stdout, code } = await runAll(['fix school/logs -o plain', 'fix plain -o again'], { files: FILES });
  expect(files['again/晨午检.csv']).toBe(files['plain/晨午检.csv']);
  expect({ code, said: stdout.includes('以前移出的') }).toEqual({ code: 0, said: true });
  const unknown = await run(['fix', 'a.csv', '-o', 'plain'], { files: { 'a.csv': 'x,y\n1,2\n' } });
  expect({ code: unknown.code, said: unknown.stdout.includes('看不出是哪种日志') }).toEqual({ code: 1, said: true });
});

test('a file with what can not be read is copied as it is', async () => {
  const broken = `${HEADER}\n2020-05-11,晨,焊工1班,"张示例,是,36.5,否,李示例\n`;
  const { code, files, stdout } = await run(['fix', 'a.csv', '-o', 'plain'], { files: { 'a.csv': broken } });
  expect({ code, text: files['plain/a.csv'] }).toEqual({ code: 1, text: broken });
  expect(stdout).toContain('有读不懂的行，原样照抄');
});

test('two logs of one name, and lines set aside before, are not written over each other', async () => {
  const twice = { 'a/log.csv': UNTIDY, 'b/log.csv': UNTIDY.replace('张示例', '王示例') };
  const refused = await run(['fix', 'a/log.csv', 'b/log.csv', '-o', 'plain'], { files: twice });
  expect([refused.code, Object.keys(refused.files).sort()]).toEqual([2, ['a/log.csv', 'b/log.csv']]);
  const calls = ['fix school/logs -o plain'];
  const { files } = await runAll(calls, { files: FILES });
  const aside = files['plain/晨午检.非记录行.csv'];
  const again = await run(['fix', 'plain', '--in-place', '--force'], {
    files: { ...files, 'plain/晨午检.csv': UNTIDY },
  });
  expect([again.code, again.files['plain/晨午检.非记录行.csv']]).toEqual([2, aside]);
});

test('the files themselves are overwritten only where that is asked for', async () => {
  const refused = await run(['fix', 'school/logs', '-o', 'school/logs'], { files: FILES });
  expect({ code: refused.code, files: refused.files['school/logs/晨午检.csv'] }).toEqual({ code: 2, files: UNTIDY });
  const taken = await run(['fix', 'school/logs', '-o', 'plain'], { files: { ...FILES, 'plain/晨午检.csv': 'mine' } });
  expect({ code: taken.code, mine: taken.files['plain/晨午检.csv'] }).toEqual({ code: 2, mine: 'mine' });
  for (const call of [
    ['fix', 'school/logs'],
    ['fix', 'school/logs', '-o', 'x', '--in-place'],
  ])
    expect((await run(call, { files: FILES })).code).toBe(2);
  const inPlace = await run(['fix', 'school/logs', '--in-place'], { files: FILES });
  expect(inPlace.code).toBe(0);
  expect(inPlace.files['school/logs/晨午检.csv']).toContain('2020-05-11,午,焊工1班,张示例');
});
