/** All kinds of daily logs, in the order of their numbers. What is said of a kind stands in its file. */
import type { InputCheck } from '../../input-check.js';
import type { Limits } from '../../plan/limits.js';
import type { Judge } from '../contradictions.js';
import type { LogKind, LogNumber, LogRow } from '../kind.js';
import type { RaiseAtRow } from '../read/options.js';
import type { Streamed } from '../streamed.js';
import * as absence from './absence.js';
import * as beds from './beds.js';
import * as bureauRoster from './bureau-roster.js';
import * as check from './check.js';
import * as checkSummary from './check-summary.js';
import * as clearance from './clearance.js';
import * as dailyReport from './daily-report.js';
import * as disinfection from './disinfection.js';
import * as entry from './entry.js';
import * as fire from './fire.js';
import * as healthDaily from './health-daily.js';
import * as history14 from './history14.js';
import * as hygiene from './hygiene.js';
import * as incident from './incident.js';
import * as isolation from './isolation.js';
import * as maskBin from './mask-bin.js';
import * as meals from './meals.js';
import * as rectification from './rectification.js';
import * as session from './session.js';
import * as supplies from './supplies.js';
import * as suspension from './suspension.js';
import * as training from './training.js';
import * as ventilation from './ventilation.js';
import * as visitor from './visitor.js';

/** What the file of a kind says. */
interface KindFile {
  readonly KIND: LogKind;
  /** What its rows may not say at once. */
  readonly CONTRADICTIONS?: readonly ((row: never, raise: RaiseAtRow, limits: Limits) => void)[];
  /** The checks of the input that those declare. */
  readonly CHECKS?: readonly InputCheck[];
  /** What is kept of its rows, where there is one for each person and day. */
  readonly STREAMED?: Streamed<never>;
}

const FILES = {
  entry,
  visitor,
  check,
  'check-summary': checkSummary,
  'health-daily': healthDaily,
  history14,
  absence,
  'daily-report': dailyReport,
  disinfection,
  ventilation,
  hygiene,
  'mask-bin': maskBin,
  isolation,
  incident,
  clearance,
  supplies,
  training,
  session,
  fire,
  meals,
  beds,
  suspension,
  rectification,
  'bureau-roster': bureauRoster,
} as const satisfies Readonly<Record<string, KindFile>>;

type Files = typeof FILES;

/** The name of a kind. */
export type KindName = keyof Files;

/** Every kind by its name. */
export const KINDS_BY_NAME = Object.fromEntries(
  Object.entries<KindFile>(FILES).map(([name, { KIND }]) => [name, KIND]),
) as { readonly [Name in KindName]: Files[Name]['KIND'] };

/** A row of the kind of that name. */
export type RowOf<Name extends KindName> = LogRow<(typeof KINDS_BY_NAME)[Name]>;

/** Every kind, in the order of their numbers. */
export const KINDS: readonly LogKind[] = Object.values(KINDS_BY_NAME);

/** The checks of the input that the files of kinds declare. */
export const CHECKS_OF_KINDS: readonly InputCheck[] = Object.values<KindFile>(FILES).flatMap(
  ({ CHECKS = [] }) => CHECKS,
);

/** Returns the kind of that name. */
export function kindByName(name: string): LogKind | undefined {
  return KINDS.find((kind) => kind.name === name);
}

/** Returns the kind of that number, as `L3s`. */
export function kindByNumber(number: LogNumber): LogKind | undefined {
  return KINDS.find((kind) => kind.number === number);
}

/** Returns how rows of a kind, one by one, are looked at, and what is kept of them. */
export function rowsOf(name: string): {
  readonly judges: readonly Judge<LogKind>[];
  readonly streamed: Streamed<LogRow> | undefined;
} {
  // each is typed by its kind, whose rows are what it is handed
  const file = (FILES as Readonly<Record<string, KindFile>>)[name];
  return {
    judges: (file?.CONTRADICTIONS ?? []) as readonly Judge<LogKind>[],
    streamed: file?.STREAMED as Streamed<LogRow> | undefined,
  };
}
