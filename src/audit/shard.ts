/** Which institutions belong to a shard: by a digest of the id alone, so that others may come and go. */
import { UnusableError } from '../errors.js';
import { sha256 } from '../io/hash.js';

/** One of several parts of an audit, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const MOST_SHARDS = 100_000;

/**
 * Reads `i/n`.
 *
 * @throws {UnusableError} unless i is one of 1 to n.
 */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index !== undefined && shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST_SHARDS) return shard;
  throw new UnusableError('usage/shard', {
    zh: '--shard 写作 第几份/共几份，例如 2/4，第几份从 1 数起',
    en: '--shard is written part/parts, such as 2/4, counted from 1',
  });
}

/** Returns the shard, from 1, that an institution belongs to. */
export function shardOf(id: string, count: number): number {
  return (Number.parseInt(sha256(id).slice(0, 12), 16) % count) + 1;
}
