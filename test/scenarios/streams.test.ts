/** stdout holds the result and nothing else, whole or not at all; a reader that leaves is no error, a full disk is. */
import { projectFile, runProgram, runShell } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const MISTAKES = projectFile('examples/mistakes/profile.yaml');
/** Several MiB of JSON from one profile. */
const MANY = `spaces:\n${Array.from({ length: 1100 }, (_, i) => `- { kind: 某种${i} }\n`).join('')}`;
const onLinux = process.platform === 'linux' ? describe : describe.skip;

describe('the result is on stdout, all else on stderr', () => {
  test.each([
    ['validate', ['validate']],
    ['validate, as JSON', ['validate', '-f', 'json']],
    ['rules', ['rules']],
    ['explain', ['explain', 'mask-stock']],
    ['schema', ['schema']],
    ['help', ['--help']],
    ['init', ['init', 'school']],
  ])('%s', async (_, argv) => {
    const { code, stdout, stderr } = await runProgram(argv, { files: { 'profile.yaml': COMPLETE } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(50);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stdout.endsWith('\n\n')).toBe(false);
  });

  test('with -o, stdout is empty and the file holds what stdout would', async () => {
    const files = { 'profile.yaml': COMPLETE };
    for (const format of ['text', 'json']) {
      const printed = await runProgram(['validate', '-f', format], { files });
      const written = await runProgram(['validate', '-f', format, '-o', 'a/new/folder/report'], { files });
      expect(written).toMatchObject({ code: 0, stdout: '', stderr: '' });
      expect(written.files['a/new/folder/report']).toBe(printed.stdout);
    }
  });

  test('the n-th file takes the n-th format', async () => {
    const files = { 'profile.yaml': COMPLETE };
    const argv = ['validate', '-f', 'json', '-f', 'text', '-o', 'one', '-o', 'two'];
    const { code, stdout, files: after } = await runProgram(argv, { files });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(after.one?.startsWith('{\n  "formatVersion": 1,')).toBe(true);
    expect(after.two?.startsWith('柳州示例职业培训学校')).toBe(true);
    const mixed = await runProgram(['validate', '-f', 'json', '-o', '-', '-f', 'text', '-o', 'two'], { files });
    expect(mixed.stdout).toBe(after.one);
    expect(mixed.files.two).toBe(after.two);
    const rest = await runProgram(['validate', '-f', 'json', '-f', 'text', '-o', 'one'], { files });
    expect(rest.files.one).toBe(after.one);
    expect(rest.stdout).toBe(after.two);
  });

  test('a profile may come from a pipe', async () => {
    const { code, stdout, stderr } = await runShell(
      'resume-check validate /dev/stdin --as-of 2020-05-11 < profile.yaml',
      {
        files: { 'profile.yaml': COMPLETE },
      },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('柳州示例职业培训学校');
  });

  test('nothing waits for input', async () => {
    const calls = [
      ['validate', 1],
      ['rules', 0],
      ['explain', 2],
      ['init', 0],
      ['schema', 0],
      ['', 2],
    ] as const;
    for (const [line, expected] of calls) {
      const script = `resume-check ${line} < /dev/null > /dev/null 2>&1; echo $? > code`;
      const { files } = await runShell(script, { files: { 'profile.yaml': 'staff: []\n' }, cwd: '' });
      expect([line, files.code]).toEqual([line, `${line === 'init' ? 2 : expected}\n`]);
    }
  });
});

describe('a reader that leaves early', () => {
  test.each([
    ['the first line of the report', 'resume-check validate many.yaml -f json | head -1', '{\n'],
    ['the first bytes', 'resume-check validate many.yaml -f json | head -c 5', '{\n  "'],
    ['nothing at all', 'resume-check validate many.yaml -f json | true', ''],
    ['nothing of the rules', 'resume-check rules -f json | true', ''],
    ['nothing of the help', 'resume-check --help | true', ''],
    ['nothing of the schema', 'resume-check schema | true', ''],
  ])('after %s meets no complaint', async (_, script, expected) => {
    const { stdout, stderr } = await runShell(script, { files: { 'many.yaml': MANY } });
    expect({ stdout, stderr }).toEqual({ stdout: expected, stderr: '' });
  });

  test('does not change the exit code', async () => {
    const script = '(resume-check validate many.yaml -f json; echo $? > code) | head -1; sleep 1';
    const { stderr, files } = await runShell(script, { files: { 'many.yaml': MANY } });
    expect({ stderr, code: files.code }).toEqual({ stderr: '', code: '1\n' });
  });

  test('of stderr does no harm either', async () => {
    const { files } = await runShell('(resume-check validate nowhere.yaml; echo $? > code) 2>&1 | true; sleep 1');
    expect(files.code).toBe('2\n');
  });
});

onLinux('where writing fails', () => {
  test.each([
    ['validate'],
    ['validate -f json'],
    ['validate many.yaml -f json'],
    ['rules'],
    ['rules -f markdown'],
    ['explain mask-stock'],
    ['schema report'],
    ['--help'],
    ['help validate'],
    ['--version'],
  ])('%s to a full disk: exit code 3 and one line', async (line) => {
    const files = { 'profile.yaml': COMPLETE, 'many.yaml': MANY };
    const { code, stdout, stderr } = await runShell(`resume-check ${line} --lang en > /dev/full`, { files });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe('error: the result could not be written to standard output (disk full?)\n');
  });

  test('a full disk under stderr does not hide the exit code', async () => {
    const { code, stdout } = await runShell('resume-check validate nowhere.yaml 2> /dev/full');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('closed streams are no reason to crash', async () => {
    const files = { 'profile.yaml': COMPLETE };
    const { code, stderr } = await runShell('resume-check validate >&-', { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((await runShell('resume-check validate nowhere.yaml 2>&-', { files })).code).toBe(2);
  });

  test('a device or a pipe given with -o is written to, not replaced', async () => {
    const script = `mkfifo pipe; cat pipe > copied & resume-check validate -f json -o pipe; code=$?; wait
      test -p pipe && echo still a pipe; exit $code`;
    const { code, stdout, stderr, files } = await runShell(script, { files: { 'profile.yaml': COMPLETE } });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'still a pipe\n', stderr: '' });
    expect(JSON.parse(files.copied ?? '')).toMatchObject({ formatVersion: 1 });
  });
});

describe('a large result arrives whole', () => {
  test('through a reader that is slow to begin', async () => {
    const profiles = Array.from({ length: 12 }, (_, i) => `p${i}.yaml`);
    const files = Object.fromEntries(profiles.map((name) => [name, MANY]));
    const line = `resume-check validate ${profiles.join(' ')} --as-of 2020-05-11 -f json --max-findings all`;
    const script = `${line} | (sleep 1; cat > piped); ${line} -o written; cmp piped written && wc -c < piped`;
    const { stdout, stderr, files: after } = await runShell(script, { files });
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeGreaterThan(1_000_000);
    expect(() => JSON.parse(after.piped ?? '')).not.toThrow();
  });
});

describe('a file is written whole or not at all', () => {
  const files = { 'profile.yaml': MISTAKES, 'out/report.json': 'old' };

  test('an old one is replaced', async () => {
    const { code, files: after } = await runProgram(['validate', '-f', 'json', '-o', 'out/report.json'], { files });
    expect(code).toBe(1);
    expect(JSON.parse(after['out/report.json'] ?? '')).toMatchObject({ formatVersion: 1 });
    expect(Object.keys(after).sort()).toEqual(['out/report.json', 'profile.yaml']);
  });

  test('where the target is a folder, nothing is written, and one line says so', async () => {
    const {
      code,
      stdout,
      stderr,
      files: after,
    } = await runProgram(['validate', '-f', 'json', '-o', 'out', '--lang', 'en'], { files });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe('error: cannot write out (EISDIR)\n');
    expect(after).toEqual(files);
  });

  test('where a file stands in place of the folder, nothing is written', async () => {
    const {
      code,
      stdout,
      stderr,
      files: after,
    } = await runProgram(['validate', '-o', 'profile.yaml/report', '--lang', 'en'], { files });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^error: cannot write profile\.yaml\/report \(E[A-Z]+\)\n$/);
    expect(after).toEqual(files);
  });

  test('files are written before stdout, so that a failure is not hidden behind a report', async () => {
    const argv = ['validate', '-f', 'text', '-f', 'json', '-o', '-', '-o', 'out'];
    const { code, stdout, files: after } = await runProgram(argv, { files });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(after).toEqual(files);
  });

  test('init leaves what is there, and says what; --force replaces it', async () => {
    const own = { 'school/profile.yaml': 'mine\n' };
    const refused = await runProgram(['init', 'school', '--lang', 'en'], { files: own });
    expect(refused).toMatchObject({ code: 2, stdout: '', files: own });
    expect(refused.stderr).toBe('error: school/profile.yaml exist already, nothing was written; --force overwrites\n');
    const again = await runShell('resume-check init --lang en && resume-check init --lang en');
    expect(again.code).toBe(2);
    expect(again.stderr).toBe(
      'error: profile.yaml, profile.schema.json, logs/entry.csv, logs/visitor.csv, logs/check.csv and 20 more exist already, nothing was written; --force overwrites\n',
    );
    const forced = await runProgram(['init', 'school', '--force'], { files: own });
    expect(forced).toMatchObject({ code: 0, stderr: '' });
    const logs = Object.keys(forced.files).filter((file) => file.startsWith('school/logs/'));
    expect(logs).toHaveLength(23);
    const others = Object.keys(forced.files).filter((file) => !logs.includes(file));
    expect(others.sort()).toEqual(['school/profile.schema.json', 'school/profile.yaml']);
    expect(forced.files['school/profile.yaml']).not.toBe('mine\n');
  });

  test('what init writes can be checked at once', async () => {
    const { code, stdout, stderr } = await runShell(
      'resume-check init school > /dev/null && resume-check validate school/profile.yaml -f json',
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(stdout) as { institutions: { findings: { rule: string }[] }[] };
    expect(report.institutions[0]?.findings.filter(({ rule }) => rule.startsWith('input/'))).toEqual([]);
  });
});
