/** Reads one log: bytes → records → rows; gives every row to the checks of rows, and leaves a summary for the rest. */
import { inputCheck, raised } from '../../input-check.js';
import type { LogRow, LogSource } from '../kind.js';
import type { LogReading, LostRow } from '../summary.js';
import { type Above, aboveOf, DAYS_DIFFER, givenAround, isLabels, yearsAround } from './around.js';
import { type Aside, asideOf, hasAtMost, isRowNumber, NO_RECORD } from './asides.js';
import { type Carried, Carry } from './carry.js';
import { splitRecord } from './cells.js';
import { isPlainDate, readDate } from './dates.js';
import { firstLines, sniffDelimiter } from './delimiter.js';
import { asBytes, detectEncoding, ENCODING, type Encoding } from './encoding.js';
import { FindingList } from './finding-list.js';
import { FOOTER, isFooter } from './footer.js';
import { findHeader, type HeaderResult } from './header.js';
import { HeaderAgain, REPEATED } from './header-again.js';
import { type HeaderFinding, raisedOfHeader, raisedOfRefusal, TITLE } from './header-findings.js';
import type { ReadOptions } from './options.js';
import { OrdinaryRows } from './ordinary.js';
import { isOtherHeader, OTHER_TABLE } from './other-table.js';
import { isSigned, plainHeaders } from './plain.js';
import { type RecordBlock, type RecordEnd, records } from './records.js';
import { RowReader } from './rows.js';
import { SET_ASIDE, SET_ASIDE_MARK } from './set-aside.js';
import { TemperatureTally } from './temperatures.js';
import { YearOfTable, type YearSource } from './year.js';

/** Longest record that is read, in bytes. */
export const MAX_RECORD_BYTES = 1024 * 1024;
/** Records given to the search for the header: the first ten may hold it, those after show which columns hold data. */
const HEADER_RECORDS = 30;

/** Quotes that make no sense: what they hold, or all that follows, is lost. */
export const QUOTE = inputCheck({
  id: 'input/quote',
  severity: 'error',
  messages: {
    'bad-quote': {
      zh: '这一行的引号写法不对，没有核对这一行。单元格里的引号要写两个',
      en: 'the quotes of this record are not well formed, and it was not checked; double the quotes inside a cell',
    },
    unclosed: {
      zh: '这里的引号没有结束，此后的行没有核对。补上结束的引号',
      en: 'the quote that opens here is never closed, and the rows after it were not checked; close it',
    },
  },
});

/** A record beyond the longest that is read. */
export const RECORD_TOO_LONG = inputCheck({
  id: 'input/record-too-long',
  severity: 'error',
  messages: {
    tooLong: {
      zh: '这一行超过 1 MiB，此后没有核对。检查引号和换行',
      en: 'this record is longer than 1 MiB, and nothing after it was checked; look at its quotes and line breaks',
    },
  },
});

/** Line breaks of several sorts. */
export const NEWLINES = inputCheck({
  id: 'input/newlines',
  severity: 'info',
  messages: {
    mixed: { zh: '换行符不一致，已照常读', en: 'line breaks of several sorts; read all the same' },
  },
});

/** A file without a record. */
export const EMPTY = inputCheck({
  id: 'input/empty',
  severity: 'error',
  messages: {
    empty: { zh: '文件是空的，没有可核对的', en: 'the file is empty, there is nothing to check' },
  },
});

/** A daily log without a row. */
export const NO_ROWS = inputCheck({
  id: 'input/no-rows',
  severity: 'error',
  messages: {
    none: {
      zh: '只有表头，没有一行记录。每天的日志要逐日填写；没有情况也要记',
      en: 'there is a header and no row; a daily log is filled in every day, also when there is nothing to record',
    },
  },
});

/** A record as text and cells, and the line on which it begins. */
interface Row {
  readonly text: string;
  readonly cells: readonly string[];
  readonly line: number;
}

/** Reads a log. `open` starts reading the file anew. */
export function readLog(file: string, open: () => Iterable<Uint8Array>, options: ReadOptions): LogReading {
  const findings = new FindingList(file, options);
  const detected = detectEncoding(open, {
    forced: options.encoding,
    ...(options.isText ? { isText: options.isText } : {}),
  });
  if (!detected.ok) {
    const { reason, line, offset } = detected;
    findings.atLine(raised(ENCODING, reason, { params: { line, offset } }), line);
    return unread(file, findings);
  }
  const { encoding, bom } = detected;
  const { delimiter, sepLine } = sniffDelimiter(firstLines(open(), encoding, bom));
  const form = { delimiter, encoding, maxRecordBytes: MAX_RECORD_BYTES };
  const again = function* (): Generator<Row> {
    for (const block of records(asBytes(open(), encoding, bom), form)) yield* rowsOf(block, form);
  };
  const reader = new LogReader(file, { encoding, delimiter }, options, findings, again);
  const reading = records(asBytes(open(), encoding, bom), {
    ...form,
    ...(options.fastPath === false ? {} : { accepts: reader.accepts }),
  });
  let isFirst = sepLine;
  let step = reading.next();
  for (; !step.done; step = reading.next()) {
    for (let i = 0; i < step.value.count; i++) {
      if (!isFirst) reader.record(step.value, i);
      isFirst = false;
      if (reader.isRefused) return reader.result();
    }
  }
  reader.end(step.value);
  return reader.result();
}

/** The records of a block that are well formed. */
function* rowsOf(
  { bytes, starts, ends, lines, quoted, count }: RecordBlock,
  form: { readonly encoding: Encoding; readonly delimiter: string },
): Generator<Row> {
  const decoder = decoderOf(form.encoding);
  for (let i = 0; i < count; i++) {
    const text = decoder.decode(bytes.subarray(starts[i] as number, ends[i] as number));
    const cells = splitRecord(text, form.delimiter, quoted[i] === 1);
    if (cells !== 'bad-quote') yield { text, cells, line: lines[i] as number };
  }
}

function decoderOf(encoding: Encoding): InstanceType<typeof TextDecoder> {
  return new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true });
}

/** What there is of a file of which nothing could be read. */
function unread(
  file: string,
  findings: FindingList,
  known: Pick<LogReading, 'encoding' | 'candidates'> = {},
): LogReading {
  const { kept, rejects, counts, worst } = findings;
  return { file, ...known, rowCount: 0, findings: kept, rejects, counts, worst };
}

/** The table of which the header was found. */
interface Table {
  readonly log: LogSource;
  readonly header: HeaderResult & { ok: true };
  readonly rows: RowReader;
  readonly again: HeaderAgain;
  readonly carry: Carry;
  readonly year: YearOfTable;
  /** Absent where the rows are not told by their own cells alone. */
  ordinary: OrdinaryRows | undefined;
}

/**
 * Reads the records of one file, one after the other. It looks for the header among the first; then it reads the rows of
 * the table, until the header of another table begins: what is below that is not read.
 */
class LogReader {
  /** Records that are looked at together, to find the header; afterwards, empty. */
  private head: Row[] = [];
  private table: Table | undefined;
  /** Whether these are lines that are no records, as `fix` leaves them. */
  private isSetAside = false;
  private refusal: (HeaderResult & { ok: false }) | undefined;
  private inOtherTable = false;
  /** Rows with a single cell, or with labels, which may be the title of a table pasted below: the next row tells. */
  private titles: Row[] = [];
  /** Whether the row above was taken by its bytes, and its cells are not known. */
  private isAboveUnknown = false;
  private heldHeader: Row | undefined;
  private tellHeaderAgain: (() => void) | undefined;
  private readonly asides = new Map<Aside, { count: number; readonly line: number }>();
  private rowCount = 0;
  private readonly lost: LostRow[] = [];
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly temperatures: TemperatureTally | undefined;

  constructor(
    private readonly file: string,
    private readonly form: { readonly encoding: Encoding; readonly delimiter: string },
    private readonly options: ReadOptions,
    private readonly findings: FindingList,
    /** Reads the records of the file anew. */
    private readonly again: () => Iterable<Row>,
  ) {
    this.decoder = decoderOf(form.encoding);
    this.temperatures = options.temperatures ? new TemperatureTally(options.limits) : undefined;
  }

  /** Whether the file has no header of a log, or one that several kinds have. */
  get isRefused(): boolean {
    return this.refusal !== undefined || this.isSetAside;
  }

  /** Accepts a record of which there is nothing to say from its bytes alone; returns its end, or -1. */
  readonly accepts = (bytes: Uint8Array, start: number, limit: number, line: number): number => {
    const ordinary = this.titles.length > 0 ? undefined : this.table?.ordinary;
    const end = ordinary?.acceptsNext(bytes, start, limit, line) ?? -1;
    if (end >= 0) this.counted(ordinary, bytes);
    return end;
  };

  /** Reads a record of a block. */
  record(block: RecordBlock, i: number): void {
    const line = block.lines[i] as number;
    const [start, end] = [block.starts[i] as number, block.ends[i] as number];
    const isQuoted = block.quoted[i] === 1;
    const ordinary = this.titles.length > 0 || isQuoted ? undefined : this.table?.ordinary;
    if (ordinary?.accepts(block.bytes, start, end, line)) {
      this.counted(ordinary, block.bytes);
      return;
    }
    const text = withoutEndMark(this.decoder.decode(block.bytes.subarray(start, end)));
    const cells = splitRecord(text, this.form.delimiter, isQuoted);
    if (cells === 'bad-quote') {
      this.findings.atLine(raised(QUOTE, 'bad-quote'), line);
      this.lose({ line });
      return;
    }
    if (this.table) {
      const clean = this.below(this.table, { text, cells, line });
      if (clean && !isQuoted) this.table.ordinary?.learn(block.bytes, start, end, clean);
      return;
    }
    this.head.push({ text, cells, line });
    if (this.head.length === HEADER_RECORDS) this.begin();
  }

  /** Says what can be said only at the end of the file. */
  end({ unclosedQuote, tooLong, newlines }: RecordEnd): void {
    if (!this.table && this.head.length > 0) this.begin();
    if (this.isRefused) return;
    this.endTitles(false);
    if (unclosedQuote) {
      const { line, column } = unclosedQuote;
      this.findings.atLine(raised(QUOTE, 'unclosed'), line, column, column + 1);
      this.lose({ line, endless: true });
    }
    if (tooLong) {
      this.findings.atLine(raised(RECORD_TOO_LONG, 'tooLong'), tooLong.line);
      this.lose({ line: tooLong.line, endless: true });
    }
    if (newlines === 'mixed') this.findings.atLine(raised(NEWLINES, 'mixed'), 1);
    if (!this.table) {
      if (this.lost.length === 0) this.findings.atLine(raised(EMPTY, 'empty'), 1);
      return;
    }
    const { log, header, rows, again } = this.table;
    if (this.rowCount === 0 && !header.kind.event) this.findings.atLine(raised(NO_ROWS, 'none'), log.headerLine);
    rows.finish();
    this.tellHeld(this.table);
    this.sayOfAsides();
    if (again.count === 0) return;
    const details = { params: { count: again.count }, ...(this.options.strict ? { severity: 'error' as const } : {}) };
    this.findings.atLine(raised(REPEATED, 'header-repeated', details), again.firstLine);
  }

  /** What there is of the file. */
  result(): LogReading {
    const { file, findings, table, refusal, rowCount } = this;
    const { encoding } = this.form;
    if (!table) return unread(file, findings, { encoding, ...(refusal ? { candidates: refusal.candidates } : {}) });
    const summary = table.rows.summary(rowCount, this.lost);
    return { ...unread(file, findings, { encoding }), rowCount, summary };
  }

  /** Looks for the header among the first records, and reads those below it. */
  private begin(): void {
    const { kinds, kind, map } = this.options;
    const { head } = this;
    const cells = head.map((each) => each.cells);
    const header = findHeader(cells, kinds, { ...(kind === undefined ? {} : { kind }), ...(map ? { map } : {}) });
    const [first] = head;
    if (first?.cells[0]?.trim() === SET_ASIDE_MARK) {
      this.isSetAside = true;
      this.findings.atLine(raised(SET_ASIDE, 'set-aside'), first.line);
      return;
    }
    if (header.ok) {
      this.head = [];
      const above = header.row - header.rows + 1;
      this.table = this.tableOf(header, head, above);
      for (const each of head.slice(0, above)) this.setAside(each);
      this.tellHeader(this.table, head.slice(above, header.row + 1));
      this.sayOfHeader(this.table, head, above);
      for (const each of head.slice(header.row + 1)) this.below(this.table, each);
      return;
    }
    this.refusal = header;
    this.findings.atLine(raisedOfRefusal(header), head[0]?.line ?? 1);
  }

  private tableOf(header: HeaderResult & { ok: true }, head: readonly Row[], first: number): Table {
    const { file, form, options, findings, temperatures } = this;
    const { kind, layout } = header;
    const ofHeader = head.slice(first, header.row + 1).map(({ cells }) => cells);
    const above = aboveOf(head.slice(0, first).map(({ cells }) => cells));
    const year = new YearOfTable(options.year, () => this.years(header, above));
    const given = givenAround(file, above, kind, { has: (column) => isThere(header, column), year: () => year.value });
    for (const each of given.said) findings.atLine(each, head[first]?.line ?? 1);
    const missing = header.missing.filter((column) => !given.texts.has(column));
    const headerLine = head[first]?.line ?? 1;
    const log = { file, kind: kind.name, ...form, headerLine, positions: layout.positions, missing };
    const rows = new RowReader(log, header, { ...options, tableYear: year }, findings, temperatures);
    rows.around = given.texts;
    const isOrdinary = options.fastPath !== false && given.texts.size === 0;
    return {
      log,
      header,
      rows,
      again: new HeaderAgain(ofHeader, kind),
      carry: new Carry(kind, layout.positions, signedOf(ofHeader)),
      year,
      ordinary: isOrdinary ? OrdinaryRows.of(rows, form.delimiter, header, options.limits) : undefined,
    };
  }

  /** The years that are named around the table, by its other dates, and by the profile. */
  private *years(
    { kind, layout }: HeaderResult & { ok: true },
    above: Above,
  ): Generator<readonly [YearSource, number]> {
    yield* yearsAround(this.file, above);
    if (this.options.operationYear !== undefined) yield ['operation', this.options.operationYear];
    const dates = kind.columns.flatMap(({ en, type }) =>
      type === 'date' || type === 'datetime' ? (layout.positions.get(en) ?? []) : [],
    );
    for (const { cells } of this.again()) {
      for (const at of dates) {
        const year = yearOf(cells[at]?.trim() ?? '');
        if (year !== undefined) yield ['dates', year];
      }
    }
  }

  /** Tells the header by the names of the kind, with those of columns that the table does not have. */
  private tellHeader({ header, rows }: Table, ofHeader: readonly Row[]): void {
    const { kind, layout } = header;
    const written = Array.from({ length: layout.width }, (_, at) =>
      [...new Set(ofHeader.map(({ cells }) => cells[at]?.trim() ?? ''))].join(''),
    );
    const cells = [...plainHeaders(kind, layout, written), ...rows.aroundColumns.map(({ zh }) => zh)];
    this.tellHeaderAgain = () => this.options.onRecord?.({ sort: 'row', cells });
    this.tellHeaderAgain();
  }

  /** A header that stands again is no record, but for where the row below it would else be read as one of the page above. */
  private tellHeld(table: Table, cells?: readonly string[]): void {
    if (!this.heldHeader) return;
    if (cells && table.carry.asks(cells)) this.tellHeaderAgain?.();
    else this.setAside(this.heldHeader);
    this.heldHeader = undefined;
  }

  private setAside({ cells }: Row): void {
    this.options.onRecord?.({ sort: 'aside', cells });
  }

  private sayOfHeader({ header, log, rows }: Table, head: readonly Row[], above: number): void {
    const { findings, form } = this;
    for (const one of header.findings) {
      const each = withoutGiven(one, rows.around);
      if (!each) continue;
      const { text, line } = head[each.row] ?? { text: '', line: 1 };
      const found = raisedOfHeader(each, header.kind);
      if (each.check === 'header-missing') findings.atLine(found, log.headerLine);
      else findings.atHeader(found, text, form, line, each.index);
    }
    if (above > 0) findings.atLine(raised(TITLE, 'title-rows', { params: { count: above } }), head[0]?.line ?? 1);
  }

  /** Reads a record below the header. Returns the row if there is nothing at all to say of it. */
  private below(table: Table, row: Row): LogRow | undefined {
    const { cells, line } = row;
    // Excel and WPS write such rows below a table whose cells were once in use; printed forms have their numbers there
    if (cells.every((cell, at) => isBlank(cell) || isRowNumber(cell, at, table.header.numbering))) return undefined;
    const isAgain = table.again.takes(cells, line);
    // right below the header stands, if anything, more of it
    const begins = !isAgain && !this.inOtherTable && this.rowCount > 0 && this.isOther(table, cells);
    const mayBeTitle = !isAgain && !begins && !this.inOtherTable && isTitle(cells, table);
    if (!mayBeTitle) this.endTitles(isAgain || begins);
    if (begins) {
      this.findings.atLine(raised(OTHER_TABLE, 'other-table'), line);
      this.lose({ line, endless: true });
    }
    if (isAgain) table.carry.forget();
    this.inOtherTable = !isAgain && (this.inOtherTable || begins);
    if (isAgain) {
      this.tellHeld(table);
      this.heldHeader = row;
    }
    if (isAgain || this.inOtherTable) return undefined;
    if (isFooter(cells)) {
      this.setAside(row);
      this.findings.atLine(raised(FOOTER, 'footer'), line);
      return undefined;
    }
    if (mayBeTitle) {
      this.titles.push(row);
      return undefined;
    }
    return this.take(table, row);
  }

  /** Reads a row of the table, if it is a record. */
  private take(table: Table, row: Row): LogRow | undefined {
    const { kind, layout, numbering } = table.header;
    const aside = asideOf(row.cells, kind, { positions: layout.positions, numbering });
    if (aside !== undefined) {
      const known = this.asides.get(aside);
      if (known) known.count++;
      else this.asides.set(aside, { count: 1, line: row.line });
      if (aside !== 'remark') table.carry.see(row.cells);
      this.setAside(row);
      return undefined;
    }
    this.rowCount++;
    this.tellHeld(table, row.cells);
    const { record, carried } = this.carriedDown(table, row);
    return table.rows.read(row.text, record, row.line, carried);
  }

  /** The cells of a row, with those that are carried down to it. */
  private carriedDown(
    table: Table,
    { cells, line }: Row,
  ): { readonly record: readonly string[]; readonly carried: readonly Carried[] } {
    const { carry } = table;
    if (this.isAboveUnknown && carry.asks(cells)) {
      for (const each of this.again()) {
        if (each.line >= line) break;
        if (each.line > table.log.headerLine) carry.see(each.cells);
      }
    }
    this.isAboveUnknown = false;
    const down = carry.down(cells);
    // from now on what a row says depends on those above
    if (down.carried.length > 0) table.ordinary = undefined;
    return down;
  }

  private sayOfAsides(): void {
    for (const [aside, { count, line }] of this.asides)
      this.findings.atLine(raised(NO_RECORD, aside, { params: { count } }), line);
  }

  private isOther({ header }: Table, cells: readonly string[]): boolean {
    return isOtherHeader(cells, this.options.kinds, { kind: header.kind, positions: header.layout.positions });
  }

  /** What was held back is a title, if a header follows it; else rows like others. */
  private endTitles(isTitle: boolean): void {
    const { titles, table } = this;
    const [first] = titles;
    if (!first || !table) return;
    this.titles = [];
    if (!isTitle) for (const title of titles) this.take(table, title);
    else {
      for (const title of titles) this.setAside(title);
      this.findings.atLine(raised(TITLE, 'title-rows', { params: { count: titles.length } }), first.line);
      this.giveAnew(table, titles);
    }
  }

  /** Gives the rows what is said above a header that stands again, as where each day has a page. */
  private giveAnew(table: Table, titles: readonly Row[]): void {
    const { header, year, rows } = table;
    const above = aboveOf(titles.map(({ cells }) => cells));
    const has = (column: string): boolean => isThere(header, column);
    const given = givenAround('', above, header.kind, { has, year: () => year.value });
    for (const each of given.said) this.findings.atLine(each, titles[0]?.line ?? 1);
    const differs = given.said.some(({ rule }) => rule === DAYS_DIFFER.id);
    rows.around = new Map([...rows.around, ...given.texts]);
    if (differs) rows.around = new Map([...rows.around].filter(([column]) => column !== header.kind.dated));
    if (rows.around.size > 0) table.ordinary = undefined;
  }

  private counted(ordinary: OrdinaryRows | undefined, bytes: Uint8Array): void {
    this.rowCount++;
    this.isAboveUnknown = true;
    if (this.temperatures) ordinary?.countTemperatures(bytes, this.temperatures);
  }

  /** Notes a record that is no row for the rules. */
  private lose(row: LostRow): void {
    this.lost.push(row);
    if (!row.endless) this.rowCount++;
  }
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** Whether a row may be the title of a table: it has a single cell, or labels with their values. */
function isTitle(cells: readonly string[], { header }: Table): boolean {
  return (cells.length > 1 && hasAtMost(cells, 1)) || isLabels(cells, header.kind);
}

/** What is said of a header without the columns that are given around the table; nothing where these are all. */
function withoutGiven(finding: HeaderFinding, around: ReadonlyMap<string, string>): HeaderFinding | undefined {
  const { check, row, index, column, missing = column === undefined ? [] : [column] } = finding;
  if (check !== 'header-missing' || !missing.some((name) => around.has(name))) return finding;
  const left = missing.filter((name) => !around.has(name));
  const [first] = left;
  if (first === undefined) return undefined;
  return left.length === 1 ? { check, row, index, column: first } : { ...finding, column: first, missing: left };
}

/** Whether a table has a column for something. */
function isThere({ layout }: HeaderResult & { ok: true }, column: string): boolean {
  const isWide = layout.wide.some(({ positions, sets }) => positions.has(column) || sets[column] !== undefined);
  return layout.positions.has(column) || isWide;
}

/** The positions of the columns that are signed. */
function signedOf(ofHeader: readonly (readonly string[])[]): ReadonlySet<number> {
  return new Set(ofHeader.flatMap((cells) => cells.flatMap((cell, at) => (isSigned(cell) ? [at] : []))));
}

/** The year that a date has. */
function yearOf(text: string): number | undefined {
  const { value } = isPlainDate(text) ? { value: text } : readDate(text, undefined);
  return typeof value === 'string' ? Number(value.slice(0, 4)) : undefined;
}

/** DOS ended a file with this character. */
function withoutEndMark(text: string): string {
  return text.endsWith('\x1a') ? text.slice(0, -1) : text;
}
