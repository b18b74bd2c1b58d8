/** How papers print what rules measured: what there is, what is asked for, what was found wrong. */
import { leastWhole } from '../plan/limit.js';
import { fill } from '../text/fill.js';
import type { Finding, Measure } from '../types.js';

/** Of several measures or findings a cell of a table prints the first. */
const MOST_MEASURES = 5;
const MOST_FINDINGS = 2;

/** Returns how much there is, or what was seen; undefined where it is not given. */
export function haveText({ have, of, unit }: Measure): string | undefined {
  if (have === undefined) return undefined;
  if (typeof have === 'object') return have.zh;
  return `${have}${of === undefined ? '' : `／${of}`}${unit?.zh ?? ''}`;
}

/** Returns how much is asked for, as the table of supplies prints it. */
export function requiredText({ need, operator, unit }: Measure): string {
  if (need === undefined || operator === undefined || (need === 0 && operator === '>')) return '有';
  const counted = unit?.zh ?? '';
  return operator === '>' ? `多于${need}${counted}` : `${leastWhole({ value: need, operator })}${counted}`;
}

/** Returns what a rule measured and what validate found, in few words. */
export function measuredText(measures: readonly Measure[], findings: readonly Finding[]): string {
  const messages = [...new Set(findings.map((finding) => fill(finding.message, finding.params, 'zh')))];
  // a message with the number needs no measure before it
  const shown = findings.some(({ params }) => params.have !== undefined) ? [] : measureTexts(measures);
  const told =
    messages.length > MOST_FINDINGS
      ? [`${messages.slice(0, MOST_FINDINGS).join('；')}等${findings.length}处`]
      : messages;
  return [...(shown.length > 0 ? [shown.join('，')] : []), ...told].join('；');
}

/** Each measure after what it is of; an amount of a thing that stands alone is what the row is about. */
function measureTexts(measures: readonly Measure[]): string[] {
  const given = measures.filter(({ have }) => have !== undefined);
  const texts = given.map((measure) => {
    const have = `${haveText(measure)}`;
    if (measure.item !== undefined && given.length === 1) return have;
    return `${measure.what.zh}${typeof measure.have === 'object' ? '：' : ''}${have}`;
  });
  return texts.length > MOST_MEASURES ? [...texts.slice(0, MOST_MEASURES), `等${texts.length}项`] : texts;
}
