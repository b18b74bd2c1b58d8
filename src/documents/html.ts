/** Blocks → one print-ready HTML page: no script, no request, page numbers and margins by print style sheet. */
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
import { DRAFT_MARK, FONTS, FOOTER } from './layout.js';

const family = (fonts: readonly string[]): string =>
  ['papers-latin', ...fonts].map((font) => (/^[a-z-]+$/.test(font) ? font : `"${font}"`)).join(', ');

/** Page numbers stand outside: right on odd pages, left on even ones. */
const PAGE_NUMBER = `content: "— " counter(page) " —"; font: 14pt ${family(FONTS.number)}; vertical-align: top; padding-top: 7mm;`;
const NOTE = `content: "${FOOTER}"; font: 9pt ${family(FONTS.number)}; color: #555; vertical-align: top; padding-top: 9mm; white-space: nowrap;`;

/** Latin letters and digits in the font that they have in the DOCX; not quotation marks and dashes, which are Chinese. */
const LATIN = `@font-face { font-family: papers-latin; src: local("Times New Roman"), local("Liberation Serif"); unicode-range: U+21-7E; }
@font-face { font-family: papers-latin; font-weight: bold; src: local("Times New Roman Bold"), local("Liberation Serif Bold"); unicode-range: U+21-7E; }`;

const STYLE = `
${LATIN}
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-left { ${NOTE} } @bottom-right { ${PAGE_NUMBER} } }
@page :left { @bottom-left { ${PAGE_NUMBER} } @bottom-right { ${NOTE} } }
@page wide { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 16pt/28.95pt ${family(FONTS.body)}; color: #000; letter-spacing: -0.22pt; text-align: justify; word-break: break-all; line-break: strict; }
section { break-before: page; } section:first-of-type { break-before: auto; } section.landscape { page: wide; }
h1, h2, h3, h4, p { margin: 0; font-size: 16pt; font-weight: normal; }
h1 { font: bold 22pt/36pt ${family(FONTS.title)}; text-align: center; margin-bottom: 28.95pt; break-after: avoid; }
h2 { font-family: ${family(FONTS.heading)}; text-indent: 2em; break-after: avoid; }
h3 { font-family: ${family(FONTS.subheading)}; text-indent: 2em; break-after: avoid; }
h4 { font-weight: bold; text-indent: 2em; break-after: avoid; }
p { text-indent: 2em; orphans: 1; widows: 1; } 
p.flush, p.centre, p.right, p.small, .sign p { text-indent: 0; }
p.centre { text-align: center; } p.right { text-align: right; } p.small { font-size: 10.5pt; line-height: 16pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 4pt 0 8pt; font-size: 12pt; line-height: 18pt; letter-spacing: 0; }
table.tight { font-size: 10.5pt; line-height: 15pt; }
.together { break-inside: avoid; }
figure { margin: 4pt 0 8pt; text-align: center; line-height: 0; break-inside: avoid; } figure svg { max-width: 100%; }
thead { display: table-header-group; } tr { break-inside: avoid; } tr.stays { break-after: avoid; }
th, td { border: 0.75pt solid #000; padding: 2pt 4pt; text-align: center; vertical-align: middle; }
th { font-family: ${family(FONTS.heading)}; font-weight: normal; } td.left { text-align: left; } td.signed { border: 0; padding: 0; font-size: 16pt; line-height: 28.95pt; letter-spacing: -0.22pt; }
.blank { display: inline-block; border-bottom: 0.75pt solid #000; height: 1em; vertical-align: baseline; }
.sign { break-inside: avoid; break-before: avoid; margin: 28.95pt 0 12pt; text-align: right; padding-right: 4em; }
.seal { color: #777; } hr { border: 0; border-top: 0.75pt solid #000; }
.draft { position: fixed; top: 38%; left: 0; right: 0; text-align: center; font: 120pt ${family(FONTS.heading)}; letter-spacing: 60pt; color: rgba(160, 160, 160, 0.35); transform: rotate(-30deg); z-index: -1; text-indent: 0; }
@media screen { body { max-width: 210mm; margin: 0 auto; padding: 20mm 26mm 20mm 28mm; } section.landscape { margin-top: 20mm; } section + section { border-top: 1px dashed #999; margin-top: 12mm; padding-top: 12mm; } body > footer { display: block; } }
@media print { body > footer { display: none; } }
body > footer { font-size: 9pt; color: #555; text-indent: 0; margin-top: 10mm; }
`;

/** Returns the page of a paper. */
export function toHtml(title: string, sections: readonly Section[], draft: boolean): string {
  const body = sections.map(
    (section) =>
      `<section${section.landscape ? ' class="landscape"' : ''}>\n${groupsOf(section.blocks).map(group).join('\n')}\n</section>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${forXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${draft ? `<div class="draft">${DRAFT_MARK}</div>\n` : ''}${body.join('\n')}
<footer>${FOOTER}</footer>
</body>
</html>
`;
}

/** Blocks in groups: a short table or a figure stands with the headings and the paragraph before it, any with a signature. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const [i, one] of blocks.entries()) {
    const before = blocks[i - 1];
    const joins =
      before?.kind === 'heading' ||
      (before?.kind === 'paragraph' && staysWhole(one)) ||
      (before?.kind === 'table' && one.kind === 'sign');
    if (joins) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Only an element around them keeps a table with what precedes it: browsers put an empty piece of it on the page. */
function group(blocks: readonly Block[]): string {
  const sign = blocks.at(-1);
  const table = blocks.findLast((one) => one.kind === 'table');
  if (table && sign?.kind === 'sign' && !isShortTable(table))
    return [...blocks.slice(0, -2).map(block), tableHtml(table, sign)].join('\n');
  const html = blocks.map(block).join('\n');
  return blocks.some(staysWhole) ? `<div class="together">\n${html}\n</div>` : html;
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `<h${one.level}>${line(one.inlines)}</h${one.level}>`;
    case 'paragraph':
      return `<p${one.style === 'body' ? '' : ` class="${one.style}"`}>${line(one.inlines)}</p>`;
    case 'rule':
      return '<hr>';
    case 'sign':
      return `<div class="sign">${one.paragraphs.map((each) => `<p>${line(each)}</p>`).join('')}</div>`;
    case 'table':
      return tableHtml(one);
    case 'figure':
      return `<figure>${sized(one.figure)}</figure>`;
  }
}

/** The drawing in the size that it has on the page. */
function sized({ svg, width, height }: Figure): string {
  const size = `width="${width.toFixed(2)}mm" height="${height.toFixed(2)}mm"`;
  return svg.replace(/ width="[\d.]+" height="[\d.]+"/, ` ${size}`);
}

/** A long table holds its signature as a last row: only rows are kept together by browsers where tables are divided. */
function tableHtml(one: Extract<Block, { kind: 'table' }>, sign?: Block): string {
  const columns = one.widths.map((width) => `<col style="width:${width.toFixed(2)}%">`).join('');
  const rows = (list: readonly (readonly Cell[])[], keepLast: boolean): string =>
    list
      .map((row, i) => {
        const stays = isTitleRow(row, list[i + 1]) || (keepLast && i === list.length - 1);
        return `<tr${stays ? ' class="stays"' : ''}>${row.map(cell).join('')}</tr>`;
      })
      .join('\n');
  const head = one.head.length > 0 ? `<thead>${rows(one.head, false)}</thead>\n` : '';
  const last = sign ? `\n<tr><td class="signed" colspan="${one.widths.length}">${block(sign)}</td></tr>` : '';
  return `<table${one.tight ? ' class="tight"' : ''}><colgroup>${columns}</colgroup>\n${head}<tbody>${rows(one.body, sign !== undefined)}${last}</tbody></table>`;
}

function cell(one: Cell): string {
  const tag = one.header ? 'th' : 'td';
  const span = `${one.columns > 1 ? ` colspan="${one.columns}"` : ''}${one.rows > 1 ? ` rowspan="${one.rows}"` : ''}`;
  return `<${tag}${one.left ? ' class="left"' : ''}${span}>${line(one.inlines)}</${tag}>`;
}

function line(inlines: readonly Inline[]): string {
  return inlines.map(inline).join('');
}

function inline(each: Inline): string {
  switch (each.kind) {
    case 'break':
      return '<br>';
    case 'blank':
      return `<span class="blank" style="width:${each.characters}em"></span>`;
    case 'seal':
      return `<span class="seal">${forXml(each.text)}</span>`;
    case 'text': {
      const text = forXml(each.text);
      const underlined = each.underline ? `<u>${text}</u>` : text;
      return each.bold ? `<b>${underlined}</b>` : underlined;
    }
  }
}
