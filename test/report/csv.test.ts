/** The findings as a table: what WPS and Excel read back is what was found, and no cell is a formula. */
import { parse } from 'csv-parse/sync';
import { toCsv } from '../../src/report/csv.js';
import { formulaSafe } from '../../src/report/spreadsheet.js';
import type { Report } from '../../src/types.js';
import { commandsIn } from './runner.js';
import { expectGolden, finding, hostile, institution, mistakes, PAYLOADS, reportOf } from './sample.js';

const textOf = (report: Report): string => toCsv(report, { language: 'zh' });
const rowsOf = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' });

test('of examples/mistakes is as it was read', () => {
  expectGolden('mistakes.zh.csv', textOf(mistakes()));
});

test('begins with a mark and the header, also when nothing was found', () => {
  expect(textOf(reportOf(institution()))).toBe('\ufeff机构,规则,条款,级别,文件,行,列,说明,怎么办,指纹\r\n');
});

test('has a row for each finding', () => {
  const report = mistakes();
  const [, ...rows] = rowsOf(textOf(report));
  const findings = report.institutions[0]?.findings ?? [];
  expect(rows.map((row) => [row[1], row[2], row[5], row[9]])).toEqual(
    findings.map(({ rule, clause = '', location, fingerprint }) => [rule, clause, String(location.line), fingerprint]),
  );
});

test('says what is waived', () => {
  const waiver = { justification: '正在采购', approver: '县人社局', expires: '2020-06-30' };
  const [, row] = rowsOf(textOf(reportOf(institution({ findings: [finding({ waiver })] }))));
  expect(row?.[3]).toBe('错误（豁免）');
});

test.each(PAYLOADS)('%j makes no row, no formula and hides nothing', (text) => {
  const csv = textOf(hostile(text));
  expect(csv.replaceAll('\r\n', '').slice(1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(commandsIn(csv)).toEqual([]);
  const rows = rowsOf(csv);
  expect(rows).toHaveLength(9);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
});

describe('a cell', () => {
  test.each([
    ...['=1+1', '+1+1', '-1+1', '@SUM(A1)', '＝1', '＋1', '－1', '＠a'],
    ...[
      '\t=1',
      '\ta',
      '\ra',
      '\na',
      ' =1',
      '\u00a0=1',
      '  \u00a0 -a',
      '\u3000=1',
      'a\n=1',
      'a\r\n +1',
      '-',
      '--1',
      '-1,5',
      '+1e',
      '-١',
    ],
  ])('%j gets an apostrophe', (cell) => {
    expect(formulaSafe(cell)).toBe(`'${cell}`);
  });

  test.each([
    '',
    'a',
    '36.5',
    '-36.5',
    ' -36.5 ',
    '-1.',
    '+1e5',
    '+5',
    '0',
    '口罩',
    'a=1',
    'a-b',
    'a\nb',
    "'=1",
    '2020-05-06',
    '四（六）4',
  ])('%j stays as it is', (cell) => {
    expect(formulaSafe(cell)).toBe(cell);
  });
});
