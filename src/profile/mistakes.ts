/** What a compiled schema finds wrong with a YAML file, and where in the file that is. */
import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Location } from '../types.js';
import { keyOf, type ParsedYaml } from './parse.js';
import type { Step } from './schema.js';

/** An error as ajv's compiled schemas tell it. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The unknown key of a map, whose known ones are then the `allowedValues` of `params`. */
  readonly propertyName?: string;
}

/** A compiled schema. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** A key with its value, or what else stands in a place. */
export interface Entry {
  readonly key?: Node;
  readonly node: Node | null;
}

/** Something that a file may not say. */
export interface Mistake {
  /** That of the schema, or `unknown` for a key that is not known. */
  readonly keyword: string;
  readonly params: SchemaError['params'];
  readonly steps: readonly Step[];
  /** The place of the key where that is unknown, else of the value. */
  readonly location: Location;
}

/** Returns the steps of a JSON pointer. */
export function stepsOf(pointer: string): Step[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replace(/~1/g, '/').replace(/~0/g, '~')));
}

/** Returns what stands at a path, with the key that holds it where there is one. */
export function entryAt(root: YAMLMap, steps: readonly Step[]): Entry | undefined {
  let key: Node | undefined;
  let node: Node | null = root as Node;
  for (const step of steps) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((each) => keyOf(each) === step);
      if (!pair) return undefined;
      key = pair.key as Node;
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === 'number' && step >= 0 && step < node.items.length) {
      key = undefined;
      node = node.items[step] as Node | null;
    } else return undefined;
  }
  return key ? { key, node } : { node };
}

/** Returns the place of a value, or of its key where it has none. */
export function placeOf(yaml: ParsedYaml, steps: readonly Step[]): Location {
  const { key, node } = entryAt(yaml.root, steps) ?? { node: null };
  const [start, end] = (node ?? key)?.range ?? [0, 0];
  return yaml.at(start, end);
}

/** Returns the place of a key. */
export function placeOfKey(yaml: ParsedYaml, steps: readonly Step[]): Location {
  const [start, end] = entryAt(yaml.root, steps)?.key?.range ?? [0, 0];
  return yaml.at(start, end);
}

/** Returns the value of a node, each scalar as it is read. */
export function readValue(node: unknown, read: (scalar: Scalar) => unknown): unknown {
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [keyOf(pair), readValue(pair.value, read)]));
  if (isSeq(node)) return node.items.map((item) => readValue(item, read));
  return isScalar(node) ? read(node) : null;
}

/** Returns the first mistake in the file, if there is one. `value` is what was read of it. */
export function firstMistake(yaml: ParsedYaml, value: unknown, validate: Validator): Mistake | undefined {
  if (validate(value)) return undefined;
  const mistakes = (validate.errors ?? [])
    // said of the map as well as of the key
    .filter(({ keyword }) => keyword !== 'propertyNames')
    .map(({ keyword, params, instancePath, propertyName }): Mistake => {
      const steps = stepsOf(instancePath);
      if (propertyName === undefined) return { keyword, params, steps, location: placeOf(yaml, steps) };
      const own = [...steps, propertyName];
      return { keyword: 'unknown', params, steps: own, location: placeOfKey(yaml, own) };
    });
  return mistakes.sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column)[0];
}
