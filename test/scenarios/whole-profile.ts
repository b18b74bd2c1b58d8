/** A profile with every key of the schema, whose values the test gives. */
import { mayBeText, PROFILE_SCHEMA, type SchemaNode } from '../../src/profile/schema.js';

/** Returns the value of a leaf as YAML; an example of it where there is none. `path` is its way from the root. */
export type Value = (node: SchemaNode, path: string) => string | undefined;
/** Returns further lines of a map. */
export type Extra = (indent: string) => string;

/** Writes a whole profile in YAML: a line for each key, a comment behind it. */
export function wholeProfile(
  value: Value,
  { extra = () => '', comment }: { readonly extra?: Extra | undefined; readonly comment?: string } = {},
): string {
  const behind = comment === undefined ? '' : ` # ${comment}`;
  const write = (node: SchemaNode, indent: string, path: string): string => {
    const leaf = (of: SchemaNode): string => ` ${value(of, path) ?? exampleOf(of)}${behind}\n`;
    if (node.properties && !node.items) {
      const lines = Object.entries(node.properties).map(
        ([key, child]) => `${indent}${key}:${write(child, `${indent}  `, path === '' ? key : `${path}.${key}`)}`,
      );
      return `\n${lines.join('')}${extra(indent)}`;
    }
    if (node.items) {
      // an item of its own line: a dash, and its keys below
      const inner = write(node.items, `${indent}  `, `${path}[]`);
      // an item that may be a text or more is there as both
      const short = node.items.properties && mayBeText(node.items) ? `${indent}-${leaf(node.items)}` : '';
      return `\n${short}${indent}-${inner}`;
    }
    return leaf(node);
  };
  return `asOf: 2020-05-11\n${write(PROFILE_SCHEMA, '', '').replace(/^\nasOf:[^\n]*\n/, '')}`;
}

function exampleOf(node: SchemaNode): string {
  const example = node.examples?.[0];
  return node.enum ? (node.enum[0] ?? '') : example === undefined ? '无' : String(example);
}
