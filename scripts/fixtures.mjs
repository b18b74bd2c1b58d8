/**
 * Reads the fixtures of the rules: one file per rule in test/rules/cases, one YAML document per case.
 *
 *     --- # fail beyond masksPerClassroom: exactly 15 for each classroom
 *     supplies:
 *       masks: { pieces: 60 } #! tooFew
 *
 * The header states the outcome, which limit the case stands at or one step beyond, and a title. `#! name` marks the
 * line where a finding with that message must appear: `missing` where something is not given, `warning:name` where the
 * severity differs from the rule's. Used by the tests, and by the build for the examples that `explain` shows.
 */
const HEADER = /^--- # (pass|warn|fail|not-evidenced|not-applicable)(?: (at|beyond) (\w+))?: (.+)$/;

/** Returns the cases of a fixture file. */
export function readFixture(text, file) {
  const cases = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.startsWith('---')) {
      const match = HEADER.exec(line);
      if (!match) throw new Error(`${file}:${i + 1}: a case begins with "--- # outcome: title"`);
      const [, outcome, side, limit, title] = match;
      cases.push({ outcome, side, limit, title, line: i + 1, lines: [], expected: [] });
      continue;
    }
    const current = cases.at(-1);
    if (!current) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      throw new Error(`${file}:${i + 1}: text before the first case`);
    }
    const [source, marks] = line.split(/\s*#!/);
    current.lines.push(source);
    for (const mark of (marks ?? '').split(',')) {
      if (mark.trim()) current.expected.push({ line: current.lines.length, mark: mark.trim() });
    }
  }
  return cases.map(({ lines, ...rest }) => ({ ...rest, text: `${lines.join('\n').trimEnd()}\n` }));
}
