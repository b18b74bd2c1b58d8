/** What is wrong with the cells of a row that could be read, whatever the plan says. */
import { inputCheck } from '../../input-check.js';
import { keeps } from '../../plan/limit.js';
import type { Wording } from '../../types.js';
import { ORDER } from '../contradictions.js';
import type { Column, LogKind } from '../kind.js';
import type { RaiseAtRow, ReadOptions } from './options.js';

/** A cell that must be filled in. */
export const CELL_EMPTY = inputCheck({
  id: 'input/cell-empty',
  severity: 'error',
  messages: {
    empty: { zh: '没有填写“{column}”', en: '"{column}" is empty' },
  },
});

/** Temperatures that nobody has. */
export const TEMPERATURE = inputCheck({
  id: 'input/temperature',
  severity: 'warning',
  messages: {
    impossible: {
      zh: '“{column}”不可能是体温（低于 {low} 或高于 {high}，工具默认值，非预案规定），请核实改正',
      en: '"{column}" can be no body temperature (below {low} or above {high}, toolkit default); check and correct it',
    },
    implausible: {
      zh: '“{column}”不大可能（低于 {low} 或高于 {high}，工具默认值，非预案规定），请复测',
      en: '"{column}" is hardly possible (below {low} or above {high}, toolkit default); measure again',
    },
  },
});

/** A row of a day that is yet to come. */
export const DATE_FUTURE = inputCheck({
  id: 'input/date-future',
  severity: 'error',
  messages: {
    future: { zh: '“{column}”在核对日 {asOf} 之后', en: '"{column}" is after {asOf}, the day of the check' },
  },
});

/** A row of a day before all this began. */
export const DATE_EARLY = inputCheck({
  id: 'input/date-early',
  severity: 'warning',
  messages: {
    early: { zh: '“{column}”早于 2019-12-01，请核实', en: '"{column}" is before 2019-12-01; check it' },
  },
});

/** Nothing in these logs is older. */
const EARLIEST = '2019-12-01';

type Values = Readonly<Record<string, unknown>>;

/** The columns of a file. */
export interface GivenColumns {
  readonly kind: LogKind;
  has(column: string): boolean;
}

/** Raises what is wrong with the cells of a row. A cell that can't be read is not empty. */
export function judgeCells(
  values: Values,
  { kind, has }: GivenColumns,
  isRead: (column: string) => boolean,
  raise: RaiseAtRow,
  { limits, asOf }: Pick<ReadOptions, 'limits' | 'asOf'>,
): void {
  for (const column of kind.columns) {
    const value = values[column.en];
    if (value === undefined) {
      if (has(column.en) && isRead(column.en) && isRequired(column, values))
        raise(CELL_EMPTY, 'empty', { column: column.en });
      continue;
    }
    if (column.unit === '℃' && typeof value === 'number') {
      const { possibleLow, possibleHigh, plausibleLow, plausibleHigh } = limits;
      if (!keeps(possibleLow, value) || !keeps(possibleHigh, value)) {
        const params = { low: possibleLow.value, high: possibleHigh.value };
        raise(TEMPERATURE, 'impossible', { column: column.en, params, severity: 'error' });
      } else if (!keeps(plausibleLow, value) || !keeps(plausibleHigh, value)) {
        const params = { low: plausibleLow.value, high: plausibleHigh.value };
        raise(TEMPERATURE, 'implausible', { column: column.en, params });
      }
    }
    if (column.en === kind.dated && typeof value === 'string') {
      if (value.slice(0, 10) > asOf) raise(DATE_FUTURE, 'future', { column: column.en, params: { asOf } });
      else if (value < EARLIEST) raise(DATE_EARLY, 'early', { column: column.en });
    }
  }
  const titleOf = (name: string): Wording => nameOf(kind.columns.find(({ en }) => en === name) as Column);
  for (const [earlier, later, unless] of kind.ordered ?? []) {
    if (unless !== undefined && values[unless] !== undefined) continue;
    const [from, to] = [values[earlier], values[later]];
    if (from !== undefined && to !== undefined && (to as string | number) < (from as string | number))
      raise(ORDER, 'before', { column: later, params: { earlier: titleOf(earlier), later: titleOf(later) } });
  }
}

/** The header of a column, for the words of a finding. */
export function nameOf({ zh, en }: Column): Wording {
  return { zh, en };
}

function isRequired(column: Column, values: Values): boolean {
  if (column.requiredUnless) return values[column.requiredUnless.column] !== column.requiredUnless.is;
  if (column.required) return true;
  return column.requiredWith !== undefined && values[column.requiredWith] !== undefined;
}
