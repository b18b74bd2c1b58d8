/**
 * Nothing is lost from a report: every rule that fails or warns has its places in every format, counts are exact, and
 * one option lists all. Alike cells of rows that follow each other are one finding, whose identity is not that of its ends.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { countOf } from '../../src/counts.js';
import { type Result, ROOT, run, runAll, type Step } from './run.js';

const FOLDER = join(ROOT, 'test/cases/two-weeks');
const REGISTER = 'logs/出入登记.csv';
/** Two weeks of an invented school as people write; in a third of the rows of its register stands what nobody can read. */
const FILES = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [`logs/${name}`, new Uint8Array(readFileSync(join(FOLDER, name)))]),
);
const asWritten = iconv.decode(Buffer.from(FILES[REGISTER] ?? []), 'gb18030');
FILES[REGISTER] = new Uint8Array(iconv.encode(asWritten.replaceAll(',戴,', ',看情况,'), 'gb18030'));
const LINT = ['lint', 'logs', '--no-profile', '--as-of', '2020-06-15', '--jobs', '1', '--exit-zero'];
const PROGRAMS = ['csv', 'sarif', 'junit', 'gitlab', 'html'] as const;
const PEOPLE = ['text', 'markdown', 'github'] as const;

interface Found {
  readonly rule: string;
  readonly clause?: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly cells?: number;
  readonly message: { readonly zh: string };
  readonly fingerprint: string;
}
interface Json {
  readonly institutions: readonly [
    {
      readonly rules: readonly { readonly id: string; readonly outcome: string; readonly count: number }[];
      readonly findings: readonly Found[];
      readonly omitted: number;
      readonly unlisted?: readonly { readonly rule: string; readonly severity: string; readonly count: number }[];
      readonly summary: { readonly findings: Readonly<Record<Found['severity'], number>> };
    },
  ];
}

/** What each format has, all written by one call. */
async function written(...more: readonly string[]): Promise<Record<string, string>> {
  const formats = ['json', ...PROGRAMS, ...PEOPLE];
  const outputs = formats.flatMap((format) => ['-f', format, '-o', `out.${format}`]);
  const { code, files } = await run([...LINT, ...outputs, ...more], { files: FILES });
  expect(code).toBe(0);
  return Object.fromEntries(formats.map((format) => [format, files[`out.${format}`] ?? '']));
}
const parsed = (text = ''): Json['institutions'][0] => (JSON.parse(text) as Json).institutions[0];
const placeOf = ({ file, line, column }: Found): string => `${file}:${line}:${column}`;

/** How a format names the place of a finding, or the finding itself. */
const NAMED: Readonly<Record<string, (finding: Found) => string>> = {
  csv: ({ fingerprint }) => fingerprint,
  sarif: ({ fingerprint }) => `"resumeCheck/v1": "${fingerprint}"`,
  gitlab: ({ fingerprint }) => `"fingerprint": "${fingerprint}"`,
  html: ({ fingerprint }) => `id="f-${fingerprint}"`,
  junit: placeOf,
  text: placeOf,
  markdown: placeOf,
  github: ({ file, line }) => `file=${file},line=${line},`,
};
/** Makes a text in which places are found whatever signs a format escapes, and wherever it breaks a line. */
const plain = (text = ''): string => text.replace(/\\(?=[_~])|\n +/g, '');

describe('as it is', () => {
  const formats = written();

  test('every rule that fails or warns has its first twenty places in the formats for programs', async () => {
    const all = await formats;
    const { rules, findings } = parsed(all.json);
    const open = rules.filter(({ outcome }) => ['fail', 'warn', 'not-evidenced'].includes(outcome));
    expect(open.length).toBeGreaterThan(5);
    for (const { id, count } of open) {
      const own = findings.filter(({ rule }) => rule === id);
      expect([id, countOf(own) >= Math.min(20, count)]).toEqual([id, true]);
      const first = own.slice(0, 20);
      for (const format of PROGRAMS)
        expect([id, format, first.filter((each) => !all[format]?.includes(NAMED[format]?.(each) ?? ''))]).toEqual([
          id,
          format,
          [],
        ]);
      for (const format of PEOPLE) {
        const isThere = own.some((each) => plain(all[format]).includes(NAMED[format]?.(each) ?? ''));
        expect([id, format, isThere]).toEqual([id, format, true]);
      }
    }
  });

  test('counts are exact: what is listed and what is only counted add up, of each rule and in all', async () => {
    const { rules, findings, omitted, unlisted = [], summary } = parsed((await formats).json);
    expect(omitted).toBe(unlisted.reduce((sum, { count }) => sum + count, 0));
    expect(omitted).toBeGreaterThan(0);
    for (const severity of ['error', 'warning', 'info'] as const) {
      const left = unlisted.filter((each) => each.severity === severity).reduce((sum, { count }) => sum + count, 0);
      const listed = countOf(findings.filter((each) => each.severity === severity));
      expect(listed + left).toBe(summary.findings[severity]);
    }
    for (const { id, count } of rules) {
      const left = unlisted.filter(({ rule }) => rule === id).reduce((sum, each) => sum + each.count, 0);
      expect([id, countOf(findings.filter(({ rule }) => rule === id)) + left]).toEqual([id, count]);
    }
  });

  test.each(PEOPLE)('%s says once how to list all, and of no other format that it has the rest', async (format) => {
    const text = (await formats)[format] ?? '';
    expect(text.match(/--max-findings all/g)).toHaveLength(1);
    expect(text).not.toMatch(/JSON/);
  });

  test('the page says it too', async () => {
    expect((await formats).html).toContain('--max-findings all');
    expect((await formats).html).not.toMatch(/JSON 格式|JSON format/);
  });
});

describe('with --max-findings all', () => {
  const formats = written('--max-findings', 'all');

  test('nothing is only counted, and the counts are the same', async () => {
    const [all, usual] = [parsed((await formats).json), parsed((await written()).json)];
    expect([all.omitted, all.unlisted]).toEqual([0, undefined]);
    expect(all.summary).toEqual(usual.summary);
    expect(countOf(all.findings)).toBe(Object.values(all.summary.findings).reduce((sum, count) => sum + count, 0));
    const known = new Set(all.findings.map(({ fingerprint }) => fingerprint));
    expect(usual.findings.filter(({ fingerprint }) => !known.has(fingerprint))).toEqual([]);
  });

  test.each([...PROGRAMS, ...PEOPLE])('%s lists every finding', async (format) => {
    const all = await formats;
    const text = plain(all[format]);
    const missing = parsed(all.json).findings.filter((each) => !text.includes(NAMED[format]?.(each) ?? ''));
    expect(missing.map(placeOf)).toEqual([]);
    expect(text).not.toContain('--max-findings');
  });
});

/** A log in which the number of columns is as it should be, and the mask of some rows can't be read. */
const register = (masks: readonly boolean[]): string =>
  [
    '日期,进入时间,离开时间,姓名,编号,人员类别,班级/部门,身份核验,体温,健康码,放行,口罩,症状,登记人',
    ...masks.map((isRead, i) => {
      const minute = String(i % 60).padStart(2, '0');
      return `2020-05-0${1 + Math.floor(i / 60)},08:${minute},17:${minute},张示例${i},T${i},学员,1班,是,36.5,绿,是,${isRead ? '是' : '口'},无,李示范`;
    }),
    '',
  ].join('\n');
const rows = (count: number): boolean[] => Array.from({ length: count }, () => false);
const good = (count: number): boolean[] => Array.from({ length: count }, () => true);

/** Lints two logs, one after the other, and compares the reports. */
async function compared(before: readonly boolean[], after: readonly boolean[]): Promise<Result> {
  const lint = (from: string): Step[] => [
    () => copyFileSync(`${from}.csv`, 'school/entry.csv'),
    `lint school/entry.csv --no-profile --no-hints --exit-zero -f json -o ${from}.json`,
  ];
  const files = { 'before.csv': register(before), 'after.csv': register(after) };
  const steps = [() => mkdirSync('school'), ...lint('before'), ...lint('after')];
  return await runAll([...steps, 'diff before.json after.json --fail-on-new --fail-on info'], { files });
}

describe('alike cells of rows that follow each other', () => {
  const lint = async (masks: readonly boolean[], ...more: readonly string[]): Promise<Result> =>
    await run(['lint', 'entry.csv', '--no-profile', '--no-hints', ...more], {
      files: { 'entry.csv': register(masks) },
    });
  const unread = (json: string): readonly Found[] =>
    parsed(json).findings.filter(({ rule }) => rule === 'input/cell-bool');

  test('are one finding with a range, which counts as so many', async () => {
    const { stdout } = await lint([...good(2), ...rows(200), ...good(1), ...rows(1)], '-f', 'json');
    const found = unread(stdout);
    expect(found.map(({ line, endLine, cells }) => [line, endLine, cells])).toEqual([
      [4, 203, 200],
      [205, 205, undefined],
    ]);
    expect(found[0]?.message.zh).toContain('第4–203行，200 格');
    expect(parsed(stdout).summary.findings.error).toBe(201);
  });

  test.each(['text', 'markdown', 'csv', 'junit', 'sarif', 'gitlab', 'github', 'html'])(
    '%s has the range',
    async (format) => {
      const { stdout } = await lint([...good(2), ...rows(200)], '-f', format);
      expect(stdout).toContain('第4–203行');
    },
  );

  test('stay one, however many there are', async () => {
    const { stdout } = await lint(rows(400), '-f', 'json');
    expect(unread(stdout).map(({ cells }) => cells)).toEqual([400]);
    expect(parsed(stdout).omitted).toBe(0);
  });

  test.each<[string, boolean[], boolean[], number]>([
    ['longer at its end', [...good(3), ...rows(20), ...good(9)], [...good(3), ...rows(25), ...good(4)], 0],
    ['longer at its beginning', [...good(3), ...rows(20), ...good(9)], [...good(1), ...rows(22), ...good(9)], 0],
    ['cut in two', rows(20), [...rows(9), ...good(1), ...rows(10)], 0],
    ['shorter', rows(20), [...rows(1), ...good(19)], 0],
    ['and another', [...rows(20), ...good(5)], [...rows(20), ...good(3), ...rows(2)], 1],
  ])('%s: a run is new to diff only where it is another', async (_, before, after, expected) => {
    expect((await compared(before, after)).code).toBe(expected);
  });
});
