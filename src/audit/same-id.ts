/** Finds institutions that give the same id, by mistake or because one was handed in twice. */
import { groupedBy } from '../rules/shared/grouped-by.js';
import type { Finding, InstitutionReport, Location, Wording } from '../types.js';
import { findingOf, firstFileOf, startOf, withFindings } from './finding.js';

const SAME: Wording = {
  zh: '编号 {id} 另有 {count} 家在用：是同一家就去掉多的文件夹，不是同一家就改编号',
  en: 'the id {id} is that of other folders too ({count}): if it is the same institution, remove one; if not, correct the id',
};
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
  const finding = findingOf(one.id, 'input/same-id', SAME, params, placeOf(one), 'warning');
  return { ...finding, related: others.slice(0, MOST_SHOWN).map(placeOf) };
}

function placeOf(one: InstitutionReport): Location {
  return startOf(firstFileOf(one));
}
