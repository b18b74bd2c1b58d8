/**
 * Builds after an install from git. `npm install --global git+…`, which pre-commit uses too, hands its --global down to
 * the install of the development packages, which are then not here: they are installed first.
 */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command) => execSync(command, { stdio: 'inherit' });

if (process.env.npm_config_global === 'true' && !existsSync('node_modules/esbuild')) {
  run('npm install --no-global --prefix=. --include=dev --ignore-scripts --no-save --no-audit --no-fund');
}
run('npm run build');
