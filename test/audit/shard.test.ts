/** Who belongs to which shard: every institution to one, and to the same one whoever else is there. */
import fc from 'fast-check';
import { readShard, shardOf } from '../../src/audit/shard.js';

test.each([
  ['1/1', 1, 1],
  ['3/7', 3, 7],
  ['16/16', 16, 16],
  ['100000/100000', 100_000, 100_000],
])('%s is a shard', (text, index, count) => {
  expect(readShard(text)).toEqual({ index, count });
});

test.each(['0/1', '2/1', '0/0', '1/0', '-1/2', '1', '1/', '/2', '1/2/3', '1.5/2', '１/２', '', '1/100001', '1 / 2'])(
  '%j is none',
  (text) => {
    expect(() => readShard(text)).toThrow('usage/shard');
  },
);

test('every institution belongs to one of the shards', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), (id, count) => {
      const shard = shardOf(id, count);
      expect(Number.isInteger(shard) && shard >= 1 && shard <= count).toBe(true);
    }),
  );
});

// another number here would tear audits apart that were begun by an older version
test.each([
  ['example-complete', 7, 2],
  ['学校001', 7, 5],
  ['a', 16, 12],
])('%s is among %d shards in number %d, as ever', (id, count, shard) => {
  expect(shardOf(id, count)).toBe(shard);
});

test('shards are about even: of 3,000 institutions none of 16 holds more than 1.3 times its share', () => {
  const sizes = new Array<number>(16).fill(0);
  for (let i = 0; i < 3000; i++) {
    const at = shardOf(`school-${i}`, 16) - 1;
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  expect(Math.max(...sizes)).toBeLessThan((3000 / 16) * 1.3);
});
