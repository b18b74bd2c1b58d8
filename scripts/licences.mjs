/** THIRD-PARTY-LICENSES.txt: the notice of each package that is bundled, as the bundler tells which those are. */
import { readdirSync, readFileSync } from 'node:fs';

const NOTICE = /^(?:licen[cs]e|copying|notice)/i;
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Returns the text, made from the paths of the sources of all bundles. @throws {Error} if a package has no notice. */
export function noticesOf(inputs, root) {
  const read = (path) => readFileSync(new URL(path, root), 'utf8').replaceAll('\r\n', '\n').trim();
  const folders = new Set();
  const within = new Set();
  for (const input of new Set(inputs)) {
    const [path] = PACKAGE.exec(input) ?? [];
    if (path === undefined) continue;
    folders.add(path);
    const text = read(input);
    // some packages are bundles themselves: such as docx, of which a mark tells where each package begins
    for (const [, name] of text.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/\n]+)\//gm))
      folders.add(`node_modules/${name}/`);
    for (const [comment] of text.matchAll(/\/\*[*!](?:(?!\*\/)[\s\S])*@license(?:(?!\*\/)[\s\S])*\*\//g))
      within.add(`${path}\n\n${comment}`);
  }
  const sections = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(read(`${folder}package.json`));
    const notices = readdirSync(new URL(folder, root)).filter((file) => NOTICE.test(file));
    if (notices.length === 0) throw new Error(`${name} is bundled, and has no file with its licence`);
    return `${name} ${version} (${license})\n\n${notices
      .sort()
      .map((file) => read(folder + file))
      .join('\n\n')}`;
  });
  const others = [...within].map(
    (comment) => `within ${PACKAGE.exec(comment)[1]}${comment.slice(comment.indexOf('\n'))}`,
  );
  const font = `the font of pictures, assets/plan-font.otf\n\n${read('assets/plan-font.LICENSE.txt')}`;
  const head = 'resume-check holds code of these packages, each under its own licence.';
  return `${[head, ...[...sections, ...others].sort(), font].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
