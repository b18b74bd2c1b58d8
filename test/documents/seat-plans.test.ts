/** The seating plans in papers: which rooms, to what scale, and how a DOCX and a page of HTML hold them. */
import { unzipSync } from 'fflate';
import { toDocx } from '../../src/documents/docx.js';
import { type Figure, readFragment } from '../../src/documents/fragment.js';
import { toHtml } from '../../src/documents/html.js';
import { seatPlansOf } from '../../src/documents/seat-plans.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import type { Profile } from '../../src/profile/profile.types.js';
import { COMPLETE, drawn, rendered, unzipped } from './papers.js';
import { elements, readXml } from './xml.js';

const seats = { rows: 5, columns: 6, rowSpacing: 1.2, columnSpacing: 1.1 };
const plansOf = (spaces: Profile['spaces'], classes: Profile['classes'] = []) =>
  seatPlansOf({ spaces, classes } as Profile, LIUZHOU_2020.limits);

test('each classroom with sides and seats has a plan with its classes; the others are named', () => {
  const { plans, lacking } = plansOf(
    [
      { id: 'A', name: '甲', kind: 'classroom', width: 8, length: 9, seats },
      { id: 'B', kind: 'classroom' },
      { id: 'C', kind: 'office', width: 8, length: 9, seats },
    ],
    [
      { id: 'C1', name: '一班', room: 'A' },
      { id: 'C2', name: '二班', room: '甲' },
      { id: 'C3', name: '三班', room: 'B' },
    ],
  );
  expect(plans.map(({ view, classes }) => [view.room, view.classes, view.seats, classes])).toEqual([
    ['甲', '一班、二班', 30, ['C1', 'C2']],
  ]);
  expect(lacking).toEqual(['B']);
});

test.each([
  [8, 9, '1:75'],
  [9, 10, '1:100'],
  [30, 10, '1:200'],
])('a room of %d × %d m is drawn at %s, within the page', (width, length, scale) => {
  const [plan] = plansOf([{ kind: 'classroom', width, length, seats }]).plans;
  expect(plan?.view.scale).toBe(scale);
  expect(plan?.figure.width).toBeLessThanOrEqual(156);
  expect(plan?.figure.height).toBeLessThanOrEqual(150);
  // to scale: 48 units of the drawing are a metre
  const metre = (48 / (plan?.figure.units.width ?? 0)) * (plan?.figure.width ?? 0);
  expect(`1:${Math.round(1000 / metre)}`).toBe(scale);
});

const figure: Figure = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20" width="10" height="20"><title>x</title></svg>',
  units: { width: 10, height: 20 },
  width: 50,
  height: 100,
  text: '甲"座位',
};
const sections = readFragment(
  '<section class="page"><h3>甲</h3><p>图</p><figure data-plan="0"></figure></section>',
  'paper',
  [figure],
);

test('a template that names a plan that there is not is refused', () => {
  for (const plan of ['1', '-1', 'x', '__proto__'])
    expect(() => readFragment(`<section><figure data-plan="${plan}"></figure></section>`, 'paper', [figure])).toThrow(
      'template/tag',
    );
});

test('in HTML it is inline, in millimetres, on one page with what introduces it', () => {
  const html = toHtml('题', sections, false);
  expect(html).toContain('viewBox="0 0 10 20" width="50.00mm" height="100.00mm"');
  expect(html).toMatch(/<div class="together">\n<h3>甲<\/h3>\n<p>图<\/p>\n<figure><svg/);
});

test('a DOCX has it as PNG and SVG, each with its relation and its type, kept with what introduces it', async () => {
  const bytes = await toDocx('题', sections, false, drawn);
  const files = unzipped(bytes);
  const names = Object.keys(unzipSync(bytes));
  expect(names).toEqual(expect.arrayContaining(['word/media/plan1.png', 'word/media/plan1.svg']));
  expect(files['word/media/plan1.svg']).toBe(figure.svg);
  const relations = elements(readXml(files['word/_rels/document.xml.rels'] ?? ''), 'Relationship');
  const targets = new Map(relations.map((each) => [each.get('Id'), each.get('Target')]));
  expect(targets.size).toBe(relations.length);
  const xml = readXml(files['word/document.xml'] ?? '');
  const [png, svg] = [elements(xml, 'a:blip')[0], elements(xml, 'asvg:svgBlip')[0]];
  expect(targets.get(png?.get('r:embed') ?? '')).toBe('media/plan1.png');
  expect(targets.get(svg?.get('r:embed') ?? '')).toBe('media/plan1.svg');
  expect(elements(xml, 'wp:extent')[0]?.get('cx')).toBe(String(50 * 36000));
  expect(elements(xml, 'wp:docPr')[0]?.get('descr')).toBe('甲"座位');
  const types = elements(readXml(files['[Content_Types].xml'] ?? ''), 'Default').map((each) => each.get('Extension'));
  expect(types).toEqual(expect.arrayContaining(['png', 'svg']));
  expect(new Set(types).size).toBe(types.length);
  expect(elements(xml, 'w:keepNext')).toHaveLength(2);
});

test('a paper without figures has none of it, and draws nothing', async () => {
  const plain = readFragment('<section class="page"><p>文</p></section>', 'paper');
  expect(Object.keys(unzipped(await toDocx('题', plain, false))).filter((name) => name.includes('media'))).toEqual([]);
});

test('the application has the plan of each room, an off-site application that of its class', () => {
  const own = COMPLETE.replace('name: 焊工五级校外班\n', 'name: 焊工五级校外班\n    room: J202\n');
  const count = (yaml: string, name: string): number =>
    rendered(yaml, ['application', 'off-site'])
      .papers.filter((paper) => paper.name.startsWith(name))
      .flatMap((paper) => paper.sections.flatMap(({ blocks }) => blocks))
      .filter(({ kind }) => kind === 'figure').length;
  expect([count(COMPLETE, '申请报告'), count(COMPLETE, '校外'), count(own, '校外')]).toEqual([4, 0, 1]);
});
