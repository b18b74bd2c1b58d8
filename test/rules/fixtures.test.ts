/** Runs every rule over the cases of its fixture and compares the findings with the marks, both ways. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFixture } from '../../scripts/fixtures.mjs';
import { checkProfile } from '../../src/check/check.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { schemaAt } from '../../src/profile/schema.js';
import { ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { fill } from '../../src/text/fill.js';
import type { Finding } from '../../src/types.js';

const folder = new URL('./cases/', import.meta.url);

/** How a fixture marks a finding. */
function markOf(finding: Finding, rule: Rule): string {
  const message = Object.entries(rule.messages).find(([, words]) => words === finding.message)?.[0] ?? 'missing';
  return finding.severity === rule.severity ? message : `${finding.severity}:${message}`;
}

describe.each(readdirSync(folder).map((file) => [file.replace(/\.yaml$/, '')] as const))('%s', (id) => {
  const file = `${id}.yaml`;
  const cases = readFixture(readFileSync(new URL(file, folder), 'utf8'), file);
  const rule = ruleById(id) as Rule;

  test('is a rule of the catalogue', () => expect(rule).toBeDefined());

  test.each(cases.map((each) => [`${each.outcome}, line ${each.line}: ${each.title}`, each] as const))(
    '%s',
    (_, each) => {
      const source = readProfile(each.text, file);
      expect(source.findings).toEqual([]);
      const asOf = source.profile.asOf ?? '2020-05-06';
      const options = {
        plan: LIUZHOU_2020,
        rules: [rule],
        asOf,
        stage: 'run',
        digest: (text: string) => text,
        encoding: 'utf-8',
      } as const;
      const report = checkProfile(source, options);
      // how seats are drawn is judged besides
      const own = report.findings.filter((finding) => finding.rule !== 'input/seats');
      const found = own.map((finding) => ({ line: finding.location.line, mark: markOf(finding, rule) }));
      const order = (list: readonly { line: number; mark: string }[]) =>
        list.map(({ line, mark }) => `${line} ${mark}`).sort();
      expect(order(found)).toEqual(order(each.expected));
      // every placeholder has its value, in both languages
      for (const finding of report.findings) {
        expect(fill(finding.message, finding.params, 'zh')).not.toBe('');
        expect(fill(finding.message, finding.params, 'en')).not.toBe('');
      }
      const result = report.rules.find((outcome) => outcome.id === id);
      // the profile half of a daily-log rule can't pass without the logs
      const clean = rule.class === 'log' && rule.phase === 'run' ? 'not-run' : 'pass';
      expect(result?.outcome).toBe(each.outcome === 'pass' ? clean : each.outcome);
      // what a rule measures agrees with what it says
      const measures = result?.measures ?? [];
      expect(measures.filter(({ path }) => !schemaAt(path))).toEqual([]);
      if (result?.outcome === 'pass') expect(measures.filter(({ met }) => !met)).toEqual([]);
    },
  );
});
