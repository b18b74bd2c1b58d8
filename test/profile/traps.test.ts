/** A value that the schema refuses: exactly the rules that read it are not run, and nothing else changes. */
import { readFileSync } from 'node:fs';
import { checkProfile } from '../../src/check/check.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { ifReadable, readProfile, UnreadableNode } from '../../src/profile/read.js';
import type { Step } from '../../src/profile/schema.js';
import { RULES } from '../../src/rules/index.js';
import type { Finding, InstitutionReport } from '../../src/types.js';

const COMPLETE = readFileSync(new URL('../../examples/complete/profile.yaml', import.meta.url), 'utf8');
const AS_OF = '2020-05-11';

/** Checks a profile at the last stage, where the most rules bind. */
function check(text: string): InstitutionReport {
  return checkProfile(readProfile(text, 'profile.yaml'), {
    plan: LIUZHOU_2020,
    rules: RULES,
    asOf: AS_OF,
    stage: 'run',
    digest: (each) => each,
    encoding: 'utf-8',
  });
}

/** What one report has and the other has not. */
function compare(before: InstitutionReport, after: InstitutionReport) {
  const outcomes = new Map(before.rules.map((rule) => [rule.id, rule.outcome]));
  // not by fingerprint, which holds the id of the institution
  const identity = ({ rule, path, message, params }: Finding): string => JSON.stringify([rule, path, message, params]);
  const known = (report: InstitutionReport, finding: Finding): boolean =>
    report.findings.some((each) => identity(each) === identity(finding));
  return {
    changed: after.rules
      .filter(({ id, outcome }) => outcome !== outcomes.get(id))
      .map(({ id, outcome }) => `${id}: ${outcome}`),
    added: after.findings.filter((finding) => !known(before, finding)),
    lost: new Set(before.findings.filter((finding) => !known(after, finding)).map(({ rule }) => rule)),
  };
}

const clean = check(COMPLETE);

describe('what each of these nodes is read by, by hand', () => {
  const OF_DOCUMENTS = [
    'instant-monitoring-system',
    'unit-emergency-plan',
    'two-plans',
    'work-plan-three-subplans',
    'system-reporting',
    'system-morning-noon-check',
    'system-absence-tracing',
    'system-health-management',
    'system-hygiene-disinfection',
    'system-health-education',
    'system-supplies-management',
    'system-daily-zero-report',
  ];

  test.each<[path: string, from: string, to: string, rules: readonly string[]]>([
    ['supplies.masks.pieces', 'pieces: 200', 'pieces: 两百', ['mask-stock']],
    ['supplies.thermometerGuns', 'thermometerGuns: 3', 'thermometerGuns: "3"', ['thermometer-guns']],
    ['supplies.separation', 'separation: 15', 'separation: 十五米', ['alcohol-bleach-separated']],
    ['spaces[0].seats.rows', 'rows: 5, columns: 6', 'rows: 五, columns: 6', ['seat-spacing']],
    ['isolationRooms[0].rulesPosted', 'rulesPosted: true', 'rulesPosted: 是', ['isolation-rules-posted']],
    ['classes[0].plannedSize', 'plannedSize: 30', 'plannedSize: 三十', ['class-size']],
    ['meals.mode', 'mode: 分餐', 'mode: 各吃各的', ['individual-portions']],
    ['healthSurvey.reportedOn', 'reportedOn: 2020-05-11', 'reportedOn: 昨天', ['survey-reported-to-hrss']],
    ['institution.approval.permitNo', 'permitNo: 人社民4502020000001号', 'permitNo: [1]', ['scope-hrss-approved']],
    ['fire.extinguishers[0].expiresOn', 'expiresOn: 2028-01-10', 'expiresOn: 2028-02-30', ['extinguishers-in-date']],
    ['staff[2].role', 'role: 教师', 'role: 老师', ['teachers-direct-responsible']],
    ['staff[0].healthCode', 'healthCode: 绿', 'healthCode: 绿码', []],
    ['training.records[0].archiveNo', 'archiveNo: PX-01', 'archiveNo: PX 01', ['training-drill-archived']],
    ['documents[0].kind', 'kind: work-plan', 'kind: 工作方案', OF_DOCUMENTS],
    [
      'leadingGroup',
      'leadingGroup:\n  establishedOn: 2020-04-13\n',
      'leadingGroup: 已成立\noperation2:\n  x: 1\n',
      ['unit-emergency-plan', 'leading-group', 'leading-group-tiers', 'teachers-direct-responsible'],
    ],
    [
      'selfCheck.date',
      'selfCheck:\n  date: 2020-05-03',
      'selfCheck:\n  date: 5月3日',
      ['vector-control-campaign', 'staff-commitments', 'self-check-done', 'self-check-before-commitments'],
    ],
    [
      'staff[0].id',
      'id: S01',
      'id: S 01',
      [
        'leading-group-tiers',
        'teachers-direct-responsible',
        'staff-14day-survey',
        'staff-epidemic-training',
        'staff-commitments',
        'self-check-before-commitments',
        'application-staff-roster',
      ],
    ],
  ])('%s', (path, from, to, rules) => {
    expect(COMPLETE.split(from).length).toBeGreaterThan(1);
    const text = COMPLETE.replace(from, to);
    const line =
      text
        .split('\n')
        .findIndex((each) => each.includes(to.split('\n').find((part) => part.trim() !== 'selfCheck:') ?? '')) + 1;
    const report = check(text);
    const { changed, added, lost } = compare(clean, report);
    expect(changed).toEqual(rules.map((id) => `${id}: not-run`));
    for (const id of rules) {
      const result = report.rules.find((each) => each.id === id);
      expect(result?.reason).toEqual({
        zh: `要读的内容写法不对（第 ${line} 行）`,
        en: `what it reads is not well formed (line ${line})`,
      });
      expect(result?.count).toBe(0);
    }
    expect([...lost]).toEqual([]);
    const form = added.filter(({ rule }) => rule !== 'input/unknown-key');
    expect(form.map((finding) => [finding.rule, finding.path, finding.severity, finding.location.line])).toEqual([
      ['input/schema', path, 'error', line],
    ]);
  });
});

/** What a rule reads of a profile, by a proxy that writes down each path. */
function pathsRead(text: string, ruleId: string): Set<string> {
  const paths = new Set<string>();
  const watch = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return new Proxy(value, {
      get(target, key) {
        const inner: unknown = Reflect.get(target, key);
        if (typeof key === 'symbol' || typeof inner === 'function' || (key === 'length' && Array.isArray(target)))
          return inner;
        const at = Array.isArray(target) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
        paths.add(at);
        return watch(inner, at);
      },
    });
  };
  const { profile } = readProfile(text, 'profile.yaml');
  const rule = RULES.find(({ id }) => id === ruleId);
  const facts = {
    profile: watch(profile, '') as typeof profile,
    plan: LIUZHOU_2020,
    limits: LIUZHOU_2020.limits,
    asOf: AS_OF,
  };
  for (const _ of rule?.profile?.(facts) ?? []);
  return paths;
}

/** The paths of all scalars of a profile. */
function scalarsOf(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    scalarsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

describe('a list in place of a scalar anywhere in the complete example', () => {
  const source = readProfile(COMPLETE, 'profile.yaml');
  const lines = COMPLETE.split('\n');
  const offsetOf = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const wasRun = new Set(
    clean.rules.filter(({ outcome }) => !['not-run', 'on-site'].includes(outcome)).map(({ id }) => id),
  );
  const readers = new Map(
    RULES.filter(({ id, profile }) => profile && wasRun.has(id)).map(({ id }) => [id, pathsRead(COMPLETE, id)]),
  );
  // one of each kind: the first and the last in their lists
  const byKind = new Map<string, readonly Step[]>();
  for (const path of scalarsOf(source.profile)) {
    const kind = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
    byKind.set(byKind.has(kind) ? `${kind} last` : kind, path);
  }
  const written = (path: readonly Step[]): string =>
    path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');

  test('there are many', () => {
    expect(byKind.size).toBeGreaterThan(150);
    expect(readers.size).toBeGreaterThan(50);
  });

  test.each([...byKind.values()].map((path) => written(path)).filter((path) => path !== 'asOf'))('%s', (path) => {
    const place = source.locate(path);
    if (!place) throw new Error(`${path} is nowhere`);
    const from = offsetOf(place.line, place.column);
    const to = offsetOf(place.endLine, place.endColumn);
    const report = check(`${COMPLETE.slice(0, from)}[[]]${COMPLETE.slice(to)}`);
    const { changed, added, lost } = compare(clean, report);
    const expected = [...readers].filter(([, paths]) => paths.has(path)).map(([id]) => id);
    expect(changed.sort()).toEqual(expected.map((id) => `${id}: not-run`).sort());
    expect(added.map((finding) => [finding.rule, finding.path, finding.location.line])).toEqual([
      ['input/schema', path, place.line],
    ]);
    expect([...lost].filter((id) => !expected.includes(id))).toEqual([]);
  });
});

describe('reading a refused node', () => {
  test('throws, with its place, whatever lies inside or above it', () => {
    const { profile } = readProfile('supplies:\n  masks: 很多\nstaff:\n  - 甲\n  - id: S02\n', 'profile.yaml');
    expect(() => profile.supplies?.masks).toThrow(UnreadableNode);
    expect(() => profile.supplies?.masks?.pieces).toThrow(UnreadableNode);
    expect(() => profile.staff?.[0]).toThrow(UnreadableNode);
    expect(() => [...(profile.staff ?? [])]).toThrow(UnreadableNode);
    expect(profile.staff?.[1]?.id).toBe('S02');
    expect(profile.staff?.length).toBe(2);
    expect(ifReadable(() => profile.supplies?.masks)).toBeUndefined();
    try {
      expect(profile.supplies?.masks).toBe('never');
    } catch (error) {
      expect((error as UnreadableNode).location).toEqual({
        file: 'profile.yaml',
        line: 2,
        column: 10,
        endLine: 2,
        endColumn: 12,
      });
    }
  });

  test('is kept apart from other errors', () => {
    expect(() =>
      ifReadable(() => {
        throw new TypeError('another');
      }),
    ).toThrow(TypeError);
  });
});

describe('a key that an item must have', () => {
  test('is a finding at the item where it is missing or empty, and the item is not read', () => {
    for (const item of ['- { title: 某制度 }', '- { kind: , title: 某制度 }', '- { kind: "", title: 某制度 }']) {
      const source = readProfile(`documents:\n  ${item}\n`, 'profile.yaml');
      expect(source.findings.map(({ rule, path, location, params }) => ({ rule, path, location, params }))).toEqual([
        {
          rule: 'input/schema',
          path: 'documents[0]',
          location: {
            file: 'profile.yaml',
            line: 2,
            column: 7,
            endLine: 2,
            endColumn: item.includes('kind') ? 11 : 12,
          },
          params: { label: { zh: '一份方案或制度', en: 'A document' }, key: 'kind' },
        },
      ]);
      expect(() => source.profile.documents?.[0]).toThrow(UnreadableNode);
    }
  });
});
