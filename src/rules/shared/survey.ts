/** Judges the rows of the 14-day survey of one person. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';
import { addDays } from '../../plan/days.js';
import { type Limit, leastWhole } from '../../plan/limit.js';
import type { Params } from '../../types.js';
import type { Unless } from '../rule.js';
import { joined } from './windows.js';

/** A row of the survey. */
export type SurveyRow = RowOf<'history14'>;

/** What the rows of a person must show. */
export interface Wanted {
  /** The day before which the days count. Absent: any days will do. */
  readonly day: string | undefined;
  readonly days: Limit;
  /** Days from here on are not over yet. */
  readonly asOf: string;
  /** What must be filled in. */
  readonly columns: readonly (keyof SurveyRow & string)[];
}

/** What is wrong with the rows, at one of them. */
export interface SurveyFault {
  readonly row: SurveyRow;
  readonly column: string;
  readonly message: 'incomplete' | 'beginsLate' | 'endsEarly' | 'gap';
  readonly params?: Params;
  readonly unless: Unless;
}

/** Other rows of the person, or cells of these, may be those that could not be read. */
const ANY_ROW = { anyDay: true } as const satisfies Unless;

/** Returns the rows of each person. */
export function surveysOf(logs: Logs): ReadonlyMap<Person, readonly SurveyRow[]> {
  const rows = new Map<Person, SurveyRow[]>();
  for (const row of logs.rows('history14')) {
    const person = logs.people.of(row.at);
    const others = person && rows.get(person);
    if (others) others.push(row);
    else if (person) rows.set(person, [row]);
  }
  return rows;
}

/** Returns what is wrong with a person's rows, of which there is at least one. Rows together may span the days. */
export function surveyFaults(rows: readonly SurveyRow[], { day, days, asOf, columns }: Wanted): SurveyFault[] {
  const needed = ['from', 'to', ...columns] as const;
  const emptyOf = (row: SurveyRow): string | undefined =>
    needed.find((name) => row[name as keyof SurveyRow] === undefined);
  const complete = rows.filter((row) => emptyOf(row) === undefined);
  const incomplete = rows.find((row) => emptyOf(row) !== undefined);
  const incompleteFault = (row: SurveyRow): SurveyFault => ({
    row,
    column: emptyOf(row) ?? 'from',
    message: 'incomplete',
    unless: ANY_ROW,
  });
  const [any] = complete;
  if (!any) return incomplete ? [incompleteFault(incomplete)] : [];
  if (day === undefined) return [];
  const least = leastWhole(days);
  const first = addDays(day, -least);
  const last = addDays(day < asOf ? day : asOf, -1);
  // days as windows that touch where one follows the other
  const spans = joined(complete.map(({ from = '', to = '' }) => ({ from: numberOf(from), to: numberOf(to) + 1 })));
  if (last < first || spans.some(({ from, to }) => from <= numberOf(first) && to > numberOf(last))) return [];
  if (incomplete) return [incompleteFault(incomplete)];
  const begin = complete.reduce((a, b) => ((b.from ?? '') < (a.from ?? '') ? b : a), any);
  const end = complete.reduce((a, b) => ((b.to ?? '') > (a.to ?? '') ? b : a), any);
  const faults: SurveyFault[] = [];
  const { from = '' } = begin;
  const { to = '' } = end;
  if (from > first) {
    faults.push({
      row: begin,
      column: 'from',
      message: 'beginsLate',
      params: { from, day, first, days: least },
      unless: ANY_ROW,
    });
  }
  if (to < last)
    faults.push({ row: end, column: 'to', message: 'endsEarly', params: { to, day, last }, unless: ANY_ROW });
  return faults.length > 0 ? faults : [{ row: begin, column: 'to', message: 'gap', unless: ANY_ROW }];
}

function numberOf(date: string): number {
  return Math.round(Date.parse(date) / 86_400_000);
}
