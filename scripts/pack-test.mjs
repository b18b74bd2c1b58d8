/** Packs the package, installs the tarball in an empty folder, and runs it there as a user would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'resume-check-pack-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const must = (condition, what) => {
  if (!condition) throw new Error(`packed package: ${what}`);
};

try {
  const [{ filename, files, size }] = JSON.parse(
    run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  const names = files.map((file) => file.path);
  for (const needed of ['bin/resume-check.js', 'dist/cli.cjs', 'schemas/profile.schema.json', 'README.md', 'LICENSE']) {
    must(names.includes(needed), `lacks ${needed}`);
  }
  must(
    !names.some((name) => /^(src|test|scripts|build|node_modules)\//.test(name)),
    'holds files that are not for users',
  );
  const home = join(folder, 'user');
  mkdirSync(home);
  run(npm, ['init', '-y'], home);
  const installed = spawnSync(npm, ['install', '--no-audit', '--no-fund', join(folder, filename)], {
    cwd: home,
    encoding: 'utf8',
  });
  // what a bundled library asks for must not trouble who installs: docx wants a nanoid that wants a newer Node
  must(installed.status === 0, `does not install: ${installed.stderr}`);
  must(!/EBADENGINE|deprecated/.test(installed.stderr), `does not install quietly: ${installed.stderr}`);
  const program = join(home, 'node_modules', '.bin', 'resume-check');
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  must(run(program, ['--version'], home).trim() === version, 'prints another version');
  run(program, ['init', 'school'], home);
  const example = join('node_modules', 'resume-check', 'examples', 'complete', 'profile.yaml');
  const report = JSON.parse(run(program, ['validate', example, '-f', 'json'], home));
  must(report.institutions[0].compliant === true, 'does not find the complete example complete');
  must(run(program, ['explain', 'mask-stock', '--lang', 'en'], home).includes('> 15'), 'explains without numbers');
  run(program, ['seats', '--length', '5', '--width', '6', '-f', 'png', '-o', 'room.png'], home);
  must(readFileSync(join(home, 'room.png')).subarray(1, 4).toString() === 'PNG', 'draws no picture');
  must(names.includes('assets/plan-font.LICENSE.txt'), 'lacks the licence of its font');
  process.stdout.write(`packed package: ${names.length} files, ${Math.round(size / 1024)} KiB, installs and runs\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
