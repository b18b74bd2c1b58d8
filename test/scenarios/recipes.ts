/** What the tests of the recipes for CI share: a county, a machine for some lines of a recipe, and the run it must equal. */
import { projectFile, type Result, runShell } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
/** A log of which one row is a fever. */
export const TEMPERATURES = '日期,姓名,时间,体温\n2020-05-11,示例001,08:00,36.5\n2020-05-11,示例002,08:00,37.9\n';
/** A county of three schools, and its list, which has one more. */
export const FILES = {
  'county/学校甲/profile.yaml': COMPLETE,
  'county/学校乙/profile.yaml': projectFile('examples/mistakes/profile.yaml'),
  'county/学校丙/profile.yaml': COMPLETE,
  'county/学校丙/logs/temperature.csv': TEMPERATURES,
  'roster.csv': '编号,机构名称\nd,没来的示例学校\n',
};
/** The day of the check. */
export const DAY = '2020-05-11';

/**
 * npm, as far as recipes go: installs the program that is on the path into a folder, writes down from where, and fails for
 * `nowhere` and for all else that it is asked for.
 * `scripts/recipes-test.mjs` runs the same lines with npm itself.
 */
export const NPM = {
  'stub/npm': `#!/bin/sh
while [ $# -gt 1 ]; do
  [ "$1" != --prefix ] || prefix=$2
  shift
done
[ -n "$prefix" ] && [ "$1" != nowhere ] || { echo 'npm error' >&2; exit 1; }
echo "$1" >>installed-from
mkdir -p "$prefix/node_modules/.bin"
ln -sf "$(command -v resume-check)" "$prefix/node_modules/.bin/resume-check"
`,
};
/** Where recipes are told that the program comes from. */
const FROM = 'https://releases.example/resume-check.tgz';
/** Lines in a shell of their own, as on a machine of their own, with their variables; the exit code is added to codes. */
export const machine = (variables: Record<string, string | number>, lines: readonly string[]): string =>
  [
    '(set -e; chmod +x stub/npm; export PATH="$PWD/stub:$PATH" HOME="$PWD/home" RUNNER_TEMP="$PWD/home" GITHUB_PATH=paths',
    ...Object.entries({ RESUME_CHECK_FROM: FROM, ...variables }).map(([name, value]) => `export ${name}='${value}'`),
    ...lines,
    ')\necho $? >> codes',
  ].join('\n');

/** Runs the script, and one audit beside it; their JSON must be the same. */
export async function sameAsOneRun(script: string, parts: number, options = '--expect roster.csv'): Promise<Result> {
  const one = `resume-check audit county ${options} --as-of ${DAY} -f json -o one.json; echo $? >> codes`;
  const result = await runShell(`${one}\n${script}`, { files: { ...FILES, ...NPM } });
  expect(result.stderr).toBe('');
  // a part that was written exits 0, the merge as the one run
  expect(result.files.codes).toBe(`1\n${'0\n'.repeat(parts)}1\n`);
  expect(result.files['one.json']).toContain('学校乙');
  expect(result.files['report.json']).toBe(result.files['one.json']);
  return result;
}
