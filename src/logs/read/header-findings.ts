/** What is said of the header of a log: of its cells, of columns that are missing, of a header that tells no kind. */
import { inputCheck, inputChecks, type RaisedFinding, raised } from '../../input-check.js';
import { columnLetter } from '../../text/column-letter.js';
import type { Wording } from '../../types.js';
import type { LogKind } from '../kind.js';
import { kindByName } from '../kinds/index.js';

/**
 * Cells of a header. `{column}` and `{near}` are names of a column of the kind, `{letter}` is that of a column of the
 * file, whose text is never quoted.
 */
export const HEADER = {
  'header-missing': inputCheck({
    id: 'input/header-missing',
    severity: 'error',
    messages: {
      'header-missing': {
        zh: '缺少“{column}”列。请补上；表里用的是别的列名就加 --map 说明，例如 --map 名簿={column}',
        en: 'column "{column}" is missing; add it, or if it goes by another header use --map, such as --map 名簿={column}',
      },
      several: {
        zh: '像是{kind}：认出了{known}；没找到{missing}。请补上；表里用的是别的列名就加 --map 说明，例如 --map 名簿={column}',
        en: 'this looks like {kind}: {known} recognised; {missing} not found; add these columns, or if they go by other headers use --map, such as --map 名簿={column}',
      },
    },
  }),
  ...inputChecks('input/', 'info', {
    'header-other-log': {
      zh: '{letters} 列像是{kind}，没有核对。请连同日期、场所等列另存为单独的表',
      en: 'columns {letters} look like {kind} and were not checked; save them, with the date and the place, as a table of their own',
    },
  }),
  ...inputChecks('input/', 'error', {
    'header-duplicate': {
      zh: '{letter} 列和前面一列都是“{column}”，只核对前面那列。请删去一列，或改正列名',
      en: 'column {letter} is "{column}" like one before it, and only that one was checked; delete one or correct its header',
    },
  }),
  ...inputChecks('input/', 'error', {
    'header-destroyed': {
      zh: '{letter} 列的列名已经损坏，看不出是哪一列，没有核对。请照原表填上列名',
      en: 'the header of column {letter} is destroyed: which column it is can not be told, and it was not checked; fill it in again',
    },
  }),
  ...inputChecks('input/', 'info', {
    'header-empty': {
      zh: '{letter} 列有数据，但没有列名，没有核对。请在表头补上列名',
      en: 'column {letter} holds data but has no header, and was not checked; give it one',
    },
  }),
  'header-unknown': inputCheck({
    id: 'input/header-unknown',
    severity: 'info',
    messages: {
      'header-unknown': {
        zh: '不认识 {letter} 列的列名，没有核对。要核对就改用标准列名，或加 --map 说明，例如 --map 名簿=姓名',
        en: 'the header of column {letter} is not known, and was not checked; to have it checked, use a known header or --map, such as --map 名簿=姓名',
      },
      'header-unknown-near': {
        zh: '不认识 {letter} 列的列名，没有核对。是不是“{near}”？是就改正列名，或加 --map 说明，例如 --map 名簿=姓名',
        en: 'the header of column {letter} is not known, and was not checked; did you mean "{near}"? If so, correct it or use --map, such as --map 名簿=姓名',
      },
    },
  }),
};

/** No header of a log. */
export const KIND_UNKNOWN = inputCheck({
  id: 'input/kind-unknown',
  severity: 'error',
  messages: {
    'no-header': {
      zh: '前 10 行里找不到日志的表头，没有核对。请在表头写上标准列名，或用 --kind 指明是哪种日志，用 --map 说明列名，例如 --map 名簿=姓名',
      en: 'no header of a log in the first 10 rows, nothing was checked; use known headers, or say the kind of log with --kind and the columns with --map, such as --map 名簿=姓名',
    },
    'looks-like': {
      zh: '像是{kind}：认出了{known}；没找到{missing}，没有核对。请补上这些列；表里用的是别的列名就加 --map 说明，例如 --map 名簿={first}',
      en: 'this looks like {kind}: {known} recognised; {missing} not found, and nothing was checked; add these columns, or if they go by other headers use --map, such as --map 名簿={first}',
    },
    'common-only': {
      zh: '只认出了{known}，很多日志都有这些列，看不出是哪种日志，没有核对。请用 --kind 指明是哪种日志，用 --map 说明列名，例如 --map 名簿=姓名',
      en: 'only {known} recognised, which many logs have: which log this is can not be told, and nothing was checked; say the kind of log with --kind and the columns with --map, such as --map 名簿=姓名',
    },
  },
});

/** A header that several kinds of log have. */
export const KIND_AMBIGUOUS = inputCheck({
  id: 'input/kind-ambiguous',
  severity: 'error',
  messages: {
    ambiguous: {
      zh: '从表头看不出是哪种日志，没有核对。可能是：{candidates}。请用 --kind 指明',
      en: 'the header fits several kinds of log, nothing was checked; it may be {candidates}: say which with --kind',
    },
  },
});

/** Rows above a header. */
export const TITLE = inputCheck({
  id: 'input/title-rows',
  severity: 'info',
  messages: {
    'title-rows': {
      zh: '表头上面有 {count} 行（标题等），已跳过，不用处理',
      en: '{count} {count:row|rows} above the header, such as a title, passed over; nothing to do',
    },
  },
});

/** Something wrong with a header. */
export interface HeaderFinding {
  readonly check: keyof typeof HEADER;
  /** The record in which the cell stands, as index of the records given. */
  readonly row: number;
  /** The cell, from 0. */
  readonly index: number;
  /** English name of the column that is missing, that is there twice, or that an unknown header probably means. */
  readonly column?: string;
  /** Of several columns that are missing: all of them, and those that were recognised. */
  readonly missing?: readonly string[];
  readonly known?: readonly string[];
  /** Of columns of another log: its kind, and where they stand. */
  readonly other?: { readonly kind: LogKind; readonly at: readonly number[] };
}

/** What was recognised in a header that is not enough to read the log by. */
export interface Nearest {
  readonly kind: LogKind;
  /** Whether it has a header that few kinds have. */
  readonly isTold: boolean;
  readonly known: readonly string[];
  readonly missing: readonly string[];
}

/** A header that is not that of one kind. */
export interface Refusal {
  readonly ok: false;
  readonly reason: 'no-header' | 'ambiguous';
  /** The names of the kinds that fit equally well; of no-header, those that come nearest, if any. */
  readonly candidates: readonly string[];
  /** Of no-header: what comes nearest, unless nothing is known. */
  readonly nearest?: Nearest;
}

/** What is said of a cell of the header, or of columns that are not there. */
export function raisedOfHeader(
  { check, column: name, index, missing, known = [], other }: HeaderFinding,
  kind: LogKind,
): RaisedFinding {
  const header = kind.columns.find(({ en }) => en === name);
  const column: Wording | undefined = header && { zh: header.zh, en: header.en };
  const key = name ?? String(index);
  if (check === 'header-unknown' && column)
    return raised(HEADER[check], 'header-unknown-near', { params: { near: column }, key });
  if (check === 'header-missing' && column && missing) {
    const params = { kind: kind.title, known: titlesOf(known, kind), missing: titlesOf(missing, kind), column };
    return raised(HEADER[check], 'several', { params, key: missing.join(' ') });
  }
  if (check === 'header-other-log' && other) {
    const letters = other.at.map(columnLetter);
    const params = { kind: other.kind.title, letters: { zh: letters.join('、'), en: letters.join(', ') } };
    return raised(HEADER[check], check, { params, key });
  }
  return raised<string>(HEADER[check], check, { params: column ? { column } : {}, key });
}

/** The headers of columns as a list, in both languages, in the order of the kind. */
function titlesOf(names: readonly string[], { columns }: LogKind): Wording {
  const named = columns.filter(({ en }) => names.includes(en));
  return { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') };
}

/** What is said of a file whose header is not that of one kind. */
export function raisedOfRefusal({ reason, candidates, nearest }: Refusal): RaisedFinding {
  if (reason === 'ambiguous') {
    const named = candidates.map((name) => `${kindByName(name)?.title.zh ?? ''}（${name}）`);
    const params = { candidates: { zh: named.join('、'), en: candidates.join(', ') } };
    return raised(KIND_AMBIGUOUS, 'ambiguous', { params });
  }
  if (!nearest) return raised(KIND_UNKNOWN, 'no-header');
  const { kind, isTold } = nearest;
  const known = titlesOf(nearest.known, kind);
  if (!isTold) return raised(KIND_UNKNOWN, 'common-only', { params: { known } });
  const params = {
    kind: kind.title,
    known,
    missing: titlesOf(nearest.missing, kind),
    first: titlesOf(nearest.missing.slice(0, 1), kind),
  };
  return raised(KIND_UNKNOWN, 'looks-like', { params });
}
