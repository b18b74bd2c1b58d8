/** What is said about the form of a profile, before it is placed in a report and fingerprinted. */
import type { Location, Params, Severity, Wording } from '../types.js';

/** A finding about the input itself, before it is placed and fingerprinted. */
export interface InputFinding {
  /** An `InputRule`; in the file of a list also one of the reader of logs. */
  readonly rule: string;
  /** An error, unless it says so. */
  readonly severity?: Severity;
  readonly path: string;
  readonly location: Location;
  /** In the file of a list: the position of the cell, from 0, and the name of its column. */
  readonly cell?: { readonly index: number; readonly header?: Wording };
  readonly message: Wording;
  readonly params: Params;
}
