/**
 * Collects the findings of one file: alike cells of rows that follow each other are one, the first of each sort are kept,
 * all are counted. A wrong column of a large file has millions.
 */
import { Places } from '../../counts.js';
import type { RaisedFinding } from '../../input-check.js';
import { isSaidAlike } from '../../text/fill.js';
import { SEVERITIES, type Severity } from '../../types.js';
import type { LogSource, RowPlace } from '../kind.js';
import type { FindingCounts, LogFinding, WorstByDay } from '../summary.js';
import { cellPlace } from './cells.js';

/** Days of which the worst finding is known. */
const MOST_DAYS = 4000;

/** What is kept of a file. */
export interface Keeping {
  /** Findings of one sort that are kept; as many as reports list if absent. */
  readonly most?: number | undefined;
  /** Whether to keep every finding about a row besides, with its record, for the rejects file. */
  readonly keepAll: boolean;
}

type Place = Pick<LogFinding, 'line' | 'column' | 'endLine' | 'endColumn'>;

/** A finding that is kept, and how far down it goes. */
interface Kept {
  readonly finding: LogFinding;
  readonly column: string;
  cells: number;
  last: RowPlace | undefined;
  /** The line on which a row would go on with it. */
  next: number;
}

/** The findings of one file. */
export class FindingList {
  /** How many findings there were so far. */
  total = 0;
  /** Every finding about a row with its record, where they are asked for. */
  readonly rejects: LogFinding[] = [];
  private readonly list: Kept[] = [];
  private readonly places: Places;
  /** Of each sort the finding that the next row may go on with. */
  private readonly latest = new Map<string, Kept>();
  private readonly tally = new Map<string, Map<Severity, number>>();
  private readonly byDay = new Map<string, Map<string, Severity>>();

  constructor(
    private readonly file: string,
    private readonly keeping: Keeping,
  ) {
    this.places = new Places(keeping.most);
  }

  /** Adds a finding about a row, or about one cell of it. */
  atRow(raised: RaisedFinding, place: RowPlace, index?: number, column?: string): void {
    this.count(raised);
    const cell = index === undefined ? {} : { cell: { index, ...(column === undefined ? {} : { column }) } };
    if (this.keeping.keepAll)
      this.rejects.push({ ...this.found(raised, placeIn(place, index)), ...cell, record: place.record });
    const sort = `${raised.rule} ${raised.message} ${column ?? ''} ${index ?? ''}`;
    const above = this.latest.get(sort);
    if (above?.next === place.line && column !== undefined && isAlike(above.finding, raised)) {
      goOn(above, place);
    } else if (this.places.admits(sort)) {
      const finding = { ...this.found(raised, placeIn(place, index)), ...cell };
      this.latest.set(sort, this.keep(finding, lineAfter(place), column));
    }
  }

  /** Adds a finding about a line of the file as such. */
  atLine(raised: RaisedFinding, line: number, column = 1, endColumn = column): void {
    this.add(raised, () => ({ line, column, endLine: line, endColumn }));
  }

  /** Adds a finding about a cell of the header. */
  atHeader(
    raised: RaisedFinding,
    record: string,
    log: Pick<LogSource, 'delimiter'>,
    line: number,
    index: number,
  ): void {
    // the place of each of 100,000 columns would take the square of that
    this.add(raised, () => placeIn({ record, line, log }, index), { cell: { index } });
  }

  /** Those that are kept, in the order in which they were found. */
  get kept(): LogFinding[] {
    return this.list.map(({ finding, column, cells, last }) => {
      if (!last) return finding;
      const { endLine, endColumn } = placeIn(last, finding.cell?.index);
      // whichever rows they are
      return { ...finding, key: column, endLine, endColumn, cells };
    });
  }

  /** How many there were, by rule and severity, whatever was kept. */
  get counts(): FindingCounts {
    return this.tally;
  }

  /** The worst that there was on each day, by rule, whatever was kept. */
  get worst(): WorstByDay {
    return this.byDay;
  }

  private count({ rule, severity, day }: RaisedFinding): void {
    this.total++;
    if (day !== undefined) this.mark(rule, day, severity);
    const bySeverity = this.tally.get(rule) ?? new Map<Severity, number>();
    this.tally.set(rule, bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + 1));
  }

  private mark(rule: string, day: string, severity: Severity): void {
    const days = this.byDay.get(rule) ?? new Map<string, Severity>();
    this.byDay.set(rule, days);
    const before = days.get(day);
    if (before === undefined ? days.size < MOST_DAYS : SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(before))
      days.set(day, severity);
  }

  private add(raised: RaisedFinding, at: () => Place, cell: Pick<LogFinding, 'cell'> = {}): void {
    this.count(raised);
    if (this.places.admits(`${raised.rule} ${raised.message}`)) this.keep({ ...this.found(raised, at()), ...cell }, 0);
  }

  private keep(finding: LogFinding, next: number, column = ''): Kept {
    const kept: Kept = { finding, column, cells: 1, last: undefined, next };
    this.list.push(kept);
    return kept;
  }

  private found({ rule, message, severity, params = {}, key = '', day, word }: RaisedFinding, at: Place): LogFinding {
    const said = { ...(day === undefined ? {} : { day }), ...(word === undefined ? {} : { word }) };
    return { rule, message, severity, file: this.file, ...at, params, key, ...said };
  }
}

/** Whether the same is said of a cell as of the one above it. Those of another day stay apart: see `foundOnce`. */
function isAlike(above: LogFinding, { severity, day, params = {} }: RaisedFinding): boolean {
  return above.severity === severity && above.day === day && isSaidAlike(above.params, params);
}

/** Makes a finding one of the row too. */
function goOn(kept: Kept, place: RowPlace): void {
  kept.cells++;
  kept.last = place;
  kept.next = lineAfter(place);
}

/** The place of a row, or of one of its cells. */
function placeIn(
  { record, line, log }: Pick<RowPlace, 'record' | 'line'> & { log: Pick<LogSource, 'delimiter'> },
  index?: number,
): Place {
  if (index === undefined) {
    const end = /[\r\n]/.exec(record)?.index ?? record.length;
    return { line, column: 1, endLine: line, endColumn: end + 1 };
  }
  const at = cellPlace(record, log.delimiter, index);
  return { line: line + at.line, column: at.column, endLine: line + at.endLine, endColumn: at.endColumn };
}

/** The line on which the record after it begins. */
function lineAfter({ record, line }: RowPlace): number {
  const breaks = /[\r\n]/.test(record) ? record.split(/\r\n|[\r\n]/).length - 1 : 0;
  return line + 1 + breaks;
}
