/** Files are read whole within a limit, and written whole or not at all. */
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnfinishedError, UnusableError } from '../../src/errors.js';
import { existing, isSameFile, readInput, shownPath, writeAll, writeWhole } from '../../src/io/files.js';
import { isNullDevice } from '../../src/io/null-device.js';

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

describe('writeWhole', () => {
  test('makes a file, and the folders above it', () => {
    writeWhole(at('a', 'b', 'c'), '示例\n');
    expect(readFileSync(at('a', 'b', 'c'), 'utf8')).toBe('示例\n');
  });

  test('replaces a file, and leaves no other', () => {
    writeFileSync(at('a'), 'old and longer');
    writeWhole(at('a'), 'new');
    expect(readFileSync(at('a'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('keeps nothing of what Windows writes to NUL, in whatever folder, and makes no file of that name', () => {
    for (const name of ['NUL', 'nul', 'Nul:', '.\\NUL', 'a/NUL', 'C:NUL', '\\\\.\\NUL']) {
      writeAll(
        new Map([
          [at('b'), 'kept'],
          [name, 'x'],
        ]),
        'win32',
      );
      expect(isNullDevice(name, 'linux')).toBe(false);
    }
    expect(readdirSync(folder)).toEqual(['b']);
    expect(existsSync('NUL')).toBe(false);
    for (const name of ['NUL.txt', 'null', 'xNUL', 'NUL/a']) expect(isNullDevice(name, 'win32')).toBe(false);
  });

  test('elsewhere NUL is a name like any other', () => {
    writeAll(new Map([[at('NUL'), 'text']]), 'linux');
    expect(readFileSync(at('NUL'), 'utf8')).toBe('text');
  });

  test('writes nothing at all too', () => {
    writeWhole(at('a'), '');
    expect(readFileSync(at('a'), 'utf8')).toBe('');
  });

  test('is for the eyes of its owner', () => {
    writeWhole(at('a'), 'new');
    if (process.platform === 'win32') return expect(statSync(at('a')).isFile()).toBe(true);
    expect(statSync(at('a')).mode & 0o777).toBe(0o600);
  });

  test('and of those who may read the file that it replaces', () => {
    if (process.platform === 'win32') return expect(existsSync(at('a'))).toBe(false);
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), 0o664);
    writeWhole(at('a'), 'new');
    expect([readFileSync(at('a'), 'utf8'), statSync(at('a')).mode & 0o777]).toEqual(['new', 0o664]);
  });

  test('replaces a link, not what it leads to', () => {
    writeFileSync(at('victim'), 'untouched');
    symlinkSync(at('victim'), at('a'));
    writeWhole(at('a'), 'new');
    expect(readFileSync(at('victim'), 'utf8')).toBe('untouched');
    expect(readFileSync(at('a'), 'utf8')).toBe('new');
  });

  test('can not finish on a folder, or below a file, and leaves all as it was', () => {
    mkdirSync(at('b'));
    writeFileSync(at('a'), 'old');
    expect(code(() => writeWhole(at('b'), 'new'))).toBe('3 io/write');
    expect(code(() => writeWhole(at('a', 'c'), 'new'))).toBe('3 io/write');
    expect(code(() => writeWhole(at('x'.repeat(300)), 'new'))).toBe('3 io/write');
    expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
    expect(readdirSync(at('b'))).toEqual([]);
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
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

test('existing returns those of the paths that are there', () => {
  writeFileSync(at('a'), '');
  mkdirSync(at('b'));
  expect(existing([at('a'), at('b'), at('c')])).toEqual([at('a'), at('b')]);
  expect(existing([])).toEqual([]);
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
