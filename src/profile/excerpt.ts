/** Lines of a profile as they may be shown: what is, or could be, about a person is masked. */
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { HARMLESS, maskValue, type ShowValues } from '../text/mask.js';
import { FORMATS } from './formats.js';
import { keyOf, type ParsedYaml } from './parse.js';
import { PROFILE_SCHEMA, property, type SchemaNode } from './schema.js';

/** What looks like a key, and so is no person's name or number. */
export const PLAIN_KEY = /^[A-Za-z][A-Za-z_-]{0,40}$/;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly keep: boolean;
}

/**
 * Returns a function that shows a line: keys of the schema stay, and values that are not personal and are what the
 * schema wants; everything else becomes asterisks, comments are cut off. The line keeps its columns.
 *
 * @param namesOf returns the ids and names of a list of the profile, to which other values may refer.
 */
export function excerpts(
  yaml: ParsedYaml,
  namesOf: (list: string) => ReadonlySet<string> | undefined,
): (line: number, show: ShowValues) => string {
  let spans: ReadonlyMap<number, readonly Span[]> | undefined;
  // a file may be one long line with many findings
  let last: { readonly line: number; readonly show: ShowValues; readonly text: string } | undefined;
  return (line, show) => {
    const source = yaml.lines[line - 1] ?? '';
    if (show === 'full') return source;
    spans ??= spansByLine(yaml, namesOf);
    if (last?.line !== line || last.show !== show) {
      last = { line, show, text: masked(source, spans.get(line) ?? [], show) };
    }
    return last.text;
  };
}

function masked(source: string, spans: readonly Span[], show: 'none' | 'masked'): string {
  let result = '';
  let position = 0;
  for (const { start, end, keep } of spans) {
    if (start < position) continue;
    result += structure(source.slice(position, start));
    const value = source.slice(start, end);
    result += keep ? value : maskValue(value, show);
    position = end;
  }
  return result + structure(source.slice(position)).trimEnd();
}

/** The scalars of every line, in their order. */
function spansByLine(
  yaml: ParsedYaml,
  namesOf: (list: string) => ReadonlySet<string> | undefined,
): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  const mark = (node: Node | null | undefined, keep: boolean): void => {
    if (!node?.range) return;
    const { line, column, endLine, endColumn } = yaml.at(node.range[0], node.range[1]);
    // the line with | or > holds no value, but may hold a comment
    const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    for (let each = isBlock ? line + 1 : line; each <= endLine; each++) {
      const start = each === line ? column - 1 : 0;
      const end = each === endLine ? endColumn - 1 : (yaml.lines[each - 1]?.length ?? 0);
      if (end <= start) continue;
      const others = spans.get(each);
      if (others) others.push({ start, end, keep });
      else spans.set(each, [{ start, end, keep }]);
    }
  };
  const visit = (node: Node | null, schema: SchemaNode | undefined): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        const child = schema && property(schema, keyOf(pair));
        mark(pair.key as Node, child !== undefined || PLAIN_KEY.test(keyOf(pair)));
        visit(pair.value as Node | null, child);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) visit(item as Node | null, schema?.items);
    } else if (isScalar(node)) {
      mark(node, schema !== undefined && mayBeShown(node, schema, namesOf));
    }
  };
  visit(yaml.root, PROFILE_SCHEMA);
  return spans;
}

/** Whether a value is not personal: by the schema, and because it is what the schema wants there. */
function mayBeShown(
  scalar: Scalar,
  schema: SchemaNode,
  namesOf: (list: string) => ReadonlySet<string> | undefined,
): boolean {
  if (schema['x-personal'] === true || schema.type === 'object' || schema.type === 'array') return false;
  // as it stands in the file, or without its quotes
  const source = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
  if (HARMLESS.test(source)) return true;
  if (schema.type !== 'string') return false;
  if (schema.enum) return schema.enum.includes(source);
  const list = schema['x-ref'];
  if (list !== undefined) return namesOf(list)?.has(source) === true;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(source)) return false;
  const format = schema.format === undefined ? undefined : FORMATS[schema.format];
  return format === undefined || format(source);
}

/** What stands between the scalars of a line: the punctuation of YAML; a comment is cut off. */
function structure(between: string): string {
  const comment = between.search(/(^|\s)#/);
  const kept = comment < 0 ? between : between.slice(0, comment);
  return kept.replace(/[^\s{}[\],:?|>&*!"'-]/g, '*');
}
