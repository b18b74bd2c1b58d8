/** Reads the strength of a disinfectant as people write it: 500mg/L, 1:99, 75%. */

/** From the least to the most; both are the same where one number is given. */
export type Span = readonly [least: number, most: number];

/**
 * A strength: mg of available chlorine per litre; parts of water to one of the product; percent. `undiluted` is the
 * product as it is sold, whose strength the log does not tell.
 */
export type Concentration =
  | { readonly form: 'mg/L' | 'parts' | 'percent'; readonly span: Span }
  | { readonly form: 'undiluted' };

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const MILLIGRAMS = new RegExp(String.raw`${NUMBER}(?:mg\/l)?(?:-${NUMBER})?mg\/l`);
const PARTS = new RegExp(String.raw`(?<![\d.])1:${NUMBER}(?:-(?:1:)?${NUMBER})?`);
const PERCENT = new RegExp(`${NUMBER}%?(?:-${NUMBER})?%`);
const UNDILUTED = /^(?:原液|原装|免稀释|不稀释|未稀释|无需稀释|直接使用|按(?:产品)?说明书?.{0,6})$/;

/** In this order: a percentage beside one of the others is the strength of the product. */
const FORMS = [
  ['mg/L', MILLIGRAMS],
  ['parts', PARTS],
  ['percent', PERCENT],
] as const;

/** Returns the strength, undefined if it is not written in one of these ways. */
export function concentrationOf(text: string): Concentration | undefined {
  const plain = dense(text);
  if (UNDILUTED.test(plain)) return { form: 'undiluted' };
  for (const [form, pattern] of FORMS) {
    const [, first, second] = pattern.exec(plain) ?? [];
    if (first === undefined) continue;
    const numbers = [Number(first), Number(second ?? first)];
    return { form, span: [Math.min(...numbers), Math.max(...numbers)] };
  }
  return undefined;
}

/** Longer cells name no disinfectant with its strength, and may be as long as a file. */
const LONGEST_NAMED = 100;

/** Returns the name of a disinfectant and the strength that stand in one cell, as 84 1:100 or 75%酒精. */
export function agentAndStrength(text: string): readonly (string | undefined)[] {
  if (text.length > LONGEST_NAMED) return [text.trim()];
  const plain = dense(text);
  for (const [, pattern] of FORMS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const before = plain.slice(0, match.index);
    const name = (before + plain.slice(match.index + match[0].length)).replace(/[()[\],，、;；+]+/g, '');
    return name === '' ? [undefined, match[0]] : [name, match[0]];
  }
  return [text.trim()];
}

/** What is known of a disinfectant by its name. */
export type Agent = 'chlorine' | 'bleach84' | 'alcohol' | 'several';

const BLEACH = /(?<!\d)84(?!\d)|八四|次氯酸钠/;
const CHLORINE = /含氯|有效氯|漂白|泡腾片|消毒片|优氯净|氯消|三氯|二氯/;
const ALCOHOL = /酒精|乙醇/;

/** Returns what the name of a disinfectant says it is, undefined if that is not known. */
export function agentOf(text: string): Agent | undefined {
  const plain = dense(text);
  // not chlorine that is counted in the same way
  if (/二氧化氯/.test(plain)) return undefined;
  const chlorine = BLEACH.test(plain) ? 'bleach84' : CHLORINE.test(plain) ? 'chlorine' : undefined;
  const alcohol = ALCOHOL.test(plain);
  return chlorine && alcohol ? 'several' : (chlorine ?? (alcohol ? 'alcohol' : undefined));
}

/** Available chlorine of 84 where its name says nothing else, in percent: bottles say 4 to 7, most of them 5. */
const STOCK_PERCENT = 5;
/** From here on a percentage is the strength of the product and not of what was mixed from it. */
const LEAST_STOCK_PERCENT = 2;

/**
 * Returns the available chlorine in mg/L, undefined where it can't be told: tablets in parts of water, the product as it
 * is sold.
 */
export function chlorineOf(concentration: Concentration, agent: string): Span | undefined {
  if (concentration.form === 'undiluted') return undefined;
  const [least, most] = concentration.span;
  switch (concentration.form) {
    case 'mg/L':
      return concentration.span;
    case 'percent':
      return most >= LEAST_STOCK_PERCENT ? undefined : [least * 10_000, most * 10_000];
    case 'parts': {
      if (agentOf(agent) !== 'bleach84') return undefined;
      const stock = Number(/(\d+(?:\.\d+)?)%/.exec(dense(agent))?.[1] ?? STOCK_PERCENT) * 10_000;
      // some mean one part in n and others one part to n: between the two nobody is wrong
      return [stock / (1 + most), stock / least];
    }
  }
}

function dense(text: string): string {
  return (
    text
      .normalize('NFKC')
      // 84 1:100 is no 841
      .replace(/(?<=(?:^|\D)84)\s+(?=\d)/g, '、')
      .replace(/\s+/g, '')
      .toLowerCase()
      // signs of ratio that are no colon in any form
      .replace(/[∶꞉]/g, ':')
      .replace(/每升(\d+(?:\.\d+)?)毫克/, '$1mg/l')
      .replace(/毫克[/每]升|mg每升|ppm/g, 'mg/l')
      .replace(/比/g, ':')
      .replace(/[~〜至到–—]/g, '-')
  );
}
