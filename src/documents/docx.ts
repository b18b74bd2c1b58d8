/** Blocks → DOCX, editable in Word and WPS: wordml.ts makes the content, docx-shell.ts the rest of the package. */
import { zipSync } from 'fflate';
import { type DocxShell, shellOf } from './docx-shell.js';
import type { Section } from './fragment.js';
import { contentOf, escapeXml } from './wordml.js';

/** Returns the paper as the bytes of a .docx: the same input gives the same bytes. */
export async function toDocx(title: string, sections: readonly Section[], draft: boolean): Promise<Uint8Array> {
  const shell = await shellOf(draft);
  // from local fields, since the archive holds local time
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    {
      ...shell.parts,
      'docProps/core.xml': encode(shell.coreProperties.replace(/<dc:title>.*?<\/dc:title>/s, () => titled(title))),
      'word/document.xml': joined(documentOf(sections, shell)),
    },
    { level: 2, mtime },
  );
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const titled = (title: string): string => `<dc:title>${escapeXml(title)}</dc:title>`;

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

function* documentOf(sections: readonly Section[], shell: DocxShell): Generator<string> {
  yield shell.opening;
  for (const [i, section] of sections.entries()) {
    const [before, after] = [sections[i - 1], sections[i + 1]];
    const content = contentOf(section, before?.landscape === section.landscape);
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
