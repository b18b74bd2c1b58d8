/** Every option and argument of every command: words in both languages, in the help with its choices, its value read. */
import type { Command } from 'commander';
import { COMMAND_NAMES, COMMANDS, type CommandEntry, summary } from '../../src/command-line/commands.js';
import { describe as describeOption, GLOBAL_OPTIONS, OPTIONS, optionsOf } from '../../src/command-line/options.js';
import { programOf } from '../../src/command-line/program.js';
import { oneOf } from '../../src/command-line/values.js';
import { UnusableError } from '../../src/errors.js';
import { LANGUAGES, type Language } from '../../src/types.js';

const HAN = /\p{Script=Han}/u;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function tree(language: Language, ran: unknown[] = []): Command {
  const run = async (...call: unknown[]): Promise<void> => void ran.push(call);
  return programOf({ version: '1.2.3', language, columns: 200, argv: COMMAND_NAMES, print: () => {}, run });
}

/** What a command line is read as: the command, its arguments, its options. */
async function read(...argv: string[]): Promise<unknown> {
  const ran: unknown[] = [];
  await tree('en', ran).parseAsync(argv, { from: 'user' });
  return ran[0];
}

const ALL = COMMAND_NAMES.flatMap((name) => optionsOf(name).map((option) => [name, option.flags, option] as const));

test('there are commands, and each but those without takes options', () => {
  expect(COMMAND_NAMES.length).toBeGreaterThan(10);
  const without = COMMAND_NAMES.filter((name) => optionsOf(name).length === 0);
  expect(without).toEqual(['explain', 'schema', 'completion']);
  for (const [key, { on }] of Object.entries(OPTIONS)) expect([key, Object.keys(on).length > 0]).toEqual([key, true]);
});

test.each(LANGUAGES)('%s: every command is in the help, in words of that language', (language) => {
  const help = oneLine(tree(language).helpInformation());
  for (const name of COMMAND_NAMES) {
    const words = summary(COMMANDS[name], language);
    expect(HAN.test(words)).toBe(language === 'zh');
    expect(help).toContain(` ${name} `);
    expect(help).toContain(words);
    const { arguments: given }: CommandEntry = COMMANDS[name];
    for (const { choices = [] } of given) for (const choice of choices) expect(words).toContain(choice);
  }
});

test.each(ALL)('%s %s is in the help in both languages, with what it can be', (name, flags, option) => {
  for (const language of LANGUAGES) {
    const words = describeOption(option, language);
    expect(HAN.test(words)).toBe(language === 'zh');
    expect(words).not.toMatch(/[{}]/);
    for (const choice of option.choices ?? []) expect(words).toContain(choice);
    const help = oneLine(
      tree(language)
        .commands.find((each) => each.name() === name)
        ?.helpInformation() ?? '',
    );
    expect(help).toContain(`${flags} ${oneLine(words)}`);
    if (option.off) expect(help).toContain(option.off[language]);
  }
});

test.each(Object.entries(GLOBAL_OPTIONS))('the option %s of all commands is in the help', (_, option) => {
  for (const language of LANGUAGES) expect(oneLine(tree(language).helpInformation())).toContain(option.words[language]);
});

test('values have the names under which the options are declared', () => {
  for (const command of tree('en').commands) {
    const declared = Object.entries(OPTIONS).filter(([, { on }]) => command.name() in on);
    expect([...new Set(command.options.map((option) => option.attributeName()))]).toEqual(declared.map(([key]) => key));
  }
});

test('no command has a name or a letter twice', () => {
  for (const command of tree('en').commands) {
    const names = command.options.flatMap(({ short, long }) => [short, long]).filter((name) => name !== undefined);
    expect(names).toEqual([...new Set(names)]);
  }
});

describe('a command is given', () => {
  test('what is usual, where nothing is said', async () => {
    expect(await read('lint', 'a')).toEqual([
      'lint',
      [['a']],
      { failOn: 'error', showValues: 'none', hints: true, progress: true },
    ]);
    expect(await read('generate', 'all')).toEqual(['generate', [['all']], { format: ['docx'], onMissing: 'error' }]);
    expect(await read('schema')).toEqual(['schema', [undefined], {}]);
  });

  test('what was read of each value', async () => {
    const read1 = await read(
      ...['lint', 'a', 'b', '--max-warnings', '07', '--map', 'x=y', '--map', 'a=b=c', '--no-hints', '--no-profile'],
      ...['--encoding', 'gb18030', '--as-of', '2020-05-06', '-f', 'json', '-f', 'text', '-o', 'c'],
    );
    expect(read1).toMatchObject([
      'lint',
      [['a', 'b']],
      {
        maxWarnings: 7,
        map: [
          ['x', 'y'],
          ['a=b', 'c'],
        ],
        hints: false,
        profile: false,
        encoding: 'gb18030',
        asOf: '2020-05-06',
        format: ['json', 'text'],
        output: ['c'],
      },
    ]);
    expect(await read('seats', '--length', '9', '--door', '0, 0, 1.2×1', '--desk', '0.6，0.8')).toMatchObject([
      'seats',
      [undefined],
      { length: 9, door: [{ x: 0, y: 0, width: 1.2, length: 1 }], desk: { width: 0.6, length: 0.8 } },
    ]);
    expect(await read('audit', 'a', '--shard', '2/4')).toMatchObject([
      'audit',
      [['a']],
      { shard: { index: 2, count: 4 } },
    ]);
    expect(await read('generate', 'all', '-f', 'pdf, html')).toMatchObject([
      'generate',
      [['all']],
      { format: ['pdf', 'html'] },
    ]);
    expect(await read('roster', 'a', '--month', '2020-12')).toMatchObject(['roster', ['a'], { month: '2020-12' }]);
  });
});

describe('is refused', () => {
  test.each([
    [['rules', '-f', '']],
    [['rules', '-f', 'constructor']],
    [['rules', '-f', 'JSON']],
    [['generate', 'all', '-f', 'docx,odt']],
    [['roster', 'a', '--month', '2020-13']],
    [['lint', 'a', '--map', '=b']],
    [['lint', 'a', '--map', 'a=']],
    [['seats', '--length', '301']],
    [['seats', '--length', '9,9']],
    [['seats', '--door', '1,2,3']],
    [['seats', '--desk', '1,x']],
  ])('%j', async (argv) => {
    await expect(read(...argv)).rejects.toThrow(UnusableError);
  });

  test('a value that is none of those known', () => {
    expect(oneOf(['a', 'b'], 'b', '--x')).toBe('b');
    expect(() => oneOf(['a', 'b'], 'c', '--x')).toThrow(UnusableError);
  });
});
