/** Windows of time within a day, in minutes after midnight. */

/** From opening to closing. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Joins windows that overlap or touch, in the order of their beginning. */
export function joined(windows: readonly Window[]): Window[] {
  const result: Window[] = [];
  for (const { from, to } of [...windows].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (last && from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else result.push({ from, to });
  }
  return result;
}
