/** Names in the logs that nobody knows: rooms, classes, bins, people, things. */
import { type InputCheck, inputCheck } from '../input-check.js';
import { folded } from '../logs/fold.js';
import { itemOf } from '../logs/items.js';
import type { LogRow, Reference, RowPlace } from '../logs/kind.js';
import { kindByName, type RowOf } from '../logs/kinds/index.js';
import type { Known } from '../logs/known.js';
import type { Logs } from '../logs/logs.js';
import type { LogSummary } from '../logs/summary.js';
import type { Profile } from '../profile/profile.types.js';
import { ifReadable, whereReadable } from '../profile/read.js';
import { offsiteSessions } from '../rules/shared/offsite.js';
import type { Draft } from './draft.js';
import { atLine, atRow } from './log-drafts.js';

type What = 'space' | 'class' | 'bin' | 'entrance';

/** What names something that the profile does not have. The names themselves are never said. */
export const NOT_IN_PROFILE: Readonly<Record<What, InputCheck<'unknown'>>> = {
  space: inputCheck({
    id: 'input/space-unknown',
    severity: 'error',
    messages: {
      unknown: {
        zh: '“{column}”不是概况里的场所，这里有 {count} 行写了它。改成概况里的名称或编号，或把它补进 spaces',
        en: '"{column}" is no space of the profile, in {count} {count:row|rows} here; use its name or id there, or add it to spaces',
      },
    },
  }),
  class: inputCheck({
    id: 'input/class-unknown',
    severity: 'error',
    messages: {
      unknown: {
        zh: '“{column}”不是概况里的班级，这里有 {count} 行写了它。改成概况里的名称或编号，或把它补进 classes',
        en: '"{column}" is no class of the profile, in {count} {count:row|rows} here; use its name or id there, or add it to classes',
      },
    },
  }),
  bin: inputCheck({
    id: 'input/bin-unknown',
    severity: 'error',
    messages: {
      unknown: {
        zh: '“{column}”不是概况里的废弃口罩桶，这里有 {count} 行写了它。改成概况里的编号或位置，或把它补进 hygiene.maskBins',
        en: '"{column}" is no mask bin of the profile, in {count} {count:row|rows} here; use its id or place there, or add it to hygiene.maskBins',
      },
    },
  }),
  entrance: inputCheck({
    id: 'input/entrance-unknown',
    severity: 'info',
    messages: {
      unknown: {
        zh: '“{column}”不是概况里的出入口，这里有 {count} 行写了它',
        en: '"{column}" is no entrance of the profile, in {count} {count:row|rows} here',
      },
    },
  }),
};

/** Someone whom the lists of the profile do not have. */
export const PERSON_UNKNOWN = inputCheck({
  id: 'input/person-unknown',
  severity: 'warning',
  messages: {
    staff: {
      zh: '这个教职工不在概况的 staff 名单里。核对姓名和编号，或补进名单',
      en: 'this member of staff is not in the list of the profile (staff); check name and number, or add them',
    },
    teacher: {
      zh: '这个教师不在概况的 staff 名单里。核对姓名，或补进名单',
      en: 'this teacher is not in the list of staff of the profile; check the name, or add them',
    },
    host: {
      zh: '受访人不在概况的 staff 名单里。写教职工的姓名，或补进名单',
      en: 'the host is not in the list of staff of the profile; give the name of someone of the staff, or add them',
    },
    trainee: {
      zh: '这个学员不在概况的班级名单里。核对姓名和编号，或补进名单',
      en: 'this trainee is in no class list of the profile; check name and number, or add them',
    },
    either: {
      zh: '这个人不在概况的教职工和学员名单里。核对姓名和编号，或补进名单',
      en: 'this person is in neither list of the profile, staff or trainees; check name and number, or add them',
    },
  },
});

/** A number that is of another name in the lists. */
export const PERSON_RENAMED = inputCheck({
  id: 'input/person-renamed',
  severity: 'warning',
  messages: {
    renamed: {
      zh: '这个编号在概况的名单里是另一个姓名，按编号算作同一人。核对姓名和编号，改正写错的一个',
      en: 'this number has another name in the lists of the profile; by the number it counts as the same person; check name and number, and correct the one that is wrong',
    },
  },
});

/** Who wrote a row, and is not of the staff. */
export const RECORDER_UNKNOWN = inputCheck({
  id: 'input/recorder-unknown',
  severity: 'info',
  messages: {
    unknown: {
      zh: '“{column}”不在概况的教职工名单里（门卫、志愿者可以不在）',
      en: '"{column}" is not in the staff list of the profile (guards and volunteers need not be)',
    },
  },
});

/** A name of several people. */
export const PERSON_AMBIGUOUS = inputCheck({
  id: 'input/person-ambiguous',
  severity: 'info',
  messages: {
    ambiguous: {
      zh: '几个人同名，分不清是谁，没有与其他日志比对。填写编号',
      en: 'several people have this name; which is meant is not clear, and it was left out of comparisons; enter the number',
    },
  },
});

/** A thing of the ledger that is not understood. */
export const ITEM_UNKNOWN = inputCheck({
  id: 'input/item-unknown',
  severity: 'info',
  messages: {
    unknown: {
      zh: '认不出“{column}”是什么物资，这里有 {count} 行写了它，没有与预案的数量核对',
      en: 'what "{column}" means is not known, in {count} {count:row|rows} here; it was not compared with the quantities of the plan',
    },
  },
});

/** The lists of the profile that columns refer to. */
const LISTS = {
  space: 'spaces',
  class: 'classes',
  bin: 'bins',
  entrance: 'entrances',
} as const satisfies Readonly<Partial<Record<Reference, keyof Known>>>;

/** Returns the findings. `known` is what the profile says. */
export function referenceDrafts(logs: Logs, known: Known | undefined, profile: Profile | undefined): Draft[] {
  const drafts: Draft[] = [];
  const add = (found: Iterable<Draft>): void => {
    for (const draft of found) drafts.push(draft);
  };
  const isElsewhere = whereReadable(() => roomsElsewhere(logs, profile), false);
  const candidates = new Set(
    ifReadable(() => (profile?.appraisals ?? []).flatMap(({ people = [] }) => people.map(folded))) ?? [],
  );
  for (const [i, file] of logs.files.entries()) {
    const kind = kindByName(file.log.kind);
    for (const { en, refersTo } of kind?.columns ?? []) {
      if (refersTo === 'item') add(unknownNames(file.rows, en, (name) => itemOf(name) !== undefined, ITEM_UNKNOWN));
      else if (refersTo === 'teacher' || refersTo === 'host') add(known ? unknownStaff(file, known, refersTo) : []);
      else if (refersTo !== undefined) add(unlistedIn(file, en, refersTo));
    }
    if (known) {
      if (!kind?.strangersByRule) add(unknownPeople(file, i, logs, known, candidates));
      add(renamedPeople(file, i, logs));
      add(unknownRecorders(file, known));
    }
    add(ambiguousPeople(file, i, logs));
  }
  return drafts;

  /** What a list of the profile does not have, where it has anything. */
  function unlistedIn(file: LogSummary, column: string, what: keyof typeof LISTS): Iterable<Draft> {
    const { kind } = file.log;
    if ((known?.[LISTS[what]]?.length ?? 0) === 0) return [];
    // rows of a kind with one for each person and day are not kept
    if (kindByName(kind)?.person?.group === column) return unknownGroups(file, logs);
    // candidates of an appraisal come from elsewhere too
    const isForeign = (row: LogRow): boolean =>
      what === 'space' ? isElsewhere(kind, row) : valuesOf(row).appraisal === true;
    const own = file.rows.filter((row) => !isForeign(row));
    // several rooms may be aired at once, a class sits in one
    const idsOf = kind === 'ventilation' ? logs.names.spaces : (name: string) => [name];
    const isKnown = (name: string): boolean => idsOf(name).every((id) => logs.names.knows(what, id));
    return unknownNames(own, column, isKnown, NOT_IN_PROFILE[what]);
  }
}

/** Returns whether a row of a kind is about a room that is not the institution's: that of an off-site class. */
function roomsElsewhere(logs: Logs, profile: Profile | undefined): (kind: string, row: LogRow) => boolean {
  const isOffsite = offsiteSessions(profile, logs.names);
  const offsite = profile?.offsite ?? [];
  const venues = new Set(offsite.flatMap(({ venue }) => venue?.name ?? []).map(folded));
  const classes = new Set(offsite.flatMap(({ class: name }) => (name === undefined ? [] : [logs.names.class(name)])));
  return (kind, row) => {
    if (kind !== 'session') return venues.has(folded(String(valuesOf(row).space ?? '')));
    const session = row as unknown as RowOf<'session'>;
    return isOffsite(session) || classes.has(logs.names.class(session.class ?? ''));
  };
}

/** One finding for each name, at its first row. */
function* unknownNames(
  rows: LogSummary['rows'],
  column: string,
  isKnown: (name: string) => boolean,
  check: InputCheck<'unknown'>,
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
  // a room or a thing is nobody's personal value
  for (const [key, { at, count }] of found) yield atRow(check, 'unknown', { column, key, params: { count } }, at);
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
  for (const [key, { line, count }] of found)
    yield atLine(NOT_IN_PROFILE.class, 'unknown', { column: 'class', key, params: { count } }, log, line);
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
    if (!person || person.enrolled || told.has(person) || candidates.has(folded(name))) continue;
    const isGuest = person.mentions.some((each) => files[each.file]?.log.kind === 'visitor');
    const sort = isGuest ? undefined : sortOf(category === '' ? person.category : category, lists);
    if (sort === undefined) continue;
    told.add(person);
    yield atLine(PERSON_UNKNOWN, sort, { column }, log, line);
  }
}

/** People whose number in a log is theirs by the lists, but the name another: one of the two is a slip. */
function* renamedPeople({ log, mentions }: LogSummary, file: number, { people }: Logs): Generator<Draft> {
  const told = new Set<unknown>();
  const column = kindByName(log.kind)?.person?.name;
  for (const [i, { name, number, line }] of mentions.entries()) {
    const person = people.at(file, i);
    const listed = person?.enrolled;
    if (!listed || name === '' || number === '' || folded(number) !== folded(listed.number) || told.has(person))
      continue;
    if (bareName(name) === bareName(listed.name)) continue;
    told.add(person);
    yield atLine(PERSON_RENAMED, 'renamed', { column }, log, line);
  }
}

/** A name without spaces and what stands in brackets after it: 张三（班长）. */
function bareName(name: string): string {
  return folded(name).replace(/\(.*\)|·/g, '');
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
  const severity = column === 'teacher' ? 'warning' : 'info';
  for (const row of rows) {
    const name = valuesOf(row)[column];
    if (!isStaff || typeof name !== 'string' || told.has(name) || isStaff(name)) continue;
    told.add(name);
    yield atRow(PERSON_UNKNOWN, column, { severity, column }, row.at);
  }
}

/**
 * Returns whether all who are named in a cell are of the staff, or with `byPost` have one of its posts; undefined where no
 * staff is listed.
 */
function staffOf({ people }: Known, byPost = false): ((cell: string) => boolean) | undefined {
  const listed = people.filter(({ kind }) => kind === 'staff');
  const staff = new Set(
    listed.flatMap(({ name, number, groups }) => [name, number, ...(byPost ? groups : [])].map(folded)),
  );
  if (staff.size === 0) return undefined;
  // two may sign together
  const isStaff = (name: string): boolean => staff.has(folded(name));
  return (cell) => isStaff(cell) || cell.split(/[、，,;；/\s]+/).every((name) => name === '' || isStaff(name));
}

function* unknownRecorders({ log, recorders }: LogSummary, known: Known): Generator<Draft> {
  const isStaff = staffOf(known);
  const column = kindByName(log.kind)?.recorder;
  if (!isStaff || column === undefined) return;
  for (const [recorder, line] of recorders) {
    if (!isStaff(recorder)) yield atLine(RECORDER_UNKNOWN, 'unknown', { column }, log, line);
  }
}

function* ambiguousPeople({ log }: LogSummary, file: number, { people }: Logs): Generator<Draft> {
  const column = kindByName(log.kind)?.person?.name;
  for (const { mention, file: at } of people.ambiguous) {
    if (at === file) yield atLine(PERSON_AMBIGUOUS, 'ambiguous', { column }, log, mention.line);
  }
}

function valuesOf(row: LogRow): Readonly<Record<string, unknown>> {
  return row as unknown as Readonly<Record<string, unknown>>;
}
