/** What a result or a finding is called: the title of its rule, or what stands in its place. */
import type { Rule } from '../rules/rule.js';
import { redact } from '../text/redact.js';
import type { Finding, InstitutionReport, Language, RuleResult, Wording } from '../types.js';
import { FORMAT_WORDS } from './format-words.js';

/** The rules by their ids. */
export type RulesById = ReadonlyMap<string, Rule>;

/** Returns the rules by their ids. */
export function byId(rules: readonly Rule[]): RulesById {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** Returns the title of a result's rule; of a matter to be looked at on site, what to look at. */
export function titleOf({ id, reason }: RuleResult, rules: RulesById): Wording {
  return rules.get(id)?.title ?? reason ?? { zh: id, en: id };
}

/** Returns the title of a finding's rule; findings about the input itself and hints have none of their own. */
export function findingTitle({ rule, kind }: Finding, rules: RulesById): Wording {
  return rules.get(rule)?.title ?? (kind === 'hint' ? FORMAT_WORDS.hint : FORMAT_WORDS.form);
}

/** Returns `name (id)`, or only the id, with personal numbers masked. */
export function institutionTitle({ id, name }: InstitutionReport): string {
  return redact(name === undefined ? id : `${name} (${id})`);
}

/** Returns the clause, then the title. */
export function withClause(clause: string | undefined, title: Wording, language: Language): string {
  return clause === undefined ? title[language] : `${clause} ${title[language]}`;
}
