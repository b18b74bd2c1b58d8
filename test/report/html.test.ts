/** The HTML report: one page that needs nothing else, in which texts from outside stay texts. */
import { createHash } from 'node:crypto';
import { pageAssets } from '../../src/commands/parts/report-page.js';
import { listing, shared } from '../../src/report/html/listing.js';
import { RULES } from '../../src/rules/index.js';
import { redact } from '../../src/text/redact.js';
import { OUTCOMES, type Report } from '../../src/types.js';
import { NAUGHTY } from '../naughty.js';
import { figures, pageOf, type Read, readPage } from './page.js';
import { finding, hostile, institution, many, mistakes, PAYLOADS, reportOf, result } from './sample.js';

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
  const TEXTS = [...new Set([...PAYLOADS, ...NAUGHTY])].filter((text) => text !== '');
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
  const shapes = new Map<number, readonly string[]>();
  /** The elements of a page of so many harmless texts. */
  const harmless = (count: number): readonly string[] => {
    const known = shapes.get(count) ?? shape(read(holding(Array.from({ length: count }, (_, i) => `x${i}`))));
    shapes.set(count, known);
    return known;
  };

  test('are all that is known to break pages', () => {
    expect(NAUGHTY.length).toBeGreaterThanOrEqual(485);
    expect(chunks.flat()).toEqual(TEXTS);
  });

  test.each(chunks.map((chunk, i) => [i + 1, chunk] as const))('stay texts in an audit, part %d', (_, chunk) => {
    const page = read(holding(chunk));
    expect(page.errors).toEqual([]);
    expect(shape(page)).toEqual(harmless(chunk.length));
    expect(page.elements.length).toBeGreaterThan(100 * chunk.length);
  });

  test('stay texts in a page of their own', () => {
    for (const text of PAYLOADS) {
      const page = read(holding([text]));
      expect(page.errors).toEqual([]);
      expect(shape(page)).toEqual(harmless(1));
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
    expect(page).toContain('共有 100000 条发现，这一页列出最重的 5000 条。');
    expect(page).toContain('加 --max-findings all');
    // as many of each institution
    expect(
      new Set(
        [...page.matchAll(/<details class="inst"[\s\S]*?(?=<details class="inst"|<\/section>)/g)].map(([one]) =>
          items(one),
        ),
      ),
    ).toEqual(new Set([50]));
  });

  test('in which half of the institutions miss most requirements shows each of them, and of each much of what was found', () => {
    const rules = RULES.slice(0, 60).map(({ id, clauses }) => result({ id, clauses, count: 2 }));
    const missing = Array.from({ length: MANY }, (_, i) =>
      institution({
        id: `Z${i}`,
        rules: i % 2 === 0 ? rules : [],
        findings: rules.flatMap(({ id }, k) =>
          i % 2 === 0
            ? [1, 2].map((line) =>
                finding({
                  rule: id,
                  text: '一条不长不短的话，说明哪里没有达到要求',
                  location: { file: `机构/Z${i}/logs/日志.csv`, line, column: k, endLine: line, endColumn: k },
                  remedy: { text: { zh: '按要求补上并登记', en: 'Make up for it and log it as it was' } },
                }),
              )
            : [],
        ),
        figures: figures(),
      }),
    );
    const page = pageOf(reportOf(...missing));
    expect(bytes(page)).toBeLessThan(5_000_000);
    expect(page).not.toContain('只列在矩阵里');
    expect(page.split('<details class="inst"')).toHaveLength(MANY + 1);
    const sections = page.split('<details class="inst"').slice(1);
    expect(Math.min(...sections.flatMap((each, i) => (i % 2 === 0 ? [items(each)] : [])))).toBeGreaterThan(40);
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

test('with all findings leaves none out, however large the page becomes', () => {
  const one = institution({ findings: many(6_000), rules: [result({ count: 6_000 })] });
  const page = pageOf(reportOf(one), { all: true });
  expect(page.split('<li id="f-').length - 1).toBe(6_000);
  expect(page).not.toContain('--max-findings');
});

test('says how findings that are only counted can be listed, and names no other format for them', () => {
  const one = institution({ findings: [finding()], rules: [result({ count: 21 })], omitted: 20 });
  const counted = { ...one, summary: { ...one.summary, findings: { error: 21, warning: 0, info: 0 } } };
  const page = pageOf(reportOf(counted));
  expect(page).toContain('共有 21 条发现，这一页列出最重的 1 条。');
  expect(page).toContain('加 --max-findings all');
  expect(page).not.toContain('-f json');
  expect(page).toContain('20 条没有列出');
});

test('findings of form that say the same of a file are one fold, closed where they are many', () => {
  const of = (count: number, file: string, text: string) =>
    Array.from({ length: count }, (_, i) =>
      finding({
        rule: 'input/date-future',
        text,
        location: { file, line: i + 1, column: 1, endLine: i + 1, endColumn: 2 },
        cell: { letter: 'A', header: { zh: '日期', en: 'date' } },
      }),
    );
  const findings = [...of(100, '出入登记.csv', '太晚'), ...of(2, '通风.csv', '太晚'), ...of(1, '消毒.csv', '太早')];
  const page = pageOf(reportOf(institution({ findings })));
  const folds = [...page.matchAll(/<details class="req bad"( open)?><summary>(.*?)<\/summary>/g)];
  expect(folds.map(([, open]) => open !== undefined)).toEqual([false, true, true]);
  expect(folds[0]?.[2]).toMatch(/太晚 <span class="count">×100<.*出入登记\.csv/);
  expect(page.split('<li id="f-')).toHaveLength(104);
  expect(page).toContain('<code><span lang="zh-CN">1:1 A列 日期</span><span lang="en">1:1 column A date</span></code>');
});

test('each task leads to its requirement, and numbers stand in the plural only where there are several', () => {
  const read = readPage(pageOf(mistakes(), { language: 'en' }));
  const ids = new Set(read.elements.map(({ attributes }) => attributes.get('id')));
  const tasks = named(read, 'a').flatMap(({ attributes }) => attributes.get('href')?.match(/^#(r-.*)/)?.[1] ?? []);
  expect(tasks.length).toBeGreaterThan(10);
  expect(tasks.filter((each) => !ids.has(each))).toEqual([]);
  const texts = read.elements.map(({ text }) => text).join('\n');
  expect(texts).toMatch(/alcohol disinfectant 1 bottle$/m);
  expect(texts).toContain('84 bleach ≥ 5 bottles');
  expect(texts).not.toMatch(/(?<!\d)1 (?:bottles|people|rooms)/);
});

test('what is to be looked at on site is not counted among the rules', () => {
  const rules = [result(), result({ id: 'a', outcome: 'pass' }), result({ id: 'b', outcome: 'on-site' })];
  expect(pageOf(reportOf(institution({ rules })))).toContain('规则 2 条');
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
