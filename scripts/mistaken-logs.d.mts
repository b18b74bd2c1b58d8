/** Returns the files of examples/mistakes/logs and besides, by their path in examples/mistakes. */
export function mistakenLogs(): Map<string, Uint8Array>;
