/** What goes wrong inside the program: one line, exit code 3, details only with --debug, and nobody's data. */
import fc from 'fast-check';
import { projectFile, run, runProgram, runShell } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');

describe('an error that nobody foresaw', () => {
  const files = {
    'profile.yaml': COMPLETE,
    'preload.cjs':
      "JSON.stringify = () => { throw new TypeError('broken at 999999194912310025 ::error::x\\u001b[31m'); };\n",
  };
  const env = { NODE_OPTIONS: '--require ./preload.cjs' };

  test.each([
    ['zh', '错误：程序内部出错。加 --debug 看细节\n'],
    ['en', 'error: internal error; --debug prints details\n'],
  ])('is one line in %s', async (language, line) => {
    const { code, stdout, stderr } = await runProgram(['validate', '-f', 'json', '--lang', language], { files, env });
    expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: '', stderr: line });
  });

  test('shows where it happened with --debug, without numbers of people, made safe', async () => {
    const { code, stdout, stderr } = await runProgram(['validate', '-f', 'json', '--debug', '--lang', 'en'], {
      files,
      env,
    });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(
      /^error: internal error; --debug prints details\nTypeError: broken at \*{18} :\\:error:\\:x\\u\{1b\}\[31m\n {4}at /,
    );
  });

  test('leaves no file behind', async () => {
    const { code, files: after } = await runProgram(['validate', '-f', 'json', '-o', 'report.json'], { files, env });
    expect(code).toBe(3);
    expect(Object.keys(after).sort()).toEqual(['preload.cjs', 'profile.yaml']);
  });
});

test('a file that may not be read: exit code 3 and one line', async () => {
  const script =
    'chmod 0 profile.yaml; resume-check validate --lang en; echo $? > code; chmod 600 profile.yaml; id -u > user';
  const { stdout, stderr, files } = await runShell(script, { files: { 'profile.yaml': COMPLETE } });
  // root may read everything
  const isRoot = files.user === '0\n';
  expect(files.code).toBe(isRoot ? '0\n' : '3\n');
  expect(stderr).toBe(isRoot ? '' : 'error: cannot read profile.yaml (EACCES)\n');
  expect(stdout === '').toBe(!isRoot);
});

(process.platform === 'linux' ? test : test.skip)(
  'a signal ends the program at once, with the code of the signal',
  async () => {
    const script = `mkfifo pipe
timeout --preserve-status -s INT 1 resume-check validate pipe; echo $? > int
timeout --preserve-status -s TERM 1 resume-check validate pipe -o report.txt; echo $? > term
ls > listing`;
    const { stdout, stderr, files } = await runShell(script);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
    expect([files.int, files.term]).toEqual(['130\n', '143\n']);
    expect(files.listing).toBe('int\nlisting\npipe\nterm\n');
  },
);

test('whatever bytes a profile has, the program ends with 0, 1 or 2, and says something on one of its streams', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    fc.tuple(fc.nat(COMPLETE.length), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(([at, some]) => {
      const whole = Buffer.from(COMPLETE);
      return Buffer.concat([whole.subarray(0, at), some, whole.subarray(at)]);
    }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const { code, stdout, stderr } = await run(['validate', '-f', 'json'], { files: { 'profile.yaml': content } });
      expect([0, 1, 2]).toContain(code);
      if (stdout === '') expect(stderr).toMatch(/^profile\.yaml:\d+:\d+: 错误：[^\n]+\n$/);
      else {
        expect(stderr).toBe('');
        expect(JSON.parse(stdout)).toMatchObject({ formatVersion: 1 });
      }
      expect(stdout + stderr).not.toContain('\ufffd');
    }),
    { seed: 20200506, numRuns: 60 },
  );
});
