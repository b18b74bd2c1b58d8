/** Reads the values of options. */
import { UnusableError } from '../errors.js';

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
