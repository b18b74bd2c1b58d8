/** The package as a user gets it: packed in a copy of the checkout, and installed from the tarball in an empty folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a program and returns what it printed. @throws {Error} if it fails. */
export function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Copies what git has, or would have, of the checkout to a folder, and its packages. */
export function copyCheckout(folder, { packages: withPackages = true } = {}) {
  const names = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], ROOT).split('\0');
  for (const name of names.filter(Boolean)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    // not what was removed and is not committed yet
    if (statSync(join(ROOT, name), { throwIfNoEntry: false })) cpSync(join(ROOT, name), join(folder, name));
  }
  if (!withPackages) return;
  // hard links, where there are such: the bundler looks through other links, and its paths would be of another folder
  const packages = join(ROOT, 'node_modules');
  if (spawnSync('cp', ['-al', packages, folder]).status !== 0)
    cpSync(packages, join(folder, 'node_modules'), { recursive: true });
}

/**
 * Builds and packs a copy of the checkout in the folder, as `npm pack` does it there. Returns the tarball, its bytes, and
 * the paths and the unpacked size of what is in it.
 *
 * @throws {Error} if the copy is afterwards not as it was.
 */
export function pack(folder) {
  mkdirSync(folder, { recursive: true });
  copyCheckout(folder);
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const [{ filename, files, unpackedSize }] = JSON.parse(run(npm, ['pack', '--json'], folder));
  if (readFileSync(join(folder, 'package.json'), 'utf8') !== manifest)
    throw new Error('npm pack leaves another package.json');
  const tarball = join(folder, filename);
  return { tarball, bytes: readFileSync(tarball), names: files.map((file) => file.path), unpackedSize };
}

/**
 * Installs a tarball in `user` inside the folder. Returns that place and the program.
 *
 * @throws {Error} if it does not install, or not without warnings.
 */
export function installPacked(tarball, folder) {
  const home = join(folder, 'user');
  mkdirSync(home);
  run(npm, ['init', '-y'], home);
  const installed = spawnSync(npm, ['install', '--no-audit', '--no-fund', tarball], { cwd: home, encoding: 'utf8' });
  if (installed.status !== 0) throw new Error(`packed package: does not install: ${installed.stderr}`);
  // what a bundled library asks for must not trouble who installs: docx wants a nanoid that wants a newer Node
  if (/EBADENGINE|deprecated/.test(installed.stderr)) {
    throw new Error(`packed package: does not install quietly: ${installed.stderr}`);
  }
  return { home, program: join(home, 'node_modules', '.bin', 'resume-check') };
}
