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
const HEADER = /^--- # (pass|warn|fail|not-evidenced|not-applicable|not-yet|not-run)(?: (at|beyond) (\w+))?: (.+)$/;

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

/**
 * Reads the fixtures of the rules about logs: test/rules/log-cases. Like those above, but a case holds several files:
 *
 *     --- # fail beyond ventilationTimes: aired twice
 *     == session
 *     日期,班级,课次,开始时间,结束时间,教室
 *     2020-05-06,C1,1,08:30,11:30,R1
 *     == ventilation
 *     日期,场所,开窗时间,关窗时间,责任人
 *     2020-05-06,R1,08:00,08:30,张示例 #! tooFew
 *     == profile
 *     operation: { start: 2020-05-06 }
 *     == as-of 2020-05-07
 *
 * A section is named after the kind of the log. Without an as-of day the case is judged on 2020-06-01.
 */
export function readLogFixture(text, file) {
  return readFixture(text, file).map(({ text: body, expected, ...rest }) => {
    const sections = [];
    let asOf = '2020-06-01';
    for (const [i, line] of body.split('\n').entries()) {
      const [, name, date] = /^== ([a-z0-9-]+)(?: (\S+))?$/.exec(line) ?? [];
      if (name === 'as-of') asOf = date;
      else if (name) sections.push({ name, from: i + 1, lines: [] });
      else if (sections.length > 0) sections.at(-1).lines.push(line);
      else if (line.trim() !== '') throw new Error(`${file}: "${line}" stands in no section`);
    }
    const files = sections.map(({ name, lines }) => ({ name, text: `${lines.join('\n').trimEnd()}\n` }));
    const marks = expected.map(({ line, mark }) => {
      const section = sections.findLast(({ from }) => from < line);
      return { file: section.name, line: line - section.from, mark };
    });
    return { ...rest, text: body, files, asOf, expected: marks };
  });
}
