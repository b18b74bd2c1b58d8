/** Who a report lists findings of. */
import type { InstitutionReport, Report } from '../types.js';

/** Returns the institutions, and after them the county where its own list was given. */
export function judgedOf({ institutions, county }: Report): readonly InstitutionReport[] {
  return county && county.inputs.length > 0 ? [...institutions, county] : institutions;
}
