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
      'word/document.xml': encode(documentOf(sections, shell)),
    },
    { level: 2, mtime },
  );
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const titled = (title: string): string => `<dc:title>${escapeXml(title)}</dc:title>`;

function documentOf(sections: readonly Section[], shell: DocxShell): string {
  const groups = sameTurned(sections);
  const body = groups.map((group, i) => {
    const properties = group[0]?.landscape ? shell.turned : shell.upright;
    const content = group.map((section, j) => contentOf(section, j > 0)).join('');
    // those of the last section stand at the end of the body
    return i === groups.length - 1 ? content + properties : withProperties(content, properties);
  });
  return `${shell.opening}${body.length > 0 ? body.join('') : shell.upright}${shell.closing}`;
}

/** Puts the properties of a section where they belong: into its last paragraph. */
function withProperties(content: string, properties: string): string {
  const at = content.indexOf('</w:pPr>', content.lastIndexOf('<w:p>'));
  return at < 0
    ? `${content}<w:p><w:pPr>${properties}</w:pPr></w:p>`
    : content.slice(0, at) + properties + content.slice(at);
}

/**
 * Groups neighbouring sections that are turned alike. Each group is one section of the document, its parts divided by
 * page breaks: a section brings its own footers, and 2,000 pledges would have 4,000 of them.
 */
function sameTurned(sections: readonly Section[]): Section[][] {
  const groups: Section[][] = [];
  for (const section of sections) {
    const group = groups.at(-1);
    if (group?.[0]?.landscape === section.landscape) group.push(section);
    else groups.push([section]);
  }
  return groups;
}
