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

/**
 * Returns whether the error is one of the two above. They are recognised by name: each command is a bundle of its own
 * with its own copy of these classes, so that `instanceof` would fail across bundles.
 */
export function isWorded(error: unknown): error is UnusableError | UnfinishedError {
  return error instanceof Error && (error.name === 'UnusableError' || error.name === 'UnfinishedError');
}
