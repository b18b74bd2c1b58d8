/** Completion scripts for bash, zsh, fish and PowerShell, from a description of the command line. */
import type { Shell } from '../../command-line/commands.js';

/** An option, with the words that can follow it: files where `values` is absent and it takes one. */
export interface OptionShape {
  /** `-f`, `--format`. */
  readonly names: readonly string[];
  readonly takesValue: boolean;
  readonly values?: readonly string[];
  readonly description: string;
}

/** A command, with the words that can be its arguments: files where there are none. */
export interface CommandShape {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionShape[];
  readonly words: readonly string[];
}

/** The program: its own options, and its commands. */
export interface ProgramShape {
  readonly options: readonly OptionShape[];
  readonly commands: readonly CommandShape[];
}

/** The script for each shell. */
export const SCRIPTS: Readonly<Record<Shell, (program: ProgramShape) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
};

const namesOf = ({ options }: Pick<CommandShape, 'options'>): string[] => options.flatMap(({ names }) => names);
const single = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bash(program: ProgramShape): string {
  const all = program.commands;
  const skipped = program.options.filter(({ takesValue }) => takesValue).flatMap(({ names }) => names);
  const after = (command: Pick<CommandShape, 'name' | 'options'>): string[] =>
    [...command.options, ...program.options]
      .filter(({ takesValue }) => takesValue)
      .map(({ names, values = [] }) => {
        const patterns = names.map((name) => single(`${command.name} ${name}`)).join('|');
        return `    ${patterns}) words=${single(values.join(' '))} ;;`;
      });
  const wordsOf = (command: CommandShape): string =>
    `      ${single(command.name)}) words=${single(command.words.join(' '))} ;;`;
  const optionsOf = (command: CommandShape): string =>
    `      ${single(command.name)}) words=${single([...namesOf(command), ...namesOf(program)].join(' '))} ;;`;
  return `# bash completion: resume-check completion bash > ~/.local/share/bash-completion/completions/resume-check
_resume_check() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" command='' words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
    ${skipped.join(' | ')}) ((i++)) ;;
    -*) ;;
    *)
      command="\${COMP_WORDS[i]}"
      break
      ;;
    esac
  done
  COMPREPLY=()
  case "$command $previous" in
${[{ name: '', options: [] }, ...all].flatMap(after).join('\n')}
  *)
    if [[ $current == -* ]]; then
      case "$command" in
      '') words=${single(namesOf(program).join(' '))} ;;
${all.map(optionsOf).join('\n')}
      esac
    else
      case "$command" in
      '') words=${single(all.map(({ name }) => name).join(' '))} ;;
${all
  .filter(({ words }) => words.length > 0)
  .map(wordsOf)
  .join('\n')}
      esac
    fi
    ;;
  esac
  # without words, bash itself completes files; no mapfile, which the bash of macOS lacks
  if [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o bashdefault -o default -F _resume_check resume-check
`;
}

function zsh(program: ProgramShape): string {
  const escaped = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');
  const specOf = ({ names, takesValue, values, description }: OptionShape): string => {
    const value = takesValue ? `:value:${values ? `(${values.join(' ')})` : '_files'}` : '';
    const rest = `[${escaped(description)}]${value}`;
    // an option may be given again: -f and -o pair up
    return names.map((name) => single(`*${name}${rest}`)).join(' ');
  };
  const caseOf = (command: CommandShape): string => {
    const specs = [...command.options, ...program.options].map(specOf);
    const words = command.words.length > 0 ? `(${command.words.map(escaped).join(' ')})` : '_files';
    return `    ${command.name})\n      _arguments ${[...specs, single(`*:word:${words}`)].join(' \\\n        ')}\n      ;;`;
  };
  return `#compdef resume-check
# zsh completion: resume-check completion zsh > a folder of $fpath/_resume-check
_resume_check() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a commands
  commands=(
${program.commands.map(({ name, description }) => `    ${single(`${name}:${escaped(description)}`)}`).join('\n')}
  )
  _arguments -C ${program.options.map(specOf).join(' \\\n    ')} \\
    '1: :->command' '*:: :->rest'
  case $state in
  command) _describe command commands ;;
  rest)
    case $words[1] in
${program.commands.map(caseOf).join('\n')}
    esac
    ;;
  esac
}
if [ "$funcstack[1]" = _resume-check ]; then _resume_check "$@"; else compdef _resume_check resume-check; fi
`;
}

function fish(program: ProgramShape): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lineOf = (condition: string, { names, takesValue, values, description }: OptionShape): string => {
    const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
    const value = takesValue ? (values ? ` -x -a ${quoted(values.join(' '))}` : ' -r -F') : '';
    return `complete -c resume-check${condition} ${flags.join(' ')}${value} -d ${quoted(description)}`;
  };
  const within = (name: string): string => ` -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  const none = ' -n __fish_use_subcommand';
  return `# fish completion: resume-check completion fish > ~/.config/fish/completions/resume-check.fish
${program.options.map((option) => lineOf('', option)).join('\n')}
${program.commands
  .map(({ name, description }) => `complete -c resume-check${none} -f -a ${name} -d ${quoted(description)}`)
  .join('\n')}
${program.commands
  .flatMap(({ name, options, words }) => [
    ...options.map((option) => lineOf(within(name), option)),
    ...(words.length > 0 ? [`complete -c resume-check${within(name)} -f -a ${quoted(words.join(' '))}`] : []),
  ])
  .join('\n')}
`;
}

function powershell(program: ProgramShape): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;
  const tableOf = (command: Omit<CommandShape, 'description'>): string => {
    // each once: a hash literal with a key twice is an error in PowerShell
    const own = new Set(namesOf(command));
    const options = [
      ...command.options,
      ...program.options.filter(({ names }) => !names.some((name) => own.has(name))),
    ];
    const values = options
      .filter(({ takesValue }) => takesValue)
      .flatMap(({ names, values: each = [] }) => names.map((name) => `${quoted(name)} = ${list(each)}`));
    return `    ${quoted(command.name)} = @{
      words = ${list(command.words)}
      options = ${list(options.flatMap(({ names }) => names))}
      values = @{ ${values.join('; ')} }
    }`;
  };
  const root = { name: '', options: [], words: program.commands.map(({ name }) => name) };
  return `# PowerShell completion: resume-check completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName resume-check -ScriptBlock {
  param($word, $ast, $position)
  $commands = @{
${[root, ...program.commands].map(tableOf).join('\n')}
  }
  $given = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = @($given | Select-Object -Skip 1 | Where-Object { $_ -and $commands.ContainsKey($_) })[0]
  if (-not $command) { $command = '' }
  $shape = $commands[$command]
  $previous = $given[-1]
  if ($shape.values.ContainsKey($previous)) { $words = $shape.values[$previous] }
  elseif ($word -like '-*') { $words = $shape.options }
  else { $words = $shape.words }
  # without words, PowerShell itself completes files
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
