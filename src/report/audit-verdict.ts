/** What an audit says of an institution as a whole. */
import { NOT_SUBMITTED } from '../check/handed-in.js';
import type { InstitutionReport, Wording } from '../types.js';

/** What an audit says of an institution. */
export type AuditVerdict = 'passes' | 'waived' | 'fails' | 'undecided' | 'absent';

/** The verdicts in the order in which they are counted. */
export const AUDIT_VERDICTS: readonly AuditVerdict[] = ['passes', 'waived', 'fails', 'undecided', 'absent'];

/** The verdicts as people read them. */
export const AUDIT_VERDICT_WORDS: Readonly<Record<AuditVerdict, Wording>> = {
  passes: { zh: '合格', en: 'passes' },
  waived: { zh: '合格（有豁免）', en: 'passes (waivers)' },
  fails: { zh: '不合格', en: 'fails' },
  undecided: { zh: '未能判定', en: 'undecided' },
  absent: { zh: '未报送', en: 'not submitted' },
};

/** Returns whether an institution may resume by its report, and if not, of what sort it is. */
export function verdictOf(one: InstitutionReport): AuditVerdict {
  if (one.findings.some(({ rule }) => rule === NOT_SUBMITTED.id)) return 'absent';
  if (one.compliantWithWaivers === null) return 'undecided';
  if (!one.compliantWithWaivers) return 'fails';
  return one.compliant ? 'passes' : 'waived';
}
