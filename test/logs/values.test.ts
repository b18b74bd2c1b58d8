/** What people write into cells, and what it is read as: every form, and what only looks like it. */
import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import type { InputCheck } from '../../src/input-check.js';
import type { CellType, Column } from '../../src/logs/kind.js';
import { LENIENT, UNREADABLE } from '../../src/logs/read/reading.js';
import {
  type CellReading,
  type Leniency,
  readCell,
  readMoment,
  timeOfDay,
  type Unreadable,
} from '../../src/logs/read/values.js';
import { endsSoon } from '../hang.js';

const COLUMNS = {
  date: { en: 'date', zh: '日期', type: 'date' },
  month: { en: 'month', zh: '月份', type: 'month' },
  time: { en: 'time', zh: '时间', type: 'time' },
  datetime: { en: 'at', zh: '填报时间', type: 'datetime' },
  temperature: { en: 'temperature_c', zh: '体温', type: 'decimal', unit: '℃', digits: 1 },
  amount: { en: 'qty', zh: '数量', type: 'decimal', unit: '只/袋' },
  stock: { en: 'stock', zh: '结存', type: 'decimal' },
  people: { en: 'people', zh: '人数', type: 'int', unit: '人' },
  minutes: { en: 'minutes', zh: '时长', type: 'int', unit: 'min' },
  seq: { en: 'seq', zh: '次序', type: 'int' },
  bool: { en: 'fever', zh: '发热', type: 'bool', personal: true },
  pressure: { en: 'pressure_ok', zh: '压力正常', type: 'bool' },
  present: { en: 'present', zh: '是否出勤', type: 'bool', synonyms: { 到: '是', 缺勤: '否' } },
  code: { en: 'code', zh: '健康码', type: 'enum', values: ['绿', '黄', '红'], synonyms: { 绿码: '绿', Green: '绿' } },
  agent: { en: 'agent', zh: '消毒剂', type: 'enum', values: ['84', '75%', 'UVC', '无'] },
  open: { en: 'open', zh: '其他', type: 'enum' },
  list: { en: 'symptoms', zh: '症状', type: 'list', values: ['发热', '干咳', 'CT异常'], synonyms: { 发烧: '发热' } },
  phone: { en: 'phone', zh: '联系电话', type: 'phone', personal: true },
  id: { en: 'id_no', zh: '证件号', type: 'id', personal: true },
  text: { en: 'remark', zh: '备注', type: 'text' },
  ref: { en: 'room', zh: '教室', type: 'ref' },
} as const satisfies Readonly<Record<string, Column>>;
type Name = keyof typeof COLUMNS;
type Value = NonNullable<CellReading['value']>;

const read = (name: Name, text: string, year?: number): CellReading =>
  readCell(text, COLUMNS[name], year === undefined ? {} : { year });

/** A text, its value, and the leniencies that it takes. */
type Row = readonly [string, Value, ...Leniency[]];

/** Checks texts against their values and leniencies, in any order. */
function reads(name: Name, rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row[1], row] as const))('%j is %j', (text, value, [, , ...lenient]) => {
    const reading = read(name, text);
    expect([reading.value, reading.unreadable]).toEqual([value, undefined]);
    expect([...(reading.lenient ?? [])].sort()).toEqual([...lenient].sort());
  });
}

/** Checks that texts are refused, each for its reason. */
function refuses(name: Name, rows: Readonly<Partial<Record<Unreadable, readonly string[]>>>): void {
  const cases = Object.entries(rows).flatMap(([why, texts]) => texts.map((text) => [text, why] as const));
  test.each(cases)('%j is refused: %s', (text, why) => {
    expect(read(name, text)).toEqual({ unreadable: why });
  });
}

describe('a cell that gives nothing', () => {
  const names = Object.keys(COLUMNS) as Name[];

  test.each(names)('is empty, in a column like %s', (name) => {
    for (const text of ['', ' ', '\u3000\u00a0', '\ufeff', '\t', '\u200b', "'", '=""'])
      expect(read(name, text)).toEqual({});
  });

  test.each(names)('holds a word for it, in a column like %s', (name) => {
    const words = ['未测', '未填', ' 未填写 ', '缺', '无记录', '—', '——', '-', '－', '/', '／', 'N/A', 'n/a', 'Ｎ/Ａ'];
    for (const word of words) expect([word, read(name, word)]).toEqual([word, { lenient: ['missing-word'] }]);
  });

  test.each(['date', 'month', 'time', 'datetime', 'temperature', 'code', 'phone', 'id', 'ref'] as const)(
    'says 无, in a column like %s',
    (name) => {
      expect(read(name, '无')).toEqual({ lenient: ['missing-word'] });
    },
  );

  test.each(['正常', '体温正常', '√', '未发热', ' 正常 '])('says how somebody is, and no temperature: %s', (word) => {
    expect(read('temperature', word)).toMatchObject({ lenient: ['no-reading'] });
    expect(read('temperature', word).value).toBeUndefined();
    expect(read('amount', word.trim())).toEqual({ unreadable: 'decimal' });
  });

  test('but 无 in a count may be a zero that must be written', () => {
    expect(read('people', '无')).toEqual({ unreadable: 'int' });
  });
});

describe('dates', () => {
  reads('date', [
    ['2020-05-01', '2020-05-01'],
    ['2020-02-29', '2020-02-29'],
    ['2000-02-29', '2000-02-29'],
    [' 2020-05-01\u3000', '2020-05-01'],
    ['\ufeff2020-05-01', '2020-05-01'],
    ['2020/5/1', '2020-05-01', 'date-form'],
    ['2020.5.1', '2020-05-01', 'date-form'],
    ['2020-5-1', '2020-05-01', 'date-form'],
    ['2020。5。1', '2020-05-01', 'date-form'],
    ['2020．5．1', '2020-05-01', 'date-form'],
    ['2020—05—01', '2020-05-01', 'date-form'],
    ['2020年5月1日', '2020-05-01', 'date-form'],
    ['2020年05月01号', '2020-05-01', 'date-form'],
    ['2020 年 5 月 1 日', '2020-05-01', 'date-form'],
    ['2020年5月1日 星期五', '2020-05-01', 'date-form'],
    ['2020-05-01（周五）', '2020-05-01', 'date-form', 'full-width'],
    ['20200501', '2020-05-01', 'date-form'],
    ['２０２０-０５-０１', '2020-05-01', 'full-width'],
    ['２０２０／５／１', '2020-05-01', 'full-width', 'date-form'],
    ['2020-05-01 00:00:00', '2020-05-01', 'date-form'],
    ['2020-05-01T08:30', '2020-05-01', 'date-form'],
    ['2020年5月1日上午8:30', '2020-05-01', 'date-form'],
    ['43952', '2020-05-01', 'date-serial'],
    ['43952.354', '2020-05-01', 'date-serial'],
    ['40000', '2009-07-06', 'date-serial'],
    ['50000', '2036-11-21', 'date-serial'],
    ["'2020-05-01", '2020-05-01', 'wrapped'],
    ['="2020/5/1"', '2020-05-01', 'wrapped', 'date-form'],
  ]);
  reads('date', [
    ['5/18/2020', '2020-05-18', 'date-form'],
    ['05/18/2020', '2020-05-18', 'date-form'],
    ['5-18-2020', '2020-05-18', 'date-form'],
    ['18/5/2020', '2020-05-18', 'date-form'],
    ['5/5/2020', '2020-05-05', 'date-form'],
    ['5/18/2020 8:30', '2020-05-18', 'date-form'],
  ]);
  refuses('date', {
    'date-order': ['5/1/2020', '5/6/2020', '06/05/2020', '5-6-2020', '5/6/2020 8:30'],
    date: ['5/32/2020', '13/13/2020'],
  });

  refuses('date', {
    date: [
      ...[
        '2020-02-30',
        '2019-02-29',
        '1900-02-29',
        '2020-04-31',
        '2020-13-01',
        '2020/13/1',
        '2020-00-10',
        '2020-05-00',
      ],
      ...[
        '20200532',
        '0020-05-01',
        '2020-05-1x',
        '2020-05-01 x',
        '2020-05-01 25:00',
        '2020-5-18:30',
        '2020-05',
        '2020',
      ],
      ...['39999', '50001', '439520', '4395', '昨天', '同上', '13月1日', '2月30日', '36.5', '正常', '2020-05-0１０'],
      ...['2020-05-01T00:00:00Z', '2020-05-01-02', 'x2020-05-01', '2020²-05-01', '1'.repeat(100)],
    ],
    'date-without-year': ['5月1日', '5月1号', '5/1', '4.7', '2月29日', '5-1', '4月7日 08:30'],
    'date-two-digit-year': ['20/5/1', '20-05-01', '20.5.1', '20年5月1日', '5/1/20'],
    formula: ['=TODAY()', '=2020-05-01', ' =A1', '="a"&"b"'],
  });

  test.each([
    ['5月1日', 2020, '2020-05-01'],
    ['5月1号', 2020, '2020-05-01'],
    ['5/1', 2021, '2021-05-01'],
    ['05-01', 2020, '2020-05-01'],
    ['4.7', 2020, '2020-04-07'],
    ['4.10', 2020, '2020-04-10'],
    ['4.01', 2020, '2020-04-01'],
    ['2月29日', 2020, '2020-02-29'],
  ])('%s with the year %d is %s', (text, year, value) => {
    expect(read('date', text, year)).toEqual({ value, lenient: ['year-added'] });
  });

  test.each([
    ['2月29日', 2019],
    ['13月1日', 2020],
    ['36.5', 2020],
    // Excel makes this of 4.10
    ['4.1', 2020],
  ])('%s with the year %d is none', (text, year) => {
    expect(read('date', text, year)).toEqual({ unreadable: 'date' });
  });

  test('a year that is known does not mend one of two digits, nor change a full date', () => {
    expect(read('date', '20/5/1', 2021)).toEqual({ unreadable: 'date-two-digit-year' });
    expect(read('date', '2020/5/1', 2021).value).toBe('2020-05-01');
  });
});

describe('months', () => {
  reads('month', [
    ['2020-05', '2020-05'],
    ['2020年5月', '2020-05', 'date-form'],
    ['2020年05月份', '2020-05', 'date-form'],
    ['202005', '2020-05', 'date-form'],
    ['2020/5', '2020-05', 'date-form'],
    ['2020.5', '2020-05', 'date-form'],
    ['2020.10', '2020-10', 'date-form'],
    ['2020-05-01', '2020-05', 'date-form'],
    ['2020/5/1', '2020-05', 'date-form'],
    ['43952', '2020-05', 'date-serial'],
    ['２０２０-０５', '2020-05', 'full-width'],
  ]);
  refuses('month', {
    month: ['2020-13', '2020-00', '2020', '202013', '2020.1', '5', 'May-20', '0020-05', '13月'],
    'date-without-year': ['5月', '5月份'],
    'date-two-digit-year': ['20年5月', '20-05'],
  });

  test('take the year that is known', () => {
    expect(read('month', '5月', 2020)).toEqual({ value: '2020-05', lenient: ['year-added'] });
  });
});

describe('times', () => {
  reads('time', [
    ['00:00', 0],
    ['08:30', 510],
    ['23:59', 1439],
    ['24:00', 1440],
    ['次日01:30', 1530],
    ['次日 01:30', 1530],
    ['０８：３０', 510, 'full-width'],
    ['08：05', 485, 'full-width'],
    ['8:30', 510, 'time-form'],
    ['8：30', 510, 'full-width', 'time-form'],
    ['8点30', 510, 'time-form'],
    ['8点30分', 510, 'time-form'],
    ['8点5分', 485, 'time-form'],
    ['8点半', 510, 'time-form'],
    ['8点', 480, 'time-form'],
    ['8点整', 480, 'time-form'],
    ['8时30分', 510, 'time-form'],
    ['8时30分15秒', 510, 'time-form'],
    ['上午8:30', 510, 'time-form'],
    ['上午 08:30', 510, 'time-form'],
    ['早上7点50分', 470, 'time-form'],
    ['下午2:30', 870, 'time-form'],
    ['下午14:30', 870, 'time-form'],
    ['下午12:10', 730, 'time-form'],
    ['中午12:10', 730, 'time-form'],
    ['中午11点半', 690, 'time-form'],
    ['中午1:10', 790, 'time-form'],
    ['晚上8点', 1200, 'time-form'],
    ['晚上20:00', 1200, 'time-form'],
    ['凌晨1:30', 90, 'time-form'],
    ['8:30 PM', 1230, 'time-form'],
    ['AM 8:30', 510, 'time-form'],
    ['12:10 am', 10, 'time-form'],
    ['12:10pm', 730, 'time-form'],
    ['08:30:00', 510, 'time-form'],
    ['08:30:59', 510, 'time-form'],
    ['24:00:00', 1440, 'time-form'],
    ['0.354166', 510, 'time-form'],
    ['0.35416666666666669', 510, 'time-form'],
    ['0.5', 720, 'time-form'],
    ['次日1:30', 1530, 'time-form'],
    ['第二天凌晨1:30', 1530, 'time-form'],
    ['次日00:00', 1440],
    ['8.30', 510, 'time-form'],
    ['08.05', 485, 'time-form'],
    ['8。30', 510, 'time-form'],
    ['上午8.30', 510, 'time-form'],
    ['约9点', 540, 'approximate'],
    ['大约 9:00', 540, 'approximate'],
    ['上午9点左右', 540, 'approximate'],
    ['9:00左右', 540, 'approximate'],
    ["'08:30", 510, 'wrapped'],
  ]);
  refuses('time', {
    time: [
      ...[
        '24:01',
        '25:00',
        '08:60',
        '8:3',
        '8',
        '0',
        '1',
        '0.0',
        '1.5',
        '8.60',
        '8.3',
        '8.300',
        '25.00',
        '约',
        '左右',
        '约上午',
        '0830',
        '08-30',
        '08:30-09:00',
        '次日',
        '次日24:00',
      ],
      ...[
        '上午12:10',
        '上午14:00',
        '下午25:00',
        '晚上12点',
        '晚上2点',
        '中午9:00',
        '8点5',
        '点30',
        '8:30:60',
        '08:3０a',
        '早',
        '同上',
      ],
      ...['上午8:30am', '08:30 08:40', '-8:30', '3０:00', '24:00am', '2020-05-01', '2020-05-01 25:00'],
    ],
  });

  describe('with a date before them', () => {
    const of = (text: string, day: string): CellReading => timeOfDay(read('time', text, 2020), day);

    test.each([
      ['2020-05-01 08:30', 510],
      ['2020-05-01T08:30', 510],
      ['2020-05-01 08:30:59', 510],
      ['2020/5/1 8:30', 510],
      ['5月1日8:30', 510],
      ['43952.354166667', 510],
      ['2020-05-02 01:30', 1530],
      ['2020-05-01 24:00', 1440],
    ])('%s is a time of its day, or of the next', (text, minutes) => {
      expect(of(text, '2020-05-01')).toEqual({ value: minutes, lenient: ['time-dated'] });
    });

    test('are no time of another day, and none where the day is not known', () => {
      for (const day of ['2020-05-02', '2020-04-29', '2019-05-01'])
        expect(of('2020-05-01 08:30', day)).toEqual({ unreadable: 'other-day' });
      expect(of('2020-05-01 08:30', '')).toEqual({ unreadable: 'time' });
      expect(read('time', '2020-05-01 08:30').value).toBeUndefined();
    });
  });
});

describe('datetimes', () => {
  reads('datetime', [
    ['2020-05-01T08:30', '2020-05-01T08:30'],
    ['2020-05-01 08:30', '2020-05-01T08:30'],
    ['2020-05-01 08:30:00', '2020-05-01T08:30', 'time-form'],
    ['2020-05-01  8:30', '2020-05-01T08:30', 'time-form'],
    ['2020/5/1 8:30', '2020-05-01T08:30', 'date-form', 'time-form'],
    ['2020/5/1 08:30', '2020-05-01T08:30', 'date-form'],
    ['2020年5月1日8:30', '2020-05-01T08:30', 'date-form', 'time-form'],
    ['2020年5月1日 下午2点半', '2020-05-01T14:30', 'date-form', 'time-form'],
    ['2020年5月1日 星期五 08:30', '2020-05-01T08:30', 'date-form'],
    ['20200501 08:30', '2020-05-01T08:30', 'date-form'],
    ['２０２０-０５-０１　０８：３０', '2020-05-01T08:30', 'full-width'],
    ['43952.354', '2020-05-01T08:29', 'date-serial'],
    ['43952.354166666664', '2020-05-01T08:30', 'date-serial'],
    ['43952.999999999', '2020-05-02T00:00', 'date-serial'],
    ['2020-05-01 24:00', '2020-05-02T00:00'],
    ['2020-12-31 次日01:30', '2021-01-01T01:30'],
  ]);
  refuses('datetime', {
    datetime: [
      ...['2020-05-01', '08:30', '43952', '2020-05-01 ', '2020-02-30 08:30', '2020-05-01 25:00', '2020-05-01X08:30'],
      ...['2020-5-18:30', '2020-05-01T08:30Z', '2020-05-01T08:30+08:00', '36.5', '5月1日前后', '39999.5'],
    ],
    'date-without-year': ['5月1日8:30', '5/1 08:30'],
    'date-two-digit-year': ['20/5/1 8:30'],
  });

  test.each<[string, ReturnType<typeof readMoment>]>([
    ['08:30', { value: '2020-05-01T08:30', lenient: ['date-added'] }],
    ['８：３０', { value: '2020-05-01T08:30', lenient: ['date-added', 'full-width', 'time-form'] }],
    ['次日01:30', { value: '2020-05-02T01:30', lenient: ['date-added'] }],
    ['24:00', { value: '2020-05-02T00:00', lenient: ['date-added'] }],
    ['2020-05-01', undefined],
    ['上午', undefined],
    ['25:00', undefined],
  ])('of a row with a date may be a time alone: %s', (text, expected) => {
    expect(readMoment(text, COLUMNS.datetime, { day: '2020-05-01' })).toEqual(expected);
    expect(readMoment(text, COLUMNS.datetime, { day: '' })).toBe(undefined);
  });

  test('may be a date alone where the column takes one', () => {
    const onset = { ...COLUMNS.datetime, timeless: true } as const;
    expect(readMoment('2020-04-30', onset, { day: '2020-05-01' })).toEqual({ value: '2020-04-30' });
    expect(readMoment('4月30日', onset, { day: '2020-05-01', year: 2020 })).toEqual({
      value: '2020-04-30',
      lenient: ['year-added'],
    });
    expect(readMoment('前天', onset, { day: '2020-05-01' })).toBe(undefined);
  });

  test('take the year that is known', () => {
    expect(read('datetime', '5月1日8点', 2020)).toEqual({
      value: '2020-05-01T08:00',
      lenient: ['year-added', 'time-form'],
    });
  });
});

describe('temperatures', () => {
  reads('temperature', [
    ['36.5', 36.5],
    ['36', 36],
    ['0.1', 0.1],
    ['36.0', 36],
    ['-1.5', -1.5],
    ['－1.5', -1.5, 'full-width'],
    ['36。5', 36.5, 'decimal-sign'],
    ['36,5', 36.5, 'decimal-sign'],
    ['36．5', 36.5, 'decimal-sign'],
    ['36·5', 36.5, 'decimal-sign'],
    ['36，5', 36.5, 'decimal-sign', 'full-width'],
    ['36. 5', 36.5, 'decimal-sign'],
    ['３６.５', 36.5, 'full-width'],
    ['３６．５', 36.5, 'full-width', 'decimal-sign'],
    ['３６．５℃', 36.5, 'full-width', 'decimal-sign', 'unit'],
    ['36.5℃', 36.5, 'unit'],
    ['36.5 ℃', 36.5, 'unit'],
    ['36.5°C', 36.5, 'unit'],
    ['36.5ºC', 36.5, 'unit'],
    ['36.5° c', 36.5, 'unit'],
    ['37.3度', 37.3, 'unit'],
    ['36度5', 36.5, 'unit'],
    ['36.50', 36.5, 'rounded'],
    ['36.2999999', 36.3, 'rounded'],
    ['37.25', 37.3, 'rounded'],
    ['37.24', 37.2, 'rounded'],
    ['37.249', 37.2, 'rounded'],
    ['36.95', 37, 'rounded'],
    ['1.05', 1.1, 'rounded'],
    ['8.345', 8.3, 'rounded'],
    // as Excel writes what binary arithmetic made of 37.25, 37.15 and 36.3
    ['37.249999999999999', 37.3, 'rounded'],
    ['37.149999999999999', 37.2, 'rounded'],
    ['36.299999999999997', 36.3, 'rounded'],
    ['T36.5', 36.5, 'unit'],
    ['t：36.5', 36.5, 'unit', 'full-width'],
    ['体温36.5℃', 36.5, 'unit'],
    ['36.8度', 36.8, 'unit'],
    ['T37.8', 37.8, 'unit'],
    ['="36.5"', 36.5, 'wrapped'],
    ['339', 339],
    ['430', 430],
    ['89.9', 89.9],
    ['110.1', 110.1],
  ]);
  refuses('temperature', {
    decimal: [
      ...[
        'T',
        'TT36.5',
        '约36.5',
        '异常',
        '偏高',
        '36.5.',
        '36.',
        '.5',
        '36..5',
        '36 5',
        '36.5-36.8',
        '36.5/36.8',
        '>37.3',
        '36.5人',
        '3.65E+01',
        'NaN',
        'Infinity',
      ],
      ...['36²', '三十六', '+36.5', '--36.5', '1234567890', '同上', '36:5', '0x24', '36.5正常', '3,6,5', '发热'],
    ],
    'shifted-date': ['43952', '40000', '50000', '43952.5'],
    'decimal-point-lost': ['365', '340', '429', '373', '365.0', '３６５', '365℃'],
    fahrenheit: ['97.7', '98', '90', '110', '99.95', '36.5℉', '97.7°F', '97.7F', '99.99999999999999999'],
    formula: ['=HYPERLINK("http://x","36.5")', '=36.5'],
  });
});

describe('amounts', () => {
  reads('amount', [
    ['12', 12],
    ['12.5', 12.5],
    ['98', 98],
    ['365', 365],
    ['12只', 12, 'unit'],
    ['3 袋', 3, 'unit'],
    ['1,200', 1200, 'unit'],
    ['1,200只', 1200, 'unit'],
    ['1,234,567.5', 1234567.5, 'unit'],
    ['1,5', 1.5, 'decimal-sign'],
    ['0,250', 0.25, 'decimal-sign'],
    ['0.1234567', 0.123457, 'rounded'],
    ['0.0000001', 0, 'rounded'],
    ['-3', -3],
    ['-0', 0],
  ]);
  refuses('amount', { decimal: ['12箱', '12℃', '1,23,456', '约', '1,2345.6.7', '不到12'] });
  reads('amount', [
    ['约20个', 20, 'approximate', 'unit'],
    ['大约20', 20, 'approximate'],
    ['20只左右', 20, 'approximate', 'unit'],
  ]);
  reads('stock', [['50', 50]]);
  refuses('stock', { decimal: ['50只'] });
});

describe('counts', () => {
  reads('people', [
    ['0', 0],
    ['50', 50],
    ['007', 7],
    ['123456789', 123456789],
    ['50人', 50, 'unit'],
    ['50 名', 50, 'unit'],
    ['1,200', 1200, 'unit'],
    ['12.0', 12, 'rounded'],
    ['12.00人', 12, 'rounded', 'unit'],
    ['５０', 50, 'full-width'],
    ["'50", 50, 'wrapped'],
    ['约50', 50, 'approximate'],
    ['11人', 11, 'unit'],
    ['约50人', 50, 'approximate', 'unit'],
  ]);
  refuses('people', {
    int: ['12.5', '12.05', '五十', '50分钟', '50/50', '1e3', '1234567890', '第5', '5²', '①', '+5', '没有'],
    negative: ['-1', '-50人', '−3', '－3', '-0'],
  });
  reads('minutes', [
    ['30', 30],
    ['30分钟', 30, 'unit'],
    ['30 min', 30, 'unit'],
    ['30Min', 30, 'unit'],
    ['30分', 30, 'unit'],
  ]);
  refuses('minutes', { int: ['2小时', '1小时30分', '30人', '30秒'] });
  reads('seq', [
    ['3', 3],
    ['第3次', 3, 'unit'],
    ['第3', 3, 'unit'],
    ['3排', 3, 'unit'],
    ['5人', 5, 'unit'],
  ]);
  refuses('seq', { int: ['3℃', '第三次', '第'] });
});

describe('yes and no', () => {
  const yes = ['有', '√', '✓', '✔', 'Y', 'y', 'Yes', 'YES', 'true', 'TRUE', '1', '已', '对', '通过'];
  const no = ['无', '×', '✗', '✘', 'X', 'x', 'N', 'No', 'false', 'FALSE', '0', '未', '没有', '不通过'];
  reads('bool', [
    ['是', true],
    ['否', false],
    [' 是 ', true],
    ...yes.map((text) => [text, true, 'yes-no'] as const),
    ...no.map((text) => [text, false, 'yes-no'] as const),
    ['Ｙ', true, 'full-width', 'yes-no'],
    ['１', true, 'full-width', 'yes-no'],
  ]);
  // normal, under fever, is the opposite of yes
  refuses('bool', {
    'shifted-date': ['43952'],
    bool: ['正常', '异常', '合格', '不', '是否', '2', '10', '有无', '36.5', '是的吧', '不详', 'constructor'],
  });
  reads('pressure', [
    ['正常', true, 'yes-no'],
    ['完好', true, 'yes-no'],
    ['畅通', true, 'yes-no'],
    ['合格', true, 'yes-no'],
    ['异常', false, 'yes-no'],
    ['不正常', false, 'yes-no'],
  ]);
  refuses('pressure', { bool: ['基本正常', '未检'] });
  reads('present', [
    ['到', true, 'yes-no'],
    ['缺勤', false, 'yes-no'],
  ]);
});

describe('values of a column', () => {
  reads('code', [
    ['绿', '绿'],
    ['绿 ', '绿'],
    ['绿码', '绿', 'synonym'],
    ['green', '绿', 'synonym'],
    ['ＧＲＥＥＮ', '绿', 'synonym'],
    ['绿 码', '绿', 'synonym'],
    ["'绿", '绿', 'wrapped'],
  ]);
  refuses('code', {
    enum: ['蓝', '绿黄', '123', '39999', '50001', '43831.x', '__proto__', 'constructor', 'toString', '红'.repeat(65)],
    'shifted-date': ['43831', '43835', '40000', '50000', '４３８３１'],
  });
  reads('agent', [
    ['８４', '84', 'synonym'],
    ['75％', '75%', 'synonym'],
    ['uvc', 'UVC', 'synonym'],
    ['无', '无'],
    [' 无', '无'],
  ]);
  reads('open', [['随便', '随便']]);
});

describe('lists', () => {
  reads('list', [
    ['发热', ['发热']],
    ['发热、干咳', ['发热', '干咳']],
    ['发热，干咳', ['发热', '干咳'], 'separator'],
    ['发热,干咳', ['发热', '干咳'], 'separator'],
    ['发热;干咳；头痛', ['发热', '干咳', '头痛'], 'separator'],
    ['发热/干咳', ['发热', '干咳'], 'separator'],
    ['发热／干咳', ['发热', '干咳'], 'separator'],
    ['发热 干咳\n头痛', ['发热', '干咳', '头痛'], 'separator'],
    ['发热　干咳', ['发热', '干咳'], 'separator'],
    ['发热、干咳。', ['发热', '干咳'], 'separator'],
    ['、发热、、干咳、', ['发热', '干咳']],
    ['发烧、头痛', ['发热', '头痛'], 'synonym'],
    ['ｃｔ异常', ['CT异常'], 'synonym', 'full-width'],
    ['１班、２班', ['1班', '2班'], 'full-width'],
    ['无', []],
    ['没有', [], 'synonym'],
    ['正常', [], 'synonym'],
    ['否', [], 'synonym'],
    ['无症状', [], 'synonym'],
    ['无、无', []],
    ['无、干咳', ['无', '干咳']],
    ['constructor', ['constructor']],
    ["'发热", ['发热'], 'wrapped'],
  ]);
  refuses('list', { formula: ['=A1', '、=A1', '发热、=A1'] });

  test('of separators alone are empty', () => {
    expect([read('list', '、、'), read('list', '，')]).toEqual([{}, {}]);
    expect(read('list', '缺、')).toEqual({ lenient: ['missing-word'] });
  });
});

describe('phone numbers', () => {
  reads('phone', [
    ['13800000001', '13800000001'],
    ['138 0000 0001', '13800000001'],
    ['138-0000-0001', '13800000001'],
    ['+8613800000001', '13800000001'],
    ['+86 138-0000-0001', '13800000001'],
    ['008613800000001', '13800000001'],
    ['１３８００００００01', '13800000001', 'full-width'],
    ["'13800000001", '13800000001', 'wrapped'],
    ['‘13800000001', '13800000001', 'wrapped'],
    ['\t13800000001', '13800000001', 'wrapped'],
    ['="13800000001"', '13800000001', 'wrapped'],
    ['\u202a13800000001', '13800000001', 'wrapped'],
    ['0772-1234567', '07721234567'],
    ['07721234567', '07721234567'],
    ['(0772)1234567', '07721234567'],
    ['010-12345678', '01012345678'],
    ['0772-1234567-801', '07721234567-801'],
    ['0772-1234567转801', '07721234567-801'],
    ['400-000-0001', '4000000001'],
  ]);
  refuses('phone', {
    phone: [
      ...[
        '1.38E+10',
        '1380000000',
        '138000000011',
        '12800000001',
        '23800000001',
        '1234567',
        '0772',
        '13800000001/13800000002',
      ],
      ...['1380000000a', '138****0001', '张示例', '138、0000', '转801', '13800000001转1'],
    ],
  });
});

describe('identity numbers', () => {
  reads('id', [
    ['999999194912310025', '999999194912310025'],
    ['999999 19491231 0025', '999999194912310025', 'wrapped'],
    ["'999999194912310025", '999999194912310025', 'wrapped'],
    ['\t999999194912310025', '999999194912310025', 'wrapped'],
    ['="999999194912310025"', '999999194912310025', 'wrapped'],
    ['９９９９９９194912310025', '999999194912310025', 'full-width'],
    ['E00000001', 'E00000001'],
    ['e00000001', 'E00000001'],
    ['H1234', 'H1234'],
    ['999999491231002', '999999491231002'],
  ]);
  refuses('id', {
    id: [
      ...['999999194912310026', '99999919491231002X', '99999919491231002', '9999991949123100', '9999991949123100251'],
      ...[
        'H123',
        '9999**********0025',
        '张示例',
        '99999919491231002x5',
        'A'.repeat(18),
        '36.5',
        'E0000-0001',
        '9'.repeat(100),
      ],
    ],
    'id-scientific': ['9.99999E+17', '9.99999E17', '9.99999e+17', '１E+17', '9.99999194912310E+17'],
    'id-digits-lost': ['999999194912310000', '999999194912310016.0'],
  });

  test('keep a true number that ends in zeros, and the letter X in any case', () => {
    const numbers = Array.from({ length: 1000 }, (_, i) => `99999919491231${String(i).padStart(3, '0')}`);
    const ending = (check: string) => numbers.map((each) => each + check).filter((each) => read('id', each).value);
    expect(ending('X').length).toBeGreaterThan(50);
    expect(ending('x').map((each) => read('id', each).value)).toEqual(ending('X'));
    expect(ending('0').some((each) => each.endsWith('000'))).toBe(true);
    for (const each of numbers) {
      const checks = [...'0123456789X'].filter((check) => read('id', each + check).value !== undefined);
      expect(checks).toHaveLength(1);
    }
  });
});

describe('text and names of things', () => {
  reads('text', [
    ['张示例', '张示例'],
    ['  张示例\u3000', '张示例'],
    ['１班', '１班'],
    ['第一行\n第二行', '第一行\n第二行'],
    ['无', '无'],
    ['没有', '没有'],
    ['未发现异常。', '未发现异常。'],
    ['无异常', '无异常'],
    ['N95', 'N95'],
    ['-5 ℃', '-5 ℃'],
    ["'007", '007', 'wrapped'],
    ['="007"', '007', 'wrapped'],
    ['="他说""好"""', '他说"好"', 'wrapped'],
    ['\u200b张示例', '张示例', 'wrapped'],
    ['‘新冠’知识', '‘新冠’知识'],
    ['a'.repeat(100_000), 'a'.repeat(100_000)],
  ]);
  refuses('text', {
    formula: ['=1+1', "'=1+1", '\u200b=cmd', '='],
    'id-scientific': ['4.50201E+17', "'2.02005e+11"],
  });
  reads('text', [
    ['同上', '同上'],
    ['C+17', 'C+17'],
    ['A+B', 'A+B'],
  ]);
  test('are not 同上 where rows are told apart by them', () => {
    const name = { en: 'name', zh: '姓名', type: 'text', required: true } as const;
    for (const text of ['同上', ' 同上 ', '〃', '"']) expect(readCell(text, name, {})).toEqual({ unreadable: 'ditto' });
    expect(readCell('同上海', name, {})).toEqual({ value: '同上海' });
  });
  reads('ref', [
    ['101教室', '101教室'],
    ['Room 1', 'Room 1'],
    ['１０１教室', '101教室', 'full-width'],
    ['Ａ栋（东）', 'A栋(东)', 'full-width'],
    ["'101", '101', 'wrapped'],
  ]);
  refuses('ref', { formula: ['=1', '＝1'], ditto: ['同上', '″', '〃'], 'id-scientific': ['4.50201E+17'] });
});

/** Each value as a clerk would write it plainly. */
function plainly(type: CellType, value: Value): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return value.length === 0 ? '无' : value.join('、');
  if (type !== 'time' || typeof value !== 'number') return String(value);
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return value <= 1440 ? clock(value) : `次日${clock(value - 1440)}`;
}

const PIECES = [
  ...'2020 20 5 05 13 29 36 365 .5 43952 0.35 000 13800000001 999999194912310025 E00000001 E+17 x ３ Ａ ½ ²'.split(' '),
  ...'- / . 。 ． , ， 、 ; : ： T \' ‘ =" " "" = 年 月 日 号 星期五 点 时 分 半 秒 上午 下午 晚上 次日 am PM'.split(
    ' ',
  ),
  ...'第 次 人 ℃ °C 度 ℉ 是 否 无 正常 缺 N 绿 绿码 发热 发烧 转 __proto__ 😀'.split(' '),
  ...[' ', '\u3000', '\t', '\n', '\u200b', '\ufeff', '\u0338', '\ud800'],
];
const pieces = (...choices: readonly string[]) => fc.constantFrom(...choices);
const anyDate = [
  pieces('', '2020', '２０２０', '20', "'2020"),
  pieces('-', '/', '.', '年', ''),
  pieces('05', '5', '13', '2'),
  pieces('-', '/', '.', '月', ''),
  pieces('01', '1', '31', '29', ''),
  pieces('', '日', '号', ' 星期五', 'T', ' '),
];
const anyTime = [
  pieces('', '次日', ' '),
  pieces('', '上午', '下午', '晚上'),
  pieces('08', '8', '24', '12', '0'),
  pieces(':', '：', '点', '.'),
  pieces('30', '00', '5', '半', '354166'),
  pieces('', ':00', '分', ' pm'),
];
const anyNumber = [
  pieces('', "'", '+86', ' '),
  pieces('13800000001', '0772-1234567', '999999194912310025', 'E00000001'),
  pieces('', '-801', ' ', '000'),
];
const joined = (parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(pieces(...PIECES), { maxLength: 7 }).map((texts) => texts.join('')) },
  { weight: 3, arbitrary: joined(anyDate) },
  { weight: 3, arbitrary: joined(anyTime) },
  { weight: 1, arbitrary: joined(anyNumber) },
  { weight: 3, arbitrary: joined([...anyDate, ...anyTime]) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 100 }) },
);
const anyColumn = fc.constantFrom(...Object.values(COLUMNS));
const anyYear = fc.constantFrom(undefined, 2019, 2020);

describe('whatever the text', () => {
  test('a cell is read, empty or refused, and what was read is read again as itself, without leniency', () => {
    const seen = new Set<CellType>();
    fc.assert(
      fc.property(anyText, anyColumn, anyYear, (text, column, year) => {
        const reading = readCell(text, column, year === undefined ? {} : { year });
        if (reading.unreadable !== undefined) {
          expect(reading).toEqual({
            unreadable: reading.unreadable,
            ...(column.type === 'time' && reading.moment
              ? { moment: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/) }
              : {}),
          });
          expect(UNREADABLE).toHaveProperty(reading.unreadable);
          return;
        }
        expect(reading.lenient).not.toEqual([]);
        expect(new Set(reading.lenient).size).toBe(reading.lenient?.length ?? 0);
        if (reading.value === undefined) return;
        seen.add(column.type);
        expect(readCell(plainly(column.type, reading.value), column, {})).toEqual({ value: reading.value });
      }),
      { seed: 20200506, numRuns: 10_000 },
    );
    expect(seen).toEqual(new Set(Object.values(COLUMNS).map(({ type }) => type)));
  });

  test('of any length, it is read at once', () => {
    const long = ['', "'", ' ', '　', '、', '="', '0', '36', '/', 'a ', '= ', '次日', '\u200b '].flatMap((piece) => [
      piece.repeat(50_000),
      `x${piece.repeat(50_000)}x`,
    ]);
    for (const column of Object.values(COLUMNS))
      expect(endsSoon(() => long.map((text) => readCell(text, column, { year: 2020 })))).toHaveLength(long.length);
  });
});

test('no time zone changes what is read', () => {
  const built = buildSync({
    stdin: { contents: "export * from './src/logs/read/values.ts'", resolveDir: process.cwd() },
    bundle: true,
    format: 'cjs',
    write: false,
  });
  const texts = [
    '2020-05-01',
    '2020/5/1',
    '5月1日',
    '43952',
    '43952.354',
    '2020-05-01 24:00',
    '2020-03-08 02:30',
    '8:30',
  ];
  const columns = [COLUMNS.date, COLUMNS.month, COLUMNS.time, COLUMNS.datetime];
  const script = `${built.outputFiles[0]?.text}
    const readings = ${JSON.stringify(columns)}.flatMap((column) =>
      ${JSON.stringify(texts)}.map((text) => module.exports.readCell(text, column, { year: 2020 })));
    process.stdout.write(JSON.stringify(readings));`;
  const here = columns.flatMap((column) => texts.map((text) => readCell(text, column, { year: 2020 })));
  for (const TZ of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    const there = execFileSync(process.execPath, ['-'], { input: script, env: { TZ }, encoding: 'utf8' });
    expect([TZ, JSON.parse(there)]).toEqual([TZ, here]);
  }
});

describe('the words', () => {
  const wordings = (checks: Readonly<Record<string, InputCheck>>) =>
    Object.values(checks).flatMap(({ messages }) => Object.entries(messages));
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  test.each(wordings(LENIENT))('for %s name the column and the count, in both languages', (_, words) => {
    expect(placeholders(words.zh)).toEqual(expect.arrayContaining(['{column}', '{count}']));
    expect(placeholders(words.en)).toEqual(placeholders(words.zh));
  });

  test.each(wordings(UNREADABLE))('for %s name the column, in both languages', (_, words) => {
    expect(placeholders(words.zh)).toContain('{column}');
    expect(placeholders(words.en)).toEqual(placeholders(words.zh));
  });
});
