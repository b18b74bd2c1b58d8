/** The labels of days below a chart. */
import { weekdayOf } from '../../plan/days.js';
import { text } from './svg.js';

/** Up to so many days are labelled week by week, more of them month by month. */
const MOST_BY_WEEK = 45;

/** Returns the labels `MM-DD` of Mondays, or of the first days of months where there are many days. */
export function dayLabels(days: readonly string[], xOf: (day: string) => number, y: number): string[] {
  const isLabelled =
    days.length > MOST_BY_WEEK
      ? (day: string) => day.endsWith('-01')
      : days.length > 7
        ? (day: string) => weekdayOf(day) === 0
        : () => true;
  const labelled = days.filter(isLabelled);
  return labelled.map((day) => text(day.slice(5), { x: xOf(day), y, anchor: 'middle' }));
}
