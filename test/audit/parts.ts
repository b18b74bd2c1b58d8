/** Parts of audits that were never run, for tests. */

import { findingOf, startOf } from '../../src/audit/finding.js';
import { unreported } from '../../src/audit/institution.js';
import type { Partial } from '../../src/audit/partial.js';
import { shardOf } from '../../src/audit/shard.js';
import { NO_LOGS } from '../../src/check/handed-in.js';
import type { Finding, InstitutionReport } from '../../src/types.js';

/** Returns the report of an institution with a finding at each of the files. */
export function institution(id: string, files: readonly string[] = ['profile.yaml']): InstitutionReport {
  const findings = files.map((file) => findingOf(id, NO_LOGS, 'noFolder', { location: startOf(`${id}/${file}`) }));
  const [first, ...rest] = findings as [Finding, ...Finding[]];
  const report = unreported(id, undefined, 'run', first);
  return { ...report, findings: [...report.findings, ...rest] };
}

/** Returns the parts that an audit of the institutions in so many shards writes. */
export function partsOf(
  ids: readonly string[],
  count: number,
  change: { readonly [Key in keyof Partial]?: Partial[Key] } = {},
): Partial[] {
  const found = [...new Set(ids)].sort();
  return Array.from({ length: count }, (_, i) => ({
    formatVersion: 1,
    tool: { name: 'resume-check', version: '0.0.0' },
    plan: { id: 'liuzhou-2020', digest: '0'.repeat(64) },
    asOf: '2020-05-11',
    options: 'a',
    config: 'c',
    of: count,
    shards: [i + 1],
    found,
    expected: [],
    institutions: found.filter((id) => shardOf(id, count) === i + 1).map((id) => institution(id)),
    ...change,
  }));
}
