/** Runs the rules over an institution: gives every rule its outcome, and every finding its place, words and fingerprint. */
import { Counts, cellsOf, countOf, Places, unlistedCount } from '../counts.js';
import type { Plan } from '../plan/plan.js';
import { evidenceOf } from '../profile/evidence.js';
import { ifReadable, type ProfileSource } from '../profile/read.js';
import { DUPLICATE_ID, UNKNOWN_REFERENCE } from '../profile/references.js';
import type { Rule } from '../rules/rule.js';
import { SEATS } from '../seats/check.js';
import type { Finding, Input, InstitutionReport, Outcome, RuleResult, Severity, Stage, Unlisted } from '../types.js';
import { addTo, type Draft, type Judged, outcomeOf, without } from './draft.js';
import { figuresOf } from './figures.js';
import { fingerprints } from './fingerprint.js';
import { inputDrafts } from './input-findings.js';
import { judgeLogs, type RowFindings, rowFindingsOf } from './judge-logs.js';
import { judgeProfile } from './judge-profile.js';
import { Explaining } from './left-out.js';
import { REASONS } from './reasons.js';
import { joinRuns } from './runs.js';
import { phaseIsDue, stageOf } from './stage.js';
import type { CheckOptions, Subject } from './subject.js';
import { summarise } from './summary.js';
import { Waiving } from './waive.js';

/** A profile that was read from a file. */
export interface LoadedProfile {
  readonly source: ProfileSource;
  readonly encoding: string;
}

/** Errors of the input that leave open what the profile means. */
const ASTRAY: ReadonlySet<string> = new Set([UNKNOWN_REFERENCE.id, DUPLICATE_ID.id, SEATS.id]);

/** Returns what was read of a profile: itself, and the files of its lists. */
export function inputsOfProfile({ source, encoding }: LoadedProfile): Input[] {
  return [{ file: source.file, kind: 'profile', encoding }, ...source.lists];
}

/** Checks a profile alone. */
export function checkProfile(
  source: ProfileSource,
  options: CheckOptions & { readonly encoding: string },
): InstitutionReport {
  const inputs = inputsOfProfile({ source, encoding: options.encoding });
  return check({ id: nameOfFile(source.file), profile: source, judge: 'profile', inputs }, options);
}

/** Checks an institution against the plan. */
export function check(given: Subject, options: CheckOptions): InstitutionReport {
  const { profile: source } = given;
  const evidence = source && evidenceOf(source, options.asOf);
  const subject = evidence ? { ...given, profile: evidence.source } : given;
  const explaining = evidence && given.judge !== 'logs' ? new Explaining(evidence, options.asOf) : undefined;
  const stage = options.stage ?? (evidence ? stageOf(evidence.source.profile) : 'run');
  const inputs = inputDrafts(given, options);
  const drafts: Draft[] = [...inputs.drafts];
  const unlisted = new Counts();
  unlisted.addAll(inputs.unlisted);
  const unlistedWaived: Unlisted[] = [];
  const results: RuleResult[] = [];
  let inScope = true;
  const institution = source ? (ifReadable(() => source.profile.institution?.id) ?? subject.id) : subject.id;
  const name = source && ifReadable(() => source.profile.institution?.name);
  const names = [institution, subject.id, ...(name === undefined ? [] : [name])];
  const waiving = options.waivers && new Waiving(options.waivers, names, options.asOf);
  const unwaived: RuleResult[] = [];
  const rules = subject.judge === 'logs' ? options.rules.filter((rule) => rule.logs ?? rule.rows) : options.rules;
  const rowFindings = rowFindingsOf(subject.logs?.readings ?? []);
  for (const rule of [...rules].sort((a, b) => Number(b.gate ?? false) - Number(a.gate ?? false))) {
    const bare = inScope
      ? judge(rule, subject, stage, { ...options, rowFindings, explaining })
      : without('not-applicable', REASONS.outOfScope);
    if (rule.gate && bare.outcome === 'not-applicable') inScope = false;
    const judged = waiving?.apply(rule, bare) ?? bare;
    addTo(drafts, judged.drafts);
    unlisted.addAll(judged.unlisted ?? []);
    if (judged.unlistedWaived) unlistedWaived.push(...(judged.unlisted ?? []));
    const count = countOf(judged.drafts) + unlistedCount(judged.unlisted ?? []);
    const result: RuleResult = {
      id: rule.id,
      clauses: rule.clauses,
      outcome: judged.outcome,
      ...(judged.reason ? { reason: judged.reason } : {}),
      count,
      ...(judged.measures?.length ? { measures: judged.measures } : {}),
      ...(judged.unread ? { unread: judged.unread } : {}),
    };
    results.push(result);
    unwaived.push({ ...result, outcome: bare.outcome });
  }
  if (waiving) addTo(drafts, waiving.drafts());
  if (explaining) addTo(drafts, explaining.rest());
  const order = new Map(rules.map((rule, i) => [rule.id, i]));
  results.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  if (subject.judge !== 'logs') results.push(...onSite(options.plan, inScope));
  const places = { institution, profile: source?.profile };
  const found = fingerprints(joinRuns(drafts), places, options.digest).sort(inOrder);
  // a log that could not be read, or not in full, may hold what nobody has seen: nothing passes on its account
  const isWrong = ({ kind, severity }: Draft): boolean => kind === 'input' && severity === 'error';
  // nor is known what a reference to nobody means, an id that two have, or seats that can't be where they are drawn
  const isAstray = ({ rule, severity }: Draft): boolean => ASTRAY.has(rule) && severity === 'error';
  const isWhole =
    !inputs.drafts.some(isAstray) &&
    (subject.judge === 'profile' ||
      !(inputs.drafts.some(isWrong) || inputs.unlisted.some(({ severity }) => severity === 'error')));
  const compliant = inScope ? verdict(unwaived, rules, isWhole) : null;
  const summary = summarise(results, found, unlisted.list(), unlistedWaived);
  const listed = firstOfEachSort(found, options.mostOfASort);
  const isListed = new Set(listed);
  for (const finding of found)
    if (!isListed.has(finding)) unlisted.add(finding.rule, finding.severity, cellsOf(finding));
  const left = unlisted.list();
  return {
    id: institution,
    ...(name === undefined ? {} : { name }),
    stage,
    inputs: subject.inputs,
    rules: results,
    findings: listed,
    omitted: unlistedCount(left),
    ...(left.length > 0 ? { unlisted: left } : {}),
    summary,
    compliant,
    compliantWithWaivers: inScope ? verdict(results, rules, isWhole) : null,
    ...(options.figures ? { figures: figuresOf({ subject, options, drafts, results }) } : {}),
  };
}

/** Those that a report lists: of each rule so many that say the same of the same column, and all that say what to get. */
function firstOfEachSort(found: readonly Finding[], most: number | undefined): Finding[] {
  const places = new Places(most);
  return found.filter(({ rule, message, cell, remedy }) => {
    const isFirst = places.admits([rule, message.zh, cell?.header?.zh ?? cell?.letter ?? ''].join('\n'));
    return isFirst || remedy?.quantity !== undefined;
  });
}

/** Judges an institution by one rule, in each of its faces that is asked for. */
function judge(
  rule: Rule,
  subject: Subject,
  stage: Stage,
  options: CheckOptions & { readonly rowFindings: RowFindings; readonly explaining: Explaining | undefined },
): Judged {
  const { profile, logs } = subject;
  if (rule.class === 'county') return without('not-applicable', REASONS.county);
  const afterIncident = rule.phase === 'incident' || rule.phase === 'recover';
  if (!afterIncident && !phaseIsDue(rule.phase, stage)) return without('not-yet', REASONS[`from-${rule.phase}`]);
  const bare = profile && subject.judge !== 'logs' ? judgeProfile(rule, profile, options) : undefined;
  const byLogs = logs && (rule.logs ?? rule.rows) ? judgeLogs(rule, logs, profile, options) : undefined;
  if (bare && byLogs && isShownByLogs(rule, bare, byLogs)) return byLogs;
  // what is left open by the logs is not settled by what they only warn of
  if (byLogs?.outcome === 'not-run' && !rule.profile) return byLogs;
  const byProfile = bare && explained(rule, bare, options);
  // what logs show alone is not all there is to see
  const asksProfile = rule.profile !== undefined || (rule.needs.profile?.length ?? 0) > 0;
  if (!profile && subject.judge === 'both' && asksProfile && byLogs && !NOT_MET.has(byLogs.outcome))
    return { ...byLogs, ...without('not-run', REASONS.profileUnread) };
  if (!byProfile || !byLogs)
    return (
      byLogs ??
      byProfile ??
      without('not-run', subject.judge === 'both' && !profile ? REASONS.profileUnread : REASONS.noLogs)
    );
  return together(rule, byProfile, byLogs);
}

/** Outcomes of a face that found what it asks for, or that it is not so. */
const JUDGED: ReadonlySet<Outcome> = new Set(['pass', 'warn', 'fail', 'not-evidenced']);

/** Outcomes that stay, whatever else would have been found. */
const NOT_MET: ReadonlySet<Outcome> = new Set(['fail', 'not-evidenced']);

/** Whether the logs answer what the profile leaves open: what they show need not stand in the profile too. */
function isShownByLogs(rule: Rule, byProfile: Judged, byLogs: Judged): boolean {
  if (rule.logsDecide) return byProfile.drafts.length > 0 && JUDGED.has(byLogs.outcome);
  if (rule.class !== 'log' || byProfile.outcome !== 'not-evidenced') return false;
  const isMet = byLogs.outcome === 'pass' || byLogs.outcome === 'warn';
  return isMet && byProfile.drafts.every(({ kind }) => kind === 'missing');
}

/** Lets findings in the profile say what that is no evidence has made them. */
function explained(
  rule: Rule,
  judged: Judged,
  options: CheckOptions & { readonly explaining: Explaining | undefined },
): Judged {
  const { explaining } = options;
  if (!explaining) return judged;
  const again = (source: ProfileSource): readonly Draft[] => judgeProfile(rule, source, options).drafts;
  return { ...judged, drafts: explaining.of(rule, judged.drafts, again) };
}

/** Puts the two faces of a rule together: findings count from both; else what was judged counts before what was not. */
function together(rule: Rule, byProfile: Judged, byLogs: Judged): Judged {
  const both = {
    drafts: [...byProfile.drafts, ...byLogs.drafts],
    ...(byLogs.unlisted ? { unlisted: byLogs.unlisted } : {}),
    ...(byProfile.measures ? { measures: byProfile.measures } : {}),
    ...(byLogs.unread ? { unread: byLogs.unread } : {}),
  };
  const outcome = outcomeOf(rule, both);
  // what nobody has read may be what the rule forbids
  if (byLogs.unread && outcome !== 'fail' && outcome !== 'not-evidenced')
    return { outcome: 'not-run', ...(byLogs.reason ? { reason: byLogs.reason } : {}), ...both };
  if (outcome !== 'pass' && outcome !== 'on-site') return { outcome, ...both };
  if (!rule.profile) return byLogs;
  // a rule about daily running is not met by the profile alone; any other is met by whichever face was judged
  const needsLogs = rule.class === 'log' && rule.phase === 'run';
  const [first, second] = needsLogs ? [byLogs, byProfile] : [byProfile, byLogs];
  const isOpen = first.outcome === 'not-applicable' || first.outcome === 'not-yet';
  return isOpen || (first.outcome === 'not-run' && !needsLogs) ? second : first;
}

/** The matters that a person must look at. */
function onSite({ clauses }: Plan, inScope: boolean): RuleResult[] {
  return clauses.flatMap((clause) =>
    clause.statements
      .filter((statement) => statement.verification === 'on-site')
      .map((statement) => ({
        id: statement.id,
        clauses: [clause.citation],
        outcome: inScope ? ('on-site' as const) : ('not-applicable' as const),
        reason: inScope ? statement.text : REASONS.outOfScope,
        count: 0,
      })),
  );
}

/**
 * False if an obligation fails or is not evidenced, null if one was not run or a file could not be read, else true.
 * Recommendations don't count.
 */
function verdict(results: readonly RuleResult[], rules: readonly Rule[], isWhole: boolean): boolean | null {
  const severity = new Map<string, Severity>(rules.map((rule) => [rule.id, rule.severity]));
  const obligations = results.filter((result) => severity.get(result.id) === 'error');
  if (obligations.some((result) => result.outcome === 'fail' || result.outcome === 'not-evidenced')) return false;
  return !isWhole || obligations.some((result) => result.outcome === 'not-run') ? null : true;
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
