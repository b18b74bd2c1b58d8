/** What is said about the form of a profile, before it is placed in a report and fingerprinted. */
import type { InputCheck } from '../input-check.js';
import type { Location, Params, Severity, Wording } from '../types.js';

/** A finding about the input itself, before it is placed and fingerprinted. */
export interface InputFinding {
  readonly rule: InputCheck['id'];
  readonly severity: Severity;
  readonly path: string;
  readonly location: Location;
  /** In the file of a list: the position of the cell, from 0, and the name of its column. */
  readonly cell?: { readonly index: number; readonly header?: Wording };
  /** How many cells it is about where it is about several, in rows that follow each other. */
  readonly cells?: number;
  readonly message: Wording;
  readonly params: Params;
}

/** Returns a finding of a check, by the name of its message. */
export function inputFinding<Message extends string>(
  { id, severity, messages }: InputCheck<Message>,
  message: NoInfer<Message>,
  found: Pick<InputFinding, 'path' | 'location' | 'params'>,
): InputFinding {
  return { rule: id, severity, message: messages[message], ...found };
}
