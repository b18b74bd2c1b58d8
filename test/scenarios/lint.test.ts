/** `lint` as it is called: exit codes, options, messages, and the same bytes whenever and wherever it runs. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { CLEAN, cleanBut, HEADER, lint, ROWS } from './lint-logs.js';
import { projectFile, run, runProgram, type Surroundings } from './run.js';

const AS_OF = ['--as-of', '2020-05-08'];
const call = (argv: readonly string[], files: Surroundings['files'], env: Record<string, string> = {}) =>
  run(['lint', ...AS_OF, ...argv], { files: files ?? {}, env });
/** The same in a process of its own, which has threads. */
const callProgram = (argv: readonly string[], files: Surroundings['files']) =>
  runProgram(['lint', ...AS_OF, ...argv], { files: files ?? {} });

/** A row without its temperature: an error. */
const WRONG = cleanBut('36.6', '');
/** A yellow code: a warning. */
const DOUBTFUL = cleanBut('36.6,绿', '36.6,黄');
/** A time with one digit: a remark. */
const LENIENT = cleanBut('08:01', '8:01');

describe('the exit code', () => {
  test.concurrent.each([
    ['a clean log', CLEAN, [], 0],
    ['an error', WRONG, [], 1],
    ['an error with --exit-zero', WRONG, ['--exit-zero'], 0],
    ['a warning', DOUBTFUL, [], 0],
    ['a warning with --fail-on warning', DOUBTFUL, ['--fail-on', 'warning'], 1],
    ['a warning with --max-warnings 1', DOUBTFUL, ['--max-warnings', '1'], 0],
    ['a warning with --max-warnings 0', DOUBTFUL, ['--max-warnings', '0'], 1],
    ['a remark', LENIENT, ['--fail-on', 'warning'], 0],
    ['a remark with --fail-on info', LENIENT, ['--fail-on', 'info'], 1],
    ['a remark with --strict', LENIENT, ['--strict'], 1],
    ['nothing that can be read', '', [], 2],
    ['nothing that can be read, with --exit-zero', '', ['--exit-zero'], 2],
  ] as const)('%s', async (_, log, argv, code) => {
    const result = await call(['entry.csv', ...argv], { 'entry.csv': log });
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
    expect(result.stdout).toContain('entry.csv'.slice(0, log === CLEAN ? 0 : 9));
  });

  test.concurrent.each([
    [['--kind', 'entri'], '--kind'],
    [['--map', '名簿'], '--map'],
    [['--map', '=姓名'], '--map'],
    [['--encoding', 'big5'], '--encoding'],
    [['--year', 'x'], '--year'],
    [['--jobs', '-1'], '--jobs'],
    [['--fail-on', 'never'], '--fail-on'],
    [['--max-warnings', '1.5'], '--max-warnings'],
    [['--stage', 'later'], '--stage'],
    [['--as-of', '2020-13-01'], '--as-of'],
    [['-f', 'xml'], 'xml'],
    [['-o', 'entry.csv'], '-o'],
    [['-f', 'json', '-o', 'profile.yaml'], '-o'],
    [['--rejects', 'entry.csv'], '--rejects'],
    [['--rejects', 'profile.yaml'], '--rejects'],
    [['--rejects', 'o.csv', '-f', 'csv', '-o', './o.csv'], '--rejects'],
    [['--profile', 'nobody.yaml'], 'nobody.yaml'],
    [['--config', 'nobody.yaml'], 'nobody.yaml'],
    [['nobody.csv'], 'nobody.csv'],
  ])('%j is 2, and says what is wrong with it', async (argv, named) => {
    const files = { 'entry.csv': CLEAN, 'profile.yaml': 'institution: { id: a }\n' };
    const result = await call(['entry.csv', ...argv], files);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain(named);
    expect(result.files).toEqual(files);
  });

  test('no log is 2; one that can be read beside one that can not is 1', async () => {
    const [none, some] = await Promise.all([
      call(['logs'], { 'logs/readme.md': '' }),
      call(['logs'], { 'logs/entry.csv': CLEAN, 'logs/empty.csv': '' }),
    ]);
    expect({ code: none.code, stdout: none.stdout }).toEqual({ code: 2, stdout: '' });
    expect(none.stderr).toContain('*.csv');
    expect(some.code).toBe(1);
    expect(some.stdout).toContain('empty.csv:1:1');
  });
});

describe('options of reading', () => {
  test('--map names a header; without it the column is missing', async () => {
    const files = { 'entry.csv': CLEAN.replace('姓名', '名簿') };
    const without = await lint(files);
    expect(without.findings).toContain('error entry.csv:1 input/header-missing');
    const withIt = await lint(files, ['entry.csv', '--map', '名簿=姓名']);
    expect({ code: withIt.code, findings: withIt.findings }).toEqual({ code: 0, findings: [] });
  });

  test('--encoding overrides what would be found out', async () => {
    const utf8 = await lint({ 'entry.csv': CLEAN }, ['entry.csv', '--encoding', 'utf-8']);
    expect(utf8.code).toBe(0);
    const gbk = await lint({ 'entry.csv': CLEAN }, ['entry.csv', '--encoding', 'gb18030']);
    expect(gbk.code).toBe(2);
    expect(gbk.findings[0]).toMatch(/input\/(?:kind-unknown|encoding)$/);
  });

  test('a time alone is of the date of its row, and that is said', async () => {
    const head = '日期,姓名,人员类别,进入时间,进入体温,症状,发病时间,观察人,离开时间,去向,记录人';
    const row = (onset: string): string => `2020-05-06,张示例,学员,08:25,36.9,头痛,${onset},李示例,08:55,居家,李示例`;
    const onsets = async (...all: string[]): Promise<readonly string[]> => {
      const { findings } = await lint({ 'isolation.csv': `${[head, ...all.map(row)].join('\n')}\n` });
      return findings.filter((each) => each.includes('input/'));
    };
    expect(await onsets('08:20', '2020-05-05', '2020-05-06 08:20')).toEqual([
      'info isolation.csv:2 input/lenient-date-added',
    ]);
    expect(await onsets('08:40', '2020-05-07', '早上')).toEqual([
      'info isolation.csv:2 input/lenient-date-added',
      // those of rows 2 and 3 are one
      'error isolation.csv:2 input/order',
      'error isolation.csv:4 input/cell-datetime',
    ]);
  });

  test('--year is the year of dates without one', async () => {
    const files = { 'entry.csv': CLEAN.replaceAll('2020-05-06', '5月6日') };
    const without = await lint(files);
    expect(without.findings).toContain('error entry.csv:2 input/cell-date-without-year');
    const withIt = await lint(files, ['entry.csv', '--year', '2020']);
    expect(withIt.findings).toEqual(['info entry.csv:2 input/lenient-year-added']);
  });
});

describe('the profile', () => {
  const PROFILE = 'institution: { id: shili, name: 示例学校 }\n';
  const id = (stdout: string): string => JSON.parse(stdout).institutions[0].id;

  test('beside the logs, beside their folder, named, or none', async () => {
    const json = ['-f', 'json'];
    const [inside, beside, named, none] = await Promise.all([
      call(['logs', ...json], { 'logs/entry.csv': CLEAN, 'logs/profile.yaml': PROFILE }),
      call(['logs', ...json], { 'logs/entry.csv': CLEAN, 'profile.yaml': PROFILE }),
      call(['logs', ...json, '--profile', 'other.yaml'], { 'logs/entry.csv': CLEAN, 'other.yaml': PROFILE }),
      call(['logs', ...json, '--no-profile'], { 'logs/entry.csv': CLEAN, 'profile.yaml': PROFILE }),
    ]);
    expect([inside, beside, named, none].map(({ stdout }) => id(stdout))).toEqual(['shili', 'shili', 'shili', 'logs']);
    const inputs = JSON.parse(beside.stdout).institutions[0].inputs;
    expect(inputs.map(({ file, kind }: Record<string, string>) => `${kind} ${file}`)).toEqual([
      'profile profile.yaml',
      'entry logs/entry.csv',
    ]);
  });
});

describe('the configuration', () => {
  const WARM = cleanBut('36.6', '37.3');
  const ABOVE = "limits:\n  fever: { operator: '>' }\n";

  test('says which readings are plausible, and the message gives those numbers', async () => {
    const saying = async (config: string): Promise<string[]> => {
      const log = CLEAN.replace('36.5', '34.5').replace('36.6', '29.0');
      const { found } = await lint({ 'entry.csv': log, 'resume-check.yaml': config }, ['entry.csv']);
      return found.filter(({ rule }) => rule === 'input/temperature').map(({ message }) => message.zh);
    };
    const possible = '“体温”不可能是体温（低于 30 或高于 45，工具默认值，非预案规定），请核实改正';
    expect(await saying('hints: true\n')).toEqual([
      '“体温”不大可能（低于 35 或高于 42，工具默认值，非预案规定），请复测',
      possible,
    ]);
    expect(await saying('limits:\n  plausibleLow: 34\n')).toEqual([possible]);
    expect(await saying('limits:\n  plausibleLow: 34.8\n  possibleLow: 28\n')).toEqual([
      '“体温”不大可能（低于 34.8 或高于 42，工具默认值，非预案规定），请复测（第2–3行，2 格）',
    ]);
  });

  test('says whether 37.3 is a fever, and the report says that it did', async () => {
    const usual = await lint({ 'entry.csv': WARM });
    expect(usual.code).toBe(1);
    expect(usual.findings).toEqual([
      'error entry.csv:3 symptomatic-reported',
      'error entry.csv:3 symptomatic-to-fever-clinic',
    ]);
    const files = { 'entry.csv': WARM, 'resume-check.yaml': ABOVE };
    const configured = await lint(files, ['entry.csv']);
    expect({ code: configured.code, findings: configured.findings }).toEqual({
      code: 0,
      findings: ['info resume-check.yaml:2 input/configured'],
    });
    expect(configured.found[0]?.message.zh).toContain('发热 > 37.3');
    const text = await call(['entry.csv', '--lang', 'en'], files);
    expect(text.stdout).toContain('as configured: fever > 37.3');
    const hot = await call(['entry.csv'], { ...files, 'entry.csv': cleanBut('36.6', '37.4') });
    expect(hot.code).toBe(1);
    expect(hot.stdout.replace(/\s/g, '')).toContain('本次按配置取>37.3');
  });

  test.concurrent.each([
    ['a number of the plan', 'limits:\n  classSize: 60\n', 'c.yaml:2:14', '五（五）'],
    ['an unknown key', 'limit: {}\n', 'c.yaml:1:1', 'limits'],
    ['an unknown limit', 'limits:\n  fevr: 38\n', 'c.yaml:2:3', 'fever'],
    ['an operator that is none', 'limits:\n  fever: { operator: "=>" }\n', 'c.yaml:2:22', '>='],
    ['the severity of an obligation', 'severity:\n  entry-code-and-temperature: info\n', 'c.yaml:2:31', '预案的要求'],
  ])('%s is refused with its place', async (_, config, place, words) => {
    const { code, stdout, stderr } = await call(['entry.csv', '--config', 'c.yaml'], {
      'entry.csv': WARM,
      'c.yaml': config,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(place);
    expect(stderr).toContain(words);
  });

  test('hints can be turned off, here or in the call', async () => {
    const same = Array.from(
      { length: 30 },
      (_, i) => `2020-05-06,08:00,17:00,示例${100 + i},X${100 + i},学员,一班,是,13800000001,36.5,绿,大门,李示例`,
    );
    const files = { 'entry.csv': [HEADER, ...same, ''].join('\n') };
    const hints = ({ findings }: { readonly findings: readonly string[] }) =>
      findings.filter((each) => each.includes(' hint/'));
    const [on, off, configured] = await Promise.all([
      lint(files),
      lint(files, ['entry.csv', '--no-hints']),
      lint({ ...files, 'c.yaml': 'hints: false\n' }, ['entry.csv', '--config', 'c.yaml']),
    ]);
    expect(on.code).toBe(0);
    expect(hints(on)).not.toEqual([]);
    expect(hints(on).every((each) => each.startsWith('info '))).toBe(true);
    expect([hints(off), hints(configured)]).toEqual([[], []]);
  });
});

describe('the rejects', () => {
  test('are written beside the report, with a byte order mark and CRLF', async () => {
    const { code, files, stdout } = await call(['entry.csv', '--rejects', 'out/rejects.csv'], { 'entry.csv': WRONG });
    expect(code).toBe(1);
    expect(stdout).not.toContain('王示例');
    const text = files['out/rejects.csv'] ?? '';
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows: string[][] = parse(text, { bom: true });
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['文件', '行', '列', '规则', '条款'],
      ['entry.csv', '3', 'J', 'entry-code-and-temperature', '四（三）2'],
    ]);
    expect(rows[1]?.slice(7)).toEqual((WRONG.split('\n')[2] ?? '').split(','));
  });

  test('of a clean log are a header', async () => {
    const { code, files } = await call(['entry.csv', '--rejects', 'r.csv'], { 'entry.csv': CLEAN });
    expect(code).toBe(0);
    expect(files['r.csv']?.split('\r\n').length).toBe(2);
  });
});

describe('the JSON report', () => {
  const files = {
    'logs/entry.csv': WRONG,
    'logs/b.csv': LENIENT.replaceAll('2020-05-06', '2020-05-07'),
    'logs/e.csv': '',
  };

  test('is by its schema', async () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(projectFile('schemas/report.schema.json')),
    );
    const { stdout } = await call(['logs', '-f', 'json'], files);
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('has the same bytes twice, in any time zone and language, with one job and two', async () => {
    const argv = ['logs', '-f', 'json'];
    const first = await call(argv, files);
    expect(first.code).toBe(1);
    const others = await Promise.all([
      call(argv, files),
      call(argv, files, { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' }),
      call(argv, files, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', CI: 'true', NO_COLOR: '1' }),
      call([...argv, '--jobs', '1'], files),
      callProgram([...argv, '--jobs', '2', '--lang', 'en'], files),
      call(['logs', './logs/b.csv', 'logs/*.csv', '-f', 'json'], files),
    ]);
    for (const { code, stdout } of others) expect({ code, stdout }).toEqual({ code: 1, stdout: first.stdout });
  });

  test('is the same from files that are read in threads', async () => {
    // files below eight megabytes together are read in one
    const note = '示例'.repeat(90);
    const rows = (day: string): string =>
      Array.from(
        { length: 8_000 },
        (_, i) => `${day},08:00,17:00,示例${i},X${i},学员,一班,是,13800000001,36.${i % 7},绿,大门,李示例,${note}`,
      ).join('\n');
    const large = {
      'logs/a.csv': `${HEADER},备注\n${rows('2020-05-06')}\n${(ROWS[0] ?? '').replace('36.5', '')}\n`,
      'logs/b.csv': `${HEADER},备注\n${rows('2020-05-07')}\n${(ROWS[1] ?? '').replace('绿', '')}\n`,
    };
    const argv = ['logs', '-f', 'json', '--jobs'];
    const [one, two] = [await call([...argv, '1'], large), await callProgram([...argv, '2'], large)];
    expect(Buffer.byteLength(Object.values(large).join(''))).toBeGreaterThan(8 * 1024 * 1024);
    expect(one.code).toBe(1);
    expect(two.stdout).toBe(one.stdout);
  });
});
