/** Places what checks of the input find in logs that are joined: at a row, or a line of which only the number is known. */
import type { Details, InputCheck } from '../input-check.js';
import type { Column, LogSource, RowPlace } from '../logs/kind.js';
import { kindByName } from '../logs/kinds/index.js';
import type { Location, Wording } from '../types.js';
import { type Draft, ofCheck } from './draft.js';
import { locationOf } from './judge-logs.js';

/** What a finding says besides its words. */
export interface Said extends Details {
  /** The column that it is about. */
  readonly column?: string | undefined;
}

/** Returns the finding at a row, or at the cell of its column. */
export function atRow<Message extends string>(
  check: InputCheck<Message>,
  message: NoInfer<Message>,
  said: Said,
  row: RowPlace,
): Draft {
  const index = said.column === undefined ? undefined : row.log.positions.get(said.column);
  return at(check, message, said, row.log, locationOf(row, index));
}

/** Returns the finding at a line of which only the number is known. */
export function atLine<Message extends string>(
  check: InputCheck<Message>,
  message: NoInfer<Message>,
  said: Said,
  log: LogSource,
  line: number,
): Draft {
  return at(check, message, said, log, { file: log.file, line, column: 1, endLine: line, endColumn: 1 });
}

function at<Message extends string>(
  check: InputCheck<Message>,
  message: NoInfer<Message>,
  { column = '', key = '', params, severity, day }: Said,
  log: LogSource,
  location: Location,
): Draft {
  const header = headerOf(log.kind, column);
  const index = log.positions.get(column);
  return ofCheck(check, message, {
    severity,
    location,
    day,
    cell: index === undefined ? undefined : { index, header },
    params: { ...(header ? { column: header } : {}), ...params },
    key: `${message} ${key}`.trimEnd(),
  });
}

function headerOf(kind: string, column: string): Wording | undefined {
  const columns: readonly Column[] = kindByName(kind)?.columns ?? [];
  const found = columns.find(({ en }) => en === column);
  return found && { zh: found.zh, en: found.en };
}
