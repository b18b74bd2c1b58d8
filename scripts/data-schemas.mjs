/**
 * The schemas whose keys are data of the program: those of `resume-check.yaml` and of waivers. The validators are compiled
 * from here; `npm run docs` writes the files.
 */
import { fromSource } from './from-source.mjs';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const TEXT = { type: 'string', pattern: '\\S' };
const both = ({ zh, en }) => `${zh} / ${en}`;
const map = (properties, rest = {}) => ({ type: 'object', additionalProperties: false, ...rest, properties });

/** Returns the schemas by the name of their file. */
export async function dataSchemas() {
  const { RULES, LIUZHOU_2020, SEVERITIES, FIELDS, REQUIRED } = await fromSource(`
    export { RULES } from './src/rules/index.js';
    export { LIUZHOU_2020 } from './src/plan/plan.js';
    export { SEVERITIES } from './src/types.js';
    export { FIELDS, REQUIRED } from './src/waivers/waiver.js';`);
  const severity = { type: 'string', enum: SEVERITIES };
  // a number that the plan itself gives can't be changed, nor can an obligation
  const limits = Object.entries(LIUZHOU_2020.limits).filter(
    ([, { source }]) => 'default' in source || 'reading' in source,
  );
  const forms = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, TEXT]));
  forms.rule = { type: 'string', enum: RULES.map(({ id }) => id) };
  forms.expires = { type: 'string', format: 'date' };
  const recommendations = RULES.filter((rule) => rule.severity !== 'error');
  return {
    'config.schema.json': {
      $schema: DRAFT,
      $id: 'resume-check/config.schema.json',
      title: 'resume-check.yaml',
      ...map({
        profile: { title: '概况的路径 / path of the profile', ...TEXT },
        logs: { title: '日志文件夹的路径 / path of the folder of logs', ...TEXT },
        waivers: { title: '豁免文件的路径 / path of the waivers', ...TEXT },
        hints: { title: '是否提示可疑的雷同 / hints about rows that look copied', type: 'boolean' },
        limits: {
          title: '工具默认值 / numbers of the toolkit',
          ...map(Object.fromEntries(limits.map(([id, limit]) => [id, limitSchema(limit)]))),
        },
        severity: {
          title: '建议类规则的级别 / severity of recommendations',
          ...map(Object.fromEntries(recommendations.map(({ id, title }) => [id, { title: both(title), ...severity }]))),
        },
      }),
    },
    'waivers.schema.json': {
      $schema: DRAFT,
      $id: 'resume-check/waivers.schema.json',
      title: '豁免 / waivers',
      ...map(
        {
          waivers: {
            title: '豁免 / waivers',
            type: 'array',
            items: map(
              Object.fromEntries(
                Object.entries(FIELDS).map(([name, [, zh]]) => [name, { title: `${zh} / ${name}`, ...forms[name] }]),
              ),
              { required: REQUIRED },
            ),
          },
        },
        { required: ['waivers'] },
      ),
    },
  };
}

/** A limit is a number, or a map where it is compared in another way too. */
function limitSchema({ title, value, operator }) {
  return {
    title: both(title),
    default: { value, operator },
    minimum: 0,
    ...map(
      { value: { type: 'number', minimum: 0 }, operator: { type: 'string', enum: ['>', '>=', '<=', '<'] } },
      { type: ['number', 'object'] },
    ),
  };
}
