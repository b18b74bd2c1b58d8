/**
 * The digest of all that judges: two builds with the same digest give the same verdicts. It is the SHA-256 of the
 * bundle of the judging roots, without words, so that a message can be put better, and without packages.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What judges an institution, from its files to its report; the county's own duties; what several have in common. */
const ROOTS = [
  'src/audit/institution.ts',
  'src/audit/same-id.ts',
  'src/audit/same-logs.ts',
  'src/check/judge-county.ts',
  'src/waivers/read.ts',
];

/** Returns the digest of the project, or of a copy of it in another folder, in hexadecimal. */
export async function judgingDigest(root = ROOT) {
  const entry = ROOTS.map((file) => `export * from './${file}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    write: false,
    format: 'esm',
    target: 'node20',
    packages: 'external',
    minify: true,
    legalComments: 'none',
    plugins: [{ name: 'without-words', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, withoutWords) }],
  });
  return createHash('sha256').update(outputFiles[0].contents).digest('hex');
}

/** Empties each literal that holds a text in Chinese and English and nothing else. */
function withoutWords({ path }) {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const words = [];
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node) && node.properties.map(({ name }) => name?.getText()).join() === 'zh,en')
      words.push([node.getStart(), node.getEnd()]);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  let contents = text;
  for (const [start, end] of words.reverse()) contents = `${contents.slice(0, start)}{}${contents.slice(end)}`;
  return { contents, loader: 'ts' };
}
