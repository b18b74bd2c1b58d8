/** The formats of the profile schema: what a date, a time, an identifier or a phone number looks like. */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns whether the text is a date of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Returns whether the text is a date, or two dates `from..to` in order. */
export function isDateOrRange(text: string): boolean {
  const [from, to, ...rest] = text.split('..');
  if (from === undefined || rest.length > 0 || !isDate(from)) return false;
  return to === undefined || (isDate(to) && from <= to);
}

/** Returns whether the text is a time of day, `00:00` to `23:59`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Returns whether the text can be an identifier. A number in scientific notation has lost its digits. */
export function isIdentifier(text: string): boolean {
  return text.length > 0 && !/\s/.test(text) && !/^\d(\.\d+)?[eE]\+\d+$/.test(text) && !/^\d\.\d+[eE]\d+$/.test(text);
}

/** Returns whether the text can be a phone number. */
export function isPhone(text: string): boolean {
  return /^\+?[\d ()-]{5,20}$/.test(text);
}

/** The formats by the names that the schema uses. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-or-range': isDateOrRange,
  time: isTime,
  identifier: isIdentifier,
  phone: isPhone,
};
