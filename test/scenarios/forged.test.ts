/**
 * Reports and parts that someone changed, with the checksum put right: whatever is of another type, or missing, they are
 * refused in words, or read as what they then are. Never an error that nobody foresaw.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diff } from '../../src/audit/diff.js';
import { readReport } from '../../src/audit/listed.js';
import { mergeTwo, whole } from '../../src/audit/merge.js';
import { toMend } from '../../src/audit/notices.js';
import type { Partial } from '../../src/audit/partial.js';
import { readPartial } from '../../src/audit/read-partial.js';
import { reportOf } from '../../src/audit/report.js';
import { rosterOf } from '../../src/audit/roster.js';
import { unusedWaivers } from '../../src/audit/unused-waivers.js';
import { REPORT_FORMATS } from '../../src/command-line/formats.js';
import { notices } from '../../src/commands/parts/notices.js';
import { renderReport } from '../../src/commands/parts/render-report.js';
import { isWorded } from '../../src/errors.js';
import { sha256 } from '../../src/io/hash.js';
import type { Session } from '../../src/io/session.js';
import { toDiffMarkdown, toDiffText } from '../../src/report/diff.js';
import { toRosterCsv, toRosterText } from '../../src/report/roster.js';
import { drawTable } from '../../src/report/table.js';
import { RULES } from '../../src/rules/index.js';
import { runOf } from '../../src/run/run.js';
import { DEEP } from '../deep.js';
import { projectFile, ROOT, run } from './run.js';

const WAIVERS = `waivers:
  - { rule: mask-stock, justification: x, approver: y, expires: 2020-06-30 }
  - { rule: handwash-facilities, institution: nobody, justification: x, approver: y, expires: 2020-06-30 }
`;
const folder = mkdtempSync(join(tmpdir(), 'resume-check-forged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A part with something of everything, as the program writes it, and the report that is merged from it. */
async function written(): Promise<{ part: string; report: string }> {
  mkdirSync(join(folder, 'in'));
  for (const name of ['LZ04'])
    cpSync(join(ROOT, 'examples/county', name), join(folder, 'in', name), { recursive: true });
  for (const name of ['complete', 'mistakes'])
    cpSync(join(ROOT, 'examples', name), join(folder, 'in', name), { recursive: true });
  writeFileSync(join(folder, 'waivers.yaml'), WAIVERS);
  writeFileSync(join(folder, 'bureau.csv'), projectFile('examples/county/bureau.csv'));
  writeFileSync(join(folder, 'expected.csv'), '编号,机构名称\nZZ99,没有报送的学校\n');
  const file = (name: string): string => join(folder, name);
  const lists = ['--waivers', file('waivers.yaml'), '--bureau', file('bureau.csv'), '--expect', file('expected.csv')];
  const audit = await run(['audit', file('in'), ...lists, '--shard', '1/1', '--as-of', '2020-05-31', '--lang', 'en']);
  expect([audit.code, audit.stderr]).toEqual([0, '']);
  const merged = await run(['merge', 'part', '-f', 'json', '--lang', 'en'], { files: { part: audit.stdout } });
  expect([merged.code, merged.stdout.slice(0, 1)]).toEqual([1, '{']);
  return { part: audit.stdout, report: merged.stdout };
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Way = readonly (string | number)[];

/** The ways to the nodes of a value: of alike items of lists only to some, the first ones that have something new. */
function waysOf(value: Json, way: Way = [], seen = new Set<string>()): Way[] {
  const kind = way.map((step) => (typeof step === 'number' ? '[]' : step)).join('.') + typeOf(value);
  const own = seen.has(kind) ? [] : [way];
  seen.add(kind);
  if (typeof value !== 'object' || value === null) return own;
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, each]) =>
      waysOf(each, [...way, Array.isArray(value) ? Number(key) : key], seen),
    ),
  ];
}

function typeOf(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

const NESTED = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as Json;
const OTHERS: readonly Json[] = [
  ...[null, true, -1, 0.5, 'x', '2020-02-30', [1], {}],
  ...(DEEP ? [0, 2 ** 53, 1e308, '', '\u0000', '{x}', '9999-12-31', [], [null], NESTED] : []),
  // a key of that name, which an object literal can't have
  ...(DEEP ? [JSON.parse('{"__proto__": {"length": 1}}') as Json] : []),
];

/** The value with each of its nodes replaced by what is of another type, or is another value, and once left out. */
function* changed<Value extends Json>(value: Value): Generator<[string, Value]> {
  for (const way of waysOf(value)) {
    if (way.length === 0) continue;
    const holder = way
      .slice(0, -1)
      .reduce<Json>((node, step) => (node as Record<string, Json>)[step] as Json, value) as Record<string, Json>;
    const key = way.at(-1) as string;
    const before = holder[key] as Json;
    for (const other of OTHERS) {
      holder[key] = other;
      yield [`${way.join('.')} = ${other === NESTED ? 'deep' : JSON.stringify(other)}`, value];
    }
    if (!Array.isArray(holder)) {
      delete holder[key];
      yield [`without ${way.join('.')}`, value];
    }
    holder[key] = before;
  }
}

let files: { readonly part: string; readonly report: string };
beforeAll(async () => {
  files = await written();
}, 120_000);

/** Of each list the first items of each make, so that what is drawn thousands of times is small. */
function small(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, small(each)]));
  const makes = new Set<string>();
  return value.map(small).filter((each) => {
    const make = typeof each === 'object' && each !== null ? Object.keys(each).join() : '';
    const isNew = !makes.has(make) || make === '';
    makes.add(make);
    return isNew;
  });
}

/** Writes the notices of a report, as far as it is one of an audit. */
async function writeNotices(text: string): Promise<void> {
  const report = join(folder, 'report.json');
  writeFileSync(report, text);
  const session = {
    language: 'zh',
    out: async () => {},
    note: async () => {},
    write: async () => {},
  } as unknown as Session;
  await notices({ report, formats: ['html'], folder: join(folder, 'out'), force: true }, session);
}

/** Uses each, or as a rule one of six, and returns what came of it. */
async function tryAll(all: Iterable<[string, Json]>, use: (value: Json) => unknown) {
  let [count, refused] = [0, 0];
  const unforeseen: string[] = [];
  let i = 0;
  for (const [change, value] of all) {
    if (!DEEP && i++ % 6 > 0) continue;
    count++;
    try {
      await use(value);
    } catch (error) {
      refused++;
      if (!isWorded(error)) unforeseen.push(`${change}: ${(error as Error).stack?.slice(0, 300)}`);
    }
  }
  return { count, refused, unforeseen };
}

test('a report: diff, roster and notices', async () => {
  const { report } = files;
  const whole = small(JSON.parse(report) as Json);
  const good = readReport(JSON.stringify(whole), 'a');
  const options = { language: 'zh', columns: 80, colour: false, drawTable } as const;
  const use = async (text: string): Promise<void> => {
    const read = readReport(text, 'b');
    for (const compared of [diff(good, read), diff(read, good)]) {
      toDiffText(compared, options);
      toDiffMarkdown(compared, options);
    }
    toMend(read, RULES);
    await writeNotices(text);
    const list = rosterOf(read, '2020-05');
    toRosterCsv(list, undefined);
    toRosterText(list, { ...options, notes: [] });
  };
  const { count, refused, unforeseen } = await tryAll(changed(whole), (value) => use(JSON.stringify(value)));
  expect(unforeseen).toEqual([]);
  expect(count).toBeGreaterThan(DEEP ? 1000 : 160);
  expect(refused).toBeGreaterThan(count / 2);
});

test('a part: merge, in every format', async () => {
  const lines = files.part
    .split('\n')
    .slice(0, -2)
    .map((line) => small(JSON.parse(line) as Json));
  const write = (value: Json): string => {
    const body = (value as Json[]).map((line) => `${JSON.stringify(line)}\n`).join('');
    return `${body}${JSON.stringify({ end: { institutions: lines.length - 1, sha256: sha256(body) } })}\n`;
  };
  const session = { language: 'zh', terminal: { columns: 80, colour: false }, env: {} } as unknown as Session;
  const good = readPartial(files.part, 'a');
  const use = async (text: string): Promise<void> => {
    const part: Partial = readPartial(text, 'b');
    const run = runOf({ asOf: part.asOf });
    for (const other of [part, good]) {
      try {
        whole(mergeTwo(other, part));
      } catch (error) {
        if (!isWorded(error)) throw error;
      }
    }
    const report = reportOf(whole(mergeTwo(part, readPartial(text, 'c'))), run);
    unusedWaivers(part.waivers ?? [], report.institutions, part.found);
    for (const format of REPORT_FORMATS) {
      await renderReport(format, report, { ...run, quiet: false, toFile: true, isAudit: true }, session);
    }
  };
  const { count, refused, unforeseen } = await tryAll(changed(lines as Json), (value) => use(write(value)));
  expect(unforeseen).toEqual([]);
  expect(count).toBeGreaterThan(DEEP ? 1000 : 160);
  expect(refused).toBeGreaterThan(count / 2);
});

/** What is no report and no part, but may begin like one. */
const SHAPES: readonly (readonly [string, (text: string) => string | Uint8Array])[] = [
  ['nothing', () => ''],
  ['null', () => 'null\n'],
  ['a number', () => '1e999\n'],
  ['a list', () => '[]\n'],
  ['an object', () => '{}\n'],
  ['a header of nothing', () => '{"resumeCheckPartial":null}\n{"end":null}\n'],
  ['a trailer alone', () => `{"end":{"institutions":0,"sha256":"${sha256('')}"}}\n`],
  ['half of it', (text) => text.slice(0, text.length / 2)],
  ['it twice', (text) => text + text],
  ['it without its last character', (text) => text.slice(0, -1)],
  ['it in UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  [
    'it with a broken byte',
    (text) => Buffer.concat([Buffer.from(text.slice(0, 300)), Buffer.from([0xff]), Buffer.from(text)]),
  ],
  ['it with a byte of nothing', (text) => text.replace(':', ':\0')],
  ['a thousand brackets in it', (text) => text.replace('{', `{"x":${'['.repeat(1000)}${']'.repeat(1000)},`)],
  ['a million brackets', () => '['.repeat(1_000_000)],
  ['a million brackets after its beginning', () => `{"resumeCheckPartial":${'['.repeat(1_000_000)}\n`],
  ['a key of its own class', (text) => text.replace('{', '{"__proto__":{"institutions":[]},')],
  ['keys twice', (text) => text.replace('{', '{"institutions":1,"tool":2,')],
];

test.each(SHAPES)('%s, handed in: worded, in both languages', async (name, make) => {
  const { part, report } = files;
  const given = { part, report, 'broken-part': make(part), 'broken-report': make(report) };
  const calls = [
    'merge broken-part',
    'merge part broken-part',
    'diff broken-report report',
    'diff report broken-report',
    'roster broken-report',
    'generate notice --report broken-report -f html -o out',
  ];
  for (const call of calls) {
    for (const language of ['zh', 'en']) {
      const { code, stderr } = await run([...call.split(' '), '--lang', language], { files: given });
      // what a report holds besides is left out
      const isRead = /report/.test(call) && /^(?:a thousand|a key|keys twice|it without|it in UTF-16)/.test(name);
      if (!isRead) expect([call, code === 2 || code === 3]).toEqual([call, true]);
      expect([call, stderr]).not.toEqual([call, expect.stringMatching(/internal error|内部出错|\bat .*:\d+:\d+\)/)]);
    }
  }
});
