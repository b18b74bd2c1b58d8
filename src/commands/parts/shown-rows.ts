/** The lines of logs that a text report shows, read again from the files: only those, and only when they are asked for. */
import { readBlocks, shownPath } from '../../io/files.js';
import { excerptLines } from '../../logs/excerpt.js';
import type { LogReading } from '../../logs/summary.js';
import type { ShowValues } from '../../text/mask.js';

/** Returns a line of an input, or `undefined` if it is not at hand. */
export type Excerpt = (file: string, line: number) => string | undefined;

/**
 * Returns the lines that a report shows. The report is drawn once to learn which they are: what it leaves out is decided
 * in one place.
 *
 * @param paths - of the logs, as they were named
 */
export async function shownRows(
  draw: (excerpt: Excerpt) => Promise<unknown>,
  paths: readonly string[],
  readings: readonly LogReading[],
  show: ShowValues,
): Promise<Excerpt> {
  const wanted = new Map<string, Set<number>>();
  await draw((file, line) => {
    const lines = wanted.get(file) ?? new Set();
    wanted.set(file, lines.add(line));
    return undefined;
  });
  const pathOf = new Map(paths.map((path) => [shownPath(path), path]));
  const shown = new Map<string, ReadonlyMap<number, string>>();
  for (const { file, summary } of readings) {
    const [lines, path] = [wanted.get(file), pathOf.get(file)];
    if (!lines || path === undefined || !summary) continue;
    shown.set(
      file,
      excerptLines(() => readBlocks(path), summary.log, lines, show),
    );
  }
  return (file, line) => shown.get(file)?.get(line);
}
