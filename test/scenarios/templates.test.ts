/** `templates`: shows, copies out and checks the templates of papers. */
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { projectFile, ROOT, run, runAll } from './run.js';

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

describe('the file of a template', () => {
  const PROFILE = { 'profile.yaml': projectFile('examples/complete/profile.yaml') };
  const TEXT = projectFile('templates/safety-pledge.hbs').replaceAll('安全管理承诺书', '疫情防控安全承诺');
  const paperOf = async (bytes: string | Uint8Array): Promise<string> => {
    const files = { ...PROFILE, 't/safety-pledge.hbs': bytes };
    const argv = ['generate', 'safety-pledge', '-f', 'html', '--templates', 't', '-o', 'out', '--as-of', '2020-05-11'];
    const { code, stderr, files: after } = await run(argv, { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return Object.entries(after).find(([path]) => path.startsWith('out/'))?.[1] ?? '';
  };

  test.each(['utf-8', 'utf-8 with a mark', 'gbk', 'gb18030', 'utf-16le', 'utf-16be'])('is read in %s', async (name) => {
    const [encoding = ''] = name.split(' ');
    const bytes = iconv.encode(TEXT, encoding, { addBOM: name !== encoding || encoding.startsWith('utf-16') });
    const paper = await paperOf(bytes);
    expect(paper).toContain('疫情防控安全承诺');
    expect(paper).toBe(await paperOf(TEXT));
    const files = { 't/safety-pledge.hbs': bytes };
    expect((await run(['templates', 'check', 't'], { files })).stdout).toBe('检查了 1 个模板，0 处问题\n');
  });

  const place = (make: (path: string) => void) => (): void => {
    mkdirSync('t/partials', { recursive: true });
    make('t/safety-pledge.hbs');
  };
  const unreadable: readonly (readonly [string, () => void])[] = [
    ['is a folder', place((path) => mkdirSync(path))],
    ['is binary', place((path) => writeFileSync(path, new Uint8Array([0, 1, 2, 255, 254])))],
    [
      'is UTF-16 without a mark',
      place((path) => writeFileSync(path, iconv.encode(TEXT, 'utf-16le', { addBOM: false }))),
    ],
    ['is too large', place((path) => writeFileSync(path, 'x'.repeat(2 ** 20 + 1)))],
    ...(process.platform === 'win32'
      ? []
      : ([['is a link that leads nowhere', place((path) => symlinkSync('nowhere', path))]] as const)),
  ];

  test.each(unreadable)('that %s is named, and nothing is written', async (what, make) => {
    const generate = 'generate safety-pledge -f html --templates t -o out --as-of 2020-05-11';
    for (const call of [generate, ...(what === 'is a folder' ? [] : ['templates check t'])]) {
      for (const [language, words] of [
        ['zh', /t\/safety-pledge\.hbs.*[\u4e00-\u9fff]/],
        ['en', /t\/safety-pledge\.hbs.*[a-z]/],
      ] as const) {
        const { code, stdout, stderr, files } = await runAll([make, `${call} --lang ${language}`], { files: PROFILE });
        expect([stdout, Object.keys(files).filter((path) => path.startsWith('out'))]).toEqual(['', []]);
        expect([2, 3]).toContain(code);
        expect(stderr).toMatch(words);
        expect(stderr).not.toMatch(/internal|内部/);
      }
    }
  });
});
