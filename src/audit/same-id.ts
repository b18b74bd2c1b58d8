/** Finds institutions that give the same id, by mistake or because one was handed in twice. */
import { SAME_ID } from '../check/handed-in.js';
import { groupedBy } from '../rules/shared/grouped-by.js';
import type { Finding, InstitutionReport, Location } from '../types.js';
import { findingOf, firstFileOf, startOf, withFindings } from './finding.js';

/** Others that a finding points to. */
const MOST_SHOWN = 3;

/** Returns the reports, with a warning for each whose id others have too: whoever compares reports takes them for one. */
export function withSameIds(institutions: readonly InstitutionReport[]): InstitutionReport[] {
  const byIdOf = groupedBy(institutions, ({ id }) => id);
  return institutions.map((one) => {
    const others = (byIdOf.get(one.id) ?? []).filter((other) => other !== one);
    return others.length === 0 ? one : withFindings(one, [sameId(one, others)]);
  });
}

function sameId(one: InstitutionReport, others: readonly InstitutionReport[]): Finding {
  const params = { id: one.id, count: others.length };
  const related = others.slice(0, MOST_SHOWN).map(placeOf);
  return findingOf(one.id, SAME_ID, 'same', { location: placeOf(one), params, related });
}

function placeOf(one: InstitutionReport): Location {
  return startOf(firstFileOf(one));
}
