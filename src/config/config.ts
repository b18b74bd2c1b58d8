/** `resume-check.yaml`: where things are, the toolkit's own numbers, and how grave recommendations are. */
import validate from '../../build/config-validator.js';
import { UnusableError } from '../errors.js';
import type { Limit } from '../plan/limit.js';
import type { LimitId, Limits } from '../plan/limits.js';
import type { Plan } from '../plan/plan.js';
import { firstMistake, type Mistake, placeOf, placeOfKey, readValue } from '../profile/mistakes.js';
import { type ParsedYaml, parseYaml } from '../profile/parse.js';
import type { Rule } from '../rules/rule.js';
import { nearest } from '../text/nearest.js';
import type { Location, Operator, Params, Severity, Wording } from '../types.js';

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

/** The file as its schema has it. */
interface ConfigFile extends Omit<Config, 'file' | 'limits' | 'severity'> {
  readonly limits?: Readonly<Record<string, number | Omit<LimitChange, 'at'>>>;
  readonly severity?: Readonly<Record<string, Severity>>;
}

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
  const value = readValue(yaml.root, (scalar) => scalar.value);
  const mistake = firstMistake(yaml, value, validate);
  if (mistake) throw refusal(mistake, yaml, plan, rules);
  const { limits = {}, severity = {}, ...rest } = value as ConfigFile;
  const changes = Object.entries(limits).map(([id, change]): [LimitId, LimitChange] => {
    const at = placeOfKey(yaml, ['limits', id]);
    return [id as LimitId, typeof change === 'number' ? { at, value: change } : { at, ...change }];
  });
  return { file, ...rest, limits: new Map(changes), severity: new Map(Object.entries(severity)) };
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

/** Returns what is said of a mistake. */
function refusal(mistake: Mistake, yaml: ParsedYaml, plan: Plan, rules: readonly Rule[]): UnusableError {
  const { keyword, params, steps, location } = mistake;
  const refuse = (words: Wording, said: Params = {}) =>
    new UnusableError('config/value', words, said, placeOf(yaml, steps));
  const known = params.allowedValues as readonly string[];
  if (keyword === 'unknown') {
    const [group, name = ''] = steps.length === 2 ? (steps as string[]) : [];
    if (group === 'limits' && Object.hasOwn(plan.limits, name)) {
      const { source } = plan.limits[name as LimitId];
      return refuse(WORDS.ofPlan, 'clause' in source ? { clause: source.clause } : {});
    }
    if (group === 'severity' && rules.some(({ id }) => id === name)) return refuse(WORDS.obligation);
    const others = { limits: Object.keys(plan.limits), severity: rules.map(({ id }) => id) };
    const names = others[group as keyof typeof others] ?? known;
    const near = nearest(String(steps.at(-1)), names);
    return near === undefined
      ? new UnusableError('config/unknown', WORDS.unknown, { known: names.slice(0, 12).join(', ') }, location)
      : new UnusableError('config/unknown', WORDS.unknownNear, { near }, location);
  }
  if (keyword !== 'enum') return refuse(WORDS[FORMS[`${params.type ?? keyword}`] ?? 'number']);
  return steps[0] === 'severity'
    ? refuse(WORDS.severity, { known: known.join(', ') })
    : refuse(WORDS.operator, { known: known.join(' ') });
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

/** The words for what the schema wants; all else is about numbers. */
const FORMS: Readonly<Record<string, keyof typeof WORDS>> = {
  string: 'text',
  pattern: 'text',
  boolean: 'boolean',
  object: 'map',
};
