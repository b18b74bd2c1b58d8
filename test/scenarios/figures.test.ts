/** Reports with pictures by the built program: the same bytes however the work is shared out, and JSON without them. */
import { HEADER, ROWS } from './lint-logs.js';
import { projectFile, type Result, run, runAll, runProgram } from './run.js';

const DAY = ['--as-of', '2020-05-11', '--exit-zero'];
const PROFILE = projectFile('examples/complete/profile.yaml');

/** A register of five people on some days of May. */
function register(...days: readonly number[]): string {
  const row = (day: number, person: number): string =>
    `2020-05-0${day},08:0${person},17:00,示例${person},X00${person},学员,一班,是,1380000000${person},36.${person},绿,大门,李示例`;
  return `${[HEADER, ...days.flatMap((day) => [1, 2, 3, 4, 5].map((person) => row(day, person)))].join('\n')}\n`;
}

const school = (id: string, log: string): Readonly<Record<string, string>> => ({
  [`county/${id}/profile.yaml`]: PROFILE.replace('id: example-complete', `id: ${id}`),
  [`county/${id}/logs/entry.csv`]: log,
});
const COUNTY = { ...school('A1', register(6, 7)), ...school('A2', register(6, 8)), ...school('A3', register(4, 5, 6)) };

async function written(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
  call = run,
): Promise<Result['files']> {
  const result = await call(argv, { files });
  expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
  return result.files;
}

test('an audit gives the same page with any number of threads, and in parts that are merged', async () => {
  const page = ['audit', 'county', ...DAY, '-f', 'html', '-o', 'page.html', '--jobs'];
  const one = (await written([...page, '1'], COUNTY))['page.html'];
  const two = (await written([...page, '2'], COUNTY, runProgram))['page.html'];
  const { files } = await runAll(
    [
      ...[1, 2, 3].map((i) => `audit county ${DAY.join(' ')} --shard ${i}/3 -o part-${i}.ndjson`),
      'merge part-*.ndjson -f html -o page.html --exit-zero',
    ],
    { files: COUNTY },
  );
  expect(String(one)).toContain('class="chart temperatures"');
  expect(two === one).toBe(true);
  expect(files['page.html'] === one).toBe(true);
});

test.each([
  ['validate', ['county/A1/profile.yaml']],
  ['lint', ['county/A1/logs']],
  ['audit', ['county']],
])('%s gives the same JSON with and without a page beside it', async (command, inputs) => {
  const json = [command, ...inputs, ...DAY, '-f', 'json', '-o', 'report.json'];
  const alone = await written(json, COUNTY);
  const both = await written([...json, '-f', 'html', '-o', 'page.html'], COUNTY);
  expect(both['report.json']).toBe(alone['report.json']);
  expect(String(alone['report.json'])).not.toContain('"figures"');
});

test('temperatures are the same from files that are read in threads', async () => {
  // files below eight megabytes together are read in one
  const note = '示例'.repeat(90);
  const rows = (day: string): string =>
    Array.from(
      { length: 8_000 },
      (_, i) => `${day},08:00,17:00,示例${i},X${i},学员,一班,是,13800000001,36.${i % 7},绿,大门,李示例,${note}`,
    ).join('\n');
  const large = {
    'logs/a.csv': `${HEADER},备注\n${rows('2020-05-06')}\n`,
    'logs/b.csv': `${[`${HEADER},备注`, ROWS[0], rows('2020-05-07')].join('\n')}\n`,
  };
  const page = async (jobs: string, call: typeof run): Promise<string> => {
    const files = await written(['lint', 'logs', ...DAY, '-f', 'html', '-o', 'page.html', '--jobs', jobs], large, call);
    return String(files['page.html']);
  };
  const one = await page('1', run);
  expect(one).toContain('2020-05-07: 8000 readings, 36.0 to 36.6 °C, median 36.3; fever: 0');
  expect((await page('2', runProgram)) === one).toBe(true);
});
