/** Makes the papers of a profile inside a test, as `generate` does, and takes them apart. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { checkProfile } from '../../src/check/check.js';
import { BUILT_IN } from '../../src/commands/parts/template-files.js';
import { ALL_DOCUMENTS, DOCUMENTS } from '../../src/documents/papers.js';
import { type Rendered, type RenderInput, renderPapers } from '../../src/documents/render.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES } from '../../src/rules/index.js';

/** The complete example, as text. */
export const COMPLETE = readFileSync(new URL('../../examples/complete/profile.yaml', import.meta.url), 'utf8');

/** Every document, the notice included. */
export const DOCUMENT_NAMES = [...ALL_DOCUMENTS, 'notice'];

/** Returns the built-in templates, or others of the same names. */
export const templatesWith =
  (own: Readonly<Record<string, string>> = {}): RenderInput['source'] =>
  (name) => {
    const text = own[name] ?? BUILT_IN[name];
    return text === undefined ? undefined : { text, file: `templates/${name}.hbs` };
  };

/** Renders documents of a profile. */
export function rendered(
  yaml: string,
  names: readonly string[],
  more: Partial<Pick<RenderInput, 'draft' | 'people' | 'source'>> = {},
): Rendered {
  const source = readProfile(yaml, 'profile.yaml');
  const asOf = '2020-05-11';
  const digest = (text: string): string => text;
  const report = checkProfile(source, { plan: LIUZHOU_2020, rules: RULES, asOf, digest, encoding: 'utf-8' });
  return renderPapers(
    names.flatMap((name) => DOCUMENTS[name] ?? []),
    {
      profile: source.profile,
      report,
      rules: RULES,
      plan: LIUZHOU_2020,
      asOf,
      draft: false,
      source: templatesWith(),
      ...more,
    },
  );
}

/** Stands for what draws figures, where the picture does not matter. */
export const drawn = async (): Promise<Uint8Array> => new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

/** Returns the parts of a DOCX by their names, as texts; pictures in pixels are left out. */
export function unzipped(docx: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const texts = Object.entries(unzipSync(docx)).filter(([name]) => !name.endsWith('.png'));
  return Object.fromEntries(texts.map(([name, bytes]) => [name, decoder.decode(bytes)]));
}
