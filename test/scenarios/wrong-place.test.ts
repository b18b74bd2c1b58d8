/** An audit of the wrong folder names the one that was meant; a list of folders, which may be any file, is never quoted. */
import { symlinkSync } from 'node:fs';
import fc from 'fast-check';
import { projectFile, run, runAll } from './run.js';

const SCHOOL = projectFile('examples/complete/profile.yaml');
const REPOSITORY = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/hooks/pre-commit': '',
  'docs/index.md': '',
  'county/LZ01/profile.yaml': SCHOOL,
  'county/LZ02/profile.yaml': SCHOOL,
  'county/LZ03/logs/entry.csv': '日期\n',
  'county/LZ04/说明.txt': '',
};

describe('an audit of the wrong folder', () => {
  test.each([
    ['.', 'county'],
    ['.git', 'county'],
    ['docs', 'county'],
    ['.git/hooks', undefined],
    ['county/LZ01/logs', 'county/LZ01'],
    ['county/LZ04', 'county'],
  ])('%s: exit code 2, and the one that was meant: %s', async (folder, meant) => {
    const files = { ...REPOSITORY, 'county/LZ01/logs/entry.csv': '日期\n' };
    for (const language of ['zh', 'en']) {
      const { code, stdout, stderr } = await run(['audit', folder, '--lang', language], { files });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.split('\n')).toHaveLength(2);
      const named = /(?:did you mean|是不是) ?(\S+?)[?？]/.exec(stderr)?.[1];
      expect(named).toBe(meant);
    }
  });

  test('several that may have been meant are all named', async () => {
    const files = { 'a/LZ01/profile.yaml': SCHOOL, 'b/LZ02/profile.yaml': SCHOOL, 'c/x.txt': '' };
    const { code, stderr } = await run(['audit', '.', '--lang', 'en'], { files });
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean a, b?')]);
  });

  test('one that is called in a school means the school', async () => {
    const { code, stderr } = await run(['audit', '.', '--lang', 'en'], { files: REPOSITORY, cwd: 'county/LZ04' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean ..?')]);
  });

  test('a folder with logs and no profile is an institution whose profile is missing', async () => {
    const { code, stdout } = await run(['audit', 'county/LZ03', '--as-of', '2020-05-11', '-f', 'json'], {
      files: REPOSITORY,
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).institutions[0].findings[0].rule).toBe('input/missing');
  });

  test('an institution whose profile is a link to nowhere is one all the same', async () => {
    if (process.platform === 'win32') return;
    const link = (): void => symlinkSync('nowhere', 'county/LZ04/profile.yaml');
    const { code, stdout } = await runAll([link, 'audit county/LZ04 --as-of 2020-05-11 -f json'], {
      files: REPOSITORY,
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).institutions[0].findings.map(({ rule }: { rule: string }) => rule)).toContain(
      'input/missing',
    );
  });
});

describe('a list', () => {
  /** What may stand on a line, and is not to be seen again. */
  const SECRETS = [
    'root:x:0:0:root:/root:/bin/bash',
    'secret/*',
    'secret',
    '{secret,x}',
    '/secret',
    '!secret',
    '\\secret',
    'a/b/secret.txt',
  ];
  const told = async (text: string, files: Readonly<Record<string, string>> = {}) => {
    const all = { ...files, 'county/LZ01/profile.yaml': SCHOOL, 'a/b/secret.txt': '', 'list.txt': text };
    return run(['audit', '@list.txt', '--lang', 'en', '--as-of', '2020-05-11'], { files: all });
  };

  test.each(SECRETS)('with %s in it: its line is named, and not quoted', async (line) => {
    for (const before of ['', 'county\n', '# a\n\ncounty/LZ01\n']) {
      const { code, stdout, stderr } = await told(`${before}${line}\n`);
      const at = before.split('\n').length;
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: '',
        stderr: `list.txt:${at}:1: error: this line of the list is neither the folder of an institution nor one of such folders; nothing was audited\n`,
      });
    }
  });

  test('of whatever text is not quoted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 12, maxLength: 40 }), { minLength: 1, maxLength: 4 }),
        async (lines) => {
          const { code, stdout, stderr } = await told(lines.join('\n'));
          expect([code, stdout]).toEqual([2, '']);
          const said = stderr.replace(/^list\.txt:\d+:1: /, '');
          for (const line of lines.map((each) => each.trim())) if (line.length > 8) expect(said).not.toContain(line);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['validate', ['validate', 'secrets']],
  ['lint', ['lint', 'secrets']],
  ['audit --expect', ['audit', 'county', '--expect', 'secrets']],
  ['audit --bureau', ['audit', 'county', '--bureau', 'secrets']],
  ['audit --waivers', ['audit', 'county', '--waivers', 'secrets']],
  ['audit --config', ['audit', 'county', '--config', 'secrets']],
  ['lint --config', ['lint', 'logs', '--config', 'secrets']],
  ['lint --profile', ['lint', 'logs', '--profile', 'secrets']],
  ['merge', ['merge', 'secrets']],
  ['diff', ['diff', 'secrets', 'secrets']],
  ['roster', ['roster', 'secrets']],
  ['generate notice', ['generate', 'notice', '--report', 'secrets']],
  ['seats', ['seats', 'secrets']],
  ['templates check', ['templates', 'check', 'secrets']],
])('%s does not quote a file that is something else', async (_, argv) => {
  const files = {
    secrets: 'root:x:0:0:root:/root:/bin/bash\ntoken: ghp_abcdefgh0123456789\n',
    'county/LZ01/profile.yaml': SCHOOL,
    'logs/entry.csv': '日期,姓名\n2020-05-06,张示例\n',
  };
  const { code, stdout, stderr } = await run(argv, { files });
  expect(code).not.toBe(0);
  expect(stdout + stderr).not.toMatch(/root:|\/bin\/bash|ghp_|token/);
});
