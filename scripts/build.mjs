/**
 * Builds dist/: one CommonJS bundle for the command line and one per command, loaded only when called. Loose modules
 * would cost 0.65 × `node -e 0` at every start, ES modules 0.1 ×.
 */

import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { noColours } from './browser.mjs';
import { buildOne, buildShared } from './bundles.mjs';
import { judgingDigest } from './digest.mjs';
import { readFixture, readLogFixture } from './fixtures.mjs';
import { inputs } from './generate.mjs';
import { noticesOf } from './licences.mjs';

const root = new URL('..', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const version = JSON.parse(readFileSync(path('package.json'), 'utf8')).version;

writeExamples();
writeTemplates();
writeFont();
writeReportPage();
rmSync(path('dist'), { recursive: true, force: true });
const options = {
  absWorkingDir: path(''),
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // they are in THIRD-PARTY-LICENSES.txt
  legalComments: 'none',
  // its 2.4 MB of WebAssembly are read from its own package, only where a picture is made
  external: ['@resvg/resvg-wasm'],
  define: {
    VERSION: JSON.stringify(version),
    JUDGING_DIGEST: JSON.stringify(await judgingDigest()),
    'import.meta.url': '__filename',
  },
  // the ES-module build of yaml, which can be shaken
  alias: {
    yaml: path('node_modules/yaml/browser/dist/index.js'),
    // their ES modules ask for import.meta.url, which a CommonJS bundle does not have
    tinyglobby: path('node_modules/tinyglobby/dist/index.cjs'),
    // its Node entry hooks into require.extensions
    handlebars: path('node_modules/handlebars/dist/cjs/handlebars.js'),
  },
  // chalk's colour detection and others read import.meta only as ES modules
  logLevel: 'warning',
  plugins: [
    noColours,
    {
      // commander loads it for subcommands that are programs of their own, which there are none of: 4 ms at every start
      name: 'no-child-process',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^node:child_process$/ }, (args) =>
          args.importer.includes('commander') ? { path: 'none', namespace: 'no-child-process' } : undefined,
        );
        onLoad({ filter: /.*/, namespace: 'no-child-process' }, () => ({ contents: 'module.exports = {};' }));
      },
    },
    {
      name: 'commands-apart',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/commands\// }, (args) =>
          args.importer.endsWith('cli.ts') && args.kind === 'dynamic-import'
            ? { path: args.path.replace(/\.js$/, '.cjs'), external: true }
            : undefined,
        );
      },
    },
  ],
};
/** Commands that share code; one alone has all it needs, so that it starts as fast as it can. */
const FAMILIES = [
  ['schema'],
  ['init'],
  ['diff'],
  ['completion', 'explain', 'rules'],
  ['templates', 'roster', 'generate', 'seats', 'work', 'lint', 'fix', 'audit', 'merge', 'validate'],
];
const commands = readdirSync(path('src/commands')).filter((name) => name.endsWith('.ts'));
if (FAMILIES.flat().sort().join() !== commands.map((name) => name.slice(0, -3)).join())
  throw new Error('scripts/build.mjs: FAMILIES has other commands than src/commands');
const built = [await buildOne({ entry: path('src/cli.ts'), outdir: path('dist'), options })];
for (const names of FAMILIES) {
  const entries = names.map((name) => path(`src/commands/${name}.ts`));
  built.push(await buildShared({ entries, outdir: path('dist'), options }));
}
const bundles = built.flatMap((each) => each.bundles ?? []);
if (new Set(bundles).size < bundles.length)
  throw new Error('scripts/build.mjs: two families have a bundle of one name');
const bundled = [...new Set([...inputs, ...built.flatMap((each) => each.inputs)])].sort();
const outside = [...new Set(built.flatMap(({ external }) => external))]
  .filter((name) => !isBuiltin(name) && !name.startsWith('.'))
  .sort();
writeFileSync(path('THIRD-PARTY-LICENSES.txt'), noticesOf(bundled, root));
// for scripts/manifest.mjs and the tests
writeFileSync(path('build/bundled.json'), JSON.stringify({ inputs: bundled, outside }));
chmodSync(path('bin/resume-check.js'), 0o755);

/** The first passing and the first failing case of each rule's fixture, for `explain`. */
function writeExamples() {
  const folder = path('test/rules/cases/');
  const examples = {};
  const add = (id, cases) => {
    const first = (...outcomes) => cases.find((each) => outcomes.includes(each.outcome))?.text;
    const { pass, fail } = examples[id] ?? {};
    const both = (...texts) => texts.filter((text) => text !== undefined).join('\n') || undefined;
    examples[id] = { pass: both(pass, first('pass')), fail: both(fail, first('fail', 'warn')) };
  };
  for (const file of readdirSync(folder).sort())
    add(file.replace(/\.yaml$/, ''), readFixture(readFileSync(folder + file, 'utf8'), file));
  for (const logs of [path('test/rules/log-cases/'), path('test/rules/county-cases/')]) {
    for (const file of readdirSync(logs).sort())
      add(file.replace(/\.txt$/, ''), readLogFixture(readFileSync(logs + file, 'utf8'), file));
  }
  writeFileSync(path('build/examples.json'), JSON.stringify(examples));
}

/** The built-in templates by name, to be bundled: the program then needs no files of its own. */
function writeTemplates() {
  const folder = path('templates/');
  const templates = {};
  for (const file of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (file.endsWith('.hbs'))
      templates[file.replace(/\\/g, '/').replace(/\.hbs$/, '')] = readFileSync(folder + file, 'utf8');
  }
  writeFileSync(path('build/templates.json'), JSON.stringify(templates));
}

/** The font of pictures of seating plans, to be bundled like the templates. */
function writeFont() {
  const font = readFileSync(path('assets/plan-font.otf'), 'base64');
  writeFileSync(path('build/plan-font.json'), JSON.stringify({ font }));
}

/** The style and the script of the HTML report, to be bundled. */
function writeReportPage() {
  const folder = path('templates/report/');
  const joined = (extension) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(extension))
      .sort()
      .map((name) => readFileSync(folder + name, 'utf8').replace(/\r\n/g, '\n'))
      .join('\n');
  writeFileSync(path('build/report-page.json'), JSON.stringify({ style: joined('.css'), script: joined('.js') }));
}
