/** The days of a log as a calendar: a square a day, a column a week, told apart by shape as well as by colour. */
import { kindByName } from '../../logs/kinds/index.js';
import { daysFrom, weekdayOf } from '../../plan/days.js';
import { fillBoth } from '../../text/fill.js';
import type { CalendarMark, Figures, LogCalendar, Wording } from '../../types.js';
import { type ChartTable, chart, text, tip } from './svg.js';
import { CALENDAR_WORDS, MARK_WORDS, MONTHS, WEEKDAYS } from './words.js';

/** The marks in the order in which a legend lists them. */
export const MARKS: readonly CalendarMark[] = ['o', 'w', 'f', 'g', '-'];

type Period = NonNullable<Figures['period']>;

/** A side of a square, and from one to the next. */
const SIDE = 12;
const STEP = 15;
/** Weeks beside one another: so many fit on a phone. A longer period goes on below. */
const MOST_WEEKS = 20;
const LEFT = 30;
const TOP = 16;
const BETWEEN = 10;
const ROW = TOP + 7 * STEP + BETWEEN;

/** Squares as paths from their upper left corner: full, with a hole like `!`, with a hole like ×, empty, a dot. */
const SHAPES: Readonly<Record<CalendarMark, string>> = {
  o: 'h12v12h-12z',
  w: 'h12v12h-12zm5 2v5h2v-5zm0 6.5v2h2v-2z',
  f: 'h12v12h-12zm6 4.6l-2.2-2.2-1.4 1.4 2.2 2.2-2.2 2.2 1.4 1.4 2.2-2.2 2.2 2.2 1.4-1.4-2.2-2.2 2.2-2.2-1.4-1.4z',
  g: 'h12v12h-12zm2 2v8h8v-8z',
  '-': 'm4.5 4.5h3v3h-3z',
};

/** Classes of the squares. */
const CLASSES: Readonly<Record<CalendarMark, string>> = { o: 'o', w: 'w', f: 'f', g: 'g', '-': 'n' };

interface Day {
  readonly day: string;
  readonly mark: CalendarMark;
}

/**
 * Returns the calendar of a log. `id` must be unlike that of any other chart of the page. A `small` one has no words for
 * each day, and a sixth of the bytes: for pages of many institutions.
 */
export function calendarChart(calendar: LogCalendar, period: Period, id: string, small = false): string {
  const days = daysOf(calendar, period);
  const first = weekdayOf(period.from);
  const weeks = Math.ceil((first + days.length) / 7);
  const rows = Math.max(1, Math.ceil(weeks / MOST_WEEKS));
  const columns = Math.ceil(weeks / rows);
  const alike = new Map<CalendarMark, string>();
  const squares = days.flatMap(({ day, mark }, i) => {
    const week = Math.floor((first + i) / 7);
    const weekday = (first + i) % 7;
    const x = LEFT + (week % columns) * STEP;
    const y = Math.floor(week / columns) * ROW + TOP + weekday * STEP;
    const shape = `M${x} ${y}${SHAPES[mark]}`;
    alike.set(mark, (alike.get(mark) ?? '') + shape);
    if (small) return [];
    const params = { day, weekday: WEEKDAYS[weekday] as Wording, mark: MARK_WORDS[mark] };
    return [`<path class="${CLASSES[mark]}" d="${shape}">${tip(CALENDAR_WORDS.day, params)}</path>`];
  });
  if (small) squares.push(...[...alike].map(([mark, shape]) => `<path class="${CLASSES[mark]}" d="${shape}"/>`));
  const labels = Array.from({ length: rows }, (_, row) =>
    [0, 2, 4, 6].map((weekday) => {
      const y = row * ROW + TOP + weekday * STEP + SIDE - 2.5;
      return text(WEEKDAYS[weekday] as Wording, { x: LEFT - 5, y, anchor: 'end' });
    }),
  );
  return chart(
    {
      id,
      sort: 'calendar',
      // at least as wide as the name of a month
      width: LEFT + Math.max(columns, 2) * STEP,
      height: rows * ROW - BETWEEN,
      title: titleOf(calendar, period),
      description: countsOf(days),
    },
    [...labels.flat(), ...months(days, first, columns), ...squares],
  );
}

/** The name of each month above the first week that begins in it. A name that the next would run into is left out. */
function months(days: readonly Day[], first: number, columns: number): string[] {
  const weeks = Math.ceil((first + days.length) / 7);
  const month = Array.from({ length: weeks }, (_, week) =>
    (days[Math.max(0, week * 7 - first)]?.day ?? '').slice(5, 7),
  );
  const begins = month.flatMap((each, week) => (each !== month[week - 1] || week % columns === 0 ? [week] : []));
  return begins.flatMap((week, i) => {
    const next = begins[i + 1];
    const words = MONTHS[Number(month[week]) - 1];
    if (!words || (next !== undefined && next - week < 2 && next % columns !== 0)) return [];
    return [text(words, { x: LEFT + (week % columns) * STEP, y: Math.floor(week / columns) * ROW + TOP - 5 })];
  });
}

/** Returns one square as a picture of its own, for a legend. */
export function markIcon(mark: CalendarMark): string {
  return `<svg class="chart mark" aria-hidden="true" viewBox="0 0 12 12" width="12" height="12"><path class="${CLASSES[mark]}" d="M0 0${SHAPES[mark]}"/></svg>`;
}

/** Returns what a mark means. */
export function markWords(mark: CalendarMark): Wording {
  return MARK_WORDS[mark];
}

/** Returns the days on which there is something to look at. */
export function calendarTable(calendar: LogCalendar, period: Period): ChartTable {
  return {
    columns: [CALENDAR_WORDS.dayColumn, CALENDAR_WORDS.markColumn],
    rows: daysOf(calendar, period).flatMap(({ day, mark }) =>
      mark === 'o' || mark === '-' ? [] : [[day, MARK_WORDS[mark]]],
    ),
  };
}

/** Returns in words how many days are recorded, and how many lack. */
export function calendarCounts(calendar: LogCalendar, period: Period): Wording {
  return countsOf(daysOf(calendar, period));
}

function countsOf(days: readonly Day[]): Wording {
  const count = (wanted: CalendarMark): number => days.filter(({ mark }) => mark === wanted).length;
  const [f, w, g] = [count('f'), count('w'), count('g')];
  const counts = { recorded: count('o') + f + w, f, w, g };
  const parts = (['recorded', 'f', 'w', 'g'] as const)
    .filter((part) => counts[part] > 0)
    .map((part) => fillBoth(CALENDAR_WORDS[part], { count: counts[part] }));
  if (parts.length === 0) return CALENDAR_WORDS.nothing;
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function titleOf({ kind }: LogCalendar, { from, to }: Period): Wording {
  return fillBoth(CALENDAR_WORDS.title, { kind: kindByName(kind)?.title ?? kind, from, to });
}

function daysOf({ days }: LogCalendar, period: Period): Day[] {
  return datesOf(period, days.length).map((day, i) => {
    const mark = days[i] ?? '-';
    return { day, mark: Object.hasOwn(SHAPES, mark) ? (mark as CalendarMark) : '-' };
  });
}

/** The dates of periods: all the calendars of an institution have the same ones. */
const dates = new WeakMap<Period, readonly string[]>();

function datesOf(period: Period, count: number): readonly string[] {
  const known = dates.get(period);
  if (known?.length === count) return known;
  const days = daysFrom(period.from, count);
  dates.set(period, days);
  return days;
}
