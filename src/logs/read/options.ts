/** How a log is read, and what is called for each of its rows. */
import type { Raiser } from '../../input-check.js';
import type { Limits } from '../../plan/limits.js';
import type { Params, Severity } from '../../types.js';
import type { LogKind, LogRow } from '../kind.js';
import type { Encoding } from './encoding.js';

/** Raises a finding of a rule or a check about a row, or about the cell of one of its columns. */
export type RaiseAtRow = <Message extends string>(
  by: Raiser<Message>,
  message: NoInfer<Message>,
  where?: { readonly column?: string; readonly params?: Params; readonly severity?: Severity },
) => void;

/** How a log is read. */
export interface ReadOptions {
  readonly kinds: readonly LogKind[];
  /** The kind, where its header does not tell. */
  readonly kind?: string;
  /** Header as it stands in the file → name of a column. */
  readonly map?: ReadonlyMap<string, string>;
  readonly encoding?: Encoding;
  /** Whether leniencies are errors. */
  readonly strict: boolean;
  /** The year of dates without one: goes before all that names it. */
  readonly year?: number;
  /** The year in which the institution's operation began, by its profile. */
  readonly operationYear?: number;
  /** The last day that a row can be about, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly limits: Limits;
  /** People of the institution's lists who are called by a word that otherwise names nobody. */
  readonly people?: ReadonlySet<string>;
  /** Findings of one sort that are kept; as many as reports list if absent. */
  readonly most?: number | undefined;
  /** Whether to keep every finding about a row besides, with its record, for the rejects file. */
  readonly keepAll: boolean;
  /** Whether to count how often each temperature was read on a day. No if absent. */
  readonly temperatures?: boolean;
  /** Called for every record in its plain form: the header and the rows, and lines that are none. */
  readonly onRecord?: (record: { readonly sort: 'row' | 'aside'; readonly cells: readonly string[] }) => void;
  /** Called for every row. */
  readonly onRow?: (kind: string, row: LogRow, raise: RaiseAtRow) => void;
  /** Whether ordinary rows may take the fast path. Yes if absent; tests compare both. */
  readonly fastPath?: boolean;
  /** Whether whole characters are UTF-8 without NUL, where the platform knows it faster. */
  readonly isText?: (bytes: Uint8Array) => boolean;
}
