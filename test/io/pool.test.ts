/** Worker threads: results in the order of the tasks, a thread that dies, one that refuses, one that never starts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Crashed, OUT_OF_TIME, runInWorkers } from '../../src/io/pool.js';

const folder = mkdtempSync(join(tmpdir(), 'resume-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As bin/worker.js, with tasks that double a number, die, refuse or never end. */
const WORKER = `
const { parentPort, workerData: { tasks, taken, lane } } = require('node:worker_threads');
for (let index = Atomics.add(taken, 0, 1); index < tasks.length; index = Atomics.add(taken, 0, 1)) {
  Atomics.store(taken, lane, index + 1);
  parentPort.postMessage({ begun: index });
  if (tasks[index] === 'hang') for (;;);
  if (tasks[index] === 'die') throw Object.assign(new Error('gone'), { code: 'ERR_TEST' });
  if (tasks[index] === 'refuse') {
    parentPort.postMessage({ refused: { code: 'io/read', wording: { zh: '读不了', en: 'cannot' }, params: {} } });
    break;
  }
  if (Atomics.compareExchange(taken, lane, index + 1, -(index + 1)) !== index + 1) break;
  parentPort.postMessage({ index, result: 2 * tasks[index] });
  Atomics.store(taken, lane, 0);
}`;

function worker(script: string): string {
  const file = join(folder, `${script.length}.cjs`);
  writeFileSync(file, script);
  return file;
}

type Task = number | 'die' | 'hang' | 'refuse';
const tasks = (count: number): Task[] => Array.from({ length: count }, (_, i) => i);

test.each([1, 2, 3, 50])('%d threads give the results in the order of the tasks', async (jobs) => {
  const done: number[] = [];
  const results = await runInWorkers<Task, number>(worker(WORKER), tasks(20), jobs, (index) => done.push(index));
  expect(results).toEqual(tasks(20).map((task) => 2 * (task as number)));
  expect(done.sort((a, b) => a - b)).toEqual(tasks(20));
});

test('the largest are begun first, and each result is what is kept of it', async () => {
  const done: number[] = [];
  const results = await runInWorkers<Task, number>(worker(WORKER), [1, 2, 3], 1, (index) => done.push(index), {
    sizes: [10, 30, 20],
    kept: (result) => result + 1,
  });
  expect({ done, results }).toEqual({ done: [1, 2, 0], results: [3, 5, 7] });
});

test('this thread may be one of them', async () => {
  const here: Task[] = [];
  const results = await runInWorkers<Task, number>(worker(WORKER), tasks(4), 2, undefined, {
    here: (task) => {
      here.push(task);
      return 2 * (task as number);
    },
  });
  expect(results).toEqual([0, 2, 4, 6]);
  expect(here).not.toEqual([]);
});

test('a thread that dies takes its own task with it and no other', async () => {
  const results = await runInWorkers<Task, number>(worker(WORKER), [1, 'die', 2, 'die', 3], 2);
  expect(results).toEqual([2, new Crashed('ERR_TEST'), 4, new Crashed('ERR_TEST'), 6]);
});

test('a task that takes too long is given up, and no other', async () => {
  const done: number[] = [];
  const given: Task[] = [1, 'hang', 2, 'hang', 3];
  const results = await runInWorkers<Task, number>(worker(WORKER), given, 2, (index) => done.push(index), {
    timeout: 1,
  });
  expect(results).toEqual([2, new Crashed(OUT_OF_TIME), 4, new Crashed(OUT_OF_TIME), 6]);
  expect(done.sort()).toEqual([0, 1, 2, 3, 4]);
});

test('what a thread refuses is refused', async () => {
  await expect(runInWorkers<Task, number>(worker(WORKER), [1, 'refuse', 2], 1)).rejects.toMatchObject({
    name: 'UnfinishedError',
    code: 'io/read',
  });
});

test('an error in this thread ends the others and is passed on', async () => {
  const failing = runInWorkers<Task, number>(worker(WORKER), tasks(100), 2, undefined, {
    here: () => {
      throw new Error('here');
    },
  });
  await expect(failing).rejects.toThrow('here');
});

test('where no thread starts, that is an error, not an endless try', async () => {
  await expect(runInWorkers<Task, number>(worker('throw new Error("no")'), [1], 1)).rejects.toThrow('no');
});
