/** The same input gives the same bytes, whatever the time zone, language, folder, terminal or order of the run. */
import { projectFile, run, runProgram } from './run.js';

const MISTAKES = projectFile('examples/mistakes/profile.yaml');
const COMPLETE = projectFile('examples/complete/profile.yaml');
const DATELESS = MISTAKES.replace('asOf: 2020-06-15\n', '');

const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Nowhere/Nothing'];
const LANGUAGES = ['', 'C', 'C.UTF-8', 'en_US.UTF-8', 'zh_CN.GB18030', 'tr_TR.UTF-8'];

test('the JSON report is the same in every time zone and language', async () => {
  const files = { 'profile.yaml': DATELESS };
  const argv = ['validate', '-f', 'json', '--as-of', '2020-06-15'];
  const first = await run(argv, { files });
  expect(first.code).toBe(1);
  expect(first.stdout.length).toBeGreaterThan(10_000);
  for (const TZ of ZONES) {
    for (const LANG of LANGUAGES) expect(await run(argv, { files, env: { TZ, LANG } })).toEqual(first);
  }
  // the language of a process is settled when it starts
  for (const [i, LANG] of LANGUAGES.entries()) {
    const env = { TZ: ZONES[i % ZONES.length] ?? '', LANG };
    expect(await runProgram(argv, { files, env })).toEqual(first);
  }
});

test('the JSON report is the same on a terminal, in CI, with colours, in any language asked for', async () => {
  const files = { 'profile.yaml': MISTAKES };
  const first = await run(['validate', '-f', 'json'], { files });
  const others = await Promise.all([
    run(['validate', '-f', 'json', '--lang', 'en'], { files }),
    run(['validate', '-f', 'json', '--color'], { files }),
    run(['validate', '-f', 'json', '--quiet'], { files }),
    run(['validate', '-f', 'json', '--show-values', 'full'], { files }),
    run(['validate', '-f', 'json'], {
      files,
      env: { CI: 'true', GITHUB_ACTIONS: 'true', FORCE_COLOR: '1', COLUMNS: '40' },
    }),
    run(['validate', '-f', 'json'], { files, env: { HOME: '/nowhere', TERM: 'dumb', NODE_ENV: 'production' } }),
  ]);
  for (const { stdout } of others) expect(stdout).toBe(first.stdout);
});

test('the text report is the same in every time zone, and in every language that is not asked for', async () => {
  const files = { 'profile.yaml': MISTAKES };
  const first = await run(['validate', '--lang', 'zh'], { files });
  const others = await Promise.all(
    ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
      run(['validate', '--lang', 'zh'], { files, env: { TZ, LANG: 'en_US.UTF-8' } }),
    ),
  );
  for (const other of others) expect(other).toEqual(first);
});

test('the report is the same from every folder, but for the path of the file', async () => {
  const files = { 'a/profile.yaml': COMPLETE, 'a/b/other.txt': '' };
  const here = await run(['validate', '-f', 'json'], { files, cwd: 'a' });
  const again = await run(['validate', './profile.yaml', '-f', 'json'], { files, cwd: 'a' });
  const roundabout = await run(['validate', '../a/b/../profile.yaml', '-f', 'json'], { files, cwd: 'a' });
  const above = await run(['validate', 'a/profile.yaml', '-f', 'json'], { files });
  const below = await run(['validate', '../profile.yaml', '-f', 'json'], { files, cwd: 'a/b' });
  expect(here.code).toBe(0);
  expect(again.stdout).toBe(here.stdout);
  expect(roundabout.stdout).toBe(here.stdout);
  expect(above.stdout.replaceAll('a/profile.yaml', 'profile.yaml')).toBe(here.stdout);
  expect(below.stdout.replaceAll('../profile.yaml', 'profile.yaml')).toBe(here.stdout);
});

test('a report names no folder of the machine', async () => {
  for (const format of ['text', 'json']) {
    const { stdout } = await run(['validate', '-f', format], { files: { 'profile.yaml': MISTAKES } });
    expect(stdout).not.toMatch(/resume-check-\w{6}|\/tmp\/|\/home\/|[A-Z]:\\/);
  }
});

test('the fingerprints stay where lines move and other things change', async () => {
  const moved = `# a\n# b\n${MISTAKES.replace('institution:\n', '\n\ninstitution:\n')}`;
  const fingerprints = async (text: string): Promise<string[]> => {
    const { stdout } = await run(['validate', '-f', 'json'], { files: { 'profile.yaml': text } });
    const report = JSON.parse(stdout) as { institutions: { findings: { fingerprint: string }[] }[] };
    return report.institutions.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)).sort();
  };
  const before = await fingerprints(MISTAKES);
  expect(before.length).toBeGreaterThan(20);
  expect(new Set(before).size).toBe(before.length);
  expect(await fingerprints(moved)).toEqual(before);
});

test('without a date in the profile or the call, the day is today in China, and the report says which', async () => {
  const files = { 'profile.yaml': DATELESS };
  const china = (): string => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  const before = china();
  const results = await Promise.all(
    ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
      run(['validate', '-f', 'json'], { files, env: { TZ } }),
    ),
  );
  const after = china();
  for (const { stdout } of results) {
    const { asOf } = JSON.parse(stdout) as { asOf: string };
    expect([before, after]).toContain(asOf);
  }
});

describe('the language is that of --lang, else of the surroundings, else Chinese', () => {
  const EN = 'Usage: resume-check';
  const ZH = '用法： resume-check';
  test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    ['nothing said', [], {}, ZH],
    ['--lang en', ['--lang', 'en'], {}, EN],
    ['--lang=en', ['--lang=en'], {}, EN],
    ['--lang zh in English surroundings', ['--lang', 'zh'], { RESUME_CHECK_LANG: 'en', LC_ALL: 'en_US.UTF-8' }, ZH],
    ['the last --lang', ['--lang', 'zh', '--lang', 'en'], {}, EN],
    ['RESUME_CHECK_LANG before LC_ALL', [], { RESUME_CHECK_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }, EN],
    ['LC_ALL before LANG', [], { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, EN],
    ['LC_MESSAGES before LANG', [], { LC_MESSAGES: 'en_US', LANG: 'zh_CN.UTF-8' }, EN],
    ['LANG', [], { LANG: 'en_US.UTF-8' }, EN],
    ['LC_ALL=C says nothing', [], { LC_ALL: 'C', LANG: 'en_US.UTF-8' }, EN],
    ['C says nothing', [], { LANG: 'C.UTF-8' }, ZH],
    ['another language', [], { LANG: 'de_DE.UTF-8' }, ZH],
    ['a language that begins like English', [], { LANG: 'enm_XX' }, ZH],
    ['an empty RESUME_CHECK_LANG', [], { RESUME_CHECK_LANG: '', LANG: 'en' }, EN],
  ])('%s', async (_, argv, env, expected) => {
    const { code, stdout } = await run([...argv, '--help'], { env });
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]?.startsWith(expected)).toBe(true);
  });
});
