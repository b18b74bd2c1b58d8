/** Progress is for whoever waits: a run that is soon over, or whose stderr is a pipe, writes nothing but its result. */
import { CLEAN } from './lint-logs.js';
import { run } from './run.js';

const files = { 'school/logs/entry.csv': CLEAN, 'school/profile.yaml': 'institution: { id: a }\n' };

test.each([
  ['lint', ['lint', 'school/logs']],
  ['audit', ['audit', 'school']],
])('%s writes the same with and without --no-progress, and nothing to stderr', async (_, call) => {
  const argv = [...call, '--as-of', '2020-05-08', '-f', 'json', '-o', 'report.json'];
  const [shown, silent] = await Promise.all([
    run(argv, { files, progress: true }),
    run([...argv, '--no-progress'], { files, progress: true }),
  ]);
  expect([shown.stderr, silent.stderr]).toEqual(['', '']);
  expect(silent.code).toBe(shown.code);
  expect(silent.files['report.json']).toBe(shown.files['report.json']);
  expect(JSON.parse(shown.files['report.json'] ?? '').institutions).toHaveLength(1);
});

test('validate, which is never long, has no --no-progress', async () => {
  const { code, stderr } = await run(['validate', '--no-progress', '--lang', 'en'], { files });
  expect(code).toBe(2);
  expect(stderr).toContain('no such option: --no-progress');
});
