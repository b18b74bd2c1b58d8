/**
 * Bundles for Node that share their code. esbuild cuts what several commands need into a hundred ES modules, and so many
 * files cost a tenth of a start: here they are joined to a dozen CommonJS bundles, each piece in one of them.
 */
import { basename, dirname, join, posix } from 'node:path';
import { build } from 'esbuild';

const SUFFIX = '.mjs';
/** require() instead of import(), which would bring in Node's ES module loader (60 ms). */
const COMMONJS = { format: 'cjs', outExtension: { '.js': '.cjs' }, supported: { 'dynamic-import': false } };

/** Builds one bundle that holds all it needs. Returns what was read, see `buildShared`. */
export async function buildOne({ entry, outdir, options }) {
  const { metafile } = await build({ ...options, ...COMMONJS, entryPoints: [entry], outdir, metafile: true });
  return readBy(metafile);
}

/** The sources of a build, from the root, and the packages and modules that stayed outside. */
function readBy({ inputs, outputs }) {
  const external = Object.values(outputs).flatMap(({ imports }) => imports.filter((each) => each.external));
  return { inputs: Object.keys(inputs), external: external.map(({ path }) => path) };
}

/**
 * Builds the entries into `outdir`, each a bundle of its own, and beside them the bundles that they share: what lies in
 * one is needed by the same entries, as far as they stand beside each other in the list. So those that need much the same
 * are neighbours. Returns what was read, see `readBy`.
 */
export async function buildShared({ entries, outdir, options }) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: entries,
    outdir: join(outdir, 'pieces'),
    outExtension: { '.js': SUFFIX },
    format: 'esm',
    splitting: true,
    metafile: true,
    write: false,
  });
  const outside = dirname(Object.keys(metafile.outputs)[0]);
  const nameOf = (path) => basename(path, SUFFIX);
  const pieces = new Map(Object.entries(metafile.outputs).map(([path, output]) => [nameOf(path), output]));
  if (pieces.size !== outputFiles.length) throw new Error(`two pieces of one name in ${outside}`);
  const textOf = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
  const names = entries.map((path) => basename(path, '.ts'));
  const importsOf = (name, kinds = ['import-statement']) =>
    pieces
      .get(name)
      .imports.filter(({ external, kind }) => !external && kinds.includes(kind))
      .map(({ path }) => nameOf(path));
  const later = [...pieces].flatMap(([name, { entryPoint }]) => (entryPoint && !names.includes(name) ? name : []));
  const bundleOf = assigned(names, later, importsOf);
  /** What a piece exports, and its name in the bundle: two pieces may have different things of one name. */
  const exportsOf = (name) =>
    pieces.get(name).exports.map((each) => [each, names.includes(name) ? each : `${name.replace(/\W/g, '_')}_${each}`]);
  // what other bundles ask for, and no more: each export costs at every start
  const wanted = new Set(names);
  for (const [name, bundle] of bundleOf)
    for (const each of importsOf(name, ['import-statement', 'dynamic-import']))
      if (bundleOf.get(each) !== bundle) wanted.add(each);
  await build({
    ...options,
    entryPoints: [...new Set(bundleOf.values())].map((bundle) => ({ in: `bundle:${bundle}`, out: bundle })),
    outdir,
    ...COMMONJS,
    plugins: [joined({ bundleOf, textOf, wanted, exportsOf })],
  });
  return { ...readBy(metafile), bundles: [...new Set(bundleOf.values())] };
}

/**
 * The bundle of each piece, by the first and the last entry that load it at their start, else by those of the pieces that
 * are loaded later. A piece is loaded by whatever loads one that imports it, so its first is never after, its last never
 * before the other's: bundles that import each other can't come about.
 */
function assigned(entries, later, importsOf) {
  const bundleOf = new Map();
  const assign = (names, alone, together) => {
    for (const [piece, loaders] of loadersOf(names, importsOf)) {
      const folder = loaders.length === 1 ? alone : together;
      if (!bundleOf.has(piece))
        bundleOf.set(piece, `${folder}/${[...new Set([loaders[0], loaders.at(-1)])].join('-')}`);
    }
  };
  assign(entries, 'commands', 'shared');
  assign(later, 'later', 'later/shared');
  return bundleOf;
}

/** The entries that load each piece at their start. */
function loadersOf(entries, importsOf) {
  const loaders = new Map();
  for (const entry of entries) {
    const seen = new Set([entry]);
    for (const name of seen) for (const each of importsOf(name)) seen.add(each);
    for (const name of seen) loaders.set(name, [...(loaders.get(name) ?? []), entry]);
  }
  return loaders;
}

/** Joins the pieces of a bundle; what a piece of another bundle exports is required from there. */
function joined({ bundleOf, textOf, wanted, exportsOf }) {
  const setup = ({ onResolve, onLoad }) => {
    onResolve({ filter: /^bundle:/ }, ({ path }) => ({ path: path.slice('bundle:'.length), namespace: 'bundle' }));
    onLoad({ filter: /.*/, namespace: 'bundle' }, ({ path: bundle }) => ({
      contents: [...bundleOf]
        .filter(([, its]) => its === bundle)
        .map(([piece]) => {
          const exported = exportsOf(piece).map(([name, alias]) => `${name} as ${alias}`);
          return wanted.has(piece)
            ? `export { ${exported.join(', ')} } from 'piece:${piece}';`
            : `import 'piece:${piece}';`;
        })
        .join('\n'),
    }));
    onResolve({ filter: /^piece:/ }, ({ path }) => ({ path: path.slice('piece:'.length), namespace: 'piece' }));
    onLoad({ filter: /.*/, namespace: 'piece' }, ({ path: piece }) => ({ contents: textOf.get(piece) }));
    onResolve({ filter: /\.mjs$/, namespace: 'piece' }, ({ path, importer }) => {
      const piece = basename(path, SUFFIX);
      const [from, to] = [bundleOf.get(importer), bundleOf.get(piece)];
      if (from === to) return { path: piece, namespace: 'piece' };
      return { path: `${from}>${piece}`, namespace: 'elsewhere', pluginData: { from, to, piece } };
    });
    onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ pluginData: { from, to, piece } }) => {
      const exported = exportsOf(piece).map(([name, alias]) => `${alias} as ${name}`);
      const path = posix.relative(posix.dirname(from), to);
      return { contents: `export { ${exported.join(', ')} } from '${path.startsWith('.') ? path : `./${path}`}.cjs';` };
    });
    onResolve({ filter: /\.cjs$/, namespace: 'elsewhere' }, ({ path }) => ({ path, external: true }));
  };
  return { name: 'joined', setup };
}
