/** Cells → rows: reads each cell by its column, reports what is wrong with it, and sums up what the rules will ask for. */
import { inputCheck, raised } from '../../input-check.js';
import type { Wording } from '../../types.js';
import type { Judge } from '../contradictions.js';
import type { Column, LogKind, LogRow, LogSource, RowPlace } from '../kind.js';
import { isOutsideSlot } from '../kinds/check.js';
import { rowsOf } from '../kinds/index.js';
import { Mentions } from '../mentions.js';
import { FLAG, isFever, isPossible, SLOTS, type Streamed } from '../streamed.js';
import { flagsOfMark, type LogSummary, type LostRow, MOST_READ } from '../summary.js';
import type { Carried } from './carry.js';
import { type GivenColumns, judgeCells, nameOf } from './cell-checks.js';
import { splitRecord } from './cells.js';
import { contentOfRow, seedsOf } from './content.js';
import { addMark, addNormal, DayBook, StayBook } from './day-book.js';
import type { FindingList } from './finding-list.js';
import { type Half, readHalf } from './halves.js';
import type { HeaderResult } from './header.js';
import { isPlaceholder, wordIn } from './missing.js';
import type { RaiseAtRow, ReadOptions } from './options.js';
import { plainText } from './plain.js';
import { type CellReading, LENIENT, UNREADABLE, type Unreadable } from './reading.js';
import { countedColumns, Tally } from './tally.js';
import { type TemperatureTally, temperatureColumns } from './temperatures.js';
import { readTicks } from './ticks.js';
import { type CellContext, type Leniency, readCell, readMoment, timeOfDay } from './values.js';
import type { YearOfTable } from './year.js';

type Values = Record<string, unknown>;

/** Chinese commas where plain ones belong. */
export const WIDE_COMMA_USED = inputCheck({
  id: 'input/wide-comma',
  severity: 'error',
  messages: {
    'in-file': {
      zh: '整个文件用中文逗号分隔，已按英文逗号理解',
      en: 'Chinese commas stand between the cells of this file, read as plain ones',
    },
    'in-row': {
      zh: '这里用了中文逗号，后面的格都错了位，这一行没有核对。请改成英文逗号',
      en: 'a Chinese comma here shifts the cells after it, and the row was not checked; make it a plain one',
    },
  },
});

/** A row with more cells than the header. */
export const ROW_LONG = inputCheck({
  id: 'input/row-long',
  severity: 'error',
  messages: {
    long: {
      zh: '这一行有 {have} 格，比表头的 {width} 格多，可能少了引号或错了列',
      en: 'this row has {have} {have:cell|cells}, the header {width}; a quote may be missing, or the cells shifted',
    },
    shifted: {
      zh: '这一行有 {have} 格，比表头的 {width} 格多，而且有的格读不懂，多半错了列，这一行没有核对。检查引号和逗号',
      en: 'this row has {have} {have:cell|cells}, the header {width}, and some can not be read: the cells have probably shifted, and the row was not checked; look at its quotes and commas',
    },
  },
});

/** A row that was there before. */
export const ROW_DUPLICATE = inputCheck({
  id: 'input/row-duplicate',
  severity: 'warning',
  messages: {
    duplicate: { zh: '与前面的一行重复', en: 'the same as a row before' },
    twice: { zh: '同一人同一天（同一时段）已有一行', en: 'this person already has a row for this day and slot' },
  },
});

/** Stays of one person at the same time. */
export const STAYS_OVERLAP = inputCheck({
  id: 'input/stays-overlap',
  severity: 'warning',
  messages: {
    overlap: { zh: '与同一人当天的另一次进出时间重叠', en: "overlaps another stay of the same person's on that day" },
  },
});

/** Rows of which nobody knows whether their stays overlap. */
export const DAYS_UNORDERED = inputCheck({
  id: 'input/days-unordered',
  severity: 'info',
  messages: {
    unordered: {
      zh: '有 {count} 行没有核对进出时间是否重叠：日期次序相差很远（按日期排序后再核对），或同一人一天的进出太多',
      en: 'the stays of {count} {count:row|rows} were not compared: their dates are far out of order (sort the file by date), or a person has too many on one day',
    },
  },
});

/** Rows beyond those that are kept. */
export const TOO_MANY_ROWS = inputCheck({
  id: 'input/too-many-rows',
  severity: 'error',
  messages: {
    tooMany: {
      zh: '超过 {most} 行，此后的没有核对。请按月分成几个文件',
      en: 'more than {most} rows, and those after it were not checked; split the file by month',
    },
  },
});

/** What Chinese input methods write for a comma. */
const WIDE_COMMA = '，';

/** Rows that are kept of one file. More are an error: what was not kept is not judged. */
const MOST_ROWS = 500_000;

/** Reads the rows of one file. */
export class RowReader {
  private readonly kind: LogKind;
  private readonly columns: readonly ColumnPlace[];
  private readonly given: GivenColumns;
  private readonly mentions: Mentions;
  private readonly dayBook = new DayBook();
  private readonly stays = new StayBook();
  private readonly streamed: Streamed<LogRow> | undefined;
  /** The columns of readings, each with its slot. */
  private readonly readings: readonly (readonly [string, number])[];
  private readonly judges: readonly Judge<LogKind>[];
  private readonly tally: Tally | undefined;
  /** Of the columns whose cells are compared with those of other files. */
  readonly seeds: ReadonlyMap<string, number>;
  private readonly temperatureColumns: readonly string[];
  private readonly counted: ReturnType<typeof countedColumns>;
  private readonly rows: LogRow[] = [];
  private readonly recorders = new Map<string, number>();
  private readonly lenient = new Map<
    string,
    { readonly column: Column; readonly leniency: Leniency; readonly first: number; last: number; count: number }
  >();
  /** Column → text, of columns that the table does not have and all rows share. */
  around: ReadonlyMap<string, string> = new Map();
  private readonly records = new Set<string>();
  private readonly lost: LostRow[] = [];
  private overlooked = 0;
  private leniencies = 0;
  /** Whether the row at hand has cells of the one above. */
  private isCarried = false;
  /** The cells of the row at hand in their plain forms, where they are asked for. */
  private plain: string[] | undefined;

  constructor(
    private readonly log: LogSource,
    private readonly header: HeaderResult & { ok: true },
    private readonly options: ReadOptions & { readonly tableYear: YearOfTable },
    private readonly findings: FindingList,
    private readonly temperatures?: TemperatureTally,
  ) {
    this.kind = header.kind;
    const { positions, halves } = header.layout;
    this.columns = this.kind.columns.map((column) => {
      return { column, index: positions.get(column.en), half: halves.get(column.en) };
    });
    const isWide = header.layout.wide.length > 0;
    this.given = { kind: this.kind, has: (column) => isWide || header.layout.positions.has(column) };
    this.mentions = new Mentions(this.kind.person);
    const { streamed, judges } = rowsOf(this.kind.name);
    this.streamed = streamed;
    this.readings = Object.entries(streamed?.readings ?? {});
    this.judges = judges;
    this.seeds = seedsOf(this.kind);
    this.tally = this.streamed && new Tally((mention) => this.mentions.list[mention]?.name ?? '');
    this.counted = countedColumns(this.kind);
    this.temperatureColumns = temperatures ? temperatureColumns(this.kind) : [];
  }

  /**
   * Reads one record, which holds several rows where the log is wide. Returns the row if there is nothing at all to say
   * of it and nobody looks at it again.
   *
   * @param carried - those of the cells that are not of the record: they are those above
   */
  read(record: string, cells: readonly string[], line: number, carried: readonly Carried[]): LogRow | undefined {
    const before = this.findings.total + this.leniencies + this.rows.length;
    for (const { column, leniency } of carried) this.countLeniency(column, leniency, line);
    this.isCarried = carried.length > 0;
    this.plain = this.options.onRecord ? [...cells] : undefined;
    const row = this.rowsOf(record, cells, line);
    if (this.plain) this.options.onRecord?.({ sort: 'row', cells: this.plain });
    return before === this.findings.total + this.leniencies + this.rows.length ? row : undefined;
  }

  /** Whether the kind is one whose rows are not kept. */
  get isStreamed(): boolean {
    return this.streamed !== undefined;
  }

  /**
   * Counts a row whose cells are known to be clean. Returns false, and counts nothing, where something may be said of it
   * for what else is known of the person's day. Times are in minutes, the reading in tenths, -1 where there is none.
   * `slots` are those of normal readings, -1 where there is none, 0 where the row says it; `content`: see `contentOfRow`.
   */
  ordinary(
    date: string,
    mention: number,
    line: number,
    row: LogRow,
    from: number,
    to: number,
    reading: number,
    slots: number,
    content: number,
  ): boolean {
    const day = this.dayBook.find(date);
    if (!day || !this.streamed || mention >= MOST_READ) return false;
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
    }
    const people = this.mentions.list.length;
    if (isEntry && this.stays.add(date, mention, from, end, people) === 'unknown') this.overlooked++;
    day.rows++;
    day.lastLine = line;
    addMark(day, mention, line, flags, people);
    if (slots >= 0) addNormal(day, mention, from, slots | (flags & SLOTS), people);
    this.count(date, flags, row, from, reading, mention, line, content);
    return true;
  }

  /** The slot of a column of readings. */
  slotOf(column: string): number {
    return this.streamed?.readings[column] ?? 0;
  }

  private rowsOf(record: string, cells: readonly string[], line: number): LogRow | undefined {
    const { layout } = this.header;
    const wideComma = this.wideComma(record, cells);
    if (wideComma >= 0) {
      const place = { record, line, log: this.log, mention: -1 };
      this.findings.atRow(raised(WIDE_COMMA_USED, 'in-row'), place, wideComma);
      this.lost.push({ line });
      return undefined;
    }
    if (cells.length > layout.width && cells.slice(layout.width).some((cell) => cell.trim() !== '')) {
      const params = { have: cells.length, width: layout.width };
      const isShifted = this.hasUnreadable(cells);
      const found = raised(ROW_LONG, isShifted ? 'shifted' : 'long', { params });
      this.findings.atRow(found, { record, line, log: this.log, mention: -1 });
      if (isShifted) {
        this.lost.push({ line });
        return undefined;
      }
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
    return this.columns.some(({ column, index, half }) => {
      if (index === undefined) return false;
      const reading = this.cellOf(cells[index] ?? '', column, half);
      return reading.unreadable !== undefined && reading.moment === undefined;
    });
  }

  /** Writes a cell plainly. A word for "not given" stays where a finding says it, or where a blank would be read as merged. */
  private writePlainly(
    plain: string[],
    text: string,
    column: Column,
    { value, lenient, unreadable }: CellReading,
    index: number | undefined,
  ): void {
    const isPlain = unreadable !== undefined || (lenient === undefined && index !== undefined);
    const isAnswered = column.required === true || column.rule !== undefined || isPlaceholder(text.trim(), column);
    if (isPlain || (value === undefined && isAnswered)) return;
    const written = value === undefined ? '' : lenient ? plainText(value, column) : text;
    const at = index ?? this.header.layout.width + this.aroundColumns.indexOf(column);
    while (plain.length < at) plain.push('');
    plain[at] = written;
  }

  /** The columns that the table does not have and all rows share. */
  get aroundColumns(): readonly Column[] {
    return this.kind.columns.filter(({ en }) => this.around.has(en));
  }

  /** Reads a cell. The year of a date without one is looked for when there is one. */
  private cellOf(text: string, column: Column, half: Half | undefined): CellReading {
    const { options } = this;
    const read = (context: CellContext): CellReading =>
      half ? readHalf(text, column, half, context) : readCell(text, column, context);
    const reading = read(options);
    if (reading.unreadable !== 'date-without-year') return reading;
    const { value: year, differing } = options.tableYear;
    if (differing.length > 0) return { unreadable: 'years-differ' };
    return year === undefined ? reading : read({ ...options, year });
  }

  /** Reports what can be said only at the end. */
  finish(): void {
    const strictly = this.options.strict ? { severity: 'error' as const } : {};
    if (this.log.delimiter === WIDE_COMMA) {
      const details = { severity: 'info', ...strictly } as const;
      this.findings.atLine(raised(WIDE_COMMA_USED, 'in-file', details), this.log.headerLine);
    }
    for (const { column, leniency, count, first, last } of this.lenient.values()) {
      // nobody need write anything in an optional column
      const isAllowed = leniency === 'missing-word' && !column.required;
      const more =
        leniency === 'year-added'
          ? this.options.tableYear.params
          : leniency === 'merged'
            ? { lines: linesFrom(first, last) }
            : {};
      const params = { column: nameOf(column), count, ...more };
      const details = { ...(isAllowed ? {} : strictly), params, key: column.en };
      this.findings.atLine(raised<string>(LENIENT[leniency], leniency, details), first);
    }
    if (this.overlooked > 0) {
      const params = { count: this.overlooked };
      this.findings.atLine(raised(DAYS_UNORDERED, 'unordered', { params }), this.log.headerLine);
    }
  }

  /** What the file leaves for the rules; `rowCount` is that of all rows, `lost` are those that were not given to it. */
  summary(rowCount: number, lost: readonly LostRow[]): LogSummary {
    return {
      log: this.log,
      rowCount,
      lost: [...lost, ...this.lost].sort((a, b) => a.line - b.line),
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
    let unreadable: Map<string, UnreadCell> | undefined;
    for (const { column, index: plain, half: ownHalf } of this.columns) {
      const set = wide?.sets[column.en];
      if (set !== undefined) {
        values[column.en] = set;
        continue;
      }
      const index = wide?.positions.get(column.en) ?? plain;
      const cell = index === undefined ? this.around.get(column.en) : (cells[index] ?? '');
      if (cell === undefined) {
        values[column.en] = undefined;
        continue;
      }
      const half = wide?.halves.get(column.en) ?? ownHalf;
      let reading = this.cellOf(cell, column, half);
      // as people write it who have the date at the beginning of the row
      if (reading.unreadable === 'datetime')
        reading = readMoment(cell, column, { ...options, day: this.dateOf(values) }) ?? reading;
      if (reading.moment !== undefined) reading = this.ofDay(reading, column, values, cells);
      values[column.en] = reading.value;
      // a cell that holds two columns stays as it is
      if (this.plain && !half) this.writePlainly(this.plain, cell, column, reading, index);
      if (reading.lenient) for (const each of reading.lenient) this.countLeniency(column, each, line);
      if (reading.unreadable) {
        unreadable = (unreadable ?? new Map()).set(column.en, { column, index: index ?? 0, why: reading.unreadable });
      }
    }
    const unreadTick = this.header.layout.ticks.length > 0 ? this.takeTicks(values, cells, line) : undefined;
    if (unreadTick) unreadable = (unreadable ?? new Map()).set(unreadTick.column.en, unreadTick);
    const date = this.dateOf(values);
    const key = this.keyOf(values, date);
    const day = date === '' ? {} : { day: date };
    // what is wrong with a cell that holds two columns is said once
    const said = unreadable && new Map<number, Unreadable>();
    for (const { column, index, why } of unreadable?.values() ?? []) {
      if (said?.get(index) === why) continue;
      said?.set(index, why);
      // a time alone is of the day of its row: where that could not be read, it has been said
      const isTime = why === 'datetime' && isTimeOfDay(cells[index] ?? '', column, options);
      if (isTime && unreadable?.has(kind.dated ?? '')) continue;
      const years = why === 'years-differ' ? { years: options.tableYear.differing.join('、') } : {};
      const details = { params: { column: nameOf(column), ...years }, key: column.en, ...day };
      findings.atRow(raised<string>(UNREADABLE[why], why, details), place, index, column.en);
    }
    const raise: RaiseAtRow = (by, message, where = {}) => {
      const index =
        where.column === undefined
          ? undefined
          : (wide?.positions.get(where.column) ?? this.log.positions.get(where.column));
      const column = kind.columns.find(({ en }) => en === where.column);
      const params = { ...(column ? { column: nameOf(column) } : {}), ...where.params };
      const { severity = by.severity } = where;
      const isEmpty = column !== undefined && values[column.en] === undefined;
      const word = isEmpty ? wordIn(cells[index ?? -1], column) : {};
      findings.atRow(raised(by, message, { severity, params, key, ...day, ...word }), place, index, where.column);
    };
    const isRead = (column: string): boolean => !unreadable?.has(column);
    judgeCells(values, this.given, isRead, raise, options);
    place.mention = this.mentions.of(values, line, date);
    if (unreadable) place.unread = [...unreadable.keys()];
    const row = Object.assign(values, { at: place }) as unknown as LogRow;
    const recorder = kind.recorder === undefined ? undefined : values[kind.recorder];
    if (typeof recorder === 'string' && !this.recorders.has(recorder)) this.recorders.set(recorder, line);
    for (const column of date === '' ? [] : this.temperatureColumns) {
      const value = values[column];
      if (typeof value === 'number') this.temperatures?.add(date, Math.round(value * 10));
    }
    this.file(row, date, raise);
    // that a cell lacks, or says too little, is not said of one that can't be read: its value may be right
    const raiseOfRead: RaiseAtRow = (by, message, where) => {
      if (where?.column === undefined || !unreadable?.has(where.column)) raise(by, message, where);
    };
    for (const judge of this.judges) judge(row, unreadable ? raiseOfRead : raise, options.limits);
    options.onRow?.(kind.name, row, raise);
    return row;
  }

  /** Adds what is ticked to its list. Returns the tick that could not be read, if any: then nobody knows the list. */
  private takeTicks(values: Values, cells: readonly string[], line: number): UnreadCell | undefined {
    const column = this.kind.columns.find(({ en }) => en === this.kind.ticks?.column);
    if (!column) return undefined;
    const { entries, lenient, unread } = readTicks(this.header.layout.ticks, cells, this.options);
    for (const each of lenient) this.countLeniency(column, each, line);
    const written = values[column.en] as readonly string[] | undefined;
    values[column.en] = unread ? undefined : [...new Set([...(written ?? []), ...entries])];
    return unread && { column, ...unread };
  }

  /** The reading of a time that has a date before it, as a time of the day that it is of: the row's, or that of leaving. */
  private ofDay(reading: CellReading, column: Column, values: Values, cells: readonly string[]): CellReading {
    const [, , own] = this.kind.ordered?.find(([, later]) => later === column.en) ?? [];
    const { column: dayColumn, index } = this.columns.find(({ column: each }) => each.en === own) ?? {};
    const ownDay =
      dayColumn && index !== undefined ? readCell(cells[index] ?? '', dayColumn, this.options).value : undefined;
    return timeOfDay(reading, typeof ownDay === 'string' ? ownDay : this.dateOf(values));
  }

  /** Files a row: in its day, and in the summary or among the rows that are kept. */
  private file(row: LogRow, date: string, raise: RaiseAtRow): void {
    const { at } = row;
    const day = date === '' ? undefined : this.dayBook.row(date, at.line);
    if (!this.streamed) {
      // the same cells below another day, or on another page, are not the same row
      const isSelf = !this.isCarried && this.around.size === 0 && this.header.layout.wide.length === 0;
      if (isSelf && this.records.has(at.record)) raise(ROW_DUPLICATE, 'duplicate');
      this.records.add(at.record);
      this.keep(row, raise);
      return;
    }
    const { time, reading } = this.counted;
    const values = row as unknown as Readonly<Record<string, number | undefined>>;
    const minute = (time === undefined ? undefined : values[time]) ?? -1;
    if (day) {
      const tenths = reading === undefined ? undefined : values[reading];
      this.count(
        date,
        this.streamed.flags(row),
        row,
        minute,
        tenths === undefined ? -1 : Math.round(tenths * 10),
        at.mention,
        at.line,
        contentOfRow(values, this.seeds),
      );
    }
    if (day && at.mention >= 0) {
      const flags = this.streamed.flags(row);
      const before = addMark(day, at.mention, at.line, flags, this.mentions.list.length);
      if (this.kind.name === 'entry') this.stay(row, date, raise);
      else if (before >= 0 && (this.kind.name !== 'check' || (before & flags & SLOTS) !== 0))
        raise(ROW_DUPLICATE, 'twice');
      const slots = this.normalSlots(values);
      if (slots >= 0 && at.mention < MOST_READ)
        addNormal(day, at.mention, minute, slots | (flags & SLOTS), this.mentions.list.length);
    }
    const isWhole = at.unread === undefined && day !== undefined;
    if (!isWhole || at.mention >= MOST_READ || this.streamed.remember(row, this.options.limits)) this.keep(row, raise);
  }

  /** The slots of the row's normal readings: -1 where there is none, 0 where the row itself says it. */
  private normalSlots(values: Readonly<Record<string, number | undefined>>): number {
    let slots = -1;
    const { limits } = this.options;
    for (const [column, slot] of this.readings) {
      const value = values[column];
      if (value === undefined || !isPossible(value, limits) || isFever(value, limits)) continue;
      slots = Math.max(slots, 0) | slot;
    }
    return slots;
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
    content: number,
  ): void {
    const recorder = this.kind.recorder === undefined ? undefined : (row as unknown as Values)[this.kind.recorder];
    this.tally?.row(
      date,
      (flags & SLOTS) >> 2,
      (recorder as string | undefined) ?? '',
      mention,
      time,
      reading,
      line,
      content,
    );
  }

  private stay(row: LogRow, date: string, raise: RaiseAtRow): void {
    const { time_in: from, time_out: to } = row as unknown as { time_in?: number; time_out?: number };
    if (from === undefined) return;
    const fit = this.stays.add(date, row.at.mention, from, to ?? from, this.mentions.list.length);
    if (fit === 'same') raise(ROW_DUPLICATE, 'duplicate');
    else if (fit === 'overlaps') raise(STAYS_OVERLAP, 'overlap', { column: 'time_in' });
    else if (fit === 'unknown') this.overlooked++;
  }

  private keep(row: LogRow, raise: RaiseAtRow): void {
    if (this.rows.length < MOST_ROWS) this.rows.push(row);
    else if (this.rows.length === MOST_ROWS) {
      raise(TOO_MANY_ROWS, 'tooMany', { params: { most: MOST_ROWS } });
      this.rows.push(row);
      this.lost.push({ line: row.at.line, endless: true });
    }
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
    if (known) {
      known.count++;
      known.last = line;
    } else this.lenient.set(key, { column, leniency, count: 1, first: line, last: line });
  }
}

/** Whether the cell of a date and a time holds a time only. */
function isTimeOfDay(cell: string, column: Column, options: ReadOptions): boolean {
  return readCell(cell, { ...column, type: 'time' }, options).value !== undefined;
}

function linesFrom(first: number, last: number): Wording {
  return first === last
    ? { zh: `第${first}行`, en: `line ${first}` }
    : { zh: `第${first}–${last}行`, en: `lines ${first} to ${last}` };
}

/** Where a column stands, and the part of the cell that it is read from if it shares it. */
interface ColumnPlace {
  readonly column: Column;
  readonly index: number | undefined;
  readonly half: Half | undefined;
}

/** A cell that could not be read, and why. */
interface UnreadCell {
  readonly column: Column;
  readonly index: number;
  readonly why: Unreadable;
}

type HeaderLayoutPart = (HeaderResult & { ok: true })['layout']['wide'][number];
