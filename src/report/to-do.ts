/** What is still to be got and done by a report, added up from its findings. */
import { cellsOf } from '../counts.js';
import type { Finding, InstitutionReport, Wording } from '../types.js';
import type { RulesById } from './rule-text.js';

/** A thing to get. */
export interface Needed {
  readonly name: Wording;
  readonly unit: Wording;
  readonly quantity: number;
  readonly clauses: readonly string[];
}

/** Returns 补齐清单, what to get, over all findings that no waiver covers; of two rules that ask for the same thing, the larger number. */
export function toGet(findings: readonly Finding[]): Needed[] {
  const items = new Map<string, { name: Wording; unit: Wording; places: Map<string, number>; clauses: Set<string> }>();
  for (const { remedy, clause, path, waiver } of findings) {
    if (waiver || !remedy?.item || remedy.quantity === undefined) continue;
    const { item: name, unit = { zh: '', en: '' }, quantity } = remedy;
    const item = items.get(name.en) ?? { name, unit, places: new Map(), clauses: new Set() };
    item.places.set(path ?? '', Math.max(quantity, item.places.get(path ?? '') ?? 0));
    if (clause) item.clauses.add(clause);
    items.set(name.en, item);
  }
  return [...items.values()].map(({ name, unit, places, clauses }) => ({
    name,
    unit,
    quantity: [...places.values()].reduce((sum, each) => sum + each, 0),
    clauses: [...clauses],
  }));
}

/** Units that do not lose an `s` when there is one of a thing. */
const SINGULAR: Readonly<Record<string, string>> = { people: 'person', batches: 'batch' };

/** Returns a number with its unit; English units are given in the plural. */
export function counted(count: number, { zh, en }: Wording): Wording {
  const unit = count === 1 ? (SINGULAR[en] ?? en.replace(/s$/, '')) : en;
  return { zh: `${count} ${zh}`.trim(), en: `${count} ${unit}`.trim() };
}

/** A thing to do besides getting something. */
export interface Task {
  readonly advice: Wording;
  readonly clause: string;
  /** The rule that asks for it. */
  readonly rule: string;
}

/** Returns what is to be done besides getting things, for each rule that is open. */
export function toDo(one: InstitutionReport, rules: RulesById): Task[] {
  const open = one.rules.filter(({ outcome }) => ['fail', 'not-evidenced', 'warn'].includes(outcome));
  return open.flatMap(({ id, clauses }) => {
    const rule = rules.get(id);
    const onlyThings = one.findings
      .filter((each) => each.rule === id)
      .every(({ remedy }) => remedy?.quantity !== undefined);
    return rule && !onlyThings ? [{ advice: rule.advice, clause: clauses[0] ?? '', rule: id }] : [];
  });
}

const GROUND_ORDER = '一二三四五六';

/** Returns the grounds of 八·追责 that errors match, each with how many do, in the order of the plan. */
export function groundsOf({
  findings,
  unlisted = [],
}: Pick<InstitutionReport, 'findings' | 'unlisted'>): (readonly [ground: string, count: number])[] {
  const grounds = new Map<string, number>();
  const ofRules = new Map<string, string>();
  const add = (ground: string | undefined, count: number): void => {
    if (ground) grounds.set(ground, (grounds.get(ground) ?? 0) + count);
  };
  for (const finding of findings) {
    const { rule, ground, severity } = finding;
    if (ground) ofRules.set(rule, ground);
    if (severity === 'error') add(ground, cellsOf(finding));
  }
  for (const { rule, severity, count } of unlisted) if (severity === 'error') add(ofRules.get(rule), count);
  const rank = ([ground]: readonly [string, number]): number => GROUND_ORDER.indexOf(ground.at(-2) ?? '');
  return [...grounds].sort((a, b) => rank(a) - rank(b));
}
