/** Hostile values in every text field of the profile: printed literally, in well-formed XML, without running. */
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { toDocx } from '../../src/documents/docx.js';
import { toHtml } from '../../src/documents/html.js';
import { forXml } from '../../src/text/escape.js';
import { papersOf, SCRIPT } from './hostile.js';
import { drawn, unzipped } from './papers.js';
import { elements, readXml, textOf } from './xml.js';

const VALUES: readonly (readonly [name: string, value: string, printed: string])[] = [
  ['a script', SCRIPT, SCRIPT],
  [
    'an image with a handler',
    '"><img src=x onerror=document.title="run">',
    '"><img src=x onerror=document.title="run">',
  ],
  ['template code', '{{constructor}}{{{institution.name}}}', '{{constructor}}{{{institution.name}}}'],
  ['NUL and other control characters', 'a\u0000\u0001\u001bb', 'a\\u{0}\\u{1}\\u{1b}b'],
  ['text in the other direction', 'a\u202eb', 'a\\u{202e}b'],
  ['WordprocessingML', ']]><w:p/></w:t>', ']]><w:p/></w:t>'],
  ['300 characters', '字'.repeat(300), '字'.repeat(300)],
  ['an emoji joined of two', '\u{1f469}\u200d\u{1f3eb}\u{1f600}', '\u{1f469}\\u{200d}\u{1f3eb}\u{1f600}'],
  ['half an emoji', 'a\ud83db', 'a\\u{d83d}b'],
  ['a reference', '&amp;&#60;&lt;', '&amp;&#60;&lt;'],
  ['quotation marks', `"'\`“”`, `"'\`“”`],
  ['the mark of the content', 'content-of-group-1', 'content-of-group-1'],
  ['a pattern of replace', "$&$1$'$`", "$&$1$'$`"],
];

describe.each(VALUES)('%s in every text field', (_, value, printed) => {
  const papers = papersOf(value);

  test('every paper is made', () => expect(papers).toHaveLength(23));

  test('HTML has it as text, and no element more', () => {
    for (const { title, sections } of papers) {
      const html = toHtml(title, sections, true);
      expect(html).toContain(forXml(printed));
      const names: string[] = [];
      const visit = (node: { nodeName?: string; childNodes?: unknown[]; attrs?: { name: string }[] }): void => {
        names.push(node.nodeName ?? '', ...(node.attrs ?? []).map((each) => `@${each.name}`));
        for (const child of node.childNodes ?? []) visit(child as typeof node);
      };
      visit(parse(html) as never);
      expect(names.filter((name) => /^(script|img|w:|iframe|object|@on|@src|@href)/.test(name))).toEqual([]);
    }
  });

  test('DOCX is well formed and has it as text', async () => {
    for (const { title, sections } of papers) {
      const files = unzipped(await toDocx(title, sections, true, drawn));
      for (const [name, text] of Object.entries(files)) if (/\.(xml|rels)$/.test(name)) readXml(text);
      const pieces = readXml(files['word/document.xml'] ?? '');
      expect(textOf(pieces).includes(printed)).toBe(true);
      expect(elements(pieces, 'w:sectPr').length).toBeGreaterThan(0);
    }
  });
});

test('the same bytes whatever the clock and the time zone say', () => {
  const script = `
    const { execFileSync } = require('node:child_process');
    const { createHash } = require('node:crypto');
    const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
    const folder = mkdtempSync(process.argv[1]);
    execFileSync(process.execPath, [process.argv[2], 'generate', 'packet', process.argv[3], '-f', 'docx,html', '-o', folder]);
    const names = readdirSync(folder).sort();
    console.log(JSON.stringify(names.map((name) => [name, createHash('sha256').update(readFileSync(folder + '/' + name)).digest('hex')])));
    rmSync(folder, { recursive: true });`;
  const root = new URL('../../', import.meta.url).pathname;
  const hashes = (TZ: string) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          '-e',
          script,
          join(tmpdir(), 'resume-check-same-'),
          `${root}bin/resume-check.js`,
          `${root}examples/complete/profile.yaml`,
        ],
        { env: { PATH: process.env.PATH ?? '', TZ }, encoding: 'utf8' },
      ),
    ) as unknown[];
  const first = hashes('Asia/Shanghai');
  // the dates in a zip archive have steps of two seconds
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  const second = hashes('America/Los_Angeles');
  expect(first).toHaveLength(40);
  expect(second).toEqual(first);
});
