/** Findings of two reports compared: new, fixed, persisting; and what only seems fixed because nobody looked. */
import { diff } from '../../src/audit/diff.js';
import { type ListedInstitution, type ListedReport, readReport } from '../../src/audit/listed.js';
import { OUTCOMES, type ReportDiff, SEVERITIES } from '../../src/types.js';

function finding(name: string, rule = 'mask-stock', file = 'a/profile.yaml'): ListedInstitution['findings'][number] {
  const message = { zh: name, en: name };
  return { rule, severity: 'error', file, line: 1, column: 1, message, fingerprint: name };
}

function one(id: string, change: Partial<ListedInstitution> = {}): ListedInstitution {
  const rules: ListedInstitution['rules'] = [{ id: 'mask-stock', outcome: 'fail' }];
  return { id, inputs: [{ file: 'a/profile.yaml' }], rules, findings: [], omitted: 0, ...change };
}

function report(...institutions: ListedInstitution[]): ListedReport {
  return { tool: { version: '1' }, plan: { id: 'p', digest: '0' }, asOf: '2020-05-11', institutions };
}

/** The fingerprints in each group of the only institution. */
function groups({ institutions }: ReportDiff): Record<string, string[]> {
  expect(institutions).toHaveLength(1);
  const [found] = institutions as [ReportDiff['institutions'][number]];
  const names = (['new', 'fixed', 'unchecked', 'persisting'] as const).map((key): [string, string[]] => [
    key,
    found[key].map(({ fingerprint }) => fingerprint),
  ]);
  return Object.fromEntries(names.filter(([, list]) => list.length > 0));
}

test('a finding is new, fixed or persisting by its fingerprint', () => {
  const before = report(one('a', { findings: [finding('x'), finding('y')] }));
  const after = report(one('a', { findings: [{ ...finding('y'), line: 9 }, finding('z')] }));
  const compared = diff(before, after);
  expect(groups(compared)).toEqual({ new: ['z'], fixed: ['x'], persisting: ['y'] });
  expect(compared.institutions[0]?.persisting[0]?.line).toBe(9);
  expect(compared.summary.new).toEqual({ error: 1, warning: 0, info: 0 });
});

test('a report is no different from itself', () => {
  const same = report(one('b', { findings: [finding('x'), finding('x')] }), one('a'));
  const { summary, samePlan } = diff(same, same);
  for (const key of ['new', 'fixed', 'unchecked'] as const)
    expect(SEVERITIES.map((severity) => summary[key][severity])).toEqual([0, 0, 0]);
  expect(summary.persisting.error).toBe(2);
  expect(samePlan).toBe(true);
});

test('the other way round, what was new is fixed', () => {
  const [a, b] = [report(one('a', { findings: [finding('x')] })), report(one('a', { findings: [finding('y')] }))];
  expect(diff(a, b).summary.new).toEqual(diff(b, a).summary.fixed);
});

test('equal fingerprints count each for itself', () => {
  const before = report(one('a', { findings: [finding('x'), finding('x')] }));
  const after = report(one('a', { findings: [finding('x')] }));
  expect(groups(diff(before, after))).toEqual({ fixed: ['x'], persisting: ['x'] });
});

describe('nothing is fixed by not looking', () => {
  test.each<[string, ListedInstitution[], string, string]>([
    ['the institution is gone', [], 'mask-stock', 'unchecked'],
    [
      'its rule was not run',
      [one('a', { rules: [{ id: 'mask-stock', outcome: 'not-run' }] })],
      'mask-stock',
      'unchecked',
    ],
    [
      'its rule is not due at the other stage',
      [one('a', { rules: [{ id: 'mask-stock', outcome: 'not-yet' }] })],
      'mask-stock',
      'unchecked',
    ],
    ['its rule is not in the report', [one('a', { rules: [] })], 'mask-stock', 'unchecked'],
    ['its rule passes', [one('a', { rules: [{ id: 'mask-stock', outcome: 'pass' }] })], 'mask-stock', 'fixed'],
    ['the file was not read', [one('a', { inputs: [{ file: 'a/other.yaml' }] })], 'input/unknown-key', 'unchecked'],
    ['no file was read', [one('a', { inputs: [] })], 'input/unknown-key', 'unchecked'],
    ['the file was read again', [one('a', { inputs: [{ file: 'b/profile.yaml' }] })], 'input/unknown-key', 'fixed'],
  ])('%s', (_, after, rule, group) => {
    expect(groups(diff(report(one('a', { findings: [finding('x', rule)] })), report(...after)))).toEqual({
      [group]: ['x'],
    });
  });

  test('a file that could not be read before, and can now, is fixed', () => {
    const before = report(one('a', { inputs: [], findings: [finding('x', 'input/missing')] }));
    expect(groups(diff(before, report(one('a'))))).toEqual({ fixed: ['x'] });
  });
});

test('institutions that came and went are said', () => {
  const { institutions, summary } = diff(
    report(one('a'), one('b')),
    report(one('c', { findings: [finding('x')] }), one('b')),
  );
  expect(institutions.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'vanished'],
    ['b', 'both'],
    ['c', 'appeared'],
  ]);
  expect(summary).toMatchObject({ institutions: 3, appeared: 1, vanished: 1, new: { error: 1 } });
});

test('other rules are said, and findings that were cut', () => {
  const after = report(one('a', { omitted: 5 }));
  const compared = diff(report(one('a', { omitted: 2 })), { ...after, plan: { id: 'p', digest: '1' } });
  expect(compared).toMatchObject({ samePlan: false, summary: { omitted: 7, unlisted: 3 } });
});

describe('what is no report is refused', () => {
  const counts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
  const sums = { rules: counts(OUTCOMES), findings: counts(SEVERITIES) };
  const whole = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: '1' },
    plan: { id: 'p', digest: '0'.repeat(64) },
    asOf: '2020-05-11',
    institutions: [],
    summary: { institutions: 0, files: 0, ...sums },
  };
  test('a whole one is read', () => {
    expect(readReport(JSON.stringify(whole), 'a').institutions).toEqual([]);
  });
  test.each([
    ['', ''],
    ['cut', JSON.stringify(whole).slice(0, -1)],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', JSON.stringify({ ...whole, formatVersion: 2 })],
    ...Object.keys(whole).map((key) => [`without ${key}`, JSON.stringify({ ...whole, [key]: undefined })]),
    ['an institution that is none', JSON.stringify({ ...whole, institutions: [{}] })],
    ['findings that are none', JSON.stringify({ ...whole, institutions: [{ ...one('a'), findings: [{}] }] })],
  ])('%s', (_, text) => {
    expect(() => readReport(text as string, 'a')).toThrow('input/report');
  });
});
