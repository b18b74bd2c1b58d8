/** What worker threads do: one task each time, with what it needs handed in as plain data. */
import type { Found } from '../audit/discover.js';
import { auditInstitution } from '../audit/institution.js';
import { type LogTask, readOneLog } from '../load/logs.js';
import { type Asked, runOf } from '../run/run.js';

/** A task as it is sent to a worker: a log to read, or an institution to audit, and what the run was asked for. */
export type Task = { readonly asked: Asked } & ({ readonly log: LogTask } | { readonly institution: Found });

/** Does a task and returns what came of it, as plain data. */
export function work(task: Task): unknown {
  const run = runOf(task.asked);
  return 'log' in task ? readOneLog(task.log, run) : auditInstitution(task.institution, run);
}
