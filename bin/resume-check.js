#!/usr/bin/env node
// CommonJS (see package.json beside this file): an ES module would start a tenth of `node -e 0` later.
'use strict';
const { load } = require('./load.js');

load('cli.cjs')
  .main(process.argv.slice(2), process, require.resolve('./worker.js'))
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
