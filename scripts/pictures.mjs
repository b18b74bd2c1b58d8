/** Takes the pictures of the HTML report that the READMEs show, with the built program and an installed Chromium. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const AUDIT = ['audit', 'examples/county', '--expect', 'examples/county/roster.csv', '--as-of', '2020-06-01'];
const LINT = ['lint', 'examples/mistakes/logs', '--as-of', '2020-06-01'];

/** Each picture: the call, its language and colours, and the part of the page that is taken, from its top. */
const PICTURES = [
  { name: 'report-county', argv: AUDIT, lang: 'en', colorScheme: 'light', from: '#matrix', height: 800 },
  { name: 'report-county-zh', argv: AUDIT, lang: 'zh', colorScheme: 'light', from: '#matrix', height: 800 },
  { name: 'report-logs', argv: LINT, lang: 'en', colorScheme: 'dark', from: '#pictures', height: 640 },
  { name: 'report-logs-zh', argv: LINT, lang: 'zh', colorScheme: 'dark', from: '#pictures', height: 640 },
];

const folder = mkdtempSync(join(tmpdir(), 'resume-check-pictures-'));
const executablePath = execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome']).toString().trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const { name, argv, lang, colorScheme, from, height } of PICTURES) {
    const file = join(folder, `${name}.html`);
    // 1 stands for findings, which there are
    const args = [join(root, 'bin/resume-check.js'), ...argv, '--lang', lang, '-f', 'html', '-o', file];
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    if (status !== 1) throw new Error(`${name}: the program ended with ${status}`);
    const page = await browser.newPage({ viewport: { width: 1280, height }, colorScheme });
    await page.goto(pathToFileURL(file).href);
    // by a link of the page, which comes to rest where it leads
    await page.evaluate(`location.hash = '${from}'`);
    await page.waitForTimeout(500);
    const path = join(root, 'docs/images', `${name}.png`);
    await page.screenshot({ path });
    process.stdout.write(`${name}.png ${Math.round(statSync(path).size / 1024)} KB\n`);
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
