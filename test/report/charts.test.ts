/** The charts: what is drawn where, words in both languages, well-formed whatever stands in them, numbers as tables. */
import fc from 'fast-check';
import { addDays } from '../../src/plan/days.js';
import { LIMITS } from '../../src/plan/limits.js';
import {
  calendarChart,
  calendarCounts,
  calendarTable,
  MARKS,
  markIcon,
  markWords,
} from '../../src/report/charts/calendar.js';
import { stockChart, stockTable } from '../../src/report/charts/stock.js';
import { temperatureChart, temperatureNote, temperatureTable } from '../../src/report/charts/temperatures.js';
import type { DayTemperatures, StockLine } from '../../src/types.js';
import { readXml } from '../documents/xml.js';

/** 2020-05-01 is a Friday. */
const MAY = { from: '2020-05-01', to: '2020-05-31' };

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The elements of a chart, each with all text in it. Throws at what is not well formed. */
function elementsOf(svg: string): Element[] {
  const open: { name: string; attributes: ReadonlyMap<string, string>; text: string }[] = [];
  const all: Element[] = [];
  for (const piece of readXml(svg)) {
    if (piece.kind === 'text') for (const each of open) each.text += piece.text;
    else if (piece.kind === 'end') open.pop();
    else {
      const element = { name: piece.name, attributes: piece.attributes, text: '' };
      open.push(element);
      all.push(element);
    }
  }
  return all;
}

/** The squares of a calendar: class, place, and what is said of them. */
function squaresOf(svg: string): string[] {
  return elementsOf(svg)
    .filter(({ name, attributes }) => name === 'path' && attributes.has('class'))
    .map(
      ({ attributes, text }) =>
        `${attributes.get('class')} ${/^M(\d+ \d+)/.exec(attributes.get('d') ?? '')?.[1]} ${text}`,
    );
}

/** The texts that can be seen, in one language. */
function textsOf(svg: string, language: 'zh' | 'en'): string[] {
  const hidden = language === 'zh' ? 'en' : 'zh';
  const seen = svg.replace(new RegExp(`<tspan class="${hidden}"[^>]*>[^<]*</tspan>`, 'g'), '');
  return elementsOf(seen).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
}

const temperatures = (day: string, ...tenths: readonly number[]): DayTemperatures => ({
  day,
  counts: [...new Set(tenths)].sort((a, b) => a - b).map((each) => [each, tenths.filter((x) => x === each).length]),
});
const stock: StockLine = {
  item: { zh: '口罩', en: 'masks' },
  unit: { zh: '只', en: '' },
  minimum: { quantity: 61, clause: '四（六）4' },
  days: [
    ['2020-05-01', 120],
    ['2020-05-11', 60],
  ],
};

describe('a calendar', () => {
  test('has a square for each day in the column of its week and the row of its weekday', () => {
    const svg = calendarChart({ kind: 'ventilation', days: 'owfg-' }, { from: '2020-05-01', to: '2020-05-05' }, 'c');
    expect(squaresOf(svg)).toEqual([
      'o 30 76 2020-05-01 周五：有记录，没有发现 / 2020-05-01 Fri: recorded, nothing found',
      'w 30 91 2020-05-02 周六：有记录，有提醒 / 2020-05-02 Sat: recorded, with a warning',
      'f 30 106 2020-05-03 周日：有记录，有错误 / 2020-05-03 Sun: recorded, with an error',
      'g 45 16 2020-05-04 周一：缺记录 / 2020-05-04 Mon: no record',
      'n 45 31 2020-05-05 周二：不必记 / 2020-05-05 Tue: none due',
    ]);
  });

  test('tells marks apart by shape too', () => {
    const shapes = MARKS.map((mark) => /d="M0 0([^"]*)"/.exec(markIcon(mark))?.[1]);
    expect(new Set(shapes).size).toBe(5);
    expect(shapes.every((shape) => (shape ?? '').length > 5)).toBe(true);
    expect(MARKS.map((mark) => markWords(mark).en)).toContain('no record');
  });

  test('names weekdays and months in both languages', () => {
    const svg = calendarChart({ kind: 'entry', days: 'o'.repeat(46) }, { from: '2020-05-01', to: '2020-06-15' }, 'c');
    expect(textsOf(svg, 'zh')).toEqual(['一', '三', '五', '日', '5月', '6月']);
    expect(textsOf(svg, 'en')).toEqual(['Mon', 'Wed', 'Fri', 'Sun', 'May', 'Jun']);
  });

  test('goes on below where it is long, no wider than a phone', () => {
    for (const [days, rows] of [
      [31, 1],
      [140, 1],
      [180, 2],
      [366, 3],
    ] as const) {
      const svg = calendarChart({ kind: 'entry', days: 'o'.repeat(days) }, { from: '2020-01-06', to: '' }, 'c');
      const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
      expect(width).toBeLessThanOrEqual(340);
      expect(height).toBe(rows * 131 - 10);
      expect(squaresOf(svg)).toHaveLength(days);
    }
  });

  test('says how many days are what, and lists those to look at', () => {
    const calendar = { kind: 'ventilation', days: 'oowfg--' };
    expect(calendarCounts(calendar, MAY)).toEqual({
      zh: '有记录 4 天，有错误 1 天，有提醒 1 天，缺记录 1 天',
      en: 'days recorded: 4, with errors: 1, with warnings: 1, missing: 1',
    });
    expect(calendarCounts({ kind: 'ventilation', days: 'oo-' }, MAY).zh).toBe('有记录 2 天');
    expect(calendarCounts({ kind: 'visitor', days: '---' }, MAY).zh).toBe('没有记录，也没有缺');
    expect(calendarTable(calendar, MAY).rows).toEqual([
      ['2020-05-03', markWords('w')],
      ['2020-05-04', markWords('f')],
      ['2020-05-05', markWords('g')],
    ]);
  });

  test('takes a mark that it does not know for none', () => {
    const svg = calendarChart({ kind: 'entry', days: '?<' }, { from: '2020-05-01', to: '2020-05-02' }, 'c');
    expect(squaresOf(svg).map((square) => square[0])).toEqual(['n', 'n']);
  });
});

describe('the temperatures', () => {
  const days = [
    temperatures('2020-05-06', 362, 364, 365, 366, 368),
    temperatures('2020-05-07', 365, 365, 365, 365, 373, 380),
  ];

  test('are ranges, middle halves and medians, with fever marked', () => {
    const svg = temperatureChart(days, { from: '2020-05-06', to: '2020-05-08' }, LIMITS.fever, 't');
    const path = (sort: string): string =>
      elementsOf(svg)
        .find(({ attributes }) => attributes.get('class') === sort)
        ?.attributes.get('d') ?? '';
    expect(path('range').match(/M/g)).toHaveLength(2);
    expect(path('half').match(/M/g)).toHaveLength(2);
    expect(path('median').match(/M/g)).toHaveLength(2);
    expect(path('hot').match(/M/g)).toHaveLength(1);
    // higher is further up
    const [, low = 0, high = 0] = (/^M[\d.]+ ([\d.]+)V([\d.]+)/.exec(path('range')) ?? []).map(Number);
    expect(low).toBeGreaterThan(high);
    expect(textsOf(svg, 'zh')).toEqual(
      expect.arrayContaining(['05-06', '05-07', '05-08', '发热 37.3 ℃（工具默认值）']),
    );
    expect(textsOf(svg, 'en')).toContain('fever 37.3 °C (toolkit default)');
    expect(svg).toContain('2020-05-07：6 次，36.5 至 38.0 ℃，中位数 36.5；发热 2 次');
  });

  test('have their numbers as a table, and say which days are left out', () => {
    expect(temperatureTable(days, LIMITS.fever).rows).toEqual([
      ['2020-05-06', 5, '36.2', '36.5', '36.8', 0],
      ['2020-05-07', 6, '36.5', '36.5', '38.0', 2],
    ]);
    expect(temperatureNote().zh).toContain('不到 5 次的不画（工具默认值）');
  });

  test('are drawn by the week where there are many days', () => {
    const many = Array.from({ length: 180 }, (_, i) => temperatures(addDays('2020-01-06', i), 365, 366, 367, 368, 369));
    const svg = temperatureChart(many, { from: '2020-01-06', to: addDays('2020-01-06', 179) }, LIMITS.fever, 't');
    expect(elementsOf(svg).filter(({ attributes }) => attributes.get('class') === 'hit')).toHaveLength(26);
    expect(svg).toContain('week of 2020-01-13: 35 readings');
    expect(temperatureTable(many, LIMITS.fever).rows).toHaveLength(180);
  });

  test('are drawn also where there is none', () => {
    const svg = temperatureChart([], MAY, LIMITS.fever, 't');
    expect(svg).toContain('没有可画的读数');
    expect(svg).not.toContain('NaN');
    elementsOf(svg);
  });
});

describe('a stock', () => {
  test('goes in steps to the end of the period, beside the least that the clause asks for', () => {
    const svg = stockChart(stock, MAY, 's');
    const elements = elementsOf(svg);
    const steps = elements.find(({ attributes }) => attributes.get('class') === 'steps')?.attributes.get('d') ?? '';
    expect(steps).toMatch(/^M40,[\d.]+L[\d.]+,[\d.]+L[\d.]+,[\d.]+L[\d.]+,[\d.]+L344,[\d.]+$/);
    expect(elements.flatMap(({ name, attributes }) => (name === 'circle' ? [attributes.get('class')] : []))).toEqual([
      'level',
      'low',
    ]);
    expect(textsOf(svg, 'zh')).toContain('至少 61（四（六）4）');
    expect(textsOf(svg, 'en')).toContain('at least 61 (四（六）4)');
    expect(elements.find(({ name }) => name === 'desc')?.text).toContain('有 1 天低于 61');
  });

  test('has its numbers as a table', () => {
    expect(stockTable(stock).rows).toEqual([
      ['2020-05-01', 120, 61],
      ['2020-05-11', 60, 61],
    ]);
    const { minimum: _, ...without } = stock;
    expect(stockTable(without).columns).toHaveLength(2);
    expect(stockChart(without, MAY, 's')).not.toContain('class="limit"');
  });
});

describe('every chart', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '</svg><script>alert(1)</script>',
      '" onload="x',
      '&amp;',
      ']]>',
      '::set-output',
      '\u202e\u0000\ud800',
    ),
  );
  const wording = fc.record({ zh: text, en: text });

  test('is well formed, with a title and a description, whatever stands in it', () => {
    fc.assert(
      fc.property(
        wording,
        text,
        text,
        fc.string({ maxLength: 40 }),
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
        (item, clause, kind, marks, quantity) => {
          const line: StockLine = {
            item,
            unit: item,
            minimum: { quantity: 3, clause },
            days: [['2020-05-02', quantity]],
          };
          for (const svg of [stockChart(line, MAY, clause), calendarChart({ kind, days: marks }, MAY, kind)]) {
            const [root, title, description] = elementsOf(svg);
            expect(root).toMatchObject({ name: 'svg' });
            expect(root?.attributes.get('role')).toBe('img');
            expect([title?.name, description?.name]).toEqual(['title', 'desc']);
            const ids = [title, description].map((each) => each?.attributes.get('id'));
            expect(root?.attributes.get('aria-labelledby')).toBe(ids.join(' '));
            const names = new Set(elementsOf(svg).map(({ name }) => name));
            expect([...names].filter((name) => !KNOWN.has(name))).toEqual([]);
          }
        },
      ),
    );
  });

  const KNOWN = new Set(['svg', 'title', 'desc', 'path', 'text', 'tspan', 'circle', 'rect']);

  test('has no colour, no style and no script of its own', () => {
    const all = [
      calendarChart({ kind: 'entry', days: 'owfg-' }, MAY, 'c'),
      temperatureChart([temperatures('2020-05-06', 365, 374, 366, 366, 366)], MAY, LIMITS.fever, 't'),
      stockChart(stock, MAY, 's'),
    ];
    for (const svg of all) {
      const names = new Set(elementsOf(svg).flatMap(({ attributes }) => [...attributes.keys()]));
      expect([...names].filter((name) => /^(?:style|on|stroke|href|xlink)/.test(name))).toEqual([]);
      expect(svg).not.toMatch(/fill="(?!none)|NaN|undefined|\{\w+\}/);
    }
  });
});
