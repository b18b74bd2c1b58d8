/** Returns the files of examples/running by their path in it. */
export function runningExample(): Map<string, Uint8Array>;
