/**
 * A node of a profile of the wrong type, wherever it is: every command and format comes to the same exit code and the same
 * outcomes, and none ends in an error of the program.
 */
import { parse, stringify } from 'yaml';
import { REPORT_FORMATS } from '../../src/command-line/formats.js';
import { runs } from '../deep.js';
import { projectFile, run, runAll } from './run.js';

type Node = Record<string | number, unknown>;
type Path = readonly (string | number)[];

const PROFILE = parse(projectFile('examples/county/LZ01/profile.yaml')) as Node;
const LOGS = ['教学日志', '物资台账', '通风记录', '出入登记', '每日健康监测'];
const FILES = Object.fromEntries(
  LOGS.map((name) => {
    const lines = projectFile(`examples/county/LZ01/logs/${name}.csv`).split('\n');
    return [`county/LZ01/logs/${name}.csv`, `${lines.slice(0, 20).join('\n')}\n`];
  }),
);
const DAY = ['--as-of', '2020-06-01'];
const WRONG: readonly unknown[] = ['备用教室', 7, true, null, [null], ['x'], [[1]], { x: 1 }, {}];

/** The paths of all nodes, of items of a list those of the first that has them. */
function pathsOf(root: unknown): Path[] {
  const found = new Map<string, Path>();
  const visit = (value: unknown, path: Path): void => {
    const shape = path.map((step) => (typeof step === 'number' ? '#' : step)).join('.');
    if (path.length > 0 && !found.has(shape)) found.set(shape, path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(root, []);
  return [...found.values()];
}

/** The profile with another value at a path. */
function withValue(path: Path, value: unknown): string {
  const copy = structuredClone(PROFILE);
  const holder = path.slice(0, -1).reduce((node, step) => node[step] as Node, copy);
  holder[path.at(-1) as string] = value;
  return stringify(copy);
}

const ALL = pathsOf(PROFILE);
const SAMPLED = runs(6);
/** Nodes spread over the whole profile, each with another wrong value. */
const SAMPLE = Array.from({ length: SAMPLED }, (_, i): readonly [string, unknown, string] => {
  const path = ALL[Math.floor(((i + 0.5) * ALL.length) / SAMPLED)] as Path;
  const value = WRONG[(i * 4) % WRONG.length];
  return [path.join('.'), value, withValue(path, value)];
});
/** Those that once ended a command, or took an institution out of an audit. */
const KNOWN = (
  [
    [['spaces', 0], '备用教室'],
    [['spaces', 0], null],
    [['spaces', 0, 'kind'], null],
    [['operation', 'weeklyClosed'], [7]],
    [['operation', 'closed'], [7]],
    [['classes', 0, 'sessions', 0, 'no'], [null]],
    [['classes', 0], [null]],
    [['offsite'], [null]],
  ] as const
).map(([path, value]): readonly [string, unknown, string] => [path.join('.'), value, withValue(path, value)]);

const outputs = (formats: readonly string[]): string[] =>
  formats.flatMap((format) => ['-f', format, '-o', `out.${format}`]);

test('there are nodes of all parts', () => {
  expect(ALL.length).toBeGreaterThan(150);
});

test.each([...KNOWN, ...SAMPLE])('%s as %j', async (_, __, profile) => {
  const files = { ...FILES, 'county/LZ01/profile.yaml': profile };
  const codeOf = async (...argv: string[]): Promise<unknown> => (await run(argv, { files })).code;

  const validate = ['validate', 'county/LZ01/profile.yaml', ...DAY];
  const validated = await run([...validate, ...outputs(REPORT_FORMATS)], { files });
  expect([0, 1]).toContain(validated.code);
  expect(await codeOf(...validate)).toBe(validated.code);

  const audit = ['audit', 'county', '--jobs', '1', ...DAY];
  const audited = await run([...audit, ...outputs(REPORT_FORMATS)], { files });
  const alone = await run([...audit, '-f', 'json'], { files });
  expect([0, 1]).toContain(audited.code);
  expect([alone.code, alone.stdout]).toEqual([audited.code, audited.files['out.json']]);
  expect(alone.stdout).not.toContain('input/crashed');
  const shards = [1, 2].map((i) => [...audit, '--shard', `${i}/2`, '-o', `${i}.part`]);
  const merged = await runAll([...shards, ['merge', '1.part', '2.part', '-f', 'json']], { files });
  expect([merged.code, merged.stdout]).toEqual([alone.code, alone.stdout]);

  const lint = ['lint', 'county/LZ01/logs', '--jobs', '1', '--profile', 'county/LZ01/profile.yaml', ...DAY];
  const linted = await run([...lint, ...outputs(REPORT_FORMATS)], { files });
  expect([0, 1]).toContain(linted.code);
  expect(await codeOf(...lint)).toBe(linted.code);

  // what can't be drawn or printed is a call that can't be met, or a finding: never an error of the program
  expect([0, 1, 2]).toContain(await codeOf('seats', 'county/LZ01/profile.yaml'));
  expect([0, 1, 2]).toContain(
    await codeOf('generate', 'all', 'county/LZ01/profile.yaml', '-f', 'html', '-o', 'papers', ...DAY),
  );
});
