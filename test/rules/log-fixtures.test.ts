/** Runs the log rules over the cases of their fixtures and compares the findings with the marks, both ways. */
import { readdirSync, readFileSync } from 'node:fs';
import { readLogFixture } from '../../scripts/fixtures.mjs';
import { ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { fill } from '../../src/text/fill.js';
import type { Finding } from '../../src/types.js';
import { checkLogCase } from './log-case.js';

const folder = new URL('./log-cases/', import.meta.url);

/** How a fixture marks a finding. */
function markOf(finding: Finding, rule: Rule): string {
  const message = Object.entries(rule.messages).find(([, words]) => words === finding.message)?.[0] ?? 'missing';
  return finding.severity === rule.severity ? message : `${finding.severity}:${message}`;
}

/** The lines that a finding is about: alike cells of rows that follow each other are one. */
function linesOf({ location: { line }, cells = 1 }: Finding): number[] {
  return Array.from({ length: cells }, (_, i) => line + i);
}

describe.each(readdirSync(folder).map((file) => [file.replace(/\.txt$/, '')] as const))('%s', (id) => {
  const file = `${id}.txt`;
  const cases = readLogFixture(readFileSync(new URL(file, folder), 'utf8'), file);
  const rule = ruleById(id) as Rule;

  test('is a rule of the catalogue', () => expect(rule).toBeDefined());

  test.each(cases.map((each) => [`${each.outcome}, line ${each.line}: ${each.title}`, each] as const))(
    '%s',
    (_, each) => {
      const report = checkLogCase(each, rule);
      const own = report.findings.filter((finding) => finding.rule === id);
      const found = own.flatMap((finding) =>
        linesOf(finding).map((line) => `${finding.location.file}:${line} ${markOf(finding, rule)}`),
      );
      expect(found.sort()).toEqual(each.expected.map(({ file: at, line, mark }) => `${at}:${line} ${mark}`).sort());
      // every placeholder has its value, in both languages
      for (const finding of own) {
        expect(fill(finding.message, finding.params, 'zh')).not.toMatch(/\{\w+\}/);
        expect(fill(finding.message, finding.params, 'en')).not.toMatch(/\{\w+\}/);
      }
      expect(report.rules.find((result) => result.id === id)?.outcome).toBe(each.outcome);
    },
  );
});
