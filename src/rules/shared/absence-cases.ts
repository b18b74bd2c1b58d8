/** Joins the rows of the absence log to cases: one person's absence from its first row to the return. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import type { Person } from '../../logs/people.js';

type Row = RowOf<'absence'>;
type DatedRow = Row & { readonly date: string };

/** One absence: its first row and the follow-ups. */
export interface AbsenceCase {
  /** Absent where the name could be several people's. */
  readonly person: Person | undefined;
  /** In the order of their dates. */
  readonly rows: readonly [DatedRow, ...DatedRow[]];
  /** The latest day of return that a row gives. */
  readonly until: string | undefined;
  /** The last row that says how the case ended. */
  readonly closing: DatedRow | undefined;
}

/** Returns all cases. Rows without a date or a name are left out. */
export function absenceCases(logs: Logs): AbsenceCase[] {
  const ofPerson = new Map<Person | string, { person: Person | undefined; rows: DatedRow[] }>();
  for (const row of logs.rows('absence')) {
    if (!isDated(row) || row.at.mention < 0) continue;
    const person = logs.people.of(row.at);
    const key = person ?? `${row.at.mention} ${row.at.log.file}`;
    const known = ofPerson.get(key) ?? { person, rows: [] };
    known.rows.push(row);
    ofPerson.set(key, known);
  }
  return [...ofPerson.values()].flatMap(({ person, rows }) => {
    const cases: { person: Person | undefined; rows: [DatedRow, ...DatedRow[]]; until?: string; closing?: DatedRow }[] =
      [];
    for (const row of rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
      const last = cases.at(-1);
      const current = last && !beginsAnew(row, last) ? last : { person, rows: [row] as [DatedRow] };
      if (current === last) last?.rows.push(row);
      else cases.push(current);
      if (isClosing(row)) current.closing = row;
      if (row.return_date !== undefined && row.return_date > (current.until ?? '')) current.until = row.return_date;
    }
    return cases.map((each) => ({ ...each, until: each.until, closing: each.closing }));
  });
}

/** Whether a row says how the case ended. */
function isClosing({ outcome, return_date }: Row): boolean {
  return return_date !== undefined || (outcome !== undefined && outcome !== '在治');
}

/** Whether a row after the end of a case is about another one: unless the illness began before that end. */
function beginsAnew(
  row: DatedRow,
  { rows, until, closing }: { rows: DatedRow[]; until?: string; closing?: DatedRow },
): boolean {
  if (!closing) return false;
  const end = until ?? rows.at(-1)?.date ?? '';
  if (row.date <= end) return false;
  return row.onset === undefined ? !isClosing(row) : row.onset > end;
}

function isDated(row: Row): row is DatedRow {
  return row.date !== undefined;
}
