/** The HTML that templates may use, tag by tag, and what becomes of characters that no document can hold. */
import { type Block, type Inline, readFragment } from '../../src/documents/fragment.js';
import { toHtml } from '../../src/documents/html.js';

const text = (value: string, more: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline => ({
  kind: 'text',
  text: value,
  bold: false,
  underline: false,
  ...more,
});
const blocksOf = (html: string): readonly Block[] =>
  readFragment(`<section class="page">${html}</section>`, 'paper')[0]?.blocks ?? [];
const cell = (value: string, more: object = {}) => ({
  header: false,
  left: false,
  columns: 1,
  rows: 1,
  inlines: [text(value)],
  ...more,
});

test.each([
  ['<section class="page"></section>', [false]],
  ['<section class="page landscape"></section>\n<section class="page"></section>', [true, false]],
  ['  \n', []],
])('%j has sections, wide or not: %j', (html, landscape) => {
  expect(readFragment(html, 'paper').map((section) => section.landscape)).toEqual(landscape);
});

test.each<[string, Block]>([
  ['<h1>题</h1>', { kind: 'heading', level: 1, inlines: [text('题')] }],
  ['<h2>一</h2>', { kind: 'heading', level: 2, inlines: [text('一')] }],
  ['<h3>（一）</h3>', { kind: 'heading', level: 3, inlines: [text('（一）')] }],
  ['<h4>1.</h4>', { kind: 'heading', level: 4, inlines: [text('1.')] }],
  ['<p>\n  a \n b </p>', { kind: 'paragraph', style: 'body', inlines: [text('a b')] }],
  ['<p>　　a　</p>', { kind: 'paragraph', style: 'body', inlines: [text('　　a　')] }],
  ['<p class="flush">a</p>', { kind: 'paragraph', style: 'flush', inlines: [text('a')] }],
  ['<p class="centre">a</p>', { kind: 'paragraph', style: 'centre', inlines: [text('a')] }],
  ['<p class="right">a</p>', { kind: 'paragraph', style: 'right', inlines: [text('a')] }],
  ['<p class="small">a</p>', { kind: 'paragraph', style: 'small', inlines: [text('a')] }],
  [
    '<p>a<b>b<u>c</u></b><u>d</u><br>e</p>',
    {
      kind: 'paragraph',
      style: 'body',
      inlines: [
        text('a'),
        text('b', { bold: true }),
        text('c', { bold: true, underline: true }),
        text('d', { underline: true }),
        { kind: 'break' },
        text('e'),
      ],
    },
  ],
  [
    '<p><span class="blank"></span><span class="blank" data-chars="14"></span><span class="seal">（公章）</span></p>',
    {
      kind: 'paragraph',
      style: 'body',
      inlines: [
        { kind: 'blank', characters: 8 },
        { kind: 'blank', characters: 14 },
        { kind: 'seal', text: '（公章）' },
      ],
    },
  ],
  ['<hr>', { kind: 'rule' }],
  ['<div class="sign"><p>a</p><p>b</p></div>', { kind: 'sign', paragraphs: [[text('a')], [text('b')]] }],
  [
    '<table class="tight"><colgroup><col style="width:20%"><col style="width:60%"></colgroup><thead><tr><th>h</th><th>i</th></tr></thead><tbody><tr><td class="left" colspan="2">a</td></tr><tr><td rowspan="2">b</td><td>c</td></tr></tbody></table>',
    {
      kind: 'table',
      tight: true,
      widths: [25, 75],
      head: [[cell('h', { header: true }), cell('i', { header: true })]],
      body: [[cell('a', { left: true, columns: 2 })], [cell('b', { rows: 2 }), cell('c')]],
    },
  ],
  [
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
    { kind: 'table', tight: false, widths: [50, 50], head: [], body: [[cell('a'), cell('b')]] },
  ],
])('%s', (html, block) => expect(blocksOf(html)).toEqual([block]));

describe('anything else is refused, with the template, the tag and its line', () => {
  test.each([
    ['\n<p>a<script>alert(1)</script></p>', 'script', 2],
    ['<script>alert(1)</script>', 'script', 1],
    ['\n\n<img src="x">', 'img', 3],
    ['<p><i>a</i></p>', 'i', 1],
    ['<p><a href="https://example.com">a</a></p>', 'a', 1],
    ['<h5>a</h5>', 'h5', 1],
    ['<ul><li>a</li></ul>', 'ul', 1],
    ['<div>a</div>', 'div', 1],
    ['<div class="sign"><table></table></div>', 'table', 1],
    ['<style>p{}</style>', 'style', 1],
    ['<iframe></iframe>', 'iframe', 1],
    ['<svg><p>a</p></svg>', 'svg', 1],
    ['<template><p>a</p></template>', 'template', 1],
    ['<table><tbody><tr><td><table></table></td></tr></tbody></table>', 'table', 1],
    ['<table><tfoot><tr><td>a</td></tr></tfoot></table>', 'tfoot', 1],
    ['<table><caption>a</caption></table>', 'caption', 1],
  ])('%j', (html, tag, line) => {
    expect(() => blocksOf(html)).toThrow(
      expect.objectContaining({
        name: 'UnusableError',
        code: 'template/tag',
        params: { template: 'paper', tag, line },
      }),
    );
  });

  test('what stands outside of a section', () => {
    expect(() => readFragment('<p>a</p>', 'paper')).toThrow(
      expect.objectContaining({ params: { template: 'paper', tag: 'p', line: 1 } }),
    );
  });
});

describe('nothing that is written gets lost', () => {
  test.each([
    ['text between blocks', 'a'],
    ['text in a table outside of cells', '<table><tbody><tr>a<td>b</td></tr></tbody></table>'],
    ['text in a signature outside of paragraphs', '<div class="sign">a<p>b</p></div>'],
  ])('%s is refused', (_, html) => {
    expect(() => blocksOf(html)).toThrow(expect.objectContaining({ name: 'UnusableError' }));
  });

  test('text outside of a section is refused', () => {
    expect(() => readFragment('a<section class="page"></section>', 'paper')).toThrow(
      expect.objectContaining({ name: 'UnusableError' }),
    );
  });

  test('tags inside each other without end are refused with words', () => {
    expect(() => blocksOf(`<p>${'<span>'.repeat(50_000)}a`)).toThrow(
      expect.objectContaining({ name: 'UnusableError' }),
    );
  });
});

test('characters that no document can hold, or that nobody sees, are shown, all others stay', () => {
  const unseen = '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0080\u009f\ud800x\udc00\ufffe\uffff';
  const shown = String.raw`\u{0}\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{80}\u{9f}\u{d800}x\u{dc00}\u{fffe}\u{ffff}`;
  expect(blocksOf(`<p>a${unseen}b\u{1f600}\u202e&lt;</p>`)).toEqual([
    { kind: 'paragraph', style: 'body', inlines: [text(`a${shown}b\u{1f600}\\u{202e}<`)] },
  ]);
});

test('characters that references would bring back are shown where they are written', () => {
  const [section] = readFragment('<section><p>a&#1;&#xffff;&#11;&#x202e;b</p></section>', 'x');
  const html = toHtml('x', section ? [section] : [], false);
  expect(html).toContain(String.raw`<p>a\u{1}\u{ffff}\u{b}\u{202e}b</p>`);
  // the HTML standard itself puts U+FFFD in the place of these two
  expect(blocksOf('<p>a&#0;&#xd800;b</p>')).toEqual([
    { kind: 'paragraph', style: 'body', inlines: [text('a\ufffd\ufffdb')] },
  ]);
});
