/** Reads the values of options. */
import { UnusableError } from '../../errors.js';
import { isDate } from '../../profile/formats.js';

/**
 * Returns the value of an option that must be one of those known.
 *
 * @throws {UnusableError} naming the option and what is possible.
 */
export function oneOf<Value extends string>(known: readonly Value[], value: string, option: string): Value {
  if ((known as readonly string[]).includes(value)) return value as Value;
  throw new UnusableError(
    'usage/value',
    { zh: '{option} 只能是 {known}', en: '{option} must be one of {known}' },
    { option, known: known.join(', ') },
  );
}

/**
 * Returns the value of an option that must be a whole number of at most nine digits.
 *
 * @throws {UnusableError} naming the option.
 */
export function wholeNumber(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UnusableError(
    'usage/value',
    { zh: '{option} 应是整数', en: '{option} must be a whole number' },
    { option },
  );
}

/**
 * Returns the value of an option that must be a real date, `YYYY-MM-DD`.
 *
 * @throws {UnusableError} naming the option.
 */
export function dateOption(value: string | undefined, option: string): string | undefined {
  if (value === undefined || isDate(value)) return value;
  throw new UnusableError(
    'usage/as-of',
    {
      zh: '{option} 应是真实的日期，写作 年-月-日，例如 2020-05-06',
      en: '{option} must be a real date, year-month-day, such as 2020-05-06',
    },
    { option },
  );
}
