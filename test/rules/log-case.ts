/** Checks a case of a log fixture with one rule. */
import type { LogFixtureCase } from '../../scripts/fixtures.mjs';
import { check } from '../../src/check/check.js';
import { knownOf } from '../../src/check/known.js';
import { rowChecks } from '../../src/check/row-checks.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS, type Limits } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import type { Rule } from '../../src/rules/rule.js';
import type { InstitutionReport } from '../../src/types.js';

/** Checks the logs of a case, and its profile where the rule looks at it too, with other limits where they are given. */
export function checkLogCase(each: LogFixtureCase, rule: Rule, limits: Limits = LIMITS): InstitutionReport {
  const { files, asOf } = each;
  const profileText = files.find(({ name }) => name === 'profile')?.text;
  const profile = profileText === undefined ? undefined : readProfile(profileText, 'profile');
  const readings = files
    .filter(({ name }) => name !== 'profile')
    .map(({ name, text }) =>
      readLog(name, () => [new TextEncoder().encode(text)], {
        kinds: KINDS,
        kind: name,
        strict: false,
        asOf,
        limits,
        keepAll: false,
        onRow: rowChecks([rule], limits),
      }),
    );
  if (readings.some(({ summary }) => !summary)) throw new Error(`a log of the case "${each.title}" has no header`);
  const summaries = readings.flatMap(({ summary }) => summary ?? []);
  return check(
    {
      id: 'case',
      ...(profile ? { profile } : {}),
      logs: { readings, logs: joinLogs(summaries, profile && knownOf(profile.profile), asOf) },
      judge: 'logs',
      inputs: [],
    },
    { plan: { ...LIUZHOU_2020, limits }, rules: [rule], asOf, stage: 'run', digest: (text) => text },
  );
}
