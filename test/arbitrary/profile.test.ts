/** The random profiles are what they say: the schema takes all of them, they have all of its fields, rules pass and fail. */
import fc from 'fast-check';
import validateProfile from '../../build/profile-validator.js';
import { checkProfile } from '../../src/check/check.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import type { Profile } from '../../src/profile/profile.types.js';
import { readProfile } from '../../src/profile/read.js';
import { referenceFindings } from '../../src/profile/references.js';
import { PROFILE_SCHEMA, property, type SchemaNode } from '../../src/profile/schema.js';
import { RULES } from '../../src/rules/index.js';
import { edited, profiles, yamlOf } from './profile.js';

const sample = (arbitrary: fc.Arbitrary<Profile>, numRuns: number) =>
  fc.sample(arbitrary, { seed: 20200506, numRuns }).map((profile) => {
    const text = yamlOf(profile);
    return { profile, text, source: readProfile(text, 'profile.yaml') };
  });
const RANDOM = sample(profiles, 60);
const COMPLETE = sample(edited('complete'), 40);
const ALL = [...RANDOM, ...COMPLETE, ...sample(edited('running'), 20)];

/** Rules that so few random profiles meet that none may be among these. */
const RARELY_MET: Readonly<Record<string, string>> = {
  'alternate-beds': 'neither example has beds, and four random ones are seldom apart',
  'offsite-inspection-before-start':
    'a random inspector is seldom a department, and neither example has an off-site class',
  'lessons-summary': 'neither example has an outbreak, and a random document seldom names the one there is',
};

/** The paths of a schema, without the numbers of items. */
function pathsOf(node: SchemaNode, path = ''): string[] {
  const below = Object.entries(node.properties ?? {}).flatMap(([key, child]) => pathsOf(child, `${path}.${key}`));
  return [path, ...below, ...(node.items ? pathsOf(node.items, `${path}[]`) : [])];
}

/** The paths of a value, in the same form. */
function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).map(([key, child]) => [Array.isArray(value) ? '[]' : `.${key}`, child] as const);
  return [path, ...below.flatMap(([step, child]) => pathsIn(child, path + step))];
}

/** How many references a value holds. */
function references(value: unknown, node: SchemaNode): number {
  if (typeof value !== 'object' || value === null) return node['x-ref'] === undefined ? 0 : 1;
  return Object.entries(value)
    .map(([key, child]) => references(child, (Array.isArray(value) ? node.items : property(node, key)) as SchemaNode))
    .reduce((sum, each) => sum + each, 0);
}

test('the schema takes every one, and it is the same when it is read from a file', () => {
  for (const { profile, source } of ALL) {
    expect([validateProfile(profile), validateProfile.errors ?? []]).toEqual([true, []]);
    expect(source.findings).toEqual([]);
    expect(source.profile).toEqual(profile);
  }
});

test('every field of the schema is in one of them', () => {
  const seen = new Set(RANDOM.flatMap(({ profile }) => pathsIn(profile)));
  expect(pathsOf(PROFILE_SCHEMA).filter((path) => !seen.has(path))).toEqual([]);
});

test('references mostly lead somewhere, and ids are not given twice', () => {
  const findings = RANDOM.flatMap(({ source }) => referenceFindings(source)).map(({ rule }) => rule);
  const all = RANDOM.reduce((sum, { profile }) => sum + references(profile, PROFILE_SCHEMA), 0);
  expect(new Set(findings)).toEqual(new Set(['input/unknown-reference']));
  expect(all).toBeGreaterThan(1000);
  expect(findings.length / all).toBeLessThan(0.2);
});

test('an edited example differs from all others, and most of its lines are in others too', () => {
  const count = new Map<string, number>();
  for (const { text } of COMPLETE) {
    for (const line of new Set(text.split('\n'))) count.set(line, (count.get(line) ?? 0) + 1);
  }
  const common = [...count].filter(([, times]) => times > COMPLETE.length / 2).map(([line]) => line);
  expect(new Set(COMPLETE.map(({ text }) => text)).size).toBeGreaterThan(0.9 * COMPLETE.length);
  for (const { text } of COMPLETE) {
    const lines = new Set(text.split('\n'));
    expect(common.filter((line) => lines.has(line)).length).toBeGreaterThan(common.length / 2);
  }
});

test('every rule about profiles is met by some of them and not by others', () => {
  const outcomes = new Map<string, Set<string>>();
  for (const { profile, source } of ALL) {
    const report = checkProfile(source, {
      plan: LIUZHOU_2020,
      rules: RULES,
      asOf: profile.asOf ?? '2020-05-11',
      stage: 'run',
      digest: (text) => text,
      encoding: 'utf-8',
    });
    for (const { id, outcome } of report.rules) outcomes.set(id, (outcomes.get(id) ?? new Set()).add(outcome));
  }
  const rules = RULES.filter((rule) => rule.profile);
  const never = (id: string, ...names: string[]) => !names.some((name) => outcomes.get(id)?.has(name));
  // of what is done every day a profile shows at best that nothing stands against it
  const best = rules.map(
    (rule) => [rule.id, rule.class === 'log' && rule.phase === 'run' ? 'not-run' : 'pass'] as const,
  );
  expect(best.filter(([id, good]) => never(id, good) && !(id in RARELY_MET)).map(([id]) => id)).toEqual([]);
  expect(rules.filter(({ id }) => never(id, 'fail', 'warn', 'not-evidenced')).map(({ id }) => id)).toEqual([]);
  expect(rules.length).toBeGreaterThan(70);
});
