/** Hostile values in papers that a real browser opens: no script runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { toHtml } from '../../src/documents/html.js';
import { browserOfTests, withPrograms } from '../programs.js';
import { papersOf, SCRIPT } from './hostile.js';

withPrograms('chromium').test('no script runs in a real browser', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-hostile-'));
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: browserOfTests(), args: ['--no-sandbox'] });
    const page = await browser.newPage();
    page.setDefaultTimeout(240_000);
    const opened = async (html: string): Promise<string> => {
      writeFileSync(join(folder, 'paper.html'), html);
      await page.goto(pathToFileURL(join(folder, 'paper.html')).href);
      return page.content();
    };
    // the browser does run scripts, so that the others show something
    expect(await opened(`<title>x</title>${SCRIPT}`)).toContain('<title>run</title>');
    for (const value of [SCRIPT, '"><img src=x onerror=document.title="run">']) {
      const all = papersOf(value).flatMap((paper) => paper.sections);
      const dom = await opened(toHtml(value, all, true));
      expect(dom).toContain('安全管理承诺书');
      expect(dom).not.toContain('<title>run</title>');
    }
  } finally {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
