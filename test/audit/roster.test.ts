/** Who is on the county's monthly list: by the dates of each institution, and what is left out with its reason. */
import type { ListedInstitution, ListedReport } from '../../src/audit/listed.js';
import { monthBefore, rosterOf } from '../../src/audit/roster.js';
import type { InstitutionFacts } from '../../src/types.js';

const RESUMED = {
  appliedOn: '2020-05-06',
  inspectedOn: '2020-05-20',
  result: 'pass',
  resumedOn: '2020-05-25',
} as const;

function listed(id: string, facts?: Partial<InstitutionFacts>): ListedInstitution {
  const own = facts && { trades: [], offsite: [], reportedDays: [], ...facts };
  return { id, inputs: [], rules: [], findings: [], omitted: 0, ...(own ? { facts: own } : {}) };
}

function report(asOf: string, ...institutions: ListedInstitution[]): ListedReport {
  return { tool: { version: '0.0.0' }, plan: { id: 'p', digest: '' }, asOf, institutions };
}

test.each<[string, Partial<InstitutionFacts> | undefined, string]>([
  ['that resumed in the month', RESUMED, 'new'],
  ['that resumed on its first day', { ...RESUMED, inspectedOn: '2020-04-30', resumedOn: '2020-05-01' }, 'new'],
  [
    'that resumed on the last day of the month before',
    { ...RESUMED, inspectedOn: '2020-04-20', resumedOn: '2020-04-30' },
    'listed',
  ],
  ['that resumed on the last day', { ...RESUMED, resumedOn: '2020-05-31' }, 'new'],
  ['that resumes on the first of the next month', { ...RESUMED, resumedOn: '2020-06-01' }, 'other'],
  ['that resumed on the day of the inspection', { ...RESUMED, resumedOn: '2020-05-20' }, 'new'],
  ['that resumed the day before it', { ...RESUMED, resumedOn: '2020-05-19' }, '恢复日期早于检查合格'],
  ['that has not passed', { ...RESUMED, result: 'rectify' }, '填了恢复日期，没有检查合格的日期'],
  ['that names no inspection', { resumedOn: '2020-05-25' }, '填了恢复日期，没有检查合格的日期'],
  [
    'that names no day of the inspection',
    { result: 'pass', resumedOn: '2020-05-25' },
    '填了恢复日期，没有检查合格的日期',
  ],
  [
    'that passed and names no day of resumption',
    { result: 'pass', inspectedOn: '2020-05-20' },
    '检查合格，没有填恢复日期',
  ],
  ['that passed in the next month', { result: 'pass', inspectedOn: '2020-06-02' }, 'other'],
  ['that has only applied', { appliedOn: '2020-05-20' }, 'other'],
  ['of which nothing is known', undefined, '没有可读的概况，是否恢复不知道'],
])('an institution %s', (_, facts, expected) => {
  const { rows, leftOut, others } = rosterOf(report('2020-06-08', listed('A', facts)), '2020-05');
  const found = [
    ...rows.map(({ isNew }) => (isNew ? 'new' : 'listed')),
    ...leftOut.map(({ reason }) => reason.zh),
    ...(others > 0 ? ['other'] : []),
  ];
  expect(found).toEqual([expected]);
});

test('a month that is not over is covered until the day of the report', () => {
  const later = listed('A', { ...RESUMED, resumedOn: '2020-05-30' });
  expect(rosterOf(report('2020-05-29', later, listed('B', RESUMED)), '2020-05')).toMatchObject({
    until: '2020-05-29',
    isWhole: false,
    rows: [{ name: 'B' }],
    others: 1,
  });
  expect(rosterOf(report('2020-06-01', later), '2020-05')).toMatchObject({ until: '2020-05-31', isWhole: true });
});

test('is in the order of the days of resumption, then of the names', () => {
  const names = rosterOf(
    report(
      '2020-06-08',
      listed('C', RESUMED),
      listed('B', RESUMED),
      listed('D', { ...RESUMED, resumedOn: '2020-05-21' }),
    ),
    '2020-05',
  ).rows.map(({ name }) => name);
  expect(names).toEqual(['D', 'B', 'C']);
});

test.each([
  ['2020-06-01', '2020-05'],
  ['2020-01-31', '2019-12'],
  ['2000-03-15', '2000-02'],
])('the month before %s is %s', (day, month) => expect(monthBefore(day)).toBe(month));
