/** Text that is no profile is refused in our own words, at the exact place; form that can be judged is a finding there. */
import { UnusableError } from '../../src/errors.js';
import { type InputFinding, readProfile } from '../../src/profile/read.js';
import { fill } from '../../src/text/fill.js';

/** How a text is refused: `line:column-endLine:endColumn`, and the words in both languages. */
function refusalOf(text: string): { at: string; zh: string; en: string } {
  try {
    readProfile(text, 'profile.yaml');
  } catch (error) {
    if (!(error instanceof UnusableError) || !error.location) throw error;
    const { file, line, column, endLine, endColumn } = error.location;
    expect(file).toBe('profile.yaml');
    const { zh, en } = { zh: fill(error.wording, error.params, 'zh'), en: fill(error.wording, error.params, 'en') };
    return { at: `${line}:${column}-${endLine}:${endColumn}`, zh, en };
  }
  throw new Error('the text was not refused');
}

function findingsOf(text: string): { at: string; rule: string; zh: string; en: string }[] {
  return readProfile(text, 'profile.yaml').findings.map(worded);
}

function worded({ rule, location, message, params }: InputFinding): {
  at: string;
  rule: string;
  zh: string;
  en: string;
} {
  const { line, column, endLine, endColumn } = location;
  const at = `${line}:${column}-${endLine}:${endColumn}`;
  return { at, rule, zh: fill(message, params, 'zh'), en: fill(message, params, 'en') };
}

const TAB = {
  zh: '缩进用了制表符（Tab），YAML 只能用空格缩进',
  en: 'a tab is used for indentation; YAML allows spaces only',
};
const COLON = {
  zh: '用了中文冒号“：”，应为英文冒号加空格“: ”',
  en: 'a full-width colon "：" is used; write an ASCII colon and a space ": "',
};
const TWICE = { zh: '同一层里这个键写了两次，请删掉一个', en: 'this key occurs twice on one level; remove one' };
const DOCUMENTS = {
  zh: '文件里有多个 YAML 文档（---），一个文件只写一个机构',
  en: 'the file holds several YAML documents (---); write one institution per file',
};
const TAG = { zh: '不支持 ! 标签，请直接写值', en: 'tags (!) are not supported; write the plain value' };
const ALIAS = {
  zh: '不支持 & 锚点和 * 别名，请把内容直接写出',
  en: 'anchors (&) and aliases (*) are not supported; write the content out',
};
const DEEP = { zh: '嵌套太深，最多 64 层', en: 'nested too deeply, more than 64 levels' };
const MANY = { zh: '从这里起内容太多，不像机构概况', en: 'too much content from here on, this is no profile' };
const EMPTY = {
  zh: '文件是空的。用 resume-check init 生成一份带说明的概况',
  en: 'the file is empty; resume-check init writes a commented profile',
};
const NO_MAP = {
  zh: '这不是机构概况：最外层应是“键: 值”，例如 institution:',
  en: 'this is no profile: the outermost level must be "key: value", such as institution:',
};
const QUOTE = { zh: '这个引号没有配对', en: 'this quote is never closed' };
const BRACKET = { zh: '这个括号没有配对', en: 'this bracket is never closed' };
const INDENT = { zh: '缩进不对：同一层的键要左对齐', en: 'wrong indentation: keys of one level must be aligned' };
const TWO_COLONS = {
  zh: '缩进或冒号不对：值写到了下一行或一行里有两个冒号',
  en: 'wrong indentation or colon: the value is on the wrong line, or a line has two colons',
};
const NO_COLON = {
  zh: '这一行少了冒号，或冒号后少了空格',
  en: 'a colon, or the space after it, is missing from this line',
};
const START = {
  zh: '值不能以这个符号开头，请加引号',
  en: 'a value cannot begin with this character; put it in quotes',
};
const BACKSLASH = {
  zh: '双引号里的反斜杠不对，路径请用单引号或 /',
  en: 'wrong backslash in double quotes; use single quotes, or / in paths',
};
const STRAY = { zh: '这里多了一个符号', en: 'unexpected character here' };
const KEY_FORM = { zh: '键只能是一个词', en: 'a key must be a single word' };
const LONG_KEY = {
  zh: '键太长，或冒号写错了地方',
  en: 'the key is too long, or the colon is in the wrong place',
};
const DIRECTIVE = {
  zh: '不支持 % 开头的指令行，请删掉',
  en: 'lines that begin with % are not supported; remove it',
};

/** Maps inside one another, in block style. */
const nested = (levels: number): string =>
  `${Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}institution:`).join('\n')} x\n`;
const brackets = (levels: number): string => `institution: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;

describe('is refused, at its place', () => {
  test.each([
    ['a tab as indentation', 'institution:\n\tname: 示例学校\n', '2:1', TAB],
    ['a tab as indentation after a line with spaces', 'institution:\n  name: 示例学校\n\tid: a\n', '3:1', TAB],
    ['a full-width colon in the only line', '名称：测试\n', '1:3-1:4', COLON],
    ['a full-width colon after a key with more below', 'institution：\n  name: 示例学校\n', '1:12-1:13', COLON],
    ['a full-width colon in the first of two lines', 'institution:\n  名称：测试\n  id: a\n', '2:5-2:6', COLON],
    ['a full-width colon in the last of two lines', 'institution:\n  id: a\n  名称：测试\n', '3:5-3:6', COLON],
    ['a full-width colon in a list', 'staff:\n  - id: S01\n  - 姓名：甲\n    id: S02\n', '3:7-3:8', COLON],
    ['a key twice', 'institution:\n  name: 甲校\n  name: 乙校\n', '3:3-3:7', TWICE],
    ['a key twice in the outermost level', 'asOf: 2020-05-06\nstaff: []\nasOf: 2020-05-07\n', '3:1-3:5', TWICE],
    ['a key twice inside braces', 'institution: { name: 甲校, name: 乙校 }\n', '1:26-1:30', TWICE],
    ['a key twice, once in quotes', 'institution:\n  name: 甲校\n  "name": 乙校\n', '3:3-3:9', TWICE],
    ['an unknown key twice', 'institution:\n  foo: 1\n  foo: 2\n', '3:3-3:6', TWICE],
    ['a second document', 'asOf: 2020-05-06\n---\nasOf: 2020-05-07\n', '2:1-2:4', DOCUMENTS],
    ['a second document that is empty', 'asOf: 2020-05-06\n---\n', '2:1-2:4', DOCUMENTS],
    ['a second document that is broken', 'asOf: 2020-05-06\n---\n"\n', '2:1-2:4', DOCUMENTS],
    ['a second document behind an end mark', 'asOf: 2020-05-06\n...\n---\na: b\n', '3:1-3:4', DOCUMENTS],
    ['a tag of nobody', 'institution:\n  name: !学校 示例\n', '2:9', TAG],
    ['a tag that would run code', 'institution: !!js/function "return 1"\n', '1:14', TAG],
    ['binary data', 'institution:\n  name: !!binary aGk=\n', '2:9', TAG],
    ['a timestamp by tag', 'asOf: !!timestamp 2020-05-06\n', '1:7', TAG],
    ['a set', 'institution: !!set { a }\n', '1:14', TAG],
    ['an anchor', 'institution: &a\n  name: 示例学校\n', '2:3', ALIAS],
    ['an anchor on a value', 'institution:\n  name: &a 示例学校\n', '2:12', ALIAS],
    ['an anchor on a key', '&a institution:\n  name: 示例学校\n', '1:4', ALIAS],
    ['an alias', 'institution:\n  id: a\n  name: *a\n', '3:9', ALIAS],
    ['an alias as key', 'institution:\n  *a : 示例学校\n', '2:3', ALIAS],
    ['an anchor with nothing behind it', 'institution:\n  name: &\n', '2:9', ALIAS],
    [
      'a bomb of aliases',
      'a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n',
      '1:7',
      ALIAS,
    ],
    ['merging by an alias', 'a: &a { name: 示例学校 }\ninstitution:\n  <<: *a\n', '1:7', ALIAS],
    ['a quote that is never closed', 'institution:\n  name: "示例学校\n  id: a\n', '2:9-2:10', QUOTE],
    ['a single quote that is never closed', "institution:\n  name: '示例学校\n", '2:9-2:10', QUOTE],
    ['a quote that is never closed inside braces', 'institution: { name: "示例学校 }\n', '1:22-1:23', QUOTE],
    ['a brace that is never closed', 'institution: { name: 示例学校\n', '1:14-1:15', BRACKET],
    [
      'a bracket that is never closed',
      'operation:\n  weeklyClosed: [周日\npremises:\n  absent: []\n',
      '2:17-2:18',
      BRACKET,
    ],
    ['the inner of two brackets, never closed', '{ asOf: 2020-05-06, staff: [ }\n', '1:28-1:29', BRACKET],
    ['a bracket too many', 'staff: []]\n', '1:10', STRAY],
    ['only a brace', '}\n', '1:1', STRAY],
    ['text behind a quote', 'institution:\n  name: "示例"学校\n', '2:13', STRAY],
    ['nothing between commas', 'staff: [,]\n', '1:9', STRAY],
    ['a line not indented like its fellows', 'institution:\n  name: 示例学校\n id: a\n', '3:1', INDENT],
    ['two colons in a line', 'institution:\n  name: 示例: 学校\n', '2:9', TWO_COLONS],
    ['a line without a colon between others', 'institution:\n  name 示例学校\n  id: a\n', '2:3', NO_COLON],
    ['an at sign as beginning', 'institution:\n  name: @示例\n', '2:9', START],
    ['a backtick as beginning', 'institution:\n  name: `示例`\n', '2:9', START],
    ['a backslash in double quotes', 'institution:\n  name: "C:\\学校"\n', '2:12', BACKSLASH],
    ['a list as key', '? [a]\n: b\n', '1:3', KEY_FORM],
    ['a key of more than 1024 characters', `institution:\n  ${'长'.repeat(1100)}: b\n`, '2:3', LONG_KEY],
    ['a directive of nobody', '%FOO bar\n---\nasOf: 2020-05-06\n', '1:1', DIRECTIVE],
    ['an unknown version of YAML', '%YAML 3.0\n---\nasOf: 2020-05-06\n', '1:7', DIRECTIVE],
    ['an empty file', '', '1:1-1:1', EMPTY],
    ['blank lines', '\n \n', '1:1-1:1', EMPTY],
    ['only a comment', '# 机构概况\n', '1:1-1:1', EMPTY],
    ['an empty document', '---\n...\n', '1:1-1:1', EMPTY],
    ['null', 'null\n', '1:1-1:1', EMPTY],
    ['a tilde', '~\n', '1:1-1:1', EMPTY],
    ['a text', '示例学校\n', '1:1-1:1', NO_MAP],
    ['a number', '42\n', '1:1-1:1', NO_MAP],
    ['a list', '- institution\n', '1:1-1:1', NO_MAP],
    ['an empty list', '[]\n', '1:1-1:1', NO_MAP],
    ['a block of text', '|\n  institution\n', '1:1-1:1', NO_MAP],
    ['65 lists inside the map', brackets(65), '1:78-1:79', DEEP],
    ['66 maps', nested(66), '66:66-66:67', DEEP],
    ['2,000 maps', nested(2000), '66:66-66:67', DEEP],
    ['20,000 brackets', `staff: ${'['.repeat(20_000)}`, '1:72-1:73', DEEP],
    ['20,000 braces', `staff: ${'{'.repeat(20_000)}`, '1:72-1:73', DEEP],
    ['20,000 dashes', `staff:\n${'- '.repeat(20_000)}\n`, '2:129-2:130', DEEP],
    ['20,000 question marks', `${'? '.repeat(20_000)}\n`, '1:131-1:132', DEEP],
    ['brackets that are JSON', `{"a": ${'['.repeat(100)}${']'.repeat(100)}}`, '1:71-1:72', DEEP],
    ['a million line breaks', '\n'.repeat(1_000_000), '700002:1-700002:1', MANY],
    ['half a million ones', `staff: [${'1,'.repeat(500_000)}]`, '1:466672-1:466672', MANY],
  ])('%s', (_, text, at, { zh, en }) => {
    const refusal = refusalOf(text);
    expect({ zh: refusal.zh, en: refusal.en }).toEqual({ zh, en });
    expect(at.includes('-') ? refusal.at : refusal.at.split('-')[0]).toBe(at);
  });
});

describe('is not refused', () => {
  test.each([
    ['one document between its marks', '---\ninstitution:\n  name: 示例学校\n...\n'],
    ['the version of YAML that is read', '%YAML 1.2\n---\ninstitution:\n  name: 示例学校\n'],
    ['a tag that says text', 'institution:\n  name: !!str 示例学校\n'],
    ['a full-width colon inside a value', 'institution:\n  name: 示例：学校\n  id: a\n'],
    ['a full-width colon inside quotes', 'institution:\n  name: "示例：学校"\n'],
    ['64 lists inside the map, though they are none of the profile', brackets(64)],
    ['a comment in every place', '# a\ninstitution: # b\n  # c\n  name: 示例学校 # d\n# e\n'],
    ['Windows line breaks', 'institution:\r\n  name: 示例学校\r\n'],
    ['a byte order mark that is left', '\ufeffinstitution:\n  name: 示例学校\n'],
  ])('%s', (_, text) => {
    expect(readProfile(text, 'profile.yaml').locate('institution')?.line).toBeGreaterThan(0);
  });
});

describe('a mistake is found on the same line and column, whatever the line breaks', () => {
  const MISTAKES = [
    'institution:\n  name: 甲校\n  name: 乙校\n',
    'institution:\n  id: a\n  名称：测试\n',
    'institution:\n  id: a\n  name: "示例学校\n',
    '# a\n\n\ninstitution:\n\tid: a\n',
  ];
  test.each(MISTAKES)('%j', (text) => {
    const expected = refusalOf(text);
    expect(refusalOf(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(refusalOf(text.replaceAll('\n', '\r'))).toEqual(expected);
    const [first, ...rest] = text.split('\n');
    expect(refusalOf(`${first}\r\n${rest.join('\n')}`)).toEqual(expected);
  });

  test('findings too', () => {
    const text = 'institution:\n  name: 示例学校\n  foo: 1\nsupplies:\n  masks: { pieces: 很多 }\n';
    const expected = findingsOf(text);
    expect(expected.map(({ at }) => at)).toEqual(['3:3-3:6', '5:20-5:22']);
    expect(findingsOf(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(findingsOf(text.replaceAll('\n', '\r'))).toEqual(expected);
  });
});

describe('is a finding, and the rest is judged', () => {
  test('a full-width colon that makes one text of key and value', () => {
    expect(findingsOf('institution:\n  名称：测试\n')).toEqual([{ rule: 'input/schema', at: '2:5-2:6', ...COLON }]);
  });

  test('a merge key', () => {
    const words = {
      zh: '不支持 << 合并，请把内容直接写出',
      en: 'merge keys (<<) are not supported; write the content out',
    };
    expect(findingsOf('institution:\n  <<: { name: 示例学校 }\n  id: a\n')).toEqual([
      { rule: 'input/unknown-key', at: '2:3-2:5', ...words },
    ]);
    expect(readProfile('institution:\n  <<: { name: 示例学校 }\n', 'profile.yaml').profile.institution).toEqual({});
  });

  test('an item of a list that is empty', () => {
    const words = {
      zh: '一名教职工应是下一层的“键: 值”',
      en: 'A member of staff must be a nested map of keys and values',
    };
    expect(findingsOf('staff:\n  -\n  - id: S01\n')).toEqual([{ rule: 'input/schema', at: '2:4-2:4', ...words }]);
    expect(findingsOf('staff: [null, ~]\n').map(({ at }) => at)).toEqual(['1:9-1:13', '1:15-1:16']);
    expect(findingsOf('training: { records: [{ topics: [防护, ""] }] }\n').map(({ at }) => at)).toEqual(['1:38-1:40']);
  });

  test('an impossible date', () => {
    const dates = [
      '2020-02-30',
      '2019-02-29',
      '2020-13-01',
      '2020-00-10',
      '2020-5-6',
      '20200506',
      '2020/05/06',
      '2020年5月6日',
      '05/06/2020',
      '0000-01-01',
      '２０２０-05-06',
    ];
    for (const date of dates) {
      const [finding, ...others] = findingsOf(`selfCheck: { date: ${date} }\n`);
      expect(others).toEqual([]);
      expect(finding).toEqual({
        rule: 'input/schema',
        at: `1:20-1:${20 + date.length}`,
        zh: '日期应是真实的日期，写作 年-月-日，例如 2020-04-20',
        en: 'Date must be a real date, year-month-day, for example 2020-04-20',
      });
    }
    for (const date of ['2020-02-29', '2020-12-31', '"2020-05-06"', "'2020-05-06'"]) {
      expect(findingsOf(`selfCheck: { date: ${date} }\n`)).toEqual([]);
    }
  });
});

describe('keys named like what every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '__defineGetter__', 'valueOf'];
  const before = Object.getOwnPropertyNames(Object.prototype).sort();

  test.each(NAMES)('%s is an unknown key at every level, and changes nothing', (name) => {
    const text = `${name}: { polluted: 1 }\ninstitution:\n  ${name}: { polluted: 2 }\nstaff:\n  - ${name}: { polluted: 3 }\n`;
    const source = readProfile(text, 'profile.yaml');
    expect(source.findings.map(({ rule, location }) => `${rule} ${location.line}:${location.column}`)).toEqual([
      'input/unknown-key 1:1',
      'input/unknown-key 3:3',
      'input/unknown-key 5:5',
    ]);
    expect(JSON.stringify(source.profile)).toBe('{"institution":{},"staff":[{}]}');
    expect(Object.getPrototypeOf(source.profile)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(source.profile.institution)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });

  test.each(NAMES)('%s as a value is a text like others', (name) => {
    const source = readProfile(`institution: { name: ${name} }\n`, 'profile.yaml');
    expect(source.findings).toEqual([]);
    expect(source.profile.institution?.name).toBe(name);
  });

  test.each(NAMES)('%s as a path names nothing', (name) => {
    const source = readProfile('institution: { name: 示例学校 }\n', 'profile.yaml');
    expect(source.locate(name)).toBeUndefined();
    expect(source.locate(`institution.${name}`)).toBeUndefined();
    expect(source.locateNearest(`institution.${name}`)).toMatchObject({ line: 1, column: 1, endColumn: 12 });
  });
});
