/** Lists of a profile that stand in CSV files: their items, the places in the files, and what becomes of bad ones. */
import iconv from 'iconv-lite';
import { parse } from 'yaml';
import { largeExample } from '../../scripts/large-example.mjs';
import { checkProfile } from '../../src/check/check.js';
import { countOf, unlistedCount } from '../../src/counts.js';
import type { Column } from '../../src/logs/kind.js';
import { LISTS } from '../../src/logs/lists/index.js';
import { readList } from '../../src/logs/lists/read.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import type { ReadList } from '../../src/profile/lists.js';
import { ifReadable, type ProfileSource, readProfile, UnreadableNode } from '../../src/profile/read.js';
import { PROFILE_SCHEMA, PUBLISHED_SCHEMA, type SchemaNode, schemaAt } from '../../src/profile/schema.js';
import { RULES } from '../../src/rules/index.js';
import { fill } from '../../src/text/fill.js';
import type { InstitutionReport, Location } from '../../src/types.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Reads lists from these files. */
function from(files: Files): ReadList {
  return (path, list) => {
    const content = files[path];
    if (content === undefined) return { ok: false, reason: 'missing', params: {} };
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return readList(`school/${path}`, () => [bytes], list, LIUZHOU_2020.limits);
  };
}

function read(text: string, files: Files = {}): ProfileSource {
  return readProfile(text, 'school/profile.yaml', from(files));
}

function check(source: ProfileSource): InstitutionReport {
  return checkProfile(source, {
    plan: LIUZHOU_2020,
    rules: RULES,
    asOf: '2020-05-11',
    stage: 'run',
    digest: (each) => each,
    encoding: 'utf-8',
  });
}

const shown = (place: Location | undefined): string | undefined =>
  place && `${place.file}:${place.line}:${place.column}-${place.endLine}:${place.endColumn}`;

/** Rule, severity (if it is no error), path and place of each finding. */
const found = (source: ProfileSource): string[] =>
  source.findings.map(({ rule, severity, path, location }) =>
    [rule, ...(severity && severity !== 'error' ? [severity] : []), path, `${location.line}:${location.column}`].join(
      ' ',
    ),
  );

/** Where each list stands in the schema. */
const PLACES: Readonly<Record<string, string>> = {
  'staff-list': 'staff',
  'trainee-list': 'classes[0].trainees',
  'commitment-list': 'commitments',
  'survey-list': 'healthSurvey.coveredStaff',
  'returnee-list': 'healthSurvey.returnees',
};

describe('the kinds of lists', () => {
  test('are those that the schema names, each once', () => {
    const named: string[] = [];
    const visit = (node: SchemaNode): void => {
      if (node['x-file']) named.push(node['x-file']);
      for (const child of Object.values(node.properties ?? {})) visit(child);
      if (node.items) visit(node.items);
    };
    visit(PROFILE_SCHEMA);
    expect(named.sort()).toEqual(LISTS.map(({ name }) => name).sort());
    expect(Object.keys(PLACES).sort()).toEqual(named);
  });

  /** What a column reads where the schema wants this. */
  const typesFor = ({ type, format, enum: values }: SchemaNode, key: string): readonly string[] => {
    if (key === 'idNumber') return ['id'];
    if (values) return ['enum'];
    if (format === 'date' || format === 'phone') return [format];
    if (type === 'string') return format === 'identifier' ? ['ref'] : ['text', 'ref'];
    return { integer: ['int'], number: ['decimal'], boolean: ['bool'] }[type as string] ?? [];
  };

  test.each(LISTS.map((list) => [list.name, list] as const))('%s has the columns of the schema', (name, list) => {
    const item = schemaAt(`${PLACES[name]}[0]`) as SchemaNode;
    const keys = list.item === undefined ? item.properties : { [list.item]: item };
    const extra = Object.values(list.standIns ?? {});
    const columns: readonly Column[] = list.columns.filter(({ en }) => !extra.includes(en));
    expect(columns.map(({ en, zh }) => [en, zh])).toEqual(
      Object.entries(keys ?? {}).map(([key, node]) => [key, node.title]),
    );
    for (const column of columns) {
      const node = (keys as Record<string, SchemaNode>)[column.en] as SchemaNode;
      expect([column.en, typesFor(node, column.en)]).toEqual([column.en, expect.arrayContaining([column.type])]);
      expect([column.en, column.personal ?? false]).toEqual([column.en, node['x-personal'] ?? false]);
      const meanings = list.meanings?.[column.en] ?? {};
      if (node.enum) {
        const values = new Set((column.values ?? []).map((value) => meanings[value] ?? value));
        expect([...values].sort()).toEqual([...node.enum].sort());
      }
      for (const value of Object.values(column.synonyms ?? {})) expect(column.values).toContain(value);
    }
  });

  test.each(LISTS.map((list) => [list.name, list] as const))('%s knows each header once', (_, list) => {
    const names = list.columns.flatMap(({ zh, en, aliases = [] }: Column) => [zh, en.toLowerCase(), ...aliases]);
    expect(names.filter((each, i) => names.indexOf(each) !== i)).toEqual([]);
    const columns = list.columns.map(({ en }) => en as string);
    expect(columns).toEqual(expect.arrayContaining([...list.either, ...Object.keys(list.standIns ?? {})]));
  });

  test('are texts too for editors, and lists for everything else', () => {
    const text = JSON.stringify(PUBLISHED_SCHEMA);
    expect(text.match(/"type":\["array","string"\],"x-file"/g)).toHaveLength(LISTS.length);
    for (const place of Object.values(PLACES)) expect(schemaAt(place)?.type).toBe('array');
  });
});

const STAFF = [
  '编号,姓名,性别,身份证号,类别,部门/岗位,联系电话,入职日期,备注',
  'S01,张示例,女,999999199001011238,教师,教务处,13800000001,2018-09-01,"分管',
  '消毒"',
  'S02,李示例,,,后勤,,０７７２－２８２０１２０,2019年3月1日,',
].join('\r\n');

describe('the items', () => {
  const source = read('staff: 名单/教职工.csv\n', { '名单/教职工.csv': STAFF });

  test('are those of the YAML list', () => {
    expect(source.profile.staff).toEqual([
      {
        id: 'S01',
        name: '张示例',
        gender: '女',
        idNumber: '999999199001011238',
        role: '教师',
        position: '教务处',
        phone: '13800000001',
        hiredOn: '2018-09-01',
        remark: '分管\r\n消毒',
      },
      { id: 'S02', name: '李示例', role: '后勤', phone: '07722820120', hiredOn: '2019-03-01' },
    ]);
  });

  test('tell of what was not plain, as remarks on the list', () => {
    expect(found(source)).toEqual([
      'input/lenient-full-width info staff 4:1',
      'input/lenient-date-form info staff 4:1',
    ]);
  });

  test.each([
    ['staff', 'school/profile.yaml:1:8-1:18'],
    // a row with a line break in it is placed on its first line
    ['staff[0]', 'school/名单/教职工.csv:2:1-2:63'],
    ['staff[0].phone', 'school/名单/教职工.csv:2:37-2:48'],
    ['staff[0].remark', 'school/名单/教职工.csv:2:60-3:4'],
    ['staff[1].id', 'school/名单/教职工.csv:4:1-4:4'],
    ['staff[1].hiredOn', 'school/名单/教职工.csv:4:28-4:37'],
    ['staff[1].gender', undefined],
    ['staff[2]', undefined],
    ['staff[0].nothing', undefined],
  ])('%s is placed', (path, place) => {
    expect(shown(source.locate(path))).toBe(place);
  });

  test.each([
    ['staff[1].gender', 4],
    ['staff[1]', 4],
    ['staff[7].id', 1],
  ])('what is absent at %s is placed at the row, or at the path of the file', (path, line) => {
    expect(source.locateNearest(path)).toMatchObject({ line, column: line === 1 ? 8 : 1 });
  });

  test.each([
    ['GBK', iconv.encode(STAFF, 'gbk')],
    ['UTF-8 with a mark', iconv.encode(STAFF, 'utf-8', { addBOM: true })],
    ['UTF-16', iconv.encode(STAFF, 'utf-16le', { addBOM: true })],
    ['line feeds', STAFF.replaceAll('\r\n', '\n')],
    ['semicolons', STAFF.replaceAll(',', ';')],
    ['a title, blank lines and cells below', `教职工名单,,,,,,,,\r\n\r\n${STAFF}\r\n,,,,,,,,\r\n"",,,,,,,,\r\n`],
  ])('are the same from %s', (_, content) => {
    const other = read('staff: a.csv\n', { 'a.csv': content });
    expect(JSON.stringify(other.profile).replaceAll('\\r', '')).toBe(
      JSON.stringify(source.profile).replaceAll('\\r', ''),
    );
  });

  test('of a class, of the survey by number or name, of commitments in Chinese, of arrivals', () => {
    const { profile, findings } = read(
      [
        'classes:',
        '  - { id: C1, trainees: 名单/一班.csv }',
        'healthSurvey: { coveredStaff: 核查.csv, returnees: 返柳.csv }',
        'commitments: 承诺书.csv',
      ].join('\n'),
      {
        '名单/一班.csv': '学号,姓名,紧急联系电话\nT1,陈示例,13800000002\n',
        '核查.csv': '编号,姓名\nS01,张示例\n,李示例\n',
        '返柳.csv': 'name,age,temperature,contact,type\n赵示例,30,36.5,否,境外\n',
        '承诺书.csv': '种类,编号,姓名,签署日期\n上岗,S01,,2020-04-21\n参训,,陈示例,2020-04-22\n机构,,,2020-04-20\n',
      },
    );
    expect(findings).toEqual([]);
    expect(profile).toEqual({
      classes: [{ id: 'C1', trainees: [{ id: 'T1', name: '陈示例', emergencyPhone: '13800000002' }] }],
      healthSurvey: {
        coveredStaff: ['S01', '李示例'],
        returnees: [{ name: '赵示例', age: 30, temperature: 36.5, contact: false, type: '境外' }],
      },
      commitments: [
        { kind: 'staff', person: 'S01', signedOn: '2020-04-21' },
        { kind: 'trainee', person: '陈示例', signedOn: '2020-04-22' },
        { kind: 'institution', signedOn: '2020-04-20' },
      ],
    });
  });

  test('that stand in for others are placed where they stand', () => {
    const files = { 'a.csv': '编号,姓名\nS01,张示例\n,李示例\n', 'b.csv': '姓名,部门,岗位\n张示例,,保安\n' };
    const { locate } = read('healthSurvey: { coveredStaff: a.csv }\nstaff: b.csv\n', files);
    expect(shown(locate('healthSurvey.coveredStaff[0]'))).toBe('school/a.csv:2:1-2:4');
    expect(shown(locate('healthSurvey.coveredStaff[1]'))).toBe('school/a.csv:3:2-3:5');
    expect(shown(locate('staff[0].position'))).toBe('school/b.csv:2:6-2:8');
  });

  test('may be of one column, or none at all', () => {
    expect(read('healthSurvey: { coveredStaff: a.csv }\n', { 'a.csv': '编号\nS01\nS02\n' }).profile).toEqual({
      healthSurvey: { coveredStaff: ['S01', 'S02'] },
    });
    const empty = read('healthSurvey: { returnees: a.csv }\n', { 'a.csv': '姓名,身份证号,返柳日期\n' });
    expect([empty.profile.healthSurvey?.returnees, empty.findings]).toEqual([[], []]);
  });
});

describe('what is wrong in a file', () => {
  test('is placed at its cell, and the value is absent', () => {
    const source = read('staff: a.csv\n', {
      'a.csv':
        '编号,姓名,身份证号,联系电话,入职日期,爱好\nS01,张示例,9.99999E+17,123,5月1日,\nS01,李示例,,,2020-13-01,书法\n',
    });
    expect(source.profile.staff).toEqual([
      { id: 'S01', name: '张示例' },
      { id: 'S01', name: '李示例' },
    ]);
    expect(found(source)).toEqual([
      'input/header-unknown info staff 1:22',
      'input/cell-id-scientific staff[0].idNumber 2:9',
      'input/cell-phone staff[0].phone 2:21',
      'input/cell-date-without-year staff[0].hiredOn 2:25',
      'input/cell-date staff[1].hiredOn 3:11',
    ]);
    const report = check(source);
    const cells = report.findings.filter(({ cell }) => cell).map(({ cell, rule }) => [rule, cell?.letter]);
    expect(cells).toEqual(
      expect.arrayContaining([
        ['input/cell-phone', 'D'],
        ['input/header-unknown', 'F'],
      ]),
    );
    expect(report.findings.find(({ rule }) => rule === 'input/duplicate-id')?.location).toMatchObject({
      file: 'school/a.csv',
      line: 3,
    });
  });

  test.each(['zh', 'en'] as const)(
    'is told in %s without options of other commands or values of the file',
    (language) => {
      const files = { 'a.csv': '编号,姓名,入职日期,姓 明,爱好\n张示例1,李示例2,5月1日,王示例3,书法\n' };
      const { findings } = read('staff: a.csv\n', files);
      expect(findings.length).toBeGreaterThan(2);
      for (const { message, params } of findings) {
        const text = fill(message, { letter: 'A', ...params }, language);
        expect(text).not.toMatch(/--|[{}]|示例[123]|书法/);
      }
    },
  );

  test('is counted, also where it is not listed', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `S${i},人${i},1`).join('\n');
    const source = read('staff: a.csv\n', { 'a.csv': `编号,姓名,联系电话\n${rows}\n` });
    const listed = source.findings.length;
    expect(listed).toBeGreaterThan(0);
    expect(countOf(source.findings) + unlistedCount(source.unlisted)).toBe(500);
    expect(check(source).summary.findings.error).toBeGreaterThanOrEqual(500);
  });

  test('that the schema refuses is placed there, and traps what reads it', () => {
    const source = read('commitments: a.csv\nstaff: b.csv\n', {
      'a.csv': '种类,签署人,签署日期\n,S01,2020-04-21\n随便,S02,2020-04-21\n上岗,S03,2020-04-21\n',
      'b.csv': '编号,姓名,性别\nS 01,张示例,女\n',
    });
    expect(found(source)).toEqual([
      'input/cell-enum commitments[1].kind 3:1',
      'input/schema staff[0].id 2:1',
      'input/schema commitments[0] 2:1',
    ]);
    expect(() => source.profile.commitments?.[0]).toThrow(UnreadableNode);
    expect(() => source.profile.commitments?.[1]).toThrow(UnreadableNode);
    expect(source.profile.commitments?.[2]).toEqual({ kind: 'staff', person: 'S03', signedOn: '2020-04-21' });
    expect(() => source.profile.staff?.[0]?.id).toThrow(UnreadableNode);
  });

  test.each([
    ['a quote that is not closed', '编号,姓名,备注\nS01,张示例,"甲\nS02,李示例,乙\n', 2],
    ['a quote in the wrong place', '编号,姓名,备注\nS01,张示例,"甲"乙\nS02,李示例,乙\n', 2],
  ])('makes the list unreadable where rows are lost: %s', (_, content, line) => {
    const source = read('staff: a.csv\n', { 'a.csv': content });
    expect(source.findings.map(({ rule, location }) => [rule, location.line])).toEqual([['input/quote', line]]);
    expect(() => source.profile.staff).toThrow(UnreadableNode);
  });
});

describe('a file that is not used', () => {
  const BROKEN = Uint8Array.from([...new TextEncoder().encode('编号,姓名,性别\nS01,'), 0xff, 0xff, 0x0a]);
  const TRAINEES = '学号,姓名,性别,身份证号,联系电话,现住址,紧急联系人,紧急联系电话,报名日期,首次到训日期\n';

  test.each<[what: string, path: string, content: string | Uint8Array | undefined, rule: string, words: string]>([
    ['is missing', '没有.csv', undefined, 'input/list-missing', '找不到教职工的文件'],
    ['is above', '../a.csv', STAFF, 'input/list-missing', '要放在概况所在的文件夹里'],
    ['is above in between', '名单/../../a.csv', STAFF, 'input/list-missing', '要放在概况所在的文件夹里'],
    ['has an absolute path', '/etc/a.csv', STAFF, 'input/list-missing', '要放在概况所在的文件夹里'],
    ['is on a drive', 'C:/a.csv', STAFF, 'input/list-missing', '要放在概况所在的文件夹里'],
    ['has backslashes', '名单\\a.csv', STAFF, 'input/list-missing', '要放在概况所在的文件夹里'],
    ['is on the web', 'https://example.org/a.csv', STAFF, 'input/list-missing', '要放在概况所在的文件夹里'],
    ['is empty', 'a.csv', '', 'input/list-unreadable', '文件是空的'],
    ['is blank', 'a.csv', '\r\n\r\n', 'input/list-unreadable', '文件是空的'],
    ['is a workbook', 'a.xlsx', 'PK\u0003\u0004', 'input/list-unreadable', '是 Excel 工作簿'],
    ['is broken', 'a.csv', BROKEN, 'input/list-unreadable', '第 2 行（第 25 字节）起不是 UTF-8 也不是 GBK'],
    ['is binary', 'a.csv', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0]), 'input/list-unreadable', ''],
    ['has no header', 'a.csv', '甲,乙,丙\n1,2,3\n', 'input/list-unreadable', '至少要有的列名：编号、姓名'],
    ['has none of the columns that matter', 'a.csv', '性别,备注\n女,甲\n', 'input/list-unreadable', '编号、姓名'],
    ['is another list', 'a.csv', TRAINEES, 'input/list-unreadable', '看表头是“学员名单”'],
  ])('because it %s is said at the path, and only what reads it is not run', (_, path, content, rule, words) => {
    const text = `asOf: 2020-05-11\nstaff: '${path}'\n`;
    const source = read(text, content === undefined ? {} : { [path]: content });
    expect(source.findings).toHaveLength(1);
    const [finding] = source.findings;
    expect(finding).toMatchObject({
      rule,
      path: 'staff',
      location: { file: 'school/profile.yaml', line: 2, column: 8 },
    });
    if (finding) {
      const text = fill(finding.message, finding.params, 'zh');
      expect(text).toContain(words);
      expect(text + fill(finding.message, finding.params, 'en')).not.toMatch(/[{}]/);
    }
    expect(() => source.profile.staff).toThrow(UnreadableNode);
    expect(ifReadable(() => source.profile.asOf)).toBe('2020-05-11');
    expect(check(source).rules.filter(({ outcome }) => outcome === 'not-run').length).toBeGreaterThan(0);
  });

  test.each([
    ['staff: 张示例\n', '教职工应是列表（每项以“- ”开头），或 CSV 文件的路径'],
    ['staff: 5\n', '教职工应是列表（每项以“- ”开头），或 CSV 文件的路径'],
    ['staff: { id: a.csv }\n', '教职工应是列表（每项以“- ”开头），或 CSV 文件的路径'],
    ['spaces: a.csv\n', '应是列表（每项以“- ”开头）'],
  ])('because it is no path: %j', (text, words) => {
    const { findings } = read(text, { 'a.csv': STAFF });
    const texts = findings.map(({ message, params }) => fill(message, params, 'zh'));
    expect(texts.join()).toContain(words);
  });

  test('because all of them together are too long', () => {
    const file = `学号,姓名\n${'T1,陈示例\n'.repeat(30_000)}`;
    const source = read('classes: [{ trainees: a.csv }, { trainees: a.csv }]\n', { 'a.csv': file });
    expect(source.findings.filter(({ rule }) => rule.startsWith('input/list'))).toMatchObject([
      { rule: 'input/list-unreadable', path: 'classes[1].trainees', params: { most: 50_000 } },
    ]);
    expect(source.profile.classes?.[0]?.trainees).toHaveLength(30_000);
  });

  test('because nothing reads files', () => {
    const source = readProfile('staff: a.csv\n', 'profile.yaml');
    expect(source.findings.map(({ rule }) => rule)).toEqual(['input/list-missing']);
  });

  test('does not stand in the way of another', () => {
    const source = read('classes:\n  - trainees: 没有.csv\n  - trainees: a.csv\n', {
      'a.csv': '学号,姓名\nT1,陈示例\n',
    });
    expect(() => source.profile.classes?.[0]?.trainees).toThrow(UnreadableNode);
    expect(source.profile.classes?.[1]?.trainees).toEqual([{ id: 'T1', name: '陈示例' }]);
  });
});

test('a canary in every cell is in no finding', () => {
  const canary = '卡娜丽13911112222 999999199001011238';
  for (const list of LISTS) {
    const header = list.columns.map(({ zh }) => zh).join(',');
    const row = list.columns.map(() => canary).join(',');
    const content = `${header},${canary}\n${row},${canary},${canary}\n${row},"${canary}"${canary}\n`;
    const reading = readList('a.csv', () => [new TextEncoder().encode(content)], list, LIUZHOU_2020.limits);
    expect(reading.ok).toBe(true);
    if (reading.ok) expect(JSON.stringify(reading.findings)).not.toMatch(/卡娜丽|13911112222|999999199001011238/);
    const files = { 'a.csv': content };
    const source = read(`staff: a.csv\ncommitments: a.csv\nclasses: [{ trainees: a.csv }]\n`, files);
    expect(JSON.stringify(source.findings)).not.toMatch(/卡娜丽|13911112222|999999199001011238/);
  }
});

describe('the large example with its lists in files', () => {
  const text = largeExample();
  // biome-ignore lint/suspicious/noExplicitAny: a profile that is taken apart
  const parts = parse(text, { schema: 'failsafe' }) as any;
  const files: Record<string, string> = {};
  const cell = (value: string = ''): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const toFile = (name: string, place: string, items: readonly Record<string, string>[]): string => {
    const columns = Object.entries(schemaAt(`${place}[0]`)?.properties ?? {});
    const rows = [
      columns.map(([, { title }]) => cell(title)),
      ...items.map((item) => columns.map(([key]) => cell(item[key]))),
    ];
    files[name] = rows.map((row) => row.join(',')).join('\r\n');
    return name;
  };
  const { staff } = parts;
  parts.staff = toFile('staff.csv', 'staff', staff);
  parts.commitments = toFile('commitments.csv', 'commitments', parts.commitments);
  for (const [i, each] of parts.classes.entries()) {
    if (each.trainees) each.trainees = toFile(`class-${i}.csv`, 'classes[0].trainees', each.trainees);
  }
  files['covered.csv'] = `人员\r\n${parts.healthSurvey.coveredStaff.join('\r\n')}\r\n`;
  parts.healthSurvey.coveredStaff = 'covered.csv';
  // numbers and yes or no were read as texts above
  const short = JSON.stringify(parts, null, 1).replace(/"(true|false|-?\d{1,6}(?:\.\d+)?)"(?=[,\n])/g, '$1');

  test('is the same profile, and gives the same findings', () => {
    const whole = readProfile(text, 'school/profile.yaml');
    const inFiles = read(short, files);
    expect(staff).toHaveLength(300);
    expect(inFiles.findings).toEqual([]);
    expect(inFiles.profile).toEqual(whole.profile);
    const [one, other] = [check(whole), check(inFiles)];
    const counts = ({ rules }: InstitutionReport) => rules.map(({ id, outcome, count }) => [id, outcome, count]);
    expect(counts(other)).toEqual(counts(one));
    expect(other.summary).toEqual(one.summary);
  });

  test('with mistakes of the staff gives the same findings, placed in the file', () => {
    const wrong = (each: string): string => each.replaceAll('2011-03-01', '2012-03-01').replaceAll('S003', 'S002');
    const whole = readProfile(wrong(text), 'school/profile.yaml');
    const inFiles = read(
      wrong(short),
      Object.fromEntries(Object.entries(files).map(([name, each]) => [name, wrong(each)])),
    );
    const [one, other] = [check(whole), check(inFiles)];
    const of = ({ findings }: InstitutionReport) =>
      findings
        // a file also says which rows are the same
        .filter(({ rule }) => rule !== 'input/row-duplicate')
        .map(({ rule, path }) => `${rule} ${path}`)
        .sort();
    expect(of(other)).toEqual(of(one));
    expect(of(one).length).toBeGreaterThan(0);
    const { location } = other.findings.find(({ rule }) => rule === 'input/duplicate-id') ?? {};
    expect(location).toMatchObject({ file: 'school/staff.csv', line: 4, column: 1, endColumn: 5 });
  });
});
