/** Every option of every command in the built program: completed with its values, and a wrong value refused with words. */
import { COMMAND_NAMES, COMMANDS, type CommandEntry, type CommandName } from '../../src/command-line/commands.js';
import { GLOBAL_OPTIONS, type OptionEntry, optionsOf } from '../../src/command-line/options.js';
import { DOCUMENT_NAMES } from '../../src/documents/papers.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { RULES } from '../../src/rules/index.js';
import { run } from './run.js';

const WRONG = 'nothing-like-it';
const NAMES = { kinds: KINDS.map(({ name }) => name), rules: RULES.map(({ id }) => id), documents: DOCUMENT_NAMES };

const longOf = ({ flags }: OptionEntry): string => /--[\w-]+/.exec(flags)?.[0] ?? '';
const possible = ({ choices, names }: Pick<OptionEntry, 'choices' | 'names'>): readonly string[] =>
  choices ?? (names ? NAMES[names] : []);
const isChecked = ({ choices, names, read }: OptionEntry): boolean =>
  choices !== undefined || names !== undefined || read !== undefined;
const argumentsOf = (name: CommandName): string[] => {
  const { arguments: given }: CommandEntry = COMMANDS[name];
  return given.filter(({ form }) => form.startsWith('<')).map(({ choices }) => choices?.[0] ?? 'x');
};

const CHECKED = COMMAND_NAMES.flatMap((name) =>
  optionsOf(name)
    .filter(isChecked)
    .map((option) => [name, longOf(option), option] as const),
);

test.each(CHECKED)('%s %s: a wrong value is told with what it can be', async (name, long, option) => {
  for (const [language, label] of [
    ['zh', '错误：'],
    ['en', 'error: '],
  ] as const) {
    const { code, stdout, stderr, files } = await run([name, ...argumentsOf(name), long, WRONG, '--lang', language]);
    expect({ code, stdout, files }).toEqual({ code: 2, stdout: '', files: {} });
    expect(stderr.split('\n')).toHaveLength(2);
    expect(stderr.startsWith(label)).toBe(true);
    // one with words of its own quotes the value instead of naming the option
    expect(stderr).toContain(option.wrong && stderr.includes(WRONG) ? WRONG : long);
    for (const value of possible(option)) expect(stderr).toContain(value);
  }
});

const ARGUMENTS = COMMAND_NAMES.flatMap((name) => {
  const { arguments: given }: CommandEntry = COMMANDS[name];
  return given.filter(({ choices }) => choices).map((argument) => [name, argument] as const);
});

test.each(ARGUMENTS)('%s: a wrong argument is told with what it can be', async (name, argument) => {
  for (const language of ['zh', 'en']) {
    const { code, stdout, stderr } = await run([name, WRONG, '--lang', language]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const value of possible(argument)) expect(stderr).toContain(value);
  }
});

test('each option of each command is completed, and what it can be', async () => {
  const { stdout } = await run(['completion', 'bash']);
  const lineOf = (pattern: string): string[] =>
    new RegExp(`^ *(?:.*\\|)?'${pattern}'(?:\\|.*)?\\) words='(.*)' ;;$`, 'm').exec(stdout)?.[1]?.split(' ') ?? [];
  for (const name of COMMAND_NAMES) {
    const options = optionsOf(name);
    const all = [...options, ...Object.values<OptionEntry>(GLOBAL_OPTIONS)];
    expect([name, lineOf(name)]).toEqual([name, expect.arrayContaining(all.map(longOf))]);
    for (const option of all.filter((each) => possible(each).length > 0)) {
      expect([name, longOf(option), lineOf(`${name} ${longOf(option)}`)]).toEqual([
        name,
        longOf(option),
        possible(option),
      ]);
    }
    const { arguments: given }: CommandEntry = COMMANDS[name];
    const words = given.flatMap(possible);
    // after its options, the words of a command
    if (words.length > 0) expect(stdout).toContain(`'${name}') words='${words.join(' ')}' ;;`);
  }
});

test('the help lists every command whole, also beside a command', async () => {
  const help = await run(['--help', '--lang', 'en']);
  for (const name of COMMAND_NAMES) expect(help.stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  expect(help.stdout).toContain('  validate [options] [profile...]  ');
  expect(help.stdout).toContain('  schema [name]  ');
  expect(help.stdout).toContain('  help [command]  ');
  const beside = await run(['--lang', 'en', '--help', 'validate']);
  expect(beside).toEqual(help);
});
