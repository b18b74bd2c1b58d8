/** Finds waivers that no institution of an audit needs. */
import { WAIVER_EXPIRED, WAIVER_UNUSED } from '../check/waive.js';
import type { InstitutionReport } from '../types.js';
import type { Waiver } from '../waivers/waiver.js';

/** What a report says of waivers. */
const TOLD = new Set<string>([WAIVER_EXPIRED.id, WAIVER_UNUSED.id]);
const JUDGED: ReadonlySet<string> = new Set(['pass', 'fail', 'warn', 'not-evidenced', 'waived']);

/**
 * Returns the waivers for all institutions that none made use of, and those for an institution that is not there. What is
 * said of a waiver in the report of an institution is not said again.
 *
 * @param folders - the names of the folders, by which a waiver may know an institution too
 */
export function unusedWaivers(
  waivers: readonly Waiver[],
  institutions: readonly InstitutionReport[],
  folders: readonly string[],
): Waiver[] {
  const names = new Set([...folders, ...institutions.flatMap(({ id, name }) => [id, name ?? id])]);
  const isTold = (waiver: Waiver): boolean =>
    institutions.some(({ findings }) =>
      findings.some(({ rule, location: { file, line } }) => {
        return TOLD.has(rule) && file === waiver.location.file && line === waiver.location.line;
      }),
    );
  return waivers.filter((waiver) => {
    if (waiver.institution !== undefined) return !names.has(waiver.institution);
    const rules = institutions.flatMap((one) => one.rules.filter(({ id }) => id === waiver.rule));
    return rules.some(({ outcome }) => JUDGED.has(outcome)) && !isUsed(waiver, institutions) && !isTold(waiver);
  });
}

/** Whether a finding is waived by it. Of several that say the same, each counts as used. */
function isUsed(waiver: Waiver, institutions: readonly InstitutionReport[]): boolean {
  const { rule, approver, expires, justification } = waiver;
  return institutions.some(({ rules, findings, omitted }) => {
    const isWaived = findings.some(
      (one) =>
        one.rule === rule &&
        one.waiver?.approver === approver &&
        one.waiver.expires === expires &&
        one.waiver.justification === justification,
    );
    // of findings that are only counted nothing is known
    return isWaived || (omitted > 0 && rules.some(({ id, outcome }) => id === rule && outcome !== 'pass'));
  });
}
