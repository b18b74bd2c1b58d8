/** Lists of a profile in files of their own, with the built program: what people put there, and where they point. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { run } from './run.js';

const STAFF = '编号,姓名,性别,联系电话,备注\r\nS01,张示例,女,13800000001,"分管\r\n消毒"\r\nS01,李示例,男,123,\r\n';

interface Listed {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
}

/** The findings about the form of a profile that names its staff so. */
async function findings(path: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<Listed[]> {
  const { code, stdout, stderr } = await run(
    ['validate', 'school/profile.yaml', '-f', 'json', '--as-of', '2020-05-11'],
    {
      files: { 'school/profile.yaml': `staff: '${path}'\n`, ...files },
    },
  );
  expect([code, stderr]).toEqual([1, '']);
  const report = JSON.parse(stdout) as { institutions: { findings: Listed[] }[] };
  return report.institutions.flatMap((each) => each.findings).filter(({ rule }) => rule.startsWith('input/'));
}

test('a GBK file with a line break in a cell', async () => {
  const found = await findings('名单/教职工.csv', { 'school/名单/教职工.csv': iconv.encode(STAFF, 'gbk') });
  expect(found.map(({ rule, file, line, column }) => [rule, file, line, column])).toEqual([
    ['input/duplicate-id', 'school/名单/教职工.csv', 4, 1],
    ['input/cell-phone', 'school/名单/教职工.csv', 4, 11],
  ]);
});

test('the text report shows no line of the file, and points into it', async () => {
  const { stdout } = await run(['validate', '--lang', 'zh', '--show-values', 'full', '--as-of', '2020-05-11'], {
    files: { 'profile.yaml': 'staff: 名单/教职工.csv\n', '名单/教职工.csv': STAFF },
  });
  expect(stdout).toContain('名单/教职工.csv:4:11 D列 联系电话');
  expect(stdout).not.toMatch(/张示例|李示例|13800000001/);
});

test.each([
  ['a file that is missing', 'a.csv', {}, 'input/list-missing'],
  ['a folder', 'a.csv', { 'school/a.csv/b.txt': '' }, 'input/list-unreadable'],
  ['a file outside the folder', '../a.csv', { 'a.csv': STAFF }, 'input/list-missing'],
  ['an absolute path', '/etc/passwd.csv', {}, 'input/list-missing'],
  ['another header', 'a.csv', { 'school/a.csv': '日期,天气\n2020-05-06,晴\n' }, 'input/list-unreadable'],
  ['an empty file', 'a.csv', { 'school/a.csv': '' }, 'input/list-unreadable'],
  ['a file that is too large', 'a.csv', { 'school/a.csv': '编号,姓名\n'.repeat(700_000) }, 'input/list-unreadable'],
])('%s', async (_, path, files, rule) => {
  const found = await findings(path, files);
  expect(found).toMatchObject([{ rule, file: 'school/profile.yaml', line: 1, column: 8, severity: 'error' }]);
});

test('a link that leads out of the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-link-'));
  try {
    writeFileSync(join(folder, 'staff.csv'), STAFF);
    const school = join(folder, 'school');
    mkdirSync(school);
    writeFileSync(join(school, 'profile.yaml'), 'staff: a.csv\n');
    symlinkSync('../staff.csv', join(school, 'a.csv'));
    const { code, stdout } = await run([
      'validate',
      join(school, 'profile.yaml'),
      '-f',
      'json',
      '--as-of',
      '2020-05-11',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('input/list-missing');
    expect(stdout).not.toContain('input/duplicate-id');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('papers are written from lists in files, whatever was read with leniency', async () => {
  const profile = 'institution: { name: 示例学校 }\nstaff: 名单/教职工.csv\n';
  const list = '编号,姓名,性别,爱好\nS01,张示例,女性,书法\n';
  const { code, stderr, files } = await run(
    [
      'generate',
      'staff-pledge',
      '--draft',
      '--on-missing',
      'blank',
      '-f',
      'html',
      '-o',
      'out',
      '--as-of',
      '2020-05-11',
    ],
    { files: { 'profile.yaml': profile, '名单/教职工.csv': list } },
  );
  expect([code, stderr.includes('error')]).toEqual([0, false]);
  expect(Object.entries(files).some(([name, text]) => name.startsWith('out/') && text.includes('张示例'))).toBe(true);
});

test.each([
  ['validate', ['validate', 'school/profile.yaml', '-f', 'csv', '-o', 'school/名单/教职工.csv']],
  ['lint', ['lint', 'school/logs', '-f', 'csv', '-o', 'school/名单/教职工.csv']],
  ['the rejects of lint', ['lint', 'school/logs', '--rejects', 'school/名单/教职工.csv']],
  ['audit', ['audit', 'school', '-f', 'csv', '-o', 'school/名单/教职工.csv']],
])('%s never writes over the file of a list', async (_, args) => {
  const { code, stderr, files } = await run([...args, '--as-of', '2020-05-11', '--lang', 'en'], {
    files: {
      'school/profile.yaml': 'staff: 名单/教职工.csv\n',
      'school/名单/教职工.csv': STAFF,
      'school/logs/entry.csv': '日期,进入时间,姓名,体温\n2020-05-06,08:00,张示例,36.5\n',
    },
  });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/would overwrite it|names a file that is read/)]);
  expect(files['school/名单/教职工.csv']).toBe(STAFF);
});

test('a report names the files of lists among what was read, and takes none of them for a log', async () => {
  const files = { 'school/profile.yaml': 'staff: 名单/教职工.csv\n', 'school/名单/教职工.csv': STAFF };
  const asOf = ['--as-of', '2020-05-11', '--lang', 'en'];
  const json = await run(['validate', 'school/profile.yaml', '-f', 'json', ...asOf], { files });
  const report = JSON.parse(json.stdout) as { summary: { files: number }; institutions: { inputs: unknown[] }[] };
  expect(report.summary.files).toBe(2);
  expect(report.institutions[0]?.inputs).toEqual([
    { file: 'school/profile.yaml', kind: 'profile', encoding: 'utf-8' },
    { file: 'school/名单/教职工.csv', kind: 'staff-list', encoding: 'utf-8', rows: 2 },
  ]);
  const text = await run(['validate', 'school/profile.yaml', ...asOf], { files });
  expect(text.stdout).not.toMatch(/^ *Logs/m);
  const html = await run(['validate', 'school/profile.yaml', '-f', 'html', ...asOf], { files });
  expect(html.stdout).toContain('教职工名单');
});

test('lint takes the folder of an institution: its logs, not the lists of its profile beside them', async () => {
  const files = {
    'school/profile.yaml': 'staff: 教职工.csv\n',
    'school/教职工.csv': STAFF,
    'school/logs/entry.csv': '日期,进入时间,姓名,体温\n2020-05-06,08:00,张示例,36.5\n',
  };
  const inputsOf = async (folder: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> => {
    const args = ['lint', folder, '-f', 'json', '--as-of', '2020-05-06'];
    const { stdout } = await run(args, { files: { ...files, ...more } });
    const report = JSON.parse(stdout) as { institutions: { inputs: { file: string }[] }[] };
    return report.institutions.flatMap(({ inputs }) => inputs.map(({ file }) => file));
  };
  const read = ['school/profile.yaml', 'school/教职工.csv', 'school/logs/entry.csv'];
  expect(await inputsOf('school')).toEqual(read);
  expect(await inputsOf('school/logs')).toEqual(read);
  const elsewhere = { 'school/resume-check.yaml': 'logs: 日志\n', 'school/日志/a.csv': files['school/logs/entry.csv'] };
  expect(await inputsOf('school', elsewhere)).toEqual([...read.slice(0, 2), 'school/日志/a.csv']);
});
