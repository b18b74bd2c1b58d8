/** Runs tasks in worker threads, each of which asks for the next one when it is done. */
import { UnfinishedError } from '../errors.js';

/** A task that a worker did not survive, such as for want of memory. */
export class Crashed {
  constructor(readonly code: string) {}
}

/** What came of a task. */
export type Done<Result> = Result | Crashed;

/**
 * Runs every task and returns what came of each, in the order of the tasks. `onDone` is called as they finish, in any
 * order. A worker that dies takes only its own task with it.
 *
 * @throws {UnfinishedError} if no worker can be started at all.
 */
export async function runInWorkers<Task, Result>(
  workerFile: string,
  tasks: readonly Task[],
  jobs: number,
  onDone: (index: number, result: Done<Result>) => void = () => {},
): Promise<Done<Result>[]> {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const results = new Array<Done<Result>>(tasks.length);
  let next = 0;
  const finish = (index: number, result: Done<Result>): void => {
    results[index] = result;
    onDone(index, result);
  };
  /** One worker after another, until there is no task left. */
  const lane = async (): Promise<void> => {
    while (next < tasks.length) {
      await new Promise<void>((left, failed) => {
        const worker = new Worker(workerFile);
        let current = -1;
        const give = (): void => {
          if (next >= tasks.length) {
            current = -1;
            void worker.terminate();
            return;
          }
          current = next++;
          worker.postMessage(tasks[current]);
        };
        let refusal: UnfinishedError | undefined;
        worker.on(
          'message',
          (message: { result: Result } | { refused: Pick<UnfinishedError, 'code' | 'wording' | 'params'> }) => {
            if ('refused' in message) {
              const { code, wording, params } = message.refused;
              refusal = new UnfinishedError(code, wording, params);
              void worker.terminate();
              return;
            }
            finish(current, message.result);
            give();
          },
        );
        worker.on('error', (error: NodeJS.ErrnoException) => {
          if (current >= 0) finish(current, new Crashed(error.code ?? 'ERR_WORKER'));
          current = -1;
        });
        worker.on('exit', () => (refusal ? failed(refusal) : left()));
        give();
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, lane));
  return results;
}

/** Returns the number of processors that this process may use. */
export function processors(): number {
  return process.getBuiltinModule('node:os').availableParallelism();
}
