/** What could not be read is no evidence, for or against: laws over all rules, kinds and columns, and cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { type LogFixtureCase, readLogFixture } from '../../scripts/fixtures.mjs';
import { ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import type { InstitutionReport, RuleResult } from '../../src/types.js';
import { checkLogCase } from '../rules/log-case.js';
import { checkLogs } from './check-logs.js';

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

/** Findings of the input, as `line rule`. */
function inputs(files: Readonly<Record<string, string>>): readonly string[] {
  const found = checkLogs(files, { hints: false });
  return found.filter(({ rule }) => rule.startsWith('input/')).map(({ location: { line }, rule }) => `${line} ${rule}`);
}

const RULE = ruleById('class-size') as Rule;

/** The outcome of the rule about class sizes for a log of sessions, and what it could not read. */
function classSize(text: string): RuleResult | undefined {
  const each = {
    title: '',
    line: 1,
    outcome: 'pass',
    expected: [],
    asOf: '2020-06-01',
    files: [{ name: 'session', text }],
  };
  return checkLogCase(each as unknown as LogFixtureCase, RULE).rules.find(({ id }) => id === RULE.id);
}

const SESSIONS = '日期,班级,课次,开始时间,结束时间,教室,教师,内容,防控知识,应到,实到';

describe('what could not be read', () => {
  test.each(['#REF!', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '######', '??', '？？', '王�', '锟斤拷'])(
    'is destroyed text in any column: %s',
    (cell) => {
      const found = inputs({ session: `${SESSIONS}\n2020-05-11,C1,1,08:30,10:00,J1,${cell},${cell},是,2,${cell}\n` });
      expect(found).toEqual(['2 input/cell-destroyed', '2 input/cell-destroyed', '2 input/cell-destroyed']);
    },
  );

  test('is a column whose header is destroyed, of which nobody knows what it was', () => {
    const found = inputs({ session: `${SESSIONS},#REF!\n2020-05-11,C1,1,08:30,10:00,J1,T1,课,是,2,2,x\n` });
    expect(found).toEqual(['1 input/header-destroyed']);
  });

  test('is a row whose cells have shifted: a finding of form, and no other', () => {
    const found = inputs({ session: `${SESSIONS}\n2020-05-11,C1,1,08:30,10:00,J1,T1,讲座,二,是,2,51\n` });
    expect(found).toEqual(['2 input/row-long']);
  });

  test('a rule whose column is missing is not run, and says which', () => {
    const result = classSize(`${SESSIONS.replace(',实到', '')}\n2020-05-11,C1,1,08:30,10:00,J1,T1,课,是,2\n`);
    expect(result).toMatchObject({
      outcome: 'not-run',
      unread: { rows: 1, of: 1, places: [{ line: 1, header: { zh: '实到' } }] },
    });
  });

  test('leaves a rule open that it may decide, and says how many rows were judged', () => {
    const rows = ['2020-05-11,C1,1,08:30,10:00,J1,T1,课,是,50,50', '2020-05-12,C1,2,08:30,10:00,J1,T1,课,是,50,五十'];
    const result = classSize([SESSIONS, ...rows, ''].join('\n'));
    expect(result?.outcome).toBe('not-run');
    expect(result?.reason?.zh).toBe('2 行里核对了 1 行，没有发现问题；有 1 行没有读懂：session:3 实到');
  });

  test('does not hide a breach that could be read', () => {
    const rows = ['2020-05-11,C1,1,08:30,10:00,J1,T1,课,是,51,51', '2020-05-12,C1,2,08:30,10:00,J1,T1,课,是,50,五十'];
    expect(classSize([SESSIONS, ...rows, ''].join('\n'))).toMatchObject({
      outcome: 'fail',
      count: 1,
      unread: { rows: 1, of: 2 },
    });
  });

  test('of two tables in one file the upper one is read, and the lower one is an error', () => {
    const found = checkLogs(
      {
        session: `${SESSIONS}\n2020-05-11,C1,1,08:30,10:00,J1,T1,课,是,2,2\n\n${DAILY}\n2020-05-11,某校,2,2,2,2,0,0,0,0,0,0,0,0,0,是,城中区人社局,韦一,2020-05-11 16:30\n`,
      },
      { hints: false },
    );
    expect(found.map(({ rule, location }) => `${location.line} ${rule}`)).toContain('4 input/other-table');
  });
});

const DAILY =
  '日期,单位,教职工应到,教职工实到,学员应到,学员实到,因病缺勤,发热,其他症状,隔离观察,送诊,重点地区及境外返柳,密切接触,疑似,确诊,零报告,报送单位,填报人,填报时间';
