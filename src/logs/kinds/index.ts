/** All kinds of daily logs, in the order of their numbers. */
import type { LogKind, LogNumber, LogRow } from '../kind.js';
import { ABSENCE } from './absence.js';
import { BEDS } from './beds.js';
import { BUREAU_ROSTER } from './bureau-roster.js';
import { CHECK } from './check.js';
import { CHECK_SUMMARY } from './check-summary.js';
import { CLEARANCE } from './clearance.js';
import { DAILY_REPORT } from './daily-report.js';
import { DISINFECTION } from './disinfection.js';
import { ENTRY } from './entry.js';
import { FIRE } from './fire.js';
import { HEALTH_DAILY } from './health-daily.js';
import { HISTORY14 } from './history14.js';
import { HYGIENE } from './hygiene.js';
import { INCIDENT } from './incident.js';
import { ISOLATION } from './isolation.js';
import { MASK_BIN } from './mask-bin.js';
import { MEALS } from './meals.js';
import { RECTIFICATION } from './rectification.js';
import { SESSION } from './session.js';
import { SUPPLIES } from './supplies.js';
import { SUSPENSION } from './suspension.js';
import { TRAINING } from './training.js';
import { VENTILATION } from './ventilation.js';
import { VISITOR } from './visitor.js';

/** Every kind by its name. */
export const KINDS_BY_NAME = {
  entry: ENTRY,
  visitor: VISITOR,
  check: CHECK,
  'check-summary': CHECK_SUMMARY,
  'health-daily': HEALTH_DAILY,
  history14: HISTORY14,
  absence: ABSENCE,
  'daily-report': DAILY_REPORT,
  disinfection: DISINFECTION,
  ventilation: VENTILATION,
  hygiene: HYGIENE,
  'mask-bin': MASK_BIN,
  isolation: ISOLATION,
  incident: INCIDENT,
  clearance: CLEARANCE,
  supplies: SUPPLIES,
  training: TRAINING,
  session: SESSION,
  fire: FIRE,
  meals: MEALS,
  beds: BEDS,
  suspension: SUSPENSION,
  rectification: RECTIFICATION,
  'bureau-roster': BUREAU_ROSTER,
} as const satisfies Readonly<Record<string, LogKind>>;

/** The name of a kind. */
export type KindName = keyof typeof KINDS_BY_NAME;

/** A row of the kind of that name. */
export type RowOf<Name extends KindName> = LogRow<(typeof KINDS_BY_NAME)[Name]>;

/** Every kind, in the order of their numbers. */
export const KINDS: readonly LogKind[] = Object.values(KINDS_BY_NAME);

/** Returns the kind of that name. */
export function kindByName(name: string): LogKind | undefined {
  return KINDS.find((kind) => kind.name === name);
}

/** Returns the kind of that number, as `L3s`. */
export function kindByNumber(number: LogNumber): LogKind | undefined {
  return KINDS.find((kind) => kind.number === number);
}
