/**
 * The papers through the programs that will open them: LibreOffice for DOCX, a browser for HTML, and what poppler reads
 * in the PDFs of both.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { toDocx } from '../../src/documents/docx.js';
import { type Figure, readFragment, type Section } from '../../src/documents/fragment.js';
import { toHtml } from '../../src/documents/html.js';
import { findPdfMaker, makePdf } from '../../src/io/browser.js';
import { pngOf } from '../../src/io/picture.js';
import { DEEP } from '../deep.js';
import { browserOfTests, withPrograms } from '../programs.js';
import { COMPLETE, DOCUMENT_NAMES, rendered } from './papers.js';

const run = promisify(execFile);
const draw = ({ svg, units }: Figure): Promise<Uint8Array> => pngOf(svg, units, 2);
const browser = findPdfMaker()?.program ?? '';
/** Both ways of setting a paper break lines alike only with the fonts that it asks for, or such as are as wide. */
const FONT_NAMES = ['Noto Serif CJK SC', 'Times New Roman'];
const { describe } = withPrograms('chromium', 'soffice', 'pdfinfo', 'pdftotext', 'fc-list', ...FONT_NAMES);

/** The fonts of Windows, as those that are installed here. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${[
  ...['仿宋', '仿宋_GB2312', '楷体', '楷体_GB2312', '华文中宋', '宋体', '方正小标宋简体'].map((font) => [
    font,
    'Noto Serif CJK SC',
  ]),
  ['黑体', 'Noto Sans CJK SC'],
]
  .map(
    ([from, to]) =>
      `<match target="pattern"><test name="family"><string>${from}</string></test><edit name="family" mode="assign" binding="strong"><string>${to}</string></edit></match>`,
  )
  .join('\n')}</fontconfig>`;

/** The people of a large class; what they are called is told by their numbers. */
const CLASS = DEEP ? 300 : 60;
const trainee = (i: number): string =>
  `      - { id: X${i}, name: 学员${String(i).padStart(3, '0')}号, gender: 女, idNumber: '999999199501150103', phone: '13800000200' }\n`;
const TRAINEES = COMPLETE.replace(
  /trainees:\n[\s\S]*?(?= {4}sessions:)/,
  `trainees:\n${Array.from({ length: CLASS }, (_, i) => trainee(i)).join('')}`,
);

const { papers } = rendered(COMPLETE, DOCUMENT_NAMES);
const GRID = '国'.repeat(28 * 44);
/** Papers of many pages, upright and turned, which their drafts must break alike. */
const DRAFTED = papers.filter(({ name }) => name === '申请报告' || name === '检查表');
const FILES: readonly { readonly name: string; readonly sections: readonly Section[]; readonly draft?: boolean }[] = [
  ...papers,
  ...DRAFTED.map(({ name, sections }) => ({ name: `草稿-${name}`, sections, draft: true })),
  { name: '全班', sections: rendered(TRAINEES, ['trainee-pledge']).papers[0]?.sections ?? [] },
  {
    name: '版心',
    sections: readFragment(`<section class="page"><p class="flush">${GRID}</p></section>`, 'grid'),
  },
];

/** What poppler finds in the PDF of a paper. */
interface Pdf {
  readonly pages: readonly string[];
}
const pdfs = { docx: new Map<string, Pdf>(), html: new Map<string, Pdf>() };
let folder = '';
let window: Browser | undefined;

async function read(path: string): Promise<Pdf> {
  const { stdout: info } = await run('pdfinfo', [path]);
  const { stdout: text } = await run('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { maxBuffer: 64 << 20 });
  const pages = text.split('\f').slice(0, -1);
  if (pages.length !== Number(/^Pages:\s+(\d+)/m.exec(info)?.[1])) throw new Error(`pages of ${path}`);
  return { pages };
}

/** Prints HTML files by one browser, since a start costs more than a paper. */
async function printAll(files: readonly string[], env: Record<string, string>): Promise<void> {
  window = await chromium.launch({ executablePath: browserOfTests(), args: ['--no-sandbox'], env });
  const page = await window.newPage();
  page.setDefaultTimeout(240_000);
  for (const file of files) {
    await page.goto(pathToFileURL(`${file}.html`).href);
    await page.pdf({ path: `${file}.pdf`, preferCSSPageSize: true, printBackground: true });
  }
}

async function makeAll(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'resume-check-real-'));
  writeFileSync(join(folder, 'fonts.conf'), FONTS);
  const options = {
    env: { PATH: process.env.PATH ?? '', HOME: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    timeout: 240_000,
    killSignal: 'SIGKILL',
    maxBuffer: 64 << 20,
  } as const;
  for (const part of ['docx', 'html']) mkdirSync(join(folder, part));
  for (const { name, sections, draft = false } of FILES) {
    writeFileSync(join(folder, 'docx', `${name}.docx`), await toDocx(name, sections, draft, draw));
    writeFileSync(join(folder, 'html', `${name}.html`), toHtml(name, sections, draft));
  }
  const office = run(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'docx')],
      ...FILES.map(({ name }) => join(folder, 'docx', `${name}.docx`)),
    ],
    options,
  );
  // one browser for all papers: a start costs more than the paper
  const printed = printAll(
    FILES.map(({ name }) => join(folder, 'html', name)),
    options.env,
  );
  await Promise.all([office, printed]);
  for (const format of ['docx', 'html'] as const) {
    for (const { name } of FILES) pdfs[format].set(name, await read(join(folder, format, `${name}.pdf`)));
  }
}

const pagesOf = (format: 'docx' | 'html', name: string): readonly string[] => pdfs[format].get(name)?.pages ?? [];
/** The text of a page without the blanks that justified lines have. */
const close = (page: string | undefined): string => (page ?? '').replace(/\s/g, '');
const FORMATS = ['docx', 'html'] as const;

describe('the papers', () => {
  beforeAll(makeAll);
  afterAll(async () => {
    await window?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each(papers.map(({ name }) => name))('%s has as many pages from DOCX as from HTML', (name) => {
    expect(pagesOf('docx', name).length).toBeGreaterThan(0);
    expect(pagesOf('docx', name).length).toBe(pagesOf('html', name).length);
  });

  test.each(DRAFTED.map(({ name }) => name))('a draft of %s breaks into pages where the final paper does', (name) => {
    for (const format of FORMATS) {
      // sorted: the mark between them changes the order in which poppler reads the cells
      const letters = (page: string): string => [...close(page).replace(/[草稿]/g, '')].sort().join('');
      const final = pagesOf(format, name).map(letters);
      expect(final.length).toBeGreaterThan(2);
      expect(pagesOf(format, `草稿-${name}`).map(letters)).toEqual(final);
    }
  });

  test('a PDF by the browser has the same bytes twice', async () => {
    const [paper] = papers;
    const html = toHtml(paper?.title ?? '', paper?.sections ?? [], false);
    const make = () => makePdf({ kind: 'browser', program: browser }, html, () => Promise.reject(new Error('unused')));
    const first = Buffer.from((await make()) ?? '');
    expect(first.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(first.toString('latin1')).toContain('D:20200101000000');
    await new Promise((done) => setTimeout(done, 1100));
    expect(Buffer.from((await make()) ?? '').equals(first)).toBe(true);
  });

  test('a PDF by LibreOffice is one too; a program that leaves none gives none', async () => {
    const { sections } = papers[0] ?? { sections: [] };
    const pdf = await makePdf({ kind: 'office', program: 'soffice' }, '', () => toDocx('题', sections, false, draw));
    expect(
      Buffer.from(pdf ?? '')
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-');
    expect(await makePdf({ kind: 'browser', program: 'false' }, '', () => toDocx('题', [], false))).toBeUndefined();
    expect(await makePdf({ kind: 'browser', program: '/no/such' }, '', () => toDocx('题', [], false))).toBeUndefined();
  });

  describe.each(FORMATS)('%s', (format) => {
    const staff = ['李示范', '周演示', '吴样例', '郑样本', '王示意'];

    test('the list of staff has every name, each pledge has its own', () => {
      const list = close(pagesOf(format, '教职工名单').join(''));
      for (const name of staff) expect(list).toContain(name);
      const pledges = pagesOf(format, '上岗承诺书').map(close);
      expect(pledges).toHaveLength(staff.length);
      for (const [i, name] of staff.entries()) expect(pledges[i]).toContain(`姓名${name}`);
    });

    test('the heads of the checklist stand on every page of its table', () => {
      const pages = pagesOf(format, '检查表').map(close);
      expect(pages.length).toBeGreaterThan(3);
      const withRows = pages.filter((page) => /[四五六七]（[一二三四五六七八九十]+）/.test(page));
      expect(withRows.length).toBeGreaterThanOrEqual(pages.length - 1);
      for (const page of withRows) expect(page).toMatch(/检查项目.*检查内容与标准/);
    });

    test('every page has its number and the sentence about the paper', () => {
      for (const { name } of papers) {
        for (const [i, page] of pagesOf(format, name).entries()) {
          expect(close(page)).toContain(`—${i + 1}—`);
          expect(close(page)).toContain('非柳州市人社局附件原文');
        }
      }
    });

    test('the pledges of a large class are a page each, with its name', () => {
      const pages = pagesOf(format, '全班').map(close);
      expect(pages).toHaveLength(CLASS);
      for (const [i, page] of pages.entries()) expect(page).toContain(`学员${String(i).padStart(3, '0')}号`);
    });

    test('a page holds 22 lines of 28 characters', () => {
      const lines = pagesOf(format, '版心').map((page) =>
        page
          .split('\n')
          .map((line) => line.replace(/[^国]/g, '').length)
          .filter((length) => length > 1),
      );
      expect(lines).toEqual([Array.from({ length: 22 }, () => 28), Array.from({ length: 22 }, () => 28)]);
    });
  });
});
