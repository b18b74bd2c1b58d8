/** Hints: each at its least, one step below it, and never as more than a remark. */
import { checkLogs, shown } from './check-logs.js';

const hints = (files: Readonly<Record<string, string>>): string[] =>
  checkLogs(files)
    .filter(({ rule }) => rule.startsWith('hint/'))
    .map(shown);

const times = <Value>(count: number, make: (i: number) => Value): Value[] =>
  Array.from({ length: count }, (_, i) => make(i));
const two = (number: number): string => String(number).padStart(2, '0');
const ENTRY = '日期,进入时间,离开时间,姓名,人员类别,体温,登记人';
/** A plausible register of a day: times and readings differ. */
const day = (date: string, people: number, seed: number, recorder = '李示例'): string[] =>
  times(
    people,
    (i) => `${date},08:${two((i * 7 + seed) % 60)},17:00,人示例${i},学员,36.${(i * 3 + seed) % 10},${recorder}`,
  );

test('an ordinary month gives none', () => {
  const rows = times(28, (i) => day(`2020-05-${two(i + 1)}`, 30, i)).flat();
  expect(hints({ entry: [ENTRY, ...rows].join('\n') })).toEqual([]);
});

test('a hint about a day names it', () => {
  const rows = times(20, (i) => `2020-05-06,08:00,17:00,人示例${i},学员,36.5,李示例`);
  const found = checkLogs({ entry: [ENTRY, ...rows].join('\n') }).filter(({ rule }) => rule.startsWith('hint/'));
  expect(found.map((each) => each.day)).toEqual(['2020-05-06']);
});

describe('a block with the same time and reading', () => {
  const block = (rows: number, date: string): string[] =>
    times(rows, (i) => `${date},08:00,17:00,人示例${i},学员,36.5,李示例`);

  test('of 20 rows', () => {
    const text = [ENTRY, ...day('2020-05-05', 5, 1, '王示例'), ...block(20, '2020-05-06'), ...block(20, '2020-05-07')];
    expect(hints({ entry: text.join('\n') })).toEqual([
      'info entry:7 hint/identical-block: 同一人登记的 20 行时间、体温全部相同，这样的有 2 天（段），从这里起。仅供参考，不是证据',
    ]);
  });

  test('of 19 rows is nothing', () => {
    expect(hints({ entry: [ENTRY, ...block(19, '2020-05-06')].join('\n') })).toEqual([]);
  });

  test('in which one reading or one time differs is nothing', () => {
    const rows = block(24, '2020-05-06');
    const reading = [...rows.slice(0, 23), (rows[23] as string).replace('36.5', '36.6')];
    expect(hints({ entry: [ENTRY, ...reading].join('\n') })).toEqual([]);
    const time = [...rows.slice(0, 23), (rows[23] as string).replace('08:00', '08:01')];
    expect(hints({ entry: [ENTRY, ...time].join('\n') })).toEqual([]);
  });

  test('in the checks is one of a slot, and may have no time', () => {
    const header = '日期,时段,班级/部门,姓名,是否出勤,体温,检查人';
    const rows = times(20, (i) => [
      `2020-05-06,晨,C1,人示例${i},是,36.5,李示例`,
      `2020-05-06,午,C1,人示例${i},是,36.${i % 10},李示例`,
    ]).flat();
    expect(hints({ check: [header, ...rows].join('\n') })).toEqual([
      'info check:2 hint/identical-block: 同一人登记的 20 行体温全部相同（没有时间），这样的有 1 天（段），从这里起。仅供参考，不是证据',
    ]);
  });

  test('in the daily health log is one of a day: nobody else records it', () => {
    const rows = times(60, (i) => `2020-05-06,人示例${i},学员,36.5,无`);
    expect(hints({ 'health-daily': ['日期,姓名,人员类别,晨体温,症状', ...rows].join('\n') })).toEqual([
      'info health-daily:2 hint/identical-block: 同一天的 60 行体温全部相同，这样的有 1 天（段），从这里起。仅供参考，不是证据',
    ]);
  });

  test('whose readings are all empty is nothing', () => {
    const rows = block(24, '2020-05-06').map((row) => row.replace('36.5', ''));
    expect(hints({ entry: [ENTRY, ...rows].join('\n') })).toEqual([]);
  });
});

describe('two days with the same people, times and readings', () => {
  const copied = (date: string): string[] => day(date, 10, 3);

  test('are a hint, whatever the order of the rows', () => {
    const rows = [...copied('2020-05-06'), ...day('2020-05-07', 10, 4), ...copied('2020-05-08').reverse()];
    expect(hints({ entry: [ENTRY, ...rows].join('\n') })).toEqual([
      'info entry:22 hint/copied-day: 2020-05-08 的 10 行与 2020-05-06 的人员、时间、体温全部相同。仅供参考，不是证据',
    ]);
  });

  test('are a hint in two files, where the people stand in another order', () => {
    const files = {
      entry: [ENTRY, ...copied('2020-05-06')].join('\n'),
      'entry 2': [ENTRY, ...copied('2020-05-07').reverse()].join('\n'),
    };
    expect(hints(files)).toHaveLength(1);
  });

  test('are none where two people have each other’s readings, or nine rows only', () => {
    const swapped = copied('2020-05-07').map((row) => row.replace(/人示例([12])/, (_, i) => `人示例${3 - Number(i)}`));
    expect(hints({ entry: [ENTRY, ...copied('2020-05-06'), ...swapped].join('\n') })).toEqual([]);
    const nine = [...copied('2020-05-06').slice(0, 9), ...copied('2020-05-07').slice(0, 9)];
    expect(hints({ entry: [ENTRY, ...nine].join('\n') })).toEqual([]);
  });
});

describe('two different readings', () => {
  const rows = (count: number, readings: readonly string[]): string =>
    [
      ENTRY,
      ...times(
        count,
        (i) =>
          `2020-05-${two(1 + (i % 10))},08:${two(i % 60)},17:00,人示例${i},学员,${readings[i % readings.length]},李示例`,
      ),
    ].join('\n');

  test('among 50 of a recorder', () => {
    expect(hints({ entry: rows(50, ['36.5', '36.6']) })).toEqual([
      'info entry:2 hint/few-readings: 同一人登记的 50 个体温里只有 2 种数值。仅供参考，不是证据',
    ]);
  });

  test('among 49, and three among 50, are nothing', () => {
    expect(hints({ entry: rows(49, ['36.5', '36.6']) })).toEqual([]);
    expect(hints({ entry: rows(50, ['36.5', '36.6', '36.7']) })).toEqual([]);
  });
});

describe('rooms opened in the same minute', () => {
  const header = '日期,场所,开窗时间,关窗时间,责任人';
  const room = (name: string, minute = '00', date = '2020-05-06'): string =>
    `${date},${name},08:${minute},09:00,李示例`;

  test('are a hint where they are three, counted by days', () => {
    const rows = ['2020-05-06', '2020-05-07'].flatMap((date) =>
      ['R1', 'R2', 'R3'].map((name) => room(name, '00', date)),
    );
    expect(hints({ ventilation: [header, ...rows].join('\n') })).toEqual([
      'info ventilation:2 hint/same-minute: 有 2 天，当天记录的 3 间以上场所全在同一分钟开窗，从这里起。仅供参考，不是证据',
    ]);
  });

  test('are a hint too where the windows were closed one after the other', () => {
    const rows = ['R1', 'R2', 'R3'].map((name, i) => room(name).replace('09:00', `09:0${i}`));
    expect(hints({ ventilation: [header, ...rows].join('\n') })).toHaveLength(1);
  });

  test('are none where they are two, or one differs', () => {
    expect(hints({ ventilation: [header, room('R1'), room('R2')].join('\n') })).toEqual([]);
    expect(hints({ ventilation: [header, room('R1'), room('R2'), room('R3', '01')].join('\n') })).toEqual([]);
  });
});

describe('rows entered later', () => {
  const report = (date: string, submitted: string, correction = ''): string =>
    `${date},1,1,1,1,0,0,0,0,0,0,0,0,0,是,区人社局,李示例,${submitted},${correction}`;
  const header =
    '日期,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,其他症状,隔离观察,送诊,重点地区及境外返柳,密切接触,疑似,确诊,零报告,报送单位,填报人,填报时间,更正说明';
  const dates = ['2020-05-04', '2020-05-05', '2020-05-06'];

  test('three days’ reports filed on one day', () => {
    const rows = dates.map((date) => report(date, '2020-05-06 17:00'));
    expect(hints({ 'daily-report': [header, ...rows].join('\n') })).toEqual([
      'info daily-report:2 hint/entered-later: 有 3 天的日报告都在 2020-05-06 填报。仅供参考，不是证据',
    ]);
  });

  test('are none where two were filed together, or corrections', () => {
    const rows = dates.map((date, i) => report(date, `2020-05-06 17:00`, i === 0 ? '改人数' : ''));
    expect(hints({ 'daily-report': [header, ...rows].join('\n') })).toEqual([]);
  });

  test('rows that say so', () => {
    const text =
      '日期,场所,开窗时间,关窗时间,责任人,备注\n2020-05-06,R1,08:00,08:30,李示例,补填\n2020-05-07,R1,08:00,08:30,李示例,补登';
    expect(hints({ ventilation: text })).toEqual([
      'info ventilation:2 hint/entered-later: 有 2 行写明是补填、补录的，从这里起。仅供参考，不是证据',
    ]);
  });

  test('rows of the ledger below later days of the same stock', () => {
    const rows = (items: readonly string[]): string =>
      ['日期,品名,规格,单位,结存,存放位置,经办人', ...items].join('\n');
    const mask = (date: string): string => `${date},口罩,50只,盒,5,库房,李示例`;
    const soap = (date: string): string => `${date},洗手液,500ml,瓶,5,库房,李示例`;
    expect(hints({ supplies: rows([mask('2020-05-06'), mask('2020-05-08'), mask('2020-05-07')]) })).toEqual([
      'info supplies:4 hint/entered-later: 有 1 行写在同一物资更晚日期的后面，从这里起。仅供参考，不是证据',
    ]);
    // a ledger with a page for each thing
    expect(hints({ supplies: rows([mask('2020-05-06'), mask('2020-05-08'), soap('2020-05-06')]) })).toEqual([]);
  });
});

describe('a cluster', () => {
  const header = '日期,时段,班级/部门,姓名,是否出勤,体温,发热,干咳,其他症状,处理措施,检查人';
  const ill = (date: string, name: string, symptoms: string, group = 'C1'): string =>
    `${date},晨,${group},${name},是,36.5,否,否,${symptoms},观察,李示例`;

  test('is three of a class on a day, each person once', () => {
    const rows = ['甲示例', '乙示例', '丙示例'].map((name) => ill('2020-05-06', name, '腹泻'));
    expect(hints({ check: [header, ...rows].join('\n') })).toEqual([
      'info check:2 hint/cluster: 一个班这一天有 3 人有同类症状（呕吐腹泻），达到聚集的提示数 3（工具默认值，非预案规定）。核实，需要时上报',
    ]);
    const again = [...rows.slice(0, 2), (rows[1] as string).replace('晨', '午')];
    expect(hints({ check: [header, ...again].join('\n') })).toEqual([]);
  });

  test('is none of different symptoms, or in two classes', () => {
    const sorts = [
      ill('2020-05-06', '甲示例', '腹泻'),
      ill('2020-05-06', '乙示例', '腹泻'),
      ill('2020-05-06', '丙示例', '皮疹'),
    ];
    expect(hints({ check: [header, ...sorts].join('\n') })).toEqual([]);
    const classes = ['C1', 'C1', 'C2'].map((group, i) => ill('2020-05-06', `${i}示例`, '腹泻', group));
    expect(hints({ check: [header, ...classes].join('\n') })).toEqual([]);
  });

  test('is none of symptoms that are denied', () => {
    const denied = ['无腹泻', '没有呕吐、腹泻', '未见腹泻'];
    const rows = denied.map((symptoms, i) => ill('2020-05-06', `${i}示例`, symptoms));
    expect(hints({ check: [header, ...rows].join('\n') })).toEqual([]);
  });

  test('is five of a class within three days, and said once', () => {
    const rows = [
      ...['甲示例', '乙示例'].map((name) => ill('2020-05-06', name, '呕吐')),
      ...['丙示例', '丁示例'].map((name) => ill('2020-05-07', name, '腹泻')),
      ...['戊示例'].map((name) => ill('2020-05-08', name, '腹泻')),
      ...['己示例'].map((name) => ill('2020-05-09', name, '腹泻')),
    ];
    expect(hints({ check: [header, ...rows].join('\n') })).toEqual([
      'info check:6 hint/cluster: 一个班到这一天为止的三天里有 5 人有同类症状（呕吐腹泻），达到聚集的提示数 5（工具默认值，非预案规定）。核实，需要时上报',
    ]);
    const apart = rows.map((row) => row.replace('2020-05-08', '2020-05-10').replace('2020-05-09', '2020-05-12'));
    expect(hints({ check: [header, ...apart].join('\n') })).toEqual([]);
  });
});

test('hints can be off', () => {
  const rows = times(30, (i) => `2020-05-06,08:00,17:00,人示例${i},学员,36.5,李示例`);
  const files = { entry: [ENTRY, ...rows].join('\n') };
  const hints = (found: ReturnType<typeof checkLogs>) => found.filter(({ rule }) => rule.startsWith('hint/'));
  expect(hints(checkLogs(files)).length).toBeGreaterThan(0);
  expect(hints(checkLogs(files, { hints: false }))).toEqual([]);
});
