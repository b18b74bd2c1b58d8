/** What reading one cell gives: its value, the leniencies that it took, or why it has none. */

/** A way in which a cell was not written plainly, and was understood all the same. */
export type Leniency =
  | 'full-width'
  | 'decimal-sign'
  | 'unit'
  | 'rounded'
  | 'date-form'
  | 'date-serial'
  | 'year-added'
  | 'date-added'
  | 'time-form'
  | 'yes-no'
  | 'synonym'
  | 'wrapped'
  | 'missing-word'
  | 'separator';

/** Why a cell could not be read. */
export type Unreadable =
  | 'date'
  | 'month'
  | 'time'
  | 'datetime'
  | 'enum'
  | 'bool'
  | 'phone'
  | 'id'
  | 'id-scientific'
  | 'id-digits-lost'
  | 'ditto'
  | 'decimal'
  | 'int'
  | 'negative'
  | 'date-without-year'
  | 'date-two-digit-year'
  | 'shifted-date'
  | 'decimal-point-lost'
  | 'fahrenheit'
  | 'formula';

/** A cell that was read. Without `value` and `unreadable` it is empty, or holds a word for "not given". */
export interface CellReading {
  readonly value?: string | number | boolean | readonly string[];
  readonly lenient?: readonly Leniency[];
  readonly unreadable?: Unreadable;
}

/** Returns the reading of a value, with the leniencies that it took. */
export function valued(
  value: string | number | boolean | readonly string[],
  lenient: readonly Leniency[],
): CellReading {
  return lenient.length === 0 ? { value } : { value, lenient };
}

/** Returns the reading of a cell that can't be understood. */
export function unreadable(why: Unreadable): CellReading {
  return { unreadable: why };
}

/** Returns the reading with one more leniency, unless it has it already or could not be read anyway. */
export function withLeniency(reading: CellReading, leniency: Leniency): CellReading {
  const already = reading.lenient ?? [];
  if (reading.unreadable !== undefined || already.includes(leniency)) return reading;
  return { ...reading, lenient: [leniency, ...already] };
}
