/**
 * A log that `fix` has written out says the same: every rule has the same outcome and finds the same, on the cases of all
 * rules as they are and written untidily. Written out again it stays as it is, and reading it takes no leniency.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type LogFixtureCase, readLogFixture } from '../../scripts/fixtures.mjs';
import { cleaned } from '../../src/logs/cleaned.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { LIMITS } from '../../src/plan/limits.js';
import { ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { fill } from '../../src/text/fill.js';
import { checkLogCase } from '../rules/log-case.js';

const folder = new URL('../rules/log-cases/', import.meta.url);

const OPTIONS = { kinds: KINDS, strict: false, asOf: '2020-12-31', limits: LIMITS, keepAll: false };

function clean(kind: string, text: string): ReturnType<typeof cleaned> {
  return cleaned(`${kind}.csv`, () => [new TextEncoder().encode(text)], { ...OPTIONS, kind });
}

/** As people write it: dates, times and yes or no in other forms, a title, a remark, a header on each page. */
function untidy(text: string): string {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const written = rows.map((row) =>
    row
      .split(',')
      .map((cell) =>
        cell
          .replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
          .replace(/^0(\d):(\d\d)$/, '$1：$2')
          .replace(/^是$/, '√')
          .replace(/^否$/, '×')
          .replace(/^(\d\d)\.(\d)$/, '$1。$2℃'),
      )
      .join(','),
  );
  const blank = ','.repeat(header.split(',').length - 1);
  return [`登记表${blank}`, header, ...written, `以上情况属实，特此说明${blank}`].join('\n');
}

/** What stays: words for "not given" where a finding says them, and cells that hold two columns. */
const STAYING = new Set(['missing-word', 'no-reading', 'shared', 'ticks']);

interface Verdict {
  readonly outcome: string | undefined;
  readonly findings: readonly string[];
}

/** What a rule makes of a case; where it stands in the file is left out. */
function verdictOf(each: LogFixtureCase, rule: Rule): Verdict {
  const report = checkLogCase(each, rule);
  return {
    outcome: report.rules.find(({ id }) => id === rule.id)?.outcome,
    findings: report.findings
      .filter((finding) => finding.rule === rule.id)
      .flatMap(({ message, params, cells = 1 }) => new Array<string>(cells).fill(fill(message, params, 'zh')))
      .sort(),
  };
}

function withTexts(each: LogFixtureCase, change: (kind: string, text: string) => string): LogFixtureCase {
  const files = each.files.map((file) =>
    file.name === 'profile' ? file : { ...file, text: change(file.name, file.text) },
  );
  return { ...each, files };
}

describe.each(readdirSync(folder).map((file) => [file.replace(/\.txt$/, ''), file] as const))('%s', (id, file) => {
  const rule = ruleById(id) as Rule;
  const cases = readLogFixture(readFileSync(new URL(file, folder), 'utf8'), file);

  test.each([
    ['as it is', (text: string) => text],
    ['written untidily', untidy],
  ])('says the same written out, %s', (_, write) => {
    let tried = 0;
    for (const each of cases) {
      if (each.files.some(({ text, name }) => name !== 'profile' && text.includes('"'))) continue;
      const given = withTexts(each, (__, text) => write(text));
      const fixed = withTexts(given, (kind, text) => clean(kind, text).text ?? text);
      tried++;
      expect({ line: each.line, ...verdictOf(fixed, rule) }).toEqual({ line: each.line, ...verdictOf(given, rule) });
      for (const { name, text } of fixed.files) {
        if (name === 'profile') continue;
        const again = clean(name, text);
        if (again.text === undefined) continue;
        expect(again.text).toBe(text);
        const lenient = again.changes.filter(({ rule: by }) => by.startsWith('input/lenient-'));
        expect(lenient.filter(({ message }) => !STAYING.has(message))).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(0);
  });
});
