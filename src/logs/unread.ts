/** What of the logs could not be read, and who asks for it: no rule passes on the strength of what nobody has seen. */
import type { LogKind, LogRow, LogSource } from './kind.js';
import { KINDS_BY_NAME, type KindName, rowsOf } from './kinds/index.js';
import type { LogSummary } from './summary.js';

/** A row, or a column of all rows, that could not be read. */
export interface UnreadRow {
  readonly file: string;
  readonly kind: KindName;
  readonly line: number;
  /** The columns that could not be read; absent where that is the row as a whole. */
  readonly columns?: readonly string[];
  /** How many rows it stands for: infinitely many where nobody knows. */
  readonly rows: number;
  /** `YYYY-MM-DD`, if that could be read. */
  readonly day?: string;
  /** The row with what could be read. */
  readonly row?: LogRow;
}

/** What a rule has asked for. */
export interface Asked {
  /** The kinds whose rows it has read. */
  readonly kinds: ReadonlySet<KindName>;
  /** What it has asked for and could not be read. */
  readonly unread: ReadonlySet<UnreadRow>;
  /** Rows that, had they been read, might tell of other days to judge. */
  readonly days: ReadonlySet<UnreadRow>;
}

interface Asking {
  readonly kinds: Set<KindName>;
  readonly unread: Set<UnreadRow>;
  readonly days: Set<UnreadRow>;
}

/** A file that could not be read as a log, and of which kinds it may be. */
export interface LostFile {
  readonly file: string;
  readonly candidates: readonly string[];
}

/** The unread rows of an institution's logs. Each notes who asks for it while `during` runs. */
export class Unread {
  private readonly ofKind = new Map<KindName, UnreadRow[]>();
  private readonly rowsByFile = new Map<LogSummary, readonly LogRow[]>();
  private asking: Asking | undefined;

  constructor(
    private readonly files: readonly LogSummary[],
    lost: readonly LostFile[],
  ) {
    for (const { file, candidates } of lost) {
      for (const kind of candidates as readonly KindName[])
        this.add({ file, kind, line: 1, rows: Number.POSITIVE_INFINITY });
    }
    for (const summary of files) this.rowsByFile.set(summary, this.watched(summary));
  }

  /** Runs the work, and returns with its value what it asked for. */
  during<Value>(work: () => Value): { readonly value: Value; readonly asked: Asked } {
    const outer = this.asking;
    const asked: Asking = { kinds: new Set(), unread: new Set(), days: new Set() };
    this.asking = asked;
    try {
      return { value: work(), asked };
    } finally {
      this.asking = outer;
      if (outer) this.repeat(asked);
    }
  }

  /** Notes again what was asked for when something was computed that is used once more. */
  repeat({ kinds, unread, days }: Asked): void {
    if (!this.asking) return;
    for (const each of kinds) this.asking.kinds.add(each);
    for (const each of unread) this.asking.unread.add(each);
    for (const each of days) this.asking.days.add(each);
  }

  /** The kept rows of a file. A cell that could not be read is undefined, and notes that it was asked for. */
  rows(summary: LogSummary): readonly LogRow[] {
    return this.rowsByFile.get(summary) ?? summary.rows;
  }

  /** The rows of a kind in which something could not be read: where a column is missing all, and one without any value. */
  samples(kind: KindName): readonly LogRow[] {
    return this.files.flatMap((summary) => {
      const { log } = summary;
      if (log.kind !== kind) return [];
      if (log.missing.length > 0) {
        const at = { log, line: log.headerLine, record: '', mention: -1 };
        const blank = { at } as unknown as LogRow;
        return [...this.rows(summary), this.watchedRow(blank, kind, this.missingOf(log), NONE)];
      }
      // by the rows as they are: to look at the watched ones is to ask for what they could not give
      const isUnread = summary.rows.map((row) => unreadColumns(row, kind).length > 0);
      return this.rows(summary).filter((_, i) => isUnread[i]);
    });
  }

  /** All that could not be read of a kind. */
  of(kind: KindName): readonly UnreadRow[] {
    return this.ofKind.get(kind) ?? [];
  }

  /**
   * Notes that the rows of a kind are asked for: so are those that were lost as a whole, and those that would have been
   * kept if the file had the columns by which that is decided.
   */
  askRows(kind: KindName): void {
    if (!this.asking) return;
    this.asking.kinds.add(kind);
    const remembered: readonly string[] = rowsOf(kind).streamed?.remembered ?? [];
    for (const each of this.of(kind)) {
      const isKept = each.columns && (each.row || !each.columns.some((column) => remembered.includes(column)));
      if (!isKept) this.asking.unread.add(each);
    }
  }

  /** Notes that somebody looked at every row of a kind, kept or not: those that were lost as a whole were not seen. */
  askLost(kind: KindName): void {
    if (!this.asking) return;
    this.asking.kinds.add(kind);
    for (const each of this.of(kind)) if (!each.columns) this.asking.unread.add(each);
  }

  /** Notes that somebody asks who has rows of a kind on a day, or on any: the date, the person, the flags. */
  askMarks(kind: KindName, day?: string): void {
    if (!this.asking) return;
    this.asking.kinds.add(kind);
    const marking = markingColumns(kind);
    for (const each of this.of(kind)) {
      const isOfDay = day === undefined || each.day === undefined || each.day === day;
      if (isOfDay && (each.columns?.some((column) => marking.has(column)) ?? true)) this.asking.unread.add(each);
    }
  }

  /** Notes that somebody asks whom the rows of these kinds name. */
  askPeople(kinds: readonly KindName[]): void {
    for (const each of this.unnamed(kinds)) this.asking?.unread.add(each);
  }

  /** Returns whether there is a row of these kinds of which nobody knows for certain whom it names. */
  isSomeoneUnnamed(kinds: readonly KindName[]): boolean {
    return this.unnamed(kinds).length > 0;
  }

  private unnamed(kinds: readonly KindName[]): readonly UnreadRow[] {
    return kinds.flatMap((kind) => {
      const { person }: Partial<LogKind> = KINDS_BY_NAME[kind] ?? {};
      const naming = new Set<string>(Object.values(person ?? {}));
      return this.of(kind).filter(({ columns }) => columns?.some((column) => naming.has(column)) ?? true);
    });
  }

  /** Notes that somebody asks on which days there are rows of these kinds. */
  askDays(kinds: readonly KindName[]): void {
    if (!this.asking) return;
    for (const kind of kinds) {
      const { dated = '' }: Partial<LogKind> = KINDS_BY_NAME[kind] ?? {};
      for (const each of this.of(kind)) if (each.columns?.includes(dated) ?? true) this.asking.days.add(each);
    }
  }

  /** The columns that a file lacks. */
  private missingOf({ file, kind, headerLine, missing }: LogSource): readonly UnreadRow[] {
    if (missing.length === 0) return [];
    return this.of(kind as KindName).filter((each) => each.file === file && each.line === headerLine && !each.row);
  }

  private add(row: UnreadRow): UnreadRow {
    const known = this.ofKind.get(row.kind);
    if (known) known.push(row);
    else this.ofKind.set(row.kind, [row]);
    return row;
  }

  private watched(summary: LogSummary): readonly LogRow[] {
    const { log, rows, rowCount, lost } = summary;
    const { file, headerLine: line } = log;
    const kind = log.kind as KindName;
    for (const { line, endless } of lost) this.add({ file, kind, line, rows: endless ? Number.POSITIVE_INFINITY : 1 });
    for (const column of log.missing) this.add({ file, kind, line, columns: [column], rows: rowCount });
    const whole = this.missingOf(log);
    if (whole.length === 0 && !rows.some((row) => unreadColumns(row, kind).length > 0)) return rows;
    return rows.map((row) => this.watchedRow(row, kind, whole));
  }

  /** A copy of the row whose unread cells note that they are asked for. */
  private watchedRow(
    row: LogRow,
    kind: KindName,
    whole: readonly UnreadRow[],
    unread: readonly string[] = unreadColumns(row, kind),
  ): LogRow {
    const { person, dated = '' }: Partial<LogKind> = KINDS_BY_NAME[kind] ?? {};
    const day = (row as unknown as Readonly<Record<string, string | undefined>>)[dated]?.slice(0, 10);
    const own =
      unread.length > 0 &&
      this.add({
        ...{ file: row.at.log.file, kind, line: row.at.line, columns: unread, rows: 1, row },
        ...(day === undefined ? {} : { day }),
      });
    if (!own && whole.length === 0) return row;
    const copy = { ...row };
    const watch = (name: string, value: unknown, by: UnreadRow): void => {
      Object.defineProperty(copy, name, {
        get: () => {
          this.asking?.unread.add(by);
          return value;
        },
        enumerable: true,
        configurable: true,
      });
    };
    const people = new Set(person ? Object.values(person) : []);
    for (const by of [...whole, ...(own ? [own] : [])]) {
      for (const column of by.columns ?? []) {
        watch(column, undefined, by);
        // who is meant is drawn from these cells
        if (people.has(column)) watch('at', row.at, by);
      }
    }
    return copy;
  }
}

/** The columns of a row that could not be read: also the date where it is blank, for whoever goes by days. */
function unreadColumns({ at, ...values }: LogRow, kind: KindName): readonly string[] {
  const { dated }: Partial<LogKind> = KINDS_BY_NAME[kind] ?? {};
  const unread = at.unread ?? NONE;
  if (dated === undefined || unread.includes(dated)) return unread;
  return (values as Readonly<Record<string, unknown>>)[dated] === undefined ? [...unread, dated] : unread;
}

const NONE: readonly string[] = [];

/** The columns from which the mark of a person-day comes. */
function markingColumns(kind: KindName): ReadonlySet<string> {
  const { dated = '', person }: Partial<LogKind> = KINDS_BY_NAME[kind] ?? {};
  return new Set([dated, ...Object.values(person ?? {}), ...(rowsOf(kind).streamed?.flagged ?? [])]);
}
