/** What could not be read is no evidence, for or against: laws over all rules, kinds and columns, and cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { type LogFixtureCase, readLogFixture } from '../../scripts/fixtures.mjs';
import { ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import type { InstitutionReport, RuleResult } from '../../src/types.js';
import { checkLogCase } from '../rules/log-case.js';

const folder = new URL('../rules/log-cases/', import.meta.url);
const BETTER_THAN_UNREAD = new Set(['pass', 'warn', 'not-applicable']);
/** What a spreadsheet leaves of a cell. */
const DESTROYED = '#REF!';

interface Judged {
  readonly outcome: RuleResult['outcome'];
  readonly fingerprints: ReadonlySet<string>;
}

function judged(report: InstitutionReport, id: string): Judged {
  const outcome = report.rules.find((result) => result.id === id)?.outcome;
  if (!outcome) throw new Error(`no outcome of ${id}`);
  const own = report.findings.filter((finding) => finding.rule === id);
  return { outcome, fingerprints: new Set(own.map(({ fingerprint }) => fingerprint)) };
}

/** The case with each of its cells destroyed in turn: in every column the header, the first and the last row with a value. */
function* damaged(each: LogFixtureCase): Generator<{ readonly at: string; readonly damaged: LogFixtureCase }> {
  for (const [f, { name, text }] of each.files.entries()) {
    if (name === 'profile' || text.includes('"')) continue;
    const lines = text.split('\n').map((line) => line.split(','));
    const width = Math.max(...lines.map((cells) => cells.length));
    for (let column = 0; column < width; column++) {
      const filled = lines.flatMap((cells, i) => ((cells[column] ?? '').trim() === '' ? [] : [i]));
      for (const row of new Set([filled[0], filled[1], filled.at(-1)])) {
        if (row === undefined) continue;
        const changed = lines.map((cells, i) =>
          i === row ? cells.map((cell, j) => (j === column ? DESTROYED : cell)).join(',') : cells.join(','),
        );
        const files = each.files.map((file, i) => (i === f ? { ...file, text: changed.join('\n') } : file));
        yield { at: `${name}:${row + 1} ${lines[row]?.[column]}`, damaged: { ...each, files } };
      }
    }
  }
}

describe.each(readdirSync(folder).map((file) => [file.replace(/\.txt$/, ''), file] as const))('%s', (id, file) => {
  const rule = ruleById(id) as Rule;
  const cases = readLogFixture(readFileSync(new URL(file, folder), 'utf8'), file);

  test('a cell, a column or a date that is destroyed gives no better outcome and no new finding', () => {
    const broken: string[] = [];
    let tried = 0;
    for (const each of cases) {
      const before = judged(checkLogCase(each, rule), id);
      for (const { at, damaged: other } of damaged(each)) {
        const report = readable(() => checkLogCase(other, rule));
        if (!report) continue;
        tried++;
        const after = judged(report, id);
        const isBetter = after.outcome !== before.outcome && BETTER_THAN_UNREAD.has(after.outcome);
        if (isBetter) broken.push(`line ${each.line}, ${at}: ${before.outcome}, then ${after.outcome}`);
        for (const fingerprint of after.fingerprints) {
          if (!before.fingerprints.has(fingerprint))
            broken.push(`line ${each.line}, ${at}: new finding ${fingerprint}`);
        }
      }
    }
    expect(tried).toBeGreaterThan(10);
    expect(broken).toEqual([]);
  });
});

/** A log without a header that can be told is no log any more. */
function readable(work: () => InstitutionReport): InstitutionReport | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.message.includes('has no header')) return undefined;
    throw error;
  }
}
