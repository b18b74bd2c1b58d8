/** Judges the county's own duties, over all institutions and the county's list of them, as if it were an institution. */
import { unlistedCount } from '../counts.js';
import { folded } from '../logs/fold.js';
import { KIND as BUREAU_ROSTER } from '../logs/kinds/bureau-roster.js';
import type { Plan } from '../plan/plan.js';
import type { CountyBreach, KnownInstitution, RosterEntry, Rule } from '../rules/rule.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import type { Finding, Input, InstitutionReport, Location, Outcome, RuleResult, Unlisted } from '../types.js';
import { addTo, type Draft, type Found, ofRule, outcomeOf, wordsOf } from './draft.js';
import { fingerprints } from './fingerprint.js';
import { REASONS } from './reasons.js';
import type { CheckOptions } from './subject.js';
import { summarise } from './summary.js';

/** The county's own list, as it was read. */
export interface CountyList {
  readonly input: Input;
  /** Column → position of its cell, from 0. */
  readonly positions: Readonly<Record<string, number>>;
  readonly entries: readonly RosterEntry[];
  /** About how the list is written. */
  readonly findings: readonly Finding[];
  /** Such findings that were counted and not kept. */
  readonly unlisted: readonly Unlisted[];
}

/** The id and the name under which the county stands in a report. */
const COUNTY = { id: 'county', name: '县（区）人社部门' };

/** Judges the county. Without its list nothing is judged, and every rule says so. */
export function judgeCounty(
  institutions: readonly InstitutionReport[],
  list: CountyList | undefined,
  options: Pick<CheckOptions, 'plan' | 'rules' | 'asOf' | 'digest'>,
): InstitutionReport {
  const { plan, asOf, digest } = options;
  const facts = list && { ...joined(institutions, list.entries), limits: plan.limits, asOf };
  const drafts: Draft[] = [];
  const rules = options.rules
    .filter((rule) => rule.class === 'county')
    .map((rule): RuleResult => {
      const { id, clauses } = rule;
      if (!rule.county) return { id, clauses, outcome: 'on-site', count: 0 };
      if (!facts) return { id, clauses, outcome: 'not-run', reason: REASONS.noCountyList, count: 0 };
      const own: Draft[] = [];
      let instead: Pick<RuleResult, 'outcome' | 'reason'> | undefined;
      for (const each of rule.county(facts)) {
        if ('notApplicable' in each) instead = { outcome: 'not-applicable', reason: wordsOf(rule, each.notApplicable) };
        else if ('notRun' in each) instead = { outcome: 'not-run', reason: wordsOf(rule, each.notRun) };
        else own.push(draftOf(rule, each, list, plan));
      }
      addTo(drafts, own);
      if (own.length === 0 && instead) return { id, clauses, ...instead, count: 0 };
      return { id, clauses, outcome: outcomeOf(rule, { drafts: own }), count: own.length };
    });
  const unlisted = list?.unlisted ?? [];
  const findings = [
    ...(list?.findings ?? []),
    ...fingerprints(drafts, { institution: COUNTY.id, profile: undefined }, digest),
  ];
  const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error';
  const isWhole = !findings.some((each) => each.kind === 'input' && isError(each)) && !unlisted.some(isError);
  const compliant = verdict(
    rules.map(({ outcome }) => outcome),
    isWhole,
  );
  return {
    ...COUNTY,
    stage: 'run',
    inputs: list ? [list.input] : [],
    rules,
    findings,
    omitted: unlistedCount(unlisted),
    ...(unlisted.length > 0 ? { unlisted } : {}),
    summary: summarise(rules, findings, unlisted),
    compliant,
    compliantWithWaivers: compliant,
  };
}

/** Each institution with the rows that name it, by its name or its id; and those that only the list names. */
function joined(institutions: readonly InstitutionReport[], entries: readonly RosterEntry[]) {
  const named = entries.filter(({ institution }) => institution !== undefined);
  const byName = groupedBy(named, ({ institution = '' }) => folded(institution));
  const known = new Set<string>();
  const all = institutions.map(({ id, name = id, inputs, findings, facts }): KnownInstitution => {
    const names = [...new Set([folded(name), folded(id)])];
    for (const each of names) known.add(each);
    const file = inputs.find(({ kind }) => kind === 'profile')?.file ?? inputs[0]?.file ?? findings[0]?.location.file;
    const own = names.flatMap((each) => byName.get(each) ?? []);
    return { id, name, file: file ?? id, ...(facts ? { facts } : {}), entries: own };
  });
  const strangers = [...byName]
    .filter(([name]) => !known.has(name))
    .map(([id, own]): KnownInstitution => ({ id, name: own[0]?.institution ?? id, file: '', entries: own }));
  return { institutions: all, entries, strangers };
}

/** As for an institution: no duty is left unjudged by a list that could not be read in full. */
function verdict(outcomes: readonly Outcome[], isWhole: boolean): boolean | null {
  if (outcomes.some((outcome) => outcome === 'fail' || outcome === 'not-evidenced')) return false;
  return !isWhole || outcomes.includes('not-run') ? null : true;
}

function draftOf(rule: Rule, breach: CountyBreach<string>, list: CountyList, plan: Plan): Draft {
  const { message, params, severity, key, path, missing } = breach;
  const found = { severity, ...placeOf(breach, list), path, params, key: `${message} ${key}` };
  return ofRule(rule, wordsOf(rule, message), found, plan, { kind: missing ? 'missing' : 'rule' });
}

function placeOf({ at }: CountyBreach<string>, list: CountyList): Pick<Found, 'location' | 'cell'> {
  if (at === 'list') return { location: startOf(list.input.file) };
  if (!('entry' in at)) return { location: startOf(at.file) };
  const { entry, column = '' } = at;
  const index = list.positions[column];
  const header = BUREAU_ROSTER.columns.find(({ en }) => en === column);
  if (index === undefined || !header) return { location: entry.location };
  return { location: entry.location, cell: { index, header: { zh: header.zh, en: header.en } } };
}

function startOf(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
