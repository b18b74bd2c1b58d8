/** The laws of merging: order, grouping and repetition change nothing, and what does not belong together is refused. */
import fc from 'fast-check';
import { mergeSome, mergeTwo, missingParts, whole } from '../../src/audit/merge.js';
import { type Partial, writePartial } from '../../src/audit/partial.js';
import { readPartial } from '../../src/audit/read-partial.js';
import { reportOf } from '../../src/audit/report.js';
import { runOf } from '../../src/run/run.js';
import { institution, partsOf } from './parts.js';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 20 });
const counts = fc.integer({ min: 1, max: 16 });
const run = runOf({ asOf: '2020-05-11' });
const all = (parts: readonly Partial[]): Partial => whole(mergeSome(parts as [Partial, ...Partial[]]));

/** The parts of an audit, and three of them, perhaps the same ones. */
const three = fc
  .tuple(ids, counts, fc.nat(), fc.nat(), fc.nat())
  .map(
    ([names, count, ...at]) =>
      at.map((i) => partsOf(names, count)[i % count] as Partial) as [Partial, Partial, Partial],
  );

test('merging is associative', () => {
  fc.assert(
    fc.property(three, ([a, b, c]) => {
      expect(mergeTwo(mergeTwo(a, b), c)).toEqual(mergeTwo(a, mergeTwo(b, c)));
    }),
  );
});

test('merging is commutative', () => {
  fc.assert(
    fc.property(three, ([a, b]) => {
      expect(JSON.stringify(mergeTwo(a, b))).toBe(JSON.stringify(mergeTwo(b, a)));
    }),
  );
});

test('merging is idempotent', () => {
  fc.assert(
    fc.property(three, ([a, b]) => {
      const merged = mergeTwo(a, b);
      expect(mergeTwo(merged, merged)).toEqual(merged);
      expect(mergeTwo(merged, a)).toEqual(merged);
    }),
  );
});

test('any order of all parts, some of them twice, gives the report of one run', () => {
  const shuffled = fc.tuple(ids, counts).chain(([names, count]) => {
    const parts = partsOf(names, count);
    const more = fc.subarray(parts);
    const order = more.chain((again) => fc.shuffledSubarray([...parts, ...again], { minLength: count + again.length }));
    return fc.tuple(fc.constant(names), order);
  });
  fc.assert(
    fc.property(shuffled, ([names, parts]) => {
      expect(JSON.stringify(reportOf(all(parts), run))).toBe(JSON.stringify(reportOf(all(partsOf(names, 1)), run)));
    }),
  );
});

test('parts of parts can be merged, also after they were written and read', () => {
  const parts = partsOf(['a', 'b', 'c', 'd', 'e', 'f'], 5);
  const again = (part: Partial): Partial => readPartial(writePartial(part), 'part');
  const [a, b, c, d, e] = parts.map(again) as [Partial, Partial, Partial, Partial, Partial];
  const tree = mergeTwo(again(mergeTwo(e, b)), again(mergeTwo(a, again(mergeTwo(c, d)))));
  expect(writePartial(all([tree]))).toBe(writePartial(all(parts)));
});

test('some parts put together tell which are missing', () => {
  const [, b, , d] = partsOf(['a', 'b'], 5) as [Partial, Partial, Partial, Partial];
  expect(missingParts(mergeSome([d, b, d]))).toEqual([1, 3, 5]);
  expect(missingParts(mergeSome(partsOf(['a', 'b'], 5) as [Partial]))).toEqual([]);
});

test('a missing part is refused, whichever it is', () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 2, max: 16 }), fc.nat(), (names, count, i) => {
      const parts = partsOf(names, count).filter((_, at) => at !== i % count);
      expect(() => all(parts)).toThrow('merge/missing');
    }),
  );
});

test('an institution that no part holds is missing', () => {
  const parts = partsOf(['a', 'b', 'c'], 2).map((part) => ({
    ...part,
    institutions: part.institutions.filter(({ id }) => id !== 'b'),
  }));
  expect(() => all(parts)).toThrow('merge/missing');
});

const BUREAU = {
  input: { file: 'bureau.csv', kind: 'bureau-roster', encoding: 'utf-8' },
  positions: {},
  entries: [],
  findings: [],
  unlisted: [],
};

test.each<[string, { readonly [Key in keyof Partial]?: Partial[Key] }]>([
  ['another version', { tool: { name: 'resume-check', version: '0.0.1' } }],
  ['other rules', { plan: { id: 'liuzhou-2020', digest: '1'.repeat(64) } }],
  ['another plan', { plan: { id: 'other', digest: '0'.repeat(64) } }],
  ['another day', { asOf: '2020-05-12' }],
  ['other options', { options: 'b' }],
  ['another list of the county', { bureau: BUREAU }],
  ['another number of parts', { of: 3 }],
  ['another set of institutions', { found: ['a', 'b', 'c', 'd'] }],
])('a part of %s is refused, in either order', (_, change) => {
  const [first, second] = partsOf(['a', 'b', 'c'], 2) as [Partial, Partial];
  const foreign = { ...second, ...change };
  expect(() => all([first, foreign])).toThrow('merge/parts');
  expect(() => all([foreign, first])).toThrow('merge/parts');
});

test('parts that say different things of one institution are refused', () => {
  const parts = partsOf(['a'], 1);
  const other = { ...(parts[0] as Partial), institutions: [institution('a', ['profile.yaml', 'logs'])] };
  expect(() => all([...parts, other])).toThrow('merge/parts');
  expect(() => all([other, ...parts])).toThrow('merge/parts');
});

test('two institutions of the same id in different folders both stay', () => {
  const [part] = partsOf(['a', 'b'], 1) as [Partial];
  const twins = ['a', 'b'].map((folder) => ({ ...institution(folder), id: 'same' }));
  const merged = all([{ ...part, institutions: twins }]);
  expect(merged.institutions).toHaveLength(2);
});
