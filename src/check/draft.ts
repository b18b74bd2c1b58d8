/** The one way from what was raised to a finding, before it has its fingerprint, and what findings make of a rule. */
import type { InputCheck, Raiser } from '../input-check.js';
import type { KindName } from '../logs/kinds/index.js';
import { CELL_EMPTY } from '../logs/read/cell-checks.js';
import type { Plan } from '../plan/plan.js';
import { assumptionsOf } from '../rules/assumptions.js';
import type { Missing, Rule } from '../rules/rule.js';
import { columnLetter } from '../text/column-letter.js';
import { fillBoth } from '../text/fill.js';
import type {
  Finding,
  FindingKind,
  Location,
  Measure,
  Outcome,
  Params,
  Unlisted,
  UnreadRows,
  Wording,
} from '../types.js';

/**
 * A finding without its fingerprint. `key` tells it apart from others of its rule at the same place; `runKey` does so
 * where the same is said of cells in rows that follow each other, whichever they are; `about` is the log that it is
 * about, where it stands in another.
 */
export type Draft = Omit<Finding, 'fingerprint'> & {
  readonly key: string;
  readonly runKey?: string;
  readonly about?: KindName;
};

/** What became of a rule in one of its faces. */
export interface Judged {
  readonly outcome: Outcome;
  readonly reason?: Wording;
  readonly drafts: readonly Draft[];
  /** What the check of the profile measured. */
  readonly measures?: readonly Measure[];
  /** What of the logs it reads could not be read. */
  readonly unread?: UnreadRows;
  /** Findings that were counted and not kept. */
  readonly unlisted?: readonly Unlisted[];
  /** Whether a waiver holds for those too. */
  readonly unlistedWaived?: boolean;
}

type Optional<Keys extends keyof Draft> = { readonly [Key in Keys]?: Draft[Key] | undefined };

/** What a finding has besides its rule and its words: where it is, and what tells it apart. */
export interface Found
  extends Optional<'severity' | 'path' | 'day' | 'about' | 'cells' | 'params' | 'related' | 'key' | 'runKey'> {
  /** The word in its cell that names nobody and nothing. */
  readonly word?: string | undefined;
  readonly location: Location;
  /** The position of the cell, from 0, and the name of its column. */
  readonly cell?: { readonly index: number; readonly header?: Wording | undefined } | undefined;
}

function draftOf(
  kind: FindingKind,
  by: Pick<Raiser, 'id' | 'severity'>,
  message: Wording,
  {
    location,
    severity = by.severity,
    path,
    day,
    about,
    cell,
    cells,
    word,
    params = {},
    related = [],
    key = '',
    runKey,
  }: Found,
): Draft {
  return {
    rule: by.id,
    kind,
    severity,
    location,
    ...(path === undefined ? {} : { path }),
    ...(day === undefined ? {} : { day }),
    ...(about === undefined ? {} : { about }),
    ...(cell ? { cell: { letter: columnLetter(cell.index), ...(cell.header ? { header: cell.header } : {}) } } : {}),
    ...(cells === undefined ? {} : { cells }),
    ...withWord(message, params, word),
    related,
    key,
    ...(runKey === undefined ? {} : { runKey }),
  };
}

/** What a finding at a cell says that counts as empty because its word names nobody and nothing. */
const NO_ANSWER: Wording = { zh: '这里写的“{word}”不算填写：{said}', en: '"{word}" is no answer here: {said}' };

/** Returns the words of a finding, with the word in its cell where that names nobody and nothing. */
export function withWord(
  message: Wording,
  params: Params,
  word: string | undefined,
): { readonly message: Wording; readonly params: Params } {
  if (word === undefined) return { message, params };
  return { message: NO_ANSWER, params: { ...params, word, said: fillBoth(message, params) } };
}

/** Returns a finding of a check of the input, by the name of its message. */
export function ofCheck<Message extends string>(
  check: InputCheck<Message>,
  message: NoInfer<Message>,
  found: Found,
): Draft {
  return ofInput(check, check.messages[message], found);
}

/** Returns a finding of a check of the input that is worded already. The words may name the letter of the cell. */
export function ofInput(
  check: Pick<InputCheck, 'id' | 'kind' | 'severity'>,
  words: Wording,
  { params, ...found }: Found,
): Draft {
  const letter = found.cell ? { letter: columnLetter(found.cell.index) } : {};
  return draftOf(check.kind, check, words, { ...found, params: { ...params, ...letter } });
}

/** Returns a finding of a rule, with what stands behind the rule. */
export function ofRule(
  rule: Rule,
  words: Wording,
  found: Found,
  plan: Plan,
  { kind = 'rule', get }: { readonly kind?: 'rule' | 'missing'; readonly get?: Missing['get'] | undefined } = {},
): Draft {
  const item = get && plan.items[get.item];
  const note = assumptionsOf(rule, plan.limits);
  return {
    ...draftOf(kind, rule, words, found),
    clause: rule.clauses[0],
    remedy: { text: rule.advice, ...(item ? { item: item.name, quantity: get.quantity, unit: item.unit } : {}) },
    ...(note ? { note } : {}),
    ...(rule.ground ? { ground: `八·追责（${rule.ground}）` } : {}),
  };
}

/**
 * Returns the words of one of a rule's messages.
 *
 * @throws {Error} if it has none of that name: an error in the rule.
 */
export function wordsOf(rule: Rule, message: string): Wording {
  const words = message === 'missing' ? CELL_EMPTY.messages.empty : rule.messages[message];
  if (!words) throw new Error(`rule ${rule.id} has no message ${message}`);
  return words;
}

/** Adds drafts one by one: there may be hundreds of thousands, which are more arguments than a call can have. */
export function addTo(drafts: Draft[], more: Iterable<Draft>): void {
  for (const draft of more) drafts.push(draft);
}

/** A rule that was not judged, and why. */
export function without(outcome: Outcome, reason: Wording): Judged {
  return { outcome, reason, drafts: [] };
}

/** Returns the outcome that the findings of a rule make. */
export function outcomeOf(rule: Rule, { drafts, unlisted }: Pick<Judged, 'drafts' | 'unlisted'>): Outcome {
  if (drafts.some(({ severity, kind }) => severity === 'error' && kind !== 'missing')) return 'fail';
  if (drafts.some(({ kind }) => kind === 'missing')) return 'not-evidenced';
  if (unlisted?.some(({ severity }) => severity === 'error')) return 'fail';
  if (drafts.length > 0 || (unlisted?.length ?? 0) > 0) return 'warn';
  return rule.verification === 'on-site' ? 'on-site' : 'pass';
}
