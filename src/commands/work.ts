/** What worker threads do: one task each time, with what it needs handed in as plain data. */
import { auditInstitution, type InstitutionTask } from '../audit/institution.js';
import { type LogTask, readOneLog } from '../load/logs.js';

/** A task as it is sent to a worker: a log to read, or an institution to audit. */
export type Task = { readonly log: LogTask } | { readonly institution: InstitutionTask };

/** Does a task and returns what came of it, as plain data. */
export function work(task: Task): unknown {
  return 'log' in task ? readOneLog(task.log) : auditInstitution(task.institution);
}
