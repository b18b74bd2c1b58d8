/** What each institution must mend, from the report of an audit. */
import { NOT_SUBMITTED } from '../check/handed-in.js';
import { countOf, unlistedCount } from '../counts.js';
import type { Rule } from '../rules/rule.js';
import type { ListedInstitution, ListedReport, MendableFinding } from './listed.js';

/** A rule that an institution does not meet, with the findings that are listed of it. */
export interface Breach {
  /** Absent for the form of the files. */
  readonly rule?: Rule;
  /** Empty where the report lists none of them. */
  readonly findings: readonly MendableFinding[];
  /** How many there are, listed or not. */
  readonly count: number;
}

/** An institution that has something to mend. */
export interface ToMend {
  readonly institution: ListedInstitution;
  readonly notSubmitted: boolean;
  readonly breaches: readonly Breach[];
}

/** Returns those that have something to mend, in the order of the report; waived findings and mere warnings don't count. */
export function toMend({ institutions }: ListedReport, rules: readonly Rule[]): ToMend[] {
  return institutions
    .map((institution): ToMend => {
      const notSubmitted = institution.findings.some(({ rule }) => rule === NOT_SUBMITTED.id);
      return { institution, notSubmitted, breaches: notSubmitted ? [] : breachesOf(institution, rules) };
    })
    .filter(({ notSubmitted, breaches }) => notSubmitted || breaches.length > 0);
}

/** The form of the files first, then the rules in the order of the plan. */
function breachesOf(institution: ListedInstitution, rules: readonly Rule[]): Breach[] {
  const open = institution.findings.filter(({ severity, waived }) => severity === 'error' && !waived);
  const failed = new Set(
    institution.rules.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-evidenced').map(({ id }) => id),
  );
  const form = open.filter(({ clause }) => clause === undefined);
  const left = (institution.unlisted ?? []).filter(({ severity }) => severity === 'error');
  const unlistedOfForm = unlistedCount(left.filter(({ rule }) => !rules.some(({ id }) => id === rule)));
  const ofRules = rules.flatMap((rule): Breach[] => {
    const findings = open.filter((finding) => finding.rule === rule.id);
    const isOpen = findings.length > 0 || (failed.has(rule.id) && rule.severity === 'error');
    const count = countOf(findings) + unlistedCount(left.filter((each) => each.rule === rule.id));
    return isOpen ? [{ rule, findings, count }] : [];
  });
  const ofForm = form.length > 0 ? [{ findings: form, count: countOf(form) + unlistedOfForm }] : [];
  return [...ofForm, ...ofRules];
}
