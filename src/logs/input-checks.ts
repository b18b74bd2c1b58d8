/** All checks that the reader of logs raises, by their ids: what it found is worded by them when it is reported. */
import { byId, type InputCheck, type RaisedFinding } from '../input-check.js';
import type { Wording } from '../types.js';
import { ORDER } from './contradictions.js';
import { CHECKS_OF_KINDS } from './kinds/index.js';
import { DAYS_DIFFER, FROM_AROUND } from './read/around.js';
import { NO_RECORD } from './read/asides.js';
import * as cells from './read/cell-checks.js';
import { ENCODING } from './read/encoding.js';
import { FOOTER } from './read/footer.js';
import { REPEATED } from './read/header-again.js';
import * as header from './read/header-findings.js';
import * as log from './read/log.js';
import { OTHER_TABLE } from './read/other-table.js';
import { LENIENT, UNREADABLE } from './read/reading.js';
import * as rows from './read/rows.js';
import { SET_ASIDE } from './read/set-aside.js';

const FILE = [ENCODING, log.EMPTY, log.NO_ROWS, log.QUOTE, log.RECORD_TOO_LONG, log.NEWLINES, OTHER_TABLE];
const AROUND = [FOOTER, NO_RECORD, FROM_AROUND, DAYS_DIFFER, SET_ASIDE];
const HEADERS = [header.KIND_UNKNOWN, header.KIND_AMBIGUOUS, header.TITLE, ...Object.values(header.HEADER), REPEATED];
const ROWS = [
  ...[rows.WIDE_COMMA_USED, rows.ROW_LONG, rows.ROW_DUPLICATE, rows.STAYS_OVERLAP, rows.DAYS_UNORDERED],
  ...[rows.TOO_MANY_ROWS, cells.CELL_EMPTY, cells.TEMPERATURE, cells.DATE_FUTURE, cells.DATE_EARLY, ORDER],
];

/** The checks of logs. */
export const LOG_CHECKS: ReadonlyMap<string, InputCheck> = byId([
  ...FILE,
  ...AROUND,
  ...HEADERS,
  ...ROWS,
  ...Object.values(UNREADABLE),
  ...Object.values(LENIENT),
  ...CHECKS_OF_KINDS,
]);

/**
 * Returns the words of a finding of the reader.
 *
 * @throws {Error} if its check has no message of the name: an error in the reader.
 */
export function wordsOf({ rule, message }: Pick<RaisedFinding, 'rule' | 'message'>): Wording {
  const words = LOG_CHECKS.get(rule)?.messages[message];
  if (!words) throw new Error(`there are no words for ${rule} ${message}`);
  return words;
}
