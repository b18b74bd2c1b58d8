/**
 * The package.json of the package, which asks for what is not bundled and no more. npm takes that of the folder, so it is
 * exchanged while npm packs: `slim` before, `whole` after. `npm pack` and `npm publish` call both.
 */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const [OWN, KEPT] = [path('package.json'), path('build/package.json')];
/** What only a checkout has a use for. */
const FOR_CHECKOUTS = ['scripts', 'overrides', 'allowScripts', 'devDependencies'];

/** Puts the whole one back, also after a run that was killed; one that was put back by hand stays. */
function restore() {
  if (!existsSync(KEPT)) return;
  if (JSON.parse(readFileSync(OWN, 'utf8')).devDependencies === undefined) copyFileSync(KEPT, OWN);
  rmSync(KEPT);
}

restore();
if (process.argv[2] === 'slim') {
  const manifest = JSON.parse(readFileSync(OWN, 'utf8'));
  const { outside } = JSON.parse(readFileSync(path('build/bundled.json'), 'utf8'));
  const needed = Object.entries(manifest.dependencies).filter(([name]) => outside.includes(name));
  const slim = { ...manifest, dependencies: Object.fromEntries(needed) };
  for (const key of FOR_CHECKOUTS) delete slim[key];
  copyFileSync(OWN, KEPT);
  writeFileSync(OWN, `${JSON.stringify(slim, null, 2)}\n`);
}
