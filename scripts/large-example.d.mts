/** Returns the text of the profile of examples/large with all lists in it. */
export function largeExample(): string;
/** Returns the files of examples/large by their path in it. */
export function largeFiles(): Map<string, Uint8Array>;
