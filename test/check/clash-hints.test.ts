/** Hints at logs that contradict one another, and the honest logs beside them. */
import { checkLogs, shown } from './check-logs.js';

const found = (files: Readonly<Record<string, string>>): string[] =>
  checkLogs(files)
    .filter(({ rule }) => rule === 'hint/clash')
    .map(shown);

const SESSION = '日期,班级,课次,开始时间,结束时间,教室,教师,应到,实到';
const CHECK = '日期,时段,班级/部门,人员类别,姓名,是否出勤,体温,检查人';
const lessons = (...rows: readonly string[]): string => [SESSION, ...rows.map((row) => `2020-05-06,${row}`)].join('\n');
const checks = (...rows: readonly string[]): string =>
  [CHECK, ...rows.map((row) => `2020-05-06,${row},李示例`)].join('\n');

test('lessons one after the other, of one class, or in two rooms are none', () => {
  expect(
    found({
      session: lessons(
        'C1,1,08:30,10:00,R1,李示例,2,2',
        'C2,1,10:00,11:00,R1,李示例,2,2',
        'C1,2,10:30,11:30,R2,王示例,2,2',
        'C1,3,11:00,11:30,R2,王示例,2,2',
      ),
    }),
  ).toEqual([]);
});

test('a class in two rooms, but not one lesson after the other', () => {
  expect(
    found({
      session: lessons(
        'C1,1,08:30,10:00,R1,李示例,2,2',
        'C1,2,09:30,10:30,R2,王示例,2,2',
        'C1,3,10:30,11:30,R3,王示例,2,2',
        'C1,4,11:00,11:30,R3,张示例,2,2',
      ),
    }),
  ).toEqual(['info session:3 hint/clash: 同一班级同一时间在另一间教室也有课，核实班级、教室或时间；分组上课的不用管']);
});

test('two classes in one room, and a teacher in two', () => {
  expect(
    found({
      session: lessons(
        'C2,1,09:59,11:00,R1,王示例,2,2',
        'C1,1,08:30,10:00,R1,李示例,2,2',
        'C3,1,09:00,09:30,R2,李 示例,2,2',
      ),
    }),
  ).toEqual([
    'info session:2 hint/clash: 同一教室同一时间另有一个班上课；合班的不用管',
    'info session:4 hint/clash: 同一教师同一时间在另一间教室上课，核实教师、教室或时间',
  ]);
});

describe('fewer in class than at the check', () => {
  const check = checks(
    '晨,C1,学员,张示例,是,36.5',
    '晨,C1,学员,王示例,是,36.4',
    '午,C1,学员,张示例,是,36.5',
    '午,C1,学员,王示例,否,',
  );
  const of = (row: string): string[] => found({ session: lessons(row), check });

  test('of that half-day', () => {
    expect(of('C1,1,08:30,10:00,R1,李示例,2,1')).toEqual([
      'info session:2 hint/clash: 实到 1 人，当天这一时段的检查有 2 人出勤，核实实到人数',
    ]);
    expect(of('C1,1,08:30,10:00,R1,李示例,2,2')).toEqual([]);
  });

  test('whoever left at noon is not missing in the afternoon', () => {
    expect(of('C1,1,14:30,16:00,R1,李示例,2,1')).toEqual([]);
    expect(of('C1,1,14:30,16:00,R1,李示例,2,0')).toHaveLength(1);
  });
});

describe('absent at both checks', () => {
  const entry = (time: string): string =>
    `日期,进入时间,离开时间,姓名,人员类别,体温,登记人\n2020-05-06,${time},21:00,张示例,学员,36.5,李示例`;
  const both = checks('晨,C1,学员,张示例,否,', '午,C1,学员,张示例,否,');

  test('and in at the gate in the morning', () => {
    expect(found({ check: both, entry: entry('08:00') })).toEqual([
      'info check:3 hint/clash: 晨检、午检都写缺勤，出入登记却有当天上午进入的记录，核实是否出勤',
    ]);
  });

  test('not in the evening, and not at one check only', () => {
    expect(found({ check: both, entry: entry('18:00') })).toEqual([]);
    expect(
      found({ check: checks('晨,C1,学员,张示例,否,', '午,C1,学员,张示例,是,36.5'), entry: entry('13:00') }),
    ).toEqual([]);
    expect(found({ check: checks('晨,C1,学员,张示例,否,'), entry: entry('08:00') })).toEqual([]);
  });
});
