/** `completion`: prints a script that completes commands, options and their values in a shell. */
import {
  COMMAND_NAMES,
  COMMANDS,
  type CommandEntry,
  HELP_COMMAND,
  type Shell,
  summary,
} from '../command-line/commands.js';
import {
  describe,
  GLOBAL_OPTIONS,
  HELP_OPTION,
  type OptionEntry,
  optionsOf,
  VERSION_OPTION,
} from '../command-line/options.js';
import type { ValueEntry } from '../command-line/values.js';
import { DOCUMENT_NAMES } from '../documents/papers.js';
import type { Session } from '../io/session.js';
import { KINDS } from '../logs/kinds/index.js';
import { RULES } from '../rules/index.js';
import type { Language } from '../types.js';
import { type CommandShape, type OptionShape, type ProgramShape, SCRIPTS } from './parts/completion-scripts.js';
import { ownWords } from './parts/own-words.js';

const NAMES: Readonly<Record<NonNullable<ValueEntry['names']>, readonly string[]>> = {
  kinds: KINDS.map(({ name }) => name),
  rules: RULES.map(({ id }) => id),
  documents: DOCUMENT_NAMES,
};

/** Prints the script for a shell. */
export async function completion(shell: Shell, { language, out }: Session): Promise<number> {
  await out(ownWords(SCRIPTS[shell](programShape(language))));
  return 0;
}

function programShape(language: Language): ProgramShape {
  const shapesOf = (entries: readonly OptionEntry[]): OptionShape[] =>
    entries.flatMap((entry) => {
      const { flags, off } = entry;
      const names = flags.replace(/ <.*/, '').split(', ');
      const shape = { names, takesValue: flags.includes('<'), description: describe(entry, language) };
      const values = valuesOf(entry);
      return [
        values.length > 0 ? { ...shape, values } : shape,
        ...(off ? [{ names: [`--no-${names.at(-1)?.slice(2)}`], takesValue: false, description: off[language] }] : []),
      ];
    });
  const commands = COMMAND_NAMES.map((name): CommandShape => {
    const entry: CommandEntry = COMMANDS[name];
    const options = shapesOf([...optionsOf(name), HELP_OPTION]);
    return { name, description: summary(entry, language), options, words: entry.arguments.flatMap(valuesOf) };
  });
  const help = { name: 'help', description: HELP_COMMAND.words[language], options: [] };
  return {
    options: shapesOf([VERSION_OPTION, ...Object.values(GLOBAL_OPTIONS), HELP_OPTION]),
    commands: [...commands, { ...help, words: [...COMMAND_NAMES, help.name] }],
  };
}

function valuesOf({ choices, names }: ValueEntry): readonly string[] {
  return choices ?? (names ? NAMES[names] : []);
}
