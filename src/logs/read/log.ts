/** Reads one log: bytes → records → rows; gives every row to the checks of rows, and leaves a summary for the rest. */
import { inputCheck, type RaisedFinding, raised } from '../../input-check.js';
import type { Wording } from '../../types.js';
import type { LogKind, LogRow, LogSource } from '../kind.js';
import type { LogReading } from '../summary.js';
import { splitRecord } from './cells.js';
import { firstLines, sniffDelimiter } from './delimiter.js';
import { asBytes, detectEncoding, ENCODING } from './encoding.js';
import { FindingList } from './finding-list.js';
import { FOOTER, isFooter } from './footer.js';
import {
  findHeader,
  HEADER,
  type HeaderFinding,
  type HeaderResult,
  KIND_AMBIGUOUS,
  KIND_UNKNOWN,
  TITLE,
} from './header.js';
import { HeaderAgain, REPEATED } from './header-again.js';
import type { ReadOptions } from './options.js';
import { OrdinaryRows } from './ordinary.js';
import { isOtherHeader, OTHER_TABLE } from './other-table.js';
import { type RecordBlock, records } from './records.js';
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

/** A record that is looked at together with those after it. */
interface HeadRecord {
  readonly text: string;
  readonly cells: string[];
  readonly line: number;
}

/** Reads a log. `open` starts reading the file anew. */
export function readLog(file: string, open: () => Iterable<Uint8Array>, options: ReadOptions): LogReading {
  const findings = new FindingList(file, options);
  const temperatures = options.temperatures ? new TemperatureTally(options.limits) : undefined;
  const refused = (encoding?: string): LogReading => ({
    file,
    ...(encoding === undefined ? {} : { encoding }),
    rowCount: 0,
    findings: findings.kept,
    rejects: findings.rejects,
    counts: findings.counts,
    worst: findings.worst,
  });
  const detected = detectEncoding(open, {
    forced: options.encoding,
    ...(options.isText ? { isText: options.isText } : {}),
  });
  if (!detected.ok) {
    const { reason, line, offset } = detected;
    findings.atLine(raised(ENCODING, reason, { params: { line, offset } }), line);
    return refused();
  }
  const { encoding, bom } = detected;
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true });
  const { delimiter, sepLine } = sniffDelimiter(firstLines(open(), encoding, bom));
  const head: HeadRecord[] = [];
  let header: (HeaderResult & { ok: true }) | undefined;
  let again: HeaderAgain | undefined;
  let rowReader: RowReader | undefined;
  let ordinary: OrdinaryRows | undefined;
  let log: LogSource | undefined;
  let rowCount = 0;
  let seen = 0;
  const refuseHeader = (result: HeaderResult & { ok: false }): LogReading => {
    const params = { candidates: result.candidates.join(', ') };
    const found =
      result.reason === 'ambiguous'
        ? raised(KIND_AMBIGUOUS, 'ambiguous', { params })
        : raised(KIND_UNKNOWN, 'no-header', { params });
    findings.atLine(found, head[0]?.line ?? 1);
    return refused(encoding);
  };
  const begin = (): (HeaderResult & { ok: false }) | undefined => {
    const { kind, map } = options;
    const result = findHeader(
      head.map(({ cells }) => cells),
      options.kinds,
      { ...(kind === undefined ? {} : { kind }), ...(map ? { map } : {}) },
    );
    if (!result.ok) return result;
    header = result;
    const place = head[result.row - result.rows + 1];
    log = {
      file,
      kind: result.kind.name,
      encoding,
      delimiter,
      headerLine: place?.line ?? 1,
      positions: result.layout.positions,
    };
    for (const each of result.findings) {
      const at = head[each.row];
      const found = raisedAbout(each, result.kind);
      if (each.check === 'header-missing') findings.atLine(found, at?.line ?? 1);
      else findings.atHeader(found, at?.text ?? '', { delimiter }, at?.line ?? 1, each.index);
    }
    const above = result.row - result.rows + 1;
    if (above > 0) findings.atLine(raised(TITLE, 'title-rows', { params: { count: above } }), head[0]?.line ?? 1);
    const ofHeader = head.slice(above, result.row + 1).map(({ cells }) => cells);
    again = new HeaderAgain(ofHeader, result.kind);
    rowReader = new RowReader(log, result, options, findings, temperatures);
    if (options.fastPath !== false) ordinary = OrdinaryRows.of(rowReader, delimiter, result, options.limits);
    for (const each of head.slice(result.row + 1)) data(each.text, each.cells, each.line);
    return undefined;
  };
  const isOther = (cells: readonly string[], { kind, layout }: HeaderResult & { ok: true }): boolean =>
    isOtherHeader(cells, options.kinds, { kind, positions: layout.positions });
  /** Whether the rows are those of another table. */
  let inOther = false;
  /** A row with a single cell, which may be the title of a table pasted below: the next row tells. */
  let title: HeadRecord | undefined;
  const data = (text: string, cells: string[], line: number): LogRow | undefined => {
    // Excel and WPS write such rows below a table whose cells were once in use; printed forms have their numbers there
    if (cells.every((cell, at) => isBlank(cell) || at === header?.numbering)) return undefined;
    const isAgain = again?.takes(cells, line) ?? false;
    // right below the header stands, if anything, more of it
    const begins = !isAgain && !inOther && rowCount > 0 && header !== undefined && isOther(cells, header);
    endTitle(isAgain || begins);
    if (begins) findings.atLine(raised(OTHER_TABLE, 'other-table'), line);
    inOther = !isAgain && (inOther || begins);
    if (isAgain || inOther) return undefined;
    if (isFooter(cells)) {
      findings.atLine(raised(FOOTER, 'footer'), line);
      return undefined;
    }
    if (cells.length > 1 && cells.filter((cell) => !isBlank(cell)).length === 1) {
      title = { text, cells, line };
      return undefined;
    }
    rowCount++;
    return rowReader?.read(text, cells, line);
  };
  const endTitle = (isTitle: boolean): void => {
    if (!title) return;
    const { text, cells, line } = title;
    title = undefined;
    if (isTitle) {
      findings.atLine(raised(TITLE, 'title-rows', { params: { count: 1 } }), line);
      return;
    }
    rowCount++;
    rowReader?.read(text, cells, line);
  };
  const accepts = (bytes: Uint8Array, start: number, limit: number, line: number): number => {
    const end = title ? -1 : (ordinary?.acceptsNext(bytes, start, limit, line) ?? -1);
    if (end >= 0) rowCount++;
    return end;
  };
  const acceptsAndCounts: typeof accepts = (bytes, start, limit, line) => {
    const end = accepts(bytes, start, limit, line);
    if (end >= 0 && temperatures) ordinary?.countTemperatures(bytes, temperatures);
    return end;
  };
  const reading = records(asBytes(open(), encoding, bom), {
    delimiter,
    encoding,
    maxRecordBytes: MAX_RECORD_BYTES,
    ...(options.fastPath === false ? {} : { accepts: temperatures ? acceptsAndCounts : accepts }),
  });
  let step = reading.next();
  for (; !step.done; step = reading.next()) {
    const block: RecordBlock = step.value;
    for (let i = 0; i < block.count; i++) {
      seen++;
      if (sepLine && seen === 1) continue;
      const line = block.lines[i] as number;
      const [start, end] = [block.starts[i] as number, block.ends[i] as number];
      if (ordinary && !title && block.quoted[i] === 0 && ordinary.accepts(block.bytes, start, end, line)) {
        rowCount++;
        if (temperatures) ordinary.countTemperatures(block.bytes, temperatures);
        continue;
      }
      const text = decoder.decode(block.bytes.subarray(start, end));
      const cells = splitRecord(text, delimiter, block.quoted[i] === 1);
      if (cells === 'bad-quote') {
        findings.atLine(raised(QUOTE, 'bad-quote'), line);
        continue;
      }
      if (header) {
        const clean = data(text, cells, line);
        if (clean && block.quoted[i] === 0) ordinary?.learn(block.bytes, start, end, clean);
      } else {
        head.push({ text, cells, line });
        const failed = head.length === HEADER_RECORDS ? begin() : undefined;
        if (failed) return refuseHeader(failed);
      }
    }
  }
  const end = step.value;
  if (!header && head.length > 0) {
    const failed = begin();
    if (failed) return refuseHeader(failed);
  }
  endTitle(false);
  if (end.unclosedQuote) {
    const { line, column } = end.unclosedQuote;
    findings.atLine(raised(QUOTE, 'unclosed'), line, column, column + 1);
  }
  if (end.tooLong) findings.atLine(raised(RECORD_TOO_LONG, 'tooLong'), end.tooLong.line);
  if (end.newlines === 'mixed') findings.atLine(raised(NEWLINES, 'mixed'), 1);
  if (!log || !header || !rowReader) {
    const unread = findings.counts.has(QUOTE.id) || findings.counts.has(RECORD_TOO_LONG.id);
    if (!unread) findings.atLine(raised(EMPTY, 'empty'), 1);
    return refused(encoding);
  }
  if (rowCount === 0 && !header.kind.event) {
    findings.atLine(raised(NO_ROWS, 'none'), log.headerLine);
  }
  rowReader.finish();
  if (again && again.count > 0) {
    const details = { params: { count: again.count }, ...(options.strict ? { severity: 'error' as const } : {}) };
    findings.atLine(raised(REPEATED, 'header-repeated', details), again.firstLine);
  }
  return {
    file,
    encoding,
    rowCount,
    findings: findings.kept,
    rejects: findings.rejects,
    counts: findings.counts,
    worst: findings.worst,
    summary: rowReader.summary(),
  };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** What is said of a cell of the header. */
function raisedAbout({ check, column: name, index }: HeaderFinding, { columns }: LogKind): RaisedFinding {
  const column = columns.find(({ en }) => en === name);
  const header: Wording | undefined = column && { zh: column.zh, en: column.en };
  const key = name ?? String(index);
  if (check === 'header-unknown' && header)
    return raised(HEADER[check], 'header-unknown-near', { params: { near: header }, key });
  return raised<string>(HEADER[check], check, { params: header ? { column: header } : {}, key });
}
