/** Which tests are run after a change in a source file: the likeliest to notice it first. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** How node starts jest; the same words are in package.json. */
export const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
/** The folders whose tests are about a folder. For others the tests are looked for. */
const TESTS = {
  'src/plan/': ['test/plan', 'test/rules', 'test/catalogue'],
  'src/rules/': ['test/rules', 'test/catalogue'],
  'src/check/': ['test/check', 'test/rules', 'test/report'],
  'src/seats/': ['test/seats', 'test/rules'],
  'src/logs/': ['test/logs', 'test/rules', 'test/profile', 'test/catalogue'],
};
/** So many test files at most where they are looked for. */
const MOST = 12;
/** Test files that take minutes, need programs besides Node, are about what tests are made with, or about the files of a checkout. */
const LEFT_OUT = /browser|real-tools|large|scenarios\/ci|arbitrary|architecture/;

/** Returns the test files for a source file, by their paths in the project. */
export function testsOf(root, file) {
  const all = readdirSync(`${root}test`, { recursive: true })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.test.ts') && !LEFT_OUT.test(name));
  const row = Object.entries(TESTS).find(([folder]) => file.startsWith(folder))?.[1];
  const related = row ? new Set() : relatedTo(root, file);
  // what no test imports, only the built program reaches
  const isAlone = !row && related.size === 0;
  const stem = basename(file, '.ts');
  const named = new RegExp(`^(?:${stem}|${basename(dirname(file))})\\b`);
  // 'merge', as a command is called, and '../src/audit/merge.js', as a module is
  const mentions = new RegExp(`['/]${stem}(?:\\.js)?'`);
  let folder = dirname(file).replace('src', 'test');
  while (!existsSync(root + folder)) folder = dirname(folder);
  const likeliness = (test) =>
    4 * Number(named.test(basename(test))) +
    3 * Number(mentions.test(readFileSync(root + test, 'utf8'))) +
    2 * Number(dirname(test) === folder) +
    Number(related.has(test) || (isAlone && needsBuild(test)));
  const ranked = all
    .map((test) => ({ test, rank: likeliness(test) }))
    .sort((a, b) => b.rank - a.rank || (a.test < b.test ? -1 : 1));
  const chosen = row
    ? ranked.filter(({ test }) => row.some((folder) => test.startsWith(`${folder}/`)))
    : ranked.filter(({ rank }) => rank > 0).slice(0, MOST);
  return chosen.map(({ test }) => test);
}

/** Whether a test runs the built program, which is then to be built anew. */
export const needsBuild = (test) => test.startsWith('test/scenarios/') || test === 'test/readme.test.ts';

/** The tests that import the file, themselves or through others. */
function relatedTo(root, file) {
  const list = execFileSync(process.execPath, [...JEST, '--listTests', '--findRelatedTests', file], { cwd: root });
  return new Set(
    list
      .toString()
      .replaceAll('\\', '/')
      .match(/(?<=\/)test\/.*$/gm),
  );
}
