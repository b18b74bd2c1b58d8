/**
 * YAML text → profile, with the place of every node.
 *
 * Reading is directed by the schema: where it wants a text, the scalar is taken as it stands in the file, because YAML
 * 1.2 turns `999999199001011238` into another number and `524502007E12345678` into Infinity. A key with an empty value
 * counts as not given. A value that the schema refuses becomes an `input/…` finding and a trap: a rule that reads it is
 * not run, and no other.
 */
import { closest, distance } from 'fastest-levenshtein';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import validateProfile from '../../build/profile-validator.js';
import { UnusableError } from '../errors.js';
import type { Location, Params, Wording } from '../types.js';
import type { Profile } from './profile.types.js';
import { PROFILE_SCHEMA, pathOf, property, type SchemaNode, type Step, steps } from './schema.js';
import { INPUT_WORDS, type InputRule, TYPE_WORDS } from './words.js';
import { YAML_ERRORS } from './yaml-errors.js';

/** Largest profile that is read, in bytes of UTF-8. */
export const MAX_PROFILE_BYTES = 1024 * 1024;
/** Deepest nesting that is read; the schema itself needs 7. */
const MAX_DEPTH = 64;

/** A finding about the input itself, before it is placed and fingerprinted. */
export interface InputFinding {
  readonly rule: InputRule;
  readonly path: string;
  readonly location: Location;
  readonly message: Wording;
  readonly params: Params;
}

/** How personal values appear in a line that is shown: as asterisks, with their first character, or as they are. */
export type ShowValues = 'none' | 'masked' | 'full';

/** A profile that was read, with what was wrong with its form, and where everything is. */
export interface ProfileSource {
  readonly file: string;
  readonly text: string;
  /** Reading a refused node of it throws `UnreadableNode`. */
  readonly profile: Profile;
  readonly findings: readonly InputFinding[];
  /** Returns the place of the node, or `undefined` if the path names nothing in the file. */
  locate(path: string): Location | undefined;
  /** Returns the place of the nearest key or item of the file on the way to the path. */
  locateNearest(path: string): Location;
  /** Returns the line with everything masked that is, or could be, about a person. */
  excerpt(line: number, show: ShowValues): string;
}

/** Thrown when a rule reads a node whose form the schema refuses. */
export class UnreadableNode extends Error {
  constructor(readonly location: Location) {
    super('unreadable node');
    this.name = 'UnreadableNode';
  }
}

/** Returns what the function reads of a profile, or `undefined` where it meets a refused node. */
export function ifReadable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableNode) return undefined;
    throw error;
  }
}

/** What looks like a key, and so is no person's name or number. */
const PLAIN_KEY = /^[A-Za-z][A-Za-z_-]{0,40}$/;
const FULL_WIDTH_COLON = /^\s*(?:- )?[^\s:#"']+：/;

/**
 * Reads a profile.
 *
 * @throws {UnusableError} if the text is no YAML map, or holds what a profile may not: aliases, tags, several
 * documents, nesting deeper than 64.
 */
export function readProfile(text: string, file: string): ProfileSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    // checked below: the package compares each key with all before it, half a minute for a file of keys
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    // 'silent' would drop a second document without an error
    logLevel: 'error',
    resolveKnownTags: false,
    lineCounter: lines,
  });
  const at = (start: number, end: number): Location => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    return { file, line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
  };
  const refuse = (words: Wording, location: Location): never => {
    throw new UnusableError('input/yaml', words, {}, location);
  };
  const sourceLines = text.split(/\r\n|\r|\n/);
  const words = (code: string): Wording => YAML_ERRORS[code] ?? (YAML_ERRORS.OTHER as Wording);

  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) {
    const location = at(problem.pos[0], problem.pos[1]);
    for (let line = location.line; line >= Math.max(1, location.line - 1); line--) {
      if (FULL_WIDTH_COLON.test(sourceLines[line - 1] ?? '')) refuse(words('FULL_WIDTH_COLON'), placeOfColon(line));
    }
    refuse(words(problem.code), location);
  }

  function placeOfColon(line: number): Location {
    const column = (sourceLines[line - 1] ?? '').indexOf('：') + 1;
    return { file, line, column, endLine: line, endColumn: column + 1 };
  }

  inspect(document.contents, 0);
  function inspect(node: Node | null, depth: number): void {
    if (!node) return;
    const [start, end] = node.range ?? [0, 0];
    if (depth > MAX_DEPTH) refuse(words('RESOURCE_EXHAUSTION'), at(start, start));
    if (isAlias(node) || ('anchor' in node && node.anchor)) refuse(words('ALIAS'), at(start, end));
    if (isMap(node)) {
      const keys = new Set<string>();
      for (const pair of node.items) {
        const [from, to] = (pair.key as Node | null)?.range ?? [start, end];
        if (keys.has(keyOf(pair))) refuse(words('DUPLICATE_KEY'), at(from, to));
        keys.add(keyOf(pair));
        inspect(pair.value as Node | null, depth + 1);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) inspect(item as Node | null, depth + 1);
    }
  }

  const root = document.contents;
  if (!isMap(root)) {
    const line = sourceLines.findIndex((each) => FULL_WIDTH_COLON.test(each)) + 1;
    if (line > 0) refuse(words('FULL_WIDTH_COLON'), placeOfColon(line));
    const empty = !root || (isScalar(root) && root.value === null);
    throw new UnusableError(
      'input/not-a-profile',
      empty ? INPUT_WORDS['input/empty'] : INPUT_WORDS['input/not-a-map'],
      {},
      at(0, 0),
    );
  }

  const findings: InputFinding[] = [];
  const find = (rule: InputRule, parts: readonly Step[], location: Location, message: Wording, params: Params) =>
    findings.push({ rule, path: pathOf(parts), location, message, params });

  /** The value of a node as the schema wants it read. Unknown keys are reported and left out. */
  function read(node: Node | null, schema: SchemaNode, parts: Step[]): unknown {
    if (isMap(node)) {
      const value: Record<string, unknown> = {};
      for (const pair of node.items) {
        const key = keyOf(pair);
        const child = property(schema, key);
        if (!child) {
          if (schema.type === 'object') reportUnknownKey(pair, schema, parts);
          continue;
        }
        const inner = read(pair.value as Node | null, child, [...parts, key]);
        if (inner !== null) value[key] = inner;
      }
      return value;
    }
    if (isSeq(node)) {
      const items = schema.items;
      return node.items.map((item, i) => (items ? read(item as Node | null, items, [...parts, i]) : null));
    }
    if (!isScalar(node)) return null;
    if (schema.type === 'string' && node.value !== null && typeof node.value !== 'string') return node.source;
    return node.value;
  }

  function reportUnknownKey(pair: Pair, schema: SchemaNode, parts: Step[]): void {
    const key = keyOf(pair);
    const [start, end] = (pair.key as Node).range ?? [0, 0];
    const known = Object.keys(schema.properties ?? {});
    const near = known.length > 0 ? closest(key, known) : '';
    const suggestion =
      near !== '' && distance(key, near) <= Math.max(2, Math.floor(near.length / 3)) ? near : undefined;
    const label = Object.entries(schema.properties ?? {}).find(([, child]) => child.title === key)?.[0] ?? suggestion;
    // A key may be a person's name or number: it is quoted only where it looks like a key.
    const shown = PLAIN_KEY.test(key) ? { zh: ` ${key}`, en: ` ${key}` } : { zh: '', en: '' };
    find(
      'input/unknown-key',
      parts,
      at(start, end),
      label ? INPUT_WORDS['input/unknown-key-near'] : INPUT_WORDS['input/unknown-key'],
      { key: shown, suggestion: label ?? '', known: known.slice(0, 12).join(', ') },
    );
  }

  const value = read(root, PROFILE_SCHEMA, []);
  const profile = value as Profile;

  /** The node at a path, with the key that holds it where there is one. */
  function resolve(parts: readonly Step[]): { key?: Node; node: Node | null } | undefined {
    let key: Node | undefined;
    let node: Node | null = root as Node;
    for (const step of parts) {
      if (isMap(node)) {
        const pair: Pair | undefined = node.items.find((each) => keyOf(each) === step);
        if (!pair) return undefined;
        key = pair.key as Node;
        node = pair.value as Node | null;
      } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
        key = undefined as unknown as Node;
        node = node.items[step] as Node | null;
      } else return undefined;
    }
    return key ? { key, node } : { node };
  }

  /** A scalar is placed at itself, a map or list at its key, an item of a list at its beginning. */
  function place(found: { key?: Node; node: Node | null }): Location {
    const { key, node } = found;
    const target = isScalar(node) && node.value !== null ? node : (key ?? node);
    if (!target?.range) return at(0, 0);
    if (isMap(target) && target.items[0]) {
      const first = target.items[0].key as Node;
      return at(first.range?.[0] ?? 0, first.range?.[1] ?? 0);
    }
    return at(target.range[0], target.range[1]);
  }

  const locate = (path: string): Location | undefined => {
    const found = resolve(steps(path));
    return found && place(found);
  };
  const locateNearest = (path: string): Location => {
    const parts = steps(path);
    for (let length = parts.length; length >= 0; length--) {
      const found = resolve(parts.slice(0, length));
      if (found) return place(found);
    }
    return at(0, 0);
  };

  if (!validateProfile(value)) {
    const seen = new Set<string>();
    for (const error of validateProfile.errors ?? []) {
      const parts = error.instancePath
        .split('/')
        .slice(1)
        .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replace(/~1/g, '/').replace(/~0/g, '~')));
      const path = pathOf(parts);
      if (seen.has(path)) continue;
      seen.add(path);
      const location = locateNearest(path);
      const { message, params } = wordSchemaError(error.keyword, error.params, parts);
      find('input/schema', parts, location, message, params);
      trap(profile, parts, location);
    }
  }

  return {
    file,
    text,
    profile,
    findings,
    locate,
    locateNearest,
    excerpt: (line, show) =>
      show === 'full' ? (sourceLines[line - 1] ?? '') : excerptOf(sourceLines[line - 1] ?? '', line, show),
  };

  /** Masks the line: keys of the schema and values that are not personal stay, everything else becomes ***. */
  function excerptOf(source: string, line: number, show: 'none' | 'masked'): string {
    const kept: [number, number][] = [];
    const masked: [number, number][] = [];
    const lineStart = lines.lineStarts[line - 1] ?? 0;
    const lineEnd = lineStart + source.length;
    const mark = (node: Node | null | undefined, keep: boolean): void => {
      if (!node?.range || node.range[0] > lineEnd || node.range[1] < lineStart) return;
      const start = Math.max(node.range[0], lineStart) - lineStart;
      const end = Math.min(node.range[1], lineEnd) - lineStart;
      if (end > start) (keep ? kept : masked).push([start, end]);
    };
    const visit = (node: Node | null, schema: SchemaNode | undefined): void => {
      if (isMap(node)) {
        for (const pair of node.items) {
          const begin = (pair.key as Node).range?.[0] ?? 0;
          const end = ((pair.value ?? pair.key) as Node).range?.[1] ?? begin;
          if (begin > lineEnd || end < lineStart) continue;
          const child = schema && property(schema, keyOf(pair));
          mark(pair.key as Node, child !== undefined || PLAIN_KEY.test(keyOf(pair)));
          visit(pair.value as Node | null, child);
        }
      } else if (isSeq(node)) {
        for (const item of node.items) visit(item as Node | null, schema?.items);
      } else mark(node, schema !== undefined && schema['x-personal'] !== true && schema.type !== 'object');
    };
    visit(root as Node, PROFILE_SCHEMA);
    const spans = [
      ...kept.map((span) => ({ span, keep: true })),
      ...masked.map((span) => ({ span, keep: false })),
    ].sort((a, b) => a.span[0] - b.span[0]);
    let result = '';
    let position = 0;
    for (const { span, keep } of spans) {
      if (span[0] < position) continue;
      result += structure(source.slice(position, span[0]));
      const shown = keep ? span[1] : show === 'masked' ? span[0] + 1 : span[0];
      result += source.slice(span[0], shown) + '*'.repeat(span[1] - shown);
      position = span[1];
    }
    return result + structure(source.slice(position)).trimEnd();
  }
}

/** What stands between the scalars of a line: the punctuation of YAML; a comment is cut off. */
function structure(between: string): string {
  const comment = between.search(/(^|\s)#/);
  const kept = comment < 0 ? between : between.slice(0, comment);
  return kept.replace(/[^\s{}[\],:?|>&*!"'-]/g, '*');
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Puts a throwing getter in place of a refused node, so that only rules that read it are not run. */
function trap(profile: Profile, parts: readonly Step[], location: Location): void {
  let holder: unknown = profile;
  for (const step of parts.slice(0, -1)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder as object, step);
    if (!descriptor || descriptor.get) return;
    holder = descriptor.value;
  }
  const last = parts.at(-1);
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  Object.defineProperty(holder, last, {
    enumerable: true,
    configurable: true,
    get() {
      throw new UnreadableNode(location);
    },
  });
}

function wordSchemaError(
  keyword: string,
  params: Record<string, unknown>,
  parts: readonly Step[],
): { message: Wording; params: Params } {
  const schema = steps(pathOf(parts)).reduce<SchemaNode | undefined>(
    (node, step) => (typeof step === 'number' ? node?.items : node && property(node, step)),
    PROFILE_SCHEMA,
  );
  const label: Wording = schema ? { zh: schema.title, en: schema['x-en'].title } : { zh: '', en: '' };
  const example = schema?.examples?.[0];
  const suffix: Wording =
    example === undefined
      ? { zh: '', en: '' }
      : { zh: `，例如 ${String(example)}`, en: `, for example ${String(example)}` };
  switch (keyword) {
    case 'type':
      return {
        message: INPUT_WORDS['input/wrong-type'],
        params: { label, expected: TYPE_WORDS[String(params.type)] ?? String(params.type), suffix },
      };
    case 'enum':
      return { message: INPUT_WORDS['input/not-in-list'], params: { label, values: (schema?.enum ?? []).join('、') } };
    case 'format':
      return {
        message: INPUT_WORDS['input/wrong-form'],
        params: { label, expected: TYPE_WORDS[String(params.format)] ?? String(params.format), suffix },
      };
    case 'required': {
      const missing = String(params.missingProperty);
      return { message: INPUT_WORDS['input/lacks-key'], params: { label, key: missing } };
    }
    case 'minimum':
      return { message: INPUT_WORDS['input/too-small'], params: { label, least: Number(params.limit) } };
    default:
      return { message: INPUT_WORDS['input/wrong-value'], params: { label, suffix } };
  }
}
