/** Blocks → DOCX, editable in Word and WPS: wordml.ts makes the content, docx-shell.ts the rest of the package. */
import { zipSync } from 'fflate';
import { forXml } from '../text/escape.js';
import { type DocxShell, shellOf } from './docx-shell.js';
import type { Figure, Section } from './fragment.js';
import { contentOf, type FigureNumber } from './wordml.js';

/** Makes a PNG of a drawing. Handed in: what does so is loaded only where a paper has one. */
export type Draw = (figure: Figure) => Promise<Uint8Array>;

/** Returns the paper as the bytes of a .docx: the same input gives the same bytes. */
export async function toDocx(
  title: string,
  sections: readonly Section[],
  draft: boolean,
  draw?: Draw,
): Promise<Uint8Array> {
  const shell = await shellOf(draft);
  const figures = figuresOf(sections);
  const numberOf: FigureNumber = (figure) => figures.indexOf(figure) + 1;
  // from local fields, since the archive holds local time
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    {
      ...shell.parts,
      ...(await picturesOf(figures, shell, draw)),
      'docProps/core.xml': encode(shell.coreProperties.replace(/<dc:title>.*?<\/dc:title>/s, () => titled(title))),
      'word/document.xml': joined(documentOf(sections, shell, numberOf)),
    },
    { level: 2, mtime },
  );
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const titled = (title: string): string => `<dc:title>${forXml(title)}</dc:title>`;

/** The different figures of a paper, in their order. */
function figuresOf(sections: readonly Section[]): Figure[] {
  const figures = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : [])),
  );
  return [...new Set(figures)];
}

const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

/** The parts of a package that hold its pictures, and those that name them. */
async function picturesOf(
  figures: readonly Figure[],
  { parts }: DocxShell,
  draw: Draw | undefined,
): Promise<Record<string, Uint8Array>> {
  if (figures.length === 0) return {};
  if (!draw) throw new Error('a paper has figures and nothing that draws them');
  const pictures: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  for (const [i, figure] of figures.entries()) {
    pictures[`word/media/plan${i + 1}.png`] = await draw(figure);
    pictures[`word/media/plan${i + 1}.svg`] = encode(figure.svg);
    for (const [kind, ending] of [
      ['Png', 'png'],
      ['Svg', 'svg'],
    ]) {
      const target = `media/plan${i + 1}.${ending}`;
      relations.push(`<Relationship Id="rIdPlan${kind}${i + 1}" Type="${IMAGE}" Target="${target}"/>`);
    }
  }
  const types = new TextDecoder().decode(parts[TYPES]);
  const added = (
    [
      ['png', 'image/png'],
      ['svg', 'image/svg+xml'],
    ] as const
  )
    .filter(([ending]) => !types.includes(`Extension="${ending}"`))
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  pictures[TYPES] = encode(types.replace(/(<Types[^>]*>)/, `$1${added.join('')}`));
  const listed = new TextDecoder().decode(parts[RELATIONS]);
  pictures[RELATIONS] = encode(listed.replace('</Relationships>', `${relations.join('')}</Relationships>`));
  return pictures;
}

/** The pieces as bytes, each encoded by itself: 2,000 pledges as one text would take another 100 MB. */
function joined(pieces: Iterable<string>): Uint8Array {
  const encoded = Array.from(pieces, encode);
  const bytes = new Uint8Array(encoded.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of encoded) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function* documentOf(sections: readonly Section[], shell: DocxShell, numberOf: FigureNumber): Generator<string> {
  yield shell.opening;
  for (const [i, section] of sections.entries()) {
    const [before, after] = [sections[i - 1], sections[i + 1]];
    const content = contentOf(section, before?.landscape === section.landscape, numberOf);
    const properties = section.landscape ? shell.turned : shell.upright;
    // neighbours that are turned alike are one section of the document, their parts divided by page breaks
    yield after && after.landscape !== section.landscape ? withProperties(content, properties) : content;
  }
  // those of the last section stand at the end of the body
  yield sections.at(-1)?.landscape ? shell.turned : shell.upright;
  yield shell.closing;
}

/** Puts the properties of a section where they belong: into its last paragraph. */
function withProperties(content: string, properties: string): string {
  const at = content.indexOf('</w:pPr>', content.lastIndexOf('<w:p>'));
  return at < 0
    ? `${content}<w:p><w:pPr>${properties}</w:pPr></w:p>`
    : content.slice(0, at) + properties + content.slice(at);
}
