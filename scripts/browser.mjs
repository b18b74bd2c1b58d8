/** Bundles for a web page. What would bring a module of Node's in ends the build with an error. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Packages by another of their own builds, since the usual one asks for Node. */
export const BROWSER_BUILDS = {
  yaml: path('node_modules/yaml/browser/dist/index.js'),
  'csv-parse/sync': path('node_modules/csv-parse/dist/esm/sync.js'),
  'csv-stringify/sync': path('node_modules/csv-stringify/dist/esm/sync.js'),
};

/** cli-table3 loads it for coloured tables, which there are none of, and it asks for the terminal. */
export const noColours = {
  name: 'no-colours',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@colors\/colors/ }, () => ({ path: 'none', namespace: 'no-colours' }));
    onLoad({ filter: /.*/, namespace: 'no-colours' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Returns the bundle of a file as a script that puts what the file exports into the global `page`. */
export async function bundleForBrowser(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'page',
    target: 'es2022',
    alias: BROWSER_BUILDS,
    plugins: [noColours],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
