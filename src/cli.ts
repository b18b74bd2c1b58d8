/** The command line: options → command → exit code. Each command is loaded only when it is called. */
import type { MessagePort } from 'node:worker_threads';
import { CommanderError } from 'commander';
import type { ArgumentsOf, CommandName } from './command-line/commands.js';
import type { OptionsOf } from './command-line/options.js';
import { programOf } from './command-line/program.js';
import { usageError } from './command-line/usage-error.js';
import { isWorded, UnusableError } from './errors.js';
import { type Session, sessionOf } from './io/session.js';
import { runInThread, sessionInThread, type ThreadStart } from './io/thread.js';
import { TOOL_VERSION } from './run/identity.js';
import { visible } from './text/escape.js';
import { fill } from './text/fill.js';
import { languageFrom } from './text/language.js';

/** Runs the command line and returns the exit code: 0 nothing found, 1 findings, 2 not usable, 3 not finished. */
export async function main(
  argv: readonly string[],
  process: NodeJS.Process = globalThis.process,
  workerFile?: string,
): Promise<number> {
  const asked = optionValue(argv, '--lang');
  const language = languageFrom(asked, process.env);
  const colour = argv.includes('--no-color') ? false : argv.includes('--color') ? true : undefined;
  const spoken = language ?? languageFrom(undefined, { ...process.env, RESUME_CHECK_LANG: undefined }) ?? 'zh';
  const session = sessionOf(process, spoken, colour, workerFile);
  return worded(argv, session, async () => {
    if (language === undefined) {
      throw new UnusableError('usage/language', { zh: '语言只能是 zh 或 en', en: 'the language must be zh or en' });
    }
    try {
      return await dispatch(argv, session);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'NeedsThread')) throw error;
      return workerFile === undefined ? dispatch(argv, session) : runInThread(argv, session, workerFile);
    }
  });
}

/** Runs the command line in a worker thread, and tells the main thread the exit code. See `src/io/thread.ts`. */
export async function mainInThread(start: ThreadStart, port: MessagePort): Promise<void> {
  const session = sessionInThread(start, port);
  port.postMessage({ exitCode: await worded(start.argv, session, () => dispatch(start.argv, session)) });
}

/** Does it, and words the error where one ends it. */
async function worded(argv: readonly string[], session: Session, act: () => Promise<number>): Promise<number> {
  try {
    return await act();
  } catch (error) {
    return await report(error, session, argv.includes('--debug'));
  }
}

/** What a command does, given a value for each of its arguments and those of its options. */
type Run<Name extends CommandName> = (
  given: ArgumentsOf<Name>,
  options: OptionsOf<Name>,
  session: Session,
) => Promise<number>;

/** What each command does. Its bundle is loaded when it is called. */
const RUN: { readonly [Name in CommandName]: Run<Name> } = {
  validate: async ([profiles], options, session) =>
    (await import('./commands/validate.js')).validate(profiles, options, session),
  lint: async ([logs], options, session) => (await import('./commands/lint.js')).lint(logs, options, session),
  fix: async ([logs], options, session) => (await import('./commands/fix.js')).fix(logs, options, session),
  audit: async ([folders], options, session) => (await import('./commands/audit.js')).audit(folders, options, session),
  merge: async ([parts], options, session) => (await import('./commands/merge.js')).merge(parts, options, session),
  diff: async ([before, after], options, session) =>
    (await import('./commands/diff.js')).diff(before, after, options, session),
  seats: async ([profile], options, session) => (await import('./commands/seats.js')).seats(profile, options, session),
  roster: async ([report], options, session) => (await import('./commands/roster.js')).roster(report, options, session),
  rules: async (_, options, session) => (await import('./commands/rules.js')).rules(options, session),
  explain: async ([name], _, session) => (await import('./commands/explain.js')).explain(name, session),
  init: async ([folder = '.'], options, session) => (await import('./commands/init.js')).init(folder, options, session),
  generate: async ([names], options, session) =>
    (await import('./commands/generate.js')).generate(names, options, session),
  templates: async ([action, names], options, session) =>
    (await import('./commands/templates.js')).templates(action, names, options, session),
  schema: async ([name], _, session) => (await import('./commands/schema.js')).schema(name, session),
  completion: async ([shell], _, session) => (await import('./commands/completion.js')).completion(shell, session),
};

/** Runs what was called. */
async function dispatch(argv: readonly string[], session: Session): Promise<number> {
  let exitCode = 0;
  let output = '';
  const program = programOf({
    argv,
    version: TOOL_VERSION,
    language: session.language,
    columns: session.terminal.columns,
    print: (text) => {
      output += text;
    },
    run: async (name, given, options) => {
      exitCode = await (RUN[name] as Run<never>)(given as never, options as never, session);
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) {
      await session.out(output);
      return 0;
    }
    // commander's way of saying that there is no command, or none of the name that follows `help`
    if (error.code !== 'commander.help') throw usageError(error.code, error.message);
    const [, unknown] = program.args;
    if (unknown !== undefined) throw usageError('commander.unknownCommand', `'${unknown}'`);
    await session.note(program.helpInformation());
    throw new UnusableError('usage/no-command', {
      zh: '没有给命令，请从上面选一个',
      en: 'no command was given; choose one of the above',
    });
  }
  return exitCode;
}

/** The last value of an option given as `--name value` or `--name=value`, read before the command tree exists. */
function optionValue(argv: readonly string[], option: string): string | undefined {
  const i = argv.findLastIndex((each) => each === option || each.startsWith(`${option}=`));
  if (i < 0) return undefined;
  return argv[i] === option ? (argv[i + 1] ?? '') : argv[i]?.slice(option.length + 1);
}

/** Words an error for the user on stderr and returns the exit code. */
async function report(error: unknown, session: Session, debug: boolean): Promise<number> {
  const { language } = session;
  const known = isWorded(error);
  const words = known
    ? fill(error.wording, error.params, language)
    : fill({ zh: '程序内部出错。加 --debug 看细节', en: 'internal error; --debug prints details' }, {}, language);
  const place =
    known && 'location' in error && error.location
      ? `${error.location.file}:${error.location.line}:${error.location.column}: `
      : '';
  const label = language === 'zh' ? '错误：' : 'error: ';
  // in one line: what the words name must not begin a line of its own
  await session.note(`${visible(`${place}${label}${words}`)}\n`);
  if (debug && error instanceof Error) await session.note(`${error.stack ?? ''}\n`);
  return known ? error.exitCode : 3;
}
