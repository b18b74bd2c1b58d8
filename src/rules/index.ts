/** The catalogue: every rule, in the order of the plan. */
import { placeOfClause } from '../plan/clauses.js';
import { RULES as accountability } from './accountability.js';
import { RULES as application } from './application.js';
import { RULES as applicationCounty } from './application-county.js';
import { RULES as applicationPapers } from './application-papers.js';
import { RULES as dailyReport } from './daily-report.js';
import { RULES as entryControl } from './entry-control.js';
import { RULES as fireSafety } from './fire-safety.js';
import { RULES as healthManagement } from './health-management.js';
import { RULES as hygiene } from './hygiene.js';
import { RULES as incident } from './incident.js';
import { RULES as isolationRoom } from './isolation-room.js';
import { RULES as operation } from './operation.js';
import { RULES as operationBoard } from './operation-board.js';
import { RULES as operationClasses } from './operation-classes.js';
import { RULES as operationCommitments } from './operation-commitments.js';
import { RULES as operationOffsite } from './operation-offsite.js';
import { RULES as operationSeats } from './operation-seats.js';
import { RULES as organisation } from './organisation.js';
import { RULES as plansAndSystems } from './plans-and-systems.js';
import { RULES as principles } from './principles.js';
import { RULES as publicity } from './publicity.js';
import { RULES as recovery } from './recovery.js';
import type { Rule } from './rule.js';
import { RULES as scope } from './scope.js';
import { RULES as supplies } from './supplies.js';
import { RULES as trainingAndDrills } from './training-and-drills.js';

/** All rules: one file per heading of the plan, 五 and 八·流程 in several. */
export const RULES: readonly Rule[] = [
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
  operationSeats,
  operationBoard,
  operationClasses,
  operationCommitments,
  operationOffsite,
  incident,
  recovery,
  application,
  applicationPapers,
  applicationCounty,
  accountability,
]
  .flat()
  .sort((a, b) => placeOfClause(a.clauses[0]) - placeOfClause(b.clauses[0]));

/** Returns the rule of that id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
