/** Hostile values in every text field of the profile: printed literally, in well-formed XML, without running. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { checkProfile } from '../../src/check/check.js';
import { toDocx } from '../../src/documents/docx.js';
import { escapeHtml, toHtml } from '../../src/documents/html.js';
import { DOCUMENTS } from '../../src/documents/papers.js';
import { renderPapers } from '../../src/documents/render.js';
import { findPdfMaker } from '../../src/io/browser.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import type { Profile } from '../../src/profile/profile.types.js';
import { readProfile } from '../../src/profile/read.js';
import { PROFILE_SCHEMA, type SchemaNode } from '../../src/profile/schema.js';
import { RULES } from '../../src/rules/index.js';
import { withPrograms } from '../programs.js';
import { COMPLETE, DOCUMENT_NAMES, drawn, templatesWith, unzipped } from './papers.js';
import { elements, readXml, textOf } from './xml.js';

/** Replaces every free text of the profile and adds those that it lacks; what refers to something stays. */
function poisoned(value: unknown, schema: SchemaNode, text: string): unknown {
  if (schema.properties) {
    const given = (value ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(schema.properties).flatMap(([key, child]) => {
        const old = given[key];
        if (old === undefined && (child.properties || child.type !== 'string' || child.enum || child.format)) return [];
        return [[key, key === 'id' || child['x-ref'] ? old : poisoned(old, child, text)]];
      }),
    );
  }
  if (schema.items && Array.isArray(value)) {
    const { items } = schema;
    return value.map((item) => (items['x-ref'] ? item : poisoned(item, items, text)));
  }
  if (schema.type === 'string' && !schema.enum && (!schema.format || schema.format === 'phone')) return text;
  return value;
}

function papersOf(text: string) {
  const source = readProfile(COMPLETE, 'profile.yaml');
  const options = { plan: LIUZHOU_2020, rules: RULES, asOf: '2020-05-11', encoding: 'utf-8' } as const;
  const report = checkProfile(source, { ...options, digest: (whole: string) => whole });
  const profile = poisoned(source.profile, PROFILE_SCHEMA, text) as Profile;
  return renderPapers(
    DOCUMENT_NAMES.flatMap((name) => DOCUMENTS[name] ?? []),
    {
      profile,
      report,
      rules: RULES,
      plan: LIUZHOU_2020,
      asOf: '2020-05-11',
      draft: true,
      source: templatesWith(),
    },
  ).papers;
}

const SCRIPT = '<script>document.title="run"</script>';
const VALUES: readonly (readonly [name: string, value: string, printed: string])[] = [
  ['a script', SCRIPT, SCRIPT],
  [
    'an image with a handler',
    '"><img src=x onerror=document.title="run">',
    '"><img src=x onerror=document.title="run">',
  ],
  ['template code', '{{constructor}}{{{institution.name}}}', '{{constructor}}{{{institution.name}}}'],
  ['NUL and other control characters', 'a\u0000\u0001\u001bb', 'ab'],
  ['text in the other direction', 'a\u202eb', 'a\u202eb'],
  ['WordprocessingML', ']]><w:p/></w:t>', ']]><w:p/></w:t>'],
  ['300 characters', '字'.repeat(300), '字'.repeat(300)],
  ['emoji', '\u{1f469}\u200d\u{1f3eb}\u{1f600}', '\u{1f469}\u200d\u{1f3eb}\u{1f600}'],
  ['half an emoji', 'a\ud83db', 'ab'],
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
      expect(html).toContain(escapeHtml(printed));
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

withPrograms('chromium').test('no script runs in a real browser', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-hostile-'));
  try {
    const dumped = (html: string): Promise<string> => {
      writeFileSync(join(folder, 'paper.html'), html);
      const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const child: ChildProcess = spawn(
        findPdfMaker()?.program ?? '',
        [
          '--headless',
          '--disable-gpu',
          ...root,
          `--user-data-dir=${join(folder, 'profile')}`,
          '--dump-dom',
          `file://${join(folder, 'paper.html')}`,
        ],
        { stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000, killSignal: 'SIGKILL' },
      );
      let out = '';
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        out += chunk;
      });
      return new Promise((done) => child.on('close', () => done(out)));
    };
    // the browser does run scripts, so that the others show something
    expect(await dumped(`<title>x</title>${SCRIPT}`)).toContain('<title>run</title>');
    for (const value of [SCRIPT, '"><img src=x onerror=document.title="run">']) {
      const all = papersOf(value).flatMap((paper) => paper.sections);
      const dom = await dumped(toHtml(value, all, true));
      expect(dom).toContain('安全管理承诺书');
      expect(dom).not.toContain('<title>run</title>');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
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
