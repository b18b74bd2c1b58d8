/** Completion scripts: the shells accept them, complete what the help names, and they are written in both languages. */
import { withPrograms } from '../programs.js';
import { run, runShell } from './run.js';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

async function script(shell: string, language = 'en'): Promise<string> {
  const { code, stdout, stderr } = await run(['completion', shell, '--lang', language]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** The commands that the help lists. */
async function commandNames(): Promise<string[]> {
  const { stdout } = await run(['--help', '--lang', 'en']);
  const [, listed = ''] = /\nCommands:\n(.*?)\n\n/s.exec(stdout) ?? [];
  return [...listed.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => name as string);
}

test.each(SHELLS)('%s: every command and each of its options is there', async (shell) => {
  const text = await script(shell);
  const names = await commandNames();
  expect(names).toEqual(expect.arrayContaining(['validate', 'lint', 'audit', 'merge', 'diff', 'completion', 'help']));
  for (const name of names) expect(text).toContain(name);
  for (const name of names.filter((each) => each !== 'help')) {
    const { stdout } = await run([name, '--help', '--lang', 'en']);
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, option]) => option as string);
    expect(options).toContain('help');
    for (const option of options) expect(text).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
  }
});

test('the formats that are completed are those that the help names', async () => {
  const text = await script('bash');
  for (const name of await commandNames()) {
    const { stdout } = await run([name, '--help', '--lang', 'en'], { env: { COLUMNS: '400' } });
    const formats = /formats?: ([\w, ]+?)(?:;|, joined)/.exec(stdout.replace(/\s+/g, ' '))?.[1];
    if (formats === undefined) continue;
    const [, completed] = new RegExp(`'${name} --format'\\) words='([^']*)'`).exec(text) ?? [];
    expect([name, completed]).toEqual([name, formats.replaceAll(', ', ' ')]);
  }
});

describe.each(['bash', 'zsh', 'fish'])('%s', (shell) => {
  withPrograms(shell).test.each(['zh', 'en'])('accepts the script in %s', async (language) => {
    const files = { completion: await script(shell, language) };
    const { code, stdout, stderr } = await runShell(`${shell} -n completion`, { files });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

const CASES: readonly (readonly [line: string, words: readonly string[]])[] = [
  ['resume-check va', ['validate']],
  ['resume-check audit --stage ', ['apply', 'prep', 'run']],
  ['resume-check audit --fail-on w', ['warning']],
  ['resume-check lint --encoding gb', ['gb18030']],
  ['resume-check --lang zh schema d', ['diff']],
  ['resume-check explain mask-st', ['mask-stock']],
  ['resume-check merge -f par', ['partial']],
  ['resume-check diff --fail-on-', ['--fail-on-new']],
  ['resume-check completion power', ['powershell']],
];

withPrograms('bash').test.each(CASES)('bash completes %j', async (line, words) => {
  const typed = line.split(' ');
  const call = `source ./completion
    COMP_WORDS=(${typed.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${typed.length - 1}
    _resume_check; printf '%s\\n' "\${COMPREPLY[@]}" | sort`;
  const { stdout } = await runShell('bash call', { files: { completion: await script('bash'), call } });
  expect(stdout.trim().split('\n')).toEqual(words);
});

withPrograms('fish').test.each(CASES)('fish completes %j', async (line, words) => {
  const call = `source ./completion; complete -C ${JSON.stringify(line)}`;
  const { stdout } = await runShell('HOME=$PWD fish --no-config call', {
    files: { completion: await script('fish'), call },
  });
  const completed = stdout
    .trim()
    .split('\n')
    .map((each) => each.split('\t')[0]);
  expect(completed.sort()).toEqual(words);
});

// PowerShell compares keys without regard to case, and refuses a literal that has one twice
test.each(['zh', 'en'])('the PowerShell script in %s has every key, option and word once', async (language) => {
  const text = await script('powershell', language);
  const commands = [...text.matchAll(/^ {4}('[\w-]*') = @\{$/gm)].map(([, name]) => name as string);
  const lists = [...text.matchAll(/(?:words|options) = @\((.*)\)$/gm)].map(([, list]) => (list as string).split(', '));
  const keys = [...text.matchAll(/values = @\{ (.*) \}$/gm)].map(([, values]) =>
    [...(values as string).matchAll(/('[\w-]+') = @/g)].map(([, key]) => key as string),
  );
  expect(commands.length).toBeGreaterThan(10);
  expect(lists).toHaveLength(2 * commands.length);
  for (const names of [commands, ...keys].map((each) => each.map((name) => name.toLowerCase())))
    expect(names).toEqual([...new Set(names)]);
  for (const words of lists) expect(words).toEqual([...new Set(words)]);
});

test('an unknown shell is refused', async () => {
  const { code, stdout, stderr } = await run(['completion', 'tcsh', '--lang', 'en']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('bash, zsh, fish, powershell');
});
