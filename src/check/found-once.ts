/** What was found in single rows counts once where two files have the same rows. */
import { cellsOf } from '../counts.js';
import type { Logs } from '../logs/logs.js';
import type { LogFinding, LogReading } from '../logs/summary.js';

/** Returns what reading the files found without what rows repeat that an earlier file of the kind has too. */
export function foundOnce(readings: readonly LogReading[], { files, copies }: Logs): readonly LogReading[] {
  if (copies.pairs.length === 0) return readings;
  const said = new Map<string, number>();
  const positions = new Map(files.map((file, i) => [file, i]));
  return readings.map((reading) => {
    const copied = reading.summary && copies.of[positions.get(reading.summary) ?? -1];
    const lines = new Set([...(copied?.rows ?? [])].map(({ at }) => at.line));
    const copiedOf = (finding: LogFinding): number => {
      if (finding.day !== undefined && copied?.days.has(finding.day)) return cellsOf(finding);
      let cells = 0;
      for (let { line } = finding; line <= finding.endLine; line++) if (lines.has(line)) cells++;
      return cells;
    };
    const own = new Map<string, number>();
    const left = new Map(said);
    const dropped = new Map<LogFinding, number>();
    for (const finding of reading.findings) {
      const content = `${reading.summary?.log.kind} ${contentOf(finding)}`;
      own.set(content, (own.get(content) ?? 0) + cellsOf(finding));
      const before = left.get(content) ?? 0;
      const cells = Math.min(copiedOf(finding), before);
      if (cells > 0) dropped.set(finding, cells);
      left.set(content, before - cells);
    }
    for (const [content, count] of own) said.set(content, Math.max(said.get(content) ?? 0, count));
    return dropped.size === 0 ? reading : without(reading, dropped);
  });
}

/** What a finding says, wherever it stands. That of a cell is told by its column, as where it is one of a run. */
function contentOf({ rule, message, severity, day, key, cell, params }: LogFinding): string {
  return JSON.stringify([rule, message, severity, day, cell?.column ?? key, params]);
}

/** The reading without so many cells of each of these findings. */
function without(reading: LogReading, dropped: ReadonlyMap<LogFinding, number>): LogReading {
  const counts = new Map([...reading.counts].map(([rule, bySeverity]) => [rule, new Map(bySeverity)]));
  for (const [{ rule, severity }, cells] of dropped) {
    const bySeverity = counts.get(rule);
    bySeverity?.set(severity, (bySeverity.get(severity) ?? cells) - cells);
  }
  const findings = reading.findings.flatMap((finding) => {
    const cells = cellsOf(finding) - (dropped.get(finding) ?? 0);
    if (cells === 0) return [];
    return cells === cellsOf(finding) ? [finding] : [{ ...finding, cells }];
  });
  return { ...reading, findings, counts };
}
