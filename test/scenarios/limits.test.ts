/** An institution that takes too long, or more memory than there is, is named as undecided, and the run ends with 3. */
import { fileURLToPath } from 'node:url';
import { DEEP } from '../deep.js';
import { projectFile, runProgram } from './run.js';

const PROFILE = projectFile('examples/complete/profile.yaml');
const HEADER = '日期,时段,班级/部门,姓名,编号,是否出勤,缺勤原因,检查人\n';
const people = (count: number): string =>
  HEADER + Array.from({ length: count }, (_, i) => `2020-05-06,晨,焊工1班,张示例${i},T${i},是,,李示例\n`).join('');

interface Institution {
  readonly id: string;
  readonly compliant: boolean | null;
  readonly compliantWithWaivers: boolean | null;
  readonly findings: readonly { readonly rule: string; readonly message: { readonly en: string } }[];
}
const institutionsOf = (stdout: string): readonly Institution[] => JSON.parse(stdout).institutions;

describe('an institution that is given up', () => {
  const files = { 'one/profile.yaml': PROFILE, 'one/logs/hanging.csv': HEADER };
  const argv = ['audit', 'one', '--timeout', '1', '--as-of', '2020-05-11'];
  const layer = fileURLToPath(new URL('hanging.cjs', import.meta.url));
  // what the county compares is read by the main thread, which nothing bounds
  const env = { NODE_OPTIONS: `--require ${JSON.stringify(layer)}` };

  test.each(['1', '2'])('after --timeout is undecided, with %s at a time', async (jobs) => {
    const options = ['--no-hints', '--jobs', jobs, '-f', 'json'];
    const { code, stdout, stderr } = await runProgram([...argv, ...options], { files, env });
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    const [one] = institutionsOf(stdout);
    expect(one).toMatchObject({
      id: 'one',
      compliant: null,
      compliantWithWaivers: null,
      findings: [
        { rule: 'input/crashed', message: { en: expect.stringContaining('it took more than 1 second (--timeout)') } },
      ],
    });
  });

  test('is in a part as well, and what is made of it', async () => {
    const part = await runProgram([...argv, '--no-hints', '--shard', '1/1', '-o', 'part.json'], { files, env });
    expect(part.code).toBe(0);
    const { code, stdout } = await runProgram(['merge', 'part.json', '-f', 'json', '--exit-zero'], {
      files: { 'part.json': part.files['part.json'] ?? '' },
    });
    expect([code, institutionsOf(stdout)[0]?.compliant]).toEqual([3, null]);
  });

  test.each(['0', 'never', '-1', '1000000'])('not after %s seconds', async (time) => {
    const { code, stderr } = await runProgram(['audit', 'one', `--timeout=${time}`, '--lang', 'en'], { files });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: --timeout must be a number of seconds, at least 1\n' });
  });
});

describe('a heap of 64 MB', () => {
  const env = { NODE_OPTIONS: '--max-old-space-size=64' };
  const many = { 'one/profile.yaml': PROFILE, 'one/logs/check.csv': people(600_000), 'two/profile.yaml': PROFILE };
  const json = ['--as-of', '2020-05-11', '-f', 'json', '--lang', 'en'];

  test('is less than an audit of 600,000 people needs: the other institution is audited, also with one at a time', async () => {
    const audit = (jobs: string) => runProgram(['audit', 'one', 'two', ...json, '--jobs', jobs], { files: many, env });
    const one = await audit('1');
    expect([one.code, one.stderr]).toEqual([3, '']);
    if (DEEP) expect((await audit('2')).stdout).toBe(one.stdout);
    const found = institutionsOf(one.stdout).map(({ id, compliant, findings: [first] }) => [
      id,
      compliant,
      first?.rule,
    ]);
    expect(found).toEqual([
      ['example-complete', null, undefined],
      ['one', null, 'input/crashed'],
    ]);
  });

  const person = (_: unknown, i: number): string => `      - name: 张示例${i}\n        id: T${i}\n`;
  const large = `institution: { name: 示例 }\nclasses:\n  - name: 焊工1班\n    trainees:\n`;
  type Case = readonly [string, readonly string[], Readonly<Record<string, string>>];
  test.each<Case>([
    ['a lint', ['lint', 'one/logs', '--jobs', '1', '-o', 'report.json'], many],
    ...(DEEP ? [['a lint in threads', ['lint', 'one', '--jobs', '2', '-o', 'report.json'], many] satisfies Case] : []),
    ['a validate', ['validate', 'p.yaml'], { 'p.yaml': large + Array.from({ length: 20_000 }, person).join('') }],
  ])('is less than %s needs: that is said, without a trace of V8', async (_, argv, files) => {
    const { code, stdout, stderr, files: after } = await runProgram([...argv, ...json], { files, env });
    expect([code, stdout, Object.keys(after).sort()]).toEqual([3, '', Object.keys(files).sort()]);
    expect(stderr).toBe(
      'error: ran out of memory before it had finished. Split the files, or give Node more of it (NODE_OPTIONS=--max-old-space-size=8192)\n',
    );
  });
});

describe('a command in a thread of its own, as where the heap is small', () => {
  // large, but there is little to keep
  const rows = '2020-05-06,晨,焊工1班,张示例,T001,也许,,李示例\n'.repeat(20) + ',,,,,,,\n'.repeat(300_000);
  const files = { 'logs/check.csv': HEADER + rows, 'is-file': '' };
  const small = { NODE_OPTIONS: '--max-old-space-size=64' };

  const resultsOf = (found: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(found).filter(([path]) => !(path in files)));

  test.each([
    ['text', ['lint', 'logs', '--show-values', 'full']],
    ['files', ['lint', 'logs', '-f', 'json', '-o', 'a.json', '-f', 'html', '-o', 'b.html', '--rejects', 'r.csv']],
    ['a file that can not be written', ['lint', 'logs', '-f', 'json', '-o', 'is-file/a.json', '--lang', 'en']],
    ['a wrong option', ['lint', 'logs', '--kind', 'nothing']],
  ])('writes the same as in the main one: %s', async (_, argv) => {
    const call = [...argv, '--as-of', '2020-05-11'];
    const [inThread, usual] = await Promise.all([runProgram(call, { files, env: small }), runProgram(call, { files })]);
    expect({ ...inThread, files: resultsOf(inThread.files) }).toEqual({ ...usual, files: resultsOf(usual.files) });
  });
});
