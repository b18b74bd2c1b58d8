/** The same rows in several files count once, and rows of one record that differ are told. */
import { copiesIn } from '../../src/logs/copies.js';
import { checkLogs, shown } from './check-logs.js';

const found = (files: Readonly<Record<string, string>>): string[] =>
  checkLogs(files, { hints: false })
    .filter(({ rule }) => /^input\/rows-/.test(rule))
    .map(shown);

const SESSION = '日期,班级,课次,开始时间,结束时间,教室,应到,实到';
const lesson = (day: string, no: number, attended: number): string =>
  `2020-05-${day},C1,${no},08:30,10:00,R1,20,${attended}`;
const text = (header: string, ...rows: readonly string[]): string => [header, ...rows].join('\n');

test('one finding for each pair of files', () => {
  const may = text(SESSION, lesson('06', 1, 20), lesson('07', 2, 20));
  const all = text(SESSION, lesson('07', 2, 20), lesson('06', 1, 20), lesson('08', 3, 20));
  expect(found({ session: may, 'session 2': all, 'session 3': text(SESSION, lesson('08', 3, 20)) })).toEqual([
    'warning session 2:2 input/rows-copied: 这个文件有 2 行与 session 完全相同，只算一次。同一份记录导出了两次的，去掉一份',
    'warning session 3:2 input/rows-copied: 这个文件有 1 行与 session 2 完全相同，只算一次。同一份记录导出了两次的，去掉一份',
  ]);
});

test('a row counts as often as in the file that has it most often', () => {
  const row = lesson('06', 1, 20);
  const rows = (files: Readonly<Record<string, string>>): number => {
    let count = 0;
    checkLogs(files, { onLogs: (logs) => (count = logs.rows('session').length) });
    return count;
  };
  expect(
    rows({ session: text(SESSION, row), 'session 2': text(SESSION, row, row), 'session 3': text(SESSION, row) }),
  ).toBe(2);
  expect(rows({ session: text(SESSION, row, row), 'session 2': text(SESSION, row) })).toBe(2);
  expect(rows({ session: text(SESSION, row), 'session 2': text(SESSION, lesson('06', 1, 19)) })).toBe(2);
});

test('in another order of columns and another spelling of a value', () => {
  const other = text('班级,日期,课次,开始时间,结束时间,教室,应到,实到', 'C1,2020/5/6,1,8:30,10:00,R1,20,20');
  expect(found({ session: text(SESSION, lesson('06', 1, 20)), 'session 2': other })).toHaveLength(1);
});

test('what could not be read is compared as it stands', () => {
  const odd = (cell: string): string => text(SESSION, lesson('06', 1, 20).replace(/20$/, cell));
  expect(found({ session: odd('二十'), 'session 2': odd('二十') })[0]).toContain('rows-copied');
  expect(found({ session: odd('二十'), 'session 2': odd('廿') })[0]).toContain('rows-disagree');
});

test('the same record with other contents', () => {
  expect(
    found({ session: text(SESSION, lesson('06', 1, 20)), 'session 2': text(SESSION, lesson('06', 1, 19)) }),
  ).toEqual([
    'warning session 2:2 input/rows-disagree: 与 session 第 2 行是同一条记录，内容却不一致，两行都算。核实，删去或改正写错的一行',
  ]);
});

test('another time, another person, or a record that one file has twice is none', () => {
  const files = {
    session: text(SESSION, lesson('06', 1, 20), lesson('06', 2, 20), lesson('07', 3, 20), lesson('07', 3, 19)),
    'session 2': text(SESSION, lesson('06', 1, 20).replace('08:30', '08:31'), lesson('06', 4, 20), lesson('07', 3, 18)),
  };
  expect(found(files)).toEqual([]);
});

test('days of a register are compared as a whole', () => {
  const header = '日期,进入时间,离开时间,姓名,人员类别,体温,登记人';
  const day = (date: string, reading: string): string[] => [
    `2020-05-${date},08:00,17:00,张示例,学员,${reading},李示例`,
    `2020-05-${date},08:05,17:00,王示例,学员,36.6,李示例`,
  ];
  const first = text(header, ...day('06', '36.5'), ...day('07', '36.4'));
  const second = text(header, ...day('07', '36.4').toReversed(), ...day('06', '36.3'));
  expect(found({ entry: first, 'entry 2': second })).toEqual([
    'warning entry 2:2 input/rows-copied: 这个文件有 2 行与 entry 完全相同，只算一次。同一份记录导出了两次的，去掉一份',
  ]);
});

test('files of different kinds share nothing', () =>
  expect(copiesIn([])).toEqual({ of: [], pairs: [], disagreements: [] }));

test('a day on which one other cell differs is no copy', () => {
  const header = '日期,进入时间,离开时间,姓名,人员类别,体温,健康码,登记人';
  const rows = (code: string): string => text(header, `2020-05-06,08:00,17:00,张示例,学员,36.5,${code},李示例`);
  expect(found({ entry: rows('绿'), 'entry 2': rows('黄') })).toEqual([]);
  expect(found({ entry: rows('绿'), 'entry 2': rows('绿') })).toHaveLength(1);
});
