/** Findings that are there only because something is no evidence yet, or none any more, say so, at the place of that. */
import { inputCheck } from '../input-check.js';
import { type Doubt, type Evidence, evidenceOf, type LeftOut } from '../profile/evidence.js';
import type { ProfileSource } from '../profile/read.js';
import { labelAt, schemaAt, steps } from '../profile/schema.js';
import type { Rule } from '../rules/rule.js';
import { fillBoth } from '../text/fill.js';
import type { Wording } from '../types.js';
import { type Draft, ofCheck } from './draft.js';

/** So many things left out are tried one by one; a file of them has thousands. */
const MOST_TRIED = 100;

/** What a finding says that something left out has made. */
const MADE_BY: Readonly<Record<Doubt, Wording>> = {
  'to-come': {
    zh: '定在 {day}，在核对日 {asOf} 之后，还没有发生，不能算数：{said}',
    en: 'planned for {day}, after {asOf}, the day of the check; it has not happened and does not count: {said}',
  },
  'not-in-service': {
    zh: '这里写的人在核对日 {asOf} 不在职，不能算数：{said}',
    en: 'whom this names is not in service on {asOf}, the day of the check, and does not count: {said}',
  },
  'no-name': {
    zh: '这个词不是实际的名称，不能算数：{said}',
    en: 'this word names nothing, and does not count: {said}',
  },
};

/** An act to come that no rule asks for. */
export const NOT_HAPPENED = inputCheck({
  id: 'input/not-happened',
  severity: 'warning',
  messages: {
    toCome: {
      zh: '{label}写的是 {day}，在核对日 {asOf} 之后，还没有发生',
      en: '{label} is {day}, after {asOf}, the day of the check: it has not happened',
    },
  },
});

/** A reference to someone who is not in service, where no rule asks for one. */
export const NOT_IN_SERVICE = inputCheck({
  id: 'input/not-in-service',
  severity: 'warning',
  messages: {
    absent: {
      zh: '{label}写的人在核对日 {asOf} 不在职',
      en: '{label}: whom this names is not in service on {asOf}, the day of the check',
    },
  },
});

/** Tells what is left out of the evidence, finding by finding. */
export class Explaining {
  private readonly told = new Set<LeftOut>();

  constructor(
    private readonly evidence: Evidence,
    private readonly asOf: string,
  ) {}

  /**
   * Returns the findings of a rule, those that would not be there with something that is left out standing at that.
   * `judge` judges the rule again by a profile that leaves out less.
   */
  of(rule: Rule, drafts: readonly Draft[], judge: (source: ProfileSource) => readonly Draft[]): readonly Draft[] {
    const { leftOut } = this.evidence;
    if (leftOut.length === 0 || drafts.length === 0) return drafts;
    const madeBy = new Map<Draft, LeftOut>();
    const withAll = identities(judge(this.evidence.file));
    const gone = drafts.filter((draft) => !withAll.has(identity(draft)));
    if (gone.length === 0) return drafts;
    const read = leftOut.filter(({ path }) => isReadBy(rule, path));
    for (const one of (read.length > 0 ? read : leftOut).slice(0, MOST_TRIED)) {
      if (madeBy.size === gone.length) break;
      const withOne = identities(judge(evidenceOf(this.evidence.file, this.asOf, new Set([one.path])).source));
      for (const draft of gone) if (!madeBy.has(draft) && !withOne.has(identity(draft))) madeBy.set(draft, one);
    }
    // what only several together would meet stands at the first of them
    const [first] = read;
    if (first) for (const draft of gone) if (!madeBy.has(draft)) madeBy.set(draft, first);
    for (const one of madeBy.values()) this.told.add(one);
    return drafts.map((draft) => {
      const one = madeBy.get(draft);
      return one ? this.placed(draft, one) : draft;
    });
  }

  /** Returns what there is to say of things left out that no finding has named. */
  rest(): Draft[] {
    return this.evidence.leftOut.flatMap((one): Draft[] => {
      if (this.told.has(one) || one.doubt === 'no-name') return [];
      const { at: path, day = '' } = one;
      const params = { label: labelAt(path), asOf: this.asOf };
      const severity = schemaAt(path)?.['x-planned'];
      const found = { location: this.locate(path), path, severity, key: one.doubt };
      return one.doubt === 'to-come'
        ? [ofCheck(NOT_HAPPENED, 'toCome', { ...found, params: { ...params, day } })]
        : [ofCheck(NOT_IN_SERVICE, 'absent', { ...found, params })];
    });
  }

  private placed(draft: Draft, { at, doubt, day = '' }: LeftOut): Draft {
    const { message, params, location, related } = draft;
    const said = fillBoth(message, params);
    return {
      ...draft,
      location: this.locate(at),
      path: at,
      message: MADE_BY[doubt],
      params: { ...params, said, day, asOf: this.asOf },
      related: [location, ...related],
    };
  }

  /** The place of a path as it is in the file. */
  private locate(path: string): Draft['location'] {
    return this.evidence.file.locateNearest(path);
  }
}

/** What tells a finding apart from the others of its rule. */
function identity({ key, path = '' }: Draft): string {
  return `${key} ${path}`;
}

function identities(drafts: readonly Draft[]): ReadonlySet<string> {
  return new Set(drafts.map(identity));
}

/** Whether a rule reads what stands at a path, or around or below it, by what it says that it needs. */
function isReadBy(rule: Rule, path: string): boolean {
  const names = (at: string): string =>
    steps(at)
      .filter((step) => typeof step === 'string')
      .join('.');
  const own = `${names(path)}.`;
  return (rule.needs.profile ?? []).some(
    (need) => own.startsWith(`${names(need)}.`) || `${names(need)}.`.startsWith(own),
  );
}
