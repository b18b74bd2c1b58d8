/** Puts parts of an audit together: in any order and grouping, and the same part again changes nothing. */
import { UnfinishedError } from '../errors.js';
import type { InstitutionReport, Wording } from '../types.js';
import { firstFileOf } from './finding.js';
import type { Partial } from './partial.js';

/**
 * Puts two parts together.
 *
 * @throws {UnfinishedError} if they are of different audits, or say different things of the same institution.
 */
export function mergeTwo(one: Partial, other: Partial): Partial {
  const refuse = (words: Wording): never => {
    throw new UnfinishedError('merge/parts', words);
  };
  if (one.tool.version !== other.tool.version)
    refuse({ zh: '各部分是不同版本的程序写的，没有合并', en: 'the parts are from different versions of the program' });
  if (one.plan.id !== other.plan.id || one.plan.digest !== other.plan.digest)
    refuse({ zh: '各部分用的预案或规则不同，没有合并', en: 'the parts used different plans or rules' });
  if (one.asOf !== other.asOf)
    refuse({
      zh: '各部分核对的日子不同，没有合并；都用同一个 --as-of',
      en: 'the parts have different as-of days; use one --as-of',
    });
  if (JSON.stringify(one.bureau) !== JSON.stringify(other.bureau))
    refuse({
      zh: '各部分用的县（区）恢复名单不同，没有合并；都用同一个 --bureau',
      en: 'the parts have different lists of the county; use one --bureau for all',
    });
  if (one.options !== other.options)
    refuse({
      zh: '各部分的选项、配置或名单不同，没有合并',
      en: 'the parts have different options, configurations or lists',
    });
  if (JSON.stringify(one.found) !== JSON.stringify(other.found))
    refuse({
      zh: '各部分核对的不是同一批机构（中间有增减），没有合并；都重跑一遍',
      en: 'the parts are of different sets of institutions, some came or went in between; run all parts again',
    });
  if (one.of !== other.of)
    refuse({ zh: '各部分的总份数不同，没有合并', en: 'the parts are of different numbers of parts' });
  const institutions = new Map<string, InstitutionReport>();
  for (const each of [...one.institutions, ...other.institutions]) {
    const key = keyOf(each);
    const known = institutions.get(key);
    if (known && known !== each && JSON.stringify(known) !== JSON.stringify(each)) {
      refuse({
        zh: '两份里同一机构的结果不同，没有合并；重跑这两份',
        en: 'two parts say different things of the same institution; run both again',
      });
    }
    institutions.set(key, each);
  }
  return {
    ...one,
    shards: [...new Set([...one.shards, ...other.shards])].sort((a, b) => a - b),
    institutions: [...institutions.values()].sort(inOrder),
  };
}

/**
 * Puts some parts of an audit together.
 *
 * @throws {UnfinishedError} if one does not belong to the others.
 */
export function mergeSome([first, ...rest]: readonly [Partial, ...Partial[]]): Partial {
  return rest.reduce(mergeTwo, first);
}

/** Returns the numbers of the parts that are in none of those put together, from 1. */
export function missingParts({ of, shards }: Partial): number[] {
  return Array.from({ length: of }, (_, i) => i + 1).filter((shard) => !shards.includes(shard));
}

/**
 * Returns the parts put together if they are all of their audit.
 *
 * @throws {UnfinishedError} if one is missing.
 */
export function whole(merged: Partial): Partial {
  const missing = missingParts(merged);
  if (missing.length > 0) {
    throw new UnfinishedError(
      'merge/missing',
      {
        zh: '缺少第 {missing} 份（共 {of} 份），没有合并',
        en: 'part {missing} of {of} is missing, nothing was merged',
      },
      { missing: missing.slice(0, 20).join(', '), of: merged.of },
    );
  }
  if (merged.institutions.length !== merged.found.length) {
    throw new UnfinishedError(
      'merge/missing',
      {
        zh: '应有 {found} 家机构，各部分里有 {count} 家，没有合并；重跑各部分',
        en: 'there are {found} institutions, but {count} in the parts, nothing was merged; run the parts again',
      },
      { found: merged.found.length, count: merged.institutions.length },
    );
  }
  return merged;
}

/** The order in which institutions stand in a report. */
export function inOrder(one: InstitutionReport, other: InstitutionReport): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What tells institutions apart: the id, and the first of their files, since two may have the same id by mistake. */
function keyOf(one: InstitutionReport): string {
  return `${one.id}\n${firstFileOf(one)}`;
}
