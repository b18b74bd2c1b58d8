/** The options: each once, with its argument, what that can be, its words, and the commands that take it. */
import { readShard } from '../audit/shard.js';
import { ENCODINGS } from '../logs/read/encoding.js';
import { fill } from '../text/fill.js';
import { SHOW_VALUES } from '../text/mask.js';
import { LANGUAGES, type Language, SEVERITIES, STAGES, type Wording } from '../types.js';
import type { CommandName } from './commands.js';
import {
  LIST_FORMATS,
  NO_SUCH_FORMAT,
  PAPER_FORMATS,
  PART_FORMATS,
  REPORT_FORMATS,
  ROSTER_FORMATS,
  SEAT_FORMATS,
} from './formats.js';
import { metres, place, sides } from './measures.js';
import {
  date,
  headerAndColumn,
  month,
  ONE_OF,
  seconds,
  type ValueEntry,
  type ValueOf,
  wholeNumber,
  wholeNumberOrAll,
} from './values.js';

/** An option. */
export interface OptionEntry extends ValueEntry {
  /** As commander reads them: `-f, --format <name>`. */
  readonly flags: string;
  /** `{known}` stands for the choices. */
  readonly words: Wording;
  /** The value where none is given. */
  readonly fallback?: string;
  /** Whether it may be repeated, or takes several values joined by commas. */
  readonly many?: 'repeated' | 'joined' | false;
  /** The words of `--no-…`, which turns it off. */
  readonly off?: Wording;
}

/** An option with the commands that take it, and what is different there. */
type Declared = Partial<OptionEntry> & {
  readonly on: { readonly [Name in CommandName]?: Partial<OptionEntry> };
};

/** What stands in a room. */
const PLACE = { many: 'repeated', read: place, on: { seats: {} } } as const;
const placed = (zh: string, en: string): Wording => ({
  zh: `${zh}：离左墙、离前墙、宽、长（米），可写多次`,
  en: `${en}: from left wall, from front wall, width, length (m); may be repeated`,
});

/** The options of commands by the names that their values have, in the order of the help. */
export const OPTIONS = {
  format: {
    flags: '-f, --format <name>',
    many: 'repeated',
    wrong: NO_SUCH_FORMAT,
    words: { zh: '输出格式：{known}；可写多次', en: 'output format: {known}; may be repeated' },
    on: {
      validate: { choices: REPORT_FORMATS },
      lint: { choices: REPORT_FORMATS },
      audit: {
        choices: [...REPORT_FORMATS, ...PART_FORMATS],
        words: {
          zh: '输出格式：{known}；可写多次；partial 只与 --shard 一起',
          en: 'output format: {known}; may be repeated; partial only with --shard',
        },
      },
      merge: { choices: [...REPORT_FORMATS, ...PART_FORMATS] },
      diff: { choices: LIST_FORMATS },
      seats: { choices: SEAT_FORMATS },
      roster: { choices: ROSTER_FORMATS },
      rules: { choices: LIST_FORMATS },
      generate: {
        flags: '-f, --format <list>',
        many: 'joined',
        choices: PAPER_FORMATS,
        fallback: 'docx',
        wrong: ONE_OF,
        words: { zh: '格式：{known}，可用逗号连写', en: 'formats: {known}, joined by commas' },
      },
    },
  },
  output: {
    flags: '-o, --output <file>',
    many: 'repeated',
    words: {
      zh: '写到文件；第 n 个 -o 属于第 n 个 -f，- 为标准输出',
      en: 'write to a file; the n-th -o belongs to the n-th -f, - is stdout',
    },
    on: {
      validate: {},
      lint: {},
      audit: {},
      merge: {},
      diff: {},
      seats: {},
      roster: {},
      rules: {},
      generate: {
        flags: '-o, --output <dir>',
        many: false,
        words: { zh: '写到哪个文件夹（默认 ./文书）', en: 'folder to write to (default ./papers)' },
      },
      templates: {
        flags: '-o, --output <dir>',
        many: false,
        words: { zh: 'eject 写到哪个文件夹（默认 templates）', en: 'folder for eject (default templates)' },
      },
      fix: {
        flags: '-o, --output <dir>',
        many: false,
        words: { zh: '写到哪个文件夹', en: 'folder to write to' },
      },
    },
  },
  room: {
    flags: '--room <name>',
    many: 'repeated',
    words: { zh: '只看这间教室（编号或名称），可写多次', en: 'this classroom only (id or name); may be repeated' },
    on: { seats: {} },
  },
  proposed: {
    flags: '--proposed',
    words: { zh: '画建议的摆法，不画现在的', en: 'draw what is proposed, not what there is' },
    on: { seats: {} },
  },
  length: {
    flags: '--length <m>',
    read: metres,
    words: { zh: '不用概况：房间的长（米，前后）', en: 'without a profile: length of the room (m, front to back)' },
    on: { seats: {} },
  },
  width: {
    flags: '--width <m>',
    read: metres,
    words: { zh: '房间的宽（米，左右）', en: 'width of the room (m, left to right)' },
    on: { seats: {} },
  },
  door: {
    ...PLACE,
    flags: '--door <x,y,width,length>',
    words: placed('门连同开门的地方', 'door with the space into which it opens'),
  },
  podium: { ...PLACE, flags: '--podium <x,y,width,length>', words: placed('讲台', 'podium') },
  pillar: { ...PLACE, flags: '--pillar <x,y,width,length>', words: placed('柱子', 'pillar') },
  aisle: { ...PLACE, flags: '--aisle <x,y,width,length>', words: placed('过道', 'aisle') },
  desk: {
    flags: '--desk <width,length>',
    read: sides,
    words: { zh: '一个座位占的地方：课桌连椅子（米）', en: 'place of a seat: desk with chair (m)' },
    on: { seats: {} },
  },
  failOn: {
    flags: '--fail-on <severity>',
    choices: SEVERITIES,
    fallback: 'error',
    words: { zh: '从哪一级起退出码为 1：{known}', en: 'severity from which the exit code is 1: {known}' },
    on: {
      validate: {},
      lint: {},
      audit: {},
      merge: {},
      diff: { words: { zh: '从哪一级起算新增：{known}', en: 'severity from which new findings count: {known}' } },
      seats: {},
    },
  },
  failOnNew: {
    flags: '--fail-on-new',
    words: { zh: '有新增的发现时退出码为 1', en: 'exit 1 if there are new findings' },
    on: { diff: {} },
  },
  maxWarnings: {
    flags: '--max-warnings <n>',
    read: wholeNumber,
    words: { zh: '警告多于 n 条时退出码为 1', en: 'exit 1 if there are more than n warnings' },
    on: { validate: {}, lint: {}, audit: {}, merge: {} },
  },
  maxFindings: {
    flags: '--max-findings <n|all>',
    read: wholeNumberOrAll,
    words: {
      zh: 'n：text、markdown、github 只显示最重的 n 条；all：每种格式都列出全部（计数不变）',
      en: 'n: text, markdown and github show only the n gravest; all: every format lists all (counts stay the same)',
    },
    on: { validate: {}, lint: {}, audit: {}, merge: {} },
  },
  exitZero: {
    flags: '--exit-zero',
    words: { zh: '有发现也返回 0', en: 'exit 0 even with findings' },
    on: { validate: {}, lint: {}, audit: {}, merge: {}, seats: {} },
  },
  quiet: {
    flags: '--quiet',
    words: { zh: '只显示不符合的', en: 'show errors only' },
    on: { validate: {}, lint: {}, audit: {}, merge: {} },
  },
  profile: {
    flags: '--profile <file>',
    words: {
      zh: '与这份概况对照（默认日志旁边的 profile.yaml）',
      en: 'compare with this profile (default: profile.yaml beside them)',
    },
    off: { zh: '不与概况对照', en: 'compare with no profile' },
    on: { lint: {} },
  },
  kind: {
    flags: '--kind <name>',
    names: 'kinds',
    words: { zh: '是哪种日志（表头看不出时）', en: 'the kind of log, where the header does not tell' },
    on: { lint: {}, fix: {} },
  },
  map: {
    flags: '--map <header=column>',
    many: 'repeated',
    read: headerAndColumn,
    words: { zh: '表里的列名相当于哪个标准列名，可写多次', en: 'the column that a header means; may be repeated' },
    on: { lint: {}, fix: {} },
  },
  encoding: {
    flags: '--encoding <name>',
    choices: ENCODINGS,
    words: { zh: '编码：{known}（默认自动）', en: 'encoding: {known} (default: found out)' },
    on: { lint: {}, fix: {} },
  },
  year: {
    flags: '--year <yyyy>',
    read: wholeNumber,
    words: { zh: '没有年份的日期是哪一年', en: 'the year of dates without one' },
    on: { lint: {}, fix: {} },
  },
  shard: {
    flags: '--shard <i/n>',
    read: readShard,
    words: {
      zh: '只审核第 i 份（共 n 份），写成 merge 用的部分报告',
      en: 'audit only part i of n, and write it for merge',
    },
    on: { audit: {} },
  },
  jobs: {
    flags: '--jobs <n>',
    read: wholeNumber,
    words: { zh: '同时读几个文件（默认处理器数）', en: 'files read at a time (default: processors)' },
    on: {
      lint: {},
      audit: { words: { zh: '同时审核几家（默认处理器数）', en: 'institutions at a time (default: processors)' } },
    },
  },
  timeout: {
    flags: '--timeout <s>',
    read: seconds,
    words: {
      zh: '一家机构核对超过几秒就放弃，记为未能判定（默认不限）',
      en: 'give an institution up after so many seconds, as undecided (default: never)',
    },
    on: { audit: {} },
  },
  expect: {
    flags: '--expect <file>',
    words: { zh: '应报送机构名单（CSV），缺的列为未报送', en: 'CSV list of who should be there; others are missing' },
    on: { audit: {} },
  },
  bureau: {
    flags: '--bureau <file>',
    words: {
      zh: '县区自己的恢复名单（CSV），一并核对县区的职责',
      en: "the county's own list (CSV), to judge the county's duties too",
    },
    on: { audit: {} },
  },
  waivers: {
    flags: '--waivers <file>',
    words: { zh: '县区批准的豁免（YAML 或 CSV）', en: 'waivers that the county grants (YAML or CSV)' },
    on: { audit: {} },
  },
  config: {
    flags: '--config <file>',
    words: {
      zh: '县区的配置文件（默认各机构所在文件夹或上级的 resume-check.yaml）',
      en: "the county's configuration (default: resume-check.yaml where the institutions lie or above)",
    },
    on: {
      validate: {
        words: {
          zh: '配置文件（默认概况旁边或上级文件夹的 resume-check.yaml）',
          en: 'configuration (default: resume-check.yaml beside the profile or above)',
        },
      },
      lint: {
        words: {
          zh: '配置文件（默认旁边或上级文件夹的 resume-check.yaml）',
          en: 'configuration (default: resume-check.yaml beside them or above)',
        },
      },
      audit: {},
      merge: {
        words: { zh: '审核时用的县区配置文件', en: "the county's configuration that the parts were made with" },
      },
    },
  },
  hints: {
    flags: '--no-hints',
    words: { zh: '不提示可疑的雷同', en: 'no hints about rows that look copied' },
    on: { lint: {}, audit: {} },
  },
  progress: {
    flags: '--no-progress',
    words: { zh: '不显示进度', en: 'do not show how far it is' },
    on: { lint: {}, audit: {} },
  },
  rejects: {
    flags: '--rejects <file>',
    words: { zh: '把有错的行另存为 CSV', en: 'write the rows with errors to a CSV file' },
    on: { lint: {} },
  },
  strict: {
    flags: '--strict',
    words: { zh: '宽松理解的写法也算错误', en: 'what is read leniently is an error' },
    on: { lint: {}, audit: {} },
  },
  showValues: {
    flags: '--show-values <how>',
    choices: SHOW_VALUES,
    fallback: 'none',
    words: { zh: '摘录里的个人信息：{known}；只在 text 里', en: 'personal values in excerpts: {known}; in text only' },
    on: {
      validate: {},
      lint: {
        words: {
          zh: '显示有发现的行：none 不显示, masked 个人信息只留首字, full 原样；只在 text 里',
          en: 'rows of findings: none, masked (of personal cells the first character), full; in text only',
        },
      },
    },
  },
  stage: {
    flags: '--stage <name>',
    choices: STAGES,
    words: { zh: '按哪个阶段核对：{known}', en: 'stage to judge for: {known}' },
    on: {
      validate: {
        words: {
          zh: '按哪个阶段核对：{known}（默认看概况）',
          en: 'stage to judge for: {known} (default: by the profile)',
        },
      },
      lint: {},
      audit: {},
    },
  },
  month: {
    flags: '--month <yyyy-mm>',
    read: month,
    words: { zh: '哪个月（默认报告日期的上个月）', en: 'the month (default: the one before the report)' },
    on: { roster: {} },
  },
  submitted: {
    flags: '--submitted <date>',
    read: date,
    words: {
      zh: '哪天报送：印在名单上，并看是否迟报',
      en: 'day of filing: printed on the list, and checked for lateness',
    },
    on: { roster: {} },
  },
  report: {
    flags: '--report <file>',
    words: {
      zh: '只用于 notice：按 audit 的 JSON 报告，给每家有问题的机构各写一份',
      en: 'for notice only: one for each institution that failed, from the JSON report of an audit',
    },
    on: { generate: {} },
  },
  draft: {
    flags: '--draft',
    words: { zh: '有未达到的要求也写，每页标“草稿”', en: 'write in spite of open requirements, marked as drafts' },
    on: { generate: {} },
  },
  onMissing: {
    flags: '--on-missing <how>',
    choices: ['error', 'blank'],
    fallback: 'error',
    words: {
      zh: '缺少的项：error 列出, blank 留空手填',
      en: 'missing fields: error lists them, blank leaves lines to fill in',
    },
    on: { generate: {} },
  },
  person: {
    flags: '--person <name>',
    many: 'repeated',
    words: {
      zh: '承诺书只写这些人（编号或姓名），可写多次',
      en: 'pledges of these people only (id or name); may be repeated',
    },
    on: { generate: {} },
  },
  templates: {
    flags: '--templates <dir>',
    words: { zh: '用这个文件夹里同名的模板', en: 'use the templates of that name in this folder' },
    on: { roster: {}, generate: {} },
  },
  asOf: {
    flags: '--as-of <date>',
    read: date,
    words: {
      zh: '按哪一天核对（默认概况的 asOf，再默认今天）',
      en: 'day to judge on (default: asOf of the profile, else today)',
    },
    on: {
      validate: {},
      lint: {
        words: { zh: '按哪一天核对，那天本身不算缺', en: 'day to judge on; that day itself is never incomplete' },
      },
      audit: { words: { zh: '按哪一天核对（默认今天）', en: 'day to judge on (default: today)' } },
      generate: {},
    },
  },
  inPlace: {
    flags: '--in-place',
    words: { zh: '直接改写原文件', en: 'overwrite the files themselves' },
    on: { fix: {} },
  },
  force: {
    flags: '--force',
    words: { zh: '覆盖已有文件', en: 'overwrite existing files' },
    on: { init: {}, generate: {}, templates: {}, fix: {} },
  },
} as const satisfies Readonly<Record<string, Declared>>;

/** The options of the program itself, which may stand before or after a command. */
export const GLOBAL_OPTIONS = {
  lang: { flags: '--lang <zh|en>', choices: LANGUAGES, words: { zh: '语言', en: 'language' } },
  color: {
    flags: '--color',
    words: { zh: '总用颜色', en: 'always use colours' },
    off: { zh: '不用颜色', en: 'never use colours' },
  },
  debug: { flags: '--debug', words: { zh: '出错时显示内部细节', en: 'print internal details of an error' } },
} as const satisfies Readonly<Record<string, OptionEntry>>;

/** The option that prints the version. */
export const VERSION_OPTION: OptionEntry = {
  flags: '-V, --version',
  words: { zh: '显示版本', en: 'print the version' },
};

/** The option, of the program and of each command, that prints the help. */
export const HELP_OPTION: OptionEntry = { flags: '-h, --help', words: { zh: '显示帮助', en: 'print this help' } };

/** Returns the options that a command takes. */
export function optionsOf(command: CommandName): OptionEntry[] {
  const all = Object.values<Declared & Pick<OptionEntry, 'flags' | 'words'>>(OPTIONS);
  return all.filter(({ on }) => command in on).map(({ on, ...entry }) => ({ ...entry, ...on[command] }));
}

/** Returns what the help says of an option, and of what turns it off. */
export function describe({ words, choices = [], fallback }: OptionEntry, language: Language): string {
  const usual = fallback === undefined ? '' : { zh: `（默认 ${fallback}）`, en: ` (default: ${fallback})` }[language];
  return fill(words, { known: choices.join(', ') }, language) + usual;
}

type Options = typeof OPTIONS;

/** An option as a command takes it. */
type On<Option, Command> = Option extends { on: infer All }
  ? Command extends keyof All
    ? Omit<Option, 'on' | keyof All[Command]> & All[Command]
    : never
  : never;
type Taken<Command> = {
  [Name in keyof Options as Command extends keyof Options[Name]['on'] ? Name : never]: On<Options[Name], Command>;
};

/** Options that have a value also where they are not given. */
type Always = { fallback: string } | { flags: `--no-${string}` };
type One<Entry> = Entry extends { flags: `${string}<${string}` } ? ValueOf<Entry> : boolean;
type Given<Entry> =
  | (Entry extends { many: string } ? readonly One<Entry>[] : One<Entry>)
  | (Entry extends { off: Wording } ? false : never);
type Values<Entries> = {
  readonly [Name in keyof Entries as Entries[Name] extends Always ? Name : never]: Given<Entries[Name]>;
} & {
  readonly [Name in keyof Entries as Entries[Name] extends Always ? never : Name]?: Given<Entries[Name]>;
};

/** The values of the options that a command is given, by the names under which they are declared. */
export type OptionsOf<Command extends CommandName> = Values<Taken<Command>>;
