/**
 * Packs the package twice, in folders of different names, which must give the same bytes; installs the tarball in an
 * empty folder, and runs it there as a user would.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked, pack, run } from './packed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'resume-check-pack-'));
const must = (condition, what) => {
  if (!condition) throw new Error(`packed package: ${what}`);
};
const MB = 1e6;

try {
  const { tarball, bytes, names, unpackedSize } = pack(join(folder, 'one'));
  for (const needed of [
    'bin/resume-check.js',
    'dist/cli.cjs',
    'schemas/profile.schema.json',
    'README.md',
    'LICENSE',
    'THIRD-PARTY-LICENSES.txt',
    'assets/plan-font.LICENSE.txt',
  ]) {
    must(names.includes(needed), `${needed} is missing`);
  }
  must(
    !names.some((name) => /^(src|test|scripts|build|node_modules)\//.test(name)),
    'holds files that are not for users',
  );
  must(!names.some((name) => name.endsWith('.cache')), 'holds code that was compiled on another machine');
  must(bytes.length <= 2.5 * MB, `has ${bytes.length} bytes, more than 2.5 MB`);
  must(unpackedSize <= 8 * MB, `has ${unpackedSize} bytes unpacked, more than 8 MB`);

  // npm killed between prepack and postpack, and packing again: the whole manifest comes back
  const manifest = join(folder, 'one', 'package.json');
  const whole = readFileSync(manifest, 'utf8');
  for (const step of ['slim', 'slim', 'whole', 'whole'])
    run(process.execPath, [join('scripts', 'manifest.mjs'), step], join(folder, 'one'));
  must(readFileSync(manifest, 'utf8') === whole, 'a package.json that was exchanged does not come back');

  // another folder, zone, language and mask of rights: nothing of them is in it
  const zone = process.env.TZ;
  Object.assign(process.env, { TZ: 'Asia/Kathmandu', LC_ALL: 'C' });
  const mask = process.umask(0o002);
  const again = pack(join(folder, 'a folder with blanks', '第二处'));
  process.umask(mask);
  delete process.env.LC_ALL;
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  must(again.bytes.equals(bytes), 'a second build in another folder gives other bytes');

  const { home, program } = installPacked(tarball, folder);
  const { packages } = JSON.parse(readFileSync(join(home, 'node_modules', '.package-lock.json'), 'utf8'));
  const installed = Object.keys(packages);
  must(installed.length <= 3, `${installed.length} packages are installed: ${installed.join(' ')}`);
  const own = join(home, 'node_modules', 'resume-check');
  const machine = [folder, root, homedir()].filter((path) => path.length > 1);
  for (const name of readdirSync(own, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(own, name)).isFile()) continue;
    const text = readFileSync(join(own, name), 'latin1');
    for (const path of machine) must(!text.includes(path), `${name} names ${path}, of the machine that built it`);
  }
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  must(run(program, ['--version'], home).trim() === version, 'prints another version');
  run(program, ['init', 'school'], home);
  const example = join('node_modules', 'resume-check', 'examples', 'complete', 'profile.yaml');
  const report = JSON.parse(run(program, ['validate', example, '-f', 'json'], home));
  must(report.institutions[0].compliant === true, 'does not find the complete example complete');
  must(run(program, ['explain', 'mask-stock', '--lang', 'en'], home).includes('> 15'), 'explains without numbers');
  run(program, ['seats', '--length', '5', '--width', '6', '-f', 'png', '-o', 'room.png'], home);
  must(readFileSync(join(home, 'room.png')).subarray(1, 4).toString() === 'PNG', 'draws no picture');
  const sizes = [bytes.length, unpackedSize].map((size) => `${(size / MB).toFixed(1)} MB`);
  process.stdout.write(
    `packed package: ${names.length} files, ${sizes.join(' packed, ')} unpacked, the same bytes twice; ` +
      `installs (${installed.length} packages) and runs\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
