/** What the program's own modules export, for scripts: bundled from the source, so that nothing needs to be built. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Returns the exports of a module whose text is given, with paths from the root of the project. */
export async function fromSource(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
