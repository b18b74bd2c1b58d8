/** Reads measures of rooms and of what stands in them, in metres. */
import { UnusableError } from '../errors.js';
import { LONGEST_SIDE } from '../seats/room.js';

const MOST = LONGEST_SIDE / 1000;

/**
 * Returns a length.
 *
 * @throws {UnusableError} naming the option.
 */
export function metres(text: string, option: string): number {
  const [number, ...rest] = numbersIn(text);
  if (number !== undefined && rest.length === 0) return number;
  throw new UnusableError(
    'usage/value',
    {
      zh: '{option} 应是一个数（米，不超过 {most}），例如 9',
      en: '{option} must be a number of metres, at most {most}, such as 9',
    },
    { option, most: MOST },
  );
}

/**
 * Returns the two sides of a place.
 *
 * @throws {UnusableError} naming the option.
 */
export function sides(text: string, option: string): { readonly width: number; readonly length: number } {
  const [width = 0, length = 0] = numbersOf(text, 'width,length', '0.6,0.8', option);
  return { width, length };
}

/**
 * Returns the corner and the sides of a place in a room.
 *
 * @throws {UnusableError} naming the option.
 */
export function place(
  text: string,
  option: string,
): { readonly x: number; readonly y: number; readonly width: number; readonly length: number } {
  const [x = 0, y = 0, width = 0, length = 0] = numbersOf(text, 'x,y,width,length', '3,0,2,1.2', option);
  return { x, y, width, length };
}

/** The numbers of a text, as many as the form has. */
function numbersOf(text: string, form: string, example: string, option: string): number[] {
  const numbers = numbersIn(text);
  const count = form.split(',').length;
  if (numbers.length === count) return numbers;
  throw new UnusableError(
    'usage/value',
    {
      zh: '{option} 应是 {count} 个数（{form}，米），用逗号隔开，例如 {example}',
      en: '{option} must be {count} numbers ({form}, in metres) divided by commas, such as {example}',
    },
    { option, count, form, example },
  );
}

/** The numbers of a text, divided by commas or ×; none if one of them can't be a length. */
function numbersIn(text: string): number[] {
  const parts = text.split(/[,，x×]/).map((part) => part.trim());
  const numbers = parts.map((part) => (/^\d{1,4}(?:\.\d{1,6})?$/.test(part) ? Number(part) : Number.NaN));
  return numbers.every((number) => number <= MOST) ? numbers : [];
}
