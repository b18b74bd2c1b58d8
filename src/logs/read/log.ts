/** Reads one log: bytes → records → rows; gives every row to the checks of rows, and leaves a summary for the rest. */
import type { Wording } from '../../types.js';
import type { LogRow, LogSource } from '../kind.js';
import type { LogReading } from '../summary.js';
import { splitRecord } from './cells.js';
import { firstLines, sniffDelimiter } from './delimiter.js';
import { asBytes, detectEncoding } from './encoding.js';
import { FindingList, type RaisedFinding } from './finding-list.js';
import { isFooter } from './footer.js';
import { findHeader, type HeaderResult } from './header.js';
import { HeaderAgain } from './header-again.js';
import type { ReadOptions } from './options.js';
import { OrdinaryRows } from './ordinary.js';
import { isOtherHeader } from './other-table.js';
import { type RecordBlock, records } from './records.js';
import { RowReader } from './rows.js';
import { TemperatureTally } from './temperatures.js';

/** Longest record that is read, in bytes. */
export const MAX_RECORD_BYTES = 1024 * 1024;
/** Records given to the search for the header: the first ten may hold it, those after show which columns hold data. */
const HEADER_RECORDS = 30;

/** A record that is looked at together with those after it. */
interface HeadRecord {
  readonly text: string;
  readonly cells: string[];
  readonly line: number;
}

/** Reads a log. `open` starts reading the file anew. */
export function readLog(file: string, open: () => Iterable<Uint8Array>, options: ReadOptions): LogReading {
  const findings = new FindingList(file, options.keepAll);
  const temperatures = options.temperatures ? new TemperatureTally(options.limits) : undefined;
  const refused = (encoding?: string): LogReading => ({
    file,
    ...(encoding === undefined ? {} : { encoding }),
    rowCount: 0,
    findings: findings.kept,
    counts: findings.counts,
    worst: findings.worst,
  });
  const detected = detectEncoding(open, {
    forced: options.encoding,
    ...(options.isText ? { isText: options.isText } : {}),
  });
  if (!detected.ok) {
    const { reason, line, offset } = detected;
    findings.atLine({ rule: 'input/encoding', message: reason, severity: 'error', params: { line, offset } }, line);
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
    const rule = result.reason === 'ambiguous' ? 'input/kind-ambiguous' : 'input/kind-unknown';
    const params = { candidates: result.candidates.join(', ') };
    findings.atLine({ rule, message: result.reason, severity: 'error', params }, head[0]?.line ?? 1);
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
      const column = result.kind.columns.find(({ en }) => en === each.column);
      const header: Wording | undefined = column && { zh: column.zh, en: column.en };
      const near = each.rule === 'header-unknown' && header;
      const raised: RaisedFinding = {
        rule: `input/${each.rule}`,
        message: near ? 'header-unknown-near' : each.rule,
        severity: each.rule === 'header-missing' || each.rule === 'header-duplicate' ? 'error' : 'info',
        params: near ? { near } : header ? { column: header } : {},
        key: each.column ?? String(each.index),
      };
      if (each.rule === 'header-missing') findings.atLine(raised, at?.line ?? 1);
      else findings.atHeader(raised, at?.text ?? '', { delimiter }, at?.line ?? 1, each.index);
    }
    const above = result.row - result.rows + 1;
    if (above > 0) {
      findings.atLine({ ...TITLE, params: { count: above } }, head[0]?.line ?? 1);
    }
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
    if (begins) findings.atLine(OTHER_TABLE, line);
    inOther = !isAgain && (inOther || begins);
    if (isAgain || inOther) return undefined;
    if (isFooter(cells)) {
      findings.atLine(FOOTER, line);
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
      findings.atLine(TITLE, line);
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
        findings.atLine({ rule: 'input/quote', message: 'bad-quote', severity: 'error' }, line);
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
    findings.atLine({ rule: 'input/quote', message: 'unclosed', severity: 'error' }, line, column, column + 1);
  }
  if (end.tooLong)
    findings.atLine({ rule: 'input/record-too-long', message: 'tooLong', severity: 'error' }, end.tooLong.line);
  if (end.newlines === 'mixed') findings.atLine({ rule: 'input/newlines', message: 'mixed', severity: 'info' }, 1);
  if (!log || !header || !rowReader) {
    const unread = findings.counts.has('input/quote') || findings.counts.has('input/record-too-long');
    if (!unread) findings.atLine({ rule: 'input/empty', message: 'empty', severity: 'error' }, 1);
    return refused(encoding);
  }
  if (rowCount === 0 && !header.kind.event) {
    findings.atLine({ rule: 'input/no-rows', message: 'none', severity: 'error' }, log.headerLine);
  }
  rowReader.finish();
  if (again && again.count > 0) {
    const severity = options.strict ? 'error' : 'info';
    const raised: RaisedFinding = { ...REPEATED, severity, params: { count: again.count } };
    findings.atLine(raised, again.firstLine);
  }
  return {
    file,
    encoding,
    rowCount,
    findings: findings.kept,
    counts: findings.counts,
    worst: findings.worst,
    summary: rowReader.summary(),
  };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

const OTHER_TABLE = { rule: 'input/other-table', message: 'other-table', severity: 'error' } as const;
const REPEATED = { rule: 'input/header-repeated', message: 'header-repeated' } as const;
const TITLE = { rule: 'input/title-rows', message: 'title-rows', severity: 'info', params: { count: 1 } } as const;
const FOOTER = { rule: 'input/footer', message: 'footer', severity: 'info' } as const;
