// A worker thread: takes one task after the other, until none is left (see src/io/pool.ts), or runs a whole command (see
// src/io/thread.ts).
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { load } = require('./load.js');

if (workerData.command) load('cli.cjs').mainInThread(workerData.command, parentPort);
else takeTasks(load('commands/work.cjs').work, workerData);

function takeTasks(work, { tasks, taken, lane }) {
  try {
    for (;;) {
      const index = Atomics.add(taken, 0, 1);
      if (index >= tasks.length) break;
      Atomics.store(taken, lane, index + 1);
      parentPort.postMessage({ begun: index });
      const result = work(tasks[index]);
      // where its time was up meanwhile there is nothing more to tell
      if (Atomics.compareExchange(taken, lane, index + 1, -(index + 1)) !== index + 1) break;
      parentPort.postMessage({ index, result });
      Atomics.store(taken, lane, 0);
    }
  } catch (error) {
    // an error that has words of its own for the user keeps them; any other ends the worker
    if (error.name !== 'UnfinishedError') throw error;
    const { code, wording, params } = error;
    parentPort.postMessage({ refused: { code, wording, params } });
  }
}
