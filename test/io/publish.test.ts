/** A set of files is written whole or not at all, by one run at a time; what a run that was ended left is found. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnfinishedError, UnusableError } from '../../src/errors.js';
import { claim, release, removeLeftovers } from '../../src/io/claims.js';
import { isNullDevice } from '../../src/io/null-device.js';
import { writeAll } from '../../src/io/publish.js';
import { nameOfThisRun } from '../../src/io/runs.js';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const write = (contents: Record<string, string>, mayReplace = true): Promise<void> =>
  writeAll(new Map(Object.entries(contents).map(([name, content]) => [at(name), content])), mayReplace);
const failure = async (writing: Promise<unknown>): Promise<string> => {
  try {
    await writing;
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

describe('a file', () => {
  test('is made, and the folders above it', async () => {
    await write({ 'a/b/c': '示例\n', empty: '' });
    expect([text('a/b/c'), text('empty')]).toEqual(['示例\n', '']);
  });

  test('is replaced, and no other is left', async () => {
    writeFileSync(at('a'), 'old and longer');
    await write({ a: 'new' });
    expect(text('a')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('is for the eyes of its owner, and of those who may read the one that it replaces', async () => {
    if (process.platform === 'win32') return expect(existsSync(at('a'))).toBe(false);
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), 0o664);
    await write({ a: 'new', b: 'new' });
    expect(['a', 'b'].map((name) => statSync(at(name)).mode & 0o777)).toEqual([0o664, 0o600]);
  });

  test('replaces a link, not what it leads to', async () => {
    writeFileSync(at('victim'), 'untouched');
    symlinkSync(at('victim'), at('a'));
    await write({ a: 'new', b: 'new' });
    expect([text('victim'), text('a')]).toEqual(['untouched', 'new']);
  });

  test('is not replaced where none may be, and then none is written', async () => {
    writeFileSync(at('a'), 'old');
    expect(await failure(write({ a: 'new', b: 'new' }, false))).toBe('2 usage/exists');
    expect([text('a'), readdirSync(folder)]).toEqual(['old', ['a']]);
    await write({ b: 'new' }, false);
    expect(text('b')).toBe('new');
  });
});

describe('NUL', () => {
  test('keeps nothing on Windows, in whatever folder, and no file of that name is made', async () => {
    for (const name of ['NUL', 'nul', 'Nul:', '.\\NUL', 'a/NUL', 'C:NUL', '\\\\.\\NUL']) {
      await writeAll(
        new Map([
          [at('b'), 'kept'],
          [name, 'x'],
        ]),
        true,
        'win32',
      );
      expect(isNullDevice(name, 'linux')).toBe(false);
    }
    expect(readdirSync(folder)).toEqual(['b']);
    for (const name of ['NUL.txt', 'null', 'xNUL', 'NUL/a']) expect(isNullDevice(name, 'win32')).toBe(false);
  });

  test('is a name like any other elsewhere', async () => {
    await writeAll(new Map([[at('NUL'), 'text']]), true, 'linux');
    expect(text('NUL')).toBe('text');
  });
});

describe('a set', () => {
  test.each([
    ['a folder', 'b'],
    ['a path below a file', 'a/c'],
    ['a name that is too long', 'x'.repeat(300)],
  ])('with %s in it is not written, and all is as it was', async (_, name) => {
    mkdirSync(at('b'));
    writeFileSync(at('a'), 'old');
    symlinkSync('nowhere', at('link'));
    const made = { a: 'new', link: 'new', 'made/by/it': 'new', [name]: 'new', z: 'new' };
    expect(await failure(write(made))).toBe('3 io/write');
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'link']);
    expect(readdirSync(at('b'))).toEqual([]);
    expect(text('a')).toBe('old');
  });

  test('is written by one run of several at once, the others say so', async () => {
    const set = (content: string) => write(Object.fromEntries(['c', 'a', 'b'].map((name) => [name, content])));
    const results = await Promise.all(['1', '2', '3'].map((content) => failure(set(content))));
    expect(results).toEqual(['nothing', '3 io/taken', '3 io/taken']);
    expect([readdirSync(folder).sort(), text('a') + text('b') + text('c')]).toEqual([['a', 'b', 'c'], '111']);
  });
});

describe('what a run left beside a file', () => {
  /** Leaves what a run of that name would. */
  const leave = (name: string, file = 'a'): string => {
    const left = at(`.${file}.resume-check`, name);
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'new'), '张示例');
    return left;
  };
  const host = hostname()
    .replace(/[^\w.-]/g, '_')
    .slice(0, 60);
  const [pid = '', began = ''] = nameOfThisRun().split('-');

  test('is removed where its process has ended, and named', async () => {
    leave(`999999999-1-${host}`);
    expect(removeLeftovers([folder])).toEqual([{ path: at('a'), isUnwritten: true }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is removed where another process has its number by now', () => {
    if (began === '0') return expect(process.platform).not.toBe('linux');
    leave(`${pid}-${Number(began) + 1}-${host}`);
    expect(removeLeftovers([folder])).toEqual([{ path: at('a'), isUnwritten: true }]);
  });

  test('stays while it is still going on, and nobody else writes the file', async () => {
    const left = leave(nameOfThisRun());
    expect(removeLeftovers([folder])).toEqual([]);
    expect(await failure(write({ a: 'new', b: 'new' }))).toBe('3 io/taken');
    expect([existsSync(left), readdirSync(folder)]).toEqual([true, ['.a.resume-check']]);
  });

  test('of another machine stays as long as that may still write, and is removed later', async () => {
    const left = leave('1-1-elsewhere');
    expect(await failure(write({ a: 'new' }))).toBe('3 io/taken');
    utimesSync(left, 1, 1);
    await write({ a: 'new' });
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('stays where it is not of a run at all', async () => {
    leave('mine');
    expect(removeLeftovers([folder])).toEqual([]);
    expect(await failure(write({ a: 'new' }))).toBe('3 io/taken');
  });

  test('is removed too where it ended before it had begun, without a word', async () => {
    mkdirSync(at('.a.resume-check'));
    mkdirSync(at('.a.resume-check-0123abcd'));
    expect(removeLeftovers([folder, folder, at('nowhere')])).toEqual([]);
    await write({ a: 'new' });
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('is told apart where the new file was in its place already', () => {
    rmSync(join(leave(`999999999-1-${host}`), 'new'));
    expect(removeLeftovers([folder])).toEqual([{ path: at('a'), isUnwritten: false }]);
  });
});

test('a file that was given up can be taken again', () => {
  const first = claim(at('below', 'a'));
  expect(() => claim(at('below', 'a'))).toThrow(expect.objectContaining({ code: 'io/taken' }));
  release(first);
  expect(readdirSync(folder)).toEqual([]);
  release(claim(at('below', 'a')));
});
