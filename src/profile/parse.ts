/** YAML text → document tree, with our own words for whatever is wrong, and limits that stop bombs early. */
import {
  Composer,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
} from 'yaml';
import { UnusableError } from '../errors.js';
import { inputCheck } from '../input-check.js';
import type { Location, Wording } from '../types.js';
import { problemOf, YAML } from './yaml-errors.js';

/** Deepest nesting that is read; the schema itself needs 7. */
const MAX_DEPTH = 64;
/** Most tokens that are read: more than a profile of the largest size has, unless it is made of brackets or dashes. */
const MAX_TOKENS = 700_000;

/** A YAML file whose outermost level is a map. */
export interface ParsedYaml {
  readonly root: YAMLMap;
  readonly lines: readonly string[];
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
  /** Returns the place between two offsets. */
  at(start: number, end: number): Location;
}

/** What is said of a file that is YAML, but not what was meant. */
interface Refusals {
  readonly empty: Wording;
  readonly notAMap: Wording;
}

/** A YAML file that is no profile. */
export const NOT_A_PROFILE = inputCheck({
  id: 'input/not-a-profile',
  severity: 'error',
  messages: {
    empty: {
      zh: '文件是空的。用 resume-check init 生成一份带说明的概况',
      en: 'the file is empty; resume-check init writes a commented profile',
    },
    notAMap: {
      zh: '这不是机构概况：最外层应是“键: 值”，例如 institution:',
      en: 'this is no profile: the outermost level must be "key: value", such as institution:',
    },
  },
});

/** A line that begins with a key and a full-width colon. */
const FULL_WIDTH_COLON = /^\s*(?:- )?[^\s:#"']+：/;
/** The errors that a full-width colon brings about. */
const BY_FULL_WIDTH_COLON = new Set([
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_INDENT',
  'UNEXPECTED_TOKEN',
]);

/**
 * Parses a profile.
 *
 * @throws {UnusableError} if the text is no YAML map, or holds what a profile may not: aliases, tags, the same key
 * twice, several documents, nesting deeper than 64.
 */
export function parseYaml(source: string, file: string, refusals: Refusals = NOT_A_PROFILE.messages): ParsedYaml {
  // a carriage return alone ends a line for editors, not for the package; the offsets stay the same
  const text = source.replace(/\r(?!\n)/g, '\n');
  const lines = text.split(/\r\n|\n/);
  const counter = new LineCounter();
  counter.addNewLine(0);
  const at = (start: number, end: number): Location => {
    const from = counter.linePos(start);
    const to = counter.linePos(Math.max(start, end));
    return { file, line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
  };
  const refuse = (code: string, location: Location): never => {
    throw new UnusableError(YAML.id, YAML.messages[problemOf(code)], {}, location);
  };
  const refuseColon = (line: number): never => refuse('FULL_WIDTH_COLON', colonOf(lines, line, file));

  /** The tokens of the text, as long as they are not too many or too deep. */
  function* tokens(): ReturnType<Parser['parse']> {
    const parser = new Parser(counter.addNewLine);
    let count = 0;
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      // on the stack are the document, the outermost collection, and what is open inside it
      const tooDeep = parser.stack[MAX_DEPTH + 2];
      if (tooDeep) refuse('RESOURCE_EXHAUSTION', at(tooDeep.offset, tooDeep.offset + 1));
      if (++count > MAX_TOKENS) refuse('TOO_MANY', at(parser.offset, parser.offset));
    }
    yield* parser.end();
  }

  function compose(): Document.Parsed {
    const composer = new Composer({
      version: '1.2',
      schema: 'core',
      strict: true,
      // checked below: the package compares each key with all before it, half a minute for a file of keys
      uniqueKeys: false,
      stringKeys: true,
      merge: false,
      resolveKnownTags: false,
      // 'silent' would drop a second document without an error
      logLevel: 'error',
    });
    const [document, second] = composer.compose(tokens(), true, text.length);
    if (second) refuse('MULTIPLE_DOCS', at(second.range[0], second.range[0] + '---'.length));
    return document as Document.Parsed;
  }

  const { stackTraceLimit } = Error;
  let document: Document.Parsed;
  try {
    // the package makes an Error for each mistake: a million stack traces take half a minute
    Error.stackTraceLimit = 0;
    document = compose();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }

  const { contents } = document;
  const [problem] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (problem) {
    const [start, end] = problem.pos;
    const open = unclosed(contents, text, start);
    if (open) refuse(open.code, at(open.offset, open.offset + 1));
    const location = at(start, end);
    if (BY_FULL_WIDTH_COLON.has(problem.code)) {
      for (const line of [location.line, location.line - 1]) {
        if (FULL_WIDTH_COLON.test(lines[line - 1] ?? '')) refuseColon(line);
      }
    }
    if (problem.code === 'NON_STRING_KEY' && text[start] === '*') refuse('ALIAS', location);
    // a tag in Chinese is none for the package, only a stray exclamation mark
    if (problem.code === 'MISSING_CHAR' && text[start - 1] === '!') refuse('TAG_RESOLVE_FAILED', at(start - 1, start));
    refuse(problem.code, location);
  }

  inspect(contents, 0);
  function inspect(node: Node | null, depth: number): void {
    if (!node) return;
    const [start, end] = node.range ?? [0, 0];
    if (depth > MAX_DEPTH) refuse('RESOURCE_EXHAUSTION', at(start, start + 1));
    if (isAlias(node) || ('anchor' in node && node.anchor)) refuse('ALIAS', at(start, end));
    if (isMap(node)) {
      const keys = new Set<string>();
      for (const pair of node.items) {
        inspect(pair.key as Node | null, depth + 1);
        const key = keyOf(pair);
        const [from, to] = (pair.key as Node | null)?.range ?? [start, end];
        if (keys.has(key)) refuse('DUPLICATE_KEY', at(from, to));
        keys.add(key);
        inspect(pair.value as Node | null, depth + 1);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) inspect((isPair(item) ? item.value : item) as Node | null, depth + 1);
    }
  }

  if (!isMap(contents)) {
    const line = lines.findIndex((each) => FULL_WIDTH_COLON.test(each)) + 1;
    if (line > 0) refuseColon(line);
    const empty = !contents || (isScalar(contents) && contents.value === null);
    throw new UnusableError(NOT_A_PROFILE.id, empty ? refusals.empty : refusals.notAMap, {}, at(0, 0));
  }
  return { root: contents, lines, lineStarts: counter.lineStarts, at };
}

/** Returns the text of a key. */
export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Returns the place of the full-width colon behind the key with which a line begins, if there is one. */
export function fullWidthColon(lines: readonly string[], line: number, file: string): Location | undefined {
  return FULL_WIDTH_COLON.test(lines[line - 1] ?? '') ? colonOf(lines, line, file) : undefined;
}

function colonOf(lines: readonly string[], line: number, file: string): Location {
  const column = (lines[line - 1] ?? '').indexOf('：') + 1;
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

/** The innermost quote or bracket that is opened before the offset and never closed. */
function unclosed(node: Node | null, text: string, offset: number): { code: string; offset: number } | undefined {
  if (!node?.range || node.range[0] > offset) return undefined;
  const [start, end] = node.range;
  if (isScalar(node)) {
    const quote = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : undefined;
    const isOpen = quote !== undefined && end === offset && (end - start < 2 || text[end - 1] !== quote);
    return isOpen ? { code: 'UNCLOSED_QUOTE', offset: start } : undefined;
  }
  if (!isCollection(node)) return undefined;
  for (const item of [...node.items].reverse()) {
    const parts = isPair(item) ? [item.value, item.key] : [item];
    for (const part of parts) {
      const inner = unclosed(part as Node | null, text, offset);
      if (inner) return inner;
    }
  }
  const bracket = node.flow ? (isMap(node) ? '}' : ']') : undefined;
  return bracket !== undefined && text[end - 1] !== bracket ? { code: 'UNCLOSED_BRACKET', offset: start } : undefined;
}
