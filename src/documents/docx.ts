/** Blocks → DOCX, editable in Word and WPS: the docx library makes styles, footers and package, wordml.ts the content. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IRunOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { draftMark } from './draft-mark.js';
import type { Section } from './fragment.js';
import { type FONTS, FOOTER, LAYOUT } from './layout.js';
import { contentOf, fontName } from './wordml.js';

const fontOf = (role: keyof typeof FONTS): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: fontName(role),
  hint: 'eastAsia',
});

/** Returns the paper as the bytes of a .docx: the same input gives the same bytes. */
export async function toDocx(title: string, sections: readonly Section[], draft: boolean): Promise<Uint8Array> {
  const groups = sameTurned(sections);
  const { size } = LAYOUT;
  const document = new Document({
    title,
    creator: 'resume-check',
    lastModifiedBy: 'resume-check',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fontOf('body'), size: LAYOUT.size.body, characterSpacing: LAYOUT.characterSpacing } },
      },
      paragraphStyles: [
        paragraphStyle('BodyIndented', '正文缩进', 'body'),
        paragraphStyle('BodyFlush', '正文顶格', 'body'),
        paragraphStyle('Signature', '落款', 'body'),
        paragraphStyle('TableText', '表格文字', 'body', { size: size.table, characterSpacing: 0 }),
        paragraphStyle('TableTextTight', '表格小字', 'body', { size: size.tight, characterSpacing: 0 }),
        paragraphStyle('TableHead', '表头', 'heading', { size: size.table, characterSpacing: 0 }),
        paragraphStyle('TableHeadTight', '表头小字', 'heading', { size: size.tight, characterSpacing: 0 }),
        paragraphStyle('PaperTitle', '文书标题', 'title', { size: size.title, bold: true }),
        paragraphStyle('PaperHeading2', '一级标题', 'heading'),
        paragraphStyle('PaperHeading3', '二级标题', 'subheading'),
        paragraphStyle('PaperHeading4', '三级标题', 'body', { bold: true }),
      ],
    },
    sections: groups.map((group, i) => sectionOf(group[0]?.landscape ?? false, draft, markOf(i))),
  });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  parts['word/document.xml'] = new TextEncoder().encode(withContent(xml, groups));
  markHeaders(parts);
  return archiveOf(parts);
}

/** The paragraph that stands for the content of a group until it is put in. */
const markOf = (group: number): string => `content-of-group-${group}`;

function withContent(xml: string, groups: readonly (readonly Section[])[]): string {
  return groups.reduce((text, group, i) => {
    // the last one: a value of the profile may say the same
    const mark = text.lastIndexOf(`>${markOf(i)}<`);
    const begin = text.lastIndexOf('<w:p>', mark);
    const end = text.indexOf('</w:p>', mark) + '</w:p>'.length;
    if (mark < 0 || begin < 0) throw new Error(`the docx library left no place for group ${i}`);
    const content = group.map((section, j) => contentOf(section, j > 0)).join('');
    const properties = /<w:sectPr.*<\/w:sectPr>/s.exec(text.slice(begin, end))?.[0] ?? '';
    return text.slice(0, begin) + withProperties(content, properties) + text.slice(end);
  }, xml);
}

/** Puts the properties of a section where they belong: into its last paragraph. The last section has none there. */
function withProperties(content: string, properties: string): string {
  if (properties === '') return content;
  const at = content.indexOf('</w:pPr>', content.lastIndexOf('<w:p>'));
  return at < 0
    ? `${content}<w:p><w:pPr>${properties}</w:pPr></w:p>`
    : content.slice(0, at) + properties + content.slice(at);
}

function paragraphStyle(id: string, name: string, role: keyof typeof FONTS, run: object = {}) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run: { font: fontOf(role), ...run } };
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

function sectionOf(turned: boolean, draft: boolean, mark: string): ISectionOptions {
  const { page, margins } = LAYOUT;
  const header = draft ? new Header({ children: [new Paragraph('')] }) : undefined;
  return {
    properties: {
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: turned
          ? { top: margins.left, right: margins.top, bottom: margins.right, left: margins.bottom, footer: 720 }
          : { ...margins, footer: 1190 },
      },
    },
    ...(header ? { headers: { default: header, even: header } } : {}),
    footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
    children: [new Paragraph(mark)],
  };
}

/** The page number, outside: right on odd pages, left on even ones; below it where the paper comes from. */
function footer(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const number = new TextRun({
    font: fontOf('number'),
    size: LAYOUT.size.pageNumber,
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  const source = new TextRun({ text: FOOTER, font: fontOf('number'), size: LAYOUT.size.note, color: '555555' });
  return new Footer({
    children: [
      new Paragraph({ alignment, indent: { left: 320, right: 320 }, children: [number] }),
      new Paragraph({ alignment: AlignmentType.LEFT, children: [source] }),
    ],
  });
}

/** Puts the mark of a draft into each header, in the place of the paragraph that the docx library made for it. */
function markHeaders(parts: Record<string, Uint8Array>): void {
  for (const name of Object.keys(parts)) {
    const number = /^word\/header(\d+)\.xml$/.exec(name)?.[1];
    if (number === undefined) continue;
    const xml = new TextDecoder().decode(parts[name]);
    const marked = xml.replace(/<w:p>.*<\/w:p>|<w:p\/>/s, () => draftMark(Number(number)));
    if (marked === xml) throw new Error(`the docx library left no place for the mark in ${name}`);
    parts[name] = new TextEncoder().encode(marked);
  }
}

/** The archive with every date the same: in the entries, and in the core properties. */
function archiveOf(parts: Record<string, Uint8Array>): Uint8Array {
  const core = parts['docProps/core.xml'];
  if (core) {
    const text = new TextDecoder()
      .decode(core)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, '$12020-01-01T00:00:00Z$2');
    parts['docProps/core.xml'] = new TextEncoder().encode(text);
  }
  // from local fields, since the archive holds local time
  const mtime = new Date(1980, 0, 1);
  const names = Object.keys(parts).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, [parts[name] as Uint8Array, { mtime }]])), { level: 2 });
}
