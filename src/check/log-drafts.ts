/** Findings about logs that no rule of the plan raises, before they have their fingerprints. */
import type { Column, LogSource, RowPlace } from '../logs/kind.js';
import { kindByName } from '../logs/kinds/index.js';
import { cellPlace } from '../logs/read/cells.js';
import { columnLetter } from '../text/column-letter.js';
import type { Finding, Location, Params, Severity, Wording } from '../types.js';
import type { Draft } from './draft.js';

/** A finding as it is raised. */
export interface LogNote {
  readonly rule: string;
  readonly words: Wording;
  /** The name of the message, for the fingerprint. */
  readonly message: string;
  readonly severity: Severity;
  readonly params?: Params;
  readonly column?: string;
  /** Tells it apart from others of its rule in the file. Never a person's value. */
  readonly key?: string;
  readonly day?: string;
}

/** Returns the finding at a row, or at the cell of its column. */
export function atRow(note: LogNote, { log, line, record }: RowPlace): Draft {
  const index = note.column === undefined ? undefined : log.positions.get(note.column);
  const at = index === undefined ? undefined : cellPlace(record, log.delimiter, index);
  return draft(note, log, {
    file: log.file,
    line: line + (at?.line ?? 0),
    column: at?.column ?? 1,
    endLine: line + (at?.endLine ?? 0),
    endColumn: at?.endColumn ?? (/[\r\n]/.exec(record)?.index ?? record.length) + 1,
  });
}

/** Returns the finding at a line of which only the number is known. */
export function atLine(note: LogNote, log: LogSource, line: number): Draft {
  return draft(note, log, { file: log.file, line, column: 1, endLine: line, endColumn: 1 });
}

function draft(note: LogNote, log: LogSource, location: Location): Draft {
  const { rule, words, message, severity, params = {}, column, key = '', day } = note;
  const header = column === undefined ? undefined : headerOf(log.kind, column);
  const index = column === undefined ? undefined : log.positions.get(column);
  const cell: Finding['cell'] =
    index === undefined ? undefined : { letter: columnLetter(index), ...(header ? { header } : {}) };
  return {
    rule,
    severity,
    location,
    ...(day === undefined ? {} : { day }),
    ...(cell ? { cell } : {}),
    message: words,
    params: { ...(header ? { column: header } : {}), ...params },
    related: [],
    key: `${message} ${key}`.trimEnd(),
  };
}

function headerOf(kind: string, column: string): Wording | undefined {
  const columns: readonly Column[] = kindByName(kind)?.columns ?? [];
  const found = columns.find(({ en }) => en === column);
  return found && { zh: found.zh, en: found.en };
}
