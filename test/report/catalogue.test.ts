/** The catalogue as text, JSON and Markdown, one rule and one clause in full. */
import { CLAUSES, type Clause } from '../../src/plan/clauses.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import {
  catalogueJson,
  catalogueMarkdown,
  catalogueText,
  clauseText,
  groundText,
  limitSource,
  limitText,
  rulesOf,
  ruleText,
} from '../../src/report/catalogue.js';
import { RULES, ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import type { Language } from '../../src/types.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const clauseOf = (citation: string): Clause => CLAUSES.find((clause) => clause.citation === citation) as Clause;
const ruleOf = (id: string): Rule => ruleById(id) as Rule;

describe('a limit', () => {
  test.each([
    ['masksPerClassroom', '> 15 只', '> 15 pieces'],
    ['bleachBottles', '≥ 5 瓶', '≥ 5 bottles'],
    ['classSize', '≤ 50 人', '≤ 50 people'],
    ['thermometerGuns', '≥ 3 个', '≥ 3'],
  ] as const)('%s reads %s in Chinese and %s in English', (id, zh, en) => {
    expect([limitText(LIMITS[id], 'zh'), limitText(LIMITS[id], 'en')]).toEqual([zh, en]);
  });

  test('is attributed to its clause where the plan prints it', () => {
    expect(LANGUAGES.map((language) => limitSource(LIMITS.masksPerClassroom, language))).toEqual([
      '四（六）4',
      '四（六）4',
    ]);
  });

  test('is attributed to the toolkit where the plan does not', () => {
    expect(limitSource(LIMITS.seatSpacingTolerance, 'zh')).toBe('工具默认值，非预案规定：量取误差');
    expect(limitSource(LIMITS.mealBatches, 'en')).toBe(
      "五（四）, toolkit reading, not the plan's own words: batches means at least two",
    );
  });
});

test('what is said about accountability depends on an outbreak, and judges nobody', () => {
  const rule = ruleOf('two-plans');
  const grounded = ruleOf('system-reporting');
  expect(rule.ground).toBeNull();
  expect(groundText(grounded, 'zh')).toBe('若疫情暴发、流行，未达到本条对应八·追责（二）所列情形');
  expect(groundText(grounded, 'en')).toBe(
    'If an epidemic breaks out or spreads, not meeting this matches the listed ground 八·追责（二）',
  );
});

describe('one rule in full', () => {
  test('says in Chinese what it asks for, with its number, what it reads and what to do', () => {
    expect(ruleText(ruleOf('mask-stock'), LIUZHOU_2020, { pass: 'a: 1\n', fail: 'b:\n  c: 2\n' }, 'zh')).toBe(
      `口罩  (mask-stock)

条款：四（六）4
要求：口罩数大于教室数的15倍
级别：错误
阶段：准备
依据：概况
核对方式：程序核对
数字：口罩总数平均到每间教室 > 15 只 (四（六）4)
读取：supplies.masks.pieces, spaces
说明：工具的理解，非预案原文：用来上课的其他房间也算教室；成套防护用品里的口罩另算
办法：补足口罩；成套防护用品里的口罩另算

通过的例子
  a: 1

不通过的例子
  b:
    c: 2
`,
    );
  });

  test('says in English what it assumes, and the ground that it would match', () => {
    const text = ruleText(ruleOf('mask-bin-labelled'), LIUZHOU_2020, {}, 'en');
    expect(text).toContain(
      "Number: bins for used masks ≥ 1 (四（五）5, toolkit reading, not the plan's own words: the clause asks for it without a number; read as at least one)",
    );
    expect(text).toContain(
      'If an epidemic breaks out or spreads, not meeting this matches the listed ground 八·追责（二）',
    );
    expect(text).not.toContain('An example');
  });

  test('says how it is verified where no program can', () => {
    expect(ruleText(ruleOf('cooperate-with-health-dept'), LIUZHOU_2020, {}, 'zh')).toContain('核对方式：声明，未核实');
    expect(ruleText(ruleOf('bureau-accountability'), LIUZHOU_2020, {}, 'zh')).toContain('核对方式：须现场看');
    expect(ruleText(ruleOf('offsite-application'), LIUZHOU_2020, {}, 'zh')).toContain('依据：材料 + 概况');
  });
});

describe('one clause in full', () => {
  test('names its rules, and what a person must look at', () => {
    expect(clauseText(clauseOf('四（八）'), RULES, 'zh')).toBe(
      `四（八）  显著位置设防控知识宣传栏，开展宣传和指导  (4.8)
  publicity-board  防控知识宣传栏
  须现场看  看宣传栏是否在显著位置
  仅供参照  开展防控知识宣传和指导
`,
    );
  });

  test('names every rule that cites it, also where it is not the first', () => {
    expect(rulesOf(clauseOf('附件3'), RULES).map(({ id }) => id)).toEqual(['staff-commitments', 'trainee-commitments']);
  });
});

describe('the whole catalogue', () => {
  test.each(LANGUAGES)('as text in %s has a line for each rule', (language) => {
    const lines = catalogueText(RULES, LIUZHOU_2020, language).split('\n');
    for (const { id, title } of RULES) {
      const line = lines.find((each) => new RegExp(`^ +${id} `).test(each));
      expect([id, line?.includes(title[language])]).toEqual([id, true]);
    }
  });

  test.each(LANGUAGES)('as Markdown in %s has a section for each rule and a row for each clause', (language) => {
    const lines = catalogueMarkdown(RULES, LIUZHOU_2020, language).split('\n');
    for (const { id } of RULES) expect(lines).toContain(`### ${id}`);
    const rows = lines.filter((line) => line.startsWith('| ')).map((line) => line.split(' | ')[0]?.slice(2));
    expect(rows.slice(2)).toEqual(CLAUSES.map(({ citation }) => citation));
  });

  test.each(LANGUAGES)(
    'as Markdown in %s says of each number that the plan does not print that it is the toolkit’s',
    (language) => {
      const text = catalogueMarkdown(RULES, LIUZHOU_2020, language);
      const own = Object.values(LIMITS).filter(({ source }) => 'default' in source || 'reading' in source);
      expect(own.length).toBeGreaterThan(0);
      for (const limit of own)
        expect(text).toContain(`: ${limitText(limit, language)} (${limitSource(limit, language)})`);
    },
  );

  test('as JSON has every rule with its limits in full, and every clause with its rules', () => {
    const json = JSON.parse(catalogueJson(RULES, LIUZHOU_2020)) as {
      readonly rules: readonly {
        readonly id: string;
        readonly limits: readonly { readonly id: string; readonly value: number }[];
        readonly checksProfile: boolean;
      }[];
      readonly clauses: readonly { readonly citation: string; readonly rules: readonly string[] }[];
    };
    expect(json.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    const masks = json.rules.find(({ id }) => id === 'mask-stock');
    expect(masks?.limits).toEqual([{ id: 'masksPerClassroom', ...LIMITS.masksPerClassroom }]);
    expect(masks?.checksProfile).toBe(true);
    expect(json.rules.find(({ id }) => id === 'daily-zero-report')?.checksProfile).toBe(false);
    expect(json.clauses.map(({ citation }) => citation)).toEqual(CLAUSES.map(({ citation }) => citation));
    expect(json.clauses.find(({ citation }) => citation === '四（六）4')?.rules).toEqual(['mask-stock']);
  });
});
