/** THIRD-PARTY-LICENSES.txt, as the build made it: a notice for each package that is in a bundle, and no other. */
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const { inputs, outside } = JSON.parse(read('build/bundled.json')) as Record<'inputs' | 'outside', string[]>;
const [, ...sections] = read('THIRD-PARTY-LICENSES.txt').split(`\n${'-'.repeat(80)}\n`);
const headOf = (section: string): string => section.trim().split('\n')[0] ?? '';
const NAME = String.raw`((?:@[^/\s]+/)?[^/\s]+)`;

test('has the packages that the bundler read, and those that it read in them', () => {
  const files = inputs.filter((path) => path.includes('node_modules/'));
  const names = files.map((path) => new RegExp(`node_modules/${NAME}/`).exec(path)?.[1]);
  const marked = files.flatMap((path) =>
    [...read(path).matchAll(new RegExp(`^// node_modules/${NAME}/`, 'gm'))].map((mark) => mark[1]),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(marked).toContain('nanoid');
  const listed = sections.map((section) => new RegExp(`^${NAME} [\\d.]+ \\(`).exec(headOf(section))?.[1]);
  expect(listed.filter((name) => name !== undefined).sort()).toEqual([...new Set([...names, ...marked])].sort());
});

test('has for each the version that is installed, and the text of a licence', () => {
  for (const section of sections) {
    expect(section).toMatch(
      /Permission is hereby granted|Permission to use, copy|Redistribution and use|OPEN FONT LICENSE/,
    );
    expect(section).toMatch(/Copyright|\(c\)|©/i);
    const [, name, version, licence] = /^(\S+) ([\d.]+) \((.+)\)$/.exec(headOf(section)) ?? [];
    if (name === undefined) continue;
    const installed = JSON.parse(read(`node_modules/${name}/package.json`));
    expect([name, installed.version, installed.license]).toEqual([name, version, licence]);
  }
});

test('holds what is not in a package of its own, and the font', () => {
  const others = sections.map(headOf).filter((head) => !/^\S+ [\d.]+ \(/.test(head));
  expect(others).toEqual(['within docx', 'the font of pictures, assets/plan-font.otf']);
});

test('what is not bundled is a dependency, and is the only one of the package', () => {
  expect(outside).toEqual(['@resvg/resvg-wasm']);
  const { dependencies } = JSON.parse(read('package.json'));
  for (const name of outside) expect(dependencies).toHaveProperty([name]);
});
