/** Columns of ticks side by side, as 皮疹, 腹泻, 呕吐: what is ticked is an entry of one list. */
import type { Column } from '../kind.js';
import type { Layout } from './header-layout.js';
import { type CellContext, type CellReading, type Leniency, readCell } from './values.js';

/** The entries that are ticked in a row, and the place of a tick that could not be read. */
export interface Ticked {
  readonly entries: readonly string[];
  readonly lenient: readonly Leniency[];
  readonly unread?: { readonly index: number; readonly why: NonNullable<CellReading['unreadable']> };
}

/** Reads the ticks of a row. What is not ticked is not there. */
export function readTicks(ticks: Layout['ticks'], cells: readonly string[], context: CellContext): Ticked {
  const entries: string[] = [];
  const lenient = new Set<Leniency>();
  let unread: Ticked['unread'];
  for (const { index, entry } of ticks) {
    const column: Column = { en: entry, zh: entry, type: 'bool' };
    const reading = readCell(cells[index] ?? '', column, context);
    if (reading.value === true) entries.push(entry);
    for (const each of reading.lenient ?? []) lenient.add(each);
    if (reading.unreadable) unread ??= { index, why: reading.unreadable };
  }
  return { entries, lenient: [...lenient], ...(unread ? { unread } : {}) };
}
