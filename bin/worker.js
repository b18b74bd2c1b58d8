// A worker thread: does the tasks that it is sent, one after the other.
'use strict';
const { parentPort } = require('node:worker_threads');
const { load } = require('./load.js');

const { work } = load('commands/work.cjs');

parentPort.on('message', (task) => {
  try {
    parentPort.postMessage({ result: work(task) });
  } catch (error) {
    // an error that has words of its own for the user keeps them; any other ends the worker
    if (error.name !== 'UnfinishedError') throw error;
    const { code, wording, params } = error;
    parentPort.postMessage({ refused: { code, wording, params } });
  }
});
