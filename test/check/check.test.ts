/** What becomes of rules and findings: outcomes, verdict, places, order, fingerprints. The rules here are made up. */
import { checkProfile } from '../../src/check/check.js';
import { NOT_GIVEN } from '../../src/check/judge-profile.js';
import { addUp, summarise } from '../../src/check/summary.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { type Raised, type Rule, type RuleDefinition, rule } from '../../src/rules/rule.js';
import type { Finding, InstitutionReport, Outcome, Phase, Severity, Stage } from '../../src/types.js';

const words = (text: string) => ({ zh: `${text}（中文）`, en: text });

/** A rule made up of what matters to a test. */
function made(definition: Partial<RuleDefinition<string>> & { readonly id?: string }): Rule {
  return rule({
    id: 'made',
    clauses: ['四（六）4'],
    phase: 'prep',
    class: 'profile',
    checklist: true,
    needs: {},
    title: words('title'),
    demand: words('demand'),
    advice: words('advice'),
    messages: { wrong: words('{have} is wrong'), other: words('other'), exempt: words('exempt') },
    ...definition,
  });
}

const raising =
  (...raised: Raised[]) =>
  (): Raised[] =>
    raised;
const WRONG: Raised = { at: 'asOf', message: 'wrong', params: { have: 1 } };
const WEAK: Raised = { ...WRONG, severity: 'warning' };
const LACKING: Raised = { missing: 'supplies.keeper' };

interface Options {
  readonly stage?: Stage;
  readonly file?: string;
}

function check(rules: readonly Rule[], text = 'asOf: 2020-05-06\n', { stage, file }: Options = {}): InstitutionReport {
  return checkProfile(readProfile(text, file ?? 'schools/a/profile.yaml'), {
    plan: LIUZHOU_2020,
    rules,
    asOf: '2020-05-06',
    ...(stage ? { stage } : {}),
    digest: (each) => each,
    encoding: 'utf-8',
  });
}

const outcomeOf = (one: Rule, text?: string, options?: Options): Outcome | undefined =>
  check([one], text, options).rules[0]?.outcome;
const findingsOf = (one: Rule, text?: string, options?: Options): readonly Finding[] =>
  check([one], text, options).findings;

describe('the outcome of a rule', () => {
  test.each<[Outcome, string, Raised[]]>([
    ['pass', 'its check raises nothing', []],
    ['fail', 'an obligation is broken', [WRONG]],
    ['fail', 'an obligation is broken, and something is not given', [LACKING, WRONG]],
    ['not-evidenced', 'something is not given', [LACKING]],
    ['not-evidenced', 'something is not given, and something weak was found', [WEAK, LACKING]],
    ['warn', 'only something weak was found', [WEAK]],
    ['warn', 'only a remark was made', [{ ...WRONG, severity: 'info' }]],
    ['not-applicable', 'the check says so', [{ notApplicable: 'exempt' }]],
    ['not-applicable', 'the check says so, whatever else it raises', [WRONG, { notApplicable: 'exempt' }]],
  ])('is %s where %s', (outcome, _, raised) => {
    expect(outcomeOf(made({ profile: raising(...raised) }))).toBe(outcome);
  });

  test.each<[Severity, Outcome]>([
    ['error', 'fail'],
    ['warning', 'warn'],
    ['info', 'warn'],
  ])('where a rule of severity %s is broken is %s', (severity, outcome) => {
    expect(outcomeOf(made({ severity, profile: raising(WRONG) }))).toBe(outcome);
  });

  test('is on-site where nothing was found but a person must look', () => {
    expect(outcomeOf(made({ verification: 'on-site', profile: raising() }))).toBe('on-site');
    expect(outcomeOf(made({ verification: 'on-site', profile: raising(WRONG) }))).toBe('fail');
  });

  test('of an exemption gives its reason, and no finding', () => {
    const report = check([made({ profile: raising(WRONG, { notApplicable: 'exempt' }) })]);
    expect(report.rules[0]?.reason).toEqual(words('exempt'));
    expect(report.findings).toEqual([]);
  });

  test('is not-applicable for a duty of the county, even if it has a check', () => {
    const [result] = check([made({ class: 'county', profile: raising(WRONG) })]).rules;
    expect([result?.outcome, result?.reason?.en]).toEqual([
      'not-applicable',
      'a duty of the county or district department',
    ]);
  });

  test.each<[Phase, Outcome, Outcome, Outcome]>([
    ['prep', 'fail', 'fail', 'fail'],
    ['apply', 'not-yet', 'fail', 'fail'],
    ['run', 'not-yet', 'not-yet', 'fail'],
    ['incident', 'fail', 'fail', 'fail'],
    ['recover', 'fail', 'fail', 'fail'],
  ])('of phase %s is in prep %s, in apply %s, in run %s', (phase, ...expected) => {
    const broken = made({ phase, profile: raising(WRONG) });
    const stages: readonly Stage[] = ['prep', 'apply', 'run'];
    expect(stages.map((stage) => outcomeOf(broken, undefined, { stage }))).toEqual(expected);
  });

  test.each<[Phase, string]>([
    ['apply', 'from the application stage'],
    ['run', 'from resumption'],
  ])('not-yet of phase %s says from when it binds: %s', (phase, reason) => {
    const [result] = check([made({ phase, profile: raising(WRONG) })], undefined, { stage: 'prep' }).rules;
    expect(result?.reason?.en).toBe(reason);
  });

  test('uses the stage that the profile shows where none is asked for', () => {
    const broken = made({ phase: 'run', profile: raising({ missing: 'supplies.keeper' }) });
    expect(outcomeOf(broken, 'selfCheck: { date: 2020-05-03 }')).toBe('not-yet');
    expect(outcomeOf(broken, 'inspection: { result: pass }')).toBe('not-evidenced');
  });
});

describe('a rule that needs logs', () => {
  test('is not-run without them', () => {
    const [result] = check([made({ class: 'log', phase: 'run' })], undefined, { stage: 'run' }).rules;
    expect([result?.outcome, result?.reason?.en]).toEqual(['not-run', 'no logs were given']);
  });

  test('is not-run though nothing is wrong in the profile', () => {
    const daily = made({ class: 'log', phase: 'run', profile: raising() });
    const [result] = check([daily], undefined, { stage: 'run' }).rules;
    expect([result?.outcome, result?.reason?.en]).toEqual([
      'not-run',
      'nothing wrong in the profile, but no logs were given',
    ]);
  });

  test('fails by what is wrong in the profile', () => {
    expect(outcomeOf(made({ class: 'log', phase: 'run', profile: raising(WRONG) }), undefined, { stage: 'run' })).toBe(
      'fail',
    );
  });

  test('passes by the profile where it is checked before training resumes', () => {
    expect(outcomeOf(made({ class: 'log', phase: 'prep', profile: raising() }))).toBe('pass');
  });

  test.each<Phase>(['incident', 'recover'])('of phase %s does not apply while there is no incident', (phase) => {
    const [result] = check([made({ class: 'log', phase })], undefined, { stage: 'run' }).rules;
    expect([result?.outcome, result?.reason?.en]).toEqual(['not-applicable', 'no incident or suspension on record']);
    expect(outcomeOf(made({ class: 'log', phase }), 'incidents: []', { stage: 'run' })).toBe('not-applicable');
    expect(outcomeOf(made({ class: 'log', phase }), 'incidents: [{ id: E1 }]', { stage: 'run' })).toBe('not-run');
  });
});

describe('outside the scope of the plan', () => {
  const gate = made({ id: 'gate', gate: true, profile: raising({ notApplicable: 'exempt' }) });
  const other = made({ id: 'other', profile: raising(WRONG) });

  test.each([
    ['first', [gate, other]],
    ['last', [other, gate]],
  ])('no other rule is judged, where the gate stands %s', (_, rules) => {
    const report = check(rules);
    expect(report.findings).toEqual([]);
    expect(report.rules.slice(0, 2).map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
      rules.map(({ id }) => `${id} not-applicable`),
    );
    expect(report.rules.every(({ outcome }) => outcome === 'not-applicable')).toBe(true);
    const reasons = new Set(report.rules.filter(({ id }) => id !== 'gate').map(({ reason }) => reason?.en));
    expect([...reasons]).toEqual(['the plan does not apply to this institution']);
  });

  test('there is no verdict', () => {
    const report = check([gate, other]);
    expect([report.compliant, report.compliantWithWaivers]).toEqual([null, null]);
  });

  test('a gate that only fails lets the others be judged', () => {
    const failing = made({ id: 'gate', gate: true, profile: raising(LACKING) });
    expect(
      check([failing, other])
        .rules.slice(0, 2)
        .map(({ outcome }) => outcome),
    ).toEqual(['not-evidenced', 'fail']);
  });

  test('an exemption of another rule concerns that rule only', () => {
    const exempt = made({ id: 'exempt', profile: raising({ notApplicable: 'exempt' }) });
    expect(check([exempt, other]).rules[1]?.outcome).toBe('fail');
  });
});

describe('the verdict', () => {
  const passing = made({ id: 'passing', profile: raising() });
  const unrun = made({ id: 'unrun', class: 'log', phase: 'prep' });
  test.each<[boolean | null, string, Rule[]]>([
    [true, 'all pass', [passing]],
    [false, 'an obligation fails', [passing, made({ profile: raising(WRONG) })]],
    [false, 'an obligation is not evidenced', [passing, made({ profile: raising(LACKING) })]],
    [true, 'an obligation only warns', [passing, made({ profile: raising(WEAK) })]],
    [true, 'a recommendation is not kept', [passing, made({ severity: 'warning', profile: raising(WRONG) })]],
    [true, 'a recommendation is not evidenced', [passing, made({ severity: 'info', profile: raising(LACKING) })]],
    [true, 'a rule of a later stage would fail', [passing, made({ phase: 'run', profile: raising(WRONG) })]],
    [null, 'an obligation was not run', [passing, unrun]],
    [false, 'one was not run, but another fails', [unrun, made({ profile: raising(WRONG) })]],
    [true, 'only a recommendation was not run', [passing, made({ severity: 'warning', class: 'log' })]],
  ])('is %s where %s', (compliant, _, rules) => {
    const report = check(rules, undefined, { stage: 'prep' });
    expect([report.compliant, report.compliantWithWaivers]).toEqual([compliant, compliant]);
  });
});

describe('what cannot be read', () => {
  const reads = (id: string, read: (profile: { readonly [key: string]: unknown }) => unknown): Rule =>
    made({
      id,
      profile: ({ profile }) => {
        read(profile as unknown as { readonly [key: string]: unknown });
        return [];
      },
    });

  test('keeps only the rules from running that read it, and they say where it is', () => {
    const text = 'asOf: 2020-05-06\nsupplies:\n  thermometerGuns: three\n  keeper: S01\n';
    const supplies = ({ supplies: all }: { readonly [key: string]: unknown }) =>
      all as { readonly [key: string]: unknown };
    const report = check(
      [reads('guns', (p) => supplies(p).thermometerGuns), reads('keeper', (p) => supplies(p).keeper)],
      text,
    );
    expect(report.rules.slice(0, 2).map(({ id, outcome, reason }) => [id, outcome, reason?.en])).toEqual([
      ['guns', 'not-run', 'what it reads is not well formed (line 3)'],
      ['keeper', 'pass', undefined],
    ]);
    expect(
      report.findings.map(({ rule: id, clause, severity, location }) => [id, clause, severity, location.line]),
    ).toEqual([['input/schema', undefined, 'error', 3]]);
    expect(report.compliant).toBeNull();
  });

  test('leaves other errors alone', () => {
    const broken = made({
      profile: () => {
        throw new RangeError('a mistake in the rule');
      },
    });
    expect(() => check([broken])).toThrow('a mistake in the rule');
  });

  test('is reported even where the reference to it leads nowhere', () => {
    const text = 'staff: [{ id: S01 }]\nsupplies: { keeper: S02 }\n';
    expect(check([], text).findings.map(({ rule: id }) => id)).toEqual(['input/unknown-reference']);
  });
});

describe('a mistake in a rule is an error of the program', () => {
  test.each<[string, Raised, string]>([
    [
      'a path that the profile does not have',
      { at: 'supplies.masks', message: 'wrong' },
      'rule made names supplies.masks',
    ],
    [
      'a related path that the profile does not have',
      { at: 'asOf', message: 'other', related: ['staff[3]'] },
      'rule made names staff[3]',
    ],
    [
      'something missing that the schema does not have',
      { missing: 'supplies.vaccine' },
      'rule made misses supplies.vaccine',
    ],
    ['a message that it does not have', { at: 'asOf', message: 'absent' }, 'rule made has no message absent'],
    ['an exemption that it does not have', { notApplicable: 'absent' }, 'rule made has no message absent'],
  ])('%s', (_, raised, message) => {
    expect(() => check([made({ profile: raising(raised) })])).toThrow(message);
  });
});

describe('a finding', () => {
  test('stands at the node that the rule names, with the rule, its first clause, severity, message and values', () => {
    const both = made({ clauses: ['五（七）', '附件3'], profile: raising(WRONG) });
    expect(findingsOf(both)[0]).toMatchObject({
      rule: 'made',
      clause: '五（七）',
      severity: 'error',
      location: { file: 'schools/a/profile.yaml', line: 1, column: 7, endLine: 1, endColumn: 17 },
      path: 'asOf',
      message: words('{have} is wrong'),
      params: { have: 1 },
      related: [],
      remedy: { text: words('advice') },
    });
  });

  test('has no values where the rule gives none', () => {
    expect(findingsOf(made({ profile: raising({ at: 'asOf', message: 'other' }) }))[0]?.params).toEqual({});
  });

  test('has the severity that its check gives it, else the rule’s', () => {
    const raised: Raised[] = [{ ...WRONG, severity: 'info' }, LACKING, { ...LACKING, severity: 'info' }];
    const severities = (severity: Severity) =>
      findingsOf(made({ severity, profile: raising(...raised) })).map((each) => each.severity);
    expect(severities('warning').sort()).toEqual(['info', 'info', 'warning']);
    expect(severities('error').sort()).toEqual(['error', 'info', 'info']);
  });

  test('about what is not given stands at the nearest key that is, and names what is lacking', () => {
    const text = 'asOf: 2020-05-06\nsupplies:\n  separation: 5\n';
    expect(findingsOf(made({ profile: raising(LACKING) }), text)[0]).toMatchObject({
      location: { line: 2, column: 1, endLine: 2, endColumn: 9 },
      path: 'supplies.keeper',
      message: NOT_GIVEN,
      params: { path: 'supplies.keeper', label: { zh: '保管员', en: expect.any(String) } },
    });
    expect(findingsOf(made({ profile: raising(LACKING) }), 'asOf: 2020-05-06\n')[0]?.location.line).toBe(1);
  });

  test('shows the related places', () => {
    const text = 'asOf: 2020-05-06\npublicityBoards:\n  - { location: 门口 }\n';
    const related = findingsOf(
      made({ profile: raising({ ...WRONG, related: ['publicityBoards[0].location'] }) }),
      text,
    )[0]?.related;
    expect(related?.map(({ line, column }) => [line, column])).toEqual([[3, 17]]);
  });

  test('says what is to be got, and how many', () => {
    const get = { item: 'bleach84', quantity: 2 } as const;
    const expected = {
      text: words('advice'),
      item: { zh: '84消毒液（500克）', en: '84 bleach (500 g)' },
      quantity: 2,
      unit: { zh: '瓶', en: 'bottles' },
    };
    expect(findingsOf(made({ profile: raising({ ...WRONG, get }) }))[0]?.remedy).toEqual(expected);
    expect(findingsOf(made({ profile: raising({ ...LACKING, get }) }))[0]?.remedy).toEqual(expected);
  });

  test('names the ground that it would match, if any', () => {
    expect(findingsOf(made({ ground: '二', profile: raising(WRONG) }))[0]?.ground).toBe('八·追责（二）');
    expect(findingsOf(made({ ground: '二', profile: raising(LACKING) }))[0]?.ground).toBe('八·追责（二）');
    expect(findingsOf(made({ profile: raising(WRONG) }))[0]).not.toHaveProperty('ground');
  });

  test('says what it assumes: what the rule reads into the plan and adds, then what its limits owe to the toolkit, each once', () => {
    const reading = { zh: '只看登记', en: 'only what is entered counts' };
    const limits = [
      'maskBins',
      'masksPerClassroom',
      'checkpoints',
      'extinguisherYearsWater',
      'extinguisherYearsPowder',
    ] as const;
    const added = { zh: '旧的不算', en: 'what is old does not count' };
    const note = findingsOf(made({ reading, default: added, limits, profile: raising(WRONG) }))[0]?.note;
    const noNumber = 'the clause asks for it without a number; read as at least one';
    expect(note?.en).toBe(
      [
        "toolkit reading, not the plan's own words: only what is entered counts",
        'toolkit default, not from the plan: what is old does not count',
        `bins for used masks: 四（五）5, toolkit reading, not the plan's own words: ${noNumber}`,
        `temperature checkpoints: 四（七）, toolkit reading, not the plan's own words: ${noNumber}`,
        'service life of a water-based extinguisher, service life of a dry-powder extinguisher: toolkit default, not from ' +
          'the plan: estimated by type where only the date of manufacture is known',
      ].join('; '),
    );
    expect(note?.zh).toContain(
      '工具的理解，非预案原文：只看登记；工具默认值，非预案规定：旧的不算；废弃口罩专用收集桶：四（五）5，工具的理解，非预案原文：',
    );
    expect(note?.zh).toContain('水基型灭火器使用年限、干粉灭火器使用年限：工具默认值，非预案规定：');
  });

  test('assumes nothing where the plan prints the number', () => {
    expect(findingsOf(made({ limits: ['masksPerClassroom'], profile: raising(WRONG) }))[0]).not.toHaveProperty('note');
  });
});

describe('findings stand in the order', () => {
  const text = 'asOf: 2020-05-06\nsupplies: { separation: 5, keeper: S01 }\nfire:\n  routes: []\n';
  const at = (path: string): Raised => ({ at: path, message: 'other' });

  test('of lines, then columns, then rules, then paths', () => {
    const rules = [
      made({ id: 'b', profile: raising(at('fire.routes'), at('supplies.keeper'), at('asOf')) }),
      made({
        id: 'a',
        profile: raising(
          at('supplies.separation'),
          at('supplies.keeper'),
          { missing: 'fire.hazards' },
          { missing: 'fire.floors' },
        ),
      }),
    ];
    expect(check(rules, text).findings.map(({ location, rule: id, path }) => `${location.line} ${id} ${path}`)).toEqual(
      [
        '1 b asOf',
        '2 a supplies.separation',
        '2 a supplies.keeper',
        '2 b supplies.keeper',
        '3 a fire.floors',
        '3 a fire.hazards',
        '4 b fire.routes',
      ],
    );
  });

  test('rules in the order of the catalogue, what a person must look at behind them', () => {
    const rules = [
      made({ id: 'b', profile: raising() }),
      made({ id: 'gate', gate: true, profile: raising() }),
      made({ id: 'a', profile: raising() }),
    ];
    const results = check(rules).rules;
    expect(results.slice(0, 3).map(({ id }) => id)).toEqual(['b', 'gate', 'a']);
    expect(results.slice(3).every(({ id, outcome }) => id.startsWith('site/') && outcome === 'on-site')).toBe(true);
    expect(results.find(({ id }) => id === 'site/seats')).toEqual({
      id: 'site/seats',
      clauses: ['五（三）'],
      outcome: 'on-site',
      reason: { zh: '到教室量座位间隔', en: 'Measure the distance between seats in the room' },
      count: 0,
    });
    expect(results.filter(({ id }) => id.startsWith('guide/'))).toEqual([]);
  });
});

describe('a fingerprint', () => {
  // the digest of these tests returns what it is given, so that nothing of a person can hide in it
  const raised = (text: string, path: string, file?: string): Finding =>
    findingsOf(
      made({ profile: raising({ at: path, message: 'other' }) }),
      text,
      file === undefined ? {} : { file },
    )[0] as Finding;
  const print = (text: string, path: string, file?: string): string => {
    let seen = '';
    checkProfile(readProfile(text, file ?? 'schools/a/profile.yaml'), {
      plan: LIUZHOU_2020,
      rules: [made({ profile: raising({ at: path, message: 'other' }) })],
      asOf: '2020-05-06',
      digest: (each) => {
        seen = each;
        return each.padEnd(64, '.');
      },
      encoding: 'utf-8',
    });
    return seen;
  };
  const school = 'institution: { id: L01 }\n';

  test('is of institution, rule, name of the file, message and path', () => {
    expect(print(`${school}asOf: 2020-05-06\n`, 'asOf')).toBe('L01\nmade\nprofile.yaml\nother\nasOf\n0');
  });

  test('is the first 32 characters of the digest', () => {
    expect(raised(`${school}asOf: 2020-05-06\n`, 'asOf').fingerprint).toBe('L01\nmade\nprofile.yaml\nother\nasOf');
  });

  test('stays the same where lines move', () => {
    expect(print(`# a line more\n\n${school}asOf: 2020-05-06\n`, 'asOf')).toBe(
      print(`${school}asOf: 2020-05-06\n`, 'asOf'),
    );
  });

  test('stays the same in another folder', () => {
    expect(print(`${school}asOf: 2020-05-06\n`, 'asOf', 'elsewhere/profile.yaml')).toBe(
      print(`${school}asOf: 2020-05-06\n`, 'asOf'),
    );
  });

  test('names an item of a list by its id or kind, so that it stays the same where the list is reordered', () => {
    const one = `${school}spaces: [{ id: J101, kind: classroom }, { id: J102, kind: office }]\n`;
    const two = `${school}spaces: [{ id: J102, kind: office }, { id: J101, kind: classroom }]\n`;
    expect(print(one, 'spaces[0].kind')).toContain('\nspaces.{J101}.kind\n');
    expect(print(one, 'spaces[0].kind')).toBe(print(two, 'spaces[1].kind'));
    expect(print(`${school}liaison: [{ kind: 社区, phone: 13800000001 }]\n`, 'liaison[0].phone')).toContain(
      '\nliaison.{社区}.phone\n',
    );
  });

  test('names an item by its place where its id is personal or it has none', () => {
    const staff = `${school}staff: [{ id: S01, name: 张示例 }]\n`;
    expect(print(staff, 'staff[0].name')).toBe('L01\nmade\nprofile.yaml\nother\nstaff[0].name\n0');
    expect(print(`${school}publicityBoards: [{ location: 门口 }]\n`, 'publicityBoards[0].location')).toContain(
      '\npublicityBoards[0].location\n',
    );
  });

  test('names an item that cannot be read by its place', () => {
    const [finding] = check([], `${school}spaces: [3]\n`).findings;
    expect(finding).toMatchObject({ rule: 'input/schema', path: 'spaces[0]' });
    expect(finding?.fingerprint).toBe('L01\ninput/schema\nprofile.yaml\nin');
    expect(check([], `${school}spaces: [{ kind: 3, length: -1 }]\n`).findings.map(({ path }) => path)).toEqual([
      'spaces[0].kind',
      'spaces[0].length',
    ]);
  });

  test('tells apart two findings that are otherwise alike', () => {
    const twice = made({ profile: raising({ at: 'asOf', message: 'other' }, { at: 'asOf', message: 'other' }) });
    const report = checkProfile(readProfile('asOf: 2020-05-06\n', 'p.yaml'), {
      plan: LIUZHOU_2020,
      rules: [twice],
      asOf: '2020-05-06',
      digest: (each) => each.replaceAll('\n', '').slice(-8).padStart(32, '.'),
      encoding: 'utf-8',
    });
    expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe('the institution', () => {
  test.each([
    ['what the profile says', 'institution: { id: L01, name: 示例学校 }', 'schools/a/profile.yaml', 'L01', '示例学校'],
    ['the folder of the profile', 'asOf: 2020-05-06', 'schools/a/profile.yaml', 'a', undefined],
    ['the name of a file that stands alone', 'asOf: 2020-05-06', 'school-a.yaml', 'school-a', undefined],
    ['the name of a file in the folder above', 'asOf: 2020-05-06', '../school-a.YML', 'school-a', undefined],
    ['the name of a file here', 'asOf: 2020-05-06', './school-a.yml', 'school-a', undefined],
    ['a word where there is none', 'asOf: 2020-05-06', '', 'institution', undefined],
    [
      'the folder where the id is not well formed',
      'institution: { id: [1] }',
      'schools/a/profile.yaml',
      'a',
      undefined,
    ],
  ])('is named by %s', (_, text, file, id, name) => {
    const report = check([], text, { file });
    expect([report.id, report.name]).toEqual([id, name]);
  });

  test('has no name where the profile gives none, nor has what passed a reason', () => {
    const report = check([made({ profile: raising() })]);
    expect(report).not.toHaveProperty('name');
    expect(report.rules[0]).not.toHaveProperty('reason');
  });

  test('says which file was read, and how', () => {
    expect(check([]).inputs).toEqual([{ file: 'schools/a/profile.yaml', kind: 'profile', encoding: 'utf-8' }]);
  });
});

describe('the summary', () => {
  test('counts rules by outcome and findings by severity', () => {
    const report = check([
      made({ id: 'a', profile: raising(WRONG, WEAK) }),
      made({ id: 'b', profile: raising(LACKING) }),
      made({ id: 'c', profile: raising() }),
      made({ id: 'd', phase: 'run', profile: raising(WRONG) }),
    ]);
    const { rules, findings } = report.summary;
    expect(rules).toMatchObject({
      pass: 1,
      fail: 1,
      'not-evidenced': 1,
      'not-yet': 1,
      warn: 0,
      waived: 0,
      'not-run': 0,
    });
    expect(findings).toEqual({ error: 2, warning: 1, info: 0 });
    expect(report.rules.slice(0, 4).map(({ count }) => count)).toEqual([2, 1, 0, 0]);
    expect(report.omitted).toBe(0);
  });

  test.each([
    [200, 200, 0],
    [201, 200, 1],
  ])('counts all of %d findings, of which a report lists %d and omits %d', (found, listed, omitted) => {
    const report = check([made({ profile: raising(...Array.from({ length: found }, () => WRONG)) })]);
    expect([report.findings.length, report.omitted]).toEqual([listed, omitted]);
    expect([report.summary.findings.error, report.rules[0]?.count]).toEqual([found, found]);
  });

  test('of several institutions is the sum of theirs', () => {
    const one = check([made({ profile: raising(WRONG) })]).summary;
    const two = check([made({ profile: raising(WEAK) })]).summary;
    const sum = addUp([one, two, one]);
    expect([sum.rules.fail, sum.rules.warn, sum.rules.pass]).toEqual([2, 1, 0]);
    expect(sum.rules['on-site']).toBe(3 * one.rules['on-site']);
    expect(sum.findings).toEqual({ error: 2, warning: 1, info: 0 });
    expect(addUp([])).toEqual(summarise([], []));
  });
});

test('a check is given the limits, the plan and the day on which it is judged', () => {
  let given: unknown;
  const curious = made({
    profile: ({ limits, plan, asOf }) => {
      given = [limits, plan, asOf];
      return [];
    },
  });
  check([curious]);
  expect(given).toEqual([LIMITS, LIUZHOU_2020, '2020-05-06']);
});
