/** How much there was of a thing day by day, as steps, beside what the plan asks for at the least. */
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line as lineOf } from 'd3-shape';
import { daysBetween, daysFrom } from '../../plan/days.js';
import { fillBoth } from '../../text/fill.js';
import type { Figures, StockLine, Wording } from '../../types.js';
import { dayLabels } from './axis.js';
import { type ChartTable, chart, short, text, tip } from './svg.js';
import { STOCK_WORDS } from './words.js';

type Period = NonNullable<Figures['period']>;

const WIDTH = 360;
const HEIGHT = 140;
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 16, 14, 22];
/** Beyond so many points they are drawn smaller. */
const MANY = 40;
const NO_UNIT: Wording = { zh: '', en: '' };

/** Returns the chart of a thing. `id` must be unlike that of any other chart of the page. */
export function stockChart(stock: StockLine, period: Period, id: string): string {
  const { item, unit = NO_UNIT, minimum, days } = stock;
  const all = daysFrom(period.from, daysBetween(period.from, period.to) + 1);
  const x = scaleLinear([0, Math.max(1, all.length - 1)], [LEFT, WIDTH - RIGHT]);
  const xOf = (day: string): number => x(daysBetween(period.from, day));
  const most = Math.max(1, minimum?.quantity ?? 0, ...days.map(([, quantity]) => quantity));
  const least = Math.min(0, ...days.map(([, quantity]) => quantity));
  const y = scaleLinear([least, most], [HEIGHT - BOTTOM, TOP]).nice(4);
  const last = days.at(-1);
  const steps = last && last[0] < period.to ? [...days, [period.to, last[1]] as const] : days;
  const path = lineOf<readonly [string, number]>(
    ([day]) => xOf(day),
    ([, quantity]) => y(quantity),
  )
    .curve(curveStepAfter)
    .digits(1);
  const [large, small] = days.length > MANY ? [2.5, 1.5] : [4, 2.5];
  const dots = days.map(([day, quantity]) => {
    const isLow = minimum !== undefined && quantity < minimum.quantity;
    const place = `cx="${short(xOf(day))}" cy="${short(y(quantity))}"`;
    return `<circle class="${isLow ? 'low' : 'level'}" ${place} r="${isLow ? large : small}">${tip(STOCK_WORDS.day, { day, quantity, unit })}</circle>`;
  });
  const grid = y.ticks(3).map((value) => {
    const label = text(value, { x: LEFT - 5, y: y(value) + 3.5, anchor: 'end' });
    return `<path class="grid" d="M${LEFT} ${short(y(value))}H${WIDTH - RIGHT}"/>${label}`;
  });
  const limit = minimum
    ? [
        `<path class="limit" d="M${LEFT} ${short(y(minimum.quantity))}H${WIDTH - RIGHT}"/>`,
        text(fillBoth(STOCK_WORDS.minimum, { minimum: minimum.quantity, clause: minimum.clause }), {
          x: WIDTH - RIGHT,
          y: y(minimum.quantity) - 4,
          anchor: 'end',
          class: 'limit',
        }),
      ]
    : [];
  const title = fillBoth(STOCK_WORDS.title, { item });
  return chart({ id, sort: 'stock', width: WIDTH, height: HEIGHT, title, description: summary(stock) }, [
    ...grid,
    ...dayLabels(all, xOf, HEIGHT - 6),
    `<path class="steps" fill="none" d="${path(steps) ?? ''}"/>`,
    ...limit,
    ...dots,
  ]);
}

/** Returns the numbers of the chart. */
export function stockTable({ minimum, days }: StockLine): ChartTable {
  const { dayColumn, quantity, minimumColumn } = STOCK_WORDS;
  return minimum
    ? { columns: [dayColumn, quantity, minimumColumn], rows: days.map((each) => [...each, minimum.quantity]) }
    : { columns: [dayColumn, quantity], rows: days };
}

function summary({ unit = NO_UNIT, minimum, days }: StockLine): Wording {
  const quantities = days.map(([, quantity]) => quantity);
  const said = fillBoth(STOCK_WORDS.summary, { last: quantities.at(-1) ?? 0, least: Math.min(...quantities), unit });
  const low = minimum === undefined ? [] : quantities.filter((quantity) => quantity < minimum.quantity);
  if (!minimum || low.length === 0) return said;
  const more = fillBoth(STOCK_WORDS.short, { days: low.length, minimum: minimum.quantity });
  return { zh: said.zh + more.zh, en: said.en + more.en };
}
