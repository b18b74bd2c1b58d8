/** A log written out plainly: the same rows, and the lines that are no rows in a file of their own. */
import { stringify } from 'csv-stringify/sync';
import { readLog } from './read/log.js';
import type { ReadOptions } from './read/options.js';
import { SET_ASIDE_MARK } from './read/set-aside.js';
import type { LogFinding, LogReading } from './summary.js';

/** What came of cleaning a log. */
export interface Cleaned {
  /** Absent where something of the file could not be read, so that it stays as it is. */
  readonly text?: string;
  /** The lines that are no records; absent where there are none. */
  readonly aside?: string;
  /** What was read leniently, and what is no record: all that changes. */
  readonly changes: readonly LogFinding[];
  readonly reading: LogReading;
}

/** What of the findings tells of a change: how cells were read, and which lines are no records. */
const CHANGES =
  /^input\/(?:lenient-|footer$|title-rows$|header-repeated$|no-record$|from-around$|wide-comma$|newlines$)/;

/** Reads a log and writes it out plainly. `open` starts reading the file anew. */
export function cleaned(file: string, open: () => Iterable<Uint8Array>, options: ReadOptions): Cleaned {
  const rows: (readonly string[])[] = [];
  const aside: (readonly string[])[] = [];
  const reading = readLog(file, open, {
    ...options,
    fastPath: false,
    most: Number.POSITIVE_INFINITY,
    onRecord: ({ sort, cells }) => {
      if (sort === 'aside') aside.push(cells);
      else rows.push(cells);
    },
  });
  const changes = reading.findings.filter(({ rule }) => CHANGES.test(rule));
  const width = rows[0]?.length ?? 0;
  const isWhole =
    reading.summary !== undefined && reading.summary.lost.length === 0 && rows.every(({ length }) => length <= width);
  if (!isWhole) return { changes: [], reading };
  return {
    text: csvOf(rows),
    ...(aside.length > 0 ? { aside: csvOf([[SET_ASIDE_MARK], ...aside]) } : {}),
    changes,
    reading,
  };
}

/** As WPS and Excel read it: UTF-8 with a byte order mark, CRLF. */
function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => [...cells]),
    { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}
