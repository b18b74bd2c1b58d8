/** `completion`: prints a script that completes commands, options and their values in a shell. */
import { ALL_DOCUMENTS, DOCUMENTS } from '../documents/papers.js';
import { UnusableError } from '../errors.js';
import type { Session } from '../io/session.js';
import { KINDS } from '../logs/kinds/index.js';
import { RULES } from '../rules/index.js';
import { SHOW_VALUES } from '../text/mask.js';
import { SEVERITIES, STAGES } from '../types.js';
import { type CommandShape, type OptionShape, SCRIPTS } from './completion-scripts.js';
import { SCHEMA_NAMES } from './schema.js';

const REPORTS = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv', 'html'];
const LISTS = ['text', 'json', 'markdown'];

/** What can follow an option, by its long name; for one command alone where it is named. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--lang': ['zh', 'en'],
  '--format': REPORTS,
  'merge --format': [...REPORTS, 'partial'],
  'rules --format': LISTS,
  'diff --format': LISTS,
  'seats --format': ['text', 'svg', 'png', 'yaml', 'json'],
  'generate --format': ['docx', 'html', 'pdf'],
  'roster --format': ['text', 'csv', 'docx', 'html', 'pdf'],
  '--stage': STAGES,
  '--fail-on': SEVERITIES,
  '--show-values': SHOW_VALUES,
  '--on-missing': ['error', 'blank'],
  '--encoding': ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'],
  '--kind': KINDS.map(({ name }) => name),
};

/** The words that can be arguments of a command; the others take files. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  explain: RULES.map(({ id }) => id),
  generate: [...new Set(['all', ...Object.keys(DOCUMENTS), ...ALL_DOCUMENTS])],
  templates: ['list', 'eject', 'check'],
  schema: SCHEMA_NAMES,
  completion: Object.keys(SCRIPTS),
};

/** Prints the script for a shell. */
export async function completion(shell: string, program: CommandShape, session: Session): Promise<number> {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (!script) {
    throw new UnusableError(
      'usage/shell',
      { zh: '没有这个 shell 的补全；可用：{known}', en: 'no completion for this shell; possible: {known}' },
      { known: Object.keys(SCRIPTS).join(', ') },
    );
  }
  await session.out(script(withValues(program)));
  return 0;
}

function withValues(program: CommandShape): CommandShape {
  const names = program.commands.map(({ name }) => name);
  const optionOf = (command: string, option: OptionShape): OptionShape => {
    const long = option.names.find((name) => name.startsWith('--')) ?? '';
    const values = VALUES[`${command} ${long}`] ?? VALUES[long];
    return option.takesValue && values ? { ...option, values } : option;
  };
  return {
    ...program,
    options: program.options.map((option) => optionOf('', option)),
    commands: program.commands.map((command) => ({
      ...command,
      options: command.options.map((option) => optionOf(command.name, option)),
      words: command.name === 'help' ? names : (WORDS[command.name] ?? []),
    })),
  };
}
