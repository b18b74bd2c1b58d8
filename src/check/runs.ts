/** Cells of a column of which the same is said, in rows that follow each other, are one finding. */
import { cellsOf } from '../counts.js';
import { isSaidAlike } from '../text/fill.js';
import type { Draft } from './draft.js';

/** Returns the findings, alike cells of rows that follow each other as one, at the place of the first. */
export function joinRuns(drafts: readonly Draft[]): Draft[] {
  const columns = new Map<string, number[]>();
  for (const [i, { rule, severity, location, cell, runKey }] of drafts.entries()) {
    if (runKey === undefined) continue;
    const column = [rule, severity, location.file, cell?.letter, runKey].join('\n');
    const known = columns.get(column);
    if (known) known.push(i);
    else columns.set(column, [i]);
  }
  const joined: (Draft | undefined)[] = [...drafts];
  for (const indexes of columns.values()) {
    const line = (i: number): number => (drafts[i] as Draft).location.line;
    let first: number | undefined;
    for (const i of indexes.sort((a, b) => line(a) - line(b))) {
      const [above, below] = [first === undefined ? undefined : joined[first], drafts[i] as Draft];
      if (first !== undefined && above && goesOn(above, below)) {
        joined[first] = together(above, below);
        joined[i] = undefined;
      } else first = i;
    }
  }
  return joined.filter((draft) => draft !== undefined);
}

function goesOn(above: Draft, below: Draft): boolean {
  const isNext = below.location.line === above.location.endLine + 1;
  return isNext && below.related.length === 0 && above.related.length === 0 && isSaidAlike(above.params, below.params);
}

function together(above: Draft, below: Draft): Draft {
  const { day, runKey: key = above.key, ...rest } = above;
  const { endLine, endColumn } = below.location;
  return {
    ...rest,
    ...(day !== undefined && day === below.day ? { day } : {}),
    location: { ...above.location, endLine, endColumn },
    cells: cellsOf(above) + cellsOf(below),
    key,
    runKey: key,
  };
}
