/** What templates can call. A value that does not exist is refused, as is one that is printed. */
import Handlebars from 'handlebars';
import type { Meter } from './meter.js';
import { BLANK, isGiven, type View } from './view.js';

/** A place in a template, as the package has it: lines from 1, columns from 0. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

/** A helper was called with a name that does not exist. */
export class UnknownValue extends Error {
  /** `at` is the place of the call, `parameter` the index of the value. */
  constructor(
    readonly at: TemplatePlace,
    readonly parameter: number,
  ) {
    super('a value that does not exist');
  }
}

type Options = Handlebars.HelperOptions & { readonly loc: { readonly start: TemplatePlace } };

/** Returns the helpers, among them those of the package in a stricter form. */
export function helpers(meter: Meter): Record<string, Handlebars.HelperDelegate> {
  const {
    each,
    if: when,
    unless,
    with: within,
  } = Handlebars.create().helpers as Record<'each' | 'if' | 'unless' | 'with', Handlebars.HelperDelegate>;
  const safe = (value: unknown): unknown => (value === undefined || value === null ? '' : value);
  /** What is not given is neither yes nor no; templates that print either ask with `given` first. */
  const truth = (value: unknown): unknown => (value === BLANK ? false : value);
  const own: Record<string, Handlebars.HelperDelegate> = {
    each(this: unknown, list: unknown, options: Options) {
      const fn: Options['fn'] = (item, more) => meter.part(() => options.fn(item, more));
      return each.call(this, list, { ...options, fn });
    },
    if(this: unknown, value: unknown, options: Options) {
      return when.call(this, truth(value), options);
    },
    unless(this: unknown, value: unknown, options: Options) {
      return unless.call(this, truth(value), options);
    },
    with(this: unknown, node: unknown, options: Options) {
      return within.call(this, node, options);
    },
    yesNo: (value: unknown) => (value === BLANK ? BLANK : value ? '是' : '否'),
    optional: (node: unknown, key: unknown) => (isGiven(node, String(key)) ? safe((node as View)[String(key)]) : ''),
    given(this: unknown, node: unknown, key: unknown, options: Options) {
      return isGiven(node, String(key)) ? options.fn(this) : options.inverse(this);
    },
    add: (a: unknown, b: unknown) => Number(a) + Number(b),
    join: (list: unknown, separator: unknown) => (Array.isArray(list) ? list.map(String).join(String(separator)) : ''),
    chinese: (value: unknown) => chineseNumber(Number(value)),
  };
  return Object.fromEntries(Object.entries(own).map(([name, helper]) => [name, refusingUnknown(helper)]));
}

/** The package looks values of helpers up without complaint, also when it is strict. */
function refusingUnknown(helper: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, ...values: unknown[]) {
    const options = values.at(-1) as Options;
    const unknown = values.slice(0, -1).indexOf(undefined);
    if (unknown >= 0) throw new UnknownValue(options.loc.start, unknown);
    return Reflect.apply(helper, this, values);
  };
}

/** Returns 1 to 99 in Chinese numerals, as headings have them. */
export function chineseNumber(value: number): string {
  const digits = '零一二三四五六七八九';
  if (value < 10) return digits.charAt(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits.charAt(tens) : ''}十${ones > 0 ? digits.charAt(ones) : ''}`;
}
