/** Packs the package, installs the tarball in an empty folder, and runs it there as a user would. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPacked, run } from './packed.mjs';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'resume-check-pack-'));
const must = (condition, what) => {
  if (!condition) throw new Error(`packed package: ${what}`);
};

try {
  const { home, program, names, size } = installPacked(folder);
  for (const needed of ['bin/resume-check.js', 'dist/cli.cjs', 'schemas/profile.schema.json', 'README.md', 'LICENSE']) {
    must(names.includes(needed), `${needed} is missing`);
  }
  must(
    !names.some((name) => /^(src|test|scripts|build|node_modules)\//.test(name)),
    'holds files that are not for users',
  );
  must(!names.some((name) => name.endsWith('.cache')), 'holds code that was compiled on another machine');
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  must(run(program, ['--version'], home).trim() === version, 'prints another version');
  run(program, ['init', 'school'], home);
  const example = join('node_modules', 'resume-check', 'examples', 'complete', 'profile.yaml');
  const report = JSON.parse(run(program, ['validate', example, '-f', 'json'], home));
  must(report.institutions[0].compliant === true, 'does not find the complete example complete');
  must(run(program, ['explain', 'mask-stock', '--lang', 'en'], home).includes('> 15'), 'explains without numbers');
  run(program, ['seats', '--length', '5', '--width', '6', '-f', 'png', '-o', 'room.png'], home);
  must(readFileSync(join(home, 'room.png')).subarray(1, 4).toString() === 'PNG', 'draws no picture');
  must(names.includes('assets/plan-font.LICENSE.txt'), 'the licence of its font is missing');
  process.stdout.write(`packed package: ${names.length} files, ${Math.round(size / 1024)} KiB, installs and runs\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
