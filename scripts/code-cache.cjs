// Writes V8's code cache beside the bundles: runs the commands over the example, so that the functions they need are in.
'use strict';
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { load } = require('../bin/load.js');

const scripts = new Map();
const { main } = load('cli.cjs', (file, script) => scripts.set(file, script));
const profile = join(__dirname, '..', 'examples', process.argv[2], 'profile.yaml');
const folder = mkdtempSync(join(tmpdir(), 'resume-check-build-'));

// no paper with a picture: drawing one sets a flag of V8, which rejects a cache that was made with other flags
main(['validate', profile, '--lang', 'zh'])
  .then(() => main(['generate', 'staff-pledge', 'checklist', profile, '-f', 'docx,html', '-o', folder, '--lang', 'zh']))
  .then(() => {
    for (const [file, script] of scripts) writeFileSync(`${file}.cache`, script.createCachedData());
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
