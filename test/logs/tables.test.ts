/**
 * Tables as offices keep them: what a person reads in them without doubt is read, and judged as if it were written plainly;
 * what is in doubt is asked about. Each way of writing is tried honest and false.
 */

import type { LogRow } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { readLog } from '../../src/logs/read/log.js';
import type { ReadOptions } from '../../src/logs/read/options.js';
import { LIMITS } from '../../src/plan/limits.js';

interface Read {
  /** The values of each row. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** What was found: rule and line. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

/** Reads a table, given by its lines. Every row is seen, whether or not it is kept. */
function read(
  kind: string,
  lines: readonly string[],
  more: Partial<ReadOptions> & { readonly file?: string } = {},
): Read {
  const rows: LogRow[] = [];
  const { file = `${kind}.csv`, ...options } = more;
  const reading = readLog(file, () => [new TextEncoder().encode(lines.join('\r\n'))], {
    kinds: KINDS,
    kind,
    strict: false,
    asOf: '2020-06-30',
    limits: LIMITS,
    keepAll: false,
    onRow: (_, row) => rows.push(row),
    fastPath: false,
    ...options,
  });
  return {
    rows: rows as unknown as Read['rows'],
    found: reading.findings.map(({ rule, line }) => `${rule}:${line}`),
    missing: reading.summary?.log.missing ?? [],
  };
}

const values = ({ rows }: Read, ...columns: readonly string[]): unknown[][] =>
  rows.map((row) => columns.map((column) => row[column]));

const ENTRY = '日期,进入时间,离开时间,姓名,人员类别,班级,身份核验,体温,健康码,登记人';
const entry = (day: string, name: string, recorder = '李示例'): string =>
  `${day},08:00,17:00,${name},学员,C1,是,36.5,绿,${recorder}`;
const CHECK = '日期,时段,班级,姓名,是否出勤,体温,发热,检查人';

describe('cells that are carried down', () => {
  test('the day, the class and who keeps the log, once and blank below', () => {
    const table = read('check', [
      CHECK,
      '2020-05-11,晨,C1,张示例,是,36.5,否,李示例',
      ',,,赵示例,是,36.6,否,',
      ',,,王示例,是,36.7,否,',
      '2020-05-12,晨,C1,张示例,是,36.5,否,李示例',
      ',晨,,赵示例,是,38.6,是,',
    ]);
    expect(values(table, 'date', 'slot', 'class', 'group', 'recorder', 'name')).toEqual([
      ['2020-05-11', '晨', undefined, 'C1', '李示例', '张示例'],
      ['2020-05-11', undefined, undefined, 'C1', '李示例', '赵示例'],
      ['2020-05-11', undefined, undefined, 'C1', '李示例', '王示例'],
      ['2020-05-12', '晨', undefined, 'C1', '李示例', '张示例'],
      ['2020-05-12', '晨', undefined, 'C1', '李示例', '赵示例'],
    ]);
    expect(table.found.filter((each) => each.includes('merged'))).toEqual([
      'input/lenient-merged:3',
      'input/lenient-merged:3',
      'input/lenient-merged:3',
    ]);
  });

  test('what says that it is the same', () => {
    const rows = [entry('2020-05-11', '张示例'), entry('同上', '赵示例', '〃'), entry('同上', '同上', '同上')];
    expect(values(read('entry', [ENTRY, ...rows]), 'date', 'name', 'recorder')).toEqual([
      ['2020-05-11', '张示例', '李示例'],
      ['2020-05-11', '赵示例', '李示例'],
      ['2020-05-11', '赵示例', '李示例'],
    ]);
  });

  test.each([
    ['a reading', entry('2020-05-11', '赵示例').replace('36.5', '同上'), 'temperature_c'],
    ['a time', entry('2020-05-11', '赵示例').replace('08:00', '同上'), 'time_in'],
    ['a reading that is blank', entry('2020-05-11', '赵示例').replace('36.5', ''), 'temperature_c'],
    ['a time that is blank', entry('2020-05-11', '赵示例').replace('08:00', ''), 'time_in'],
    ['a person that is blank', entry('2020-05-11', ''), 'name'],
  ])('never %s', (_, row, column) => {
    const table = read('entry', [ENTRY, entry('2020-05-11', '张示例'), row]);
    expect(values(table, column)[1]).toEqual([undefined]);
  });

  test('no signature', () => {
    const signed = ENTRY.replace('登记人', '登记人签名');
    const table = read('entry', [
      signed,
      entry('2020-05-11', '张示例'),
      entry('', '赵示例', ''),
      entry('', '王示例', '同上'),
    ]);
    expect(values(table, 'recorder')).toEqual([['李示例'], [undefined], [undefined]]);
    expect(table.found).toEqual(expect.arrayContaining(['input/cell-empty:3', 'input/cell-ditto:4']));
  });

  test('a blank is asked about where the cells above are filled in each by itself', () => {
    const rows = [entry('2020-05-11', '张示例'), entry('2020-05-11', '赵示例'), entry('', '王示例')];
    const table = read('entry', [ENTRY, ...rows]);
    expect(values(table, 'date')).toEqual([['2020-05-11'], ['2020-05-11'], [undefined]]);
    expect(table.found).toContain('input/cell-empty:4');
  });

  test('a blank is asked about where there is nothing above, and below the header of a new page', () => {
    const table = read('entry', [
      ENTRY,
      entry('', '张示例'),
      entry('2020-05-11', '赵示例'),
      ENTRY,
      entry('', '王示例'),
    ]);
    expect(values(table, 'date')).toEqual([[undefined], ['2020-05-11'], [undefined]]);
  });

  test('a report of a day has no day for two', () => {
    const header = '日期,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,疑似,确诊,填报时间';
    const table = read('daily-report', [header, '2020-05-11,3,3,20,20,0,0,0,0,17:00', ',3,3,20,20,0,0,0,0,17:00']);
    expect(values(table, 'date')).toEqual([['2020-05-11'], [undefined]]);
  });

  test('what could not be read is not read below either', () => {
    const table = read('entry', [ENTRY, entry('#REF!', '张示例'), entry('', '赵示例')]);
    expect(values(table, 'date')).toEqual([[undefined], [undefined]]);
    expect(table.found.filter((each) => each.startsWith('input/cell-destroyed'))).toEqual(['input/cell-destroyed:2']);
  });

  test('rows that are read by their bytes are known to those below', () => {
    const clean = ['08:00', '08:01', '08:02'].map((time) => entry('2020-05-11', '张示例').replace('08:00', time));
    const people = ['张示例', '赵示例'];
    const lines = [
      ENTRY,
      entry('2020-05-11', '张示例'),
      entry('', '赵示例', ''),
      ...['2020-05-12', '2020-05-13', '2020-05-14'].flatMap((day) =>
        people.map((name) => entry(name === '张示例' ? day : '', name)),
      ),
    ];
    const plain = read('entry', lines);
    const fast = read('entry', lines, { fastPath: true });
    expect(plain.found).toEqual(fast.found);
    expect(values(plain, 'date').map(String)).toEqual(
      ['11', '12', '13', '14'].flatMap((day) => [`2020-05-${day}`, `2020-05-${day}`]),
    );
    // every row is filled in: a blank one is asked about, also where those above were read by their bytes
    const gap = read('entry', [ENTRY, ...clean, ...clean, entry('', '赵示例')], { fastPath: true });
    expect(gap.found).toContain('input/cell-empty:8');
  });
});

describe('the year of dates without one', () => {
  const table = [ENTRY, entry('5月11日', '张示例')];
  const yearless = (lines: readonly string[], more: Parameters<typeof read>[2] = {}) => read('entry', lines, more);

  test.each<[string, readonly string[], Parameters<typeof read>[2]]>([
    ['the name of the file', table, { file: 'logs/登记2020年5月.csv' }],
    ['the name of the file, as a number', table, { file: '登记20200511.csv' }],
    ['the title', ['出入登记表（2020年5月）,,,', ...table], {}],
    ['another date of the column, above', [ENTRY, entry('2020/5/10', '张示例'), entry('5月11日', '张示例')], {}],
    ['another date of the column, below', [...table, entry('2020.5.12', '张示例')], {}],
    ['the profile', table, { operationYear: 2020 }],
    ['--year', table, { year: 2020 }],
    ['--year, whatever else is written', table, { year: 2020, file: '登记2019年.csv' }],
    ['two that agree', ['2020年5月登记,,,', ...table], { operationYear: 2020, file: '2020年.csv' }],
  ])('%s', (_, lines, more) => {
    const read = yearless(lines, more);
    expect(values(read, 'date').flat()).toContain('2020-05-11');
    expect(read.found.filter((each) => each.includes('year-added'))).toHaveLength(1);
    expect(read.found.filter((each) => each.includes('cell-'))).toEqual([]);
  });

  test.each<[string, readonly string[], Parameters<typeof read>[2], string]>([
    ['nothing', table, {}, 'input/cell-date-without-year'],
    [
      'a title and another date that disagree',
      ['2019年登记,,,', ...table, entry('2020-05-12', '张示例')],
      {},
      'input/cell-years-differ',
    ],
    [
      'two dates of the column',
      [entry('2019-12-30', '张示例'), entry('2020-01-02', '张示例')].reduce((all, row) => [...all, row], table),
      {},
      'input/cell-years-differ',
    ],
    [
      'a file and a profile that disagree',
      table,
      { file: '2019年.csv', operationYear: 2020 },
      'input/cell-years-differ',
    ],
  ])('is asked for where it is told by %s', (_, lines, more, rule) => {
    const read = yearless(lines, more);
    expect(values(read, 'date').flat()).toContain(undefined);
    expect(read.found.some((each) => each.startsWith(rule))).toBe(true);
  });
});

test('a time of a day that could not be read is not a second fault', () => {
  const header = '日期,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,疑似,确诊,填报时间';
  const table = read('daily-report', [header, '5月11日,3,3,20,20,0,0,0,0,17：20', '5月12日,3,3,20,20,0,0,0,0,高'], {
    file: 'x.csv',
  });
  expect(table.found.filter((each) => each.startsWith('input/cell-'))).toEqual([
    'input/cell-date-without-year:2',
    'input/cell-datetime:3',
  ]);
});

describe('the day of a table without a column for it', () => {
  const body = [
    '进入时间,离开时间,姓名,人员类别,班级,身份核验,体温,健康码,登记人',
    '08:00,17:00,张示例,学员,C1,是,36.5,绿,李示例',
  ];

  test.each<[string, readonly string[], string]>([
    ['the title', ['出入登记 2020年5月11日,,,,,,,,'], 'entry.csv'],
    ['a label', ['出入登记,,,,,,,,', '日期：2020年5月11日  班级：C1,,,,,,,,'], 'entry.csv'],
    ['a label in a cell of its own', ['日期：,2020/5/11,,,,,,,'], 'entry.csv'],
    ['the name of the file', [], 'logs/出入登记2020-05-11.csv'],
    ['the name of the file, and a title that agrees', ['5月11日登记,,,,,,,,'], '2020.5.11.csv'],
  ])('%s', (_, above, file) => {
    const table = read('entry', [...above, ...body], { file });
    expect(values(table, 'date')).toEqual([['2020-05-11']]);
    expect(table.missing).not.toContain('date');
    expect(table.found.filter((each) => each.startsWith('input/from-around'))).not.toEqual([]);
    expect(table.found.filter((each) => each.startsWith('input/header-missing'))).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    ['nothing', [], 'entry.csv'],
    ['a title about a week', ['出入登记 2020年5月11日至5月15日,,,,,,,,'], 'entry.csv'],
    ['a title and a name that disagree', ['出入登记 2020年5月11日,,,,,,,,'], '2020-05-12.csv'],
  ])('is asked for where it is told by %s', (_, above, file) => {
    const table = read('entry', [...above, ...body], { file });
    expect(values(table, 'date')).toEqual([[undefined]]);
    expect(table.missing).toContain('date');
    expect(table.found.some((each) => each.startsWith('input/header-missing'))).toBe(true);
  });

  test('each page has its own', () => {
    const page = (day: string): string[] => [`出入登记 2020年5月${day}日,,,,,,,,`, ...body];
    const table = read('entry', [...page('11'), ...page('12'), ',,,,,,,,', ...page('13')]);
    expect(values(table, 'date')).toEqual([['2020-05-11'], ['2020-05-12'], ['2020-05-13']]);
  });

  test('each page has its own, with its title and signature in the column of the numbers', () => {
    const page = (day: string): string[] => [
      `出入登记 2020年5月${day}日 星期一,,,,,,,,,`,
      `序号,${body[0]}`,
      `1,${body[1]}`,
      '2,,,,,,,,,',
      '值班负责人签字：,,,,,,,,,',
    ];
    for (const fastPath of [false, true]) {
      const table = read('entry', [...page('11'), ...page('12'), '以上人员体温均正常,,,,,,,,,'], { fastPath });
      expect(values(table, 'date')).toEqual([['2020-05-11'], ['2020-05-12']]);
      expect(table.found.filter((each) => /no-record|footer/.test(each))).toHaveLength(3);
    }
  });

  test('a column of the table goes before what is around it', () => {
    const table = read('entry', ['2020年5月11日登记,,,', ENTRY, entry('2020-05-12', '张示例')]);
    expect(values(table, 'date')).toEqual([['2020-05-12']]);
  });
});

describe('rows that are no records', () => {
  const row = entry('2020-05-11', '张示例');
  const rowsOf = (kind: string, header: string, ...lines: readonly string[]) => read(kind, [header, ...lines]);

  test.each([
    ['a remark below the table', '以上人员体温均正常,,,,,,,,,'],
    ['a date that was printed in advance', '2020-05-12,,,,,,,,,'],
    ['a day without work', '2020-05-16,周六休息,,,,,,,,'],
    ['a day off, signed', '2020-05-16,停课,,,,,,,,李示例'],
    ['nothing that day', '2020-05-12,,,无,,,,,,'],
    ['the character with which DOS ended files', '\x1a'],
  ])('%s', (_, line) => {
    const table = rowsOf('entry', ENTRY, row, line);
    expect(table.rows).toHaveLength(1);
    expect(table.found.filter((each) => !each.startsWith('input/no-record'))).toEqual([]);
  });

  test.each([
    ['a name alone', ',,,王示例,,,,,,'],
    ['a date and a reading', '2020-05-12,,,,,,,38.9,,'],
    ['a date and a symptom', '2020-05-12,,,发热,,,,,,'],
    ['a date that was destroyed', '#REF!,,,,,,,,,'],
    ['a date and who wrote it', '2020-05-12,,,,,,,,,李示例'],
  ])('but %s is one, and judged', (_, line) => {
    const table = rowsOf('entry', ENTRY, row, line);
    expect(table.rows).toHaveLength(2);
    expect(table.found.some((each) => each.startsWith('input/cell-'))).toBe(true);
  });

  test('the end of a file of DOS, beside the last cell', () => {
    const table = rowsOf('entry', ENTRY, `${row}\x1a`);
    expect(values(table, 'recorder')).toEqual([['李示例']]);
  });

  test('in a log of events nothing that day is a nil record', () => {
    const header = '日期,姓名,单位,来访事由,受访人,批准人,体温,健康码,进入时间,离开时间,登记人';
    const table = rowsOf('visitor', header, '2020-05-11,无,,,,,,,,,', '2020-05-12,本日无来访人员,,,,,,,,,李示例');
    expect(table).toMatchObject({ rows: [], found: ['input/no-record:2'] });
  });

  test('a date printed in advance is that of the rows below it', () => {
    const table = rowsOf('entry', ENTRY, row, '2020-05-12,,,,,,,,,', entry('', '赵示例'));
    expect(values(table, 'date')).toEqual([['2020-05-11'], ['2020-05-12']]);
  });
});
