/** The code cache that the build makes is one that Node takes: one that it rejects costs more than none, and says nothing. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test.each(['cli.cjs', 'commands/validate.cjs', 'commands/generate.cjs'])('of %s', (name) => {
  const script = `
    require(process.argv[1]).load(process.argv[2], (file, script) => console.log(script.cachedDataRejected));
  `;
  const argv = ['-e', script, join(ROOT, 'bin', 'load.js'), name];
  expect(execFileSync(process.execPath, argv, { encoding: 'utf8' })).toBe('false\n');
});
