/** What stands in a DOCX: fonts, sizes, widths, headers, page numbers, as Word and WPS need them. */
import { toDocx } from '../../src/documents/docx.js';
import { readFragment } from '../../src/documents/fragment.js';
import { toHtml } from '../../src/documents/html.js';
import { COMPLETE, DOCUMENT_NAMES, drawn, rendered, unzipped } from './papers.js';
import { elements, type Piece, parts, readXml, textOf } from './xml.js';

const documentOf = async (html: string, draft = false) => {
  const sections = readFragment(html, 'paper');
  return unzipped(await toDocx('题', sections, draft));
};
const body = async (html: string): Promise<Piece[]> =>
  readXml((await documentOf(`<section class="page">${html}</section>`))['word/document.xml'] ?? '');
const attributesOf = (pieces: readonly Piece[], name: string) =>
  elements(pieces, name).map((attributes) => Object.fromEntries(attributes));

const isOn = (attributes: ReadonlyMap<string, string>): boolean =>
  !['0', 'false'].includes(attributes.get('w:val') ?? 'true');

describe('the small reader of XML used here', () => {
  test.each([
    '<a><b></a></b>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a>\u0000</a>',
    '<a>&#1;</a>',
    '<a>]]></a>',
    '<a/><b/>',
    '<a>',
    '<a>\ud800</a>',
  ])('refuses %j', (xml) => expect(() => readXml(xml)).toThrow());
});

describe('every paper of the complete example', () => {
  const { papers, missing } = rendered(COMPLETE, DOCUMENT_NAMES);

  test('is there, and lacks nothing', () => {
    expect(papers).toHaveLength(23);
    expect([...missing]).toEqual([]);
  });

  test.each(papers.map((paper) => [paper.name, paper] as const))('%s', async (_, paper) => {
    const files = unzipped(await toDocx(paper.title, paper.sections, false, drawn));
    const xml = Object.entries(files).filter(([name]) => /\.(xml|rels)$/.test(name));
    expect(xml.length).toBeGreaterThan(8);
    for (const [, text] of xml) expect(() => readXml(text)).not.toThrow();
    const pieces = readXml(files['word/document.xml'] ?? '');
    for (const text of [textOf(pieces), toHtml(paper.title, paper.sections, false)]) {
      expect(text).not.toMatch(/undefined|\[object|NaN|\{\{|\}\}|null/);
    }
    // a run takes its font from its style, and says that quotation marks, which Latin letters have too, are Chinese
    const runs = parts(pieces, 'w:r').filter((run) => /[“”‘’…—]/.test(textOf(run)));
    expect(runs.filter((run) => elements(run, 'w:rFonts')[0]?.get('w:hint') !== 'eastAsia')).toEqual([]);
    const used = new Set(elements(pieces, 'w:pStyle').map((style) => style.get('w:val')));
    const styles = parts(readXml(files['word/styles.xml'] ?? ''), 'w:style');
    for (const id of used) {
      const style = styles.find((each) => elements(each, 'w:style')[0]?.get('w:styleId') === id) ?? [];
      expect(elements(style, 'w:rFonts')[0]?.get('w:eastAsia')).toMatch(/仿宋|楷体|黑体|华文中宋/);
    }
    for (const table of parts(pieces, 'w:tbl')) {
      const grid = elements(table, 'w:gridCol').map((column) => Number(column.get('w:w')));
      const [width] = elements(table, 'w:tblW');
      expect(width?.get('w:type')).toBe('dxa');
      expect(Number(width?.get('w:w'))).toBe(grid.reduce((a, b) => a + b, 0));
      expect(Math.min(...grid)).toBeGreaterThan(200);
      expect(new Set(elements(table, 'w:tcW').map((cell) => cell.get('w:type')))).toEqual(new Set(['dxa']));
    }
    const sizes = elements(pieces, 'w:pgSz').map((size) => `${size.get('w:w')}×${size.get('w:h')}`);
    // neighbours that are turned alike are one section of the document
    const turned = paper.sections.map((section) => section.landscape).filter((each, i, all) => each !== all[i - 1]);
    expect(sizes).toEqual(turned.map((landscape) => (landscape ? '16838×11906' : '11906×16838')));
  });
});

test('the page is A4 with margins of 37, 26, 35 and 28 mm, turned for wide tables', async () => {
  const files = await documentOf(
    '<section class="page"><p>a</p></section><section class="page landscape"><p>b</p></section>',
  );
  const pieces = readXml(files['word/document.xml'] ?? '');
  expect(attributesOf(pieces, 'w:pgSz')).toMatchObject([
    { 'w:w': '11906', 'w:h': '16838' },
    { 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' },
  ]);
  expect(attributesOf(pieces, 'w:pgMar')).toMatchObject([
    { 'w:top': '2098', 'w:right': '1474', 'w:bottom': '1984', 'w:left': '1588' },
    { 'w:top': '1588', 'w:right': '2098', 'w:bottom': '1474', 'w:left': '1984' },
  ]);
});

test('styles and their fonts are named for Chinese text', async () => {
  const pieces = readXml((await documentOf('<section class="page"><p>a</p></section>'))['word/styles.xml'] ?? '');
  const defaults = parts(pieces, 'w:docDefaults')[0] ?? [];
  expect(attributesOf(defaults, 'w:rFonts')).toEqual([
    { 'w:ascii': 'Times New Roman', 'w:eastAsia': '仿宋', 'w:hAnsi': 'Times New Roman', 'w:hint': 'eastAsia' },
  ]);
  expect(attributesOf(defaults, 'w:sz')).toEqual([{ 'w:val': '32' }]);
  const fontOf = (id: string) => {
    const style = parts(pieces, 'w:style').find((each) => elements(each, 'w:style')[0]?.get('w:styleId') === id) ?? [];
    return [elements(style, 'w:name')[0]?.get('w:val'), elements(style, 'w:rFonts')[0]?.get('w:eastAsia')];
  };
  expect(fontOf('BodyIndented')).toEqual(['正文缩进', '仿宋']);
  expect(fontOf('PaperTitle')).toEqual(['文书标题', '华文中宋']);
  expect(fontOf('PaperHeading2')).toEqual(['一级标题', '黑体']);
  expect(fontOf('PaperHeading3')).toEqual(['二级标题', '楷体']);
});

test('a title has 22 pt, a body 28.95 pt of exact line height and an indent of two characters', async () => {
  const pieces = await body('<h1>题</h1><p>文</p><p class="flush">顶格</p>');
  const [title, text, flush] = parts(pieces, 'w:p');
  expect(attributesOf(title ?? [], 'w:pStyle')).toEqual([{ 'w:val': 'PaperTitle' }]);
  const styles = readXml((await documentOf('<section class="page"></section>'))['word/styles.xml'] ?? '');
  const style = parts(styles, 'w:style').find(
    (each) => elements(each, 'w:style')[0]?.get('w:styleId') === 'PaperTitle',
  );
  expect(attributesOf(style ?? [], 'w:sz')).toEqual([{ 'w:val': '44' }]);
  expect(attributesOf(title ?? [], 'w:jc')).toEqual([{ 'w:val': 'center' }]);
  expect(attributesOf(text ?? [], 'w:ind')).toMatchObject([{ 'w:firstLineChars': '200' }]);
  expect(attributesOf(text ?? [], 'w:spacing')).toMatchObject([{ 'w:line': '579', 'w:lineRule': 'exact' }]);
  expect(attributesOf(flush ?? [], 'w:ind')).toEqual([]);
});

test('no gap is left beside Latin letters and numbers', async () => {
  const pieces = await body(
    '<h2>a</h2><p>a</p><table><tbody><tr><td>a</td></tr></tbody></table><div class="sign"><p>a</p></div>',
  );
  for (const name of ['w:autoSpaceDE', 'w:autoSpaceDN']) {
    const values = elements(pieces, name).map((each) => each.get('w:val') ?? '');
    expect(values).toHaveLength(4);
    for (const value of values) expect(['0', 'false']).toContain(value);
  }
});

test('header rows are repeated, widths are written for WPS and for Word', async () => {
  const pieces = await body(
    '<table><colgroup><col style="width:25%"><col style="width:75%"></colgroup><thead><tr><th>h</th><th>i</th></tr></thead><tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan="2">d</td></tr></tbody></table>',
  );
  const rows = parts(pieces, 'w:tr');
  expect(rows.map((row) => elements(row, 'w:tblHeader').filter(isOn).length)).toEqual([1, 0, 0, 0]);
  // 156 mm are 8844 twips
  expect(attributesOf(pieces, 'w:gridCol')).toEqual([{ 'w:w': '2211' }, { 'w:w': '6633' }]);
  expect(attributesOf(pieces, 'w:tblW')).toEqual([{ 'w:w': '8844', 'w:type': 'dxa' }]);
  expect(rows.map((row) => elements(row, 'w:tcW').map((cell) => Number(cell.get('w:w'))))).toEqual([
    [2211, 6633],
    [2211, 6633],
    [2211, 6633],
    [8844],
  ]);
});

test('what stands before a signature stays with it, and its lines with each other', async () => {
  const pieces = await body('<p>a</p><p>b</p><div class="sign"><p>c</p><p>d</p></div>');
  const kept = parts(pieces, 'w:p').map((paragraph) => {
    const [keep] = elements(paragraph, 'w:keepNext');
    return [textOf(paragraph), keep !== undefined && isOn(keep)];
  });
  expect(kept.slice(0, 4)).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
    ['d', false],
  ]);
});

const keptOf = (pieces: Piece[]) =>
  parts(pieces, 'w:tr').map((row) => {
    const kept = parts(row, 'w:p').map((paragraph) => elements(paragraph, 'w:keepNext').some(isOn));
    return [textOf(row), kept.length > 0 && kept.every(Boolean)];
  });

describe('tables and what belongs to them', () => {
  const rows = (texts: readonly string[]): string =>
    texts.map((text) => `<tr><td>${text}</td><td>x</td></tr>`).join('');
  const eight = ['1', '2', '3', '4', '5', '6', '7', '8'];

  test('a table of at most 8 rows stays whole, with its heading and the paragraph before it', async () => {
    const html = `<h2>h</h2><p>p</p><table><thead><tr><th>t</th><th>x</th></tr></thead><tbody>${rows(eight)}</tbody></table><p>q</p>`;
    const pieces = await body(html);
    expect(keptOf(pieces)).toEqual(['t', ...eight].map((text) => [`${text}x`, text !== '8']));
    const [heading, before] = parts(pieces, 'w:p');
    for (const paragraph of [heading, before]) expect(elements(paragraph ?? [], 'w:keepNext').some(isOn)).toBe(true);
    const page = toHtml('题', readFragment(`<section>${html}</section>`, 'paper'), false);
    expect(page).toMatch(/<div class="together">\n<h2>h<\/h2>\n<p>p<\/p>\n<table>.*<\/table>\n<\/div>\n<p>q<\/p>/s);
  });

  test('a longer one may be divided, but not after a row that is the title of the next', async () => {
    const title = '<tr><td colspan="2">T</td></tr>';
    const html = `<p>p</p><table><tbody>${rows(eight)}${title}${rows(['9'])}</tbody></table>`;
    const kept = keptOf(await body(html));
    expect(kept.filter(([, keep]) => keep)).toEqual([['T', true]]);
    const page = toHtml('题', readFragment(`<section>${html}</section>`, 'paper'), false);
    expect(page).not.toContain('<div class="together">');
    expect(page.match(/<tr class="stays">/g)).toHaveLength(1);
  });

  test('the last row stays with the signature, which is never alone on a page', async () => {
    const sign = '<div class="sign"><p>s</p></div>';
    for (const texts of [eight, [...eight, '9']]) {
      const pieces = await body(`<table><tbody>${rows(texts)}</tbody></table>${sign}`);
      expect(keptOf(pieces).at(-1)).toEqual([`${texts.at(-1)}x`, true]);
      const between = parts(pieces, 'w:p').at(-2);
      expect(elements(between ?? [], 'w:keepNext').some(isOn)).toBe(true);
    }
    const html = (texts: readonly string[]): string =>
      toHtml(
        '题',
        readFragment(`<section><table><tbody>${rows(texts)}</tbody></table>${sign}</section>`, 'paper'),
        false,
      );
    expect(html(eight)).toMatch(
      /<div class="together">\n<table>.*<\/table>\n<div class="sign"><p>s<\/p><\/div>\n<\/div>/s,
    );
    expect(html([...eight, '9'])).toMatch(
      /<tr class="stays"><td>9<\/td><td>x<\/td><\/tr>\n<tr><td class="signed" colspan="2"><div class="sign"><p>s<\/p><\/div><\/td><\/tr><\/tbody>/,
    );
  });

  test('a row over all columns that nothing follows is no title', async () => {
    const html = `<table><tbody>${rows(eight)}${rows(['9'])}<tr><td colspan="2">T</td></tr></tbody></table>`;
    expect(keptOf(await body(html)).filter(([, keep]) => keep)).toEqual([]);
  });
});

test('a break at the end of a paragraph begins no line, as in HTML', async () => {
  const pieces = await body('<p>a<br>b<br></p><p><br></p>');
  expect(parts(pieces, 'w:p').map((paragraph) => elements(paragraph, 'w:br').length)).toEqual([1, 0]);
});

test('page numbers are fields, right on odd and left on even pages; nothing else is a field', async () => {
  const files = await documentOf('<section class="page"><p>a</p></section>');
  const feet = Object.entries(files)
    .filter(([name]) => /word\/footer\d\.xml/.test(name))
    .map(([, text]) => readXml(text));
  expect(feet).toHaveLength(2);
  for (const foot of feet) {
    expect(textOf(parts(foot, 'w:instrText').flat())).toBe('PAGE');
    expect(textOf(foot)).toContain('非柳州市人社局附件原文');
  }
  expect(feet.map((foot) => elements(foot, 'w:jc')[0]?.get('w:val')).sort()).toEqual(['left', 'right']);
  expect(textOf(parts(readXml(files['word/document.xml'] ?? ''), 'w:instrText').flat())).toBe('');
});

test('a draft has 草稿 on every page, odd and even; a final paper nowhere', async () => {
  const html = '<section class="page"><p>a</p></section><section class="page landscape"><p>b</p></section>';
  const draft = await documentOf(html, true);
  const heads = Object.entries(draft).filter(([name]) => /word\/header\d\.xml/.test(name));
  expect(heads).toHaveLength(2);
  for (const [, text] of heads) {
    const pieces = readXml(text);
    expect(attributesOf(pieces, 'v:textpath')).toContainEqual(expect.objectContaining({ string: '草稿' }));
    // floats behind the text and takes no room in the header, so that it moves nothing
    const [shape] = attributesOf(pieces, 'v:shape');
    expect(shape?.style).toMatch(/position:absolute;.*z-index:-\d+;/);
    expect(textOf(pieces)).toBe('');
    expect(attributesOf(pieces, 'w:spacing')).toEqual([{ 'w:line': '20', 'w:lineRule': 'exact' }]);
  }
  const ids = heads.map(([, text]) => attributesOf(readXml(text), 'v:shape')[0]?.id);
  expect(new Set(ids).size).toBe(2);
  expect(JSON.stringify(await documentOf(html))).not.toContain('草稿');
  const sections = readFragment(html, 'paper');
  expect(toHtml('题', sections, true)).toContain('<div class="draft">草稿</div>');
  expect(toHtml('题', sections, false)).not.toContain('草稿');
});

test('lines to fill in are underlined no-break spaces', async () => {
  const pieces = await body('<p>签字：<span class="blank" data-chars="3"></span></p>');
  const run = parts(pieces, 'w:r').at(-1) ?? [];
  expect(textOf(run)).toBe('\u00a0'.repeat(12));
  expect(attributesOf(run, 'w:u')).toEqual([{ 'w:val': 'single' }]);
});
