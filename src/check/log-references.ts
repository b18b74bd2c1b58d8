/** Names in the logs that nobody knows: rooms, classes, bins, people, things. */
import { itemOf } from '../logs/items.js';
import type { LogRow, Reference, RowPlace } from '../logs/kind.js';
import { kindByName, type RowOf } from '../logs/kinds/index.js';
import type { Known } from '../logs/known.js';
import type { Logs } from '../logs/logs.js';
import type { LogSummary } from '../logs/summary.js';
import type { Profile } from '../profile/profile.types.js';
import { ifReadable } from '../profile/read.js';
import { offsiteSessions } from '../rules/shared/offsite.js';
import type { Severity } from '../types.js';
import type { Draft } from './draft.js';
import { atLine, atRow } from './log-drafts.js';
import { REFERENCE_WORDS } from './reference-words.js';

/** The lists of the profile that columns refer to, and how grave it is that they have no such thing. */
const LISTS = {
  space: { list: 'spaces', severity: 'error' },
  class: { list: 'classes', severity: 'error' },
  bin: { list: 'bins', severity: 'error' },
  entrance: { list: 'entrances', severity: 'info' },
} as const satisfies Readonly<Partial<Record<Reference, { list: keyof Known; severity: Severity }>>>;

/** Findings of one sort that are listed of a file; a file of another institution has one for everyone. */
const MOST_OF_A_SORT = 200;

/** Returns the findings, and how many more were only counted. `known` is what the profile says. */
export function referenceDrafts(
  logs: Logs,
  known: Known | undefined,
  profile: Profile | undefined,
): { readonly drafts: readonly Draft[]; readonly unlisted: ReadonlyMap<Severity, number> } {
  const drafts: Draft[] = [];
  const unlisted = new Map<Severity, number>();
  const add = (sort: readonly Draft[]): void => {
    drafts.push(...sort.slice(0, MOST_OF_A_SORT));
    for (const { severity } of sort.slice(MOST_OF_A_SORT)) unlisted.set(severity, (unlisted.get(severity) ?? 0) + 1);
  };
  const elsewhere = ifReadable(() => roomsElsewhere(logs, profile)) ?? (() => () => false);
  const candidates = new Set(ifReadable(() => (profile?.appraisals ?? []).flatMap(({ people = [] }) => people)) ?? []);
  for (const [i, file] of logs.files.entries()) {
    const kind = kindByName(file.log.kind);
    for (const { en, refersTo } of kind?.columns ?? []) {
      if (refersTo === 'item')
        add([...unknownNames(file.rows, en, (name) => itemOf(name) !== undefined, 'input/item-unknown', 'info')]);
      else if (refersTo === 'teacher' || refersTo === 'host')
        add(known ? [...unknownStaff(file, known, refersTo)] : []);
      else if (refersTo !== undefined) add([...unlistedIn(file, en, refersTo)]);
    }
    if (known) {
      if (!kind?.strangersByRule) add([...unknownPeople(file, i, logs, known, candidates)]);
      add([...renamedPeople(file, i, logs)]);
      add([...unknownRecorders(file, known)]);
    }
    add([...ambiguousPeople(file, i, logs)]);
  }
  return { drafts, unlisted };

  /** What a list of the profile does not have, where it has anything. */
  function unlistedIn(file: LogSummary, column: string, what: keyof typeof LISTS): Iterable<Draft> {
    const { list, severity } = LISTS[what];
    const { kind } = file.log;
    if ((known?.[list]?.length ?? 0) === 0) return [];
    // rows of a kind with one for each person and day are not kept
    if (kindByName(kind)?.person?.group === column) return unknownGroups(file, logs);
    // candidates of an appraisal come from elsewhere too
    const isForeign = what === 'space' ? elsewhere(kind) : (row: LogRow) => valuesOf(row).appraisal === true;
    const own = file.rows.filter((row) => !isForeign(row));
    // several rooms may be aired at once, a class sits in one
    const idsOf = kind === 'ventilation' ? logs.names.spaces : (name: string) => [name];
    const isKnown = (name: string): boolean => idsOf(name).every((id) => logs.names.knows(what, id));
    return unknownNames(own, column, isKnown, `input/${what}-unknown`, severity);
  }
}

/** Returns, for a kind, whether a row is about a room that is not the institution's: that of an off-site class. */
function roomsElsewhere(logs: Logs, profile: Profile | undefined): (kind: string) => (row: LogRow) => boolean {
  const isOffsite = offsiteSessions(profile, logs.names);
  const offsite = profile?.offsite ?? [];
  const venues = new Set(offsite.flatMap(({ venue }) => venue?.name ?? []));
  const classes = new Set(offsite.flatMap(({ class: name }) => (name === undefined ? [] : [logs.names.class(name)])));
  return (kind) => (row) => {
    if (kind !== 'session') return venues.has(String(valuesOf(row).space ?? ''));
    const session = row as unknown as RowOf<'session'>;
    return isOffsite(session) || classes.has(logs.names.class(session.class ?? ''));
  };
}

/** One finding for each name, at its first row. */
function* unknownNames(
  rows: LogSummary['rows'],
  column: string,
  isKnown: (name: string) => boolean,
  rule: string,
  severity: Severity,
): Generator<Draft> {
  const found = new Map<string, { readonly at: RowPlace; count: number }>();
  for (const row of rows) {
    const value = valuesOf(row)[column];
    for (const name of typeof value === 'string' ? [value] : Array.isArray(value) ? (value as string[]) : []) {
      const before = found.get(name);
      if (before) before.count++;
      else if (!isKnown(name)) found.set(name, { at: row.at, count: 1 });
    }
  }
  const words = wordsOf(rule, 'unknown');
  // a room or a thing is nobody's personal value
  for (const [key, { at, count }] of found)
    yield atRow({ rule, words, message: 'unknown', severity, column, key, params: { count } }, at);
}

/** Classes of the daily health log, whose rows are not kept: by the people whom it names. */
function* unknownGroups({ log, mentions }: LogSummary, { names }: Logs): Generator<Draft> {
  const found = new Map<string, { readonly line: number; count: number }>();
  for (const { group, category, line } of mentions) {
    if (group === '' || category !== '学员') continue;
    const before = found.get(group);
    if (before) before.count++;
    else if (!names.knows('class', group)) found.set(group, { line, count: 1 });
  }
  const rule = 'input/class-unknown';
  const words = wordsOf(rule, 'unknown');
  for (const [key, { line, count }] of found) {
    const note = {
      rule,
      words,
      message: 'unknown',
      severity: 'error',
      column: 'class',
      key,
      params: { count },
    } as const;
    yield atLine(note, log, line);
  }
}

/** People of the institution by their category whom its lists do not have, each once. */
function* unknownPeople(
  { log, mentions }: LogSummary,
  file: number,
  { people, files }: Logs,
  { people: enrolled }: Known,
  candidates: ReadonlySet<string>,
): Generator<Draft> {
  const lists = {
    staff: enrolled.some(({ kind }) => kind === 'staff'),
    trainee: enrolled.some(({ kind }) => kind === 'trainee'),
  };
  const told = new Set<unknown>();
  const column = kindByName(log.kind)?.person?.name;
  for (const [i, { name, line, category }] of mentions.entries()) {
    const person = people.at(file, i);
    if (!person || person.enrolled || told.has(person) || candidates.has(name)) continue;
    const isGuest = person.mentions.some((each) => files[each.file]?.log.kind === 'visitor');
    const sort = isGuest ? undefined : sortOf(category === '' ? person.category : category, lists);
    if (sort === undefined) continue;
    told.add(person);
    const rule = 'input/person-unknown';
    const note = { rule, words: wordsOf(rule, sort), message: sort, severity: 'warning' } as const;
    yield atLine({ ...note, ...(column === undefined ? {} : { column }) }, log, line);
  }
}

/** People whose number in a log is theirs by the lists, but the name another: one of the two is a slip. */
function* renamedPeople({ log, mentions }: LogSummary, file: number, { people }: Logs): Generator<Draft> {
  const told = new Set<unknown>();
  const column = kindByName(log.kind)?.person?.name;
  const rule = 'input/person-renamed';
  const note = { rule, words: wordsOf(rule, 'renamed'), message: 'renamed', severity: 'warning' } as const;
  for (const [i, { name, number, line }] of mentions.entries()) {
    const person = people.at(file, i);
    const listed = person?.enrolled;
    if (!listed || name === '' || number === '' || number !== listed.number || told.has(person)) continue;
    if (bareName(name) === bareName(listed.name)) continue;
    told.add(person);
    yield atLine({ ...note, ...(column === undefined ? {} : { column }) }, log, line);
  }
}

/** A name without spaces and what stands in brackets after it: 张三（班长）. */
function bareName(name: string): string {
  return name.normalize('NFKC').replace(/\(.*\)|[\s·]/g, '');
}

/** In which list someone of the category would be, undefined where there is no such list. */
function sortOf(
  category: string,
  lists: { readonly staff: boolean; readonly trainee: boolean },
): 'staff' | 'trainee' | 'either' | undefined {
  if (category === '教职工') return lists.staff ? 'staff' : undefined;
  if (category === '学员') return lists.trainee ? 'trainee' : undefined;
  return category === '' && lists.staff && lists.trainee ? 'either' : undefined;
}

/** Those who teach must be of the staff; a visitor may be a department's, by a name that the profile doesn't have. */
function* unknownStaff({ rows }: LogSummary, known: Known, column: 'teacher' | 'host'): Generator<Draft> {
  const isStaff = staffOf(known, column === 'host');
  const told = new Set<string>();
  const rule = 'input/person-unknown';
  const severity = column === 'teacher' ? 'warning' : 'info';
  const note = { rule, words: wordsOf(rule, column), message: column, severity, column } as const;
  for (const row of rows) {
    const name = valuesOf(row)[column];
    if (!isStaff || typeof name !== 'string' || told.has(name) || isStaff(name)) continue;
    told.add(name);
    yield atRow(note, row.at);
  }
}

/**
 * Returns whether all who are named in a cell are of the staff, or with `byPost` have one of its posts; undefined where no
 * staff is listed.
 */
function staffOf({ people }: Known, byPost = false): ((cell: string) => boolean) | undefined {
  const listed = people.filter(({ kind }) => kind === 'staff');
  const staff = new Set(listed.flatMap(({ name, number, groups }) => [name, number, ...(byPost ? groups : [])]));
  if (staff.size === 0) return undefined;
  // two may sign together
  return (cell) => staff.has(cell) || cell.split(/[、，,;；/\s]+/).every((name) => name === '' || staff.has(name));
}

function* unknownRecorders({ log, recorders }: LogSummary, known: Known): Generator<Draft> {
  const isStaff = staffOf(known);
  const column = kindByName(log.kind)?.recorder;
  if (!isStaff || column === undefined) return;
  const rule = 'input/recorder-unknown';
  const words = wordsOf(rule, 'unknown');
  for (const [recorder, line] of recorders) {
    if (!isStaff(recorder)) yield atLine({ rule, words, message: 'unknown', severity: 'info', column }, log, line);
  }
}

function* ambiguousPeople({ log }: LogSummary, file: number, { people }: Logs): Generator<Draft> {
  const column = kindByName(log.kind)?.person?.name;
  const rule = 'input/person-ambiguous';
  const note = { rule, words: wordsOf(rule, 'ambiguous'), message: 'ambiguous', severity: 'info' } as const;
  for (const { mention, file: at } of people.ambiguous) {
    if (at === file) yield atLine({ ...note, ...(column === undefined ? {} : { column }) }, log, mention.line);
  }
}

function valuesOf(row: LogRow): Readonly<Record<string, unknown>> {
  return row as unknown as Readonly<Record<string, unknown>>;
}

function wordsOf(rule: string, message: string): (typeof REFERENCE_WORDS)[string][string] {
  const words = REFERENCE_WORDS[rule]?.[message];
  if (!words) throw new Error(`there are no words for ${rule} ${message}`);
  return words;
}
