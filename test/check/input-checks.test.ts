/**
 * The checks of the input: all that are declared are in the catalogue, each message is raised by a file of this test, or
 * it says which test raises it, and only what is declared can be raised.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { check as checkInstitution } from '../../src/check/check.js';
import { INPUT_CHECKS } from '../../src/check/input-checks.js';
import { knownOf } from '../../src/check/known.js';
import { type InputCheck, inputCheck, raised } from '../../src/input-check.js';
import type { LogKind } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import type { ListRefusal } from '../../src/logs/lists/read.js';
import { joinLogs } from '../../src/logs/logs.js';
import { QUOTE, readLog } from '../../src/logs/read/log.js';
import type { RaiseAtRow } from '../../src/logs/read/options.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { toMarkdown } from '../../src/report/input-catalogue.js';

const root = new URL('../../', import.meta.url);

/** Every check that a module of these folders exports. */
async function declared(): Promise<InputCheck[]> {
  const files = ['logs', 'profile', 'check', 'seats', 'audit'].flatMap((folder) =>
    readdirSync(new URL(`src/${folder}`, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/(?:^|[\\/])(?:input-checks|kinds)/.test(path))
      .map((path) => ({ path: `${folder}/${path.replaceAll('\\', '/')}`, folder })),
  );
  const raising = files.filter(({ path }) =>
    /\b(?:inputChecks?|hint|contradictions|missingDetails)\(/.test(readFileSync(new URL(`src/${path}`, root), 'utf8')),
  );
  const modules = await Promise.all(raising.map(({ path }) => import(`../../src/${path.replace(/\.ts$/, '.js')}`)));
  const isCheck = (value: unknown): value is InputCheck =>
    typeof value === 'object' && value !== null && 'kind' in value && 'messages' in value && 'id' in value;
  const within = (value: unknown): InputCheck[] =>
    isCheck(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(within) : [];
  return modules.flatMap((module: object) => Object.values(module).flatMap(within));
}

const nameOf = (id: string, message: string): string => `${id} ${message}`;

test('the catalogue has all that are declared, with their messages', async () => {
  const all = await declared();
  expect(all.length).toBeGreaterThan(80);
  const lacking = all.flatMap(({ id, messages }) =>
    Object.entries(messages)
      .filter(([message, words]) => INPUT_CHECKS.get(id)?.messages[message] !== words)
      .map(([message]) => nameOf(id, message)),
  );
  expect(lacking).toEqual([]);
});

test('parts of a check agree on what it is', async () => {
  const sorts = new Map<string, Set<string>>();
  for (const { id, kind, severity } of await declared())
    sorts.set(id, (sorts.get(id) ?? new Set()).add(`${kind} ${severity}`));
  expect([...sorts].filter(([, each]) => each.size > 1)).toEqual([]);
  expect([...INPUT_CHECKS.values()].filter(({ id, kind }) => !id.startsWith(`${kind}/`))).toEqual([]);
});

test('no id and no prefix of one is written but where it is declared', () => {
  const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const written = files.flatMap((path) =>
    readFileSync(new URL(`src/${path}`, root), 'utf8')
      .split('\n')
      .filter((line) => /(?:===|startsWith\(|has\()\s*['"`](?:input|hint)\//.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(written).toEqual([]);
});

test('what is not declared can not be raised', () => {
  const raise = (() => undefined) as RaiseAtRow;
  // @ts-expect-error the check has no such message
  raise(QUOTE, 'nothing');
  // @ts-expect-error the check has no such message
  raised(QUOTE, 'nothing');
  // @ts-expect-error an id is no check
  raise('input/quote', 'unclosed');
  // @ts-expect-error an id says what its check is
  inputCheck({ id: 'quote', severity: 'error', messages: {} });
  expect(raised(QUOTE, 'unclosed')).toEqual({ rule: 'input/quote', message: 'unclosed', severity: 'error' });
});

test('docs/input-checks.md is current', () => {
  expect(readFileSync(new URL('docs/input-checks.md', root), 'utf8')).toBe(toMarkdown(INPUT_CHECKS.values()));
});

/** A log of every type of cell. */
const EVERY: LogKind = {
  number: 'L1',
  name: 'every',
  title: { zh: '各种', en: 'every' },
  purpose: { zh: '测试', en: 'test' },
  dated: 'date',
  columns: [
    { en: 'date', zh: '日期', type: 'date', required: true },
    { en: 'month', zh: '月份', type: 'month' },
    { en: 'time', zh: '时刻', type: 'time' },
    { en: 'moment', zh: '日期时间', type: 'datetime' },
    { en: 'sort', zh: '种类', type: 'enum', values: ['甲', '乙'], synonyms: { 丙: '甲' } },
    { en: 'yes', zh: '是否', type: 'bool' },
    { en: 'phone', zh: '电话', type: 'phone' },
    { en: 'id', zh: '证件号', type: 'id' },
    { en: 'reading', zh: '体温', type: 'decimal', unit: '℃', digits: 1 },
    { en: 'count', zh: '人数', type: 'int' },
    { en: 'list', zh: '症状', type: 'list', values: ['发热', '干咳'] },
    { en: 'room', zh: '场所', type: 'ref' },
  ],
};
const cells = (change: Readonly<Record<string, string>>): string => {
  const row = EVERY.columns.map(({ en }) => change[en] ?? (en === 'date' ? '2020-05-06' : ''));
  return `${EVERY.columns.map(({ zh }) => zh).join(',')}\n${row.join(',')}\n`;
};

interface Given {
  /** By the name of their kind, or without one where they begin with `?`; bytes, where text is not enough. */
  readonly logs?: Readonly<Record<string, string | Uint8Array>>;
  readonly profile?: string;
  readonly refusal?: ListRefusal;
  readonly year?: number;
}

/** Returns the names of the messages that files raise. */
function raisedBy({ logs = {}, profile: yaml, refusal, year }: Given): string[] {
  const profile =
    yaml === undefined
      ? undefined
      : readProfile(yaml, 'profile.yaml', refusal && (() => ({ ok: false, reason: refusal, params: {} })));
  const readings = Object.entries(logs).map(([name, content]) =>
    readLog(name, () => [typeof content === 'string' ? new TextEncoder().encode(content) : content], {
      kinds: [...KINDS, EVERY],
      ...(name.startsWith('?') ? {} : { kind: name.replace(/ \d+$/, '') }),
      ...(year === undefined ? {} : { year }),
      strict: false,
      asOf: '2020-06-01',
      limits: LIMITS,
      keepAll: false,
    }),
  );
  const summaries = readings.flatMap(({ summary }) => summary ?? []);
  const { findings } = checkInstitution(
    {
      id: 'case',
      ...(profile ? { profile } : {}),
      ...(readings.length > 0
        ? { logs: { readings, logs: joinLogs(summaries, profile && knownOf(profile.profile), '2020-06-01') } }
        : {}),
      judge: readings.length > 0 ? 'logs' : 'profile',
      inputs: [],
    },
    { plan: LIUZHOU_2020, rules: [], asOf: '2020-06-01', digest: (text) => text },
  );
  return findings.flatMap(({ rule, kind, message }) => {
    expect(INPUT_CHECKS.get(rule)?.kind).toBe(kind);
    const names = Object.entries(INPUT_CHECKS.get(rule)?.messages ?? {}).filter(([, { zh }]) => zh === message.zh);
    return names.map(([name]) => nameOf(rule, name));
  });
}

const ENTRY = '日期,进入时间,离开时间,姓名,人员类别,体温,登记人';
const CHECK = '日期,时段,班级/部门,人员类别,姓名,编号,是否出勤,体温,检查人';
const SUPPLIES = '日期,品名,规格,单位,结存,存放位置,经办人';
const REPORT =
  '日期,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,其他症状,隔离观察,送诊,重点地区及境外返柳,密切接触,疑似,确诊,零报告,报送单位,填报人,填报时间';
const two = (number: number): string => String(number).padStart(2, '0');
const visits = (count: number, make: (i: number) => string): string =>
  [ENTRY, ...Array.from({ length: count }, (_, i) => make(i))].join('\n');
const entry = (...rows: readonly string[]): Given => ({ logs: { entry: [ENTRY, ...rows].join('\n') } });
const VISIT = '2020-05-06,08:00,,张示例,学员,36.5,李示例';
const VISITOR = '日期,姓名,单位,来访事由,受访人,批准人,体温,健康码,进入时间,离开时间,登记人';
const UNDATED = '进入时间,离开时间,姓名,人员类别,体温\n08:00,,张示例,学员,36.5';
const one = (change: Readonly<Record<string, string>>, year?: number): Given => ({
  logs: { every: cells(change) },
  ...(year === undefined ? {} : { year }),
});
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])));
const PROFILE = `
staff:
  - { id: T01, name: 李示例, role: 教师 }
classes:
  - id: C1
    trainees: [{ id: S01, name: 张示例 }, { id: S02, name: 赵示例 }, { id: S03, name: 赵示例 }]
spaces: [{ id: R1, name: 101教室, kind: classroom }]
hygiene: { maskBins: [{ id: B1, place: 门口 }] }
entrances: [{ id: 东门 }]
`;
const known = (logs: Readonly<Record<string, string>>): Given => ({ logs, profile: PROFILE });
const SESSION = '日期,班级,课次,开始时间,结束时间,教室,教师,内容,防控知识,应到,实到';

/** Files, and the messages that they raise among others. */
const RAISING: readonly (readonly [Given, ...string[]])[] = [
  // profile
  [{ profile: 'institution: 1\nasOf: x\n' }, 'input/schema wrongType', 'input/schema wrongForm'],
  [{ profile: 'spaces: [{ kind: x }, { id: R1 }]\n' }, 'input/schema notInList', 'input/schema keyMissing'],
  [{ profile: 'institution: { id: "?" }\n' }, 'input/schema wrongValue'],
  [{ profile: 'supplies: { masks: { pieces: -1 } }\n' }, 'input/schema tooSmall'],
  [{ profile: 'institution:\n  名称：测试\n' }, 'input/schema fullWidthColon'],
  [{ profile: 'zzzzzzzz: 1\n' }, 'input/unknown-key unknown'],
  [{ profile: 'institutoin: {}\n' }, 'input/unknown-key near'],
  [{ profile: '<<: {}\n' }, 'input/unknown-key mergeKey'],
  [
    {
      profile: 'spaces: [{ id: R1, kind: classroom }, { id: R1, kind: classroom }]\nclasses: [{ id: C1, room: R9 }]\n',
    },
    'input/duplicate-id duplicate',
    'input/unknown-reference unknown',
  ],
  ...(['missing', 'outside'] as const).map(
    (refusal) => [{ profile: 'staff: a.csv\n', refusal }, `input/list-missing ${refusal}`] as const,
  ),
  ...(
    [
      'is-folder',
      'too-large',
      'too-many',
      'empty',
      'not-text',
      'broken-text',
      'spreadsheet',
      'other-list',
      'no-header',
    ] as const
  ).map((refusal) => [{ profile: 'staff: a.csv\n', refusal }, `input/list-unreadable ${refusal}`] as const),
  // files of logs
  [
    { logs: { entry: bytes('日期,姓名,教室\n', ...iconv.encode('2020-05-01,张示例,一班\n', 'gbk')) } },
    'input/encoding mixed',
  ],
  [{ logs: { entry: bytes('a,b\n', 0xff, 0xff, '\n') } }, 'input/encoding broken'],
  [{ logs: { entry: bytes(...[...'date,name'].flatMap((each) => [each, 0])) } }, 'input/encoding utf-16-without-bom'],
  [{ logs: { entry: bytes(1, 2, 3, 4, 0, 1, 2, 3, 0, 0, 5) } }, 'input/encoding binary'],
  [{ logs: { entry: bytes('PK', 3, 4) } }, 'input/encoding spreadsheet'],
  [{ logs: { entry: bytes(ENTRY, '\n', 'x'.repeat(9000), 0, '\n') } }, 'input/encoding nul'],
  [entry('2020-05-06,08:00,,"张"示例,学员,36.5,李示例'), 'input/quote bad-quote'],
  [entry('2020-05-06,08:00,,"张示例,学员,36.5,李示例'), 'input/quote unclosed'],
  [entry('x'.repeat(1024 * 1024 + 1)), 'input/record-too-long tooLong'],
  [{ logs: { entry: `${ENTRY}\n2020-05-06,08:00,,张示例,学员,36.5,李示例\r\n` } }, 'input/newlines mixed'],
  [{ logs: { entry: '' } }, 'input/empty empty'],
  [{ logs: { entry: ENTRY } }, 'input/no-rows none'],
  [entry('2020-05-06,08:00,,张示例,学员,36.5,李示例', '合计,,,,,,'), 'input/footer footer'],
  [
    entry('2020-05-06,08:00,,张示例,学员,36.5,李示例', '日期,场所,开窗时间,关窗时间,责任人'),
    'input/other-table other-table',
  ],
  [entry('2020-05-06,08:00,,张示例,学员,36.5,李示例', ENTRY), 'input/header-repeated header-repeated'],
  [{ logs: { '?': '一,二,三\n1,2,3\n' } }, 'input/kind-unknown no-header'],
  [{ logs: { '?': '日期,浓度,备注\n2020-05-06,1:100,\n' } }, 'input/kind-unknown looks-like'],
  [{ logs: { '?': '日期,姓名,班级\n2020-05-06,张示例,一班\n' } }, 'input/kind-unknown common-only'],
  [{ logs: { '?': '检查日期,检查部位,检查人\n2020-05-06,东楼梯,张示例\n' } }, 'input/kind-ambiguous ambiguous'],
  [{ logs: { entry: `登记表\n${ENTRY}\n` } }, 'input/title-rows title-rows'],
  [
    {
      logs: {
        entry: '日期,进入时间,姓名,姓名,人员类型,体温,,登记人,天气\n2020-05-06,08:00,张示例,,学员,36.5,x,李示例,晴\n',
      },
    },
    'input/header-duplicate header-duplicate',
    'input/header-empty header-empty',
    'input/header-unknown header-unknown',
  ],
  [
    { logs: { entry: '日期,进人时间,姓名,人员类别,体温,登记人\n' } },
    'input/header-missing several',
    'input/header-unknown header-unknown-near',
  ],
  [{ logs: { ventilation: '日期,场所,开窗时间,关窗时间\n' } }, 'input/header-missing header-missing'],
  [
    { logs: { disinfection: '日期,消毒时间,消毒部位,消毒方式,消毒剂,消毒人,通风时间,通风负责人\n' } },
    'input/header-other-log header-other-log',
  ],
  [entry('2020-05-06,08:00,,张示例,学员,36.5,李示例,多,余'), 'input/row-long long'],
  [entry('2020-05-06，08:00,,张示例,学员,36.5,李示例'), 'input/wide-comma in-row'],
  [
    {
      logs: {
        entry: entry('2020-05-06,08:00,,张示例,学员,36.5,李示例').logs?.entry?.toString().replaceAll(',', '，') ?? '',
      },
    },
    'input/wide-comma in-file',
  ],
  [entry(...Array(2).fill('2020-05-06,08:00,09:00,张示例,学员,36.5,李示例')), 'input/row-duplicate duplicate'],
  [
    {
      logs: {
        check: [CHECK, ...['36.5', '36.6'].map((each) => `2020-05-06,晨,C1,学员,张示例,S01,是,${each},李示例`)].join(
          '\n',
        ),
      },
    },
    'input/row-duplicate twice',
  ],
  [
    entry('2020-05-06,08:00,10:00,张示例,学员,36.5,李示例', '2020-05-06,09:00,11:00,张示例,学员,36.5,李示例'),
    'input/stays-overlap overlap',
  ],
  [
    {
      logs: {
        entry: visits(
          67,
          (i) =>
            `2020-05-06,${two(8 + Math.floor(i / 20))}:${two((i % 20) * 3)},${two(8 + Math.floor(i / 20))}:${two((i % 20) * 3 + 1)},张示例,学员,36.5,李示例`,
        ),
      },
    },
    'input/days-unordered unordered',
  ],
  [entry('2020-05-06,08:00,,,学员,36.5,李示例'), 'input/cell-empty empty'],
  [
    entry('2020-05-06,08:00,,张示例,学员,20.0,李示例', '2020-06-02,08:00,,赵示例,学员,34.0,李示例'),
    'input/temperature impossible',
    'input/temperature implausible',
    'input/date-future future',
  ],
  [entry('2019-11-30,08:00,,张示例,学员,36.5,李示例'), 'input/date-early early'],
  [entry('2020-05-06,09:00,08:00,张示例,学员,36.5,李示例'), 'input/order before'],
  // what stands around a table, and between its rows
  [entry(`${VISIT}`, '以上人员体温均正常,,,,,,'), 'input/no-record remark'],
  [entry(`${VISIT}`, '2020-05-07,,,,,,'), 'input/no-record unfilled'],
  [entry(`${VISIT}`, '2020-05-09,周六休息,,,,,'), 'input/no-record day-off'],
  [entry(`${VISIT}`, '2020-05-07,,,无,,,'), 'input/no-record not-nil'],
  [{ logs: { visitor: `${VISITOR}\n2020-05-07,无,,,,,,,,,` } }, 'input/no-record nil'],
  [entry(`${VISIT}`, ',08:10,,赵示例,学员,36.5,李示例'), 'input/lenient-merged merged'],
  [entry(`${VISIT}`, '同上,08:10,,赵示例,学员,36.5,李示例'), 'input/lenient-ditto ditto'],
  [
    entry(`${VISIT}`, VISIT.replace('2020', '2019'), VISIT.replace('2020-05-06', '5月7日')),
    'input/cell-years-differ years-differ',
  ],
  [{ logs: { entry: `登记表（2020年5月6日）,,,\n${UNDATED}` } }, 'input/from-around day'],
  [
    { logs: { entry: `2020年5月6日,登记人：李示例,,\n${UNDATED}` } },
    'input/from-around day',
    'input/from-around label',
  ],
  [{ logs: { entry: `2020年5月6日,2020年5月7日,,\n${UNDATED}` } }, 'input/days-differ differ'],
  // cells of two columns
  [
    {
      logs: { ventilation: '日期,场所,通风时间,责任人\n2020-05-06,101,8:00-8:30,张示例\n2020-05-06,101,上午,张示例\n' },
    },
    'input/lenient-shared shared',
    'input/cell-period period',
  ],
  [
    {
      logs: {
        disinfection: '日期,开始时间,消毒区域/物品,消毒方式,消毒剂,消毒人\n2020-05-06,08:00,大厅,擦拭,84,张示例\n',
      },
    },
    'input/cell-half half',
  ],
  // times with a date
  [entry('2020-05-06,2020-05-06 08:00,,张示例,学员,36.5,李示例'), 'input/lenient-time-dated time-dated'],
  [entry('2020-05-06,2020-05-09 08:00,,张示例,学员,36.5,李示例'), 'input/cell-other-day other-day'],
  // cells
  [one({ time: '约9点' }), 'input/lenient-approximate approximate'],
  [one({ reading: '正常' }), 'input/lenient-no-reading no-reading'],
  [one({ reading: '３６.５' }), 'input/lenient-full-width full-width'],
  [one({ reading: '36。5' }), 'input/lenient-decimal-sign decimal-sign'],
  [one({ reading: '36.5℃' }), 'input/lenient-unit unit'],
  [one({ reading: '36.55' }), 'input/lenient-rounded rounded'],
  [one({ date: '2020/5/6', count: '1' }), 'input/lenient-date-form date-form'],
  [one({ date: '43957', count: '1' }), 'input/lenient-date-serial date-serial'],
  [one({ date: '5月6日', count: '1' }, 2020), 'input/lenient-year-added year-added'],
  [one({ moment: '08:30' }), 'input/lenient-date-added date-added'],
  [one({ time: '8:30' }), 'input/lenient-time-form time-form'],
  [one({ yes: '有' }), 'input/lenient-yes-no yes-no'],
  [one({ sort: '丙' }), 'input/lenient-synonym synonym'],
  [one({ reading: "'36.5" }), 'input/lenient-wrapped wrapped'],
  [one({ reading: '未测' }), 'input/lenient-missing-word missing-word'],
  [one({ list: '发热；干咳' }), 'input/lenient-separator separator'],
  [one({ date: 'x' }), 'input/cell-date date'],
  [one({ month: 'x' }), 'input/cell-month month'],
  [one({ time: 'x' }), 'input/cell-time time'],
  [one({ moment: 'x' }), 'input/cell-datetime datetime'],
  [one({ sort: 'x' }), 'input/cell-enum enum'],
  [one({ yes: '或许' }), 'input/cell-bool bool'],
  [one({ phone: 'x' }), 'input/cell-phone phone'],
  [one({ id: 'x' }), 'input/cell-id id'],
  [one({ id: '9.99999E+17' }), 'input/cell-id-scientific id-scientific'],
  [one({ id: '999999199001010000' }), 'input/cell-id-digits-lost id-digits-lost'],
  [one({ room: '同上' }), 'input/cell-ditto ditto'],
  [one({ reading: 'x' }), 'input/cell-decimal decimal'],
  [one({ count: 'x' }), 'input/cell-int int'],
  [one({ count: '-1' }), 'input/cell-negative negative'],
  [one({ date: '5月6日', count: '1' }), 'input/cell-date-without-year date-without-year'],
  [one({ date: '5/6/2020' }), 'input/cell-date-order date-order'],
  [one({ date: '20-05-06' }), 'input/cell-date-two-digit-year date-two-digit-year'],
  [one({ sort: '43957' }), 'input/cell-shifted-date shifted-date'],
  [one({ reading: '365' }), 'input/cell-decimal-point-lost decimal-point-lost'],
  [one({ reading: '97.7' }), 'input/cell-fahrenheit fahrenheit'],
  [one({ reading: '=A1' }), 'input/cell-formula formula'],
  // names
  [
    known({
      session: `${SESSION}\n2020-05-06,C9,1,08:00,11:00,R9,孙示例,焊接,是,2,2`,
      'mask-bin': '日期,收集点,消毒时间,消毒剂及浓度,收运时间,去向,操作人\n2020-05-06,B9,17:00,84,17:40,清运,孙示例',
      entry: '日期,进入时间,出入口,姓名,人员类别,体温,登记人\n2020-05-06,08:00,西门,张示例,学员,37.5,李示例',
      supplies: `${SUPPLIES}\n2020-05-06,某物,,个,1,,李示例`,
    }),
    'input/space-unknown unknown',
    'input/class-unknown unknown',
    'input/bin-unknown unknown',
    'input/entrance-unknown unknown',
    'input/person-unknown teacher',
    'input/recorder-unknown unknown',
    'input/item-unknown unknown',
  ],
  [
    known({
      check: [
        CHECK,
        '2020-05-06,晨,C1,学员,钱示例,,是,36.5,李示例',
        '2020-05-06,晨,教务,教职工,周示例,,是,36.5,李示例',
        '2020-05-06,晨,C1,,冯示例,,是,36.5,李示例',
        '2020-05-06,晨,C1,学员,吴示例,S01,是,36.5,李示例',
        '2020-05-06,午,C1,学员,赵示例,,是,36.5,李示例',
      ].join('\n'),
      visitor:
        '日期,姓名,受访人,体温,健康码,进入时间,离开时间,登记人\n2020-05-06,郑示例,孙示例,36.5,绿,08:00,09:30,李示例',
    }),
    'input/person-unknown trainee',
    'input/person-unknown staff',
    'input/person-unknown either',
    'input/person-unknown host',
    'input/person-renamed renamed',
    'input/person-ambiguous ambiguous',
  ],
  [
    { logs: { session: '日期,班级,课次,开始时间,结束时间,教室\n2020-01-23,C1,1,08:30,11:30,R1' } },
    'input/before-epidemic before',
  ],
  [
    {
      profile: "staff: [{ id: '007', name: 李示例 }, { id: '7', name: 王示例 }]",
      logs: { visitor: '日期,姓名,来访事由,受访人,体温,健康码,进入时间,离开时间,登记人' },
    },
    'input/names-alike alike',
  ],
  [
    {
      logs: {
        session:
          '日期,班级,课次,开始时间,结束时间,教室\n2020-05-06,C1,1,08:30,11:30,R1\n2020-05-07,C1,2,08:30,11:30,R1',
        'session 2':
          '日期,班级,课次,开始时间,结束时间,教室\n2020-05-06,C1,1,08:30,11:30,R1\n2020-05-07,C1,2,08:30,11:30,R2',
      },
    },
    'input/rows-copied copied',
    'input/rows-disagree disagree',
  ],
  // hints
  [
    { logs: { entry: visits(20, (i) => `2020-05-06,08:00,17:00,人示例${i},学员,36.5,李示例`) } },
    'hint/identical-block identical',
  ],
  [
    {
      logs: {
        check: [
          '日期,时段,班级/部门,姓名,是否出勤,体温,检查人',
          ...Array.from({ length: 20 }, (_, i) => `2020-05-06,晨,C1,人示例${i},是,36.5,李示例`),
        ].join('\n'),
      },
    },
    'hint/identical-block sameReading',
  ],
  [
    {
      logs: {
        'health-daily': [
          '日期,姓名,人员类别,晨体温,症状',
          ...Array.from({ length: 20 }, (_, i) => `2020-05-06,人示例${i},学员,36.5,无`),
        ].join('\n'),
      },
    },
    'hint/identical-block ofDay',
  ],
  [
    {
      logs: {
        entry: visits(
          20,
          (i) => `2020-05-0${i < 10 ? 6 : 7},08:0${i % 10},17:00,人示例${i % 10},学员,36.${i % 10},李示例`,
        ),
      },
    },
    'hint/copied-day copied',
  ],
  [
    { logs: { entry: visits(50, (i) => `2020-05-06,0${8 + (i % 2)}:${10 + i},,人示例${i},学员,36.${i % 2},李示例`) } },
    'hint/few-readings few',
  ],
  [
    {
      logs: {
        ventilation: [
          '日期,场所,开窗时间,关窗时间,责任人',
          ...['甲室', '乙室', '丙室'].map((each) => `2020-05-06,${each},08:00,08:30,李示例`),
        ].join('\n'),
      },
    },
    'hint/same-minute same',
  ],
  [
    {
      logs: {
        'daily-report': [
          REPORT,
          ...[4, 5, 6].map((day) => `2020-05-0${day},9,9,9,9,0,0,0,0,0,0,0,0,0,是,区人社局,李示例,2020-05-07 08:00`),
        ].join('\n'),
        ventilation: '日期,场所,开窗时间,关窗时间,责任人,备注\n2020-05-06,R1,08:00,08:30,李示例,补填',
        supplies: `${SUPPLIES}\n2020-05-07,口罩,,只,9,,李示例\n2020-05-06,口罩,,只,9,,李示例`,
      },
    },
    'hint/entered-later batch',
    'hint/entered-later marked',
    'hint/entered-later belowLater',
  ],
  [
    {
      logs: {
        session: [
          '日期,班级,课次,开始时间,结束时间,教室,教师,应到,实到',
          '2020-05-06,C1,1,08:30,10:00,R1,李示例,2,1',
          '2020-05-06,C2,1,09:00,10:00,R1,王示例,2,2',
          '2020-05-06,C2,2,10:00,11:00,R1,李示例,2,2',
          '2020-05-06,C3,1,10:30,11:00,R2,李示例,2,2',
          '2020-05-06,C3,2,10:45,11:15,R3,王示例,2,2',
        ].join('\n'),
        check: [
          '日期,时段,班级/部门,人员类别,姓名,是否出勤,体温,检查人',
          '2020-05-06,晨,C1,学员,张示例,是,36.5,李示例',
          '2020-05-06,晨,C1,学员,周示例,是,36.4,李示例',
          '2020-05-06,晨,C1,学员,赵示例,否,,李示例',
          '2020-05-06,午,C1,学员,赵示例,否,,李示例',
        ].join('\n'),
        entry: '日期,进入时间,离开时间,姓名,人员类别,体温,登记人\n2020-05-06,08:00,17:00,赵示例,学员,36.5,李示例',
      },
    },
    'hint/clash room',
    'hint/clash class',
    'hint/clash teacher',
    'hint/clash attended',
    'hint/clash absent',
  ],
  [
    {
      logs: {
        entry: [
          '日期,进入时间,离开时间,姓名,人员类别,体温,放行,登记人',
          '2020-05-06,08:00,17:00,张示例,学员,37.8,是,李示例',
          '2020-05-06,,17:00,王示例,学员,37.8,否,李示例',
          '2020-05-06,,17:00,王示例,学员,36.5,是,李示例',
        ].join('\n'),
        check: '日期,时段,班级/部门,姓名,是否出勤,体温,检查人\n2020-05-06,晨,C1,张示例,是,36.5,李示例',
      },
    },
    'hint/retest admitted',
    'hint/retest noTime',
    'hint/retest noOrder',
  ],
];

/** Messages that need more than the files of one institution, or much larger ones, and the test that raises them, or why none does. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^input\/(?:contradiction|detail-missing|slot-time|disinfectant|closed-late) /, 'test/logs/contradictions.test.ts'],
  [/^input\/(?:yaml|not-a-profile) /, 'test/profile/bad-yaml.test.ts'],
  [/^input\/set-aside /, 'test/scenarios/fix.test.ts'],
  [/ unusable$/, 'test/scenarios/audit.test.ts'],
  [/^input\/(?:missing|not-submitted|same-id|own-waivers|crashed) /, 'test/scenarios/audit.test.ts'],
  [/^hint\/same-log /, 'test/scenarios/audit.test.ts'],
  [/^input\/(?:outside|not-looked-into|own-config|own-config-unused) /, 'test/scenarios/ownership.test.ts'],
  [/^input\/configured /, 'test/config/config.test.ts'],
  [/^input\/(?:not-happened|not-in-service) /, 'test/check/evidence.test.ts'],
  [/^input\/(?:cell-destroyed|header-destroyed|row-long shifted)/, 'test/check/unread.test.ts'],
  [/^input\/as-of-ahead /, 'test/scenarios/as-of.test.ts'],
  [/^input\/waiver-/, 'test/scenarios/waivers.test.ts'],
  [/^input\/seats /, 'test/seats/drawn.test.ts'],
  [/^input\/too-many-rows /, 'takes half a million rows'],
  [/^hint\/cluster /, 'test/check/log-hints.test.ts'],
];

test.each(RAISING.map(([given, ...names]) => [names.join(', '), given, names] as const))('%s', (_, given, names) => {
  expect(raisedBy(given)).toEqual(expect.arrayContaining([...names]));
});

test('every message is raised here, or elsewhere for a reason', () => {
  const here = new Set(RAISING.flatMap(([, ...names]) => names));
  const all = [...INPUT_CHECKS.values()].flatMap(({ id, messages }) =>
    Object.keys(messages).map((message) => nameOf(id, message)),
  );
  const isElsewhere = (name: string): boolean => ELSEWHERE.some(([pattern]) => pattern.test(name));
  expect(all.filter((name) => !here.has(name) && !isElsewhere(name))).toEqual([]);
  expect(all.filter((name) => here.has(name) && isElsewhere(name))).toEqual([]);
  for (const [pattern, file] of ELSEWHERE) {
    expect(all.some((name) => pattern.test(name))).toBe(true);
    if (file.endsWith('.ts')) expect(existsSync(new URL(file, root))).toBe(true);
  }
});
