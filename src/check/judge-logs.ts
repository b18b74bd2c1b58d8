/** Runs a rule's checks of the logs, and places what they find. */
import { beyond } from '../counts.js';
import type { LogKind, LogNumber, LogSource, RowPlace } from '../logs/kind.js';
import { KINDS, KINDS_BY_NAME, type KindName, kindByName } from '../logs/kinds/index.js';
import type { Logs } from '../logs/logs.js';
import { cellPlace } from '../logs/read/cells.js';
import type { LogFinding, LogReading } from '../logs/summary.js';
import type { Plan } from '../plan/plan.js';
import { type ProfileSource, UnreadableNode } from '../profile/read.js';
import type { LogRaised, Rule } from '../rules/rule.js';
import type { Location, Params, Unlisted, Wording } from '../types.js';
import { type Draft, type Found, type Judged, ofRule, outcomeOf, without, wordsOf } from './draft.js';
import { draftOf } from './judge-profile.js';
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
  if (!kinds.some((kind) => logs.has(kind))) return without('not-run', REASONS.logNotGiven(titlesOf(kinds)));
  const { plan, asOf } = context;
  const fromRows = context.rowFindings.get(rule.id) ?? [];
  const drafts: Draft[] = fromRows.map((finding) => draftOfRowFinding(rule, finding, plan));
  let notGiven: readonly (KindName | 'profile')[] | undefined;
  let exempt: Wording | undefined;
  let toCome: { readonly notYet: string | undefined } | undefined;
  try {
    for (const each of rule.logs?.({ logs, profile: source?.profile, plan, limits: plan.limits, asOf }) ?? []) {
      if ('notGiven' in each) notGiven = each.notGiven;
      else if ('notYet' in each) toCome = each;
      else if ('notApplicable' in each) exempt = wordsOf(rule, each.notApplicable);
      else drafts.push(draftOfRaised(rule, each, given.logs, source, plan));
    }
  } catch (error) {
    if (!(error instanceof UnreadableNode)) throw error;
    if (drafts.length === 0) return without('not-run', REASONS.unreadable(error.location.line));
  }
  const unlisted = unlistedOf(rule, given.readings);
  if (drafts.length === 0 && notGiven) return without('not-run', reasonOf(notGiven, logs));
  if (drafts.length === 0 && toCome) return without('not-yet', REASONS.ownDay(toCome.notYet));
  if (drafts.length === 0 && exempt) return without('not-applicable', exempt);
  // a log that is filled in every day and has no rows shows nothing
  const there = kinds.filter((kind) => logs.has(kind));
  const showsNothing = rule.phase === 'run' && there.every((kind) => lacksRows(kind, logs));
  if (showsNothing && drafts.length === 0 && unlisted.length === 0)
    return without('not-run', REASONS.logEmpty(titlesOf(there)));
  return { outcome: outcomeOf(rule, { drafts, unlisted }), drafts, unlisted };
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
  const { severity, file, line, column, endLine, endColumn, cell, cells, params, key, message, day } = finding;
  return {
    severity,
    location: { file, line, column, endLine, endColumn },
    day,
    cell: cell && { index: cell.index, header: headerIn(params) },
    cells,
    params,
    key: `${message} ${key}`,
  };
}

function headerIn({ column }: Params): Wording | undefined {
  return typeof column === 'object' ? column : undefined;
}

function draftOfRaised(
  rule: Rule,
  raised: Exclude<LogRaised, { notGiven: unknown } | { notApplicable: unknown } | { notYet: unknown }>,
  logs: Logs,
  source: ProfileSource | undefined,
  plan: Plan,
): Draft {
  if ('at' in raised) {
    if (!source) throw new Error(`rule ${rule.id} names ${raised.at}, but there is no profile`);
    return draftOf(rule, raised, source, plan);
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
    params,
    related: (raised.related ?? []).map(({ at }) => locationOf(at)),
    key: `${raised.message} ${raised.key ?? placed.key} ${column ?? ''}`.trimEnd(),
    runKey: column === undefined ? undefined : `${raised.message} ${column}`,
  };
  return ofRule(rule, wordsOf(rule, raised.message), found, plan);
}

function placeOf(
  rule: Rule,
  raised: Exclude<
    LogRaised,
    { notGiven: unknown } | { notApplicable: unknown } | { notYet: unknown } | { at: unknown }
  >,
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

function reasonOf(names: readonly (KindName | 'profile')[], logs: Logs): Wording {
  const kinds = names.filter((name) => name !== 'profile');
  if (kinds.length === 0) return REASONS.noProfile;
  return (kinds.every((kind) => logs.has(kind)) ? REASONS.logEmpty : REASONS.logNotGiven)(titlesOf(kinds));
}

function titlesOf(names: readonly KindName[]): Wording {
  const titles = [...new Set(names)].map((name) => KINDS_BY_NAME[name].title);
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
}
