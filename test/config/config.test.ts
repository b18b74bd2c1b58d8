/** `resume-check.yaml`: what it may change, what not, and that the schema for editors agrees. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { configuredPlan, configuredRules, readConfig } from '../../src/config/config.js';
import type { UnusableError } from '../../src/errors.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { RULES } from '../../src/rules/index.js';
import { projectFile } from '../scenarios/run.js';

const read = (text: string) => readConfig(text, 'resume-check.yaml', LIUZHOU_2020, RULES);
const isBySchema = new Ajv2020({ strict: false }).compile(
  JSON.parse(projectFile('schemas/config.schema.json')) as object,
);

const GOOD = [
  'profile: 概况.yaml\nlogs: 日志\nwaivers: w.yaml\nhints: false\n',
  "limits:\n  fever: { value: 37.3, operator: '>' }\n",
  'limits:\n  referralHours: 1\n  bulletinDays: 14\n',
  'severity:\n  avoid-public-transport: warning\n',
];
/** Text, line and column of what is wrong, and what is said of it. */
const BAD: readonly (readonly [string, number, number, RegExp])[] = [
  ['limit: {}\n', 1, 1, /是不是 limits/],
  ['limits:\n  classSize: 60\n', 2, 14, /五（五）/],
  ['limits:\n  ventilationMinutes: 20\n', 2, 23, /四（五）3/],
  ['limits:\n  feverr: 38\n', 2, 3, /是不是 fever/],
  ['limits:\n  fever: high\n', 2, 10, /不小于 0 的数/],
  ['limits:\n  fever: { operator: at least }\n', 2, 22, /加引号/],
  ['limits: 37.3\n', 1, 9, /下一级/],
  ['severity:\n  mask-stock: warning\n', 2, 15, /预案的要求/],
  ['severity:\n  avoid-public-transport: off\n', 2, 27, /error, warning, info/],
  ['hints: perhaps\n', 1, 8, /true 或 false/],
  ['profile: [a]\n', 1, 10, /文字/],
];

test.each(GOOD)('%j is read, and is right by the schema', (text) => {
  expect(() => read(text)).not.toThrow();
  expect(isBySchema(parse(text))).toBe(true);
});

test.each(BAD)('%j is refused at %i:%i', (text, line, column, words) => {
  let refused: UnusableError | undefined;
  try {
    read(text);
  } catch (error) {
    refused = error as UnusableError;
  }
  expect(refused).toMatchObject({ name: 'UnusableError', location: { line, column } });
  const said = Object.entries(refused?.params ?? {}).reduce(
    (zh, [name, value]) => zh.replace(`{${name}}`, String(value)),
    refused?.wording.zh ?? '',
  );
  expect(said).toMatch(words);
  expect(isBySchema(parse(text))).toBe(false);
});

test('a limit that is changed says so wherever its origin is told', () => {
  const plan = configuredPlan(LIUZHOU_2020, read("limits:\n  fever: { value: 37.5, operator: '>' }\n"));
  const { value, operator, source } = plan.limits.fever;
  expect({ value, operator }).toEqual({ value: 37.5, operator: '>' });
  expect(JSON.stringify(source)).toContain('本次按配置取 > 37.5');
  expect(plan.limits.classSize).toBe(LIUZHOU_2020.limits.classSize);
});

test('a severity that is changed counts, and no other', () => {
  const rules = configuredRules(RULES, read('severity:\n  avoid-public-transport: warning\n'));
  const changed = rules.filter((rule, i) => rule.severity !== RULES[i]?.severity);
  expect(changed.map(({ id, severity }) => [id, severity])).toEqual([['avoid-public-transport', 'warning']]);
});
