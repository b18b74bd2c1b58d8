/** Tells what hangs from what ends: no test is about time, but what takes quadratic time on long input never ends. */

/** Milliseconds after which a call counts as hanging; jest can't interrupt what doesn't wait. */
const HANG = 60_000;

/**
 * Runs it and returns what it returns. Inputs are to be so long that linear time is some seconds on a slow machine, and
 * quadratic time minutes on a fast one.
 *
 * @throws Error if it took as long as something that hangs.
 */
export function endsSoon<T>(act: () => T): T {
  const start = performance.now();
  const result = act();
  const took = performance.now() - start;
  if (took > HANG) throw new Error(`took ${Math.round(took / 1000)} s, which is more than linear time on any machine`);
  return result;
}
