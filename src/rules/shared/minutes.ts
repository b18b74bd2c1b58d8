/** Arithmetic with times written `YYYY-MM-DDTHH:MM`. */

const MILLISECONDS_OF_A_MINUTE = 60_000;

/** Returns the minutes from one time to another, negative if it is before; `undefined` where one is not given. */
export function minutesBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / MILLISECONDS_OF_A_MINUTE;
}
