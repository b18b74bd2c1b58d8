/** Our own words for the errors of the yaml package, whose texts may quote the source. */
import { inputCheck } from '../input-check.js';
import type { Wording } from '../types.js';

const ALIAS: Wording = {
  zh: '不支持 & 锚点和 * 别名，请把内容直接写出',
  en: 'anchors (&) and aliases (*) are not supported; write the content out',
};
const TAG: Wording = { zh: '不支持 ! 标签，请直接写值', en: 'tags (!) are not supported; write the plain value' };

/** What is no YAML, or more of it than a file here may hold: by the code of the yaml package, `OTHER` for the rest. */
export const YAML = inputCheck({
  id: 'input/yaml',
  severity: 'error',
  messages: {
    TAB_AS_INDENT: {
      zh: '缩进用了制表符（Tab），YAML 只能用空格缩进',
      en: 'a tab is used for indentation; YAML allows spaces only',
    },
    DUPLICATE_KEY: { zh: '同一层里这个键写了两次，请删掉一个', en: 'this key occurs twice on one level; remove one' },
    MULTIPLE_DOCS: {
      zh: '文件里有多个 YAML 文档（---），一个文件只写一个机构',
      en: 'the file holds several YAML documents (---); write one institution per file',
    },
    BAD_INDENT: {
      zh: '缩进不对：同一层的键要左对齐',
      en: 'wrong indentation: keys of one level must be aligned',
    },
    BLOCK_AS_IMPLICIT_KEY: {
      zh: '缩进或冒号不对：值写到了下一行或一行里有两个冒号',
      en: 'wrong indentation or colon: the value is on the wrong line, or a line has two colons',
    },
    BLOCK_IN_FLOW: { zh: '花括号或方括号里不能换成缩进写法', en: 'indented style inside braces or brackets' },
    MULTILINE_IMPLICIT_KEY: {
      zh: '这一行少了冒号，或冒号后少了空格',
      en: 'a colon, or the space after it, is missing from this line',
    },
    MISSING_CHAR: {
      zh: '少了一个符号：检查冒号后的空格、引号和括号是否成对',
      en: 'a character is missing: check the space after colons, and that quotes and brackets are paired',
    },
    UNEXPECTED_TOKEN: { zh: '这里多了一个符号', en: 'unexpected character here' },
    BAD_SCALAR_START: {
      zh: '值不能以这个符号开头，请加引号',
      en: 'a value cannot begin with this character; put it in quotes',
    },
    BAD_DQ_ESCAPE: {
      zh: '双引号里的反斜杠不对，路径请用单引号或 /',
      en: 'wrong backslash in double quotes; use single quotes, or / in paths',
    },
    TAG_RESOLVE_FAILED: TAG,
    MULTIPLE_TAGS: TAG,
    BAD_COLLECTION_TYPE: TAG,
    RESOURCE_EXHAUSTION: { zh: '嵌套太深，最多 64 层', en: 'nested too deeply, more than 64 levels' },
    TOO_MANY: { zh: '从这里起内容太多，不像机构概况', en: 'too much content from here on, this is no profile' },
    UNCLOSED_QUOTE: { zh: '这个引号没有配对', en: 'this quote is never closed' },
    UNCLOSED_BRACKET: { zh: '这个括号没有配对', en: 'this bracket is never closed' },
    FULL_WIDTH_COLON: {
      zh: '用了中文冒号“：”，应为英文冒号加空格“: ”',
      en: 'a full-width colon "：" is used; write an ASCII colon and a space ": "',
    },
    ALIAS,
    BAD_ALIAS: ALIAS,
    ALIAS_PROPS: ALIAS,
    MULTIPLE_ANCHORS: ALIAS,
    BAD_PROP_ORDER: ALIAS,
    NON_STRING_KEY: { zh: '键只能是一个词', en: 'a key must be a single word' },
    KEY_OVER_1024_CHARS: {
      zh: '键太长，或冒号写错了地方',
      en: 'the key is too long, or the colon is in the wrong place',
    },
    BAD_DIRECTIVE: { zh: '不支持 % 开头的指令行，请删掉', en: 'lines that begin with % are not supported; remove it' },
    OTHER: { zh: 'YAML 写法不对，请检查这一行', en: 'not valid YAML; check this line' },
  },
});

/** Why a file is no YAML that is read. */
export type YamlProblem = keyof (typeof YAML)['messages'];

/** Returns the problem that a code of the yaml package stands for. */
export function problemOf(code: string): YamlProblem {
  return Object.hasOwn(YAML.messages, code) ? (code as YamlProblem) : 'OTHER';
}
