/**
 * What is no evidence on a day changes a verdict as if it were not there: acts to come, offices of people who are not in
 * service, words that name nobody. Laws over every field of the schema that is marked so.
 */
import fc from 'fast-check';
import { checkProfile } from '../../src/check/check.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { hasHappened, isInService } from '../../src/profile/evidence.js';
import type { Profile } from '../../src/profile/profile.types.js';
import { type ProfileSource, readProfile } from '../../src/profile/read.js';
import { mayBeText, PROFILE_SCHEMA, type SchemaNode } from '../../src/profile/schema.js';
import { RULES } from '../../src/rules/index.js';
import type { InstitutionReport } from '../../src/types.js';
import { EXAMPLES, edited, profiles, yamlOf } from '../arbitrary/profile.js';
import { DEEP } from '../deep.js';

const AS_OF = '2020-05-11';
const TO_COME = '2020-05-12';
const PLACEHOLDERS = ['无', '暂无', '没有', '待定', '未定', '空缺', '不详', '未知', '某某', '×××', 'XXX', '同上'];
const FOREIGN = ['none', 'Nil', 'N/A', 'TBD', 'unknown', ' 待定 ', 'ＴＢＤ'];
/** Profiles that the schema makes, which have what no example has. */
const MADE = fc.sample(profiles, { seed: 20200506, numRuns: 40 });
const UNANSWERED = ['/', '-', '——', '--', '／', '－', ' '];

/** Every leaf of the schema, by the steps to it; an item of a list is `[]`. What may be a text or more is both. */
function leaves(node: SchemaNode, path: readonly string[] = []): { path: readonly string[]; node: SchemaNode }[] {
  const below = Object.entries(node.properties ?? {}).flatMap(([key, child]) => leaves(child, [...path, key]));
  const items = node.items ? leaves(node.items, [...path, '[]']) : [];
  const own = !(node.properties || node.items) || mayBeText(node) ? [{ path, node }] : [];
  return [...own, ...below, ...items];
}
const LEAVES = leaves(PROFILE_SCHEMA);
const named = (path: readonly string[]): string => path.join('.').replaceAll('.[]', '[]');

/** The places of a profile to which steps lead: what holds the last, and its key. */
function holders(
  value: unknown,
  path: readonly string[],
): { holder: Record<string | number, unknown>; key: string | number }[] {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null || step === undefined) return [];
  const keys = step === '[]' ? Object.keys(value).map(Number) : step in value ? [step] : [];
  if (rest.length === 0) return keys.map((key) => ({ holder: value as Record<string | number, unknown>, key }));
  return keys.flatMap((key) => holders((value as Record<string | number, unknown>)[key], rest));
}

function judged(profile: Profile, asOf = AS_OF, stage?: 'run'): InstitutionReport {
  const source = readProfile(yamlOf(profile), 'profile.yaml');
  const how = { plan: LIUZHOU_2020, rules: RULES, asOf, digest: (text: string) => text, encoding: 'utf-8' };
  return checkProfile(source, { ...how, ...(stage ? { stage } : {}) });
}

/** What must be the same: the stage, and of each rule its outcome. */
function verdictOf({ stage, rules, compliant }: InstitutionReport): unknown {
  return { stage, compliant, rules: rules.map(({ id, outcome }) => `${id} ${outcome}`) };
}

/** Takes what a path leads to out of a profile: an item of a list, or a key. */
function without(holder: Record<string | number, unknown>, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

describe('dates of the schema', () => {
  const dates = LEAVES.filter(({ node }) => node.format === 'date' || node.format === 'date-or-range');

  test('are marked as what they are, each but the day of the check itself', () => {
    expect(dates.length).toBeGreaterThan(35);
    expect(dates.filter(({ node }) => !node['x-date']).map(({ path }) => named(path))).toEqual(['asOf']);
  });

  test('nothing else is marked as a date', () => {
    expect(LEAVES.filter(({ node }) => node['x-date'] && !node.format?.startsWith('date'))).toEqual([]);
  });
});

describe('an act to come', () => {
  const acts = LEAVES.filter(({ node }) => node['x-date'] === 'act');
  let tried = 0;

  test.each(acts.map(({ path, node }) => [named(path), path, node['x-whole'] === true] as const))(
    '%s is judged as if it were not there, and is said',
    (_, path, whole) => {
      const steps = whole ? path.slice(0, -1) : path;
      const places = Object.values(EXAMPLES).flatMap((example) =>
        holders(example, path).map((__, i) => ({ example, i })),
      );
      // where no example has one, the schema makes one
      const made = MADE.filter((each) => holders(each, path).length > 0);
      const cases = places.length > 0 ? places.slice(0, 6) : made.slice(0, 3).map((example) => ({ example, i: 0 }));
      expect(cases.length).toBeGreaterThan(0);
      for (const { example, i } of cases) {
        const planned = structuredClone(example);
        const date = holders(planned, path)[i];
        if (date) date.holder[date.key] = TO_COME;
        const absent = structuredClone(example);
        const act = whole
          ? holders(absent, steps).find(
              ({ holder, key }) => (holder[key] as object) === holders(absent, path)[i]?.holder,
            )
          : holders(absent, path)[i];
        if (act) without(act.holder, act.key);
        const report = judged(planned);
        expect(verdictOf(report)).toEqual(verdictOf(judged(absent)));
        // or the whole act of which this is a detail is to come
        expect(report.findings.filter(({ params }) => String(params.day ?? '') > AS_OF).length).toBeGreaterThan(0);
        tried++;
      }
    },
  );

  test('the day itself counts', () => {
    expect([hasHappened(AS_OF, AS_OF), hasHappened(TO_COME, AS_OF), hasHappened('2020-05-10', AS_OF)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(tried).toBeGreaterThan(acts.length);
  });

  test('random profiles: what lies after the day changes nothing but what is said', () => {
    const later = fc.constantFrom('2019-01-01', '2020-04-20', '2020-05-01', '2020-05-11', '2020-06-15');
    fc.assert(
      fc.property(fc.oneof(edited('complete'), profiles), later, (profile, asOf) => {
        const report = judged(profile, asOf, 'run');
        const past = structuredClone(profile);
        for (const { path, node } of acts) {
          const lying = (): ReturnType<typeof holders> =>
            holders(past, path).filter(({ holder, key }) => String(holder[key]) > asOf);
          for (let [first] = lying(); first; [first] = lying()) {
            const { holder, key } = first;
            const whole =
              node['x-whole'] && holders(past, path.slice(0, -1)).find((each) => each.holder[each.key] === holder);
            if (whole) without(whole.holder, whole.key);
            else without(holder, key);
          }
        }
        expect(verdictOf(report)).toEqual(verdictOf(judged(past, asOf, 'run')));
      }),
      { seed: 20200506, numRuns: DEEP ? 400 : 15 },
    );
  });
});

describe('service', () => {
  test.each([
    [{}, true],
    [{ hiredOn: AS_OF }, true],
    [{ hiredOn: TO_COME }, false],
    [{ leftOn: AS_OF }, true],
    [{ leftOn: '2020-05-10' }, false],
    [{ hiredOn: '2020-01-01', leftOn: '2020-12-31' }, true],
  ])('%j: %s', (member, expected) => {
    expect(isInService(member, AS_OF)).toBe(expected);
  });

  const MADE = fc.sample(profiles, { seed: 20200506, numRuns: 40 });
  const references = LEAVES.filter(({ node }) => node['x-ref'] === 'staff');

  test.each(references.map(({ path, node }) => [named(path), path, node['x-present'] !== undefined] as const))(
    '%s to someone who has left',
    (_, path, present) => {
      const example = [...Object.values(EXAMPLES), ...MADE].find((each) => holders(each, path).length > 0) as Profile;
      expect(example).toBeDefined();
      const gone = structuredClone(example);
      gone.staff?.push({ id: 'S99', name: '赵示离', role: '后勤', leftOn: '2020-05-01' });
      const [at] = holders(gone, path);
      if (at) at.holder[at.key] = 'S99';
      const absent = structuredClone(gone);
      const [there] = holders(absent, path);
      if (there) without(there.holder, there.key);
      const same = JSON.stringify(verdictOf(judged(gone))) === JSON.stringify(verdictOf(judged(absent)));
      if (present) {
        expect(same).toBe(true);
        const said = judged(gone).findings.filter(({ path: where }) =>
          where?.startsWith(named(path).split(/[.[]/)[0] ?? ''),
        );
        expect(said.some(({ message }) => /不在职/.test(message.zh))).toBe(true);
      } else expect(judged(gone).findings.some(({ message }) => /不在职/.test(message.zh))).toBe(false);
    },
  );
});

describe('words that name nobody', () => {
  const fields = LEAVES.filter(({ node }) => node['x-name'] || node['x-ref'] === 'staff');

  /** All of them in every field would take minutes; each field has some, and together they have all. */
  const some = (i: number): readonly string[] =>
    [...PLACEHOLDERS, ...FOREIGN].filter((_, j) => DEEP || (i + j) % 6 === 0);

  test.each(fields.map(({ path }, i) => [named(path), path, i] as const))(
    'in %s are as good as nothing',
    (_, path, i) => {
      const example = [...Object.values(EXAMPLES), ...MADE].find((each) => holders(each, path).length > 0) as Profile;
      expect(example).toBeDefined();
      const absent = structuredClone(example);
      const [there] = holders(absent, path);
      if (there) without(there.holder, there.key);
      const expected = verdictOf(judged(absent));
      for (const word of some(i)) {
        const profile = structuredClone(example);
        const [at] = holders(profile, path);
        if (at) at.holder[at.key] = word;
        const outcome = verdictOf(judged(profile));
        expect([word, outcome]).toEqual([word, expected]);
      }
    },
  );

  test('someone who is called so is that person', () => {
    const profile = structuredClone(EXAMPLES.complete);
    profile.staff?.push({ id: '无', name: '无', role: '后勤' });
    const keeper = { ...profile, supplies: { ...profile.supplies, keeper: '无' } };
    expect(judged(keeper).findings.filter(({ path }) => path === 'supplies.keeper')).toEqual([]);
  });
});

describe('marks for no answer', () => {
  const fields = LEAVES.filter(({ path }) => path.join('.') !== 'asOf' && !path.includes('points'));

  test('are as good as an empty key, in every field', () => {
    let tried = 0;
    for (const [i, { path }] of fields.entries()) {
      const example = Object.values(EXAMPLES).find((each) => holders(each, path).length > 0);
      if (!example) continue;
      const readWith = (text: string): ProfileSource => {
        const profile = structuredClone(example);
        const [at] = holders(profile, path);
        if (at) at.holder[at.key] = text;
        return readProfile(yamlOf(profile), 'profile.yaml');
      };
      const empty = readWith('');
      for (const mark of UNANSWERED.filter((_, j) => DEEP || j === i % UNANSWERED.length)) {
        const marked = readWith(mark);
        const pathsOf = ({ findings }: ProfileSource): string[] => findings.map(({ path: where }) => where);
        expect([named(path), mark, pathsOf(marked)]).toEqual([named(path), mark, pathsOf(empty)]);
        expect(JSON.stringify(marked.profile, throwing)).toBe(JSON.stringify(empty.profile, throwing));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(100);
  });
});

/** Leaves out what may not be read. */
function throwing(this: object, key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(
    ([name, { get }]) => !get && name !== 'length',
  );
  return Array.isArray(value) && key === ''
    ? value
    : Object.fromEntries(entries.map(([name, { value: each }]) => [name, each]));
}

test('what can not be read stands in nobody’s way: each date, name and reference of the wrong type in turn', () => {
  const marked = LEAVES.filter(({ node }) => node['x-date'] || node['x-name'] || node['x-ref'] === 'staff');
  let tried = 0;
  for (const { path } of marked) {
    const example = Object.values(EXAMPLES).find((each) => holders(each, path).length > 0);
    if (!example) continue;
    const broken = structuredClone(example);
    const [at] = holders(broken, path);
    if (at) at.holder[at.key] = { not: 'a text' };
    const report = judged(broken);
    expect(report.rules.length).toBe(124);
    expect(report.findings.some(({ rule }) => rule.startsWith('input/'))).toBe(true);
    tried++;
  }
  expect(tried).toBeGreaterThan(60);
});
