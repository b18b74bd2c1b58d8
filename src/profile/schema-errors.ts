/** What the schema refuses of a profile, in words. They never hold a value of the file. */
import { inputCheck } from '../input-check.js';
import type { Params, Wording } from '../types.js';
import { pathOf, type SchemaNode, type Step, schemaAt } from './schema.js';
import { YAML } from './yaml-errors.js';

/** What the schema refuses. */
export const SCHEMA = inputCheck({
  id: 'input/schema',
  severity: 'error',
  messages: {
    wrongType: { zh: '{label}应是{expected}{suffix}', en: '{label} must be {expected}{suffix}' },
    wrongForm: { zh: '{label}应是{expected}{suffix}', en: '{label} must be {expected}{suffix}' },
    notInList: { zh: '{label}应是其中之一：{values}', en: '{label} must be one of: {values}' },
    keyMissing: { zh: '{label}缺少 {key}', en: '{key} is missing from {label}' },
    tooSmall: { zh: '{label}不能小于 {least}', en: '{label} must not be less than {least}' },
    wrongValue: { zh: '{label}写法不对{suffix}', en: '{label} is not well formed{suffix}' },
    fullWidthColon: YAML.messages.FULL_WIDTH_COLON,
  },
});

/** What the schema wants, in words. */
export const TYPE_WORDS: Readonly<Record<string, Wording>> = {
  object: { zh: '下一层的“键: 值”', en: 'a nested map of keys and values' },
  array: { zh: '列表（每项以“- ”开头）', en: 'a list (each item begins with "- ")' },
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字（不加引号、不带单位）', en: 'a number (no quotes, no unit)' },
  integer: { zh: '整数（不加引号、不带单位）', en: 'a whole number (no quotes, no unit)' },
  boolean: { zh: 'true（是）或 false（否）', en: 'true or false' },
  date: { zh: '真实的日期，写作 年-月-日', en: 'a real date, year-month-day' },
  'date-or-range': { zh: '日期，或用“..”连起止日期', en: 'a date, or two dates joined by ".."' },
  time: { zh: '24 小时制时刻', en: 'a time of day, 24-hour' },
  identifier: {
    zh: '不含空格的号码；科学计数法已丢失数字，请加引号重新填写',
    en: 'a number without blanks; one in scientific notation has lost its digits, enter it again in quotes',
  },
  phone: { zh: '电话号码', en: 'a phone number' },
};

/** What the schema wants where a file can stand in place of a list. */
export const LIST_OR_FILE: Wording = {
  zh: '列表（每项以“- ”开头），或 CSV 文件的路径（如 名单/教职工.csv）',
  en: 'a list (each item begins with "- "), or the path of a CSV file (such as lists/staff.csv)',
};

/** Returns the label of a node of the schema. */
export function labelOf(schema: SchemaNode | undefined): Wording {
  return schema ? { zh: schema.title, en: schema['x-en'].title } : { zh: '', en: '' };
}

function typesInWords(types: readonly string[]): Wording {
  const words = types.map((type) => TYPE_WORDS[type] ?? { zh: type, en: type });
  return { zh: words.map(({ zh }) => zh).join('，或'), en: words.map(({ en }) => en).join(', or ') };
}

/** Returns the name of the message for what the validator says of a node, and what it is about. */
export function wordSchemaError(
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  parts: readonly Step[],
): { readonly message: keyof (typeof SCHEMA)['messages']; readonly params: Params } {
  const schema = schemaAt(pathOf(parts));
  const label = labelOf(schema);
  const example = schema?.examples?.[0];
  const suffix: Wording =
    example === undefined
      ? { zh: '', en: '' }
      : { zh: `，例如 ${String(example)}`, en: `, for example ${String(example)}` };
  switch (keyword) {
    case 'type': {
      const expected = schema?.['x-file'] ? LIST_OR_FILE : typesInWords([params.type].flat().map(String));
      return { message: 'wrongType', params: { label, expected, suffix } };
    }
    case 'enum':
      return { message: 'notInList', params: { label, values: (schema?.enum ?? []).join('、') } };
    case 'format':
      return {
        message: 'wrongForm',
        params: { label, expected: TYPE_WORDS[String(params.format)] ?? String(params.format), suffix },
      };
    case 'required': {
      const missing = String(params.missingProperty);
      return { message: 'keyMissing', params: { label, key: missing } };
    }
    case 'minimum':
      return { message: 'tooSmall', params: { label, least: Number(params.limit) } };
    default:
      return { message: 'wrongValue', params: { label, suffix } };
  }
}
