/** Whatever the bytes are, a log is read without a crash, and the report about it is JSON. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { check } from '../../src/check/check.js';
import { rowChecks } from '../../src/check/row-checks.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { splitRecord } from '../../src/logs/read/cells.js';
import { sniffDelimiter } from '../../src/logs/read/delimiter.js';
import { detectEncoding } from '../../src/logs/read/encoding.js';
import { readLog } from '../../src/logs/read/log.js';
import { records } from '../../src/logs/read/records.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { toJson } from '../../src/report/json.js';
import { RULES } from '../../src/rules/index.js';
import type { Report } from '../../src/types.js';
import { runs } from '../deep.js';

/** Reads and checks a log in the way of `lint`; returns its exit code. */
function lint(bytes: Uint8Array, kind?: string): number {
  const reading = readLog('log.csv', () => [bytes.slice()], {
    kinds: KINDS,
    ...(kind === undefined ? {} : { kind }),
    strict: false,
    asOf: '2020-06-01',
    limits: LIMITS,
    keepAll: false,
    onRow: rowChecks(RULES, LIMITS),
  });
  const logs = joinLogs(reading.summary ? [reading.summary] : [], undefined, '2020-06-01');
  const one = check(
    { id: 'a', logs: { readings: [reading], logs }, judge: 'logs', inputs: [] },
    { plan: LIUZHOU_2020, rules: RULES, asOf: '2020-06-01', digest: (text) => text },
  );
  const summary = { institutions: 1, files: 1, ...one.summary };
  const tool = { name: 'resume-check', version: '0' } as const;
  const report: Report = {
    formatVersion: 1,
    tool,
    plan: { id: 'p', digest: '' },
    asOf: '2020-06-01',
    institutions: [one],
    summary,
  };
  const json = JSON.parse(toJson(report));
  // what can't be read is never passed over in silence
  const severities = json.institutions[0].findings.map((each: { severity: string }) => each.severity);
  if (!reading.summary) expect(severities).toContain('error');
  return reading.summary ? Number(one.summary.findings.error > 0) : 2;
}

const pieces = fc.constantFrom(
  ...['日期', '姓名', '体温', '健康码', '2020-05-06', '43957', '36.5', '8:00', '是', '__proto__', '合计', '=1+1'],
  ...[
    ',',
    ',',
    ',',
    ';',
    '\t',
    '，',
    '"',
    '""',
    '\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\u0000',
    '\ufeff',
    '\ud800',
    '𠮷',
    'sep=;\n',
  ],
);
const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
const encoded = fc
  .tuple(text, fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'latin1'), fc.boolean())
  .map(([content, encoding, addBOM]): Uint8Array => iconv.encode(content, encoding, { addBOM }));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  encoded,
  fc.tuple(encoded, fc.uint8Array({ maxLength: 4 })).map(([a, b]) => Buffer.concat([a, b])),
);

test('any bytes', () => {
  fc.assert(
    fc.property(bytes, (content) => [0, 1, 2].includes(lint(content))),
    { numRuns: runs(100) },
  );
});

test.each(KINDS)('any cells under the header of $name', (kind) => {
  const header = kind.columns.map(({ zh }) => zh).join(',');
  fc.assert(
    fc.property(encoded, (content) =>
      [0, 1, 2].includes(lint(Buffer.concat([Buffer.from(`${header}\n`), content]), kind.name)),
    ),
    { numRuns: runs(20) },
  );
});

const require = createRequire(import.meta.url);
const SPECTRUM = dirname(require.resolve('csv-spectrum/package.json'));
const NAMES = readdirSync(join(SPECTRUM, 'csvs')).map((name) => name.replace(/\.csv$/, ''));

/** Cells of a file as the reader cuts them. */
function cellsOf(content: Uint8Array): (string[] | 'bad-quote')[] {
  const detected = detectEncoding(() => [content.slice()], { forced: undefined });
  if (!detected.ok) throw new Error(detected.reason);
  const { delimiter } = sniffDelimiter(new TextDecoder().decode(content).split(/\r?\n/));
  const found: (string[] | 'bad-quote')[] = [];
  for (const block of records([content.slice()], { delimiter, encoding: detected.encoding, maxRecordBytes: 1024 })) {
    for (let i = 0; i < block.count; i++) {
      const record = new TextDecoder().decode(block.bytes.subarray(block.starts[i], block.ends[i]));
      found.push(splitRecord(record, delimiter, block.quoted[i] === 1));
    }
  }
  return found;
}

test('csv-spectrum has its files', () => {
  expect(NAMES.length).toBe(12);
});

// its JSON says another phone than its CSV
test.each(NAMES.filter((name) => name !== 'location_coordinates'))(
  'csv-spectrum %s is cut as its JSON says',
  (name) => {
    const content = new Uint8Array(readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`)));
    const [header, ...rows] = cellsOf(content);
    const expected: Record<string, string>[] = JSON.parse(readFileSync(join(SPECTRUM, 'json', `${name}.json`), 'utf8'));
    expect(rows).toEqual(expected.map((row) => (header as string[]).map((key) => row[key])));
  },
);

test.each(NAMES)('csv-spectrum %s is no log', (name) => {
  expect(lint(new Uint8Array(readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`))))).toBe(2);
});
