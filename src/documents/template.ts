/**
 * Templates: Handlebars as data. Only strings are compiled (the package also takes syntax trees, which can run code:
 * CVE-2026-33937), strictly, with known helpers; no triple-stash, decorators, dynamic partials or `log`.
 */
import Handlebars from 'handlebars';
import { UnusableError } from '../errors.js';
import type { Wording } from '../types.js';
import { helpers, type TemplatePlace, UnknownValue } from './helpers.js';
import { Meter } from './meter.js';
import type { View } from './view.js';

/** Largest template, in UTF-16 units, and deepest nesting of blocks. */
const MOST_CHARACTERS = 256 * 1024;
const MOST_DEPTH = 32;

/** Where the text of a template or partial comes from. */
export type TemplateSource = (name: string) => { readonly text: string; readonly file: string } | undefined;

/** Something in a template that is not allowed, with its place. */
export interface TemplateProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Wording;
}

/** What templates can call: around a part of the template or in its place, and with how many values. */
const HELPERS: ReadonlyMap<string, { readonly block: boolean; readonly values: number }> = new Map([
  ['each', { block: true, values: 1 }],
  ['if', { block: true, values: 1 }],
  ['unless', { block: true, values: 1 }],
  ['with', { block: true, values: 1 }],
  ['given', { block: true, values: 2 }],
  ['yesNo', { block: false, values: 1 }],
  ['optional', { block: false, values: 2 }],
  ['add', { block: false, values: 2 }],
  ['join', { block: false, values: 2 }],
  ['chinese', { block: false, values: 1 }],
]);
const KNOWN_HELPERS = Object.fromEntries([...HELPERS.keys()].map((name) => [name, true]));
/** Helpers of the package that are taken out; it calls them even where they stand like a field. */
const REMOVED_HELPERS = ['log', 'lookup', 'helperMissing', 'blockHelperMissing'];

/** The package's own default, which it tells of in English on the console unless it is asked for. */
const OWN_VALUES_ONLY = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

interface AstNode {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly escaped?: boolean;
  readonly original?: string;
  readonly path?: AstNode & { readonly original?: string; readonly parts?: readonly string[]; readonly data?: boolean };
  readonly name?: AstNode & { readonly original?: string };
  readonly params?: readonly AstNode[];
  readonly hash?: { readonly pairs: readonly { readonly value: AstNode }[] };
  readonly program?: { readonly body: readonly AstNode[] };
  readonly inverse?: { readonly body: readonly AstNode[] };
}

/** Renders templates of one source. */
export class TemplateEngine {
  private readonly handlebars = Handlebars.create();
  private readonly meter = new Meter();
  private readonly compiled = new Map<string, Handlebars.TemplateDelegate>();

  constructor(private readonly source: TemplateSource) {
    for (const name of REMOVED_HELPERS) this.handlebars.unregisterHelper(name);
    this.handlebars.registerHelper(helpers(this.meter));
  }

  /**
   * Renders a template with a view.
   *
   * @throws {UnusableError} if the template does not exist, is not allowed, names a field that does not exist, or prints
   * more than a paper may.
   */
  render(name: string, view: View): string {
    this.meter.begin({ name, file: this.source(name)?.file ?? name });
    const template = this.compile(name);
    try {
      const text = template(view, OWN_VALUES_ONLY);
      this.meter.check(text.length);
      return text;
    } catch (error) {
      throw this.worded(error, name);
    }
  }

  private compile(name: string): Handlebars.TemplateDelegate {
    const known = this.compiled.get(name);
    if (known) return known;
    const source = this.source(name);
    if (typeof source?.text !== 'string') {
      throw new UnusableError(
        'template/missing',
        { zh: '没有模板 {name}', en: 'there is no template {name}' },
        { name },
      );
    }
    const [problem] = templateProblems(source.text, source.file);
    if (problem) {
      const { file, line, column, message } = problem;
      throw new UnusableError(
        'template/refused',
        message,
        {},
        { file, line, column, endLine: line, endColumn: column },
      );
    }
    for (const partial of partialsOf(source.text)) {
      // own properties only: the package would call `Object` for a partial named constructor
      if (Object.hasOwn(this.handlebars.partials, partial)) continue;
      // registered before it is compiled, so that a partial that includes itself ends
      this.handlebars.registerPartial(partial, '');
      this.meter.enter();
      const template = this.compile(`partials/${partial}`);
      this.meter.leave();
      this.handlebars.registerPartial(partial, (context, options) => {
        try {
          return this.meter.part(() => template(context, options));
        } catch (error) {
          throw this.worded(error, `partials/${partial}`);
        }
      });
    }
    const template = this.handlebars.compile(source.text, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: KNOWN_HELPERS,
      preventIndent: true,
    });
    this.compiled.set(name, template);
    return template;
  }

  private worded(error: unknown, name: string): unknown {
    if (error instanceof UnusableError || !(error instanceof Error)) return error;
    if (error instanceof RangeError && error.message.includes('string length')) return this.meter.refusal();
    const { text = '', file = name } = this.source(name) ?? {};
    const unknown = error instanceof UnknownValue ? valueAt(text, error.at, error.parameter) : undefined;
    const { lineNumber: line = 1, column = 0 } = error as Error & { lineNumber?: number; column?: number };
    const place = unknown?.loc.start ?? { line, column };
    const at = { file, line: place.line, column: place.column + 1 };
    const named = /"(.{1,60})" not defined in |operator to search for '(.{1,60})' in |\(reading '(.{1,60})'\)/.exec(
      error.message,
    );
    const field = unknown?.original ?? named?.slice(1).find((name) => name !== undefined);
    return new UnusableError(
      'template/failed',
      field !== undefined
        ? { zh: '模板里的 {field} 不存在', en: 'the template names {field}, which does not exist' }
        : {
            zh: '模板不能用：嵌套太深或写法不对',
            en: 'the template cannot be used: nested too deeply or not well formed',
          },
      { field: (field ?? '').slice(0, 60) },
      { ...at, endLine: at.line, endColumn: at.column },
    );
  }
}

/** The value of a call at a place of a template, by its index among the values. */
function valueAt(text: string, at: TemplatePlace, parameter: number): AstNode | undefined {
  let found: AstNode | undefined;
  const search = (node: AstNode): void => {
    const { line, column } = node.loc.start;
    if (line === at.line && column === at.column && node.params?.[parameter]) found = node.params[parameter];
    node.params?.forEach(search);
  };
  visit(parse(text).body, 0, search);
  return found;
}

/** Returns the names of the partials that a template includes. */
function partialsOf(text: string): string[] {
  const names: string[] = [];
  visit(parse(text).body, 0, (node) => {
    if (node.type === 'PartialStatement' && node.name?.original) names.push(node.name.original);
  });
  return names;
}

function parse(text: string): { body: readonly AstNode[] } {
  return Handlebars.parse(text) as unknown as { body: readonly AstNode[] };
}

/** Visits the nodes of a template; returns the depth of the deepest. */
function visit(body: readonly AstNode[], depth: number, each: (node: AstNode) => void): number {
  let deepest = depth;
  for (const node of body) {
    each(node);
    for (const part of [node.program, node.inverse]) {
      if (part && depth < MOST_DEPTH + 1) deepest = Math.max(deepest, visit(part.body, depth + 1, each));
    }
  }
  return deepest;
}

/** Returns what is not allowed in a template, in the order of its lines. */
export function templateProblems(text: string, file: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const problem = (line: number, column: number, zh: string, en: string): void => {
    problems.push({ file, line, column, message: { zh, en } });
  };
  if (text.length > MOST_CHARACTERS) {
    problem(1, 1, '模板太大', 'the template is too large');
    return problems;
  }
  if (isTooDeep(text)) {
    problem(1, 1, '模板嵌套太深', 'the template is nested too deeply');
    return problems;
  }
  let body: readonly AstNode[];
  try {
    body = parse(text).body;
  } catch (error) {
    const { line, column } = placeOfError(error as Error, text);
    problem(line, column, '模板写法不对：检查 {{ }} 是否成对', 'not well formed: check that {{ }} are paired');
    return problems;
  }
  /** Checks what an expression calls, and what is called for its values. */
  const checkCall = (node: AstNode): void => {
    const at = [node.loc.start.line, node.loc.start.column + 1] as const;
    const values = [...(node.params ?? []), ...(node.hash?.pairs.map((pair) => pair.value) ?? [])];
    for (const value of values) if (value.type === 'SubExpression') checkCall(value);
    const called = node.path?.original ?? '';
    const helper = node.path?.data ? undefined : HELPERS.get(called);
    const removed = [node.path, ...values].find((each) => REMOVED_HELPERS.includes(String(each?.original)));
    const calls = node.type === 'BlockStatement' || node.type === 'SubExpression' || values.length > 0;
    if (node.type.startsWith('Partial')) return;
    if (removed || (calls && !helper)) {
      const name = (removed?.original ?? called).slice(0, 40);
      problem(...at, `没有这个助手：${name}`, `no such helper: ${name}`);
    } else if (helper && helper.block !== (node.type === 'BlockStatement')) {
      const [zh, en] = helper.block ? [`{{#${called}}}`, 'around a part'] : [`{{${called}}}`, 'in place'];
      problem(...at, `助手 ${called} 要写成 ${zh}`, `the helper ${called} is written ${zh}, ${en}`);
    } else if (helper && helper.values !== (node.params?.length ?? 0)) {
      const wanted = helper.values;
      problem(...at, `助手 ${called} 要 ${wanted} 个值`, `the helper ${called} takes ${wanted} value(s)`);
    }
  };
  const deepest = visit(body, 0, (node) => {
    const at = [node.loc.start.line, node.loc.start.column + 1] as const;
    if (node.type === 'MustacheStatement' && node.escaped === false) {
      problem(
        ...at,
        '不能用 {{{ }}} 或 {{& }}，内容不经转义',
        '{{{ }}} and {{& }} are not allowed: they do not escape',
      );
    }
    if (node.type.startsWith('Decorator')) problem(...at, '不能用装饰器 {{* }}', 'decorators {{* }} are not allowed');
    else if (node.type === 'PartialBlockStatement')
      problem(...at, '部件要写成 {{> 名字}}', 'a partial is written {{> name}}');
    else if (node.type === 'PartialStatement' && node.name?.type === 'SubExpression')
      problem(...at, '部件名要直接写出', 'the name of a partial must be written out');
    else checkCall(node);
  });
  if (deepest > MOST_DEPTH) problem(1, 1, '模板嵌套太深', 'the template is nested too deeply');
  for (const offset of unquotedAttributes(text)) {
    const before = text.slice(0, offset).split('\n');
    problem(before.length, (before.at(-1) ?? '').length + 1, '属性值要加双引号', 'attribute values need double quotes');
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * Returns whether blocks, or calls in an expression, are nested deeper than is allowed, without parsing the template:
 * the package takes minutes for thousands of them inside each other.
 */
export function isTooDeep(text: string): boolean {
  // for each open block: itself and its `else if`, which nest too
  const open: number[] = [];
  let depth = 0;
  for (const [expression] of text.matchAll(/\{\{!--[\s\S]*?--~?\}\}|\{\{[\s\S]*?\}\}/g)) {
    const sign = /^\{\{~?\s*([#^/]|else\s+\w)/.exec(expression)?.[1];
    if (sign === '/') depth -= open.pop() ?? 0;
    else if (sign !== undefined) {
      if (sign.startsWith('else')) open.push((open.pop() ?? 0) + 1);
      else open.push(1);
      depth++;
    }
    if (depth > MOST_DEPTH || (!expression.startsWith('{{!') && expression.split('(').length - 1 > MOST_DEPTH))
      return true;
  }
  return false;
}

/** Where the package could not read on; it tells the line, and the column only of a block that ends by another name. */
function placeOfError(error: Error & { lineNumber?: number; column?: number }, text: string) {
  if (error.lineNumber !== undefined) return { line: error.lineNumber, column: (error.column ?? 0) + 1 };
  const line = Number(/ error on line (\d+)/.exec(error.message)?.[1] ?? 1);
  const brace = (text.split('\n')[line - 1] ?? '').indexOf('{{');
  return { line, column: Math.max(0, brace) + 1 };
}

/** The offsets of tags that hold anything but attributes in double quotes, where a value could become an attribute. */
function unquotedAttributes(text: string): number[] {
  // expressions become letters of the same length, so that a `>` or a quotation mark in them ends nothing
  const html = text
    .replace(/\{\{!--[\s\S]*?--~?\}\}/g, (found) => ' '.repeat(found.length))
    .replace(/\{\{[\s\S]*?\}\}/g, (found) => '{'.repeat(found.length));
  const offsets: number[] = [];
  for (const tag of html.matchAll(/<\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>?/gi)) {
    if (!/^<\/?[a-z][a-z0-9]*(?:\s+[a-z][a-z-]*="[^"]*")*\s*\/?>$/i.test(tag[0])) offsets.push(tag.index);
  }
  return offsets;
}
