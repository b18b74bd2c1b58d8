/**
 * What rules say: messages.tsv holds, for cases of the fixtures, the node that a finding stands at, its text in both
 * languages, and what is to be got; or why the rule does not apply. Written out and checked by hand: numbers, names and
 * quantities come out right, each in its place.
 */
import { readFileSync } from 'node:fs';
import { type LogFixtureCase, readFixture, readLogFixture } from '../../scripts/fixtures.mjs';
import { checkProfile } from '../../src/check/check.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES, ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { fillBoth } from '../../src/text/fill.js';
import type { Finding, InstitutionReport } from '../../src/types.js';
import { checkCountyCase } from './county-case.js';
import { checkLogCase } from './log-case.js';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const [HEAD, ...ROWS] = read('./messages.tsv')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

/** As in the table: `口罩 1 只`. */
function toGet({ remedy }: Finding): string {
  return remedy?.item ? `${remedy.item.zh} ${remedy.quantity} ${remedy.unit?.zh}` : '-';
}

/** What the rule says of a case of its fixture, each as a row of the table has it. */
function said(rule: Rule, title: string): string[][] {
  const byTitle = <Case extends { readonly title: string }>(cases: readonly Case[]): Case | undefined =>
    cases.find((one) => one.title === title);
  if (rule.county) {
    const found = byTitle(readLogFixture(read(`./county-cases/${rule.id}.txt`), rule.id));
    return found ? saidOf(rule, checkCountyCase(found, rule)) : [];
  }
  const checksLogs = (rule.logs ?? rule.rows) !== undefined;
  const logCase = checksLogs ? byTitle(readLogFixture(read(`./log-cases/${rule.id}.txt`), rule.id)) : undefined;
  const ofLogs = logCase ? saidOfLogs(rule, logCase) : [];
  const each = rule.profile ? byTitle(readFixture(read(`./cases/${rule.id}.yaml`), rule.id)) : undefined;
  if (!each && logCase) return ofLogs;
  if (!each) throw new Error(`${rule.id} has no case “${title}”`);
  const source = readProfile(each.text, 'profile.yaml');
  const report = checkProfile(source, {
    plan: LIUZHOU_2020,
    rules: [rule],
    asOf: source.profile.asOf ?? '2020-05-06',
    stage: 'run',
    digest: (text) => text,
    encoding: 'utf-8',
  });
  const [result] = report.rules;
  if (result?.outcome === 'not-applicable') {
    return [['not-applicable', result.reason?.zh ?? '', result.reason?.en ?? '', '-'], ...ofLogs];
  }
  const ofProfile = report.findings.map((finding) => {
    const { zh, en } = fillBoth(finding.message, finding.params);
    return [finding.path ?? '', zh, en, toGet(finding)];
  });
  return [...ofProfile, ...ofLogs];
}

/** Of findings in logs, the path is the log and the line. */
function saidOfLogs(rule: Rule, each: LogFixtureCase): string[][] {
  return saidOf(rule, checkLogCase(each, rule));
}

function saidOf(rule: Rule, report: InstitutionReport): string[][] {
  const result = report.rules.find(({ id }) => id === rule.id);
  if (result?.reason && (result.outcome === 'not-applicable' || rule.county)) {
    return [[result.outcome, result.reason.zh, result.reason.en, '-']];
  }
  return report.findings
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => {
      const { zh, en } = fillBoth(finding.message, finding.params);
      const place = finding.path ?? `${finding.location.file}:${finding.location.line}`;
      return [place, zh, en, toGet(finding)];
    });
}

test('the table has the columns that are read here', () => {
  expect(HEAD).toEqual(['rule', 'case', 'path', 'zh', 'en', 'get']);
});

test.each(ROWS.map(([id = '', title = '', ...row]) => [id, title, row] as const))('%s, %s: %j', (id, title, row) => {
  expect(said(ruleById(id) as Rule, title)).toContainEqual(row);
});

test('every message with a number or a name in it is in the table', () => {
  const lacking = RULES.flatMap((rule) => {
    const rows = ROWS.filter(([id]) => id === rule.id);
    return Object.entries(rule.messages)
      .filter(([, words]) => {
        const form = new RegExp(`^${words.zh.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')}$`);
        return words.zh.includes('{') && !rows.some((row) => form.test(row[3] ?? ''));
      })
      .map(([name]) => `${rule.id} ${name}`);
  });
  expect(lacking).toEqual([]);
});

test('messages hold no number of their own: all come from the plan, or from the profile', () => {
  const numbers = RULES.flatMap((rule) =>
    Object.values(rule.messages).filter(({ zh, en }) =>
      /[1-9]/.test(`${zh} ${en}`.replace(/84 ?(?=消毒液|与酒精|bleach)/g, '')),
    ),
  );
  expect(numbers).toEqual([]);
});
