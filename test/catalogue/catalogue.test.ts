/**
 * The gate of the catalogue: every item of the plan is accounted for, every rule is what the requirements say, has its
 * cases, uses the limits that it declares, and speaks both languages alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type FixtureCase, type LogFixtureCase, readFixture, readLogFixture } from '../../scripts/fixtures.mjs';
import { checkProfile } from '../../src/check/check.js';
import { INPUT_CHECKS } from '../../src/check/input-checks.js';
import { NOT_GIVEN } from '../../src/check/judge-profile.js';
import { REASONS } from '../../src/check/reasons.js';
import { CLAUSES, HEADINGS } from '../../src/plan/clauses.js';
import { ITEMS } from '../../src/plan/items.js';
import { LABELS, type Limit, originOf } from '../../src/plan/limit.js';
import { LIMITS, type LimitId, type Limits, READING_LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020, type Plan } from '../../src/plan/plan.js';
import { LIST_WORDS } from '../../src/profile/lists.js';
import { readProfile } from '../../src/profile/read.js';
import { PROFILE_SCHEMA, type SchemaNode, schemaAt } from '../../src/profile/schema.js';
import * as schemaErrors from '../../src/profile/schema-errors.js';
import * as reportWords from '../../src/report/words.js';
import { assumptionsOf } from '../../src/rules/assumptions.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import type { InstitutionReport, Operator, Wording } from '../../src/types.js';
import { checkCountyCase } from '../rules/county-case.js';
import { checkLogCase } from '../rules/log-case.js';

const TABLE = readFileSync(new URL('./requirements.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const CASES_FOLDER = new URL('../rules/cases/', import.meta.url);
const CASES = new Map<string, readonly FixtureCase[]>(
  readdirSync(CASES_FOLDER).map((file) => [
    file.replace(/\.yaml$/, ''),
    readFixture(readFileSync(new URL(file, CASES_FOLDER), 'utf8'), file),
  ]),
);
const LOG_CASES_FOLDER = new URL('../rules/log-cases/', import.meta.url);
const LOG_CASES = new Map<string, readonly LogFixtureCase[]>(
  readdirSync(LOG_CASES_FOLDER).map((file) => [
    file.replace(/\.txt$/, ''),
    readLogFixture(readFileSync(new URL(file, LOG_CASES_FOLDER), 'utf8'), file),
  ]),
);
const COUNTY_CASES_FOLDER = new URL('../rules/county-cases/', import.meta.url);
const COUNTY_CASES = new Map<string, readonly LogFixtureCase[]>(
  readdirSync(COUNTY_CASES_FOLDER).map((file) => [
    file.replace(/\.txt$/, ''),
    readLogFixture(readFileSync(new URL(file, COUNTY_CASES_FOLDER), 'utf8'), file),
  ]),
);
type Case = FixtureCase | LogFixtureCase;
const PROFILE_RULES = RULES.filter((rule) => rule.profile);
const LOG_RULES = RULES.filter((rule) => rule.logs ?? rule.rows);
const COUNTY_RULES = RULES.filter((rule) => rule.county);
const CHECKED_RULES = RULES.filter((rule) => rule.profile ?? rule.logs ?? rule.rows ?? rule.county);
const casesOf = ({ id }: Rule): readonly Case[] =>
  [CASES, LOG_CASES, COUNTY_CASES].flatMap((cases): readonly Case[] => cases.get(id) ?? []);
/** Checks a case with one rule, and with other limits than the plan's where some are given. */
function check(rule: Rule, each: Case, limits: Limits = LIMITS): InstitutionReport {
  if (rule.county && 'files' in each) return checkCountyCase(each, rule, limits);
  if ('files' in each) {
    const report = checkLogCase(each, rule, limits);
    return { ...report, findings: report.findings.filter((finding) => finding.rule === rule.id) };
  }
  const { text } = each;
  const source = readProfile(text, 'profile.yaml');
  const plan: Plan = { ...LIUZHOU_2020, limits };
  const digest = (each: string): string => each;
  const asOf = source.profile.asOf ?? '2020-05-06';
  return checkProfile(source, { plan, rules: [rule], asOf, stage: 'run', digest, encoding: 'utf-8' });
}

describe('the requirements', () => {
  test('are 115: 39 of the profile, 41 of the logs, 28 of documents, 7 of the county', () => {
    const count = (wanted: string): number => RULES.filter((rule) => rule.class === wanted).length;
    expect(RULES).toHaveLength(115);
    expect([count('profile'), count('log'), count('document'), count('county')]).toEqual([39, 41, 28, 7]);
  });

  test('have each an id of their own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  test('are in the table and in the catalogue alike', () => {
    const yes = (value: boolean | undefined): string => (value ? 'yes' : 'no');
    const rows = RULES.map((rule) => [
      rule.id,
      rule.class,
      [...rule.also].sort().join(',') || '-',
      rule.severity,
      rule.phase,
      yes(rule.checklist),
      rule.verification,
      rule.ground ?? '-',
      yes(rule.gate),
      rule.clauses.join(','),
    ]);
    const [head, ...table] = TABLE;
    expect(head).toEqual(
      ['id', 'class', 'also', 'severity', 'phase', 'checklist', 'verification', 'ground', 'gate', 'clauses'].map(
        String,
      ),
    );
    const byId = (a: readonly string[], b: readonly string[]): number => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1);
    expect(rows.sort(byId)).toEqual(table.sort(byId));
  });

  test('stand in the order of the plan', () => {
    const places = RULES.map((rule) => CLAUSES.findIndex(({ citation }) => citation === rule.clauses[0]));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('each automated one of class profile or document checks the profile; the county ones never do', () => {
    const unchecked = RULES.filter((rule) => ['profile', 'document'].includes(rule.class) && !rule.profile);
    expect(unchecked.map(({ id }) => id)).toEqual([]);
    expect(PROFILE_RULES.filter((rule) => rule.class === 'county')).toEqual([]);
  });

  test('each log one with a profile face in the table checks the profile too, and no other', () => {
    const faces = RULES.filter((rule) => rule.class === 'log' && rule.also.includes('profile')).map(({ id }) => id);
    expect(PROFILE_RULES.filter((rule) => rule.class === 'log').map(({ id }) => id)).toEqual(faces);
  });
});

describe('the clauses', () => {
  /** The numbered items of the plan, counted by hand. Two sections are numbered 八; 五 has no （八）. */
  const ITEMS_OF_THE_PLAN = [
    '一',
    '二',
    ...['三（一）', '三（二）', '三（三）', '三（四）'],
    ...['四（一）1', '四（一）2'],
    ...['四（二）1', '四（二）2', '四（二）3'],
    ...['四（三）1', '四（三）2', '四（三）3'],
    '四（四）',
    ...['四（五）1', '四（五）2', '四（五）3', '四（五）4', '四（五）5'],
    ...['四（六）1', '四（六）2', '四（六）3', '四（六）4', '四（六）5', '四（六）6', '四（六）7', '四（六）8'],
    ...['四（七）', '四（八）', '四（九）'],
    ...['五（一）', '五（二）', '五（三）', '五（四）', '五（五）', '五（六）', '五（七）', '五（九）', '五（十）'],
    '六',
    '七',
    ...['八·流程（一）', '八·流程（二）', '八·流程（三）', '八·流程（四）'],
    '八·追责',
    ...['八·追责（一）', '八·追责（二）', '八·追责（三）', '八·追责（四）', '八·追责（五）', '八·追责（六）'],
    '九',
    ...['附件1', '附件2', '附件3', '附件4', '附件5', '附件6', '附件7'],
  ];

  test('are the numbered items of the plan, each exactly once, in its order', () => {
    expect(CLAUSES.map(({ citation }) => citation)).toEqual(ITEMS_OF_THE_PLAN);
  });

  test('have each a key of their own', () => {
    expect(new Set(CLAUSES.map(({ key }) => key)).size).toBe(CLAUSES.length);
  });

  test('stand each under a heading, and every heading has one', () => {
    const headings = new Set<string>(CLAUSES.map(({ heading }) => heading));
    expect([...headings].sort()).toEqual(HEADINGS.map(({ key }) => key).sort());
    // a heading's citation begins those of its clauses
    const astray = CLAUSES.filter(
      ({ citation, heading }) =>
        !citation.startsWith(HEADINGS.find(({ key }) => key === heading)?.citation ?? 'no heading'),
    );
    expect(astray).toEqual([]);
  });

  const grounds = new Set(RULES.flatMap(({ ground }) => (ground ? [`八·追责（${ground}）`] : [])));
  test.each(CLAUSES.map((clause) => [clause.citation, clause] as const))(
    '%s is accounted for by a rule, a statement, or as a ground that rules name',
    (citation, { statements }) => {
      const byRule = RULES.some((rule) => rule.clauses.includes(citation));
      expect(byRule || statements.length > 0 || grounds.has(citation)).toBe(true);
    },
  );

  test('have statements with ids of their own, which say by their first word how they are verified', () => {
    const statements = CLAUSES.flatMap((clause) => clause.statements);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    const first = { 'on-site': 'site', guidance: 'guide' } as const;
    expect(statements.filter(({ id, verification }) => !id.startsWith(`${first[verification]}/`))).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('rule %s cites only existing ones', (_, { clauses }) => {
    const unknown = clauses.filter((citation) => !CLAUSES.some((clause) => clause.citation === citation));
    expect(unknown).toEqual([]);
  });
});

describe('what rules read', () => {
  test.each(PROFILE_RULES.map((rule) => [rule.id, rule] as const))('%s names parts of the profile', (_, { needs }) => {
    expect(needs.profile?.length).toBeGreaterThan(0);
    expect((needs.profile ?? []).filter((path) => !schemaAt(path))).toEqual([]);
  });

  test('a log rule names the logs that it reads; a county rule without logs names nothing', () => {
    const without = RULES.filter((rule) => rule.class === 'log' && !rule.needs.logs?.length);
    expect(without).toEqual([]);
  });

  test('log kinds are L1 to L21 and the summary L3s', () => {
    const known = new Set([...Array.from({ length: 21 }, (_, i) => `L${i + 1}`), 'L3s', 'L19a', 'L19b']);
    expect(RULES.flatMap(({ needs }) => needs.logs ?? []).filter((log) => !known.has(log))).toEqual([]);
  });
});

describe('the cases', () => {
  test('there is a file for each rule that checks the profile, and no other', () => {
    expect([...CASES.keys()].sort()).toEqual(PROFILE_RULES.map(({ id }) => id).sort());
  });

  test('there is a file for each rule that checks logs, and no other', () => {
    expect([...LOG_CASES.keys()].sort()).toEqual(LOG_RULES.map(({ id }) => id).sort());
  });

  test('there is a file for each rule that checks the county, and no other; these are the automated county rules', () => {
    const ids = COUNTY_RULES.map(({ id }) => id).sort();
    expect([...COUNTY_CASES.keys()].sort()).toEqual(ids);
    const automated = RULES.filter((rule) => rule.class === 'county' && rule.verification === 'automated');
    expect(automated.map(({ id }) => id).sort()).toEqual(ids);
  });

  test('every rule about logs checks logs', () => {
    const without = RULES.filter((rule) => rule.class === 'log' || rule.also.includes('log')).filter(
      (rule) => !LOG_RULES.includes(rule),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test.each(CHECKED_RULES.map((rule) => [rule.id, rule] as const))('%s has a clean one', (_, rule) => {
    expect(casesOf(rule).filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(0);
  });

  test.each(CHECKED_RULES.map((rule) => [rule.id, rule] as const))('%s has one that is not clean', (_, rule) => {
    const broken = casesOf(rule).filter(({ outcome }) => ['fail', 'warn', 'not-evidenced'].includes(outcome));
    expect(broken.length).toBeGreaterThan(0);
  });

  test.each(CHECKED_RULES.map((rule) => [rule.id, rule] as const))('of %s raise each of its messages', (_, rule) => {
    const raised = new Set<Wording | undefined>();
    for (const each of casesOf(rule)) {
      const report = check(rule, each);
      for (const { message } of report.findings) raised.add(message);
      raised.add(report.rules.find(({ id }) => id === rule.id)?.reason);
    }
    const never = Object.entries(rule.messages).filter(([, words]) => !raised.has(words));
    expect(never.map(([name]) => name)).toEqual([]);
  });

  test('no message is called missing, which marks what is not given', () => {
    expect(RULES.filter(({ messages }) => 'missing' in messages)).toEqual([]);
  });

  test('a rule that checks nothing has no messages', () => {
    const rules = RULES.filter((rule) => !CHECKED_RULES.includes(rule) && Object.keys(rule.messages).length > 0);
    expect(rules.map(({ id }) => id)).toEqual([]);
  });
});

describe('the limits', () => {
  const used = CHECKED_RULES.flatMap((rule) => rule.limits.map((limit) => [rule.id, limit, rule] as const));

  test('are each declared by a rule, or used in reading logs', () => {
    const known = new Set([...used.map(([, limit]) => limit), ...READING_LIMITS]);
    expect([...known].sort()).toEqual(Object.keys(LIMITS).sort());
  });

  test('name an existing clause where they name one', () => {
    const clauses = Object.values<Limit>(LIMITS).flatMap(({ source }) => ('clause' in source ? [source.clause] : []));
    expect(clauses.filter((citation) => !CLAUSES.some((clause) => clause.citation === citation))).toEqual([]);
  });

  test.each(CHECKED_RULES.map((rule) => [rule.id, rule] as const))('%s reads those that it declares', (_, rule) => {
    const read = new Set<string>();
    const limits = new Proxy<Limits>(LIMITS, {
      get: (target, name) => {
        read.add(String(name));
        return Reflect.get(target, name);
      },
    });
    for (const each of CASES.get(rule.id) ?? []) {
      const { profile } = readProfile(each.text, 'profile.yaml');
      const facts = { profile, plan: LIUZHOU_2020, limits, asOf: profile.asOf ?? '2020-05-06' };
      expect([...(rule.profile?.(facts) ?? [])]).toBeDefined();
    }
    const byProfile = new Set(read);
    for (const each of LOG_CASES.get(rule.id) ?? []) checkLogCase(each, rule, limits);
    for (const each of COUNTY_CASES.get(rule.id) ?? []) checkCountyCase(each, rule, limits);
    const undeclared = [...read].filter((id) => !(rule.limits as readonly string[]).includes(id));
    expect(undeclared.filter((id) => byProfile.has(id) || !(READING_LIMITS as readonly string[]).includes(id))).toEqual(
      [],
    );
    expect(rule.limits.filter((id) => !read.has(id))).toEqual([]);
  });

  const atLimit = (rule: Rule, limit: LimitId, side: 'at' | 'beyond'): readonly Case[] =>
    casesOf(rule).filter((each) => each.limit === limit && each.side === side);

  test('no case stands at a limit that its rule does not declare', () => {
    const astray = CHECKED_RULES.flatMap((rule) =>
      casesOf(rule).filter(({ limit }) => limit !== undefined && !(rule.limits as readonly string[]).includes(limit)),
    );
    expect(astray).toEqual([]);
  });

  /** What a report says, for comparing two. */
  const said = (report: InstitutionReport): unknown => [
    report.rules.find(({ count }) => count >= 0)?.outcome,
    report.findings.map(({ message, severity, path }) => [message.en, severity, path]),
  ];
  const with_ = (id: LimitId, change: Partial<Limit>): Limits => ({ ...LIMITS, [id]: { ...LIMITS[id], ...change } });
  const isLower = (operator: Operator): boolean => operator === '>' || operator === '>=';

  test.each(used)('%s has cases at %s and one step beyond', (_, limit, rule) => {
    expect(atLimit(rule, limit, 'at').length).toBeGreaterThan(0);
    expect(atLimit(rule, limit, 'beyond').length).toBeGreaterThan(0);
    expect(atLimit(rule, limit, 'beyond').filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  });

  test.each(used)('%s: what stands at %s no longer does so once the limit is one step tighter', (_, id, rule) => {
    const { value, operator } = LIMITS[id];
    const tighter = with_(id, { value: isLower(operator) ? value + 1 : value - 1 });
    for (const each of atLimit(rule, id, 'at')) {
      expect(said(check(rule, each, tighter))).not.toEqual(said(check(rule, each)));
    }
  });

  test.each(used)('%s: what is one step beyond %s is in order once the limit is one step looser', (_, id, rule) => {
    const { value, operator } = LIMITS[id];
    const looser = with_(id, { value: isLower(operator) ? value - 1 : value + 1 });
    for (const each of atLimit(rule, id, 'beyond')) {
      expect(said(check(rule, each, looser))).not.toEqual(said(check(rule, each)));
    }
  });

  test.each(used)('%s: it matters whether %s itself is in order', (_, id, rule) => {
    const { operator } = LIMITS[id];
    const sibling = ({ '>': '>=', '>=': '>', '<': '<=', '<=': '<' } as const)[operator];
    const other = with_(id, { operator: sibling });
    const cases = [...atLimit(rule, id, 'at'), ...atLimit(rule, id, 'beyond')];
    const changed = cases.filter((each) => {
      return JSON.stringify(said(check(rule, each, other))) !== JSON.stringify(said(check(rule, each)));
    });
    expect(changed.length).toBeGreaterThan(0);
  });

  const unprinted = CHECKED_RULES.filter((rule) => rule.limits.some((id) => originOf(LIMITS[id].source)));
  test.each(unprinted.map((rule) => [rule.id, rule] as const))(
    'every finding of %s says which of its numbers the plan does not print',
    (_, rule) => {
      const findings = casesOf(rule)
        .flatMap((each) => check(rule, each).findings)
        .filter((finding) => finding.rule === rule.id);
      expect(findings.length).toBeGreaterThan(0);
      for (const id of rule.limits) {
        const { title, source } = LIMITS[id];
        const origin = originOf(source);
        if (!origin) continue;
        for (const { note } of findings) {
          for (const language of ['zh', 'en'] as const) {
            expect(note?.[language]).toContain(title[language]);
            expect(note?.[language]).toContain(origin[language]);
          }
        }
      }
    },
  );

  const assuming = PROFILE_RULES.filter((rule) => rule.reading ?? rule.default);
  test.each(assuming.map((rule) => [rule.id, rule] as const))(
    'every finding of %s says how it reads the plan and what it adds, behind a label',
    (_, rule) => {
      const findings = casesOf(rule)
        .flatMap((each) => check(rule, each).findings)
        .filter((finding) => finding.rule === rule.id);
      expect(findings.length).toBeGreaterThan(0);
      for (const { note } of findings) {
        for (const label of ['reading', 'default'] as const) {
          const words = rule[label];
          if (!words) continue;
          expect(note?.zh).toContain(`${LABELS[label].zh}：${words.zh}`);
          expect(note?.en).toContain(`${LABELS[label].en}: ${words.en}`);
        }
      }
    },
  );

  test('a default is called a toolkit default and a reading a toolkit reading, in both languages', () => {
    const origins = Object.values<Limit>(LIMITS).flatMap(({ source }) => {
      const origin = originOf(source);
      return origin ? [['default' in source, origin] as const] : [];
    });
    expect(origins.length).toBeGreaterThan(0);
    for (const [isDefault, { zh, en }] of origins) {
      expect(zh).toMatch(isDefault ? /^工具默认值，非预案规定：./ : /^.+，工具的理解，非预案原文：./);
      expect(en).toMatch(
        isDefault ? /^toolkit default, not from the plan: ./ : /^.+, toolkit reading, not the plan's own words: ./,
      );
    }
  });
});

describe('the words', () => {
  interface Place {
    readonly at: string;
    readonly words: Wording;
  }

  const isWording = (value: object): value is Wording =>
    'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string';

  /** Every wording inside a value, with its place. */
  function wordings(value: unknown, at: string): Place[] {
    if (typeof value !== 'object' || value === null) return [];
    if (isWording(value)) return [{ at, words: value }];
    return Object.entries(value).flatMap(([key, each]) => wordings(each, `${at}.${key}`));
  }

  function ofSchema(node: SchemaNode, at: string): Place[] {
    const own = [{ at, words: { zh: node.title, en: node['x-en'].title } }];
    const { description, 'x-en': english } = node;
    // what explains an English code in Chinese has no English counterpart, and what explains a Chinese one no Chinese
    if (description !== undefined && english.description !== undefined) {
      own.push({ at: `${at} description`, words: { zh: description, en: english.description } });
    }
    const below = Object.entries(node.properties ?? {}).flatMap(([key, child]) => ofSchema(child, `${at}.${key}`));
    return [...own, ...below, ...(node.items ? ofSchema(node.items, `${at}[]`) : [])];
  }

  const assumptions = RULES.flatMap((rule) => {
    const words = assumptionsOf(rule, LIMITS);
    return words ? [{ at: `assumptions.${rule.id}`, words }] : [];
  });
  const ALL: readonly Place[] = [
    ...RULES.flatMap((rule) => wordings(rule, rule.id)),
    ...wordings(CLAUSES, 'clauses'),
    ...wordings(HEADINGS, 'headings'),
    ...wordings(LIMITS, 'limits'),
    ...wordings(ITEMS, 'items'),
    ...wordings(LIUZHOU_2020.title, 'plan.title'),
    ...[...INPUT_CHECKS.values()].flatMap(({ messages, id }) => wordings(messages, `${id}.messages`)),
    ...wordings(NOT_GIVEN, 'not-given'),
    ...wordings(LIST_WORDS, 'lists'),
    ...wordings(schemaErrors, 'schema-errors'),
    ...wordings(reportWords, 'report'),
    ...wordings(REASONS, 'reasons'),
    ...wordings(REASONS.unreadable(7), 'reasons.unreadable'),
    ...ofSchema(PROFILE_SCHEMA, 'schema'),
    ...assumptions,
  ];
  /** English counts some things without a unit: "3 thermometer guns", where Chinese says 把. */
  const isUnit = ({ at }: Place): boolean => /^(?:limits|items)\.\w+\.unit$/.test(at);

  test('there are some of every kind', () => {
    const kinds = new Set(ALL.map(({ at }) => at.split(/[. [(]/)[0]));
    for (const kind of [
      'clauses',
      'headings',
      'limits',
      'items',
      'input/yaml',
      'hint/cluster',
      'schema-errors',
      'report',
      'schema',
    ]) {
      expect(kinds).toContain(kind);
    }
    for (const { id } of RULES) expect(kinds).toContain(id);
  });

  test('are empty in neither language, but for units that English does without', () => {
    const blank = ALL.filter((place) => !place.words.zh.trim() || (!place.words.en.trim() && !isUnit(place)));
    expect(blank.map(({ at }) => at)).toEqual([]);
  });

  test('hold Chinese in Chinese', () => {
    const foreign = ALL.filter(({ words }) => words.zh !== '℃' && !/\p{Script=Han}/u.test(words.zh));
    expect(foreign.map(({ at }) => at)).toEqual([]);
  });

  const enums = (node: SchemaNode): readonly string[] => [
    ...(node.enum ?? []),
    ...Object.values(node.properties ?? {}).flatMap(enums),
    ...(node.items ? enums(node.items) : []),
  ];
  /** Chinese that English must show: what a profile may hold there, and the number of a notice. */
  const QUOTED: Readonly<Record<string, readonly string[]>> = {
    'isolation-independent.advice': ['无'],
    'schema.isolationRooms[].sharedWith description': ['无'],
    'survey-owner.reading': ['无', '暂无', '没有', '待定', '未定', '空缺'],
    ...Object.fromEntries(
      [
        ...['no-header', 'looks-like', 'common-only'].map((message) => `kind-unknown.messages.${message}`),
        ...['header-missing', 'several'].map((message) => `header-missing.messages.${message}`),
        ...['header-unknown.messages.header-unknown', 'header-unknown.messages.header-unknown-near'],
      ].map((at) => [`input/${at}`, ['名簿', '姓名']]),
    ),
    'input/no-record.messages.nil': ['无'],
    'input/no-record.messages.not-nil': ['无'],
    'input/lenient-ditto.messages.ditto': ['同上'],
    'input/cell-time.messages.time': ['次日'],
    'ten-hazards-selfcheck.demand': ['柳安委办〔2019〕26号'],
    'staff-epidemic-training.reading': [
      ...['方案', '预案', '二案', '制度', '七制'],
      ...['个人防护', '自我防护', '防护知识', '防护用品', '口罩', '洗手', '手卫生', '消毒', '消杀'],
    ],
  };

  test('hold no Chinese in English but citations, values of the profile and what is quoted', () => {
    const everywhere = [
      ...CLAUSES.map(({ citation }) => citation),
      ...HEADINGS.map(({ citation }) => citation),
      ...enums(PROFILE_SCHEMA).filter((value) => /\p{Script=Han}/u.test(value)),
    ];
    const foreign = ALL.flatMap(({ at, words }) => {
      const here = QUOTED[at.replace(/^assumptions\.(.+)$/, '$1.reading')] ?? [];
      const allowed = [...everywhere, ...here].sort((a, b) => b.length - a.length).join('|');
      // only as words of their own: 二 is a citation, but not in the middle of a Chinese word
      const whole = new RegExp(`(?<!\\p{Script=Han})(?:${allowed})(?!\\p{Script=Han})`, 'gu');
      return /\p{Script=Han}/u.test(words.en.replace(whole, '')) ? [`${at}: ${words.en}`] : [];
    });
    expect(foreign).toEqual([]);
  });

  test('have the same placeholders in both languages', () => {
    const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
    const different = ALL.filter(({ words }) => placeholders(words.zh).join() !== placeholders(words.en).join());
    expect(different.map(({ at }) => at)).toEqual([]);
  });

  test('have placeholders only where they are filled: in messages', () => {
    const filled = /\.messages\.|^(?:lists|report)\.|^not-given$/;
    const bare = ALL.filter(({ at, words }) => /[{}]/.test(words.zh + words.en) && !filled.test(at));
    expect(bare.map(({ at }) => at)).toEqual([]);
  });

  test('label a reading or a default nowhere by hand', () => {
    const labels = /工具的理解|工具默认值|toolkit (?:reading|default)/;
    const byHand = [...RULES.map(({ messages: _, ...rule }) => rule), ...Object.entries(LIMITS)].flatMap((each) =>
      wordings(each, 'here').filter(({ words }) => labels.test(words.zh + words.en)),
    );
    expect(byHand).toEqual([]);
  });

  test('call nobody liable', () => {
    const verdicts = ALL.filter(({ words }) => /\bliab|guilty|应承担|应当承担|违法/i.test(words.zh + words.en));
    expect(verdicts.map(({ at }) => at)).toEqual([]);
  });

  test('of a title, a demand, an advice or a message end without a full stop and without a blank', () => {
    const sentences = ALL.filter(({ at }) => !at.includes('description'));
    expect(sentences.filter(({ words }) => /[。.\s]$/.test(words.zh) || /[。.\s]$/.test(words.en))).toEqual([]);
  });

  test('begin without a blank', () => {
    expect(ALL.filter(({ words }) => /^\s/.test(words.zh) || /^\s/.test(words.en))).toEqual([]);
  });

  test('use full-width punctuation between Chinese characters', () => {
    // “键: 值” is how YAML is written
    const halfWidth = ALL.filter(({ words }) =>
      /\p{Script=Han}[,;:!?]\s?\p{Script=Han}/u.test(words.zh.replaceAll('“键: 值”', '')),
    );
    expect(halfWidth.map(({ at }) => at)).toEqual([]);
  });
});
