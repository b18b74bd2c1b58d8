/** What people really hand in as CSV: every way in which it goes wrong is told with its line, and none is a crash. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { CLEAN, cleanBut, type Found, HEADER, lint, ROWS } from './lint-logs.js';
import { runProgram } from './run.js';

const [FIRST = '', SECOND = '', THIRD = ''] = ROWS;
const gbk = (text: string): Uint8Array => iconv.encode(text, 'gb18030');
const lines = (...each: string[]): string => `${each.join('\n')}\n`;
const semicolons = (text: string): string => text.replaceAll(',', ';');

const WORKBOOK = zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook/>') });
const OLD_WORKBOOK = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);

/** Files of which nothing can be judged: what is said, and where. */
const REFUSED: readonly (readonly [title: string, content: string | Uint8Array, finding: string])[] = [
  ['an empty file', '', 'error entry.csv:1 input/empty'],
  ['a byte order mark and nothing else', '\ufeff', 'error entry.csv:1 input/empty'],
  ['blank lines only', '\n\r\n\n', 'error entry.csv:1 input/empty'],
  ['an unknown kind', '型号,价格\nA1,12\n', 'error entry.csv:1 input/kind-unknown'],
  ['no header', lines(FIRST, SECOND), 'error entry.csv:1 input/kind-unknown'],
  [
    'a binary file',
    Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xff, 0xfe, 0, 0]),
    'error entry.csv:1 input/encoding',
  ],
  ['a workbook renamed', WORKBOOK, 'error entry.csv:1 input/encoding'],
  ['an old workbook renamed', OLD_WORKBOOK, 'error entry.csv:1 input/encoding'],
  ['a NUL in a cell', cleanBut('张示例', '张\0示例'), 'error entry.csv:2 input/encoding'],
  ['UTF-16 without a mark', iconv.encode(CLEAN, 'utf-16le', { addBOM: false }), 'error entry.csv:1 input/encoding'],
  [
    'GBK rows behind UTF-8 rows',
    Buffer.concat([Buffer.from(lines(HEADER, FIRST)), gbk(lines(SECOND))]),
    'error entry.csv:3 input/encoding',
  ],
  ['an unclosed quote in the header', `"${CLEAN}`, 'error entry.csv:1 input/quote'],
];

test.concurrent.each(REFUSED)('%s: exit code 2', async (_, content, finding) => {
  const { code, stderr, findings } = await lint({ 'entry.csv': content });
  expect({ code, stderr, findings: findings.slice(0, 1) }).toEqual({ code: 2, stderr: '', findings: [finding] });
});

const AGAIN = (line: number): string => `info entry.csv:${line} input/header-repeated`;
const UPPER = '日期,进出,,人员,,,,,,健康,,,';
const UNITS = ',时:分,时:分,,,,,,,℃,,,';

/** Files that are read, with all that is said about them. */
const READ: readonly (readonly [title: string, content: string | Uint8Array, findings: readonly string[]])[] = [
  ['a daily log without rows', lines(HEADER), ['error entry.csv:1 input/no-rows']],
  ['CRLF', CLEAN.replaceAll('\n', '\r\n'), []],
  ['CR', CLEAN.replaceAll('\n', '\r'), []],
  ['no newline at the end', CLEAN.trimEnd(), []],
  ['mixed newlines', `${HEADER}\r\n${FIRST}\r${SECOND}\n`, ['info entry.csv:1 input/newlines']],
  ['sep=;', `sep=;\n${semicolons(CLEAN)}`, []],
  ['semicolons', semicolons(CLEAN), []],
  ['tabs', CLEAN.replaceAll(',', '\t'), []],
  ['full-width commas', CLEAN.replaceAll(',', '，'), ['info entry.csv:1 input/wide-comma']],
  ['full-width commas in GBK', gbk(CLEAN.replaceAll(',', '，')), ['info entry.csv:1 input/wide-comma']],
  [
    'a full-width comma between the cells of one row, which is told and not judged',
    lines(HEADER, FIRST.replace('学员,一班', '学员，一班'), SECOND),
    ['error entry.csv:2 input/wide-comma'],
  ],
  [
    'full-width commas in the text of rows that lack cells, as text has them',
    lines(`${HEADER},症状,备注`, `${FIRST},"干，痒"`, `${SECOND.replace('36.6', '高')},干，痒`),
    ['error entry.csv:3 input/cell-decimal', 'info entry.csv:2 input/lenient-separator'],
  ],
  [
    'the numbers of a printed form, with rows that were not used',
    lines(`序号,${HEADER}`, `1,${FIRST}`, `2,${SECOND}`, `3${','.repeat(13)}`, `4${','.repeat(13)}`),
    [],
  ],
  ['a row of units and of what may be written', lines(HEADER, ',时:分,时:分,,,,,是/否,,℃,绿/黄/红,,', FIRST), []],
  [
    'a table of another kind below, and the log again below that',
    lines(
      HEADER,
      FIRST,
      '',
      '通风记录,,,',
      '日期,场所,第几次,开窗时间,关窗时间',
      '2020-05-06,甲,1,高,08:30',
      HEADER,
      SECOND,
    ),
    [
      'info entry.csv:4 input/title-rows',
      'error entry.csv:5 input/other-table',
      'info entry.csv:7 input/header-repeated',
    ],
  ],
  [
    'a date without a year beside those with one',
    lines(
      '编号,来源,问题,提出日期,整改期限,责任人,完成日期,复查结果',
      '1,自查,示例,2020-05-01,2020-05-07,张示例,5月6日,合格',
    ),
    ['info entry.csv:2 input/lenient-year-added'],
  ],
  [
    'numbers that Excel has cut, the date of Excel in another column, and 同上, which is read',
    lines(
      HEADER,
      FIRST.replace('X001', '2.02005E+11'),
      SECOND.replace('王示例', '同上'),
      THIRD.replace('36.4', '43952').replace('大门', '同上'),
    ),
    [
      'error entry.csv:2 input/cell-id-scientific',
      'info entry.csv:3 input/lenient-ditto',
      'error entry.csv:4 input/cell-shifted-date',
      'info entry.csv:4 input/lenient-ditto',
    ],
  ],
  ['two byte order marks', `\ufeff\ufeff${CLEAN}`, []],
  ['a byte order mark before a quoted header', `\ufeff${CLEAN.replace('日期', '"日期"')}`, []],
  ['title rows', `示例学校出入登记表,,,\n\n${CLEAN}`, ['info entry.csv:1 input/title-rows']],
  ['a header of two rows', lines(UPPER, HEADER.replace('日期', ''), FIRST, SECOND), []],
  ['the header again', lines(HEADER, FIRST, HEADER, SECOND, HEADER, THIRD), [AGAIN(3)]],
  [
    'the header again with the same columns by other names, notes and spaces',
    lines(HEADER, FIRST, HEADER.replace('姓名', '学员 姓名').replace('体温', '体温（℃）'), SECOND),
    [AGAIN(3)],
  ],
  [
    'the header again in quotes, in GBK',
    gbk(lines(HEADER, FIRST, HEADER.replace('姓名', '"姓\n名"'), SECOND)),
    [AGAIN(3)],
  ],
  ['the header again without a row below it', lines(HEADER, FIRST, HEADER), [AGAIN(3)]],
  ['the header twice at the beginning', lines(HEADER, HEADER, FIRST), [AGAIN(2)]],
  ['nothing but the header, twice', lines(HEADER, HEADER), ['error entry.csv:1 input/no-rows', AGAIN(2)]],
  [
    'a header of two rows again',
    lines(UPPER, HEADER.replace('日期', ''), FIRST, UPPER, HEADER.replace('日期', ''), SECOND),
    [AGAIN(4)],
  ],
  ['a header with units again', lines(HEADER, UNITS, FIRST, HEADER, UNITS, SECOND), [AGAIN(4)]],
  ['a row of units', lines(HEADER, UNITS, FIRST, SECOND), []],
  [
    'rows of totals and signatures',
    `${CLEAN}合计,,,3人,,,,,,,,,\n负责人签字：,,,,,,,,,,,,\n`,
    ['info entry.csv:5 input/footer', 'info entry.csv:6 input/footer'],
  ],
  ['blank rows and rows of commas', CLEAN.replace(SECOND, `\n,,,,,,,,,,,,\n${SECOND}`), []],
  ['commas at the ends', CLEAN.replaceAll('\n', ',,\n'), []],
  [
    'a short row and a long one',
    lines(HEADER, FIRST, SECOND.replace(',绿,大门,李示例', ''), `${THIRD},多,余`),
    [
      'error entry.csv:3 entry-code-and-temperature',
      'error entry.csv:3 input/cell-empty',
      'error entry.csv:4 input/row-long',
    ],
  ],
  [
    'newlines in quotes: lines are those of an editor',
    lines(
      `${HEADER},备注`,
      `${FIRST},"两行\n\n备注"`,
      `${SECOND.replace('36.6', '')},"又\r\n两行"`,
      `${THIRD.replace('36.4', '高')},`,
    ),
    ['error entry.csv:5 entry-code-and-temperature', 'error entry.csv:7 input/cell-decimal'],
  ],
  [
    'an unclosed quote: the rows before it are judged',
    lines(HEADER, FIRST.replace('36.5', ''), SECOND.replace('张示例', '"张').replace('王示例', '"王'), THIRD),
    ['error entry.csv:2 entry-code-and-temperature', 'error entry.csv:3 input/quote'],
  ],
  [
    'a quote inside a cell, and spaces before one',
    lines(HEADER, FIRST.replace('张示例', '张"示"例'), SECOND.replace('王示例', ' "王示例" ')),
    [],
  ],
  [
    'text behind a quote',
    lines(HEADER, FIRST.replace('张示例', '"张"示例'), SECOND),
    ['error entry.csv:2 input/quote'],
  ],
  [
    'headers twice, empty and unknown',
    lines(`${HEADER},体温,,没见过`, ...ROWS.map((row) => `${row},36.5,甲,乙`)),
    [
      'error entry.csv:1 input/header-duplicate',
      'info entry.csv:1 input/header-empty',
      'info entry.csv:1 input/header-unknown',
    ],
  ],
  [
    'names of JavaScript as headers and cells',
    lines(
      `${HEADER},__proto__,constructor,toString,__proto__`,
      ...ROWS.map((row) => `${row.replace('绿', 'constructor')},__proto__,x,y,z`),
    ),
    [
      ...new Array(4).fill('info entry.csv:1 input/header-unknown'),
      // alike cells of rows that follow each other are one
      'error entry.csv:2 input/cell-enum',
    ],
  ],
  [
    'full-width digits and signs',
    lines(
      HEADER,
      FIRST.replace('36.5', '３６．５℃'),
      SECOND.replace('36.6', '36。6'),
      THIRD.replace('36.4', '"36,4"').replace('08:02', '０８：０２'),
    ),
    [
      'info entry.csv:2 input/lenient-full-width',
      'info entry.csv:2 input/lenient-unit',
      'info entry.csv:2 input/lenient-decimal-sign',
      'info entry.csv:4 input/lenient-full-width',
    ],
  ],
  [
    'dates as Excel and people write them',
    lines(
      HEADER,
      FIRST.replace('2020-05-06', '43957'),
      SECOND.replace('2020-05-06', '2020年5月6日'),
      THIRD.replace('2020-05-06', '2020/5/6'),
    ),
    ['info entry.csv:2 input/lenient-date-serial', 'info entry.csv:3 input/lenient-date-form'],
  ],
  [
    'dates that can not be read',
    lines(
      HEADER,
      FIRST.replace('2020-05-06', '5月6日'),
      SECOND.replace('2020-05-06', '20/5/6'),
      THIRD.replace('2020-05-06', '2020/13/1'),
    ),
    [
      'error entry.csv:2 input/cell-date-without-year',
      'error entry.csv:3 input/cell-date-two-digit-year',
      'error entry.csv:4 input/cell-date',
    ],
  ],
  [
    'formulas in cells',
    lines(
      HEADER,
      FIRST.replace('36.5', '"=HYPERLINK(""http://x"",""36.5"")"'),
      SECOND.replace('36.6', '="36.6"'),
      THIRD.replace('赵示例', '=A1'),
    ),
    [
      'error entry.csv:2 input/cell-formula',
      'info entry.csv:3 input/lenient-wrapped',
      'error entry.csv:4 input/cell-formula',
    ],
  ],
];

test.concurrent.each(READ)('%s', async (_, content, findings) => {
  const result = await lint({ 'entry.csv': content });
  expect(result.stderr).toBe('');
  expect([...result.findings].sort()).toEqual([...findings].sort());
  expect(result.code).toBe(findings.some((each) => each.startsWith('error')) ? 1 : 0);
});

test('a workbook is told to be saved as CSV, in both languages', async () => {
  const { found } = await lint({ 'entry.csv': WORKBOOK });
  expect(found[0]?.message.zh).toContain('另存为 CSV');
  expect(found[0]?.message.en).toContain('save as CSV');
});

test('a header that fits several kinds is asked about, not guessed; --kind settles it', async () => {
  const files = { 'log.csv': lines('检查日期,检查部位,检查人', '2020-05-06,东楼梯,张示例') };
  const { code, findings, found } = await lint(files);
  expect({ code, findings }).toEqual({ code: 2, findings: ['error log.csv:1 input/kind-ambiguous'] });
  expect(found[0]?.message.zh).toContain('环境卫生检查通报（hygiene）、消防检查（fire）');
  const settled = await lint(files, ['log.csv', '--kind', 'fire']);
  expect(settled.inputs[0]?.kind).toBe('fire');
});

test('the log of an event may have no rows', async () => {
  const { code, findings, inputs } = await lint({
    'clearance.csv': lines('姓名,疾病或症状,发病日期,康复日期,出具单位,出具日期,结论,查验人,返回日期'),
  });
  expect({ code, findings }).toEqual({ code: 0, findings: [] });
  expect(inputs).toEqual([{ file: 'clearance.csv', kind: 'clearance', encoding: 'utf-8', rows: 0 }]);
});

test('identity numbers that Excel has cut are told to be typed again; its ways to keep them are read', async () => {
  const ids = ['9.99999E+17', '999999199001010000', "'999999194912310025", '"=""999999194912310025"""'];
  const { findings, found } = await lint({
    'visitor.csv': lines(
      '日期,姓名,证件号,来访事由,受访人,批准人,体温,健康码,进入时间,离开时间,登记人',
      ...ids.map((id, i) => `2020-05-06,示例00${i},${id},送货,李示例,李示例,36.5,绿,08:0${i},08:30,李示例`),
    ),
  });
  expect(findings).toEqual([
    'error visitor.csv:2 input/cell-id-scientific',
    'error visitor.csv:3 input/cell-id-digits-lost',
    'info visitor.csv:4 input/lenient-wrapped',
  ]);
  expect(found[0]?.message.zh).toContain('无法恢复');
});

test('a GBK file cut off at any byte is read, or told to be broken there', async () => {
  const whole = gbk(lines('日期,场所,开窗时间,关窗时间,责任人', '2020-05-06,一教室,08:00,08:30,李示例'));
  const cuts = Array.from({ length: whole.length }, (_, at) => whole.slice(0, at));
  const name = (at: number): string => `cut-${String(at).padStart(2, '0')}.csv`;
  const { code, stdout, stderr, found } = await lint(Object.fromEntries(cuts.map((cut, at) => [name(at), cut])), ['.']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).not.toContain('\ufffd');
  const broken = cuts.flatMap((cut, at) => {
    try {
      new TextDecoder('gb18030', { fatal: true }).decode(cut);
      return [];
    } catch {
      return [`${name(at)}:${cut.includes(0x0a) ? 2 : 1} ${at - 1}`];
    }
  });
  expect(broken.length).toBeGreaterThan(20);
  const told = found
    .filter(({ rule }) => rule === 'input/encoding')
    .map(({ file, line, message }) => `${file}:${line} ${/第 (\d+) 字节/.exec(message.zh)?.[1]}`);
  expect(told).toEqual(broken);
});

describe('large', () => {
  const MEGABYTE = 1024 * 1024;
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'resume-check-large-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Writes 100 MB. */
  function large(name: string, head: string, piece: string): string {
    const path = join(folder, name);
    const block = Buffer.from(piece.repeat(MEGABYTE / piece.length));
    const handle = openSync(path, 'w');
    try {
      writeSync(handle, head);
      for (let i = 0; i < 100; i++) writeSync(handle, block);
    } finally {
      closeSync(handle);
    }
    return path;
  }

  test.each([
    [
      'a quote that is never closed',
      lines(HEADER, FIRST.replace('36.5', ''), '2020-05-06,"x'),
      'y,z\n',
      1,
      [':2 entry-code-and-temperature', ':3 input/quote'],
    ],
    ['one line', '', 'yyyy', 2, [':1 input/record-too-long']],
  ] as const)('%s of 100 MB, with a heap of 64 MB', async (_, head, piece, code, rules) => {
    const path = large('log.csv', head, piece);
    const argv = ['lint', path, '--as-of', '2020-05-08', '-f', 'json'];
    const result = await runProgram(argv, { env: { NODE_OPTIONS: '--max-old-space-size=64' } });
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
    const found: readonly Found[] = JSON.parse(result.stdout).institutions[0].findings;
    expect(found.map(({ line, rule }) => `:${line} ${rule}`)).toEqual(rules);
  });

  test('a hundred thousand columns', async () => {
    const many = (text: string): string => `,${text}`.repeat(100_000);
    const [named, empty, same] = await Promise.all([
      lint({ 'a.csv': lines(`${HEADER}${many('甲')}`, `${FIRST}${many('x')}`, SECOND) }),
      lint({ 'b.csv': lines(`${HEADER}${many('')}`, `${FIRST}${many('')}`, SECOND) }),
      lint({ 'c.csv': lines(`日期${many('日期')}`, `${FIRST}${many('')}`) }),
    ]);
    expect([named?.code, empty?.code, same?.code]).toEqual([0, 0, 2]);
    expect(empty?.findings).toEqual([]);
    expect(new Set(named?.findings)).toEqual(new Set(['info a.csv:1 input/header-unknown']));
    expect(named?.stdout.length).toBeLessThan(2 * MEGABYTE);
  });
});

describe('the header again among the rows', () => {
  test('says how often, and is an error with --strict', async () => {
    const files = { 'entry.csv': lines(HEADER, FIRST, HEADER, SECOND, HEADER, THIRD) };
    const usual = await lint(files);
    expect(usual.code).toBe(0);
    expect(usual.found[0]?.message).toEqual({
      zh: expect.stringContaining('出现 2 次'),
      en: expect.stringContaining('(times: 2)'),
    });
    expect(usual.inputs[0]?.rows).toBe(3);
    const strict = await lint(files, ['entry.csv', '--strict']);
    expect({ code: strict.code, findings: strict.findings }).toEqual({
      code: 1,
      findings: ['error entry.csv:3 input/header-repeated'],
    });
  });

  test('a title above it is passed over too; a single text elsewhere is a remark', async () => {
    const title = `五月出入登记表${','.repeat(HEADER.split(',').length - 1)}`;
    const pasted = await lint({ 'entry.csv': lines(HEADER, FIRST, '', title, HEADER, SECOND) });
    expect({ code: pasted.code, findings: pasted.findings, rows: pasted.inputs[0]?.rows }).toEqual({
      code: 0,
      findings: [
        expect.stringMatching(/^info entry\.csv:\d input\/title-rows$/),
        expect.stringContaining('header-repeated'),
      ],
      rows: 2,
    });
    for (const rows of [
      [title, FIRST, HEADER, SECOND],
      [FIRST, SECOND, title],
    ]) {
      const alone = await lint({ 'entry.csv': lines(HEADER, ...rows) });
      expect({ code: alone.code, rows: alone.inputs[0]?.rows }).toEqual({ code: 0, rows: 2 });
    }
  });

  test('with its columns in another order is no such thing: the rows below it would be misread', async () => {
    const other = HEADER.replace('进入时间,离开时间', '离开时间,进入时间');
    const { code, findings } = await lint({ 'entry.csv': lines(HEADER, FIRST, other, SECOND) });
    expect(code).toBe(1);
    expect(findings).toContain('error entry.csv:3 input/cell-date');
    expect(findings.join()).not.toContain('header-repeated');
  });
});
