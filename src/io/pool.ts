/** Runs tasks in worker threads, each of which takes the next one when it is done. */
import { UnfinishedError } from '../errors.js';
import { compileLess } from './v8-flag.js';

/** A task that a worker did not survive, such as for want of memory. */
export class Crashed {
  constructor(readonly code: string) {}
}

/** The code of a task that took longer than it was given. */
export const OUT_OF_TIME = 'ERR_OUT_OF_TIME';

/** What came of a task. */
export type Done<Result> = Result | Crashed;

/** What a worker is given at its start. The threads share `taken`: how many tasks were taken, and which each has. */
export interface Lane<Task> {
  readonly tasks: readonly Task[];
  readonly taken: Int32Array;
  /**
   * Where in `taken` this worker puts the number of its task, counted from 1: negative once it is done and only to be told,
   * 0 where it has none, or its time was up before it was done.
   */
  readonly lane: number;
}

/** What a worker says of a task. */
type Told<Result> =
  | { readonly begun: number }
  | { readonly index: number; readonly result: Result }
  | { readonly refused: Pick<UnfinishedError, 'code' | 'wording' | 'params'> };

/** What may be said besides of how tasks are run. */
export interface Running<Task, Result> {
  /** How much work each task is, of any unit: the largest are begun first, so that none is left alone at the end. */
  readonly sizes?: readonly number[];
  /** Seconds after which a task is given up, as {@link OUT_OF_TIME}. */
  readonly timeout?: number;
  /** Does a task in this thread, which then counts as one of the jobs. Not for what a thread may die of. */
  readonly here?: (task: Task) => Result;
  /** Returns what is kept of a result. */
  readonly kept?: (result: Result) => Result;
}

/**
 * Runs every task and returns what came of each, in the order of the tasks. `onDone` is called as they finish, in any
 * order. A worker that dies takes only its own task with it.
 *
 * @throws {UnfinishedError} as the first task does that throws one; whatever keeps a worker from starting.
 */
export async function runInWorkers<Task, Result>(
  workerFile: string,
  tasks: readonly Task[],
  jobs: number,
  onDone: (index: number, result: Done<Result>) => void = () => {},
  { sizes = [], timeout, here, kept = (result) => result }: Running<Task, Result> = {},
): Promise<Done<Result>[]> {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  compileLess();
  const order = tasks.map((_, i) => i).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const sorted = order.map((i) => tasks[i] as Task);
  const threads = Math.min(Math.max(1, jobs), tasks.length);
  const taken = new Int32Array(new SharedArrayBuffer(4 * (1 + threads)));
  const results = new Array<Done<Result>>(tasks.length);
  const finish = (at: number, result: Done<Result>): void => {
    const index = order[at] as number;
    results[index] = result;
    onDone(index, result);
  };
  const stop = (): void => {
    Atomics.store(taken, 0, sorted.length);
  };
  /** One worker after another, as long as the last one died and there are tasks left. */
  const run = async (lane: number): Promise<void> => {
    do {
      await new Promise<void>((left, failed) => {
        Atomics.store(taken, lane, 0);
        const worker = new Worker(workerFile, { workerData: { tasks: sorted, taken, lane } satisfies Lane<Task> });
        let timer: NodeJS.Timeout | undefined;
        /** Gives up the task, unless it is done by now and only to be told. */
        const giveUp = (at: number): void => {
          if (Atomics.compareExchange(taken, lane, at + 1, 0) !== at + 1) return;
          finish(at, new Crashed(OUT_OF_TIME));
          void worker.terminate();
        };
        worker.on('message', (told: Told<Result>) => {
          clearTimeout(timer);
          if ('begun' in told) {
            if (timeout !== undefined) timer = setTimeout(giveUp, 1000 * timeout, told.begun);
            return;
          }
          if ('result' in told) return finish(told.index, kept(told.result));
          stop();
          failed(new UnfinishedError(told.refused.code, told.refused.wording, told.refused.params));
        });
        worker.on('error', (error: NodeJS.ErrnoException) => {
          const at = Math.abs(Atomics.load(taken, lane)) - 1;
          // one that did not come to any task would not come to the next either
          if (at < 0) return failed(error);
          finish(at, new Crashed(error.code ?? 'ERR_WORKER'));
        });
        worker.on('exit', () => {
          clearTimeout(timer);
          left();
        });
      });
    } while (Atomics.load(taken, 0) < sorted.length);
  };
  const workers = Promise.all(Array.from({ length: here ? threads - 1 : threads }, (_, i) => run(i + 1)));
  if (here) {
    try {
      for (let at = Atomics.add(taken, 0, 1); at < sorted.length; at = Atomics.add(taken, 0, 1))
        finish(at, here(sorted[at] as Task));
    } catch (error) {
      stop();
      await workers.catch(() => {});
      throw error;
    }
  }
  await workers;
  return results;
}

/** Returns the number of processors that this process may use. */
export function processors(): number {
  return process.getBuiltinModule('node:os').availableParallelism();
}
