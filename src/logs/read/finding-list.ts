/** Collects the findings of one file: keeps the first, counts them all. A wrong column of a large file has millions. */
import type { RaisedFinding } from '../../input-check.js';
import { SEVERITIES, type Severity } from '../../types.js';
import type { LogSource, RowPlace } from '../kind.js';
import type { FindingCounts, LogFinding, WorstByDay } from '../summary.js';
import { cellPlace } from './cells.js';

/** Findings kept of one file, and of those with the same rule and message, so that one sort does not crowd out others. */
const MOST_KEPT = 1000;
const MOST_ALIKE = 200;
/** Days of which the worst finding is known. */
const MOST_DAYS = 4000;

/** The findings of one file. */
export class FindingList {
  readonly kept: LogFinding[] = [];
  /** How many findings there were so far. */
  total = 0;
  private readonly tally = new Map<string, Map<Severity, number>>();
  private readonly alike = new Map<string, number>();
  private readonly byDay = new Map<string, Map<string, Severity>>();

  /** @param keepAll whether to keep every finding, with the record, for the rejects file. */
  constructor(
    private readonly file: string,
    private readonly keepAll: boolean,
  ) {}

  /** Adds a finding about a row, or about one cell of it. */
  atRow(raised: RaisedFinding, place: RowPlace, index?: number, column?: string): void {
    if (!this.count(raised)) return;
    const { record, line, log } = place;
    const at =
      index === undefined
        ? { line: 0, column: 1, endLine: 0, endColumn: firstLineLength(record) + 1 }
        : cellPlace(record, log.delimiter, index);
    this.keep(
      raised,
      { line: line + at.line, column: at.column, endLine: line + at.endLine, endColumn: at.endColumn },
      index,
      column,
      record,
    );
  }

  /** Adds a finding about a line of the file as such. */
  atLine(raised: RaisedFinding, line: number, column = 1, endColumn = column): void {
    if (this.count(raised)) this.keep(raised, { line, column, endLine: line, endColumn });
  }

  /** Adds a finding about a cell of the header. */
  atHeader(
    raised: RaisedFinding,
    record: string,
    log: Pick<LogSource, 'delimiter'>,
    line: number,
    index: number,
  ): void {
    if (!this.count(raised)) return;
    const at = cellPlace(record, log.delimiter, index);
    this.keep(
      raised,
      { line: line + at.line, column: at.column, endLine: line + at.endLine, endColumn: at.endColumn },
      index,
    );
  }

  /** How many there were, by rule and severity, whatever was kept. */
  get counts(): FindingCounts {
    return this.tally;
  }

  /** The worst that there was on each day, by rule, whatever was kept. */
  get worst(): WorstByDay {
    return this.byDay;
  }

  private count({ rule, severity, message, day }: RaisedFinding): boolean {
    this.total++;
    if (day !== undefined) this.mark(rule, day, severity);
    const bySeverity = this.tally.get(rule) ?? new Map<Severity, number>();
    this.tally.set(rule, bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + 1));
    if (this.keepAll) return true;
    const alike = (this.alike.get(`${rule} ${message}`) ?? 0) + 1;
    this.alike.set(`${rule} ${message}`, alike);
    return alike <= MOST_ALIKE && this.kept.length < MOST_KEPT;
  }

  private mark(rule: string, day: string, severity: Severity): void {
    const days = this.byDay.get(rule) ?? new Map<string, Severity>();
    this.byDay.set(rule, days);
    const before = days.get(day);
    if (before === undefined ? days.size < MOST_DAYS : SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(before))
      days.set(day, severity);
  }

  private keep(
    { rule, message, severity, params = {}, key = '', day, word }: RaisedFinding,
    at: { line: number; column: number; endLine: number; endColumn: number },
    index?: number,
    column?: string,
    record?: string,
  ): void {
    this.kept.push({
      rule,
      message,
      severity,
      file: this.file,
      ...at,
      ...(index === undefined ? {} : { cell: { index, ...(column === undefined ? {} : { column }) } }),
      params,
      key,
      ...(day === undefined ? {} : { day }),
      ...(word === undefined ? {} : { word }),
      ...(this.keepAll && record !== undefined ? { record } : {}),
    });
  }
}

function firstLineLength(record: string): number {
  const end = /[\r\n]/.exec(record)?.index;
  return end ?? record.length;
}
