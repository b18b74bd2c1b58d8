/** The temperatures of each day: their range, the middle half and the median, beside the line from which they are fever. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { LEAST_READINGS } from '../../check/figures.js';
import { daysBetween, daysFrom } from '../../plan/days.js';
import type { Limit } from '../../plan/limit.js';
import { fillBoth } from '../../text/fill.js';
import type { DayTemperatures, Figures, Wording } from '../../types.js';
import { dayLabels } from './axis.js';
import { type Box, boxOf, byWeek, mondayOf } from './boxes.js';
import { type ChartTable, chart, short, text, tip } from './svg.js';
import { TEMPERATURE_WORDS } from './words.js';

type Period = NonNullable<Figures['period']>;

const WIDTH = 400;
const HEIGHT = 200;
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 8, 16, 22];

/** Beyond so many days the readings of a week are drawn together. */
const MOST_DAYS = 62;

/** Returns the chart. `fever` is the limit from which a reading counts as fever; `id` unlike that of any other chart. */
export function temperatureChart(days: readonly DayTemperatures[], period: Period, fever: Limit, id: string): string {
  const length = daysBetween(period.from, period.to) + 1;
  const isLong = length > MOST_DAYS;
  const boxes = (isLong ? byWeek(days) : days).map((day) => boxOf(day, fever));
  const all = daysFrom(period.from, length);
  const slots = isLong ? [...new Set(all.map(mondayOf))] : all;
  const x = scaleBand(slots, [LEFT, WIDTH - RIGHT]).paddingInner(0.2);
  const lows = boxes.map(({ low }) => low);
  const highs = boxes.map(({ high }) => high);
  const y = scaleLinear([Math.min(36, ...lows), Math.max(fever.value + 0.3, ...highs)], [HEIGHT - BOTTOM, TOP]);
  const half = Math.min(x.bandwidth(), 9) / 2;
  const shapes = { range: '', half: '', median: '', hot: '' };
  const tips: string[] = [];
  for (const box of boxes) {
    const left = x(box.day);
    if (left === undefined) continue;
    const middle = left + x.bandwidth() / 2;
    const at = (value: number): string => short(y(value));
    shapes.range += `M${short(middle)} ${at(box.low)}V${at(box.high)}`;
    shapes.half += `M${short(middle - half)} ${at(box.lower)}H${short(middle + half)}V${at(box.upper)}H${short(middle - half)}z`;
    shapes.median += `M${short(middle - half)} ${at(box.median)}H${short(middle + half)}`;
    // a diamond at the highest, where it is fever
    if (box.above > 0) shapes.hot += `M${short(middle)} ${short(y(box.high) - 4)}l4 4-4 4-4-4z`;
    tips.push(
      `<rect class="hit" x="${short(left)}" y="${TOP}" width="${short(x.step())}" height="${HEIGHT - TOP - BOTTOM}" fill="none" pointer-events="all">${tip(boxWords(box, isLong))}</rect>`,
    );
  }
  const limit = y(fever.value);
  const grid = y.ticks(5).map((value) => {
    const label = text(value.toFixed(1), { x: LEFT - 5, y: y(value) + 3.5, anchor: 'end' });
    return `<path class="grid" d="M${LEFT} ${short(y(value))}H${WIDTH - RIGHT}"/>${label}`;
  });
  return chart(
    {
      id,
      sort: 'temperatures',
      width: WIDTH,
      height: HEIGHT,
      title: isLong ? TEMPERATURE_WORDS.weekly : TEMPERATURE_WORDS.title,
      description: summary(
        days.map((day) => boxOf(day, fever)),
        fever,
      ),
    },
    [
      ...grid,
      ...dayLabels(slots, (day) => (x(day) ?? 0) + x.bandwidth() / 2, HEIGHT - 6),
      `<path class="range" d="${shapes.range}"/><path class="half" d="${shapes.half}"/><path class="median" d="${shapes.median}"/><path class="hot" d="${shapes.hot}"/>`,
      `<path class="limit" d="M${LEFT} ${short(limit)}H${WIDTH - RIGHT}"/>`,
      text(limitWords(fever), { x: WIDTH - RIGHT, y: limit - 4, anchor: 'end', class: 'limit' }),
      ...tips,
    ],
  );
}

/** Returns what the shapes mean, and which days are left out. */
export function temperatureNote(): Wording {
  return fillBoth(TEMPERATURE_WORDS.note, { least: LEAST_READINGS });
}

/** Returns the numbers of the chart. */
export function temperatureTable(days: readonly DayTemperatures[], fever: Limit): ChartTable {
  const { dayColumn, count, low, median, high, above } = TEMPERATURE_WORDS;
  return {
    columns: [dayColumn, count, low, median, high, above],
    rows: days
      .map((day) => boxOf(day, fever))
      .map((box) => [
        box.day,
        box.count,
        ...[box.low, box.median, box.high].map((value) => value.toFixed(1)),
        box.above,
      ]),
  };
}

function boxWords({ day, count, low, high, median, above }: Box, isWeek: boolean): Wording {
  const params = { day, count, low: low.toFixed(1), high: high.toFixed(1), median: median.toFixed(1), above };
  return fillBoth(isWeek ? TEMPERATURE_WORDS.week : TEMPERATURE_WORDS.day, params);
}

function summary(boxes: readonly Box[], fever: Limit): Wording {
  if (boxes.length === 0) return TEMPERATURE_WORDS.none;
  return fillBoth(TEMPERATURE_WORDS.summary, {
    days: boxes.length,
    readings: boxes.reduce((sum, { count }) => sum + count, 0),
    low: Math.min(...boxes.map(({ low }) => low)).toFixed(1),
    high: Math.max(...boxes.map(({ high }) => high)).toFixed(1),
    limit: fever.value,
    above: boxes.reduce((sum, { above }) => sum + above, 0),
  });
}

function limitWords({ value, source }: Limit): Wording {
  const origin = 'clause' in source ? source.clause : TEMPERATURE_WORDS.byDefault;
  return fillBoth(TEMPERATURE_WORDS.limit, { limit: value, source: origin });
}
