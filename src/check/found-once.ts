/** What was found in single rows counts once where two files have the same rows. */
import type { Logs } from '../logs/logs.js';
import type { LogFinding, LogReading } from '../logs/summary.js';

/** Returns what reading the files found without what rows repeat that an earlier file of the kind has too. */
export function foundOnce(readings: readonly LogReading[], { files, copies }: Logs): readonly LogReading[] {
  if (copies.pairs.length === 0) return readings;
  const said = new Map<string, number>();
  const positions = new Map(files.map((file, i) => [file, i]));
  return readings.map((reading) => {
    const copied = reading.summary && copies.of[positions.get(reading.summary) ?? -1];
    const own = new Map<string, number>();
    const lines = new Set([...(copied?.rows ?? [])].map(({ at }) => at.line));
    const isCopied = ({ day, line }: LogFinding): boolean =>
      (day !== undefined && copied?.days.has(day) === true) || lines.has(line);
    const dropped = new Set<LogFinding>();
    for (const finding of reading.findings) {
      const key = `${reading.summary?.log.kind} ${contentOf(finding)}`;
      const count = (own.get(key) ?? 0) + 1;
      own.set(key, count);
      if (isCopied(finding) && count <= (said.get(key) ?? 0)) dropped.add(finding);
    }
    for (const [key, count] of own) said.set(key, Math.max(said.get(key) ?? 0, count));
    return dropped.size === 0 ? reading : without(reading, dropped);
  });
}

/** What a finding says, wherever it stands. */
function contentOf({ rule, message, severity, day, key, cell, params }: LogFinding): string {
  return JSON.stringify([rule, message, severity, day, key, cell?.column, params]);
}

function without(reading: LogReading, dropped: ReadonlySet<LogFinding>): LogReading {
  const counts = new Map([...reading.counts].map(([rule, bySeverity]) => [rule, new Map(bySeverity)]));
  for (const { rule, severity } of dropped) {
    const bySeverity = counts.get(rule);
    bySeverity?.set(severity, (bySeverity.get(severity) ?? 1) - 1);
  }
  return { ...reading, findings: reading.findings.filter((each) => !dropped.has(each)), counts };
}
