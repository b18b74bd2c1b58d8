/**
 * The package of a DOCX around its content: styles, footers, relations. The docx library makes it once for all papers of
 * a run; they differ only in their titles and in word/document.xml.
 */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { unzipSync } from 'fflate';
import { draftMark } from './draft-mark.js';
import { type FONTS, FOOTER, LAYOUT } from './layout.js';
import { fontName } from './wordml.js';

/** A package without content. */
export interface DocxShell {
  /** The parts that are alike in all papers. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly coreProperties: string;
  /** What stands in word/document.xml before and after the content. */
  readonly opening: string;
  readonly closing: string;
  /** The properties of a section of upright pages, and of one of turned pages. */
  readonly upright: string;
  readonly turned: string;
}

const shells = new Map<boolean, Promise<DocxShell>>();

/** Returns the package of final papers, or of drafts. */
export function shellOf(draft: boolean): Promise<DocxShell> {
  const shell = shells.get(draft) ?? makeShell(draft);
  shells.set(draft, shell);
  return shell;
}

async function makeShell(draft: boolean): Promise<DocxShell> {
  const { size } = LAYOUT;
  const header = draft ? new Header({ children: [new Paragraph('')] }) : undefined;
  const document = new Document({
    title: ' ',
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
    sections: [
      {
        ...(header ? { headers: { default: header, even: header } } : {}),
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: [],
      },
    ],
  });
  const all = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const { 'word/document.xml': main, 'docProps/core.xml': core, ...others } = all;
  // sorted, so that [Content_Types].xml comes first, by which some programs know what the archive is
  const parts = Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)));
  markHeaders(parts);
  const [, opening = '', properties = '', closing = ''] =
    /^(.*<w:body>)(<w:sectPr.*<\/w:sectPr>)(<\/w:body>.*)$/s.exec(new TextDecoder().decode(main)) ?? [];
  const coreProperties = new TextDecoder()
    .decode(core)
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, '$12020-01-01T00:00:00Z$2');
  if (properties === '' || !coreProperties.includes('<dc:title>'))
    throw new Error('the docx library made another package than expected');
  const { page, margins } = LAYOUT;
  return {
    parts,
    coreProperties,
    opening,
    closing,
    upright: onPage(
      properties,
      `w:w="${page.width}" w:h="${page.height}" w:orient="portrait"`,
      `w:top="${margins.top}" w:right="${margins.right}" w:bottom="${margins.bottom}" w:left="${margins.left}" w:header="708" w:footer="1190" w:gutter="0"`,
    ),
    turned: onPage(
      properties,
      `w:w="${page.height}" w:h="${page.width}" w:orient="landscape"`,
      `w:top="${margins.left}" w:right="${margins.top}" w:bottom="${margins.right}" w:left="${margins.bottom}" w:header="708" w:footer="720" w:gutter="0"`,
    ),
  };
}

/** The properties of a section with its size and margins. */
function onPage(properties: string, size: string, margins: string): string {
  return properties.replace(/<w:pgSz[^>]*>/, `<w:pgSz ${size}/>`).replace(/<w:pgMar[^>]*>/, `<w:pgMar ${margins}/>`);
}

const fontOf = (role: keyof typeof FONTS): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: fontName(role),
  hint: 'eastAsia',
});

function paragraphStyle(id: string, name: string, role: keyof typeof FONTS, run: object = {}) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run: { font: fontOf(role), ...run } };
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
