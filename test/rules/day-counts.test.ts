/** The people whom the logs show for a day, by the columns of the daily report, and the signs from which they follow. */
import { KINDS, type KindName } from '../../src/logs/kinds/index.js';
import { joinLogs, type Logs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS, type Limits } from '../../src/plan/limits.js';
import { COMPARED, type ComparedColumn, dayCounts } from '../../src/rules/shared/day-counts.js';
import { OBSERVING } from '../../src/rules/shared/observations.js';
import { type Signs, signsIn } from '../../src/rules/shared/signs.js';

type Files = readonly (readonly [kind: KindName, ...lines: readonly string[]])[];

function logsOf(files: Files, limits: Limits = LIMITS): Logs {
  const summaries = files.map(([kind, ...lines], i) => {
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const options = { kinds: KINDS, kind, strict: false, asOf: '2020-06-01', limits, keepAll: false };
    const { summary } = readLog(`${kind}-${i}.csv`, () => [bytes], options);
    if (!summary) throw new Error(`${kind} was not read`);
    return summary;
  });
  return joinLogs(summaries, undefined, '2020-06-01');
}

const DAY = '2020-05-06';
const ENTRY = '日期,进入时间,姓名,编号,人员类别,体温,复测体温,症状,登记人';
const CHECK = '日期,时段,检查时间,班级/部门,姓名,编号,是否出勤,体温,发热,干咳,乏力,其他症状,缺勤原因,检查人';
const HEALTH = '日期,姓名,人员类别,晨体温,晚体温,症状';
const ISOLATION = '日期,姓名,人员类别,进入时间,进入体温,症状,观察人,复测时间,复测体温,离开时间,离开体温,去向,记录人';
const INCIDENT = '编号,发现时间,姓名,人员类别,症状,体温,分类,送诊时间,结案日期';
const ABSENCE = '日期,姓名,班级/部门,缺勤类型,体温,转归,返训日期,追踪人';
const SUMMARY = '日期,时段,班级,应检,实检,缺勤,因病缺勤,异常,检查人';
const SURVEY = '姓名,人员类别,调查起,调查止,健康状况,症状,出行,聚会,聚餐,旅居类型,返柳日期,核查日期';
const SESSION = '日期,班级,课次,开始时间,结束时间,教室,教师,内容,防控知识,应到,实到';

/** The counts of the day that are not 0: least and most. */
function counted(files: Files, limits: Limits = LIMITS, day = DAY): Partial<Record<ComparedColumn, [number, number]>> {
  const counts = dayCounts(logsOf(files, limits), limits);
  const found: Partial<Record<ComparedColumn, [number, number]>> = {};
  for (const column of COMPARED) {
    const most = counts.most(column, day);
    if (most > 0) found[column] = [counts.of(column, day).least, most];
  }
  return found;
}

const entry = (time: string, celsius: string, retest = '', symptoms = ''): string =>
  `${DAY},${time},张示例,T001,学员,${celsius},${retest},${symptoms},李示例`;
const check = (slot: string, time: string, celsius: string, rest = ',,,,'): string =>
  `${DAY},${slot},${time},C1,张示例,T001,是,${celsius},${rest},李示例`;
const isolation = (rest: string): string => `${DAY},张示例,学员,${rest},李示例`;

/** A fever at 08:00, and what was read afterwards, in rows and files of every order. */
function minutesApart(): [string, unknown, Files][] {
  const cases: [string, unknown, readonly string[]][] = [
    ['an hour later', [0, 1], ['09:00 36.5']],
    ['more than an hour later', [1, 1], ['09:01 36.5']],
    ['after another fever', [1, 1], ['08:20 37.9', '08:40 36.5']],
    ['in the minute of another fever', [1, 1], ['08:20 37.9', '08:20 36.5']],
    ['in the same minute', [0, 1], ['08:00 36.5']],
    ['before it', [1, 1], ['07:50 36.5']],
    ['before another fever', [1, 1], ['08:20 36.5', '08:40 37.9']],
    ['after each', [0, 1], ['08:20 36.5', '08:40 37.9', '08:50 36.6']],
    ['and a second that is no possible reading', [1, 1], ['08:20 29.9']],
    ['without a time, and without one in the other row', [0, 1], [' 36.5']],
  ];
  return cases.flatMap(([title, expected, later]) => {
    const rows = ['08:00 37.5', ...later].map((each) => entry(...(each.split(' ') as [string, string])));
    const orders: [string, string[][]][] = [
      ['oldest first', [rows]],
      ['newest first', [rows.toReversed()]],
      ['a file each', rows.map((row) => [row])],
      ['a file each, newest first', rows.toReversed().map((row) => [row])],
    ];
    return orders.map(([order, files]): [string, unknown, Files] => [
      `taken again ${title}, ${order}`,
      expected,
      files.map((lines) => ['entry', ENTRY, ...lines]),
    ]);
  });
}

describe('fever', () => {
  const fever = (files: Files, limits: Limits = LIMITS): unknown => counted(files, limits).fever;

  test.each<[string, unknown, Files]>([
    ['a reading at the limit', [1, 1], [['entry', ENTRY, entry('08:00', '37.3')]]],
    ['a reading below it', undefined, [['entry', ENTRY, entry('08:00', '37.2')]]],
    ['one that was taken again lower', [0, 1], [['entry', ENTRY, entry('08:00', '37.4', '36.6')]]],
    ['one that was taken again higher', [1, 1], [['entry', ENTRY, entry('08:00', '36.6', '37.4')]]],
    ['a second that is no possible reading', [1, 1], [['entry', ENTRY, entry('08:00', '37.4', '29.9')]]],
    ['a second at the edge of the possible', [0, 1], [['entry', ENTRY, entry('08:00', '37.4', '30.0')]]],
    ['the highest that is possible', [1, 1], [['entry', ENTRY, entry('08:00', '45')]]],
    ['more than is possible', undefined, [['entry', ENTRY, entry('08:00', '45.1')]]],
    ['written without a reading', [1, 1], [['entry', ENTRY, entry('08:00', '', '', '发热')]]],
    ['written beside a reading that is none', [0, 1], [['entry', ENTRY, entry('08:00', '36.5', '', '发热')]]],
    ['written as people say', [1, 1], [['entry', ENTRY, entry('08:00', '', '', '发烧')]]],
    [
      'an entry of the morning, whatever was read in the afternoon',
      [1, 1],
      [['entry', ENTRY, entry('14:00', '37.5', '36.9'), entry('08:00', '37.5')]],
    ],
    ['the later of two entries', [1, 1], [['entry', ENTRY, entry('14:00', '37.5'), entry('08:00', '37.5', '36.9')]]],
    [
      'the same in two files of two gates',
      [1, 1],
      [
        ['entry', ENTRY, entry('14:00', '37.5', '36.9')],
        ['entry', ENTRY, entry('08:00', '37.5')],
      ],
    ],
    ['ticked at the check', [1, 1], [['check', CHECK, check('晨', '', '', '是,,,,')]]],
    ['normal at noon, hours later', [1, 1], [['check', CHECK, check('晨', '', '37.5'), check('午', '', '36.5')]]],
    [
      'normal at noon, in another file',
      [1, 1],
      [
        ['check', CHECK, check('晨', '', '37.5')],
        ['check', CHECK, check('午', '', '36.5')],
      ],
    ],
    [
      'normal in the evening',
      [1, 1],
      [['check', CHECK, check('晨', '', '37.5'), check('午', '', '37.5'), check('晚', '', '36.5')]],
    ],
    ['normal in the morning only', [1, 1], [['check', CHECK, check('午', '', '37.5'), check('晨', '', '36.5')]]],
    [
      'at noon with a cough and without a reading',
      [1, 1],
      [['check', CHECK, check('晨', '', '37.5'), check('午', '', '', ',是,,,')]],
    ],
    [
      'at noon with a cough and a normal reading',
      [1, 1],
      [['check', CHECK, check('晨', '', '37.5'), check('午', '', '36.5', ',是,,,')]],
    ],
    [
      'a check of an unknown slot, which may have been before or after',
      [0, 1],
      [['check', CHECK, check('', '', '37.5'), check('午', '', '36.5')]],
    ],
    [
      'normal at the check after the gate, without its time',
      [0, 1],
      [
        ['entry', ENTRY, entry('08:00', '37.5')],
        ['check', CHECK, check('晨', '', '36.5')],
      ],
    ],
    [
      'at the gate, later normal at a check with its time',
      [0, 1],
      [
        ['entry', ENTRY, entry('08:00', '37.5')],
        ['check', CHECK, check('晨', '08:20', '36.5', ',是,,,')],
      ],
    ],
    [
      'normal in isolation afterwards',
      [0, 1],
      [
        ['entry', ENTRY, entry('08:00', '37.5')],
        ['isolation', ISOLATION, isolation('08:10,37.5,无,李示例,08:40,36.6,,,返回')],
      ],
    ],
    [
      'normal on leaving isolation, after a second fever',
      [1, 1],
      [
        ['entry', ENTRY, entry('08:00', '37.5')],
        ['isolation', ISOLATION, isolation('08:10,37.5,无,李示例,08:40,37.6,09:10,36.8,返回')],
      ],
    ],
    [
      'high on leaving isolation',
      [1, 1],
      [['isolation', ISOLATION, isolation('08:10,37.5,无,李示例,08:40,36.6,09:10,37.8,发热门诊')]],
    ],
    [
      'normal in isolation without times',
      [0, 1],
      [
        ['entry', ENTRY, entry('08:00', '37.5')],
        ['isolation', ISOLATION, isolation('08:00,37.5,无,李示例,,36.6,,,返回')],
      ],
    ],
    [
      'at the gate again after isolation',
      [1, 1],
      [
        ['entry', ENTRY, entry('14:00', '37.5')],
        ['isolation', ISOLATION, isolation('08:10,37.5,无,李示例,08:40,36.6,,,返回')],
      ],
    ],
    [
      'at the check in the morning, then normal in isolation',
      [0, 1],
      [
        ['check', CHECK, check('晨', '', '37.5')],
        ['isolation', ISOLATION, isolation('08:10,37.5,无,李示例,08:40,36.6,,,返回')],
      ],
    ],
    [
      'at the check in the evening, after isolation',
      [1, 1],
      [
        ['check', CHECK, check('晚', '', '37.5')],
        ['isolation', ISOLATION, isolation('12:10,37.5,无,李示例,12:40,36.6,,,返回')],
      ],
    ],
    ['at home in the morning', [1, 1], [['health-daily', HEALTH, `${DAY},张示例,学员,37.6,,无`]]],
    [
      'at home in the morning, not in the evening',
      [1, 1],
      [['health-daily', HEALTH, `${DAY},张示例,学员,37.6,36.5,无`]],
    ],
    ...minutesApart(),
    ['at home in the evening', [1, 1], [['health-daily', HEALTH, `${DAY},张示例,学员,36.6,37.5,无`]]],
    ['in the register of absence', [1, 1], [['absence', ABSENCE, `${DAY},张示例,C1,病假,38.5,,,李示例`]]],
    ['in a leave', undefined, [['absence', ABSENCE, `${DAY},张示例,C1,事假,38.5,,,李示例`]]],
    ['in an incident', [1, 1], [['incident', INCIDENT, `A1,${DAY} 08:10,张示例,学员,发热,37.8,症状,,`]]],
    [
      'in an incident, then normal in isolation',
      [0, 1],
      [
        ['incident', INCIDENT, `A1,${DAY} 08:10,张示例,学员,发热,37.8,症状,,`],
        ['isolation', ISOLATION, isolation('08:10,37.5,无,李示例,08:40,36.6,,,返回')],
      ],
    ],
    [
      'of one person in every log',
      [1, 1],
      [
        ['entry', ENTRY, entry('08:00', '37.5')],
        ['check', CHECK, check('晨', '', '37.5')],
        ['health-daily', HEALTH, `${DAY},张示例,学员,37.6,,发热`],
        ['isolation', ISOLATION, isolation('08:10,37.5,发热,李示例,,,,,')],
        ['incident', INCIDENT, `A1,${DAY} 08:05,张示例,学员,发热,37.5,症状,,`],
      ],
    ],
  ])('%s: %j', (_, expected, files) => expect(fever(files)).toEqual(expected));

  test('keeps the limit and its operator', () => {
    const files: Files = [['entry', ENTRY, entry('08:00', '37.3')]];
    expect(fever(files, { ...LIMITS, fever: { ...LIMITS.fever, operator: '>' } })).toBeUndefined();
    expect(fever(files, { ...LIMITS, fever: { ...LIMITS.fever, value: 37.4 } })).toBeUndefined();
  });

  test('two people of one name without a number are nobody for certain, and each row one at most', () => {
    const two = [entry('08:00', '36.5'), entry('08:00', '36.5').replace('T001', 'T002')];
    const check_ = `${DAY},晨,,C1,张示例,,是,37.8,,,,,,李示例`;
    expect(
      counted([
        ['entry', ENTRY, ...two],
        ['check', CHECK, check_, check_.replace('晨', '午')],
      ]).fever,
    ).toEqual([0, 2]);
  });

  test('is of its day', () => {
    const files: Files = [['entry', ENTRY, entry('08:00', '37.5')]];
    expect(counted(files, LIMITS, '2020-05-07')).toEqual({});
  });
});

describe('other symptoms', () => {
  test.each<[string, unknown, Files]>([
    ['a dry cough ticked', [1, 1], [['check', CHECK, check('晨', '', '36.5', ',是,,,')]]],
    ['fatigue ticked', [1, 1], [['check', CHECK, check('晨', '', '36.5', ',,是,,')]]],
    ['a dry cough in words', [1, 1], [['check', CHECK, check('晨', '', '36.5', ',,,干咳、头痛,')]]],
    ['a chronic cough', [0, 1], [['check', CHECK, check('晨', '', '36.5', ',,,咳嗽,')]]],
    ['nothing', undefined, [['check', CHECK, check('晨', '', '36.5', '否,否,否,无,')]]],
    ['with fever, which may be reported alone', [0, 1], [['check', CHECK, check('晨', '', '37.5', ',是,,,')]]],
    ['with fever only', undefined, [['check', CHECK, check('晨', '', '37.5', '是,,,,')]]],
    [
      'at the gate and in isolation',
      [1, 1],
      [
        ['entry', ENTRY, entry('08:00', '36.5', '', '乏力')],
        ['isolation', ISOLATION, isolation('08:10,36.5,无力,李示例,,,,,')],
      ],
    ],
    ['at home', [1, 1], [['health-daily', HEALTH, `${DAY},张示例,学员,36.6,,干咳`]]],
  ])('%s: %j', (_, expected, files) => expect(counted(files).symptomatic).toEqual(expected));
});

describe('absent for sickness', () => {
  const absent = (reason: string, name = '张示例'): string => `${DAY},晨,,C1,${name},,否,,,,,,${reason},李示例`;
  const row = (date: string, rest: string): string => `${date},张示例,C1,${rest},李示例`;

  test.each<[string, unknown, Files]>([
    ['a reason that is a sickness', [1, 1], [['check', CHECK, absent('感冒发烧')]]],
    ['no reason', [0, 1], [['check', CHECK, absent('')]]],
    ['a reason that says nothing', [0, 1], [['check', CHECK, absent('不详')]]],
    ['a leave', undefined, [['check', CHECK, absent('事假')]]],
    ['in the morning and at noon', [1, 1], [['check', CHECK, absent('感冒'), absent('感冒').replace('晨', '午')]]],
    ['two people', [2, 2], [['check', CHECK, absent('感冒'), absent('头痛', '王示例')]]],
    [
      'in both logs',
      [1, 1],
      [
        ['check', CHECK, absent('感冒')],
        ['absence', ABSENCE, row(DAY, '病假,,在治,')],
      ],
    ],
    ['registered on the day', [1, 1], [['absence', ABSENCE, row(DAY, '病假,,,')]]],
    ['registered before, and not back', [0, 1], [['absence', ABSENCE, row('2020-05-04', '病假,,在治,')]]],
    ['registered before, back today', [0, 1], [['absence', ABSENCE, row('2020-05-04', `病假,,在治,${DAY}`)]]],
    [
      'registered before, back yesterday',
      undefined,
      [['absence', ABSENCE, row('2020-05-04', '病假,,在治,2020-05-05')]],
    ],
    ['registered later', undefined, [['absence', ABSENCE, row('2020-05-07', '病假,,在治,')]]],
    ['registered with the return', [0, 1], [['absence', ABSENCE, row(DAY, `病假,,治愈,${DAY}`)]]],
    ['well', [0, 1], [['absence', ABSENCE, row(DAY, '病假,,治愈,')]]],
    [
      'a follow-up on a closed day',
      [0, 1],
      [
        ['absence', ABSENCE, row(DAY, '病假,,在治,')],
        ['session', SESSION, '2020-05-07,C1,1,08:30,11:30,R1,S01,焊接,是,20,20'],
      ],
    ],
    [
      'on an open day',
      [1, 1],
      [
        ['absence', ABSENCE, row(DAY, '病假,,在治,')],
        ['session', SESSION, `${DAY},C1,1,08:30,11:30,R1,S01,焊接,是,20,20`],
      ],
    ],
    [
      'counted by class: the greatest of its slots, no more than all together',
      [3, 5],
      [
        [
          'check-summary',
          SUMMARY,
          `${DAY},晨,C1,20,19,1,1,0,李示例`,
          `${DAY},午,C1,20,18,2,2,0,李示例`,
          `${DAY},晨,C2,20,18,2,1,0,李示例`,
          `${DAY},午,C2,20,19,2,1,0,李示例`,
        ],
      ],
    ],
    [
      'one class in both sorts of log',
      [2, 3],
      [
        ['check-summary', SUMMARY, `${DAY},晨,C1,20,18,2,2,0,李示例`],
        ['check', CHECK, absent('感冒')],
      ],
    ],
    ['a summary without its number', undefined, [['check-summary', SUMMARY, `${DAY},晨,C1,20,18,2,,0,李示例`]]],
  ])('%s: %j', (_, expected, files) => expect(counted(files).sick_absent).toEqual(expected));
});

describe('isolated, referred, classified, returned', () => {
  test('isolation counts each person once, and those whom it sends to the clinic as referred', () => {
    const files: Files = [
      [
        'isolation',
        ISOLATION,
        isolation('08:10,36.5,无,李示例,,,08:40,,返回'),
        isolation('14:10,37.5,发热,李示例,,,14:40,,发热门诊'),
        isolation('15:10,36.5,无,李示例,,,15:40,,居家').replace('张示例', '王示例'),
      ],
    ];
    expect(counted(files)).toMatchObject({ isolated: [2, 2], referred: [1, 1] });
  });

  test('an incident is referred on the day of its referral, and classified on the day it was found', () => {
    const files: Files = [
      [
        'incident',
        INCIDENT,
        `A1,2020-05-05 23:50,张示例,学员,发热,,疑似,${DAY} 00:20,`,
        `A2,${DAY} 09:00,王示例,学员,发热,,确诊,,`,
      ],
    ];
    expect(counted(files)).toMatchObject({ referred: [1, 1], confirmed: [1, 2], suspected: [0, 2] });
    expect(counted(files, LIMITS, '2020-05-05')).toMatchObject({ suspected: [1, 1] });
  });

  test('a case that was closed may not be counted any more', () => {
    const files: Files = [['incident', INCIDENT, `A1,2020-05-01 08:00,张示例,学员,发热,,确诊,,2020-05-05`]];
    expect(counted(files).confirmed).toBeUndefined();
    expect(counted(files, LIMITS, '2020-05-05').confirmed).toEqual([0, 1]);
  });

  test('whoever returned from a key area or from abroad, on the day of return', () => {
    const survey = (name: string, area: string, back: string): string =>
      `${name},学员,2020-04-28,2020-05-11,良好,无,有,无,无,${area},${back},2020-05-12`;
    const files: Files = [
      [
        'history14',
        SURVEY,
        survey('张示例', '境外', DAY),
        survey('王示例', '国内重点地区', '2020-05-02'),
        survey('赵示例', '无', DAY),
      ],
    ];
    expect(counted(files)).toEqual({ key_area: [1, 2] });
  });

  test('rows show what was counted, never many', () => {
    const rows = Array.from({ length: 20 }, (_, i) => entry('08:00', '37.8').replace('张示例,T001', `张${i}例,T${i}`));
    const counts = dayCounts(logsOf([['entry', ENTRY, ...rows]]), LIMITS);
    const { least, rows: shown } = counts.of('fever', DAY);
    expect(least).toBe(20);
    expect(shown.map(({ at }) => at.line)).toEqual([2, 3, 4, 5, 6]);
  });
});

describe('signs of people on site', () => {
  const onSite = (files: Files): Pick<Signs, 'fever' | 'named' | 'other'>[] =>
    signsIn(logsOf(files), LIMITS, { kinds: OBSERVING, onSite: true }).map(({ fever, named, other }) => ({
      fever,
      named,
      other,
    }));

  test('are not those of someone at home', () => {
    const home = `${DAY},张示例,学员,38.2,,发热`;
    expect(onSite([['health-daily', HEALTH, home]])).toEqual([]);
    expect(
      onSite([
        ['health-daily', HEALTH, home],
        ['entry', ENTRY, entry('08:00', '36.5')],
      ]),
    ).toEqual([{ fever: true, named: false, other: false }]);
    expect(
      onSite([
        ['health-daily', HEALTH, home],
        ['check', CHECK, check('晨', '', '36.5')],
      ]),
    ).toHaveLength(1);
  });

  test('are not those of someone absent, who was not checked either', () => {
    const absent = `${DAY},午,,C1,张示例,T001,否,,是,,,,发热,李示例`;
    expect(onSite([['check', CHECK, absent]])).toEqual([]);
    expect(onSite([['check', CHECK, check('晨', '', '37.5'), absent]])).toEqual([
      { fever: true, named: false, other: false },
    ]);
  });

  test('are not those of someone whose register only says that he was turned away', () => {
    const away = 'date,time_in,name,category,temperature_c,admitted,recorder';
    const files: Files = [
      ['health-daily', HEALTH, `${DAY},张示例,学员,38.2,,发热`],
      ['entry', away, `${DAY},08:00,张示例,学员,36.5,否,李示例`],
    ];
    expect(onSite(files)).toEqual([]);
  });
});
