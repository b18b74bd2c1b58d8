/** The tree of commands as commander wants it, made of the commands and options as data. */
import { Argument, Command, Option } from 'commander';
import { fill } from '../text/fill.js';
import type { Language, Wording } from '../types.js';
import {
  type ArgumentEntry,
  COMMAND_NAMES,
  COMMANDS,
  type CommandEntry,
  type CommandName,
  HELP_COMMAND,
  summary,
} from './commands.js';
import { describe, GLOBAL_OPTIONS, HELP_OPTION, type OptionEntry, optionsOf, VERSION_OPTION } from './options.js';
import { readValue } from './values.js';

const WORDS = {
  program: {
    zh: '对照柳州市恢复职业技能培训鉴定工作预案，逐条核对培训机构',
    en: "Checks a training institution against Liuzhou's epidemic-prevention plan, clause by clause",
  },
  after: {
    zh: `
退出码：0 没有发现  1 有发现  2 命令或输入不可用，或没有可核对的  3 没能完成
例：
  resume-check init 我的学校            生成一份带说明的概况
  resume-check validate 我的学校/profile.yaml
  resume-check explain 四（六）4        看一条条款怎么查`,
    en: `
Exit codes: 0 nothing found  1 findings  2 call or input not usable, or nothing to check  3 could not finish
Examples:
  resume-check init my-school           write a commented profile
  resume-check validate my-school/profile.yaml
  resume-check explain 4.6.4            how one clause is checked`,
  },
} as const satisfies Record<string, Wording>;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** What surrounds the tree. */
export interface Surroundings {
  readonly version: string;
  readonly language: Language;
  readonly columns: number;
  /** The call. The options of a command that it does not name are not made, which saves 2 ms at every start. */
  readonly argv: readonly string[];
  /** Takes the help or the version, where that is asked for. */
  readonly print: (text: string) => void;
  /** Runs a command with what it is given: a value for each argument, and those of its options by their names. */
  readonly run: (name: CommandName, given: unknown[], options: object) => Promise<void>;
}

/** Returns the tree. Errors of commander are thrown, never printed. */
export function programOf({ version, language, columns, argv, print, run }: Surroundings): Command {
  const say = (words: Wording): string => fill(words, {}, language);
  const program = new Command('resume-check')
    .description(say(WORDS.program))
    .version(version, VERSION_OPTION.flags, say(VERSION_OPTION.words))
    .helpOption(HELP_OPTION.flags, say(HELP_OPTION.words))
    .helpCommand(HELP_COMMAND.form, say(HELP_COMMAND.words))
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(100, columns),
      getOutHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (language === 'zh' ? (TITLES[title] ?? title) : title),
      // commander would add the choices and the default in English
      optionDescription: ({ description }) => description,
      subcommandTerm: (command) => termOf(command.name()),
    })
    .addHelpText('after', say(WORDS.after));
  addOptions(program, Object.values(GLOBAL_OPTIONS), language);
  for (const name of COMMAND_NAMES) {
    const entry: CommandEntry = COMMANDS[name];
    const command = program.command(name).description(summary(entry, language));
    for (const each of entry.arguments) command.addArgument(argumentOf(each));
    if (argv.includes(name)) addOptions(command, optionsOf(name), language);
    command.action((...given: unknown[]) => run(name, given.slice(0, entry.arguments.length), command.opts()));
  }
  return program;
}

/** How the help writes a command, also one whose options were not made. */
function termOf(command: string): string {
  const name = COMMAND_NAMES.find((each) => each === command);
  if (name === undefined) return HELP_COMMAND.form;
  const options = optionsOf(name).length > 0 ? ['[options]'] : [];
  return [name, ...options, ...COMMANDS[name].arguments.map(({ form }) => form)].join(' ');
}

function addOptions(command: Command, entries: readonly OptionEntry[], language: Language): void {
  for (const entry of entries) {
    const option = optionOf(entry, language);
    command.addOption(option);
    if (entry.off) command.addOption(new Option(`--no-${option.name()}`, fill(entry.off, {}, language)));
  }
}

function optionOf(entry: OptionEntry, language: Language): Option {
  const { choices, many, fallback } = entry;
  const option = new Option(entry.flags, describe(entry, language));
  if (choices) option.choices(choices);
  const one = (text: string): unknown => readValue(entry, text, option.long ?? '');
  const all = (text: string): unknown =>
    many === 'joined' ? text.split(',').map((each) => one(each.trim())) : one(text);
  if (fallback !== undefined) option.default(all(fallback));
  if (many !== 'repeated') return option.argParser(all);
  return option.argParser((text, before: unknown[] = []) => [...before, one(text)]);
}

function argumentOf(entry: ArgumentEntry): Argument {
  const argument = new Argument(entry.form);
  // what may be repeated is any text, which commander collects
  if (!entry.choices && !entry.read) return argument;
  if (entry.choices) argument.choices(entry.choices);
  return argument.argParser((text) => readValue(entry, text, argument.name()));
}
