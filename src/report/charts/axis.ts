/** The labels of days below a chart. */
import { weekdayOf } from '../../plan/days.js';
import { text } from './svg.js';

/** Up to so many days are labelled one by one, up to so many on Mondays, more of them month by month. */
const MOST_SINGLE = 7;
const MOST_BY_WEEK = 45;
const MOST_LABELS = 7;

/** Returns the labels `MM-DD` of some of the days, as many as there is room for. `days` may be the first days of weeks. */
export function dayLabels(days: readonly string[], xOf: (day: string) => number, y: number): string[] {
  const isMonday = (day: string): boolean => weekdayOf(day) === 0;
  const isWeekly = days.length > 1 && days.every(isMonday);
  const beginsMonth = (day: string, i: number): boolean =>
    i > 0 && day.slice(0, 7) !== (days[i - 1] as string).slice(0, 7);
  const labelled = days.filter((day, i) => {
    if (days.length <= MOST_SINGLE) return true;
    return days.length > MOST_BY_WEEK || isWeekly ? beginsMonth(day, i) : isMonday(day);
  });
  const every = Math.ceil(labelled.length / MOST_LABELS);
  return labelled
    .filter((_, i) => i % every === 0)
    .map((day) => text(day.slice(5), { x: xOf(day), y, anchor: 'middle' }));
}
