/** The catalogue: every rule, in the order of the plan. */
import * as accountability from './accountability.js';
import * as application from './application.js';
import * as dailyReport from './daily-report.js';
import * as entryControl from './entry-control.js';
import * as fireSafety from './fire-safety.js';
import * as healthManagement from './health-management.js';
import * as hygiene from './hygiene.js';
import * as incident from './incident.js';
import * as isolationRoom from './isolation-room.js';
import * as operation from './operation.js';
import * as organisation from './organisation.js';
import * as plansAndSystems from './plans-and-systems.js';
import * as principles from './principles.js';
import * as publicity from './publicity.js';
import * as recovery from './recovery.js';
import type { Rule } from './rule.js';
import * as scope from './scope.js';
import * as supplies from './supplies.js';
import * as trainingAndDrills from './training-and-drills.js';

/** One file of rules per heading of the plan. The names that a file exports don't matter, their order does not either. */
const HEADINGS: readonly Readonly<Record<string, Rule>>[] = [
  scope,
  principles,
  organisation,
  plansAndSystems,
  dailyReport,
  isolationRoom,
  healthManagement,
  trainingAndDrills,
  hygiene,
  supplies,
  entryControl,
  publicity,
  fireSafety,
  operation,
  incident,
  recovery,
  application,
  accountability,
];

/** All rules. A new rule in a file is found by itself; a new file is added to the list above. */
export const RULES: readonly Rule[] = HEADINGS.flatMap((heading) => Object.values(heading));

/** Returns the rule of that id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
