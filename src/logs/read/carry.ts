/**
 * Cells that are filled in once and are blank below, as merged cells are saved, or that say "the same": they are read as the
 * cell above. Who a row is about is carried down only where it says so; a reading, a time, a number of a person and a
 * signature never are.
 */
import type { CellType, Column, LogKind } from '../kind.js';
import type { Leniency } from './reading.js';

/** What says that a cell is the same as the one above. */
const DITTO = new Set(['同上', '〃', '″', '′′', '"', '〞']);
/** Of values of these types none is the same as another because someone says so. */
const NEVER: ReadonlySet<CellType> = new Set(['time', 'datetime', 'decimal', 'id', 'phone']);

/** Returns whether a cell says that it is the same as the one above. */
export function isDitto(text: string): boolean {
  return DITTO.has(text);
}

/** A cell that was read as the one above, and why. */
export interface Carried {
  readonly column: Column;
  readonly leniency: Extract<Leniency, 'merged' | 'ditto'>;
}

interface Cell {
  readonly column: Column;
  readonly index: number;
  /** Whether it may be blank below the one that it is the same as. */
  readonly blank: boolean;
  above: string | undefined;
  isAboveFilled: boolean;
  /** Whether two records, one below the other, have the same text: then a blank cell is no merged one. */
  repeats: boolean;
}

/** The cells above the record at hand. */
export class Carry {
  private readonly cells: Cell[];

  /** @param signed - the positions of columns that are signed */
  constructor(kind: LogKind, positions: ReadonlyMap<string, number>, signed: ReadonlySet<number>) {
    this.cells = kind.columns.flatMap((column) => {
      const index = positions.get(column.en);
      if (index === undefined || signed.has(index) || NEVER.has(column.type)) return [];
      const blank = isCarriedDown(column, kind);
      return [{ column, index, blank, above: undefined, isAboveFilled: false, repeats: false }];
    });
  }

  /** Whether a cell of the record may be that above. */
  asks(record: readonly string[]): boolean {
    return this.cells.some((cell) => isAsking(cell, textOf(record, cell)));
  }

  /** Returns the record with what is carried down, which is listed; the record itself where nothing is. */
  down(record: readonly string[]): { readonly record: readonly string[]; readonly carried: readonly Carried[] } {
    const carried: Carried[] = [];
    let filled: string[] | undefined;
    for (const cell of this.cells) {
      const text = textOf(record, cell);
      if (cell.above === undefined || !isAsking(cell, text)) continue;
      filled ??= [...record];
      filled[cell.index] = cell.above;
      carried.push({ column: cell.column, leniency: text === '' ? 'merged' : 'ditto' });
    }
    this.see(record);
    return { record: filled ?? record, carried };
  }

  /** Notes the cells of a record for those below. */
  see(record: readonly string[]): void {
    for (const cell of this.cells) {
      const text = textOf(record, cell);
      const isFilled = text !== undefined && text !== '' && !isDitto(text);
      if (isFilled) {
        if (cell.isAboveFilled && cell.above === text) cell.repeats = true;
        cell.above = text;
      }
      cell.isAboveFilled = isFilled;
    }
  }

  /** Forgets what is above: a new page or table begins. */
  forget(): void {
    for (const cell of this.cells) {
      cell.above = undefined;
      cell.isAboveFilled = false;
    }
  }
}

/**
 * Whether a column is filled in once for several rows: the day, the class, the place, who keeps the log. Nobody need fill
 * in the optional ones, and a log of one row a day has no day for two.
 */
function isCarriedDown({ en, required, refersTo }: Column, { dated, key = [], person, recorder }: LogKind): boolean {
  if (!required || dated === undefined) return false;
  if (en === dated) return key.length > 0;
  return en === person?.group || en === recorder || refersTo === 'class' || refersTo === 'space';
}

/** A record that ends before the cell is cut off: there is no cell that could have been merged. */
function isAsking({ blank, repeats }: Cell, text: string | undefined): boolean {
  if (text === undefined) return false;
  return text === '' ? blank && !repeats : isDitto(text);
}

function textOf(record: readonly string[], { index }: Cell): string | undefined {
  return record[index]?.trim();
}
