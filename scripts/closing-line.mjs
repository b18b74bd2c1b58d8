/**
 * A jest reporter that ends the output with plain lines: what was skipped for want of which program, and
 * `715 passed, 0 failed`.
 */
import { relative } from 'node:path';
import { commandFor } from './programs.mjs';

export default class ClosingLine {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_, results) {
    process.stdout.write(closingLines(results, this.rootDir));
  }
}

/** Returns the lines for the results of a run. */
export function closingLines(results, rootDir) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, testResults } = results;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  const counts = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed${skipped}\n`;
  return missingLine(testResults, rootDir) + counts;
}

/** The line about tests that test/programs.ts has marked. */
function missingLine(suites, rootDir) {
  const counts = new Map();
  for (const { testFilePath, testResults } of suites) {
    for (const { fullName, status } of testResults) {
      const [, missing] = status === 'pending' ? (/\[without (.+?)\]/.exec(fullName) ?? []) : [];
      if (missing === undefined) continue;
      const files = counts.get(missing) ?? new Map();
      const file = relative(rootDir, testFilePath);
      counts.set(missing, files.set(file, (files.get(file) ?? 0) + 1));
    }
  }
  if (counts.size === 0) return '';
  const parts = [...counts].map(([missing, files]) => {
    const tests = [...files].map(([file, count]) => `${count} of ${file}`);
    return `${tests.join(', ')} (no ${missing})`;
  });
  const command = commandFor([...counts.keys()].flatMap((missing) => missing.split(', ')));
  return `skipped: ${parts.sort().join('; ')}${command ? `. To install what is missing: ${command}` : ''}\n`;
}
