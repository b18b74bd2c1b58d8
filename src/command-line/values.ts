/** Reads the values of options and arguments, and says what is wrong with one. */
import { UnusableError } from '../errors.js';
import { isDate } from '../profile/formats.js';
import type { Wording } from '../types.js';

/** What the value of an option or an argument can be: any text where nothing is said. */
export interface ValueEntry {
  readonly choices?: readonly string[];
  /** Names that only some commands know, too many to be loaded at every start: completed here, checked by the command. */
  readonly names?: 'kinds' | 'rules' | 'documents';
  /** What is said of a value that is none of the choices, where it is not the usual. */
  readonly wrong?: Wording;
  /** Makes the value of the text; `option` is what to call it in an error. */
  readonly read?: (text: string, option: string) => unknown;
}

/** The type of the value that an entry describes. */
export type ValueOf<Entry> = Entry extends { read: (...given: never[]) => infer Value }
  ? Value
  : Entry extends { choices: readonly (infer Choice)[] }
    ? Choice
    : string;

/**
 * Returns the value that an entry makes of a text.
 *
 * @throws {UnusableError} if it can't be that.
 */
export function readValue({ choices, wrong, read }: ValueEntry, text: string, option: string): unknown {
  if (choices) return oneOf(choices, text, option, wrong);
  return read ? read(text, option) : text;
}

/** What is said of a value that is none of the choices. */
export const ONE_OF: Wording = { zh: '{option} 只能是 {known}', en: '{option} must be one of {known}' };

/**
 * Returns the value, which must be one of those known.
 *
 * @throws {UnusableError} naming what is possible.
 */
export function oneOf<Value extends string>(
  known: readonly Value[],
  value: string,
  option: string,
  wrong: Wording = ONE_OF,
): Value {
  if ((known as readonly string[]).includes(value)) return value as Value;
  throw new UnusableError('usage/value', wrong, { option, value, known: known.join(', ') });
}

/**
 * Returns a whole number of at most nine digits.
 *
 * @throws {UnusableError} naming the option.
 */
export function wholeNumber(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UnusableError(
    'usage/value',
    { zh: '{option} 应是整数', en: '{option} must be a whole number' },
    { option },
  );
}

/**
 * Returns a whole number of seconds, at least one and at most some eleven days.
 *
 * @throws {UnusableError} naming the option.
 */
export function seconds(text: string, option: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UnusableError(
    'usage/value',
    { zh: '{option} 应是秒数，至少 1', en: '{option} must be a number of seconds, at least 1' },
    { option },
  );
}

/**
 * Returns a whole number, or infinity for `all`.
 *
 * @throws {UnusableError} naming the option.
 */
export function wholeNumberOrAll(text: string, option: string): number {
  if (text === 'all') return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UnusableError(
    'usage/value',
    { zh: '{option} 应是整数，或 all（全部）', en: '{option} must be a whole number, or all' },
    { option },
  );
}

/**
 * Returns a real date, `YYYY-MM-DD`.
 *
 * @throws {UnusableError} naming the option.
 */
export function date(text: string, option: string): string {
  if (isDate(text)) return text;
  throw new UnusableError(
    'usage/value',
    {
      zh: '{option} 应是真实的日期，写作 年-月-日，例如 2020-05-06',
      en: '{option} must be a real date, year-month-day, such as 2020-05-06',
    },
    { option },
  );
}

/**
 * Returns a real month, `YYYY-MM`.
 *
 * @throws {UnusableError} naming the option.
 */
export function month(text: string, option: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UnusableError(
    'usage/value',
    { zh: '{option} 写作 年-月，例如 2020-05', en: '{option} is year-month, such as 2020-05' },
    { option },
  );
}

/**
 * Returns a header and the column that it stands for, written `header=column`.
 *
 * @throws {UnusableError} naming the option.
 */
export function headerAndColumn(text: string, option: string): readonly [header: string, column: string] {
  const at = text.lastIndexOf('=');
  if (at >= 1 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
  throw new UnusableError(
    'usage/value',
    {
      zh: '{option} 写作 表里的列名=标准列名，例如 {option} 名簿=姓名',
      en: '{option} is written header=column, such as {option} 名簿=姓名',
    },
    { option },
  );
}
