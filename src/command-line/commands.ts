/** The commands: what each is for and what it is given. Their options are in options.ts; src/cli.ts loads what they do. */
import { fill } from '../text/fill.js';
import type { Language, Wording } from '../types.js';
import type { ValueEntry, ValueOf } from './values.js';

/** An argument of a command. */
export interface ArgumentEntry extends ValueEntry {
  /** As commander reads it: `<needed>`, `[may be left out]`, `<several...>`. */
  readonly form: string;
}

/** A command. In its words, `{known}` stands for the choices of its arguments. */
export interface CommandEntry {
  readonly arguments: readonly ArgumentEntry[];
  readonly words: Wording;
}

/** The schemas that `schema` prints; the first where none is named. */
export const SCHEMA_NAMES = ['profile', 'report', 'config', 'diff', 'waivers', 'partial'] as const;

/** The shells that have a completion script. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** A shell that has a completion script. */
export type Shell = (typeof SHELLS)[number];

/** The command that prints the help of another. */
export const HELP_COMMAND = {
  form: 'help [command]',
  words: { zh: '显示某个命令的帮助', en: 'print the help of a command' },
} as const;

/** The commands, in the order of the help. */
export const COMMANDS = {
  validate: {
    arguments: [{ form: '[profile...]' }],
    words: { zh: '核对机构概况（默认 ./profile.yaml）', en: 'check a profile (default ./profile.yaml)' },
  },
  lint: {
    arguments: [{ form: '<log...>' }],
    words: { zh: '核对每日日志：CSV 文件或文件夹', en: 'check daily logs: CSV files or folders' },
  },
  fix: {
    arguments: [{ form: '<log...>' }],
    words: {
      zh: '把每日日志整理成规范的写法，另存到别的文件夹（不改内容）',
      en: 'write daily logs out plainly, to another folder (no fact is changed)',
    },
  },
  audit: {
    arguments: [{ form: '<dir...>' }],
    words: { zh: '审核多家机构：每家一个文件夹，或 @名单', en: 'audit many institutions: a folder for each, or @list' },
  },
  merge: {
    arguments: [{ form: '<part...>' }],
    words: { zh: '合并 audit --shard 写出的各部分', en: 'put the parts of audit --shard together' },
  },
  diff: {
    arguments: [{ form: '<old>' }, { form: '<new>' }],
    words: {
      zh: '对比前后两份 JSON 报告：新增、已改正、仍存在',
      en: 'compare two JSON reports: what is new, fixed, persisting',
    },
  },
  seats: {
    arguments: [{ form: '[profile]' }],
    words: {
      zh: '核对教室座位，提出坐得最多的摆法（默认 ./profile.yaml）',
      en: 'check the seats of classrooms and propose the largest layout (default ./profile.yaml)',
    },
  },
  roster: {
    arguments: [{ form: '<report.json>' }],
    words: {
      zh: '县区每月报送的恢复名单，取自 audit 的 JSON 报告',
      en: 'the monthly list of resumed institutions, from the JSON report of an audit',
    },
  },
  rules: {
    arguments: [],
    words: { zh: '列出全部规则和条款覆盖情况', en: 'list all rules and the coverage of the clauses' },
  },
  explain: {
    arguments: [{ form: '<rule|clause>', names: 'rules' }],
    words: {
      zh: '说明一条规则或条款：怎么查、数字、例子',
      en: 'explain a rule or clause: how it is checked, numbers, examples',
    },
  },
  init: { arguments: [{ form: '[dir]' }], words: { zh: '生成一份带说明的概况', en: 'write a commented profile' } },
  generate: {
    arguments: [{ form: '<document...>', names: 'documents' }],
    words: {
      zh: '生成文书（Word、HTML、PDF）：文书名…|all [概况]',
      en: 'write papers (Word, HTML, PDF): names…|all [profile]',
    },
  },
  templates: {
    arguments: [
      {
        form: '<action>',
        choices: ['list', 'eject', 'check'],
        wrong: { zh: 'templates 后面写 list、eject 或 check', en: 'templates takes list, eject or check' },
      },
      { form: '[names...]' },
    ],
    words: {
      zh: '文书模板：list 列出，eject 复制出来，check 检查',
      en: 'templates of papers: list, eject (copy out), check',
    },
  },
  schema: {
    arguments: [
      {
        form: '[name]',
        choices: SCHEMA_NAMES,
        wrong: { zh: '没有这个 schema；可用：{known}', en: 'no such schema; possible: {known}' },
      },
    ],
    words: { zh: '输出 JSON Schema：{known}', en: 'print a JSON Schema: {known}' },
  },
  completion: {
    arguments: [
      {
        form: '<shell>',
        choices: SHELLS,
        wrong: { zh: '没有这个 shell 的补全；可用：{known}', en: 'no completion for this shell; possible: {known}' },
      },
    ],
    words: { zh: '输出命令补全脚本：{known}', en: 'print a completion script: {known}' },
  },
} as const satisfies Readonly<Record<string, CommandEntry>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The names of all commands. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** Returns what the help says of a command. */
export function summary({ words, arguments: given }: CommandEntry, language: Language): string {
  return fill(words, { known: given.flatMap(({ choices = [] }) => choices).join(', ') }, language);
}

type ArgumentOf<Entry> = Entry extends { form: `${string}...${string}` }
  ? readonly string[]
  : Entry extends { form: `[${string}` }
    ? ValueOf<Entry> | undefined
    : ValueOf<Entry>;

type Values<Entries> = { -readonly [Index in keyof Entries]: ArgumentOf<Entries[Index]> };

/** What a command is given, one for each of its arguments. */
export type ArgumentsOf<Name extends CommandName> = Values<(typeof COMMANDS)[Name]['arguments']>;
