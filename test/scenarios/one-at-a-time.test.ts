/**
 * A canary in one place at a time: in each value of a profile, and in each column of every kind of log, it is in no output.
 * In all places at once, one that is refused could hide what others would print. `npm run test:deep` tries all of them.
 */
import { REPORT_FORMATS } from '../../src/command-line/formats.js';
import type { LogKind } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import type { SchemaNode } from '../../src/profile/schema.js';
import { DEEP } from '../deep.js';
import { GROUPED, HOUSE, ID, LANDLINE, LATIN, NAME, OLD_ID, PHONE, tracesIn } from './canary.js';
import { plainCell } from './plain-cells.js';
import { run } from './run.js';
import { wholeProfile } from './whole-profile.js';

const NUMBERS = [`T${ID}x`, GROUPED, OLD_ID, `0086${PHONE}`, LANDLINE];
const NAMES = [NAME, LATIN, HOUSE];
const OUTPUTS = REPORT_FORMATS.flatMap((format) => ['-f', format, '-o', `out/${format}`]);

/** Of all cases, as many as are tried: each, or one of so many. */
const some = <Case>(all: readonly Case[], oneOf: number): readonly Case[] =>
  DEEP ? all : all.filter((_, i) => i % oneOf === 0);

/** A text that is nobody's by the schema may be shown; whoever writes a name there has written it there. */
const isFree = (node: SchemaNode): boolean =>
  node.type === 'string' &&
  !node.enum &&
  node.pattern === undefined &&
  node['x-personal'] !== true &&
  node['x-ref'] === undefined &&
  (node.format === undefined || node.format === 'identifier');

/** The leaves of a whole profile, in their order. */
function leaves(): { readonly at: number; readonly path: string; readonly isFree: boolean }[] {
  const found: { at: number; path: string; isFree: boolean }[] = [];
  wholeProfile((node, path) => void found.push({ at: found.length, path, isFree: isFree(node) }));
  // the day of the profile is written by itself
  return found.filter(({ path }) => path !== 'asOf');
}

/** A whole profile with a value in one of its leaves. */
function profileWith(at: number, value: string): string {
  let count = 0;
  const text = wholeProfile(() => (count++ === at ? value : undefined));
  return text.replace(/authority: 无|authority: 柳州市[^\n]*/, 'authority: 柳州市柳南区人力资源和社会保障局');
}

async function leaks(command: readonly string[], files: Readonly<Record<string, string>>): Promise<unknown[]> {
  const result = await run([...command, '--exit-zero', '--debug', ...OUTPUTS], { files });
  const written = Object.entries(result.files).filter(([path]) => !(path in files));
  const outputs = [['streams', result.stdout + result.stderr], ...written] as const;
  return outputs.flatMap(([path, text]) => tracesIn(text).map((trace) => [path, trace]));
}

describe('a value of a profile', () => {
  const cases = leaves().flatMap((leaf) =>
    // what looks like an id is one text, of which blanks make something else
    (leaf.isFree ? [NUMBERS.join(' '), `T${ID}x`] : [[...NAMES, ...NUMBERS].join(' '), NAME, ID]).map(
      (value) => [leaf.path, value, leaf.at] as const,
    ),
  );

  test('there are many', () => expect(cases.length).toBeGreaterThan(500));

  test.each(some(cases, 31))('%s: %s', async (_, value, at) => {
    const files = { 'profile.yaml': profileWith(at, value) };
    expect(files['profile.yaml']).toContain(value);
    expect(await leaks(['validate', '--as-of', '2020-05-20'], files)).toEqual([]);
  });
});

/** Two rows of a kind with a value in one of their columns. */
function logWith(kind: LogKind, at: number, value: string): string {
  const row = kind.columns.map((column, i) => (i === at ? value : plainCell(column))).join(',');
  return `${kind.columns.map(({ zh }) => zh).join(',')}\n${row}\n${row}\n`;
}

const PROFILES = [
  undefined,
  'institution: { id: a, name: 示例学校 }\nstaff: [{ id: S1, name: 张示例 }]\nclasses: [{ id: C1, name: 电工班 }]\nspaces: [{ id: C1, name: 一教室, kind: classroom }]\n',
  `institution: { id: a, name: 示例学校 }\nstaff: [{ id: S1, name: ${NAME}, idNumber: "${ID}", phone: "${PHONE}" }, { id: S2, name: ${HOUSE} }, { id: S3, name: ${LATIN} }]\n`,
];

describe('a column of a log', () => {
  const cases = KINDS.flatMap((kind) =>
    kind.columns.flatMap(({ en }, at) =>
      [NAME, HOUSE, `${LATIN} ${NUMBERS.join(' ')}`, ID].flatMap((value) =>
        PROFILES.map((profile, i) => [kind.name, en, value, i, { kind, at, profile }] as const),
      ),
    ),
  );

  test('there are many', () => expect(cases.length).toBeGreaterThan(3500));

  test.each(some(cases, 97))('%s %s: %s, with profile %i', async (name, _, value, i, { kind, at, profile }) => {
    const logs = { [`logs/${name}.csv`]: logWith(kind, at, value) };
    const files: Record<string, string> = profile === undefined ? logs : { ...logs, 'profile.yaml': profile };
    const language = i === 1 ? 'en' : 'zh';
    expect(await leaks(['lint', 'logs', '--as-of', '2020-05-20', '--lang', language], files)).toEqual([]);
  });
});
