/**
 * The HTML report in a real browser: what is clicked does what it says, nothing is fetched, nothing runs that the page
 * did not write, and axe finds nothing against WCAG 2.2 AA.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { RULES } from '../../src/rules/index.js';
import { DEEP } from '../deep.js';
import { NAUGHTY } from '../naughty.js';
import { browserOfTests, withPrograms } from '../programs.js';
import { PROGRAM, ROOT } from '../scenarios/run.js';
import { figures, pageOf } from './page.js';
import { finding, hostile, institution, PAYLOADS, reportOf, result } from './sample.js';

const { test, describe } = withPrograms('chromium');
const { test: onPaper } = withPrograms('chromium', 'pdftotext');

const require = createRequire(import.meta.url);
const AXE = (require('axe-core') as { source: string }).source;

/** The reports that are looked at, as the program is called for them in the folder of the project. */
const CALLS = {
  validate: ['validate', 'examples/mistakes/profile.yaml'],
  lint: ['lint', 'examples/mistakes/logs', '--as-of', '2020-06-01'],
  audit: ['audit', 'examples/county', '--expect', 'examples/county/roster.csv', '--as-of', '2020-06-01'],
} as const;

let browser: Browser;
let folder: string;

const fileOf = (name: string): string => join(folder, `${name}.html`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'resume-check-page-'));
  browser = await chromium.launch({ executablePath: browserOfTests(), args: ['--no-sandbox'] });
  for (const [name, argv] of Object.entries(CALLS)) {
    const args = [PROGRAM, ...argv, '--lang', 'zh', '-f', 'html', '-o', fileOf(name)];
    expect([name, spawnSync(process.execPath, args, { cwd: ROOT }).status]).toEqual([name, 1]);
  }
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that is looked at, and all that it must not do. */
interface Looked {
  readonly page: Page;
  /** Messages of the console, errors, dialogs, requests beyond the file, breaches of the policy. */
  readonly odd: readonly string[];
}

/** Opens a file in a window of its own. */
async function open(
  path: string,
  {
    width = 1280,
    colorScheme = 'light',
    ...own
  }: { width?: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean } = {},
): Promise<Looked> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, ...own });
  const page = await context.newPage();
  // milliseconds; only against a page that hangs, as for every test
  page.setDefaultTimeout(240_000);
  const odd: string[] = [];
  const address = pathToFileURL(path).href;
  page.on('console', (message) => odd.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => odd.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    odd.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address) odd.push(`request: ${request.url()}`);
  });
  page.on('popup', (other) => odd.push(`popup: ${other.url()}`));
  await page.goto(address);
  return { page, odd };
}

/** Opens folds, but of many institutions only the first ones, which are alike. */
const unfold = (page: Page, most = 80): Promise<void> =>
  page.evaluate(`for (const each of [...document.querySelectorAll('details')].slice(0, ${most})) each.open = true;`);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'], selectors: false, preload: false })`,
  );
  expect(found.passes.length).toBeGreaterThan(50);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/**
 * Keeps the first two of rows, items, folds and marks of charts that look alike, since axe takes more than twice as long
 * for twice as many. What looks alike has the same elements, classes and roles in it.
 */
const thin = (page: Page): Promise<void> =>
  page.evaluate(`{
    const seen = new Map();
    const look = (one) => [one.localName, ...['class', 'role', 'aria-sort'].map((name) => one.getAttribute(name))].join();
    for (const each of document.querySelectorAll('tr, li, details, figure, svg > :is(g, path, circle, rect, text)')) {
      const looks = [each, ...each.querySelectorAll('*')].map(look);
      const all = [look(each.parentElement), ...new Set(looks)].sort().join(' ');
      seen.set(all, (seen.get(all) ?? 0) + 1);
      if (seen.get(all) > 2) each.remove();
    }
  }`);

/** Every pair of a language, a scheme and a width, which all that axe looks at depends on at most. */
const PAIRS = [
  ['zh', 'light', 1280],
  ['en', 'dark', 1280],
  ['zh', 'dark', 390],
  ['en', 'light', 390],
] as const;
const OTHERS = [
  ['zh', 'light', 390],
  ['en', 'light', 1280],
  ['zh', 'dark', 1280],
  ['en', 'dark', 390],
] as const;

describe.each(Object.keys(CALLS))('%s', (name) => {
  const scrollWidth = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

  describe('breaks no rule of WCAG', () => {
    let looked: Looked;
    beforeAll(async () => {
      looked = await open(fileOf(name));
      if (!DEEP) await thin(looked.page);
      await unfold(looked.page);
      // what is far off has only the size that was guessed for it, by which its parts lie over what follows
      await looked.page.evaluate(
        `for (const each of document.querySelectorAll('main *')) each.style.contentVisibility = 'visible';`,
      );
      await looked.page.evaluate(AXE);
    });
    afterAll(() => looked.page.context().close());

    // the page of an audit is built of the same parts as the others, but for its matrix
    test.each(name === 'audit' && !DEEP ? PAIRS : [...PAIRS, ...OTHERS])(
      'in %s, %s, %d pixels wide',
      async (language, colorScheme, width) => {
        const { page, odd } = looked;
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.click(`[data-set-lang=${language}]`);
        expect(await scrollWidth(page)).toBeLessThanOrEqual(width);
        expect(await violations(page)).toEqual([]);
        expect(odd).toEqual([]);
      },
    );
  });

  test('does not scroll sideways', async () => {
    const { page, odd } = await open(fileOf(name));
    await unfold(page);
    for (const [language, , width] of PAIRS) {
      await page.setViewportSize({ width, height: 900 });
      await page.click(`[data-set-lang=${language}]`);
      const isWider = (await scrollWidth(page)) > width;
      expect({ language, width, isWider }).toEqual({ language, width, isWider: false });
    }
    expect(odd).toEqual([]);
    await page.context().close();
  });

  test('speaks one language at a time', async () => {
    const { page, odd } = await open(fileOf(name));
    await unfold(page);
    const words = (): Promise<string> => page.evaluate('document.body.innerText');
    expect(await page.title()).toContain('恢复培训核对报告');
    expect(await words()).toContain('结论');
    expect(await words()).not.toContain('Verdict');
    await page.click('[data-set-lang=en]');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.title()).toContain('Report of resume-check');
    expect(await words()).toContain('Verdict');
    expect(await words()).not.toContain('结论');
    expect(await page.getAttribute('[data-set-lang=en]', 'aria-pressed')).toBe('true');
    expect(await page.textContent('select option')).toBe('all');
    await page.click('[data-set-lang=zh]');
    expect(await page.textContent('select option')).toBe('全部');
    expect(odd).toEqual([]);
    await page.context().close();
  });

  test('is light or dark as the system is, or as one says', async () => {
    const { page } = await open(fileOf(name), { colorScheme: 'dark' });
    const isDark = async (): Promise<boolean> => {
      const colour = await page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
      return (colour.match(/\d+/g) ?? []).every((part) => Number(part) < 64);
    };
    expect(await isDark()).toBe(true);
    await page.click('[data-set-theme=light]');
    expect(await isDark()).toBe(false);
    expect(await page.getAttribute('[data-set-theme=light]', 'aria-pressed')).toBe('true');
    await page.click('[data-set-theme=dark]');
    expect(await isDark()).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await isDark()).toBe(true);
    await page.click('[data-set-theme=""]');
    expect(await isDark()).toBe(false);
    await page.context().close();
  });

  test('holds everything without the script, which alone shows the switches and the filters', async () => {
    const { page, odd } = await open(fileOf(name), { javaScriptEnabled: false });
    expect(await page.isVisible('#verdict h2')).toBe(true);
    expect(await page.isVisible('.switches')).toBe(false);
    expect(await page.locator('.filter:visible').count()).toBe(0);
    const unfolded = (): Promise<number> => page.locator('main details[open]').count();
    const before = await unfolded();
    await page.locator('main details:not([open]) > summary:visible').first().click();
    expect(await unfolded()).toBe(before + 1);
    expect(odd).toEqual([]);
    await page.context().close();
  });

  test('can be gone through with the keyboard', async () => {
    const { page } = await open(fileOf(name));
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe('#main');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ y: expect.any(Number) });
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    const summary = page.locator('main summary').first();
    await summary.focus();
    const isOpen = (): Promise<boolean> => page.evaluate("document.querySelector('main summary').parentElement.open");
    const before = await isOpen();
    await page.keyboard.press('Enter');
    expect(await isOpen()).toBe(!before);
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.context().close();
  });
});

describe('of an audit', () => {
  let looked: Looked;
  beforeEach(async () => {
    looked = await open(fileOf('audit'));
  });
  afterEach(async () => {
    expect(looked.odd).toEqual([]);
    await looked.page.context().close();
  });

  const names = (): Promise<string[]> => looked.page.locator('.matrix tbody tr:visible th').allInnerTexts();
  const verdicts = (): Promise<string[]> =>
    looked.page.locator('.matrix tbody tr:visible td:nth-child(2)').allInnerTexts();

  test('the matrix is narrowed by words, verdict and chapter, and says how many are left', async () => {
    const { page } = looked;
    expect(await names()).toHaveLength(20);
    await page.fill('#matrix input', '示例1');
    expect(await names()).toHaveLength(10);
    expect(await page.innerText('#matrix output')).toBe('显示 10/20');
    // the sections below are narrowed with it
    expect(await page.locator('#institutions .inst:visible').count()).toBe(10);
    await page.fill('#matrix input', '');
    await page.selectOption('#matrix [name=verdict]', 'fails');
    expect(new Set(await verdicts())).toEqual(new Set(['不合格']));
    expect(await names()).toHaveLength(6);
    await page.selectOption('#matrix [name=chapters]', 'incident');
    expect(await names()).toEqual(['柳州示例05职业培训学校']);
    await page.fill('#matrix input', 'nobody');
    expect(await page.innerText('#matrix output')).toBe('显示 0/20');
  });

  test('its columns are sorted by their heads, and say so', async () => {
    const { page } = looked;
    const head = page.locator('.matrix thead th').nth(2);
    const numbers = async (): Promise<number[]> =>
      (await page.locator('.matrix tbody td:nth-child(3)').allInnerTexts()).map(Number);
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await numbers()).toEqual([...(await numbers())].sort((a, b) => b - a));
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect((await numbers()).at(-1)).toBe(4);
    const name = page.locator('.matrix thead th').first();
    await name.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await name.getAttribute('aria-sort')).toBe('ascending');
    expect(await names()).toEqual([...(await names())].sort());
    await page.locator('.matrix thead th').nth(1).locator('button').click();
    expect((await verdicts()).at(0)).toBe('未报送');
  });

  test('each cell leads to its findings, through all folds', async () => {
    const { page } = looked;
    const cell = page.locator('.matrix td.bad a').first();
    const place = (await cell.getAttribute('href')) ?? '';
    expect(await page.locator(place).isVisible()).toBe(false);
    await cell.click();
    expect(await page.locator(place).isVisible()).toBe(true);
    expect(await page.locator(`${place} .found li`).first().isVisible()).toBe(true);
    expect((await page.locator(place).boundingBox())?.y).toBeLessThan(200);
  });

  test('a finding has an address of its own, which opens its folds', async () => {
    const id = await looked.page.locator('.inst .found li[id]').first().getAttribute('id');
    const other = await open(fileOf('audit'));
    await other.page.goto(`${other.page.url()}#${id}`);
    await other.page.reload();
    expect(await other.page.locator(`#${id}`).isVisible()).toBe(true);
    expect(other.odd).toEqual([]);
    await other.page.context().close();
  });
});

onPaper('of sixty institutions the heads of the matrix stay in sight, and are printed on each page', async () => {
  const rules = RULES.map(({ id, clauses }) => result({ id, clauses }));
  const all = Array.from({ length: 60 }, (_, i) => institution({ id: `Z${i}`, rules, findings: [finding()] }));
  writeFileSync(fileOf('sixty'), pageOf(reportOf(...all)));
  const { page, odd } = await open(fileOf('sixty'));
  const topOf = async (selector: string): Promise<number> =>
    (await page.locator(selector).first().boundingBox())?.y ?? -1;
  await page.evaluate("document.querySelector('.tall').scrollIntoView()");
  const before = await topOf('.matrix thead th');
  const row = await topOf('.matrix tbody tr:nth-child(40)');
  await page.evaluate("document.querySelector('.tall').scrollTop = 700");
  expect(await topOf('.matrix tbody tr:nth-child(40)')).toBe(row - 700);
  expect(Math.abs((await topOf('.matrix thead th')) - before)).toBeLessThanOrEqual(1);
  // what has the focus does not stand below the heads
  await page.focus('.matrix tbody tr:nth-child(2) td.bad a');
  const heads = await page.locator('.matrix thead th').first().boundingBox();
  expect(await topOf('.matrix tbody tr:nth-child(2) td.bad a')).toBeGreaterThan((heads?.y ?? 0) + (heads?.height ?? 0));
  const paper = join(folder, 'sixty.pdf');
  await page.pdf({ path: paper, preferCSSPageSize: true });
  const { stdout } = spawnSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' });
  const pages = stdout.split('\f').filter((each) => /^ *Z\d+ +.*不合格/m.test(each) && each.includes('结论'));
  const rows = pages.map((each) => each.match(/^ *Z\d+ .*不合格/gm)?.length ?? 0);
  expect(rows.filter((count) => count > 5).length).toBeGreaterThan(1);
  expect(odd).toEqual([]);
  await page.context().close();
});

test('a link of the contents leads to its section, though what lies before it is laid out only on the way', async () => {
  const { page, odd } = await open(fileOf('lint'));
  for (const section of ['pictures', 'chapters', 'files', 'pictures']) {
    await page.evaluate(`location.hash = '${section}'`);
    // the last section may not reach the top; a thousand frames are more than any layout takes
    const isThere = await page.evaluate<boolean>(
      `new Promise((done) => {
        let frames = 0;
        const look = () => {
          const { top } = document.getElementById('${section}').getBoundingClientRect();
          const isThere = Math.abs(top - 16) <= 24 || document.documentElement.scrollHeight - scrollY - innerHeight <= 1;
          if (isThere || ++frames > 1000) done(isThere);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      })`,
    );
    expect({ section, isThere }).toEqual({ section, isThere: true });
  }
  expect(odd).toEqual([]);
  await page.context().close();
});

test('the titles of requirements stand below one another, on a phone below their badges', async () => {
  for (const [language, width] of [
    ['zh', 1280],
    ['en', 1280],
    ['en', 390],
  ] as const) {
    const { page } = await open(fileOf('validate'), { width });
    await page.click(`[data-set-lang=${language}]`);
    await page.click('[data-fold=open]');
    const boxes = await page.evaluate<[number, number, number, number][]>(
      `[...document.querySelectorAll('#chapters .req > summary')].map((each) => {
          const [badge, title] = ['.badge', '.title'].map((name) => each.querySelector(name).getBoundingClientRect());
          return [title.left, title.top, badge.right, badge.bottom];
        })`,
    );
    expect(new Set(boxes.map(([left]) => Math.round(left))).size).toBe(1);
    for (const [left, top, right, bottom] of boxes) expect(left > right || top >= bottom).toBe(true);
    await page.context().close();
  }
});

describe('of one institution', () => {
  test('requirements are narrowed by outcome and words, folds opened and closed together', async () => {
    const { page, odd } = await open(fileOf('validate'));
    const shown = (): Promise<number> => page.locator('#chapters .req:visible').count();
    const of = (outcome: string): Promise<number> => page.locator(`#chapters .req[data-outcome=${outcome}]`).count();
    await page.selectOption('[name=outcome]', 'fail not-evidenced warn');
    expect(await shown()).toBe((await of('fail')) + (await of('not-evidenced')) + (await of('warn')));
    await page.fill('#chapters input', '口罩');
    const left = await page.locator('#chapters .req:visible').allTextContents();
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((text) => !text.includes('口罩'))).toEqual([]);
    await page.fill('#chapters input', '');
    await page.selectOption('[name=outcome]', '');
    await page.click('[data-fold=""]');
    expect(await page.locator('#chapters details[open]').count()).toBe(0);
    await page.click('[data-fold=open]');
    expect(await page.locator('#chapters details:not([open])').count()).toBe(0);
    expect(odd).toEqual([]);
    await page.context().close();
  });

  test('on paper the chapters stand open with what needs work, and on the screen they are as before', async () => {
    const { page } = await open(fileOf('validate'));
    const closed = (folds: string): Promise<number> => page.locator(`#chapters ${folds}:not([open])`).count();
    await page.click('[data-fold=""]');
    const [chapters, all] = [await closed('.chapter'), await closed('details')];
    expect(chapters).toBeGreaterThan(10);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect([await closed('.chapter'), await closed('.req.bad'), await closed('.req.warn')]).toEqual([0, 0, 0]);
    expect(await closed('.req.good')).toBeGreaterThan(10);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await closed('details')).toBe(all);
    await page.context().close();
  });
});

test('of hostile texts nothing runs, nothing is fetched, nothing is asked', async () => {
  const texts = [...new Set([...PAYLOADS, ...NAUGHTY])].filter((text) => text !== '');
  const institutions = texts.flatMap((text) =>
    hostile(text)
      .institutions.slice(0, 1)
      .map((one) => ({ ...one, figures: figures(text) })),
  );
  writeFileSync(fileOf('hostile'), pageOf(reportOf(...institutions), { mostBytes: Number.POSITIVE_INFINITY }));
  const { page, odd } = await open(fileOf('hostile'));
  await unfold(page, 2000);
  await page.fill('#matrix input', '<script>');
  await page.click('[data-set-lang=en]');
  expect(await page.locator('.matrix tbody tr:visible').count()).toBeGreaterThan(5);
  expect(await page.locator('.inst').count()).toBe(texts.length);
  expect(odd).toEqual([]);
  await page.context().close();
});

test('what the page did not write does not run: the policy holds', async () => {
  const page = pageOf(hostile('x')).replace(
    '</main>',
    '<script>alert(1)</script><img src="x" onerror="alert(2)"></main>',
  );
  writeFileSync(fileOf('broken'), page);
  const { page: looked, odd } = await open(fileOf('broken'));
  expect(odd.filter((each) => each.startsWith('dialog'))).toEqual([]);
  expect(odd.filter((each) => /Content Security Policy/.test(each)).length).toBeGreaterThanOrEqual(2);
  await looked.context().close();
});
