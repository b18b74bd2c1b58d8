/** Runs a rule's check of the profile. */
import type { Plan } from '../plan/plan.js';
import { ifReadable, type ProfileSource, UnreadableNode } from '../profile/read.js';
import { labelAt, schemaAt } from '../profile/schema.js';
import type { Breach, Missing, Raised, Rule } from '../rules/rule.js';
import type { Wording } from '../types.js';
import { type Draft, type Judged, ofRule, outcomeOf, without, wordsOf } from './draft.js';
import { REASONS } from './reasons.js';

/** The input says nothing of what a rule needs. */
export const NOT_GIVEN: Wording = { zh: '没有填写：{label}（{path}）', en: 'not given: {label} ({path})' };

/** Judges the profile by one rule. */
export function judgeProfile(rule: Rule, source: ProfileSource, context: { plan: Plan; asOf: string }): Judged {
  const { profile } = source;
  if (!rule.profile) {
    const incidents = ifReadable(() => profile.incidents?.length) ?? 0;
    const afterIncident = rule.phase === 'incident' || rule.phase === 'recover';
    return afterIncident && incidents === 0
      ? without('not-applicable', REASONS.noIncident)
      : without('not-run', REASONS.noLogs);
  }
  const { plan, asOf } = context;
  let raised: Raised[];
  try {
    raised = [...rule.profile({ profile, plan, limits: plan.limits, asOf })];
  } catch (error) {
    if (!(error instanceof UnreadableNode)) throw error;
    return without('not-run', REASONS.unreadable(error.location.line));
  }
  const exempt = raised.find((each) => 'notApplicable' in each);
  if (exempt && 'notApplicable' in exempt) return without('not-applicable', wordsOf(rule, exempt.notApplicable));
  const drafts = raised.flatMap((each) =>
    'missing' in each
      ? [draftOfMissing(rule, each, source, plan)]
      : 'message' in each
        ? [draftOf(rule, each, source, plan)]
        : [],
  );
  const measures = raised.flatMap((each) =>
    'measured' in each ? [{ ...each.measured, path: source.origin(each.measured.path) }] : [],
  );
  const toCome = raised.find((each) => 'notYet' in each);
  if (toCome && 'notYet' in toCome && drafts.length === 0)
    return { ...without('not-yet', REASONS.ownDay(toCome.notYet)), measures };
  const outcome = outcomeOf(rule, { drafts });
  if (outcome === 'pass' && rule.class === 'log' && rule.phase === 'run') {
    return without('not-run', REASONS.noLogsButProfile);
  }
  return { outcome, drafts, measures };
}

/** Places a breach that stands in the profile. */
export function draftOf(rule: Rule, breach: Breach<string>, source: ProfileSource, plan: Plan): Draft {
  const location = source.locate(breach.at);
  if (!location) throw new Error(`rule ${rule.id} names ${breach.at}, which the profile does not have`);
  const related = (breach.related ?? []).map((path) => {
    const place = source.locate(path);
    if (!place) throw new Error(`rule ${rule.id} names ${path}, which the profile does not have`);
    return place;
  });
  const path = source.origin(breach.at);
  const { message, params, severity, get } = breach;
  return ofRule(rule, wordsOf(rule, message), { location, path, params, severity, related, key: message }, plan, {
    get,
  });
}

/** Places what the profile does not say. */
export function draftOfMissing(rule: Rule, missing: Missing, source: ProfileSource, plan: Plan): Draft {
  if (!schemaAt(missing.missing))
    throw new Error(`rule ${rule.id} misses ${missing.missing}, which is not in the schema`);
  const found = {
    location: source.locateNearest(missing.missing),
    path: source.origin(missing.missing),
    params: { label: labelAt(missing.missing), path: missing.missing },
    severity: missing.severity,
    key: 'missing',
  };
  return ofRule(rule, NOT_GIVEN, found, plan, { kind: 'missing', get: missing.get });
}
