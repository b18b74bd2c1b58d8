/** Checks logs with no rule of the plan: what remains is about the input, and hints. */
import { check } from '../../src/check/check.js';
import { knownOf } from '../../src/check/known.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs, type Logs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { fillBoth } from '../../src/text/fill.js';
import type { Finding } from '../../src/types.js';

const AS_OF = '2020-06-01';

/** Returns the findings about logs, given as text by the name of their kind, with a number behind it for a second one. */
export function checkLogs(
  files: Readonly<Record<string, string>>,
  {
    profile: yaml,
    hints,
    onLogs,
  }: { readonly profile?: string; readonly hints?: boolean; readonly onLogs?: (logs: Logs) => void } = {},
): readonly Finding[] {
  const profile = yaml === undefined ? undefined : readProfile(yaml, 'profile.yaml');
  const readings = Object.entries(files).map(([name, text]) =>
    readLog(name, () => [new TextEncoder().encode(text)], {
      kinds: KINDS,
      kind: name.replace(/ \d+$/, ''),
      strict: false,
      asOf: AS_OF,
      limits: LIMITS,
      keepAll: false,
    }),
  );
  const summaries = readings.flatMap(({ summary }) => summary ?? []);
  const logs = joinLogs(summaries, profile && knownOf(profile.profile), AS_OF);
  onLogs?.(logs);
  const report = check(
    {
      id: 'case',
      ...(profile ? { profile } : {}),
      logs: { readings, logs },
      judge: 'logs',
      inputs: [],
    },
    {
      plan: LIUZHOU_2020,
      rules: [],
      asOf: AS_OF,
      digest: (text) => text,
      ...(hints === undefined ? {} : { hints }),
    },
  );
  return report.findings;
}

/** Returns a finding in one line, and sees to it that its words are complete: `warning check:3 input/order: …`. */
export function shown({ severity, location: { file, line }, rule, message, params }: Finding): string {
  const { zh, en } = fillBoth(message, params);
  if (/[{}]|undefined/.test(zh + en)) throw new Error(`incomplete words: ${zh} ${en}`);
  return `${severity} ${file}:${line} ${rule}: ${zh}`;
}
