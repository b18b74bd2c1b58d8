/** Checks a template without rendering it: tags that the papers don't know, and fields that do not exist. */
import Handlebars from 'handlebars';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { PROFILE_SCHEMA, property, type SchemaNode } from '../profile/schema.js';
import { isTooDeep, type TemplateProblem } from './template.js';

/** The tags that papers may use. */
const TAGS = [
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'b',
  'u',
  'br',
  'span',
  'table',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'div',
  'hr',
  'figure',
];
/** Names that the program adds to the profile's own; see src/documents/derive.ts and render.ts. */
const DERIVED = [
  'paper',
  'labels',
  'limits',
  'counts',
  'contacts',
  'system',
  'classrooms',
  'openEntrances',
  'supplyRows',
  'surveyCount',
  'returneeCount',
  'returneeCounts',
  'classRows',
  'staffRows',
  'checklistGroups',
  'checklistVerdict',
  'openItems',
  'noticeDeadline',
  'notSubmitted',
  'omittedItems',
  'packetRows',
  'person',
  'register',
  'offsiteClass',
  'roster',
  'seatPlans',
  'roomsWithoutPlan',
  'seatPlanSpacing',
];

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Returns the unknown tags and the unknown top-level fields of a template, in the order of its lines. */
export function tagProblems(text: string, file: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  // expressions become blanks of the same length, so that lines and columns stay
  const html = text.replace(/\{\{[\s\S]*?\}\}/g, (found) => found.replace(/[^\n]/g, ' '));
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      const place = node.sourceCodeLocation;
      if (!TAGS.includes(node.tagName) && place) {
        const tag = node.tagName.slice(0, 40);
        problems.push({
          file,
          line: place.startLine,
          column: place.startCol,
          message: { zh: `不能用标签 <${tag}>`, en: `tag <${tag}> is not allowed` },
        });
      }
      node.childNodes.forEach(visit);
    }
  };
  parseFragment(html, { sourceCodeLocationInfo: true }).childNodes.forEach(visit);
  for (const { path, line, column } of unknownFields(text, /(^|\/)partials\//.test(file))) {
    const name = path.slice(0, 60);
    problems.push({ file, line, column, message: { zh: `没有这个字段：${name}`, en: `no such field: ${name}` } });
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

interface Field {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What a name in a template stands on: a node of the profile's schema, or something that only the program knows. */
type Scope = SchemaNode | undefined;

/** Every key of the schema, at any depth. */
const KEYS = new Set<string>();
const addKeys = (node: SchemaNode): void => {
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    KEYS.add(key);
    addKeys(child);
  }
  if (node.items) addKeys(node.items);
};
addKeys(PROFILE_SCHEMA);

/**
 * The fields of a template that the profile does not have; those inside derived values are not looked at. A partial may
 * stand in any list: its own fields may be any of the schema.
 */
function unknownFields(text: string, partial: boolean): Field[] {
  let ast: hbs.AST.Program;
  if (isTooDeep(text)) return [];
  try {
    ast = Handlebars.parse(text);
  } catch {
    // `templateProblems` says where
    return [];
  }
  const fields: Field[] = [];
  class Collector extends Handlebars.Visitor {
    private readonly scopes: Scope[] = [PROFILE_SCHEMA];
    private readonly own: string[] = [];

    override BlockStatement(block: hbs.AST.BlockStatement): void {
      this.values(block);
      const called = (block.path as hbs.AST.PathExpression).original;
      const scoped = called === 'each' || called === 'with';
      const names = block.program?.blockParams ?? [];
      if (scoped) {
        const [of] = block.params;
        const found = of?.type === 'PathExpression' ? this.resolve(of as hbs.AST.PathExpression) : undefined;
        this.scopes.push(called === 'each' ? found?.items : found);
      }
      this.own.push(...names);
      if (block.program) this.accept(block.program);
      this.own.length -= names.length;
      if (scoped) this.scopes.pop();
      if (block.inverse) this.accept(block.inverse);
    }
    override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
      if (mustache.params.length === 0 && !mustache.hash) this.accept(mustache.path);
      this.values(mustache);
    }
    override SubExpression(call: hbs.AST.SubExpression): void {
      this.values(call);
    }
    override PartialStatement(): void {
      // the name of a partial is no field
    }
    override PartialBlockStatement(): void {
      // refused by `templateProblems`, as are the two below
    }
    override Decorator(): void {}
    override DecoratorBlock(): void {}
    override PathExpression(path: hbs.AST.PathExpression): void {
      this.resolve(path, () =>
        fields.push({ path: path.original, line: path.loc.start.line, column: path.loc.start.column + 1 }),
      );
    }

    /** Looks at the values of a call, and at the key that `optional` and `given` ask a node for. */
    private values({
      path: called,
      params,
    }: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) {
      for (const parameter of params) this.accept(parameter);
      const [node, key] = params;
      const asks = ['optional', 'given'].includes((called as hbs.AST.PathExpression).original);
      if (!asks || node?.type !== 'PathExpression' || key?.type !== 'StringLiteral') return;
      const { value, loc } = key as hbs.AST.StringLiteral;
      const { parts, original } = node as hbs.AST.PathExpression;
      const open = parts.length === 0 && this.isOpen(node as hbs.AST.PathExpression);
      const of = this.resolve(node as hbs.AST.PathExpression);
      if (of === undefined || property(of, value) || (open && KEYS.has(value))) return;
      if (of === PROFILE_SCHEMA && DERIVED.includes(value)) return;
      fields.push({
        path: parts.length === 0 ? value : `${original}.${value}`,
        line: loc.start.line,
        column: loc.start.column + 1,
      });
    }

    /** Whether a path begins where a partial stands, which may be in any list. */
    private isOpen(path: hbs.AST.PathExpression): boolean {
      return partial && !path.data && path.depth >= this.scopes.length - 1;
    }

    /** The node of the schema that a path names; `unknown` is called if there is none. */
    private resolve(path: hbs.AST.PathExpression, unknown: () => void = () => {}): Scope {
      const root = path.data && path.parts[0] === 'root';
      if (path.data && !root) return undefined;
      const names = root ? path.parts.slice(1) : path.parts;
      const [first] = names;
      const outermost = root || path.depth >= this.scopes.length - 1;
      let node: Scope = root ? PROFILE_SCHEMA : this.scopes.at(-1 - path.depth);
      if (first === undefined || node === undefined) return node;
      if (this.own.includes(first) || (outermost && DERIVED.includes(first))) return undefined;
      if (this.isOpen(path) && !property(node, first) && KEYS.has(first)) return undefined;
      for (const name of names) {
        // the items of a list by their numbers are left to the one who writes the template
        if (node.items) {
          if (!/^(?:\d+|length)$/.test(name)) unknown();
          return undefined;
        }
        const next: Scope = property(node, name);
        if (!next) {
          unknown();
          return undefined;
        }
        node = next;
      }
      return node;
    }
  }
  new Collector().accept(ast);
  return fields;
}
