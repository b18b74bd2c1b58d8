/** Times of day as they are shown. */

/** Returns minutes after midnight as `HH:MM`; midnight at the end of the day is 24:00. */
export function clock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
