/** Of what a rule raises, what holds whatever stood in the cells and rows that could not be read. */
import type { Column, LogRow } from '../logs/kind.js';
import { KINDS_BY_NAME, type KindName, rowsOf } from '../logs/kinds/index.js';
import type { Logs, PersonDay } from '../logs/logs.js';
import type { Person } from '../logs/people.js';
import { lineOfMark } from '../logs/summary.js';
import type { Asked, UnreadRow } from '../logs/unread.js';
import type { Breach, DayBreach, MarkBreach, Missing, RowBreach, Unless } from '../rules/rule.js';
import { isUnreadable } from '../rules/shared/unreadable.js';
import type { Params } from '../types.js';

/** A breach that a check of logs raises, in the logs or in the profile. */
export type AnyBreach =
  | Missing
  | RowBreach<string>
  | DayBreach<string>
  | MarkBreach<string>
  | (Breach<string> & { readonly unless?: Unless });

/** A breach that unread rows might show to be none. */
interface Doubtful {
  readonly breach: AnyBreach;
  readonly unless: Exclude<Unless, false>;
  readonly day: string | undefined;
  readonly person: Person | undefined;
  /** What a single row can be: all of a group, one of several groups. A row is of one day. */
  readonly group: string;
  /** How many unread rows it still takes. */
  missing: number;
}

/**
 * Returns the breaches of which no unread row can be the reason. A cell that could not be read is not empty; what is
 * missing is missing only beyond the number of unread rows that could have been it. Of several breaches that an unread
 * row may be, it is taken for that which is nearest to it.
 */
export function beyondDoubt(breaches: readonly AnyBreach[], { unread, days }: Asked, logs: Logs): AnyBreach[] {
  if (unread.size === 0 && days.size === 0) return [...breaches];
  const doubtful = new Map<AnyBreach, Doubtful>();
  const lines = new Set([...unread].flatMap(linesOfMarks));
  const readable = breaches.filter((breach) => !isAtUnreadCell(breach, lines));
  for (const breach of readable) {
    const unless = unlessOf(breach);
    if (!unless) continue;
    // which days are judged is not certain
    const isOpen = days.size > 0 && unless.anyDay;
    const needed = unless.each === undefined ? (unless.rows ?? 1) : Number(paramsOf(breach)[unless.each] ?? 1);
    const day = unless.anyDay ? undefined : dayOf(breach);
    const group = unless.whole ? '' : 'at' in breach ? breach.at : (day ?? '');
    doubtful.set(breach, { breach, unless, day, person: personOf(breach, logs), group, missing: isOpen ? 0 : needed });
  }
  // of so many rows any could be meant
  if (unread.size > MOST_WEIGHED) return readable.filter((breach) => !doubtful.has(breach));
  if (doubtful.size > 0) for (const row of unread) excuse([...doubtful.values()], row, logs);
  return readable.flatMap((breach) => {
    const doubt = doubtful.get(breach);
    if (!doubt) return breach;
    if (doubt.missing <= 0) return [];
    const { each } = doubt.unless;
    return each === undefined ? breach : { ...breach, params: { ...paramsOf(breach), [each]: doubt.missing } };
  });
}

/** More unread rows than these are not weighed one by one. */
const MOST_WEIGHED = 2000;

/** Takes an unread row for the breaches that it may be: all of the group that is nearest to it. */
function excuse(doubtful: readonly Doubtful[], unread: UnreadRow, logs: Logs): void {
  const about = describe(unread, logs);
  // a single row is one of those that are missing; what stands for many rows may be all of them
  const share = unread.row ? 1 : unread.rows;
  const groups = new Map<string, { near: number; members: Doubtful[] }>();
  for (const each of doubtful) {
    if (each.missing <= 0 || !couldBe(unread, about, each, logs)) continue;
    if (isReason(unread, each)) {
      each.missing = 0;
      continue;
    }
    if (each.group === '') {
      each.missing -= share;
      continue;
    }
    const near = nearness(unread, about, each);
    const group = groups.get(each.group);
    if (!group) groups.set(each.group, { near, members: [each] });
    else {
      group.near = Math.max(group.near, near);
      group.members.push(each);
    }
  }
  const nearest = [...groups.values()].sort((a, b) => b.near - a.near).slice(0, unread.rows);
  for (const { members } of nearest) for (const each of members) each.missing -= share;
}

/** Whether the row is not one of those that are missing, but one that says that something is: such as its own row. */
function isReason(unread: UnreadRow, { unless: { kinds, reasons = [] }, breach }: Doubtful): boolean {
  const { kind } = unread;
  if (reasons.includes(kind)) return true;
  return kinds !== undefined && !kinds.includes(kind) && isOwn(unread, breach);
}

/** Whether it is the row of the breach, or a column that this does not have. */
function isOwn(unread: UnreadRow, breach: AnyBreach): boolean {
  if (!('row' in breach) || breach.row.at.log.file !== unread.file) return false;
  return isColumn(unread) || breach.row.at.line === unread.line;
}

/** What could be read of an unread row. */
interface Described {
  readonly person: Person | undefined;
  /** What its columns name, by what they refer to: the ids of rooms, classes, bins. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** The days between which it stands in its file, where its own could not be read. */
  readonly between: readonly [string, string];
}

function describe({ row, columns = [], kind, line, file }: UnreadRow, logs: Logs): Described {
  const names = new Map<string, readonly string[]>();
  const { person: who } = KINDS_BY_NAME[kind] as { person?: Readonly<Record<string, string>> };
  const isRead = (column: string): boolean => row !== undefined && !columns.includes(column);
  for (const { en, refersTo } of KINDS_BY_NAME[kind].columns as readonly Column[]) {
    if (!refersTo || !row || !isRead(en)) continue;
    const value: unknown = (row as unknown as Readonly<Record<string, unknown>>)[en];
    if (typeof value === 'string') names.set(refersTo, idsOf(refersTo, value, logs));
  }
  const isNamed = row && who && Object.values(who).every(isRead);
  return { names, between: neighbours(file, line, logs), person: isNamed ? logs.people.of(row.at) : undefined };
}

function idsOf(refersTo: string, value: string, { names }: Logs): readonly string[] {
  if (refersTo === 'space') return names.spaces(value);
  if (refersTo === 'class') return [names.class(value)];
  if (refersTo === 'bin') return [names.bin(value)];
  return [value];
}

/** The last day before a line, and the first after it. */
function neighbours(file: string, line: number, logs: Logs): readonly [string, string] {
  let [before, after] = ['', '9999-12-31'];
  let [above, below] = [0, Number.POSITIVE_INFINITY];
  for (const [day, { line: first, lastLine: last }] of logs.files.find(({ log }) => log.file === file)?.days ?? []) {
    if (first <= line && line <= last) return [day, day];
    if (last < line && last > above) [before, above] = [day, last];
    if (first > line && first < below) [after, below] = [day, first];
  }
  return [before, after];
}

/** The parameters by which breaches name what columns refer to. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  space: ['room', 'place', 'space'],
  class: ['class'],
  bin: ['bin'],
};

function couldBe(unread: UnreadRow, about: Described, doubt: Doubtful, logs: Logs): boolean {
  const { kind, day } = unread;
  const { unless, breach, person } = doubt;
  if (unless.kinds && !unless.kinds.includes(kind) && !isReason(unread, doubt)) return false;
  // that its date is blank leaves nothing open of the row itself
  if (isOwn(unread, breach)) return !unless.others && (isColumn(unread) || unread.row?.at.unread !== undefined);
  if (isColumn(unread) && !concernsColumn(unread, doubt, logs)) return false;
  if (isDaily(kind) && doubt.day !== undefined && day !== undefined && doubt.day !== day) return false;
  if (person && about.person && person !== about.person && !isReason(unread, doubt)) return false;
  const params = paramsOf(breach);
  for (const [refersTo, ids] of about.names) {
    for (const name of NAMED_BY[refersTo] ?? []) {
      const named = params[name];
      if (typeof named === 'string' && !ids.includes(idsOf(refersTo, named, logs)[0] ?? named)) return false;
    }
  }
  return true;
}

/** Whether there are rows of the kind on every day: a row of another day says nothing then. */
function isDaily(kind: KindName): boolean {
  return 'due' in KINDS_BY_NAME[kind];
}

/** Whether it is a column that the file does not have. */
function isColumn({ row, columns }: UnreadRow): boolean {
  return !row && columns !== undefined;
}

/** Whether a breach may come of a column that a file does not have: its own file, or one that has rows of its day. */
function concernsColumn({ file, kind, columns = [] }: UnreadRow, { breach, day }: Doubtful, logs: Logs): boolean {
  if ('row' in breach && breach.row.at.log.file === file) return true;
  const { dated = '' } = KINDS_BY_NAME[kind] as { dated?: string };
  if (day === undefined || columns.includes(dated) || !isDaily(kind)) return true;
  return logs.files.some(({ log, days }) => log.file === file && days.has(day));
}

/** How near an unread row is to a breach: of the same day, about the same person or place. */
function nearness({ day }: UnreadRow, { between: [from, to], person, names }: Described, doubt: Doubtful): number {
  const isSameDay =
    doubt.day !== undefined && (day === undefined ? from <= doubt.day && doubt.day <= to : doubt.day === day);
  const isSamePerson = person !== undefined && person === doubt.person;
  const params = Object.values(paramsOf(doubt.breach));
  const alike = [...names.values()].filter((ids) => ids.some((id) => params.includes(id))).length;
  return (isSameDay ? 4 : 0) + (isSamePerson ? 2 : 0) + alike;
}

/** The rows whose marks are not certain, or the file of which no mark is. */
function linesOfMarks({ file, line, kind, row, columns = [] }: UnreadRow): readonly string[] {
  if (row) return [`${file}:${line}`];
  const flagged: readonly string[] = rowsOf(kind).streamed?.flagged ?? [];
  return columns.some((column) => flagged.includes(column)) ? [file] : [];
}

/** Whether a breach is at a cell that could not be read, or at a mark of a row, or a file, that could not be read in full. */
function isAtUnreadCell(breach: AnyBreach, lines: ReadonlySet<string>): boolean {
  if ('mark' in breach) return lines.has(breach.mark.file) || lines.has(`${breach.mark.file}:${breach.mark.line}`);
  return 'row' in breach && breach.column !== undefined && isUnreadable(breach.row, breach.column);
}

function unlessOf(breach: AnyBreach): Unless {
  if ('missing' in breach) return { anyDay: true };
  if ('at' in breach) return breach.unless ?? { anyDay: true };
  return breach.unless ?? ('row' in breach && breach.column !== undefined ? false : {});
}

function paramsOf(breach: AnyBreach): Params {
  return 'missing' in breach ? {} : (breach.params ?? {});
}

function dayOf(breach: AnyBreach): string | undefined {
  if ('at' in breach || 'missing' in breach) return undefined;
  if (breach.day !== undefined) return breach.day;
  if ('mark' in breach) return breach.mark.day;
  if ('log' in breach) return undefined;
  const { dated = '' } = KINDS_BY_NAME[breach.row.at.log.kind as KindName] as { dated?: string };
  const value: unknown = (breach.row as unknown as Readonly<Record<string, unknown>>)[dated];
  return typeof value === 'string' ? value.slice(0, 10) : undefined;
}

function personOf(breach: AnyBreach, logs: Logs): Person | undefined {
  if ('mark' in breach) return personOfMark(breach.mark, logs);
  return 'row' in breach ? logs.people.of((breach.row as LogRow).at) : undefined;
}

/** Whose day it is: a mark keeps the line only. */
function personOfMark({ file, day, line }: PersonDay, logs: Logs): Person | undefined {
  const index = logs.files.findIndex(({ log }) => log.file === file);
  const marks = logs.files[index]?.days.get(day)?.marks;
  const mention = marks?.findIndex((mark) => mark !== 0 && lineOfMark(mark) === line) ?? -1;
  return mention < 0 ? undefined : logs.people.at(index, mention);
}
