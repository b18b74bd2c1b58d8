/** What a rule assumes beyond the plan's own words, so that every output can say so. */
import { labelled, originOf } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Wording } from '../types.js';
import type { Rule } from './rule.js';

/** Returns what the rule reads into the plan and adds to it, in words that say so, or `undefined`. */
export function readingOf({ reading, default: added }: Pick<Rule, 'reading' | 'default'>): Wording | undefined {
  return joined([...(reading ? [labelled('reading', reading)] : []), ...(added ? [labelled('default', added)] : [])]);
}

/** Returns the rule's reading and the origins of those of its limits that the plan does not print, or `undefined`. */
export function assumptionsOf(rule: Rule, limits: Limits): Wording | undefined {
  const byOrigin = new Map<string, { origin: Wording; titles: Wording[] }>();
  for (const id of rule.limits) {
    const { title, source } = limits[id];
    const origin = originOf(source);
    if (!origin) continue;
    const group = byOrigin.get(origin.en) ?? { origin, titles: [] };
    group.titles.push(title);
    byOrigin.set(origin.en, group);
  }
  const origins = [...byOrigin.values()].map(({ origin, titles }) => ({
    zh: `${titles.map((title) => title.zh).join('、')}：${origin.zh}`,
    en: `${titles.map((title) => title.en).join(', ')}: ${origin.en}`,
  }));
  const reading = readingOf(rule);
  return joined([...(reading ? [reading] : []), ...origins]);
}

function joined(all: readonly Wording[]): Wording | undefined {
  if (all.length === 0) return undefined;
  return { zh: all.map(({ zh }) => zh).join('；'), en: all.map(({ en }) => en).join('; ') };
}
