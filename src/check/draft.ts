/** Findings before they have their fingerprints, and what stands behind each: words, remedy, assumptions. */
import type { KindName } from '../logs/kinds/index.js';
import { ITEMS } from '../plan/items.js';
import type { Plan } from '../plan/plan.js';
import { assumptionsOf } from '../rules/assumptions.js';
import type { Breach, Missing, Rule } from '../rules/rule.js';
import type { Finding, Measure, Outcome, Remedy, Severity, Wording } from '../types.js';

/**
 * A finding without its fingerprint. `key` tells it apart from others of its rule at the same place; `about` is the log
 * that it is about, where it stands in another.
 */
export type Draft = Omit<Finding, 'fingerprint'> & { readonly key: string; readonly about?: KindName };

/** What became of a rule in one of its faces. */
export interface Judged {
  readonly outcome: Outcome;
  readonly reason?: Wording;
  readonly drafts: readonly Draft[];
  /** What the check of the profile measured. */
  readonly measures?: readonly Measure[];
  /** Findings that were counted and not kept. */
  readonly unlisted?: ReadonlyMap<Severity, number>;
}

/** The key of a finding about something that is not given, where others have the name of their message. */
export const MISSING = 'missing';

/** A rule that was not judged, and why. */
export function without(outcome: Outcome, reason: Wording): Judged {
  return { outcome, reason, drafts: [] };
}

/** Returns the outcome that the findings of a rule make. */
export function outcomeOf(rule: Rule, { drafts, unlisted }: Pick<Judged, 'drafts' | 'unlisted'>): Outcome {
  const isMissing = (draft: Draft): boolean => draft.key === MISSING;
  if (drafts.some((draft) => draft.severity === 'error' && !isMissing(draft))) return 'fail';
  if (drafts.some(isMissing)) return 'not-evidenced';
  if ((unlisted?.get('error') ?? 0) > 0) return 'fail';
  if (drafts.length > 0 || (unlisted?.size ?? 0) > 0) return 'warn';
  return rule.verification === 'on-site' ? 'on-site' : 'pass';
}

/** Returns what stands behind a rule: its assumptions, and the ground that it would match. */
export function backgroundOf(rule: Rule, plan: Plan): Pick<Finding, 'note' | 'ground'> {
  const note = assumptionsOf(rule, plan.limits);
  return { ...(note ? { note } : {}), ...(rule.ground ? { ground: `八·追责（${rule.ground}）` } : {}) };
}

/** Returns what would mend a finding of a rule. */
export function remedyOf(rule: Rule, raised: Partial<Pick<Breach<string> | Missing, 'get'>>): Remedy {
  if (!raised.get) return { text: rule.advice };
  const item = ITEMS[raised.get.item];
  return { text: rule.advice, item: item.name, quantity: raised.get.quantity, unit: item.unit };
}

/**
 * Returns the words of one of a rule's messages.
 *
 * @throws {Error} if it has none of that name: an error in the rule.
 */
export function wordsOf(rule: Rule, message: string): Wording {
  const words = rule.messages[message];
  if (!words) throw new Error(`rule ${rule.id} has no message ${message}`);
  return words;
}
