/** `resume-check.yaml` beside what is checked: it is found without being named, counts alike, and is never written over. */
import { CLEAN } from './lint-logs.js';
import { run } from './run.js';

const OLD = 'institution: { id: a }\nfire:\n  extinguishers: [{ id: F01, type: 干粉, madeOn: 2015-05-06 }]\n';
const SHORT = 'limits:\n  extinguisherYearsPowder: 4\n';
const WAIVERS = 'waivers:\n  - { rule: mask-stock, justification: 已订购, approver: 县人社局, expires: 2020-05-31 }\n';

interface Listed {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
}

describe('validate', () => {
  const validate = async (config: string | undefined, argv: readonly string[] = ['school/profile.yaml']) => {
    const files = {
      'school/profile.yaml': OLD,
      'other/profile.yaml': OLD.replace('id: a', 'id: b'),
      ...(config === undefined ? {} : { 'school/resume-check.yaml': config }),
    };
    const { code, stdout, stderr } = await run(['validate', ...argv, '--as-of', '2020-05-06', '-f', 'json'], { files });
    const institutions: { findings: Listed[]; rules: { id: string; outcome: string }[] }[] =
      stdout === '' ? [] : JSON.parse(stdout).institutions;
    return {
      code,
      stderr,
      outcomes: institutions.map(({ rules }) => rules.find(({ id }) => id === 'extinguishers-in-date')?.outcome),
      configured: institutions.map(({ findings }) =>
        findings
          .filter(({ rule }) => rule === 'input/configured')
          .map(({ severity, file, line }) => `${severity} ${file}:${line}`),
      ),
    };
  };

  test('takes the numbers of the configuration, and says so as lint does', async () => {
    expect(await validate(undefined)).toMatchObject({ outcomes: ['pass'], configured: [[]] });
    expect(await validate(SHORT)).toMatchObject({
      outcomes: ['warn'],
      configured: [['info school/resume-check.yaml:2']],
    });
  });

  test('says so in words where it leaves nothing to find', async () => {
    const files = { 'profile.yaml': OLD, 'resume-check.yaml': SHORT.replace('4', '8') };
    const { stdout } = await run(['validate', '--as-of', '2020-05-06', '--lang', 'en'], { files });
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/as configured: [^:]*powder[^:]* <= 8 /);
  });

  test('takes of each profile the configuration beside it', async () => {
    const both = await validate(SHORT, ['school/profile.yaml', 'other/profile.yaml']);
    expect(both.outcomes).toEqual(['warn', 'pass']);
    expect(both.configured).toEqual([['info school/resume-check.yaml:2'], []]);
  });

  test('takes for all profiles the configuration that is named', async () => {
    const named = await validate(SHORT, ['other/profile.yaml', '--config', 'school/resume-check.yaml']);
    expect(named.outcomes).toEqual(['warn']);
    expect(named.configured).toEqual([['info school/resume-check.yaml:2']]);
    const missing = await validate(undefined, ['other/profile.yaml', '--config', 'nowhere.yaml']);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('nowhere.yaml');
  });

  test('takes the severity of a recommendation', async () => {
    const severity = async (config: string | undefined): Promise<string[]> => {
      const files = {
        'profile.yaml': 'institution: { id: a }\ntraining: { drills: [] }\n',
        ...(config === undefined ? {} : { 'resume-check.yaml': config }),
      };
      const { stdout } = await run(['validate', '--as-of', '2020-05-06', '-f', 'json'], { files });
      const [{ findings }] = JSON.parse(stdout).institutions as [{ findings: Listed[] }];
      return findings.filter(({ rule }) => rule === 'emergency-drill').map((each) => each.severity);
    };
    expect(await severity(undefined)).toEqual(['warning']);
    expect(await severity('severity:\n  emergency-drill: info\n')).toEqual(['info']);
  });

  test('refuses what a configuration may not say', async () => {
    const { code, stderr } = await validate('limits:\n  classSize: 60\n');
    expect(code).toBe(2);
    expect(stderr).toContain('school/resume-check.yaml:2:14');
  });
});

describe('is not written over, nor the waivers that it names', () => {
  const files = {
    'school/profile.yaml': OLD,
    'school/logs/entry.csv': CLEAN,
    'school/resume-check.yaml': 'waivers: granted.yaml\n',
    'school/granted.yaml': WAIVERS,
    'county.yaml': 'hints: false\n',
    'expected.csv': '编号\na\n',
    'list.txt': 'school\n',
  };
  const own = ['school/resume-check.yaml', 'school/granted.yaml'];
  const county = ['school/profile.yaml', 'school/logs/entry.csv', 'county.yaml', 'expected.csv', 'list.txt', ...own];
  const calls = [
    ...own.map((path) => ['validate', 'school/profile.yaml', '-o', path]),
    ...own.map((path) => ['lint', 'school/logs', '-o', path]),
    ...own.map((path) => ['lint', 'school/logs', '--rejects', path]),
    ...county.map((path) => ['audit', '@list.txt', '--config', 'county.yaml', '--expect', 'expected.csv', '-o', path]),
    ['audit', 'school', '--shard', '1/2', '-o', 'school/granted.yaml'],
    ['audit', 'school', '--waivers', 'school/granted.yaml', '-f', 'json', '-o', 'school/granted.yaml'],
  ];

  test.concurrent.each(calls.map((call) => [call.join(' '), call]))('%s', async (_, call) => {
    const { code, stderr, files: after } = await run([...call, '--as-of', '2020-05-08', '--lang', 'en'], { files });
    expect({ code, after }).toEqual({ code: 2, after: files });
    expect(stderr).toContain('would overwrite it');
  });

  test('not even where it can not be read', async () => {
    const broken = { ...files, 'school/resume-check.yaml': 'limits: [\n' };
    const argv = ['audit', 'school', '--as-of', '2020-05-08', '-o', 'school/resume-check.yaml'];
    const { code, files: after } = await run(argv, { files: broken });
    expect({ code, after }).toEqual({ code: 2, after: broken });
  });
});
