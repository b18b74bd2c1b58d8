/** The JSON Schema of `resume-check.yaml`, made of the limits and rules that it may change. */
import type { Limit } from '../plan/limit.js';
import type { Plan } from '../plan/plan.js';
import type { Rule } from '../rules/rule.js';
import { SEVERITIES } from '../types.js';

/** Returns whether a configuration may change a limit: those that the plan itself gives it may not. */
export function isConfigurable({ source }: Limit): boolean {
  return 'default' in source || 'reading' in source;
}

/** Returns the schema, for editors. */
export function configSchema(plan: Plan, rules: readonly Rule[]): unknown {
  const limits = Object.entries<Limit>(plan.limits).filter(([, limit]) => isConfigurable(limit));
  const recommendations = rules.filter(({ severity }) => severity !== 'error');
  const text = (title: string) => ({ title, type: 'string', minLength: 1 });
  const map = (title: string, properties: object) => ({
    title,
    type: 'object',
    additionalProperties: false,
    properties,
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'resume-check/config.schema.json',
    title: 'resume-check.yaml',
    type: 'object',
    additionalProperties: false,
    properties: {
      profile: text('概况的路径 / path of the profile'),
      logs: text('日志文件夹的路径 / path of the folder of logs'),
      waivers: text('豁免文件的路径 / path of the waivers'),
      hints: { title: '是否提示可疑的雷同 / hints about rows that look copied', type: 'boolean' },
      limits: map(
        '工具默认值 / numbers of the toolkit',
        Object.fromEntries(limits.map(([id, limit]) => [id, limitSchema(limit)])),
      ),
      severity: map(
        '建议类规则的级别 / severity of recommendations',
        Object.fromEntries(
          recommendations.map(({ id, title }) => [id, { title: `${title.zh} / ${title.en}`, enum: SEVERITIES }]),
        ),
      ),
    },
  };
}

function limitSchema({ title, value, operator }: Limit): unknown {
  const number = { type: 'number', minimum: 0 };
  return {
    title: `${title.zh} / ${title.en}`,
    default: { value, operator },
    anyOf: [
      number,
      {
        type: 'object',
        additionalProperties: false,
        properties: { value: number, operator: { enum: ['>', '>=', '<=', '<'] } },
      },
    ],
  };
}
