/** The fast path and the plain path of reading say the same of every log. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { rowChecks } from '../../src/check/row-checks.js';
import { KINDS, KINDS_BY_NAME, type KindName } from '../../src/logs/kinds/index.js';
import { readLog } from '../../src/logs/read/log.js';
import type { LogReading } from '../../src/logs/summary.js';
import { LIMITS } from '../../src/plan/limits.js';
import { RULES } from '../../src/rules/index.js';

const STREAMED = ['entry', 'check', 'health-daily'] as const satisfies readonly KindName[];

/** The file in blocks of that size, as they never come: records begin in one and end in another. */
function blocks(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.slice(i * size, (i + 1) * size));
}

function read(bytes: Uint8Array, size: number, kind: string, fastPath: boolean): LogReading {
  return readLog('log.csv', () => blocks(bytes, size), {
    kinds: KINDS,
    kind,
    strict: false,
    asOf: '2020-06-01',
    limits: LIMITS,
    keepAll: false,
    most: Number.POSITIVE_INFINITY,
    temperatures: true,
    people: new Set(['某某']),
    onRow: rowChecks(RULES, LIMITS),
    fastPath,
  });
}

/** What was read, without the order in which tables grew. */
function said({ findings, counts, worst, rowCount, summary }: LogReading): unknown {
  const days = [...(summary?.days ?? [])].map(([day, { rows, line, marks, readings, normals }]) => {
    const shown = [...marks];
    while (shown.at(-1) === 0) shown.pop();
    return [day, rows, line, shown, [...readings.slice(0, normals)]];
  });
  const { log: _, days: __, rows, ...rest } = summary ?? { log: 0, days: 0, rows: [] };
  return {
    findings,
    counts,
    worst,
    rowCount,
    rest,
    days,
    rows: rows.map(({ at, ...values }) => [at.line, at.mention, values]),
  };
}

const often = (...usual: string[]) => usual.flatMap((each) => Array<string>(12).fill(each));
const TIMES = [
  ...often('08:00', '08:01', '12:00', '17:30'),
  '8:00',
  '24:00',
  '25:00',
  '',
  '23:59',
  '0８:00',
  '次日01:00',
];
const READINGS = [
  ...often('36.5', '36.9', '35.0', '37.2'),
  '37.3',
  '34.9',
  '42.1',
  '',
  '365',
  '36.54',
  '3６.5',
  '36。5',
  '未测',
];
/** Cells by column: mostly ordinary, some that each way of reading must catch. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  date: [...often('2020-05-06', '2020-05-07', '2020-05-08'), '2020/5/6', '2020-06-02', '2019-01-01', '', 'x'],
  time_in: TIMES,
  time_out: TIMES,
  time: TIMES,
  date_out: [...often('', '', ''), '2020-05-09', '2020-05-01'],
  name: [...often('张示例', '李示例', '王示例', '某某'), ' 张示例', '', '="赵示例"', '待定', '未知'],
  person_id: [...often('S01', 'S02', 'T01', '无'), 'Ｓ01', '', 'TBD'],
  category: [...often('教职工', '学员'), '学生', '老鼠', '', '外来'],
  group: [...often('C1', '教务', '待定'), '', '/'],
  class: [...often('C1', 'C2', '无'), 'Ｃ1', ''],
  id_checked: [...often('是'), '√', '否', ''],
  phone: [...often('13800000001', '13800000002', ''), '1380000000', '0772-1234567', '138 0000 0001'],
  temperature_c: READINGS,
  temp_am_c: READINGS,
  temp_pm_c: READINGS,
  retest_c: [...often('', ''), '36.6'],
  health_code: [...often('绿'), '绿码', '黄', ''],
  admitted: [...often('是', ''), '否'],
  mask: [...often('是'), '否', ''],
  symptoms: [...often('无', ''), '干咳', '咳嗽、乏力', '发热'],
  other_symptoms: [...often('无', ''), '腹泻', '头痛'],
  absence_reason: [...often(''), '无', '事假', '病假'],
  action: [...often(''), '无', '送诊', '已服退烧药'],
  slot: [...often('晨', '午'), '晚', '早', ''],
  present: [...often('是'), '否', ''],
  fever: [...often('否'), '是', ''],
  transport: [...often('步行', '私家车'), '公共交通', '飞机', ''],
  mask_all_way: [...often('是', ''), '否'],
  recorder: [...often('李示例', '王示例'), '', '"李示例"', '李"示例', '待定', '某某'],
};
/** Columns whose cells differ from row to row, not only from person to person. */
const VARIED = new Set(['time_in', 'time', 'temperature_c', 'temp_am_c', 'temp_pm_c', 'slot']);
const usual = (pool: readonly string[]): string[] => [
  ...new Set(pool.filter((each) => pool.filter((other) => other === each).length >= 12)),
];
const OTHER = [...often(''), '无', '=1+1', '—', '好'];

const logs = (kind: (typeof STREAMED)[number]) => {
  const { columns } = KINDS_BY_NAME[kind];
  return fc
    .record({
      columns: fc.subarray([...columns], { minLength: columns.length - 3 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      newline: fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
      last: fc.constantFrom('', 'newline'),
      size: fc.constantFrom(97, 2000, 65_536),
      encoding: fc.constantFrom('utf8', 'gb18030'),
      picks: fc.array(
        fc.record({
          person: fc.nat(5),
          day: fc.nat(11),
          varied: fc.nat(47),
          odd: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, fc.tuple(fc.nat(21), fc.nat())),
        }),
        { minLength: 60, maxLength: 150, size: 'max' },
      ),
      extra: fc.constantFrom('', '', 'x'),
      again: fc.option(fc.nat(150), { nil: undefined }),
    })
    .map(({ columns: used, delimiter, newline, last, size, encoding, picks, extra, again }) => {
      const header = used.map(({ zh }) => zh);
      const rows = picks.map(({ person, day, varied, odd }) => {
        const cells = used.map(({ en }, i) => {
          const pool = CELLS[en] ?? OTHER;
          const values = usual(pool);
          const [at, value] = odd ?? [];
          if (at === i) return pool[(value ?? 0) % pool.length] ?? '';
          if (en === 'date') return `2020-05-${String(day + 6).padStart(2, '0')}`;
          if (en === 'time_out') return '17:30';
          return values[(VARIED.has(en) ? varied : person) % values.length] ?? '';
        });
        return odd?.[0] === 21 ? [...cells, extra] : cells;
      });
      if (again !== undefined) rows.splice(again, 0, header);
      const text = [header, ...rows].map((cells) => cells.join(delimiter)).join(newline);
      return { bytes: iconv.encode(last === '' ? text : text + newline, encoding), size };
    });
};

describe.each(STREAMED)('%s', (kind) => {
  test('reads alike on both paths', () => {
    fc.assert(
      fc.property(logs(kind), ({ bytes, size }) => {
        expect(said(read(bytes, size, kind, true))).toEqual(said(read(bytes, size, kind, false)));
      }),
      { numRuns: 100 },
    );
  });

  if (kind === 'entry') {
    test('a row with an ordinary second measurement is remembered on both paths', () => {
      const row = (day: number, retest: string): string =>
        `2020-05-06,08:00,17:00,示例${day},学员,是,36.5,${retest},绿,李示例`;
      const rows = Array.from({ length: 90 }, (_, i) => row(i % 2 ? i : i + 200, i === 80 ? '36.6' : ''));
      const days = [
        ...rows,
        ...rows
          .map((each, i) => (i === 80 ? each : each.replace('05-06', '05-07')))
          .map((each, i) => (i === 70 ? each.replace('36.5,,', '36.5,36.6,') : each)),
      ];
      const text = ['日期,进入时间,离开时间,姓名,人员类别,身份核验,体温,复测体温,健康码,登记人', ...days].join('\n');
      const bytes = new TextEncoder().encode(text);
      expect(said(read(bytes, 65_536, kind, true))).toEqual(said(read(bytes, 65_536, kind, false)));
    });
  }

  test('reads most ordinary rows on the fast path', () => {
    const { columns } = KINDS_BY_NAME[kind];
    const line = (day: string, person: number): string =>
      columns
        .map(({ en }) => {
          if (en === 'date') return day;
          if (en === 'name') return `示例${person}`;
          if (en === 'person_id') return `T${person}`;
          if (en === 'time_out') return '17:30';
          return CELLS[en]?.[0] ?? '';
        })
        .join(',');
    const days = Array.from({ length: 28 }, (_, i) => `2020-05-${String(i + 1).padStart(2, '0')}`);
    const rows = days.flatMap((day) => Array.from({ length: 50 }, (_, person) => line(day, person)));
    const text = [columns.map(({ zh }) => zh).join(','), ...rows].join('\n');
    let plain = 0;
    const reading = readLog('log.csv', () => [new TextEncoder().encode(text)], {
      kinds: KINDS,
      kind,
      strict: false,
      asOf: '2020-06-01',
      limits: LIMITS,
      keepAll: false,
      onRow: () => {
        plain++;
      },
    });
    expect(reading.findings).toEqual([]);
    expect(reading.rowCount).toBe(1400);
    // the first day names everyone, each other day is new once
    expect(plain).toBeLessThan(50 + 28 + 30);
  });
});
