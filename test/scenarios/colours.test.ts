/** Colours appear on a terminal or where they are asked for, and nowhere else. */
import { execFileSync } from 'node:child_process';
import { skippedWithout } from '../programs.js';
import { PROGRAM, projectFile, run, runShell } from './run.js';

const FILES = { 'profile.yaml': projectFile('examples/mistakes/profile.yaml') };
const ESCAPE = '\u001b';
const COLOURS = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g');

const coloured = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<boolean> => {
  const { stdout, stderr } = await run(argv, { files: FILES, env });
  expect(stderr).not.toContain(ESCAPE);
  // nothing but colours ever begins with an escape
  expect(stdout.replace(COLOURS, '')).not.toContain(ESCAPE);
  return stdout.includes(ESCAPE);
};

describe('in a pipe', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, boolean]>([
    ['nothing said', ['validate'], {}, false],
    ['FORCE_COLOR=1', ['validate'], { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=3', ['validate'], { FORCE_COLOR: '3' }, true],
    ['FORCE_COLOR=true', ['validate'], { FORCE_COLOR: 'true' }, true],
    ['FORCE_COLOR=0', ['validate'], { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR=false', ['validate'], { FORCE_COLOR: 'false' }, false],
    ['FORCE_COLOR=1 on a dumb terminal', ['validate'], { FORCE_COLOR: '1', TERM: 'dumb' }, true],
    ['NO_COLOR beats FORCE_COLOR', ['validate'], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', ['validate'], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
    ['--color', ['validate', '--color'], {}, true],
    ['--color beats NO_COLOR', ['validate', '--color'], { NO_COLOR: '1' }, true],
    ['--no-color beats FORCE_COLOR', ['validate', '--no-color'], { FORCE_COLOR: '1' }, false],
    ['--color before the command', ['--color', 'validate'], {}, true],
    [
      'COLORTERM and a good terminal say nothing about a pipe',
      ['validate'],
      { COLORTERM: 'truecolor', TERM: 'xterm-256color' },
      false,
    ],
    ['CI says nothing', ['validate'], { CI: 'true', GITHUB_ACTIONS: 'true' }, false],
    ['JSON has none', ['validate', '-f', 'json', '--color'], { FORCE_COLOR: '1' }, false],
    ['the rules have none', ['rules'], {}, false],
    ['the help has none', ['--help'], { FORCE_COLOR: '1' }, false],
    ['a schema has none', ['schema'], { FORCE_COLOR: '1' }, false],
  ])('%s', async (_, argv, env, expected) => {
    expect(await coloured(argv, env)).toBe(expected);
  });

  test('colours change nothing but colours', async () => {
    const [plain, with_] = await Promise.all([
      run(['validate'], { files: FILES }),
      run(['validate', '--color'], { files: FILES }),
    ]);
    expect(with_.stdout.replace(COLOURS, '')).toBe(plain.stdout);
  });

  test('a file has none, even where the terminal would', async () => {
    const { files } = await run(['validate', '-o', 'report.txt', '--color'], { files: FILES });
    expect(files['report.txt']?.length).toBeGreaterThan(1000);
    expect(files['report.txt']).not.toContain(ESCAPE);
  });

  test('an error has none', async () => {
    const { stderr } = await run(['validate', 'nowhere.yaml', '--color'], { env: { FORCE_COLOR: '1' } });
    expect(stderr).not.toContain(ESCAPE);
  });
});

/** Whether `script` can give a terminal to a program. */
function canScript(): boolean {
  try {
    return execFileSync('script', ['-qec', 'echo works', '/dev/null'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).includes('works');
  } catch {
    return false;
  }
}

(canScript() ? describe : skippedWithout('script(1)').describe)('on a terminal', () => {
  const onTerminal = (argv: string, env: Readonly<Record<string, string>> = {}) =>
    runShell(`script -qec "'${process.execPath}' '${PROGRAM}' ${argv}" /dev/null`, { files: FILES, env });

  test.each<[string, string, Readonly<Record<string, string>>, boolean]>([
    ['nothing said', 'validate', { TERM: 'xterm' }, true],
    ['NO_COLOR', 'validate', { TERM: 'xterm', NO_COLOR: '1' }, false],
    ['--no-color', 'validate --no-color', { TERM: 'xterm' }, false],
    ['a dumb terminal', 'validate', { TERM: 'dumb' }, false],
    ['FORCE_COLOR=0', 'validate', { TERM: 'xterm', FORCE_COLOR: '0' }, false],
    ['JSON', 'validate -f json', { TERM: 'xterm' }, false],
    ['an error', 'validate nowhere.yaml', { TERM: 'xterm' }, false],
  ])('%s', async (_, argv, env, expected) => {
    const { stdout } = await onTerminal(argv, env);
    expect(stdout.length).toBeGreaterThan(20);
    expect(stdout.includes(ESCAPE)).toBe(expected);
    expect(stdout.replace(COLOURS, '')).not.toContain(ESCAPE);
  });

  test('what is printed is what a pipe would get, but for the colours', async () => {
    const [piped, printed] = await Promise.all([
      run(['validate'], { files: FILES, env: { COLUMNS: '80' } }),
      onTerminal('validate', { TERM: 'xterm', COLUMNS: '80' }),
    ]);
    expect(printed.stdout.replace(COLOURS, '').replaceAll('\r\n', '\n')).toBe(piped.stdout);
  });
});
