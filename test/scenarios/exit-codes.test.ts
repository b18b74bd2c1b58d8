/** Which exit code each call has: 0 nothing found, 1 findings, 2 the call or the input is not usable, 3 not finished. */
import { projectFile, type Result, run } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const replaced = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the complete example has no ${from}`);
  return text.replace(from, to);
};
/** An expired licence is no more than a warning. */
const WARNED = replaced(COMPLETE, 'validUntil: 2023-12-31', 'validUntil: 2020-05-01');
const OUT_OF_SCOPE = replaced(COMPLETE, '柳州市城中区人力资源和社会保障局\n    level', '桂林市教育局\n    level');
const FILES = {
  'complete.yaml': COMPLETE,
  'open.yaml': 'institution:\n  name: 示例学校\n',
  'warned.yaml': WARNED,
  'outside.yaml': OUT_OF_SCOPE,
  'other-day.yaml': replaced(COMPLETE, 'asOf: 2020-05-11', 'asOf: 2020-05-10'),
  'no-day.yaml': replaced(COMPLETE, 'asOf: 2020-05-11', 'asOf: 2020-02-30'),
  'empty.yaml': '',
  'blank.yaml': ' \n\n',
  'large.yaml': `# ${'x'.repeat(1024 * 1024)}\n`,
  'as-large-as-can-be.yaml': `institution: {name: 示例学校}\n# ${'x'.repeat(1024 * 1024 - 37)}\n`,
  'folder/other.txt': 'text',
};

/** Runs the call beside the files above. */
const call = (line: string): Promise<Result> =>
  run(line === '' ? [] : line.split(' ').map((word) => word.replace('␠', ' ')), { files: FILES });

test('the largest file is as large as can be', () => {
  expect(Buffer.byteLength(FILES['as-large-as-can-be.yaml'])).toBe(1024 * 1024);
});

describe('0: done, and nothing to object to', () => {
  test.each([
    '--help',
    '-h',
    'help',
    'help validate',
    'validate --help',
    'init --help',
    '--version',
    '-V',
    'rules',
    'rules -f json',
    'rules -f markdown -o rules.md',
    'explain mask-stock',
    'explain 四（六）4',
    'explain 4.6.4',
    'schema',
    'schema report',
    'init school',
    'init',
    'validate complete.yaml',
    'validate complete.yaml complete.yaml',
    'validate complete.yaml -f json',
    'validate complete.yaml -f text -f json -o report.txt -o report.json',
    'validate complete.yaml -f text -f json -o - -o report.json',
    'validate complete.yaml --as-of 2020-05-11',
    'validate complete.yaml --stage prep',
    'validate complete.yaml --quiet',
    'validate warned.yaml',
    'validate warned.yaml --fail-on error',
    'validate warned.yaml --max-warnings 1',
    'validate open.yaml --exit-zero',
    'validate warned.yaml --fail-on warning --exit-zero',
    'validate no-day.yaml --as-of 2020-05-11 --exit-zero',
    '--lang en validate complete.yaml',
    'validate complete.yaml --lang=en',
  ])('%s', async (line) => {
    const { code, stderr } = await call(line);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('1: there are findings', () => {
  test.each([
    'validate open.yaml',
    'validate open.yaml -f json',
    'validate open.yaml -o report.txt',
    'validate open.yaml --quiet',
    'validate complete.yaml open.yaml --as-of 2020-05-11',
    'validate warned.yaml --fail-on warning',
    'validate warned.yaml --fail-on info',
    'validate warned.yaml --max-warnings 0',
    'validate as-large-as-can-be.yaml',
    'validate open.yaml --max-warnings 999',
    'validate no-day.yaml --as-of 2020-05-11',
  ])('%s', async (line) => {
    const { code, stderr } = await call(line);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});

test.each(['validate outside.yaml', 'validate outside.yaml -f json', 'validate outside.yaml --exit-zero'])(
  '2: there is nothing to check, and the report says why: %s',
  async (line) => {
    const { code, stdout, stderr } = await call(line);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toContain('本预案');
  },
);

describe('2: the call is not usable; it says so in both languages, and suggests what was meant', () => {
  test.each([
    ['--debug', '没有给命令', 'no command'],
    ['--color', '没有给命令', 'no command'],
    ['valdate', '是不是 validate？', 'did you mean validate?'],
    ['inti', '是不是 init？', 'did you mean init?'],
    ['nothing-like-it', '没有这个命令：nothing-like-it', 'no such command: nothing-like-it'],
    ['help valdate', '是不是 validate？', 'did you mean validate?'],
    ['validate --formt json', '是不是 --format？', 'did you mean --format?'],
    ['validate --quite', '是不是 --quiet？', 'did you mean --quiet?'],
    ['validate --nothing-like-it', '没有这个选项：--nothing-like-it', 'no such option: --nothing-like-it'],
    ['validate -x', '没有这个选项：-x', 'no such option: -x'],
    ['validate complete.yaml -f', '-f, --format <name> 后面要有值', '-f, --format <name> needs a value'],
    ['validate complete.yaml -o', '-o, --output <file> 后面要有值', '-o, --output <file> needs a value'],
    [
      'validate complete.yaml -f xml',
      '没有这个格式：xml；可用：text, json',
      'no such format: xml; possible: text, json',
    ],
    ['validate complete.yaml -f yaml', '没有这个格式：yaml', 'no such format: yaml'],
    ['rules -f sarif', '可用：text, json, markdown', 'possible: text, json, markdown'],
    ['validate complete.yaml -f constructor', '没有这个格式：constructor', 'no such format: constructor'],
    [
      'validate complete.yaml --stage running',
      '--stage 只能是 prep, apply, run',
      '--stage must be one of prep, apply, run',
    ],
    [
      'validate complete.yaml --fail-on grave',
      '--fail-on 只能是 error, warning, info',
      '--fail-on must be one of error, warning, info',
    ],
    [
      'validate complete.yaml --show-values some',
      '--show-values 只能是 none, masked, full',
      '--show-values must be one of none, masked, full',
    ],
    ['validate complete.yaml --max-warnings many', '--max-warnings 应是整数', '--max-warnings must be a whole number'],
    ['validate complete.yaml --max-warnings=-1', '--max-warnings 应是整数', '--max-warnings must be a whole number'],
    ['validate complete.yaml --max-warnings 1.5', '--max-warnings 应是整数', '--max-warnings must be a whole number'],
    ['validate complete.yaml --as-of 2020-02-30', '--as-of 应是真实的日期', '--as-of must be a real date'],
    ['validate complete.yaml --as-of today', '--as-of 应是真实的日期', '--as-of must be a real date'],
    ['validate complete.yaml --as-of 2020-5-6', '--as-of 应是真实的日期', '--as-of must be a real date'],
    ['validate complete.yaml -o a.txt -o b.txt', '-o 比 -f 多', 'more -o than -f'],
    ['validate complete.yaml -f json -o a.json -o b.json', '-o 比 -f 多', 'more -o than -f'],
    ['validate complete.yaml -f json -f text -o a -o a', '两个 -o 写到同一个文件', 'two -o name the same file'],
    [
      'validate complete.yaml -f json -f text -o a -o ./folder/../a',
      '两个 -o 写到同一个文件',
      'two -o name the same file',
    ],
    ['validate complete.yaml -f json -f text', '标准输出只能放一种格式', 'only one format can go to standard output'],
    [
      'validate complete.yaml -f json -f text -o -',
      '标准输出只能放一种格式',
      'only one format can go to standard output',
    ],
    [
      'validate complete.yaml -f json -f text -o - -o -',
      '标准输出只能放一种格式',
      'only one format can go to standard output',
    ],
    ['rules -f json -f markdown', '标准输出只能放一种格式', 'only one format can go to standard output'],
    ['validate complete.yaml -o complete.yaml', '会把它覆盖', 'would overwrite it'],
    ['validate open.yaml complete.yaml -f json -o ./complete.yaml', '会把它覆盖', 'would overwrite it'],
    ['explain', '还要给出 rule|clause', 'rule|clause is needed'],
    ['explain mask-stock masks', '参数太多', 'too many arguments'],
    ['explain mask-stok', '是不是 mask-stock？', 'did you mean mask-stock?'],
    ['explain nothing-like-it', '没有这条规则或条款：nothing-like-it', 'no such rule or clause: nothing-like-it'],
    ['explain 八（三）', '请写明是哪一个', 'say which'],
    ['explain 五（八）', '预案没有这一条', 'the plan has no such clause'],
    [
      'schema nothing',
      '可用：profile, report, config, diff, waivers, partial',
      'possible: profile, report, config, diff, waivers, partial',
    ],
    [
      'schema __proto__',
      '可用：profile, report, config, diff, waivers, partial',
      'possible: profile, report, config, diff, waivers, partial',
    ],
    ['rules all', '参数太多', 'too many arguments'],
  ])('%s', async (line, zh, en) => {
    const [chinese, english] = await Promise.all([call(`${line} --lang zh`), call(`${line} --lang en`)]);
    expect({ code: chinese.code, stdout: chinese.stdout }).toEqual({ code: 2, stdout: '' });
    expect(lastLine(chinese.stderr)).toMatch(/^错误：/);
    expect(lastLine(chinese.stderr)).toContain(zh);
    expect({ code: english.code, stdout: english.stdout }).toEqual({ code: 2, stdout: '' });
    expect(lastLine(english.stderr)).toMatch(/^error: /);
    expect(lastLine(english.stderr)).toContain(en);
    expect(lastLine(english.stderr).replace(CITATION, '')).not.toMatch(/\p{Script=Han}/u);
    for (const { stderr, files } of [chinese, english]) {
      if (!line.includes('--debug')) expect(stderr).not.toMatch(/^ +at /m);
      expect(Object.keys(files).sort()).toEqual(Object.keys(FILES).sort());
    }
  });

  test('a language that there is not, told in the language of the surroundings', async () => {
    const english = await run(['rules', '--lang', 'fr'], { env: { LANG: 'en_US.UTF-8' } });
    expect(english).toMatchObject({ code: 2, stdout: '', stderr: 'error: the language must be zh or en\n' });
    const chinese = await run(['rules', '--lang=fr']);
    expect(chinese).toMatchObject({ code: 2, stdout: '', stderr: '错误：语言只能是 zh 或 en\n' });
    const missing = await run(['rules', '--lang']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    const fromSurroundings = await run(['rules'], { env: { RESUME_CHECK_LANG: 'fr', LANG: 'en' } });
    expect(fromSurroundings).toMatchObject({ code: 2, stdout: '', stderr: 'error: the language must be zh or en\n' });
  });

  test('no command at all: the help is on stderr, before the error', async () => {
    const { code, stdout, stderr } = await call('');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('validate [options] [profile...]');
    expect(lastLine(stderr)).toBe('错误：没有给命令，请从上面选一个');
  });
});

describe('2: the input is not usable', () => {
  test.each([
    ['validate', 'profile.yaml:1:1: error: no such file'],
    ['validate nowhere.yaml', 'nowhere.yaml:1:1: error: no such file'],
    ['validate complete.yaml nowhere.yaml', 'nowhere.yaml:1:1: error: no such file'],
    ['validate complete.yaml/nowhere.yaml', 'complete.yaml/nowhere.yaml:1:1: error: no such file'],
    [`validate ${'x'.repeat(300)}.yaml`, 'error: no such file'],
    ['validate folder', 'folder:1:1: error: this is a folder'],
    ['validate .', '.:1:1: error: this is a folder'],
    ['validate empty.yaml', 'empty.yaml:1:1: error: the file is empty'],
    ['validate blank.yaml', 'blank.yaml:1:1: error: the file is empty'],
    ['validate large.yaml', 'large.yaml:1:1: error: the file has more than 1048576 bytes'],
    ['validate folder/other.txt', 'folder/other.txt:1:1: error: this is no profile'],
    ['validate no-day.yaml', 'no-day.yaml:4:7: error: asOf is no real date'],
    ['validate complete.yaml other-day.yaml', 'error: the profiles have different asOf dates'],
    ['init folder --force extra', 'error: too many arguments'],
  ])('%s', async (line, message) => {
    const { code, stdout, stderr, files } = await call(`${line} --lang en`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(Object.keys(files).sort()).toEqual(Object.keys(FILES).sort());
  });

  test('with several formats, none is written', async () => {
    const { code, files } = await call('validate empty.yaml -f text -f json -o a.txt -o a.json');
    expect(code).toBe(2);
    expect(Object.keys(files).sort()).toEqual(Object.keys(FILES).sort());
  });
});

describe('the exit code is that of the judgement, whatever the format, language or place of the report', () => {
  test.each([
    ['complete.yaml', 0],
    ['open.yaml', 1],
    ['outside.yaml', 2],
  ] as const)('%s: %i', async (file, expected) => {
    const ways = [
      '-f text',
      '-f json',
      '-o report.txt',
      '-f json -o report.json',
      '--lang en',
      '--quiet',
      '--color',
      '--show-values full',
    ];
    const codes = await Promise.all(ways.map(async (way) => (await call(`validate ${file} ${way}`)).code));
    expect(codes).toEqual(ways.map(() => expected));
  });
});

test('--debug adds a stack trace to an error, on stderr only', async () => {
  const without = await call('validate nowhere.yaml');
  expect(without.stderr.split('\n')).toHaveLength(2);
  const { code, stdout, stderr } = await call('validate nowhere.yaml --debug');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^ +at /m);
});

/** Clauses are cited in Chinese in every language. */
const CITATION = /[五八]?(?:·流程|·追责)?（[一二三四五六七八九]）|[五八]/g;

function lastLine(text: string): string {
  return (
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !/^ +at /.test(line) && !/^Unusable/.test(line))
      .at(-1) ?? ''
  );
}
