/** Finds logs that several institutions handed in alike. */
import { isWorded } from '../errors.js';
import { readBlocks, sizeOf } from '../io/files.js';
import { keyedDigest, randomKey } from '../io/hash.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import type { Finding, Wording } from '../types.js';
import { findingOf, startOf } from './finding.js';

/** An institution's log files. */
export interface HandedIn {
  readonly id: string;
  readonly folder: string;
  readonly logs: readonly { readonly path: string; readonly file: string }[];
}

const SAME: Wording = {
  zh: '与另外 {count} 家机构交来的一份日志完全相同，请核实（只说明内容相同，不说明原因）',
  en: 'the very same as a log of {count} other institutions; check it (the contents are the same, which says nothing of why)',
};
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
      const count = new Set(same.map(({ folder }) => folder)).size - 1;
      if (count === 0) continue;
      for (const { id, folder, file } of same) {
        const finding = findingOf(id, 'hint/same-log', SAME, { count }, startOf(file), 'info');
        found.set(folder, [...(found.get(folder) ?? []), finding]);
      }
    }
  }
  return found;
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
