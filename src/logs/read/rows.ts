/** Cells → rows: reads each cell by its column, reports what is wrong with it, and sums up what the rules will ask for. */
import { keeps } from '../../plan/limit.js';
import type { Wording } from '../../types.js';
import type { Judge } from '../contradictions.js';
import type { Column, LogKind, LogRow, LogSource, RowPlace } from '../kind.js';
import { isOutsideSlot } from '../kinds/check.js';
import { rowsOf } from '../kinds/index.js';
import { Mentions } from '../mentions.js';
import { FLAG, type Streamed } from '../streamed.js';
import { type DaySummary, flagsOfMark, type LogSummary } from '../summary.js';
import { splitRecord } from './cells.js';
import { addMark, DayBook, StayBook } from './day-book.js';
import type { FindingList } from './finding-list.js';
import type { HeaderResult } from './header.js';
import type { RaiseAtRow, ReadOptions } from './options.js';
import type { Unreadable } from './reading.js';
import { countedColumns, Tally } from './tally.js';
import { type TemperatureTally, temperatureColumns } from './temperatures.js';
import { type Leniency, readCell, readMoment } from './values.js';

type Values = Record<string, unknown>;

/** What Chinese input methods write for a comma. */
const WIDE_COMMA = '，';

/** Rows that are kept of one file. More are an error: what was not kept is not judged. */
const MOST_ROWS = 500_000;
/** Nothing in these logs is older. */
const EARLIEST = '2019-12-01';
const SLOTS = FLAG.morning | FLAG.noon | FLAG.evening;

/** Reads the rows of one file. */
export class RowReader {
  private readonly kind: LogKind;
  private readonly columns: readonly { readonly column: Column; readonly index: number | undefined }[];
  private readonly mentions: Mentions;
  private readonly dayBook = new DayBook();
  private readonly stays = new StayBook();
  private readonly streamed: Streamed<LogRow> | undefined;
  private readonly judges: readonly Judge<LogKind>[];
  private readonly tally: Tally | undefined;
  private readonly temperatureColumns: readonly string[];
  private readonly counted: ReturnType<typeof countedColumns>;
  private readonly rows: LogRow[] = [];
  private readonly recorders = new Map<string, number>();
  private readonly lenient = new Map<string, { column: Column; leniency: Leniency; count: number; line: number }>();
  private readonly records = new Set<string>();
  /** Of each day the mentions with fever, by the slot of a check: when they are measured again, it may be gone. */
  private readonly feverish = new Map<DaySummary, Set<number>>();
  private overlooked = 0;
  private leniencies = 0;

  constructor(
    private readonly log: LogSource,
    private readonly header: HeaderResult & { ok: true },
    private readonly options: ReadOptions,
    private readonly findings: FindingList,
    private readonly temperatures?: TemperatureTally,
  ) {
    this.kind = header.kind;
    this.columns = this.kind.columns.map((column) => ({ column, index: header.layout.positions.get(column.en) }));
    this.mentions = new Mentions(this.kind.person);
    const { streamed, judges } = rowsOf(this.kind.name);
    this.streamed = streamed;
    this.judges = judges;
    this.tally = this.streamed && new Tally((mention) => this.mentions.list[mention]?.name ?? '');
    this.counted = countedColumns(this.kind);
    this.temperatureColumns = temperatures ? temperatureColumns(this.kind) : [];
  }

  /**
   * Reads one record, which holds several rows where the log is wide. Returns the row if there is nothing at all to say
   * of it and nobody looks at it again.
   */
  read(record: string, cells: readonly string[], line: number): LogRow | undefined {
    const before = this.findings.total + this.leniencies + this.rows.length;
    const row = this.rowsOf(record, cells, line);
    return before === this.findings.total + this.leniencies + this.rows.length ? row : undefined;
  }

  /** Whether the kind is one whose rows are not kept. */
  get isStreamed(): boolean {
    return this.streamed !== undefined;
  }

  /**
   * Counts a row whose cells are known to be clean. Returns false, and counts nothing, where something may be said of it
   * for what else is known of the person's day. Times are in minutes, the reading in tenths, -1 where there is none.
   */
  ordinary(
    date: string,
    mention: number,
    line: number,
    row: LogRow,
    from: number,
    to: number,
    reading: number,
  ): boolean {
    const day = this.dayBook.find(date);
    if (!day || !this.streamed) return false;
    const own = this.streamed.flags(row);
    const flags = to < 0 ? own : (own & ~FLAG.open) | FLAG.left;
    const mark = day.marks[mention] ?? 0;
    const isEntry = this.kind.name === 'entry';
    // as in `stay`: without a time of leaving, the moment of coming
    const end = to < 0 ? from : to;
    if (from >= 0 && !isEntry && isOutsideSlot((row as unknown as Values).slot, from)) return false;
    if (mark !== 0) {
      if (isEntry ? this.stays.fit(date, mention, from, end) !== 'apart' : this.kind.name !== 'check') return false;
      if (!isEntry && (flagsOfMark(mark) & flags & SLOTS) !== 0) return false;
      if (this.feverish.size > 0 && this.feverish.get(day)?.has(feverKey(mention, flags))) return false;
    }
    const people = this.mentions.list.length;
    if (isEntry && this.stays.add(date, mention, from, end, people) === 'unknown') this.overlooked++;
    day.rows++;
    day.lastLine = line;
    addMark(day, mention, line, flags, people);
    this.count(date, flags, row, from, reading, mention, line);
    return true;
  }

  private rowsOf(record: string, cells: readonly string[], line: number): LogRow | undefined {
    const { layout } = this.header;
    const wideComma = this.wideComma(record, cells);
    if (wideComma >= 0) {
      const place = { record, line, log: this.log, mention: -1 };
      this.findings.atRow({ rule: 'input/wide-comma', message: 'in-row', severity: 'error' }, place, wideComma);
      return undefined;
    }
    if (cells.length > layout.width && cells.slice(layout.width).some((cell) => cell.trim() !== '')) {
      this.findings.atRow(
        {
          rule: 'input/row-long',
          message: 'long',
          severity: 'error',
          params: { have: cells.length, width: layout.width },
        },
        { record, line, log: this.log, mention: -1 },
      );
    }
    const wide = layout.wide.filter((each) =>
      [...each.positions.values()].some((at) => (cells[at] ?? '').trim() !== ''),
    );
    if (layout.wide.length === 0) return this.row(record, cells, line, undefined);
    for (const each of wide.length > 0 ? wide : layout.wide) this.row(record, cells, line, each);
    return undefined;
  }

  /**
   * Returns the cell that holds a Chinese comma where the row lacks cells, and all of them can be read once it is taken
   * for one of those between the cells; else -1.
   */
  private wideComma(record: string, cells: readonly string[]): number {
    const { delimiter } = this.log;
    if (cells.length >= this.header.layout.width || delimiter === WIDE_COMMA || !record.includes(WIDE_COMMA)) return -1;
    if (!this.hasUnreadable(cells)) return -1;
    const others = splitRecord(record.replaceAll(WIDE_COMMA, delimiter), delimiter, record.includes('"'));
    if (others === 'bad-quote' || others.length > this.header.layout.width || this.hasUnreadable(others)) return -1;
    return cells.findIndex((cell) => cell.includes(WIDE_COMMA));
  }

  private hasUnreadable(cells: readonly string[]): boolean {
    return this.columns.some(
      ({ column, index }) =>
        index !== undefined && readCell(cells[index] ?? '', column, this.options).unreadable !== undefined,
    );
  }

  /** Reports what can be said only at the end. */
  finish(): void {
    if (this.log.delimiter === WIDE_COMMA) {
      const severity = this.options.strict ? 'error' : 'info';
      this.findings.atLine({ rule: 'input/wide-comma', message: 'in-file', severity }, this.log.headerLine);
    }
    for (const { column, leniency, count, line } of this.lenient.values()) {
      this.findings.atLine(
        {
          rule: `input/lenient-${leniency}`,
          message: leniency,
          severity: this.options.strict ? 'error' : 'info',
          params: { column: nameOf(column), count },
          key: column.en,
        },
        line,
      );
    }
    if (this.overlooked > 0) {
      this.findings.atLine(
        { rule: 'input/days-unordered', message: 'unordered', severity: 'info', params: { count: this.overlooked } },
        this.log.headerLine,
      );
    }
  }

  /** What the file leaves for the rules. */
  summary(): LogSummary {
    return {
      log: this.log,
      rows: this.rows,
      mentions: this.mentions.list,
      days: this.dayBook.days,
      recorders: this.recorders,
      ...(this.tally ? { tally: this.tally.result() } : {}),
      ...(this.temperatures ? { temperatures: this.temperatures.result() } : {}),
    };
  }

  private row(record: string, cells: readonly string[], line: number, wide?: HeaderLayoutPart): LogRow {
    const { kind, options, findings } = this;
    const values: Values = {};
    const place: { -readonly [K in keyof RowPlace]: RowPlace[K] } = { record, line, log: this.log, mention: -1 };
    let unreadable:
      | Map<string, { readonly column: Column; readonly index: number; readonly why: Unreadable }>
      | undefined;
    for (const { column, index: plain } of this.columns) {
      const set = wide?.sets[column.en];
      if (set !== undefined) {
        values[column.en] = set;
        continue;
      }
      const index = wide?.positions.get(column.en) ?? plain;
      if (index === undefined) {
        values[column.en] = undefined;
        continue;
      }
      const cell = cells[index] ?? '';
      let reading = readCell(cell, column, options);
      // as people write it who have the date at the beginning of the row
      if (reading.unreadable === 'datetime')
        reading = readMoment(cell, column, { ...options, day: this.dateOf(values) }) ?? reading;
      values[column.en] = reading.value;
      if (reading.lenient) for (const each of reading.lenient) this.countLeniency(column, each, line);
      if (reading.unreadable) {
        unreadable = (unreadable ?? new Map()).set(column.en, { column, index, why: reading.unreadable });
      }
    }
    const date = this.dateOf(values);
    const key = this.keyOf(values, date);
    const day = date === '' ? {} : { day: date };
    for (const { column, index, why } of unreadable?.values() ?? []) {
      const params = { column: nameOf(column) };
      const raised = {
        rule: `input/cell-${why}`,
        message: why,
        severity: 'error',
        params,
        key: column.en,
        ...day,
      } as const;
      findings.atRow(raised, place, index, column.en);
    }
    const raise: RaiseAtRow = (rule, message, severity, where = {}) => {
      const index =
        where.column === undefined
          ? undefined
          : (wide?.positions.get(where.column) ?? this.log.positions.get(where.column));
      const column = kind.columns.find(({ en }) => en === where.column);
      const params = { ...(column ? { column: nameOf(column) } : {}), ...where.params };
      findings.atRow({ rule, message, severity, params, key, ...day }, place, index, where.column);
    };
    this.judgeCells(values, unreadable, raise);
    place.mention = this.mentions.of(values, line, date);
    const row = Object.assign(values, { at: place }) as unknown as LogRow;
    const recorder = kind.recorder === undefined ? undefined : values[kind.recorder];
    if (typeof recorder === 'string' && !this.recorders.has(recorder)) this.recorders.set(recorder, line);
    for (const column of date === '' ? [] : this.temperatureColumns) {
      const value = values[column];
      if (typeof value === 'number') this.temperatures?.add(date, Math.round(value * 10));
    }
    this.file(row, date, raise);
    // that a cell lacks, or says too little, is not said of one that can't be read: its value may be right
    const raiseOfRead: RaiseAtRow = (rule, message, severity, where) => {
      if (where?.column === undefined || !unreadable?.has(where.column)) raise(rule, message, severity, where);
    };
    for (const judge of this.judges) judge(row, unreadable ? raiseOfRead : raise, options.limits);
    options.onRow?.(kind.name, row, raise);
    return row;
  }

  /** What is wrong with a row's cells whatever the plan says. */
  private judgeCells(values: Values, unreadable: ReadonlyMap<string, unknown> | undefined, raise: RaiseAtRow): void {
    const { limits, asOf } = this.options;
    for (const { column, index } of this.columns) {
      const value = values[column.en];
      if (value === undefined) {
        const given = index !== undefined || this.header.layout.wide.length > 0;
        if (given && !unreadable?.has(column.en) && isRequired(column, values)) {
          raise('input/cell-empty', 'empty', 'error', { column: column.en });
        }
        continue;
      }
      if (column.unit === '℃' && typeof value === 'number') {
        const { possibleLow, possibleHigh, plausibleLow, plausibleHigh } = limits;
        if (!keeps(possibleLow, value) || !keeps(possibleHigh, value)) {
          const params = { low: possibleLow.value, high: possibleHigh.value };
          raise('input/temperature', 'impossible', 'error', { column: column.en, params });
        } else if (!keeps(plausibleLow, value) || !keeps(plausibleHigh, value)) {
          const params = { low: plausibleLow.value, high: plausibleHigh.value };
          raise('input/temperature', 'implausible', 'warning', { column: column.en, params });
        }
      }
      if (column.en === this.kind.dated && typeof value === 'string') {
        if (value.slice(0, 10) > asOf)
          raise('input/date-future', 'future', 'error', { column: column.en, params: { asOf } });
        else if (value < EARLIEST) raise('input/date-early', 'early', 'warning', { column: column.en });
      }
    }
    for (const [earlier, later, unless] of this.kind.ordered ?? []) {
      if (unless !== undefined && values[unless] !== undefined) continue;
      const [from, to] = [values[earlier], values[later]];
      if (from !== undefined && to !== undefined && (to as string | number) < (from as string | number)) {
        const params = { earlier: this.nameOf(earlier), later: this.nameOf(later) };
        raise('input/order', 'before', 'error', { column: later, params });
      }
    }
  }

  /** Files a row: in its day, and in the summary or among the rows that are kept. */
  private file(row: LogRow, date: string, raise: RaiseAtRow): void {
    const { at } = row;
    const day = date === '' ? undefined : this.dayBook.row(date, at.line);
    if (!this.streamed) {
      if (this.records.has(at.record) && this.header.layout.wide.length === 0)
        raise('input/row-duplicate', 'duplicate', 'warning');
      this.records.add(at.record);
      this.keep(row, raise);
      return;
    }
    if (day) {
      const { time, reading } = this.counted;
      const values = row as unknown as Readonly<Record<string, number | undefined>>;
      const tenths = reading === undefined ? undefined : values[reading];
      this.count(
        date,
        this.streamed.flags(row),
        row,
        (time === undefined ? undefined : values[time]) ?? -1,
        tenths === undefined ? -1 : Math.round(tenths * 10),
        at.mention,
        at.line,
      );
    }
    if (day && at.mention >= 0) {
      const flags = this.streamed.flags(row);
      const before = addMark(day, at.mention, at.line, flags, this.mentions.list.length);
      if (this.kind.name === 'entry') this.stay(row, date, raise);
      else if (before >= 0 && (this.kind.name !== 'check' || (before & flags & SLOTS) !== 0))
        raise('input/row-duplicate', 'twice', 'warning');
    }
    const key = feverKey(at.mention, this.streamed.flags(row));
    const wasFeverish = day !== undefined && this.feverish.get(day)?.has(key) === true;
    if (wasFeverish || this.streamed.remember(row, this.options.limits)) this.keep(row, raise);
    if (day && at.mention >= 0 && this.streamed.isFeverish(row, this.options.limits)) {
      const others = this.feverish.get(day);
      if (others) others.add(key);
      else this.feverish.set(day, new Set([key]));
    }
  }

  /** Counts a row for the hints. */
  private count(
    date: string,
    flags: number,
    row: LogRow,
    time: number,
    reading: number,
    mention: number,
    line: number,
  ): void {
    const recorder = this.kind.recorder === undefined ? undefined : (row as unknown as Values)[this.kind.recorder];
    this.tally?.row(date, (flags & SLOTS) >> 2, (recorder as string | undefined) ?? '', mention, time, reading, line);
  }

  private stay(row: LogRow, date: string, raise: RaiseAtRow): void {
    const { time_in: from, time_out: to } = row as unknown as { time_in?: number; time_out?: number };
    if (from === undefined) return;
    const fit = this.stays.add(date, row.at.mention, from, to ?? from, this.mentions.list.length);
    if (fit === 'same') raise('input/row-duplicate', 'duplicate', 'warning');
    else if (fit === 'overlaps') raise('input/stays-overlap', 'overlap', 'warning', { column: 'time_in' });
    else if (fit === 'unknown') this.overlooked++;
  }

  private keep(row: LogRow, raise: RaiseAtRow): void {
    if (this.rows.length < MOST_ROWS) this.rows.push(row);
    else if (this.rows.length === MOST_ROWS) {
      raise('input/too-many-rows', 'tooMany', 'error', { params: { most: MOST_ROWS } });
      this.rows.push(row);
    }
  }

  private nameOf(column: string): Wording {
    return nameOf(this.kind.columns.find(({ en }) => en === column) as Column);
  }

  private dateOf(values: Values): string {
    const value = this.kind.dated === undefined ? undefined : values[this.kind.dated];
    return typeof value === 'string' ? value.slice(0, 10) : '';
  }

  private keyOf(values: Values, date: string): string {
    return [date, ...(this.kind.key ?? []).map((name) => String(values[name] ?? ''))].join(' ');
  }

  private countLeniency(column: Column, leniency: Leniency, line: number): void {
    this.leniencies++;
    const key = `${column.en} ${leniency}`;
    const known = this.lenient.get(key);
    if (known) known.count++;
    else this.lenient.set(key, { column, leniency, count: 1, line });
  }
}

type HeaderLayoutPart = (HeaderResult & { ok: true })['layout']['wide'][number];

/** A person in a slot; only checks have slots. */
function feverKey(mention: number, flags: number): number {
  return mention * 64 + (flags & SLOTS);
}

function isRequired(column: Column, values: Values): boolean {
  if (column.requiredUnless) return values[column.requiredUnless.column] !== column.requiredUnless.is;
  if (column.required) return true;
  return column.requiredWith !== undefined && values[column.requiredWith] !== undefined;
}

function nameOf(column: Column): Wording {
  return { zh: column.zh, en: column.en };
}
