/** Applies waivers to what was found: the findings stay and say who accepts them; expired and unused waivers are told. */
import { inputCheck } from '../input-check.js';
import type { Rule } from '../rules/rule.js';
import type { Outcome } from '../types.js';
import type { Waiver } from '../waivers/waiver.js';
import { type Draft, type Judged, ofCheck, outcomeOf } from './draft.js';

/** Waivers, and whether they were given for many institutions, where one without a name is not meant for each. */
export interface Waivers {
  readonly list: readonly Waiver[];
  readonly shared: boolean;
}

/** A waiver that holds no more. */
export const WAIVER_EXPIRED = inputCheck({
  id: 'input/waiver-expired',
  severity: 'warning',
  messages: {
    expired: {
      zh: '规则 {rule} 的豁免已于 {expires} 到期，不再算数',
      en: 'the waiver of {rule} expired on {expires} and counts no more',
    },
  },
});

/** A waiver that nothing needs. */
export const WAIVER_UNUSED = inputCheck({
  id: 'input/waiver-unused',
  severity: 'warning',
  messages: {
    unused: {
      zh: '规则 {rule} 的豁免用不上：没有它所说的发现，可以删去',
      en: 'the waiver of {rule} is not used: there is no finding of the kind, it can be removed',
    },
  },
});

const JUDGED: ReadonlySet<Outcome> = new Set(['pass', 'fail', 'warn', 'not-evidenced', 'waived']);

/** Applies the waivers that concern an institution, rule by rule. */
export class Waiving {
  private readonly waivers: readonly Waiver[];
  private readonly used = new Set<Waiver>();
  private readonly judged = new Set<string>();

  constructor(
    private readonly given: Waivers,
    names: readonly string[],
    private readonly asOf: string,
  ) {
    this.waivers = given.list.filter(({ institution }) => institution === undefined || names.includes(institution));
  }

  /** Returns what became of a rule with the waivers. */
  apply(rule: Rule, judged: Judged): Judged {
    if (JUDGED.has(judged.outcome)) this.judged.add(rule.id);
    const own = this.waivers.filter((waiver) => waiver.rule === rule.id);
    if (own.length === 0) return judged;
    const drafts = judged.drafts.map((draft): Draft => {
      const matching = own.filter((waiver) => concerns(waiver, draft.path));
      for (const waiver of matching) this.used.add(waiver);
      const valid = matching.find(({ expires }) => this.asOf <= expires);
      if (!valid) return draft;
      const { justification, approver, expires } = valid;
      return { ...draft, waiver: { justification, approver, expires } };
    });
    // what was only counted has no place that a waiver could name
    const whole = own.some(({ path, expires }) => path === undefined && this.asOf <= expires);
    const open = drafts.filter(({ waiver }) => !waiver);
    const unlisted = whole ? undefined : judged.unlisted;
    if (open.length === drafts.length && unlisted === judged.unlisted) return judged;
    const rest = { drafts: open, ...(unlisted ? { unlisted } : {}) };
    const isOpen = open.length > 0 || (unlisted?.length ?? 0) > 0;
    return { ...judged, drafts, unlistedWaived: whole, outcome: isOpen ? outcomeOf(rule, rest) : 'waived' };
  }

  /** Returns what there is to say of waivers that hold no more, or for nothing. */
  drafts(): Draft[] {
    return this.waivers.flatMap((waiver): Draft[] => {
      const isUsed = this.used.has(waiver);
      // one for all institutions is not in vain because this one needs none
      if (!isUsed && this.given.shared && waiver.institution === undefined) return [];
      const { rule, expires, location } = waiver;
      if (expires < this.asOf) {
        const isTold = isUsed || !this.given.shared;
        return isTold ? [ofCheck(WAIVER_EXPIRED, 'expired', { location, params: { rule, expires }, key: rule })] : [];
      }
      const isUnused = !isUsed && this.judged.has(rule);
      return isUnused ? [ofCheck(WAIVER_UNUSED, 'unused', { location, params: { rule }, key: rule })] : [];
    });
  }
}

/** Whether a waiver is for findings at a path: that very one, or one below it. */
function concerns({ path }: Waiver, at = ''): boolean {
  return path === undefined || at === path || (at.startsWith(path) && /^[.[]/.test(at.slice(path.length)));
}
