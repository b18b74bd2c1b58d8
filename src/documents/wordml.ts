/**
 * Blocks → WordprocessingML, the content of a DOCX. Written here and not by the docx library, which makes the rest of
 * the file: its objects take 0.8 MB and 7 ms for a page with tables, too much for 2,000 pledges.
 *
 * The children of each element stand in the order of the schema (ECMA-376), or Word calls the file damaged.
 */
import { forXml } from '../text/escape.js';
import {
  type Block,
  type Cell,
  type Figure,
  type Inline,
  isShortTable,
  isTitleRow,
  type Section,
  staysWhole,
} from './fragment.js';
import { FONTS, LAYOUT } from './layout.js';

/** The font that papers name for a role: one that every Windows has (仿宋_GB2312 and 楷体_GB2312 are not there). */
export function fontName(role: keyof typeof FONTS): string {
  const fonts = FONTS[role];
  return role === 'heading' || role === 'number' ? fonts[0] : fonts[1];
}

/** The exact height of a line; a table stands a little below what precedes it. */
const exactly = (line: number, next: Block | undefined): string =>
  `<w:spacing${next?.kind === 'table' ? ' w:after="80"' : ''} w:line="${line}" w:lineRule="exact"/>`;
/** Two characters. */
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
/** Latin words may break anywhere, and get no gap beside Chinese, or 28 characters don't fit on a line. */
const LINE_BREAKS = '<w:wordWrap w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

/** What sets a run apart from its paragraph's style. */
interface RunStyle {
  readonly font?: keyof typeof FONTS;
  readonly bold?: boolean;
  /** Half-points. */
  readonly size?: number;
}

/** Returns the number of a figure in the package, from 1. */
export type FigureNumber = (figure: Figure) => number;

/** Returns the content of a section; `onNewPage` puts a page break before it. */
export function contentOf(section: Section, onNewPage: boolean, numberOf: FigureNumber): string {
  const { page, margins } = LAYOUT;
  const width = section.landscape
    ? page.height - margins.top - margins.bottom
    : page.width - margins.left - margins.right;
  const [first] = section.blocks;
  // only paragraphs and headings take a page break themselves
  const takesBreak = first?.kind === 'heading' || first?.kind === 'paragraph';
  const lead =
    onNewPage && !takesBreak
      ? '<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
      : '';
  return (
    lead +
    section.blocks
      .map((block, i) => blockOf(block, section.blocks[i + 1], width, onNewPage && takesBreak && i === 0, numberOf))
      .join('')
  );
}

/** What a signature follows stays with it, so that it is never alone on a page. */
function blockOf(
  block: Block,
  next: Block | undefined,
  width: number,
  pageBreak: boolean,
  numberOf: FigureNumber,
): string {
  const breakBefore = pageBreak ? '<w:pageBreakBefore/>' : '';
  switch (block.kind) {
    case 'heading': {
      const title = block.level === 1;
      const style = title ? 'PaperTitle' : `PaperHeading${block.level}`;
      const spacing = title
        ? `<w:spacing w:after="${LAYOUT.line}" w:line="720" w:lineRule="exact"/>`
        : exactly(LAYOUT.line, next);
      const place = title ? '<w:jc w:val="center"/>' : `${INDENT}<w:jc w:val="both"/>`;
      const properties = `<w:pStyle w:val="${style}"/><w:keepNext/>${breakBefore}${LINE_BREAKS}${spacing}${place}<w:outlineLvl w:val="${block.level - 1}"/>`;
      return paragraph(properties, block.inlines, {});
    }
    case 'paragraph': {
      const keepNext =
        next?.kind === 'sign'
          ? '<w:keepNext/>'
          : next?.kind === 'table' || staysWhole(next)
            ? '<w:keepNext/><w:keepLines/>'
            : '';
      const small = block.style === 'small';
      const place = { body: 'both', flush: 'both', small: 'both', centre: 'center', right: 'right' }[block.style];
      const spacing = exactly(small ? 320 : LAYOUT.line, next);
      const style = block.style === 'body' ? 'BodyIndented' : 'BodyFlush';
      const properties = `<w:pStyle w:val="${style}"/>${keepNext}${breakBefore}<w:widowControl w:val="0"/>${LINE_BREAKS}${spacing}${block.style === 'body' ? INDENT : ''}<w:jc w:val="${place}"/>`;
      return paragraph(properties, block.inlines, small ? { size: LAYOUT.size.small } : {});
    }
    case 'rule':
      return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr></w:pPr></w:p>';
    case 'sign':
      return block.paragraphs
        .map((inlines, i) => {
          const last = i === block.paragraphs.length - 1;
          const around = `${i === 0 ? ` w:before="${LAYOUT.line}"` : ''}${last ? ' w:after="120"' : ''}`;
          const properties = `<w:pStyle w:val="Signature"/>${last ? '' : '<w:keepNext/>'}<w:keepLines/>${LINE_BREAKS}<w:spacing${around} w:line="${LAYOUT.line}" w:lineRule="exact"/><w:ind w:right="1280"/><w:jc w:val="right"/>`;
          return paragraph(properties, inlines, {});
        })
        .join('');
    case 'figure':
      return picture(block.figure, numberOf(block.figure));
    case 'table':
      return `${table(block, width, next?.kind === 'sign')}<w:p><w:pPr>${next?.kind === 'sign' ? '<w:keepNext/>' : ''}<w:spacing w:line="120" w:lineRule="exact"/></w:pPr></w:p>`;
  }
}

/** 36,000 of them are a millimetre. */
const emu = (millimetres: number): number => Math.round(millimetres * 36000);

/** Namespaces and identifiers of DrawingML. */
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const SVG_BLIP = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';

/** A picture in a line of its own: Word draws the SVG, older programs the PNG. */
function picture({ width, height, text: alt }: Figure, number: number): string {
  const size = `cx="${emu(width)}" cy="${emu(height)}"`;
  const named = `id="${number}" name="plan${number}" descr="${forXml(alt)}"`;
  const svg = `<a:extLst><a:ext uri="${SVG_BLIP}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdPlanSvg${number}"/></a:ext></a:extLst>`;
  const blip = `<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdPlanPng${number}">${svg}</a:blip>`;
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
  const drawn = `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>${shape}</pic:pic>`;
  const graphic = `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">${drawn}</a:graphicData></a:graphic>`;
  const inline = `<wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/>${graphic}</wp:inline>`;
  return `<w:p><w:pPr><w:pStyle w:val="BodyFlush"/><w:keepLines/><w:spacing w:before="80" w:after="160" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>${inline}</w:drawing></w:r></w:p>`;
}

function paragraph(properties: string, inlines: readonly Inline[], run: RunStyle): string {
  // as in HTML a break at the end begins no line of its own
  const shown = inlines.at(-1)?.kind === 'break' ? inlines.slice(0, -1) : inlines;
  return `<w:p><w:pPr>${properties}</w:pPr>${shown.map((each) => runOf(each, run)).join('')}</w:p>`;
}

function runOf(each: Inline, style: RunStyle): string {
  switch (each.kind) {
    case 'break':
      return `<w:r>${runProperties(style)}<w:br/></w:r>`;
    case 'blank':
      // no-break spaces, a quarter of a character wide: full-width blanks vanish at the end of a right-aligned line
      return text('\u00a0'.repeat(each.characters * 4), style, '', '<w:u w:val="single"/>');
    case 'seal':
      return text(each.text, style, '<w:color w:val="777777"/>', '');
    case 'text':
      return text(
        each.text,
        each.bold ? { ...style, bold: true } : style,
        '',
        each.underline ? '<w:u w:val="single"/>' : '',
      );
  }
}

/** What Word sets in the Latin font unless it is told otherwise. */
const AMBIGUOUS = /[°±·×÷\u2000-\u2bff]/;

function text(content: string, style: RunStyle, colour: string, underline: string): string {
  return `<w:r>${runProperties(style, colour, underline, AMBIGUOUS.test(content))}<w:t xml:space="preserve">${forXml(content)}</w:t></w:r>`;
}

function runProperties({ font, bold, size }: RunStyle, colour = '', underline = '', hint = false): string {
  const asEastAsian = hint ? ' w:hint="eastAsia"' : '';
  const named =
    font === undefined ? '' : ` w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${fontName(font)}"`;
  const fonts = asEastAsian + named === '' ? '' : `<w:rFonts${asEastAsian}${named}/>`;
  const weight = bold ? '<w:b/>' : '';
  const height = size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const all = `${fonts}${weight}${colour}${height}${underline}`;
  return all === '' ? '' : `<w:rPr>${all}</w:rPr>`;
}

type TableBlock = Extract<Block, { kind: 'table' }>;

/** WPS takes the widths from gridCol, Word from tblW: both are written, in twentieths of a point. */
function table(block: TableBlock, width: number, signed: boolean): string {
  const widths = block.widths.map((share) => Math.floor((share / 100) * width));
  const sum = widths.reduce((a, b) => a + b, 0);
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`,
  );
  const margins =
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>';
  const together = isShortTable(block);
  const rows = [
    ...rowsOf(block.head, true, widths, block.tight, () => together),
    ...rowsOf(block.body, false, widths, block.tight, (row, next) =>
      next === undefined ? signed : together || isTitleRow(row, next),
    ),
  ];
  return `<w:tbl><w:tblPr><w:tblW w:w="${sum}" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** The rows of a part of a table. A cell over several rows is continued in each of them by an empty cell. */
function rowsOf(
  rows: readonly (readonly Cell[])[],
  head: boolean,
  widths: readonly number[],
  tight: boolean,
  staysWith: (row: readonly Cell[], next: readonly Cell[] | undefined) => boolean,
): string[] {
  const continued: { left: number; columns: number }[] = widths.map(() => ({ left: 0, columns: 1 }));
  return rows.map((row, i) => {
    const waiting = [...row];
    const keepNext = staysWith(row, rows[i + 1]);
    const cells: string[] = [];
    for (let column = 0; column < widths.length; ) {
      const above = continued[column];
      if (above && above.left > 0) {
        above.left--;
        cells.push(cellXml(widths, column, above.columns, '<w:vMerge/>', '<w:p/>'));
        column += above.columns;
        continue;
      }
      const cell = waiting.shift();
      if (!cell) break;
      const columns = Math.min(cell.columns, widths.length - column);
      if (cell.rows > 1) continued[column] = { left: cell.rows - 1, columns };
      const merge = cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : '';
      cells.push(cellXml(widths, column, columns, merge, cellParagraph(cell, tight, keepNext)));
      column += columns;
    }
    return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  });
}

function cellXml(widths: readonly number[], column: number, columns: number, merge: string, content: string): string {
  const width = widths.slice(column, column + columns).reduce((a, b) => a + b, 0);
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

function cellParagraph(cell: Cell, tight: boolean, keepNext: boolean): string {
  const style = cell.header ? (tight ? 'TableHeadTight' : 'TableHead') : tight ? 'TableTextTight' : 'TableText';
  const properties = `<w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${LINE_BREAKS}<w:spacing w:line="${tight ? 300 : 360}" w:lineRule="atLeast"/><w:jc w:val="${cell.left ? 'left' : 'center'}"/>`;
  return paragraph(properties, cell.inlines, {});
}
