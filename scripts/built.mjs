/** Says, before tests run without a build, what of the build is missing or older than what it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'src',
  'schemas',
  'templates',
  'package.json',
  'scripts/build.mjs',
  'scripts/bundles.mjs',
  'scripts/generate.mjs',
];
const BUILT = 'dist/cli.cjs';

const timesOf = (path) =>
  statSync(root + path).isDirectory()
    ? readdirSync(root + path).flatMap((name) => timesOf(`${path}/${name}`))
    : [statSync(root + path).mtimeMs];

if (!existsSync(root + BUILT)) {
  process.stderr.write('nothing is built yet: run `npm run build` first\n');
  process.exitCode = 1;
} else if (Math.max(...SOURCES.flatMap(timesOf)) > statSync(root + BUILT).mtimeMs) {
  process.stderr.write(
    'the built program is older than its sources: tests that run it see the old one (`npm run build`)\n',
  );
}
