/** The READMEs: what they link to exists, the commands they name are the program's, CI calls the test command as is. */
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const READMES = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md'];

describe.each(READMES)('%s', (name) => {
  const text = read(name);

  test('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    if (name.startsWith('README')) expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([]);
  });

  test('names only files of the project that exist', () => {
    const paths = [...text.matchAll(/`((?:src|test|scripts|bench|docs|schemas|examples|bin)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? '',
    );
    const concrete = paths.filter((path) => !/[<*]/.test(path));
    expect(concrete.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

test('both READMEs show the same two commands, which do everything on a fresh machine', () => {
  for (const name of ['README.md', 'README.zh-CN.md']) {
    expect(read(name)).toContain('npm ci && npx resume-check validate examples/complete/profile.yaml\n');
    expect(read(name)).toContain('npm ci && npm test\n');
  }
});

test('CI runs the test command of the README, but for a second build', () => {
  const lines = read('.ci/run').split('\n');
  expect(lines.indexOf('npm ci')).toBeGreaterThan(0);
  expect(lines.indexOf('npm test --ignore-scripts || failed=1')).toBeGreaterThan(lines.indexOf('npm ci'));
});

test('the examples hold no identity number of a real region and no real phone number', () => {
  for (const school of ['complete', 'mistakes', 'large']) {
    const text = read(`examples/${school}/profile.yaml`);
    const numbers = text.match(/\b\d{17}[\dX]\b/g) ?? [];
    expect(numbers.filter((number) => !number.startsWith('999999'))).toEqual([]);
    const phones = text.match(/\b1[3-9]\d{9}\b/g) ?? [];
    expect(phones.filter((phone) => !phone.startsWith('1380000') && !phone.startsWith('1390000'))).toEqual([]);
  }
});
