/** Reads one log: bytes → records → rows; gives every row to the checks of rows, and leaves a summary for the rest. */
import { inputCheck, raised } from '../../input-check.js';
import type { LogRow, LogSource } from '../kind.js';
import type { LogReading, LostRow } from '../summary.js';
import { splitRecord } from './cells.js';
import { firstLines, sniffDelimiter } from './delimiter.js';
import { asBytes, detectEncoding, ENCODING, type Encoding } from './encoding.js';
import { FindingList } from './finding-list.js';
import { FOOTER, isFooter } from './footer.js';
import { findHeader, type HeaderResult } from './header.js';
import { HeaderAgain, REPEATED } from './header-again.js';
import { raisedOfHeader, raisedOfRefusal, TITLE } from './header-findings.js';
import type { ReadOptions } from './options.js';
import { OrdinaryRows } from './ordinary.js';
import { isOtherHeader, OTHER_TABLE } from './other-table.js';
import { type RecordBlock, type RecordEnd, records } from './records.js';
import { RowReader } from './rows.js';
import { TemperatureTally } from './temperatures.js';

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
  const reader = new LogReader(file, { encoding, delimiter }, options, findings);
  const reading = records(asBytes(open(), encoding, bom), {
    delimiter,
    encoding,
    maxRecordBytes: MAX_RECORD_BYTES,
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
  readonly ordinary: OrdinaryRows | undefined;
}

/**
 * Reads the records of one file, one after the other. It looks for the header among the first; then it reads the rows of
 * the table, until the header of another table begins: what is below that is not read.
 */
class LogReader {
  /** Records that are looked at together, to find the header; afterwards, empty. */
  private head: Row[] = [];
  private table: Table | undefined;
  private refusal: (HeaderResult & { ok: false }) | undefined;
  private inOtherTable = false;
  /** A row with a single cell, which may be the title of a table pasted below: the next row tells. */
  private title: Row | undefined;
  private rowCount = 0;
  private readonly lost: LostRow[] = [];
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly temperatures: TemperatureTally | undefined;

  constructor(
    private readonly file: string,
    private readonly form: { readonly encoding: Encoding; readonly delimiter: string },
    private readonly options: ReadOptions,
    private readonly findings: FindingList,
  ) {
    this.decoder = new TextDecoder(form.encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true });
    this.temperatures = options.temperatures ? new TemperatureTally(options.limits) : undefined;
  }

  /** Whether the file has no header of a log, or one that several kinds have. */
  get isRefused(): boolean {
    return this.refusal !== undefined;
  }

  /** Accepts a record of which there is nothing to say from its bytes alone; returns its end, or -1. */
  readonly accepts = (bytes: Uint8Array, start: number, limit: number, line: number): number => {
    const ordinary = this.title ? undefined : this.table?.ordinary;
    const end = ordinary?.acceptsNext(bytes, start, limit, line) ?? -1;
    if (end >= 0) this.counted(ordinary, bytes);
    return end;
  };

  /** Reads a record of a block. */
  record(block: RecordBlock, i: number): void {
    const line = block.lines[i] as number;
    const [start, end] = [block.starts[i] as number, block.ends[i] as number];
    const isQuoted = block.quoted[i] === 1;
    const ordinary = this.title || isQuoted ? undefined : this.table?.ordinary;
    if (ordinary?.accepts(block.bytes, start, end, line)) {
      this.counted(ordinary, block.bytes);
      return;
    }
    const text = this.decoder.decode(block.bytes.subarray(start, end));
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
    if (this.refusal) return;
    this.endTitle(false);
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
    if (header.ok) {
      this.head = [];
      const above = header.row - header.rows + 1;
      this.table = this.tableOf(header, head.slice(above, header.row + 1));
      this.sayOfHeader(header, head, above);
      for (const each of head.slice(header.row + 1)) this.below(this.table, each);
      return;
    }
    this.refusal = header;
    this.findings.atLine(raisedOfRefusal(header), head[0]?.line ?? 1);
  }

  private tableOf(header: HeaderResult & { ok: true }, ofHeader: readonly Row[]): Table {
    const { file, form, options, findings, temperatures } = this;
    const { kind, layout, missing } = header;
    const headerLine = ofHeader[0]?.line ?? 1;
    const log = { file, kind: kind.name, ...form, headerLine, positions: layout.positions, missing };
    const rows = new RowReader(log, header, options, findings, temperatures);
    const again = new HeaderAgain(
      ofHeader.map(({ cells }) => cells),
      kind,
    );
    const ordinary =
      options.fastPath === false ? undefined : OrdinaryRows.of(rows, form.delimiter, header, options.limits);
    return { log, header, rows, again, ordinary };
  }

  private sayOfHeader(header: HeaderResult & { ok: true }, head: readonly Row[], above: number): void {
    const { findings, form } = this;
    for (const each of header.findings) {
      const { text, line } = head[each.row] ?? { text: '', line: 1 };
      const found = raisedOfHeader(each, header.kind);
      if (each.check === 'header-missing') findings.atLine(found, line);
      else findings.atHeader(found, text, form, line, each.index);
    }
    if (above > 0) findings.atLine(raised(TITLE, 'title-rows', { params: { count: above } }), head[0]?.line ?? 1);
  }

  /** Reads a record below the header. Returns the row if there is nothing at all to say of it. */
  private below(table: Table, row: Row): LogRow | undefined {
    const { cells, line } = row;
    // Excel and WPS write such rows below a table whose cells were once in use; printed forms have their numbers there
    if (cells.every((cell, at) => isBlank(cell) || at === table.header.numbering)) return undefined;
    const isAgain = table.again.takes(cells, line);
    // right below the header stands, if anything, more of it
    const begins = !isAgain && !this.inOtherTable && this.rowCount > 0 && this.isOther(table, cells);
    this.endTitle(isAgain || begins);
    if (begins) {
      this.findings.atLine(raised(OTHER_TABLE, 'other-table'), line);
      this.lose({ line, endless: true });
    }
    this.inOtherTable = !isAgain && (this.inOtherTable || begins);
    if (isAgain || this.inOtherTable) return undefined;
    if (isFooter(cells)) {
      this.findings.atLine(raised(FOOTER, 'footer'), line);
      return undefined;
    }
    if (cells.length > 1 && cells.filter((cell) => !isBlank(cell)).length === 1) {
      this.title = row;
      return undefined;
    }
    return this.take(table, row);
  }

  private take({ rows }: Table, { text, cells, line }: Row): LogRow | undefined {
    this.rowCount++;
    return rows.read(text, cells, line);
  }

  private isOther({ header }: Table, cells: readonly string[]): boolean {
    return isOtherHeader(cells, this.options.kinds, { kind: header.kind, positions: header.layout.positions });
  }

  private endTitle(isTitle: boolean): void {
    const { title, table } = this;
    if (!title || !table) return;
    this.title = undefined;
    if (isTitle) this.findings.atLine(raised(TITLE, 'title-rows', { params: { count: 1 } }), title.line);
    else this.take(table, title);
  }

  private counted(ordinary: OrdinaryRows | undefined, bytes: Uint8Array): void {
    this.rowCount++;
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
