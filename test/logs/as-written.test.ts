/** Tables as offices keep them: each way to write is read and said once, and a breach written so is still found. */
import { readdirSync, readFileSync } from 'node:fs';
import { agentAndStrength } from '../../src/logs/concentration.js';
import { cutPeriod } from '../../src/logs/read/halves.js';
import { endsSoon } from '../hang.js';
import { readAsWritten } from './as-written.js';

const AIRED = '日期,教室,通风时间,责任人';
const airings = (...periods: readonly string[]): string =>
  [AIRED, ...periods.map((period) => `2020-05-11,101教室,${period},韦一`), ''].join('\n');

describe('a period in one cell', () => {
  const times = (period: string): unknown[] => {
    const [row] = readAsWritten(airings(period, '12:00-12:30')).rows;
    return [row?.open, row?.close];
  };

  test.each([
    ['8:00-8:30', 480, 510],
    ['08:00－08:30', 480, 510],
    ['８：００～８：３０', 480, 510],
    ['8:00 ~ 8:30', 480, 510],
    ['8点—8点半', 480, 510],
    ['8点——8点半', 480, 510],
    ['8时10分—8时40分', 490, 520],
    ['8:00至8:30', 480, 510],
    ['8:00到8:30', 480, 510],
    ['8-9点', 480, 540],
    ['8.00-8.30', 480, 510],
    ['约8:00-8:30', 480, 510],
    ['上午8:00-8:30', 480, 510],
    ['下午2:00-2:30', 840, 870],
    ['下午2点到2点半', 840, 870],
    ['上午11:50-12:30', 710, 750],
    ['上午11:30-下午1:00', 690, 780],
    ['23:40-24:00', 1420, 1440],
    ['23:40-次日0:20', 1420, 1460],
  ])('is from one time to another: %s', (period, open, close) => {
    expect(times(period)).toEqual([open, close]);
  });

  test('is judged like two columns, and said once', () => {
    const honest = readAsWritten(airings('8:00-8:30', '10:00-10:30', '15:00-15:30'));
    expect(honest.outcomes['ventilation-3x30']).toBe('pass');
    expect([honest.findings, honest.lenient.filter((each) => each.startsWith('shared'))]).toEqual([
      [],
      ['shared 开窗时间'],
    ]);
    const short = readAsWritten(airings('8:00-8:30', '10:00-10:30', '15:00-15:29'));
    expect(short.outcomes['ventilation-3x30']).toBe('fail');
  });

  test('that ends before it begins is out of order, as in two columns', () => {
    for (const period of ['9:00-8:30', '23:30-0:30'])
      expect(readAsWritten(airings('8:00-8:30', period)).findings).toContainEqual(
        expect.stringMatching(/^3 input\/order: /),
      );
  });

  test.each(['8:00', '上午', '8:00-', '8:00-8:30-9:00', '一上午', '8:00-25:00'])(
    'of which one time is missing is asked about, once, and never not filled in: %s',
    (cell) => {
      const { findings, outcomes } = readAsWritten(airings('8:00-8:30', cell, '15:00-15:30'));
      expect(findings).toEqual([
        '3 input/cell-period: “' +
          (cell.startsWith('8:00') && !cell.includes('-9') ? '关窗时间' : '开窗时间') +
          '”要有起止两个时间，如 8:00-8:30',
      ]);
      expect(outcomes['ventilation-3x30']).toBe('not-run');
    },
  );

  test('is a column of single times where no cell holds a period', () => {
    const { findings, outcomes } = readAsWritten(airings('8:00', '10:00', '15:00'));
    expect(findings).toEqual([expect.stringMatching(/^1 input\/header-missing: .*关窗时间/)]);
    expect(outcomes['ventilation-3x30']).toBe('not-run');
  });

  test.each([
    ['第一次,第二次,第三次'],
    ['第1次,第2次,第3次'],
    ['第一次通风,第二次通风,第三次通风'],
    ['第一次通风时间,第二次通风时间,第三次通风时间'],
  ])('stands beside others: %s', (header) => {
    const three = (...cells: string[]) =>
      readAsWritten(`日期,教室,${header},责任人\n2020-05-11,201,${cells.join(',')},罗一\n`);
    const honest = three('8:00-8:30', '12:00-12:40', '17:00-17:30');
    expect(honest.rows.map(({ seq, open, close }) => [seq, open, close])).toEqual([
      [1, 480, 510],
      [2, 720, 760],
      [3, 1020, 1050],
    ]);
    expect([honest.findings, honest.outcomes['ventilation-3x30']]).toEqual([[], 'pass']);
    // a blank one is no airing
    const blank = three('8:00-8:30', '12:00-12:40', '');
    expect([blank.rows.length, blank.outcomes['ventilation-3x30']]).toEqual([2, 'fail']);
    const half = three('8:00-8:30', '12:00-12:40', '17:00');
    expect([half.findings.length, half.outcomes['ventilation-3x30']]).toEqual([1, 'not-run']);
  });

  test('of a lesson', () => {
    const header = '日期,班级,时间,教室,教师,教学内容,防控知识,应到,实到';
    const lesson = (cell: string) => readAsWritten(`${header}\n2020-05-18,焊工1班,${cell},201,黄一,实操,是,28,28\n`);
    expect(lesson('8:30-11:30')).toMatchObject({ kinds: ['session'], rows: [{ start: 510, end: 690 }], findings: [] });
  });
});

const ENTRY = '日期,进入时间,离开时间,姓名,人员类别,身份核验,体温,健康码,登记人';
const entry = (...rows: readonly string[]): string =>
  [ENTRY, ...rows.map((row) => `2020-05-11,${row},绿,韦二`), ''].join('\n');

describe('a time with a date', () => {
  test('is a time of its row, or of the next day', () => {
    const { rows, findings, lenient, outcomes } = readAsWritten(
      entry(
        '2020-05-11 08:01:23,2020-05-11 17:30:00,覃一,学员,是,36.5',
        '2020/5/11 20:00,2020-05-12 01:00,覃二,学员,是,36.5',
      ),
    );
    expect(rows.map(({ time_in: from, time_out: to }) => [from, to])).toEqual([
      [481, 1050],
      [1200, 1500],
    ]);
    expect(findings).toEqual([]);
    expect(lenient).toEqual(['time-dated 进入时间', 'time-dated 离开时间']);
    expect(outcomes['entry-exit-statistics']).toBe('pass');
  });

  test('whose order is wrong is found', () => {
    const { findings } = readAsWritten(entry('2020-05-11 08:01:23,2020-05-11 07:30:00,覃一,学员,是,36.5'));
    expect(findings).toEqual([expect.stringMatching(/^2 input\/order: /)]);
  });

  test('of another day is an error that says so', () => {
    const { findings, rows } = readAsWritten(entry('2020-05-13 08:01:23,2020-05-13 17:30,覃一,学员,是,36.5'));
    expect(findings.map((each) => each.split(':')[0])).toEqual(['2 input/cell-other-day', '2 input/cell-other-day']);
    expect(rows[0]?.time_in).toBeUndefined();
  });

  test('of leaving is of the day of leaving, which stands after it', () => {
    const header = ENTRY.replace('离开时间', '离开时间,离开日期');
    const row = '2020-05-11,08:00,2020-05-15 17:30,2020-05-15,覃一,学员,是,36.5,绿,韦二';
    expect(readAsWritten(`${header}\n${row}\n`)).toMatchObject({ rows: [{ time_out: 1050 }], findings: [] });
  });

  test('is of its row also where the date stands behind it', () => {
    const header = '进入时间,日期,离开时间,姓名,人员类别,身份核验,体温,健康码,登记人';
    const row = '2020-05-11 08:00,2020-05-11,17:30,覃一,学员,是,36.5,绿,韦二';
    expect(readAsWritten(`${header}\n${row}\n`)).toMatchObject({ rows: [{ time_in: 480 }], findings: [] });
  });
});

describe('a temperature', () => {
  test.each(['T36.5', '体温36.5', '36.5℃', '36.5度', '36度5', '３６．５'])('of someone well: %s', (cell) => {
    const { rows, findings } = readAsWritten(entry(`08:00,17:00,覃一,学员,是,${cell}`));
    expect([rows[0]?.temperature_c, findings]).toEqual([36.5, []]);
  });

  test.each(['T38.5', '体温38.5', '38.5℃', '38.5度', '38度5', '３８．５'])(
    'of someone with a fever is one: %s',
    (cell) => {
      const { outcomes } = readAsWritten(entry(`08:00,17:00,覃一,学员,是,${cell}`));
      expect(outcomes['symptomatic-to-fever-clinic']).toBe('fail');
    },
  );

  test.each(['正常', '√', '体温正常', '未发热'])(
    'that says %s was not written down: a breach of the plan, not of form',
    (cell) => {
      const { findings, outcomes } = readAsWritten(entry(`08:00,17:00,覃一,学员,是,${cell}`));
      expect(outcomes['entry-code-and-temperature']).toBe('fail');
      expect(findings).toEqual([
        expect.stringMatching(new RegExp(`^2 entry-code-and-temperature: .*“${cell}”.*“体温”`)),
      ]);
    },
  );

  test.each(['发热', '偏高', '异常'])('that says %s is asked about, never passed over', (cell) => {
    const { findings, outcomes } = readAsWritten(entry(`08:00,17:00,覃一,学员,是,${cell}`));
    expect(outcomes['entry-code-and-temperature']).toBe('not-run');
    expect(findings).toEqual([expect.stringMatching(/^2 input\/cell-decimal: /)]);
  });
});

describe('a mask', () => {
  test.each([
    ['戴', true],
    ['已戴', true],
    ['√', true],
    ['未戴', false],
    ['没戴', false],
    ['×', false],
  ])('%s', (cell, worn) => {
    const text = `${ENTRY},口罩\n2020-05-11,08:00,17:00,覃一,学员,是,36.5,绿,韦二,${cell}\n`;
    expect(readAsWritten(text)).toMatchObject({ rows: [{ mask: worn }], findings: [] });
  });
});

const DISINFECTED = '日期,消毒时间,消毒部位,消毒物品,消毒方式,消毒剂名称及浓度,消毒人';
const disinfected = (agent: string, header = DISINFECTED): string =>
  `${header}\n2020-05-11,8:00-8:30,101教室,桌椅,擦拭,${agent},韦二\n`;

describe('a disinfectant and its strength in one cell', () => {
  test.each([
    ['84 1:100', '84', '1:100'],
    ['84消毒液1:100', '84消毒液', '1:100'],
    ['84消毒液（1∶100）', '84消毒液', '1:100'],
    ['84 500mg/L', '84', '500mg/l'],
    ['75%酒精', '酒精', '75%'],
    ['酒精 75%', '酒精', '75%'],
    ['5%84消毒液1:100', '5%84消毒液', '1:100'],
  ])('%s', (cell, agent, concentration) => {
    for (const header of [DISINFECTED, DISINFECTED.replace('消毒剂名称及浓度', '消毒剂')])
      expect(readAsWritten(disinfected(cell, header))).toMatchObject({
        rows: [{ agent, concentration }],
        findings: [],
      });
  });

  test.each([['84消毒液1:10'], ['84 1:10'], ['50%酒精'], ['酒精 50%']])(
    'that is too strong or too weak is found: %s',
    (cell) => {
      expect(readAsWritten(disinfected(cell)).findings).toEqual([expect.stringMatching(/^2 input\/disinfectant: /)]);
    },
  );

  test('is asked about where it is not there', () => {
    expect(readAsWritten(disinfected('84消毒液')).findings).toEqual([
      '2 input/cell-half: “浓度”和别的内容写在一格里，没有认出来；请单独写一列',
    ]);
    // a name alone, where nobody says that the strength should stand there
    expect(readAsWritten(disinfected('84消毒液', DISINFECTED.replace('消毒剂名称及浓度', '消毒剂'))).findings).toEqual(
      [],
    );
  });

  test('is one sign of a ratio as good as another', () => {
    const header = DISINFECTED.replace('消毒剂名称及浓度', '消毒剂,浓度');
    for (const sign of ['1:99', '1∶99', '1：99', '1比99'])
      expect(readAsWritten(disinfected(`84,${sign}`, header)).findings).toEqual([]);
    for (const sign of ['1∶9', '1：9'])
      expect(readAsWritten(disinfected(`84,${sign}`, header)).findings).toEqual([
        expect.stringMatching(/^2 input\/disinfectant: /),
      ]);
  });

  test('and a place with what was wiped there', () => {
    const header = '日期,消毒时段,消毒区域/物品,消毒方式,消毒剂,执行人';
    const at = (cell: string) => readAsWritten(`${header}\n2020-05-11,上午8:00-8:30,${cell},擦拭,84,韦二\n`);
    expect(at('101教室桌椅')).toMatchObject({ rows: [{ space: '101教室', object: ['桌椅'] }], findings: [] });
    expect(at('101教室').findings).toEqual([expect.stringMatching(/^2 input\/cell-half: “消毒对象”/)]);
  });
});

describe('symptoms that are ticked one by one', () => {
  const HEADER = '日期,时段,班级,姓名,是否出勤,主要症状,,,,检查人\n,,,,,发热,皮疹,腹泻,咳嗽,';
  const ticked = (cells: string) => readAsWritten(`${HEADER}\n2020-05-11,晨,焊工1班,覃一,是,${cells},韦一\n`);

  test('are a list', () => {
    const none = ticked(',,,');
    expect(none).toMatchObject({ kinds: ['check'], rows: [{ fever: undefined, other_symptoms: [] }] });
    expect(none.findings.filter((each) => each.includes('input/'))).toEqual([]);
    expect(ticked(',√,×,是')).toMatchObject({ rows: [{ other_symptoms: ['皮疹', '咳嗽'] }] });
  });

  test('are judged as where they are written out', () => {
    expect(ticked('√,,,').outcomes['symptomatic-to-fever-clinic']).toBe('fail');
    expect(ticked(',,√,').outcomes['symptomatic-to-fever-clinic']).toBe('warn');
  });

  test('of which one can not be read leave the list open', () => {
    const { findings, outcomes, rows } = ticked(',大概,√,');
    expect(findings.filter((each) => each.includes('input/'))).toEqual([
      expect.stringMatching(/^3 input\/cell-bool: /),
    ]);
    expect([rows[0]?.other_symptoms, outcomes['symptomatic-to-fever-clinic']]).toEqual([undefined, 'not-run']);
  });
});

test('a cell as long as a file is no period and no disinfectant, and that is told at once', () => {
  for (const piece of [' ', '-', '1', '8:00-', '1:1', '%', '约'])
    endsSoon(() => [cutPeriod, agentAndStrength].map((cut) => cut(`8:00${piece.repeat(500_000)}x`)));
});

describe('which log it is', () => {
  test.each([
    ['clock-ins', '日期,姓名,班级,晨检体温是否超过37.3°C,午检体温是否超过37.3°C,是否在校,是否处于医学隔离,打卡状态'],
    ['faces', '日期,时间,姓名,工号,部门,体温,设备名称'],
    ['faces without dates', '序号,姓名,编号,部门,识别时间,体温,通行方向'],
    ['a class list', '学号,姓名,性别,班级,联系电话,备注'],
    ['who is on duty', '日期,班级,责任人,备注'],
  ])('is not told by what every log has: %s', (_, header) => {
    const { kinds, findings } = readAsWritten(`${header}\n${header.replace(/[^,]+/g, '1')}\n`);
    expect(kinds).toEqual([undefined]);
    expect(findings).toEqual([expect.stringMatching(/^1 input\/kind-unknown: (?:只认出了|前 10 行)/)]);
  });

  test.each([
    ['visitor', '日期,姓名,事由,电话,体温,进,出'],
    ['mask-bin', '日期,地点,数量,处理方式,处理人'],
    ['fire', '检查日期,检查部位,是否畅通,标志,灭火器,检查人'],
    ['session', '日期,班级,时间,教室,教师,教学内容,应到,实到'],
    ['disinfection', '日期,时间,地点,消毒内容,消毒药品,浓度,消毒人,备注'],
    ['health-daily', '日期,姓名,班级,早,晚,症状,交通工具,填报人'],
    ['ventilation', '日期,教室,第一次,第二次,第三次,责任人'],
    ['supplies', '日期,物品名称,单位,入库,领用,库存,领用人'],
    ['entry', '日期,时间,姓名,班级/部门,体温,健康码,口罩,有无症状,联系电话,离开时间,登记人,备注'],
  ])('is told by what only it has: %s', (kind, header) => {
    const { kinds, findings } = readAsWritten(`${header}\n`);
    expect(kinds).toEqual([kind]);
    expect(findings.filter((each) => each.includes('header-unknown'))).toEqual([]);
  });

  test('is asked about with what was recognised and what was not', () => {
    expect(readAsWritten('日期,浓度,备注\n2020-05-11,1:100,\n').findings).toEqual([
      '1 input/kind-unknown: 像是消毒记录：认出了日期、浓度、备注；没找到开始时间、场所、消毒对象、消毒方式、消毒剂、消毒人，没有核对。请补上这些列；表里用的是别的列名就加 --map 说明，例如 --map 名簿=开始时间',
    ]);
  });
});

describe('a column that is missing', () => {
  const without = (name: string): string => {
    const at = ENTRY.split(',').indexOf(name);
    const rows = [ENTRY, ...Array.from({ length: 40 }, (_, i) => `2020-05-11,08:00,17:00,覃${i},学员,是,36.5,绿,韦二`)];
    return rows
      .map((row) =>
        row
          .split(',')
          .filter((_, i) => i !== at)
          .join(','),
      )
      .join('\n');
  };

  test.each([
    ['身份核验', 'entry-identity-temp-register'],
    ['健康码', 'entry-code-and-temperature'],
    ['体温', 'entry-code-and-temperature'],
    ['离开时间', 'entry-exit-statistics'],
  ])('is said once, and its rule is left open: %s', (column, rule) => {
    const { findings, outcomes } = readAsWritten(without(column));
    expect(findings).toEqual([expect.stringContaining(`1 input/header-missing: 缺少“${column}”列`)]);
    expect(outcomes[rule]).toBe('not-run');
  });

  test('leaves other rules alone', () => {
    const { outcomes } = readAsWritten(without('健康码'));
    expect([outcomes['entry-identity-temp-register'], outcomes['entry-exit-statistics']]).toEqual(['pass', 'pass']);
  });

  test('hides no breach in a column that is there', () => {
    const { outcomes } = readAsWritten(without('健康码').replace('是,36.5', '否,36.5'));
    expect(outcomes['entry-identity-temp-register']).toBe('fail');
  });
});

describe('forms that schools published', () => {
  const folder = new URL('../cases/forms/', import.meta.url);
  /** The kind of each, and what is asked about. */
  const READ: Readonly<Record<string, readonly [kind: string | undefined, ...asked: string[]]>> = {
    'a-消毒通风记录.csv': [
      'disinfection',
      '表头上面写的是 2020-05-11',
      '没找到消毒对象、消毒方式、消毒剂',
      'F、H 列像是通风记录',
    ],
    'b-班级消毒记录表.csv': ['disinfection', '“开始时间”要有起止两个时间'],
    'c-学生晨午检记录表.csv': [
      undefined,
      '像是晨午检：认出了姓名、发热、其他症状；没找到日期、时段、班级/部门、是否出勤、检查人',
    ],
    'd-晨午检汇总表.csv': ['check-summary', '表头上面写的是 2020-05-11', '没找到时段、缺勤、异常、检查人'],
    'e-消毒登记.csv': ['disinfection', '没找到消毒对象、消毒剂', '“消毒方式”不是规定的选项'],
  };

  test.each(readdirSync(folder))('%s', (name) => {
    const { kinds, findings } = readAsWritten(readFileSync(new URL(name, folder), 'utf8'));
    const [kind, ...asked] = READ[name] ?? [undefined];
    expect(kinds).toEqual([kind]);
    const open = findings.filter((each) => !each.includes('input/header-unknown'));
    expect(open.filter((each) => !asked.some((text) => each.includes(text)))).toEqual([]);
    expect(asked.filter((text) => !open.some((each) => each.includes(text)))).toEqual([]);
  });
});
