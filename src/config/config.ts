/** `resume-check.yaml`: where things are, the toolkit's own numbers, and how grave recommendations are. */
import { closest, distance } from 'fastest-levenshtein';
import { isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { UnusableError } from '../errors.js';
import type { Limit } from '../plan/limit.js';
import type { LimitId, Limits } from '../plan/limits.js';
import type { Plan } from '../plan/plan.js';
import { keyOf, type ParsedYaml, parseYaml } from '../profile/parse.js';
import type { Rule } from '../rules/rule.js';
import { type Location, type Operator, type Params, SEVERITIES, type Severity, type Wording } from '../types.js';
import { isConfigurable } from './schema.js';

/** What a configuration says of a limit, and where. */
interface LimitChange {
  readonly value?: number;
  readonly operator?: Operator;
  readonly at: Location;
}

/** What a configuration file says. Paths are as written there: relative to its folder. */
export interface Config {
  readonly file: string;
  readonly profile?: string;
  readonly logs?: string;
  readonly waivers?: string;
  readonly hints?: boolean;
  readonly limits: ReadonlyMap<LimitId, LimitChange>;
  readonly severity: ReadonlyMap<string, Severity>;
}

const OPERATORS: readonly Operator[] = ['>', '>=', '<=', '<'];
const KEYS = ['profile', 'logs', 'waivers', 'hints', 'limits', 'severity'] as const;

/** Returns what a configuration changes as text: the same text for the same changes, wherever and in whatever order. */
export function settingsOf(config: Config | undefined): string {
  const limits = [...(config?.limits ?? [])].map(([id, { value, operator }]) => [id, value ?? null, operator ?? null]);
  const inOrder = (entries: readonly unknown[]): string[] => entries.map((entry) => JSON.stringify(entry)).sort();
  return JSON.stringify([inOrder(limits), inOrder([...(config?.severity ?? [])]), config?.hints ?? true]);
}

/**
 * Reads a configuration.
 *
 * @throws {UnusableError} with the place, for whatever it may not say: unknown keys, numbers that the plan itself gives,
 * the severity of an obligation.
 */
export function readConfig(text: string, file: string, plan: Plan, rules: readonly Rule[]): Config {
  const yaml = parseYaml(text, file, { empty: WORDS.empty, notAMap: WORDS.notAMap });
  const config: { -readonly [Key in keyof Config]: Config[Key] } = { file, limits: new Map(), severity: new Map() };
  for (const pair of yaml.root.items) {
    const key = oneOf(yaml, pair, KEYS);
    switch (key) {
      case 'profile':
      case 'logs':
      case 'waivers':
        config[key] = textOf(yaml, pair);
        break;
      case 'hints': {
        const value = scalarOf(pair);
        if (typeof value !== 'boolean') refuse(yaml, pair, WORDS.boolean);
        config.hints = value as boolean;
        break;
      }
      case 'limits':
        config.limits = limitsOf(yaml, mapOf(yaml, pair), plan.limits);
        break;
      case 'severity':
        config.severity = severitiesOf(yaml, mapOf(yaml, pair), rules);
        break;
    }
  }
  return config;
}

/** Returns the plan with the numbers of a configuration, which then say where they come from. */
export function configuredPlan(plan: Plan, config: Config | undefined): Plan {
  if (!config || config.limits.size === 0) return plan;
  const limits: Record<string, Limit> = { ...plan.limits };
  const configured: { limit: Limit; at: Location }[] = [];
  for (const [id, { at, ...change }] of config.limits) {
    const limit = plan.limits[id];
    const said = {
      zh: `本次按配置取 ${change.operator ?? limit.operator} ${change.value ?? limit.value}`,
      en: `configured as ${change.operator ?? limit.operator} ${change.value ?? limit.value}`,
    };
    const with_ = (words: Wording): Wording => ({ zh: `${words.zh}；${said.zh}`, en: `${words.en}; ${said.en}` });
    const { source } = limit;
    limits[id] = {
      ...limit,
      ...change,
      source:
        'default' in source
          ? { default: with_(source.default) }
          : 'reading' in source
            ? { clause: source.clause, reading: with_(source.reading) }
            : source,
    };
    configured.push({ limit: limits[id], at });
  }
  return { ...plan, limits: limits as Limits, configured };
}

/** Returns the rules with the severities of a configuration. */
export function configuredRules(rules: readonly Rule[], config: Config | undefined): readonly Rule[] {
  if (!config || config.severity.size === 0) return rules;
  return rules.map((rule) => {
    const severity = config.severity.get(rule.id);
    return severity === undefined ? rule : { ...rule, severity };
  });
}

function limitsOf(yaml: ParsedYaml, map: YAMLMap, limits: Limits): Config['limits'] {
  const changes = new Map<LimitId, LimitChange>();
  for (const pair of map.items as Pair[]) {
    const id = oneOf(yaml, pair, Object.keys(limits) as LimitId[]);
    const { source } = limits[id];
    if (!isConfigurable(limits[id]) && 'clause' in source) refuse(yaml, pair, WORDS.ofPlan, { clause: source.clause });
    const [start, end] = (pair.key as Node).range ?? [0, 0];
    const change: { -readonly [Key in keyof LimitChange]: LimitChange[Key] } = { at: yaml.at(start, end) };
    const parts = isMap(pair.value) ? (pair.value.items as Pair[]) : [];
    if (!isMap(pair.value)) change.value = numberOf(yaml, pair);
    for (const part of parts) {
      if (oneOf(yaml, part, ['value', 'operator'] as const) === 'value') change.value = numberOf(yaml, part);
      else {
        const operator = textOf(yaml, part) as Operator;
        if (!OPERATORS.includes(operator)) refuse(yaml, part, WORDS.operator, { known: OPERATORS.join(' ') });
        change.operator = operator;
      }
    }
    changes.set(id, change);
  }
  return changes;
}

function severitiesOf(yaml: ParsedYaml, map: YAMLMap, rules: readonly Rule[]): Config['severity'] {
  const severities = new Map<string, Severity>();
  for (const pair of map.items as Pair[]) {
    const id = oneOf(
      yaml,
      pair,
      rules.map((rule) => rule.id),
    );
    if (rules.find((rule) => rule.id === id)?.severity === 'error') refuse(yaml, pair, WORDS.obligation);
    const severity = textOf(yaml, pair) as Severity;
    if (!SEVERITIES.includes(severity)) refuse(yaml, pair, WORDS.severity, { known: SEVERITIES.join(', ') });
    severities.set(id, severity);
  }
  return severities;
}

function oneOf<Name extends string>(yaml: ParsedYaml, pair: Pair, known: readonly Name[]): Name {
  const name = keyOf(pair);
  if ((known as readonly string[]).includes(name)) return name as Name;
  const near = closest(name, [...known]);
  const meant = distance(name, near) <= Math.max(2, Math.floor(near.length / 3));
  const [start, end] = (pair.key as Node).range ?? [0, 0];
  throw new UnusableError(
    'config/unknown',
    meant ? WORDS.unknownNear : WORDS.unknown,
    { near, known: known.slice(0, 12).join(', ') },
    yaml.at(start, end),
  );
}

function scalarOf({ value }: Pair): unknown {
  return isScalar(value) ? value.value : undefined;
}

function textOf(yaml: ParsedYaml, pair: Pair): string {
  const value = scalarOf(pair);
  if (typeof value === 'string' && value.trim() !== '') return value;
  return refuse(yaml, pair, WORDS.text);
}

function numberOf(yaml: ParsedYaml, pair: Pair): number {
  const value = scalarOf(pair);
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  return refuse(yaml, pair, WORDS.number);
}

function mapOf(yaml: ParsedYaml, pair: Pair): YAMLMap {
  return isMap(pair.value) ? (pair.value as YAMLMap) : refuse(yaml, pair, WORDS.map);
}

function refuse(yaml: ParsedYaml, pair: Pair, words: Wording, params: Params = {}): never {
  const node = (pair.value ?? pair.key) as Node;
  const [start, end] = node.range ?? [0, 0];
  throw new UnusableError('config/value', words, params, yaml.at(start, end));
}

const WORDS = {
  empty: {
    zh: '配置文件是空的；没有要配置的就删去它',
    en: 'the configuration is empty; remove it if there is nothing to set',
  },
  notAMap: {
    zh: '这不是配置：最外层应是“键: 值”，例如 logs: 日志',
    en: 'this is no configuration: the outermost level must be "key: value", such as logs: records',
  },
  unknown: { zh: '配置里没有这一项；可用：{known}', en: 'no such entry in a configuration; possible: {known}' },
  unknownNear: {
    zh: '配置里没有这一项，是不是 {near}？',
    en: 'no such entry in a configuration; did you mean {near}?',
  },
  text: { zh: '这里应写文字', en: 'a text is needed here' },
  number: { zh: '这里应写不小于 0 的数', en: 'a number of 0 or more is needed here' },
  boolean: { zh: '这里只能写 true 或 false', en: 'only true or false are possible here' },
  map: { zh: '这里应写下一级的各项', en: 'entries of the next level are needed here' },
  operator: { zh: '这里只能写 {known} 之一，要加引号', en: 'one of {known} is needed here, in quotes' },
  severity: { zh: '这里只能写 {known}', en: 'one of {known} is needed here' },
  ofPlan: {
    zh: '这个数是预案规定的（{clause}），不能改；确有理由的用豁免',
    en: 'this number is from the plan ({clause}) and can not be changed; where there are reasons, use a waiver',
  },
  obligation: {
    zh: '这是预案的要求，不能改轻重；确有理由的用豁免',
    en: 'this is an obligation of the plan, whose severity can not be changed; where there are reasons, use a waiver',
  },
} as const satisfies Record<string, Wording>;
