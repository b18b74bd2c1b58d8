// Writes V8's code cache beside the bundles: runs a command over the example, so that the functions it needs are in.
'use strict';
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { load } = require('../bin/load.js');

const scripts = new Map();
const { main } = load('cli.cjs', (file, script) => scripts.set(file, script));
const profile = join(__dirname, '..', 'examples', process.argv[2], 'profile.yaml');

main(['validate', profile, '--lang', 'zh']).then(() => {
  for (const [file, script] of scripts) writeFileSync(`${file}.cache`, script.createCachedData());
});
