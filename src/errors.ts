/** The errors that end a command: a call or an input that can't be used (exit 2), or a failure to finish (exit 3). */
import type { Location, Params, Wording } from './types.js';

/** The call, the configuration or an input was not usable; worded for the user, with the place where there is one. */
export class UnusableError extends Error {
  readonly exitCode = 2;
  constructor(
    readonly code: string,
    readonly wording: Wording,
    readonly params: Params = {},
    readonly location?: Location,
  ) {
    super(code);
    this.name = 'UnusableError';
  }
}

/** The command could not finish: reading or writing failed. */
export class UnfinishedError extends Error {
  readonly exitCode = 3;
  constructor(
    readonly code: string,
    readonly wording: Wording,
    readonly params: Params = {},
  ) {
    super(code);
    this.name = 'UnfinishedError';
  }
}
