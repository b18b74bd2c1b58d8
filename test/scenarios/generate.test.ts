/** What `generate` writes, what it refuses, and that a refusal writes nothing. */
import { projectFile, type Result, run, type Surroundings } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const replaced = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the complete example has no ${from}`);
  return text.replace(from, to);
};
/** Too few masks: a rule of the preparation stage fails. */
const FEW_MASKS = replaced(COMPLETE, 'masks: { pieces: 200 }', 'masks: { pieces: 2 }');
/** The commitment of the institution, which the safety pledge fulfils, is not there yet. */
const NOT_APPLIED = replaced(
  COMPLETE.replace(/\napplication:\n[\s\S]*?(?=\n\S)/, '\napplication:\n  to: { level: 区, area: 城中区 }\n'),
  '  - { kind: institution, signedOn: 2020-05-06 }\n',
  '',
);

/** Runs `generate` beside the profile; the files are those written. */
async function generate(line: string, profile = COMPLETE, more: Surroundings['files'] = {}) {
  const given = { 'profile.yaml': profile, ...more };
  const result = await run(['generate', ...line.split(' ')], { files: given });
  const files = Object.fromEntries(Object.entries(result.files).filter(([path]) => !Object.hasOwn(given, path)));
  return { ...result, files, written: Object.keys(files).sort() };
}
const names = (result: Pick<Result, 'files'>): string[] => Object.keys(result.files).sort();

test('the complete example has its application, with the list of staff', async () => {
  const result = await generate('application');
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(names(result)).toEqual(['文书/教职工名单.docx', '文书/申请报告.docx']);
  expect(result.stdout).toBe('写好 2 个文件：\n  文书/申请报告.docx\n  文书/教职工名单.docx\n');
});

test('formats are joined by commas, the folder is named by -o', async () => {
  const result = await generate('checklist -f html,docx -o out/papers profile.yaml');
  expect(result.code).toBe(0);
  expect(names(result)).toEqual(['out/papers/检查表.docx', 'out/papers/检查表.html']);
  expect(result.files['out/papers/检查表.html']).toContain('恢复职业技能培训鉴定工作检查表');
});

test('all writes every paper but the notice; a packet is numbered', async () => {
  const all = await generate('all -f html');
  expect(all.code).toBe(0);
  expect(names(all)).toHaveLength(22);
  expect(names(all).join()).not.toContain('整改通知书');
  const packet = await generate('packet -f html');
  expect(names(packet)).toHaveLength(20);
  expect(names(packet)[0]).toBe('文书/00-申请材料清单.html');
  expect(names(packet)[1]).toBe('文书/01-申请报告.html');
});

describe('while a requirement of the preparation fails', () => {
  test.each(['application', 'packet', 'off-site', 'all', 'checklist application'])(
    '%s is refused',
    async (documents) => {
      const result = await generate(documents, FEW_MASKS);
      expect(result).toMatchObject({ code: 1, stdout: '', written: [] });
      expect(result.stderr).toContain('四（六）4');
      expect(result.stderr).toContain('(mask-stock)');
      expect(result.stderr).toContain('--draft');
    },
  );

  test('all other papers are written', async () => {
    const others = 'checklist staff-pledge trainee-pledge safety-pledge returnees systems notice -f html';
    const result = await generate(others, FEW_MASKS);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(names(result)).toHaveLength(20);
    expect(result.files['文书/整改通知书.html']).toContain('四（六）4');
    expect(result.files['文书/检查表.html']).toMatch(/四（六）4<\/td><td>否</);
  });

  test('--draft writes them as drafts, with what is open', async () => {
    const result = await generate('application off-site packet --draft -f html', FEW_MASKS);
    expect(result.code).toBe(0);
    for (const name of ['申请报告', '校外培训开班申请-焊工五级校外班', '申请材料清单']) {
      const html = result.files[`文书/${name}.html`] ?? '';
      expect(html).toContain('<div class="draft">草稿</div>');
      expect(html).toContain('未达到或未填写的事项');
      expect(html).toContain('四（六）4');
    }
  });
});

test('a rule that the papers themselves fulfil does not block them', async () => {
  const result = await generate('application', NOT_APPLIED);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(names(result)).toHaveLength(2);
});

describe('missing fields', () => {
  const LACKING = COMPLETE.replace(/ {2}phone: 13800000000\n/, '').replace('    position: 校长室\n', '');

  test('are listed all at once, with their paths and papers, and nothing is written', async () => {
    const result = await generate('application safety-pledge returnees', LACKING);
    expect(result).toMatchObject({ code: 1, stdout: '', written: [] });
    expect(result.stderr).toContain('缺少 2 项');
    expect(result.stderr).toMatch(/ {2}institution\.phone .*<- 申请报告、来柳返柳人员名单\n/);
    expect(result.stderr).toMatch(/ {2}staff\[0\]\.position .*<- 教职工名单\n/);
  });

  test('are lines to fill in with --on-missing blank', async () => {
    const result = await generate('application -f html --on-missing blank', LACKING);
    expect(result).toMatchObject({ code: 0, stderr: '有 2 项留空，请手填\n' });
    expect(result.files['文书/申请报告.html']).toMatch(/<th>联系电话<\/th><td><span class="blank"/);
  });
});

test('a paper says neither yes nor no where the profile does not', async () => {
  const open = COMPLETE.replace(/\n(?:meals|lodging):\n(?: .*\n)+/g, '\n');
  const result = await generate('systems -f html --on-missing blank', open);
  expect(result.code).toBe(0);
  const html = result.files['文书/开学工作方案.html'] ?? '';
  expect(html).toMatch(/<p>是否供餐：<span class="blank"/);
  expect(html).toMatch(/<p>是否安排住宿：<span class="blank"/);
  expect(html).not.toMatch(/用餐实行|不供餐|住宿隔床|不安排住宿/);
});

describe('calls that can not be used', () => {
  test.each([
    ['aplication', '没有这种文书：aplication（是不是 application？）。可写：application'],
    ['profile.yaml', '要写哪种文书？可写：application'],
    ['checklist --format odt', '--format 只能是 docx, html, pdf'],
    ['checklist --on-missing skip', '--on-missing 只能是 error, blank'],
    ['checklist --as-of 2020-02-30', '--as-of 应是真实的日期'],
    ['staff-pledge --person 没有这个人', '概况里没有这个人：没有这个人'],
    ['staff-pledge --person S01 --person 没有这个人', '概况里没有这个人：没有这个人'],
    ['checklist nowhere.yaml', '找不到文件'],
    ['checklist --templates nowhere', '没有这个模板文件夹：nowhere'],
  ])('%s', async (line, message) => {
    const result = await generate(line);
    expect(result).toMatchObject({ code: 2, stdout: '', written: [] });
    expect(result.stderr).toContain(message);
  });

  test('a profile with errors of form', async () => {
    const result = await generate('checklist', COMPLETE.replace('district: 城中区', 'distrct: 城中区'));
    expect(result).toMatchObject({ code: 2, stdout: '', written: [] });
    expect(result.stderr).toMatch(/^profile\.yaml:\d+:\d+: 错误：概况有写法不对的地方/);
  });
});

test('what is there is not overwritten without --force, and all of it is named', async () => {
  const there = { '文书/申请报告.docx': 'mine', '文书/教职工名单.html': 'mine' };
  const refused = await generate('application -f docx,html', COMPLETE, there);
  expect(refused).toMatchObject({ code: 2, stdout: '', written: [] });
  expect(refused.stderr).toContain('文书/申请报告.docx, 文书/教职工名单.html');
  const forced = await generate('application -f html --force', COMPLETE, { '文书/申请报告.html': 'mine' });
  expect(forced.code).toBe(0);
});

describe('names of classes in names of files', () => {
  const OFFSITE = `offsite:\n`;
  const classes = (list: readonly string[]): string => {
    const added = list
      .map(
        (name, i) =>
          `  - { id: Z${i}, name: ${JSON.stringify(name)}, trade: 焊工, level: 五级, teacher: S04, startDate: 2020-05-20, endDate: 2020-06-20, hours: 160, plannedSize: 5 }\n`,
      )
      .join('');
    const places = list
      .map(
        (_, i) =>
          `  - { class: Z${i}, venue: { name: 室, address: 路, area: 鱼峰区 }, application: { to: 鱼峰区, date: 2020-05-08 }, startDate: 2020-05-20 }\n`,
      )
      .join('');
    return replaced(replaced(COMPLETE, 'classes:\n', `classes:\n${added}`), OFFSITE, OFFSITE + places);
  };

  test('stay in the folder, are safe on every system, and differ', async () => {
    const hostile = [
      '../../x',
      '..\\..\\x',
      '/etc/x',
      'CON',
      'a/b',
      'a\u202egnp.exe',
      '字'.repeat(300),
      'Abc',
      'aBC',
      'x:y',
      'x.',
      '-rf',
    ];
    const result = await generate('off-site -f html --draft', classes(hostile));
    expect(result.code).toBe(0);
    const written = names(result);
    expect(written).toHaveLength(hostile.length + 1);
    for (const path of written) {
      expect(path).toMatch(/^文书\/校外培训开班申请-[^/\\:*?"<>|\p{C}]+\.html$/u);
      expect(path.length).toBeLessThan(90);
    }
    expect(new Set(written.map((path) => path.toLowerCase())).size).toBe(written.length);
  });
});

test("a user's template takes the place of the built-in one, partials too", async () => {
  const own = {
    'mine/returnees.hbs': '<section class="page"><h1>我的{{institution.name}}</h1>{{> seal}}</section>',
    'mine/partials/seal.hbs': '<p>我的落款</p>',
  };
  const result = await generate('returnees -f html --templates mine', COMPLETE, own);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(result.files['文书/来柳返柳人员名单.html']).toMatch(/<h1>我的柳州示例职业培训学校<\/h1>\n?<p>我的落款<\/p>/);
});

test('a template that is not allowed is named with its place', async () => {
  const result = await generate('returnees --templates mine', COMPLETE, { 'mine/returnees.hbs': '\n  {{{x}}}' });
  expect(result).toMatchObject({ code: 2, stdout: '', written: [] });
  expect(result.stderr).toBe('mine/returnees.hbs:2:3: 错误：不能用 {{{ }}} 或 {{& }}，内容不经转义\n');
});

test('partials that include each other without bound are refused, with the name of the template', async () => {
  const own = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`mine/partials/p${i}.hbs`, `{{> p${i + 1}}}{{> p${i + 1}}}`]),
  );
  const files = { ...own, 'mine/partials/p40.hbs': '<p>x</p>', 'mine/returnees.hbs': '{{> p0}}' };
  const result = await generate('returnees --templates mine', COMPLETE, files);
  expect(result).toMatchObject({ code: 2, stdout: '', written: [] });
  expect(result.stderr).toBe('mine/returnees.hbs:1:1: 错误：模板 returnees 写出的内容超过上限 10 MiB\n');
});

test('a name that does not exist is refused also where only a helper reads it', async () => {
  const files = { 'mine/returnees.hbs': '<section>\n{{#if nope}}<p>x</p>{{/if}}</section>' };
  const result = await generate('returnees --templates mine', COMPLETE, files);
  expect(result).toMatchObject({ code: 2, stdout: '', written: [] });
  expect(result.stderr).toBe('mine/returnees.hbs:2:7: 错误：模板里的 nope 不存在\n');
});

test('pledges of chosen people only', async () => {
  const result = await generate('staff-pledge -f html --person S02 --person 王示意');
  const html = result.files['文书/上岗承诺书.html'] ?? '';
  expect(html.match(/<section/g)).toHaveLength(2);
  expect(html).toContain('周演示');
  expect(html).toContain('王示意');
  expect(html).not.toContain('吴样例');
});

test('without a program that makes PDFs, it says so and writes nothing', async () => {
  const files = { 'profile.yaml': COMPLETE };
  const result = await run(['generate', 'safety-pledge', '-f', 'docx,pdf'], { files, env: { PATH: '' } });
  expect(result).toMatchObject({ code: 3, stdout: '' });
  expect(result.stderr).toContain('写 PDF 要装有 Edge、Chrome、Chromium 或 LibreOffice');
  expect(Object.keys(result.files)).toEqual(['profile.yaml']);
});
