/** What templates may do: strings only, strict, no way to code, everything refused with its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { chineseNumber } from '../../src/documents/helpers.js';
import { TemplateEngine, templateProblems } from '../../src/documents/template.js';
import { tagProblems } from '../../src/documents/template-tags.js';
import { addAbsent, BLANK, viewNode } from '../../src/documents/view.js';
import { UnusableError } from '../../src/errors.js';
import { endsSoon } from '../hang.js';

type Templates = Readonly<Record<string, string>>;

const engine = (templates: Templates) =>
  new TemplateEngine((name) =>
    Object.hasOwn(templates, name) ? { text: templates[name] ?? '', file: `mine/${name}.hbs` } : undefined,
  );
const VIEW = viewNode({
  institution: viewNode({ name: '示例学校' }),
  staff: [viewNode({ name: '甲' }), viewNode({ name: '乙' })],
  count: 12,
  yes: true,
  no: false,
});
const render = (text: string, more: Templates = {}) => engine({ paper: text, ...more }).render('paper', VIEW);
const thrown = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('what templates can say', () => {
  test.each([
    ['a field', '{{institution.name}}', '示例学校'],
    ['each item of a list', '{{#each staff}}{{add @index 1}}{{name}}{{/each}}', '1甲2乙'],
    ['a value from outside the list', '{{#each staff}}{{@root.count}}{{../count}}{{/each}}', '12121212'],
    ['conditions', '{{#if yes}}a{{else}}b{{/if}}{{#unless yes}}c{{/unless}}', 'a'],
    ['the parts of a thing', '{{#with institution}}{{name}}{{/with}}', '示例学校'],
    ['是 and 否', '{{yesNo yes}}{{yesNo false}}', '是否'],
    ['numerals of headings', '{{chinese count}}', '十二'],
    ['comments, which leave nothing', 'a{{!-- {{{x}}} <td class=x> --}}b', 'ab'],
  ])('%s', (_, text, printed) => expect(render(text)).toBe(printed));

  test('texts are joined', () => {
    const view = viewNode({ list: ['甲', '乙', '丙'] });
    expect(engine({ paper: '{{join list "、"}}' }).render('paper', view)).toBe('甲、乙、丙');
  });

  test('values are escaped', () => {
    const view = viewNode({ x: `<script>"'&{{constructor}}` });
    const text = engine({ paper: '<p class="{{x}}">{{x}}</p>' }).render('paper', view);
    const escaped = '&lt;script&gt;&quot;&#x27;&amp;{{constructor}}';
    expect(text).toBe(`<p class="${escaped}">${escaped}</p>`);
  });

  test('a partial sees what its place sees', () => {
    expect(render('{{#each staff}}{{> one}};{{/each}}', { 'partials/one': '<b>{{name}}</b>' })).toBe(
      '<b>甲</b>;<b>乙</b>;',
    );
  });

  test.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
  ])('%i is %s', (number, text) => expect(chineseNumber(number)).toBe(text));
});

describe('a field that does not exist ends the paper', () => {
  test.each([
    ['{{nmae}}', 'nmae', 1, 3],
    ['<p>\n  {{institution.nmae}}', 'nmae', 2, 5],
    ['{{#each staff}}\n{{nmae}}{{/each}}', 'nmae', 2, 3],
    ['{{institution.nmae.more}}', 'more', 1, 3],
    ['{{institution.name.length}}', 'length', 1, 1],
    ['\n{{#each nope}}x{{else}}y{{/each}}', 'nope', 2, 9],
    ['{{#if nope}}x{{/if}}', 'nope', 1, 7],
    ['{{#if no}}x{{else if nope}}y{{/if}}', 'nope', 1, 22],
    ['{{#if institution.nope}}x{{/if}}', 'institution.nope', 1, 7],
    ['{{#unless institution.nope}}x{{/unless}}', 'institution.nope', 1, 11],
    ['{{#unless nope.more}}x{{/unless}}', 'more', 1, 1],
    ['{{#each staff}}{{#with nope}}x{{/with}}{{/each}}', 'nope', 1, 24],
    ['{{#if @last}}x{{/if}}', '@last', 1, 7],
    ['{{yesNo nope}}', 'nope', 1, 9],
    ['{{add 1 (add nope 1)}}', 'nope', 1, 14],
    ['{{#given nope "x"}}x{{/given}}', 'nope', 1, 10],
    ['{{optional nope "x"}}', 'nope', 1, 12],
  ])('%j', (text, field, line, column) => {
    expect(thrown(() => render(text))).toMatchObject({
      name: 'UnusableError',
      code: 'template/failed',
      wording: { zh: '模板里的 {field} 不存在' },
      params: { field },
      location: { file: 'mine/paper.hbs', line, column },
    });
  });

  test('also one that only a helper is given', () => {
    expect(thrown(() => render('\n{{> a}}', { 'partials/a': '\n {{#if nope}}x{{/if}}' }))).toMatchObject({
      params: { field: 'nope' },
      location: { file: 'mine/partials/a.hbs', line: 2, column: 8 },
    });
  });

  test('and the place is in the partial that names it', () => {
    expect(thrown(() => render('\n{{> a}}', { 'partials/a': '{{> b}}', 'partials/b': '\n\n{{nmae}}' }))).toMatchObject({
      params: { field: 'nmae' },
      location: { file: 'mine/partials/b.hbs', line: 3, column: 3 },
    });
  });
});

describe('templates cannot reach code', () => {
  test.each([
    '{{constructor}}',
    '{{__proto__}}',
    '{{[__proto__]}}',
    '{{"constructor"}}',
    '{{this.constructor}}',
    '{{@root.constructor}}',
    '{{institution.constructor.constructor}}',
    '{{institution.name.constructor}}',
    '{{staff.constructor.constructor}}',
    '{{institution.__proto__.polluted}}',
    '{{#with institution}}{{toString}}{{/with}}',
    '{{#with institution}}{{hasOwnProperty}}{{/with}}',
    '{{__defineGetter__}}',
    '{{@root.__lookupGetter__}}',
    '{{#with staff.constructor}}x{{/with}}',
    '{{#each staff.constructor}}x{{/each}}',
  ])('%s is refused', (text) => {
    expect(thrown(() => render(text))).toMatchObject({ name: 'UnusableError', code: 'template/failed' });
  });

  test.each(['{{staff.constructor}}', '{{staff.__proto__}}'])('%s gives nothing', (text) =>
    expect(render(text)).toBe(''),
  );

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('there is no partial %s', (name) => {
    expect(thrown(() => render(`{{> ${name}}}`))).toMatchObject({ code: 'template/missing' });
  });

  test('a syntax tree in the place of a text is not compiled', () => {
    const tree = {
      type: 'Program',
      body: [
        {
          type: 'MustacheStatement',
          escaped: true,
          path: { type: 'PathExpression', data: false, depth: 0, parts: ['x'], original: 'x' },
          params: [],
        },
      ],
    };
    const source = () => ({ text: tree as unknown as string, file: 'mine/paper.hbs' });
    expect(thrown(() => new TemplateEngine(source).render('paper', VIEW))).toMatchObject({ code: 'template/missing' });
  });

  test('a group of fields is not printed as text', () => {
    expect(render('[{{institution}}]')).toBe('[]');
  });
});

describe('what a template may print is bounded', () => {
  const most = 10 * 1024 * 1024;
  const list = (length: number) => Array.from({ length }, () => viewNode({}));
  const refused = {
    code: 'template/output',
    params: { name: 'paper', most: 10 },
    location: { file: 'mine/paper.hbs' },
  };
  /** Partials that include the next one twice, 2 to the power of their number. */
  const doubling = (last: string): Templates => ({
    ...Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`partials/p${i}`, `{{> p${i + 1}}}{{> p${i + 1}}}`])),
    'partials/p30': last,
  });

  test.each(['x', ''])('partials that include others twice and print %j are refused soon', (last) => {
    expect(endsSoon(() => thrown(() => render('{{> p0}}', doubling(last))))).toMatchObject(refused);
  });

  test('lists in lists are refused', () => {
    const view = viewNode({ rows: list(1000) });
    const text = '{{#each rows}}{{#each @root.rows}}{{#each @root.rows}}x{{/each}}{{/each}}{{/each}}';
    expect(thrown(() => engine({ paper: text }).render('paper', view))).toMatchObject(refused);
  });

  test('values printed again and again are refused', () => {
    const view = viewNode({ long: '字'.repeat(1024 * 1024) });
    expect(thrown(() => engine({ paper: '{{long}}'.repeat(11) }).render('paper', view))).toMatchObject(refused);
    expect(thrown(() => engine({ paper: '{{long}}'.repeat(2000) }).render('paper', view))).toMatchObject(refused);
  });

  test('10 Mi characters are not refused, and each paper is counted by itself', () => {
    const view = viewNode({ long: 'x'.repeat(1024 * 1024), rows: list(100) });
    const papers = engine({ paper: '{{long}}'.repeat(10), row: '{{#each rows}}{{#each ../rows}}x{{/each}}{{/each}}' });
    expect(papers.render('paper', view)).toHaveLength(most);
    for (let i = 0; i < 20; i++) expect(papers.render('row', view)).toHaveLength(10_000);
  });
});

/** The problems of a template as `line:column message`. */
const problemsOf = (text: string, file = 'x.hbs') =>
  [...templateProblems(text, file), ...tagProblems(text, file)].map(
    ({ line, column, message }) => `${line}:${column} ${message.zh}`,
  );

describe('what is refused before a template runs', () => {
  const UNESCAPED = '不能用 {{{ }}} 或 {{& }}，内容不经转义';
  const SHAPE = '模板写法不对：检查 {{ }} 是否成对';
  const QUOTES = '属性值要加双引号';
  test.each([
    ['{{{institution.name}}}', [`1:1 ${UNESCAPED}`]],
    ['<p>\n  {{&institution.name}}', [`2:3 ${UNESCAPED}`]],
    ['{{#if staff}}\n {{{staff}}}{{/if}}', [`2:2 ${UNESCAPED}`]],
    ['a{{* decorator}}', ['1:2 不能用装饰器 {{* }}']],
    ['{{#*inline "a"}}x{{/inline}}', ['1:1 不能用装饰器 {{* }}']],
    ['{{> (add 1 2)}}', ['1:1 部件名要直接写出']],
    ['{{#> seal}}x{{/seal}}', ['1:1 部件要写成 {{> 名字}}']],
    ['\n {{lookup institution "name"}}', ['2:2 没有这个助手：lookup']],
    ['{{#with (lookup institution "name")}}x{{/with}}', ['1:9 没有这个助手：lookup']],
    ['{{add (lookup staff 1) 1}}', ['1:7 没有这个助手：lookup']],
    ['{{log "x"}}', ['1:1 没有这个助手：log']],
    ['{{#each staff}}{{log}}{{/each}}', ['1:16 没有这个助手：log', '1:18 没有这个字段：log']],
    [
      '{{#each staff}}{{helperMissing}}{{/each}}',
      ['1:16 没有这个助手：helperMissing', '1:18 没有这个字段：helperMissing'],
    ],
    ['{{frobnicate institution.name}}', ['1:1 没有这个助手：frobnicate']],
    ['{{frobnicate x=1}}', ['1:1 没有这个助手：frobnicate']],
    ['{{#staff}}x{{/staff}}', ['1:1 没有这个助手：staff']],
    ['{{institution.name 1}}', ['1:1 没有这个助手：institution.name']],
    ['{{add 1}}', ['1:1 助手 add 要 2 个值']],
    ['{{#if}}x{{/if}}', ['1:1 助手 if 要 1 个值']],
    ['{{each staff}}', ['1:1 助手 each 要写成 {{#each}}']],
    ['{{#add 1 2}}x{{/add}}', ['1:1 助手 add 要写成 {{add}}']],
    ['<p>\n<p class=small>x</p>', [`2:1 ${QUOTES}`]],
    ["<p class='small'>x</p>", [`1:1 ${QUOTES}`]],
    ['<p hidden class="small">x</p>', [`1:1 ${QUOTES}`]],
    ['<p class = {{paper.title}}>x</p>', [`1:1 ${QUOTES}`]],
    ['<p {{paper.title}}>x</p>', [`1:1 ${QUOTES}`]],
    ['<p class={{paper.title}}>x</p>', [`1:1 ${QUOTES}`]],
    ['<p class="{{paper.title}}"id={{paper.title}}>x</p>', [`1:1 ${QUOTES}`]],
    ['<p>x</p>\n<script>alert(1)</script>', ['2:1 不能用标签 <script>']],
    ['<p><img src="x"></p>', ['1:4 不能用标签 <img>']],
    ['<p>{{#each staff}}<i>x</i>{{/each}}</p>', ['1:19 不能用标签 <i>']],
    ['{{#if institution}}\n', [`2:1 ${SHAPE}`]],
    ['\n{{#if institution}}{{/each}}', [`2:4 ${SHAPE}`]],
    ['x\n  {{institution name=}}', [`2:3 ${SHAPE}`]],
    ['x\n  {{institution.name', [`2:3 ${SHAPE}`]],
    ['{{nmae}}', ['1:3 没有这个字段：nmae']],
    ['<p>\n{{institution.nmae}}', ['2:3 没有这个字段：institution.nmae']],
    ['{{#each staff}}{{nmae}}{{/each}}', ['1:18 没有这个字段：nmae']],
    ['{{#each staff}}{{../nmae}}{{name}}{{/each}}', ['1:18 没有这个字段：../nmae']],
    ['{{#each classes}}{{#each trainees}}{{nmae}}{{/each}}{{/each}}', ['1:38 没有这个字段：nmae']],
    ['{{#each nope}}x{{/each}}', ['1:9 没有这个字段：nope']],
    ['{{#if nope}}x{{/if}}', ['1:7 没有这个字段：nope']],
    ['{{#each staff}}{{@root.nope}}{{/each}}', ['1:18 没有这个字段：@root.nope']],
    ['{{add (add nope 1) 1}}', ['1:12 没有这个字段：nope']],
    ['{{constructor}}', ['1:3 没有这个字段：constructor']],
    ['{{institution.constructor}}', ['1:3 没有这个字段：institution.constructor']],
    ['{{#each staff}}{{optional this "nmae"}}{{/each}}', ['1:32 没有这个字段：nmae']],
    ['{{#given institution "nmae"}}x{{/given}}', ['1:22 没有这个字段：institution.nmae']],
    [
      '{{yesNo (optional institution.approval "constructor")}}',
      ['1:40 没有这个字段：institution.approval.constructor'],
    ],
  ])('%j', (text, problems) => expect(problemsOf(text)).toEqual(problems));

  test.each([
    '{{#each staff as |one i|}}{{one.name}}{{i}}{{/each}}',
    '{{#each staff}}{{this.name}}{{@index}}{{@first}}{{/each}}',
    '{{#each reporting.recipients}}{{this}}{{/each}}',
    '{{#with institution.approval}}{{permitNo}}{{../operation.start}}{{/with}}',
    '{{#each checklistGroups}}{{#each rows}}{{item}}{{/each}}{{/each}}',
    '{{#each staff}}{{@root.paper.title}}{{../paper.title}}{{/each}}',
    '{{#each staff}}{{optional this "remark"}}{{optional ../institution "phone"}}{{/each}}',
    '{{#given this "institution"}}x{{/given}}{{#given this "person"}}x{{/given}}{{optional person "anything"}}',
    '<td class="left" colspan="2">1 < 2 && "a" > b</td>',
    '<span class="blank" data-chars="8"></span><br/><hr>',
  ])('%j is all right', (text) => expect(problemsOf(text)).toEqual([]));

  test('a partial may stand in any list; a name that is nowhere is a problem there too', () => {
    const problems = (text: string) => problemsOf(text, 'mine/partials/x.hbs');
    expect(
      problems('{{name}}{{topics}}{{#if place}}x{{/if}}{{optional this "archiveNo"}}{{institution.name}}'),
    ).toEqual([]);
    expect(problems('{{nmae}}{{optional this "nmae"}}{{institution.nmae}}{{@root.archiveNo}}')).toEqual([
      '1:3 没有这个字段：nmae',
      '1:25 没有这个字段：nmae',
      '1:35 没有这个字段：institution.nmae',
      '1:55 没有这个字段：@root.archiveNo',
    ]);
    expect(problems('{{#each staff}}{{topics}}{{/each}}')).toEqual(['1:18 没有这个字段：topics']);
    expect(problemsOf('{{topics}}')).toEqual(['1:3 没有这个字段：topics']);
  });

  test('blocks may be nested 32 deep, not deeper', () => {
    const nested = (depth: number) => `${'{{#if paper.draft}}'.repeat(depth)}x${'{{/if}}'.repeat(depth)}`;
    expect(problemsOf(nested(32))).toEqual([]);
    expect(problemsOf(nested(33))).toEqual(['1:1 模板嵌套太深']);
    const tooDeep = [
      nested(5000),
      '{{#if paper.draft}}'.repeat(5000),
      `{{#if paper.draft}}${'{{else if paper.draft}}'.repeat(5000)}{{/if}}`,
      `{{add ${'(add '.repeat(5000)}1 1${' 1)'.repeat(5000)} 1}}`,
    ];
    for (const text of tooDeep) expect(problemsOf(text)).toEqual(['1:1 模板嵌套太深']);
  });

  test('a template may have 256 Ki characters, not more', () => {
    expect(problemsOf('x'.repeat(256 * 1024))).toEqual([]);
    expect(problemsOf('x'.repeat(256 * 1024 + 1))).toEqual(['1:1 模板太大']);
  });

  test('every problem has words in both languages', () => {
    const problems = templateProblems('{{{a}}}{{* b}}{{> (add 1 2)}}{{lookup a b}}{{add 1}}<p class=x>', 'x.hbs');
    expect(problems).toHaveLength(6);
    for (const { message } of problems) expect(message.en).toMatch(/^[a-z{][\x20-\x7e]+$/);
  });

  test('what is refused is refused when it is rendered too, also in a partial', () => {
    expect(thrown(() => render('{{> a}}', { 'partials/a': 'x\n {{{institution.name}}}' }))).toMatchObject({
      code: 'template/refused',
      location: { file: 'mine/partials/a.hbs', line: 2, column: 2 },
    });
  });

  test('a partial that includes itself ends with words', () => {
    expect(thrown(() => render('{{> a}}', { 'partials/a': 'x{{> a}}' }))).toMatchObject({
      code: 'template/depth',
      params: { name: 'paper', most: 64 },
      location: { file: 'mine/paper.hbs' },
    });
    const circle = {
      'partials/a': '{{#each staff}}{{> b}}{{/each}}',
      'partials/b': '{{#with institution}}{{> a}}{{/with}}',
    };
    expect(thrown(() => render('{{> a}}{{> b}}', circle))).toBeInstanceOf(UnusableError);
  });

  test('a chain of partials is followed as deep as parts may be', () => {
    const chain = (length: number): Templates => ({
      ...Object.fromEntries(Array.from({ length }, (_, i) => [`partials/p${i}`, `{{> p${i + 1}}}`])),
      [`partials/p${length}`]: 'x',
    });
    expect(render('{{> p0}}', chain(63))).toBe('x');
    for (const length of [64, 2000])
      expect(thrown(() => render('{{> p0}}', chain(length)))).toMatchObject({ code: 'template/depth' });
  });

  test('what is no value of the profile is not told on the console', () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => {});
    try {
      expect(render('{{staff.map}}{{staff.constructor}}', {})).toBe('');
      expect(said).not.toHaveBeenCalled();
    } finally {
      said.mockRestore();
    }
    expect(problemsOf('<p>{{staff.map}}{{staff.[0].name}}{{staff.length}}</p>')).toEqual([
      '1:6 没有这个字段：staff.map',
    ]);
  });

  test('a template that does not exist is named', () => {
    expect(thrown(() => engine({}).render('nope', VIEW))).toMatchObject({
      code: 'template/missing',
      params: { name: 'nope' },
    });
  });
});

describe('fields that may be absent', () => {
  const read: string[] = [];
  const view = viewNode({ there: 'x' });
  addAbsent(view, 'gone', BLANK, () => read.push('gone'));
  const printed = (text: string) => {
    read.length = 0;
    return { text: engine({ paper: text }).render('paper', view), read: [...read] };
  };

  test('reading one prints a line to fill in and reports it', () => {
    expect(printed('{{gone}}')).toEqual({ text: '<span class="blank"></span>', read: ['gone'] });
    expect(printed('{{yesNo gone}}').text).toBe('<span class="blank"></span>');
    expect(printed('{{#if gone}}a{{else}}b{{/if}}{{#unless gone}}c{{/unless}}')).toEqual({
      text: 'bc',
      read: ['gone', 'gone'],
    });
  });

  test('optional and given report nothing', () => {
    expect(printed('[{{optional this "gone"}}][{{optional this "there"}}]')).toEqual({ text: '[][x]', read: [] });
    expect(printed('{{#given this "gone"}}a{{else}}b{{/given}}{{#given this "there"}}c{{/given}}')).toEqual({
      text: 'bc',
      read: [],
    });
    expect(printed('{{optional this "constructor"}}{{optional this "__proto__"}}')).toEqual({ text: '', read: [] });
  });
});

describe('the built-in templates', () => {
  const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));

  test('are there', () => expect(names.length).toBeGreaterThan(30));
  test.each(names)('%s passes the check', (name) => {
    expect(problemsOf(readFileSync(`${folder}${name}`, 'utf8'))).toEqual([]);
  });
});
