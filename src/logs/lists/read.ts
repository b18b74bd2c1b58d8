/** Reads a list of the profile from a CSV file, by the reader of logs. */
import type { Limits } from '../../plan/limits.js';
import type { Params } from '../../types.js';
import type { LogRow, LogSource } from '../kind.js';
import { splitRecord } from '../read/cells.js';
import { firstLines, sniffDelimiter } from '../read/delimiter.js';
import type { Encoding } from '../read/encoding.js';
import { namesOf, normaliseHeader } from '../read/header-names.js';
import { EMPTY, readLog } from '../read/log.js';
import type { FindingCounts, LogFinding } from '../summary.js';
import { LISTS } from './index.js';
import type { ListKind } from './kind.js';

/** A list that was read. */
export interface ListRead {
  readonly ok: true;
  readonly log: LogSource;
  /** Those that say something, in their order. */
  readonly rows: readonly LogRow[];
  readonly findings: readonly LogFinding[];
  /** How many findings there were, whatever was kept. */
  readonly counts: FindingCounts;
}

/** Why a file is not used as the list. */
export type ListRefusal =
  | 'missing'
  | 'is-folder'
  | 'outside'
  | 'too-large'
  | 'too-many'
  | 'empty'
  | 'not-text'
  | 'broken-text'
  | 'spreadsheet'
  | 'other-list'
  | 'no-header';

/** What came of a file that should be a list. */
export type ListReading = ListRead | { readonly ok: false; readonly reason: ListRefusal; readonly params: Params };

/** How many names of columns make a file look like a list. */
const LEAST_KNOWN = 3;

/** Reads a list. `open` starts reading the file anew. */
export function readList(file: string, open: () => Iterable<Uint8Array>, list: ListKind, limits: Limits): ListReading {
  // lists are not dated, so there is no day on which they end
  const options = { kinds: [list], kind: list.name, strict: false, asOf: '9999-12-31', limits, keepAll: false };
  const { summary, encoding, findings, counts } = readLog(file, open, options);
  if (encoding === undefined) return refuse(reasonOf(findings[0]?.message), findings[0]?.params);
  if (!summary && findings.some(({ rule }) => rule === EMPTY.id)) return refuse('empty');
  const other = otherList(firstLines(open(), encoding as Encoding, 0), list);
  if (other) return refuse('other-list', { other: other.title });
  if (!summary || !list.either.some((column) => summary.log.positions.has(column))) {
    const needed = list.columns.filter(({ en }) => list.either.includes(en));
    const columns = {
      zh: needed.map(({ zh }) => zh).join('、'),
      en: needed.map(({ zh, en }) => `${zh} (${en})`).join(', '),
    };
    return refuse('no-header', { columns });
  }
  const { log, rows } = summary;
  return { ok: true, log, rows: rows.filter(({ at }) => !isBlank(at.record, log.delimiter)), findings, counts };
}

function refuse(reason: ListRefusal, params: Params = {}): ListReading {
  return { ok: false, reason, params };
}

function reasonOf(message: string | undefined): ListRefusal {
  if (message === 'spreadsheet') return 'spreadsheet';
  return message === 'mixed' || message === 'broken' || message === 'nul' ? 'broken-text' : 'not-text';
}

/** The list of which the file is, if a line of it names at least twice as many of that list's columns as of this one's. */
function otherList(lines: readonly string[], list: ListKind): ListKind | undefined {
  const { delimiter } = sniffDelimiter(lines);
  const headers = lines.flatMap((line) => {
    const cells = splitRecord(line, delimiter, line.includes('"'));
    return cells === 'bad-quote' ? [] : [cells.map(normaliseHeader)];
  });
  const known = (each: ListKind): number => {
    const { plain } = namesOf(each);
    return Math.max(0, ...headers.map((names) => new Set(names.flatMap((name) => plain.get(name) ?? [])).size));
  };
  const own = known(list);
  const [most] = LISTS.map((each) => ({ each, count: known(each) })).sort((a, b) => b.count - a.count);
  return most && most.each !== list && most.count >= LEAST_KNOWN && most.count >= 2 * own ? most.each : undefined;
}

/** Whether a record holds nothing but delimiters: rows below the data that a spreadsheet still counts as used. */
function isBlank(record: string, delimiter: string): boolean {
  return record.replaceAll(delimiter, '').replaceAll('"', '').trim() === '';
}
