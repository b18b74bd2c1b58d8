/** An institution that takes too long, or more memory than there is, is named as undecided, and the run ends with 3. */
import { fileURLToPath } from 'node:url';
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
      findings: [{ rule: 'input/crashed', message: { en: expect.stringContaining('it took more than 1 second (--timeout)') } }],
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

describe('600,000 people with a heap of 64 MB', () => {
  const env = { NODE_OPTIONS: '--max-old-space-size=64' };
  const files = { 'one/profile.yaml': PROFILE, 'one/logs/check.csv': people(600_000), 'two/profile.yaml': PROFILE };

  test('are more than an audit can hold: the other institution is audited, whether one or two are at a time', async () => {
    const argv = ['audit', 'one', 'two', '--as-of', '2020-05-11', '-f', 'json', '--jobs'];
    const [one, two] = [
      await runProgram([...argv, '1'], { files, env }),
      await runProgram([...argv, '2'], { files, env }),
    ];
    expect([one.code, one.stderr, one.stdout]).toEqual([3, '', two.stdout]);
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
});
