/** The command line: options → command → exit code. Each command is loaded only when it is called. */
import { Command, CommanderError, Option } from 'commander';
import type { CommandShape } from './commands/completion-scripts.js';
import { TOOL_VERSION } from './commands/identity.js';
import { isWorded, UnusableError } from './errors.js';
import { type Session, sessionOf } from './io/session.js';
import { forTerminal } from './report/escape.js';
import { fill } from './text/fill.js';
import { languageFrom } from './text/language.js';
import { nearest } from './text/nearest.js';
import { redact } from './text/redact.js';
import { SEVERITIES, STAGES, type Wording } from './types.js';

const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

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
  try {
    if (language === undefined) {
      throw new UnusableError('usage/language', { zh: '语言只能是 zh 或 en', en: 'the language must be zh or en' });
    }
    return await dispatch(argv, session);
  } catch (error) {
    return await report(error, session, argv.includes('--debug'));
  }
}

/** Builds the command tree in the session's language and runs what was called. */
async function dispatch(argv: readonly string[], session: Session): Promise<number> {
  const say = (zh: string, en: string): string => ({ zh, en })[session.language];
  let exitCode = 0;
  let output = '';
  const program = new Command('resume-check');
  program
    .description(
      say(
        '对照柳州市恢复职业技能培训鉴定工作预案，逐条核对培训机构',
        "Checks a training institution against Liuzhou's epidemic-prevention plan, clause by clause",
      ),
    )
    .version(TOOL_VERSION, '-V, --version', say('显示版本', 'print the version'))
    .helpOption('-h, --help', say('显示帮助', 'print this help'))
    .helpCommand('help [command]', say('显示某个命令的帮助', 'print the help of a command'))
    .addOption(new Option('--lang <zh|en>', say('语言', 'language')))
    .option('--color', say('总用颜色', 'always use colours'))
    .option('--no-color', say('不用颜色', 'never use colours'))
    .option('--debug', say('出错时显示内部细节', 'print internal details of an error'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        output += text;
      },
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(100, session.terminal.columns),
      getOutHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (session.language === 'zh' ? (HELP_TITLES[title] ?? title) : title),
    })
    .addHelpText(
      'after',
      say(
        `
退出码：0 没有发现  1 有发现  2 命令或输入不可用，或没有可核对的  3 没能完成
例：
  resume-check init 我的学校            生成一份带说明的概况
  resume-check validate 我的学校/profile.yaml
  resume-check explain 四（六）4        看一条条款怎么查`,
        `
Exit codes: 0 nothing found  1 findings  2 call or input not usable, or nothing to check  3 could not finish
Examples:
  resume-check init my-school           write a commented profile
  resume-check validate my-school/profile.yaml
  resume-check explain 4.6.4            how one clause is checked`,
      ),
    );
  const formats = 'text, json, sarif, junit, github, gitlab, markdown, csv, html';
  const command = (nameAndArguments: string, zh: string, en: string): Command =>
    program
      .command(nameAndArguments)
      .description(say(zh, en))
      .helpOption('-h, --help', say('显示帮助', 'print this help'))
      .exitOverride();
  const format = (on: Command, names: string): Command =>
    on
      .option(
        '-f, --format <name>',
        say(`输出格式：${names}；可写多次`, `output format: ${names}; may be repeated`),
        collect,
      )
      .option(
        '-o, --output <file>',
        say(
          '写到文件；第 n 个 -o 属于第 n 个 -f，- 为标准输出',
          'write to a file; the n-th -o belongs to the n-th -f, - is stdout',
        ),
        collect,
      );

  const failOn = (on: Command, zh: string, en: string): Command =>
    on.option(
      '--fail-on <severity>',
      say(`${zh}：${SEVERITIES.join(', ')}`, `${en}: ${SEVERITIES.join(', ')}`),
      'error',
    );
  const severities = (on: Command): Command =>
    failOn(on, '从哪一级起退出码为 1', 'severity from which the exit code is 1')
      .option('--max-warnings <n>', say('警告多于 n 条时退出码为 1', 'exit 1 if there are more than n warnings'))
      .option(
        '--max-findings <n>',
        say(
          '只显示最重的 n 条发现（text、markdown、github；其余格式全有，计数不变）',
          'show only the n gravest findings (text, markdown, github; other formats have all, counts stay exact)',
        ),
      )
      .option('--exit-zero', say('有发现也返回 0', 'exit 0 even with findings'))
      .option('--quiet', say('只显示不符合的', 'show errors only'));
  severities(
    format(
      command(
        'validate [profile...]',
        '核对机构概况（默认 ./profile.yaml）',
        'check a profile (default ./profile.yaml)',
      ),
      formats,
    ),
  )
    .option(
      '--stage <name>',
      say(
        `按哪个阶段核对：${STAGES.join(', ')}（默认看概况）`,
        `stage to judge for: ${STAGES.join(', ')} (default: by the profile)`,
      ),
    )
    .option(
      '--as-of <date>',
      say('按哪一天核对（默认概况的 asOf，再默认今天）', 'day to judge on (default: asOf of the profile, else today)'),
    )
    .option(
      '--config <file>',
      say(
        '配置文件（默认概况旁边的 resume-check.yaml）',
        'configuration (default: resume-check.yaml beside the profile)',
      ),
    )
    .option(
      '--show-values <how>',
      say(
        '摘录里的个人信息：none, masked, full；只在 text 里',
        'personal values in excerpts: none, masked, full; in text only',
      ),
      'none',
    )
    .action(async (profiles: string[], _, self: Command) => {
      const { validate } = await import('./commands/validate.js');
      exitCode = await validate(profiles, self.opts(), session);
    });
  severities(
    format(
      command('lint <log...>', '核对每日日志：CSV 文件或文件夹', 'check daily logs: CSV files or folders'),
      formats,
    ),
  )
    .option(
      '--profile <file>',
      say(
        '与这份概况对照（默认日志旁边的 profile.yaml）',
        'compare with this profile (default: profile.yaml beside them)',
      ),
    )
    .option('--no-profile', say('不与概况对照', 'compare with no profile'))
    .option('--kind <name>', say('是哪种日志（表头看不出时）', 'the kind of log, where the header does not tell'))
    .option(
      '--map <header=column>',
      say('表里的列名相当于哪个标准列名，可写多次', 'a header that stands for a column; may be repeated'),
      collect,
    )
    .option(
      '--encoding <name>',
      say('编码：utf-8, gb18030（默认自动）', 'encoding: utf-8, gb18030 (default: found out)'),
    )
    .option('--year <yyyy>', say('没有年份的日期是哪一年', 'the year of dates without one'))
    .option('--jobs <n>', say('同时读几个文件（默认处理器数）', 'files read at a time (default: processors)'))
    .option(
      '--config <file>',
      say('配置文件（默认旁边的 resume-check.yaml）', 'configuration (default: resume-check.yaml beside them)'),
    )
    .option('--no-hints', say('不提示可疑的雷同', 'no hints about rows that look copied'))
    .option('--no-progress', say('不显示进度', 'do not show how far it is'))
    .option('--rejects <file>', say('把有错的行另存为 CSV', 'write the rows with errors to a CSV file'))
    .option('--strict', say('宽松理解的写法也算错误', 'what is read leniently is an error'))
    .option(
      '--show-values <how>',
      say(
        '显示有发现的行：none 不显示, masked 个人信息只留首字, full 原样；只在 text 里',
        'rows of findings: none, masked (of personal cells the first character), full; in text only',
      ),
      'none',
    )
    .option('--stage <name>', say(`按哪个阶段核对：${STAGES.join(', ')}`, `stage to judge for: ${STAGES.join(', ')}`))
    .option(
      '--as-of <date>',
      say('按哪一天核对，那天本身不算缺', 'day to judge on; that day itself is never incomplete'),
    )
    .action(async (logs: string[], _, self: Command) => {
      const { lint } = await import('./commands/lint.js');
      exitCode = await lint(logs, self.opts(), session);
    });
  severities(
    format(
      command(
        'audit <dir...>',
        '审核多家机构：每家一个文件夹，或 @名单',
        'audit many institutions: a folder for each, or @list',
      ),
      formats,
    ),
  )
    .option(
      '--shard <i/n>',
      say('只审核第 i 份（共 n 份），写成 merge 用的部分报告', 'audit only part i of n, and write it for merge'),
    )
    .option('--jobs <n>', say('同时审核几家（默认处理器数）', 'institutions at a time (default: processors)'))
    .option(
      '--expect <file>',
      say('应报送机构名单（CSV），缺的列为未报送', 'CSV list of who should be there; others are missing'),
    )
    .option(
      '--bureau <file>',
      say(
        '县区自己的恢复名单（CSV），一并核对县区的职责',
        "the county's own list (CSV), to judge the county's duties too",
      ),
    )
    .option('--waivers <file>', say('县区批准的豁免（YAML 或 CSV）', 'waivers that the county grants (YAML or CSV)'))
    .option('--config <file>', say('县区的配置文件', "the county's configuration"))
    .option('--no-hints', say('不提示可疑的雷同', 'no hints about rows that look copied'))
    .option('--no-progress', say('不显示进度', 'do not show how far it is'))
    .option('--strict', say('宽松理解的写法也算错误', 'what is read leniently is an error'))
    .option('--stage <name>', say(`按哪个阶段核对：${STAGES.join(', ')}`, `stage to judge for: ${STAGES.join(', ')}`))
    .option('--as-of <date>', say('按哪一天核对（默认今天）', 'day to judge on (default: today)'))
    .action(async (directories: string[], _, self: Command) => {
      const { audit } = await import('./commands/audit.js');
      exitCode = await audit(directories, self.opts(), session);
    });
  severities(
    format(
      command('merge <part...>', '合并 audit --shard 写出的各部分', 'put the parts of audit --shard together'),
      `${formats}, partial`,
    ),
  )
    .option(
      '--config <file>',
      say('审核时用的县区配置文件', "the county's configuration that the parts were made with"),
    )
    .action(async (parts: string[], _, self: Command) => {
      const { merge } = await import('./commands/merge.js');
      exitCode = await merge(parts, self.opts(), session);
    });
  failOn(
    format(
      command(
        'diff <old> <new>',
        '对比前后两份 JSON 报告：新增、已改正、仍存在',
        'compare two JSON reports: what is new, fixed, persisting',
      ),
      'text, json, markdown',
    ),
    '从哪一级起算新增',
    'severity from which new findings count',
  )
    .option('--fail-on-new', say('有新增的发现时退出码为 1', 'exit 1 if there are new findings'))
    .action(async (before: string, after: string, _, self: Command) => {
      const { diff } = await import('./commands/diff.js');
      exitCode = await diff(before, after, self.opts(), session);
    });
  const place = (on: Command, name: string, zh: string, en: string): Command =>
    on.option(
      `--${name} <x,y,width,length>`,
      say(
        `${zh}：离左墙、离前墙、宽、长（米），可写多次`,
        `${en}: from left wall, from front wall, width, length (m); may be repeated`,
      ),
      collect,
    );
  const seatsCommand = format(
    command(
      'seats [profile]',
      '核对教室座位，提出坐得最多的摆法（默认 ./profile.yaml）',
      'check the seats of classrooms and propose the largest layout (default ./profile.yaml)',
    ),
    'text, svg, png, yaml, json',
  )
    .option(
      '--room <name>',
      say('只看这间教室（编号或名称），可写多次', 'this classroom only (id or name); may be repeated'),
      collect,
    )
    .option('--proposed', say('画建议的摆法，不画现在的', 'draw what is proposed, not what there is'))
    .option(
      '--length <m>',
      say('不用概况：房间的长（米，前后）', 'without a profile: length of the room (m, front to back)'),
    )
    .option('--width <m>', say('房间的宽（米，左右）', 'width of the room (m, left to right)'));
  place(seatsCommand, 'door', '门连同开门的地方', 'door with the space into which it opens');
  place(seatsCommand, 'podium', '讲台', 'podium');
  place(seatsCommand, 'pillar', '柱子', 'pillar');
  place(seatsCommand, 'aisle', '过道', 'aisle');
  seatsCommand.option(
    '--desk <width,length>',
    say('一个座位占的地方：课桌连椅子（米）', 'place of a seat: desk with chair (m)'),
  );
  failOn(seatsCommand, '从哪一级起退出码为 1', 'severity from which the exit code is 1')
    .option('--exit-zero', say('有发现也返回 0', 'exit 0 even with findings'))
    .action(async (profile: string | undefined, _, self: Command) => {
      const { seats } = await import('./commands/seats.js');
      exitCode = await seats(profile, self.opts(), session);
    });
  format(
    command(
      'roster <report.json>',
      '县区每月报送的恢复名单，取自 audit 的 JSON 报告',
      'the monthly list of resumed institutions, from the JSON report of an audit',
    ),
    'text, csv, docx, html, pdf',
  )
    .option(
      '--month <yyyy-mm>',
      say('哪个月（默认报告日期的上个月）', 'the month (default: the one before the report)'),
    )
    .option(
      '--submitted <date>',
      say('哪天报送：印在名单上，并看是否迟报', 'day of filing: printed on the list, and checked for lateness'),
    )
    .option('--templates <dir>', say('用这个文件夹里同名的模板', 'use the templates of that name in this folder'))
    .action(async (report: string, _, self: Command) => {
      const { roster } = await import('./commands/roster.js');
      exitCode = await roster(report, self.opts(), session);
    });
  format(
    command('rules', '列出全部规则和条款覆盖情况', 'list all rules and the coverage of the clauses'),
    'text, json, markdown',
  ).action(async (_, self: Command) => {
    const { rules } = await import('./commands/rules.js');
    exitCode = await rules(self.opts(), session);
  });
  command(
    'explain <rule|clause>',
    '说明一条规则或条款：怎么查、数字、例子',
    'explain a rule or clause: how it is checked, numbers, examples',
  ).action(async (name: string) => {
    const { explain } = await import('./commands/explain.js');
    exitCode = await explain(name, session);
  });
  command('init [dir]', '生成一份带说明的概况', 'write a commented profile')
    .option('--force', say('覆盖已有文件', 'overwrite existing files'))
    .action(async (directory: string | undefined, _, self: Command) => {
      const { init } = await import('./commands/init.js');
      exitCode = await init(directory ?? '.', self.opts(), session);
    });
  command(
    'generate <document...>',
    '生成文书（Word、HTML、PDF）：文书名…|all [概况]',
    'write papers (Word, HTML, PDF): names…|all [profile]',
  )
    .option(
      '-f, --format <list>',
      say('格式：docx, html, pdf，可用逗号连写', 'formats: docx, html, pdf, joined by commas'),
      'docx',
    )
    .option('-o, --output <dir>', say('写到哪个文件夹（默认 ./文书）', 'folder to write to (default ./papers)'))
    .option(
      '--report <file>',
      say(
        '只用于 notice：按 audit 的 JSON 报告，给每家有问题的机构各写一份',
        'for notice only: one for each institution that failed, from the JSON report of an audit',
      ),
    )
    .option('--draft', say('有未达到的要求也写，每页标“草稿”', 'write in spite of open requirements, marked as drafts'))
    .option(
      '--on-missing <how>',
      say('缺少的项：error 列出, blank 留空手填', 'missing fields: error lists them, blank leaves lines to fill in'),
      'error',
    )
    .option(
      '--person <name>',
      say('承诺书只写这些人（编号或姓名），可写多次', 'pledges of these people only (id or name); may be repeated'),
      collect,
    )
    .option('--templates <dir>', say('用这个文件夹里同名的模板', 'use the templates of that name in this folder'))
    .option(
      '--as-of <date>',
      say('按哪一天核对（默认概况的 asOf，再默认今天）', 'day to judge on (default: asOf of the profile, else today)'),
    )
    .option('--force', say('覆盖已有文件', 'overwrite existing files'))
    .action(async (names: string[], _, self: Command) => {
      const { generate } = await import('./commands/generate.js');
      exitCode = await generate(names, self.opts(), session);
    });
  command(
    'templates <action> [names...]',
    '文书模板：list 列出，eject 复制出来，check 检查',
    'templates of papers: list, eject (copy out), check',
  )
    .option('-o, --output <dir>', say('eject 写到哪个文件夹（默认 templates）', 'folder for eject (default templates)'))
    .option('--force', say('覆盖已有文件', 'overwrite existing files'))
    .action(async (action: string, names: string[], _, self: Command) => {
      const { templates } = await import('./commands/templates.js');
      exitCode = await templates(action, names, self.opts(), session);
    });
  command(
    'schema [name]',
    '输出 JSON Schema：profile, report, diff, config',
    'print a JSON Schema: profile, report, diff, config',
  ).action(async (name: string | undefined) => {
    const { schema } = await import('./commands/schema.js');
    exitCode = await schema(name, session);
  });
  command(
    'completion <shell>',
    '输出命令补全脚本：bash, zsh, fish, powershell',
    'print a completion script: bash, zsh, fish, powershell',
  ).action(async (shell: string) => {
    const { completion } = await import('./commands/completion.js');
    exitCode = await completion(shell, shapeOf(program), session);
  });

  const commandNames = program.commands.map((each) => each.name());
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) {
      await session.out(output);
      return 0;
    }
    // commander's way of saying that there is no command, or none of the name that follows `help`
    if (error.code !== 'commander.help') throw usageError(error.code, error.message, commandNames);
    const [, unknown] = program.args;
    if (unknown !== undefined) throw usageError('commander.unknownCommand', `'${unknown}'`, commandNames);
    await session.note(program.helpInformation());
    throw new UnusableError('usage/no-command', {
      zh: '没有给命令，请从上面选一个',
      en: 'no command was given; choose one of the above',
    });
  }
  return exitCode;
}

/** Describes a command and those below it, as completion scripts need it. */
function shapeOf(command: Command): CommandShape {
  const help = command.createHelp();
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(({ short, long, required, optional, description }) => ({
      names: [short, long].filter((name) => name !== undefined),
      takesValue: required || optional,
      description,
    })),
    words: [],
    commands: help.visibleCommands(command).map(shapeOf),
  };
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** Our own words for commander's errors, whose texts are English only and quote what was wrong. */
function usageError(code: string, message: string, commands: readonly string[]): UnusableError {
  const name = /'(.*)'/.exec(message)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1];
  const near = code === 'commander.unknownCommand' ? nearest(name, commands) : suggestion;
  const meant: Wording = near ? { zh: `，是不是 ${near}？`, en: `; did you mean ${near}?` } : { zh: '', en: '' };
  const words: Readonly<Record<string, Wording>> = {
    'commander.unknownCommand': { zh: '没有这个命令：{name}{meant}', en: 'no such command: {name}{meant}' },
    'commander.unknownOption': { zh: '没有这个选项：{name}{meant}', en: 'no such option: {name}{meant}' },
    'commander.missingArgument': { zh: '还要给出 {name}', en: '{name} is needed' },
    'commander.optionMissingArgument': { zh: '选项 {name} 后面要有值', en: 'option {name} needs a value' },
    'commander.excessArguments': { zh: '参数太多', en: 'too many arguments' },
  };
  return new UnusableError(code, words[code] ?? { zh: '命令写法不对', en: 'the call is not well formed' }, {
    name,
    meant,
  });
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
  await session.note(`${redact(forTerminal(`${place}${label}${words}`))}\n`);
  if (debug && error instanceof Error)
    await session.note(`${redact(forTerminal(error.stack ?? '').replace(/\\u\{a\}/g, '\n'))}\n`);
  return known ? error.exitCode : 3;
}
