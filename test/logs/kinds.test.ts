/** The kinds of daily logs against the list of their columns, and what must hold for all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Column, LogKind } from '../../src/logs/kind.js';
import {
  KINDS,
  KINDS_BY_NAME,
  type KindName,
  kindByName,
  kindByNumber,
  type RowOf,
} from '../../src/logs/kinds/index.js';
import { findHeader } from '../../src/logs/read/header.js';
import { normaliseHeader } from '../../src/logs/read/header-names.js';
import { RULES } from '../../src/rules/index.js';

const FOLDER = new URL('../../src/logs/kinds/', import.meta.url);
const WANTED = readFileSync(new URL('columns.tsv', import.meta.url), 'utf8')
  .replace(/\n$/, '')
  .split('\n')
  .slice(1);

const each = KINDS.map((kind) => [kind.name, kind] as const);
const columnOf = (kind: LogKind, name: string): Column | undefined => kind.columns.find(({ en }) => en === name);
const twice = (words: readonly string[]): string[] => words.filter((word, i) => words.indexOf(word) !== i);

/** The line of a column in columns.tsv. */
function lineOf(kind: LogKind, column: Column): string {
  const marks: string[] = [];
  if (column.required) marks.push('required');
  if (column.requiredUnless) {
    const { column: other, is } = column.requiredUnless;
    marks.push(`unless ${columnOf(kind, other)?.zh}=${is === true ? '是' : is}`);
  }
  if (column.requiredWith) marks.push(`with ${columnOf(kind, column.requiredWith)?.zh}`);
  const { en, zh, type, rule, unit, digits, values } = column;
  const own = [kind.number, kind.name, en, zh, type, marks.join(', ')];
  return [...own, rule ?? '', unit ?? '', digits ?? '', (values ?? []).join(' ')].join('\t');
}

test('the kinds have the columns of the list, in its order', () => {
  expect(KINDS.flatMap((kind) => kind.columns.map((column) => lineOf(kind, column)))).toEqual(WANTED);
});

test('there is one file a kind, named after it', () => {
  const files = readdirSync(FOLDER).filter((name) => !['index.ts', 'columns.ts'].includes(name));
  expect(files.sort()).toEqual(KINDS.map(({ name }) => `${name}.ts`).sort());
});

describe('a kind is found', () => {
  test.each(each)('by its name %s and by its number', (name, kind) => {
    expect([KINDS_BY_NAME[name as KindName], kindByName(name), kindByNumber(kind.number)]).toEqual([kind, kind, kind]);
  });

  test.each(['', 'Entry', 'toString', '__proto__'])('not by %j', (name) => {
    expect(kindByName(name)).toBeUndefined();
  });

  test('not by a number that none has', () => {
    expect(kindByNumber('L23')).toBeUndefined();
  });
});

test('rows have the types of their columns', () => {
  // what does not fit is an error of the compiler
  const clear: boolean | undefined = {} as RowOf<'fire'>['route_clear'];
  const symptoms: readonly string[] | undefined = {} as RowOf<'entry'>['symptoms'];
  const counted: number | undefined = {} as RowOf<'daily-report'>['fever'];
  // @ts-expect-error a time is a number of minutes
  const time: string | undefined = {} as RowOf<'entry'>['time_in'];
  // @ts-expect-error the log of fire inspections has no such column
  const none: unknown = {} as RowOf<'fire'>['temperature_c'];
  expect([clear, symptoms, counted, time, none]).toHaveLength(5);
});

describe.each(each)('%s', (_, kind) => {
  const own = kind.columns.flatMap(({ en, zh }) => [en, zh]).map(normaliseHeader);
  /** The only headers that may fill two columns. */
  const merged = [
    ...(kind.name === 'history14' ? ['聚会聚餐', '聚会/聚餐', '聚会、聚餐'] : []),
    ...(kind.name === 'disinfection' ? ['负责人', '负责人签字'] : []),
    ...(kind.shared ?? []).flatMap(({ columns: [first, second] }) => {
      const [ones, others] = [first, second].map((name) => columnOf(kind, name)?.aliases ?? []);
      return ones?.filter((alias) => others?.includes(alias)) ?? [];
    }),
  ];
  const aliases = kind.columns.flatMap(({ aliases }) => aliases ?? []);
  const wide = (kind.wide ?? []).flatMap(({ headers }) => Object.values(headers).flat());

  test('has no header that means two columns', () => {
    expect(twice(own)).toEqual([]);
    expect(new Set(twice(aliases))).toEqual(new Set(merged));
    const ticks = kind.ticks?.headers ?? [];
    const all = [...own, ...[...new Set(aliases), ...wide, ...ticks].map(normaliseHeader)];
    expect(twice(all)).toEqual([]);
    expect(all.filter((name) => name === '')).toEqual([]);
  });

  test('names columns of its own where it names columns', () => {
    const { dated, key, person, recorder, ordered } = kind;
    const conditions = kind.columns.flatMap(({ requiredUnless, requiredWith }) => [
      requiredUnless?.column,
      requiredWith,
    ]);
    const inWide = (kind.wide ?? []).flatMap(({ sets, headers }) => [...Object.keys(sets), ...Object.keys(headers)]);
    const named = [dated, ...(key ?? []), ...Object.values(person ?? {}), recorder, ...(ordered ?? []).flat()];
    const unknown = [...named, ...conditions, ...inWide].filter((name) => name !== undefined && !columnOf(kind, name));
    expect(unknown).toEqual([]);
  });

  test('is dated by a date, identifies rows without personal values', () => {
    if (kind.dated !== undefined) expect(columnOf(kind, kind.dated)?.type).toMatch(/^date/);
    expect((kind.key ?? []).filter((name) => columnOf(kind, name)?.personal)).toEqual([]);
  });

  test('keeps names, numbers of people and what is measured on them to itself', () => {
    const { name, number, idNumber } = kind.person ?? {};
    const named = [name, number, idNumber, kind.recorder].filter((each) => each !== undefined);
    const ofPeople = kind.columns.filter(({ type, unit }) => type === 'phone' || type === 'id' || unit === '℃');
    const open = [...named.map((each) => columnOf(kind, each)), ...ofPeople].filter((column) => !column?.personal);
    expect(open).toEqual([]);
  });

  test('compares only what can be compared', () => {
    const pairs = (kind.ordered ?? []).map(([first, second]) => [first, second] as const);
    const types = pairs.map((pair) => pair.map((name) => columnOf(kind, name)?.type));
    expect(types.filter(([first, second]) => first !== second || !/date|time/.test(first ?? ''))).toEqual([]);
  });

  test('lists values for every choice, and synonyms only for values', () => {
    for (const { type, values: own, synonyms } of kind.columns) {
      const values = type === 'bool' ? ['是', '否'] : own;
      if (type === 'enum') expect(values?.length).toBeGreaterThan(0);
      expect(twice(own ?? [])).toEqual([]);
      const entries = Object.entries(synonyms ?? {});
      expect(entries.filter(([word, value]) => !values?.includes(value) || values.includes(word))).toEqual([]);
    }
  });

  test('names rules that exist', () => {
    const rules = new Set(RULES.map(({ id }) => id));
    expect(kind.columns.filter(({ rule }) => rule !== undefined && !rules.has(rule))).toEqual([]);
    expect(kind.due === undefined || rules.has(kind.due.rule)).toBe(true);
  });

  test('is recognised by its headers', () => {
    const required = kind.columns.filter((column) => column.required);
    const headers = [
      kind.columns.map(({ zh }) => zh),
      kind.columns.map(({ en }) => en),
      kind.columns.map(({ zh, aliases }) => aliases?.[0] ?? zh),
      required.map(({ zh }) => zh),
    ];
    const found = headers.map((header) => findHeader([header], KINDS, {}));
    expect(found.map((result) => (result.ok ? result.kind.name : result))).toEqual(headers.map(() => kind.name));
  });
});

test('the events, of which a file may hold none, are those of the plan', () => {
  const events = KINDS.filter(({ event }) => event).map(({ name }) => name);
  const wanted = [
    'visitor',
    'absence',
    'isolation',
    'incident',
    'clearance',
    'suspension',
    'rectification',
    'supplies',
  ];
  expect(events.sort()).toEqual(wanted.sort());
});
