/** Lines of logs that are shown: which are read, and what of them is masked. */
import { excerpt, excerptLines } from '../../src/logs/excerpt.js';
import type { LogSource } from '../../src/logs/kind.js';

const COLUMNS = ['date', 'time_in', 'name', 'category', 'group', 'phone', 'temperature_c', 'entrance', 'symptoms'];
const log: LogSource = {
  file: 'entry.csv',
  kind: 'entry',
  encoding: 'utf-8',
  delimiter: ',',
  headerLine: 2,
  missing: [],
  positions: new Map(COLUMNS.map((name, at) => [name, at])),
};

describe('with masked', () => {
  test.each([
    [
      'personal cells keep their first character, others stay',
      '2020-05-06,08:00,张示例,学员,一班,13800000001,36.5,E1,发热',
      '2020-05-06,08:00,张**,学员,一班,1**********,3***,E1,发*',
    ],
    [
      'a personal cell in quotes keeps the quote that opens',
      '2020-05-06,08:00,"张""示例",学员,一班,,,E1,',
      '2020-05-06,08:00,"张*****,学员,一班,,,E1,',
    ],
    ['a name where a value of a list belongs', '2020-05-06,08:00,,张示例,,,,,', '2020-05-06,08:00,,张**,,,,,'],
    ['a name where a date belongs', '张示例,08:00,,,,,,,', '张**,08:00,,,,,,,'],
    ['a wrong number where a date belongs', '2020-13-45,25:00,,,,,,,', '2020-13-45,25:00,,,,,,,'],
    [
      'free text in a row whose cells have slipped',
      '2020-05-06,张示例,学员,一班,李示例,,,,',
      '2020-05-06,张**,学*,一*,李**,,,,',
    ],
    ['names in a place of the profile', '2020-05-06,08:00,,,,,,张示例,', '2020-05-06,08:00,,,,,,张**,'],
    ['cells without a column', '2020-05-06,08:00,,,,,,,,张示例', '2020-05-06,08:00,,,,,,,,张**'],
    ['headers stay', '日期,姓 名,体温,张示例', '日期,姓 名,体温,张**'],
    ['a row of signatures', '负责人签字：张示例,,,,李示例,,,,', '负********,,,,李**,,,,'],
    ['quotes that make no sense', '2020-05-06,"张"示例,学员', '2*********,"张***,学*'],
  ])('%s', (_, record, expected) => {
    expect(excerpt(record, 5, log, 'masked')).toBe(expected);
    expect(excerpt(record, 5, log, 'full')).toBe(record);
  });

  test('what stands above the header is about no column', () => {
    expect(excerpt('2020-05-06,08:00,,学员,张示例', 1, log, 'masked')).toBe('2*********,0****,,学*,张**');
  });

  test('line breaks in cells stay', () => {
    expect(excerpt('2020-05-06,08:00,"张\r\n示例",学员', 5, log, 'masked')).toBe('2020-05-06,08:00,"张\r\n***,学员');
  });

  test('tabs between cells become spaces, which a terminal can show', () => {
    expect(excerpt('2020-05-06\t08:00\t张示例', 5, { ...log, delimiter: '\t' }, 'masked')).toBe(
      '2020-05-06 08:00 张**',
    );
    expect(excerpt('2020-05-06\t08:00\t张示例', 5, { ...log, delimiter: '\t' }, 'full')).toBe(
      '2020-05-06 08:00 张示例',
    );
  });
});

describe('the lines that are read', () => {
  const text =
    '标题\n日期,进入时间,姓名\n\n2020-05-06,08:00,"甲\n乙"\n2020-05-06,08:01,丙\n2020-05-06,08:02,"丁\r\n戊"\n己,"';
  const read = (wanted: readonly number[], bytes: Uint8Array = new TextEncoder().encode(text)) => [
    ...excerptLines(() => [bytes], log, new Set(wanted), 'full'),
  ];

  test.each([
    ['one', [6], [[6, '2020-05-06,08:01,丙']]],
    ['the second of a record', [5], [[5, '乙"']]],
    [
      'both of a record',
      [4, 5],
      [
        [4, '2020-05-06,08:00,"甲'],
        [5, '乙"'],
      ],
    ],
    ['the second of a record with CRLF', [8], [[8, '戊"']]],
    ['a blank one, and one beyond the end', [3, 99], []],
    ['one behind which a quote never closes', [9], []],
    ['none', [], []],
  ] as const)('%s', (_, wanted, expected) => {
    expect(read(wanted)).toEqual(expected);
  });

  test('come without the marks at the beginning of the file', () => {
    const marked = new TextEncoder().encode(`\ufeff\ufeff${text}`);
    expect(read([1, 2], marked)).toEqual([
      [1, '标题'],
      [2, '日期,进入时间,姓名'],
    ]);
  });

  test('are not read further than the last', () => {
    let blocks = 0;
    function* open(): Generator<Uint8Array> {
      for (let i = 0; i < 10; i++) {
        blocks++;
        yield new TextEncoder().encode('2020-05-06,08:00,甲\n'.repeat(100));
      }
    }
    expect(excerptLines(open, log, new Set([3]), 'full').get(3)).toBe('2020-05-06,08:00,甲');
    // one for the byte order mark
    expect(blocks).toBeLessThan(5);
  });

  test('too long ones are left out', () => {
    expect(read([1], new TextEncoder().encode(`${'甲'.repeat(20_000)}\n`))).toEqual([]);
  });
});
