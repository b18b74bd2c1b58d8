/** Loaded with --require: whoever opens a file called hanging.csv waits for ever. */
'use strict';
const fs = require('node:fs');

const { openSync } = fs;
fs.openSync = (path, ...rest) => {
  if (String(path).endsWith('hanging.csv')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return openSync(path, ...rest);
};
