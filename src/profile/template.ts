/** An empty profile with a comment at every key, made from the schema, so that it can't drift from it. */
import type { Language } from '../types.js';
import { PROFILE_SCHEMA, type SchemaNode } from './schema.js';

const INTRODUCTION: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '机构概况：填写实际情况，不填的项留空，核对时会列为“未填写”。',
    '日期写作 2020-05-06；是写 true，否写 false；编号和电话加不加引号都可以。',
    '带 # 的段落是例子：去掉行首的 #，改成自己的，一项一段，可以重复。',
    '填好后运行：resume-check validate {file}',
  ],
  en: [
    'Profile of an institution: enter the facts; what is left empty is reported as not evidenced.',
    'Dates are written 2020-05-06, yes and no are true and false, numbers and phones may be quoted or not.',
    'Parts behind # are examples: remove the #, enter your own, repeat them as needed.',
    'Then run: resume-check validate {file}',
  ],
};

/** Returns a commented profile in the language; `schemaPath` is where an editor finds the JSON Schema. */
export function commentedProfile(language: Language, schemaPath: string, file: string): string {
  const lines = [`# yaml-language-server: $schema=${schemaPath}`];
  for (const line of INTRODUCTION[language]) lines.push(`# ${line.replace('{file}', file)}`);
  for (const [key, node] of Object.entries(PROFILE_SCHEMA.properties ?? {})) {
    lines.push('', ...entry(key, node, language, { prefix: '', indent: '', filled: false }));
  }
  return `${lines.join('\n')}\n`;
}

/** Where a key is written. Inside a commented-out example (`filled`) the keys have their example values. */
interface Place {
  readonly prefix: string;
  readonly indent: string;
  readonly filled: boolean;
}

/** The lines of one key. */
function entry(key: string, node: SchemaNode, language: Language, { prefix, indent, filled }: Place): string[] {
  const head = `${prefix}${indent}${key}:`;
  const comment = ` # ${words(node, language, filled)}`;
  if (node.properties && !node.items) {
    const inner = Object.entries(node.properties).flatMap(([name, child]) =>
      entry(name, child, language, { prefix, indent: `${indent}  `, filled }),
    );
    return [head + comment, ...inner];
  }
  if (node.items?.properties) {
    const lines = Object.entries(node.items.properties).flatMap(([name, child]) =>
      entry(name, child, language, { prefix: '#', indent: `${indent}    `, filled: true }),
    );
    const first = lines[0] ?? '';
    const dashed = `#${indent}  - ${first.slice(1 + indent.length + 4)}`;
    return [head + comment, dashed, ...lines.slice(1)];
  }
  if (!filled) return [head + comment];
  const example = node.items ? [knownExampleOf(node.items)] : knownExampleOf(node);
  return [`${head} ${scalar(example)}${comment}`];
}

/** An example that holds together with the others: a reference names the example of the list it refers to. */
function knownExampleOf(node: SchemaNode): unknown {
  const list = node['x-ref'] === undefined ? undefined : PROFILE_SCHEMA.properties?.[node['x-ref']]?.items;
  return exampleOf(list?.properties?.id ?? node);
}

function exampleOf(node: SchemaNode): unknown {
  if (node.items) return [exampleOf(node.items), exampleOf(node.items)];
  return node.examples?.[0] ?? '';
}

/** A value in flow style. Identifiers of digits only are quoted, as a model for the reader. */
function scalar(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(scalar).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  return value === '' || /^\d+$/.test(value) ? (value === '' ? '' : `'${value}'`) : value;
}

function words(node: SchemaNode, language: Language, filled: boolean): string {
  const { title, description } = language === 'zh' ? node : node['x-en'];
  const [stop, colon] = language === 'zh' ? ['。', '：'] : ['. ', ': '];
  const parts = [description === undefined ? title : `${title}${colon}${description}`];
  const choices = node.enum ?? node.items?.enum;
  if (choices) parts.push(`${language === 'zh' ? '可写' : 'One of'} ${choices.join(' | ')}`);
  const example = node.items && !node.items.properties ? [exampleOf(node.items)] : exampleOf(node);
  if (!filled && !node.properties && !choices && !node.items?.properties && scalar(example) !== '') {
    parts.push(`${language === 'zh' ? '例' : 'E.g.'} ${scalar(example)}`);
  }
  return parts.join(stop);
}
