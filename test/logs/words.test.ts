/**
 * Words where a name should be are as good as nothing, and signs for "no answer" are so everywhere: laws over every kind
 * of log, every column and every word.
 */
import fc from 'fast-check';
import { check } from '../../src/check/check.js';
import { knownOf, peopleCalledSo } from '../../src/check/known.js';
import { rowChecks } from '../../src/check/row-checks.js';
import type { Column, LogKind } from '../../src/logs/kind.js';
import { KINDS, KINDS_BY_NAME, type KindName } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { readCell } from '../../src/logs/read/values.js';
import type { LogReading } from '../../src/logs/summary.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { toRejects } from '../../src/report/rejects.js';
import { RULES } from '../../src/rules/index.js';
import { fill } from '../../src/text/fill.js';
import type { InstitutionReport } from '../../src/types.js';
import { AS_OF, csvOf, type LogTable, logTables } from '../arbitrary/logs.js';
import { EXAMPLES, yamlOf } from '../arbitrary/profile.js';

const WORDS = [
  ...['无', '暂无', '没有', '待定', '未定', '空缺', '不详', '未知', '某某', '某', '×××', 'XX', '**', '同上'],
  ...['none', 'Nil', 'N/A', 'tbd', 'TBD', 'Unknown', ' 待定 ', 'ＴＢＤ', 'ｘｘｘ'],
];
/** Signs for "not answered", alone in the cell. */
const UNANSWERED = ['/', '-', '——', '--', '／', '－', '—', '_', '//', '------', ' ', '　'];
const ANSWERS = ['无', '没有', '否'];
const NAMES = Object.keys(KINDS_BY_NAME) as KindName[];
const columnsOf = (kind: KindName): readonly Column[] => KINDS_BY_NAME[kind].columns;
const isName = ({ says }: Column): boolean => says === 'who' || says === 'what';

interface How {
  readonly strict?: boolean;
  readonly people?: ReadonlySet<string>;
}

function read(table: LogTable, { strict = false, people }: How = {}): LogReading {
  return readLog('log.csv', () => [new TextEncoder().encode(csvOf(table))], {
    kinds: KINDS,
    kind: table.kind,
    strict,
    asOf: AS_OF,
    limits: LIMITS,
    keepAll: true,
    onRow: rowChecks(RULES, LIMITS),
    ...(people ? { people } : {}),
  });
}

const COMPLETE = readProfile(yamlOf(EXAMPLES.complete), 'profile.yaml');

function judged(reading: LogReading, source = COMPLETE): InstitutionReport {
  const logs = joinLogs(reading.summary ? [reading.summary] : [], knownOf(source.profile), AS_OF);
  return check(
    { id: 'a', profile: source, logs: { readings: [reading], logs }, judge: 'logs', inputs: [] },
    { plan: LIUZHOU_2020, rules: RULES, asOf: AS_OF, stage: 'run', digest: (text) => text },
  );
}

/** Of each kind a table of two or three rows with every cell filled in. */
const TABLES = new Map(
  NAMES.map((kind) => {
    const tables = fc.sample(logTables(kind, { filled: true }), { seed: 20200506, numRuns: 20 });
    const table = tables.find(({ rows }) => rows.length > 1);
    return [kind, table && { ...table, rows: table.rows.slice(0, 3) }];
  }),
);
function tableOf(kind: KindName): LogTable {
  const table = TABLES.get(kind);
  if (!table) throw new Error(`no table of ${kind} has two rows`);
  return table;
}

/** The values of the first row; none where rows are not kept. */
function firstOf({ summary }: LogReading): Readonly<Record<string, unknown>> {
  const [row] = summary?.rows.filter(({ at }) => at.line === 2) ?? [];
  return { ...row };
}

function withCell(table: LogTable, column: string, cell: string): LogTable {
  const at = columnsOf(table.kind).findIndex(({ en }) => en === column);
  return { ...table, rows: table.rows.map((row, i) => (i === 0 ? row.with(at, cell) : row)) };
}

/** What was read, and what was found, whatever the cells that count as empty are. */
function said({ findings, summary }: LogReading): unknown {
  return {
    findings: findings.flatMap(({ rule, message, severity, line, cell, params, key }) =>
      rule === 'input/lenient-missing-word' ? [] : [{ rule, message, severity, line, cell, params, key }],
    ),
    rows: summary?.rows.map(({ at, ...values }) => [at.line, at.mention, values]),
    mentions: summary?.mentions,
    recorders: summary?.recorders,
    days: [...(summary?.days ?? [])].map(([day, { rows, marks }]) => [day, rows, [...marks]]),
  };
}

/** A cell that says "as above" is refused where rows are told apart by it: that is said, and it is no value either. */
const isDitto = ({ type, required }: Column, word: string): boolean =>
  word === '同上' && (type === 'ref' || (type === 'text' && required === true));

const all = NAMES.flatMap((kind) => columnsOf(kind).map((column) => [kind, column.en, column] as const));
const named = all.filter(([, , column]) => isName(column));

describe('columns', () => {
  test('of words have all been decided about: what a word in them says', () => {
    const undecided = all.filter(([, , { type, says }]) => /^(?:text|list|ref)$/.test(type) && says === undefined);
    expect(undecided.map(([kind, column]) => `${kind} ${column}`)).toEqual([]);
  });

  test('that name someone are known as such', () => {
    for (const kind of NAMES) {
      const { person, recorder }: LogKind = KINDS_BY_NAME[kind];
      const people = [person?.name, person?.number, person?.idNumber, recorder].filter((each) => each !== undefined);
      const marks = people.map((name) => columnsOf(kind).find(({ en }) => en === name)?.says);
      expect([kind, marks]).toEqual([kind, people.map(() => 'who')]);
    }
  });

  test('that list their values have none that would be taken for no name', () => {
    for (const [, name, column] of named) {
      for (const value of [...(column.values ?? []), ...Object.keys(column.synonyms ?? {})]) {
        expect([name, value, readCell(value, column, {}).value]).not.toContain(undefined);
      }
    }
  });
});

describe('a word that names nobody and nothing', () => {
  let tried = 0;

  test.each(named)('in %s %s is read as nothing', (kind, name, column) => {
    const table = tableOf(kind);
    const empty = said(read(withCell(table, name, '')));
    for (const word of WORDS.filter((each) => !isDitto(column, each))) {
      expect([word, said(read(withCell(table, name, word)))]).toEqual([word, empty]);
      tried++;
    }
  });

  test('was tried in every column that asks for a name', () => {
    expect(named.length).toBeGreaterThan(80);
    expect(tried).toBeGreaterThan(named.length * (WORDS.length - 1));
  });

  test.each(named)('in %s %s is judged as nothing', (kind, name, column) => {
    const table = tableOf(kind);
    const word = WORDS.filter((each) => !isDitto(column, each))[name.length % (WORDS.length - 1)] as string;
    const [report, other] = [word, ''].map((cell) => judged(read(withCell(table, name, cell))));
    const found = (of: InstitutionReport | undefined): unknown =>
      of?.findings.flatMap(({ rule, severity, location, fingerprint }) =>
        rule === 'input/lenient-missing-word' ? [] : [[rule, severity, location.line, fingerprint]],
      );
    expect(report?.rules).toEqual(other?.rules);
    expect(report?.compliant).toEqual(other?.compliant);
    expect(found(report)).toEqual(found(other));
    // what stands at the cell, or would not be there with a name, says the word
    const at = columnsOf(kind).findIndex(({ en }) => en === name) + 1;
    const atCell = (report?.findings ?? []).filter(
      ({ location, cell }) => location.line === 2 && cell?.header?.en === name && at > 0,
    );
    for (const { message, params } of atCell.filter(({ rule }) => !rule.startsWith('input/lenient-'))) {
      expect(params.word).toBe(word.trim());
      expect(fill(message, params, 'zh')).toContain(`这里写的“${word.trim()}”不算填写：`);
      expect(fill(message, params, 'en')).toContain(`"${word.trim()}" is no answer here: `);
    }
  });

  test.each(named.filter(([, , { required, requiredUnless }]) => required && !requiredUnless))(
    'in %s %s, which must be filled in, is found there with the word',
    (kind, name) => {
      const { findings } = judged(read(withCell(tableOf(kind), name, '待定')));
      const [found] = findings.filter(({ rule, params }) => rule === 'input/cell-empty' && params.word === '待定');
      expect(found && fill(found.message, found.params, 'zh')).toMatch(/^这里写的“待定”不算填写：没有填写“.+”$/);
    },
  );

  test.each([
    ['visitor', 'purpose', 'no-unrelated-entry'],
    ['incident', 'clinic', 'symptomatic-to-fever-clinic'],
    ['training', 'archive_no', 'training-drill-archived'],
  ] as const)('in %s %s is found by the rule that asks for the cell', (kind, name, rule) => {
    const day = columnsOf(kind).find(({ type }) => type === 'date')?.en;
    const table = day === undefined ? tableOf(kind) : withCell(tableOf(kind), day, '2020-05-12');
    const report = judged(read(withCell(table, name, '未定')));
    const words = report.findings.filter((each) => each.rule === rule && each.params.word === '未定');
    expect(words.map(({ location }) => location.line)).toEqual([2]);
  });

  test('is in the rejects with its word', () => {
    const rejects = toRejects([read(withCell(tableOf('mask-bin'), 'destination', '待定'))], RULES, 'zh');
    expect(rejects).toContain('这里写的“待定”不算填写：没有填写“去向”');
  });

  test('may be a part of a name', () => {
    for (const name of ['无为路口', '没有名字的人', '某某公司', '待定街 3 号', 'XXL', 'Nile', '×']) {
      expect(firstOf(read(withCell(tableOf('mask-bin'), 'destination', name))).destination).toBe(name);
    }
  });

  test('is the person of the lists who is called so', () => {
    const profile = structuredClone(EXAMPLES.complete);
    profile.staff?.push({ id: 'TBD', name: '某某', role: '后勤' });
    const source = readProfile(yamlOf(profile), 'profile.yaml');
    const people = peopleCalledSo(source.profile);
    expect([...people]).toEqual(['某某', 'TBD']);
    const table = withCell(tableOf('mask-bin'), 'operator', '某某');
    const reading = read(table, { people });
    expect(firstOf(reading).operator).toBe('某某');
    expect(judged(reading, source).findings.filter(({ params }) => params.word !== undefined)).toEqual([]);
    // a place is no person
    const { findings } = judged(read(withCell(table, 'destination', '某某'), { people }), source);
    expect(findings.filter(({ params }) => params.word === '某某')).toHaveLength(1);
  });

  test('someone whose name is not given is not one person everywhere', () => {
    const rows = [
      ['2020-05-12', '08:00', '17:00', '张示例', '待定', '学员', '李示例'],
      ['2020-05-12', '08:05', '17:05', '王示例', '待定', '学员', '李示例'],
    ];
    const header = ['日期', '进入时间', '离开时间', '姓名', '编号', '人员类别', '登记人'];
    const { summary } = read({ kind: 'entry', header, rows });
    const { people } = joinLogs(summary ? [summary] : [], undefined, AS_OF);
    expect(people.all).toHaveLength(2);
  });
});

describe('a sign for no answer', () => {
  let tried = 0;

  test.each(all)('in %s %s is as good as nothing, and no error where nothing need be there', (kind, name, column) => {
    const table = tableOf(kind);
    const empty = said(read(withCell(table, name, '')));
    for (const sign of UNANSWERED) {
      expect([sign, said(read(withCell(table, name, sign)))]).toEqual([sign, empty]);
      tried++;
    }
    const { findings } = read(withCell(table, name, '/'), { strict: true });
    const lenient = findings.filter(({ rule }) => rule === 'input/lenient-missing-word');
    expect(lenient.map(({ severity }) => severity)).toEqual([column.required ? 'error' : 'info']);
  });

  test('was tried in every column', () => {
    expect(tried).toBe(all.length * UNANSWERED.length);
    expect(all.length).toBeGreaterThan(300);
  });
});

describe('an answer that there was none', () => {
  const asking = all.filter(([, , { says }]) => says === 'whether');

  test.each(asking)('in %s %s stays one', (kind, name) => {
    for (const word of ANSWERS) {
      const reading = read(withCell(tableOf(kind), name, word));
      const { findings } = reading;
      const lacking = findings.filter(({ rule, cell }) => rule === 'input/cell-empty' && cell?.column === name);
      expect([word, lacking]).toEqual([word, []]);
      const value = firstOf(reading)[name];
      // rows of a person and a day are not kept
      if (value !== undefined) expect([word, value]).toEqual([word, Array.isArray(value) ? [] : word]);
      else expect(['entry', 'check', 'health-daily']).toContain(kind);
    }
  });

  test('health, symptoms, travel, gatherings, meals, contact, stays, findings, notes and remarks are asked about so', () => {
    const names = asking.map(([, name]) => name);
    const wanted = [
      ...['health', 'symptoms', 'travel', 'gathering', 'meals', 'contact', 'stay_14d', 'household'],
      ...['issue', 'issues', 'note', 'remark'],
    ];
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });
});
