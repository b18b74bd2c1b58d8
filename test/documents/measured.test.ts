/** One measure feeds all: the table of supplies, the checklist and the report of a profile agree. */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkProfile } from '../../src/check/check.js';
import { addDerived } from '../../src/documents/derive.js';
import { seatPlansOf } from '../../src/documents/seat-plans.js';
import { isGiven, type View, viewOf } from '../../src/documents/view.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES } from '../../src/rules/index.js';
import type { InstitutionReport, Outcome, RuleResult } from '../../src/types.js';
import { COMPLETE } from './papers.js';

/** The rules whose rows make the table, in its order. */
const SUPPLIES = [
  'alcohol-per-classroom',
  'alcohol-per-2-3-offices',
  'bleach-84-5x500g',
  'backpack-electric-sprayer',
  'mask-stock',
  'thermometer-guns',
  'ppe-sets',
  'cold-medicine',
];
const WORDS: Readonly<Partial<Record<Outcome, string>>> = {
  pass: '是',
  warn: '是',
  fail: '否',
  'not-evidenced': '未填',
  'not-applicable': '不适用',
};

interface Papers {
  readonly report: InstitutionReport;
  readonly supplies: readonly View[];
  readonly checklist: readonly View[];
  /** The paths of what the rows of the table say is not given. */
  readonly missing: () => readonly string[];
}

/** What the application's table and the checklist print, beside the report. */
function papers(yaml: string): Papers {
  const source = readProfile(yaml, 'profile.yaml');
  expect(source.findings).toEqual([]);
  const { profile } = source;
  const asOf = '2020-05-11';
  const digest = (text: string): string => text;
  const report = checkProfile(source, { plan: LIUZHOU_2020, rules: RULES, asOf, digest, encoding: 'utf-8' });
  const missing = new Set<string>();
  const note = (path: string): void => {
    missing.add(path);
  };
  const view = viewOf(profile, note);
  addDerived({
    profile,
    view,
    report,
    rules: RULES,
    plan: LIUZHOU_2020,
    seatPlans: seatPlansOf(profile, LIUZHOU_2020.limits),
    asOf,
    missing: note,
  });
  const supplies = view.supplyRows as View[];
  return {
    report,
    supplies,
    checklist: (view.checklistGroups as View[]).flatMap(({ rows }) => rows as View[]),
    missing: () => {
      for (const row of supplies) void row.have;
      return [...missing];
    },
  };
}

const resultOf = ({ rules }: InstitutionReport, id: string): RuleResult => {
  const found = rules.find((result) => result.id === id);
  if (!found) throw new Error(`no result of ${id}`);
  return found;
};
const supply = ({ supplies }: Papers, id: string): unknown[] => {
  const { required, have, met } = supplies[SUPPLIES.indexOf(id)] ?? {};
  return [required, have, met];
};
const measured = ({ checklist }: Papers, id: string): unknown =>
  checklist.find(({ item }) => item === RULES.find((rule) => rule.id === id)?.title.zh)?.measured;
const replaced = (from: string | RegExp, to: string): string => {
  const text = COMPLETE.replace(from, to);
  if (text === COMPLETE) throw new Error(`the complete example has no ${from}`);
  return text;
};

const few = fc.nat({ max: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const expiry = maybe(fc.constantFrom('2020-05-10', '2020-05-11', '2021-01-31'));
const some = <Value>(item: fc.Arbitrary<Value>): fc.Arbitrary<Value[] | undefined> =>
  maybe(fc.array(item, { maxLength: 3 }));

/** A profile of which 四（六） looks at everything, each of it given or not, too little, just enough or plenty. */
const profiles = fc.record({
  institution: fc.constant({ approval: { authority: '柳州市城中区人力资源和社会保障局', permitNo: '1' } }),
  spaces: some(
    fc.oneof(
      fc.record({ kind: fc.constant('classroom'), alcoholBottles: maybe(few) }),
      fc.record({ kind: fc.constant('classroom'), alcoholBottles: few }),
      fc.record({ kind: fc.constant('office') }),
    ),
  ),
  supplies: maybe(
    fc.record({
      alcohol: maybe(fc.record({ classroomBottles: maybe(few), officeBottles: maybe(few) })),
      bleach84: maybe(
        fc.record({
          lots: some(
            fc.record({
              count: maybe(fc.nat({ max: 6 })),
              sizeGrams: maybe(fc.constantFrom(250, 500, 2500)),
              expiresOn: expiry,
            }),
          ),
        }),
      ),
      sprayers: some(
        fc.record({
          type: maybe(fc.constantFrom('背负式', '手提式')),
          power: maybe(fc.constantFrom('电动', '手动')),
          count: maybe(few),
        }),
      ),
      masks: maybe(fc.record({ pieces: maybe(fc.constantFrom(0, 15, 16, 45, 46, 100)) })),
      thermometerGuns: maybe(fc.nat({ max: 4 })),
      ppe: maybe(
        fc.record({
          masks: maybe(few),
          caps: fc.integer({ min: 1, max: 3 }),
          gloves: fc.constant(2),
          shoeCovers: fc.constant(2),
          clinicalThermometers: maybe(fc.constant(2)),
        }),
      ),
      coldMedicine: some(fc.record({ count: maybe(few), expiresOn: expiry })),
    }),
  ),
});

test('of any profile the table of supplies, the checklist and the report agree', () => {
  const titles = new Map(RULES.map(({ id, title }) => [id, title.zh]));
  const seen = new Map<Outcome, number>();
  fc.assert(
    fc.property(profiles, (profile) => {
      const { report, supplies, checklist, missing } = papers(stringify(profile));
      expect(supplies).toHaveLength(SUPPLIES.length);
      for (const [i, id] of SUPPLIES.entries()) {
        const { outcome, measures: [all] = [] } = resultOf(report, id);
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        const row = supplies[i];
        const listed = checklist.find(({ item }) => item === titles.get(id));
        expect([row?.met, listed?.result]).toEqual([WORDS[outcome], WORDS[outcome]]);
        if (outcome === 'not-applicable') {
          expect([all, row?.have]).toEqual([undefined, '—']);
          continue;
        }
        // one that is met says so, one that fails or is not evidenced does not
        expect(all).toMatchObject({ met: outcome === 'pass' || outcome === 'warn' });
        expect(isGiven(row, 'have')).toBe(all?.have !== undefined);
        if (all?.have === undefined) expect(missing()).toContain(all?.path);
        else expect(row?.have).toBe(typeof all.have === 'object' ? all.have.zh : `${all.have}${all.unit?.zh}`);
      }
    }),
    { seed: 20200506, numRuns: 100 },
  );
  // none of the outcomes is missed by chance
  expect(Object.keys(WORDS).filter((outcome) => (seen.get(outcome as Outcome) ?? 0) < 10)).toEqual([]);
});

describe('the table of supplies', () => {
  test('prints for the complete example what it has', () => {
    const { supplies } = papers(COMPLETE);
    expect(
      supplies.map(({ no, item, clause, required, have, met }) => [no, item, clause, required, have, met]),
    ).toEqual([
      [1, '酒精消毒液（教室）', '四（六）1', '4瓶', '4瓶', '是'],
      [2, '酒精消毒液（办公室）', '四（六）1', '2瓶', '2瓶', '是'],
      [3, '84消毒液（500克）', '四（六）2', '5瓶', '6瓶', '是'],
      [4, '背负式电动喷雾器', '四（六）3', '1台', '1台', '是'],
      [5, '口罩', '四（六）4', '多于60只', '200只', '是'],
      [6, '体温枪', '四（六）5', '3把', '3把', '是'],
      [7, '成套防护用品', '四（六）6', '2套', '2套', '是'],
      [8, '感冒药', '四（六）7', '有', '5盒', '是'],
    ]);
  });

  test('a single office without alcohol only warns: the application, the checklist and validate say so', () => {
    const one = papers(replaced(/ {2}- \{ id: B[234],.*\n/g, '').replace('officeBottles: 2', 'officeBottles: 0'));
    expect(resultOf(one.report, 'alcohol-per-2-3-offices').outcome).toBe('warn');
    expect(supply(one, 'alcohol-per-2-3-offices')).toEqual(['0瓶', '0瓶', '是']);
    expect(measured(one, 'alcohol-per-2-3-offices')).toBe('办公室用酒精消毒液 0 瓶；按每 2 间一瓶，1 间办公室须 1 瓶');
  });

  test('bottles that are enough together do not make up for a classroom without any', () => {
    const uneven = papers(
      replaced(/(id: J101.*alcoholBottles: )1/, '$12').replace(/(id: J102.*alcoholBottles: )1/, '$10'),
    );
    expect(supply(uneven, 'alcohol-per-classroom')).toEqual(['4瓶', '4瓶，1间不足', '否']);
    expect(measured(uneven, 'alcohol-per-classroom')).toBe('教室 J102 有酒精消毒液 0 瓶，每间须 1 瓶');
  });

  test('bottles of another size are told by what they hold', () => {
    const large = papers(replaced('count: 6, sizeGrams: 500', 'count: 1, sizeGrams: 2500'));
    expect(resultOf(large.report, 'bleach-84-5x500g').outcome).toBe('warn');
    expect(supply(large, 'bleach-84-5x500g')).toEqual(['5瓶', '1瓶，共2500克', '是']);
  });

  test('of what is given in part the rest is asked for', () => {
    const part = papers(replaced('caps: 2, ', ''));
    expect(supply(part, 'ppe-sets')).toEqual(['2套', expect.anything(), '未填']);
    expect(part.missing()).toContain('supplies.ppe.caps');
    const short = papers(replaced('caps: 2, gloves: 2', 'gloves: 1'));
    expect(supply(short, 'ppe-sets')).toEqual(['2套', '1套', '否']);
  });

  test('where there are no offices nothing is asked for', () => {
    const none = papers(replaced(/ {2}- \{ id: B[1234],.*\n/g, ''));
    expect(supply(none, 'alcohol-per-2-3-offices')).toEqual(['—', '—', '不适用']);
    expect(measured(none, 'alcohol-per-2-3-offices')).toBe('没有办公室');
    expect(none.missing()).toEqual([]);
  });
});

describe('the measured value of the checklist', () => {
  test('stands in every row of the complete example', () => {
    const { checklist } = papers(COMPLETE);
    expect(checklist).toHaveLength(66);
    expect(checklist.filter((row) => row.measured === '')).toEqual([]);
  });

  test.each([
    ['staff-commitments', '已签5／5人'],
    ['seat-spacing', '最小间隔1米'],
    ['class-size', '最多的班50人'],
    ['evacuation-routes-clear', '畅通2／2条'],
    ['scope-hrss-approved', '许可证有效期至：2023-12-31'],
    ['alcohol-bleach-separated', '存放：两处，相距15米'],
    ['alternate-beds', '不安排住宿'],
  ])('%s: %s', (id, text) => expect(measured(papers(COMPLETE), id)).toBe(text));

  test('stands before what was found, unless that gives the number', () => {
    const unsigned = papers(replaced('  - { kind: staff, person: S05, signedOn: 2020-05-04 }\n', ''));
    expect(measured(unsigned, 'staff-commitments')).toBe('已签4／5人；这名教职工没有上岗承诺书');
    const few = papers(replaced('thermometerGuns: 3', 'thermometerGuns: 2'));
    expect(measured(few, 'thermometer-guns')).toBe('体温枪 2 把，至少 3 把');
  });
});
