/** Files are read whole within a limit. */
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnfinishedError, UnusableError } from '../../src/errors.js';
import { isSameFile, readInput, shownPath } from '../../src/io/files.js';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
const code = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof UnusableError || error instanceof UnfinishedError) return `${error.exitCode} ${error.code}`;
    throw error;
  }
  return 'nothing';
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resume-check-io-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readInput', () => {
  test.each([
    ['nothing', 0],
    ['less than the limit', 99],
    ['as much as the limit', 100],
  ])('reads %s', (_, size) => {
    const bytes = Buffer.alloc(size, 7);
    writeFileSync(at('a'), bytes);
    expect(Buffer.from(readInput(at('a'), 100))).toEqual(bytes);
  });

  test('refuses one byte more', () => {
    writeFileSync(at('a'), Buffer.alloc(101));
    expect(code(() => readInput(at('a'), 100))).toBe('2 input/too-large');
  });

  test('refuses what is endless without reading it all', () => {
    if (process.platform !== 'linux') return expect(process.platform).not.toBe('linux');
    expect(code(() => readInput('/dev/zero', 100))).toBe('2 input/too-large');
  });

  test('refuses what is missing, or a folder', () => {
    writeFileSync(at('a'), '');
    mkdirSync(at('b'));
    expect(code(() => readInput(at('nowhere'), 100))).toBe('2 input/missing');
    expect(code(() => readInput(at('a', 'b'), 100))).toBe('2 input/missing');
    expect(code(() => readInput(at('x'.repeat(300)), 100))).toBe('2 input/missing');
    expect(code(() => readInput(at('b'), 100))).toBe('2 input/is-folder');
  });

  test('can not finish where links lead in a circle', () => {
    symlinkSync(at('b'), at('a'));
    symlinkSync(at('a'), at('b'));
    expect(code(() => readInput(at('a'), 100))).toBe('3 io/read');
  });

  test('follows a link to a file', () => {
    writeFileSync(at('a'), 'text');
    symlinkSync(at('a'), at('b'));
    expect(Buffer.from(readInput(at('b'), 100)).toString()).toBe('text');
  });
});

test('isSameFile sees through spellings and links, and knows that what is not there is nothing else', () => {
  writeFileSync(at('a'), '');
  writeFileSync(at('other'), '');
  symlinkSync(at('a'), at('link'));
  linkSync(at('a'), at('hard'));
  mkdirSync(at('b'));
  expect(isSameFile(at('a'), at('b', '..', 'a'))).toBe(true);
  expect(isSameFile(at('a'), at('link'))).toBe(true);
  expect(isSameFile(at('a'), at('hard'))).toBe(true);
  expect(isSameFile(at('new'), `${folder}/./new`)).toBe(true);
  expect(isSameFile(at('a'), at('other'))).toBe(false);
  expect(isSameFile(at('a'), at('new'))).toBe(false);
  expect(isSameFile(at('new'), at('newer'))).toBe(false);
});

test.each([
  ['profile.yaml', 'profile.yaml'],
  ['./profile.yaml', 'profile.yaml'],
  ['a/../b//profile.yaml', 'b/profile.yaml'],
  ['../profile.yaml', '../profile.yaml'],
  ['.', '.'],
  [join(process.cwd(), 'a', 'profile.yaml'), 'a/profile.yaml'],
])('shownPath shows %s from the folder of the call, with slashes', (path, shown) => {
  expect(shownPath(path)).toBe(shown);
});
