/** The rejects: every bad row with its cells, in a form that WPS and Excel show and do not compute. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { rowChecks } from '../../src/check/row-checks.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { readLog } from '../../src/logs/read/log.js';
import type { LogReading } from '../../src/logs/summary.js';
import { LIMITS } from '../../src/plan/limits.js';
import { toRejects } from '../../src/report/rejects.js';
import { formulaSafe } from '../../src/report/spreadsheet.js';
import { rule } from '../../src/rules/rule.js';
import { withPrograms } from '../programs.js';

const RULE = rule({
  id: 'entry-code-and-temperature',
  clauses: ['四（三）2'],
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1'] },
  title: { zh: '健康码', en: 'health code' },
  demand: { zh: '凭健康码', en: 'with a health code' },
  advice: { zh: '补上健康码', en: 'Enter the code' },
  messages: { yellow: { zh: '“{column}”不是绿码', en: '"{column}" is not green' } },
  rows: {
    entry: (row, raise) => {
      if (row.health_code === undefined) raise('missing', { column: 'health_code' });
      else if (row.health_code !== '绿') raise('yellow', { column: 'health_code', severity: 'warning' });
    },
  },
});

function read(name: string, text: string, kind: string): LogReading {
  return readLog(name, () => [new TextEncoder().encode(text)], {
    kinds: KINDS,
    kind,
    strict: false,
    asOf: '2020-06-01',
    limits: LIMITS,
    keepAll: true,
    onRow: rowChecks([RULE], LIMITS),
  });
}

const rows = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false });
const ENTRY = '日期,进入时间,姓名,人员类别,体温,健康码,登记人,备注';

test('a row says where it stands, what is wrong, what to do, and what its cells are', () => {
  const text = [
    ENTRY,
    '2020-05-06,08:00,张示例,学员,36.5,绿,李示例,',
    '2020-05-06,08:01,王示例,学员,36.5,黄,李示例,"两行\n备注"',
    '2020-05-06,08:02,赵示例,学员,365,,李示例,',
  ].join('\n');
  const csv = toRejects([read('logs/entry.csv', text, 'entry')], [RULE], 'zh');
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv.replace(/"[^"]*"/g, '').replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  expect(rows(csv)).toEqual([
    [
      '文件',
      '行',
      '列',
      '规则',
      '条款',
      '说明',
      '建议',
      '日期',
      '进入时间',
      '姓名',
      '人员类别',
      '体温',
      '健康码',
      '登记人',
      '备注',
    ],
    [
      ...['logs/entry.csv', '3', 'F', 'entry-code-and-temperature', '四（三）2', '“健康码”不是绿码', '补上健康码'],
      ...['2020-05-06', '08:01', '王示例', '学员', '36.5', '黄', '李示例', '两行\n备注'],
    ],
    [
      ...['logs/entry.csv', '5', 'E', 'input/cell-decimal-point-lost', ''],
      expect.stringContaining('体温'),
      '在原文件里改正后重新核对',
      ...['2020-05-06', '08:02', '赵示例', '学员', '365', '', '李示例', ''],
    ],
    [
      ...['logs/entry.csv', '5', 'F', 'entry-code-and-temperature', '四（三）2', '没有填写“健康码”', '补上健康码'],
      ...['2020-05-06', '08:02', '赵示例', '学员', '365', '', '李示例', ''],
    ],
  ]);
});

test('remarks and what is about a whole file are not rejects', () => {
  const text = `${ENTRY},没见过\n2020-05-06,8:00,张示例,学生,36.5℃,绿,李示例,,\n`;
  expect(rows(toRejects([read('entry.csv', text, 'entry')], [RULE], 'zh'))).toHaveLength(1);
});

test('files of several kinds share a header: names where they agree, else letters', () => {
  const files = [
    read('entry.csv', `${ENTRY}\n2020-05-06,08:00,张示例,学员,36.5,红,李示例,`, 'entry'),
    read(
      'visitor.csv',
      '日期,姓名,体温,健康码,进入时间,离开时间,登记人\n2020-05-06,李示例,36.5,绿,08:00,07:00,李示例',
      'visitor',
    ),
    read('broken.csv', '\0', 'entry'),
  ];
  const [header, ...rest] = rows(toRejects(files, [RULE], 'zh'));
  expect(header?.slice(7)).toEqual(['日期', 'B列', 'C列', 'D列', 'E列', 'F列', '登记人', 'H列']);
  expect(rest.map(([file]) => file)).toEqual(['entry.csv', 'visitor.csv']);
  expect(rows(toRejects(files, [RULE], 'en'))[0]?.slice(0, 8)).toEqual([
    ...['file', 'line', 'column', 'rule', 'clause', 'message', 'advice', 'date'],
  ]);
});

const TRIGGERS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const BEFORE = [
  '',
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\ufeff',
  ' \u00a0 ',
  '好\n',
  '好\r\n',
  '好\r',
  '好\n\u00a0',
  '\u0001',
];

test.each(TRIGGERS)('a cell with %s where a formula begins is text', (trigger) => {
  for (const before of BEFORE)
    expect(formulaSafe(`${before}${trigger}HYPERLINK("x")`)).toBe(`'${before}${trigger}HYPERLINK("x")`);
});

test.each(['\t', '\r', '\n'])('a cell that begins with %j is text', (start) => {
  expect(formulaSafe(`${start}x`)).toBe(`'${start}x`);
  expect(formulaSafe(`${start}1`)).toBe(`'${start}1`);
});

test.each([
  '-0.5',
  '+86',
  '+8613800000001',
  ' -3 ',
  '-.5',
  '-4.5E+17',
  '36.5',
  'a=b',
  '上午-下午',
  '08:00-08:30',
  '',
  '张示例',
])('the cell "%s" stays', (cell) => {
  expect(formulaSafe(cell)).toBe(cell);
});

test('whatever stands in the cells, what is read back is what was written', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab"\',;\r\n\t =+-@\u00a0张１') });
  fc.assert(
    fc.property(cell, cell, (name, remark) => {
      const quoted = [name, remark].map((each) => `"${each.replace(/"/g, '""')}"`);
      const text = `${ENTRY}\n2020-05-06,08:00,${quoted[0]},学员,36.5,红,李示例,${quoted[1]}`;
      const found = rows(toRejects([read('entry.csv', text, 'entry')], [RULE], 'zh')).slice(1);
      for (const line of found)
        expect(line.slice(7)).toEqual(expect.arrayContaining([formulaSafe(name), formulaSafe(remark)]));
      expect(found.length).toBeGreaterThan(0);
    }),
  );
});

withPrograms('soffice', 'LibreOffice Calc').test('LibreOffice finds no formula in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-rejects-'));
  const payloads = TRIGGERS.flatMap((trigger) => BEFORE.map((before) => `${before}${trigger}SUM(1,2)`)).concat(
    '=1+1',
    '-1+1',
    '@SUM(1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '=HYPERLINK("http://x","36.5")',
    '{=1+1}',
  );
  const lines = payloads.map(
    (payload) => `2020-05-06,08:00,张示例,学员,36.5,红,李示例,"${payload.replace(/"/g, '""')}"`,
  );
  const csv = toRejects([read('entry.csv', [ENTRY, ...lines].join('\n'), 'entry')], [RULE], 'zh');
  try {
    writeFileSync(join(folder, 'rejects.csv'), csv);
    writeFileSync(join(folder, 'control.csv'), '\ufeffa,b\r\n=1+1,"=SUM(1,2)"\r\n');
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`,
        ...['--headless', '--convert-to', 'xlsx', '--outdir', folder],
        ...['rejects', 'control'].map((name) => join(folder, `${name}.csv`)),
      ],
      {
        env: { PATH: process.env.PATH ?? '', HOME: folder },
        timeout: 240_000,
        killSignal: 'SIGKILL',
        stdio: 'ignore',
      },
    );
    const sheet = (name: string): string =>
      new TextDecoder().decode(unzipSync(readFileSync(join(folder, `${name}.xlsx`)))['xl/worksheets/sheet1.xml']);
    // it does compute what is not made safe
    expect(sheet('control')).toContain('<f');
    expect(sheet('rejects')).not.toMatch(/<f[\s>]/);
    expect(sheet('rejects').match(/<row /g)?.length).toBe(rows(csv).length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
