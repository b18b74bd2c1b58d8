/** Runs a rule's check of the profile. */
import type { Plan } from '../plan/plan.js';
import { ifReadable, type ProfileSource, UnreadableNode } from '../profile/read.js';
import { labelAt, schemaAt } from '../profile/schema.js';
import type { Breach, Missing, Raised, Rule } from '../rules/rule.js';
import { backgroundOf, type Draft, type Judged, MISSING, outcomeOf, remedyOf, without, wordsOf } from './draft.js';
import { REASONS } from './reasons.js';
import { NOT_GIVEN } from './words.js';

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
  const measures = raised.flatMap((each) => ('measured' in each ? [each.measured] : []));
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
  return {
    rule: rule.id,
    clause: rule.clauses[0],
    severity: breach.severity ?? rule.severity,
    location,
    path: breach.at,
    message: wordsOf(rule, breach.message),
    params: breach.params ?? {},
    related,
    remedy: remedyOf(rule, breach),
    ...backgroundOf(rule, plan),
    key: breach.message,
  };
}

function draftOfMissing(rule: Rule, missing: Missing, source: ProfileSource, plan: Plan): Draft {
  if (!schemaAt(missing.missing))
    throw new Error(`rule ${rule.id} misses ${missing.missing}, which is not in the schema`);
  return {
    rule: rule.id,
    clause: rule.clauses[0],
    severity: missing.severity ?? rule.severity,
    location: source.locateNearest(missing.missing),
    path: missing.missing,
    message: NOT_GIVEN,
    params: { label: labelAt(missing.missing), path: missing.missing },
    related: [],
    remedy: remedyOf(rule, missing),
    ...backgroundOf(rule, plan),
    key: MISSING,
  };
}
