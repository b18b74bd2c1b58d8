/** Finds logs that several institutions handed in alike. */
import { SAME_LOG } from '../check/handed-in.js';
import { isWorded } from '../errors.js';
import { readBlocks, sizeOf } from '../io/files.js';
import { keyedDigest, randomKey } from '../io/hash.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import { fillBoth } from '../text/fill.js';
import type { Finding, Wording } from '../types.js';
import { findingOf, startOf } from './finding.js';

/** An institution's log files. */
export interface HandedIn {
  readonly id: string;
  readonly folder: string;
  readonly logs: readonly { readonly path: string; readonly file: string }[];
}

const OTHERS: Wording = { zh: '{others} 等 {count} 家机构', en: '{others} and others, {count} in all' };
/** Other institutions that a finding names. */
const MOST_NAMED = 3;
/** Shorter files hold no more than a header, which all have alike. */
const LEAST_BYTES = 512;

/**
 * Returns for each institution, by its folder, the findings at logs that another handed in too. Only files of the same size are read;
 * they are compared by digests with a key that is made for this run and kept nowhere.
 */
export function sameLogs(institutions: readonly HandedIn[]): ReadonlyMap<string, readonly Finding[]> {
  const key = randomKey();
  const all = institutions.flatMap(({ logs, ...owner }) =>
    logs.map((log) => ({ ...log, ...owner, size: sizeOf(log.path) })),
  );
  const found = new Map<string, Finding[]>();
  for (const alike of groupedBy(
    all.filter(({ size }) => size >= LEAST_BYTES),
    ({ size }) => String(size),
  ).values()) {
    if (new Set(alike.map(({ folder }) => folder)).size < 2) continue;
    for (const same of groupedBy(alike, ({ path }) => digestOf(key, path)).values()) {
      const byFolder = groupedBy(same, ({ folder }) => folder);
      if (byFolder.size < 2) continue;
      for (const { id, folder, file } of same) {
        const others = [...byFolder].flatMap(([other, [first]]) => (other === folder || !first ? [] : [first]));
        const related = others.slice(0, MOST_NAMED).map((other) => startOf(other.file));
        const place = { location: startOf(file), params: { others: named(others) }, related };
        found.set(folder, [...(found.get(folder) ?? []), findingOf(id, SAME_LOG, 'same', place)]);
      }
    }
  }
  return found;
}

/** The ids of others, not too many of them. */
function named(others: readonly { readonly id: string }[]): Wording {
  const ids = others.slice(0, MOST_NAMED).map(({ id }) => id);
  const [zh, en] = [ids.join('、'), ids.join(', ')];
  if (others.length <= MOST_NAMED) return { zh, en };
  return fillBoth(OTHERS, { others: { zh, en }, count: others.length });
}

/** What tells contents apart. A file that can't be read is like no other; the audit of its institution says that it can't. */
function digestOf(key: string, path: string): string {
  try {
    return keyedDigest(key, readBlocks(path));
  } catch (error) {
    if (!isWorded(error)) throw error;
    return `unread ${path}`;
  }
}
