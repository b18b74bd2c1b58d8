/** Runs the rules over one profile: gives every rule its outcome, and every finding its place, words and fingerprint. */
import { CLAUSES } from '../plan/clauses.js';
import { ITEMS } from '../plan/items.js';
import type { Plan } from '../plan/plan.js';
import { ifReadable, type ProfileSource, UnreadableNode } from '../profile/read.js';
import { referenceFindings } from '../profile/references.js';
import { labelAt, schemaAt } from '../profile/schema.js';
import { assumptionsOf } from '../rules/assumptions.js';
import type { Breach, Missing, Raised, Rule } from '../rules/rule.js';
import type { Finding, InstitutionReport, Outcome, Remedy, RuleResult, Severity, Stage, Wording } from '../types.js';
import { type Digest, fingerprints } from './fingerprint.js';
import { REASONS } from './reasons.js';
import { phaseIsDue, stageOf } from './stage.js';
import { summarise } from './summary.js';
import { NOT_GIVEN } from './words.js';

/** What a check of a profile needs besides the profile. */
export interface CheckOptions {
  readonly plan: Plan;
  readonly rules: readonly Rule[];
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The stage to judge for; else the profile's own. */
  readonly stage?: Stage;
  readonly digest: Digest;
  readonly encoding: string;
}

/** Raised when nothing at all could be judged, because the plan does not apply to the institution. */
export const OUT_OF_SCOPE = REASONS.outOfScope;

/** Findings listed in a report; the rest is counted. A file of unknown keys has tens of thousands. */
const MOST_LISTED = 1000;

type Draft = Omit<Finding, 'fingerprint'> & { readonly key: string };

/** Checks a profile against the plan. */
export function checkProfile(source: ProfileSource, options: CheckOptions): InstitutionReport {
  const { profile } = source;
  const stage = options.stage ?? stageOf(profile);
  const drafts: Draft[] = [...source.findings, ...referenceFindings(source)].map((finding) => ({
    rule: finding.rule,
    severity: 'error',
    location: finding.location,
    path: finding.path,
    message: finding.message,
    params: finding.params,
    related: [],
    key: finding.rule,
  }));
  const results: RuleResult[] = [];
  let inScope = true;
  for (const rule of [...options.rules].sort((a, b) => Number(b.gate ?? false) - Number(a.gate ?? false))) {
    const judged = inScope
      ? judge(rule, source, stage, options)
      : { outcome: 'not-applicable' as const, reason: REASONS.outOfScope, drafts: [] };
    if (rule.gate && judged.outcome === 'not-applicable') inScope = false;
    drafts.push(...judged.drafts);
    results.push({
      id: rule.id,
      clauses: rule.clauses,
      outcome: judged.outcome,
      ...(judged.reason ? { reason: judged.reason } : {}),
      count: judged.drafts.length,
    });
  }
  const order = new Map(options.rules.map((rule, i) => [rule.id, i]));
  results.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  for (const clause of CLAUSES) {
    for (const statement of clause.statements) {
      if (statement.verification !== 'on-site') continue;
      results.push({
        id: statement.id,
        clauses: [clause.citation],
        outcome: inScope ? 'on-site' : 'not-applicable',
        reason: inScope ? statement.text : REASONS.outOfScope,
        count: 0,
      });
    }
  }
  const institution = ifReadable(() => profile.institution?.id) ?? nameOfFile(source.file);
  const findings = fingerprints(drafts, { institution, file: source.file, profile }, options.digest).sort(inOrder);
  const name = ifReadable(() => profile.institution?.name);
  const compliant = inScope ? verdict(results, options.rules) : null;
  return {
    id: institution,
    ...(name === undefined ? {} : { name }),
    stage,
    inputs: [{ file: source.file, kind: 'profile', encoding: options.encoding }],
    rules: results,
    findings: findings.slice(0, MOST_LISTED),
    omitted: Math.max(0, findings.length - MOST_LISTED),
    summary: summarise(results, findings),
    compliant,
    compliantWithWaivers: compliant,
  };
}

/** Runs one rule and decides its outcome. */
function judge(
  rule: Rule,
  source: ProfileSource,
  stage: Stage,
  options: CheckOptions,
): { outcome: Outcome; reason?: Wording; drafts: Draft[] } {
  const { profile } = source;
  const without = (outcome: Outcome, reason: Wording) => ({ outcome, reason, drafts: [] });
  if (rule.class === 'county') return without('not-applicable', REASONS.county);
  const afterIncident = rule.phase === 'incident' || rule.phase === 'recover';
  if (!afterIncident && !phaseIsDue(rule.phase, stage)) return without('not-yet', REASONS[`from-${rule.phase}`]);
  if (!rule.profile) {
    const incidents = ifReadable(() => profile.incidents?.length) ?? 0;
    return afterIncident && incidents === 0
      ? without('not-applicable', REASONS.noIncident)
      : without('not-run', REASONS.noLogs);
  }
  let raised: Raised[];
  try {
    raised = [...rule.profile({ profile, plan: options.plan, limits: options.plan.limits, asOf: options.asOf })];
  } catch (error) {
    if (!(error instanceof UnreadableNode)) throw error;
    return without('not-run', REASONS.unreadable(error.location.line));
  }
  const exempt = raised.find((each) => 'notApplicable' in each);
  if (exempt && 'notApplicable' in exempt) {
    return without('not-applicable', wordsOf(rule, exempt.notApplicable));
  }
  const drafts = raised.flatMap((each) =>
    'missing' in each
      ? [draftOfMissing(rule, each, source, options.plan)]
      : 'message' in each
        ? [draftOf(rule, each, source, options.plan)]
        : [],
  );
  const outcome = outcomeOf(rule, drafts);
  if (outcome === 'pass' && rule.class === 'log' && rule.phase === 'run') {
    return without('not-run', REASONS.noLogsButProfile);
  }
  return { outcome, drafts };
}

function outcomeOf(rule: Rule, drafts: readonly Draft[]): Outcome {
  if (drafts.some((draft) => draft.severity === 'error' && draft.key !== MISSING)) return 'fail';
  if (drafts.some((draft) => draft.key === MISSING)) return 'not-evidenced';
  if (drafts.length > 0) return 'warn';
  return rule.verification === 'on-site' ? 'on-site' : 'pass';
}

function draftOf(rule: Rule, breach: Breach<string>, source: ProfileSource, plan: Plan): Draft {
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

/** The key of a finding about something that is not given, where others have the name of their message. */
const MISSING = 'missing';

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

/** What stands behind a rule: its assumptions, and the ground that it would match. */
function backgroundOf(rule: Rule, plan: Plan): Pick<Finding, 'note' | 'ground'> {
  const note = assumptionsOf(rule, plan.limits);
  return { ...(note ? { note } : {}), ...(rule.ground ? { ground: `八·追责（${rule.ground}）` } : {}) };
}

function remedyOf(rule: Rule, raised: Breach<string> | Missing): Remedy {
  if (!raised.get) return { text: rule.advice };
  const item = ITEMS[raised.get.item];
  return { text: rule.advice, item: item.name, quantity: raised.get.quantity, unit: item.unit };
}

function wordsOf(rule: Rule, message: string): Wording {
  const words = rule.messages[message];
  if (!words) throw new Error(`rule ${rule.id} has no message ${message}`);
  return words;
}

/** False if an obligation fails or is not evidenced, null if one was not run, else true. Recommendations don't count. */
function verdict(results: readonly RuleResult[], rules: readonly Rule[]): boolean | null {
  const severity = new Map<string, Severity>(rules.map((rule) => [rule.id, rule.severity]));
  const obligations = results.filter((result) => severity.get(result.id) === 'error');
  if (obligations.some((result) => result.outcome === 'fail' || result.outcome === 'not-evidenced')) return false;
  return obligations.some((result) => result.outcome === 'not-run') ? null : true;
}

function inOrder(a: Finding, b: Finding): number {
  return (
    compare(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compare(a.rule, b.rule) ||
    compare(a.path ?? '', b.path ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The folder of the profile, or the file's own name, as id of an institution that gives none. */
function nameOfFile(file: string): string {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.at(-2) ?? parts.at(-1)?.replace(/\.ya?ml$/i, '') ?? 'institution';
}
