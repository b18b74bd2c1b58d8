/** Papers as files: the bytes of each format. */
import type { PaperFormat } from '../../command-line/formats.js';
import type { Draw } from '../../documents/docx.js';
import { toHtml } from '../../documents/html.js';
import type { RenderedPaper } from '../../documents/render.js';
import { UnfinishedError } from '../../errors.js';
import { findPdfMaker, makePdf } from '../../io/browser.js';

/**
 * Returns a paper in a format.
 *
 * @throws {UnfinishedError} if there is nothing that makes a PDF.
 */
export async function bytesOf(paper: RenderedPaper, format: PaperFormat, draft: boolean): Promise<Uint8Array> {
  const docx = async (): Promise<Uint8Array> => {
    const { toDocx } = await import('../../documents/docx.js');
    return toDocx(paper.title, paper.sections, draft, draw);
  };
  const html = (): string => toHtml(paper.title, paper.sections, draft);
  if (format === 'docx') return docx();
  if (format === 'html') return new TextEncoder().encode(html());
  const maker = findPdfMaker();
  const pdf = maker && (await makePdf(maker, html(), docx));
  if (pdf) return pdf;
  throw new UnfinishedError(
    'generate/pdf',
    maker
      ? {
          zh: '{program} 没有写出 PDF；可先写 docx，再用 WPS 或 Word 另存为 PDF',
          en: '{program} wrote no PDF; write docx and save it as PDF in WPS or Word',
        }
      : {
          zh: '写 PDF 要装有 Edge、Chrome、Chromium 或 LibreOffice；可先写 docx，再用 WPS 或 Word 另存为 PDF',
          en: 'PDF needs Edge, Chrome, Chromium or LibreOffice; write docx and save it as PDF in WPS or Word',
        },
    { program: maker?.program ?? '' },
  );
}

/** Pixels for a unit of a figure: 60 for a metre of a room. More would take longer than all the rest of a packet. */
const ZOOM = 1.25;
const drawn = new Map<string, Promise<Uint8Array>>();

/** Draws a figure once, however many papers hold it, and rooms that are alike once: their names are not in the picture. */
const draw: Draw = ({ svg, units }) => {
  const seen = svg.replace(/<title>.*?<\/title>/s, '');
  const known = drawn.get(seen) ?? import('../../io/picture.js').then(({ pngOf }) => pngOf(seen, units, ZOOM));
  drawn.set(seen, known);
  return known;
};
