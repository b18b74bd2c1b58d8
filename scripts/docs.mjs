/**
 * Writes what is tracked and yet derived: docs/rules*.md, docs/profile.md, docs/logs.md, docs/input-checks.md, the schemas
 * that are made of data, the outputs shown in the READMEs, and the types of the profile. `--check` writes nothing and fails
 * if any of them is not current.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataSchemas } from './data-schemas.mjs';
import { fromSource } from './from-source.mjs';
import { profileTypes } from './profile-types.mjs';

const root = new URL('..', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const check = process.argv.includes('--check');

/** What the built program prints, in 80 columns without colour. Exit codes 0 and 1 are both results. */
function output(args, lang) {
  const env = { PATH: process.env.PATH, LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8', COLUMNS: '80' };
  try {
    return execFileSync(process.execPath, [path('bin/resume-check.js'), ...args], {
      cwd: path('.'),
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw error;
  }
}

/** The README with the outputs that it shows. */
function readme(name, lang) {
  return readFileSync(path(name), 'utf8').replace(
    /(<!-- output: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, head, args, end) => `${head}\n\`\`\`text\n${output(args.split(' '), lang)}\`\`\`\n\n${end}`,
  );
}

/** Every key of the profile with its words in both languages. */
function profileKeys() {
  const schema = JSON.parse(readFileSync(path('schemas/profile.schema.json'), 'utf8'));
  const lines = [
    '# The profile / 机构概况',
    '',
    'Generated from `schemas/profile.schema.json`. 由 `schemas/profile.schema.json` 生成。',
    '',
    '`[]` marks a list; ● marks values about a person, which no report shows. `[]` 表示可列多项；● 表示个人信息，报告中不显示。',
    '',
    '| key | 中文 | English | value |',
    '| --- | --- | --- | --- |',
  ];
  const cell = (text) => text.replace(/\|/g, '\\|');
  const walk = (node, name) => {
    if (name !== '') {
      const zh = node.description ? `${node.title}：${node.description}` : node.title;
      const en = node['x-en'].description ? `${node['x-en'].title}: ${node['x-en'].description}` : node['x-en'].title;
      const isShort = node.items && [node.items.type].flat().includes('string');
      const leaf = node.items && (isShort || !node.items.properties) ? node.items : node;
      const value = leaf.enum
        ? leaf.enum.map((each) => `\`${each}\``).join(' ')
        : leaf.properties && !isShort
          ? ''
          : [leaf.format ?? leaf.type].flat().join(' / ');
      if (!name.endsWith('[]'))
        lines.push(`| \`${name}\` | ${cell(zh)} | ${cell(en)} | ${cell(value)}${node['x-personal'] ? ' ●' : ''} |`);
    }
    // where a map may stand in place of a list of one, the keys are those of its items
    const own = node.items ? {} : (node.properties ?? {});
    for (const [key, child] of Object.entries(own)) walk(child, name === '' ? key : `${name}.${key}`);
    if (node.items?.properties) walk(node.items, `${name}[]`);
  };
  walk(schema, '');
  return `${lines.join('\n')}\n`;
}

/** Every kind of daily log with its columns. No command prints them, hence from the source. */
async function logColumns() {
  const { KINDS, toMarkdown } = await fromSource(`
    export { KINDS } from './src/logs/kinds/index.js';
    export { toMarkdown } from './src/report/log-catalogue.js';`);
  return toMarkdown(KINDS);
}

/** Every check of the input with its words. */
async function inputChecks() {
  const { INPUT_CHECKS, toMarkdown } = await fromSource(`export { INPUT_CHECKS } from './src/check/input-checks.js';
    export { toMarkdown } from './src/report/input-catalogue.js';`);
  return toMarkdown(INPUT_CHECKS.values());
}

const documents = {
  'docs/rules.md': () => output(['rules', '-f', 'markdown'], 'en'),
  'docs/rules.zh-CN.md': () => output(['rules', '-f', 'markdown'], 'zh'),
  'docs/profile.md': profileKeys,
  'docs/logs.md': logColumns,
  'docs/input-checks.md': inputChecks,
  'README.md': () => readme('README.md', 'en'),
  'README.zh-CN.md': () => readme('README.zh-CN.md', 'zh'),
  'src/profile/profile.types.ts': profileTypes,
};
for (const [name, schema] of Object.entries(await dataSchemas()))
  documents[`schemas/${name}`] = () => `${JSON.stringify(schema, null, 2)}\n`;
let stale = 0;
for (const [name, write] of Object.entries(documents)) {
  const wanted = await write();
  if (existsSync(path(name)) && readFileSync(path(name), 'utf8') === wanted) continue;
  if (check) {
    process.stderr.write(`${name} is not current; run npm run docs\n`);
    stale++;
  } else {
    writeFileSync(path(name), wanted);
    process.stderr.write(`${name} written\n`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
