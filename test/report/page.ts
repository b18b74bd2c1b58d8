/** Pages for the tests of the HTML report: from a report, with figures, and read as a browser reads them. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { kindTitle } from '../../src/commands/parts/kind-title.js';
import { pageAssets } from '../../src/commands/parts/report-page.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { type HtmlOptions, toHtml } from '../../src/report/html/page.js';
import { RULES } from '../../src/rules/index.js';
import type { Figures, Report } from '../../src/types.js';

/** Returns the page of a report. */
export function pageOf(report: Report, own: Partial<HtmlOptions> = {}): string {
  return toHtml(report, { language: 'zh', rules: RULES, plan: LIUZHOU_2020, kindTitle, assets: pageAssets(), ...own });
}

/** Returns figures of every sort, with a text wherever they can hold one from outside. */
export function figures(text = '教室一'): Figures {
  return {
    period: { from: '2020-05-01', to: '2020-05-05' },
    calendars: [
      { kind: 'ventilation', days: 'owfg-' },
      { kind: 'entry', days: 'ooooo' },
    ],
    temperatures: [{ day: '2020-05-02', counts: Array.from({ length: 8 }, (_, i) => [362 + i, 3]) }],
    stock: [
      {
        item: { zh: text, en: text },
        unit: { zh: '只', en: 'pieces' },
        minimum: { quantity: 60, clause: '四（六）4' },
        days: [
          ['2020-05-01', 80],
          ['2020-05-04', 20],
        ],
      },
    ],
    rooms: [
      {
        ...{ room: text, width: 6, length: 8, spacing: 1 },
        seats: [
          [1, 2],
          [1.5, 2],
          [4, 5],
        ],
        tooClose: [[0, 1, 0.5]],
        fixtures: [{ kind: 'podium', x: 2, y: 0.2, width: 2, length: 1 }],
      },
    ],
  };
}

/** An element of a page: its name, its attributes, the text directly in it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** What a browser makes of a page: its elements in order, and where it had to guess. */
export interface Read {
  readonly elements: readonly Element[];
  readonly errors: readonly string[];
}

/** Reads a page as the HTML standard says. */
export function readPage(page: string): Read {
  const errors: string[] = [];
  const document = parse(page, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
  const elements: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
      elements.push({
        name: node.tagName,
        attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
        text,
      });
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(document);
  return { elements, errors };
}
