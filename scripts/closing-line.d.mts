/** Returns the lines that end the output of a run, for its results as jest hands them to a reporter. */
export function closingLines(results: unknown, rootDir: string): string;
