/** `--max-findings` cuts what people are shown, says so, and changes neither counts nor what programs read. */
import { projectFile, run, runAll } from './run.js';

const FILES = { 'county/one/profile.yaml': projectFile('examples/mistakes/profile.yaml') };
const DAY = ['--as-of', '2020-06-15', '--lang', 'en'];
const VALIDATE = ['validate', 'county/one/profile.yaml', ...DAY];
/** Findings of the example, each of which has one place. */
const ALL = 26;
const PLACE = /profile\.yaml:\d+:\d+/g;

test.each([
  [0, 0],
  [3, 3],
  [26, 26],
  [1000, 26],
])('the text with %d shows %d findings and counts all', async (most, shown) => {
  const { code, stdout } = await run([...VALIDATE, '--max-findings', String(most)], { files: FILES });
  expect(code).toBe(1);
  const places = stdout.match(PLACE) ?? [];
  expect(places).toHaveLength(shown);
  expect(stdout).toContain(`Findings ${ALL}: error 23, warning 2, info 1`);
  const said = `${ALL - shown} more findings are not shown because of --max-findings`;
  expect(stdout.replace(/\s+/g, ' ').includes(said)).toBe(shown < ALL);
});

test('what is bought and done is told whole', async () => {
  const [all, cut] = await Promise.all(
    [[], ['--max-findings', '1']].map((more) => run([...VALIDATE, ...more], { files: FILES })),
  );
  const lists = (text = ''): string => text.slice(text.indexOf('\nTo be got\n'), text.indexOf('\nVerdict\n'));
  expect(lists(all?.stdout).length).toBeGreaterThan(100);
  expect(lists(cut?.stdout)).toBe(lists(all?.stdout));
  expect((cut?.stdout ?? '').match(PLACE)).toHaveLength(1);
});

test('Markdown and the annotations of GitHub are cut to the gravest, and say so', async () => {
  const markdown = await run([...VALIDATE, '-f', 'markdown', '--max-findings', '2'], { files: FILES });
  expect(markdown.stdout.match(/`county\/one\/profile\.yaml:\d+:\d+/g)).toHaveLength(2);
  expect(markdown.stdout).toContain('24 more findings are not listed because of --max-findings');
  const github = await run([...VALIDATE, '-f', 'github', '--max-findings', '2'], { files: FILES });
  expect(github.stdout.match(/^::error /gm)).toHaveLength(2);
  expect(github.stdout).toContain('26 findings, the 2 gravest annotated');
});

test.each(['json', 'sarif', 'junit', 'gitlab', 'csv'])('%s keeps all', async (format) => {
  const calls = ['0', '1000'].map((most) => [
    ...VALIDATE,
    ...['-f', format, '--exit-zero', '--max-findings', most, '-o', most],
  ]);
  const { code, files } = await runAll(calls, { files: FILES });
  expect(code).toBe(0);
  expect(files['0']?.length).toBeGreaterThan(1000);
  expect(files['0']).toBe(files['1000']);
});

test('an audit takes it too, and judges by all', async () => {
  for (const most of ['0', '1000']) {
    const argv = ['audit', 'county', ...DAY, '-f', 'json', '--max-findings', most, '--fail-on', 'info'];
    const { code, stdout } = await run(argv, { files: FILES });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).summary.findings.error).toBeGreaterThanOrEqual(23);
  }
});

test.each(['-1', 'many', '1.5'])('%s is no number of findings', async (most) => {
  const { code, stdout, stderr } = await run([...VALIDATE, `--max-findings=${most}`], { files: FILES });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--max-findings');
});
