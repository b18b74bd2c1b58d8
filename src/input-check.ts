/**
 * What checks of the input are: of how files are written and agree with one another, whatever the plan asks for, and
 * hints. Each is declared with its words in the file that raises it, like a rule.
 */
import type { Params, Severity, Wording } from './types.js';

/** What raises findings: a rule of the plan, or a check of the input. */
export interface Raiser<Message extends string = string> {
  readonly id: string;
  readonly severity: Severity;
  readonly messages: Readonly<Record<Message, Wording>>;
}

/** A check of the input. Several files may declare parts of one, each with the messages that it raises itself. */
export interface InputCheck<Message extends string = string> extends Raiser<Message> {
  /** Never changes its meaning, is never used again. */
  readonly id: `input/${string}` | `hint/${string}`;
  /** A hint counts something and proves nothing. */
  readonly kind: 'input' | 'hint';
}

/** Declares a check of how files are written. Its messages never quote what a file says of a person. */
export function inputCheck<Message extends string>(
  declared: Raiser<Message> & { readonly id: `input/${string}` },
): InputCheck<Message> {
  return { kind: 'input', ...declared };
}

/** Declares a hint: always a remark. */
export function hint<Message extends string>(
  declared: Omit<Raiser<Message>, 'severity'> & { readonly id: `hint/${string}` },
): InputCheck<Message> {
  return { kind: 'hint', severity: 'info', ...declared };
}

/** Declares a check for each wording, whose only message has the name of the wording. */
export function inputChecks<Message extends string>(
  prefix: `input/${string}` | 'input/',
  severity: Severity,
  words: Readonly<Record<Message, Wording>>,
): { readonly [Name in Message]: InputCheck<Name> } {
  const checks = Object.entries<Wording>(words).map(([name, wording]) => [
    name,
    inputCheck({ id: `${prefix}${name}` as `input/${string}`, severity, messages: { [name]: wording } }),
  ]);
  return Object.fromEntries(checks) as { readonly [Name in Message]: InputCheck<Name> };
}

/** What is known of a finding besides its check, its words and its place. */
export interface Details {
  /** That of the check if absent. */
  readonly severity?: Severity;
  readonly params?: Params;
  /** What identifies the place apart from the line: date, slot, room. Never a person's value. */
  readonly key?: string;
  /** The day that it is about. */
  readonly day?: string;
  /** The word in its cell that names nobody and nothing, which is why the cell counts as empty. */
  readonly word?: string;
}

/** A finding as it is raised: plain data, so that a worker can hand it over. It is worded when it is reported. */
export interface RaisedFinding extends Details {
  readonly rule: string;
  readonly message: string;
  readonly severity: Severity;
}

/** Raises a finding by one of the messages of its check. */
export function raised<Message extends string>(
  { id, severity }: Raiser<Message>,
  message: NoInfer<Message>,
  details?: Details,
): RaisedFinding {
  return { rule: id, message, severity, ...details };
}

/** Returns checks by their ids; of those that several files declare, with the messages of all. */
export function byId(checks: Iterable<InputCheck>): ReadonlyMap<string, InputCheck> {
  const known = new Map<string, InputCheck>();
  for (const check of checks) {
    const messages = { ...known.get(check.id)?.messages, ...check.messages };
    known.set(check.id, { ...check, messages });
  }
  return known;
}
