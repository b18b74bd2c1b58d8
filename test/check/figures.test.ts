/** What pictures are drawn from: the mark of each day, temperatures without persons, stocks against what the plan asks for. */
import { check } from '../../src/check/check.js';
import { knownOf } from '../../src/check/known.js';
import { rowChecks } from '../../src/check/row-checks.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES } from '../../src/rules/index.js';
import type { Figures, InstitutionReport } from '../../src/types.js';

interface Given {
  readonly profile?: string;
  readonly asOf?: string;
  readonly judge?: 'logs' | 'both';
  readonly fastPath?: boolean;
  /** The rules to judge by; all of the plan if absent. */
  readonly rules?: readonly string[];
}

/** Checks logs, given as lines by the name of their kind. */
function reportOn(logs: Readonly<Record<string, readonly string[]>>, given: Given = {}): InstitutionReport {
  const { asOf = '2020-05-16', judge = 'logs', fastPath = true } = given;
  const rules = RULES.filter(({ id }) => given.rules?.includes(id) ?? true);
  const profile = given.profile === undefined ? undefined : readProfile(given.profile, 'profile.yaml');
  const readings = Object.entries(logs).map(([kind, lines]) =>
    readLog(`logs/${kind}.csv`, () => [new TextEncoder().encode(lines.join('\n'))], {
      kinds: KINDS,
      kind,
      strict: false,
      asOf,
      limits: LIMITS,
      keepAll: false,
      temperatures: true,
      onRow: rowChecks(rules, LIMITS),
      fastPath,
    }),
  );
  const summaries = readings.flatMap(({ summary }) => summary ?? []);
  return check(
    {
      id: 'case',
      ...(profile ? { profile } : {}),
      logs: { readings, logs: joinLogs(summaries, profile && knownOf(profile.profile), asOf) },
      judge,
      inputs: [],
    },
    { plan: LIUZHOU_2020, rules, asOf, stage: 'run', digest: (text) => text, hints: false, figures: true },
  );
}

function figuresOf(...given: Parameters<typeof reportOn>): Figures {
  const { figures } = reportOn(...given);
  if (!figures) throw new Error('there are no figures');
  return figures;
}

function marksOf(figures: Figures): Readonly<Record<string, string>> {
  return Object.fromEntries(figures.calendars.map(({ kind, days }) => [kind, days]));
}

/** 2020-05-04 is a Monday. */
const SESSION = ['日期,班级,课次,开始时间,结束时间,教室,教师,内容,防控知识,应到,实到'];
const session = (...days: readonly string[]): string[] => [
  ...SESSION,
  ...days.map((day) => `2020-${day},C1,1,08:30,11:30,101,张示例,开学第一课,是,8,8`),
];
const DISINFECTION = ['日期,开始时间,结束时间,场所,消毒对象,消毒方式,消毒剂,浓度,作用时间(min),消毒人,验收人'];
const disinfected = (...days: readonly string[]): string[] => [
  ...DISINFECTION,
  ...days.map((day) => `2020-${day},17:30,18:00,全校,全面,喷洒,84消毒液,500mg/L,30,张示例,李示例`),
];
const REPORT =
  '日期,单位,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,其他症状,隔离观察,送诊,重点地区及境外返柳,密切接触,疑似,确诊,零报告,报送单位,填报人,审核人,填报时间';
const reported = (day: string): string =>
  `2020-${day},示例学校,5,5,0,0,0,0,0,0,0,0,0,0,0,是,人社局,张示例,李示例,2020-${day} 17:00`;

describe('the calendars', () => {
  test('show what is recorded, what lacks on an open day, and no gap on weekends and holidays', () => {
    // open Monday to Wednesday, Friday and the next Monday: Thursday is a holiday
    const open = ['05-04', '05-05', '05-06', '05-08', '05-11'];
    const { period, calendars } = figuresOf(
      { session: session(...open), disinfection: disinfected('05-04', '05-06', '05-08', '05-11') },
      { rules: ['sitewide-clean-daily'] },
    );
    expect(period).toEqual({ from: '2020-05-04', to: '2020-05-11' });
    expect(calendars).toEqual([
      { kind: 'disinfection', days: 'ogo-o--o' },
      { kind: 'session', days: 'ooo-o--o' },
    ]);
  });

  test('know the days of operation from the profile', () => {
    const profile = 'operation:\n  start: 2020-05-04\n  closed: [2020-05-07]\n  weeklyClosed: [周六, 周日]\n';
    const { period, calendars } = figuresOf(
      { disinfection: disinfected('05-04', '05-05', '05-06', '05-11') },
      { profile, asOf: '2020-05-14', rules: ['sitewide-clean-daily'] },
    );
    expect(period).toEqual({ from: '2020-05-04', to: '2020-05-13' });
    expect(calendars[0]?.days).toBe('ooo-g--ogg');
  });

  test('ask for a daily report on every day, also of a weekend', () => {
    const days = ['05-07', '05-08', '05-09', '05-11'];
    const { 'daily-report': marks } = marksOf(
      figuresOf({ 'daily-report': [REPORT, ...days.map((day) => reported(day))] }),
    );
    // without recipients in a profile nothing else can be said of these reports
    expect(marks).toBe('ooogo');
  });

  test('take the worst finding of a day', () => {
    const log = [
      '日期,时段,班级/部门,人员类别,姓名,编号,是否出勤,体温,发热,干咳,乏力,检查人',
      '2020-05-06,晨,C1,学员,示例一,T1,是,36.5,否,否,否,李示例',
      '2020-05-07,晨,C1,学员,示例一,T1,是,34.5,否,否,否,李示例',
      '2020-05-08,晨,C1,学员,示例二,T2,是,不知道,否,否,否,李示例',
      '2020-05-08,晨,C1,学员,示例一,T1,是,34.5,否,否,否,李示例',
    ];
    const report = reportOn({ check: log });
    const input = report.findings.filter(({ rule }) => rule.startsWith('input/') && rule !== 'input/header-missing');
    expect(input.map(({ rule, day, severity }) => `${day} ${rule} ${severity}`)).toEqual([
      '2020-05-07 input/temperature warning',
      '2020-05-08 input/cell-decimal error',
      '2020-05-08 input/temperature warning',
    ]);
    const rest = report.findings.filter(({ rule, day }) => !rule.startsWith('input/') && day === '2020-05-07');
    expect(marksOf(report.figures as Figures).check?.[2]).toBe('f');
    expect(marksOf(report.figures as Figures).check?.[1]).toBe(rest.length > 0 ? 'f' : 'w');
  });

  test('show no gap in the log of an event that did not happen', () => {
    const { visitor } = marksOf(
      figuresOf({
        session: session('05-06', '05-07'),
        visitor: ['日期,姓名,单位,联系电话,来访事由,受访人,批准人,体温,健康码,进入时间,离开时间,登记人'],
      }),
    );
    expect(visitor).toBe('--');
  });

  test('have no day for a kind whose rows are not of days', () => {
    const { calendars } = figuresOf({ session: session('05-06'), beds: ['房间,排,床位,姓名'] });
    expect(calendars.map(({ kind }) => kind)).toEqual(['session']);
  });

  test('show what lacks in the log in which it lacks, not in the one where it is seen', () => {
    const checks = ['05-06', '05-07'].flatMap((day) => [
      `2020-${day},晨,C1,学员,示例一,T1,是,36.5,否,否,否,李示例`,
      `2020-${day},午,C1,学员,示例一,T1,是,36.5,否,否,否,李示例`,
    ]);
    const report = reportOn(
      {
        session: session('05-06', '05-07').map((line) => line.replace(',8,8', ',1,1')),
        check: ['日期,时段,班级/部门,人员类别,姓名,编号,是否出勤,体温,发热,干咳,乏力,检查人', ...checks],
        entry: [
          '日期,进入时间,离开时间,姓名,编号,人员类别,班级/部门,身份核验,体温,健康码,登记人',
          '2020-05-06,08:00,17:00,示例一,T1,学员,C1,是,36.5,绿,李示例',
          '2020-05-06,08:00,17:00,张示例,,教职工,教务,是,36.5,绿,李示例',
        ],
      },
      { rules: ['entry-monitoring-continuous'] },
    );
    const lacking = report.findings.find(({ rule }) => rule === 'entry-monitoring-continuous');
    expect(lacking).toMatchObject({ day: '2020-05-07', location: { file: 'logs/check.csv' } });
    expect(lacking).not.toHaveProperty('about');
    expect(marksOf(report.figures as Figures)).toMatchObject({ entry: 'og', check: 'oo' });
  });

  test('know the days of findings that were only counted', () => {
    // 300 rows without a result of the check of identity, each after one with it, are more than are kept of one sort
    const row = (day: number, person: number): string =>
      `2020-05-${String(day).padStart(2, '0')},08:00,17:00,示例${person},T${person},学员,C1,${person % 2 === 0 ? '否' : '是'},36.5,绿,李示例`;
    const rows = [4, 5, 6].flatMap((day) => Array.from({ length: 200 }, (_, person) => row(day, person)));
    const header = '日期,进入时间,离开时间,姓名,编号,人员类别,班级/部门,身份核验,体温,健康码,登记人';
    const report = reportOn({ entry: [header, ...rows] });
    expect(report.omitted).toBeGreaterThan(0);
    expect(report.findings.some(({ day }) => day === '2020-05-06')).toBe(false);
    expect(marksOf(report.figures as Figures).entry).toBe('fff');
  });

  test('ask for the logs that are due where all of an institution was given, and only for those given otherwise', () => {
    const logs = { session: session('05-06', '05-07') };
    const profile = 'operation: { start: 2020-05-06, weeklyClosed: [周六, 周日] }\n';
    const whole = figuresOf(logs, { profile, asOf: '2020-05-11', judge: 'both' });
    expect(marksOf(whole)).toMatchObject({
      entry: 'ggg--',
      check: 'ggg--',
      'daily-report': 'ggggg',
      disinfection: 'ggg--',
      ventilation: 'ggg--',
      'mask-bin': 'ggg--',
    });
    expect(marksOf(whole)).not.toHaveProperty('visitor');
    expect(Object.keys(marksOf(figuresOf(logs, { profile, asOf: '2020-05-11' })))).toEqual(['session']);
  });

  test('draw a year at the most, and the day of the check where something was recorded on it', () => {
    const long = reported('05-01').replaceAll('2020-', '2018-');
    const { period, calendars } = figuresOf({ 'daily-report': [REPORT, long, reported('05-01'), reported('05-16')] });
    expect(period).toEqual({ from: '2019-05-17', to: '2020-05-16' });
    expect(calendars[0]?.days).toBe(`${'g'.repeat(350)}o${'g'.repeat(14)}o`);
  });
});

describe('the temperatures', () => {
  const CHECK = '日期,时段,班级/部门,人员类别,姓名,是否出勤,体温,发热,干咳,乏力,检查人';
  const HEALTH = '日期,姓名,人员类别,班级,晨体温,晚体温,症状';
  const ENTRY = '日期,进入时间,离开时间,姓名,人员类别,身份核验,体温,复测体温,健康码,登记人';

  test('are counted over all logs, without implausible readings and without days of few', () => {
    const { temperatures } = figuresOf({
      entry: [
        ENTRY,
        '2020-05-06,08:00,17:00,示例一,学员,是,36.5,,绿,李示例',
        '2020-05-06,08:00,17:00,示例二,学员,是,38.0,37.9,绿,李示例',
        '2020-05-07,08:00,17:00,示例一,学员,是,36.4,,绿,李示例',
      ],
      check: [
        CHECK,
        '2020-05-06,晨,C1,学员,示例一,是,36.5,否,否,否,李示例',
        '2020-05-07,晨,C1,学员,示例一,是,36.54,否,否,否,李示例',
      ],
      'health-daily': [
        HEALTH,
        '2020-05-06,示例一,学员,C1,36.5,35.0,无',
        '2020-05-07,示例一,学员,C1,34.9,42.1,无',
        '2020-05-07,示例二,学员,C1,36.6,36.7,无',
      ],
    });
    // of the 7th only four readings can be right
    expect(temperatures).toEqual([
      {
        day: '2020-05-06',
        counts: [
          [350, 1],
          [365, 3],
          [379, 1],
          [380, 1],
        ],
      },
    ]);
  });

  test('are the same on the fast and the plain path', () => {
    const rows = Array.from({ length: 400 }, (_, i) => {
      const day = 4 + Math.floor(i / 40);
      const person = i % 40;
      const reading = (36 + ((i * 7) % 17) / 10).toFixed(1);
      return `2020-05-${String(day).padStart(2, '0')},示例${person},学员,C1,${reading},${person % 9 ? '36.6' : ''},无`;
    });
    const logs = { 'health-daily': [HEALTH, ...rows] };
    const fast = figuresOf(logs);
    expect(fast.temperatures).toHaveLength(10);
    expect(fast.temperatures.flatMap(({ counts }) => counts).reduce((sum, [, count]) => sum + count, 0)).toBe(750);
    expect(fast).toEqual(figuresOf(logs, { fastPath: false }));
  });
});

describe('the stocks', () => {
  const LEDGER = '日期,品名,规格,单位,期初,入库,出库,结存,来源,存放位置,经办人';
  const profile =
    'operation: { start: 2020-05-06 }\nspaces:\n  - { id: J1, kind: classroom }\n  - { id: J2, kind: classroom }\n';

  test('add up the stores, and stand beside what the plan asks for at the least', () => {
    const { stock } = figuresOf(
      {
        supplies: [
          LEDGER,
          '2020-04-30,医用口罩,一次性,只,0,40,0,40,自购,一楼,张示例',
          '2020-05-06,医用口罩,一次性,只,0,20,0,20,自购,二楼,张示例',
          '2020-05-08,医用口罩,一次性,只,40,0,30,10,领用,一楼,张示例',
          '2020-05-08,医用口罩,一次性,只,10,0,5,5,领用,一楼,张示例',
          '2020-05-06,医用手套,M,双,0,9,0,9,自购,一楼,张示例',
          '2020-05-06,84消毒液,500g,箱,0,2,0,2,自购,一楼,张示例',
          '2020-05-06,订书机,大,个,0,2,0,2,自购,一楼,张示例',
        ],
      },
      { profile },
    );
    expect(stock.map(({ item, days, minimum }) => ({ item: item.en, days, minimum }))).toEqual([
      {
        item: 'masks',
        minimum: { quantity: 31, clause: '四（六）4' },
        // what was there before the first day stands on it
        days: [
          ['2020-05-06', 60],
          ['2020-05-08', 25],
        ],
      },
      { item: 'medical gloves', minimum: undefined, days: [['2020-05-06', 9]] },
    ]);
  });

  test('have no minimum that depends on what the profile does not say', () => {
    const ledger = [LEDGER, '2020-05-06,医用口罩,一次性,只,0,40,0,40,自购,一楼,张示例'];
    const { stock } = figuresOf({ supplies: ledger, session: session('05-06') });
    expect(stock).toEqual([
      { item: { zh: '口罩', en: 'masks' }, unit: { zh: '只', en: '' }, days: [['2020-05-06', 40]] },
    ]);
  });
});

describe('all figures', () => {
  test('are absent unless they are asked for', () => {
    const options = { plan: LIUZHOU_2020, rules: RULES, asOf: '2020-05-16', digest: (text: string) => text };
    expect(check({ id: 'case', judge: 'logs', inputs: [] }, options)).not.toHaveProperty('figures');
    expect(check({ id: 'case', judge: 'logs', inputs: [] }, { ...options, figures: true }).figures).toEqual({
      calendars: [],
      temperatures: [],
      stock: [],
      rooms: [],
    });
  });

  test('name nobody', () => {
    const figures = figuresOf({
      session: session('05-06', '05-07'),
      check: [
        '日期,时段,班级/部门,人员类别,姓名,编号,是否出勤,体温,发热,干咳,乏力,检查人',
        ...['一', '二', '三', '四', '五', '六'].map(
          (name, i) => `2020-05-06,晨,C1,学员,示例${name},T99${i},是,38.${i},是,否,否,李示例`,
        ),
      ],
      supplies: [
        '日期,品名,规格,单位,期初,入库,出库,结存,来源,存放位置,领用人,经办人',
        '2020-05-06,医用口罩,一次性,只,0,40,0,40,自购,张示例家,王示例,张示例',
      ],
    });
    expect(figures.temperatures).toHaveLength(1);
    expect(JSON.stringify(figures)).not.toMatch(/示例|T99/);
  });
});
