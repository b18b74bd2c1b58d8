/** The header of a log is found among its first rows, gives the kind, and every cell its column. */
import fc from 'fast-check';
import type { LogKind } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { isFooter } from '../../src/logs/read/footer.js';
import { findHeader, type HeaderResult } from '../../src/logs/read/header.js';
import { normaliseHeader } from '../../src/logs/read/header-names.js';
import { endsSoon } from '../hang.js';

const words = { zh: '', en: '' };
const PEOPLE: LogKind = {
  number: 'L1',
  name: 'people',
  title: words,
  purpose: words,
  columns: [
    { en: 'date', zh: '日期', aliases: ['检查日期'], type: 'date', required: true },
    { en: 'name', zh: '姓名', type: 'text', required: true },
    { en: 'slot', zh: '时段', type: 'enum', values: ['晨', '午'], required: true },
    { en: 'temperature_c', zh: '体温', aliases: ['检测体温'], type: 'decimal', unit: '℃', required: true },
    { en: 'gathering', zh: '聚会', aliases: ['聚会聚餐'], type: 'text' },
    { en: 'meals', zh: '聚餐', aliases: ['聚会聚餐'], type: 'text' },
    { en: 'remark', zh: '备注', aliases: ['情况说明'], type: 'text' },
  ],
  wide: [
    { sets: { slot: '晨' }, headers: { temperature_c: ['晨体温', '早体温', '体温'] } },
    { sets: { slot: '午' }, headers: { temperature_c: ['午体温'] } },
  ],
};
const ROOMS: LogKind = {
  number: 'L2',
  name: 'rooms',
  title: words,
  purpose: words,
  columns: [
    { en: 'date', zh: '日期', type: 'date', required: true },
    { en: 'room', zh: '场所', type: 'ref', required: true },
    { en: 'operator', zh: '责任人', type: 'text', required: true },
    { en: 'remark', zh: '备注', type: 'text' },
  ],
};
const SIMPLE = [PEOPLE, ROOMS];

type Found = HeaderResult & { readonly ok: true };

/** Reads tables written as lines of cells with commas between them. */
function find(text: string, options: Parameters<typeof findHeader>[2] = {}, kinds = SIMPLE): HeaderResult {
  return findHeader(
    text.split('\n').map((line) => line.split(',')),
    kinds,
    options,
  );
}

function found(text: string, options: Parameters<typeof findHeader>[2] = {}, kinds = SIMPLE): Found {
  const result = find(text, options, kinds);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

const places = ({ layout }: Found): Record<string, number> => Object.fromEntries(layout.positions);
const wides = ({ layout }: Found): unknown[] =>
  layout.wide.map(({ sets, positions }) => [sets, Object.fromEntries(positions)]);
const rules = ({ findings }: Found): string[] =>
  findings.map(({ check, row, index, column }) => [check, row, index, ...(column ? [column] : [])].join(' '));

describe('a header is compared', () => {
  test.each([
    ['体温（℃）', '体温'],
    ['体温(℃) *', '体温'],
    ['*体温：', '体温'],
    ['【必填】姓名', '姓名'],
    ['姓名[本人填写]', '姓名'],
    ['未到校原因\n（是否到校选择是，这里勾选无）', '未到校原因'],
    ['填报时段（晨/午/晚）', '填报时段'],
    ['班级（需与（提供的）班级完全一致）', '班级'],
    ['体 温\u3000\u200b\ufeff', '体温'],
    ['Ｔｉｍｅ In', 'timein'],
    ['time_in', 'timein'],
    ['体温（℃', '体温'],
    ['（日期）', '日期'],
    ['⽇期', '日期'],
    ['', ''],
    [' \t:*', ''],
    ['()', ''],
  ])('%j as %j', (text, expected) => {
    expect(normaliseHeader(text)).toBe(expected);
  });

  test('in linear time, whatever it is', () => {
    for (const text of ['(', ':', ' ', '()', ':a', ' :']) {
      const long = `a${text.repeat(500_000)}a`;
      expect(endsSoon(() => normaliseHeader(long)).length).toBeLessThanOrEqual(long.length);
    }
  });
});

describe('the row of the header', () => {
  test('is the first of the file', () => {
    const result = found('日期,姓名,时段,体温\n2020-05-01,张示例,晨,36.5');
    expect(result).toMatchObject({ kind: { name: 'people' }, row: 0, rows: 1, layout: { width: 4, wide: [] } });
    expect(places(result)).toEqual({ date: 0, name: 1, slot: 2, temperature_c: 3 });
    expect(rules(result)).toEqual([]);
  });

  test('stands below titles and blank rows', () => {
    const result = found(
      ',,,\n某培训学校晨午检登记表,,,\n单位：某校,,日期：5月1日,\n,,,\n日期,姓名,时段,体温\n5月1日,张示例,晨,36.5',
    );
    expect(result).toMatchObject({ row: 4, rows: 1 });
  });

  test('is sought in ten rows, not in eleven', () => {
    const above = (count: number): string => `${'标题,,,\n'.repeat(count)}日期,姓名,时段,体温`;
    expect(found(above(9)).row).toBe(9);
    expect(find(above(10))).toEqual({ ok: false, reason: 'no-header', candidates: [] });
  });

  test('is the first of two that are alike', () => {
    expect(found('日期,姓名,时段,体温\n日期,姓名,时段,体温').row).toBe(0);
  });

  test.each([
    ['of the kind', ',,,℃'],
    ['of many sorts', '年-月-日,,晨/午,（℃）', false],
    ['with instructions', '必填,必填,选填,℃'],
    ['with several at once', '(yyyy-mm-dd),,,℃/度'],
  ])('has a row of units below it: %s', (_, units, is = true) => {
    const result = found(`日期,姓名,时段,体温\n${units}\n2020-05-01,张示例,晨,36.5`);
    expect([result.row, result.rows]).toEqual(is ? [1, 2] : [0, 1]);
  });

  test('has no row of units where data follow', () => {
    expect(found('日期,姓名,时段,体温\n2020-05-01,张示例,晨,36.5℃').rows).toBe(1);
    expect(found('日期,姓名,时段,体温\n,,,\n2020-05-01,张示例,晨,36.5℃').rows).toBe(1);
    expect(found('日期,姓名,时段,体温').rows).toBe(1);
  });
});

describe('a header of two rows', () => {
  test('names its columns by both', () => {
    const result = found('日期,姓名,体温,,备注\n,,早,午,\n5月1日,张示例,36.5,36.6,');
    expect(result).toMatchObject({ row: 1, rows: 2, layout: { width: 5 } });
    expect(places(result)).toEqual({ date: 0, name: 1, remark: 4 });
    expect(wides(result)).toEqual([
      [{ slot: '晨' }, { temperature_c: 2 }],
      [{ slot: '午' }, { temperature_c: 3 }],
    ]);
    expect(rules(result)).toEqual([]);
  });

  test('may have a title above and units below', () => {
    const result = found('登记表,,,\n日期,姓名,体温,\n,,早,午\n,,℃,℃\n5月1日,张示例,36.5,36.6');
    expect([result.row, result.rows]).toEqual([3, 3]);
    expect(result.layout.wide).toHaveLength(2);
  });

  test('may repeat the upper text instead of merging', () => {
    expect(found('日期,姓名,体温,体温\n日期,姓名,早,午').layout.wide).toHaveLength(2);
  });

  test('may be one of groups over a row that is complete', () => {
    const result = found('基本情况,,晨午检,\n日期,姓名,时段,体温');
    expect([result.row, result.rows, places(result).temperature_c]).toEqual([1, 1, 3]);
  });

  test('takes the text below alone, or the one above where it covers one column', () => {
    const result = found('日期,体温,基本,,,\n,额温,姓名,时段,电话,住址');
    expect(places(result)).toEqual({ date: 0, temperature_c: 1, name: 2, slot: 3 });
    expect(rules(result)).toEqual(['header-unknown 1 4', 'header-unknown 1 5']);
  });

  test('does not take one reading of several for the temperature', () => {
    const result = found('日期,姓名,时段,体温,\n,,,昨天中午,今天上午\n5月1日,张示例,晨,36.5,36.6');
    expect([result.row, result.rows]).toEqual([1, 2]);
    expect(rules(result)).toEqual(['header-missing 0 0 temperature_c', 'header-unknown 1 3', 'header-unknown 1 4']);
  });

  test('is not made of a row of data below an empty header', () => {
    const result = found('日期,姓名,时段,体温,\n5月1日,张示例,晨,36.5,备注');
    expect([result.row, result.rows]).toEqual([0, 1]);
    expect(rules(result)).toEqual(['header-empty 0 4']);
    expect(found('日期,姓名,时段,体温,\n,,,√,√').rows).toBe(1);
    expect(found('日期,姓名,时段,体温,\n,,,无,否').rows).toBe(1);
    expect(found('日期,姓名,时段,体温,\n,,,36.5,早').rows).toBe(1);
  });

  test('reads numbers of turns, not values', () => {
    const ventilation = found('日期,场所,开窗,,,关窗,,,责任人\n,,1,2,3,1,2,3,\n5月1日,101,', {}, [...KINDS]);
    expect(ventilation).toMatchObject({ kind: { name: 'ventilation' }, row: 1, rows: 2, findings: [] });
    expect(wides(ventilation)).toEqual([1, 2, 3].map((seq) => [{ seq }, { open: 1 + seq, close: 4 + seq }]));
  });
});

describe('the wide form', () => {
  test('covers its columns and those that it sets', () => {
    const result = found('日期,姓名,晨体温,午体温');
    expect(rules(result)).toEqual([]);
    expect(places(result)).toEqual({ date: 0, name: 1 });
  });

  test('has one entry for what is there', () => {
    expect(wides(found('日期,姓名,午体温'))).toEqual([[{ slot: '午' }, { temperature_c: 2 }]]);
  });

  test('takes a name that is also a column only beside a name of its own', () => {
    expect(wides(found('日期,姓名,体温,午体温'))).toEqual([
      [{ slot: '晨' }, { temperature_c: 2 }],
      [{ slot: '午' }, { temperature_c: 3 }],
    ]);
    expect(wides(found('日期,姓名,时段,体温'))).toEqual([]);
  });

  test('has duplicates too', () => {
    const result = found('日期,姓名,晨体温,早体温');
    expect(rules(result)).toEqual(['header-duplicate 0 3 temperature_c']);
  });
});

describe('a cell of the header', () => {
  test('that names two columns fills both', () => {
    const result = found('日期,姓名,时段,体温,聚会聚餐');
    expect([places(result).gathering, places(result).meals, rules(result)]).toEqual([4, 4, []]);
  });

  test('that names two columns fills the one that is left', () => {
    const result = found('日期,姓名,时段,体温,聚会,聚会聚餐');
    expect([places(result).gathering, places(result).meals, rules(result)]).toEqual([4, 5, []]);
  });

  test('that is there twice is used once', () => {
    const result = found('检查日期,姓名,时段,体温,日期,姓名');
    expect(places(result)).toMatchObject({ date: 0, name: 1 });
    expect(rules(result)).toEqual(['header-duplicate 0 4 date', 'header-duplicate 0 5 name']);
  });

  test('that is empty is reported where data follow', () => {
    expect(rules(found('日期,姓名,时段,体温,,\n5月1日,张示例,晨,36.5, ,有'))).toEqual(['header-empty 0 5']);
  });

  test('that is empty in both rows stands in one that reaches so far', () => {
    const result = found('日期,姓名,体温,,\n,,早,午\n5月1日,张示例,36.5,36.6,有');
    expect(rules(result)).toEqual(['header-empty 0 4']);
  });

  test.each(['籍贯', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'that is unknown is reported: %s',
    (name) => {
      const result = found(`日期,姓名,时段,${name},体温`);
      expect(rules(result)).toEqual(['header-unknown 0 3']);
      expect(places(result)).toEqual({ date: 0, name: 1, slot: 2, temperature_c: 4 });
    },
  );

  test('that is nearly known comes with the column', () => {
    expect(rules(found('日期,姓名,时段,体温,情况说名'))).toEqual(['header-unknown 0 4 remark']);
    expect(rules(found('日期,姓名,时段,体温,备注,情况说名'))).toEqual(['header-unknown 0 5']);
    expect(rules(found('日期,姓名,时段,体温,备主'))).toEqual(['header-unknown 0 4']);
  });

  test('that is missing is reported at the beginning, unless it is not required', () => {
    expect(rules(found('title,,,\n日期,姓名,体温'))).toEqual(['header-missing 1 0 slot']);
  });
});

describe('--map', () => {
  const map = (...pairs: [string, string][]) => ({ map: new Map(pairs) });

  test.each([
    ['its Chinese name', '姓名'],
    ['its English name', 'name'],
  ])('gives a header a column by %s', (_, to) => {
    const result = found('日期,名 簿（全）,时段,体温', map(['名簿', to]));
    expect([places(result).name, rules(result)]).toEqual([1, []]);
  });

  test('goes before what is known', () => {
    const result = found('日期,姓名,备注,时段,体温', map(['姓名', '备注'], ['备注', '姓名']));
    expect(places(result)).toMatchObject({ name: 2, remark: 1 });
  });

  test('gives a place in a wide form', () => {
    expect(found('日期,姓名,早上,中午', map(['早上', '晨体温'], ['中午', '午体温'])).layout.wide).toHaveLength(2);
  });

  test('gives a column in a header of two rows', () => {
    expect(wides(found('日期,姓名,体温,\n,,甲,乙', map(['体温甲', '晨体温'], ['乙', '午体温'])))).toHaveLength(2);
  });

  test('that names no column of the kind changes nothing', () => {
    expect(rules(found('日期,姓名,时段,体温', map(['姓名', '场所'], ['体温', '__proto__'])))).toEqual([]);
  });

  test('makes a header out of names that are all unknown', () => {
    const strange = '甲,乙,丙,丁';
    expect(find(strange).ok).toBe(false);
    expect(found(strange, map(['甲', '日期'], ['乙', '姓名'], ['丙', '时段'], ['丁', '体温'])).kind.name).toBe(
      'people',
    );
  });
});

describe('the kind', () => {
  test('is asked for where two fit equally well', () => {
    const twin = { ...PEOPLE, name: 'twin' };
    const kinds = [PEOPLE, ROOMS, twin];
    const header = '日期,姓名,时段,体温';
    expect(find(header, {}, kinds)).toEqual({ ok: false, reason: 'ambiguous', candidates: ['people', 'twin'] });
    expect(found(header, { kind: 'twin' }, kinds).kind).toBe(twin);
  });

  test('is not guessed from fewer than three names, or less than half of the required ones', () => {
    const people = { ok: false, reason: 'no-header', candidates: ['people'] };
    const missing = ['slot', 'temperature_c'];
    expect(find('日期,姓名')).toMatchObject({
      ...people,
      nearest: { isTold: false, known: ['date', 'name'], missing },
    });
    expect(find('日期,聚会,聚餐,备注')).toMatchObject({
      ...people,
      nearest: { isTold: true, missing: ['name', ...missing] },
    });
    expect(found('日期,姓名,备注').kind.name).toBe('people');
  });

  test('is not guessed from data, or from nothing', () => {
    const none = { ok: false, reason: 'no-header', candidates: [] };
    expect(find('5月1日,张示例,晨,36.5\n5月2日,张示例,晨,36.5')).toEqual(none);
    expect(find('')).toEqual(none);
    expect(findHeader([], SIMPLE, {})).toEqual(none);
    expect(findHeader([['日期', '姓名', '体温']], [], {})).toEqual(none);
    expect(find('日期,姓名,时段,体温', { kind: 'nonesuch' })).toEqual(none);
  });
});

describe('the header of each kind', () => {
  const header = (kind: LogKind, language: 'zh' | 'en', left: (en: string) => boolean): string[] =>
    kind.columns
      .filter(({ en, required, rule }) => required || rule !== undefined || left(en))
      .map((column) => column[language]);
  const whole = (kind: LogKind, language: 'zh' | 'en'): string[] => header(kind, language, () => true);

  describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    test.each(['zh', 'en'] as const)('in %s is recognised, with every column at its place', (language) => {
      const result = findHeader([whole(kind, language)], KINDS, {});
      expect(result).toMatchObject({ ok: true, kind: { name: kind.name }, findings: [], layout: { wide: [] } });
      expect(result.ok && [...result.layout.positions.keys()]).toEqual(kind.columns.map(({ en }) => en));
    });

    test.each(['zh', 'en'] as const)('in %s without optional columns is never taken for another', (language) => {
      fc.assert(
        fc.property(fc.subarray(kind.columns.map(({ en }) => en)), fc.boolean(), (left, title) => {
          const names = header(kind, language, (en) => left.includes(en));
          const result = findHeader(title ? [['登记表'], names] : [names], KINDS, {});
          if (result.ok) expect([result.kind.name, result.findings]).toEqual([kind.name, []]);
          else expect(result).toMatchObject({ reason: 'ambiguous', candidates: expect.arrayContaining([kind.name]) });
        }),
      );
    });

    test('in any order, with one column more, is itself or asked about', () => {
      const names = whole(kind, 'zh');
      fc.assert(
        fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
          expect(findHeader([[...shuffled, '序号']], KINDS, {})).toMatchObject({ ok: true, kind: { name: kind.name } });
        }),
        { numRuns: 20 },
      );
    });

    test('by its aliases, with --kind', () => {
      for (const column of kind.columns) {
        for (const alias of column.aliases ?? []) {
          const names = kind.columns.map((each) => (each === column ? alias : each.zh));
          const result = findHeader([names], KINDS, { kind: kind.name });
          expect([alias, result.ok && result.layout.positions.get(column.en)]).toEqual([alias, names.indexOf(alias)]);
        }
      }
    });
  });
});

describe('real forms', () => {
  const kindOf = (text: string): string => {
    const result = find(text, {}, [...KINDS]);
    return result.ok ? result.kind.name : `${result.reason} ${result.candidates.join(' ')}`;
  };

  test.each([
    [
      'entry',
      '检查日期,检查人员签名,姓名,性别,年级班级,学号/工号,师生类别（学生/教职员工/外来人员）,联系电话,检测体温（℃）,入校时间',
    ],
    ['check', '日期,班级,姓名,学号,是否出勤,晨体温,午体温,检查人'],
    ['check', '日期,班级,姓名,是否出勤,体温,,检查人\n,,,,早,午,'],
    ['health-daily', '日期,姓名,人员类别,晨体温,晚体温,症状,填报人'],
    ['health-daily', '日期,姓名,类别,体温,症状,交通方式'],
    ['disinfection', '消毒日期,消毒部位,物品,方式,消毒剂名称,配比,消毒时间,消毒人员'],
    ['history14', '姓名,类别,调查起,调查止,健康状况,症状,出行,聚会聚餐,旅居类型,核查日期'],
  ])('%s: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });
});

test('a hundred thousand columns take no quadratic time', () => {
  const names = ['日期', '姓名', '时段', '体温'];
  const many = Array.from({ length: 100_000 }, (_, i) => `第${i}列`);
  const find = (records: readonly (readonly string[])[], kinds: readonly LogKind[], kind?: string): HeaderResult =>
    endsSoon(() => findHeader(records, kinds, kind === undefined ? {} : { kind }));
  const unknown = find([[...names, ...many], many], SIMPLE);
  expect(unknown.ok && unknown.findings.length).toBe(100_000);
  const same = find([[...names, ...many.map(() => '姓名')]], KINDS, 'check');
  expect(same.ok && same.findings.length).toBeGreaterThan(99_999);
  expect(find([many.map(() => ''), many, many.map((_, i) => (i % 2 ? '' : '甲'))], KINDS).ok).toBe(false);
});

test('any cells at all give a result', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('日期', '姓名', '体温', '早', '午', '', '℃', '合计'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }), (records) => {
      const result = findHeader(records, KINDS, {});
      if (!result.ok) return;
      for (const { row, index } of result.findings) expect(records[row]?.[index]).toBeDefined();
      for (const index of result.layout.positions.values()) expect(index).toBeLessThan(result.layout.width);
      expect(result.row - result.rows).toBeGreaterThanOrEqual(-1);
    }),
  );
});

describe('a row below the data', () => {
  test.each([
    '合计,,,35',
    '合 计：,12,35,40,0,0,1%,3.5',
    '小计,3人',
    ',,总计,120',
    'Total,5,6,7,8,9',
    '负责人签字：,,,日期：',
    '签名,,,',
    '校长（签字）：张示例,,',
    '值班领导签字,,盖章,',
    '填表人：,张示例,,审核人：,李示例,,,',
    '填表人：张示例 审核：李示例,,',
    '审核：,,,',
    '注：37.3℃以上须复测,,,',
    '备注：本表一式两份,,,',
    '*说明：按日填写,,',
    '第 1 页 共 3 页,,',
    '第二页,,',
    'Note: keep for a year,,',
    'Prepared by: 张示例,,',
  ])('is told: %s', (text) => {
    expect(isFooter(text.split(','))).toBe(true);
  });

  test.each([
    '2020-05-01,合计,35',
    '43952,签名,,',
    '1,注：,,',
    '5月1日,张示例,晨,36.5',
    '注射器,10ml,支,5,1,6,库房,张示例',
    '说明会,全体,,',
    '合计,教室,责任人,张示例,有问题,已整改,完成,复查,合格',
    '填表人：,甲,乙,丙,丁,戊,己',
    '第1次,,',
    '张示例,,',
    ',,,',
    '',
  ])('is not: %s', (text) => {
    expect(isFooter(text.split(','))).toBe(false);
  });

  test('is told in no time from a long cell', () => {
    expect(isFooter([' '.repeat(1_000_000), `注${'签'.repeat(1_000_000)}`])).toBe(false);
  });
});
