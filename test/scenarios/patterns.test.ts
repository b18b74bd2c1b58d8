/** Patterns: each command expands them itself, with / or \ between folders, since cmd expands none. */
import { FILES } from './recipes.js';
import { projectFile, run, runAll } from './run.js';

const SCHOOLS = ['county/学校丙', 'county/学校乙', 'county/学校甲'];
const DAY = '--as-of 2020-05-11';
const MISTAKES = { 'one/profile.yaml': projectFile('examples/mistakes/profile.yaml') };

/** Calls with a pattern, and the same with the names that it stands for. */
const SEVERAL: readonly [string, string[]][] = [
  [`validate -f json ${DAY} county/*/profile.yaml`, SCHOOLS.map((school) => `${school}/profile.yaml`)],
  [`lint -f json ${DAY} county/*/logs/*.csv`, ['county/学校丙/logs/temperature.csv']],
  [`lint -f json ${DAY} county/学校丙/logs/{temperature,other}.csv`, ['county/学校丙/logs/temperature.csv']],
  [`audit -f json ${DAY} county/*`, SCHOOLS],
];
const ONE: readonly [string, string][] = [
  ['seats -f json on?/profile.yaml', 'one/profile.yaml'],
  ['generate checklist -f html -o papers o*/profile.yaml', 'one/profile.yaml'],
];

const withBackslash = (line: string): string => line.replace(/\S*[*?{]\S*$/, (path) => path.replaceAll('/', '\\'));
const withNames = (line: string, names: readonly string[]): string[] => [...line.split(' ').slice(0, -1), ...names];

test.each(SEVERAL)('%s', async (line, names) => {
  const plain = await run(withNames(line, names), { files: FILES });
  expect(plain.stdout).toContain('"institutions"');
  for (const each of [line, withBackslash(line)]) {
    const { code, stdout, stderr } = await run(each.split(' '), { files: FILES });
    expect({ code, stdout, stderr }).toEqual({ code: plain.code, stdout: plain.stdout, stderr: plain.stderr });
  }
});

test.each(ONE)('%s takes the one file', async (line, name) => {
  const plain = await run(withNames(line, [name]), { files: MISTAKES });
  for (const each of [line, withBackslash(line)]) {
    expect(await run(each.split(' '), { files: MISTAKES })).toEqual(plain);
  }
});

test('merge, diff and roster', async () => {
  const steps = [
    `audit county ${DAY} --shard 1/2 -o parts/1.ndjson`,
    `audit county ${DAY} --shard 2/2 -o parts/2.ndjson`,
  ];
  const merge = (paths: string): string => `merge ${paths} -f json -o reports/merged.json --exit-zero`;
  for (const paths of ['parts/*.ndjson', 'parts\\*.ndjson']) {
    const last = 'diff reports/m*.json reports\\m*d.json';
    expect((await runAll([...steps, merge(paths), last], { files: FILES })).stderr).toMatch(/同一个文件|same file/);
    const { code } = await runAll([...steps, merge(paths), 'roster reports\\*.json -f csv --month 2020-05'], {
      files: FILES,
    });
    expect(code).toBe(0);
  }
});

test.each(['seats', 'generate checklist', 'roster', 'diff roster.csv'])('%s refuses several files', async (command) => {
  const { code, stderr } = await run([...command.split(' '), 'county/*/profile.yaml', '--lang', 'en'], {
    files: FILES,
  });
  expect([code, stderr]).toEqual([2, 'error: county/*/profile.yaml matches 3 files; give one of them\n']);
});

test.each(['validate', 'lint', 'audit', 'merge', 'seats', 'generate checklist', 'roster', 'diff roster.csv'])(
  '%s says when nothing matches',
  async (command) => {
    const { code, stderr } = await run([...command.split(' '), 'nowhere\\*.yaml', '--lang', 'en'], { files: FILES });
    expect([code, stderr]).toEqual([2, 'error: no file or folder matches nowhere\\*.yaml\n']);
  },
);

test('a file of the very name that a pattern would have is itself', async () => {
  const files = { 'a[b].yaml': FILES['county/学校甲/profile.yaml'], 'ab.yaml': 'no: profile' };
  const { code, stdout } = await run(['validate', '-f', 'json', 'a[b].yaml'], { files });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).institutions).toHaveLength(1);
});
