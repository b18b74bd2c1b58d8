/** What a rule assumes beyond the plan's own words, so that every output can say so. */
import { originOf } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import type { Wording } from '../types.js';
import type { Rule } from './rule.js';

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
  const all = [...(rule.reading ? [rule.reading] : []), ...origins];
  if (all.length === 0) return undefined;
  const joined = (language: 'zh' | 'en', separator: string) =>
    [...new Set(all.map((each) => each[language]))].join(separator);
  return { zh: joined('zh', '；'), en: joined('en', '; ') };
}
