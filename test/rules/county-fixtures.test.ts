/** Runs the county rules over the cases of their fixtures and compares the findings with the marks, both ways. */
import { readdirSync, readFileSync } from 'node:fs';
import { readLogFixture } from '../../scripts/fixtures.mjs';
import { ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { fill } from '../../src/text/fill.js';
import { checkCountyCase } from './county-case.js';

const folder = new URL('./county-cases/', import.meta.url);

describe.each(readdirSync(folder).map((file) => [file.replace(/\.txt$/, '')] as const))('%s', (id) => {
  const cases = readLogFixture(readFileSync(new URL(`${id}.txt`, folder), 'utf8'), id);
  const rule = ruleById(id) as Rule;

  test.each(cases.map((each) => [`${each.outcome}, line ${each.line}: ${each.title}`, each] as const))(
    '%s',
    (_, each) => {
      const report = checkCountyCase(each, rule);
      const own = report.findings.filter((finding) => finding.rule === id);
      const found = own.map(({ location, message, severity }) => {
        const name = Object.entries(rule.messages).find(([, words]) => words === message)?.[0] ?? '';
        return `${location.file}:${location.line} ${severity === rule.severity ? name : `${severity}:${name}`}`;
      });
      const expected = each.expected.map(({ file, line, mark }) => `${file}:${Math.max(1, line)} ${mark}`);
      expect(found.sort()).toEqual(expected.sort());
      for (const finding of own) {
        expect(fill(finding.message, finding.params, 'zh')).not.toMatch(/\{\w+\}/);
        expect(fill(finding.message, finding.params, 'en')).not.toMatch(/\{\w+\}/);
      }
      expect(report.rules.map(({ outcome }) => outcome)).toEqual([each.outcome]);
      expect(new Set(own.map(({ fingerprint }) => fingerprint)).size).toBe(own.length);
    },
  );
});
