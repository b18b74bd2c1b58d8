/** Runs a rule's checks of the logs, and places what they find. */
import { beyond } from '../counts.js';
import type { LogKind, LogNumber, LogRow, LogSource, RowPlace } from '../logs/kind.js';
import { KINDS, KINDS_BY_NAME, type KindName, kindByName } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { cellPlace, splitRecord } from '../logs/read/cells.js';
import { wordIn } from '../logs/read/missing.js';
import type { LogFinding, LogReading } from '../logs/summary.js';
import type { Asked, UnreadRow } from '../logs/unread.js';
import type { Limits } from '../plan/limits.js';
import type { Plan } from '../plan/plan.js';
import { type ProfileSource, UnreadableNode } from '../profile/read.js';
import type { LogFacts, RaiseRow, Rule } from '../rules/rule.js';
import { columnLetter } from '../text/column-letter.js';
import type { Location, Params, Unlisted, UnreadRows, Wording } from '../types.js';
import { type AnyBreach, beyondDoubt } from './beyond-doubt.js';
import { type Draft, type Found, type Judged, ofRule, outcomeOf, without, wordsOf } from './draft.js';
import { draftOf, draftOfMissing } from './judge-profile.js';
import { REASONS } from './reasons.js';
import { shownNames } from './shown-names.js';

/** All logs of an institution: what reading each file found, and the logs joined. */
export interface LogsGiven {
  readonly readings: readonly LogReading[];
  readonly logs: Logs;
}

/** What reading the files found in single rows, by rule. */
export type RowFindings = ReadonlyMap<string, readonly LogFinding[]>;

/** Returns what reading the files found in single rows, by rule, in the order of the files and their rows. */
export function rowFindingsOf(readings: readonly LogReading[]): RowFindings {
  const byRule = new Map<string, LogFinding[]>();
  for (const { findings } of readings) {
    for (const finding of findings) {
      const alike = byRule.get(finding.rule);
      if (alike) alike.push(finding);
      else byRule.set(finding.rule, [finding]);
    }
  }
  return byRule;
}

/** Judges the logs by one rule. */
export function judgeLogs(
  rule: Rule,
  given: LogsGiven,
  source: ProfileSource | undefined,
  context: { plan: Plan; asOf: string; rowFindings: RowFindings },
): Judged {
  const { logs } = given;
  const kinds = [...(Object.keys(rule.rows ?? {}) as KindName[]), ...(rule.needs.logs ?? []).flatMap(kindsOfNumber)];
  if (!kinds.some((kind) => logs.has(kind))) return notGivenOf(kinds, logs);
  const { plan, asOf } = context;
  const fromRows = context.rowFindings.get(rule.id) ?? [];
  const facts = { logs, profile: source?.profile, plan, limits: plan.limits, asOf };
  const { value: raised, asked } = logs.unread.during(() => runRule(rule, facts));
  const { notGiven, toCome } = raised;
  const undecided = raised.notRun === undefined ? undefined : wordsOf(rule, raised.notRun);
  const exempt = raised.notApplicable === undefined ? undefined : wordsOf(rule, raised.notApplicable);
  const drafts: Draft[] = [
    ...fromRows.map((finding) => draftOfRowFinding(rule, finding, plan)),
    ...beyondDoubt(raised.breaches, asked, logs).map((each) => draftOfRaised(rule, each, logs, source, plan)),
  ];
  if (raised.unreadable && drafts.length === 0) {
    return without('not-run', REASONS.unreadable(raised.unreadable.location.line));
  }
  const unlisted = unlistedOf(rule, given.readings);
  if (drafts.length === 0 && notGiven) return notGivenOf(notGiven, logs);
  const unread = unreadOf(asked, logs);
  if (unread) {
    const outcome = outcomeOf(rule, { drafts, unlisted });
    if (outcome === 'fail' || outcome === 'not-evidenced') return { outcome, drafts, unlisted, unread };
    // warnings of a rule that is left open are for when it can be judged
    const known = filesRead(logs);
    const lost = [...new Set(unread.places.map(({ file }) => file))].filter((file) => !known.has(file));
    const reason = lost.length > 0 ? REASONS.logsUnread(lost) : REASONS.unread(unread, drafts.length === 0);
    return { ...without('not-run', reason), unread };
  }
  if (drafts.length === 0 && toCome) return without('not-yet', REASONS.ownDay(toCome.notYet));
  if (undecided && !drafts.some(isGrave) && !unlisted.some(({ severity }) => severity === 'error'))
    return without('not-run', undecided);
  if (drafts.length === 0 && exempt) return without('not-applicable', exempt);
  // a log that is filled in every day and has no rows shows nothing
  const there = kinds.filter((kind) => logs.has(kind));
  const showsNothing = rule.phase === 'run' && there.every((kind) => lacksRows(kind, logs));
  if (showsNothing && drafts.length === 0 && unlisted.length === 0)
    return without('not-run', REASONS.logEmpty(titlesOf(there)));
  return { outcome: outcomeOf(rule, { drafts, unlisted }), drafts, unlisted };
}

/** Whether the rule is not met for it, whatever is left open. */
function isGrave({ severity, kind }: Draft): boolean {
  return severity === 'error' || kind === 'missing';
}

/** What the check of the logs came to. */
interface RaisedInLogs {
  readonly breaches: AnyBreach[];
  notGiven?: readonly (KindName | 'profile')[];
  notApplicable?: string;
  notRun?: string;
  toCome?: { readonly notYet: string | undefined };
  unreadable?: UnreadableNode;
}

function runRule(rule: Rule, facts: LogFacts): RaisedInLogs {
  const found: RaisedInLogs = { breaches: [] };
  askRows(rule, facts);
  try {
    for (const each of rule.logs?.(facts) ?? []) {
      if ('notGiven' in each) found.notGiven = each.notGiven;
      else if ('notYet' in each) found.toCome = each;
      else if ('notRun' in each) found.notRun = each.notRun;
      else if ('notApplicable' in each) found.notApplicable = each.notApplicable;
      else found.breaches.push(each);
    }
  } catch (error) {
    if (!(error instanceof UnreadableNode)) throw error;
    found.unreadable = error;
  }
  return found;
}

/** What the checks of single rows found was noted as they were read; here they ask for what could not be. */
function askRows({ rows = {} }: Rule, { logs, limits }: LogFacts): void {
  for (const [kind, check] of Object.entries(rows)) {
    logs.unread.askLost(kind as KindName);
    for (const row of logs.unread.samples(kind as KindName)) (check as unknown as RowCheck)(row, () => {}, limits);
  }
}

type RowCheck = (row: LogRow, raise: RaiseRow, limits: Limits) => void;

/** So many places of what could not be read are told. */
const MOST_PLACES = 20;

/** Returns how much of what a rule has asked for could not be read, and where; `undefined` if it could read all. */
function unreadOf({ kinds, unread, days }: Asked, logs: Logs): UnreadRows | undefined {
  const all = [...new Set([...unread, ...days])].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
  if (all.length === 0) return undefined;
  const read = new Set<string>([...kinds, ...all.map(({ kind }) => kind)]);
  const files = logs.files.filter(({ log }) => read.has(log.kind));
  const of = files.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let rows = 0;
  for (const { log, rowCount } of files) {
    const own = all.filter(({ file }) => file === log.file);
    // a column that is missing is missing in all rows
    const isWhole = own.some(({ row, columns }) => !row && columns);
    rows += isWhole ? rowCount : own.length;
  }
  // of a file that was not read nobody knows how many it has
  const known = filesRead(logs);
  const lost = new Map(all.flatMap((each) => (known.has(each.file) ? [] : [[each.file, each] as const])));
  const once = all.filter((each) => (lost.get(each.file) ?? each) === each);
  const places = once.slice(0, MOST_PLACES).map((each) => placeOfUnread(each, logs));
  return { rows: Math.min(rows, of) + lost.size, of: of + lost.size, places };
}

/** The files that were read as logs. */
function filesRead({ files }: Logs): ReadonlySet<string> {
  return new Set(files.map(({ log }) => log.file));
}

function placeOfUnread({ file, kind, line, columns, row }: UnreadRow, logs: Logs): UnreadRows['places'][number] {
  const [column] = columns ?? [];
  const header = column === undefined ? undefined : headerOf(kind, column);
  const index =
    column === undefined ? undefined : logs.files.find(({ log }) => log.file === file)?.log.positions.get(column);
  const at = row && index !== undefined ? locationOf(row.at, index) : { file, line, column: 1 };
  return {
    file: at.file,
    line: at.line,
    column: at.column,
    ...(index === undefined ? {} : { letter: columnLetter(index) }),
    ...(header ? { header } : {}),
  };
}

/** Whether a log that is no log of events has no rows: of events that is a nil record. */
function lacksRows(kind: KindName, logs: Logs): boolean {
  const { event }: LogKind = KINDS_BY_NAME[kind];
  return event !== true && logs.rows(kind).length === 0 && logs.days(kind).length === 0;
}

/** Findings of a rule that reading the files counted and did not keep. */
function unlistedOf(rule: Rule, readings: readonly LogReading[]): readonly Unlisted[] {
  return readings.flatMap(({ counts, findings }) => {
    const counted = counts.get(rule.id);
    const kept = findings.filter((finding) => finding.rule === rule.id);
    return counted ? beyond(new Map([[rule.id, counted]]), kept) : [];
  });
}

function draftOfRowFinding(rule: Rule, finding: LogFinding, plan: Plan): Draft {
  return ofRule(rule, wordsOf(rule, finding.message), foundInRow(finding), plan);
}

/** What the reader of a log found, as findings have it. */
export function foundInRow(finding: LogFinding): Found {
  const { severity, file, line, column, endLine, endColumn, cell, cells, params, key, message, day, word } = finding;
  return {
    severity,
    location: { file, line, column, endLine, endColumn },
    day,
    cell: cell && { index: cell.index, header: headerIn(params) },
    word,
    cells,
    params,
    key: `${message} ${key}`,
    runKey: cell?.column === undefined ? undefined : `${message} ${cell.column}`,
  };
}

function headerIn({ column }: Params): Wording | undefined {
  return typeof column === 'object' ? column : undefined;
}

function draftOfRaised(
  rule: Rule,
  raised: AnyBreach,
  logs: Logs,
  source: ProfileSource | undefined,
  plan: Plan,
): Draft {
  if ('at' in raised || 'missing' in raised) {
    const path = 'at' in raised ? raised.at : raised.missing;
    if (!source) throw new Error(`rule ${rule.id} names ${path}, but there is no profile`);
    return 'at' in raised ? draftOf(rule, raised, source, plan) : draftOfMissing(rule, raised, source, plan);
  }
  const column = 'row' in raised ? raised.column : undefined;
  const placed = placeOf(rule, raised, logs);
  const params = {
    ...(column === undefined || !placed.kind ? {} : { column: headerOf(placed.kind, column) }),
    ...shownNames(raised.params ?? {}, logs.names),
  };
  const found: Found = {
    severity: raised.severity,
    location: placed.location,
    day: raised.day ?? placed.day,
    about: raised.about,
    cell: placed.index === undefined ? undefined : { index: placed.index, header: headerIn(params) },
    word: 'row' in raised ? wordAt(raised.row, column) : undefined,
    params,
    related: (raised.related ?? []).map(({ at }) => locationOf(at)),
    key: `${raised.message} ${raised.key ?? placed.key} ${column ?? ''}`.trimEnd(),
    runKey: column === undefined ? undefined : `${raised.message} ${column}`,
  };
  const kind = 'log' in raised && raised.notEvidenced ? 'missing' : 'rule';
  return ofRule(rule, wordsOf(rule, raised.message), found, plan, { kind });
}

function placeOf(
  rule: Rule,
  raised: Exclude<AnyBreach, { at: unknown } | { missing: unknown }>,
  logs: Logs,
): { location: Location; key: string; day?: string; kind?: string; index?: number } {
  if ('mark' in raised) {
    const { file, line, day } = raised.mark;
    return { location: { file, line, column: 1, endLine: line, endColumn: 1 }, key: '', day };
  }
  if ('row' in raised) {
    const { at } = raised.row;
    const index = raised.column === undefined ? undefined : at.log.positions.get(raised.column);
    const day = dayOfRow(raised.row);
    return {
      location: locationOf(at, index),
      key: keyOfRow(raised.row),
      ...(day === undefined ? {} : { day }),
      kind: at.log.kind,
      ...(index === undefined ? {} : { index }),
    };
  }
  const place = logs.placeOf(raised.log, raised.day);
  if (!place) throw new Error(`rule ${rule.id} places a finding in ${raised.log}, which was not given`);
  const { file, line } = place;
  return { location: { file, line, column: 1, endLine: line, endColumn: 1 }, key: raised.day ?? '' };
}

/** The place of a row, or of one of its cells. */
export function locationOf({ log, line, record }: RowPlace, index?: number): Location {
  const at =
    index === undefined
      ? { line: 0, column: 1, endLine: 0, endColumn: (/[\r\n]/.exec(record)?.index ?? record.length) + 1 }
      : cellPlace(record, log.delimiter, index);
  return {
    file: log.file,
    line: line + at.line,
    column: at.column,
    endLine: line + at.endLine,
    endColumn: at.endColumn,
  };
}

/** The word in an empty cell of a row that names nobody and nothing, where there is one. */
function wordAt(row: { readonly at: RowPlace }, name: string | undefined): string | undefined {
  const { log, record } = row.at;
  const column = kindByName(log.kind)?.columns.find(({ en }) => en === name);
  if (!column || (row as unknown as Readonly<Record<string, unknown>>)[column.en] !== undefined) return undefined;
  const cells = splitRecord(record, log.delimiter, record.includes('"'));
  return cells === 'bad-quote' ? undefined : wordIn(cells[log.positions.get(column.en) ?? -1], column).word;
}

/** What identifies a row apart from its line: its date and the columns that its kind names. Never a person's value. */
function keyOfRow(row: { readonly at: RowPlace }): string {
  const kind = kindByName(row.at.log.kind);
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const names = kind ? [...(kind.dated ? [kind.dated] : []), ...(kind.key ?? [])] : [];
  return names.map((name) => String(values[name] ?? '')).join(' ');
}

/** The day of a row, where it has one. */
function dayOfRow(row: { readonly at: RowPlace }): string | undefined {
  const dated = kindByName(row.at.log.kind)?.dated;
  const value = dated === undefined ? undefined : (row as unknown as Readonly<Record<string, unknown>>)[dated];
  return typeof value === 'string' ? value.slice(0, 10) : undefined;
}

function headerOf(kind: LogSource['kind'], column: string): Wording {
  const found = kindByName(kind)?.columns.find(({ en }) => en === column);
  return found ? { zh: found.zh, en: found.en } : { zh: column, en: column };
}

/** The kinds of a number; L19 is both that of meals and that of beds. */
function kindsOfNumber(number: LogNumber): KindName[] {
  const alike = KINDS.filter((kind) => kind.number === number || kind.number.replace(/[ab]$/, '') === number);
  return alike.map(({ name }) => name as KindName);
}

/** What becomes of a rule whose logs are missing. A file that could not be read may be one of them. */
function notGivenOf(names: readonly (KindName | 'profile')[], logs: Logs): Judged {
  const kinds = names.filter((name) => name !== 'profile');
  if (kinds.length === 0) return without('not-run', REASONS.noProfile);
  if (kinds.every((kind) => logs.has(kind))) return without('not-run', REASONS.logEmpty(titlesOf(kinds)));
  const lost = kinds.filter((kind) => !logs.has(kind)).flatMap((kind) => logs.unread.of(kind));
  const files = [...new Set(lost.map(({ file }) => file))];
  if (files.length === 0) return without('not-run', REASONS.logNotGiven(titlesOf(kinds)));
  const places = files.slice(0, MOST_PLACES).map((file) => ({ file, line: 1, column: 1 }));
  return { ...without('not-run', REASONS.logsUnread(files)), unread: { rows: files.length, of: files.length, places } };
}

function titlesOf(names: readonly KindName[]): Wording {
  const titles = [...new Set(names)].map((name) => KINDS_BY_NAME[name].title);
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
}
