/** The package as a user gets it: packed, and installed from the tarball in an empty folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a program and returns what it printed. @throws {Error} if it fails. */
export function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/**
 * Packs the project into the folder and installs the tarball in `user` inside it. Returns that place, the program, the
 * paths of the files that were packed, and the size of the tarball in bytes.
 *
 * @throws {Error} if it does not install, or not without warnings.
 */
export function installPacked(folder) {
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename, files, size }] = JSON.parse(run(npm, pack, ROOT));
  const home = join(folder, 'user');
  mkdirSync(home);
  run(npm, ['init', '-y'], home);
  const installed = spawnSync(npm, ['install', '--no-audit', '--no-fund', join(folder, filename)], {
    cwd: home,
    encoding: 'utf8',
  });
  if (installed.status !== 0) throw new Error(`packed package: does not install: ${installed.stderr}`);
  // what a bundled library asks for must not trouble who installs: docx wants a nanoid that wants a newer Node
  if (/EBADENGINE|deprecated/.test(installed.stderr)) {
    throw new Error(`packed package: does not install quietly: ${installed.stderr}`);
  }
  const names = files.map((file) => file.path);
  return { home, program: join(home, 'node_modules', '.bin', 'resume-check'), names, size };
}
