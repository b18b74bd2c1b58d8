/** The examples that are shipped: what is marked in them is found, and nothing else. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { largeExample, largeFiles } from '../../scripts/large-example.mjs';
import { checkProfile } from '../../src/check/check.js';
import { loadProfile } from '../../src/load/profile.js';
import { CLAUSES, HEADINGS, type HeadingKey } from '../../src/plan/clauses.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { type ProfileSource, readProfile } from '../../src/profile/read.js';
import { RULES, ruleById } from '../../src/rules/index.js';
import type { Finding, InstitutionReport } from '../../src/types.js';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../examples/${name}/profile.yaml`, import.meta.url), 'utf8');

function check(text: string): InstitutionReport {
  return judge(readProfile(text, 'profile.yaml'));
}

function judge(source: ProfileSource): InstitutionReport {
  const asOf = source.profile.asOf ?? '';
  const digest = (each: string): string => each;
  return checkProfile(source, { plan: LIUZHOU_2020, rules: RULES, asOf, digest, encoding: 'utf-8' });
}

/** `line rule message`, as the example marks it; a severity other than the rule's stands before the message. */
function markOf(finding: Finding): string {
  const rule = ruleById(finding.rule);
  const message = Object.entries(rule?.messages ?? {}).find(([, words]) => words === finding.message)?.[0] ?? 'missing';
  const severity = finding.severity === rule?.severity ? '' : `${finding.severity}:`;
  return `${finding.location.line} ${finding.rule} ${severity}${message}`;
}

/** The marks `#! rule message, rule message` of a file. */
function marksOf(text: string): string[] {
  return text.split('\n').flatMap((line, i) => {
    const marks = /\s#! (.+)$/.exec(line)?.[1];
    return marks === undefined ? [] : marks.split(', ').map((mark) => `${i + 1} ${mark}`);
  });
}

const headingOf = new Map<string, HeadingKey>(CLAUSES.map(({ citation, heading }) => [citation, heading]));

describe('examples/mistakes', () => {
  const text = textOf('mistakes');
  const report = check(text);

  test('every mark is found and every finding is marked, at its line', () => {
    expect(marksOf(text).length).toBeGreaterThan(0);
    expect(report.findings.map(markOf).sort()).toEqual(marksOf(text).sort());
  });

  const chapters = HEADINGS.filter(({ key }) =>
    RULES.some((rule) => rule.profile && headingOf.get(rule.clauses[0]) === key),
  );

  test('the chapters that a profile can show are all but 一, 六, 九 and the annexes', () => {
    const others = HEADINGS.filter((heading) => !chapters.includes(heading)).map(({ citation }) => citation);
    expect(others).toEqual(['一', '六', '九', '附件']);
  });

  test.each(chapters.map(({ citation, key }) => [citation, key] as const))('%s has a mistake', (_, key) => {
    const found = report.findings.filter(({ clause }) => headingOf.get(clause ?? '') === key);
    expect(found.length).toBeGreaterThan(0);
  });

  test('a comment in Chinese says of each clause with a mistake what is wrong', () => {
    const comments = text.split('\n').filter((line) => /^\s*# /.test(line));
    const clauses = new Set(report.findings.map(({ clause }) => clause ?? ''));
    const explains = (comment: string, clause: string): boolean =>
      new RegExp(`[# 、。]${clause}(?:、八·追责（五）)?：.{6,}`).test(comment);
    expect([...clauses].filter((clause) => !comments.some((comment) => explains(comment, clause)))).toEqual([]);
  });

  test('it has been resumed, and is not compliant', () => {
    expect([report.stage, report.compliant]).toEqual(['run', false]);
  });
});

describe('examples/complete', () => {
  const report = check(textOf('complete'));

  test('nothing is found, and all requirements of its stage are met', () => {
    expect(report.findings).toEqual([]);
    expect([report.stage, report.compliant]).toEqual(['apply', true]);
  });

  test('no rule of its stage is left unjudged', () => {
    expect(
      report.rules.filter(({ outcome }) => ['not-run', 'fail', 'warn', 'not-evidenced'].includes(outcome)),
    ).toEqual([]);
  });
});

describe('examples/large', () => {
  const folder = fileURLToPath(new URL('../../examples/large/', import.meta.url));
  const { source } = loadProfile(`${folder}profile.yaml`);

  test('its files are those that scripts/large-example.mjs writes', () => {
    const differing = [...largeFiles()].filter(([path, bytes]) => !readFileSync(`${folder}${path}`).equals(bytes));
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  test('it holds 12 classrooms, 300 staff and 2,000 trainees in 50 classes, its lists in files', () => {
    const { profile } = source;
    expect(profile.spaces?.filter(({ kind }) => kind === 'classroom')).toHaveLength(12);
    expect(profile.staff).toHaveLength(300);
    expect(profile.classes?.map(({ trainees }) => trainees?.length)).toEqual(Array.from({ length: 50 }, () => 40));
    expect(profile.commitments).toHaveLength(2_300);
    expect(Buffer.byteLength(textOf('large'))).toBeLessThan(100_000);
  });

  test('nothing is found, and all requirements of its stage are met', () => {
    const report = judge(source);
    expect(report.findings).toEqual([]);
    expect([report.stage, report.compliant]).toEqual(['apply', true]);
  });

  test('its people are nobody: their numbers begin with 999999', () => {
    const numbers = largeExample().match(/\b\d{17}[\dX]\b/g) ?? [];
    expect(new Set(numbers).size).toBe(2_300);
    expect(numbers.filter((number) => !number.startsWith('999999'))).toEqual([]);
  });
});

describe('all examples', () => {
  test.each(['complete', 'mistakes', 'running'])(
    'the people of examples/%s are nobody: their numbers begin with 999999',
    (name) => {
      const numbers = textOf(name).match(/\b\d{17}[\dX]\b/g) ?? [];
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers.filter((number) => !number.startsWith('999999'))).toEqual([]);
    },
  );
});
