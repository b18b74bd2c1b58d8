/** Returns the files of examples/county by their path in it. */
export function countyExample(): Map<string, Uint8Array>;
