/** `templates`: shows, copies out and checks the templates of papers. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile, ROOT, run } from './run.js';

const BUILT_IN = readdirSync(join(ROOT, 'templates'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.hbs'))
  .map((name) => name.replaceAll('\\', '/').replace(/\.hbs$/, ''))
  .sort();

test('list names every template', async () => {
  const result = await run(['templates', 'list']);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(result.stdout.trim().split('\n').sort()).toEqual(BUILT_IN);
});

test('eject copies them out as they are, and check finds nothing in them', async () => {
  const result = await run(['templates', 'eject', '-o', 'mine']);
  expect(result.code).toBe(0);
  expect(Object.keys(result.files).sort()).toEqual(BUILT_IN.map((name) => `mine/${name}.hbs`).sort());
  for (const name of BUILT_IN) expect(result.files[`mine/${name}.hbs`]).toBe(projectFile(`templates/${name}.hbs`));
  const check = await run(['templates', 'check', 'mine'], { files: result.files });
  expect(check).toMatchObject({ code: 0, stdout: `检查了 ${BUILT_IN.length} 个模板，0 处问题\n` });
});

test('eject copies one out, and overwrites nothing without --force', async () => {
  const one = await run(['templates', 'eject', 'partials/seal']);
  expect(Object.keys(one.files)).toEqual(['templates/partials/seal.hbs']);
  const files = { 'templates/partials/seal.hbs': 'mine' };
  const refused = await run(['templates', 'eject', 'partials/seal', 'notice'], { files });
  expect(refused).toMatchObject({ code: 2, stdout: '', files });
  expect(refused.stderr).toContain('templates/partials/seal.hbs');
  const forced = await run(['templates', 'eject', 'partials/seal', '--force'], { files });
  expect(forced.files['templates/partials/seal.hbs']).toContain('（公章）');
});

test('check names each problem with its line and column, in both languages', async () => {
  const files = {
    'mine/notice.hbs': '<p class=x>\n{{{nmae}}}</p>',
    'mine/partials/seal.hbs': '\n<i>{{institution.nmae}}</i>',
    'mine/other.txt': '{{{x}}}',
  };
  const zh = await run(['templates', 'check', 'mine'], { files });
  expect(zh).toMatchObject({ code: 1, stderr: '' });
  expect(zh.stdout.split('\n')).toEqual([
    'mine/notice.hbs:1:1: 属性值要加双引号',
    'mine/notice.hbs:2:1: 不能用 {{{ }}} 或 {{& }}，内容不经转义',
    'mine/notice.hbs:2:4: 没有这个字段：nmae',
    'mine/partials/seal.hbs:2:1: 不能用标签 <i>',
    'mine/partials/seal.hbs:2:6: 没有这个字段：institution.nmae',
    '检查了 2 个模板，5 处问题',
    '',
  ]);
  const en = await run(['--lang', 'en', 'templates', 'check', 'mine'], { files });
  expect(en.stdout).toContain('mine/notice.hbs:2:4: no such field: nmae\n');
  expect(en.stdout).toContain('2 templates checked, 5 problems\n');
});

test.each([
  [['templates', 'frobnicate'], 'templates 后面写 list、eject 或 check'],
  [['templates', 'eject', 'nope'], '没有模板 nope'],
  [['templates', 'eject', '../../x'], '没有模板 ../../x'],
  [['templates', 'eject', 'constructor'], '没有模板 constructor'],
  [['templates', 'check', 'nowhere'], '没有这个模板文件夹：nowhere'],
  [['templates', 'check', 'empty'], '文件夹里没有 .hbs 模板'],
])('%j can not be used', async (argv, message) => {
  const result = await run(argv, { files: { 'empty/x.txt': '' } });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(message);
});
