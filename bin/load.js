// Loads a bundle of dist/. Node 22.1 and newer keep their compiled code in a folder of Node's own, which they check.
'use strict';
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

const dist = join(__dirname, '..', 'dist');

/** Returns what the bundle exports. In a clone that was not built it says so, and ends the program with code 3. */
function load(name) {
  if (!existsSync(dist)) {
    process.stderr.write('错误：还没有构建，请先运行 npm ci\nerror: not built yet; run `npm ci` first\n');
    process.exit(3);
  }
  enableCompileCache?.();
  return require(join(dist, name));
}

module.exports = { load };
